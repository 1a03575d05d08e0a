// The guidelines that a command works on, read from what was named. It must not know what is done with them.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { guidelinesAmong } from "../guideline/recognition.ts";
import type { Dictionary } from "../lexicon/dictionary.ts";
import type { FileRules } from "../project/project.ts";
import { CommandError } from "./command.ts";
import { isMarked, readBytes, textIn } from "./files.ts";
import { filesNamed } from "./find-files.ts";
import { projectProblems, viewOf } from "./projects.ts";
import { coversProject } from "./whole-project.ts";

/** Plain data: it is handed to workers. */
export interface Source {
  /** As it was named. */
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  /** The file begins with a byte order mark, which is no text. */
  readonly marked: boolean;
  /** The folder of the project it belongs to. */
  readonly project: string | undefined;
  /** Whether all of that project is among what is checked. */
  readonly whole?: boolean;
  readonly rules?: FileRules | undefined;
  readonly dictionary?: Dictionary | undefined;
}

export interface Sources {
  readonly sources: readonly Source[];
  /** What could not be done, a sentence each. */
  readonly problems: readonly string[];
  /** What is worth knowing. */
  readonly notes: readonly string[];
}

interface Candidate {
  readonly source: Source;
  readonly path: string;
  readonly text: string;
  readonly inProject: boolean;
}

/** What cannot be read is said, and the rest goes on. */
export async function sourcesNamed(names: readonly string[], useIgnore: boolean): Promise<Sources> {
  const sources = new Map<string, Source>();
  const problems = new Set<string>();
  const notes: string[] = [];
  const orSay = async (work: Promise<void>) => {
    await work.catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      problems.add(error.message);
    });
  };
  const read = async (file: string, searched: boolean): Promise<Source | undefined> => {
    const known = sources.get(resolve(file));
    if (known) return known;
    if (!(await viewOf(file))?.ignored) return sourceOf(file, await readBytes(file));
    if (!searched) notes.push(`${file} is not checked: its project's guidewright.yaml ignores it.`);
    return undefined;
  };
  const readAll = async (name: string) => {
    const { files, searched } = await filesNamed(name, useIgnore);
    const found: Candidate[] = [];
    for (const file of files)
      await orSay(
        read(file, searched).then((source) => {
          if (source)
            found.push({
              source,
              path: resolve(file),
              text: source.text,
              inProject: source.project !== undefined,
            });
        }),
      );
    const wanted = searched ? guidelinesAmong(found) : found;
    for (const { path, source } of wanted) sources.set(path, source);
    if (searched && wanted.length === 0) notes.push(`There is no guideline in ${name}.`);
  };
  for (const name of names) await orSay(readAll(name));
  for (const problem of await projectProblems()) problems.add(problem);
  const all = [...sources.values()].map((one) => ({ ...one, whole: coversProject(names, one.project) }));
  return { sources: all, problems: [...problems], notes };
}

export async function sourceOf(file: string, bytes: Buffer): Promise<Source> {
  const uri = pathToFileURL(file).href;
  const [text, marked] = [textIn(bytes, file), isMarked(bytes)];
  const { root: project, rules, dictionary } = (await viewOf(file)) ?? {};
  return { file, uri, text, marked, project, rules, dictionary };
}
