// Tokens to items: the phrases that mean something in a medicine order (a medicine, a quantity, a frequency, a
// population, …) and the marks and breaks between them. It must not know how items make an order.

import type { Route } from "../lexicon/medicine.ts";
import { unitNamed } from "../lexicon/units.ts";
import type { Span } from "../text/span.ts";
import { withBirthdays } from "./birthday.ts";
import { withCountedLengths } from "./counted-length.ts";
import { withDatedLengths } from "./dated-length.ts";
import { indicationAt } from "./indication.ts";
import { lex, type Token } from "./lexer.ts";
import { withLimitsBehind } from "./limit-behind.ts";
import { isOfNormal, maximumEnd, mayLeadToMaximum } from "./maximum-phrases.ts";
import { isRangeSign, isSign, isWord, type Measure, measureAt, numbersAt } from "./measure.ts";
import { type MedicineMention, mentionAt } from "./medicine-mention.ts";
import { type Population, populationAt } from "./population.ts";
import { routesAt } from "./route.ts";
import type { Schedule } from "./schedule.ts";
import { scheduleAt } from "./schedule-reader.ts";

export type Phase =
  | "loading"
  | "maintenance"
  | "initial"
  | "then"
  | "increase"
  | "reduce"
  | "repeat"
  | "test"
  | "bolus"
  | "infusion";
export type Mark =
  | Phase
  | "max"
  | "upTo"
  | "or"
  | "and"
  | "with"
  | "not"
  | "avoid"
  | "without"
  | "base"
  | "equals"
  | "total"
  | "in"
  | "of"
  | "each";
export type Break = "sentence" | "semicolon" | "comma" | "colon" | "open" | "close" | "dash" | "cell";

export type Item = Span &
  (
    | { readonly kind: "medicine"; readonly mention: MedicineMention }
    | { readonly kind: "measure"; readonly measure: Measure }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "schedule"; readonly schedule: Schedule }
    | { readonly kind: "routes"; readonly routes: readonly Route[] }
    | { readonly kind: "population"; readonly population: Population }
    | { readonly kind: "condition"; readonly id: string; readonly qualifier: boolean }
    | { readonly kind: "mark"; readonly mark: Mark }
    | { readonly kind: "break"; readonly strength: Break; readonly step?: true }
    | { readonly kind: "word"; readonly text: string }
  );

/** Phrases, longest first for each first word. */
const markPhrases: readonly (readonly [string, Mark])[] = (
  [
    ["limits", "max"],
    ["nte", "max"],
    ["maximum of", "max"],
    ["up to a maximum of", "max"],
    ["up to a max of", "max"],
    ["to a maximum of", "max"],
    ["maximum dose of", "max"],
    ["maximum dose", "max"],
    ["maximum daily dose", "max"],
    ["maximum single dose", "max"],
    ["maximum total dose", "max"],
    ["max dose", "max"],
    ["max daily dose", "max"],
    ["max single dose", "max"],
    ["max total dose", "max"],
    ["maximum", "max"],
    ["maximal", "max"],
    ["max", "max"],
    ["at most", "max"],
    ["capped at", "max"],
    ["cap of", "max"],
    ["upper limit of", "max"],
    ["ceiling", "max"],
    ["ceilings", "max"],
    ["maxima", "max"],
    ["maximum doses", "max"],
    ["maximum daily doses", "max"],
    ["limit", "max"],
    ["limited to", "max"],
    ["up to", "upTo"],
    ["loading dose", "loading"],
    ["loading", "loading"],
    ["load", "loading"],
    ["loading-dose", "loading"],
    ["maintenance dose", "maintenance"],
    ["maintenance", "maintenance"],
    ["upkeep", "maintenance"],
    ["maintain", "maintenance"],
    ["initial dose", "initial"],
    ["initial", "initial"],
    ["initially", "initial"],
    ["starting dose", "initial"],
    ["starting", "initial"],
    ["start", "initial"],
    ["start with", "initial"],
    ["begin with", "initial"],
    ["starting dose of", "initial"],
    ["initial dose of", "initial"],
    ["begin", "initial"],
    ["beginning", "initial"],
    ["begun", "initial"],
    ["commence", "initial"],
    ["commences", "initial"],
    ["commenced", "initial"],
    ["initiate", "initial"],
    ["initiated", "initial"],
    ["begins", "initial"],
    ["started", "initial"],
    ["starts", "initial"],
    ["first dose", "initial"],
    ["then", "then"],
    ["followed by", "then"],
    ["followed with", "then"],
    ["follow with", "then"],
    ["follow by", "then"],
    ["thereafter", "then"],
    ["subsequently", "then"],
    ["subsequent", "then"],
    ["afterwards", "then"],
    ["later", "then"],
    ["increase", "increase"],
    ["increased", "increase"],
    ["increasing", "increase"],
    ["titrate", "increase"],
    ["titrated", "increase"],
    ["raise", "increase"],
    ["raised to", "increase"],
    ["raised by", "increase"],
    ["double", "increase"],
    ["doubled", "increase"],
    ["doubling", "increase"],
    ["halve", "reduce"],
    ["halved", "reduce"],
    ["reduce", "reduce"],
    ["reduced", "reduce"],
    ["reducing", "reduce"],
    ["decrease", "reduce"],
    ["taper", "reduce"],
    ["tapered", "reduce"],
    ["lower", "reduce"],
    ["restart at", "reduce"],
    ["restarted at", "reduce"],
    ["resume at", "reduce"],
    ["resumed at", "reduce"],
    ["repeat", "repeat"],
    ["repeated", "repeat"],
    ["second dose", "repeat"],
    ["further dose", "repeat"],
    ["one further", "repeat"],
    ["top up", "repeat"],
    ["top - up", "repeat"],
    ["topped up", "repeat"],
    ["test dose", "test"],
    ["bolus", "bolus"],
    ["infusion", "infusion"],
    ["infuse", "infusion"],
    ["infused", "infusion"],
    ["drip", "infusion"],
    ["or", "or"],
    ["alternatively", "or"],
    ["and", "and"],
    ["plus", "and"],
    ["with", "with"],
    ["not", "not"],
    ["never", "not"],
    ["avoid", "avoid"],
    ["contraindicated", "avoid"],
    ["without", "without"],
    ["in the absence of", "without"],
    ["in absence of", "without"],
    ["free of", "without"],
    ["free from", "without"],
    ["no", "without"],
    ["until", "without"],
    ["unless", "without"],
    ["except", "without"],
    ["excluded", "without"],
    ["excluding", "without"],
    ["base", "base"],
    ["equals", "equals"],
    ["equivalent to", "equals"],
    ["equal to", "equals"],
    ["containing", "equals"],
    ["ie", "equals"],
    ["total", "total"],
    ["cumulative", "total"],
    ["in", "in"],
    ["into", "in"],
    ["of", "of"],
    ["each", "each"],
  ] as const
).toSorted((a, b) => b[0].split(" ").length - a[0].split(" ").length);
const marksByFirst = new Map<string, (readonly [readonly string[], Mark])[]>();
for (const [phrase, mark] of markPhrases) {
  const words = phrase.split(" ");
  const first = words[0] ?? "";
  marksByFirst.set(first, [...(marksByFirst.get(first) ?? []), [words, mark]]);
}

