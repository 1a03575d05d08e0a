// How a text writes its numbers, as far as that changes what they say: commas before decimals, "3 × 500 mg" for three
// times a day. Looked for in the text as a whole, before anything is read. It must not know blocks.

import type { Habits } from "../lexicon/dictionary.ts";

export const habitsOf = (text: string): Habits => ({
  comma: hasDecimalCommas(text),
  timesADay: saysTimesADay(text),
});

/** Whether all that has a unit and decimals has a comma before them, but for a slip or two. */
function hasDecimalCommas(text: string): boolean {
  let [commas, points] = [0, 0];
  for (const [, sign, other = sign] of text.matchAll(withUnit)) {
    if (other === ",") commas++;
    else points++;
  }
  return commas > 1 && commas > 5 * points;
}
const withUnit =
  /(?<![\d.,])(?:\d{1,3}([.,])\d{1,2}|0([.,])\d{3,})(?!\d|[.,]\d)[ \u00A0\u202F]?(?:%|(?:[mµμkdc]?g|mcg|[mdµμ]?[lL]|IU|IE|UI|units?|mmol|mEq|[cm]?m|mmHg)(?!\p{L}))/gu;

/** Nobody multiplies by one: where "1 × 30 mg" stands, "2 × 60 mg" is twice a day; or the text says so. */
function saysTimesADay(text: string): boolean {
  return /\d *[×x] *\d/.test(text) && (once.test(text) || said.test(text));
}
const times = String.raw`(?<![\d.,/×x+=] ?)%[ \u00A0]?[×x][ \u00A0]?\d[\d.,]*[ \u00A0]?(?:mg|g|mcg|[µμ]g|IU|units?)(?![\p{L}/])`;
const once = new RegExp(
  `${times.replace("%", "1")}(?! *(?:tab|cap|amp|vial|bottle|bag|tube|sachet|pack|box|pen\\b|syringe|dose|injection|infusion|bolus|stat|once|single))`,
  "u",
);
const said = new RegExp(
  `${times.replace("%", "[1-6]")}[^.;|\\n]{0,12}(?:means|stands +for|is +to +be +read|=|denotes|signifies|is)[^.;|\\n]{0,40}\\b(?:daily|a +day|per +day|each +day)\\b`,
  "u",
);
