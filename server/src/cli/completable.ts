// What a shell needs to know of a command in order to complete it, taken from the command's own declaration. It must
// not know the single shells.

import type { Command, Parameters } from "./command.ts";
import { type Option, takesValue } from "./option.ts";

export interface CompletableOption {
  readonly name: string;
  readonly description: string;
  /** Undefined for a switch. */
  readonly value: "files" | "anything" | readonly string[] | undefined;
  readonly many: boolean;
}

export interface Completable {
  readonly name: string;
  readonly summary: string;
  readonly takes: Parameters;
  readonly options: readonly CompletableOption[];
}

export async function completableOf({ name, summary, takes, options }: Command): Promise<Completable> {
  const own = Object.entries(options).map(async ([option, declared]) => ({
    name: option,
    description: declared.description,
    value: await valueOfOption(declared),
    many: declared.many === true,
  }));
  const help = { name: "help", description: "explain this command", value: undefined, many: false };
  return { name, summary, takes, options: [...(await Promise.all(own)), help] };
}

async function valueOfOption(option: Option): Promise<CompletableOption["value"]> {
  if (!takesValue(option)) return undefined;
  if (option.choices) return option.choices;
  if (option.suggested) return option.suggested();
  return option.value?.includes("FILE") ? "files" : "anything";
}
