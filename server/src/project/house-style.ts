// How a set of guidelines is written: whose wording its recommendations have, whether it is terse like a field
// handbook, and which English it is in. It says nothing where that does not show plainly.

import type { Guideline } from "../guideline/guideline.ts";
import type { ProfileName } from "./profiles.ts";

export interface HouseStyle {
  readonly profile: ProfileName | undefined;
  /** Why, as a plain sentence. */
  readonly reason: string;
  readonly spelling: "British" | "American" | undefined;
}

const grade =
  /\bwe (?:strongly )?(?:recommend|suggest)\b|\b(?:strong|weak|conditional) recommendation|\b(?:certainty|quality) of (?:the )?evidence\b/gi;
const nice = /(?:^|[.;:] |[-*•] |\d[.)] )(?:Offer|Consider|Do not (?:offer|routinely offer))\s+[a-z]/gm;
const routeCode = /\d[^\n|]{0,20}\b(?:PO|IV|IM|SC)\b/g;
const british =
  /\b(?:an|leuk|isch|hypoglyc|hyperglyc|hypovol|sept)?(?:aemi[ac]s?|haem\w{3,}|paediatr\w*|oedema\w*|diarrhoea\w*|foet\w{2,}|oesoph\w*|gynaec\w*|tumours?|litres?|centres?|fibres?|colour\w*)\b/gi;
const american =
  /\b(?:an|leuk|isch|hypoglyc|hyperglyc|hypovol|sept)?(?:emi[ac]s?|hem(?:o|a|or)\w{3,}|pediatr\w*|edema\w*|diarrhea\w*|esoph\w*|gynec\w*|tumors?|liters?|centers?|fibers?|color\w*)\b/gi;

const fewest = 5;
/** One manner is the style when it is so many times as frequent as the other. */
const plainly = 3;

export function houseStyleOf(guidelines: readonly Guideline[]): HouseStyle {
  const count = (pattern: RegExp) =>
    guidelines.reduce((sum, { markdown }) => sum + (markdown.plain.match(pattern)?.length ?? 0), 0);
  const orders = guidelines.reduce((sum, { orders: own }) => sum + own.length, 0);
  const [one, other] = [count(grade), count(nice)];
  const spelling = dominant(["British", count(british)], ["American", count(american)]);
  const wording = dominant(["grade", one], ["nice", other]);
  if (wording)
    return {
      profile: wording,
      reason:
        wording === "grade"
          ? `“We recommend” or “we suggest” and the like stand there ${one} times.`
          : `Recommendations begin with “Offer” or “Consider” ${other} times.`,
      spelling,
    };
  const codes = count(routeCode);
  if (orders >= 4 * fewest && codes * 2 >= orders && one + other <= orders / 10)
    return {
      profile: "msf",
      reason: `${orders} orders are written tersely, with codes such as PO and IV, and hardly any recommendation is worded.`,
      spelling,
    };
  return { profile: undefined, reason: "No house style shows plainly.", spelling };
}

function dominant<const T extends string>(a: readonly [T, number], b: readonly [T, number]): T | undefined {
  const [[name, most], [, least]] = a[1] >= b[1] ? [a, b] : [b, a];
  return most >= fewest && most >= plainly * least ? name : undefined;
}
