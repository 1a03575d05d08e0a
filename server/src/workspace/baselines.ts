// Baselines as they lie on disk, read when first asked for and again when told that something changed.
// One that cannot be read is said once; the work goes on as if there were none. It must not know a connection.

import { access, readFile, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { type Baseline, largestBaseline, parseBaseline, withoutFile } from "./baseline.ts";

interface Loaded {
  readonly text: string;
  readonly vanished: readonly string[];
  /** What is known of a file, by its path from the baseline's folder. */
  readonly knownIn: (name: string) => ReadonlySet<string>;
}

export class Baselines {
  readonly #say: (message: string) => void;
  readonly #said = new Set<string>();
  #loading = new Map<string, Promise<Loaded | undefined>>();
  readonly #asked = new Set<string>();
  readonly #last = new Map<string, Loaded>();

  constructor(say: (message: string) => void) {
    this.#say = say;
  }

  /** The same set until something in it changes; undefined where there is no such baseline. */
  async knownIn(baseline: string, path: string): Promise<ReadonlySet<string> | undefined> {
    const loading = this.#loading.get(baseline) ?? this.#load(baseline);
    this.#loading.set(baseline, loading);
    this.#asked.add(baseline);
    return (await loading)?.knownIn(relative(dirname(baseline), path).split(sep).join("/"));
  }

  isOne(path: string): boolean {
    return this.#asked.has(path);
  }

  /** Some file may have come, gone or changed. */
  forget(): void {
    this.#loading = new Map();
  }

  async #load(path: string): Promise<Loaded | undefined> {
    const text = await read(path).catch(() => undefined);
    if (text === undefined) return undefined;
    const baseline = parseBaseline(text);
    if (typeof baseline === "string") {
      const message = `${path} is not used as a baseline: ${baseline}. Everything counts as new.`;
      if (!this.#said.has(message)) this.#say(message);
      this.#said.add(message);
      return undefined;
    }
    const there = await Promise.all(
      [...baseline.files.keys()].map((name) => isThere(join(dirname(path), name))),
    );
    const vanished = [...baseline.files.keys()].filter((_name, i) => !there[i]);
    const last = this.#last.get(path);
    if (last?.text === text && last.vanished.join("\n") === vanished.join("\n")) return last;
    const loaded = { text, vanished, knownIn: knownBy(baseline, vanished) };
    this.#last.set(path, loaded);
    return loaded;
  }
}

/** A file's own findings, and those of files that are there no more: it may have been one of them. */
function knownBy(baseline: Baseline, vanished: readonly string[]): Loaded["knownIn"] {
  const gone = withoutFile(baseline, (name) => !vanished.includes(name));
  const sets = new Map<string, ReadonlySet<string>>();
  return (name) => {
    const known = sets.get(name) ?? new Set([...(baseline.files.get(name) ?? []), ...gone]);
    sets.set(name, known);
    return known;
  };
}

async function read(path: string): Promise<string> {
  // What is too long is refused by its length alone.
  if ((await stat(path)).size > 4 * largestBaseline) return " ".repeat(largestBaseline + 1);
  return readFile(path, "utf8");
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
