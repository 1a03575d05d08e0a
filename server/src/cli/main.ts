// Finds the command, prints help, turns errors into plain words and exit codes.

import { didYouMean } from "../text/spelling.ts";
import { version } from "../version.ts";
import { CommandError, exitCodes, type Streams } from "./command.ts";
import { commands } from "./commands.ts";
import { help, helpOn } from "./help.ts";
import { parseOptions } from "./option.ts";

export async function main(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await run(args, streams);
  } catch (error) {
    streams.err(`${wordsFor(error)}\n`);
    return error instanceof CommandError ? error.exitCode : exitCodes.couldNotRun;
  }
}

async function run(args: readonly string[], streams: Streams): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "--version" || name === "-v") return print(streams, `${version}\n`);
  if (name === "" || name === "help" || name === "--help" || name === "-h")
    return print(streams, help(commands));
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const meant = didYouMean(
      name,
      commands.map((other) => other.name),
    );
    throw new CommandError(`There is no command “${name}”.${meant} “guidewright --help” lists them.`);
  }
  const options = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (options.includes("--help") || options.includes("-h")) return print(streams, helpOn(command));
  const known = command.allowsUnknownOptions ? rest.filter((arg) => isDeclared(arg, command.options)) : rest;
  const given = parseOptions(known, command.options);
  const controller = new AbortController();
  // The second time ends the program at once.
  process.once("SIGINT", () => controller.abort(new CommandError("Cancelled.", exitCodes.cancelled)));
  return command.run(given, { ...streams, signal: controller.signal });
}

const isDeclared = (arg: string, options: object): boolean => Object.hasOwn(options, arg.slice("--".length));

function print({ out }: Streams, text: string): number {
  out(text);
  return exitCodes.clean;
}

function wordsFor(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  // A model's error says itself what to do; only its name is known here, so that its module need not be loaded.
  if (error instanceof Error && "advice" in error) return `${error.message} ${error.advice}`;
  return `Guidewright failed: ${error instanceof Error ? error.stack : String(error)}`;
}
