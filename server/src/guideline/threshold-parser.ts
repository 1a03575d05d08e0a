// Thresholds of a document: every measured value with a comparison, and what its clause, row, lead-in line and
// headings say about it. It must not judge.

import { type Analyte, analyteNamed } from "../lexicon/analytes.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { dense } from "../text/shared.ts";
import type { Span } from "../text/span.ts";
import { gradingsIn } from "./grading.ts";
import type { Item } from "./item.ts";
import { type Measured, measuredIn } from "./measured.ts";
import { ordersIn } from "./order-parser.ts";
import { passagesIn } from "./passage.ts";
import { joined, type Population } from "./population.ts";
import { listPerRun } from "./run.ts";
import { itemsOf, noScope, type Scope } from "./scope.ts";
import { isGrade, type Threshold, withOthers } from "./threshold.ts";
import { laddersOf } from "./threshold-ladder.ts";
import { withLimits } from "./threshold-limit.ts";
import { named } from "./threshold-open.ts";
import { longestOpening, partOf } from "./threshold-part.ts";
import {
  answer,
  deniedBefore,
  firstSentence,
  kindOf,
  sentenceAfter,
  sentenceBefore,
  sentenceOf,
} from "./threshold-reach.ts";
import { columnMedicines, columnOf, columnPeople, isDosedRow, rowAges } from "./threshold-row.ts";
import {
  defining,
  deniedIn,
  doing,
  doneAt,
  doneOnly,
  firstFrom,
  firstKinds,
  firstPeople,
  inside,
  isConditionOfAnalyte,
  isImplied,
  isTermDefined,
  kindsAbove,
  namesCondition,
  noAnalyte,
  nothing,
  type Said,
  SaidReader,
  saidBeside,
  setOf,
  termOf,
  union,
  withDoing,
} from "./threshold-said.ts";
import { isCompared, isThreshold, operatorOf } from "./threshold-value.ts";
import { headKinds, runInTitle, tellsWhom, whoseIs } from "./threshold-whose.ts";

export const parseThresholds = listPerRun((run, markdown): readonly Threshold[] => {
  const { scopes } = ordersIn(run, markdown);
  const compared = withLimits(measuredIn(run, markdown), markdown.plain)
    .filter(isCompared)
    .map((one) => named(one, markdown));
  const ladders = laddersOf(markdown, passagesIn(run, markdown));
  const found = compared.flatMap((own, i) => {
    const { reading, unit, analyte } = own;
    if (!analyte || !isThreshold(own, markdown.plain)) return [];
    const neighbours = [compared[i - 1], compared[i + 1]] as const;
    const whole = new Clause(markdown, own, neighbours).read(scopes.get(own.passage.block) ?? noScope);
    const clause = ladders.columns.has(columnOf(own) ?? "") ? ladders.begun(own.passage, whole) : whole;
    if (!clause) return [];
    const { start, end } = reading.whole;
    const common = dense({ ...clause, start, end, unit, reading, group: own.passage.group });
    const made = (of: Analyte, value: number): Threshold => ({
      ...common,
      beside: [],
      analyte: of,
      operator: operatorOf(reading) as Threshold["operator"],
      value,
    });
    if (reading.below === undefined) return [made(analyte, reading.high)];
    const [systolic, diastolic] = ["systolic-pressure", "diastolic-pressure"].map(
      (id) => analyteNamed(id) ?? analyte,
    );
    return systolic && diastolic ? [made(systolic, reading.low), made(diastolic, reading.below)] : [];
  });
  return withOthers(
    found.filter((one) => !isDosedRow(one, markdown.text)),
    markdown.plain,
  );
});

type ClauseRead = Omit<
  Threshold,
  "start" | "end" | "analyte" | "operator" | "value" | "unit" | "reading" | "group" | "beside"
>;

const longestGloss = 160;
const mostCells = 10;
const mostLeads = 4;
const noName: Span = { start: 0, end: 0 };

class Clause {
  readonly #markdown: Markdown;
  readonly #measured: Measured;
  readonly #sentence: Span;
  /** The part of the sentence that belongs to this value rather than to its neighbours. */
  readonly #part: Span;

  constructor(
    markdown: Markdown,
    measured: Measured,
    [before, behind]: readonly [Measured | undefined, Measured | undefined],
  ) {
    this.#markdown = markdown;
    this.#measured = measured;
    this.#sentence = sentenceOf(markdown.plain, measured.sentence, measured.reading.whole);
    this.#part = partOf(markdown.plain, measured, this.#sentence, [before, behind]);
  }

