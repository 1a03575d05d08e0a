// Completions: the newest request wins, a reader who types what was suggested keeps the suggestion, and what
// is ready at the deadline is shown while the rest is written into the cache. Guideline text is data here.

import type { Backend } from "../../llm/backend.ts";
import type { CompletionContext } from "./context.ts";
import { filterSuggestion, isOver } from "./filters/index.ts";
import { Suggestion } from "./suggestion.ts";

export interface CompletionOptions {
  /** Milliseconds from the request to the answer, at most. */
  readonly deadline: number;
  readonly maxTokens: number;
  readonly guardNumbers: boolean;
}

/** Suggestions kept, so that going back a few characters costs nothing. */
const kept = 16;

export class Completions {
  readonly #backend: Backend;
  #recent: Suggestion[] = [];

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async complete(
    context: CompletionContext,
    options: CompletionOptions,
    signal: AbortSignal,
  ): Promise<string> {
    signal.throwIfAborted();
    const stop = AbortSignal.any([AbortSignal.timeout(options.deadline), signal]);
    let suggestion = this.#join(context) ?? this.#start(context, options.maxTokens);
    const settled = () => settlement(suggestion, context, options, stop);
    await settled();
    // The text grew into something else than what was typed; what another request began meanwhile may fit.
    while (
      !stop.aborted &&
      suggestion.failure === undefined &&
      !suggestion.continueAt(context.before).possible
    ) {
      suggestion = this.#join(context) ?? this.#start(context, options.maxTokens);
      await settled();
    }
    // A cancelled request leaves the suggestion running: the next key stroke most often still fits it.
    signal.throwIfAborted();
    if (suggestion.failure !== undefined && suggestion.text === "") throw suggestion.failure;
    const { rest } = suggestion.continueAt(context.before);
    return filterSuggestion(suggestion.ended ? rest : wholeWords(rest), context, options);
  }

  /** Ends what is being written and forgets what was, because another model is used from now on. */
  stop(): void {
    for (const suggestion of this.#recent) suggestion.abort();
    this.#recent = [];
  }

  #join({ before }: CompletionContext): Suggestion | undefined {
    return this.#recent.find((suggestion) => {
      const { rest, possible } = suggestion.continueAt(before);
      return possible && (rest !== "" || !suggestion.ended || suggestion.before === before);
    });
  }

  #start(context: CompletionContext, maxTokens: number): Suggestion {
    for (const suggestion of this.#recent) if (!suggestion.ended) suggestion.abort();
    const suggestion = new Suggestion(this.#backend, context, maxTokens);
    const usable = this.#recent.filter(({ failure, ended }) => ended && failure === undefined);
    this.#recent = [suggestion, ...usable].slice(0, kept);
    return suggestion;
  }
}

/** Until all that can be shown is there. */
async function settlement(
  suggestion: Suggestion,
  context: CompletionContext,
  options: CompletionOptions,
  stop: AbortSignal,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
  while (!suggestion.ended && !stop.aborted) {
    const { rest, possible } = suggestion.continueAt(context.before);
    if (!possible || isOver(wholeWords(rest), context, options)) return;
    await Promise.race([suggestion.next(), stopped]);
  }
}

/** The last word may still be growing. */
function wholeWords(text: string): string {
  return text.slice(0, text.search(/\S*$/)).trimEnd();
}
