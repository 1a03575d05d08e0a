// The recommendations of a whole document: goes through its passages, reads each sentence's verb and grading, and
// ties gradings that stand beside, above or below to the recommendation they are of. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import { forceIn } from "./force-phrase.ts";
import { columnOf, type Grading, gradingOfCell, gradingsIn, movedGrading } from "./grading.ts";
import { verbOfInstruction } from "./instruction.ts";
import { ordersIn } from "./order-parser.ts";
import { type Passage, passagesIn } from "./passage.ts";
import type { Recommendation } from "./recommendation.ts";
import { type Draft, lacks, mainOf, performs, recommendationOf } from "./recommendation-draft.ts";
import { withRationales } from "./recommendation-rationale.ts";
import { oncePerRun, type Run } from "./run.ts";
import { type Scope, slice } from "./scope.ts";
import { isWithin, type Section } from "./section.ts";
import { sentencesIn } from "./sentence.ts";
import { blank, bracketed, instruction, instructs, type Statement, statementsIn } from "./statement.ts";
import { isReason } from "./tabled-grade.ts";

/** A grading that waits for its recommendation. */
interface Waiting {
  readonly grading: Grading;
  /** "Strong recommendations": of all that follow, not of the next one only. */
  readonly many: boolean;
  /** It may be of the paragraph before, which is no recommendation that is understood: only a clear one takes it. */
  readonly doubtful: boolean;
  /** It waits no longer than this section; undefined: all of the document. */
  readonly within: Section | undefined;
}

export function parseRecommendations(markdown: Markdown, runs: readonly Run[]): Recommendation[] {
  const found = readRuns(markdown, runs) ?? [readTogether(markdown, runs)];
  const all = found.flatMap(({ recommendations }) => recommendations);
  const given = new Set(found.flatMap(({ explained }) => explained));
  return withRationales(markdown, runs, all, given);
}

const isStillWaiting = ({ within }: Waiting, section: Section | undefined): boolean =>
  within === undefined || isWithin(section, within);

interface Found {
  readonly recommendations: readonly Recommendation[];
  /** Those that a reason is given for in their row. */
  readonly explained: readonly Recommendation[];
  /** Gradings that wait for what follows. */
  readonly waiting: readonly Waiting[];
}

/** Run by run; not, if what stands in one belongs to a recommendation of another before it. */
function readRuns(markdown: Markdown, runs: readonly Run[]): Found[] | undefined {
  const all: Found[] = [];
  for (const run of runs) {
    const waiting = all.at(-1)?.waiting.filter((one) => isStillWaiting(one, run.section)) ?? [];
    const found = waiting.length === 0 ? readAlone(run, markdown) : readAfter(waiting, run, markdown);
    if (!found) return undefined;
    all.push(found);
  }
  return all;
}

const readAlone = oncePerRun((run, markdown) => readAfter([], run, markdown));

function readAfter(waiting: readonly Waiting[], run: Run, markdown: Markdown): Found | undefined {
  const drafts = new Drafts(markdown, waiting);
  drafts.read(run);
  return drafts.reachedBack ? undefined : drafts.found(ordersIn(run, markdown).scopes);
}

function readTogether(markdown: Markdown, runs: readonly Run[]): Found {
  const drafts = new Drafts(markdown);
  for (const run of runs) drafts.read(run);
  return drafts.found(new Map(runs.flatMap((run) => [...ordersIn(run, markdown).scopes])));
}

class Drafts {
  /** Something stood in a run that would be of a recommendation before it. */
  reachedBack = false;
  readonly #markdown: Markdown;
  readonly #drafts: Draft[] = [];
  #section: Section | undefined;
  #waiting: readonly Waiting[];
  #row: readonly Span[] | undefined;
  /** The section of the passage before, where that is neither a heading nor graded. */
  #plain: Section | undefined;
  #prior: Passage | undefined;

  constructor(markdown: Markdown, waiting: readonly Waiting[] = []) {
    this.#markdown = markdown;
    this.#waiting = waiting;
  }

