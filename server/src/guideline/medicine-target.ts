// The medicines and classes of medicines that a text speaks of: "naproxen", "NSAIDs", "remedies that contain
// magnesium". A class covers its members.
// It must not know what is said of them.

import type { Medicine } from "../lexicon/medicine.ts";
import { classNamed, mayBeginClass } from "../lexicon/medicine-classes.ts";
import { mayTellProperty, properties, propertiesOf } from "../lexicon/medicine-properties.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { anyOverlaps, type Span } from "../text/span.ts";
import type { Item } from "./item.ts";
import { itemsOf } from "./scope.ts";

export interface MedicineTarget extends Span {
  readonly kind: "medicine" | "class";
  /** The lexicon's name of the medicine or class. */
  readonly name: string;
}

const longestPhrase = 6;

const elements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    magnesium: "magnesium",
    aluminium: "aluminium",
    aluminum: "aluminium",
    calcium: "calcium",
    potassium: "potassium",
    phosphate: "phosphate",
    bismuth: "bismuth",
    iodine: "iodine",
    iodide: "iodine",
  }),
);
const element = `(?<element>${[...elements.keys()].join("|")})`;
/** "Magnesium-containing antacids", "remedies that contain magnesium", "aluminium salts", "is receiving calcium". */
const containing = [
  new RegExp(`\\b${element}[- ](?:containing|based|rich)\\s+(?:[a-zß-öø-ɏ]+\\s+)?[a-zß-öø-ɏ]+`, "gi"),
  new RegExp(`\\b[a-zß-öø-ɏ]+s\\s+(?:(?:that|which)\\s+)?contain(?:ing)?\\s+(?:any\\s+)?${element}\\b`, "gi"),
  new RegExp(
    `\\b${element}\\s+(?:salt|supplement|preparation|product|antacid|laxative|infusion|enema|binder)s?\\b`,
    "gi",
  ),
];

function elementsIn(text: string): MedicineTarget[] {
  if (
    !/contain|based|rich|salt|supplement|preparation|product|antacid|laxative|infusion|enema|binder/i.test(
      text,
    )
  )
    return [];
  return containing.flatMap((pattern) =>
    matchesIn(text, pattern).map(
      ({ index, 0: words, groups }): MedicineTarget => ({
        kind: "class",
        name: `${elements.get(groups?.element?.toLowerCase() ?? "") ?? ""}-containing`,
        start: index,
        end: index + words.length,
      }),
    ),
  );
}

/** "Receiving calcium" is receiving any salt of it. */
export const anySaltOf = (target: MedicineTarget): MedicineTarget => {
  const name = elements.get(target.name);
  return name ? { ...target, kind: "class", name: `${name}-containing` } : target;
};

/** The classes of a medicine, what its name says is in it, and what it is known to do. */
export const classesOf = oncePer(({ name, classes }: Medicine): readonly string[] => {
  const inside = (name.match(/\p{L}+/gu) ?? []).flatMap((word) => elements.get(word) ?? []);
  const contained = Array.from(new Set(inside), (one) => `${one}-containing`);
  return [...new Set([...classes, ...contained, ...propertiesOf(name, classes)])];
});

/** "Medicines that lengthen the QT interval" */
const toldBy = (text: string): MedicineTarget[] =>
  !mayTellProperty.test(text)
    ? []
    : properties.flatMap(({ name, pattern }) =>
        matchesIn(text, pattern).map(
          ({ index, 0: words }): MedicineTarget => ({
            kind: "class",
            name,
            start: index,
            end: index + words.length,
          }),
        ),
      );

/** In order; a class named by words that are part of a medicine's name is not one. */
export const targetsIn = remembered((text): readonly MedicineTarget[] => {
  const told = toldBy(text);
  const named = [...classesIn(text).filter((one) => !anyOverlaps(told, one)), ...told];
  // "Calcium channel blockers" are no calcium.
  const isPart = ({ start, end }: Span) =>
    named.some((one) => one.start <= start && end <= one.end && one.end - one.start > end - start);
  const medicines = itemsOf(text).flatMap((item): MedicineTarget[] =>
    item.kind === "medicine" && !isPart(item) ? [classAt(text, item) ?? medicineAt(item)] : [],
  );
  const contained = elementsIn(text).filter((one) => !anyOverlaps(medicines, one));
  const classes = named.filter((one) => !anyOverlaps(medicines, one) && !anyOverlaps(contained, one));
  return [...medicines, ...contained, ...classes].sort((a, b) => a.start - b.start);
});

type Mentioned = Extract<Item, { readonly kind: "medicine" }>;
const medicineAt = ({ mention, start, end }: Mentioned): MedicineTarget => ({
  kind: "medicine",
  name: mention.medicine.name,
  start,
  end,
});

/** "The tetracycline class": not the one medicine of that name. */
function classAt(text: string, item: Mentioned): MedicineTarget | undefined {
  const [behind] =
    /^\s+(?:class|family|group)\b(?!\s+[A-Z\d])/.exec(text.slice(item.end, item.end + 20)) ?? [];
  // "Any tetracycline"
  const isAny = /\b(?:any|every|each|another)\s+(?:other\s+)?$/i.test(
    text.slice(Math.max(0, item.start - 16), item.start),
  );
  const name = behind === undefined && !isAny ? undefined : classNamed(`${item.mention.medicine.name}s`);
  return name ? { kind: "class", name, start: item.start, end: item.end + (behind ?? "").length } : undefined;
}

/** "Angiotensin-converting enzyme (ACE) inhibitors" */
const abbreviated = /(?<=\p{L} +)\(\p{Lu}{2,6}\d?\)(?= +\p{Ll})/gu;
const blanked = (words: string): string => " ".repeat(words.length);

function classesIn(text: string): MedicineTarget[] {
  const words = matchesIn(text.replace(abbreviated, blanked), /[\p{L}\d]+/gu).map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word: word.toLowerCase(),
  }));
  const found: MedicineTarget[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!mayBeginClass(words[at]?.word ?? "")) continue;
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
  return kind === "medicine" ? medicine.name === name : classesOf(medicine).includes(name);
}
