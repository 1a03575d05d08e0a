// The shape of a command of the command line, and what all of them share. It must not know single commands.

import { parseArgs } from "node:util";

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** One line for each option. */
  readonly options: readonly string[];
  run(args: readonly string[], streams: Streams, signal: AbortSignal): Promise<number>;
}

export const exitCodes = { clean: 0, findings: 1, couldNotRun: 2 } as const;

/** What the user got wrong, or what could not be done, in plain words: printed without a stack. */
export class CommandError extends Error {}

type OptionTypes = Readonly<Record<string, "string" | "boolean">>;
interface Parsed<O extends OptionTypes> {
  readonly files: readonly string[];
  readonly options: { readonly [K in keyof O]?: O[K] extends "boolean" ? boolean : string };
}

export function parseArguments<const O extends OptionTypes>(args: readonly string[], types: O): Parsed<O> {
  try {
    const options = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { files: positionals, options: values as Parsed<O>["options"] };
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
