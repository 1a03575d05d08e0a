// Whether a model fits into the memory that is free, before it is loaded: what does not fit makes the whole machine
// stand still. It must not know llama.cpp.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { freemem } from "node:os";
import { join } from "node:path";
import { ModelError } from "../errors.ts";

export interface Need {
  /** The model's name for the user. */
  readonly model: string;
  /** Bytes of the weights. */
  readonly weights: number;
  /** Bytes of the cache and all else for this many tokens. */
  readonly context: number;
  readonly contextSize: number;
}

const leastContext = 512;
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** Says how much is missing, and what would fit instead. */
export function assertRoom({ model, weights, context, contextSize }: Need, free: number): void {
  const missing = weights + context - free;
  if (missing <= 0) return;
  const fitting = Math.floor((((free - weights) / context) * contextSize) / 256) * 256;
  throw new ModelError(
    "memory-short",
    `${model} needs about ${gigabytes(weights + context)} of memory, but only ${gigabytes(free)} are free: ${gigabytes(missing)} are missing.`,
    fitting >= leastContext
      ? `Set the context size to ${fitting} tokens or fewer, close other programs, or choose a smaller model.`
      : `Close other programs, or choose a model whose file has at most ${gigabytes(Math.max(0, free - context))}.`,
  );
}

/** Bytes that can be had without pushing anything to the disk: caches of files count as free. */
export async function freeMemory(): Promise<number> {
  if (process.platform === "darwin") {
    const pages = freeInVmStat(await vmStat().catch(() => ""));
    return Math.max(freemem(), pages);
  }
  // On Linux this is what the kernel holds for available, on Windows it includes what is on standby.
  return Math.min(freemem(), process.platform === "linux" ? await freeInGroup() : Number.POSITIVE_INFINITY);
}

/** What `vm_stat` prints: macOS counts reusable pages as taken, so they are added up here. */
export function freeInVmStat(output: string): number {
  const pageSize = Number(/page size of (\d+) bytes/.exec(output)?.[1] ?? 4096);
  const kinds = ["free", "inactive", "speculative", "purgeable"];
  const pages = kinds.map((kind) =>
    Number(new RegExp(`^Pages ${kind}:\\s+(\\d+)\\.`, "m").exec(output)?.[1] ?? 0),
  );
  return pageSize * pages.reduce((sum, count) => sum + count, 0);
}

/** What a container may still take; its caches can be dropped. Infinite without a limit. */
export async function freeInGroup(root = "/sys/fs/cgroup", own = "/proc/self/cgroup"): Promise<number> {
  const path = /^0::(.*)$/m.exec(await textOf(own))?.[1] ?? "/";
  let free = Number.POSITIVE_INFINITY;
  // A limit of any group above counts, too.
  for (let group = path; ; group = join(group, "..")) {
    const limit = Number.parseInt(await textOf(join(root, group, "memory.max")), 10);
    if (Number.isFinite(limit)) {
      const used = Number(await textOf(join(root, group, "memory.current")));
      const stat = await textOf(join(root, group, "memory.stat"));
      const cached = [...stat.matchAll(/^(?:inactive|active)_file (\d+)$/gm)];
      const reusable = cached.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
      free = Math.min(free, Math.max(0, limit - used + reusable));
    }
    if (group === "/" || group === ".") return free;
  }
}

const textOf = (file: string) =>
  readFile(file, "utf8").then(
    (text) => text.trim(),
    () => "",
  );

const vmStat = () =>
  new Promise<string>((resolve, reject) =>
    execFile("vm_stat", { timeout: 5_000 }, (error, stdout) => (error ? reject(error) : resolve(stdout))),
  );
