// What else is done by whoever gives a medicine: an intramuscular injection, a transfusion of platelets, a bolus of fluid. It
// must not know sentences.

import { medicineNamed } from "../lexicon/medicine.ts";
import type { Deed } from "./deed.ts";
import { scopeOf } from "./scope.ts";

/** Whoever gives a medicine into the muscle gives an intramuscular injection; platelets are transfused. */
export function withWay(one: Deed): readonly Deed[] {
  const medicine = one.direction === "for" ? medicineNamed(one.thing) : undefined;
  if (!medicine) return [one];
  const named = (thing: string, narrowing: readonly string[] = []) => ({
    ...one,
    thing,
    known: true,
    narrowing,
  });
  return [
    one,
    ...(scopeOf(one.clause, 0).routes.includes("im") ? [named("intramuscular injection")] : []),
    ...(medicine.name === "platelet concentrate" ? [named("blood transfusion", ["platelet"])] : []),
    ...(medicine.classes.includes("fluid") && atOnce.test(one.clause) ? [named("fluid bolus")] : []),
  ];
}
const atOnce =
  /\bbolus|\brapid(?:ly)?\b|\bas +fast +as\b|\bover +(?:(?:[5-9]|[1-6]\d) +min(?:ute)?s?|(?:1|one|an) +hour)\b/i;
