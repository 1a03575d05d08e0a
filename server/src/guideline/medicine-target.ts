// The medicines and classes of medicines that a text speaks of: "naproxen", "NSAIDs". A class covers its members.
// It must not know what is said of them.

import type { Medicine } from "../lexicon/medicine.ts";
import { classNamed } from "../lexicon/medicine-classes.ts";
import { remembered } from "../text/memory.ts";
import { anyOverlaps, type Span } from "../text/span.ts";
import { itemsOf } from "./scope.ts";

export interface MedicineTarget extends Span {
  readonly kind: "medicine" | "class";
  /** The lexicon's name of the medicine or class. */
  readonly name: string;
}

const longestPhrase = 4;

/** In order; a class named by words that are part of a medicine's name is not one. */
export const targetsIn = remembered((text): readonly MedicineTarget[] => {
  const medicines = itemsOf(text).flatMap((item): MedicineTarget[] =>
    item.kind === "medicine"
      ? [{ kind: "medicine", name: item.mention.medicine.name, start: item.start, end: item.end }]
      : [],
  );
  const classes = classesIn(text).filter((one) => !anyOverlaps(medicines, one));
  return [...medicines, ...classes].sort((a, b) => a.start - b.start);
});

function classesIn(text: string): MedicineTarget[] {
  const words = Array.from(text.matchAll(/[\p{L}\d]+/gu), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word: word.toLowerCase(),
  }));
  const found: MedicineTarget[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let count = Math.min(longestPhrase, words.length - at); count > 0; count--) {
      const some = words.slice(at, at + count);
      const name = classNamed(some.map(({ word }) => word).join(" "));
      const [first, last] = [some[0], some.at(-1)];
      if (!name || !first || !last || /[.;|\n]/.test(text.slice(first.start, last.end))) continue;
      found.push({ kind: "class", name, start: first.start, end: last.end });
      at += count - 1;
      break;
    }
  }
  return found;
}

/** Whether what is said of a target holds for a medicine. */
export function covers({ kind, name }: Pick<MedicineTarget, "kind" | "name">, medicine: Medicine): boolean {
  return kind === "medicine" ? medicine.name === name : medicine.classes.includes(name);
}
