// Ghost text: the model's continuation at the cursor. The range starts at the line's start, because an editor
// filters an item without a range by the word at the cursor and would never show it.

import type { InlineCompletionItem, InlineCompletionParams } from "vscode-languageserver";
import type { Completions } from "../tasks/completion/completion.ts";
import { completionContext } from "../tasks/completion/context.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Feature } from "./feature.ts";
import { soundSuggestion } from "./sound-suggestion.ts";

const invoked = 1;

export async function provideInlineCompletion(
  completions: Completions,
  snapshot: Snapshot,
  { position, context: { triggerKind } }: Pick<InlineCompletionParams, "position" | "context">,
  signal: AbortSignal,
): Promise<InlineCompletionItem[]> {
  const { settings, guideline, recognition } = snapshot;
  if (!recognition.guideline || !settings["completion.enable"]) return [];
  const asked = triggerKind === invoked;
  // Taking text away is no request for more of it.
  if (snapshot.shrank && !asked) return [];
  const offset = guideline.lines.offsetAt(position);
  const context = completionContext(guideline, offset);
  if (!context || (context.atLineStart && !asked)) return [];
  const suggested = await completions.complete(
    context,
    {
      deadline: settings["completion.deadline"],
      maxTokens: settings["completion.maxTokens"],
      guardNumbers: settings["completion.guardNumbers"],
    },
    signal,
  );
  const text = soundSuggestion(snapshot, offset, suggested);
  if (text === "") return [];
  const line = guideline.lines.positionAt(offset).line;
  const start = guideline.lines.start(line);
  return [
    {
      insertText: guideline.text.slice(start, offset) + text,
      range: guideline.lines.rangeOf({ start, end: offset }),
    },
  ];
}

export function inlineCompletionFeature(completions: Completions): Feature {
  return {
    capabilities: { inlineCompletionProvider: true },
    register(on, guard) {
      on.request(
        "textDocument/inlineCompletion",
        guard<InlineCompletionParams, InlineCompletionItem[]>(
          [],
          (snapshot, params, { signal }) => provideInlineCompletion(completions, snapshot, params, signal),
          // Text typed meanwhile is the editor's to compare: it cancels what no longer fits.
          { staleIsFine: true },
        ),
      );
    },
  };
}
