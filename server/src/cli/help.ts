// The help texts, made from the commands' own declarations.

import type { Command } from "./command.ts";
import { type Options, usageOf } from "./option.ts";

const usageOfCommand = ({ name, parameters }: Command): string => `${name} ${parameters}`.trimEnd();

export function help(commands: readonly Command[]): string {
  const list = commands
    .map((command) => `  guidewright ${usageOfCommand(command)}\n      ${command.summary}`)
    .join("\n");
  return `Guidewright checks clinical guidelines written in Markdown. Nothing leaves this machine.\n\n${list}\n\n“guidewright COMMAND --help” explains one.\n`;
}

export function helpOn(command: Command): string {
  return `guidewright ${usageOfCommand(command)}\n\n${command.summary}\n\n${optionList(command.options)}`;
}

const width = 92;

function optionList(options: Options): string {
  const rows = Object.entries(options).map(
    ([name, option]) => [usageOf(name, option), option.description] as const,
  );
  return rows.map(([usage, description]) => `  ${usage}\n${wrap(description, "      ")}\n`).join("");
}

function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}
