// How a document writes its numbers: which sign stands before decimals and which between thousands, for every
// number that is surely a quantity. Dates, times, citations, section and telephone numbers are none. Must not judge.

import { unitNamed } from "../lexicon/units.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import { type Block, textsOf } from "../syntax/markdown.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { lex, type NumberToken, type Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";
import { listPerRun } from "./run.ts";
import { isStrengthList } from "./strength-list.ts";

export type DecimalSign = "." | "," | "·";
export type GroupSign = "." | "," | " " | "'";

/** A number that is a quantity, with its signs; "1,234" and "1.234" may be read in two ways. */
export interface WrittenNumber extends Span {
  readonly text: string;
  readonly decimal: DecimalSign | undefined;
  readonly group: GroupSign | undefined;
  /** One sign and three digits behind it: thousands or decimals, as the document has it. */
  readonly ambiguous: boolean;
  /** The word or sign behind it, in lower case. */
  readonly unit: string;
}

const referencesTitle =
  /^\W*(?:\d[\d.]*\s*)?(?:references?|bibliography|sources?|literature|further +reading|citations?|works +cited|notes +and +references)\b/i;

export const parseNumberFormats = listPerRun(({ section, blocks }, markdown): readonly WrittenNumber[] =>
  silentTitle(section?.title ?? "") || silentTitle(section?.parent?.title ?? "")
    ? []
    : blocks.flatMap((block) => numbersOf(markdown, block)),
);

const moved = (number: WrittenNumber, by: number): WrittenNumber => ({ ...number, ...shifted(number, by) });

const numbersOf = listOncePerBlock(
  ({ plain, text }, block: Block) =>
    textsOf(block).flatMap(({ start, end }) =>
      numbersIn(plain.slice(start, end))
        .map((number) => moved(number, start))
        // "[73,114,115]" cites works.
        .filter((number) => text[number.start - 1] !== "[" || text[number.end] !== "]"),
    ),
  moved,
);

function silentTitle(title: string): boolean {
  return referencesTitle.test(title);
}

const numbersIn = remembered((text: string): readonly WrittenNumber[] => {
  if (!/\d[.,·‧∙ \u00A0\u2009\u202F'’]\d|[·,]\d/.test(text)) return [];
  const tokens = lex(text);
  const alone = tokens.every(
    ({ kind, text: said }) => kind === "number" || (kind === "sign" && /^[*†‡<>≤≥–—-]$/.test(said)),
  );
  return tokens.flatMap((token, at) => {
    if (token.kind !== "number") return [];
    const number = isStrengthList(text, token.start) ? undefined : written(tokens, at, token);
    return number && isQuantity(tokens, at, number, alone) ? [number] : [];
  });
});

function written(tokens: readonly Token[], at: number, token: NumberToken): WrittenNumber | undefined {
  const { text, start, end } = token;
  const digits = text.replace(/\s*(?:[½¼¾⅓⅔⅛]|\d⁄\d)$/, "");
  const after = tokens[at + 1];
  const unit = after && after.kind !== "number" ? after.text : "";
  const made = { start, end, text, unit };
  const group = token.group === undefined ? undefined : groupSign(token.group);
  const decimal = token.decimal === undefined ? undefined : decimalSign(token.decimal);
  if (!group && !decimal) return undefined;
  const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return { ...made, decimal, group, ambiguous };
}

function groupSign(sign: string): GroupSign {
  return sign === "," || sign === "." ? sign : sign === "'" || sign === "’" ? "'" : " ";
}

function decimalSign(sign: string): DecimalSign {
  return sign === "." || sign === "," ? sign : "·";
}

/** Words before a number that is a place in a document, an edition or a day. */
const naming =
  /^(?:sections?|chapters?|tables?|figures?|fig|annex|appendix|box|versions?|v|edition|step|page|pages|p|pp|paragraph|recommendations?|rec|part|module|item|line|no|number|tel|telephone|phone|call|hotline|isbn|doi|vol|article|version|release|ring|fax|whatsapp)$/;

function isQuantity(tokens: readonly Token[], at: number, number: WrittenNumber, alone: boolean): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind === "sign" && isRangeSign(before) && isFarFrom(tokens[at - 2], number)) return false;
  if (before?.kind === "word" && naming.test(before.text)) return false;
  if (touches(before, number.start, true) || touches(after, number.end, false)) return false;
  if (number.group === " " && !isSpacedThousand(tokens, at, number)) return false;
  // "192.168.100.200" is an address.
  if (number.group === "." && !number.ambiguous) return hasUnit(tokens, at);
  if (number.decimal === "·" || (number.group && !number.ambiguous)) return true;
  // "100,000" of anything is thousands.
  if (number.group === "," && /,000$/.test(number.text) && !isList(tokens, at)) return true;
  if (isSign(after, ",") && isWord(tokens[at + 2], "and", "or") && isList(tokens, at)) return false;
  if (number.decimal === "," && isList(tokens, at)) return false;
  if (number.decimal && /^0?[.,]/.test(number.text) && !isClock(number.text)) return true;
  return alone ? !isClock(number.text) : hasUnit(tokens, at);
}

/** "28-31,102,103", "20-22,93": no range of quantities; works are cited. */
const isFarFrom = (low: Token | undefined, { text, decimal }: WrittenNumber): boolean =>
  low?.kind === "number" &&
  low.decimal === undefined &&
  (decimal === ","
    ? low.value >= 10 && /,\d{2}$/.test(text)
    : low.value > 1 && Number(text.replace(/\D/g, "")) > 1000 * low.value);

/** Glued to a sign that makes it a date, a ratio, a time, a citation, a code or the number of a section. */
function touches(token: Token | undefined, edge: number, isBefore: boolean): boolean {
  if (!token || (isBefore ? token.end !== edge : token.start !== edge)) return false;
  if (token.kind === "number") return true;
  if (isBefore) return token.kind === "sign" ? /^[:#.,[^+_§]$/.test(token.text) : /\d$/.test(token.text);
  return token.kind === "sign" && /^[:\].]$/.test(token.text);
}

const numberless: Token = { kind: "sign", text: "¶", start: 0, end: 0 };

/** "100 000 IU", but neither "0800 600 100", over a line's end or not, nor "2 500 mg tablets", nor columns run together. */
function isSpacedThousand(tokens: readonly Token[], at: number, { text, start }: WrittenNumber): boolean {
  const [before, next, end] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (before?.kind === "number" && (start - before.end <= 1 || /^0\d/.test(before.text))) return false;
  // "1 250–500 4": no range goes down.
  const isRange = isRangeSign(next) && end?.kind === "number";
  if (isRange && end.value < Number(text.replace(/\D/g, ""))) return false;
  if (/^\D*0/.test(text) || isSign(before, "+") || isSign(before, "-")) return false;
  // Two numbers that end a cell or line are pages, or works that are cited: "97 218".
  if (next?.kind !== "word" && !/00$/.test(text) && !isUnit(next ?? numberless)) return false;
  if (/^\d{2,}|^\d\D\d{3}\D/.test(text)) return true;
  const form = tokens[at + 2];
  return !(form?.kind === "word" && unitNamed(form.text)?.dimension === "form");
}

function isClock(text: string): boolean {
  return /^(?:[01]?\d|2[0-4])[.:]\d0$|^0\d[.]\d\d$/.test(text) && /^(?:0\d|1\d|2[0-4])/.test(text);
}

/** "6,10 and 14 weeks", "1,2,5", "at 0,12, and 24 h". */
function isList(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as NumberToken;
  const [whole = "", part = ""] = token.text.split(",");
  const next = tokens[at + 1];
  if (isWord(next, "and", "or", "et") || isSign(next, "&") || isSign(next, "/") || isSign(next, ",")) {
    const joined = tokens[isWord(tokens[at + 2], "and", "or") ? at + 3 : at + 2];
    return joined?.kind === "number" && joined.decimal !== ".";
  }
  const time = next?.kind === "word" && unitNamed(next.text)?.dimension === "time";
  return time === true && part.length === 2 && Number(part) > Number(whole);
}

/** A unit behind it, perhaps behind the other end of a range or the next of a list of strengths. */
function hasUnit(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1, steps = 0; steps < 4; steps++) {
    const token = tokens[next];
    if (!token) return false;
    if (isUnit(token) || (isSign(token, "×") && tokens[next + 1]?.kind === "number")) return true;
    const joins =
      isRangeSign(token) || isSign(token, "/") || isSign(token, ",") || isWord(token, "or", "and", "x");
    if (!joins || tokens[next + 1]?.kind !== "number") return false;
    next += 2;
  }
  return false;
}

