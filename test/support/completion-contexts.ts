// Contexts of a completion for tests of filters, without a document around them.
import type { CompletionContext, Place } from "../../server/src/tasks/completion/context.ts";

export function contextAt(before: string, after = "", place: Place = "prose"): CompletionContext {
  return { before, after, place, prompt: before, atLineStart: false };
}