const breaks: Readonly<Record<string, Break>> = {
  "¶": "sentence",
  "!": "sentence",
  "?": "sentence",
  ";": "semicolon",
  ",": "comma",
  ":": "colon",
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
  "-": "dash",
  "–": "dash",
  "—": "dash",
  "•": "semicolon",
  "→": "colon",
};

/** What stands in a text, in its order; the last item may be a word that means nothing here. */
export function itemsIn(text: string): Item[] {
  const tokens = withBirthdays(lex(text));
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = itemAt(tokens, at, text);
    items.push(found.item);
    at = found.next;
  }
  return withCountedLengths(withDatedLengths(withLimitsBehind(items), text), text);
}

interface ItemFound {
  readonly item: Item;
  readonly next: number;
}

function itemAt(tokens: readonly Token[], at: number, text: string): ItemFound {
  const token = tokens[at] as Token;
  const upTo = (next: number): Span => ({ start: token.start, end: tokens[next - 1]?.end ?? token.end });
  const mention = mentionAt(tokens, at);
  // "Glucose-6-phosphate dehydrogenase deficiency"
  const illness = mention && indicationAt(tokens, at);
  if (illness && illness.next > mention.next) {
    const { id, qualifier, next } = illness;
    return { item: { kind: "condition", id, qualifier, ...upTo(next) }, next };
  }
  if (mention) {
    const { start, end } = mention.mention;
    return { item: { kind: "medicine", mention: mention.mention, start, end }, next: mention.next };
  }
  const people = populationAt(tokens, at);
  if (people) {
    const { population, start, end, next } = people;
    return { item: { kind: "population", population, start, end }, next };
  }
  const times = scheduleAt(tokens, at, text);
  if (times)
    return { item: { kind: "schedule", schedule: times.schedule, ...upTo(times.next) }, next: times.next };
  const quantity = measureAt(tokens, at);
  if (quantity) {
    const { measure, next } = quantity;
    return { item: { kind: "measure", measure, start: measure.start, end: measure.end }, next };
  }
  return plainItemAt(tokens, at, text, upTo);
}

