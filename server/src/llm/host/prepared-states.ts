// Fixed beginnings of prompts as the model has read them, kept on disk between sessions. A file's name tells what
// it belongs to and the hash of its bytes: a wrong or damaged one would end the process, so none gets to llama.cpp
// unchecked. It must not know how a state is made or used.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, lstat, mkdir, open, readdir, rename, rm, stat, statfs, utimes } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

export interface StatesOptions {
  readonly folder: string;
  /** Whatever a state depends on: the weights, the engine, how the cache is laid out. */
  readonly identity: string;
  /** Bytes that the folder may have. */
  readonly mostBytes?: number;
}

/** Shorter beginnings are read in no time. */
export const leastTokens = 64;
const usualBytes = 1e9;
/** So many bytes are left free on the disk. */
const reserve = 2e9;
const ending = ".state";

export class PreparedStates {
  readonly #folder: string;
  readonly #identity: string;
  readonly #mostBytes: number;
  /** After a failure nothing more is tried: the disk is full, or the folder is not ours. */
  #broken = false;

  constructor({ folder, identity, mostBytes = usualBytes }: StatesOptions) {
    this.#folder = folder;
    this.#identity = identity;
    this.#mostBytes = mostBytes;
  }

  /** A file with the state after exactly these tokens, with the bytes that were once written. */
  async find(tokens: readonly number[]): Promise<string | undefined> {
    if (this.#broken) return undefined;
    const key = this.#keyOf(tokens);
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const [owner, hash] = name.slice(0, -ending.length).split("-");
      if (owner !== key || !name.endsWith(ending)) continue;
      const path = join(this.#folder, name);
      if ((await hashOf(path).catch(() => undefined)) === hash) {
        const now = new Date();
        await utimes(path, now, now).catch(() => {});
        return path;
      }
      await rm(path, { force: true });
    }
    return undefined;
  }

  /** Keeps what `save` writes; does nothing where that is not possible. */
  async keep(tokens: readonly number[], save: (path: string) => Promise<unknown>): Promise<void> {
    if (this.#broken) return;
    const key = this.#keyOf(tokens);
    const unfinished = join(this.#folder, `${key}.${process.pid}.part`);
    try {
      await privateFolder(this.#folder);
      const { bavail, bsize } = await statfs(this.#folder);
      if (bavail * bsize < reserve) return;
      // Made by us, so that it is nobody else's to read from its first byte on.
      await (await open(unfinished, "w", 0o600)).close();
      await save(unfinished);
      await rename(unfinished, join(this.#folder, `${key}-${await hashOf(unfinished)}${ending}`));
      await this.#prune();
    } catch {
      this.#broken = true;
    } finally {
      await rm(unfinished, { force: true }).catch(() => {});
    }
  }

  #keyOf(tokens: readonly number[]): string {
    return keyOf(this.#identity, tokens.join());
  }

  /** Those used longest ago go first; what another process has not finished in an hour never will be. */
  async #prune(): Promise<void> {
    const files = [];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const { size, mtimeMs } = await stat(path);
      if (name.endsWith(ending)) files.push({ path, size, mtimeMs });
      else if (Date.now() - mtimeMs > 3_600_000) await rm(path, { force: true });
    }
    let total = 0;
    for (const { path, size } of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
      total += size;
      if (total > this.#mostBytes) await rm(path, { force: true });
    }
  }
}

export function keyOf(identity: string, more = ""): string {
  return createHash("sha256").update(identity).update(more).digest("hex").slice(0, 32);
}

export async function privateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid } = await lstat(folder);
  if (process.getuid && uid !== process.getuid()) throw new Error(`${folder} belongs to somebody else.`);
  await chmod(folder, 0o700);
}

export async function hashOf(path: string): Promise<string> {
  if (!(await lstat(path)).isFile()) throw new Error(`${path} is no file.`);
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

const samples = 32;
const sampleLength = 64 * 1024;

/** Tells one file of weights from another without reading gigabytes: its size and parts all over it. */
export async function fingerprintOf(path: string): Promise<string> {
  const { size } = await stat(path);
  const hash = createHash("sha256").update(String(size));
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(sampleLength);
    for (let sample = 0; sample < samples; sample++) {
      const at = Math.floor(((size - sampleLength) * sample) / (samples - 1));
      const { bytesRead } = await file.read(bytes, 0, sampleLength, Math.max(0, at));
      hash.update(bytes.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
  return hash.digest("hex");
}
