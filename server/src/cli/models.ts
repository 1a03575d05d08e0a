// `guidewright models`: what there is and what of it fits, installing, taking over a file, accepting terms, checking
// and removing. As it is declared; the work is done in model-actions.ts.

import { CommandError, defineCommand } from "./command.ts";

const actions = ["install", "import", "accept", "verify", "remove", "erase-cache"] as const;

const usage =
  "Use “guidewright models”, or one of: models install ID, models import FILE [ID], models accept ID, models verify [ID], models remove ID, models erase-cache.";

export const models = defineCommand({
  name: "models",
  parameters: "[install ID | import FILE [ID] | accept ID | verify [ID] | remove ID | erase-cache]",
  takes: actions,
  summary:
    "List the models of the catalogue and what fits this computer, or see to those in the models folder.",
  options: {
    accept: { description: "with install and import: accept the model's terms, which are printed" },
    verify: { description: "with install: check the hash of a model that is installed already" },
  },
  async run({ files, options }, around) {
    const work = await import("./model-actions.ts");
    const [action, first, second, ...more] = files;
    const switches = { accept: options.accept === true, verify: options.verify === true };
    if (action === undefined) return work.list(around);
    if (action === "erase-cache" && first === undefined) return work.eraseCache();
    if (more.length === 0) {
      if (action === "import" && first !== undefined) return work.take(first, second, switches, around);
      if (action === "verify" && second === undefined) return work.verify(first, around);
      if (first !== undefined && second === undefined) {
        if (action === "install") return work.install(first, switches, around);
        if (action === "accept") return work.acceptTerms(first, around);
        if (action === "remove") return work.remove(first, around);
      }
    }
    throw new CommandError(usage);
  },
});
