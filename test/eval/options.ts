// The arguments of the eval commands: flags, options with a value, and the folders named. It must not know what
// they are for.

export interface Options {
  has(flag: string): boolean;
  valueOf(option: string): string | undefined;
  readonly folders: readonly string[];
}

/** `valued` are the options that take the argument behind them. */
export function optionsOf(args: readonly string[], valued: readonly string[]): Options {
  return {
    has: (flag) => args.includes(flag),
    valueOf: (option) => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined),
    folders: args.filter((arg, i) => !arg.startsWith("--") && !valued.includes(args[i - 1] ?? "")),
  };
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
