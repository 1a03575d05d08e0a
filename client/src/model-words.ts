// What the status bar, its tooltip and its menu say about a document and the model.
// Pure: it must not know VS Code, so that every sentence can be tested.
import type { Recognition } from "../../server/src/guideline/recognition.ts";
import type { ModelStatus } from "../../server/src/protocol.ts";
import { destinationSentence } from "./remote-words.ts";

export type ServerState = "off" | "starting" | "running" | "stopped";

export interface Situation {
  readonly server: ServerState;
  /** Undefined while the document has not been looked at. */
  readonly recognition: Recognition | undefined;
  /** Undefined until the server has spoken of its model. */
  readonly model: ModelStatus | undefined;
}

const icons: Record<ModelStatus["state"], string> = {
  idle: "$(book)",
  asleep: "$(moon)",
  missing: "$(book)",
  loading: "$(loading~spin)",
  ready: "$(book)",
  working: "$(loading~spin)",
  restarting: "$(loading~spin)",
  failed: "$(warning)",
  paused: "$(debug-pause)",
};

const states: Record<ModelStatus["state"], string> = {
  idle: "not loaded yet",
  asleep: "asleep",
  missing: "not installed",
  loading: "loading",
  ready: "ready",
  working: "writing",
  restarting: "starting again",
  failed: "not working",
  paused: "paused",
};

export const starterWarning =
  "This is the starter model: it proves that the machinery works, and its text is poor. Do not judge suggestions by it, and never read them as medicine.";

export function statusText({ server, recognition, model }: Situation): string {
  if (!recognition) return "$(book) Guidewright";
  if (!recognition.guideline) return "$(circle-slash) No guideline";
  if (server === "stopped") return "$(warning) Guideline";
  if (server === "starting") return "$(loading~spin) Guideline";
  // Where text goes is said all the time, not only to those who look for it.
  const where = model?.remote ? ` → ${model.remote.host}` : "";
  return `${model ? icons[model.state] : "$(book)"} Guideline${where}`;
}

/** Plain sentences, one a paragraph. */
export function statusParagraphs({ server, recognition, model }: Situation): readonly string[] {
  const paragraphs = [recognitionSentence(recognition)];
  if (server !== "running") paragraphs.push(serverSentences[server]);
  else if (model) {
    if (!model.message.includes(model.model))
      paragraphs.push(`Model: ${model.model}, ${states[model.state]}.`);
    if (model.message) paragraphs.push(model.message);
    if (model.remote) paragraphs.push(destinationSentence(model.remote));
    if (model.starter && model.state !== "missing") paragraphs.push(starterWarning);
  }
  return paragraphs;
}

const serverSentences = {
  off: "No guideline is open, so neither the server nor a model runs.",
  starting: "Guidewright is starting.",
  stopped: "Guidewright has stopped: there are no checks and no suggestions. Click and choose Restart.",
} as const;

export function recognitionSentence(recognition: Recognition | undefined): string {
  if (!recognition) return "This document has not been looked at yet.";
  const not = recognition.guideline ? "" : "not ";
  return `This document is ${not}treated as a guideline: ${recognition.reason}.`;
}

export const asPlainText = (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$]/g, "\\$&");

export type MenuAction =
  | "draft"
  | "findings"
  | "pause"
  | "resume"
  | "install"
  | "chooseModel"
  | "connectRemote"
  | "statistics"
  | "why"
  | "showRule"
  | "showLog"
  | "settings"
  | "walkthrough"
  | "restart";

interface MenuEntry {
  readonly action: MenuAction;
  readonly label: string;
  readonly detail?: string;
}

/** What the status bar item offers, most wanted first. */
export function menuEntries({ server, recognition, model }: Situation): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (server === "stopped") entries.push({ action: "restart", label: "$(debug-restart) Restart" });
  if (recognition?.guideline) {
    entries.push({
      action: "draft",
      label: "$(list-tree) Draft Differential",
      detail: "For the section at the cursor.",
    });
  }
  if (server === "running") {
    entries.push({
      action: "findings",
      label: "$(checklist) Show Findings by Rule",
      detail: "In all guidelines of the workspace.",
    });
  }
  if (model?.installable) {
    entries.push({ action: "install", label: "$(cloud-download) Install the Model", detail: model.message });
  }
  if (model?.state === "paused") {
    entries.push({ action: "resume", label: "$(debug-continue) Resume the Model" });
  } else if (model && model.state !== "missing") {
    const effect = model.remote ? "Nothing is sent meanwhile." : "Unloads it unless another window uses it.";
    const detail = `${effect} The consistency checks go on: they use no model.`;
    entries.push({ action: "pause", label: "$(debug-pause) Pause the Model", detail });
  }
  const chooseDetail = model?.starter ? starterWarning : undefined;
  entries.push(
    {
      action: "chooseModel",
      label: "$(server) Choose Another Model",
      ...(chooseDetail && { detail: chooseDetail }),
    },
    {
      action: "connectRemote",
      label: "$(cloud) Connect to a Remote Engine",
      detail: model?.remote
        ? `Text is sent to ${model.remote.host}. Change that, or its token.`
        : "A server with the OpenAI API runs the model. Text is sent there.",
    },
    {
      action: "statistics",
      label: "$(pulse) Show Model Statistics",
      detail: "How fast it is, how much memory it takes and where it runs.",
    },
    {
      action: "why",
      label: `$(question) Why Is This ${recognition?.guideline ? "a Guideline" : "Not a Guideline"}?`,
      ...(recognition && { detail: recognitionSentence(recognition) }),
    },
    { action: "showRule", label: "$(book) Read About a Rule" },
    { action: "walkthrough", label: "$(info) Get Started" },
    { action: "settings", label: "$(gear) Settings" },
    { action: "showLog", label: "$(output) Show Log" },
  );
  return entries;
}
