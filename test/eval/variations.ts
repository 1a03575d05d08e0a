// Other forms of the same guideline: as another house would have written it, saying what it said. What is found in one
// form should be found in the others. It must not know how findings are come to.

export interface Variation {
  readonly name: string;
  /** Rules whose faults lie in the form itself. */
  readonly spares: readonly string[];
  /** Of a text with "«" and "»" about the faulty words, which stay about them. */
  readonly change: (text: string) => string;
}

type Change = (text: string) => string;

const notation = [
  "number-format-mixed",
  "error-prone-notation",
  "spelling-variant-mixed",
  "paired-units",
  "abbreviation-undefined",
  "abbreviation-conflict",
];
const references = [
  "list-numbering",
  "reference-missing",
  "link-missing",
  "footnote-missing",
  "citation-missing",
];

/** With a capital where there was one. */
const worded =
  (pattern: RegExp, words: string): Change =>
  (text) =>
    text.replace(pattern, (all, ...groups: unknown[]) => {
      const out = words.replace(/\$(\d)/g, (_all, n: string) => String(groups[Number(n) - 1] ?? ""));
      return /^\p{Lu}/u.test(all) ? out.charAt(0).toUpperCase() + out.slice(1) : out;
    });
const inTurn =
  (...changes: readonly Change[]): Change =>
  (text) =>
    changes.reduce((now, change) => change(now), text);
const eachLine =
  (change: (line: string) => string): Change =>
  (text) =>
    text.split("\n").map(change).join("\n");

const isRow = (line: string) => /^\s*[«»]*\|/.test(line);

/** Prose and items broken where they are full. */
const broken = eachLine((line) => {
  if (isRow(line) || /^\s*(?:#|---|\[)/.test(line) || /\]\(|</.test(line)) return line;
  const indent = " ".repeat(/^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line)?.[0].length ?? 0);
  const margin = /^\s*> ?/.exec(line)?.[0] ?? indent;
  let width = 0;
  return line.replace(/(\S) (?=\S)(?![-*+>#]|\d+[.)])/g, (_all, before: string, at: number) => {
    if (at - width < 72) return `${before} `;
    width = at;
    return `${before}\n${margin}`;
  });
});

/** Chapters in the opposite order. */
const turned: Change = (text) => {
  const [lead = "", ...chapters] = text.split(/^(?=«?## )/m);
  return [lead, ...chapters.reverse().map((chapter) => `${chapter.trimEnd()}\n\n`)].join("");
};

const amount = /(?<=\d) (?=(?:mg|g|micrograms|mL|units|mmol|kg)(?![\p{L}/]))/gu;
const order =
  /(\d+(?:\.\d+)? (?:mg|g|micrograms)(?:\/kg)?»?) (by mouth|orally|intravenously|intramuscularly|subcutaneously) (once daily|twice daily|(?:three|four) times (?:daily|a day)|every \d+ hours)/g;
const howOften = (once: string, twice: string, thrice: string): Change =>
  inTurn(
    worded(/\bonce (?:daily|a day)\b/gi, once),
    worded(/\b(?:twice (?:daily|a day)|every 12 hours)\b/gi, twice),
    worded(/\b(?:three times (?:daily|a day)|every 8 hours)\b/gi, thrice),
  );

export const variations: readonly Variation[] = [
  { name: "lines broken at 72 signs", spares: [], change: broken },
  { name: "stars as bullets", spares: [], change: eachLine((line) => line.replace(/^(\s*)-(?= )/, "$1*")) },
  {
    name: "amounts in bold",
    spares: notation,
    change: eachLine((line) =>
      /\*\*|__|^#|\]\(/.test(line)
        ? line
        : line.replace(/(?<![\d.,])(\d[\d.,]*) (mg|g|micrograms|mL)(?![\p{L}/])/gu, "**$1 $2**"),
    ),
  },
  { name: "spaces that do not break", spares: notation, change: (text) => text.replace(amount, "\u00A0") },
  { name: "no space before units", spares: notation, change: (text) => text.replace(amount, "") },
  {
    name: "headings a level lower",
    spares: references,
    change: eachLine((line) => line.replace(/^##/, "###")),
  },
  { name: "chapters in the opposite order", spares: [...references, ...notation], change: turned },
  {
    name: "a box",
    spares: references,
    change: (text) =>
      text.startsWith("---") ? text : text.replace(/(?<=\n)(?!#)(.*)$/gm, "> $1").replace(/> $/gm, ">"),
  },
  {
    name: "routes in letters",
    spares: notation,
    change: inTurn(
      worded(/\b(?:by mouth|orally)\b/gi, "PO"),
      worded(/\bintravenously\b/gi, "IV"),
      worded(/\bintramuscularly\b/gi, "IM"),
    ),
  },
  {
    name: "routes in words",
    spares: notation,
    change: inTurn(
      worded(/\bby mouth\b/gi, "orally"),
      worded(/\bintravenously\b/gi, "by slow intravenous injection"),
      worded(/\bintramuscularly\b/gi, "by intramuscular injection"),
    ),
  },
  {
    name: "hours between doses",
    spares: notation,
    change: howOften("every 24 hours", "every 12 hours", "8-hourly"),
  },
  {
    name: "times each day",
    spares: notation,
    change: howOften("once each day", "two times per day", "3 times a day"),
  },
  { name: "Latin letters", spares: notation, change: howOften("od", "bd", "tds") },
  { name: "the route behind", spares: notation, change: (text) => text.replace(order, "$1 $3 $2") },
  { name: "the route before", spares: notation, change: (text) => text.replace(order, "$2 $1 $3") },
  { name: "commas in orders", spares: notation, change: (text) => text.replace(order, "$1, $2, $3") },
  {
    name: "lengths in words",
    spares: notation,
    change: inTurn(
      worded(/\b(\d+) days\b/g, "$1 days in all"),
      worded(/\b(?:14|fourteen) days in all\b/g, "two weeks"),
      worded(/\b(?:7|seven) days in all\b/g, "one week"),
      worded(/ in all\b/g, ""),
    ),
  },
  {
    name: "less and more as signs",
    spares: notation,
    change: inTurn(
      worded(/\b(?:below|less than) (?=«?\d)/gi, "< "),
      worded(/\b(?:above|more than) (?=«?\d)/gi, "> "),
    ),
  },
  {
    name: "lower and higher",
    spares: notation,
    change: inTurn(worded(/\bbelow (?=«?\d)/gi, "lower than "), worded(/\babove (?=«?\d)/gi, "higher than ")),
  },
  {
    name: "per kilogram in words",
    spares: notation,
    change: worded(/(?<=\d) ?mg\/kg(?![/\w])/g, " mg per kg"),
  },
  {
    name: "other names of people",
    spares: [],
    change: inTurn(
      worded(/\bpatients\b/gi, "people"),
      worded(/(?<!-)\bpregnant women\b/gi, "women who are pregnant"),
      worded(/\bneonates\b/gi, "newborn babies"),
    ),
  },
  {
    name: "a ban in other words",
    spares: ["vague-wording", "strength-wording"],
    change: inTurn(
      worded(/\b(is|are) contraindicated in\b/g, "must not be used in"),
      worded(/(?<=^(?:[-*] )?|[.:;] )Do not give (?=\p{Ll})/gmu, "Never give "),
    ),
  },
];
