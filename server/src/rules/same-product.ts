// A preparation that nothing tells from another one, in the same document or elsewhere, which is said to be of another
// strength. For concentration-conflict.

import { formatStrength } from "../guideline/concentration.ts";
import { textsWithFigures } from "../guideline/figure-text.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { oncePer } from "../text/memory.ts";
import { gathering } from "./gathered.ts";
import { lineOf } from "./place.ts";
import { areSiblings, type Product, productsInTable, productsInText } from "./product.ts";
import { general, type Labels, unnaming } from "./product-label.ts";
import type { Found, Neighbour } from "./rule.ts";
import type { Choices } from "./same-preparation.ts";
import { tellsStrengths } from "./strength-text.ts";

const share = (a: readonly unknown[], b: readonly unknown[]) => a.some((one) => b.includes(one));
const isNear = (a: Product, b: Product) => Math.abs(a.fact.low - b.fact.low) <= 0.03 * b.fact.low;
const mixed: ReadonlySet<unknown> = new Set(["bag", "syringe"]);

/** What is said of one of several; a colour or size may only describe it. */
const telling = ["grade", "use"];

/** A label that both have, one that keeps them apart, or one that only the one has. */
function likeness(a: Labels, b: Labels): "shared" | "apart" | "half" | "none" {
  const groups = [...new Set([...a.keys(), ...b.keys()])];
  const both = groups.filter((group) => a.has(group) && b.has(group));
  const agree = (group: string) => [...(a.get(group) ?? [])].some((one) => b.get(group)?.has(one));
  if (!both.every(agree)) return "apart";
  if (both.some((group) => !unnaming.has(group))) return "shared";
  if (both.length === groups.length) return "none";
  return telling.every((group) => a.has(group) === b.has(group)) ? "half" : "apart";
}

/** Nothing that is said of the two keeps them apart. */
function areSame(a: Product, b: Product): boolean {
  if (a.medicine !== b.medicine || a.fact.unit !== b.fact.unit) return false;
  const like = likeness(a.labels, b.labels);
  const sure = [a.surety, b.surety];
  if (like === "apart") return false;
  if (a.percent !== undefined && b.percent !== undefined && a.percent !== b.percent) return false;
  if (a.routes.length > 0 && b.routes.length > 0 && !share(a.routes, b.routes)) return false;
  const kind = a.kind ?? b.kind;
  // Where there is but one, another size is said of that one.
  const sized = kind !== "liquid" && !sure.includes("only");
  if (sized && a.volumes.length > 0 && b.volumes.length > 0 && !share(a.volumes, b.volumes)) return false;
  const stock = kind === "stock" && !a.made && !b.made && share(a.volumes, b.volumes);
  const dissolved = a.made && b.made && a.kind === b.kind && haveOneRoute(a, b);
  if (dissolved) return true;
  if (like === "half" && !stock && sure.every((one) => one === "named")) return false;
  const labelled = like === "shared" && a.labelled && b.labelled;
  const alike = a.kind && b.kind ? a.kind === b.kind : labelled;
  if (!alike)
    return (!a.kind || !b.kind || [a, b].every(isDrawnUp)) && (haveOneRoute(a, b) || areBothKept(a, b));
  if (!mixed.has(kind) && kind !== "liquid" && a.made !== b.made) return false;
  if (a.byStrength && b.byStrength) return labelled;
  if (labelled || stock || sure.includes("only")) return true;
  return mixed.has(kind) ? sure.every((one) => one === "known") : sure.includes("known");
}

/** "The solution for the muscle", "the syringe for the muscle" */
const isDrawnUp = ({ kind, name }: Product): boolean => kind === "syringe" || general.test(name);

/** "Our ampoules hold 2.5 mg in 1 mL", and a row of a list of what is kept, which does not say in what. */
const areBothKept = (a: Product, b: Product): boolean =>
  [a, b].every(({ surety, made, kind }) => surety !== "named" && !made && (kind ?? "stock") === "stock");

/** "Muscle | 20 mg/mL", and elsewhere "the syringe for the muscle": what goes one way, and not what it is made from. */
const haveOneRoute = (a: Product, b: Product): boolean =>
  [a, b].every(
    ({ kind, made, routes, routed }) => (kind !== "stock" || made) && routed && routes.length === 1,
  );

