// The deeds of a whole document, each with what stands above it: "Do not:" before a list, a column "Don't", headings,
// whom and what it is about, and when. It must not compare.

import { isDeepStrictEqual } from "node:util";
import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import type { Block, Markdown } from "../syntax/markdown.ts";
import { isAside, isSameList } from "../text/memory.ts";
import { dense, sharedSet } from "../text/shared.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Deed } from "./deed.ts";
import { answered } from "./deed-answer.ts";
import { type Placed, rowOf, statedAt } from "./deed-cell.ts";
import { deedsBelow, forbidding, isForbidding } from "./deed-forbidden.ts";
import { belowLabel, further, labelledAt, ledBy, topical } from "./deed-label.ts";
import { doneBehindArrows, doneInCell, doneInItem } from "./deed-listed.ts";
import { actOf } from "./deed-matrix.ts";
import { deedsIn, signsIn, situationOf } from "./deed-reader.ts";
import { givenThem, pointedTo, referred, refusedIt } from "./deed-referred.ts";
import { judges, textsOf, timeInRow, toldBetween } from "./deed-row.ts";
import { conditionsBeside, deedsOfSubject } from "./deed-subject.ts";
import { supposedAt } from "./deed-supposed.ts";
import { orderFirst } from "./deed-telegraphic.ts";
import { type Window, windowsIn } from "./deed-time.ts";
import { type Indication, noIndication } from "./indication.ts";
import { ordersIn } from "./order-parser.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { hasBand, type Population } from "./population.ts";
import { listPerRun, type Run, steadily } from "./run.ts";
import { isSite, nested, noScope, type Scope, scopeOf, slice } from "./scope.ts";
import { pathOf, type Section } from "./section.ts";
import { sentencesIn } from "./sentence.ts";
import { type TitleBand, titleBand, valuesIn } from "./title-band.ts";

/** Its span is absolute. */
export interface PlacedDeed extends Deed {
  /** The sentence. */
  readonly sentence: Span;
  readonly population: Population;
  readonly indication: Indication;
  /** Stems of what stands above it. */
  readonly above: ReadonlySet<string>;
  readonly section: Section | undefined;
  /** "Score of 3 or 4" above it. */
  readonly bands: readonly TitleBand[];
  /** "eGFR below 30", at the head of its row or column. */
  readonly ofRow: readonly TitleBand[];
  /** Its time is that of the whole document. */
  readonly ofTitle: boolean;
  /** Where the table of its cell begins. */
  readonly table: number | undefined;
}

export const parseDeeds = listPerRun((run, markdown) => kept(run, deedsOfRun(run, markdown)));

const kept = steadily(({ sentence }: PlacedDeed) => sentence);

function deedsOfRun(run: Run, markdown: Markdown): readonly PlacedDeed[] {
  const passages = passagesIn(run, markdown);
  const { scopes } = ordersIn(run, markdown);
  const { section } = run;
  const blocks = new Map(run.blocks.map((block) => [block.span.start, block]));
  const blockAt = ({ start }: Span) => blocks.get(start) ?? start;
  const all: PlacedDeed[] = [];
  for (let from = 0, to = 0; from < passages.length; from = to) {
    const { block, contexts, headings, opening, where } = passages[from] as Passage;
    while (passages[to]?.block === block) to++;
    const own = blocks.get(block);
    if (where === "heading" || !own) continue;
    // The line before a list, and what stands directly before.
    const before = [priorOf(passages, from)?.block, passages[from - 1]?.block];
    const around = [
      section,
      headings,
      opening === undefined,
      ...before.map((start) => blocks.get(start ?? -1)),
    ];
    const scope = scopes.get(block) ?? noScope;
    const read = () => {
      const at = Array.from({ length: to - from }, (_, i) => from + i);
      return at.flatMap((i) => deedsAt(i, { passages, markdown, section, table: scope }));
    };
    for (const deed of readOnce(own, { from: [...around, ...contexts.map(blockAt)], scope }, read))
      all.push(deed);
  }
  return all;
}

/** All that the deeds of a block follow from beside it: a block that says the same in its place is the same object. */
interface Beside {
  readonly from: readonly unknown[];
  readonly scope: Scope;
}
const known = new WeakMap<Block, Beside & { readonly deeds: readonly PlacedDeed[] }>();

function readOnce(block: Block, { from, scope }: Beside, read: () => readonly PlacedDeed[]) {
  const before = known.get(block);
  // What the scope is changes deeds, and makes none.
  if (
    before &&
    isSameList(before.from, from) &&
    (before.deeds.length === 0 || isDeepStrictEqual(before.scope, scope))
  )
    return before.deeds;
  const deeds = read();
  if (!isAside()) known.set(block, { from, scope, deeds });
  return deeds;
}

