// A date as people write it: "2024-05-10", "31/12/2023", "10 May 2024", "May 10, 2024", "March 2024", "03/2024". It
// must not know what happens on it.

import type { Span } from "../text/span.ts";

export interface DateFound extends Span {
  /** The last day that may be meant: of a month its end, of 3/4/2024 the later reading. */
  readonly last: string;
}

const names = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const name =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const iso = /(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d/-])/y;
const figures = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/y;
const monthFigures = /(\d{1,2})[-/.](\d{4})(?!\d)/y;
const dayFirst = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${name},?[\\s-]+(\\d{4})(?!\\d)`,
  "iy",
);
const monthFirst = new RegExp(`${name}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, "iy");
const monthOnly = new RegExp(`${name}[\\s,-]+(?:of\\s+)?(\\d{4})(?!\\d)`, "iy");
const quarter =
  /(?:Q([1-4])[\s/-]*(20\d\d)|(20\d\d)[\s/-]*Q([1-4])|(first|second|third|fourth|last) +quarter +(?:of +)?(20\d\d))(?!\d)/iy;
const quarters = ["first", "second", "third", "fourth", "last"];
/** Spring is another time in the south: the year's end. */
const season =
  /(?:early|mid|late|spring|summer|autumn|fall|winter)[\s-]+(?:of\s+|in\s+)?(20\d\d)(?!\d|[./-]\d)/iy;
const yearOnly = /(20\d\d)(?!\d|[./-]\d)/y;

export function dateAt(text: string, offset: number): DateFound | undefined {
  const at = offset + (/^\s*/.exec(text.slice(offset, offset + 20))?.[0].length ?? 0);
  const read = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const made = (match: RegExpExecArray, last: string | undefined): DateFound | undefined =>
    last === undefined ? undefined : { start: at, end: at + match[0].length, last };
  const month = (word = "") => names.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  let match = read(quarter);
  if (match) {
    const [, q = match[4], year = match[3] ?? match[6]] = match;
    const at = q === undefined ? quarters.indexOf((match[5] ?? "").toLowerCase()) + 1 : Number(q);
    return made(match, dayOf(Number(year), 3 * Math.min(4, at), undefined));
  }
  match = read(iso);
  if (match)
    return made(
      match,
      dayOf(Number(match[1]), Number(match[2]), match[3] === undefined ? undefined : Number(match[3])),
    );
  match = read(dayFirst);
  if (match) return made(match, dayOf(Number(match[3]), month(match[2]), Number(match[1])));
  match = read(monthFirst);
  if (match) return made(match, dayOf(Number(match[3]), month(match[1]), Number(match[2])));
  match = read(monthOnly);
  if (match) return made(match, dayOf(Number(match[2]), month(match[1]), undefined));
  match = read(figures);
  if (match) return made(match, eitherOf(match));
  match = read(monthFigures);
  if (match) return made(match, dayOf(Number(match[2]), Number(match[1]), undefined));
  match = read(season) ?? read(yearOnly);
  return match ? made(match, dayOf(Number(match[1]), 12, 31)) : undefined;
}

/** 3/4/2024 is the third of April or the fourth of March. */
function eitherOf([, first, second, written = ""]: RegExpExecArray): string | undefined {
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const [a, b] = [dayOf(year, Number(second), Number(first)), dayOf(year, Number(first), Number(second))];
  return [a, b]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}

/** Without a day, the month's last. */
function dayOf(year: number, month: number, day: number | undefined): string | undefined {
  if (year < 1980 || year > 2200 || month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > last)) return undefined;
  return [year, String(month).padStart(2, "0"), String(day ?? last).padStart(2, "0")].join("-");
}
