// Where a list, table or paragraph divides what is measured: the ends of its ranges ("115 to 124 mm", "80 to 99 g/L") and
// the steps of its ladders, which are no thresholds by themselves. It must not know what is done there.

import { type Analyte, analyteNamed } from "../lexicon/analytes.ts";
import { type ActionKind, kindByWord } from "../lexicon/threshold-words.ts";
import { plainAt } from "../syntax/plain-at.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import type { LabReading } from "./lab-value.ts";
import { type Measured, measuredIn } from "./measured.ts";
import { eachRun } from "./run.ts";
import { noScope } from "./scope.ts";
import { inOneUnit, isInclusive, isUpward, type Threshold } from "./threshold.ts";
import { named } from "./threshold-open.ts";
import { inside, noAnalyte, nothing, type Said, saidBeside, union } from "./threshold-said.ts";

/** What is measured is not said where the unit may be of several things. */
const openAnalyte: Analyte = Object.freeze({
  ...{ id: "open", name: "the value", kinds: [], molar: undefined, otherMolar: undefined },
  ...{ valence: undefined, bare: [] },
});

export const isUnnamed = ({ analyte }: Threshold): boolean => analyte.id.startsWith("open");

const mostCells = 10;

/** Of a document, thresholds among them. */
export const cutPointsOf = (guideline: Guideline): readonly Threshold[] => {
  const known = new Set(guideline.thresholds.map(({ reading }) => reading.start));
  return [...guideline.thresholds, ...cuts(guideline).filter(({ reading }) => !known.has(reading.start))];
};

const cuts = eachRun((run, { markdown, scopes }: Guideline): readonly Threshold[] =>
  measuredIn(run, markdown).flatMap((measured) => {
    const { reading, passage } = measured;
    const slice = (span: Span) => plainAt(markdown, span);
    const called =
      measured.analyte !== undefined &&
      (isCalledLine(reading, measured.sentence, slice) || isTrigger(measured, slice));
    const ends = endsOf(
      reading,
      measured.unit !== undefined || measured.analyte?.kinds.includes("score") === true,
      called,
    );
    const [first] = ends;
    if (!first || measured.unit?.kind === "time" || measured.analyte?.id === "weight") return [];
    const own = named(measured, markdown);
    const analyte = own.analyte ?? (measured.unit || isBare(measured, slice) ? openAnalyte : undefined);
    if (!analyte) return [];
    const said = saidAround(own, slice);
    const scope = scopes.get(passage.block) ?? noScope;
    const common = {
      ...{ ...said, term: nothing, topics: nothing, gradesAbove: nothing, whose: nothing, ledWords: nothing },
      ...{ above: new Set(scope.indication.conditions), allWords: said.words, rowHead: nothing, beside: [] },
      ...{
        population: inside(scope.population, said.own),
        group: passage.group,
        unit: measured.unit,
        reading,
      },
      ...{ start: reading.whole.start, end: reading.whole.end },
    };
    return ends.flatMap(({ operator, value, below }) =>
      below === undefined
        ? [{ ...common, analyte, operator, value }]
        : pressures(value, below).map(([of, figure]) => ({
            ...common,
            analyte: of,
            operator,
            value: figure,
          })),
    );
  }),
);

interface End {
  readonly operator: Threshold["operator"];
  readonly value: number;
  readonly below?: number | undefined;
}

/** Both ends of a range, or the one that a comparison has. */
function endsOf(
  { operator, low, high, below }: LabReading,
  isMeasured: boolean,
  isLine: boolean,
): readonly End[] {
  if (operator && operator !== "=")
    return [{ operator, value: operator.startsWith(">") ? low : high, below }];
  if (isLine) return (["<", ">="] as const).map((sign) => ({ operator: sign, value: low, below }));
  if (low === high || below !== undefined || !isMeasured) return [];
  const ends: End[] = [
    { operator: ">=", value: low },
    { operator: "<=", value: high },
  ];
  return low === 0 ? ends.slice(1) : ends;
}

/** A figure that is compared and counts nothing: "over 2.50", "Result 300 and above: under the lamp". */
function isBare({ reading, unit, sentence, passage: { row } }: Measured, slice: (span: Span) => string) {
  const heads = row ? [row.header, row.cells[0]] : [];
  if (row && !heads.some((head) => head && measuring.test(slice(head)))) return false;
  if (unit || reading.operator === undefined || reading.operator === "=" || reading.below !== undefined)
    return false;
  const own = slice({ start: Math.max(sentence.start, reading.whole.start - 60), end: reading.whole.start });
  return !counting.test(own) && closed.test(slice({ start: reading.whole.end, end: sentence.end }));
}
/** In a table its column, or its row, says that something is measured. */
const measuring =
  /\b(?:shows?|results?|readings?|values?|levels?|counts?|meter|measure[ds]?|monitor|blood|samples?|lab\w*|figures?|numbers?|scores?)\b/i;
