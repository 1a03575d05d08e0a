// The guidelines that a command works on, read from what was named. It must not know what is done with them.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { recogniseGuideline } from "../guideline/recognition.ts";
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
  const read = async (file: string, searched: boolean): Promise<boolean> => {
    const path = resolve(file);
    if (sources.has(path)) return true;
    if ((await viewOf(file))?.ignored) {
      if (!searched) notes.push(`${file} is not checked: its project's guidewright.yaml ignores it.`);
      return false;
    }
    const source = await sourceOf(file, await readBytes(file));
    const inProject = source.project !== undefined;
    const isGuideline =
      !searched || recogniseGuideline({ text: source.text, enable: "auto", inProject }).guideline;
    if (isGuideline) sources.set(path, source);
    return isGuideline;
  };
  const readAll = async (name: string) => {
    const { files, searched } = await filesNamed(name, useIgnore);
    let count = 0;
    for (const file of files)
      await orSay(
        read(file, searched).then((isOne) => {
          if (isOne) count++;
        }),
      );
    if (searched && count === 0) notes.push(`There is no guideline in ${name}.`);
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
