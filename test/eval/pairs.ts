// The seeded pairs, measured: for each rule how many faults it finds, and in how many clean twins anything is
// found. It must not know the corpus.

import { writeFileSync } from "node:fs";
import { type Guideline, parseGuideline } from "../../server/src/guideline/guideline.ts";
import { guidelinesAmong } from "../../server/src/guideline/recognition.ts";
import { checkGuideline, rules } from "../../server/src/rules/index.ts";
import type { Finding, LinkTarget, Neighbour, RuleSettings } from "../../server/src/rules/rule.ts";
import { type SeededFile, type SeededPair, seededPairs } from "../support/seeded.ts";
import { isSerious } from "./findings.ts";
import { type Options, percent } from "./options.ts";

interface Tally {
  pairs: number;
  found: number;
  hard: number;
  hardFound: number;
  /** Twins in which the pair's own rule, or any rule of severity warning or above, finds something. */
  own: number;
  any: number;
}

const noTally = (): Tally => ({ pairs: 0, found: 0, hard: 0, hardFound: 0, own: 0, any: 0 });

interface Checked {
  readonly file: SeededFile;
  readonly guideline: Guideline;
  readonly findings: readonly Finding[];
}

/** A pair of a rule that is off by itself asks for it. */
function asked(id: string): RuleSettings {
  const rule = rules.find((one) => one.id === id);
  return rule?.optIn ? { [id]: rule.severity } : {};
}

/** As a folder in which nobody has said what is a guideline: what is not recognised as one is not checked. */
function check(folder: readonly SeededFile[], severities: RuleSettings): Checked[] {
  const files = guidelinesAmong(folder.map((file) => ({ ...file, path: file.name, inProject: false })));
  const all: Neighbour[] = files.map(({ name, text }) => ({
    uri: `seeded:/${name}`,
    guideline: parseGuideline(text),
  }));
  return all.map(({ uri, guideline }, i) => {
    const others = all.filter((_one, other) => other !== i);
    const follow = (path: string) => followed(all, uri, path);
    const { findings, failures } = checkGuideline(guideline, { neighbours: others, follow, severities });
    for (const { rule, error } of failures) throw new Error(`${rule} failed`, { cause: error });
    return { file: files[i] as SeededFile, guideline, findings };
  });
}

/** From the folder of the file that holds the link. A pair's Markdown is all there; its pictures are not. */
function followed(all: readonly Neighbour[], from: string, path: string): LinkTarget | undefined {
  const steps = from.slice("seeded:/".length).split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  const found = all.find(({ uri }) => uri === `seeded:/${steps.join("/")}`);
  return found ?? (path.endsWith(".md") ? "missing" : undefined);
}

/** A finding of the rule that touches a marked line, or names one as its other side. */
export function isFound({ rule, fault }: SeededPair): boolean {
  return check(fault, asked(rule)).some(({ file, guideline, findings }) =>
    findings.some((finding) => {
      if (finding.rule !== rule) return false;
      const own = { marks: file.marks, lines: guideline.lines, span: finding.span };
      const others = finding.related.map((related) => ({
        marks: related.in ? marksOf(fault, related.in.uri) : file.marks,
        lines: (related.in?.guideline ?? guideline).lines,
        span: related.span,
      }));
      return [own, ...others].some(({ marks, lines, span }) => {
        const lineOf = (offset: number) => lines.positionAt(offset).line;
        return marks.some(
          ({ start, end }) => lineOf(span.start) <= lineOf(end) && lineOf(span.end) >= lineOf(start),
        );
      });
    }),
  );
}

/** The rules that warn of something in the twin. */
export const warnedRules = ({ rule, twin }: SeededPair): readonly string[] =>
  check(twin, asked(rule)).flatMap(({ findings }) => findings.filter(isSerious).map((one) => one.rule));

const marksOf = (files: readonly SeededFile[], uri: string) =>
  files.find(({ name }) => uri === `seeded:/${name}`)?.marks ?? [];

function describe({ name, rule: own, twin }: SeededPair): string[] {
  return check(twin, asked(own)).flatMap(({ file, guideline, findings }) =>
    findings.map(({ rule, severity, span, message }) => {
      const line = guideline.lines.positionAt(span.start).line + 1;
      const words = JSON.stringify(guideline.text.slice(span.start, span.end).slice(0, 80));
      return `    ${name} ${file.name}:${line} ${severity} ${rule}: ${words} ${message}`;
    }),
  );
}

export function measurePairs(options: Options): void {
  const tallies = new Map<string, Tally>();
  const only = options.valueOf("--rule");
  for (const pair of seededPairs(options.valueOf("--pairs"))) {
    if (only && pair.rule !== only) continue;
    const tally = tallies.get(pair.rule) ?? noTally();
    tallies.set(pair.rule, tally);
    measure(pair, tally, options.has("--misses"));
  }
  print(tallies, options.valueOf("--json"));
}

function measure(pair: SeededPair, tally: Tally, listed: boolean): void {
  const found = isFound(pair);
  const twin = check(pair.twin, asked(pair.rule)).flatMap(({ findings }) => findings);
  const own = twin.some(({ rule }) => rule === pair.rule);
  const any = own || twin.some(isSerious);
  tally.pairs++;
  tally.found += Number(found);
  tally.hard += Number(pair.hard);
  tally.hardFound += Number(pair.hard && found);
  tally.own += Number(own);
  tally.any += Number(any);
  if (!listed) return;
  const faulty = pair.fault.flatMap(({ text, marks }) =>
    marks.map(({ start, end }) => text.slice(start, end)),
  );
  if (!found) console.log(`MISSED ${pair.name}: ${faulty.join(" | ")}`);
  if (any) {
    const by = own ? "" : " (by another rule)";
    console.log([`TWIN FLAGGED ${pair.name}${by}`, ...describe(pair)].join("\n"));
  }
}

function print(tallies: ReadonlyMap<string, Tally>, json: string | undefined): void {
  const sum = noTally();
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  console.log("rule                      recall");
  for (const [rule, tally] of rows) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
    printRow(rule, tally);
  }
  printRow("all", sum);
  const goal = (met: boolean) => (met ? "met" : "missed");
  const few = (count: number) => `${percent(count, sum.pairs)} (${goal(count <= 0.02 * sum.pairs)})`;
  console.log(
    [
      `goals: recall ≥ 95 %: ${goal(sum.found >= 0.95 * sum.pairs)} (${percent(sum.found, sum.pairs)})`,
      `twins flagged ≤ 2 %: by their rule ${few(sum.own)}, by any rule ${few(sum.any)}`,
    ].join("; "),
  );
  if (json)
    writeFileSync(json, `${JSON.stringify({ rules: Object.fromEntries(rows), all: sum }, null, 2)}\n`);
}

function printRow(name: string, { pairs, found, hard, hardFound, own, any }: Tally): void {
  const recall = `${`${found}/${pairs}`.padStart(8)} ${percent(found, pairs).padStart(8)}`;
  const ofHard = `hard ${`${hardFound}/${hard}`.padStart(6)}`;
  const twins = `twins: own rule ${String(own).padStart(3)}, any warning ${String(any).padStart(3)}`;
  console.log(`${name.padEnd(24)} ${recall}   ${ofHard}   ${twins}`);
}
