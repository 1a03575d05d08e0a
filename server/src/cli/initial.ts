// What `guidewright init` does: writes a first guidewright.yaml for a folder of guidelines, and never over one that is there.

import { stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseGuideline } from "../guideline/guideline.ts";
import { firstProject } from "../project/first-project.ts";
import { projectFile } from "../workspace/project.ts";
import { CommandError, exitCodes, type Given, type Surroundings } from "./command.ts";
import type { initOptions } from "./init.ts";
import { projectAround } from "./projects.ts";
import { sourcesNamed } from "./source.ts";

export async function runInit(
  { files, options }: Given<typeof initOptions>,
  { out, err }: Surroundings,
): Promise<number> {
  const [folder = "."] = files;
  if (files.length > 1) throw new CommandError("Name one folder: guidewright init FOLDER");
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new CommandError(`${folder} is no folder. Name the guidelines' folder.`);
  const path = join(folder, projectFile);
  const around = await projectAround(folder);
  if (around !== undefined && around !== resolve(folder))
    err(
      `${join(around, projectFile)} marks a project around this folder; from now on this is one of its own.\n`,
    );
  const { sources, problems } = await sourcesNamed([folder], true);
  for (const problem of problems) err(`${problem}\n`);
  const { text, profile, reason } = firstProject(sources.map((source) => parseGuideline(source.text)));
  await write(path, text, options.force === true);
  const count = sources.length === 1 ? "1 guideline" : `${sources.length} guidelines`;
  out(`Wrote ${path} for ${count}. ${reason}${profile ? ` Its profile is ${profile}.` : ""}\n`);
  return exitCodes.clean;
}

async function write(path: string, text: string, force: boolean): Promise<void> {
  await writeFile(path, text, { flag: force ? "w" : "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST")
      throw new CommandError(`${path} is there already and was left as it is. --force writes over it.`);
    throw new CommandError(`${path} could not be written: ${error.message}`);
  });
}
