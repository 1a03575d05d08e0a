// Reading guidelines from disk, with errors that name the file and say what to do.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { recogniseGuideline } from "../guideline/recognition.ts";
import { Projects } from "../workspace/project.ts";
import { CommandError } from "./command.ts";

/** The text of a file as an editor would show it. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(reasonFor(file, error));
  });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new CommandError(`${file} is saved as UTF-16. Save it as UTF-8 and try again.`);
  }
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

export async function readGuideline(file: string): Promise<Guideline> {
  const guideline = parseGuideline(await readText(file));
  if (guideline.unread) throw new CommandError(`${file}: ${guideline.unread.message}`);
  return guideline;
}

export interface NamedGuideline {
  /** As it was named. */
  readonly file: string;
  readonly uri: string;
  readonly guideline: Guideline;
  /** The folder of the project it belongs to. */
  readonly project: string | undefined;
}

export async function readNamed(file: string): Promise<NamedGuideline> {
  const guideline = await readGuideline(file);
  const uri = pathToFileURL(file).href;
  return { file, uri, guideline, project: await projects.rootOf(uri) };
}

const projects = new Projects();

/** A file that is named is taken as it is; in a folder, the Markdown files that are guidelines. */
export async function guidelineFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(reasonFor(path, error));
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const markdown = entries
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.split(/[\\/]/).includes("node_modules"))
    .sort();
  const guidelines = await Promise.all(
    markdown.map(async (file) => {
      const inProject = await projects.contains(pathToFileURL(file).href);
      // What cannot be read is kept, so that whoever reads it next can say why.
      const text = await readText(file).catch(() => undefined);
      return text === undefined || recogniseGuideline({ text, enable: "auto", inProject }).guideline;
    }),
  );
  return markdown.filter((_file, i) => guidelines[i]);
}

function reasonFor(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return `${file} does not exist. Check the name and the folder you are in.`;
  if (code === "EACCES" || code === "EPERM") return `${file} may not be read by you. Check its permissions.`;
  if (code === "EISDIR") return `${file} is a folder. Name a Markdown file in it.`;
  return `${file} could not be read: ${message}`;
}
