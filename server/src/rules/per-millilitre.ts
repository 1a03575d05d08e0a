// What one millilitre of a named preparation is said to hold, against what the name says: "amoxicillin 125 mg/5 mL:
// each mL has 50 mg", "blue label: each mL has 10 mg". For concentration-conflict; it must not know dilutions.

import type { Fact, Statement } from "../guideline/concentration.ts";
import { statementsIn } from "../guideline/concentration.ts";
import { type Figure, maySame } from "../guideline/figure.ts";
import { type FigureTable, type FigureText, itemsBetween, rowMedicine } from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isBreak } from "../guideline/item-kind.ts";
import { endsClause, itemsBefore } from "../guideline/item-reach.ts";
import type { Section } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { type Contradiction, contradicts, partOfIt } from "./preparation.ts";
import { names } from "./same-preparation.ts";

const mixing =
  /\b(?:dilut\w*|bring\w*|brought|ma[dk]e\w*|mix\w*|add\w*|fill\w*|dissolv\w*|reconstitut\w*|water|powder|infusion|put|plus|final|resulting|strengths?|available|exists?|comes?|either)\b/i;
const saying =
  /^(?:holds?|contains?|containing|has|have|is|equals?|gives|carr(?:y|ies)|provides?|yields?|delivers?|=)$/;
/** "D25", "D50W": a name that is as good as a percentage. */
const code = /^\p{L}{1,2}\d{1,3}\p{L}?$/u;

interface Claim {
  readonly statement: Statement;
  readonly fact: Fact;
}

export function* perMillilitre({ figures }: Guideline): Generator<Contradiction> {
  for (const passage of figures.texts) {
    if (!saysMillilitres(passage)) continue;
    for (const claim of claimsIn(passage)) {
      const base = namedBefore(claim) ?? namedAbove(claim, figures) ?? namedElsewhere(claim, figures);
      const { fact, statement } = claim;
      const medicine = statement.medicine ?? base?.medicine;
      const expected = base && contradicts(base.fact, fact, medicine, passage);
      if (base && expected !== undefined) yield { claim: fact, base: base.fact, expected, medicine };
    }
  }
}

const saysMillilitres = ({ kind, text }: FigureText) => kind !== "heading" && /\bm(?:L|illilit)/i.test(text);

/** Whether a text by itself says what a millilitre holds. */
export const claimsMillilitre = (passage: FigureText): boolean =>
  saysMillilitres(passage) && claimsIn(passage).length > 0;

/** "each mL has 10 mg", "contains 24 mg per mL", where nothing is mixed. */
function claimsIn(passage: FigureText): Claim[] {
  return statementsIn(passage).flatMap((statement) => {
    const [fact, ...more] = statement.facts;
    if (!fact || more.length > 0 || fact.figure.diluent || fact.kind === "percent") return [];
    const { figure, amount, volume } = fact;
    const single = amount && volume ? volume.high === 1 && volume.item < amount.item : figure.over === 1;
    if (/^u/i.test(passage.text.slice(figure.start - passage.start))) return [];
    const said = saysSo(passage, fact) || /\bu[\s-]?\d{2,3}\b/i.test(sentenceOf(passage, fact));
    return single && said && !mixing.test(upTo(passage, fact)) ? [{ statement, fact }] : [];
  });
}

function saysSo(passage: FigureText, { figure, amount, volume }: Fact): boolean {
  if (amount && volume) return itemsBetween(passage, volume, amount).length <= 5;
  // "ampoules of D25 (250 mg/mL)"
  const [named, opened] = passage.items.slice(Math.max(0, figure.item - 2), figure.item);
  const isCode = named !== undefined && code.test(passage.text.slice(named.start, named.end));
  if (isCode && isBreak(opened, "open")) return true;
  const before = passage.items.slice(Math.max(0, figure.item - 3), figure.item);
  return before.some(({ start, end }) => saying.test(passage.text.slice(start, end).toLowerCase()));
}

/** The text up to a fact's end. */
const upTo = ({ text, start }: FigureText, { end }: Fact) =>
  text.slice(Math.max(0, end - start - 400), end - start);

/** In items. */
const longestSentence = 60;

/** The words of a fact's sentence that stand before it. */
function sentenceOf({ items, text }: FigureText, { figure, volume }: Fact): string {
  const first = Math.min(figure.item, volume?.item ?? figure.item);
  const [opening = items[first]] = itemsBefore(items, first, endsClause, longestSentence);
  return text.slice(opening?.start ?? 0, items[first]?.start ?? 0);
}

