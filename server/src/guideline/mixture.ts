// Mixtures whose strength is not written out: "50 mg of morphine made up to 50 mL", "draw up 50 mg and fill to 50 mL".
// It must not compare.

import { pairOf, type Statement } from "./concentration.ts";
import { type FigureText, ownerOf } from "./figure-text.ts";

const madeUp =
  /^(?: +of +[a-zß-öø-ɏ -]{1,40}| +[a-zß-öø-ɏ -]{1,30})?,? +(?:is +|are +|and +|then +)?(?:make|made|dilute[d]?|bring|brought|fill(?:ed)?|top(?:ped)?|drawn)(?: +(?:it|this|the +syringe))?(?: +up)? +(?:to|in) +(?:a +(?:total|volume) +of +|exactly +)?$/i;

export function mixturesIn(passage: FigureText): Pick<Statement, "facts" | "medicine" | "volumes">[] {
  return passage.figures.flatMap((amount, i) => {
    const volume = passage.figures[i + 1];
    if (amount.kind !== "amount" || volume?.kind !== "volume" || amount.perKg || volume.perKg) return [];
    const between = passage.text.slice(amount.end - passage.start, volume.start - passage.start);
    if (volume.high <= 0 || !madeUp.test(between)) return [];
    return [{ facts: [pairOf(amount, volume)], medicine: ownerOf(amount, passage), volumes: [volume] }];
  });
}
