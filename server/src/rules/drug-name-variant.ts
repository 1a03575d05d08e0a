// One medicine under two names in one document, or in two that belong together, which nowhere say that they are the same.

import type { Guideline } from "../guideline/guideline.ts";
import type { MedicineMention } from "../guideline/medicine-mention.ts";
import {
  isExplained,
  isHeadedBy,
  type NameUse,
  namesByMedicine,
  namesInUse,
} from "../guideline/medicine-name.ts";
import { areNational } from "../lexicon/american-names.ts";
import { isFormOf, isSpellingOf } from "../lexicon/official-names.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { inCaseOf } from "./case.ts";
import { gathering } from "./gathered.ts";
import {
  foundName,
  type NameSlip,
  nameFixes,
  namesAgainstProject,
  nationalNameSlips,
} from "./national-name.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Neighbour } from "./rule.ts";
import { optionValues, type RuleOptions } from "./rule-option.ts";

interface Renamed {
  readonly main: string;
  readonly here: Span;
  readonly all: readonly Span[];
}
type State = Renamed | NameSlip;

const options = {
  names: {
    type: "choice",
    default: "auto",
    choices: {
      auto: "The name that the document uses most.",
      british: "The British and international name: adrenaline.",
      american: "The American name: epinephrine.",
    },
    description: "Which name is right where a medicine has an American one.",
  },
} as const satisfies RuleOptions;

export const drugNameVariant = defineRule<State>({
  id: "drug-name-variant",
  severity: "warning",
  compares: true,
  options,
  summary: "One medicine is called by two names in a document that does not say that they are the same.",
  rationale:
    "A nurse who does not know that frusemide is furosemide looks for a second medicine in the cupboard, or gives " +
    'both. One name throughout is safe, or one sentence that says that the two are the same: "frusemide ' +
    '(furosemide)". The same holds of the American name of a medicine beside its British and international one ' +
    "(epinephrine and adrenaline), and of a document that says which of them it uses and then uses the other. Mere " +
    "differences of spelling are reported as information, and so are two documents that belong together and each keep " +
    "to a name of their own.",
  examples: {
    invalid: [
      "Suture under lignocaine 1 %.\n\nBuffered lidocaine hurts less. Take lignocaine from the theatre.\n         ^^^^^^^^^",
      "Give adrenaline 0.5 mg IM. Repeat adrenaline after 5 minutes.\n\nNebulised epinephrine helps against stridor.\n          ^^^^^^^^^^^",
      "Frusemide 40 mg IV once.\n\nAt home: furosemide 40 mg orally once daily; weigh. Stop frusemide if dry.\n         ^^^^^^^^^^",
    ],
    valid: [
      "Give adrenaline (epinephrine) 0.5 mg IM. Nebulised epinephrine helps against stridor.",
      "Adrenaline raises lactate; noradrenaline does not. Rifabutin replaces rifampicin.",
      "Lidocaine 1 % is used. Old labels still say lignocaine, which is the same medicine.",
      "Give co-trimoxazole; cotrimoxazole is also used for prevention. Zidovudine (AZT) is given with 3TC.",
    ],
  },

  *check(guideline, context) {
    const { names: wanted } = optionValues(options, context.options);
    for (const slip of nationalNameSlips(guideline, wanted === "auto" ? undefined : wanted))
      yield foundName(guideline, slip);
    for (const names of namesInUse(guideline)) {
      const [main, ...others] = names;
      if (!main) continue;
      for (const other of others) {
        if (areNational(main.name, other.name) || isExplained(guideline, main, other)) continue;
        yield* found(guideline, main, other);
      }
    }
    yield* namesAgainstProject(guideline, context);
    yield* foundAcross(guideline, context.neighbours);
  },

  fix(state, { text }) {
    if ("odd" in state) return nameFixes(state, text);
    const { main, here, all } = state;
    const edit = (span: Span) => ({ span, newText: inCaseOf(text.slice(span.start, span.end), main) });
    const one = { title: `Use "${main}" here`, edits: [edit(here)], certain: false };
    if (all.length < 2) return [one];
    return [
      one,
      { title: `Use "${main}" in all ${all.length} places`, edits: all.map(edit), certain: false },
    ];
  },
});

function* found(guideline: Guideline, main: NameUse, other: NameUse) {
  const { lines } = guideline;
  const first = main.mentions[0] as MedicineMention;
  const line = lines.positionAt(first.start).line + 1;
  const spelling = isSpellingOf(main.name, other.name);
  // "thyroxine" within "levothyroxine": whoever knows the one knows the other. And one cause is one warning.
  const headed = isHeadedBy(guideline, other, main) || isHeadedBy(guideline, main, other);
  const alike = spelling || headed || main.name.endsWith(other.name) || other.name.endsWith(main.name);
  for (const [i, { start, end }] of other.mentions.entries()) {
    yield {
      span: { start, end },
      ...(alike || i > 0 ? { severity: "information" as const } : {}),
      message: spelling
        ? `"${other.name}" is spelt "${main.name}" elsewhere (line ${line}). Choose one spelling: a search finds only one of them.`
        : `"${other.name}" and "${main.name}" (line ${line}) are one medicine, which the document does not say. Use one name, or say once that they are the same.`,
      related: [{ span: { start: first.start, end: first.end }, message: `Called "${main.name}" here.` }],
      state: { main: main.name, here: { start, end }, all: other.mentions },
    };
  }
}

/** By medicine, the names that another document calls it. */
const namesElsewhere = gathering(({ guideline }) => wordsOf(guideline));
const wordsOf = oncePer(
  (guideline: Guideline): ReadonlyMap<string, string> =>
    new Map([...namesByMedicine(guideline)].map(([medicine, names]) => [medicine, [...names.keys()].join()])),
);

/** The documents each have one name of their own: told where fewer have it, else where it is not the usual one. */
function* foundAcross(guideline: Guideline, neighbours: readonly Neighbour[]) {
  const elsewhere = namesElsewhere(neighbours);
  for (const [medicine, name] of wordsOf(guideline)) {
    if (name.includes(",")) continue;
    const said = elsewhere(medicine);
    const [other] = said.filter(({ value }) => value !== name);
    const others = new Set(said.map(({ value }) => value).filter((value) => value !== name));
    // Where a document knows both, it may say that they are the same.
    if (!other || others.size > 1 || other.value.includes(",")) continue;
    const own = said.filter(({ value }) => value === name).length + 1;
    const many = said.length + 1 - own;
    if (own > many || (own === many && medicine === name)) continue;
    // National names are compared by country.
    if (areNational(name, other.value)) continue;
    if (isFormOf(name, other.value) || isFormOf(other.value, name)) continue;
    yield* across(guideline, name, other.neighbour, medicine, other.value);
  }
}

function* across(guideline: Guideline, name: string, there: Neighbour, medicine: string, main: string) {
  const mentionsIn = (one: Guideline, called: string) =>
    namesByMedicine(one).get(medicine)?.get(called) ?? [];
  const all = mentionsIn(guideline, name);
  const [first] = all;
  const [named] = mentionsIn(there.guideline, main);
  if (!first || !named) return;
  const { start, end } = first;
  yield {
    span: { start, end },
    severity: "information" as const,
    message: `"${name}" is called "${main}" in ${lineOf(there.guideline, named.start, there.uri)}, and neither document says that they are one medicine. Use one name in both, or say once that they are the same.`,
    related: [
      {
        span: { start: named.start, end: named.end },
        message: `Called "${main}" here.`,
        in: there,
      },
    ],
    state: { main, here: { start, end }, all },
  };
}