function isUnit(token: Token): boolean {
  if (token.kind === "sign") return token.text === "%" || token.text === "°" || token.text === "º";
  if (token.kind !== "word" || /^[a-z]$/.test(token.text))
    return token.kind === "word" && /^[gl]$/.test(token.text);
  return (
    unitNamed(token.text) !== undefined ||
    /^(?:million|lakh|copies|cells|lb|lbs|kcals?|mosm|mmol)$/.test(token.text)
  );
}

export interface NumberStyle {
  /** With thousands and decimals told apart as this document has them. */
  readonly numbers: readonly WrittenNumber[];
  readonly decimals: DecimalSign | undefined;
  readonly groups: GroupSign | undefined;
}

/** The signs that most numbers of a document have. */
export function styleOf(written: readonly WrittenNumber[]): NumberStyle {
  const own = majority(written.filter(({ ambiguous }) => !ambiguous).map(({ decimal }) => decimal));
  const grouped = written.some(({ group }) => group !== undefined);
  const numbers = written.map((number) => resolved(number, own, grouped));
  return {
    numbers,
    decimals: majority(numbers.map(({ decimal }) => decimal)),
    groups: majority(numbers.map(({ group }) => group)),
  };
}

/** The sign before decimals for a number that is written anew. */
export const decimalSignOf = oncePer(
  ({ numbers }: Pick<Guideline, "numbers">): DecimalSign => styleOf(numbers).decimals ?? ".",
);

