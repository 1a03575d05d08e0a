// Values that a heading is for: "Score of 0, 1 or 2", "Score of 3 or more". It must not know what is scored.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";

export interface TitleBand {
  /** The title without its numbers. */
  readonly about: string;
  readonly low: number;
  readonly high: number;
}

const number = "(\\d+(?:\\.\\d+)?)";
const forms: readonly (readonly [RegExp, (values: readonly number[]) => readonly [number, number]])[] = [
  [new RegExp(`${number}\\s*(?:-|–|to)\\s*${number}(?!\\d)`), ([low = 0, high = 0]) => [low, high]],
  [
    new RegExp(
      `(?:≥|>=|at +least|from)\\s*${number}|${number}\\s*(?:[a-zß-öø-ɏ]+ +)?(?:(?:or|and) +(?:more|above|over|higher|later|beyond|onwards?)|onwards?)`,
      "i",
    ),
    ([low = 0]) => [low, Number.POSITIVE_INFINITY],
  ],
  [
    new RegExp(`(?:>|above|over|more +than|greater +than)\\s*${number}`, "i"),
    ([low = 0]) => [low + Number.EPSILON * Math.max(1, low), Number.POSITIVE_INFINITY],
  ],
  [
    new RegExp(
      `(?:≤|<=|up +to|at +most)\\s*${number}|${number}\\s*(?:[a-zß-öø-ɏ]+ +)?(?:or|and) +(?:less|below|under|fewer|lower)`,
      "i",
    ),
    ([high = 0]) => [0, high],
  ],
  [
    new RegExp(`(?:<|below|under|less +than|fewer +than)\\s*${number}`, "i"),
    ([high = 0]) => [0, high - Number.EPSILON * Math.max(1, high)],
  ],
  [
    new RegExp(
      `${number}(?:\\s*(?:,|or|and|/)\\s*(?:or\\s+|and\\s+)?${number})*(?:\\s*(?:,|or|and|/)\\s*(?:or\\s+)?${number})?`,
    ),
    (values) => [Math.min(...values), Math.max(...values)],
  ],
];

/** Undefined where it names none, or nothing but a number: "2.1 Treatment" is numbered. */
export const titleBand = remembered((title): TitleBand | undefined => {
  const text = title.replace(/^\W*(?:\d+(?:\.\d+)*[.)]?\s+)/, "").trim();
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const about = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
      .toLowerCase()
      .match(/\p{L}{3,}/gu)
      ?.join(" ");
    const values = (match[0].match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    const [low, high] = read(values);
    return about ? { about, low, high } : undefined;
  }
  return undefined;
});

/** "A saturation of 94 % or more", "below 90 %": with the words before them. */
const valued =
  /(?<about>(?:(?!(?:above|over|below|under|less|fewer|more|greater|exceed(?:s|ed|ing)?|at|of|up|to|than)\b)[a-zß-öø-ɏ]+[ -]+){1,5})(?:of +|is +|to +|has +|are +)?(?:(?<least>≥|>=|at +least)|(?<most>≤|<=|at +most|up +to)|(?<above>>|above|over|more +than|greater +than|exceed(?:ing|s|ed)?)|(?<below><|below|under|less +than|fewer +than))?\s*(?<value>\d+(?:\.\d+)?)(?:\s*(?:%|°C|(?!or\b|and\b)[a-zß-öø-ɏ]+(?:\/[a-zß-öø-ɏ]+)?))?(?:\s+(?:or|and)\s+(?:(?<up>more|above|over|higher|greater)|(?<down>less|below|under|fewer|lower)))?/gi;
const compared =
  /[≥≤<>]|\b(?:at +least|at +most|up +to|above|over|more|greater|below|under|less|fewer|higher|lower|exceed(?:ing|s|ed)?)\b/i;

/** "A haemoglobin of 7 to 10 g/dL" */
const ranged =
  /(?<about>(?:(?!(?:of|from|between|at|up|to|than)\b)[a-zß-öø-ɏ]+[ -]+){1,5})(?:of +|is +|from +|between +)*(?<low>\d+(?:\.\d+)?)\s*(?:-|–|to|and)\s*(?<high>\d+(?:\.\d+)?)(?!\d)/gi;

/** Values that a clause tells its patients by. */
export const valuesIn = remembered((text): readonly TitleBand[] => {
  if (!/\d/.test(text)) return [];
  return [...(compared.test(text) ? limitsIn(text) : []), ...rangesIn(text)];
});

const rangesIn = (text: string): readonly TitleBand[] =>
  matchesIn(text, ranged).map(({ groups: { about = "", low = "", high = "" } = {} }) => ({
    about: about.toLowerCase().trim(),
    low: Number(low),
    high: Number(high),
  }));

function limitsIn(text: string): readonly TitleBand[] {
  const found: TitleBand[] = [];
  for (const { groups = {} } of matchesIn(text, valued)) {
    const { about = "", value = "", least, up, above, most, down, below } = groups;
    const at = Number(value);
    const step = Number.EPSILON * Math.max(1, at) * 2;
    const [low, high] =
      (least ?? up)
        ? [at, Number.POSITIVE_INFINITY]
        : above
          ? [at + step, Number.POSITIVE_INFINITY]
          : [Number.NEGATIVE_INFINITY, below ? at - step : at];
    if (!(least ?? up ?? above ?? most ?? down ?? below)) continue;
    const last = found.at(-1);
    // "Above 4.5 and up to 10"
    if (last && /^(?:and|but)\s*$/i.test(about))
      found.push({ ...(found.pop() ?? last), low: Math.max(last.low, low), high: Math.min(last.high, high) });
    else found.push({ about: about.toLowerCase().trim(), low, high });
  }
  return found;
}

/** "INR", but not "the". */
const telling =
  /^(?!(?:mmol|mmhg|mol|per|min|litre|liter|percent|the|and|for|has|his|her|its|are|any|all|who|with|from|that)$)\p{L}{3,}$/u;

/** Values of one measure, of which both name a word, that have nothing in common. */
export function valuesApart(a: TitleBand, b: TitleBand): boolean {
  return !(a.high >= b.low && b.high >= a.low) && areOfOneMeasure(a, b);
}

/** Both name a word. */
export function areOfOneMeasure(a: TitleBand, b: TitleBand): boolean {
  const words = new Set(plainly(a.about).split(/\P{L}+/u));
  return plainly(b.about)
    .split(/\P{L}+/u)
    .some((word) => telling.test(word) && words.has(word));
}

/** By one name each. */
const plainly = (about: string): string =>
  about
    .replace(/\bheart +rate\b/g, "pulse")
    .replace(/\b(?:left +ventricular +)?ejection +fraction\b|\bef\b/g, "lvef")
    .replace(/\bhb\b|\bhemoglobin\b/g, "haemoglobin");

/** Two headings of one scale whose values have nothing in common. */
export const areApart = (a: TitleBand, b: TitleBand): boolean =>
  a.about === b.about && (a.high < b.low || b.high < a.low);

/** "Below 90 %" and "90 % or more": of whatever they are, one begins where the other ends. */
export const areSides = (a: TitleBand, b: TitleBand): boolean =>
  [
    [a.high, b.low],
    [b.high, a.low],
  ].some(([end = 0, start = 0]) => Number.isFinite(end) && Math.abs(end - start) < 1e-6 * Math.abs(end));
