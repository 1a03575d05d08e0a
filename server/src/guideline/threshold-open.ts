// Values that only "the reading", "the count" or "a first score" is said to have: they are of what all others of their
// kind in the document are of, and of nothing where those differ. It must not know where a value's name stands.

import type { Analyte } from "../lexicon/analytes.ts";
import { type LabKind, type LabUnit, labUnitNamed } from "../lexicon/lab-units.ts";
import { kindByWord } from "../lexicon/threshold-words.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { labTextOf } from "./lab-value.ts";
import type { Measured } from "./measured.ts";
import type { Threshold } from "./threshold.ts";

/** Units that a hundred other things have. */
const anything: ReadonlySet<LabKind> = new Set(["time", "weight", "volume", "flow", "weightFlow", "amount"]);

const openNames = new Map<LabKind, Analyte>();

export function openOf(kind: LabKind): Analyte {
  const known = openNames.get(kind);
  if (known) return known;
  const made: Analyte = Object.freeze({
    ...{ id: `open ${kind}`, name: "value", kinds: [kind], molar: undefined, otherMolar: undefined },
    ...{ valence: undefined, bare: [] },
  });
  openNames.set(kind, made);
  return made;
}

const isOpen = ({ id }: Analyte): boolean => id.startsWith("open ");

/** What a value is called by whoever has named it before. */
const before =
  /\b(?:(?:readings?|values?|results?|levels?|counts?|numbers?|figures?|measurements?|samples?|tests?|concentrations?|findings?|titres?|it)(?: +(?:that|which))?(?: +(?:is|are|was|were|of|at|has|have|stays?|remains?|falls?|drops?|rises?|still|back|found|on +\w+))*|scores?(?: +(?:is|of|at))?|fasting|random|(?:one|two|1|2)[- ]hours?|(?:fasting|tolerance) +test)[\s:(]*$/i;
const scored = /\b(?:scores?|points?|totals?|results?|readings?|values?|ratios?|it)\b/i;
const counted = /\bcounts?\b/i;

/** With what stands in for what such a value is of. */
export function named(one: Measured, markdown: Markdown): Measured {
  const analyte = one.analyte ?? openAnalyte(one, (span) => plainAt(markdown, span));
  return analyte === one.analyte ? one : { ...one, analyte };
}

/** Undefined where nothing says that it is a measured one. */
function openAnalyte(
  { reading, unit, passage }: Measured,
  slice: (span: Span) => string,
): Analyte | undefined {
  if (reading.operator === undefined || reading.below !== undefined) return undefined;
  const own = slice({
    start: Math.max(passage.span.start, reading.whole.start - 60),
    end: reading.whole.start,
  });
  const head = passage.row?.header;
  const cell = head && own.trim() === "" ? slice(head) : "";
  const name = before.exec(own)?.[0] ?? (before.test(cell) ? cell : undefined);
  if (name === undefined)
    return unit && saysNothing(own) && !isStrength(unit, slice({ ...passage.span, start: reading.whole.end }))
      ? openOf(unit.kind)
      : undefined;
  // How strong a solution is.
  if (unit?.kind === "proportion" && /^concentration/i.test(name)) return undefined;
  if (!unit && counted.test(name)) return openOf("count");
  if (!unit) return scored.test(name) ? openOf("score") : undefined;
  return anything.has(unit.kind) ? undefined : openOf(unit.kind);
}

/** "No: transfuse below 6 g/dL", "one unit under 80 g/L": right before it stands nothing that could be measured. */
function saysNothing(own: string): boolean {
  const [, word] = /(?:^|[\s(*_])(\p{L}+) *$/u.exec(own) ?? [];
  return word === undefined
    ? /(?:^|[.;:?!,(→➔–—|>*_\]])[\s*_]*$/.test(own)
    : joining.test(word) || kindByWord.has(word.toLowerCase());
}
const joining =
  /^(?:if|when|whenever|once|at|until|unless|is|are|be|was|stays?|remains?|by|and|or|with|for|to|on|units?|bags?|pools?|patients?|adults?|child|children|babies|infants?|women|those|yes|no|only|still|again|now|today|already|even)$/i;

/** "Above 12.5 % glucose": how strong a solution is. */
const isStrength = (unit: LabUnit, behind: string): boolean =>
  anything.has(unit.kind) ||
  (unit.kind === "proportion" && /^ *(?!or\b|and\b|on\b|in\b|at\b|despite\b)\p{L}/u.test(behind));

/** All that are of something: the open ones are of what the rest of the document has in their unit, or what it names. */
export function withOpen(list: readonly Threshold[], markdown: Markdown): readonly Threshold[] {
  if (!list.some(({ analyte }) => isOpen(analyte))) return list;
  return list.flatMap((one) => {
    if (!isOpen(one.analyte)) return [one];
    const alike = new Set(
      list.filter((other) => !isOpen(other.analyte) && isOfKind(other, one)).map(({ analyte }) => analyte),
    );
    const [analyte, ...others] = alike.size > 0 ? alike : namedIn(markdown, one);
    return analyte && others.length === 0 ? [oneOf(one.unit ? one : withUnit(one, analyte))(analyte)] : [];
  });
}

/** So many blocks are looked through for a name. */
const mostBlocks = 300;

function namedIn(markdown: Markdown, one: Threshold): ReadonlySet<Analyte> {
  const { unit } = one;
  if (!unit && one.analyte !== openOf("count")) return new Set();
  const mentions = markdown.blocks
    .slice(0, mostBlocks)
    .flatMap((block) => ("span" in block ? labTextOf(plainAt(markdown, block.span)).mentions : []));
  return new Set(
    mentions
      .filter(({ implied }) => !implied)
      .flatMap(({ analytes }) => analytes.find((analyte) => mayBe(analyte, one)) ?? []),
  );
}

/** In the unit that is written, or in the one that goes without saying. */
const mayBe = (analyte: Analyte, { unit, value, analyte: open }: Threshold): boolean =>
  unit
    ? analyte.kinds.includes(unit.kind)
    : analyte.kinds.some((kind) => open.kinds.includes(kind)) && bareUnit(analyte, value) !== undefined;

function bareUnit({ bare }: Analyte, value: number) {
  const fitting = bare.filter(({ low, high }) => value >= low && value <= high);
  return fitting.length === 1 ? labUnitNamed(fitting[0]?.code ?? "") : undefined;
}

/** "A count below 200", where CD4 cells are counted: 200/µL. */
const withUnit = (one: Threshold, analyte: Analyte): Threshold =>
  isCount(one) ? { ...one, unit: bareUnit(analyte, one.value) } : one;

const isCount = ({ analyte }: Threshold) => analyte.kinds.includes("count");

const oneOf = oncePer((one: Threshold) => oncePer((analyte: Analyte): Threshold => ({ ...one, analyte })));

function isOfKind({ analyte, unit }: Threshold, open: Threshold): boolean {
  if (isCount(open) && !open.unit) return mayBe(analyte, open);
  if (unit?.code !== open.unit?.code) return false;
  if (unit) return true;
  return analyte.bare.some(({ low, high }) => open.value >= low && open.value <= high);
}
