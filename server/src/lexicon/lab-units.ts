// Units of measured values (laboratory and bedside), each with its spellings, its kind and its factor to the
// kind's base. Own compilation, November 2026. It must not know what is measured.

/** What a unit counts, with the base that factors lead to. */
export type LabKind =
  /** mmol/L */
  | "substance"
  /** mEq/L */
  | "equivalent"
  /** mg/dL */
  | "mass"
  /** per microlitre */
  | "count"
  /** copies/mL */
  | "copies"
  /** IU/L */
  | "activity"
  /** per minute */
  | "rate"
  /** mmHg */
  | "pressure"
  /** °C */
  | "temperature"
  /** % */
  | "proportion"
  /** mmol/mol */
  | "ratio"
  /** hours */
  | "time"
  /** cm */
  | "length"
  /** kg */
  | "weight"
  /** mL */
  | "volume"
  /** mL/h */
  | "flow"
  /** mL/kg/h */
  | "weightFlow"
  /** mL/min */
  | "clearance"
  /** kg/m² */
  | "index"
  /** mg/mmol */
  | "proteinRatio"
  /** g/24 h */
  | "daily"
  /** mOsm/kg */
  | "osmolality"
  /** mmol */
  | "amount"
  /** times the upper limit of normal */
  | "multiple"
  /** standard deviations */
  | "deviation"
  /** cm/s */
  | "velocity"
  /** mg of morphine a day */
  | "morphine"
  /** none */
  | "score";

export interface LabUnit {
  /** As it is written in messages and fixes. */
  readonly code: string;
  readonly kind: LabKind;
  readonly factor: number;
  /** Added before multiplying: degrees Fahrenheit only. */
  readonly shift: number;
}

const litre = "(?:l|litre|liter)";
const per = "(?: */ *| +per +)";
const micro = "(?:µ|μ|u|mc|micro)";
const decilitre = "(?:dl|decilit(?:re|er)|100 *ml)";
const millilitre = "(?:ml|millilit(?:re|er))";
const milligram = "(?:mgs?|milligrams?)";
const microgram = `(?:${micro}gs?|micrograms?)`;
const nanogram = "(?:ngs?|nanograms?)";
const picogram = "(?:pgs?|picograms?)";
const unit = "(?:iu|u|(?:international +)?units?)";
const times = "[×x*] *10 *(?:\\^|\\*\\*)? *";

