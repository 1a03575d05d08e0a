// The options a rule declares about itself: what a project may set, described once for its page and for the
// project file's schema. It must not know where the values come from.

interface Described {
  readonly description: string;
}
export type RuleOption =
  | (Described & { readonly type: "boolean"; readonly default: boolean })
  | (Described & {
      readonly type: "integer";
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
    })
  | (Described & {
      readonly type: "choice";
      readonly choices: Readonly<Record<string, string>>;
      readonly default: string;
    })
  | (Described & { readonly type: "words"; readonly default: readonly string[] });

export type RuleOptions = Readonly<Record<string, RuleOption>>;

type ValueOf<O extends RuleOption> = O extends { readonly type: "boolean" }
  ? boolean
  : O extends { readonly type: "integer" }
    ? number
    : O extends { readonly type: "choice"; readonly choices: infer C }
      ? keyof C
      : readonly string[];

/** What a project gave for one rule, checked against the declarations before it gets here. */
export type GivenOptions = Readonly<Record<string, unknown>>;

export function optionValues<const O extends RuleOptions>(
  declared: O,
  given: GivenOptions,
): { readonly [K in keyof O]: ValueOf<O[K]> } {
  return Object.fromEntries(
    Object.entries(declared).map(([name, option]) => [name, given[name] ?? option.default]),
  ) as { readonly [K in keyof O]: ValueOf<O[K]> };
}
