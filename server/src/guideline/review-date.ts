// Until when a document holds by its own word: a date of review or expiry in its front matter, its text or a table,
// or its date of issue and how often it is reviewed. Where a date can be read in two ways, the later one counts. It
// must not know what day it is.

import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import { type DateFound, dateAt } from "./written-date.ts";

export interface ReviewDate extends Span {
  /** The last day on which the document is not overdue, as in 2026-01-31. */
  readonly until: string;
  /** Said itself, or worked out from when it was issued. */
  readonly from: "date" | "interval";
}

const gap =
  "[\\s:*_|=–—-]*(?:(?:is|are|was|will be|on|in|by|for|due|no later than|before|at the latest|set for|planned|scheduled|of)\\b[\\s:*_|]*){0,3}";
const dueLabel = new RegExp(
  `\\b(?:(?:next|planned|scheduled|forthcoming|mandatory|proposed)\\s+(?:formal\\s+|full\\s+|scheduled\\s+|planned\\s+)?(?:review|revision|update)(?:\\s+(?:date|due|by))*|(?:date (?:of|for) (?:the )?next (?:review|revision|update))|(?:review|revision|renewal)\\s+(?:due|date|by|before|on or before)(?:\\s+(?:date|by))?|(?:due|scheduled|planned) (?:for|to be) (?:review(?:ed)?|revision|revised|updated?)|to be (?:reviewed|revised|updated)|(?:will|should|must|shall) be (?:reviewed|revised|updated)(?: again)?|valid (?:until|till|to|through|thru)|(?:valid|in force|effective) from [^.\\n|]{4,30}? (?:to|until)|expir(?:es|y|ation)(?: date)?(?: on)?|review)${gap}$`,
  "i",
);
const lastLabel =
  /\b(?:last|previous(?:ly)?|latest|date of)\s+(?:the\s+)?(?:last\s+)?(?:review|revision|update)/i;
const notThis =
  /\b(?:vial|ampoule|medicines?|drugs?|stocks?|reagents?|kits?|tablets?|batch|vaccines?|licen[cs]e|patient|prescription|appointment|consent|product|bottle|blood|unit)\b/i;

const keys = /^(?:review|next|revision|valid|expir|due)[\w-]*(?:date|due|review|until|by|expires|expiry)?$/i;
const dueKey =
  /^(?:(?:next[-_ ]?)?(?:review|revision)(?:[-_ ]?(?:date|due|by|on))*|next[-_ ]?(?:review|update)\w*|review[-_ ]?due\w*|due[-_ ]?for[-_ ]?review|expir(?:es|y|ation)(?:[-_ ]?(?:date|on))?|valid[-_ ]?(?:until|to|till|through))$/i;
const issueKey =
  /^(?:date|issued?(?:[-_ ]?(?:date|on))?|(?:date[-_ ]?)?(?:issued|published|approved)|published(?:[-_ ]?(?:date|on))?|approv(?:ed|al)(?:[-_ ]?(?:date|on))?|effective(?:[-_ ]?(?:date|from))?|version[-_ ]?date|last[-_ ]?(?:reviewed|updated|review|revised)|publication[-_ ]?date)$/i;
const intervalKey = /^review[-_ ]?(?:interval|cycle|period|frequency|every)$/i;

/** Undefined where the document says nothing, or nothing certain. */
export function reviewDate(markdown: Markdown): ReviewDate | undefined {
  const found = [...inFrontMatter(markdown), ...inText(markdown), ...inColumns(markdown)];
  const said = latest(found);
  return said ?? byInterval(markdown);
}

const latest = (all: readonly ReviewDate[]) =>
  all.reduce<ReviewDate | undefined>(
    (last, one) => (last && last.until >= one.until ? last : one),
    undefined,
  );

function inFrontMatter({ frontMatter, text }: Markdown): ReviewDate[] {
  return lines(frontMatter, text).flatMap(({ key, value, start }) => {
    const date = dueKey.test(key) && keys.test(key) ? dateAt(value, 0) : undefined;
    return date
      ? [{ until: date.last, from: "date" as const, start: start + date.start, end: start + date.end }]
      : [];
  });
}

interface Line {
  readonly key: string;
  readonly value: string;
  /** Where the value begins. */
  readonly start: number;
}

