// One dose given in two units: "4000 IU (40 mg)", "50,000 IU (1.25 mg)", "600 mg is 8 mmol", or in two cells of a row.
// What one is of the other the text says itself ("1 mg = 100 IU"), or the lexicon. For paired-units, which says it.

import { type Figure, maySame, offBy } from "../guideline/figure.ts";
import { type FigureTable, type FigureText, ownerOf, rowMedicine } from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { saltNamed } from "../lexicon/electrolytes.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { unitsPerMilligram, unitsPerMilligramOfOtherForm } from "../lexicon/unit-masses.ts";
import { oncePer } from "../text/memory.ts";

export interface TwoUnits {
  readonly first: Figure;
  readonly second: Figure;
  readonly medicine: Medicine | undefined;
}
export interface OddDose extends TwoUnits {
  /** What the second should be, in the base unit. */
  readonly expected: number;
  /** The text's own key. */
  readonly key: TwoUnits | undefined;
}

const tolerance = 0.06;
/** Of what only the lexicon says: esters and salts are weighed in several ways. */
const loose = 0.25;

const equal = "=|≈|is|are|equals?|makes?|means|or|i\\.?e\\.?|that +is|about|approximately|equivalent|equal";
const opened = new RegExp(
  `^(?: +(?:of +)?[a-zß-öø-ɏ][a-zß-öø-ɏ -]{0,30}?)? *[([/] *(?:(?:${equal}|to|corresponding|corresponds?|which) *)*$`,
  "i",
);
const said =
  /^(?: +of +[a-zß-öø-ɏ][a-zß-öø-ɏ -]{0,30}?)?,? *(?:(?:which|that|this) +)?(?:=|≈|(?:is|are|equals?|makes?|means)(?: +(?:equal|equivalent|the +same))?(?: +(?:to|as))?|(?:corresponds?|corresponding|equivalent|equal) +to|i\.?e\.?,?)(?: +(?:about|approximately|exactly))? *$/i;

const isDose = ({ kind, low, diluent }: Figure) => kind === "amount" && low > 0 && !diluent;
const areTwo = (a: Figure, b: Figure) => {
  const units = [a.unit, b.unit];
  return a.perKg === b.perKg && units.includes("mg") && (units.includes("unit") || units.includes("mmol"));
};

/** Two figures side by side in a text. */
const inlineOnce = oncePer((text: FigureText): readonly TwoUnits[] =>
  text.figures.flatMap((first, i): TwoUnits[] => {
    const second = text.figures[i + 1];
    if (!second || !isDose(first) || !isDose(second) || !areTwo(first, second)) return [];
    const between = text.text.slice(first.end - text.start, second.start - text.start);
    // Millimoles in brackets are read with what is measured (paired-value.ts).
    const inBrackets = [first, second].some(({ unit }) => unit === "mmol") ? false : opened.test(between);
    if (!inBrackets && !said.test(between)) return [];
    if (!maySame(ownerOf(first, text), ownerOf(second, text))) return [];
    return [{ first, second, medicine: ownerOf(first, text) ?? ownerOf(second, text) }];
  }),
);
const inlineIn = (text: FigureText) => (text.figures.length > 1 ? inlineOnce(text) : []);

/** The one amount in units and the one in milligrams of a row, in two cells. */
const rowPairs = oncePer(({ rows, heads, context }: FigureTable): readonly TwoUnits[] =>
  rows.flatMap((row): TwoUnits[] => {
    const doses = row.flatMap((cell) => cell.figures.filter(isDose).map((figure) => ({ figure, cell })));
    const [one, other, more] = doses;
    if (!one || !other || more || one.cell === other.cell || !areTwo(one.figure, other.figure)) return [];
    const medicine = rowMedicine(row) ?? rowMedicine(heads) ?? context;
    if (!maySame(one.figure.medicine, other.figure.medicine)) return [];
    return [{ first: one.figure, second: other.figure, medicine }];
  }),
);

/** "1 mg = 100 IU": milligrams of one unit, or of one millimole. */
const massOf = ({ first, second }: TwoUnits) => {
  const [mass, counted] = first.unit === "mg" ? [first, second] : [second, first];
  return { mass, counted, ratio: mass.low / counted.low };
};
const isOne = /^(?:1|one|each)\b(?![.,]\d)/i;

const keysIn = oncePer((text: FigureText): readonly TwoUnits[] =>
  inlineIn(text).filter(
    ({ first, second }) =>
      said.test(text.text.slice(first.end - text.start, second.start - text.start)) &&
      [first, second].some(({ start }) => isOne.test(text.text.slice(start - text.start))),
  ),
);

function keyOf(pair: TwoUnits, keys: readonly TwoUnits[]): TwoUnits | undefined {
  const counted = massOf(pair).counted.unit;
  const fitting = keys.filter(
    (key) =>
      key.first !== pair.first &&
      massOf(key).counted.unit === counted &&
      (counted === "mmol"
        ? key.medicine && key.medicine === pair.medicine
        : maySame(key.medicine, pair.medicine)),
  );
  const [key, ...more] = fitting;
  return key && more.every((other) => massOf(other).ratio === massOf(key).ratio) ? key : undefined;
}

/** What the lexicon knows of it, the likeliest first: esters, hydrates and ions are weighed, too. */
function knownRatios({ medicine, ...pair }: TwoUnits): readonly number[] {
  if (!medicine) return [];
  const salt = saltNamed(medicine.name);
  if (massOf({ ...pair, medicine }).counted.unit === "mmol")
    return salt ? [...salt.masses, salt.ionMass] : [];
  return [unitsPerMilligram, unitsPerMilligramOfOtherForm].flatMap((units) => {
    const known = units.get(medicine.name);
    return known ? [1 / known] : [];
  });
}

function oddOf(pair: TwoUnits, keys: readonly TwoUnits[]): OddDose | "fits" | undefined {
  const key = keyOf(pair, keys);
  const ratios = key ? [massOf(key).ratio] : knownRatios(pair);
  const [ratio] = ratios;
  if (!ratio) return undefined;
  const { mass, counted } = massOf(pair);
  const allowed = key ? tolerance : loose;
  const fits = ratios.some((one) => offBy(mass, counted.low * one, counted.high * one) <= allowed);
  if (fits) return "fits";
  const expected = mass === pair.second ? counted.low * ratio : mass.low / ratio;
  return { ...pair, expected, key };
}

const isOdd = (one: OddDose | "fits" | undefined): one is OddDose => one !== undefined && one !== "fits";

/** Doses whose two figures do not agree; of a table's rows at most half, for else they are two things. */
export function oddDoses({ figures }: Guideline): readonly OddDose[] {
  const { texts, tables } = figures;
  const inline = [
    ...texts.flatMap(inlineIn),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.flatMap((cell) =>
          inlineIn(cell).map((pair) => ({ ...pair, medicine: pair.medicine ?? rowMedicine(row) })),
        ),
      ),
    ),
  ];
  const listed = tables.map(rowPairs).filter((pairs) => pairs.length > 1);
  if (inline.length === 0 && listed.length === 0) return [];
  const keys = texts.flatMap((text) => (text.figures.length > 1 ? keysIn(text) : []));
  const inRows = listed.flatMap((pairs) => {
    const found = pairs.map((pair) => oddOf(pair, keys));
    const odd = found.filter(isOdd);
    return odd.length <= found.filter((one) => one === "fits").length ? odd : [];
  });
  return [...inline.map((pair) => oddOf(pair, keys)).filter(isOdd), ...inRows];
}