/** One of them is called the one that there is, or both are known by a mark; else a reader has to look it up. */
const isSure = (a: Product, b: Product) =>
  (a.kind !== undefined || b.kind === undefined || !areBothKept(a, b)) &&
  ((a.labelled && b.labelled) ||
    ([a.surety, b.surety].some((one) => one !== "named") && likeness(a.labels, b.labels) !== "half"));

const productsOf = oncePer(({ figures }: Guideline) =>
  grouped(
    [...textsWithFigures(figures).flatMap(productsInText), ...figures.tables.flatMap(productsInTable)],
    ({ medicine }) => medicine.name,
  ),
);
const none: ReadonlyMap<string, readonly Product[]> = new Map();
const productsElsewhere = gathering(({ guideline }) =>
  tellsStrengths(guideline) ? productsOf(guideline) : none,
);

interface Rival {
  readonly product: Product;
  readonly there: Neighbour | undefined;
}

/** What a preparation is said to be elsewhere, and not here. */
export function* sameProducts(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Generator<Found<Choices>> {
  if (!tellsStrengths(guideline)) return;
  const elsewhere = productsElsewhere(neighbours);
  for (const [name, own] of productsOf(guideline)) {
    const others = elsewhere(name).flatMap(({ value, neighbour }) =>
      value.map((product): Rival => ({ product, there: neighbour })),
    );
    const all = [...own.map((product): Rival => ({ product, there: undefined })), ...others];
    for (const one of own) {
      const rival = rivalOf(one, all);
      if (rival) yield found(guideline, one, rival);
    }
  }
}

const isOneOfTwo = (a: Product, b: Product) =>
  a !== b && a.place === b.place && areSame(a, b) && !isNear(a, b);

/** "The junior suspension, 120 mg in 5 mL", "the six-plus suspension, 250 mg in 5 mL": two that one list tells apart. */
function areListed(one: Product, other: Product, all: readonly Rival[]): boolean {
  if (areSiblings(one, other)) return true;
  if (likeness(one.labels, other.labels) === "shared") return false;
  const [near, far] = [one, other].map((strength) =>
    all.filter(
      ({ product }) => product === strength || (areSame(product, strength) && isNear(product, strength)),
    ),
  );
  return (near ?? []).some((a) => (far ?? []).some((b) => areSiblings(a.product, b.product)));
}

const areNear = ([first, ...others]: readonly Rival[]): boolean =>
  others.every(({ product }) => first !== undefined && isNear(product, first.product));

/** "Suspension, junior" where elsewhere two are told apart as junior and six-plus: by a word that no other has. */
const isCalled = (one: Product, { product }: Rival, among: readonly Rival[]): boolean =>
  [...one.words].some(
    (word) =>
      product.words.has(word) &&
      !among.some((other) => other.product.words.has(word) && !isNear(other.product, product)),
  );

/** Of all others the one that a preparation should be like, and is not. */
function rivalOf(one: Product, all: readonly Rival[]): Rival | undefined {
  const alike = all.filter(({ product }) => product !== one && areSame(one, product));
  const same = alike.filter(({ product }) => isNear(one, product) || !areListed(one, product, all));
  if (same.some(({ product }) => isNear(one, product) || product.place === one.place)) return undefined;
  // "Comes as 125 mg/5 mL and 250 mg/5 mL": neither is the one.
  const single = same.filter(({ product }) => !all.some((other) => isOneOfTwo(product, other.product)));
  const [first, ...more] = areNear(single) ? single : single.filter((rival) => isCalled(one, rival, single));
  if (!first || !areNear([first, ...more])) return undefined;
  // Of two in one document the later one is told.
  const later = more.length === 0 && !first.there && first.product.fact.start > one.fact.start;
  return later ? undefined : first;
}

function found(guideline: Guideline, one: Product, { product, there }: Rival): Found<Choices> {
  const { medicine, name, fact } = one;
  const { start, end } = fact.figure;
  const other = product.fact;
  const place = lineOf(there?.guideline ?? guideline, other.start, there?.uri);
  return {
    span: { start, end },
    ...(!isSure(one, product) && { severity: "information" as const }),
    message: `The ${name} of ${medicine.name} holds ${formatStrength(fact.low, fact.unit)} here, but ${formatStrength(other.low, other.unit)} in ${place}. Check what it holds, or name the two apart.`,
    related: [
      {
        span: { start: other.start, end: other.end },
        message: "Said here to hold another strength.",
        ...(there && { in: there }),
      },
    ],
    state: { choices: [] },
  };
}
