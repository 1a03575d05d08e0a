// What the model has read of the author's text, kept on disk from one session to the next where the author wants that:
// privately, and each given out once. It must not know how a state is made or used.
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { hashOf, keyOf, privateFolder } from "./prepared-states.ts";

export interface ContextsOptions {
  readonly folder: string;
  /** Whatever a state depends on: the weights, the engine, how the cache is laid out. */
  readonly identity: string;
  /** Bytes that the folder may have. */
  readonly mostBytes?: number;
}

const usualBytes = 5e8;
const ending = ".context";

export class KeptContexts {
  readonly #folder: string;
  readonly #key: string;
  readonly #mostBytes: number;

  constructor({ folder, identity, mostBytes = usualBytes }: ContextsOptions) {
    this.#folder = folder;
    this.#key = keyOf(identity);
    this.#mostBytes = mostBytes;
  }

  /** Hands out the newest that were kept, with the bytes that were once written, and forgets them all. */
  async take(load: readonly ((path: string) => Promise<unknown>)[]): Promise<void> {
    await privateFolder(this.#folder);
    const own = (await readdir(this.#folder)).filter((name) => name.startsWith(this.#key)).sort();
    const left = [...load];
    for (const name of own) {
      const taken = join(this.#folder, `${name}.taken`);
      // Gone before it is used: one that ends the process does so once.
      await rename(join(this.#folder, name), taken);
      const hash = name.slice(this.#key.length + 3, -ending.length);
      const sound = name.endsWith(ending) && (await hashOf(taken)) === hash;
      if (sound) await left.shift()?.(taken);
      await rm(taken, { force: true });
    }
  }

  /** Keeps what these write, the most important first. A folder that was erased meanwhile is not made again. */
  async keep(saves: readonly ((path: string) => Promise<unknown>)[]): Promise<void> {
    for (const [number, save] of saves.slice(0, 10).entries()) {
      const unfinished = join(this.#folder, `${this.#key}.${process.pid}.part`);
      try {
        await (await open(unfinished, "w", 0o600)).close();
        await save(unfinished);
        const name = `${this.#key}-${number}-${await hashOf(unfinished)}${ending}`;
        await rename(unfinished, join(this.#folder, name));
      } finally {
        await rm(unfinished, { force: true });
      }
    }
    await this.#prune();
  }

  /** Those of other models and the less important go first. */
  async #prune(): Promise<void> {
    const names = await readdir(this.#folder);
    const [own, others] = [names.filter((name) => name.startsWith(this.#key)).sort(), names];
    let total = 0;
    for (const name of new Set([...own, ...others])) {
      const path = join(this.#folder, name);
      total += (await stat(path).catch(() => undefined))?.size ?? 0;
      if (total > this.#mostBytes) await rm(path, { force: true });
    }
  }
}
