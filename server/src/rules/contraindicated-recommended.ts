// A medicine that is ordered or recommended for patients in whom the text forbids it.

import { allergyBefore } from "../guideline/allergy.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { covers, type MedicineTarget } from "../guideline/medicine-target.ts";
import { formatProhibition } from "../guideline/prohibition.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { once } from "../text/memory.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Claim } from "./advice-claim.ts";
import { type BarredLabel, barredLabels } from "./barred-label.ts";
import { breachesOf, type PlacedProhibition } from "./forbidden-given.ts";
import { type Given, givenIn } from "./given-medicine.ts";
import { oppositeClaims } from "./opposite-claims.ts";
import { oppositeDeeds } from "./opposite-deeds.ts";
import { sectionBansBroken } from "./outright-ban.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Neighbour } from "./rule.ts";
import { isUnsure, mildly } from "./statement-surety.ts";

export const contraindicatedRecommended = defineRule<undefined>({
  id: "contraindicated-recommended",
  severity: "warning",
  compares: true,
  summary: "A medicine is ordered or recommended for patients in whom the text says it must not be used.",
  rationale:
    "A contraindication in one chapter and an order in another are seldom read together. What counts is only what the " +
    "text itself forbids: a medicine or its class, in a condition, in pregnancy or breastfeeding, below an age, or in an " +
    "allergy. Where one sentence orders what another says not to do, recommendation-contradiction reports it, unless that one says “contraindicated”. An order is reported where it is said to be for those patients; prohibitions with exceptions are left alone. It is information only, and no warning, where more than two orders of a document break the same prohibition, where only a heading elsewhere says for whom it holds, or where not all that the prohibition says is understood.",
  examples: {
    invalid: [
      "## Dengue\n\nDo not give NSAIDs.\n\nFor pain give ibuprofen 400 mg PO every 8 hours.\n              ^^^^^^^^^^^^^^^^",
      "Doxycycline is contraindicated in children under 8 years.\n\nChildren 5–7 years: doxycycline 2 mg/kg PO every 12 hours.\n                    ^^^^^^^^^^^^^^^^^^^",
      "## Patients allergic to penicillin\n\nGive amoxicillin 500 mg PO every 8 hours.\n     ^^^^^^^^^^^^^^^^^^",
    ],
    valid: [
      "Do not give ibuprofen in dengue.\n\n## Chikungunya\n\nGive ibuprofen 400 mg PO every 8 hours.",
      "Do not give doxycycline to children under 8 years.\n\nChildren 8–14 years: doxycycline 2 mg/kg PO every 12 hours.",
      "Do not give aspirin in stroke unless bleeding is excluded.\n\n## Stroke\n\nGive aspirin 300 mg PO once daily.",
    ],
  },

  *check(guideline, { neighbours }) {
    const seen = new Set<string>();
    const opposed = once(() => contradicted(guideline, neighbours));
    const said: Span[] = [];
    const breaches = breachesOf(guideline, neighbours, false);
    for (const given of givenIn(guideline)) {
      const { medicine } = given;
      const against = breaches.get(given) ?? [];
      const [first] = against;
      // Steps of one treatment are one fault.
      const key = `${medicine.name} ${given.container} ${first?.prohibition.start}`;
      if (first) said.push(given.span);
      if (first && seen.has(key)) continue;
      seen.add(key);
      if (first) {
        if (!opposed().some((span) => overlaps(span, given.span)))
          yield { ...finding(given, first, against), ...mildly(isUnsure(given, breaches)) };
      } else {
        const allergy = given.allergic ? allergyBefore(guideline, given.span.start) : undefined;
        const target = allergy?.targets.find((one) => covers(one, medicine));
        if (allergy && target)
          yield { ...allergic(given, allergy), ...mildly(isFarRelated(target, medicine)) };
      }
    }
    for (const { given, ban } of sectionBansBroken(guideline)) yield ruledOut(guideline, given, ban);
    yield* contradictedBans(guideline, neighbours);
    for (const one of barredLabels(guideline, neighbours))
      if (![...opposed(), ...said].some((span) => overlaps(span, one.labelled))) yield asked(one);
  },
});

function asked({ labelled, bar, guideline, in: neighbour }: BarredLabel) {
  const place = lineOf(guideline, bar.start, neighbour?.uri);
  const { start, end, target } = labelled;
  return {
    span: { start, end },
    severity: "information" as const,
    message: `Here ${target.name} stands for patients (${labelled.labels[0]?.replace(/\s+/g, " ").trim()}) from whom ${place} seems to bar it. Check which holds, or say when it may be given all the same.`,
    related: [
      {
        span: { start: bar.start, end: bar.end },
        message: `${bar.target.name}: not in ${bar.whom.join(", ")}`,
        ...(neighbour && { in: neighbour }),
      },
    ],
    state: undefined,
  };
}

/** "Combined pills are contraindicated in the first six weeks after birth", offered in the fourth. */
function* contradictedBans(guideline: Guideline, neighbours: readonly Neighbour[]) {
  const claims = [...oppositeClaims(guideline, neighbours)];
  yield* claims.filter(({ forbidden }) => forbidden);
  for (const deed of oppositeDeeds(guideline, neighbours))
    if (deed.forbidden && !deed.likely && !claims.some(({ span }) => overlaps(deed.sentence, span)))
      yield deed;
}

/** What is reported as said and denied, at its own words. */
const contradicted = (guideline: Guideline, neighbours: readonly Neighbour[]): readonly Span[] => [
  ...Array.from(oppositeClaims(guideline, neighbours), ({ span }) => span),
  ...[...oppositeDeeds(guideline, neighbours)].flatMap(({ sentence, likely }) => (likely ? [] : [sentence])),
];

function finding(
  { medicine, span, verb }: Given,
  { prohibition, guideline, in: neighbour }: PlacedProhibition,
  all: readonly PlacedProhibition[],
) {
  const place = lineOf(guideline, prohibition.start, neighbour?.uri);
  return {
    span,
    message: `Here ${medicine.name} is ${verb}, but ${place} forbids it in these patients (${formatProhibition(prohibition)}). Check which holds, or say when it may be given all the same.`,
    related: all.map((one) => ({
      span: { start: one.prohibition.start, end: one.prohibition.end },
      message: formatProhibition(one.prohibition),
      ...(one.in && { in: one.in }),
    })),
    state: undefined,
  };
}

function ruledOut(
  guideline: Guideline,
  { medicine, span }: Given,
  { recommendation: { start, end } }: Claim,
) {
  const place = lineOf(guideline, start, undefined);
  return {
    span,
    message: `Here ${medicine.name} is ordered, but ${place}, in the same section, forbids it. Check which holds, or say in whom it may be given.`,
    related: [
      { span: { start, end }, message: guideline.text.slice(start, end).replace(/\s+/g, " ").slice(0, 160) },
    ],
    state: undefined,
  };
}

/** Carbapenems in "beta-lactam allergy": of the class by name, and by many panels given all the same. */
const isFarRelated = ({ name }: MedicineTarget, { classes }: Medicine): boolean =>
  name === "beta lactam" && classes.some((one) => one === "carbapenem" || one === "monobactam");

function allergic({ medicine, span, verb }: Given, { start, end }: Span) {
  return {
    span,
    message: `Here ${medicine.name} is ${verb} for patients who are allergic to it or to its class. Check the medicine, or what the line above says.`,
    related: [{ span: { start, end }, message: "This is about patients with the allergy." }],
    state: undefined,
  };
}
