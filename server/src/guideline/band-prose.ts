// Bands in running text: "1–2 years 1 mg twice daily; 2–6 years 1 mg …", "mild is 5.5–5.9 mmol/L: …; moderate
// …". It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type BandSeries, type Entry, entryOf, evened, namedIn, saysDose, seriesOf } from "./band-series.ts";
import { isBreak, isMark, isWordLike, medicinesAmong } from "./item-kind.ts";
import { lex } from "./lexer.ts";
import { itemsOf, slice } from "./scope.ts";
import { movedStretch, stretchesIn } from "./stretch.ts";

export function proseBands(markdown: Markdown, span: Span, block: number): BandSeries[] {
  const text = markdown.plain.slice(span.start, span.end);
  if (stretchesIn(text).length < 2) return [];
  return [...dosedBands(markdown, span, block), ...gradedBands(markdown, span, block)];
}

/** Weights or ages that each have a dose of one medicine behind them. */
function dosedBands(markdown: Markdown, { start, end }: Span, block: number): BandSeries[] {
  const text = markdown.plain.slice(start, end);
  const found = stretchesIn(text).filter(
    ({ kind, point, start: at }) =>
      (kind === "weight" || kind === "age") && !(point && lasts.test(text.slice(Math.max(0, at - 12), at))),
  );
  const entries = found.map((stretch, i): Entry => {
    const tail = { start: start + stretch.end, end: start + (found[i + 1]?.start ?? text.length) };
    return { stretch: movedStretch(stretch, start), lead: "", tail, block };
  });
  const turned = doseFirst(markdown, { start, end }, entries);
  const sentences = (a: Entry, b: Entry) => !turned && inSentences(markdown, start, [a, b]);
  const isLoose = (chain: readonly Entry[]) =>
    chain.length < fewestSentences &&
    chain.slice(1).every((one, i) => {
      const before = chain[i] as Entry;
      const named = [before, one].every((each) => medicinesOf(markdown, each).length === 1);
      return sentences(before, one) && !isLike(markdown, before, one) && !named;
    });
  return chains(turned ?? entries, (before, entry) => {
    if (before.stretch.point || entry.stretch.point || before.stretch.kind !== entry.stretch.kind)
      return false;
    const between = slice(markdown, (turned ? entry : before).tail);
    return (
      saysDose(markdown, before.tail) &&
      saysDose(markdown, entry.tail) &&
      (goesOn(between, repeats(markdown, before, entry)) || sentences(before, entry))
    );
  })
    .filter((chain) => !isLoose(chain))
    .flatMap((chain) => seriesOf(markdown, chain, "prose"));
}

/** "for 14 days" */
const lasts = /\b(?:for|after|within|every|of|in)\s*$/i;

const medicinesOf = (markdown: Markdown, { tail }: Entry) => medicinesAmong(itemsOf(slice(markdown, tail)));

/** "1–4 years: diazepam 5 mg, 5–9 years: diazepam 7.5 mg": each says the one medicine, or the first alone. */
function repeats(markdown: Markdown, a: Entry, b: Entry): boolean {
  const [[one, more], second] = [medicinesOf(markdown, a), medicinesOf(markdown, b)];
  if (!one || more) return false;
  return second.length === 0 ? !namesLast(markdown, a) : second.length === 1 && one === second[0];
}

/** "Under 5 kg: 62.5 mg. 5–10 kg: 125 mg. Over 10 kg: 250 mg." */
function inSentences(markdown: Markdown, start: number, [before, entry]: readonly [Entry, Entry]): boolean {
  const between = markdown.plain.slice(before.tail.start, entry.tail.start);
  const [first, second, more] = clausesOf(between);
  const from = Math.max(start, before.stretch.start - longestLead);
  const own = markdown.plain.slice(from, before.stretch.start);
  const opens =
    opensSentence.test(own) &&
    opensSentence.test(markdown.plain.slice(before.tail.start, entry.stretch.start));
  if (!first || !second || more || !opens) return false;
  const [named, others] = [medicinesOf(markdown, before), medicinesOf(markdown, entry)];
  if (named.length > 1 || others.length > 1) return false;
  if (named[0] && others[0] && named[0] !== others[0]) return false;
  // Each sentence names the medicine again: it may begin with it, and leave out those with a disease.
  if (named[0] && others[0] && isOfAll(between.slice(0, first.end))) return true;
  return isLike(markdown, before, entry) || goesOn(between.slice(0, first.end), true);
}

/** "… of 6–11 months swallow one …. … of 12–59 months swallow one …": up to the amount both say the same. */
function isLike(markdown: Markdown, before: Entry, entry: Entry): boolean {
  const [one, other] = [before, entry].map(({ tail }) => {
    const text = markdown.plain.slice(tail.start, Math.min(tail.end, tail.start + longestLead));
    const end = text.search(amount);
    return end < 0 ? undefined : evened(text.slice(0, end)) || /[:–—,]/.exec(text.slice(0, end))?.[0];
  });
  return one !== undefined && one === other;
}

