// Words beside a rate or a total that say it is a limit, or of another step, and what a wrong one is. For rate-arithmetic.

import type { Derived } from "../guideline/derived-figure.ts";
import type { Figure } from "../guideline/figure.ts";
import type { FigureText } from "../guideline/figure-text.ts";
import type { Item } from "../guideline/item.ts";
import { isWordLike } from "../guideline/item-kind.ts";

export interface Wrong {
  readonly claim: Figure;
  readonly right: Derived;
}

export const parting =
  /^(?:then|followed|thereafter|afterwards?|after|until|maintenance|maintain|continue|continued|plus|before|if|when|unless|instead|than|urine|output|increase[d]?|reduce[d]?|raise[d]?|lower(?:ed)?|change[d]?|repeat(?:ed)?|while|but|except)$/;
/** "is delivered by 6 mL/h", unlike "raise by 6 mL/h". */
const delivering = /^(?:delivered|given|provided|reached|achieved|obtained|met)$/;
const limiting =
  /^(?:max\w*|most|least|minimum|limit|exceed\w*|exceeding|than|up|≥|≤|<|>|below|above|under|within|between|not|never|faster|ceiling|by)$/;
/** "for each kg above 10 kg": a weight's parts are reckoned in their own ways. */
export const slices =
  /\b(?:first|second|next|additional|further|remaining|each|every|above|over|beyond) +(?:\d+ *)?(?:kg|kilograms?)\b/i;

export const wordOf = ({ text }: FigureText, { start, end }: Item) => text.slice(start, end).toLowerCase();

export function isLimit(text: FigureText, { item, last }: Figure): boolean {
  const before = text.items.slice(Math.max(0, item - 4), item);
  const behind = text.items.slice(last + 1, last + 3);
  const cut = before.findLastIndex((one) => one.kind === "break" || one.kind === "measure");
  return (
    before
      .slice(cut + 1)
      .some(
        (one, i, all) =>
          (limiting.test(wordOf(text, one)) &&
            !(wordOf(text, one) === "by" && isWordLike(all[i - 1], delivering))) ||
          (one.kind === "mark" && (one.mark === "max" || one.mark === "upTo")),
      ) ||
    behind.some(
      (one) =>
        (one.kind === "mark" && one.mark === "max") || /^(?:max\w*|minimum|less)$/.test(wordOf(text, one)),
    )
  );
}

/** "Two lines at 100 drops/min each": a part of the flow. */
const isOfEach = ({ text, start }: FigureText, { end }: Figure): boolean =>
  /^\s*(?:each\b|(?:in|by|through|into|per|for)\s+(?:each|every|either|both)\b|per\s+(?:line|arm|limb|cannula|pump|site|lumen)\b)/i.test(
    text.slice(end - start, end - start + 24),
  );

/** "The two at 125 mL/h still give 10 mmol/h", "both pumps at 5 mL/h": several run together. */
const isOfSeveral = ({ text, start }: FigureText, { end }: Figure): boolean =>
  /\b(?:both|the +(?:two|three)|two|three|together)\b(?: +\p{L}+){0,2} +(?:at|run(?:ning)? +at) +[\d.,]+ *m[lL]\/\p{L}+[^.;]*$/u.test(
    text.slice(Math.max(0, end - start - 120), end - start),
  );

/** "40 + 16 = 56 mL/h": how it is made is written out. */
const isSum = ({ text, start }: FigureText, claim: Figure): boolean =>
  /\d\s*[+]\s*\d[\d.]*\s*=\s*$/.test(text.slice(Math.max(0, claim.start - start - 30), claim.start - start));

/** "A patch of 50 micrograms/hour": how fast it lets its medicine go is no rate that is set. */
const isOfPatch = ({ text, start }: FigureText, claim: Figure): boolean =>
  /\bpatch(?:es)?\b/i.test(text.slice(Math.max(0, claim.start - start - 25), claim.end - start + 12));

/** What is not made by the figures around it, for one of these reasons. */
export const isApart = (text: FigureText, claim: Figure): boolean =>
  [isOfEach, isOfSeveral, isSum, isOfPatch].some((is) => is(text, claim));
