// An abbreviation behind words that it is meant to shorten, though its letters are not theirs: "chronic obstructive
// disease (COPD)", "testing and counselling, i.e. PITC". It must not know definitions that hold.

import type { Span } from "../text/span.ts";

const reach = 120;
/** So many words more than letters may it shorten. */
const moreWords = 3;

export function isGlossed(plain: string, short: string, { start, end }: Span): boolean {
  const before = plain.slice(Math.max(0, start - reach), start);
  const breaks = ["\n\n", "\n-", "\n*", "\n  ", ". ", "; ", ": ", "|"].map((sign) =>
    before.lastIndexOf(sign),
  );
  const phrase = before.slice(Math.max(...breaks) + 1);
  if (/\bi\.?e\.?,? $/i.test(phrase)) return true;
  if (!/\($/.test(phrase) || !/^s?\s?[)+]/.test(plain.slice(end, end + 3))) return false;
  const words = (phrase.match(/[\p{L}-]{4,}/gu) ?? []).slice(-short.length - moreWords);
  return words.some((word) => word[0]?.toLowerCase() === short[0]?.toLowerCase());
}
