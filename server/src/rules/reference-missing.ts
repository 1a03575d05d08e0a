// A reference to a section, table, figure, box, annex or page that stands nowhere.

import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { calledBeside, type Label, labelsBeside, labelsOf } from "../guideline/label.ts";
import { isCommonName, type LabelKind, wordFor } from "../guideline/label-kind.ts";
import type { NamedNumber } from "../guideline/label-mention.ts";
import { distance, expectation, readingsOf, skippedBeside, stands } from "../guideline/label-number.ts";
import { type Reference, referencesOf } from "../guideline/reference.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { mostBeside } from "./annex.ts";
import { type Gathered, gathering } from "./gathered.ts";
import { namedInVain } from "./named-missing.ts";
import { defineRule, type Fix, type Neighbour } from "./rule.ts";

interface State {
  readonly at: Span;
  readonly instead: readonly string[];
}

export const referenceMissing = defineRule<State>({
  id: "reference-missing",
  severity: "warning",
  compares: true,
  summary: "The text refers to a table, figure, box, section, annex or page that is not there.",
  rationale:
    "Tables are renumbered, sections are moved, and the reader who looks for “Table 7” in an emergency finds nothing. " +
    "Only what the document, or its project, numbers in the same way is looked up; references into other works are not.",
  examples: {
    invalid: [
      "Give fluids as in Table 3.\n                  ^^^^^^^\n\n**Table 1: Danger signs**\n\n**Table 2: Fluids**",
      "## 1 Scope\n\nSee sections 2.1 and 2.4.\n                     ^^^\n\n## 2 Care\n\n### 2.1 Fever\n\n### 2.2 Cough",
    ],
    valid: [
      "Give fluids as in Tables 1–2 and in Table 5 of the WHO handbook.\n\n**Table 1: Danger signs**\n\n**Table 2: Fluids**",
      "The danger signs are in Table 4.",
    ],
  },

  *check(guideline, { neighbours }) {
    const all = referencesOf(guideline).flatMap((reference) => {
      if (reference.kind === "section" && isBelowLaw(guideline, reference)) return [];
      const found = missing(guideline, neighbours, reference);
      return found ? [{ reference, found }] : [];
    });
    const lost = chaptersLost(all.map(({ reference }) => reference));
    const asked = new Set<string>();
    for (const { reference, found } of all) {
      const name = nameOf(reference);
      const isTold =
        asked.has(name) || lost.has(chapterOf(name)) || isOfBroken(guideline, neighbours, reference);
      yield isTold ? { ...found, severity: "information" as const } : found;
      asked.add(name);
    }
    yield* namedInVain(guideline, neighbours);
  },

  fix: ({ at, instead }): Fix[] =>
    instead.map((newText) => ({
      title: `Did you mean ${newText}?`,
      edits: [{ span: at, newText }],
      certain: false,
    })),
});

/** "Section 5(2)" below "Mental Health Act", or in a section that has named one before: of that. */
function isBelowLaw({ sections, markdown: { plain } }: Guideline, { start, number }: Reference): boolean {
  const section = sectionAt(sections, start);
  const said = section && !number.written.includes(".") ? plain.slice(section.headingSpan.end, start) : "";
  if (statute.test(plain.slice(Math.max(0, start - 60), start))) return true;
  return law.test(said) || pathOf(section).some(({ title }) => law.test(title));
}
/** "Revised Statutes, Chapter 190, Section 243" */
const statute =
  /\b(?:Statutes?|RSMo|U\.?S\.?C\.?|C\.?F\.?R\.?|Penal +Code|Code +of +[A-Z][a-z]+|Health +(?:and|&) +Safety +Code)\b[^.;\n]*$/;
const law = /\p{L} +(?:Act|Statute|Ordinance|Decree|Constitution|Bill +of +Rights)\b/u;

const nameOf = ({ kind, number }: Reference) => `${kind} ${number.readings[0] ?? number.written}`;
const chapterOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf(".")));

/** Of so many numbers of one chapter none is wrong: it stands elsewhere. */
const mostOfChapter = 2;

