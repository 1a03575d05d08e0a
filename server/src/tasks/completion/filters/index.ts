// The filters, in the order they run: first those that end a suggestion somewhere, whatever may follow there, then
// what depends on its end.

import type { CompletionContext } from "../context.ts";
import { cellBorder } from "./cell-border.ts";
import type { Filter, FilterOptions } from "./filter.ts";
import { oneSentence } from "./one-sentence.ts";
import { repetition } from "./repetition.ts";
import { rightContext } from "./right-context.ts";
import { beforeLastNumbers, firstNumber, unsupportedNumber } from "./unsupported-number.ts";

export { firstNumber };

const ends: readonly Filter[] = [oneSentence, cellBorder, unsupportedNumber, repetition];
const filters: readonly Filter[] = [...ends, rightContext];

export function filterSuggestion(text: string, context: CompletionContext, options: FilterOptions): string {
  const filtered = filters.reduce((left, filter) => filter(left, context, options), text);
  return tidied(filtered);
}

/** No space, comma or opening bracket is left hanging at the end. */
export function tidied(text: string): string {
  const tidy = text.replace(/[\s,;:([{–-]+$/, "");
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : "";
}

/** True once nothing that is written on can be shown. These are whole words, and the last may be of use to the next. */
export function isOver(words: string, context: CompletionContext, options: FilterOptions): boolean {
  const settled = options.guardNumbers ? beforeLastNumbers(words) : words;
  const shown = ends.reduce((left, filter) => filter(left, context, options), settled);
  return shown.length < settled.trimEnd().search(/\S+$/);
}
