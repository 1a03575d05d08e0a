// The shape of a command of the command line. It must not know single commands.

import type { Given, Options } from "./option.ts";

export { CommandError, exitCodes } from "./command-error.ts";
export type { Given } from "./option.ts";

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What a command runs in. */
export interface Surroundings extends Streams {
  readonly signal: AbortSignal;
}

/** What a command's plain arguments are, for completions: files, some words, or nothing. */
export type Parameters = "files" | "nothing" | readonly string[];

interface CommandDeclaration<O extends Options> {
  readonly name: string;
  /** Behind the name, in the help. */
  readonly parameters: string;
  readonly takes: Parameters;
  readonly summary: string;
  readonly options: O;
  /** Editors pass flags of their own to some commands. */
  readonly allowsUnknownOptions?: true;
  /** What it needs it loads when it runs: other commands must not wait for it. */
  run(given: Given<O>, surroundings: Surroundings): Promise<number>;
}

/** A command whose options' types are sealed in. */
export interface Command extends Omit<CommandDeclaration<Options>, "run"> {
  run(given: Given<Options>, surroundings: Surroundings): Promise<number>;
}

export function defineCommand<const O extends Options>(declaration: CommandDeclaration<O>): Command {
  return declaration as unknown as Command;
}
