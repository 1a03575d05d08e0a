// The options of a command, declared once: what they are called, what they take and what they do. Parsing, help,
// completions and the documentation are made from these declarations. It must not know single commands.

import { parseArgs } from "node:util";
import { didYouMean } from "../text/spelling.ts";
import { CommandError } from "./command-error.ts";

interface Described {
  readonly description: string;
}

/** Without a value, choices or limits it is a switch. */
export interface Option extends Described {
  /** What stands for the value in the help: FILE, LINE[:COLUMN]. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** A whole number from the first to the second. */
  readonly limits?: readonly [least: number, most: number];
  /** May be given several times. */
  readonly many?: true;
  /** Values worth suggesting, worked out only for completions; others may be allowed. */
  readonly suggested?: () => Promise<readonly string[]>;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { readonly many: true }
  ? readonly string[]
  : O extends { readonly limits: readonly [number, number] }
    ? number
    : O extends { readonly choices: readonly (infer C)[] }
      ? C
      : O extends { readonly value: string }
        ? string
        : true;

export interface Given<O extends Options> {
  /** What is no option, in its order. */
  readonly files: readonly string[];
  readonly options: { readonly [K in keyof O]?: ValueOf<O[K]> };
}

export const takesValue = ({ value, choices, limits }: Option): boolean =>
  value !== undefined || choices !== undefined || limits !== undefined;

/** As in “--format text|json” or “--fix”. */
export function usageOf(name: string, option: Option): string {
  const { value = option.limits ? "N" : option.choices?.join("|") } = option;
  return takesValue(option) ? `--${name} ${value}` : `--${name}`;
}

export function parseOptions<const O extends Options>(args: readonly string[], declared: O): Given<O> {
  const types = Object.entries(declared).map(
    ([name, option]) => [name, { type: takesValue(option) ? "string" : "boolean" }] as const,
  );
  // Not strict: its messages are not for our readers.
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const files: string[] = [];
  const options: Record<string, unknown> = {};
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(declared, token.name) ? declared[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, Object.keys(declared));
    const value = valueIn(option, token);
    options[token.name] = option.many ? [...((options[token.name] as []) ?? []), value] : value;
  }
  return { files, options: options as Given<O>["options"] };
}

function unknownOption(name: string, known: readonly string[]): CommandError {
  const meant = didYouMean(
    name,
    known.map((other) => `--${other}`),
  );
  return new CommandError(`There is no option ${name} here.${meant || " --help lists the options."}`);
}

interface Token {
  readonly name: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function valueIn(option: Option, { name, value, inlineValue }: Token): string | number | true {
  if (!takesValue(option)) {
    if (value !== undefined) throw new CommandError(`--${name} takes no value.`);
    return true;
  }
  // What looks like the next option is no value, unless it is tied to this one by “=”.
  if (value === undefined || value === "" || (!inlineValue && /^-./.test(value)))
    throw new CommandError(`--${name} needs a value: ${usageOf(name, option)}`);
  if (option.choices && !option.choices.includes(value)) {
    const meant = didYouMean(value, option.choices);
    throw new CommandError(`--${name} must be one of ${option.choices.join(", ")}, not “${value}”.${meant}`);
  }
  return option.limits ? numberIn(option.limits, name, value) : value;
}

function numberIn([least, most]: readonly [number, number], name: string, value: string): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new CommandError(`--${name} must be a whole number from ${least} to ${most}, not “${value}”.`);
}
