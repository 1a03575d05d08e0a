// Values that are called a limit and not compared: "with heart disease the limit is 8 g/dL". Which side of it is meant
// is told by the value before. It must not know what is done there.

import type { Measured } from "./measured.ts";

const called =
  /\b(?:limit|threshold|cut[ -]?off|trigger|cut[ -]?point|(?:corresponding|relevant|respective|matching|equivalent|deciding) +(?:figure|value|number|level))s?(?: +(?:value|level|point))?(?: +for +[^.;:,\d]{2,50})?(?:,| +(?:is|are|was|remains|stays|being|of|at|to|set +at|rises +to|falls +to|lies +at)| *[:=–])(?: +(?:set|raised|lowered|kept|increased|reduced))?(?: +(?:at|to|only|already))? *$/i;
const reach = 100;

/** All that are compared, with those that are called a limit beside one of the same analyte. */
export function withLimits(all: readonly Measured[], plain: string): readonly Measured[] {
  const found: Measured[] = [];
  for (const one of all) {
    const { reading, analyte } = one;
    if (reading.operator !== undefined || reading.low !== reading.high) found.push(one);
    else if (analyte && called.test(plain.slice(Math.max(0, reading.start - reach), reading.start))) {
      const before = found.findLast(
        (near) =>
          near.analyte === analyte && near.reading.operator && near.passage.group === one.passage.group,
      );
      const operator = before?.reading.operator;
      if (operator) found.push({ ...one, reading: { ...reading, operator }, isLimit: true });
    }
  }
  return found;
}