  read(scope: Scope): ClauseRead {
    const { passage } = this.#measured;
    const whole = this.#said(passage.span, this.#sentence);
    const part = this.#said(passage.span, this.#part);
    const title = runInTitle(this.#markdown, passage, this.#sentence.start);
    const { others, around, led, headings, followed } = this.#beside(whole, title);
    const before = this.#pronoun() ? this.#sentenceBefore() : title;
    const earlier = before ? [this.#said(passage.span, before)] : [];
    const near = [whole, ...around];
    const meant = this.#predicate();
    const own = part.conditions.size > 0 || part.implied.size > 0 ? [part, ...around] : near;
    const nearest = meant ? [...own, meant] : own;
    const named = nearest.some(namesCondition) ? nearest : earlier;
    const topic = headings.find((said) => said.actions.size > 0)?.actions;
    const actions = doneAt([...near, ...led], followed, topic);
    const who = this.#who([part, ...around], earlier);
    const nearKinds = firstKinds([
      union([part.kinds.size > 0 ? part : whole, ...around], "kinds"),
      union(led, "kinds"),
      union(followed, "kinds"),
      headKinds(this.#markdown, passage),
    ]);
    const term = this.#measured.isLimit ? nothing : this.#subject();
    const said = firstKinds([nearKinds, ...kindsAbove(headings, actions)]);
    const kinds = isTermDefined(term, part, nearKinds)
      ? defining
      : meant
        ? new Set([...said, ...defining])
        : said;
    const gloss = this.#gloss();
    if (gloss) return { ...this.#glossed(gloss, scope), population: inside(scope.population, who), own: who };
    const defines = this.#isCondition(nearest) || named.some(namesCondition);
    const unsaid = actions.size > 0 ? doing : defines ? defining : nothing;
    return {
      kinds: kinds.size > 0 ? withDoing(kinds, union(near, "actions")) : unsaid,
      term,
      conditions: union(named, "conditions"),
      implied: union(named, "implied"),
      qualifiers: union(nearest, "qualifiers"),
      actions,
      stopped: union([...near, ...led], "stopped"),
      topics: (nearKinds.has("do") && topic) || nothing,
      above: this.#above(scope, title),
      gradesAbove: setOf(scope.indication.qualifiers.filter(isGrade)),
      aspects: union([part, ...around, ...led], "aspects"),
      events: union([part, ...around], "events"),
      phases: union([part, ...around, ...led], "phases"),
      doses: union([...near, ...followed], "doses"),
      whose: whoseIs(this.#markdown, passage, title).whose,
      ways: union(near, "ways"),
      words: union([part, ...around], "words"),
      ledWords: union(led, "words"),
      allWords: union(near, "words"),
      rowHead: others[0] && passage.row?.cells[0] !== passage.span ? this.#said(others[0]).words : nothing,
      own: who,
      population: inside(scope.population, who),
    };
  }

  /** "has fast breathing if …": the value tells whether it is there. */
  #isCondition(nearest: readonly Said[]): boolean {
    // "Severe" in a row of its own is one of the grades that a table tells apart.
    if (this.#measured.passage.row && [...union(nearest, "qualifiers")].some(isGrade)) return true;
    return isConditionOfAnalyte(plainAt(this.#markdown, this.#measured.name ?? noName));
  }

  /** "A child with a temperature of … has …": the sentence goes on to say what that is. */
  #predicate(): Said | undefined {
    const { reading, passage, name } = this.#measured;
    if (passage.row || !name || name.start > reading.start) return undefined;
    const rest = this.#markdown.plain.slice(reading.whole.end, this.#sentence.end);
    const verb =
      /^[^:;.]{0,80}?\b(?:has|have|means|counts? +as|(?:is|are)(?: +(?:called|classed +as|taken +as|regarded +as|labelled|termed))?)\b/.exec(
        rest,
      );
    if (!verb) return undefined;
    const start = reading.whole.end + verb[0].length;
    const length = rest.slice(verb[0].length).search(/[:;,.]|\band\b|$/);
    const said = this.#said(passage.span, { start, end: start + length });
    return namesCondition(said) && said.kinds.size === 0 ? said : undefined;
  }

  /** What the row, the lines that lead in, the headings and the items below say. */
  #beside(whole: Said, title: Span | undefined) {
    const { row, span, contexts, headings, followers } = this.#measured.passage;
    const cells = (row?.cells ?? []).slice(0, mostCells);
    const others = cells.filter(({ start, end }) => start !== span.start && end > start);
    const split = contexts.length - headings;
    const said = (spans: readonly Span[]) => spans.map((one) => this.#said(one));
    return {
      others,
      around: [
        ...this.#explained(whole),
        ...this.#denied(),
        ...columnMedicines(this.#markdown, row),
        ...said(title && tellsWhom(this.#markdown, title) ? [title] : []),
        ...said([...others, ...(row?.header ? [row.header] : [])]),
      ],
      led: said(contexts.slice(0, split).slice(0, mostLeads)),
      headings: said(contexts.slice(split)),
      followed: [...said(followers.slice(0, mostCells)), ...this.#consequence(whole)],
    };
  }

  /** The term that a value in parentheses explains: "fever (axillary temperature ≥ 38.0 °C)". */
  #gloss(): Span | undefined {
    const { reading } = this.#measured;
    const start = Math.max(this.#sentence.start, reading.start - longestGloss);
    const [whole, term = ""] =
      /([^()[\],;:.]*)\((?:[^()]*)$/.exec(this.#markdown.plain.slice(start, reading.start)) ?? [];
    if (whole === undefined || termOf(term) === "") return undefined;
    const end = reading.start - whole.length + term.trimEnd().length;
    return { start: reading.start - whole.length, end };
  }

  /** A definition of the words before the parenthesis, whatever else its sentence is about. */
  #glossed(gloss: Span, scope: Scope): Omit<ClauseRead, "population" | "own"> {
    const { passage } = this.#measured;
    const term = termOf(this.#markdown.plain.slice(gloss.start, gloss.end));
    const said = this.#said(passage.span, { start: gloss.end - term.length, end: gloss.end });
    const inside = this.#said(passage.span, { start: gloss.end, end: this.#part.end });
    return {
      kinds: defining,
      term: setOf([...said.words].filter((word) => !this.#isItsName(word))),
      conditions: said.conditions,
      implied: said.implied,
      qualifiers: said.qualifiers,
      actions: nothing,
      stopped: nothing,
      topics: nothing,
      ledWords: nothing,
      above: setOf(scope.indication.conditions),
      gradesAbove: nothing,
      aspects: new Set([...said.aspects, ...inside.aspects]),
      events: inside.events,
      phases: inside.phases,
      doses: nothing,
      whose: nothing,
      ways: new Set(),
      words: new Set([...said.words, ...inside.words]),
      allWords: new Set([...said.words, ...inside.words]),
      rowHead: nothing,
    };
  }

  /** The words before "is" or a colon, where the value follows without anything being done. */
  #subject(): ReadonlySet<string> {
    const { reading, passage } = this.#measured;
    const text = this.#markdown.plain.slice(this.#part.start, reading.start);
    const [whole, subject = ""] =
      /^([^:=]{3,80}?)(?: +(?:is|are|means|mean|equals|is +defined +as|is +present)\b|[:=])/.exec(text) ?? [];
    if (whole === undefined) return nothing;
    const rest = this.#said(passage.span, { start: this.#part.start + whole.length, end: reading.start });
    if ([...rest.kinds].some((kind) => kind !== "define" && kind !== "test")) return nothing;
    // "In the days after chemotherapy, fever is …": the term stands last.
    const said = this.#said(passage.span, {
      start: this.#part.start + subject.lastIndexOf(",") + 1,
      end: this.#part.start + subject.length,
    });
    const own = [...said.words].filter((word) => !this.#isItsName(word));
    return own.length <= 4 && said.kinds.size === 0 ? setOf(own) : nothing;
  }

  #isItsName(word: string): boolean {
    const { analyte } = this.#measured;
    return analyte?.name.toLowerCase().split(" ").includes(word) ?? false;
  }

  /** Conditions that the headings name, or what the section begins with. */
  #above({ indication }: Scope, title: Span | undefined): ReadonlySet<string> {
    const { analyte, passage } = this.#measured;
    const first = passage.opening && firstSentence(this.#markdown.plain, passage.opening);
    const said = passage.opening && first ? this.#said(passage.opening, first).conditions : [];
    const { ofOthers } = whoseIs(this.#markdown, passage, title);
    const named = [...indication.conditions, ...said];
    return setOf(named.filter((id) => !isImplied(id, analyte) && !ofOthers.has(id)));
  }

  #sentenceBefore(): Span {
    return sentenceBefore(this.#markdown.plain, this.#measured.passage.span.start, this.#sentence.start);
  }

  /** What an answer answers; and what follows "**6.5 mmol/L or more.**", which says nothing by itself. */
  #explained(whole: Said): readonly Said[] {
    const { span, row } = this.#measured.passage;
    if (this.#isAnswer()) return [this.#said(span, this.#sentenceBefore())];
    if (this.#measured.isLimit) return [doneOnly(this.#said(span, this.#sentenceBefore()))];
    const opens = !row && this.#sentence.start - span.start <= 3;
    const says = whole.kinds.size + whole.actions.size + whole.words.size + whole.conditions.size > 0;
    return opens && !says ? [this.#said(span, this.#sentenceAfter())] : [];
  }

  /** What steps before it asked, and this one answers with "no". */
  #denied(): readonly Said[] {
    const { passage, reading } = this.#measured;
    if (passage.row) return [];
    return deniedBefore(this.#markdown.plain, passage, this.#sentence, reading.start).map(deniedIn);
  }

  /** "160 mmHg or more is an emergency. Give hydralazine …": a sentence that says of nothing what is done. */
  #consequence(whole: Said): readonly Said[] {
    if (this.#measured.passage.row || whole.actions.size + whole.conditions.size + whole.implied.size > 0)
      return [];
    if (this.#measured.passage.where === "heading" || [...whole.kinds].some((kind) => kind !== "test"))
      return [];
    const next = this.#sentenceAfter();
    const [first = ""] = /\p{L}+/u.exec(this.#markdown.plain.slice(next.start, next.end)) ?? [];
    return ["do", "refer", "stop"].includes(kindOf(first) ?? "")
      ? [this.#said(this.#measured.passage.span, next)]
      : [];
  }

  #sentenceAfter(): Span {
    return sentenceAfter(this.#markdown.plain, this.#sentence.end, this.#measured.passage.span.end);
  }

  /** "When is insulin started? Above 12 mmol/L." */
  #isAnswer(): boolean {
    const { plain } = this.#markdown;
    const { start, end } = this.#sentence;
    if (plain[start] !== "?" || this.#measured.passage.row) return false;
    return answer.test(plain.slice(start, Math.min(end, start + longestOpening)));
  }

  /** "it is present when …": the sentence before says what. */
  #pronoun(): boolean {
    const { reading } = this.#measured;
    const sentence = this.#sentence;
    return /\b(?:it|this|these|they|she|he|her|his|such)\b/i.test(
      this.#markdown.plain.slice(sentence.start, reading.start),
    );
  }

  /** Of whom the value is: by its part and what stands around it, else by what stands before. */
  #who(near: readonly Said[], earlier: readonly Said[]): Population {
    const { passage } = this.#measured;
    const people = near.map((one) => one.own).reduce(joined, rowAges(this.#markdown, passage.row));
    const ahead = this.#said(passage.span, { start: this.#sentence.start, end: this.#part.end }).own;
    return firstPeople([people, ahead, earlier[0]?.own, columnPeople(this.#markdown, passage.row)]);
  }

  /** What a text, or a part of one, names. */
  #said(span: Span, part: Span = span): Said {
    const { analyte, reading, name, passage } = this.#measured;
    const text = plainAt(this.#markdown, span);
    if (part === span && span !== passage.span) return saidBeside(analyte ?? noAnalyte)(text);
    const items = itemsOf(text);
    const said = new SaidReader();
    // "(strong recommendation, moderate certainty)" says nothing of the patients.
    const gradings = gradingsIn(text);
    for (let at = firstFrom(items, part.start - span.start); at < items.length; at++) {
      const item = items[at] as Item;
      if (item.start + span.start >= part.end) break;
      const [start, end] = [item.start + span.start, item.end + span.start];
      // "below 500, give … until the count recovers": when that ends.
      if (start >= reading.whole.end && /^(?:until|till)\b/.test(text.slice(item.start, item.start + 6)))
        break;
      const outside =
        start < part.start || end > part.end || (start >= reading.whole.start && end <= reading.whole.end);
      const itsName =
        name &&
        start < name.end &&
        end > name.start &&
        // "Hypoglycaemia" is both, "coma" in "Glasgow coma scale" is only a part of the name.
        (item.kind !== "condition" || item.qualifier || end - start < name.end - name.start);
      if (outside || itsName || gradings.some((one) => item.start >= one.start && item.end <= one.end))
        continue;
      said.add(item, items, at, this.#markdown.plain.slice(start, end).toLowerCase(), analyte);
    }
    return said;
  }
}