interface Inside {
  readonly passages: readonly Passage[];
  readonly markdown: Markdown;
  readonly section: Section | undefined;
  readonly table: Scope;
}

function deedsAt(at: number, { passages, markdown, section, table }: Inside): readonly PlacedDeed[] {
  const passage = passages[at] as Passage;
  const row = rowOf(markdown, passage);
  if (!row && passage.row && forbidding.test(slice(markdown, passage.span))) return [];
  const own: readonly Placed[] = row?.deeds ?? [
    ...deedsOf(markdown, passages, at),
    ...listedIn(markdown, passages, at),
    ...statedAt(markdown, passage),
  ];
  const found: readonly Placed[] = [...own, ...supposedAt(markdown, passage, own)];
  if (found.length === 0) return [];
  const contexts = contextsOf(markdown, passage);
  const leads = row ? row.leads : leadsOf(markdown, passages, at);
  const led = situationOf(leads.join("; ").replace(forbidding, " "));
  const around = {
    section,
    // Here, and not for each of the deeds: headings may be long.
    above: sharedSet(situationOf(contexts.join("; "))),
    bands: bandsOf(contexts),
    ofRow: passage.row ? bandsOf(contexts.slice(0, contexts.length - passage.contexts.length)) : [],
    window:
      windowAbove([labelOf(markdown, passage.span) ?? "", ...contexts]) ??
      (passage.row && windowAbove([timeInRow(textsOf(markdown, passage.row))])),
    table: passage.row ? passage.block : undefined,
    ofTitle: windowAbove(contexts.slice(0, -1)) === undefined && pathOf(section)[0]?.level === 1,
  };
  const beside = passage.row && passage.row.index > 0 ? leads : [];
  const outer = (row?.leads ?? beside).reduce((scope, lead) => nested(scope, scopeOf(lead, 0)), table);
  const label = row ? undefined : labelledAt(slice(markdown, passage.span));
  return found.map(({ deed: own, sentence, lead = "", ofRow }): PlacedDeed => {
    const deed = label && sentence.start >= label.text.length ? belowLabel(own, label) : own;
    const told = deed !== own && label ? label.text : lead;
    const whose = told === "" ? outer : nested(outer, scopeOf(told, 0));
    const opened = ofRow ? noWords : lead === "" || led.size > 0 ? led : situationOf(lead);
    const scope = nested(whose, situated(deed, scopeOf(deed.clause.replace(theOne, "$1patient"), 0)));
    return dense({
      ...deed,
      ...(opened.size > 0 && ledBy(further(opened, deed), deed)),
      signs: deed.signs ?? (leads.length > 0 ? signsIn(leads.join("; ")) : undefined),
      ...shifted(deed, sentence.start + passage.span.start),
      sentence: shifted(sentence, passage.span.start),
      population: narrower(outer.population, scope.population),
      indication: scope.indication,
      ...around,
      window: deed.window ?? around.window,
      ofTitle: deed.window === undefined && around.ofTitle,
    });
  });
}

const noWords: ReadonlySet<string> = new Set();

const bandsOf = (contexts: readonly string[]): readonly TitleBand[] =>
  contexts.flatMap((context) => titleBand(context) ?? []);

/** "Every child", below "Children aged 6 months to 5 years". */
const narrower = (outer: Population, own: Population): Population =>
  !hasBand(own) && hasBand(outer) && own.groups.every((group) => outer.groups.includes(group)) ? outer : own;

/** "Until the child vomits": whoever the patient is. */
const theOne =
  /\b((?:the|a|his|her|their|your)(?: +(?:first|second|next|own))? +)(?:child|(?<=(?:her|first|second|next) +)baby|woman|mother|man|person|adult)\b(?! +(?:who|with|aged|under|over|below|above|is|has))/gi;

/** "Older children. They have another illness. Give …": of whom the paragraph is. */
const openerOf = (first: string): string =>
  first.length < longestOpener && !hasVerb.test(first) ? first : "";
const bareNo = /^(?:[^.;:]{2,80}:\s+)?no\s/i;
const longestOpener = 80;
const ofOthers = /\b(?:older|younger|others?|another|different|outside)\b/i;
const hasVerb = /\b(?:is|are|was|were|has|have|had|do|does|should|must|may|can|will|give|take)\b/i;

const firstWord = (text: string): string => /\p{L}+/u.exec(text)?.[0].toLowerCase() ?? "";

