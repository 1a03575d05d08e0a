// `guidewright models`: what there is, what is installed, and installing it.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { catalogue, catalogueEntry } from "../llm/catalogue.ts";
import { installModel } from "../llm/download.ts";
import { modelsDir } from "../llm/models-dir.ts";
import { type Command, CommandError, exitCodes, parseArguments, type Streams } from "./command.ts";

export const models: Command = {
  name: "models",
  usage: "models [install ID]",
  summary: "List the models of the catalogue, or install one into the models folder.",
  options: ["--verify             check the hash of a model that is installed already"],
  async run(args, streams, signal) {
    const { files, options } = parseArguments(args, { verify: "boolean" });
    const [action, id] = files;
    if (action === undefined) return list(streams);
    if (action !== "install" || id === undefined)
      throw new CommandError("Use “guidewright models” or “guidewright models install ID”.");
    const entry = catalogueEntry(id);
    if (!entry)
      throw new CommandError(`There is no model “${id}”. “guidewright models” lists the catalogue.`);
    if (!entry.starter) streams.err(`${entry.name}: ${entry.notice}\n`);
    let shown = "";
    const path = await installModel(entry, {
      dir: modelsDir(),
      signal,
      verify: options.verify === true,
      onProgress({ step, received, total }) {
        const percent =
          received !== undefined && total ? ` ${Math.floor((10 * received) / total) * 10} %` : "";
        const line = `${entry.name}: ${step}${percent}\n`;
        if (line !== shown) streams.err(line);
        shown = line;
      },
    });
    streams.out(`${path}\n`);
    return exitCodes.clean;
  },
};

function list({ out }: Streams): number {
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
