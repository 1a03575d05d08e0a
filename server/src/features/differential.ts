// Drafting a differential for the section at the cursor, and handing it out when the author accepts it. A
// draft stays here until then: nothing is written into a document before. Its place is found again in the
// text as it is at that moment.

import { randomUUID } from "node:crypto";
import { type Guideline, titleOf } from "../guideline/guideline.ts";
import { formatDraft } from "../guideline/provenance.ts";
import type { Section } from "../guideline/section.ts";
import type { Backend, BackendInfo } from "../llm/backend.ts";
import {
  type AcceptDraftParams,
  type AcceptDraftResult,
  acceptDraftRequest,
  type DraftDifferentialParams,
  type DraftDifferentialResult,
  type DraftProgress,
  draftDifferentialRequest,
  type Failure,
} from "../protocol.ts";
import { type Draft, draftDifferential } from "../tasks/differential/differential.ts";
import { formatPreview, formatTable } from "../tasks/differential/format.ts";
import { subjectAt } from "../tasks/differential/subject.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Call, Feature } from "./feature.ts";
import { orFailure, UserError } from "./user-error.ts";

interface KeptDraft {
  readonly uri: string;
  readonly draft: Draft;
  readonly presentation: string;
  readonly info: BackendInfo;
  /** Which section: its title, and which of how many sections of that title. */
  readonly place: { readonly title: string; readonly ordinal: number; readonly count: number } | undefined;
}

/** Drafts nobody decided on are forgotten after this many newer ones. */
const keptDrafts = 8;

export class Drafts {
  readonly #backend: Backend;
  readonly #today: () => string;
  readonly #kept = new Map<string, KeptDraft>();

  constructor(backend: Backend, today: () => string = () => new Date().toISOString().slice(0, 10)) {
    this.#backend = backend;
    this.#today = today;
  }

  async draft(
    snapshot: Snapshot,
    offset: number,
    { signal, report }: Call,
  ): Promise<DraftDifferentialResult> {
    const { guideline, uri } = snapshot;
    const found = subjectAt(guideline, offset);
    if (!found) {
      throw new UserError(
        "There is no heading above the cursor: put the cursor into the section of a presentation, such as “Fever with headache”.",
      );
    }
    const { subject, section } = found;
    const info = await this.#backend.info(signal);
    const presentation = subject.presentation.split(". ", 1)[0] ?? subject.presentation;
    const shown = { presentation, model: info.name, starter: info.starter };
    let last = "";
    const progress = (preview: string) => {
      if (preview !== last) report({ preview } satisfies DraftProgress);
      last = preview;
    };
    progress(formatPreview({ ...shown, draft: { rows: [], writing: undefined } }));
    const draft = await draftDifferential(
      this.#backend,
      subject,
      (soFar) => progress(formatPreview({ ...shown, draft: soFar })),
      signal,
    );
    if (draft.rows.length === 0) {
      throw new UserError(
        `${info.name} wrote nothing usable for “${presentation}”. Nothing was inserted; try again or write the table yourself.`,
      );
    }
    const draftId = randomUUID();
    this.#keep(draftId, { uri, draft, presentation, info, place: placeOf(guideline, section) });
    return { draftId, preview: formatPreview({ ...shown, draft }), remarks: draft.remarks };
  }

  accept({ uri, version, guideline }: Snapshot, draftId: string): AcceptDraftResult {
    const kept = this.#kept.get(draftId);
    if (!kept || kept.uri !== uri) {
      throw new UserError(
        "This draft is no longer kept. Copy what you need from the preview, or draft again.",
      );
    }
    const offset = insertionOffset(guideline, kept.place);
    if (offset === undefined) {
      throw new UserError(
        `The section “${kept.place?.title}” can no longer be found for certain. Copy the draft from the preview to where it belongs.`,
      );
    }
    const { info, draft, presentation } = kept;
    const level = "#".repeat(Math.min(6, (levelAt(guideline, kept.place) ?? 1) + 1));
    const passage = formatDraft(
      { model: info.name, sha256: info.sha256 ?? "unknown", date: this.#today(), status: "unreviewed" },
      `${level} Differential diagnosis: ${presentation}\n\n${formatTable(draft.rows)}`,
    );
    const before = guideline.text.slice(0, offset).replaceAll(/\r\n?/g, "\n");
    const lead =
      before === "" || /\n[ \t]*\n[ \t]*$/.test(before) ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const eol = /\r\n|\r|\n/.exec(guideline.text)?.[0] ?? "\n";
    const tail = offset < guideline.text.length ? "\n\n" : "\n";
    return {
      version,
      position: guideline.lines.positionAt(offset),
      text: (lead + passage + tail).replaceAll("\n", eol),
    };
  }

  #keep(id: string, draft: KeptDraft): void {
    this.#kept.set(id, draft);
    for (const oldest of [...this.#kept.keys()].slice(0, -keptDrafts)) this.#kept.delete(oldest);
  }
}

function placeOf({ sections }: Guideline, section: Section | undefined): KeptDraft["place"] {
  if (!section) return undefined;
  const same = sections.filter(({ title }) => title === section.title);
  return { title: section.title, ordinal: same.indexOf(section), count: same.length };
}

function sectionOf({ sections }: Guideline, place: KeptDraft["place"]): Section | undefined {
  const same = sections.filter(({ title }) => title === place?.title);
  // With one of them gone or a new one there, which is which would be a guess.
  return same.length === place?.count ? same[place.ordinal] : undefined;
}

function levelAt(guideline: Guideline, place: KeptDraft["place"]): number | undefined {
  return sectionOf(guideline, place)?.level;
}

/** Behind the section's own text, before its first subsection: never in the middle of a sentence. */
function insertionOffset(guideline: Guideline, place: KeptDraft["place"]): number | undefined {
  if (!place) return titleOf(guideline) === undefined ? undefined : guideline.text.length;
  const section = sectionOf(guideline, place);
  if (!section) return undefined;
  const next = guideline.sections.find(({ headingSpan }) => headingSpan.start > section.headingSpan.start);
  if (!next) return guideline.text.length;
  // A heading may stand behind the mark of a quotation or a list.
  return guideline.lines.start(guideline.lines.positionAt(next.headingSpan.start).line);
}

export function differentialFeature(drafts: Drafts): Feature {
  return {
    capabilities: {},
    register(on, guard) {
      on.request(
        draftDifferentialRequest,
        guard<DraftDifferentialParams, DraftDifferentialResult | Failure>(
          notOpen,
          (snapshot, { position }, call) =>
            orFailure(call.signal, () =>
              drafts.draft(snapshot, snapshot.guideline.lines.offsetAt(position), call),
            ),
          { staleIsFine: true },
        ),
      );
      on.request(
        acceptDraftRequest,
        guard<AcceptDraftParams, AcceptDraftResult | Failure>(notOpen, (snapshot, { draftId }, { signal }) =>
          orFailure(signal, () => drafts.accept(snapshot, draftId)),
        ),
      );
    },
  };
}

const notOpen: Failure = { failure: "This document is not open as a guideline." };
