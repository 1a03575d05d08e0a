// Whether mmol/L or mEq/L are what is measured in blood, "if potassium is 3.5–5.5 mmol/L", rather than the strength
// of a fluid. It must not know preparations.

import { salts } from "../lexicon/electrolytes.ts";
import type { Figure } from "./figure.ts";
import type { FigureText } from "./figure-text.ts";
import { isBreak } from "./item-kind.ts";

const ions = new Set(salts.flatMap((salt) => salt.ions));
const measuring = /^(?:levels?|serum|plasma|blood|result|normal|target|between|if|when|until)$/;
const linking =
  /^(?:is|are|was|of|at|from|=|:|remains|stays|below|under|above|over|<|>|≤|≥|falls?|rises?|exceeds?|no|not|higher|lower|more|less|greater|than|most|least|(?:(?:is|are) +)?(?:(?:no|not) +\p{L}+(?: +than)?|at +(?:most|least)|up +to))$/u;

export function isSerumValue({ items, text }: FigureText, figure: Figure): boolean {
  const { kind, unit, over, item, low, high } = figure;
  if (kind === "strength" && over === 100 && perDecilitre.test(text.slice(...placeOf({ items }, figure))))
    return true;
  if (kind === "strength" && over === 1 && isLevel(text, items[item]?.start ?? 0)) return true;
  if (kind !== "strength" || over < 100 || (unit !== "mmol" && unit !== "mEq")) return false;
  if (low < high) return true;
  if (headsItem({ items, text }, figure)) return true;
  const words = items
    .slice(Math.max(0, item - 5), item)
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
  const last = words.findLastIndex((word) => !linking.test(word));
  const word = words[last] ?? "";
  return measuring.test(word) || (last < words.length - 1 && ions.has(word));
}

/** "The first level … At six hours it is 0.5 units/mL", "anti-factor Xa level: aim 0.3 to 0.7 units/mL" */
const isLevel = (text: string, at: number): boolean =>
  /\b(?:levels?|troughs?|peaks?|anti-?(?:factor +)?Xa)\b(?:(?!\b(?:vials?|ampoules?|bags?|syringes?|bottles?|holds?|contains?)\b)[^|]){0,120}?\b(?:aim\w*|target|is|between|below|above|reach\w*)\b[^.|]{0,12}$/i.test(
    text.slice(Math.max(0, at - 160), at),
  );

/** Only what is measured in blood is said so. */
const perDecilitre = /\/ *dl\b|\bper +d(?:l|ecilit)/i;

const placeOf = ({ items }: Pick<FigureText, "items">, { item, last }: Figure): [number, number] => [
  items[item]?.start ?? 0,
  items[last]?.end ?? 0,
];

/** "Below 2.5 mmol/L: give …": at which value the rest is done. */
function headsItem({ items, text }: Pick<FigureText, "items" | "text">, { item, last }: Figure): boolean {
  const next = items[last + 1];
  const first = items[item - 1];
  const compares = first && /^(?:below|under|above|over|[<>≤≥])$/i.test(text.slice(first.start, first.end));
  return item === 1 && compares === true && isBreak(next, "colon");
}
