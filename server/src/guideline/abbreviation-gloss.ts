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
  if (/\bi\.?e\.?,? +$/i.test(phrase)) return true;
  const after = plain.slice(end, end + reach);
  // Nobody spells out what the class is called after.
  if (/^(?:ACE|MAO|COX)$/.test(short) && /^(?:-[12AB])?[- ](?:inhibit|block)/.test(after)) return true;
  if (/^s?\)/.test(after) && (foreignBehind.test(before) || isForeignName(short, before))) return true;
  if (/\p{L}{4} +\($/u.test(before) && foreignAfter.test(after)) return true;
  if (isExplainedBy(short, after)) return true;
  if (isListedOn(plain.slice(Math.max(0, start - longReach), start), short, after)) return true;
  if (/^[^.\n]{0,80}[.;:]\s+(?:The|These|Its) +letters +(?:stand|are) +for\b/.test(after)) return true;
  if (!/\($/.test(phrase) || !/^s?\s?[)+]/.test(plain.slice(end, end + 3))) return false;
  const words = (phrase.match(/[\p{L}-]{4,}/gu) ?? []).slice(-short.length - moreWords);
  return words.some((word) => word[0]?.toLowerCase() === short[0]?.toLowerCase());
}

/** "The early warning score (Danish abbreviation TOKS)", "lay helper (in Amharic: HEW)": named in brackets, behind its meaning. */
const languages =
  "\\p{Lu}\\p{Ll}+(?:ish|ese|[nrs]ian|alian)|French|German|Dutch|Greek|Czech|Thai|Arabic|Amharic|Icelandic|Hindi|Urdu|Nepali|Somali|Swahili|Kiswahili|Bengali|Tamil|Korean|Khmer|Lao";
const foreignBehind = new RegExp(
  String.raw`\p{L}{4}[”"’'*_]* +\((?=[^()]*\b(?:abbreviat\p{L}+|acronym|initials|letters|short|shortened|locally|nationally|${languages})\b)(?:[\p{L}-]+[ ,:]+){1,6}[“"‘'*_]*$`,
  "u",
);

/** "(CRENI, from the French)" */
const foreignAfter = new RegExp(
  String.raw`^[,;:]? +(?:(?:from|in|after|by|for|its|the|local|national|official) +){1,3}(?:abbreviation|acronym|name|initials|${languages})\b[^()]{0,40}\)`,
  "u",
);

/** "emergency room (Zentrale Notaufnahme, ZNA)": all letters in order, in the words beside it. */
function isForeignName(short: string, before: string): boolean {
  const [, long = ""] = /\p{L}{4} +\(((?:[\p{L}’'-]+ +){1,6}[\p{L}’'-]+),? +$/u.exec(before) ?? [];
  return inOrder(short, long.toLowerCase());
}

const explaining =
  /^(?:-\p{L}+| +inhibitors?| +antagonists?| +blockers?)?(?:[*_\])]* *(?::|=|–|—|,|·)|(?: +\p{L}+){0,2} +\()[ *_"“(]*(?:(?:an?|the) +)?(\p{L}[^.;|\n·()]{5,80})/u;

/** "NGT: nasogastric tube", "SGLT2 inhibitor (a sodium-glucose cotransporter 2 inhibitor": all letters in order. */
function isExplainedBy(short: string, after: string): boolean {
  const long = explaining.exec(after)?.[1]?.toLowerCase();
  return long !== undefined && /^[^,]*\p{L}{3}/u.test(long) && inOrder(short, long);
}

function inOrder(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^a-z]/g, "");
  if (long[0] !== letters[0]) return false;
  let at = -1;
  return [...letters].every((letter) => {
    at = long.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** "HIV means human immunodeficiency virus, CSF cerebrospinal fluid and CrCl creatinine clearance": said once for all. */
function isListedOn(before: string, short: string, after: string): boolean {
  if (!/\b(?:means|is|stands +for)\b[^.;:|\n]*(?:, +| +and +)$/.test(before)) return false;
  const word = /^ +(\p{L})\p{Ll}{3}/u.exec(after)?.[1];
  return word?.toLowerCase() === short[0]?.toLowerCase();
}
const longReach = 400;

/** "Xpert MTB/RIF" is what the test is called. */
const ofTest = /\bXpert +(?:\p{Lu}+\/)?$/u;

/** "alprostadil (Prostin VR)", "morphine sulfate (MST Continus)": a part of a brand's name, behind the medicine's. */
export function isOfBrand(plain: string, { start, end }: Span, medicines: readonly Span[]): boolean {
  if (ofTest.test(plain.slice(Math.max(0, start - 20), start))) return true;
  const [before = ""] = /\([^()\n]{0,24}$/.exec(plain.slice(Math.max(0, start - 25), start)) ?? [];
  const [after = ""] = /^[^()\n]{0,24}\)/.exec(plain.slice(end, end + 25)) ?? [];
  if (before === "" || after === "" || !/^[\p{L} ()-]*$/u.test(before + after)) return false;
  if (!/\p{Lu}\p{Ll}{3}/u.test(before + after) || (before + after).split(" ").length > 3) return false;
  const open = start - before.length;
  return medicines.some((name) => name.end <= open && open - name.end < brandReach);
}
const brandReach = 30;
