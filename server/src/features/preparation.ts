// What the model reads while the author does: the text before the cursor, so that a suggestion there comes at
// once, and the fixed part of what an explanation is asked with. It must not know when the cursor rests.

import type { Backend } from "../llm/backend.ts";
import { completionContext } from "../tasks/completion/context.ts";
import { explanationPreamble } from "../tasks/explanation/explanation.ts";
import type { Position } from "../text/lines.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

export async function providePreparation(
  backend: Pick<Backend, "prepare">,
  { recognition, guideline, settings }: Snapshot,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (!recognition.guideline || !settings["completion.enable"]) return;
  const context = completionContext(guideline, guideline.lines.offsetAt(position));
  if (context) await backend.prepare({ prefix: context.prompt, lane: "inline" }, signal);
  if (!settings["hover.explain"]) return;
  signal.throwIfAborted();
  // Most often the model has read this, and nothing is done.
  const prompt = { prefix: explanationPreamble, preamble: explanationPreamble };
  await backend.prepare({ ...prompt, lane: "explain" }, signal);
}
