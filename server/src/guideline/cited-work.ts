// The reference lists of a document: each entry with its number, its key, or its author and year. It must not know
// what is cited.

import { listPerPiece } from "../syntax/inline.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { contains, type Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { plainDigits } from "./raised-digit.ts";
import { isCitedList, isListTitle } from "./reference-list.ts";
import { reachOf, type Section, sectionAt } from "./section.ts";

export interface CitedWork extends Span {
  readonly number: number | undefined;
  readonly key: string | undefined;
  readonly text: string;
}

export interface ReferenceList {
  readonly span: Span;
  /** Whose citations it answers: all of the document, or the chapter it closes. */
  readonly scope: Span;
  readonly works: readonly CitedWork[];
}

const numbersPerPiece = listPerPiece(({ numbers }) =>
  numbers.map(({ depth, ...one }) => ({ ...one, depth })),
);

export const referenceListsOf = oncePer(
  (guideline: Pick<Guideline, "markdown" | "sections">): readonly ReferenceList[] => {
    const { markdown, sections } = guideline;
    const headed = sections.filter(isCitedList).map((section) => ({
      section,
      span: { start: section.headingSpan.end, end: reachOf(guideline, section).end },
    }));
    const titled =
      headed.length > 0
        ? titledLists(markdown, sections)
        : [...untitledLists(markdown, sections), ...likeLists(guideline)].slice(0, 1);
    const all = [
      ...headed,
      ...titled.filter(({ span }) => !headed.some((one) => contains(one.span, span.start))),
    ]
      .map((one) => ({ ...one, works: worksIn(markdown, one.span) }))
      .filter(({ works }, _i, { length }) => works.length > 0 || length === 1)
      .sort((one, other) => one.span.start - other.span.start);
    const lists = all.map(({ section, span, works }, i) => ({
      span,
      scope:
        all.length === 1
          ? whole(markdown)
          : section?.parent
            ? reachOf(guideline, section.parent)
            : // Of chapters without a common head each list closes its own.
              { start: all[i - 1]?.span.end ?? 0, end: span.end },
      works,
    }));
    return [...lists, ...frontLists(markdown)];
  },
);

/** "references:" in the front matter, as Pandoc reads them. */
function frontLists({ text, frontMatter }: Markdown): ReferenceList[] {
  const given = frontMatter?.values.references;
  if (!frontMatter || !Array.isArray(given)) return [];
  const { span } = frontMatter;
  const ids = given.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "id" in one ? String(one.id) : [],
  );
  const works = ids.map((key) => ({ ...span, number: undefined, key, text: key }));
  return [{ span, scope: { start: 0, end: text.length }, works }];
}

const whole = ({ text }: Markdown): Span => ({ start: 0, end: text.length });

const titleLine =
  /(?<=^[ \t]*|\n[ \t]*\n[ \t]*)(?:\*\*|__)?[ \t]*(\p{L}[\p{L}\d &.]{6,60}?)[ \t]*:?[ \t]*(?:\*\*|__)?:?[ \t]*(?=\n|$)/gu;
const titlesPerPiece = listPerPiece(({ text }) =>
  matchesIn(text, titleLine)
    .filter(({ 1: words = "" }) => isListTitle(words))
    .map(({ 0: line, index }): Span => ({ start: index, end: index + line.length })),
);

/** Beside headed lists, those below "**References**" alone on its line. */
function titledLists(markdown: Markdown, sections: readonly Section[]) {
  return titlesPerPiece(markdown).map(({ end: start }) => {
    const next = sections.find(({ headingSpan }) => headingSpan.start > start)?.headingSpan.start;
    return { section: sectionAt(sections, start), span: { start, end: next ?? markdown.text.length } };
  });
}

/** "References" or "**Sources:**" on a line of its own, at the end of a document. */
function untitledLists(markdown: Markdown, sections: readonly Section[]) {
  const title = titlesPerPiece(markdown).at(-1);
  const start = title?.end ?? bracketedFrom(markdown);
  if (start === undefined) return [];
  const next =
    sections.find(({ headingSpan }) => headingSpan.start > start)?.headingSpan.start ?? markdown.text.length;
  return [{ section: sectionAt(sections, start)?.parent, span: { start, end: next } }];
}

/** "Abebe 2015. Early treatment. …", "Baro M, 2016. …" */
const dated =
  /^[ \t]*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?[*_]*\p{Lu}[\p{L}'’-]+(?:[ ,.&]+(?:\p{Lu}[\p{L}'’.-]*|and|et +al\.?)){0,6}[ ,.]*\(?(?:19|20)\d\d[a-z]?\)?[*_]*[.:,;](?=[ \t]+\p{L}.{20})/u;

/** "[12] Abebe T, et al. Tourniquets. Lancet 2010.", "- Smith J. Fever. BMJ. 2015." */
const signed =
  /^[ \t]*(?:[-*+•][ \t]+|\\?\[?\d{1,3}[.)\]\\]{1,3}[ \t]+)?[*_]*\p{Lu}[\p{L}'’-]+(?: +\p{Lu}[\p{L}'’-]+)? +\p{Lu}{1,3}[.,:](?=.{10}).*\b(?:19|20)\d\d\b/u;

