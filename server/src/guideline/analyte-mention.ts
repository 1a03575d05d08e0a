// The names of what is measured, and of what implies it: "Hb", "hypoglycaemia", "K⁺". What is measured out ("25 g glucose")
// is none. It must not know values.

import {
  type Analyte,
  analyteConditions,
  analytesNamed,
  analyteTopics,
  longestNameFrom,
} from "../lexicon/analytes.ts";
import type { Span } from "../text/span.ts";
import type { Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";

export interface AnalyteMention extends Span {
  /** What the name may mean: the unit decides. */
  readonly analytes: readonly Analyte[];
  /** A condition that implies what is measured, such as "hypoglycaemia". */
  readonly implied: boolean;
  /** A topic that makes it likely, such as "diabetes". */
  readonly topic?: true;
}

/** "25 g glucose", "glucose 10%": given, and not measured. */
function isMeasuredOut(
  tokens: readonly Token[],
  at: number,
  { mention, next }: { mention: AnalyteMention; next: number },
): boolean {
  const last = isWord(tokens[at - 1], "of") ? at - 2 : at - 1;
  if (isWord(tokens[last], "g", "mg", "ml", "mL") && tokens[last - 1]?.kind === "number") return true;
  const strong = tokens[next]?.kind === "number" && isSign(tokens[next + 1], "%");
  return strong && !mention.analytes.some(({ kinds }) => kinds.includes("proportion"));
}

export function mentionAt(
  tokens: readonly Token[],
  at: number,
): { mention: AnalyteMention; next: number } | undefined {
  const first = tokens[at];
  if (first?.kind !== "word" && !(first?.kind === "number" && tokens[at + 1]?.kind !== "number"))
    return undefined;
  const ion = ionAt(tokens, at);
  if (ion) return ion;
  let phrase = "";
  let found: { mention: AnalyteMention; next: number } | undefined;
  let next = at;
  const longest = longestNameFrom(first.text);
  for (let count = 0; count < longest; count++) {
    if (count > 0 && tokens[next]?.kind === "sign" && /^[-–:/]$/.test(tokens[next]?.text ?? "")) next++;
    const token = tokens[next];
    if (!token || token.kind === "sign") break;
    const word = token.text.toLowerCase();
    phrase = phrase === "" ? word : `${phrase} ${word}`;
    next++;
    const named = analytesNamed(phrase) ?? analytesNamed(phrase.replace(/s$/, "")) ?? [];
    const implied = analyteConditions.get(phrase) ?? [];
    const topic = found ? undefined : analyteTopics.get(phrase);
    if (topic) {
      const mention = {
        analytes: topic,
        implied: true,
        topic: true as const,
        start: first.start,
        end: token.end,
      };
      found = { mention, next };
    } else if (named.length + implied.length > 0) {
      const mention = {
        analytes: [...named, ...implied],
        implied: named.length === 0,
        start: first.start,
        end: token.end,
      };
      found = { mention, next };
    }
  }
  // "calcium gluconate" is given, not measured.
  const behind = found && tokens[found.next];
  if (behind?.kind === "word" && isSalt.test(behind.text)) return undefined;
  if (found && isMeasuredOut(tokens, at, found)) return undefined;
  return found;
}

const ions: ReadonlyMap<string, string> = new Map([
  ["k", "potassium"],
  ["na", "sodium"],
]);

/** "K ≥ 6.5", "K below 3.0 mmol/L", and no vitamin. */
function isComparedIon(tokens: readonly Token[], at: number, [ion]: readonly Analyte[]): boolean {
  const value = tokens.slice(at + 1, at + 5).find(({ kind }) => kind === "number");
  const sign = tokens[at + 1];
  const isCompared =
    (sign?.kind === "sign" && /^[<>≤≥=]$/.test(sign.text)) ||
    isWord(sign, "above", "below", "under", "over", "less", "more", "greater", "at");
  return (
    isCompared &&
    value?.kind === "number" &&
    !isWord(tokens[at - 1], "vitamin", "vit") &&
    ion?.bare.some(({ low, high }) => value.value >= low && value.value <= high) === true
  );
}

/** "K+", "Na⁺" */
function ionAt(tokens: readonly Token[], at: number): { mention: AnalyteMention; next: number } | undefined {
  const [name, charge] = [tokens[at], tokens[at + 1]];
  const ion = name?.kind === "word" ? ions.get(name.text) : undefined;
  if (!ion || !name) return undefined;
  const analytes = analytesNamed(ion) ?? [];
  if (!(isSign(charge, "+") || isSign(charge, "⁺")) || charge?.start !== name.end)
    return isComparedIon(tokens, at, analytes)
      ? { mention: { analytes, implied: false, start: name.start, end: name.end }, next: at + 1 }
      : undefined;
  return { mention: { analytes, implied: false, start: name.start, end: charge.end }, next: at + 2 };
}

const isSalt =
  /^(?:gluconate|glubionate|chloride|carbonate|bicarbonate|citrate|lactate|phosphate|sulfate|sulphate|acetate|folinate|infusions?|injections?|ampoules?|tablets?|syrup|supplements?|replacement|solution|binders?)$/i;