function plainItemAt(
  tokens: readonly Token[],
  at: number,
  text: string,
  upTo: (next: number) => Span,
): ItemFound {
  const token = tokens[at] as Token;
  if (token.kind === "number")
    return { item: { kind: "number", value: token.value, ...upTo(at + 1) }, next: at + 1 };
  if (token.kind === "sign") return { item: signItem(tokens, at, token, text), next: at + 1 };
  const route = routesAt(tokens, at);
  if (route) return { item: { kind: "routes", routes: route.routes, ...upTo(route.next) }, next: route.next };
  // "Without complications", "with shock"
  const besides = joiner.test(token.text) ? indicationAt(tokens, at) : undefined;
  const limit = !besides && mayLeadToMaximum(token.text) ? maximumEnd(tokens, at) : undefined;
  if (limit !== undefined)
    return countsDoses(tokens, limit)
      ? { item: { kind: "word", text: token.text, ...upTo(at + 1) }, next: at + 1 }
      : { item: { kind: "mark", mark: "max", ...upTo(limit) }, next: limit };
  for (const [words, mark] of besides ? [] : (marksByFirst.get(token.text) ?? [])) {
    if (words.every((word, i) => isWord(tokens[at + i], word) || isSign(tokens[at + i], word))) {
      // "max." is followed by its full stop.
      const stop = mark === "max" && isSign(tokens[at + words.length], ".") ? 1 : 0;
      const next = at + words.length + stop;
      if (mark === "max" && (countsDoses(tokens, at + words.length) || isOfNormal(tokens, at, next))) break;
      return { item: { kind: "mark", mark, ...upTo(next) }, next };
    }
  }
  const week = weekStarts.has(token.text) ? weekAt(tokens, at) : undefined;
  if (week)
    return { item: { kind: "condition", id: week.id, qualifier: true, ...upTo(week.next) }, next: week.next };
  const condition = besides ?? indicationAt(tokens, at);
  if (condition) {
    const { id, qualifier, next } = condition;
    return { item: { kind: "condition", id, qualifier, ...upTo(next) }, next };
  }
  return { item: { kind: "word", text: token.text, ...upTo(at + 1) }, next: at + 1 };
}

const joiner = /^(?:with|without|not)$/;

/** "at most one further dose of 100 mg/kg" limits how many, not how much. */
function countsDoses(tokens: readonly Token[], at: number): boolean {
  const counted = tokens[at]?.kind === "number" || isWord(tokens[at], "one", "two", "three", "four");
  const noun = isWord(tokens[at + 1], "further", "more", "additional", "other", "extra") ? at + 2 : at + 1;
  return counted && isWord(tokens[noun], "dose", "doses");
}

const weekStarts = new Set("first day days week weeks month months stage grade".split(" "));

const doseUnits: ReadonlySet<string> = new Set(["mass", "activity", "volume", "form"]);

/** "first week", "weeks 2 to 4": when in the course or the life of the patient an order holds. */
function weekAt(tokens: readonly Token[], at: number): { id: string; next: number } | undefined {
  if (isWord(tokens[at], "first") && isWord(tokens[at + 1], "week", "weeks", "month"))
    return { id: `${tokens[at + 1]?.text.replace(/s$/, "")} 1`, next: at + 2 };
  if (isWord(tokens[at], "day", "days") && tokens[at + 1]?.kind === "number" && isRangeSign(tokens[at + 2])) {
    const skip = isWord(tokens[at + 3], "day", "days") ? 4 : 3;
    const last = tokens[at + skip];
    return last?.kind === "number"
      ? { id: `day ${tokens[at + 1]?.text}-${last.text}`, next: at + skip + 1 }
      : undefined;
  }
  if (!isWord(tokens[at], "week", "weeks", "month", "months", "stage", "grade")) return undefined;
  const plain = numbersAt(tokens, at + 1);
  // "From the second week 20 mg/kg": the number is the dose's.
  const unit = plain && tokens[plain.next];
  if (unit?.kind === "word" && doseUnits.has(unitNamed(unit.text)?.dimension ?? "")) return undefined;
  // "weeks 1 and 2"
  const second = plain && isWord(tokens[plain.next], "and") ? tokens[plain.next + 1] : undefined;
  const both = second?.kind === "number" && plain?.high === second.value - 1;
  const numbers = plain && (both ? { ...plain, high: second.value, next: plain.next + 2 } : plain);
  return (
    numbers && {
      id: `${tokens[at]?.text.replace(/s$/, "")} ${numbers.low}-${numbers.high}`.replace(
        / +(\d+)-\1$/,
        " $1",
      ),
      next: numbers.next,
    }
  );
}

/** An arrow that begins a line is a `¶`, too: a step of a flow chart. */
function signItem(tokens: readonly Token[], at: number, token: Token, text: string): Item {
  const span = { start: token.start, end: token.end };
  if (token.text === "=") return { kind: "mark", mark: "equals", ...span };
  if (token.text === "+" || token.text === "&") return { kind: "mark", mark: "and", ...span };
  const strength = breaks[token.text];
  if (!strength) return { kind: "word", text: token.text, ...span };
  // A hyphen within a word is no break.
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (strength === "dash" && before?.end === token.start && after?.start === token.end)
    return { kind: "word", text: token.text, ...span };
  const step = token.text === "¶" && /[→⇒➔➜➡↓▼]/.test(text[token.start] ?? "");
  return { kind: "break", strength, ...(step && { step: true as const }), ...span };
}
