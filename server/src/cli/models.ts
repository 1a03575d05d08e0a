// `guidewright models`: what there is, what is installed, and installing it.

import { CommandError, defineCommand, exitCodes, type Streams, type Surroundings } from "./command.ts";

export const models = defineCommand({
  name: "models",
  parameters: "[install ID | erase-cache]",
  takes: ["install", "erase-cache"],
  summary:
    "List the models of the catalogue, install one into the models folder, or erase what models have kept of their prompts.",
  options: { verify: { description: "check the hash of a model that is installed already" } },
  async run({ files, options }, around) {
    const [action, id] = files;
    if (action === undefined) return list(around);
    if (action === "erase-cache" && id === undefined) return eraseCache();
    if (action !== "install" || id === undefined)
      throw new CommandError(
        "Use “guidewright models”, “guidewright models install ID” or “guidewright models erase-cache”.",
      );
    return install(id, options.verify === true, around);
  },
});

async function install(id: string, verify: boolean, { out, err, signal }: Surroundings): Promise<number> {
  const { catalogueEntry } = await import("../llm/catalogue.ts");
  const { installModel } = await import("../llm/download.ts");
  const { modelsDir } = await import("../llm/models-dir.ts");
  const entry = catalogueEntry(id);
  if (!entry) throw new CommandError(`There is no model “${id}”. “guidewright models” lists the catalogue.`);
  if (!entry.starter) err(`${entry.name}: ${entry.notice}\n`);
  let shown = "";
  const path = await installModel(entry, {
    dir: modelsDir(),
    signal,
    verify,
    onProgress({ step, received, total }) {
      const percent = received !== undefined && total ? ` ${Math.floor((10 * received) / total) * 10} %` : "";
      const line = `${entry.name}: ${step}${percent}\n`;
      if (line !== shown) err(line);
      shown = line;
    },
  });
  out(`${path}\n`);
  return exitCodes.clean;
}

async function eraseCache(): Promise<number> {
  const { modelsDir } = await import("../llm/models-dir.ts");
  const { eraseStates } = await import("../llm/states-folder.ts");
  await eraseStates(modelsDir());
  return exitCodes.clean;
}

async function list({ out }: Streams): Promise<number> {
  const { existsSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { catalogue } = await import("../llm/catalogue.ts");
  const { modelsDir } = await import("../llm/models-dir.ts");
  for (const { id, name, file, size, licence, gated, notice } of catalogue) {
    const installed = existsSync(join(modelsDir(), file)) ? "installed" : "not installed";
    const gigabytes = size === undefined ? "size unknown" : `${(size / 1e9).toFixed(1)} GB`;
    out(
      `${id}\n  ${name}, ${gigabytes}, licence ${licence}${gated ? ", access on request" : ""}, ${installed}\n  ${notice}\n`,
    );
  }
  out(`\nModels folder: ${modelsDir()}\n`);
  return exitCodes.clean;
}
