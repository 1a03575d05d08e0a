// Of which medicines a length of treatment is said: those named beside it, or all that were named before ("Both are
// taken for 14 days"). It must not read lengths.

import type { Medicine } from "../lexicon/medicine.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike, medicinesAmong } from "./item-kind.ts";

/** How many items behind a length may name its medicine: "10 days of amoxicillin". */
const reachBehind = 5;
/** More are a list of choices. */
const mostTogether = 4;

/** Undefined: those that are named are not given together. */
export function medicinesOf(
  piece: readonly Item[],
  at: number,
  earlier: readonly Item[],
): readonly Medicine[] | undefined {
  const before = piece.slice(0, at);
  const all = saysAll(before) ? togetherIn([...earlier, ...before]) : [];
  if (all.length > 1) return all;
  const ahead = medicinesIn(before.filter((_, i) => !isFollowed(piece, i)));
  const named = ahead.length > 0 ? ahead : medicinesIn(piece.slice(at, at + reachBehind));
  return named.length > 1 && !isJoined(before) ? undefined : named;
}

/** "Both are given for …", "Either is stopped after …", "the pair is continued for …", "| Both tablets 14 days |" */
export function saysAll(before: readonly Item[]): boolean {
  const from = before.findLastIndex((item) => item.kind === "break") + 1;
  const [first, second, third] = before.slice(from);
  if (isWordLike(first, /^(?:the|this|these)$/))
    return (
      isWordLike(second, /^(?:pair|two|duo|trio)$/) ||
      (second?.kind === "condition" && second.id === "combination")
    );
  const counted = isWordLike(second, /^(?:two|three|four)$/) ? third : second;
  return (
    isWordLike(first, /^(?:both|all|either)$/) &&
    (counted === undefined ||
      isWordLike(
        counted,
        /^(?:is|are|for|medicines?|drugs?|tablets?|antibiotics?|given|taken|last|run|go|continue)$/,
      ))
  );
}

/** Those that are not given but once. */
function togetherIn(items: readonly Item[]): readonly Medicine[] {
  const all = items.flatMap((item, i) => {
    if (item.kind !== "medicine") return [];
    const next = items.findIndex((one, j) => j > i && one.kind === "medicine");
    return items.slice(i, next < 0 ? items.length : next).some(isOnce) ? [] : [item.mention.medicine];
  });
  const medicines = [...new Set(all)];
  return medicines.length > mostTogether ? [] : medicines;
}

const isOnce = (item: Item): boolean =>
  item.kind === "schedule" && item.schedule.kind === "frequency" && item.schedule.once === true;

/** "Follow artesunate with a full course of …" */
const isFollowed = (piece: readonly Item[], at: number): boolean =>
  isWordLike(piece[at - 1], /^(?:follow|following|after)$/);

function medicinesIn(items: readonly Item[]): Medicine[] {
  return [...new Set(medicinesAmong(items))];
}

/** "doxycycline and metronidazole", "omeprazole, amoxicillin and clarithromycin"; but not "amoxicillin or cefalexin". */
function isJoined(part: readonly Item[]): boolean {
  return part.every((item, i) => {
    const first = !part.slice(0, i).some(({ kind }) => kind === "medicine");
    if (item.kind !== "medicine" || first) return true;
    const before = part[i - 1];
    return isMark(before, "and", "with") || isBreak(before, "comma");
  });
}