const amount = /\d|[½¼¾⅓⅔]|\b(?:an?|half|one|two|three|four|five|six|quarter)\b/i;

/** "… zinc 20 mg, and amoxicillin from 10 kg", "…, and albendazole: 200 mg below …": it belongs to what comes. */
function namesLast(markdown: Markdown, { tail }: Entry): boolean {
  const items = itemsOf(markdown.plain.slice(tail.start, tail.end));
  const [and, name] = isBreak(items[0], "comma", "semicolon") ? items.slice(1) : items;
  const joins = isMark(and, "and", "or") || isWordLike(and, /^(?:plus|then)$/);
  if (joins && name?.kind === "medicine") return true;
  return (
    items.findLastIndex(({ kind }) => kind === "medicine") >
    items.findLastIndex(({ kind }) => kind === "break")
  );
}

const fewestSentences = 3;
const longestLead = 60;
/** Right before a stretch: nothing of its sentence but whom it is of. */
const opensSentence =
  /(?:^|[.!?:;]\s|\n)[\s*_]*(?:(?:in|for|the|a|an|those|children|child|infants?|babies|baby|newborns?|patients?|people|adults?|weight|body|of|age|aged|weighing|who|weighs?|are|from)\s+){0,5}[\s*_]*$/i;

/** "50 000 IU to those of 0–5 months, 100 000 IU to those of 6–11 months": each dose stands before its band. */
function doseFirst(markdown: Markdown, { start }: Span, entries: readonly Entry[]): Entry[] | undefined {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || entries.length < 2 || saysDose(markdown, last.tail)) return undefined;
  const before = markdown.plain.slice(start, first.stretch.start);
  const sentence = Math.max(...[".", ";", ":", "!", "?"].map((sign) => before.lastIndexOf(sign))) + 1;
  const turned = entries.map((entry, i) => {
    const from = i === 0 ? start + sentence : (entries[i - 1] as Entry).stretch.end;
    return { ...entry, tail: { start: from, end: entry.stretch.start } };
  });
  return turned.every(({ tail }) => saysDose(markdown, tail)) ? turned : undefined;
}

/** Nothing between two bands names another medicine, way of giving or phase, or ends the sentence. */
function goesOn(between: string, repeated: boolean): boolean {
  return itemsOf(between).every((item) => {
    if (item.kind === "break") return item.strength !== "sentence";
    if (item.kind === "mark")
      return !["loading", "maintenance", "initial", "then", "increase", "max", "upTo", "or"].includes(
        item.mark,
      );
    return (item.kind !== "medicine" || repeated) && item.kind !== "condition";
  });
}

/** What a sentence says of one band would be said of any other: no disease but one that is left out, no phase, no choice. */
function isOfAll(between: string): boolean {
  const items = itemsOf(between);
  return items.every(
    (item, at) =>
      (item.kind !== "condition" || isMark(items[at - 1], "without") || isMark(items[at - 2], "without")) &&
      !isMark(item, "loading", "maintenance", "then", "max", "upTo", "or"),
  );
}

const grade = /\b(?:mild|moderate|severe|normal|grade|stage|class|level)\b/i;

/** Laboratory values, one a sentence or clause, that begin with a grade. */
function gradedBands(markdown: Markdown, span: Span, block: number): BandSeries[] {
  const entries = clausesOf(markdown.plain.slice(span.start, span.end)).flatMap(({ start, end }) => {
    const entry = entryOf(markdown, { start: span.start + start, end: span.start + end }, block);
    return entry && (entry.stretch.kind === "value" || entry.stretch.kind === "gestation") ? [entry] : [];
  });
  const same = (a: Entry, b: Entry) =>
    a.stretch.unit === b.stretch.unit && grade.test(a.lead) && grade.test(b.lead);
  const named = (a: Entry, b: Entry) => {
    const other = namedIn(a.lead);
    return (
      other.length === 0 ||
      namedIn(b.lead).length === 0 ||
      namedIn(b.lead).some((word) => other.includes(word))
    );
  };
  return chains(entries, (a, b) => same(a, b) && named(a, b)).flatMap((chain) =>
    seriesOf(markdown, chain, "prose"),
  );
}

function chains(entries: readonly Entry[], joins: (before: Entry, entry: Entry) => boolean): Entry[][] {
  const found: Entry[][] = [];
  for (const entry of entries) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && joins(before, entry)) last.push(entry);
    else found.push([entry]);
  }
  return found;
}

/** Sentences, and their parts between semicolons. */
const clausesOf = remembered((text: string): Span[] => {
  const clauses: Span[] = [];
  let start = 0;
  for (const token of lex(text)) {
    if (token.kind !== "sign" || (token.text !== "¶" && token.text !== ";")) continue;
    clauses.push({ start, end: token.start });
    start = token.end;
  }
  return [...clauses, { start, end: text.length }];
});