interface Base {
  readonly fact: Fact;
  readonly medicine: Medicine | undefined;
}

/** "**Ampoule A, 10 mg in 2 mL.** This product holds 1 mg/mL." */
const refersBack =
  /^\W*(?:this|it|that|each|every|one|(?:the|this|each) +(?:product|vial|ampoule|ampule|bottle|syrup|suspension|solution|liquid|preparation|medicine|syringe|bag))\b(?! +(?:makes?|gives?|is +(?:then|now)))/i;

/** "With the 125 mg/5 mL bottle, each mL has 50 mg": the strength in the claim's own sentence, or just before it. */
function namedBefore({ statement, fact }: Claim): Base | undefined {
  const { passage, medicine } = statement;
  const sentence = sentenceOf(passage, fact);
  if (partOfIt.test(sentence)) return undefined;
  const back = refersBack.test(sentence) ? 1 : 0;
  const statements = statementsIn(passage).filter(
    (one) => one !== statement && fact.figure.sentence - (one.facts[0]?.figure.sentence ?? -2) <= back,
  );
  const before = statements.findLast(({ facts }) => (facts[0] as Fact).figure.item < fact.figure.item);
  const base = before?.facts.findLast(({ kind }) => kind !== "percent");
  if (!before || !base || !maySame(before.medicine, medicine) || base.unit !== fact.unit) return undefined;
  const end = base.volume && base.volume.item > base.figure.item ? base.volume : base.figure;
  const start = fact.volume && fact.volume.item < fact.figure.item ? fact.volume : fact.figure;
  const between = itemsBetween(passage, end as Figure, start);
  const parts = between.some(
    (item) =>
      (back === 0 && isBreak(item, "sentence")) ||
      item.kind === "medicine" ||
      item.kind === "schedule" ||
      item.kind === "routes" ||
      (item.kind === "mark" && /^(?:and|or|then|with)$/.test(item.mark)) ||
      isBreak(item, "semicolon"),
  );
  return parts || between.length > 8 ? undefined : { fact: base, medicine: before.medicine };
}

const headingsOf = oncePer(
  ({ texts }: Guideline["figures"]) =>
    new Map(texts.flatMap((text) => (text.kind === "heading" ? [[text.start, text] as const] : []))),
);

/** "## Weak solution (5 mg/5 mL)" above the claim. */
function namedAbove({ statement, fact }: Claim, figures: Guideline["figures"]): Base | undefined {
  const { passage, medicine } = statement;
  const heading = passage.section && headingsOf(figures).get(startOf(passage.section));
  if (!heading || statementsIn(passage).length > 1) return undefined;
  const [only, more] = statementsIn(heading);
  const [base, second] = only?.facts ?? [];
  if (!only || more || !base || second || base.kind === "percent" || base.unit !== fact.unit)
    return undefined;
  if (partOfIt.test(sentenceOf(passage, fact)) || mixing.test(passage.text)) return undefined;
  return maySame(only.medicine, medicine) ? { fact: base, medicine: only.medicine } : undefined;
}

const startOf = ({ headingSpan }: Section) => headingSpan.start;

interface Stock extends Base {
  readonly words: ReadonlySet<string>;
}

/** The one preparation that bears a name which the claim's sentence says: "blue label", "the strawberry syrup". */
function namedElsewhere({ statement, fact }: Claim, figures: Guideline["figures"]): Base | undefined {
  const { passage, medicine } = statement;
  const sentence = sentenceOf(passage, fact);
  if (partOfIt.test(sentence)) return undefined;
  const { byWord, all } = stockOf(figures);
  const isOther = (one: Stock) =>
    one.fact !== fact && maySame(one.medicine, medicine) && one.fact.unit === fact.unit;
  const known = [...wordsOf(sentence)].flatMap((word) => {
    const bearers = (byWord.get(word) ?? []).filter(isOther);
    const strengths = new Set(bearers.map((one) => one.fact.low));
    return strengths.size === 1 ? [{ word, base: bearers[0] as Stock }] : [];
  });
  const [first] = known;
  if (!first || known.some(({ base }) => base.fact.low !== first.base.fact.low)) return undefined;
  // Where a common word is all that tells them apart, the claim may be another one's.
  const certain =
    known.some(({ word }) => names.test(word) || code.test(word)) ||
    known.some(({ word }) => namesContainer(sentence, word));
  const others = all.some((one) => isOther(one) && Math.abs(one.fact.low - fact.low) <= 0.05 * fact.low);
  return certain || !others ? first.base : undefined;
}

