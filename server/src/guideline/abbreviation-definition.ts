// The places where a document says what an abbreviation stands for: "long form (LF)", "LF (long form)", a
// list, a table or a line of abbreviations, "*[LF]: long form". It must not judge what stands there.

import type { Block, Markdown, Paragraph, Part } from "../syntax/markdown.ts";
import type { Piece } from "../syntax/piece.ts";
import type { Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { anyOverlaps, overlaps, type Span, shifted, span } from "../text/span.ts";
import type { AbbreviationDefinition } from "./abbreviation.ts";
import { joinedIn } from "./abbreviation-joint.ts";
import { isPlainly, longFormAfter, longFormBefore, spells } from "./abbreviation-long-form.ts";
import { abbreviationIn, compoundIn } from "./abbreviation-shape.ts";
import type { Section } from "./section.ts";

const listTitle = /abbreviation|acronym|glossary|short +forms|\bterms\b/i;
const parenthesis = /\(([^()]{2,90})\)/g;
const shortForm = "[A-Za-z][A-Za-z0-9]*(?:[-/&][A-Za-z0-9]+)*";
const onlyShort = new RegExp(`^${shortForm}$`);
const shortFirst = new RegExp(String.raw`^\s*(${shortForm})(?=\s*(?:$|[,;:]))`);
const shortLast = new RegExp(String.raw`(?<![\p{L}\p{N}@./\\-])(${shortForm})\s*$`, "u");
const lastInside = new RegExp(String.raw`^(.{4,80}?)[,;:–=]\s*(?:or\s+|short\s+)?(${shortForm})$`);
/** "ORS: oral rehydration solution", also with a dash, a comma, an equals sign, a tab or wide blanks. */
const entry = new RegExp(
  String.raw`^[ \t*]*(?:\^[\w-]{1,20} ?:[ \t]*|[†‡§¶¹²³ᵃᵇᶜ][ \t]*)?(?:(?:[^\n;]{0,160}[.!?][ \t*]+)?(?:(?:list of )?(?:abbreviations?|short forms?|acronyms?)(?: used)?|in this (?:book|chapter|document|guide|guideline|manual|handbook|protocol)):[ \t*]*)?(?:\[\s*)?(${shortForm})(?:\s*\])?` +
    String.raw`(?:[ \t]{0,40}(?::|=|–|—|,|-[ \t]|\t)[ \t]{0,40}|[ \t]{2,80})(\S[^\n|]{2,120})`,
  "i",
);
/** "… apply. ORS: oral rehydration solution. PE: …": an entry for each sentence. */
const sentenceEntry = new RegExp(
  String.raw`(?<=[.!?][ \t*]{1,9})(${shortForm})[ \t*]{0,9}(?::|=|–|—)[ \t*]{0,9}(\p{L}[^\n|.;]{2,120})`,
  "gu",
);
/** The term of a definition list, and the line below it. */
const term = new RegExp(String.raw`^[ \t]*(${shortForm})[ \t]*\n[ \t]*:[ \t]+(\S[^\n|]{2,120})`, "gm");

/** "DVT / PE: …" */
const severalOf = new RegExp(
  String.raw`^([ \t*-]*)(${shortForm}(?:[ \t]+/[ \t]+${shortForm})+)([ \t*]{0,9}[:=–—][ \t*]{0,9})(\S[^\n|]{2,160})`,
);
const said = new RegExp(
  String.raw`(?<![\p{L}\p{N}@./\\-])(${shortForm})["”’'*_]{0,3}(?:\s+(means?|is|stands? for|is short for|denotes|abbreviates|refers to|signifies)|,)\s+(?=\p{L})`,
  "gu",
);
/** Where a sentence goes on about what was explained. */
const goingOn = /\s(?:and|but|which|that|who|is|are)\s/;
const abbreviationLine =
  /^\W*(?:(?:list +of|key +to) +)?(?:abbreviations?|short +forms?|acronyms?)\b[^:\n]{0,20}:/i;

interface BlockDefinitions {
  /** Where the block starts in its piece. */
  readonly start: number;
  /** In order, their spans counted from the piece's start. */
  readonly definitions: readonly AbbreviationDefinition[];
}

const definitionsElsewhere = oncePer((piece: Piece) => definitionsOf(piece, false));
const definitionsInLists = oncePer((piece: Piece) => definitionsOf(piece, true));

export function parseDefinitions(markdown: Markdown, sections: readonly Section[]): AbbreviationDefinition[] {
  const lists = sections.flatMap(({ title, headingSpan: { start } }, i) =>
    listTitle.test(title) ? [span(start, sections[i + 1]?.headingSpan.start ?? markdown.text.length)] : [],
  );
  const inParts = markdown.parts.flatMap((part) => {
    const own = span(part.start, part.start + part.piece.plain.length);
    const near = anyOverlaps(lists, own) ? lists.filter((one) => overlaps(one, own)) : [];
    return known(
      part,
      near.flatMap(({ start, end }) => [start, end]),
      () => definitionsIn(part, near),
    );
  });
  return [...inFrontMatter(markdown), ...inParts];
}

/** "abbreviations:" and below it "KMC: kangaroo mother care". */
function inFrontMatter({ text, frontMatter }: Markdown): AbbreviationDefinition[] {
  const key = Object.keys(frontMatter?.values ?? {}).find((name) => listTitle.test(name));
  if (!frontMatter || key === undefined) return [];
  const from = text.indexOf(key);
  const pairs =
    /^[ \t]+(?:-[ \t]+)?["']?([A-Za-z][\w/&-]{1,14})["']?[ \t]*[:=–,-][ \t]*["']?(\S[^\n"']{2,120})/gm;
  return matchesIn(text.slice(from, frontMatter.span.end), pairs).flatMap(
    ({ index, 0: whole, 1: short = "", 2: long = "" }) => {
      if (!shortIn(short)) return [];
      const at = from + index + whole.indexOf(short);
      const behind = from + index + whole.length - long.length;
      return [definition(text, span(at, at + short.length), span(behind, behind + long.length), true)];
    },
  );
}

const known = whileFrom<Part, readonly AbbreviationDefinition[]>();

/** Of one part of a document, in which some stretches are lists of abbreviations. */
function definitionsIn({ start, piece }: Part, lists: readonly Span[]): AbbreviationDefinition[] {
  const listed = ({ start: at }: BlockDefinitions) => anyOverlaps(lists, span(start + at, start + at + 1));
  const found =
    lists.length > 0
      ? [
          ...definitionsElsewhere(piece).filter((block) => !listed(block)),
          ...definitionsInLists(piece).filter(listed),
        ].sort((a, b) => a.start - b.start)
      : definitionsElsewhere(piece);
  return found.flatMap(({ definitions }) =>
    definitions.map((definition) => ({
      ...definition,
      span: shifted(definition.span, start),
      longSpan: shifted(definition.longSpan, start),
    })),
  );
}

const titledTag =
  /<abbr\b[^<>]{0,40}?\btitle\s*=\s*(?:"([^"<>]{3,120})"|'([^'<>]{3,120})')[^<>]{0,40}>\s*([^<>\n]{2,20}?)\s*<\/abbr>/g;

/** `<abbr title="kangaroo mother care">KMC</abbr>` */
function* inTags(text: string, { start, end }: Span): Iterable<AbbreviationDefinition> {
  for (const match of matchesIn(text.slice(start, end), titledTag)) {
    const [whole, double, single, short = ""] = match;
    const long = double ?? single ?? "";
    const at = start + match.index + whole.lastIndexOf(`${short}`, whole.length - "</abbr>".length);
    const from = start + match.index + whole.indexOf(long);
    if (shortIn(short)) yield definition(text, span(at, at + short.length), span(from, from + long.length));
  }
}

const bold = new RegExp(
  String.raw`(\*\*|__)(${shortForm})\1[ \t]{1,4}(?:means |is |stands for )?(?=\p{L})([^\n;,.|*]{3,100})`,
  "gu",
);

/** "**NSAID** non-steroidal anti-inflammatory drug, **eGFR** estimated …" */
function* inBold(text: string, { start, end }: Span): Iterable<AbbreviationDefinition> {
  for (const { index, 0: whole, 2: short = "", 3: rest = "" } of matchesIn(text.slice(start, end), bold)) {
    const long = shortIn(short) && longFormAfter(short, rest);
    if (!long || !spells(short, rest.slice(long.start, long.end))) continue;
    const at = start + index + 2;
    yield definition(
      text,
      span(at, at + short.length),
      shifted(long, start + index + whole.length - rest.length),
      true,
    );
  }
}

function definitionsOf({ text, plain, blocks }: Piece, listed: boolean): readonly BlockDefinitions[] {
  return blocks.flatMap((block) => {
    const seen = new Set<number>();
    const definitions = [
      ...inBlock(plain, block, listed),
      ...inTags(text, block.span),
      ...inBold(text, block.span),
    ]
      .sort((a, b) => a.span.start - b.span.start || Number(b.listed) - Number(a.listed))
      .filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
    return definitions.length > 0 ? [{ start: block.span.start, definitions }] : [];
  });
}

function* inBlock(plain: string, block: Block, listed: boolean): Iterable<AbbreviationDefinition> {
  if (block.kind === "table") {
    yield* inTable(plain, block, listed);
    for (const { cells } of [block.header, ...block.rows])
      for (const cell of cells) {
        yield* inBrackets(plain, cell);
        yield* inJoints(plain, cell);
      }
  }
  if (block.kind === "heading" || block.kind === "paragraph") {
    const isList = abbreviationLine.test(plain.slice(block.span.start, block.span.end));
    for (const one of inBrackets(plain, block.span)) yield isList ? { ...one, listed: true } : one;
  }
  if (block.kind === "heading" || block.kind === "paragraph") yield* inJoints(plain, block.span);
  if (block.kind === "paragraph") {
    yield* inLines(
      plain,
      block,
      listed || abbreviationLine.test(plain.slice(block.span.start, block.span.end)),
    );
    yield* inSentences(plain, block);
    yield* inDefinitionList(plain, block, listed);
  }
}

function* inJoints(plain: string, block: Span): Iterable<AbbreviationDefinition> {
  const joined = joinedIn(plain.slice(block.start, block.end));
  const isLegend = joined.filter(({ equalled }) => equalled).length > 1;
  for (const { short, long, equalled } of joined)
    yield definition(plain, shifted(short, block.start), shifted(long, block.start), isLegend && equalled);
}

function* inBrackets(plain: string, block: Span): Iterable<AbbreviationDefinition> {
  const text = plain.slice(block.start, block.end);
  for (const match of matchesIn(text, parenthesis)) {
    const inside = match[1] ?? "";
    const insideStart = match.index + 1;
    const before = text.slice(Math.max(0, match.index - 400), match.index);
    const beforeStart = match.index - before.length;
    // "oral rehydration solution (ORS)", also "(ORS, see below)".
    const first = shortFirst.exec(inside);
    const short = shortIn(first?.[1]);
    const long = short && longFormBefore(short, before);
    const parts = [
      ...severalBefore(plain, inside, span(block.start + beforeStart, block.start + match.index)),
    ];
    yield* parts;
    if (parts.length > 0) continue;
    if (first?.[1] && short && long) {
      const start = block.start + insideStart + first[0].length - first[1].length;
      yield definition(plain, { start, end: start + short.length }, shifted(long, block.start + beforeStart));
    }
    if (short) continue;
    // "(Programa Nacional de Inmunización, PNI)"
    const [whole, foreign = "", own = ""] = lastInside.exec(inside) ?? [];
    const within = whole === undefined ? undefined : shortIn(own);
    const meant = within && longFormBefore(within, foreign);
    if (within && meant && isPlainly(within, foreign.slice(meant.start, meant.end))) {
      const start = block.start + insideStart + inside.length - own.length;
      yield definition(
        plain,
        { start, end: start + within.length },
        shifted(meant, block.start + insideStart),
      );
      continue;
    }
    // "ORS (oral rehydration solution)".
    const last = shortLast.exec(before);
    const outside = shortIn(last?.[1]);
    const after = outside && longFormAfter(outside, inside);
    if (last && outside && after) {
      const start = block.start + beforeStart + last.index;
      yield definition(
        plain,
        { start, end: start + outside.length },
        shifted(after, block.start + insideStart),
      );
    }
  }
}

/** "Deep vein thrombosis and pulmonary embolism (DVT/PE)" */
function* severalBefore(plain: string, inside: string, before: Span): Iterable<AbbreviationDefinition> {
  const shorts = matchesIn(inside, /[A-Za-z0-9-]+/g).filter(([word]) => !/^(?:and|or)$/.test(word));
  const joints = inside.replace(/[A-Za-z0-9-]+/g, (word) => (/^(?:and|or)$/.test(word) ? word : ""));
  if (shorts.length < 2 || shorts.length > 3 || !/^\s?(?:\/|,|and|or|&)(?:\s(?:,|and|or))?\s?/.test(joints))
    return;
  let { end } = before;
  for (const { 0: word, index } of shorts.toReversed()) {
    const short = shortIn(word);
    const text = plain.slice(before.start, end).replace(/(?:[\s/,]|\b(?:and|or)\b)+$/, "");
    const long = short && longFormBefore(short, text);
    if (!short || !long || !isPlainly(short, text.slice(long.start, long.end))) return;
    const at = before.end + 1 + index;
    yield definition(plain, span(at, at + short.length), shifted(long, before.start));
    end = before.start + long.start;
  }
}

/** "ACPA, antibodies to citrullinated protein; CRP, C-reactive protein.": every part is an entry, and one of them spells. */
function isLegend(lines: readonly string[]): boolean {
  const entries = lines.map((line) => entry.exec(line));
  return (
    lines.length > 1 &&
    entries.every((match) => match && shortIn(match[1])) &&
    entries.some((match) => match && longFormAfter(match[1] ?? "", match[2] ?? ""))
  );
}

/** Lines of a list, and the parts of a line such as "Abbreviations: ORS, oral rehydration solution; …". */
function* inLines(plain: string, block: Paragraph, listed: boolean): Iterable<AbbreviationDefinition> {
  const text = plain.slice(block.span.start, block.span.end);
  const lines = matchesIn(text, /[^\n;]+/g);
  const isList = listed || isLegend(lines.map(([line]) => line));
  for (const line of lines) {
    const match = entry.exec(line[0]);
    if (match) yield* entryIn(plain, match, block.span.start + line.index, isList);
    for (const next of matchesIn(line[0], sentenceEntry))
      yield* entryIn(plain, next, block.span.start + line.index + next.index, listed);
    const [, lead = "", shorts = "", joint = "", longs = ""] = severalOf.exec(line[0]) ?? [];
    if (longs === "") continue;
    const from = block.span.start + line.index + lead.length;
    const behind = from + shorts.length + joint.length;
    yield* inPairs(plain, span(from, from + shorts.length), span(behind, behind + longs.length));
  }
}

/** "Terms: …", "Abbreviations used here. …" */
const longestTitle = 60;

/** "MUAC is mid-upper arm circumference", "CSCI means continuous …", "20 NTU, nephelometric turbidity units". */
function* inSentences(plain: string, { span: block }: Paragraph): Iterable<AbbreviationDefinition> {
  const text = plain.slice(block.start, block.end);
  const isList = listTitle.test(text.slice(0, longestTitle).split(/[:.]/, 1)[0] ?? "");
  for (const { 0: words, 1: short = "", 2: verb = "", index } of matchesIn(text, said)) {
    if (!shortIn(short)) continue;
    const at = index + words.length;
    const [rest = ""] = text.slice(at, at + 120).split(")", 1);
    const long = longFormAfter(short, rest) ?? longFormAfter(short, rest.split(goingOn, 1)[0] ?? "");
    const sure = (verb !== "" && verb !== "is") || isList;
    if (!long || !(sure || isPlainly(short, rest.slice(long.start, long.end)))) continue;
    const start = block.start + index;
    yield definition(plain, { start, end: start + short.length }, shifted(long, block.start + at), true);
  }
}

/** "DVT / PE: deep vein thrombosis / pulmonary embolism", "H, R: isoniazid, rifampicin". */
function* inPairs(plain: string, shorts: Span, longs: Span): Iterable<AbbreviationDefinition> {
  const [left, right] = [piecesOf(plain, shorts), piecesOf(plain, longs)];
  if (left.length < 2 || left.length !== right.length) return;
  for (const [i, short] of left.entries()) {
    const [name, long] = [plain.slice(short.start, short.end), right[i] as Span];
    if (shortIn(name) && spells(name, plain.slice(long.start, long.end)))
      yield definition(plain, short, long, true);
  }
}

const piece = /[^/,\s](?:[^/,]*[^/,\s])?/g;

const piecesOf = (plain: string, { start, end }: Span): Span[] =>
  matchesIn(plain.slice(start, end), piece).map(({ index, 0: words }) =>
    span(start + index, start + index + words.length),
  );

function* inDefinitionList(plain: string, { span }: Paragraph, listed: boolean) {
  for (const match of matchesIn(plain.slice(span.start, span.end), term)) {
    yield* entryIn(plain, match, span.start + match.index, listed);
  }
}

function* entryIn(
  plain: string,
  { 0: whole, 1: shortText = "", 2: rest = "" }: RegExpMatchArray,
  start: number,
  listed: boolean,
): Iterable<AbbreviationDefinition> {
  const short = shortIn(shortText);
  const restAt = whole.length - rest.length;
  const long = short && (longFormAfter(short, rest) ?? (listed ? { start: 0, end: rest.length } : undefined));
  if (!short || !long) return;
  const at = start + whole.lastIndexOf(shortText, restAt - 1);
  yield definition(plain, { start: at, end: at + short.length }, shifted(long, start + restAt), true);
}

function* inTable(plain: string, table: Table, listed: boolean): Iterable<AbbreviationDefinition> {
  const text = (cell: Span | undefined) => (cell ? plain.slice(cell.start, cell.end) : "");
  const heads = table.header.cells.map((cell) => text(cell));
  const titled = listed || heads.some((head) => listTitle.test(head)) || isKeyHead(heads);
  for (const { cells } of table.rows) {
    for (const [i, cell] of cells.entries()) {
      const short = shortIn(text(cell).trim());
      if (!short) continue;
      const beside = [cells[i + 1], cells[i - 1]].filter((other) => other !== undefined);
      const long =
        beside.find((other) => isLongForm(short, text(other).trim(), titled)) ??
        (titled && i === 0 && text(cells[1]).trim() !== "" ? cells[1] : undefined);
      const start = cell.start + text(cell).search(/\S/);
      if (long) yield definition(plain, { start, end: start + short.length }, long, true);
    }
  }
}

/** In a table of something else its words have one letter each, or no comma between them. */
const isLongForm = (short: string, long: string, titled: boolean): boolean =>
  spells(short, long) && (titled || !long.includes(",") || isPlainly(short, long));

/** "| Short | Meaning |" */
const isKeyHead = ([short = "", long = ""]: readonly string[]): boolean =>
  /^\W*(?:short|short +form|letters?|initials|code|symbol|term)\W*$/i.test(short) &&
  /\b(?:meaning|means|stands +for|full|in +full|long|definition|explanation|spelled +out)\b/i.test(long);

function shortIn(word: string | undefined): string | undefined {
  if (word === undefined || !onlyShort.test(word)) return undefined;
  return abbreviationIn(word) ?? compoundIn(word);
}

function definition(plain: string, short: Span, long: Span, listed = false): AbbreviationDefinition {
  const clean = plain
    .slice(long.start, long.end)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.,;:]$/, "");
  return { short: plain.slice(short.start, short.end), long: clean, span: short, longSpan: long, listed };
}
