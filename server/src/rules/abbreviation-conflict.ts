// One abbreviation that stands for two things, in a document or in two of a project; two for one thing.

import { isPlainly } from "../guideline/abbreviation-long-form.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { meanTheSame } from "../guideline/long-form-likeness.ts";
import { oneTermAbbreviations } from "../lexicon/abbreviations.ts";
import { type Choice, choicesOf, meaningsElsewhere, meaningsOf } from "./abbreviation-meanings.ts";
import { otherSenses } from "./other-sense.ts";
import { defineRule, type Found, type RuleContext } from "./rule.ts";

/** Worked out when someone chooses: another document may have to be read again for it. */
type State = () => readonly Choice[];

export const abbreviationConflict = defineRule<State>({
  id: "abbreviation-conflict",
  severity: "warning",
  compares: true,
  summary: "One abbreviation is spelled out as two different things, or two abbreviations are used for one.",
  rationale:
    "Where PE is pulmonary embolism on one page and pre-eclampsia on another, whoever opens the document in the middle " +
    "reads the wrong one. Give one of the two another abbreviation or none. Another document of the project that spells " +
    "it out otherwise is reported as information, and FBC beside CBC as a hint. Other spellings, plurals and longer " +
    "forms of the same thing are the same.",
  examples: {
    invalid: [
      "Pulmonary embolism (PE) is treated at once.\n\nIn pre-eclampsia (PE), give magnesium sulfate.\n                  ^^",
      "Full blood count (FBC) on arrival. FBC daily.\n\nCBC after a week.\n^^^",
    ],
    valid: [
      "Oral rehydration salts (ORS) are kept dry. Oral rehydration solution (ORS) is drunk.",
      "Blood pressure (BP) is measured twice. Arterial blood pressure (BP) falls late.",
      "The Glasgow Coma Scale (GCS) is recorded. A Glasgow coma score (GCS) below 8 is an emergency.",
    ],
  },

  *check(guideline, context) {
    yield* withinDocument(guideline);
    yield* acrossDocuments(guideline, context);
    yield* oneTerm(guideline);
    yield* inOtherSense(guideline, context);
  },

  fix(choices) {
    return choices().map(({ title, span, newText, in: other }) => ({
      title,
      edits: [{ span, newText }],
      ...(other ? { in: other } : {}),
      certain: false,
    }));
  },
});

function* withinDocument(guideline: Guideline): Iterable<Found<State>> {
  for (const [short, [first, ...others]] of meaningsOf(guideline)) {
    if (!first) continue;
    const known = guideline.dictionary.abbreviations.get(short);
    if (known && !meanTheSame(known, first.long)) {
      yield {
        span: first.span,
        message: `"${short}" is "${first.long}" here, but "${known}" in the project's own list. Keep the abbreviation for that, and write this one out.`,
        state: () => choicesOf(guideline, first),
      };
    }
    for (const other of others) {
      const line = guideline.lines.positionAt(first.span.start).line + 1;
      const sure = [first, other].every((one) => isPlainly(one.short, one.long));
      yield {
        span: other.span,
        // Letters from within its words may be another language's, or chance.
        ...(sure ? {} : { severity: "information" as const }),
        message: `"${short}" is "${other.long}" here, but "${first.long}" in line ${line}. A reader takes one for the other. Keep the abbreviation for one of them, and write the other out.`,
        related: [{ span: first.span, message: `Here it is "${first.long}".` }],
        state: () => [...choicesOf(guideline, other), ...choicesOf(guideline, first)],
      };
    }
  }
}

function* acrossDocuments(guideline: Guideline, { neighbours }: RuleContext): Iterable<Found<State>> {
  const elsewhere = meaningsElsewhere(neighbours);
  for (const [short, meanings] of meaningsOf(guideline)) {
    const known = guideline.dictionary.abbreviations.get(short);
    for (const own of meanings) {
      const conflicts = elsewhere(short)
        .flatMap(({ neighbour, value }) => value.map((other) => ({ neighbour, other })))
        .filter(({ other }) => !meanings.some((one) => meanTheSame(one.long, other.long)));
      const [conflict] = conflicts;
      if (!conflict || (known && meanTheSame(known, own.long))) continue;
      const { neighbour, other } = conflict;
      // Where several documents mean the other thing, a change in one of them mends nothing.
      const theirs = () => (conflicts.length > 1 ? [] : choicesOf(neighbour.guideline, other));
      yield {
        span: own.span,
        severity: "information",
        message: `"${short}" is "${own.long}" here, but "${other.long}" in another document of the project. Whoever uses both takes one for the other. Keep the abbreviation for one of them.`,
        related: [{ span: other.span, message: `Here it is "${other.long}".`, in: neighbour }],
        state: () => [
          ...choicesOf(guideline, own),
          ...theirs().map((choice) => ({ ...choice, in: neighbour })),
        ],
      };
    }
  }
}

/** Spelled out as one thing, and used where another of its meanings is told. */
function* inOtherSense(guideline: Guideline, { neighbours }: RuleContext): Iterable<Found<State>> {
  for (const { use, said, neighbour, sense } of otherSenses(guideline, neighbours)) {
    const { short, span } = use;
    const line = guideline.lines.positionAt(said.span.start).line + 1;
    const where = neighbour ? "another document of the project" : `line ${line}`;
    yield {
      span,
      severity: "information",
      message: `"${short}" is "${said.long}" in ${where}, but seems to stand for ${sense.long} here. Write it out, so that nobody takes one for the other.`,
      related: [
        { span: said.span, message: `Here it is "${said.long}".`, ...(neighbour && { in: neighbour }) },
      ],
      state: () => [{ title: `Write "${sense.long}" here`, span, newText: sense.long }],
    };
  }
}

/** "FBC" beside "CBC": the rarer is reported, once. */
function* oneTerm({ abbreviations: { definitions, uses }, lines }: Guideline): Iterable<Found<State>> {
  const placesOf = (short: string) =>
    [...definitions, ...uses].filter((one) => one.short === short).map(({ span }) => span);
  for (const pair of oneTermAbbreviations) {
    const places = pair.map((short) => ({
      short,
      spans: placesOf(short).toSorted((a, b) => a.start - b.start),
    }));
    if (places.some(({ spans }) => spans.length === 0)) continue;
    const [main, rare] = places.toSorted((a, b) => b.spans.length - a.spans.length);
    const [first, span] = [main?.spans[0], rare?.spans[0]];
    if (!main || !rare || !first || !span) continue;
    const line = lines.positionAt(first.start).line + 1;
    yield {
      span,
      severity: "hint",
      message: `"${rare.short}" and "${main.short}" (line ${line}) stand for the same. Use one of them throughout.`,
      related: [{ span: first, message: `Called "${main.short}" here.` }],
      state: () => [{ title: `Write "${main.short}" here`, span, newText: main.short }],
    };
  }
}
