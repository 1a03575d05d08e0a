// How well the kidneys work, as a text says for whom it speaks: "eGFR below 30 mL/min", "creatinine clearance 15–29",
// "CKD stage 4". It must not know medicines.

import { remembered } from "../text/memory.ts";

/** In mL/min, the upper end not with it. */
export interface KidneyFunction {
  readonly low: number;
  readonly high: number;
}

const name =
  "(?:e?-?GFR|(?:estimated )?glomerular filtration(?: rate)?|filtration(?: rate)?|(?:kidney|renal) function|creatinine clearance|Cr ?Cl|Cl ?Cr|clearance(?: of creatinine)?)";
const number = "(\\d{1,3}(?:\\.\\d+)?)";
const gap = "(?:[^\\d<>≤≥.;]{0,40}?)";
const lower = "(?:<|≤|below|under|less than|lower than|up to|falls below)";
const higher = "(?:>|≥|above|over|more than|greater than|at least|from)";

const forms: readonly (readonly [RegExp, (a: number, b: number) => KidneyFunction])[] = [
  [
    new RegExp(`${name}${gap}${number}\\s*(?:-|–|to|and|up to)\\s*${number}`, "i"),
    (low, high) => ({ low, high: high + 1 }),
  ],
  // "15 to under 30"
  [
    new RegExp(
      `${name}${gap}${number}\\s*(?:-|–|to|and|but|up to)\\s*(?:just +)?(?:<|below|under|less than)\\s*${number}`,
      "i",
    ),
    (low, high) => ({ low, high }),
  ],
  // "below an eGFR of 30"
  [
    new RegExp(`${lower}\\s+(?:an? +|the +)?${name}(?: +of| +at)?\\s*${number}`, "i"),
    (high) => ({ low: 0, high }),
  ],
  [new RegExp(`${name}${gap}${lower}\\s*${number}`, "i"), (high) => ({ low: 0, high })],
  [
    new RegExp(`${name}${gap}${number}[^\\d.;]{0,20}\\b(?:or|and) +(?:less|lower|below|under|worse)`, "i"),
    (high) => ({ low: 0, high }),
  ],
  [new RegExp(`${name}${gap}${higher}\\s*${number}`, "i"), (low) => ({ low, high: Infinity })],
  [
    new RegExp(`${name}${gap}${number}[^\\d.;]{0,20}\\b(?:or|and) +(?:more|higher|above|over|better)`, "i"),
    (low) => ({ low, high: Infinity }),
  ],
  // "eGFR 24"
  [
    new RegExp(
      `${name}(?: +(?:of|is|was)|:| *=)? *(?:\\(?mL/min\\)? *)?${number}(?! *(?:%|[-–/]|to\\b|or\\b|and\\b|\\d))`,
      "i",
    ),
    (value) => ({ low: value, high: value + 0.01 }),
  ],
];

/** "Below 30 mL/min", where it is about the kidneys. */
const unnamed: typeof forms = [
  [
    new RegExp(`${number}\\s*(?:-|–|to|and)\\s*${number}\\s*mL/min`, "i"),
    (low, high) => ({ low, high: high + 1 }),
  ],
  [
    new RegExp(`${number}\\s*(?:-|–|to|and|but)\\s*(?:<|below|under|less than)\\s*${number}\\s*mL/min`, "i"),
    (low, high) => ({ low, high }),
  ],
  [new RegExp(`${lower}\\s*${number}\\s*mL/min`, "i"), (high) => ({ low: 0, high })],
  [
    new RegExp(`${number}\\s*mL/min +(?:or|and) +(?:less|lower|below|under|worse)`, "i"),
    (high) => ({ low: 0, high }),
  ],
  [new RegExp(`${higher}\\s*${number}\\s*mL/min`, "i"), (low) => ({ low, high: Infinity })],
  [
    new RegExp(`${number}\\s*mL/min +(?:or|and) +(?:more|higher|above|over|better)`, "i"),
    (low) => ({ low, high: Infinity }),
  ],
];

/** Its figure is no value. */
const unit = /\(?\s*mL *(?:\/|per) *min(?:ute)? *(?:\/|per)? *1[.,·]73 *m(?:²|2|\^2)\s*\)?/gi;

/** As KDIGO counts them. */
const stages: Readonly<Record<string, KidneyFunction>> = {
  "1": { low: 90, high: Infinity },
  "2": { low: 60, high: 90 },
  "3": { low: 30, high: 60 },
  "3a": { low: 45, high: 60 },
  "3b": { low: 30, high: 45 },
  "4": { low: 15, high: 30 },
  "5": { low: 0, high: 15 },
};
const staged =
  /\b(?:(?:ckd|kidney|renal)[^\d.;]{0,30}?(?:stages?|grade|category)?|(?:ckd|g|stages?))\s?(?:G\s?)?(3a|3b|[1-5])\b(?!\d|\.\d|\s*(?:mg|mL|g|%|x|times|weeks|days|months|years))(?:\s*(?:-|–|to|and|or)\s*(?:G\s?)?(3a|3b|[1-5])\b)?/i;

const severe =
  /\bsevere(?:ly)? +(?:chronic +)?(?:(?:renal|kidney) +(?:impairment|failure|insufficiency|dysfunction|disease)|(?:impaired|reduced) +(?:renal|kidney) +function)\b/i;

/** `renal`: what stands around it is about the kidneys, so that a stage is theirs. */
function read(said: string, renal: boolean): KidneyFunction | undefined {
  const text = said.replace(unit, " mL/min ");
  // Nothing else is measured so.
  const measured = renal || text !== said;
  for (const [pattern, of] of measured ? [...forms, ...unnamed] : forms) {
    const match = pattern.exec(text);
    if (match) return of(Number(match[1]), Number(match[2]));
  }
  if (severe.test(text)) return { low: 0, high: 30 };
  const match = renal || /\b(?:ckd|kidney|renal)\b/i.test(text) ? staged.exec(text) : null;
  const [first, last] = [match?.[1], match?.[2] ?? match?.[1]].map((id) => stages[id?.toLowerCase() ?? ""]);
  return first && last
    ? { low: Math.min(first.low, last.low), high: Math.max(first.high, last.high) }
    : undefined;
}

const plainly = remembered((text) => ({ found: read(text, false) }));
export const kidneyFunctionIn = (text: string, renal = false): KidneyFunction | undefined =>
  renal ? read(text, true) : plainly(text).found;

export const meetIn = (a: KidneyFunction, b: KidneyFunction): boolean => a.low < b.high && b.low < a.high;
