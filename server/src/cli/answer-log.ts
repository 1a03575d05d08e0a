// Answers on disk, one a line, written as they come, so that a long run that was stopped can go on. It must not
// know questions or models: an answer is found by its key.

import { type FileHandle, open } from "node:fs/promises";
import type { Answered } from "../tasks/multiple-choice/answering.ts";
import { CommandError } from "./command-error.ts";

interface Line extends Answered {
  readonly key: string;
}

export class AnswerLog {
  readonly #file: FileHandle | undefined;
  readonly #known: Map<string, Answered>;

  private constructor(file: FileHandle | undefined, known: Map<string, Answered>) {
    this.#file = file;
    this.#known = known;
  }

  /** Without a path nothing is kept. */
  static async open(path: string | undefined): Promise<AnswerLog> {
    if (path === undefined) return new AnswerLog(undefined, new Map());
    const file = await open(path, "a+").catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(`${path} cannot be written (${error.code}).`);
    });
    const text = await file.readFile("utf8");
    const lines = text.split("\n").map(lineIn);
    if (text !== "" && lines.every((line) => line === undefined)) {
      await file.close();
      throw new CommandError(`${path} holds something else than answers. Name another file for --results.`);
    }
    // The last line may have been cut off by whatever stopped the run.
    if (text !== "" && !text.endsWith("\n")) await file.appendFile("\n");
    return new AnswerLog(file, new Map(lines.flatMap((line) => (line ? [[line.key, line.answered]] : []))));
  }

  known(key: string): Answered | undefined {
    return this.#known.get(key);
  }

  async add(key: string, answered: Answered): Promise<void> {
    if (this.#known.has(key)) return;
    this.#known.set(key, answered);
    const line: Line = { key, ...answered };
    await this.#file?.appendFile(`${JSON.stringify(line)}\n`);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}

function lineIn(text: string): { readonly key: string; readonly answered: Answered } | undefined {
  try {
    const { key, ...answered } = JSON.parse(text) as Line;
    if (typeof key !== "string" || !Array.isArray(answered.logProbabilities)) return undefined;
    return { key, answered };
  } catch {
    return undefined;
  }
}
