// What a document numbers: chapters, sections, tables, figures, boxes, annexes, pages, by kind. It must not know who
// refers to them.

import { listPerPiece } from "../syntax/inline.ts";
import type { Piece } from "../syntax/piece.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { grouped, groupedSteadily } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { kindOf, type LabelKind } from "./label-kind.ts";
import { type LabelMention, labelMentionsIn } from "./label-mention.ts";
import { type LabelNumber, numberPattern, readingsOf } from "./label-number.ts";
import { sequencesOf } from "./numbering.ts";
import { type Section, sectionAt } from "./section.ts";

export interface Label extends Span {
  readonly kind: LabelKind;
  /** Its number as written. */
  readonly written: string;
  readonly readings: readonly LabelNumber[];
}
export type Labels = ReadonlyMap<LabelKind, readonly Label[]>;
type Read = Pick<Guideline, "markdown" | "sections">;

const contents =
  /\b(?:contents|list +of +(?:tables|figures|boxes|annexes|appendices|illustrations|algorithms))\b/i;

export const isContents = ({ title }: Section): boolean => contents.test(title);

const mentionsPerPiece = listPerPiece(labelMentionsIn, (mention, by) => ({
  ...mention,
  ...shifted(mention, by),
  numbers: mention.numbers.map((one) => ({ ...one, ...shifted(one, by) })),
}));

export const mentionsOf = oncePer(({ markdown }: Pick<Read, "markdown">) => mentionsPerPiece(markdown));

const writtenPerPiece = listPerPiece((piece) => [...writtenNumbersIn(piece), ...rowNumbersIn(piece)]);
const pagesPerPiece = listPerPiece(pagesIn);

export const labelsOf = oncePer((guideline: Read): Labels => {
  const { markdown } = guideline;
  const others = [...writtenPerPiece(markdown), ...pagesPerPiece(markdown), ...stepsOf(guideline)];
  return collected(guideline, mentionsOf(guideline), others);
});

/** Mentions in a document that is only looked into: one that nobody types in is gone through as a whole, once. */
const mentionsBeside = oncePer(({ markdown, lines }: Beside): readonly LabelMention[] => {
  const { text, plain } = markdown;
  return lines.ofText === lines ? labelMentionsIn({ text, plain }) : mentionsOf({ markdown });
});
type Beside = Read & Pick<Guideline, "lines">;

/** The labels of such a document. */
export const labelsBeside = oncePer((guideline: Beside): Labels => {
  const { markdown, lines } = guideline;
  const whole = { text: markdown.text, plain: markdown.plain };
  const others =
    lines.ofText === lines
      ? [...writtenNumbersIn(whole), ...pagesIn(whole)]
      : [...writtenPerPiece(markdown), ...pagesPerPiece(markdown)];
  return collected(guideline, mentionsBeside(guideline), others);
});

/** What such a document calls by kind and number, wherever it leads. */
export const calledBeside = oncePer(
  (guideline: Beside): ReadonlyMap<LabelKind, ReadonlySet<LabelNumber>> =>
    new Map(
      [...grouped(mentionsBeside(guideline), ({ kind }) => kind)].map(([kind, mentions]) => [
        kind,
        new Set(
          mentions.flatMap(({ isLabel, numbers }) => (isLabel ? [] : numbers.flatMap((one) => one.readings))),
        ),
      ]),
    ),
);

function collected({ sections }: Read, mentions: readonly LabelMention[], others: readonly Label[]): Labels {
  const labels: Label[] = [...sections.flatMap(headingNumbers), ...others];
  for (const mention of mentions) {
    const { isLabel, start } = mention;
    const section = isLabel && sectionAt(sections, start);
    if (!isLabel || (section && isContents(section) && start > section.headingSpan.end)) continue;
    labels.push(...labelOf(mention));
  }
  return byKind(labels) as Labels;
}

const byKind = groupedSteadily(({ kind }: Label) => [kind]);

const labelOf = oncePer(({ kind, numbers, start, end }: LabelMention): readonly Label[] =>
  numbers.map(({ written, readings }) => ({ kind, start, end, written, readings })),
);

