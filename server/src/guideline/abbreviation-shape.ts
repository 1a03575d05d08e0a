// What an abbreviation looks like as a word. It must not know where words come from.

import { notAbbreviations } from "../lexicon/abbreviations.ts";

const longest = 7;
const longestCompound = 15;
const romanOrName = /^(?:[IVX]+[a-c]?|(?:Mc|Mac|O|De|La|Le)[A-Z][a-z]+)$/;

/** The abbreviation in a word ("NSAIDs" → "NSAID"), or undefined when the word is none by its shape. */
export function abbreviationIn(word: string): string | undefined {
  const short = /[A-Z0-9]s$/.test(word) ? word.slice(0, -1) : word;
  const capitals = short.replace(/[^A-Z]/g, "").length;
  const small = short.replace(/[^a-z]/g, "").length;
  if (capitals < 2 || capitals < small || short.length > longest) return undefined;
  return romanOrName.test(short) || notAbbreviations.has(short) ? undefined : short;
}

/** Parts joined by a hyphen, a stroke or "&", of which one is an abbreviation: "MDR-TB", "CURB-65", "D&C". */
export function compoundIn(word: string): string | undefined {
  const short = /[A-Z0-9]s$/.test(word) ? word.slice(0, -1) : word;
  const parts = short.split(/[-/&]/);
  if (parts.length < 2 || short.length > longestCompound) return undefined;
  const shaped = parts.some((part) => abbreviationIn(part)) || /^[A-Z]&[A-Z]$/.test(short);
  return shaped && parts.every((part) => /^(?:\d+|[A-Z][A-Za-z0-9]*)$/.test(part)) ? short : undefined;
}

const consonant = "[B-DF-HJ-NP-TV-XZ]";
/** Beginnings, ends and sequences of letters that words of everyday English do not have. */
const unlikeWords = new RegExp(
  [
    `^(?!BL|BR|CH|CL|CR|DR|DW|FL|FR|GH|GL|GN|GR|KN|KR|PH|PL|PN|PR|PS|PT|RH|SC|SH|SK|SL|SM|SN|SP|SQ|ST|SW|TH|TR|TS|TW|WH|WR)${consonant}{2}`,
    "(?:[ABDFKPQST]I|AJ|CC|CU|F[AR]|[CPKT]R|PP|S[CF]|TC|[DST]X|[^AO]U|[JQV])$",
    `(?<=[AEIOUY])(?!BB|BT|C[HKT]|DD|F[FT]|G[GHN]|HT|L[BCDFKLMNPT]|M[BNP]|N[CDGKNTX]|P[HT]|R[BCDFGKLMNPRTV]|S[HKMPT]|T[HTZ]|W[DKLN]|XT|ZZ)${consonant}[B-DF-HJ-NP-RTV-XZ]$`,
    "Q[^U]|[CFGKMPQ]V|F[BCDGKMPV]|H[QVZ]|PF(?!UL)",
    `(?<!${consonant})(?!${consonant}?(?:GHT|CHT|NGTH|STHM|NTH|RTH|LTH|PTH|FTH|XTH|MPT|RST|LPT|TCH|DTH|MPH|MTH|RSH|RLD))${consonant}{4}`,
  ].join("|"),
);

/** "SLEDAI", "NAFDAC": capitals that spell no word which could be shouted. */
export const isUnlikeWord = (capitals: string): boolean => unlikeWords.test(capitals);
