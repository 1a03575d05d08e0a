// All doses of a document with their volumes: a strength that several of them agree on is settled, though the document does
// not state it. For concentration-volume; it must not know what is found.

import { type DoseVolume, doseVolumesIn } from "../guideline/dose-volume.ts";
import { type Figure, maySame } from "../guideline/figure.ts";
import {
  type FigurePart,
  type FigureTable,
  type FigureText,
  type FigureTexts,
  ownerOf,
  rowMedicine,
} from "../guideline/figure-text.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer, steadyLists } from "../text/memory.ts";

interface Owned {
  readonly pair: DoseVolume;
  readonly owner: Medicine | undefined;
}
const ownedInText = oncePer((text: FigureText): readonly Owned[] =>
  doseVolumesIn(text).map((pair) => ({ pair, owner: ownerOf(pair.amount, text) })),
);
const ownedInTable = oncePer(({ rows, context }: FigureTable): readonly Owned[] =>
  rows.flatMap((row) =>
    row.flatMap(doseVolumesIn).map((pair) => ({ pair, owner: rowMedicine(row) ?? context })),
  ),
);

/** A document's, the same for as long as it has the same doses with their volumes. */
export const drawnPairs = ({ parts, tables }: FigureTexts): DrawnPairs =>
  pairsOf(steady("", [...parts.flatMap(ownedInTexts), ...tables.flatMap(ownedInTable)]));
const ownedInTexts = oncePer(({ texts }: FigurePart) => texts.flatMap(ownedInText));
const steady = steadyLists<Owned>();
const pairsOf = oncePer((all: readonly Owned[]) => new DrawnPairs(all));

/** Doses with their volumes by what strength they amount to. */
export class DrawnPairs {
  readonly #byStrength = new Map<
    string,
    { readonly amount: number; readonly owner: Medicine | undefined }[]
  >();

  constructor(all: readonly Owned[]) {
    for (const { pair, owner } of all) this.#add(pair, owner);
  }

  #add({ amount, volume }: DoseVolume, owner: Medicine | undefined): void {
    const key = keyOf(amount, Math.round(stepOf(amount.low / volume.low)));
    const known = this.#byStrength.get(key) ?? [];
    this.#byStrength.set(key, known);
    if (known.length < 40 && !known.some((one) => one.amount === amount.low && one.owner === owner))
      known.push({ amount: amount.low, owner });
  }

  /** Other doses of the medicine go with volumes of the same strength: one that the document does not state. */
  isSettled({ amount, volume }: DoseVolume, medicine: Medicine | undefined): boolean {
    const step = Math.round(stepOf(amount.low / volume.low));
    return [step - 1, step, step + 1].some((one) =>
      this.#byStrength
        .get(keyOf(amount, one))
        ?.some((other) => other.amount !== amount.low && maySame(other.owner, medicine)),
    );
  }
}

const stepOf = (ratio: number) => Math.log(ratio) / 0.04;
const keyOf = ({ unit, perKg }: Figure, step: number) => `${unit} ${perKg} ${step}`;
