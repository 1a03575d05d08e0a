// Something that is to be done by one sentence and not to be done by another, for the same patients.

import type { Guideline } from "../guideline/guideline.ts";
import { formatProhibition } from "../guideline/prohibition.ts";
import { overlaps } from "../text/span.ts";
import { prohibits } from "./comparable-deeds.ts";
import { breachesOf } from "./forbidden-given.ts";
import { oppositeClaims } from "./opposite-claims.ts";
import { oppositeDeeds } from "./opposite-deeds.ts";
import { bannedOrders } from "./outright-ban.ts";
import { lineOf } from "./place.ts";
import { reservedOrders } from "./reserved-given.ts";
import { defineRule, type Neighbour } from "./rule.ts";
import { isUnsure, mildly, tellsProperty } from "./statement-surety.ts";

export const recommendationContradiction = defineRule<undefined>({
  id: "recommendation-contradiction",
  severity: "warning",
  compares: true,
  summary: "One sentence is for and another against the same thing, for the same patients and condition.",
  rationale:
    "Chapters are written by different people and at different times. Where one recommends what the other advises " +
    "against, staff follow whichever they read. Compared are recommendations and instructions on the same medicine, a " +
    "medicine and its class, or the same procedure or action; where the patients, the condition, the time, the route or " +
    "any other condition differs, or may differ, nothing is said. What one paragraph goes on to say, and what different documents say without naming their patients, is information only.",
  examples: {
    invalid: [
      "We recommend dexamethasone for adults with bacterial meningitis.\n\nIn adults with bacterial meningitis, dexamethasone is not recommended.\n                                     ^^^^^^^^^^^^^",
      "NSAIDs should not be used in dengue.\n\nIbuprofen is recommended in dengue.\n^^^^^^^^^",
      "Do not bathe the newborn in the first 24 hours after birth.\n\n## On leaving, two hours after birth\n\n- Bathe the newborn.\n  ^^^^^^^^^^^^^^^^^",
    ],
    valid: [
      "We recommend dexamethasone for adults with bacterial meningitis.\n\nDexamethasone is not recommended in children with bacterial meningitis.",
      "We recommend against routine episiotomy.\n\nAn episiotomy may be done for fetal distress.",
      "Do not use a tourniquet.\n\nIf villagers have tied a tourniquet, leave it until antivenom is running.",
      "Aspirin is not recommended in stroke unless bleeding is excluded.\n\nWe recommend aspirin in stroke.",
    ],
  },

  *check(guideline, { neighbours }) {
    const claims = [...oppositeClaims(guideline, neighbours)];
    // What is contraindicated, contraindicated-recommended reports.
    yield* claims.filter(({ forbidden }) => !forbidden);
    const broken = [...breachesOf(guideline, neighbours, false).keys()];
    const deeds = [...oppositeDeeds(guideline, neighbours)].filter(
      ({ sentence, likely, related = [] }) =>
        !claims.some(({ span }) => overlaps(sentence, span)) &&
        // What is forbidden, contraindicated-recommended reports; what is only not done may be told by both.
        !(
          likely &&
          broken.some(({ span }) => overlaps(sentence, span)) &&
          [guideline.text.slice(sentence.start, sentence.end), ...related.map(({ message }) => message)].some(
            (text) => prohibits.test(text),
          )
        ),
    );
    yield* deeds.filter(({ forbidden, likely }) => !forbidden || likely);
    // What the other side of a contradiction says is reported there.
    const others = [...claims, ...deeds].flatMap(({ related = [] }) => related.filter((one) => !one.in));
    const said = [...claims, ...others].map(({ span }) => span).concat(deeds.map(({ sentence }) => sentence));
    for (const found of [
      ...ordersBanned(guideline),
      ...ordersForOthers(guideline),
      ...ordersAdvisedAgainst(guideline, neighbours),
    ])
      if (!said.some((span) => overlaps(span, found.span))) yield found;
  },
});

/** "We recommend against haloperidol in delirium tremens", and an order for it there. */
function* ordersAdvisedAgainst(guideline: Guideline, neighbours: readonly Neighbour[]) {
  const breaches = breachesOf(guideline, neighbours, true);
  for (const [given, against] of breaches) {
    const [first] = against;
    const place = lineOf(first.guideline, first.prohibition.start, first.in?.uri);
    yield {
      span: given.span,
      message: `Here ${given.medicine.name} is ${given.verb}, but ${place} advises against it in these patients (${formatProhibition(first.prohibition)}). Decide which holds, or say when it may be given.`,
      related: against.map(({ prohibition, in: neighbour }) => ({
        span: { start: prohibition.start, end: prohibition.end },
        message: formatProhibition(prohibition),
        ...(neighbour && { in: neighbour }),
      })),
      state: undefined,
      ...mildly(isUnsure(given, breaches)),
    };
  }
}

/** "Oxygen is reserved for a saturation below 90 %", and an order for it above that. */
function* ordersForOthers(guideline: Guideline) {
  const told = new Set<object>();
  for (const { given, reservation } of reservedOrders(guideline)) {
    const again = told.has(reservation);
    told.add(reservation);
    const place = lineOf(guideline, reservation.start, undefined);
    yield {
      span: given.span,
      message: `Here ${given.medicine.name} is ordered, but ${place} keeps it for other patients. Decide which holds, or say there who else may have it.`,
      related: [
        {
          span: { start: reservation.start, end: reservation.end },
          message: guideline.text
            .slice(reservation.start, reservation.end)
            .replace(/\s+/g, " ")
            .slice(0, 160),
        },
      ],
      state: undefined,
      ...mildly(again),
    };
  }
}

function* ordersBanned(guideline: Guideline) {
  for (const { given, ban } of bannedOrders(guideline)) {
    const { recommendation } = ban;
    const place = lineOf(guideline, recommendation.start, undefined);
    yield {
      span: given.span,
      message: `Here ${given.medicine.name} is ordered, but ${place} says not to give it so. Decide which holds, or say there when it may be given.`,
      related: [
        {
          span: { start: recommendation.start, end: recommendation.end },
          message: recommendation.text.replace(/\s+/g, " ").slice(0, 160),
        },
      ],
      state: undefined,
      ...mildly(tellsProperty(recommendation.action.targets)),
    };
  }
}
