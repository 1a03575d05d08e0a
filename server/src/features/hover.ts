// The deterministic hover card: what an abbreviation stands for in this document, what was understood of a
// medicine order, and what an AI-draft mark says. It comes at once; a model's explanation is another request.

import type { Hover, HoverParams } from "vscode-languageserver";
import type { AbbreviationDefinition } from "../guideline/abbreviation.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { provenanceMarks } from "../guideline/provenance.ts";
import { usualExpansions } from "../lexicon/abbreviations.ts";
import { Lines } from "../text/lines.ts";
import { type Span, touches } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Feature } from "./feature.ts";
import { orderAt, orderCard, spanOfOrder } from "./order-card.ts";
import { provideProjectHover } from "./project-file.ts";

export interface AbbreviationAt {
  readonly short: string;
  readonly span: Span;
  readonly definition: AbbreviationDefinition | undefined;
}

/** The abbreviation at an offset, used or defined there. */
export function abbreviationAt({ abbreviations }: Guideline, offset: number): AbbreviationAt | undefined {
  const { definitions, uses } = abbreviations;
  const found = [...uses, ...definitions].find(({ span }) => touches(span, offset));
  return (
    found && {
      short: found.short,
      span: found.span,
      definition: definitions.find((definition) => definition.short === found.short),
    }
  );
}

export function provideHover(snapshot: Snapshot, offset: number): Hover | null {
  const { guideline } = snapshot;
  const mark = provenanceMarks(guideline.markdown).find(({ span }) => touches(span, offset));
  if (mark) {
    const { model, date, status } = mark;
    const state = status === "unreviewed" ? "Nobody has reviewed it yet." : `Status: ${status}.`;
    return card(guideline, mark.span, `**AI-generated passage** – drafted by ${model} on ${date}. ${state}`);
  }
  const abbreviation = abbreviationAt(guideline, offset);
  if (abbreviation) return card(guideline, abbreviation.span, abbreviationCard(guideline, abbreviation));
  const order = orderAt(guideline, offset);
  return order ? card(guideline, spanOfOrder(order, offset), orderCard(snapshot, order)) : null;
}

function abbreviationCard({ lines }: Guideline, { short, definition }: AbbreviationAt): string {
  if (definition) {
    const line = lines.positionAt(definition.span.start).line + 1;
    return `**${short}** – ${definition.long}\n\nSpelled out in this document, line ${line}.`;
  }
  const readings = usualExpansions.get(short);
  if (!readings) return `**${short}** is not spelled out in this document.`;
  const usual = readings.map((reading) => `“${reading}”`).join(" or ");
  return `**${short}** is not spelled out in this document. It usually stands for ${usual}.`;
}

function card({ lines }: Guideline, span: Span, value: string): Hover {
  return { contents: { kind: "markdown", value }, range: lines.rangeOf(span) };
}

export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  register(on, guard) {
    on.request(
      "textDocument/hover",
      guard<HoverParams, Hover | null>(
        null,
        (snapshot, { position }) => provideHover(snapshot, snapshot.guideline.lines.offsetAt(position)),
        {
          inProjectFile: (text, { position }) =>
            provideProjectHover(text, new Lines(text).offsetAt(position)),
        },
      ),
    );
  },
};