/** "Use the critical care ampoule, which holds": a common word, too, where it is said which one is meant. */
const definite =
  /\b(?:the|this|our)\s+((?:[a-zß-öø-ɏ-]+\s+){1,3}?)(?:ampoules?|ampules?|vials?|bottles?|syrups?|suspensions?|cartridges?)\b/i;

const namesContainer = (sentence: string, word: string): boolean =>
  (definite.exec(sentence)?.[1] ?? "").toLowerCase().split(/\s+/).includes(word);

interface Stocks {
  readonly all: readonly Stock[];
  readonly byWord: ReadonlyMap<string, readonly Stock[]>;
}

const mostStocks = 200;
const mostBearers = 20;

/** What stands in rows and list items with a strength, and the words that name it. */
const stockOf = oncePer(({ texts, tables }: Guideline["figures"]): Stocks => {
  const all = [
    ...texts.filter(({ kind }) => kind === "list").flatMap(listed),
    ...texts.filter(({ kind }) => kind === "prose").flatMap(told),
    ...tables.flatMap(tabled),
  ];
  const byWord = new Map<string, Stock[]>();
  for (const one of all)
    for (const word of one.words) {
      const bearers = byWord.get(word);
      if (!bearers) byWord.set(word, [one]);
      else if (bearers.length < mostBearers) bearers.push(one);
    }
  return { all: all.slice(0, mostStocks), byWord };
});

function listed(passage: FigureText): Stock[] {
  const statements = statementsIn(passage);
  // "Glucose 25 % (D25), ampoule of 25 mL: 250 mg/mL" is one.
  const holding = statements.filter(({ facts }) => facts.some(({ kind }) => kind !== "percent"));
  if (holding.length > 1) return told(passage);
  const [statement] = holding;
  const fact = statement?.facts.find(({ kind }) => kind !== "percent");
  if (!statement || !fact || mixing.test(upTo(passage, fact))) return [];
  return [{ fact, medicine: statement.medicine, words: wordsOf(sentenceOf(passage, fact)) }];
}

/** "The adult ampoule has 80 mg in 2 mL, the paediatric one has 20 mg in 2 mL." */
function told(passage: FigureText): Stock[] {
  const statements = statementsIn(passage);
  return statements.flatMap((statement, i) => {
    const [fact, ...more] = statement.facts;
    const before = statements[i - 1]?.facts.at(-1);
    if (!fact || more.length > 0 || fact.kind === "percent" || fact.volume?.high === 1) return [];
    const words = sentenceOf(passage, fact).slice(before?.figure.sentence === fact.figure.sentence ? -40 : 0);
    // "2.5 mg in 2.5 mL (pink)"
    const [, behind = ""] =
      /^\s*\(([^()]{1,30})\)/.exec(
        passage.text.slice(fact.end - passage.start, fact.end - passage.start + 34),
      ) ?? [];
    const own = [...wordsOf(behind === "" ? words.slice(words.lastIndexOf(",") + 1) : behind)].filter(
      (word) => names.test(word),
    );
    return mixing.test(words) || own.length === 0
      ? []
      : [{ fact, medicine: statement.medicine, words: new Set(own) }];
  });
}

function tabled({ rows, context }: FigureTable): Stock[] {
  return rows.flatMap((row) => {
    const statements = row.flatMap((cell) => statementsIn(cell));
    const fact = statements[0]?.facts.find(({ kind }) => kind !== "percent");
    if (!fact || statements.length > 1 || row.some(({ text }) => mixing.test(text))) return [];
    const words = wordsOf(row.map(({ text }) => text).join(" "));
    return [{ fact, medicine: rowMedicine(row) ?? context, words }];
  });
}

/** Words that name no preparation in particular. */
const general =
  /^(?:with|from|this|that|each|every|bottles?|boxe?s?|ampoules?|amps?|vials?|syrups?|suspensions?|solutions?|tablets?|capsules?|injections?|drops|elixir|mixture|concentrate|oral|liquid|strength|label|contains?|containing|holds?|have|carries|hold|millilit\w*|the|and|one|for|syringes?|powder|only|stock|item|dose|doses|children|child|adults?|ward|pharmacy|store|used?|medicine|drug|needs?|shelf|ready|plain|injectable|parenteral|intravenous|ours?|their)$/;

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\d-]*/gu) ?? [];
  return new Set(
    words
      .slice(0, 40)
      .filter((word) => names.test(word) || code.test(word) || (word.length > 3 && !general.test(word))),
  );
}
