// The mark around a passage that a model drafted: who, when, and whether a person has reviewed it. It must
// not know models beyond their name.

import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";

export interface Provenance {
  readonly model: string;
  /** Of the weights; "unknown" where it could not be told. */
  readonly sha256: string;
  /** Year-month-day. */
  readonly date: string;
  readonly status: string;
}
export interface ProvenanceMark extends Provenance {
  readonly span: Span;
}

const mark = /^<!--\s*ai-draft\s+([\s\S]*?)-->$/;
const field = /(model|sha256|date|status)=("[^"]*"|\S+)/g;

export function provenanceMarks({ text, blocks }: Markdown): ProvenanceMark[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "comment") return [];
    const body = mark.exec(text.slice(block.span.start, block.span.end).trim())?.[1];
    if (body === undefined) return [];
    const values = new Map(
      matchesIn(body, field).map(([, key = "", value = ""]) => [key, value.replaceAll('"', "")]),
    );
    const value = (key: string) => values.get(key) ?? "unknown";
    return [
      {
        span: block.span,
        model: value("model"),
        sha256: value("sha256"),
        date: value("date"),
        status: value("status"),
      },
    ];
  });
}

/** The passage between its marks, set off by blank lines. */
export function formatDraft({ model, sha256, date, status }: Provenance, passage: string): string {
  const name = model.replace(/["\n]|--+/g, "-");
  const open = `<!-- ai-draft model="${name}" sha256=${sha256} date=${date} status=${status} -->`;
  return `${open}\n\n${passage.trim()}\n\n<!-- /ai-draft -->`;
}