function lines(frontMatter: FrontMatter | undefined, text: string): Line[] {
  if (!frontMatter) return [];
  const body = text.slice(0, frontMatter.span.end);
  return Array.from(
    body.matchAll(/^[ \t]*([A-Za-z][\w -]{1,40}?)[ \t]*:[ \t]*["']?([^\n"']*)/gm),
    ({ index, 0: line, 1: key = "", 2: value = "" }) => ({
      key,
      value,
      start: index + line.length - value.length,
    }),
  );
}

const reach = 110;

function inText({ plain, frontMatter }: Markdown): ReviewDate[] {
  const from = frontMatter?.span.end ?? 0;
  const found: ReviewDate[] = [];
  for (const { index } of plain.matchAll(
    /\b(?:\d{1,4}(?:st|nd|rd|th)?|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/gi,
  )) {
    if (index < from || index < (found.at(-1)?.end ?? 0)) continue;
    const before = plain.slice(Math.max(from, index - reach), index);
    const [label] =
      (/review|revis|expir|valid|renew|updat|force|effective/i.test(before) && dueLabel.exec(before)) || [];
    if (label === undefined) continue;
    const lead = before.slice(0, before.length - label.length);
    if (
      /\b(?:last|previous|latest|prior|past|date of(?: the)? last)\s*$/i.test(lead) ||
      lastLabel.test(label) ||
      notThis.test(before.slice(-70))
    )
      continue;
    const date = dateAt(plain, index);
    // "Review in 2 weeks", "the review of March 2019"
    if (
      !date ||
      (/^review\b(?!\s*(?:due|dates?|by|before|on or before)\b)/i.test(label) && !/[:|][\s*_|]*$/.test(label))
    )
      continue;
    found.push({ until: date.last, from: "date", start: date.start, end: date.end });
  }
  return found;
}

/** A column "Next review": its latest date. */
function inColumns({ blocks, plain }: Markdown): ReviewDate[] {
  const tables = blocks.filter((block) => block.kind === "table");
  return tables.flatMap(({ header, rows }) =>
    header.cells.flatMap((cell, at) => {
      const head = plain.slice(cell.start, cell.end).trim();
      if (!headOfDue.test(head)) return [];
      return rows.flatMap(({ cells }): ReviewDate[] => {
        const own = cells[at];
        const date = own && own.end > own.start ? dateAt(plain, own.start) : undefined;
        return date ? [{ until: date.last, from: "date", start: date.start, end: date.end }] : [];
      });
    }),
  );
}
const headOfDue =
  /^(?:(?:next|planned|due|scheduled) )?(?:review|revision)(?: (?:date|due|by))*$|^(?:date of next review|expiry(?: date)?|expires|valid until)$/i;

const ownName =
  "(?:guidelines?|guidance|protocol|document|policy|handbook|manual|sop|pathway|text|edition|it|recommendations?|procedure|formulary|version|statement)";
const count = "(\\d{1,2}|one|two|three|four|five|six|ten|twelve|eighteen|twenty-?four|thirty-?six)";
const often = new RegExp(
  `(?:\\b${ownName}\\b[^.\\n|]{0,40}\\b(?:review(?:ed)?|updated?|revised|revision)\\b[^.\\n|]{0,30}?|\\breview(?:ed)? (?:interval|cycle|period|frequency)[\\s:*_|–-]*(?:is\\s+)?|(?:issued|approved|published|adopted|endorsed)\\b[^.\\n|]{0,60}\\breviewed\\s+|(?:^|\\n)[\\s*_|]*(?:to be )?review(?:ed)?[\\s:*_|]*)\\b(?:(?:every|each|after|within|once every|at least every)\\s+)?(?:${count}[\\s-]+(years?|months?)|(annually|yearly|every year|once a year)|(every (?:second|other) year|biennially))`,
  "i",
);
const issued =
  /\b(?:(?:date (?:of|first) )?(?:issued?|publi(?:shed|cation)|approved|approval|ratifi(?:ed|cation)|adopted|adoption|endorsed|effective|in force|last (?:reviewed|updated|revised)|last (?:review|update|revision))(?: date)?(?: (?:on|in|from|by [^.\n|:]{2,50}? (?:on|in)))?|version date|date of (?:last )?(?:review|revision)|first edition|edition of)[\s:*_|,–-]*$/i;
const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  eighteen: 18,
};

/** "Issued June 2018 … reviewed every three years". */
function byInterval({ plain, text, frontMatter }: Markdown): ReviewDate | undefined {
  const front = lines(frontMatter, text);
  const interval = front.find(({ key }) => intervalKey.test(key))?.value;
  const months = monthsOf(
    interval === undefined
      ? (often.exec(plain) ?? undefined)
      : (often.exec(`review: ${interval}`) ?? undefined),
  );
  if (months === undefined) return undefined;
  const found: DateFound[] = front.flatMap(({ key, value, start }) => {
    const date = issueKey.test(key) ? dateAt(value, 0) : undefined;
    return date ? [{ ...date, start: date.start + start, end: date.end + start }] : [];
  });
  for (const { index } of plain.matchAll(/\b(?:\d{1,4}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8})\b/g)) {
    if (!issued.test(plain.slice(Math.max(0, index - reach), index))) continue;
    const date = dateAt(plain, index);
    if (date) found.push(date);
  }
  const last = found.reduce<DateFound | undefined>(
    (latest, one) => (latest && latest.last >= one.last ? latest : one),
    undefined,
  );
  return last && { until: later(last.last, months), from: "interval", start: last.start, end: last.end };
}

function monthsOf(match: RegExpExecArray | undefined): number | undefined {
  if (!match) return undefined;
  const [, amount, unit, yearly, other] = match;
  if (yearly) return 12;
  if (other) return 24;
  const value = Number(amount) || numbers[(amount ?? "").toLowerCase()];
  return value && (/^y/i.test(unit ?? "") ? value * 12 : value);
}

function later(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const whole = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return [
    String(newYear),
    String(newMonth).padStart(2, "0"),
    String(Math.min(day, last)).padStart(2, "0"),
  ].join("-");
}
