// Compares the facts read from a text with those labelled in it, and counts what is right, missed and made up,
// by kind of fact and by slot. It must not know where either comes from.

import type { FactKind } from "../support/labelled.ts";
import type { Fact } from "./notation.ts";

/** What makes a fact that fact; the other slots describe it. */
const keySlots: Readonly<Record<FactKind, readonly string[]>> = {
  order: ["medicine", "dose"],
  band: ["axis", "low", "high"],
  threshold: ["analyte", "op", "value"],
  concentration: ["medicine", "value"],
};

export interface Pairing {
  readonly expected: Fact | undefined;
  readonly got: Fact | undefined;
}

export function sameSlot(slot: string, expected: string | undefined, got: string | undefined): boolean {
  if (expected === got) return true;
  if (expected === undefined || got === undefined) return false;
  if (slot === "max") return got.split(" | ").includes(expected);
  if (slot === "value" || slot === "paired") return sameApartFromUnit(expected, got);
  return slot === "frequency" && nearlySame(expected, got);
}

/** A bare number's unit may be known from its size. */
function sameApartFromUnit(expected: string, got: string): boolean {
  const [[a, unitA], [b, unitB]] = [expected.split(" "), got.split(" ")];
  return a === b && (unitA === undefined || unitB === undefined);
}

/** A month has 28 to 31 days: "every 3 months" is 90 days or 91. */
function nearlySame(expected: string, got: string): boolean {
  const [a = Number.NaN, b = Number.NaN] = [expected, got].map((text) =>
    Number(/^([\d.]+)\/day$/.exec(text)?.[1]),
  );
  return Math.abs(a - b) <= 0.02 * a;
}

const agrees = (a: Fact, b: Fact, slots: Iterable<string>): number =>
  [...slots].filter((slot) => a.slots.has(slot) && sameSlot(slot, a.slots.get(slot), b.slots.get(slot)))
    .length;

/** Facts of one kind, each with the one it resembles most; what resembles none stands alone. */
export function paired(expected: readonly Fact[], got: readonly Fact[]): Pairing[] {
  const scored = expected.flatMap((label) =>
    got.flatMap((fact) => {
      if (fact.kind !== label.kind) return [];
      const key = agrees(label, fact, keySlots[label.kind]);
      return key === 0 ? [] : [{ label, fact, score: 20 * key + agrees(label, fact, label.slots.keys()) }];
    }),
  );
  scored.sort((a, b) => b.score - a.score);
  const taken = new Set<Fact>();
  const pairs: Pairing[] = [];
  for (const { label, fact } of scored) {
    if (taken.has(label) || taken.has(fact)) continue;
    taken.add(label);
    taken.add(fact);
    pairs.push({ expected: label, got: fact });
  }
  const alone = (fact: Fact) => !taken.has(fact);
  return [
    ...pairs,
    ...expected.filter(alone).map((fact) => ({ expected: fact, got: undefined })),
    ...got.filter(alone).map((fact) => ({ expected: undefined, got: fact })),
  ];
}

export interface Tally {
  right: number;
  expected: number;
  got: number;
}

/** By kind ("order"), by kind with all its slots right ("order, every slot"), and by slot ("order.dose"). */
export class Tallies {
  readonly byName = new Map<string, Tally>();

  add({ expected, got }: Pairing): void {
    const kind = (expected ?? got)?.kind;
    if (!kind) return;
    const slots = new Set([...(expected?.slots.keys() ?? []), ...(got?.slots.keys() ?? [])]);
    const right = (slot: string) => sameSlot(slot, expected?.slots.get(slot), got?.slots.get(slot));
    const both = expected !== undefined && got !== undefined;
    this.#count(
      kind,
      { expected: expected !== undefined, got: got !== undefined },
      both && keySlots[kind].every(right),
    );
    this.#count(
      `${kind}, every slot`,
      { expected: expected !== undefined, got: got !== undefined },
      both && [...slots].every(right),
    );
    for (const slot of slots) {
      const has = { expected: expected?.slots.has(slot) ?? false, got: got?.slots.has(slot) ?? false };
      this.#count(`${kind}.${slot}`, has, has.expected && has.got && right(slot));
    }
  }

  #count(name: string, has: { readonly expected: boolean; readonly got: boolean }, right: boolean): void {
    const tally = this.byName.get(name) ?? { right: 0, expected: 0, got: 0 };
    this.byName.set(name, tally);
    tally.right += Number(right);
    tally.expected += Number(has.expected);
    tally.got += Number(has.got);
  }
}
