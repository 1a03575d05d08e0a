// How many threads the model is to compute with: measured once for each model and machine, and remembered. The
// fewest that are about as fast as any, for the rest of the machine is the author's. It must not know llama.cpp.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { basename, dirname } from "node:path";

/** So much slower is still as fast: what is saved is worth more. */
const tolerance = 1.1;
/** So much slower, and fewer threads will not be faster. */
const hopeless = 1.5;
const patienceMs = 3_000;

/** The pool spins while it waits: more threads than cores make everything stand still. */
export function threadCount(wanted: number, physicalCores: number, usable = availableParallelism()): number {
  if (wanted > 0) return Math.min(Math.floor(wanted), usable);
  return Math.max(1, Math.min(physicalCores, usable) - 1);
}

export interface Found {
  readonly threads: number;
  /** False where more threads were so much slower that something else must have been at work. */
  readonly sure: boolean;
}

/** `time` runs a typical piece of work with so many threads and tells the milliseconds. */
export async function fewestFast(most: number, time: (threads: number) => Promise<number>): Promise<Found> {
  if (most === 1) return { threads: 1, sure: true };
  const counts = candidates(most);
  // The first time the weights are fetched from the disk.
  let spent = await time(Math.ceil(most / 2));
  const measured: { readonly threads: number; readonly ms: number }[] = [];
  for (const threads of counts) {
    const ms = await time(threads);
    measured.push({ threads, ms });
    spent += ms;
    const best = Math.min(...measured.map((one) => one.ms));
    if (measured.length > 1 && (ms > hopeless * best || spent > patienceMs)) break;
  }
  const best = Math.min(...measured.map(({ ms }) => ms));
  const fast = measured.filter(({ ms }) => ms <= tolerance * best);
  return {
    threads: Math.min(...fast.map(({ threads }) => threads)),
    sure: measured[0]!.ms <= hopeless * best,
  };
}

/** From the most downwards, in steps of about a quarter. */
function candidates(most: number): number[] {
  const counts = [1, 3 / 4, 1 / 2, 3 / 8, 1 / 4, 1 / 8].map((part) => Math.max(1, Math.round(most * part)));
  return [...new Set(counts)];
}

type Measures = Record<string, unknown>;

/** What `measure` found for this model on this machine, now or earlier. */
export async function remembered(
  file: string | undefined,
  { path, size, most }: { readonly path: string; readonly size: number; readonly most: number },
  measure: () => Promise<Found>,
): Promise<number> {
  if (file === undefined) return (await measure()).threads;
  const key = [basename(path), size, cpus()[0]?.model ?? process.arch, `at most ${most}`].join(" | ");
  const known = read(file)[key];
  if (Number.isInteger(known) && Number(known) >= 1 && Number(known) <= most) return Number(known);
  const { threads, sure } = await measure();
  if (sure) write(file, { ...read(file), [key]: threads });
  return threads;
}

function read(file: string): Measures {
  try {
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Measures) : {};
  } catch {
    return {};
  }
}

/** Whole or not at all; where that is not possible, it is measured again. */
function write(file: string, measures: Measures): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(measures, undefined, 2)}\n`);
    renameSync(draft, file);
  } catch {
    // A read-only cache costs a second at each start.
  }
}
