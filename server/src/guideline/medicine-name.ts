// Under which names a document speaks of one medicine, and whether it says that two of them are the same. It
// must not judge which name is to be used.

import { hasNationalNames } from "../lexicon/american-names.ts";
import { type Medicine, saltWords } from "../lexicon/medicine.ts";
import { isFormOf, officialName } from "../lexicon/official-names.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { isInCitation } from "./cited-line.ts";
import type { Guideline } from "./guideline.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { targetsIn } from "./medicine-target.ts";
import { isReferenceList } from "./reference-list.ts";
import { pathOf, type Section, sectionAt } from "./section.ts";

export interface NameUse {
  readonly name: string;
  /** Where it stands, without its salt. */
  readonly mentions: readonly MedicineMention[];
}

type Names = ReadonlyMap<string, ReadonlyMap<string, readonly MedicineMention[]>>;

/** Where each official name of a medicine stands; a combination's are left out. */
export const namesByMedicine = ({ medicines, text }: Guideline): Names =>
  byMedicine(medicines, [], () => {
    const all = new Map<string, Map<string, MedicineMention[]>>();
    for (const mention of medicines) {
      const name = mention.medicine.components.length > 0 ? undefined : officialName(mention.name);
      if (name === undefined) continue;
      const names = all.get(mention.medicine.name) ?? new Map<string, MedicineMention[]>();
      all.set(mention.medicine.name, names);
      const mentions = names.get(name) ?? [];
      names.set(name, mentions);
      mentions.push(known(mention, [name], () => narrowed(mention, name, text)));
    }
    return all;
  });
/** The same as long as no mention is another: where one stands is its own. */
const byMedicine = whileFrom<readonly MedicineMention[], Names>();

/** Of each medicine that has several, the names in use: the most frequent first, then by where they begin. */
export const namesInUse = oncePer((guideline: Guideline): readonly (readonly NameUse[])[] =>
  [...namesOf(guideline).values()].filter((names) => names.length > 1),
);

/** Of each medicine that has several here, or that has other names in other countries. */
export const namesOf = oncePer((guideline: Guideline): ReadonlyMap<string, readonly NameUse[]> => {
  const { text, sections } = guideline;
  const cited = (one: Span) => {
    const section = sectionAt(sections, one.start);
    return isReferenceList(section) || index.test(section?.title ?? "") || isInCitation(text, one);
  };
  const looked = [...namesByMedicine(guideline)].filter(
    ([, names]) =>
      names.size > 1 || [...names.values()].some(([one]) => one && hasNationalNames(one.medicine)),
  );
  const used = looked.map(([medicine, names]): [string, readonly NameUse[]] => {
    const uses = [...names].map(([name, mentions]) => ({
      name,
      mentions: mentions.filter((mention: MedicineMention) => !cited(mention) && !isOfBlood(text, mention)),
    }));
    const sorted = uses
      .filter(({ mentions }) => mentions.length > 0)
      .toSorted((a, b) => b.mentions.length - a.mentions.length || startOf(a) - startOf(b));
    const [main] = sorted;
    return [medicine, sorted.filter((use) => use === main || (main && !isFormOf(use.name, main.name)))];
  });
  return new Map(used.filter(([, names]) => names.length > 0));
});

/** "P": a part of an index, where every name has its own line. */
const index = /^\W*(?:[A-Z]|(?:[a-zß-öø-ɏ]+ +)?index(?: +of\b.*)?|(?:table +of +)?contents)\W*$/i;

/** A level of what the body makes itself has a name of its own; "the paracetamol level" is another name of acetaminophen. */
const isOfBlood = (text: string, mention: MedicineMention): boolean =>
  !(hasNationalNames(mention.medicine) && !mention.medicine.classes.some((name) => ofBody.test(name))) &&
  isMeasured(text, mention);
const ofBody = /hormone|catecholamine|corticosteroid|vitamin|insulin|mineral|electrolyte/;

/** "Free thyroxine", "T4: thyroxine", "target of rapamycin", "podophyllum plant": found in a patient, or in a field. */
function isMeasured(text: string, { start, end }: Span): boolean {
  return (
    /\b(?:free|serum|total|plasma|salivary|urinary|unbound|circulating|target +of)\s+$/i.test(
      text.slice(Math.max(0, start - 20), start),
    ) ||
    /\bF?T[34]\W{1,6}$/.test(text.slice(Math.max(0, start - 10), start)) ||
    /^(?:\s+(?:levels?|concentrations?|assays?|index|plants?|trees?|roots?|leaves|bark)\b|\s*\(F?T[34]\)|-binding\b)/i.test(
      text.slice(end, end + 20),
    )
  );
}

