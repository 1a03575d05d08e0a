// What was measured of a model on this machine, remembered in a file: once is enough. It must not know what is
// measured, nor how.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, dirname } from "node:path";

export interface Measured {
  readonly value: number;
  /** False where it may have been another one on a quieter day. */
  readonly sure: boolean;
}

/** A model's file, what it was measured with, and what of it. */
export interface Measurable {
  readonly path: string;
  readonly size: number;
  readonly conditions: string;
  readonly isPossible: (value: number) => boolean;
}

type Measures = Record<string, unknown>;

/** What `measure` finds now, or found earlier. */
export async function remembered(
  file: string | undefined,
  { path, size, conditions, isPossible }: Measurable,
  measure: () => Promise<Measured>,
): Promise<number> {
  if (file === undefined) return (await measure()).value;
  const key = [basename(path), size, cpus()[0]?.model ?? process.arch, conditions].join(" | ");
  const known = Number(read(file)[key]);
  if (isPossible(known)) return known;
  const { value, sure } = await measure();
  if (sure) write(file, { ...read(file), [key]: value });
  return value;
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
