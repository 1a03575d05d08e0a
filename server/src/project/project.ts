// A project as its guidewright.yaml says it, and what holds for one of its files. It must not know YAML or where a
// project lies.

import type { RuleSetting } from "../config.ts";
import { type Dictionary, emptyDictionary } from "../lexicon/dictionary.ts";
import { rules as allRules } from "../rules/index.ts";
import type { RuleSettings } from "../rules/rule.ts";
import type { GivenOptions, RuleOptions } from "../rules/rule-option.ts";
import { oncePer, oncePerPair } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type ProfileName, profiles, type RuleChoice } from "./profiles.ts";

export type RuleChoices = Readonly<Record<string, RuleChoice>>;

/** What holds for some files: profiles first, then single rules. */
export interface Layer {
  readonly profiles: readonly ProfileName[];
  readonly rules: RuleChoices;
}
export interface Override extends Layer {
  /** Of a path that counts from the project's folder, with slashes. */
  readonly holds: (path: string) => boolean;
}
export interface Project extends Layer {
  readonly overrides: readonly Override[];
  readonly dictionary: Dictionary;
  readonly baseline: string | undefined;
  readonly ignores: (path: string) => boolean;
}

/** What a project's file says that it cannot mean, or that cannot be read. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** What holds for one file: the same object for all files that the same holds for. */
export interface FileRules {
  readonly severities: RuleSettings;
  readonly options: Readonly<Record<string, GivenOptions>>;
}

export const emptyProject: Project = Object.freeze({
  profiles: [],
  rules: {},
  overrides: [],
  dictionary: emptyDictionary,
  baseline: undefined,
  ignores: () => false,
});

const knownRules = oncePer((project: Project) => ({ project, byOverrides: new Map<string, FileRules>() }));

export function rulesFor(project: Project, path: string): FileRules {
  const { byOverrides } = knownRules(project);
  const holding = project.overrides.filter(({ holds }) => holds(path));
  const key = holding.map((override) => project.overrides.indexOf(override)).join();
  const known = byOverrides.get(key);
  if (known) return known;
  const fresh = merged([project, ...holding].flatMap(choicesOf));
  byOverrides.set(key, fresh);
  return fresh;
}

/** Later ones go before. */
const choicesOf = ({ profiles: names, rules }: Layer): readonly RuleChoices[] => [
  ...names.map((name): RuleChoices => profiles[name].rules),
  rules,
];

function merged(all: readonly RuleChoices[]): FileRules {
  const severities: Record<string, RuleSetting> = {};
  const options: Record<string, GivenOptions> = {};
  for (const { id, severity: own, optIn, options: declared = {} } of allRules) {
    const said = all.flatMap((choices) => (Object.hasOwn(choices, id) ? (choices[id] ?? []) : []));
    const severity = said.findLast((choice) => choice.severity !== undefined)?.severity;
    // Whoever gives it options wants it.
    const wanted = severity ?? (optIn && said.length > 0 ? own : undefined);
    if (wanted !== undefined) severities[id] = wanted;
    const given: GivenOptions = Object.assign({}, ...said.map((choice) => usable(declared, choice.options)));
    if (Object.keys(given).length > 0) options[id] = given;
  }
  return Object.freeze({ severities, options });
}

/** Profiles may name what does not exist (yet). */
function usable(declared: RuleOptions, given: GivenOptions = {}): GivenOptions {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      const option = Object.hasOwn(declared, name) ? declared[name] : undefined;
      return option && (option.type !== "choice" || Object.hasOwn(option.choices, String(value)));
    }),
  );
}

const noSettings: RuleSettings = Object.freeze({});

/** What someone set for their own machine goes before what the project says. */
export const withOwnSettings = oncePerPair(
  (rules: FileRules, own: RuleSettings): FileRules =>
    Object.keys(own).length === 0
      ? rules
      : Object.freeze({ ...rules, severities: { ...rules.severities, ...own } }),
);

export const noRules: FileRules = Object.freeze({ severities: noSettings, options: {} });