const known = whileFrom<MedicineMention, MedicineMention>();

const startOf = ({ mentions }: NameUse) => mentions[0]?.start ?? 0;

/** Only the name: "epinephrine" of "epinephrine hydrochloride". */
function narrowed(mention: MedicineMention, name: string, text: string): MedicineMention {
  const at = text.slice(mention.start, mention.end).toLowerCase().indexOf(name);
  return at < 0 ? mention : { ...mention, start: mention.start + at, end: mention.start + at + name.length };
}

/** Words that may stand between two names of one thing: "adrenaline, also known as epinephrine". */
const joining = new Set(
  `or also known called as formerly previously named aka is the same equals synonym synonyms us usa usan inn ban uk british
   american name names in united states kingdom north america britain canada europe usually commonly often some countries older old new other i e ie generic labelled sold listed labeled marked written spelt spelled printed named imported packed
   supplied referred to abroad elsewhere here box boxes label labels under now on`.match(/\S+/g),
);
const longestBetween = 60;
const sameness =
  /\b(?:same +(?:medicine|drug|substance|product|thing|agent)|(?:other|older|old|former|another|many|american|british|international|alternative) +names?|also +(?:known|called|named|labelled|sold)|known +as|formerly|synonyms?|a\.?k\.?a|is +called|identical|one +and +the +same|two +names|both +names)\b/i;

export function isExplained({ text, markdown, lines }: Guideline, a: NameUse, b: NameUse): boolean {
  const both = [...a.mentions, ...b.mentions].toSorted((x, y) => x.start - y.start);
  if (both.some((mention) => saysSame(markdown.plain, mention) || isListedName(text, mention))) return true;
  if (isWithin(text, a, b.name) || isWithin(text, b, a.name)) return true;
  const isA = new Set<Span>(a.mentions);
  const aloneInRow = new Set<number>();
  for (const mention of a.mentions)
    if (isAlone(text, mention)) aloneInRow.add(lines.positionAt(mention.start).line);
  return both.some((second, i) => {
    const first = both[i - 1];
    if (
      first &&
      isA.has(first) !== isA.has(second) &&
      isJoined(text.slice(first.end, second.start), first.medicine)
    )
      return true;
    return !isA.has(second) && aloneInRow.has(lines.positionAt(second.start).line) && isAlone(text, second);
  });
}

/** "Crystalline penicillin G": one name goes on as the other. */
const isWithin = (text: string, { name, mentions }: NameUse, other: string): boolean =>
  !name.includes(other) &&
  mentions.some(
    ({ start, end }) =>
      text
        .slice(start, end + other.length)
        .toLowerCase()
        .includes(` ${other}`) && !/[^ ]/.test(text.slice(end, end + 1)),
  );

/** Each time it stands in what a heading calls by the other name, "## Meperidine": whoever reads it has both before him. */
export function isHeadedBy(guideline: Guideline, use: NameUse, other: NameUse): boolean {
  const { sections, text } = guideline;
  const entryOf = ({ start }: Span) => pathOf(sectionAt(sections, start)).find(isEntry);
  const isEntry = ({ level, headingSpan: { start, end }, title }: Section): boolean => {
    if (level < 2) return false;
    const named = [...use.mentions, ...other.mentions].some((one) => one.start >= start && one.end <= end);
    return named && (without(title).match(/\p{L}{4,}/gu) ?? []).length <= 1;
  };
  const theirs = new Set(other.mentions.map(entryOf));
  return use.mentions.every((one) => {
    const own = entryOf(one);
    // "Glycol-epoetin": a part of another thing's name.
    return (own !== undefined && theirs.has(own)) || /\p{L}- *$/u.test(text.slice(one.start - 3, one.start));
  });
}

const without = (title: string): string =>
  targetsIn(title).reduce((rest, { start, end }) => rest.replace(title.slice(start, end), " "), title);

const calls =
  /\b(?:calls? +it|call(?:s|ed)?|names? +it|says?|writes?|uses?|used|prefers?|keeps? +to|sticks? +to|referred +to +as|refers? +to +it +as|is +named|known +here +as|speaks? +of)\b/i;