function deedsOf(markdown: Markdown, passages: readonly Passage[], at: number): readonly Placed[] {
  const passage = passages[at] as Passage;
  const text = slice(markdown, passage.span);
  const head = headOf(markdown, passage);
  const label = labelOf(markdown, passage.span) ?? "";
  const sentences = sentencesIn(text);
  return sentences.flatMap((span, i) => {
    const sentence = text.slice(span.start, span.end);
    const before = sentences[i - 1];
    const question = before ? text.slice(before.start, before.end) : askedBefore(markdown, passages, at);
    const told = /\?[*_\s]*$/.test(question)
      ? answered(question, sentence)
      : ((before && referred(question, sentence)) ??
        givenThem(question, sentence) ??
        refusedIt(question, sentence));
    const deeds =
      head === undefined
        ? (ofSubject(markdown, passage, sentence) ?? deedsIn(sentence))
        : deedsBelow(sentence, head);
    const ofThem = (deed: Deed): Deed => {
      const said = sentence.slice(0, deed.start);
      const before = /\p{L}{3}\W+\p{L}{3}.*[;,]/u.test(said) ? said : question;
      const words = pointedTo(deed.clause, before, label);
      const values = [...deed.values, ...valuesIn(before)];
      return words.length > 0 ? { ...deed, ...ledBy(words, deed), values } : deed;
    };
    const replied = !told ? [] : deedsIn(told).map((deed) => ({ ...deed, ...whole(span) }));
    // "…. Dexamethasone 6 mg IM": in whom, the sentences before it say.
    const isLed = i > 0 && passage.where === "prose" && orderFirst.test(sentence);
    const opener = i > 0 && passage.where === "prose" ? openerOf(text.slice(0, sentences[0]?.end)) : "";
    const lead = isLed ? `${opener} ${question}` : bareNo.test(sentence) ? opener : "";
    const isTold = instructionVerbs.has(firstWord(sentence)) && !ofOthers.test(lead);
    const own = isLed && !isTold ? [] : deeds;
    return [...own.map(ofThem), ...replied].map((deed) => ({ deed, sentence: span, lead }));
  });
}

/** "Every child in this group: … is given amoxicillin", "Performs …": whom a list's items are about. */
function ofSubject(markdown: Markdown, passage: Passage, sentence: string): readonly Deed[] | undefined {
  const { where, contexts, headings } = passage;
  const [above] = contexts;
  if (where !== "list") return undefined;
  const line = above && contexts.length > headings ? slice(markdown, above) : "";
  return deedsOfSubject(sentence, line.replace(/[:*_\s]+$/, ""));
}

const whole = ({ start, end }: Span): Span => ({ start: 0, end: end - start });

/** What heads the first paragraph of a section, or a question that is the paragraph before. */
function askedBefore(markdown: Markdown, passages: readonly Passage[], at: number): string {
  const {
    opening,
    contexts: [nearest],
    where,
  } = passages[at] as Passage;
  const prior = passages[at - 1];
  if (prior?.where === "prose") {
    const text = slice(markdown, prior.span);
    const last = sentencesIn(text).at(-1);
    const asked = last ? text.slice(last.start, last.end) : "";
    if (/\?[*_\s]*$/.test(asked)) return asked;
  }
  return nearest && opening === undefined && where !== "cell" ? slice(markdown, nearest) : "";
}

/** What only stands there by its name, and the lexicon knows. */
function listedIn(markdown: Markdown, passages: readonly Passage[], at: number): readonly Placed[] {
  const passage = passages[at] as Passage;
  const text = slice(markdown, passage.span);
  const { row, where, contexts, headings } = passage;
  const placed = (sentence: string, span: Span): Placed[] =>
    deedsIn(sentence)
      .filter(({ known, direction }) => known && direction === "for")
      .map((deed) => ({ deed: { ...deed, ...whole(span) }, sentence: span }));
  const all = { start: 0, end: text.length };
  if (row) {
    const textOf = (part: Span) => slice(markdown, part);
    const [cells, heads] = [row.cells.map(textOf), row.heads.map(textOf)];
    // Another cell of the row may say whether.
    const isJudged = heads.some(
      (head, index) => index !== row.index && judges(head, { cells, heads, index }),
    );
    const told = row.header && !isJudged ? doneInCell(text, textOf(row.header)) : [];
    return told.flatMap((one) => placed(one, all));
  }
  if (where === "list" && text.length < longestLead) {
    const lead = contexts.length > headings ? contexts[0] : priorOf(passages, at)?.span;
    const titles = contexts.map((context) => slice(markdown, context));
    const told = doneInItem(text, lead ? slice(markdown, lead) : "", titles);
    if (told) return placed(told, all);
  }
  return doneBehindArrows(text).flatMap(({ sentence, start, end }) => placed(sentence, { start, end }));
}

/** The line before a list. */
function priorOf(passages: readonly Passage[], at: number): Passage | undefined {
  const { where, group } = passages[at] as Passage;
  let before = at - 1;
  while (where === "list" && passages[before]?.group === group) before--;
  return where === "list" && passages[before]?.where === "prose" ? passages[before] : undefined;
}