/**
 * In a document with decimal commas "3,125 mg" is read as thousands and may be meant as little more than three, and "1.800 mL"
 * the other way round.
 */
export const mayBeMisread = (
  guideline: Pick<Guideline, "numbers" | "text" | "readAs">,
  { start, end }: Span,
): boolean =>
  decimalSignOf(guideline) === "," &&
  (guideline.readAs.habits?.comma
    ? /(?<![\d.,])[1-9]\d{0,2}(?:,\d00|\.\d{3})(?!\d)/
    : /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?!\d)/
  ).test(guideline.text.slice(start, end));

/** The sign used most; of equals the one that comes first. */
function majority<Sign>(signs: readonly (Sign | undefined)[]): Sign | undefined {
  const counts = new Map<Sign, number>();
  for (const sign of signs) if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Thousands or decimals: what one sign and three digits are in this document. */
function resolved(number: WrittenNumber, own: DecimalSign | undefined, grouped: boolean): WrittenNumber {
  const { ambiguous, text, unit } = number;
  if (!ambiguous) return number;
  const round = /00$/.test(text);
  if (number.group === ",")
    return own === "," && !round ? { ...number, decimal: ",", group: undefined } : number;
  if (number.decimal !== ".") return number;
  if (own === ",") return { ...number, decimal: undefined, group: "." };
  // "4.200 mL" among "4,200 mL"; "1.500 kg" is a weighed decimal.
  const weighed = /^(?:kg|l|g|cm|m|litres?|liters?)$/.test(unit);
  return round && !weighed && grouped ? { ...number, decimal: undefined, group: "." } : number;
}

export function withDecimal(text: string, sign: DecimalSign): string {
  return text.replace(/[.,·‧∙](?=\d+$)/, sign);
}

export function withGroup(text: string, sign: GroupSign): string {
  return text.replace(/[.,'’ \u00A0\u2009\u202F](?=\d{3}(?!\d))/g, sign);
}
