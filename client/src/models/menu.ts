// The list that a model is chosen from, and the question before it is used, as words and order. Pure: it must not
// know VS Code, so that every line can be tested.
import type { OfferedModel } from "../../../server/src/protocol.ts";

export type Choice =
  | { readonly kind: "model"; readonly model: OfferedModel }
  | { readonly kind: "file" }
  | { readonly kind: "server" }
  | { readonly kind: "forget-token" };

/** A line that can be picked, or the title of those below it. */
export type MenuLine =
  | { readonly title: string }
  | {
      readonly label: string;
      readonly description?: string;
      readonly detail: string;
      readonly choice: Choice;
    };

/** What can be had at once stands first; what would not run here, last. */
export function menuLines(models: readonly OfferedModel[], tokenFor?: string): readonly MenuLine[] {
  const here = models.filter(({ installed }) => installed);
  const others = models.filter(({ installed }) => !installed);
  const usual = others.filter((model) => model.usual && model.fits);
  return [
    ...section("On this computer", here),
    ...section("Fit this computer", usual),
    ...section(
      "Smaller or larger files",
      others.filter((model) => !model.usual && model.fits),
    ),
    ...section(
      "Too large for this computer",
      others.filter(({ fits }) => !fits),
    ),
    { title: "Elsewhere" },
    {
      label: "$(file) My Own GGUF File…",
      detail: "On this computer or on a memory stick. It is looked at before it is used.",
      choice: { kind: "file" },
    },
    {
      label: "$(server) A Server…",
      detail:
        "A model that runs on another machine, for example the 70B for a team. Your text then leaves this one.",
      choice: { kind: "server" },
    },
    ...(tokenFor === undefined ? [] : [forgetting(tokenFor)]),
  ];
}

function section(title: string, models: readonly OfferedModel[]): readonly MenuLine[] {
  return models.length === 0 ? [] : [{ title }, ...models.map(lineOf)];
}

function lineOf(model: OfferedModel): MenuLine {
  const icon = model.installed ? "check" : model.obtainable ? "cloud-download" : "file";
  return {
    label: `$(${icon}) ${nameOf(model)}`,
    description: model.cost,
    detail: model.detail,
    choice: { kind: "model", model },
  };
}

const forgetting = (host: string): MenuLine => ({
  label: "$(key) Forget the Access Token",
  detail: `The one for ${host}, which is kept in the editor's secret storage.`,
  choice: { kind: "forget-token" },
});

export const nameOf = ({ name, usual, quantisation }: OfferedModel): string =>
  usual ? name : `${name} (${quantisation})`;

interface Question {
  readonly title: string;
  readonly detail: string;
  readonly yes: string;
}

/** What is asked before a model is used; undefined when there is nothing to ask. */
export function questionBefore(model: OfferedModel): Question | undefined {
  const { accepted, installed, fits, terms, cost, detail } = model;
  if (accepted && fits) return undefined;
  const get = installed ? "Use" : "Install";
  return {
    title: accepted ? `${nameOf(model)} is too large for this computer.` : `Terms of ${nameOf(model)}`,
    detail: [...(accepted ? [] : terms), `${capital(cost)}. ${detail}.`].join("\n\n"),
    yes: accepted ? `${get} It Anyway` : `Accept and ${get}`,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
