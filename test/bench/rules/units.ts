// Why units are read by a table of our own: how many of the spellings that guidelines use are understood by it
// and by UCUM's library, which knows codes. It must not know how figures are printed.

import { createRequire } from "node:module";
import { unitNamed } from "../../../server/src/lexicon/units.ts";
import { type Figure, figure } from "../report.ts";

/** As guidelines write them; UCUM reads "u" as an atomic mass, "MU" as enzyme units. */
const spellings =
  "mg mgs milligram milligrams mcg µg μg microgram micrograms g gm gms gram grams ml mL mls cc litre litres dl mmol millimoles µmol μmol meq mEq iu IU unit units u MU h hr hrs hours d day days wk weeks mo months yr years tablets tabs drops gtt puffs % mmHg kPa cmH2O".split(
    " ",
  );

interface Ucum {
  validateUnitString(text: string): { status: string; unit: { code: string } | null };
}

export function unitFigures(): Figure[] {
  const ucum: Ucum = createRequire(import.meta.url)("@lhncbc/ucum-lhc").UcumLhcUtils.getInstance();
  const ours = spellings.filter((spelling) => unitNamed(spelling.toLowerCase()));
  // Units of activity have no other meaning in a guideline.
  const theirs = spellings.filter((spelling) => {
    const { status, unit } = ucum.validateUnitString(spelling);
    return status === "valid" && (!/^(?:u|MU)$/.test(spelling) || unit?.code === "[iU]");
  });
  return [
    figure({
      name: "units: spellings read (UCUM's library)",
      value: ours.length,
      unit: `of ${spellings.length}`,
      baseline: theirs.length,
      goal: `≥ ${spellings.length}`,
    }),
  ];
}
