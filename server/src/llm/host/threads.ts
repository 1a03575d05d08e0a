// How many threads the model is to compute with: the fewest that are about as fast as any, for the rest of the
// machine is the author's. It must not know llama.cpp.
import { availableParallelism } from "node:os";
import type { Measured } from "./measures.ts";

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

/**
 * `time` runs a typical piece of work with so many threads and tells the milliseconds. It is not sure where more threads
 * were so much slower that something else must have been at work.
 */
export async function fewestFast(
  most: number,
  time: (threads: number) => Promise<number>,
): Promise<Measured> {
  if (most === 1) return { value: 1, sure: true };
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
    value: Math.min(...fast.map(({ threads }) => threads)),
    sure: measured[0]!.ms <= hopeless * best,
  };
}

/** From the most downwards, in steps of about a quarter. */
function candidates(most: number): number[] {
  const counts = [1, 3 / 4, 1 / 2, 3 / 8, 1 / 4, 1 / 8].map((part) => Math.max(1, Math.round(most * part)));
  return [...new Set(counts)];
}