/** A part of the body that something is done to is no other condition, nor is what the procedure is called. */
function situated({ thing, known, clause }: Deed, scope: Scope): Scope {
  const { indication } = scope;
  const named = known && !medicineNamed(thing) ? scopeOf(thing, 0).indication : noIndication;
  const but = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => !others.includes(id));
  const own = [...named.conditions, ...(known ? thing.split(" ") : []), ...conditionsBeside(clause)];
  const conditions = but(indication.conditions, own);
  const topic = conditions.length > 0 || !indication.topic.every(isSite) ? indication.topic : [];
  const qualifiers = but(indication.qualifiers, named.qualifiers);
  const same =
    conditions.length === indication.conditions.length &&
    topic.length === indication.topic.length &&
    qualifiers.length === indication.qualifiers.length;
  return same ? scope : { ...scope, indication: { ...indication, conditions, topic, qualifiers } };
}

/** What forbids all that stands below it: a lead-in line, a heading, a column's head. */
function headOf(markdown: Markdown, { row, contexts, where, headings }: Passage): string | undefined {
  const nearest = row
    ? row.header
    : where === "list" || contexts.length === headings
      ? contexts[0]
      : undefined;
  // "Do not give | to a patient with": another column says to whom.
  if (row?.heads.some((one) => one !== nearest && toWhom.test(slice(markdown, one)))) return undefined;
  const head = nearest && slice(markdown, nearest).trim();
  const plain = head?.replace(/[:*_]+$/, "") ?? "";
  return head !== undefined && head.length < 160 && isForbidding(plain) ? head : undefined;
}
const toWhom =
  /^\W*(?:to|in|for|if|when|with|who|unless)\b|\b(?:whom|patients?|people|contra-?indicat\w+)\b/i;

const longestLead = 200;

/** What narrows the lines of a list or a row's cells: parent items, the line before a list, the row's first cell. */
function leadsOf(markdown: Markdown, passages: readonly Passage[], at: number): readonly string[] {
  const { contexts, headings, row } = passages[at] as Passage;
  const beside = row?.header && doOrNot.test(slice(markdown, row.header));
  const side = row && row.index > 0 && !beside ? row.cells[0] : undefined;
  const first = side && actOf(slice(markdown, side)) === undefined ? side : undefined;
  const prior = priorOf(passages, at);
  const line = prior && (labelOf(markdown, prior.span) ?? lastOf(slice(markdown, prior.span).trim()));
  const leads = [...contexts.slice(0, contexts.length - headings), first].flatMap((span) =>
    span ? [lastOf(slice(markdown, span))] : [],
  );
  if (row && !beside) leads.push(...toldBetween(textsOf(markdown, row)));
  const all = line ? [...leads, line] : leads;
  return all.filter(
    (lead) => lead.length < longestLead && !/[.!?][*_\s]*$/.test(lead) && !topical.test(lead.trim()),
  );
}
/** "A cold changes nothing. Other rules apply in dehydrating illness:": its last sentence leads in. */
const lastOf = (text: string): string => text.slice(sentencesIn(text).at(-1)?.start ?? 0);
/** "**Without severe features**: blood pressure of …", and then the list. */
const labelOf = ({ text }: Markdown, { start, end }: Span): string | undefined =>
  /^\s*(?:\*\*|__)([^*_\n]{3,80})(?:\*\*|__)/.exec(text.slice(start, end))?.[1];
/** "Do" beside "Don't": the cells of a row have nothing in common. */
const doOrNot =
  /^\W*(?:do(?: +not|n['’]?t|['’]?s)?|always|never|avoid|yes|no|recommended|not +recommended|right|wrong|helpful|harmful)\W*$/i;

/** Row heads, column heads, lead-in lines and headings, the nearest first. */
function contextsOf(markdown: Markdown, { contexts, row }: Passage): readonly string[] {
  const first = row && row.index > 0 ? row.cells[0] : undefined;
  const text = first ? slice(markdown, first) : "";
  const head = row?.heads[0] && isValue.test(text) ? `${slice(markdown, row.heads[0])} ` : "";
  const others = [row?.header, ...contexts].flatMap((span) => (span ? [slice(markdown, span)] : []));
  return first ? [head + text, ...others] : others;
}
/** "Above 90 %": of what, says the head of its column. */
const isValue =
  /^\W*(?:(?:above|below|under|over|at +least|up +to|less +than|more +than) +)?[\d.]+ *%?(?: +(?:to +[\d.]+ *%?|or +(?:more|less|above|below|higher|lower)))?\W*$/i;

function windowAbove(contexts: readonly string[]): Window | undefined {
  for (const context of contexts) {
    const [found] = windowsIn(context);
    if (found) return found.window;
  }
  return undefined;
}
