// A project with the dictionaries that its file includes. Files that include each other are told where they do; the
// rest is read. It must not know a disk: whoever asks reads the files.

import { dirname, isAbsolute, join } from "node:path";
import { type Dictionary, joined } from "../lexicon/dictionary.ts";
import type { Problem, Project } from "./project.ts";
import { type Include, readDictionary, readProject } from "./read-project.ts";

export interface FileRead {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}
export interface LoadedProject {
  readonly project: Project;
  /** The project's own file first. */
  readonly files: readonly [FileRead, ...FileRead[]];
}

/** Undefined for what cannot be read. */
export type ReadText = (path: string) => Promise<string | undefined>;

export async function loadProject(path: string, text: string, readText: ReadText): Promise<LoadedProject> {
  const { value, includes, problems } = readProject(text);
  const loading = new Dictionaries(readText);
  const more = await loading.include({ path, problems, text, includes }, [path]);
  const dictionary = [value.dictionary, ...more].reduce(joined);
  const [own = { path, text, problems }, ...others] = loading.files;
  return { project: { ...value, dictionary }, files: [own, ...others] };
}

const mostFiles = 100;

class Dictionaries {
  readonly files: FileRead[] = [];
  readonly #readText: ReadText;

  constructor(readText: ReadText) {
    this.#readText = readText;
  }

  /** What a file includes, in its order; `chain` leads from the project's file to it. */
  async include(
    { includes, ...file }: FileRead & { readonly includes: readonly Include[] },
    chain: readonly string[],
  ): Promise<readonly Dictionary[]> {
    const problems = [...file.problems];
    this.files.push({ ...file, problems });
    const found: Dictionary[] = [];
    for (const { file: name, span } of includes) {
      const report = (message: string) => void problems.push({ span, message, severity: "error" });
      const path = isAbsolute(name) ? name : join(dirname(file.path), name);
      if (chain.includes(path))
        report(`“${name}” leads back here: the files include each other in a circle.`);
      // Two files may include the same third one.
      else if (this.files.some((other) => other.path === path)) continue;
      else if (this.files.length >= mostFiles)
        report(`More than ${mostFiles} files are included; this one is not.`);
      else {
        const text = await this.#readText(path);
        if (text === undefined)
          report(`“${name}” could not be read. Its path counts from this file's folder.`);
        else found.push(...(await this.#dictionary(path, text, chain)));
      }
    }
    return found;
  }

  async #dictionary(path: string, text: string, chain: readonly string[]): Promise<readonly Dictionary[]> {
    const { value, includes, problems } = readDictionary(text);
    return [value, ...(await this.include({ path, text, problems, includes }, [...chain, path]))];
  }
}
