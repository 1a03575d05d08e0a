// A differential while it is drafted and read: its states, the page that shows it, and what can be done
// with it. Pure: it must not know VS Code or the server.

export type DraftState =
  | { readonly kind: "drafting" }
  | { readonly kind: "ready"; readonly draftId: string; readonly remarks: readonly string[] }
  | { readonly kind: "failed"; readonly reason: string };

interface Draft {
  /** The guideline's file name, as shown. */
  readonly guideline: string;
  readonly text: string;
  readonly state: DraftState;
}

interface DraftAction {
  readonly title: string;
  readonly command: "guidewright.acceptDraft" | "guidewright.discardDraft" | "guidewright.draftDifferential";
}

/** The server's text, which names the model and what the checks found, under a line on the draft's state. */
export function draftPage({ guideline, text, state }: Draft): string {
  const banner = `> **AI-generated draft for ${guideline}, not reviewed.** ${stateSentence(state)}`;
  const parts = [banner, ...unsaidRemarks(state, text), text.trimEnd()];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function stateSentence(state: DraftState): string {
  switch (state.kind) {
    case "drafting":
      return "It is being written; rows appear one by one.";
    case "ready":
      return "It may be wrong and may leave out what matters most. Nothing is in your guideline until you insert it.";
    case "failed":
      return `It was not finished. ${state.reason} What was written so far stands below; it cannot be inserted.`;
  }
}

function unsaidRemarks(state: DraftState, text: string): readonly string[] {
  const remarks = state.kind === "ready" ? state.remarks.filter((remark) => !text.includes(remark)) : [];
  return remarks.length === 0 ? [] : [remarks.map((remark) => `- ${remark}`).join("\n")];
}

export function draftActions(state: DraftState): readonly DraftAction[] {
  const discard = (title: string) => ({ title, command: "guidewright.discardDraft" }) as const;
  switch (state.kind) {
    case "drafting":
      return [discard("$(loading~spin) Drafting… Cancel")];
    case "failed":
      return [
        { title: "$(refresh) Draft Again", command: "guidewright.draftDifferential" },
        discard("$(close) Close"),
      ];
    case "ready":
      return [
        { title: "$(check) Insert into Guideline", command: "guidewright.acceptDraft" },
        discard("$(trash) Discard"),
      ];
  }
}
