// A folder of real guidelines, measured: findings for each rule with the verdicts that are kept on them, and wrong
// ones per 10,000 words. `--list` shows them all, `--label` those without a verdict, in a form to fill in.

import { type CorpusLabels, labelOf, readLabels, type Verdict } from "../support/corpus-labels.ts";
import { type Found, findingsIn, isSerious } from "./findings.ts";
import type { Options } from "./options.ts";

type Kind = Verdict | "unlabelled" | "advice";
type Counts = Record<Kind, number>;

export function measureFolder(folder: string, options: Options): void {
  const { files, documents, words, found, failures } = findingsIn(folder, options.valueOf("--rule"));
  const labels = readLabels();
  for (const failure of failures) console.log(failure);
  if (options.has("--label")) {
    for (const one of found) if (kindOf(one, labels) === "unlabelled") printToFillIn(one);
    return;
  }
  if (options.has("--list")) for (const one of found) printFinding(one, kindOf(one, labels));
  console.log(`${folder}: ${files.length} files, ${words} words`);
  printCounts(found, words, labels);
  const keys = new Set(found.map(({ document, key }) => `${document} ${key}`));
  const stale = Object.entries(labels)
    .filter(([document]) => documents.has(document))
    .flatMap(([document, known]) => Object.keys(known).filter((key) => !keys.has(`${document} ${key}`)));
  if (stale.length > 0 && !options.valueOf("--rule"))
    console.log(`  verdicts on findings that are no longer made: ${stale.length}`);
}

/** Projects without fault: every warning in them is a wrong one. */
export function measureClean(folders: readonly string[], options: Options): void {
  const all = folders.map((folder) => findingsIn(folder, options.valueOf("--rule")));
  const words = all.reduce((sum, one) => sum + one.words, 0);
  const wrong = all.flatMap(({ found }) => found.filter(({ finding }) => isSerious(finding)));
  for (const one of wrong) printFinding(one, "noise");
  const per = ((wrong.length / words) * 1e4).toFixed(2);
  console.log(`clean handbooks: ${words} words, ${wrong.length} warnings, ${per} per 10,000 words`);
}

function kindOf({ finding, document, key }: Found, labels: CorpusLabels): Kind {
  if (!isSerious(finding)) return "advice";
  return labelOf(labels, document, key)?.verdict ?? "unlabelled";
}

function printCounts(found: readonly Found[], words: number, labels: CorpusLabels): void {
  const none = (): Counts => ({ true: 0, noise: 0, unlabelled: 0, advice: 0 });
  const all = none();
  const byRule = new Map<string, Counts>();
  for (const one of found) {
    const counts = byRule.get(one.finding.rule) ?? none();
    byRule.set(one.finding.rule, counts);
    const kind = kindOf(one, labels);
    counts[kind]++;
    all[kind]++;
  }
  console.log(`  ${"".padEnd(26)} true  noise  unlabelled  wrong per 10,000 words  (information, hint)`);
  for (const [rule, counts] of [...byRule].sort()) printRow(rule, counts, words);
  printRow("all warnings and errors", all, words);
}

function printRow(name: string, counts: Counts, words: number): void {
  const per = (count: number) => ((count / words) * 1e4).toFixed(2);
  // What nobody has looked at may be wrong.
  const wrong = `${per(counts.noise)}${counts.unlabelled > 0 ? `–${per(counts.noise + counts.unlabelled)}` : ""}`;
  console.log(
    [
      `  ${name.padEnd(26)}`,
      String(counts.true).padStart(4),
      String(counts.noise).padStart(6),
      String(counts.unlabelled).padStart(11),
      wrong.padStart(23),
      String(counts.advice).padStart(11),
    ].join(" "),
  );
}

function printFinding(found: Found, kind: Kind): void {
  console.log(linesOf(found, kind).join("\n"));
}

function linesOf({ name, line, finding, lineText, guideline }: Found, kind: Kind): string[] {
  const related = finding.related.map((other) => {
    const { lines } = other.in?.guideline ?? guideline;
    const at = lines.positionAt(other.span.start).line;
    const file = other.in?.uri.split("/").at(-1) ?? "";
    return `      ↔ ${file}:${at + 1} ${lines.textOf(at).trim().slice(0, 200)}`;
  });
  return [
    `${name}:${line} ${finding.severity} ${finding.rule} (${kind}): ${finding.message}`,
    `      ${lineText.slice(0, 220)}`,
    ...related,
  ];
}

function printToFillIn(found: Found): void {
  const comments = linesOf(found, "unlabelled").map((line) => `# ${line}`);
  console.log([...comments, `${found.document} ${found.key} ? reason in three to eight words`].join("\n"));
}
