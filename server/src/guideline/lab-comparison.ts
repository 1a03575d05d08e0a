// How a measured value is compared: "at or above 7", "7 or more", "160 mmHg systolic or more", "below a haemoglobin of 7".
// It must not know what is measured.

import { mentionAt } from "./analyte-mention.ts";
import { grouped } from "./grouped.ts";
import { type Operator, operatorAt } from "./interval.ts";
import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";

/** Beyond those that amounts have (`interval.ts`). */
const extraPrefixes: readonly (readonly [readonly string[], Operator])[] = Object.entries({
  ">=":
    "at or above; at or over; at or beyond; equal to or above; equal or above; greater or equal to; upwards of; " +
    "reach; reaches; reaching; reached; hits; hit; touches; starts at; start at; starting at; begins at; begin at; " +
    "rises to; rise to; rising to; risen to; rose to; climbs to; climb to; climbing to; climbed to; as high as; at a score of; " +
    "no lower than; not lower than; not under; a minimum of; attain; attains; attained",
  "<=":
    "at or below; at or under; equal to or below; equal or below; less or equal to; falls to; fall to; falling to; " +
    "fallen to; fell to; drops to; drop to; dropping to; dropped to; sunk to; sank to; come down to; comes down to; sinks to; sink to; as low as; no higher than; not higher than; no greater than; " +
    "not greater than; not over; not exceed; never exceed; not to exceed; a maximum of",
  "<": "not reach; not reached; short of; slower than; beneath",
  ">": "exceed; exceeded; faster than; quicker than; past",
}).flatMap(([operator, phrases]) =>
  phrases.split("; ").map((phrase) => [phrase.split(" "), operator as Operator] as const),
);

const extraByFirst = grouped(extraPrefixes, ([[first = ""]]) => first);

export function comparisonAt(tokens: readonly Token[], at: number) {
  for (const [words, operator] of extraByFirst.get(tokens[at]?.text ?? "") ?? [])
    if (words.every((word, i) => isWord(tokens[at + i], word))) return { operator, next: at + words.length };
  const found = operatorAt(tokens, at);
  if (!found) return undefined;
  const sign = found.operator === "<" || found.operator === ">";
  // "> or = 7"
  if (sign && isWord(tokens[found.next], "or") && isSign(tokens[found.next + 1], "="))
    return { operator: `${found.operator}=` as Operator, next: found.next + 2 };
  return found;
}

const mostAhead = 6;
/** What is measured out, or lasts; and words that end a comparison. */
const unrelated =
  /^(?:age|aged|weight|baseline|period|dose|doses|total|course|rate|volume|strength|concentration|infusion|than|to|and|or|if|when|is|are|was|hours?|days?|minutes?|weeks?|years?|months?|for|in|on|by|per)$/;
const scored = /^(?:scores?|counts?|values?|readings?|levels?|results?|sums?)$/;
const moving =
  /^(?:fall(?:s|ing)?|fell|drop(?:s|ping)?|ris(?:e|es|ing)|rose|down|increased?|measured|taken|ranges?)$/;

/** "Below a haemoglobin of 7 g/dL", "from platelets of 80", "above systolic 180": the comparison stands before the name. */
export function comparisonAhead(tokens: readonly Token[], at: number, next: number): Operator | undefined {
  for (let from = at - 2; from >= Math.max(0, at - mostAhead); from--) {
    const token = tokens[from];
    if (token?.kind !== "word") return undefined;
    const found = comparisonAt(tokens, from);
    if (!found) {
      if (unrelated.test(token.text)) return undefined;
      continue;
    }
    const between = tokens.slice(found.next, at);
    if (between.length === 0 || between.some(({ text }) => unrelated.test(text))) return undefined;
    if (token.text === "from" && moving.test(tokens[from - 1]?.text ?? "")) return undefined;
    const isNamed = between.some(
      ({ text }, i) => scored.test(text) || mentionAt(tokens, found.next + i) !== undefined,
    );
    if (!isNamed) return undefined;
    // "From an eGFR of 30 mL/min downwards".
    return isWord(tokens[next], "down", "downward", "downwards") ? "<=" : found.operator;
  }
  return undefined;
}

const suffixWords =
  /^(?:(more|above|over|higher|greater|longer|up|upwards?|beyond|faster)|(less|below|lower|under|fewer|shorter|slower|downwards?))$/;

/** "or more", ", or below", "and above" behind a value. */
export function suffixAt(
  tokens: readonly Token[],
  start: number,
): { operator: Operator; next: number } | undefined {
  const at = isSign(tokens[start], ",") ? start + 1 : start;
  if (!isWord(tokens[at], "or", "and")) return undefined;
  // "170/110 or either figure above"
  const either =
    isWord(tokens[at + 1], "either", "any", "one") &&
    isWord(tokens[at + 2], "figure", "number", "value", "reading", "one");
  const behind = at + (either ? 3 : 1);
  const word = tokens[behind];
  const match = word?.kind === "word" ? suffixWords.exec(word.text) : null;
  if (!match || isWord(tokens[behind + 1], "than") || tokens[behind + 1]?.kind === "number") return undefined;
  return { operator: match[1] ? ">=" : "<=", next: behind + 1 };
}

/** Nothing that parts a value from "or more": "160 mmHg systolic or more", "38.5 °C (rectal) or above", "92 % on air or less". */
const parting =
  /^(?:or|and|but|with|without|for|if|when|while|until|give|plus|than|over|in +(?:children|adults)|to|is|are)$/;
const mostBetween = 3;

/** The comparison behind the words that say what the value is of, which stay to be read. */
export function latestSuffix(tokens: readonly Token[], start: number): Operator | undefined {
  for (let at = start; at <= start + mostBetween + 1; at++) {
    const token = tokens[at];
    const found = at > start ? suffixAt(tokens, at) : undefined;
    if (found) return found.operator;
    const isWithin = token?.kind === "sign" ? /^[()]$/.test(token.text) : token?.kind === "word";
    if (!token || !isWithin || parting.test(token.text)) return undefined;
  }
  return undefined;
}