function chaptersLost(missing: readonly Reference[]): ReadonlySet<string> {
  const names = [...new Set(missing.map(nameOf))].filter((name) => chapterOf(name) !== "");
  const chapters = grouped(names, chapterOf);
  return new Set([...chapters].flatMap(([chapter, all]) => (all.length > mostOfChapter ? [chapter] : [])));
}

const called = gathering(({ guideline }) => calledBeside(guideline));

/** Of a row of titles with several gaps more were lost; of so many annexes beyond the last the end of the book. */
function isOfBroken(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  { kind, number }: Reference,
): boolean {
  if (!captioned.test(kind)) return false;
  const labels = [...(labelsOf(guideline).get(kind) ?? []), ...allOf(labelsElsewhere(neighbours)(kind))];
  const numbers = labels.flatMap(({ readings }) => readings);
  const own = referencesOf(guideline).filter((one) => one.kind === kind);
  // One that all follow in other documents may go on in yet another.
  const isLed = kind === "annex" && !labelsOf(guideline).has(kind);
  const calls = [
    ...own.flatMap((one) => one.number.readings),
    ...(kind === "annex" ? called(neighbours)(kind).flatMap(({ value }) => [...value]) : []),
  ];
  return number.readings.every((reading) => {
    const { inner, beyond } = skippedBeside(reading, numbers, calls);
    return inner > mostOfChapter || beyond > (isLed ? 0 : mostOfChapter);
  });
}
const captioned = /^(?:section|protocol|table|figure|box|annex|algorithm|flowchart|chart)$/;

const labelsElsewhere = gathering(({ guideline }) => labelsBeside(guideline));
const allOf = oncePer((list: readonly Gathered<readonly Label[]>[]) => list.flatMap(({ value }) => value));
const known = whileFrom<NamedNumber, ReturnType<typeof lookedFor>>();

function missing(guideline: Guideline, neighbours: readonly Neighbour[], reference: Reference) {
  const { kind, number, start } = reference;
  const own = labelsOf(guideline).get(kind);
  const others = labelsElsewhere(neighbours)(kind);
  const names = kind === "chapter" && neighbours.map(({ uri }) => uri).join("\n");
  const isPart = partBy.get(kind);
  const parts = isPart ? [...sectionsOf(guideline, neighbours)] : [];
  const isLone = own === undefined && isOfAnnex(guideline, neighbours, kind);
  const from = [own, others, start, names, neighbours.length > 0, isLone, ...parts];
  return known(number, from, () =>
    number.readings.some((reading) => parts.some((list) => isPart?.(list, reading)))
      ? undefined
      : lookedFor(own ?? [], allOf(others), { neighbours, isLone }, reference),
  );
}

/** Of a chapter with one or two annexes beside it, to none of which it leads. */
function isOfAnnex(guideline: Guideline, neighbours: readonly Neighbour[], kind: LabelKind): boolean {
  if (kind !== "annex" || neighbours.length > mostBeside) return false;
  const labels = allOf(labelsElsewhere(neighbours)(kind)).flatMap((label) => label.readings);
  const called = referencesOf(guideline).filter((one) => one.kind === kind);
  return (
    labels.length > 0 && !called.some(({ number }) => number.readings.some((one) => stands(one, labels)))
  );
}

function* sectionsOf(guideline: Guideline, neighbours: readonly Neighbour[]) {
  yield labelsOf(guideline).get("section") ?? noLabels;
  yield allOf(labelsElsewhere(neighbours)("section"));
}
const noLabels: readonly Label[] = [];

/** Where section 12.1 is, chapter 12 is, too. */
const isDivided = (sections: readonly Label[], chapter: string): boolean =>
  sections.some(({ readings }) => readings.some((one) => one.startsWith(`${chapter}.`)));

/** A recommendation may be called by the number before its paragraph: "1.7.1 Give hydrocortisone". */
const isParagraph = (sections: readonly Label[], number: string): boolean =>
  number.includes(".") && sections.some(({ readings }) => readings.includes(number));

const partBy = new Map<LabelKind, typeof isDivided>([
  ["chapter", isDivided],
  ["recommendation", isParagraph],
]);

