// How much of the prompts of a typing session need not be read again: letters taken back, corrections two hundred
// tokens further up and looks at an earlier section included. It must not know how figures are printed.

import { parseGuideline } from "../../../server/src/guideline/guideline.ts";
import type { Backend } from "../../../server/src/llm/backend.ts";
import { completionContext } from "../../../server/src/tasks/completion/context.ts";
import { type AnyFigure, figure } from "../report.ts";
import { typingSession } from "./session.ts";
import { never, openBackend, type Subject, sampleText } from "./subject.ts";

const words = 17;

export interface Reuse {
  readonly requests: number;
  /** Of the prompts' tokens, those that were there already. */
  readonly share: number;
}

export async function reuseFigures(subject: Subject): Promise<AnyFigure[]> {
  const backend = openBackend(subject);
  try {
    const { requests, share } = await typed(backend, sampleText());
    const name = `tokens of ${requests} prompts in a typing session that need not be read again`;
    return [figure({ name, value: 100 * share, unit: "%", goal: "≥ 95" })];
  } finally {
    await backend.dispose();
  }
}

/** Types a session into a model that has read nothing yet. */
export async function typed(backend: Backend, guideline: string): Promise<Reuse> {
  let requests = 0;
  let rested = 0;
  const share = await reused(backend, async () => {
    for (const { text, offset, rests } of typingSession({ text: guideline, words })) {
      const prefix = promptAt(text, offset);
      if (prefix === undefined) continue;
      requests++;
      await suggest(backend, prefix);
      // Now and then the author writes something into an earlier section.
      if (rests && ++rested % 2 === 0) await suggest(backend, promptAt(text, text.indexOf("\n", 1200)) ?? "");
    }
  });
  return { requests, share };
}

export const promptAt = (text: string, offset: number) =>
  completionContext(parseGuideline(text), offset)?.prompt;

export async function suggest(backend: Backend, prefix: string): Promise<void> {
  const request = { prefix, maxTokens: 1, heal: true, probabilities: true, lane: "inline" } as const;
  for await (const _chunk of backend.complete(request, never));
}

/** The share of the prompts' tokens that need not be read while this is done. */
export async function reused(backend: Backend, work: () => Promise<void>): Promise<number> {
  const earlier = await backend.statistics();
  await work();
  const now = await backend.statistics();
  return (now.reusedTokens - earlier.reusedTokens) / (now.promptTokens - earlier.promptTokens);
}
