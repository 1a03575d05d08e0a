#!/usr/bin/env node

// The command line's entry: finds the command, prints help, turns errors into plain words and exit codes.

import { check } from "./cli/check.ts";
import { type Command, CommandError, exitCodes, type Streams } from "./cli/command.ts";
import { explainModel } from "./cli/explain-model.ts";
import { complete, differential, explainCommand } from "./cli/model-commands.ts";
import { models } from "./cli/models.ts";
import { ModelError } from "./llm/errors.ts";
import { version } from "./version.ts";

const lsp: Command = {
  name: "lsp",
  usage: "lsp --stdio",
  summary: "Start the language server for an editor.",
  options: ["--stdio              talk over standard input and output"],
  async run(args) {
    // Editors pass flags of their own, such as --clientProcessId.
    if (!args.includes("--stdio"))
      throw new CommandError("Start the language server with: guidewright lsp --stdio");
    const { saveMemory } = await import("./heap.ts");
    saveMemory(true);
    // Loaded only here: no other command needs the protocol's library.
    const { composeServer } = await import("./compose.ts");
    const { localEngine } = await import("./engine.ts");
    const { stdioTransport } = await import("./transport.ts");
    composeServer(stdioTransport(), localEngine);
    return new Promise<number>(() => {});
  },
};

const commands: readonly Command[] = [
  check,
  explainModel,
  differential,
  explainCommand,
  complete,
  models,
  lsp,
];

async function main(args: readonly string[], streams: Streams): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "--version" || name === "-v") return print(streams, `${version}\n`);
  if (name === "" || name === "help" || name === "--help" || name === "-h") return print(streams, help());
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new CommandError(`There is no command “${name}”. “guidewright --help” lists them.`);
  if (rest.includes("--help") || rest.includes("-h")) return print(streams, helpOn(command));
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort(new CommandError("Cancelled.")));
  return command.run(rest, streams, controller.signal);
}

function print({ out }: Streams, text: string): number {
  out(text);
  return exitCodes.clean;
}

function help(): string {
  const list = commands.map(({ usage, summary }) => `  guidewright ${usage}\n      ${summary}`).join("\n");
  return `Guidewright checks clinical guidelines written in Markdown. Nothing leaves this machine.\n\n${list}\n\n“guidewright COMMAND --help” explains one.\n`;
}

function helpOn({ usage, summary, options }: Command): string {
  return `guidewright ${usage}\n\n${summary}\n\n${options.map((option) => `  ${option}`).join("\n")}\n`;
}

const streams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};
// A reader that closes early, such as `head`, is no error.
process.stdout.on("error", () => process.exit(exitCodes.clean));

main(process.argv.slice(2), streams).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof CommandError || error instanceof ModelError;
    const advice = error instanceof ModelError ? ` ${error.advice}` : "";
    streams.err(
      `${known ? `${error.message}${advice}` : `Guidewright failed: ${error instanceof Error ? error.stack : String(error)}`}\n`,
    );
    process.exitCode = exitCodes.couldNotRun;
  },
);