const here =
  /\b(?:this|the) +(?:chapter|document|guideline|protocol|handbook|manual|text|page|card|book|sheet|section|policy|leaflet|formulary|pathway)\b|\b(?:here|below|throughout|hereafter|hereinafter|in +what +follows|from +here +on|we)\b/i;

/** "This chapter calls it adrenaline": the name that the document says it uses. */
export function declaredName(
  { markdown: { plain } }: Guideline,
  names: readonly NameUse[],
): NameUse | undefined {
  const said = (use: NameUse) =>
    use.mentions.some(({ start, end }) => {
      const before =
        plain
          .slice(Math.max(0, start - reach), start)
          .split(/[.;:\n](?=\s)/)
          .at(-1) ?? "";
      const [after = ""] = plain.slice(end, end + reach).split(/[.;:\n](?:\s|$)/, 1);
      const active =
        /\b(?:calls?|call +it|calls +it|names? +it|says?|writes?|uses?|prefers?|keeps? +to|sticks? +to|as|speaks? +of)\s+(?:only +|always +|the +name +|the +word +|it +)*["“‘']?$/i.test(
          before,
        );
      return (
        (active && calls.test(before) && here.test(before + after)) ||
        (/^["”’']?\s+(?:is|will +be) +(?:the +name +)?(?:used|written|preferred)\b/i.test(after) &&
          here.test(after))
      );
    });
  const declared = names.filter(said);
  return declared.length === 1 ? declared[0] : undefined;
}

/** "Called acetaminophen in American leaflets": how others call it. */
export const isOthersName = (plain: string, { start }: Span): boolean =>
  /\b(?:label\w*|bear(?:s|ing)?|marked|printed|named?|called|known +as|sold +as|imported)\b[^.;\n]*$/i.test(
    plain.slice(Math.max(0, start - 40), start),
  );

/** It only explains the other name: "adrenaline (epinephrine)", "labelled epinephrine: the same medicine". */
export function isJoinedTo({ text, markdown: { plain } }: Guideline, one: Span, other: NameUse): boolean {
  return (
    saysSame(plain, one) ||
    isListedName(text, one) ||
    isOthersName(plain, one) ||
    other.mentions.some(
      ({ start, end, medicine }) =>
        (end <= one.start && isJoined(text.slice(end, one.start), medicine)) ||
        (start >= one.end && isJoined(text.slice(one.end, start), medicine)),
    )
  );
}

/** By words that say so, or by nothing but its other names: "crystalline penicillin, benzylpenicillin, penicillin G". */
function isJoined(between: string, { name, synonyms }: Medicine): boolean {
  if (between.length > longestBetween || /[.;!?]\s|:\s(?!\()|\n\s*\n/.test(between)) return false;
  const words =
    between
      .replace(/<br *\/?>/g, " ")
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  return (
    words.every(
      (word) => joining.has(word) || saltWords.has(word) || word === name || synonyms.includes(word),
    ) &&
    (words.length > 0 || /[(/=,[–—-]/.test(between))
  );
}

const reach = 100;

/** "this is the same medicine" near one of the names, in its paragraph. */
function saysSame(plain: string, { start, end }: Span): boolean {
  const before = plain.slice(Math.max(0, start - reach), start);
  const after = plain.slice(end, end + reach);
  const [near = ""] = after.split(/\n\s*\n/, 1);
  return sameness.test(`${before.slice(before.lastIndexOf("\n\n") + 1)}${plain.slice(start, end)}${near}`);
}

/** "Aliases:", and an item of nothing but the name below it. */
const isListedName = (text: string, { start, end }: Span): boolean =>
  /^[ *_]*(?:\n|$)/.test(text.slice(end, end + 8)) &&
  /\b(?:alias(?:es)?|synonyms?|(?:other|alternative|brand|trade) +names?)[\s:*_]*\n(?:\s*[-*+] +[^\n]*\n)*\s*[-*+] +[*_]*$/i.test(
    text.slice(Math.max(0, start - 200), start),
  );

/** A table's cell that holds hardly more than the name: a row of a list of names. */
function isAlone(text: string, { start, end }: Span): boolean {
  return (
    /\|[\s*_`]{0,6}$/.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[^|\n]{0,6}\|/.test(text.slice(end, end + 8))
  );
}