const counting =
  /\b(?:ages?|aged|child(?:ren)?|patients?|people|adults?|women|men|babies|infants?|boys|girls|years?|months?|weeks?|days?|hours?|doses?|steps?|grades?|stages?|class|lines?|sections?|tables?|pages?|times|parity|para|gravida)\W*$/i;
const closed =
  /^(?:\s*$|\s*[.,;:)?!|→➔–—\]”"*_]| +(?:and|or|is|are|was|means?|the|we|give|gets?|needs?|must|should|has|have|he|she|it|they|you|on|in|at|to|with|without|when|if|then|beats|twice)\b)/i;

const line =
  /\b(?:lines?|limits?|thresholds?|triggers?|cut[ -]?offs?|cut[ -]?points?|marks?)\b[^.;:]{0,60}\b(?:is|are|was|lies?|stands?|drawn|set|printed|fixed|of|at)\b(?:[^.;:\d]|\d+(?=\D{0,40}\band\b))*$/i;

/** "That line is drawn at 15 % in adults and at 10 % in children": of which side something is said follows elsewhere. */
function isCalledLine(
  { operator, low, high, whole }: LabReading,
  { start }: Span,
  slice: (span: Span) => string,
) {
  return operator === undefined && low === high && line.test(slice({ start, end: whole.start }));
}

const triggered =
  /\b(?:at|once|when|if|with|is|are|of|shows?|reads?)(?: +(?:an?|the|any))?(?: +[a-zß-öø-ɏ]+(?: +(?:blood +)?pressure)?(?: +of)?)?[ :]*$/i;

/** "Transfuse at a haemoglobin of 7 g/dL", "red line at 80 %: walk ends": something is done there, on which side is told elsewhere. */
function isTrigger({ reading, sentence, from }: Measured, slice: (span: Span) => string): boolean {
  const { operator, low, high, whole } = reading;
  if (operator !== undefined || low !== high) return false;
  return (
    (triggered.test(slice({ start: Math.max(sentence.start, whole.start - 60), end: whole.start })) ||
      (from === "sentence" && /^ *(?::|→|➔|->|=>)/.test(slice({ start: whole.end, end: sentence.end })))) &&
    (slice(sentence).match(/\p{L}+/gu) ?? []).some((word) => acts.has(kindByWord.get(word.toLowerCase())))
  );
}
const acts: ReadonlySet<ActionKind | undefined> = new Set(["do", "stop", "reduce", "refer", "discharge"]);

function pressures(systolic: number, diastolic: number): (readonly [Analyte, number])[] {
  return (["systolic-pressure", "diastolic-pressure"] as const).flatMap((id, i) => {
    const of = analyteNamed(id);
    return of ? [[of, i === 0 ? systolic : diastolic] as const] : [];
  });
}

/** What the row, or the sentence, says; which measurement is meant, its own cell, its row's head and its column's. */
function saidAround({ passage, sentence, analyte }: Measured, slice: (span: Span) => string): Said {
  const spans = passage.row ? passage.row.cells.slice(0, mostCells) : [sentence];
  const all = spans.map((span) => saidBeside(analyte ?? noAnalyte)(slice(span)));
  const [first] = all;
  const near = passage.row
    ? [
        passage.span,
        ...passage.row.cells.slice(0, 1),
        ...(passage.row.header ? [passage.row.header] : []),
      ].map((span) => saidBeside(analyte ?? noAnalyte)(slice(span)))
    : all;
  const of = <Key extends Exclude<keyof Said, "own">>(key: Key) => union(all, key);
  return {
    ...{ kinds: of("kinds"), conditions: of("conditions"), implied: of("implied") },
    ...{ qualifiers: of("qualifiers"), actions: of("actions"), stopped: of("stopped") },
    ...{ aspects: union(near, "aspects"), events: of("events"), phases: of("phases"), doses: of("doses") },
    ...{ ways: of("ways"), words: of("words"), own: first?.own ?? { groups: [] } },
  };
}

/** Where the one side ends and the other begins: "124 mm and less" and "125 mm or more" are one place. */
export function sameCut(a: Threshold, b: Threshold): boolean {
  const values = inOneUnit(a, b);
  if (!values) return false;
  const [one, other] = values;
  const exact = a.unit?.code === b.unit?.code;
  const near = (x: number, y: number) => Math.abs(x - y) <= (exact ? 1e-9 : 0.011 * Math.abs(x));
  if (near(one, other)) return true;
  // "12 or less" and "13 or less" are two places, though the first ends where 13 begins.
  if (isUpward(a) === isUpward(b) && isInclusive(a) === isInclusive(b)) return false;
  const [behind, alsoBehind] = [behindOf(a), behindOf(b)];
  return (
    exact &&
    (near(one + behind, other) || near(one, other + alsoBehind) || near(one + behind, other + alsoBehind))
  );
}

/** "At most 6.9" ends where 7.0 begins, and what is above 124 where 125 does. */
const behindOf = ({ operator, value, unit, reading }: Threshold): number =>
  (operator === "<=" && unit?.kind !== "multiple") || (operator === ">" && value >= leastWhole)
    ? Math.max(reading.lowStep, reading.highStep)
    : 0;
const leastWhole = 20;
