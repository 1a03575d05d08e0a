// British and American spelling in one document: haemorrhage here, hemorrhage there.

import type { Guideline } from "../guideline/guideline.ts";
import { type SpeltWord, spellingCounts, spellings } from "../guideline/spelling.ts";
import type { Spelling, SpellingGroup } from "../lexicon/spelling-variants.ts";
import { inCaseOf } from "./case.ts";
import { clearly, countsOf, isAustralian, isCanadian, wantedOf } from "./document-spelling.ts";
import { gathering } from "./gathered.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { optionValues, type RuleOptions } from "./rule-option.ts";

interface State {
  readonly words: readonly SpeltWord[];
  /** Words of the other spelling, which may be the one to change. */
  readonly others: readonly SpeltWord[];
  readonly certain: boolean;
}

const options = {
  spelling: {
    type: "choice",
    default: "auto",
    choices: {
      auto: "What the document mostly uses.",
      british: "British: every American spelling is reported.",
      american: "American: every British spelling is reported.",
    },
    description: "Which spelling is right.",
  },
} as const satisfies RuleOptions;

const nameOf = { british: "British", american: "American" } as const;
const otherOf = { british: "american", american: "british" } as const;

export const spellingVariantMixed = defineRule<State>({
  id: "spelling-variant-mixed",
  severity: "information",
  compares: true,
  options,
  summary: "A word is spelt as in America in a document that is mostly British, or the other way round.",
  rationale:
    "A search for haemorrhage does not find hemorrhage, and a reader wonders whether two things are meant. The spelling " +
    "used more often counts as the document's own. Names of organisations, quoted titles, links and references stay " +
    "as they are. Names of medicines (epinephrine and adrenaline) are drug-name-variant's.",
  examples: {
    invalid: [
      "Anaemia makes haemorrhage worse. Measure haemoglobin.\n\nStop the hemorrhage first.\n         ^^^^^^^^^^",
    ],
    valid: [
      "Haemorrhage and anaemia are treated as the Centers for Disease Control and Prevention advise.",
      "Hemorrhage with anemia: Haemophilus influenzae is rare.",
    ],
  },

  *check(guideline, context) {
    const { spelling } = optionValues(options, context.options);
    const all = spellings(guideline);
    const english = countsOf(all, "english");
    for (const group of ["english", "ize", "fetus", "sulph", "leuco"] as const) {
      const own = all.filter(({ variant }) => variant.group === group);
      const wanted = wantedOf(own, group, spelling, english);
      if (!wanted || (spelling === "auto" && group === "english" && isCanadian(own, guideline.text)))
        continue;
      const unlike = own.filter(
        (one) => one.variant.spelling !== wanted && !isAustralian(one, guideline.text),
      );
      // "Program" alone is Australian, and is written in Britain by many; beside "programme" it is not.
      const isAlone =
        spelling === "auto" &&
        unlike.every(({ word }) => /^programs?$/i.test(word)) &&
        !own.some(({ word }) => /^programmes?$/i.test(word));
      const odd = isAlone ? [] : unlike;
      const alike = own.filter(({ variant }) => variant.spelling === wanted);
      const others =
        alike.length > 0
          ? alike
          : all.filter(({ variant }) => variant.group === "english" && variant.spelling === wanted);
      const certain =
        spelling !== "auto" || (others.length >= clearly && others.length >= clearly * odd.length);
      for (const word of new Set(odd.map((one) => one.word))) {
        const words = odd.filter((one) => one.word === word);
        yield found(guideline, { words, others, certain }, wanted, group);
      }
    }
    if (spelling === "auto") yield* againstProject(all, context);
  },

  fix(state, { text }) {
    const { words, others, certain } = state;
    const places = (list: readonly SpeltWord[]) => (list.length > 1 ? ` in all ${list.length} places` : "");
    const editsOf = (list: readonly SpeltWord[]) =>
      list.map(({ start, end, variant }) => ({
        span: { start, end },
        newText: inCaseOf(text.slice(start, end), variant.other),
      }));
    const [first] = words;
    const one = { title: `Write "${first?.variant.other}"${places(words)}`, edits: editsOf(words), certain };
    const [other] = others;
    if (certain || !other) return [one];
    const instead = nameOf[otherOf[other.variant.spelling]];
    return [
      one,
      { title: `Use ${instead} spelling instead${places(others)}`, edits: editsOf(others), certain: false },
    ];
  },
});

const countsElsewhere = gathering<number>(({ guideline }) => spellingCounts(guideline));

/** A document in one spelling, in a project that is in the other one: said once, at its first word. */
function* againstProject(all: readonly SpeltWord[], { neighbours }: RuleContext) {
  const own = all.filter(({ variant }) => variant.group === "english");
  const [first, ...more] = own;
  if (!first || own.some(({ variant }) => variant.spelling !== first.variant.spelling)) return;
  const elsewhere = countsElsewhere(neighbours);
  const sum = (spelling: Spelling) => elsewhere(spelling).reduce((total, { value }) => total + value, 0);
  const wanted = otherOf[first.variant.spelling];
  if (sum(wanted) < clearly || sum(wanted) < clearly * (own.length + sum(first.variant.spelling))) return;
  yield {
    span: { start: first.start, end: first.end },
    severity: "hint" as const,
    message: `"${first.word}" is "${first.variant.other}" in ${nameOf[wanted]} spelling, as which the project's other documents are written. Choose one: a search finds only one of them.`,
    related: more.map(({ start, end }) => ({ span: { start, end }, message: "Also here." })),
    state: { words: own, others: [], certain: false },
  };
}

function found({ lines }: Guideline, state: State, wanted: Spelling, group: SpellingGroup) {
  const [first, ...more] = state.words as [SpeltWord, ...SpeltWord[]];
  const { word, variant } = first;
  const [example] = state.others;
  const habit = example
    ? `Most of this document is ${nameOf[wanted]}, as "${example.word}" (line ${lines.positionAt(example.start).line + 1}).`
    : `${nameOf[wanted]} spelling is set for this document.`;
  const said = (one: SpeltWord, message: string) => ({ span: { start: one.start, end: one.end }, message });
  return {
    span: said(first, "").span,
    ...(group === "english" ? {} : { severity: "hint" as const }),
    message: `"${word}" is "${variant.other}" in ${nameOf[wanted]} spelling. ${habit} Choose one: a search finds only one of them.`,
    related: [
      ...(example ? [said(example, `${nameOf[wanted]} spelling.`)] : []),
      ...more.map((one) => said(one, "Also here.")),
    ],
    state,
  };
}
