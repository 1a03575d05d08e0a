// A guideline: everything understood from one document, with the place and the verbatim text of each thing.
// parseGuideline is total: it never throws and never guesses. It must not know rules, models or editors.

import { type Dictionary, emptyDictionary, withDictionary, withHabits } from "../lexicon/dictionary.ts";
import { type Markdown, parseMarkdown } from "../syntax/markdown.ts";
import { countingOf, Room, spaced } from "../syntax/room.ts";
import { Lines } from "../text/lines.ts";
import { once, readsWhole } from "../text/memory.ts";
import { type Abbreviations, parseAbbreviations } from "./abbreviation.ts";
import type { BandSeries } from "./band-series.ts";
import { parseBandSeries } from "./band-series-parser.ts";
import type { BandTable } from "./band-table.ts";
import type { Course } from "./course.ts";
import { type PlacedDeed, parseDeeds } from "./deed-parser.ts";
import { type FigureTexts, parseFigureTexts } from "./figure-text.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { parseNumberFormats, type WrittenNumber } from "./number-format.ts";
import type { Order } from "./order.ts";
import { parseOrders } from "./order-parser.ts";
import { type PairedValue, parsePairedValues } from "./paired-value.ts";
import type { Prohibition } from "./prohibition.ts";
import { parseProhibitions } from "./prohibition-parser.ts";
import { type ReadingLimit, readingLimit } from "./reading-limit.ts";
import type { Recommendation } from "./recommendation.ts";
import { parseRecommendations } from "./recommendation-parser.ts";
import { regimenCourses } from "./regimen-code.ts";
import { type Run, runsOf } from "./run.ts";
import type { Scope } from "./scope.ts";
import { parseSections, type Section } from "./section.ts";
import { sectionScopes } from "./section-scopes.ts";
import type { Threshold } from "./threshold.ts";
import { withOpen } from "./threshold-open.ts";
import { parseThresholds } from "./threshold-parser.ts";
import { parseUnknownNames, type UnknownName } from "./unknown-name.ts";
import { parseWordingKey, type WordingKey } from "./wording-key.ts";
import { habitsOf } from "./writing-habit.ts";

export { Room };

export interface Guideline {
  /** What all places are counted in; where there is room between its parts, `lines` knows the text as it is. */
  readonly text: string;
  readonly lines: Lines;
  readonly markdown: Markdown;
  readonly sections: readonly Section[];
  readonly runs: readonly Run[];
  readonly abbreviations: Abbreviations;
  readonly medicines: readonly MedicineMention[];
  /** Words that are nearly a medicine's name. */
  readonly unknownNames: readonly UnknownName[];
  readonly orders: readonly Order[];
  readonly bandTables: readonly BandTable[];
  readonly courses: readonly Course[];
  /** Bands of weight, age, gestation or a value that divide one table, list or sentence. */
  readonly bandSeries: readonly BandSeries[];
  /** Every text and table with its figures. */
  readonly figures: FigureTexts;
  readonly thresholds: readonly Threshold[];
  /** Values given in two units. */
  readonly pairedValues: readonly PairedValue[];
  /** Every quantity that is written with a decimal or thousands sign. */
  readonly numbers: readonly WrittenNumber[];
  /** Sentences that advise for or against something, and how they are graded. */
  readonly recommendations: readonly Recommendation[];
  /** What is forbidden in whom. */
  readonly prohibitions: readonly Prohibition[];
  /** What is to be done and what is not, whatever it is. */
  readonly deeds: readonly PlacedDeed[];
  /** What its verbs stand for, as it says itself. */
  readonly wordingKey: WordingKey;
  /** What holds for a paragraph or table, by where it starts. */
  readonly scopes: ReadonlyMap<number, Scope>;
  /** Where the list begins that a paragraph is in, by where the paragraph starts. */
  readonly lists: ReadonlyMap<number, number>;
  /** Why the text was not read, when it was not: everything else is empty then. */
  readonly unread: ReadingLimit | undefined;
  /** What its project adds to the lexicon. */
  readonly dictionary: Dictionary;
  /** The same, and how the text writes its numbers. */
  readonly readAs: Dictionary;
}

/** With room, nothing but the edited part of a document is moved by an edit: to be checked, not to be edited. */
export function parseGuideline(text: string, dictionary = emptyDictionary, room?: Room): Guideline {
  const readAs = withHabits(dictionary, habitsOf(text));
  return withDictionary(readAs, () => readGuideline(text, { dictionary, readAs }, room));
}

/** Whatever is read in the course of this work is read with the dictionary of a guideline. */
export const readLike = <T>({ readAs }: Pick<Guideline, "readAs">, work: () => T): T =>
  withDictionary(readAs, work);

function readGuideline(
  text: string,
  words: Pick<Guideline, "dictionary" | "readAs">,
  room: Room | undefined,
): Guideline {
  const unread = readingLimit(text);
  readsWhole(text);
  const markdown = parseMarkdown(unread ? "" : text, room);
  const apart = room !== undefined && !unread;
  const sections = parseSections(markdown);
  const runs = runsOf(markdown, sections, { scopes: sectionScopes(markdown, sections), lasting: apart });
  const { mentions, courses, ...read } = parseOrders(markdown, runs);
  const heavy = heavyParts(markdown, sections, runs);
  return {
    text: apart ? spaced(text, markdown.parts) : text,
    lines: new Lines(text, apart ? countingOf(markdown.parts) : undefined),
    markdown,
    sections,
    runs,
    get abbreviations() {
      return heavy.abbreviations();
    },
    medicines: mentions,
    get unknownNames() {
      return heavy.unknownNames();
    },
    ...read,
    courses: [...courses, ...regimenCourses(runs, markdown)],
    get bandSeries() {
      return heavy.bandSeries();
    },
    get figures() {
      return heavy.figures();
    },
    thresholds: withOpen(parseThresholds(runs, markdown), markdown),
    pairedValues: parsePairedValues(runs, markdown),
    get numbers() {
      return heavy.numbers();
    },
    get recommendations() {
      return heavy.recommendations();
    },
    get prohibitions() {
      return heavy.prohibitions();
    },
    get deeds() {
      return heavy.deeds();
    },
    get wordingKey() {
      return heavy.wordingKey();
    },
    unread,
    ...words,
  };
}

/** Of documents that others are only compared with, these are never asked for. */
function heavyParts(markdown: Markdown, sections: readonly Section[], runs: readonly Run[]) {
  const recommendations = once(() => parseRecommendations(markdown, runs));
  return {
    abbreviations: once(() => parseAbbreviations(markdown, sections)),
    unknownNames: once(() => parseUnknownNames(runs, markdown)),
    bandSeries: once(() => parseBandSeries(markdown, runs)),
    figures: once(() => parseFigureTexts(markdown, runs)),
    numbers: once(() => parseNumberFormats(runs, markdown)),
    recommendations,
    prohibitions: once(() => parseProhibitions(markdown, runs, recommendations())),
    deeds: once(() => parseDeeds(runs, markdown)),
    wordingKey: once(() => parseWordingKey(runs, markdown)),
  };
}

/** The document's name: its front matter's title, else its first heading. */
export function titleOf({ markdown, sections }: Guideline): string | undefined {
  const title = markdown.frontMatter?.values.title;
  return typeof title === "string" && title.trim() !== "" ? title.trim() : sections[0]?.title;
}