const measured = /^(?:kg|g|mg|ml|l|years?|months?|weeks?|days?|hours?|minutes?|to|or|and)\b|^[%–-]/i;

/** "4.2 Fever", "3) Treatment", "A.2 Forms". */
const headingNumbers = oncePer(({ title, level, headingSpan }: Section): readonly Label[] => {
  const match =
    /^(?:§\s?)?((?:\d{1,3}|[A-Z](?=\.\d)|[IVX]{1,5}(?=[.:)])|[A-Z](?=[.:)]))(?:\.\d{1,3})*)[.:)]*(?:\s+(?=\S)|$(?<=\.\d{1,3}))/.exec(
      title,
    );
  const written = match?.[1];
  if (!match || written === undefined || measured.test(title.slice(match[0].length))) return [];
  const label = { ...headingSpan, written, readings: readingsOf(written) };
  const isTop = level === 1 && !written.includes(".");
  const isAnnex = /^[A-Z]\./.test(written);
  if (isAnnex)
    return [
      { ...label, kind: "section" },
      { ...label, kind: "annex" },
    ];
  return [{ ...label, kind: "section" }, ...(isTop ? [{ ...label, kind: "chapter" as const }] : [])];
});

interface Text {
  readonly text: string;
  readonly plain: string;
}

const firstNumber = new RegExp(`^${numberPattern}(?=\\s*(?:[,.:;(–—-]|$))`, "u");

/** A column "Box" with A, B and C in its rows. */
function rowNumbersIn({ text, blocks }: Piece): Label[] {
  return blocks.flatMap((block): Label[] => {
    if (block.kind !== "table") return [];
    const [head] = block.header.cells;
    const kind = head && kindOf(text.slice(head.start, head.end).replace(/[*_]/g, "").trim());
    if (!kind) return [];
    return block.rows.flatMap(({ cells: [cell] }): Label[] => {
      const content = cell ? text.slice(cell.start, cell.end).replace(/[*_]/g, "").trim() : "";
      const [written = ""] = firstNumber.exec(content) ?? [];
      return cell && written !== ""
        ? [{ kind, start: cell.start, end: cell.end, written, readings: readingsOf(written) }]
        : [];
    });
  });
}

/** Numbers by hand: bold lines that stand for headings, and numbered paragraphs. */
function writtenNumbersIn({ text }: Text): Label[] {
  const bold = /^[ \t]*(?:\*\*|__)[ \t]*(\d{1,3}(?:\.\d{1,3})*)[.):]?[ \t]+[^\n]{1,120}(?:\*\*|__)[ \t]*$/gm;
  const paragraph = /^[ \t>*_-]*(\d{1,3}(?:\.\d{1,3}){1,4})\.?[*_]*[ \t]+[*_]*(?=\p{Lu})/gmu;
  return [...matchesIn(text, bold), ...matchesIn(text, paragraph)].map((match) => {
    const written = match[1] ?? "";
    const start = match.index;
    return { kind: "section", start, end: start + match[0].length, written, readings: readingsOf(written) };
  });
}

/** What is counted in lists may be called a step. */
function stepsOf(guideline: Read): Label[] {
  return sequencesOf(guideline).flatMap(({ kind, steps }) =>
    kind === "heading" || steps.length < 3
      ? []
      : steps.map(({ number, start, end }) => ({
          kind: "step",
          start,
          end,
          written: String(number),
          readings: [String(number)],
        })),
  );
}

/** Marks of pages that stand on their lines alone, or in comments and anchors. */
function pagesIn({ text }: Text): Label[] {
  const mark =
    /^[ \t]*(?:[-–—|*_[]{0,2}[ \t]*)?(?:page|p\.)?[ \t]*(\d{1,4})[ \t]*(?:[|–—-][ \t]*page)?[ \t]*[-–—|*_\]]{1,2}[ \t]*$|<!--[ \t]*(?:page|p\.?|pagebreak)[ \t:=#]*(\d{1,4})\b|(?:id|name)="(?:page|p)[-_]?(\d{1,4})"/gim;
  return matchesIn(text, mark).map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? "";
    const start = match.index;
    return { kind: "page", start, end: start + match[0].length, written, readings: readingsOf(written) };
  });
}