/** code | kind | factor | spellings as a pattern; a longer spelling stands before its own beginning. */
const data: readonly (readonly [string, LabKind, number, string])[] = [
  ["mmol/mol", "ratio", 1, `mmol${per}mol`],
  ["mmol/L", "substance", 1, `(?:mmols?|millimoles?)${per}${litre}`],
  ["µmol/L", "substance", 0.001, `(?:${micro}mols?|micromoles?)${per}${litre}`],
  ["nmol/L", "substance", 1e-6, `(?:nmols?|nanomoles?)${per}${litre}`],
  ["pmol/L", "substance", 1e-9, `(?:pmols?|picomoles?)${per}${litre}`],
  ["mEq/L", "equivalent", 1, `m[eE]q${per}${litre}`],
  ["g/dL", "mass", 1000, `(?:g|gm|gms|grams?)(?:${per}${decilitre}| *%)`],
  ["mg/dL", "mass", 1, `${milligram}(?:${per}${decilitre}| *%)`],
  ["µg/dL", "mass", 0.001, `${microgram}${per}${decilitre}`],
  ["g/L", "mass", 100, `(?:g|gm|grams?)${per}${litre}`],
  ["mg/L", "mass", 0.1, `${milligram}${per}${litre}`],
  ["µg/mL", "mass", 0.1, `${microgram}${per}${millilitre}`],
  ["µg/L", "mass", 1e-4, `${microgram}${per}${litre}`],
  ["ng/mL", "mass", 1e-4, `${nanogram}${per}${millilitre}`],
  ["ng/dL", "mass", 1e-6, `${nanogram}${per}${decilitre}`],
  ["pg/mL", "mass", 1e-7, `${picogram}${per}${millilitre}`],
  ["ng/L", "mass", 1e-7, `${nanogram}${per}${litre}`],
  ["mg/mmol", "proteinRatio", 1, `${milligram}${per}(?:mmol|millimole)`],
  ["copies/mL", "copies", 1, `(?:rna )?copies(?:${per}ml)?`],
  [
    "× 10⁹/L",
    "count",
    1000,
    `(?:${times}(?:⁹|9)${per}l|${times}(?:³|3)${per}(?:${micro}l|mm3|mm³)|k${per}${micro}l)`,
  ],
  ["× 10⁶/L", "count", 1, `${times}(?:⁶|6)${per}l`],
  [
    "/µL",
    "count",
    1,
    `(?:(?:cells?|leukocytes?|leucocytes?|neutrophils?|parasites?|platelets?|wbcs?|pmn)? *(?:/| per ) *(?:${micro}l|microlit(?:re|er)|mm *3|mm³|mm\\^3|cubic millimet(?:re|er)|cmm))|cells`,
  ],
  [
    "× ULN",
    "multiple",
    1,
    "(?:(?:times|fold|×|x) *)?(?:the +)?(?:uln|upper +limits?(?: +of +(?:the +)?(?:normal|reference)(?: +range)?)?)|(?:times|×|x) +(?:the +)?(?:limit(?: +of +normal)?|normal(?: +limit)?)|times(?= +or +(?:more|above|over|higher|greater)\\b)",
  ],
  ["IU/L", "activity", 1, `${unit}${per}${litre}`],
  ["IU/mL", "activity", 1000, `${unit}${per}${millilitre}`],
  ["mIU/L", "activity", 0.001, `(?:miu|mu|µu|µiu|uiu)${per}(?:${litre})`],
  ["mIU/mL", "activity", 1, `(?:miu|mu)${per}ml`],
  ["mL/kg/h", "weightFlow", 1, `mls?${per}kg${per}(?:h|hr|hour)`],
  ["mL/min", "clearance", 1, `mls?${per}min(?:ute)?(?:(?: */ *| per )1[.·]73 *m(?:²|2))?`],
  ["mL/h", "flow", 1, `mls?${per}(?:h|hr|hour)|mls? (?:an|every) hour`],
  [
    "/min",
    "rate",
    1,
    "(?:breaths?|beats?|respirations?)(?: */ *| +per +| +a +| +every +| +in +(?:one|1|a) +)min(?:ute)?|(?:breaths?|beats?)|bpm|(?:/| +per +| +a +)min(?:ute)?|/ +min(?:ute)?",
  ],
  ["kg/m²", "index", 1, `kg${per}m *(?:²|2)`],
  ["g/24 h", "daily", 1, `(?:g|gm|grams?)${per}(?:24 *h(?:ou)?rs?|24 *h|day|d)`],
  ["mg/24 h", "daily", 0.001, `mg${per}(?:24 *h(?:ou)?rs?|24 *h|day|d)`],
  ["mOsm/kg", "osmolality", 1, `mosm(?:ol)?s?${per}(?:kg|l)(?: water)?`],
  ["mmHg", "pressure", 1, "mm *hg|torr"],
  ["kPa", "pressure", 7.50062, "kpa"],
  ["cmH2O", "pressure", 0.735559, "cm *(?:h2o|h₂o|of +water)"],
  ["°C", "temperature", 1, "[°º˚] *c|degrees? (?:c|celsius|centigrade)|[°º˚](?! *f\\b)|℃"],
  ["°F", "temperature", 5 / 9, "[°º˚] *f|degrees? (?:f|fahrenheit)|℉"],
  ["%", "proportion", 1, "%|per *cent"],
  ["SD", "deviation", 1, "sds?|z|z-?scores?|standard +deviations?"],
  ["ms", "time", 1 / 3600000, "ms|msecs?|milliseconds?"],
  ["seconds", "time", 1 / 3600, "s|secs?|seconds?"],
  ["minutes", "time", 1 / 60, "mins?|minutes?"],
  ["hours", "time", 1, "h|hrs?|hours?"],
  ["days", "time", 24, "d|days?"],
  ["weeks", "time", 168, "wks?|weeks?"],
  ["months", "time", 730.5, "months?"],
  ["years", "time", 8766, "yrs?|years?"],
  ["cm/s", "velocity", 1, `cm${per}(?:s|sec|second)`],
  ["m/s", "velocity", 100, `m${per}(?:s|sec|second)`],
  [
    "MME",
    "morphine",
    1,
    "(?:mg +)?(?:omes?|mmes?|(?:oral +)?morphine +(?:milligram +)?equivalents?)(?: */ *day| +(?:per|a) +day)?",
  ],
  ["mm", "length", 0.1, "mm|millimet(?:re|er)s?"],
  ["cm", "length", 1, "cms?|centimet(?:re|er)s?"],
  ["m", "length", 100, "m|met(?:re|er)s?"],
  ["in", "length", 2.54, "inch(?:es)?|in(?=[).,;]|$)"],
  ["ft", "length", 30.48, "ft|feet|foot"],
  ["kg", "weight", 1, "kgs?|kilograms?|kilos?"],
  ["lb", "weight", 0.45359237, "lbs?|pounds?"],
  ["g", "weight", 0.001, "g|gm|grams?|grammes?"],
  ["oz", "weight", 0.0283495, "oz|ounces?"],
  ["mg", "weight", 1e-6, "mgs?|milligrams?"],
  ["mmol", "amount", 1, "mmols?|millimoles?"],
  ["mL", "volume", 1, "mls?|cc|millilit(?:re|er)s?"],
  ["L", "volume", 1000, "l|lit(?:re|er)s?"],
];

export const labUnits: readonly LabUnit[] = data.map(([code, kind, factor]) =>
  Object.freeze({ code, kind, factor, shift: code === "°F" ? -32 : 0 }),
);

const pattern = new RegExp(
  `[ \\u00A0\\u2009\\u202F]{0,2}-?(?:${data.map(([, , , spellings]) => `(${spellings})`).join("|")})(?![a-zß-öø-ɏ\\d]| */ *[a-zß-öø-ɏ]| +per +kg)`,
  "iy",
);
const bySpelling = new Map<string, LabUnit>(labUnits.map((unit) => [unit.code, unit]));

/** The unit written at a place, behind at most two blanks. */
export function labUnitAt(
  text: string,
  at: number,
): { readonly unit: LabUnit; readonly end: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const unit = labUnits[match.findIndex((group, i) => i > 0 && group !== undefined) - 1];
  return unit && { unit, end: at + match[0].length };
}

/** By its code. */
export function labUnitNamed(code: string): LabUnit | undefined {
  return bySpelling.get(code);
}

export function toBase(value: number, { factor, shift }: LabUnit): number {
  return (value + shift) * factor;
}

export function fromBase(value: number, { factor, shift }: LabUnit): number {
  return value / factor - shift;
}