/** The last section, whatever its title, where every line of it is such an entry. */
function likeLists(guideline: Pick<Guideline, "markdown" | "sections">) {
  const section = guideline.sections.at(-1);
  if (!section) return [];
  const span = { start: section.headingSpan.end, end: reachOf(guideline, section).end };
  const lines = guideline.markdown.text
    .slice(span.start, span.end)
    .split("\n")
    .filter((line) => line.trim());
  return lines.length >= 2 && lines.every((line) => dated.test(line) || signed.test(line))
    ? [{ section, span }]
    : [];
}

const entriesPerPiece = listPerPiece(({ text }) =>
  matchesIn(text, /^[ \t]*\\?\[(\d{1,3})\\?\][ \t]+(?=\p{Lu})/gmu).map(
    ({ 0: mark, 1: number, index }): Span & { readonly number: number } => ({
      start: index,
      end: index + mark.length,
      number: Number(number),
    }),
  ),
);

/** Lines "[1] Abebe …", "[2] Baro …", counted from one, without a title. */
function bracketedFrom(markdown: Markdown): number | undefined {
  const all = entriesPerPiece(markdown);
  const first = all.findLastIndex(({ number }) => number === 1);
  const own = first < 0 ? [] : all.slice(first);
  return own.length > 1 && own.every(({ number }, i) => number === i + 1) ? own[0]?.start : undefined;
}

const lead = "^[ \\t>|]*(?:[-*+•][ \\t]+)?(?:<a\\b[^<>]{0,80}>(?:<\\/a>)?\\s*)?";
const wrap = "(?:\\*\\*|__|[*_`])?";
const numbered = new RegExp(
  `${lead}${wrap}(?:\\\\?\\[(\\d{1,3})\\\\?\\][.:]?|(\\d{1,3})[.):](?=${wrap}\\s)|<sup>(\\d{1,3})</sup>|\\((\\d{1,3})\\)|(\\d{1,3})${wrap}[ \\t]+(?:\\|[ \\t]*)?(?=\\p{Lu})|(?:[Rr]ef\\.?|R|S)[ \\t]?(\\d{1,3})\\b)`,
  "u",
);
const raised = new RegExp(`${lead}([¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})[ \\t]*\\S`, "u");
const keyed = new RegExp(
  `${lead}(?:${wrap}\\\\?\\[@?([A-Za-z][\\w:.-]{1,60})\\\\?\\]${wrap}:?|${wrap}@([A-Za-z][\\w:.-]{0,60}\\w)${wrap}:?|(?:\\*\\*|__|[*_\`])([A-Za-z][\\w-]*\\d{2,4}[a-z]?)[:.]?(?:\\*\\*|__|[*_\`])|([A-Za-z][\\w-]*\\d{4}[a-z]?):?(?=[ \\t]*(?:[:|–—=]|[ \\t]-[ \\t])))`,
  "u",
);

/** The number or key that an entry begins with. */
function markOf(line: string): Pick<CitedWork, "number" | "key"> {
  const digits = numbered.exec(line)?.slice(1).find(Boolean) ?? plainDigits(raised.exec(line)?.[1]);
  if (digits !== undefined) return { number: Number(digits), key: undefined };
  return { number: undefined, key: keyed.exec(line)?.slice(1).find(Boolean) };
}

/** An entry goes on over the lines of its paragraph until its year is said. */
function wrapped(text: string, from: number, to: number): string {
  const [paragraph = ""] = text.slice(from, Math.min(to, from + longestEntry)).split(/\n\s*\n/, 1);
  const lines = paragraph.split("\n");
  const last = lines.findIndex(
    (line, i) => /\b(?:19|20)\d\d/.test(line) || /^\s*(?:[-*+•]|\d+[.)])\s/.test(lines[i + 1] ?? ""),
  );
  return lines.slice(0, last + 1 || lines.length).join(" ");
}

const longestEntry = 800;

/** One entry a line or paragraph; Markdown's own lists count from the number they begin with. */
function worksIn(markdown: Markdown, { start, end }: Span): CitedWork[] {
  const { text } = markdown;
  const items = numbersPerPiece(markdown).filter(
    (one) => one.start >= start && one.start < end && one.depth === 1,
  );
  const shown = new Map<number, number>();
  let next = 0;
  for (const [i, item] of items.entries()) {
    const written = Number.parseInt(text.slice(item.start, item.end), 10);
    // All ones are counted by whoever shows them.
    next = i > 0 && written === 1 ? next + 1 : written;
    shown.set(item.start, next);
  }
  const works: CitedWork[] = [];
  for (const match of matchesIn(text.slice(start, end), /[^\n]+/g)) {
    const line = match[0];
    const at = start + match.index;
    const item = shown.get(at + line.length - line.trimStart().length);
    const mark = markOf(line);
    const key =
      mark.key ??
      (item === undefined
        ? undefined
        : keyed
            .exec(line.replace(/^\s*\d{1,3}[.)]\s+/, ""))
            ?.slice(1)
            .find(Boolean));
    const number = item ?? mark.number;
    const begins =
      number !== undefined ||
      key !== undefined ||
      /^[ \t]*(?:[-*+•][ \t]+)?[*_"“]*(?:(?:de|da|di|du|van|von|ten|ter|el|al)[ -](?:[dl](?:e[nr]?|a|as|os) +)?)?\p{Lu}/u.test(
        line,
      );
    if (!begins || /^\s*\|?\s*:?-{3}/.test(line)) continue;
    const said =
      item === undefined && number === undefined && key === undefined ? wrapped(text, at, end) : line;
    works.push({ number, key, text: said, start: at, end: at + line.length });
  }
  return works;
}
