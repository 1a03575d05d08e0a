// A differential while it is drafted and read: its states, the page that shows it, and what can be done
// with it. Pure: it must not know VS Code or the server.

export type DraftState =
  | { readonly kind: "drafting" }
  | { readonly kind: "ready"; readonly draftId: string; readonly remarks: readonly string[] }
  | { readonly kind: "failed"; readonly reason: string };

export interface Draft {
  /** The guideline's file name, as shown. */
  readonly guideline: string;
  readonly text: string;
  readonly state: DraftState;
}

export interface DraftAction {
  readonly title: string;
  readonly command: "guidewright.acceptDraft" | "guidewright.discardDraft" | "guidewright.draftDifferential";
}

const warning =
  "> **AI-generated and not reviewed.** The draft may be wrong and may leave out what matters most.\n> Check every row. Nothing is in your guideline until you insert it.";

export function draftPage({ guideline, text, state }: Draft): string {
  const parts = [
    `# Draft differential for ${guideline}`,
    warning,
    ...stateLines(state),
    "---",
    text.trimEnd(),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function stateLines(state: DraftState): readonly string[] {
  switch (state.kind) {
    case "drafting":
      return ["Drafting. Rows appear as they are written."];
    case "failed":
      return [
        `**The draft was not finished.** ${state.reason} What was written so far stands below; it cannot be inserted.`,
      ];
    case "ready":
      if (state.remarks.length === 0) return [];
      return ["Before you insert it, look at this:", state.remarks.map((remark) => `- ${remark}`).join("\n")];
  }
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
