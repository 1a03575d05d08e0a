// The projects that a run meets, and what is wrong in their files. It must not know what is done with guidelines.

import { isAbsolute, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { Lines } from "../text/lines.ts";
import { type FileView, Projects } from "../workspace/project.ts";

const projects = new Projects();

/** What its project says of a file. */
export const viewOf = (file: string): Promise<FileView | undefined> =>
  projects.viewOf(pathToFileURL(file).href);

/** The folder of the project that a folder belongs to. */
export const projectAround = (folder: string): Promise<string | undefined> =>
  projects.rootOf(pathToFileURL(join(folder, "any.md")).href);

/** With their places, for people. */
export async function projectProblems(): Promise<readonly string[]> {
  const loaded = await Promise.all(projects.read.map((root) => projects.at(root)));
  return loaded.flatMap(({ files }) =>
    files.flatMap(({ path, text, problems }) => {
      const lines = new Lines(text);
      return problems.map(({ span, message, severity }) => {
        const { line, character } = lines.positionAt(span.start);
        return `${shown(path)}:${line + 1}:${character + 1} ${severity} project-file\n  ${message}`;
      });
    }),
  );
}

/** As the user would name it, where it lies below the folder they are in. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") || isAbsolute(near) ? path : near;
}