  read(run: Run): void {
    this.#section = run.section;
    const passages = passagesIn(run, this.#markdown);
    for (const [i, passage] of passages.entries()) {
      if (passage.row) this.#cell(passages, i, passage);
      else this.#passage(passage);
    }
  }

  found(scopes: ReadonlyMap<number, Scope>): Found {
    const recommendations = this.#drafts.map((draft) => recommendationOf(this.#markdown, draft, scopes));
    const explained = recommendations.filter((_one, i) => this.#drafts[i]?.rationale);
    return { recommendations, explained, waiting: this.#waiting };
  }

  #passage(passage: Passage): void {
    const section = this.#section;
    this.#waiting = this.#waiting.filter(
      (one) => isStillWaiting(one, section) && !(one.many && passage.where === "prose" && !one.within),
    );
    const begun = this.#drafts.length;
    const text = bracketed(this.#markdown, passage.span);
    const label = passage.where === "list" ? onlyStrength(text) : undefined;
    const statements = label ? [label] : statementsIn(text);
    for (const [i, statement] of statements.entries()) {
      if (statement.labelOnly || (i === 0 && this.#isRunIn(passage, statement, statements[1])))
        this.#label(passage, statement, section, begun);
      else if (statement.verbs.length > 0 || (statement.says && statement.gradings.some(isGraded)))
        this.#add(passage, statement, section);
    }
    // "Recommendation: screen all pregnant women", below how it is graded.
    const titled = this.#drafts.length === begun && this.#waiting.length > 0 ? titledAs.exec(text)?.[0] : "";
    const [opening] = statements;
    const led =
      this.#drafts.length === begun && opening?.labelOnly && !/\p{L}/u.test(text.slice(0, opening.start));
    const next = led ? sentencesIn(text).find(({ start }) => start >= opening.end) : undefined;
    if (next && this.#waiting.length > 0 && forceIn(text.slice(next.start, next.end)))
      this.#add(passage, instruction(text, next.start, next.end), section);
    if (titled) this.#add(passage, instruction(text, titled.length, text.length), section);
    const graded = statements.some(({ gradings }) => gradings.length > 0);
    this.#plain = passage.where === "heading" || graded ? undefined : section;
    this.#prior = passage;
  }

  /** "**Mirror therapy.** Conditional. We suggest …": what heads a paragraph, with how that is graded. */
  #isRunIn({ span }: Passage, { end, verbs, gradings }: Statement, next: Statement | undefined): boolean {
    if (verbs.length > 0 || !next || next.verbs.length === 0 || next.gradings.length > 0) return false;
    // What stands between is what is advised.
    if (/\p{L}/u.test(this.#markdown.plain.slice(span.start + end, span.start + next.start))) return false;
    const heading = runIn.exec(this.#markdown.text.slice(span.start, span.start + end));
    return heading !== null && gradings.every(({ start }) => start >= heading[0].length - longestSign);
  }

  #add(passage: Passage, statement: Statement, section: Section | undefined): Draft {
    const gradings = [...statement.gradings];
    // A sentence that only mentions what may be done takes no grading from a singular label.
    const draft = { passage, statement, gradings, section, rationale: false };
    for (const { grading, doubtful } of this.#waiting)
      if (lacks(gradings, grading) && (!doubtful || performs(draft)))
        gradings.push(movedGrading(grading, -passage.span.start));
    this.#waiting = this.#waiting.filter(({ many }) => many);
    this.#drafts.push(draft);
    return draft;
  }

  /** A grading by itself: of what stands before it in its paragraph, of the paragraph before, or of what follows. */
  #label(
    passage: Passage,
    { gradings, start, end }: Statement,
    section: Section | undefined,
    begun: number,
  ): void {
    const words = slice(this.#markdown, passage.span).slice(start, end);
    const beside = this.#drafts.slice(begun);
    const all = bracketed(this.#markdown, passage.span);
    const opens = !/\p{L}/u.test(all.slice(0, start).replace(numbered, "")) && followed.test(all.slice(end));
    const leads = opens || /:[\s*_]*$/.test(words) || passage.where === "heading";
    for (const grading of gradings.map((one) => movedGrading(one, passage.span.start))) {
      const before =
        mainOf(beside, grading) ??
        (leads || beside.length > 0 ? undefined : this.#before(passage, section, grading));
      const told = before ?? (leads ? undefined : this.#instructionBefore(passage, start, section));
      if (told) told.gradings.push(movedGrading(grading, -told.passage.span.start));
      else {
        const doubtful = !leads && beside.length === 0 && section !== undefined && this.#plain === section;
        this.#wait(
          { grading, many: /\brecommendations\b/i.test(words), doubtful, within: undefined },
          passage,
          section,
        );
      }
    }
  }

  /** "Refer the child.", and then how it is graded. */
  #instructionBefore(passage: Passage, start: number, section: Section | undefined): Draft | undefined {
    const own = slice(this.#markdown, passage.span).slice(0, start);
    const prior = this.#prior;
    const [from, text] =
      /\p{L}{3}/u.test(own) || !prior ? [passage, own] : [prior, slice(this.#markdown, prior.span)];
    const last = sentencesIn(text).at(-1);
    if (!last || (from !== passage && this.#plain !== section)) return undefined;
    const sentence = text.slice(last.start, last.end);
    // What is graded behind it is advice, however it is said.
    const isGradedHere = from === passage && closing.test(own);
    if (!isGradedHere && !instructs.test(sentence) && !verbOfInstruction(sentence)) return undefined;
    return this.#add(from, instruction(text, last.start, last.end), section);
  }

  #before({ span, group }: Passage, section: Section | undefined, grading: Grading): Draft | undefined {
    const last = this.#drafts.at(-1);
    if (!last || last.section !== section || this.#waiting.length > 0) return undefined;
    const near = last.passage.group === group || !/\S/.test(this.#between(last.passage.span.end, span.start));
    const same = this.#drafts.slice(
      this.#drafts.findLastIndex(({ passage }) => passage !== last.passage) + 1,
    );
    return near ? mainOf(same, grading) : undefined;
  }

  /** What stands between two places and is no grading. */
  #between(from: number, to: number): string {
    const text = this.#markdown.plain.slice(from, to);
    return text.length > 300 ? text : blank(text, gradingsIn(text)).replace(/[^\p{L}]/gu, "");
  }

  #wait(one: Waiting, { where }: Passage, section: Section | undefined): void {
    const { grading, many } = one;
    const within = where === "heading" || !many ? section : undefined;
    const others = this.#waiting.filter((other) => lacks([other.grading], grading) && !(many && other.many));
    this.#waiting = [...others, { ...one, within }];
  }

  /** A table's rows are read whole, when their first cell comes. */
  #cell(passages: readonly Passage[], at: number, passage: Passage): void {
    if (!passage.row || this.#row === passage.row.cells) return;
    this.#row = passage.row.cells;
    const cells: Passage[] = [];
    for (let i = at; passages[i]?.row?.cells === passage.row.cells; i++) cells.push(passages[i] as Passage);
    this.#readRow(cells);
  }

  /** "Screen all contacts", in a row that is graded. */
  #addInstruction(
    cells: readonly Passage[],
    head: (cell: Passage) => string,
    text: (cell: Passage) => string,
  ): void {
    const plain = cells.filter(
      (cell) => !columnOf(head(cell)) || /^\W*(?:recommendations?|statements?)\W*$/i.test(head(cell)),
    );
    const cell = plain.find((one) =>
      /\b(?:recommendations?|statements?|advice|actions?|interventions?|text|wording)\b/i.test(head(one)),
    );
    if (!cell || !/\p{L}{3}.*\s\p{L}{2}/u.test(text(cell))) return;
    const statement = instruction(text(cell), 0, text(cell).length);
    this.#add(cell, statement, this.#section);
  }

  /** A small table below a recommendation says no more than how it is graded. */
  #gradingRow(cells: readonly Passage[], gradings: readonly Grading[]): void {
    const [first] = cells;
    const last = this.#drafts.at(-1);
    if (!first || cells.length > gradings.length) return;
    // Right below a heading it is of what follows.
    if (this.#prior?.where === "heading" && last?.section !== this.#section) {
      for (const grading of gradings)
        this.#wait({ grading, many: false, doubtful: false, within: undefined }, first, this.#section);
      return;
    }
    this.reachedBack ||= last === undefined;
    if (!last) return;
    const { end } = last.passage.span;
    const between = this.#markdown.plain.slice(end, first.span.start);
    if (between.length > 300 || (between.match(/\p{L}+/gu) ?? []).some((word) => !ofGrading.test(word)))
      return;
    for (const grading of gradings)
      if (lacks(last.gradings, grading)) last.gradings.push(movedGrading(grading, -last.passage.span.start));
  }

  /** "| Strength | Strong |": a row of a table that has a recommendation's parts below each other. */
  #field(cells: readonly Passage[], text: (cell: Passage) => string, begun: number): void {
    const [name, value, another] = cells;
    if (!name || !value || another) return;
    if (this.#drafts.length === begun && /^\W*(?:recommendation|statement|text)\W*$/i.test(text(name)))
      this.#add(value, instruction(text(value), 0, text(value).length), this.#section);
    const last = this.#drafts.at(-1);
    const grading = last?.passage.group === value.group ? gradingOfCell(text(value), text(name)) : undefined;
    if (last && grading && lacks(last.gradings, grading))
      last.gradings.push(movedGrading(grading, value.span.start - last.passage.span.start));
  }

  #readRow(cells: readonly Passage[]): void {
    const text = ({ span }: Passage) => slice(this.#markdown, span);
    const head = ({ row }: Passage) => (row?.header ? slice(this.#markdown, row.header) : "");
    const gradings = cells.flatMap((cell) => {
      const found = gradingOfCell(text(cell), head(cell));
      return found ? [movedGrading(found, cell.span.start)] : [];
    });
    const begun = this.#drafts.length;
    for (const cell of cells) {
      if (columnOf(head(cell)) && gradingOfCell(text(cell), head(cell))) continue;
      if (/\b(?:rationale|justification|reasons?|remarks?|comments?|notes?|why)\b/i.test(head(cell)))
        continue;
      this.#passage(cell);
    }
    if (this.#drafts.length === begun && gradings.length > 0) this.#addInstruction(cells, head, text);
    if (this.#drafts.length === begun) this.#gradingRow(cells, gradings);
    this.#field(cells, text, begun);
    const own = this.#drafts.slice(begun);
    const reasoned = cells.some(
      (cell) =>
        /\b(?:rationale|justification|reasons?|why|notes?)\b/i.test(head(cell)) &&
        isReason(text(cell), head(cell)),
    );
    for (const draft of own) draft.rationale = reasoned;
    for (const grading of gradings) {
      const main = mainOf(own, grading);
      main?.gradings.push(movedGrading(grading, -main.passage.span.start));
    }
  }
}

/** "R1. Strong recommendation, high certainty." */
const numbered = /^[^\p{L}\d]*(?:\p{Lu}{1,3}[- ]?\d+(?:\.\d+)*[a-z]?|\p{Lu})[.):]\s*/u;

const runIn = /^[^\p{L}\n]{0,12}(?:\*\*|__)[^*_\n]{3,80}(?:\*\*|__)/u;
const longestSign = 6;

/** A sentence of five words or more. */
const closing = /\p{L}+(?:[^\p{L}.!?]+\p{L}+){4,}[^.!?]*[.!?][\s*_]*[[(]?[\s*_]*$/u;

const titledAs =
  /^\W*(?:recommendation|statement|text)(?: +\d[\d.]*)?\s*[:.][\s*_]*(?=[a-zß-öø-ɏ]+\s+[a-zß-öø-ɏ])/i;

/** "Strong", as an item below what is advised. */
function onlyStrength(text: string): Statement | undefined {
  const grading = /^\W*(?:strong|weak|conditional)\W*$/i.test(text)
    ? gradingOfCell(text, "strength")
    : undefined;
  return (
    grading && { ...instruction(text, 0, text.length), gradings: [grading], labelOnly: true, says: false }
  );
}

const ofGrading =
  /^(?:strength|certainty|quality|evidence|of|the|recommendation|grade|grading|level|confidence|class|in)$/i;

/** What stands behind a grading in its paragraph, and is no remark on what stands before. */
const followed =
  /^[^a-zß-öø-ɏ]*(?!(?:remarks?|notes?|rationale|justification|comments?|evidence|implementation|strength|certainty|quality|grade|values)\b)[a-zß-öø-ɏ]+ +[a-zß-öø-ɏ]/i;

const isGraded = ({ strengths, certainties }: Grading) => strengths.length > 0 || certainties.length > 0;
