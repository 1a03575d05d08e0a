// A maximum that is said behind its amount: "4 g in a day at most", "1400 mg as the upper limit", "doses above 400 mg are
// not given". Puts the mark of a maximum before the amount. It must not know orders.

import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { formWord } from "./medicine-clues.ts";

const amounts = new Set(["mass", "activity", "substance", "equivalent", "form"]);

export function withLimitsBehind(items: Item[]): Item[] {
  const all: Item[] = [];
  for (const [at, item] of items.entries()) {
    if (isAmount(item) && !isLedTo(items, at) && (isLimitBehind(items, at) || isUnwanted(items, at)))
      all.push({ kind: "mark", mark: "max", start: item.start, end: item.start });
    all.push(item);
  }
  return all;
}

const isAmount = (item: Item): boolean =>
  item.kind === "measure" &&
  amounts.has(item.measure.unit.dimension) &&
  item.measure.per.mL === undefined &&
  item.measure.unit.code !== "kg";

/** How far before its amount a mark may stand. */
const farthestMark = 5;

/** The mark stands before the amount. */
function isLedTo(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - farthestMark && items[i]?.kind !== "measure"; i--)
    if (isMark(items[i], "max")) return true;
  return false;
}

const filling =
  /^(?:a|an|any|one|the|per|each|within|during|over|on|day|dose|total|altogether|together|orally)$/;

/** Where what is said of the amount ends: "4 g (8 tablets) in 24 hours". */
function behindAmount(items: readonly Item[], at: number): number {
  let next = at + 1;
  if (isBreak(items[next], "open")) {
    const close = items.slice(next, next + 6).findIndex((item) => isBreak(item, "close"));
    if (close > 0) next += close + 1;
  }
  while (
    items[next]?.kind === "schedule" ||
    isMark(items[next], "in", "total") ||
    isWordLike(items[next], filling)
  )
    next++;
  return isBreak(items[next], "comma") ? next + 1 : next;
}

const isForm = (item: Item | undefined) =>
  item?.kind === "measure" ? item.measure.unit.dimension === "form" : isWordLike(item, formWord);

/** "8 capsules of 2 mg (16 mg)": which of the three is the amount, if it is this one. */
function isSum(items: readonly Item[], at: number): boolean | undefined {
  const inside = isBreak(items[at - 1], "open") && isBreak(items[at + 1], "close");
  if (inside) return items.slice(Math.max(0, at - 5), at).some(isForm) ? true : undefined;
  if (isMark(items[at - 1], "of") && isForm(items[at - 2])) return false;
  const ofEach = isMark(items[at + 1], "of") ? at + 3 : at + 1;
  const said = items[ofEach + 1];
  return isForm(items[at]) && isBreak(items[ofEach], "open") && said?.kind === "measure" ? false : undefined;
}

function isLimitBehind(items: readonly Item[], at: number): boolean {
  const isOne = isSum(items, at);
  if (isOne === false) return false;
  const next = behindAmount(items, isOne ? at + 1 : at);
  const word = (i: number, pattern: RegExp) => isWordLike(items[next + i], pattern);
  if (isMark(items[next], "or") && word(1, /^(?:less|lower|below|under)$/)) return true;
  if (word(0, /^at$/) && word(1, /^the$/) && word(2, /^most$/)) return true;
  if (isMark(items[next], "and") && isMark(items[next + 1], "without", "not") && word(2, /^(?:more|higher)$/))
    return true;
  if (isMark(items[next], "max")) return endsThere(items, next);
  if (isExceeded(items, next)) return true;
  if (!word(0, /^(?:is|are|as|being)$/)) return false;
  const said = word(1, /^(?:the|a|an|our|its|their)$/) ? next + 2 : next + 1;
  if (isMark(items[said], "max")) return endsThere(items, said);
  const most = isWordLike(items[said], /^(?:most|all)$/);
  return most && (said === next + 2 || isWordLike(items[said + 1], /^(?:that|anyone|an?)$/));
}

/** No amount follows the mark: it is of the one before. */
const endsThere = (items: readonly Item[], at: number): boolean =>
  items
    .slice(at + 1, at + 1 + farthestMark)
    .every(
      ({ kind }, i, rest) => kind !== "measure" || rest.slice(0, i).some((item) => item.kind === "break"),
    );

/** "must not be exceeded", "of immediate-release tablets is never passed" */
function isExceeded(items: readonly Item[], at: number): boolean {
  const rest = items.slice(at, at + 12);
  const end = rest.findIndex((item) => item.kind === "measure" || item.kind === "break");
  const clause = end < 0 ? rest : rest.slice(0, end);
  const not = clause.findIndex((item) => isMark(item, "not"));
  if (not < 0) return false;
  const verb = clause[isWordLike(clause[not + 1], /^be$/) ? not + 2 : not + 1];
  return isWordLike(verb, /^(?:exceeded|passed|surpassed|overstepped)$/);
}

const farthestVerb = 12;

/** "More than 4 g within 24 hours is never given", "doses above 400 mg are not used". */
function isUnwanted(items: readonly Item[], at: number): boolean {
  const than =
    isWordLike(items[at - 1], /^than$/) && isWordLike(items[at - 2], /^(?:more|higher|larger|greater)$/);
  if (!than && !isWordLike(items[at - 1], /^(?:above|over|beyond|exceeding)$/)) return false;
  const rest = items.slice(at + 1, at + 1 + farthestVerb);
  const end = rest.findIndex((item) => isBreak(item, "sentence", "semicolon", "colon"));
  const clause = end < 0 ? rest : rest.slice(0, end);
  return clause.some(
    (item, i) =>
      isMark(item, "not") &&
      isWordLike(clause[i - 1], /^(?:is|are|be|must|should)$/) &&
      isWordLike(clause[isWordLike(clause[i + 1], /^be$/) ? i + 2 : i + 1], unwanted),
  );
}

const unwanted = /^(?:given|used|taken|allowed|permitted|prescribed|needed|ordered|administered|dispensed)$/;