function lookedFor(
  own: readonly Label[],
  others: readonly Label[],
  { neighbours, isLone }: { readonly neighbours: readonly Neighbour[]; readonly isLone: boolean },
  { kind, number, start, end }: Reference,
) {
  const { readings } = number;
  const standsIn = (labels: readonly Label[]) => {
    const numbers = labels.flatMap((label) => label.readings);
    return readings.some((reading) => stands(reading, numbers));
  };
  if (readings.length === 0 || standsIn(own) || isSpanOf([...own, ...others], number)) return undefined;
  if (standsIn(others) || (kind === "chapter" && isNamedSo(neighbours, readings, own.length > 0)))
    return undefined;
  const known = [...own, ...others];
  const numbers = known.flatMap((label) => label.readings);
  const expected = new Set(readings.map((reading) => expectation(reading, numbers)));
  const isSure = expected.has("sure");
  if (!isUsed(kind, known) || !(isSure || isLone || expected.has("likely"))) return undefined;
  const where = neighbours.length > 0 ? "in this document or beside it" : "in this document";
  const message = `There is no ${wordFor(kind)} ${number.written} ${where}. Correct the number, or add what is missing.`;
  const state = {
    at: { start: number.start, end: number.end },
    instead: nearIn(own.length > 0 ? own : known, readings),
  };
  // "Plan C" of severe dehydration is known by its letter, and is carried out elsewhere.
  const isWarned = isSure && kind !== "plan";
  return { span: { start, end }, message, state, ...(isWarned ? {} : { severity: "information" as const }) };
}

/** "Appendix 1-5", "Tables 5.7-5.9": from one of them to another. */
function isSpanOf(labels: readonly Label[], { written }: NamedNumber): boolean {
  const numbers = labels.flatMap((label) => label.readings);
  const ends = written.split(/[-‑]/);
  return ends.length === 2 && ends.every((end) => readingsOf(end).some((one) => stands(one, numbers)));
}

/** Files of a project may carry a chapter's number in their names only, this one, too, where it says no other. */
function isNamedSo(neighbours: readonly Neighbour[], readings: readonly string[], saysOwn: boolean): boolean {
  const names = neighbours.flatMap(
    ({ uri }) => /(?:^|\D)0*(\d{1,3})\D[^/]*$/.exec(uri.slice(uri.lastIndexOf("/")))?.[1] ?? [],
  );
  const numbers = new Set(names);
  const isNext = (number: number) => numbers.has(String(number - 1)) || numbers.has(String(number + 1));
  return readings.some(
    (reading) => numbers.has(reading) || (!saysOwn && numbers.size > 1 && isNext(Number(reading))),
  );
}

/** Sections whose numbers follow one another, not a heading that begins with some figure; two pages or steps. */
function isUsed(kind: LabelKind, labels: readonly Label[]): boolean {
  if (kind === "chapter" || isCommonName(kind)) return new Set(labels.map(({ written }) => written)).size > 1;
  if (kind !== "section" && kind !== "page" && kind !== "step" && kind !== "note") return labels.length > 0;
  const numbers = new Set(labels.flatMap((label) => label.readings));
  if (kind === "page" && !isDense([...numbers].map(Number))) return false;
  return [...numbers].some((number) => {
    const last = /\d+$/.exec(number)?.[0];
    if (last === undefined) return false;
    return numbers.has(`${number.slice(0, number.length - last.length)}${Number(last) + 1}`);
  });
}

/** Most pages bear their mark; a few bare figures are no pages. */
const isDense = (pages: readonly number[]): boolean =>
  pages.length * 2 > Math.max(...pages) - Math.min(...pages);

function nearIn(labels: readonly Label[], readings: readonly string[]): string[] {
  const near = new Map<string, number>();
  for (const { written, readings: others } of labels) {
    const apart = Math.min(...others.flatMap((other) => readings.map((reading) => distance(reading, other))));
    if (apart <= 2) near.set(written, Math.min(apart, near.get(written) ?? apart));
  }
  return [...near]
    .sort(([, a], [, b]) => a - b)
    .slice(0, 3)
    .map(([written]) => written);
}
