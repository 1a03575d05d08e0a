// What every bench and eval of the project prints: a table for people, and with --json FILE an array of
// figures for machines. It must not know what is measured.

import { writeFileSync } from "node:fs";

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is to reach: at most for "≤ 2", at least for "≥ 2". */
  readonly goal?: string;
  readonly met?: boolean;
  /** Why the goal may be out of reach; printed where it was missed. */
  readonly reason?: string;
  /** Measured in the same run, in the same unit. */
  readonly baseline?: number;
  readonly ratio?: number;
}

/** What was to be measured and could not be. */
export interface NotRun {
  readonly name: string;
  readonly notRun: string;
}

export type AnyFigure = Figure | NotRun;

export const notRun = (name: string, why: string): NotRun => ({ name, notRun: why });

/** Fills in what follows from the rest: the ratio from the baseline, whether the goal is met. */
export function figure(given: Omit<Figure, "met" | "ratio">): Figure {
  const ratio = given.baseline === undefined ? undefined : given.value / given.baseline;
  const met =
    given.goal === undefined
      ? undefined
      : reaches(/×$/.test(given.goal) ? (ratio ?? Number.NaN) : given.value, given.goal);
  return { ...given, ...(ratio !== undefined && { ratio }), ...(met !== undefined && { met }) };
}

function reaches(value: number, goal: string): boolean {
  const match = /^([≤≥])\s*([\d.]+)\s*×?$/.exec(goal);
  if (!match) throw new Error(`A goal reads like “≤ 2” or “≥ 0.5 ×”, not “${goal}”.`);
  return match[1] === "≤" ? value <= Number(match[2]) : value >= Number(match[2]);
}

/** Prints the table and writes --json FILE; goals that were missed are marked, not fatal. */
export function report(figures: readonly AnyFigure[], args: readonly string[] = process.argv): void {
  const rows = figures.map((one) => ("notRun" in one ? [one.name, `not run: ${one.notRun}`] : rowOf(one)));
  const head = ["what", "value", "compared with", "ratio", "goal"];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  for (const one of figures)
    if ("reason" in one && one.met === false) console.log(`${one.name}: ${one.reason}`);
  const at = args.indexOf("--json");
  const file = at >= 0 ? args[at + 1] : undefined;
  if (at >= 0 && file === undefined) throw new Error("--json needs a file name.");
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}

function rowOf({ name, value, unit, baseline, ratio, goal, met }: Figure): string[] {
  return [
    name,
    `${rounded(value)} ${unit}`,
    baseline === undefined ? "" : `${rounded(baseline)} ${unit}`,
    ratio === undefined ? "" : `${rounded(ratio)} ×`,
    goal === undefined ? "" : `${goal} ${met ? "met" : "MISSED"}`,
  ];
}

function rounded(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(3)));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
