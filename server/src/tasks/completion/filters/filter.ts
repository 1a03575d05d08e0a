// The shape of a filter: it may only shorten a suggestion. Filters are listed in index.ts and run in order.

import type { CompletionContext } from "../context.ts";

export interface FilterOptions {
  readonly guardNumbers: boolean;
}

export type Filter = (text: string, context: CompletionContext, options: FilterOptions) => string;
