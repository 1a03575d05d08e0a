// What is said of a notation that has been misread, and how its looks are written down. It must not know any.

import { once } from "../text/memory.ts";

export type NotationProfile = "usual" | "who" | "ismp";

export interface NotationForm {
  /** Global; what is replaced is the whole match. */
  readonly pattern: () => RegExp;
  /** With $1, $2 for groups; the first is the certain one where `certain` is set. */
  readonly instead: readonly string[];
  readonly certain?: true;
}
export interface NotationKind {
  readonly id: string;
  /** What it is, for a reader of the options. */
  readonly name: string;
  readonly profiles: readonly NotationProfile[];
  readonly severity: "warning" | "information";
  /** A habit of the whole document: said once, with all its places. */
  readonly once?: true;
  /** What it is taken for. */
  readonly why: string;
  /** Of these runs of letters and signs one stands in every text that has a form. */
  readonly cues?: string;
  readonly forms: readonly NotationForm[];
}

export const all: readonly NotationProfile[] = ["usual", "who", "ismp"];
export const strict: readonly NotationProfile[] = ["who", "ismp"];
export const ismp: readonly NotationProfile[] = ["ismp"];

/** A number stands before, perhaps with emphasis marks between. */
export const afterNumber = String.raw`(?<=\d[ \t\u00A0]{0,3})`;
/** What an order has said before it comes to when or where. */
export const afterDose = String.raw`(?<=(?:(?<!\p{L})(?:mg|mcg|micrograms?|g|m[lL]|units?|tablets?|tabs?|capsules?|caps?|drops?|gtts?|puffs?|orally|mouth|PO|po|p\.o\.|SC|IM|IV|PR|daily|ointment|suspension|solution|eyes?|ears?|patch)|%)[ \t,]{1,3})`;
/** "U/L" is a laboratory's unit, "U.S." a country. */
export const notLab = String.raw`(?![\w-]|\.[A-Z]|[ \t]?(?:/|per\b)[ \t]?(?:d?[lL]|lit(?:re|er)|g|100)\b|[ \t]waves?)`;

export const form = (pattern: string, instead: string | readonly string[], certain?: true): NotationForm => ({
  pattern: once(() => new RegExp(pattern, "gu")),
  instead: typeof instead === "string" ? [instead] : instead,
  ...(certain ? { certain } : {}),
});
export const word = (words: string, instead: string | readonly string[], certain?: true) =>
  form(String.raw`(?<![\p{L}\p{N}./-])(?:${words})(?![\p{L}\p{N}/-])`, instead, certain);
export const medicine = (short: string, instead: string) =>
  form(String.raw`(?<![\p{L}\p{N}./+-])${short}(?![\p{L}\p{N}/+-])`, instead);
