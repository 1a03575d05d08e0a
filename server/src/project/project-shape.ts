// The shape of guidewright.yaml: every key, declared once, with what the rules say about themselves. It must not
// know YAML.

import { type RuleSetting, severities } from "../config.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import type { RuleOption } from "../rules/rule-option.ts";
import { profiles } from "./profiles.ts";
import type { Choice, Field, RecordShape, Shape } from "./shape.ts";

const text: Shape = { kind: "text" };
const texts: Shape = { kind: "list", of: text };

const severityWords: Readonly<Record<RuleSetting, string>> = {
  error: "Must be mended: “guidewright check” fails.",
  warning: "Should be looked at.",
  information: "Worth knowing.",
  hint: "Shown quietly.",
  off: "Not looked for.",
};
const severity: Choice = {
  kind: "choice",
  choices: Object.fromEntries([...severities, "off" as const].map((word) => [word, severityWords[word]])),
};

const profile: Field = {
  description:
    "House styles, one or several: named sets of severities and options. A later one goes before an earlier one, and what stands under `rules` goes before all.",
  shape: {
    kind: "list",
    of: {
      kind: "choice",
      choices: Object.fromEntries(
        Object.entries(profiles).map(([name, { description }]) => [name, description]),
      ),
    },
  },
};

function optionShape(option: RuleOption): Shape {
  switch (option.type) {
    case "boolean":
      return { kind: "boolean" };
    case "integer":
      return { kind: "integer", minimum: option.minimum, maximum: option.maximum };
    case "choice":
      return { kind: "choice", choices: option.choices };
    case "words":
      return texts;
  }
}

function ruleField({ id, summary, optIn, severity: own, options = {} }: Rule): [string, Field] {
  const record: RecordShape = {
    kind: "record",
    noun: `option of the rule ${id}`,
    fields: {
      severity: { description: `How much a finding weighs (${own} unless it is set).`, shape: severity },
      ...Object.fromEntries(
        Object.entries(options).map(([name, option]) => [
          name,
          { description: option.description, shape: optionShape(option) },
        ]),
      ),
    },
  };
  const description = `${summary}${optIn ? " Off unless it is named here or in a profile." : ""}`;
  return [id, { description, shape: { kind: "either", word: severity, record } }];
}

const ruleFields: Field = {
  description:
    "Rules by name: a severity (`error`, `warning`, `information`, `hint` or `off`), or a severity with options. Rules that are not named keep their own severity.",
  shape: { kind: "record", noun: "rule", fields: Object.fromEntries(rules.map(ruleField)) },
};

/** What stands in several places, by the names that its schema gives it. */
export const sharedShapes: Readonly<Record<string, Shape>> = {
  severity,
  profile: profile.shape,
  rules: ruleFields.shape,
};

const names: Shape = { kind: "map", of: texts };

/** Also of a file that a dictionary includes. */
export const dictionaryField: Field = {
  description: "What this project's readers know and the lexicon does not.",
  shape: {
    kind: "record",
    noun: "key of a dictionary",
    fields: {
      include: { description: "Files with more of the dictionary, beside this one.", shape: texts },
      medicines: {
        description:
          "Medicines, each with its other names. They are understood in orders and are no misspellings.",
        shape: names,
      },
      abbreviations: {
        description: "Abbreviations that need no spelling out, each with what it stands for.",
        shape: { kind: "map", of: text },
      },
      glossary: { description: "Terms, each with what it means.", shape: { kind: "map", of: text } },
      analytes: {
        description: "What is measured, each with its other names. Thresholds of it are understood.",
        shape: names,
      },
      wording: {
        description: "Which verb or phrase of a recommendation stands for which strength.",
        shape: {
          kind: "map",
          of: {
            kind: "choice",
            choices: { strong: "A strong recommendation.", weak: "A weak or conditional one." },
          },
        },
      },
    },
  },
};

const globs = "Patterns count from the folder of this file: `drafts/**`, `**/*.old.md`.";

export const projectField: Field = {
  description: "A Guidewright project: how the guidelines in this folder are checked.",
  shape: {
    kind: "record",
    noun: "key of a project",
    fields: {
      profile,
      rules: ruleFields,
      overrides: {
        description: "Other rules for some of the files; a later entry goes before an earlier one.",
        shape: {
          kind: "list",
          of: {
            kind: "record",
            noun: "key of an override",
            fields: {
              files: { description: `The files it is for. ${globs}`, shape: texts },
              profile,
              rules: ruleFields,
            },
          },
        },
      },
      dictionary: dictionaryField,
      baseline: {
        description: "A file beside this one with findings that are known and not reported again.",
        shape: text,
      },
      ignore: { description: `Files that are not checked. ${globs}`, shape: texts },
    },
  },
};
