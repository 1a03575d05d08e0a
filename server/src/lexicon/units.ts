// Units of medicine as guidelines write them, each with its UCUM code and its factor to its dimension's base.
// Own compilation, checked against UCUM by a test; November 2026. It must not know where units stand.

export type Dimension =
  | "mass"
  | "volume"
  | "substance"
  | "equivalent"
  | "activity"
  | "time"
  | "length"
  | "temperature"
  | "pressure"
  | "energy"
  | "proportion"
  | "form";

export interface Unit {
  /** UCUM's code, or the singular of a form ("tablet"). */
  readonly code: string;
  readonly dimension: Dimension;
  /** To mg, mL, mmol, mEq, unit, hour, cm, Cel, mmHg, kcal, percent; 1 for forms. */
  readonly factor: number;
}

/** code, dimension, factor: spellings in lower case. */
const data = `
kg mass 1000000: kg kgs kilogram kilograms kilo kilos
g mass 1000: g gm gms gram grams gramme grammes
mg mass 1: mg mgs milligram milligrams milligramme milligrammes
ug mass 0.001: mcg mcgs µg μg ug microg microgs microgram micrograms microgramme microgrammes
ng mass 0.000001: ng nanog nanogram nanograms
L volume 1000: l litre litres liter liters lt lts ltr
dL volume 100: dl decilitre deciliter
mL volume 1: ml mls millilitre millilitres milliliter milliliters cc ccs
uL volume 0.001: µl μl ul mcl microlitre microlitres microliter microliters mm3 mm³
mol substance 1000: mol moles
mmol substance 1: mmol mmols millimole millimoles
umol substance 0.001: µmol μmol umol mcmol micromol micromole micromoles
nmol substance 0.000001: nmol
pmol substance 0.000000001: pmol
meq equivalent 1: meq meqs milliequivalent milliequivalents
[IU] activity 1: iu ius unit units u ui e.u
k[IU] activity 1000: kiu
m[IU] activity 0.001: milliunit milliunits
M[IU] activity 1000000: mu miu megaunit megaunits megau
s time 0.0002777777777777778: s sec secs second seconds
min time 0.016666666666666666: min mins minute minutes mn
h time 1: h hr hrs hour hours
d time 24: d day days
wk time 168: wk wks week weeks
mo time 730.5: mo mos mth mths month months
a time 8766: y yr yrs year years yo
mm length 0.1: mm millimetre millimetres millimeter millimeters
cm length 1: cm cms centimetre centimetres centimeter centimeters
m length 100: m metre metres meter meters
Cel temperature 1: °c ºc celsius
[degF] temperature 1: °f ºf fahrenheit
mm[Hg] pressure 1: mmhg torr
kPa pressure 7.50062: kpa
cm[H2O] pressure 0.735559: cmh2o
kcal energy 1: kcal kcals calories calorie
kJ energy 0.239006: kj
% proportion 1: % percent
tablet form 1: tablet tablets tab tabs tabl comprimé comprimés pill pills
capsule form 1: capsule capsules cap caps
drop form 1: drop drops gtt gtts
puff form 1: puff puffs inhalation inhalations actuation actuations
spray form 1: spray sprays
ampoule form 1: ampoule ampoules amp amps ampule ampules
vial form 1: vial vials
sachet form 1: sachet sachets packet packets
suppository form 1: suppository suppositories supp
pessary form 1: pessary pessaries ovule ovules
lozenge form 1: lozenge lozenges
patch form 1: patch patches
teaspoon form 1: teaspoon teaspoons teaspoonful teaspoonfuls tsp spoonful spoonfuls
application form 1: application applications
bottle form 1: bottle bottles bag bags
breath form 1: breath breaths beats beat
`;

const bySpelling = new Map<string, Unit>();
for (const line of data.trim().split("\n")) {
  const [head = "", spellings = ""] = line.split(": ");
  const [code = "", dimension = "", factor = "1"] = head.split(" ");
  const unit: Unit = Object.freeze({ code, dimension: dimension as Dimension, factor: Number(factor) });
  for (const spelling of spellings.split(" ")) bySpelling.set(spelling, unit);
}

/** By its spelling in lower case. */
export function unitNamed(spelling: string): Unit | undefined {
  return bySpelling.get(spelling);
}

/** "2.4 million units", "10 lakh units": what a word behind a number multiplies it by. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ["million", 1e6],
  ["millions", 1e6],
  ["mega", 1e6],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["lac", 1e5],
  ["crore", 1e7],
  ["thousand", 1e3],
]);
