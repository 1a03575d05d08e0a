// The filters, in the order they run: first what ends a suggestion by structure, then what must not be said.

import type { CompletionContext } from "../context.ts";
import type { Filter, FilterOptions } from "./filter.ts";
import { oneSentence } from "./one-sentence.ts";
import { repetition } from "./repetition.ts";
import { rightContext } from "./right-context.ts";
import { unsupportedNumber } from "./unsupported-number.ts";

const filters: readonly Filter[] = [oneSentence, rightContext, unsupportedNumber, repetition];

export function filterSuggestion(text: string, context: CompletionContext, options: FilterOptions): string {
  const filtered = filters.reduce((left, filter) => filter(left, context, options), text);
  // No space, comma or opening bracket is left hanging at the end.
  const tidy = filtered.replace(/[\s,;:([{–-]+$/, "");
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : "";
}
