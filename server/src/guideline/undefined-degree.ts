// What an action hangs on by its degree alone ("refer severe malaria", "patients at high risk", "if kidney function is
// poor"), where neither this document nor one beside it says which signs or values that means. It must not judge.

import { conditionPhrases } from "../lexicon/conditions.ts";
import { degreeForms } from "../lexicon/degree-words.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { instructionsIn, verbOfInstruction } from "./instruction.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { listPerRun, oncePerRun } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { pathOf } from "./section.ts";
import { sentencesIn } from "./sentence.ts";

export interface Degree extends Span {
  /** "severe", "risk", or the quantity: what a definition must be of. */
  readonly of: string;
  readonly kind: "grade" | "risk" | "low" | "high" | "degree";
  /** What it is a degree of. */
  readonly noun?: string | undefined;
}

const grades = "mild|moderate|severe|serious|critical|complicated|uncomplicated|life-threatening";
const quantity =
  "(?:oxygen +)?saturations?|potassium|sodium|calcium|magnesium|phosphate|glucose|blood +sugar|ha?emoglobin|platelets?(?: +counts?)?|neutrophils?(?: +counts?)?|white +(?:cells?|counts?)|creatinine|bilirubin|lactate|blood +pressure|systolic(?: +pressure)?|pulse(?: +rate)?|heart +rate|respiratory +rate|breathing +rate|temperature|(?:kidney|renal|liver|hepatic|lung|heart|ventricular|cardiac|thyroid) +function|appetite|urine +(?:output|volume)|diuresis|filtration +rate|egfr|inr|vision|hearing|intake|birth +weight|body +weight|adherence|muscle +(?:power|strength)";
const low = "low|poor|reduced|impaired|decreased|weak|falling|inadequate|insufficient|bad";
const high = "high|raised|elevated|increased|fast|rapid|rising";

const graded = new RegExp(
  `\\b(?<degree>${grades})\\b(?<noun>(?: +(?!(?:and|or|to|in|with|is|are|for)\\b)[a-zß-öø-ɏ-]+){0,2})`,
  "gi",
);
const risk =
  /\b(?:at +)?(?<degree>high|higher|increased|low|intermediate|elevated|particular|special)(?:est)?[ -]risk\b|\bat +risk\b(?! +of +[a-z]+ing\b)/gi;
const before = new RegExp(
  `\\b(?:(?<low>${low})|(?<high>${high})) +(?<noun>${quantity})(?= *(?:[.,;:|)]|$| (?:and|or|at|on|in|with|after|before|during|despite|is|are|should|must|may|needs?|gets?|receives?|to)\\b))`,
  "gi",
);
const behind = new RegExp(
  `\\b(?:if|when|where|once|whenever|until|unless|while|as +soon +as)\\b[^.;:,|]{0,40}?\\b(?<noun>${quantity})(?: +[a-z]+){0,3}? +(?:is|are|remains?|becomes?|stays?|seems?|gets?|has|have) +(?:still +|very +|too +|clearly +|become +)?(?:(?<low>${low})|(?<high>${high}))\\b`,
  "gi",
);

/** What everyone calls severe without asking for a value. */
const symptom =
  /\b(?:pain|headache|bleeding|ha?emorrhage|vomiting|diarrh\w+|itch\w*|cough|reactions?|symptoms?|side|adverse|effects?|signs?|allerg\w+|harm|problems?|illness|distress|cramps?|nausea|sedation|injur\w+|consequences|complications?|outcomes?|anxiety|agitation|restlessness|thirst|breathlessness|dyspn\w+)\b/i;
const ofCase =
  /^ *(?:cases?|disease|attacks?|episodes?|exacerbations?|forms?|infections?|patients?|children|disorder)\b/i;

const degreesIn = remembered((text): readonly Degree[] => {
  const found: Degree[] = [];
  const isLabel = text.length < longestLabel || /^.{3,50}:/.test(text);
  const add = (
    match: RegExpExecArray,
    of: string,
    kind: Degree["kind"],
    length = match[0].trimEnd().length,
    noun?: string,
  ) => {
    const span = { start: match.index, end: match.index + length };
    const isSign = kind !== "grade" && kind !== "risk" && !judging.test(match[0]);
    // "Severe (below 90 %)": said on the spot.
    if (!isSign && !onTheSpot.test(text.slice(span.end)) && !/[\d<>≥≤]/.test(match[0]))
      found.push({ ...span, of, kind, noun });
  };
  for (const match of matchesIn(text, graded)) {
    const { degree = "", noun = "" } = match.groups ?? {};
    const words = noun.trim().toLowerCase();
    // What is not severe is mild.
    if (symptom.test(words) || /^mild/i.test(degree)) continue;
    const [first = ""] = words.split(" ", 1);
    const named =
      [words, first].find((one) => [one, inBritish(one)].some((name) => conditionPhrases.has(name))) ??
      (ofCase.test(noun) ? first : undefined);
    if (named !== undefined || (isLabel && match.index < 6 && words === ""))
      add(match, degree.toLowerCase(), "grade", degree.length + (named ? 1 + named.length : 0));
  }
  for (const match of matchesIn(text, risk)) add(match, "risk", "risk");
  for (const form of [before, behind])
    for (const match of matchesIn(text, form)) {
      const { noun = "", low: isLow } = match.groups ?? {};
      const isCondition =
        form === behind ||
        /\b(?:if|when|with|for|in|once|until) +(?:[a-z]+ +)?$/i.test(text.slice(0, match.index));
      if (isCondition || (isLabel && match.index < 6))
        add(match, noun.toLowerCase(), isLow === undefined ? "high" : "low");
    }
  for (const form of degreeForms)
    for (const match of matchesIn(text, form)) {
      const { degree = "", noun } = match.groups ?? {};
      const isKnown = found.some(
        ({ start, end }) => start < match.index + match[0].length && match.index < end,
      );
      if (!isKnown) add(match, degree.toLowerCase(), "degree", undefined, noun?.toLowerCase());
    }
  return found;
});
/** What is slow, weak or low every clinician knows as a sign; what is too much or poor nobody does. */
const judging =
  /\b(?:too|lots?|much|poor(?:ly)?|bad(?:ly)?|frail|marked(?:ly)?|significant(?:ly)?|considerabl[ey]|excessive(?:ly)?|serious(?:ly)?)\b/i;
const inBritish = (word: string) => word.replace(/(?<!a)emia\b/, "aemia").replace(/rrhea\b/, "rrhoea");
const onTheSpot =
  /^ *\(|^ *:[^.;|:]{0,80}?(?:\b(?:below|above|under|over|than|least)|[<>≥≤]) *\d|^(?! +(?:after|for|within|despite|during)\b)[^.;|:,]{0,20}(?:\b(?:of|below|above|under|over|than|least|to|scores?|stage|class|grade)|[<>≥≤=]) *\d/i;
const longestLabel = 40;

/** Where somebody is told what to do: an instruction, or the head of a row that has one. */
const actedOn = listPerRun((run, markdown) => {
  const isBackground = pathOf(run.section).some(({ title, level }) => level > 1 && background.test(title));
  return isBackground ? [] : passagesIn(run, markdown).flatMap((passage) => degreesAt(passage, markdown));
});

function degreesAt({ span, where, row }: Passage, markdown: Markdown): readonly Degree[] {
  if (where === "heading") return [];
  const text = slice(markdown, span);
  const placed = (words: string, by: number) =>
    degreesIn(words).map((one) => ({ ...one, ...shifted(one, by) }));
  if (row) {
    const head = row.header ? slice(markdown, row.header) : "";
    const others = row.cells.filter(({ start }) => start !== span.start);
    // "| Finding | Place |": what leads to what.
    const leads = decides.test(head) && row.index < row.cells.length - 1;
    const isHead = row.index === 0 && others.some((cell) => acts(slice(markdown, cell)));
    return leads || isHead ? placed(text, span.start) : [];
  }
  return sentencesIn(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const isTold = acts(words) || (words.length < longestLabel && acts(text.slice(end, end + 80)));
    return isTold ? placed(words, span.start + start) : [];
  });
}
const decides =
  /^\W*(?:finding|sign|symptom|criteri|condition|situation|when|if|who|patient|child|case|trigger|indication|group|problem|state|status|result|what +the)/i;
const background =
  /\b(?:background|references|bibliography|literature|evidence|rationale|introduction|epidemiology|discussion|why|reasons?|causes?|definitions?|features|presentation|diagnosis)\b/i;

const acts = remembered(
  (text): boolean =>
    calling.test(text) ||
    verbOfInstruction(text) !== undefined ||
    instructionsIn(text).length > 0 ||
    itemsOf(text).some(({ kind }) => kind === "medicine"),
);

const calling =
  /(?:^[^a-zß-öø-ɏ]*|, *|\bto +)(?:phone|ring|call|come +back|return|seek|tell|report|alert)\b|\b(?:receives?|goes? +(?:home|to)|comes? +back|stays? +(?:in|on)|is +kept|are +kept)\b/i;
const lower =
  "(?:below|under|less +than|lower +than|fewer +than|<|≤|falls? +to|drops? +to|or +(?:less|lower|below|under|fewer)|at +most|down +to)";
const upper =
  "(?:above|over|more +than|higher +than|greater +than|exceed\\w*|>|≥|rises? +to|or +(?:more|higher|above|over|faster)|at +least|from)";

/** How a text would say what is meant. */
function definitionOf({ of, kind, noun }: Pick<Degree, "of" | "kind" | "noun">): RegExp {
  const word = of.replace(/ +/g, " +");
  if (kind === "degree") {
    const bound = `(?:${lower}|${upper}|means?\\b|=|\\bdefined\\b)`;
    const near =
      noun && noun.length > 3
        ? `|\\b${noun}\\b[^\\n]{0,70}(?:${bound}[^\\n]{0,12}\\d|\\d[^\\n]{0,20}${bound})`
        : "";
    return new RegExp(
      `\\b${word}\\b[^\\n.|]{0,40}(?:\\bmeans?\\b|=|\\(|\\bis +defined\\b)|\\b(?:called|regarded|counts?|defined|classed|means?|graded)\\b[^\\n.]{0,40}\\b${word}\\b${near}`,
      "i",
    );
  }
  if (kind === "low" || kind === "high") {
    const bound = kind === "low" ? lower : upper;
    return new RegExp(
      `\\b${word}\\b[^\\n]{0,70}(?:${bound}[^\\n]{0,12}\\d|\\d[^\\n]{0,20}${bound})|${bound} *[\\d.,]+[^\\n.;]{0,40}\\b${word}\\b|\\b(?:${low}|${high}) +${word}\\b[^\\n.]{0,30}(?:\\bmeans?\\b|=|\\(|\\bis +(?:defined|when|if|one|a)\\b)`,
      "i",
    );
  }
  const term =
    kind === "risk"
      ? "(?:high|higher|increased|low|intermediate|elevated|particular|special|at)[ -](?:the +)?risk"
      : word;
  return new RegExp(
    `^#[^\\n]*\\b${term}\\b|^ *\\|[^\\n]*\\b${term}\\b[^\\n]*\\n *\\|[ :|-]+$|\\b(?:signs?|criteri\\w+|features?|defin\\w+|classif\\w+|grad(?:e|es|ed|ing)|counts?|called|regarded|rated|scores?|scored|danger|points?|meets?|terms?|makes?|factors?)\\b[^.|\\n]{0,50}\\b${term}\\b|\\b${term}\\b[^.|:;\\n]{0,40}(?:\\(|=|–|—|\\bmeans?\\b|\\b(?:is|are|as) +(?:defined|any|an?|one|present|when|if|the|at|fever|two|three|those)\\b|\\bif\\b|\\bscores?\\b|\\bclass\\b)`,
    "im",
  );
}
const labelled = (word: string) =>
  new RegExp(
    `^[^\\p{L}\\n]{0,8}(?:[\\p{L}-]+[ -]){0,4}${word}\\b[^.:|\\n]{0,40}[:.|](?<rest>[^\\n]{0,120})`,
    "gimu",
  );

/** "**Severe malaria**: a positive test with any one of …": a label that is followed by signs, not by what to do. */
const isLabelled = (text: string, label: RegExp): boolean =>
  matchesIn(text, label).some(({ groups = {} }) => {
    const [rest = ""] = (groups.rest ?? "").split(/\. +(?=\p{Lu})/u);
    return /\p{L}{3}[^\p{L}]+\p{L}/u.test(rest) && !acts(rest.replace(/[|*_]/g, " ").trim());
  });

const compared = new RegExp(
  `\\d.*${lower}|${lower}.*\\d|\\d.*${upper}|${upper}.*\\d|\\d +(?:to|and|–|-) +\\d`,
  "i",
);
/** "Give oxygen if the saturation is below 90 %": said in the next cell. */
const conditioned = new RegExp(`\\b(?:if|when|where|unless|while)\\b[^|]*(?:${compared.source})`, "i");
const bareDegree = new RegExp(
  `\\btoo +[a-z]+\\b(?! +to\\b)|\\b(?:very|rather|quite|markedly|clearly) +(?:low|high|raised|poor|fast|slow)\\b|\\b(?:${low}|${high}|abnormal|deranged|excessive|significant|considerable)\\b`,
  "i",
);
/** "Neutrophils have fallen too far", in a column whose other rows have values. */
const amongValues = listPerRun(({ blocks }, markdown) =>
  blocks.flatMap((block): readonly Span[] => {
    if (block.kind !== "table" || block.rows.length > mostRows) return [];
    return block.header.cells.flatMap((_head, column) => {
      const rows = block.rows.map((row) => ({ cell: row.cells[column], all: row.cells }));
      const textOf = (cell: Span | undefined) => (cell ? slice(markdown, cell) : "");
      const valued = rows.filter(({ cell }) => compared.test(textOf(cell)));
      const bare = rows.flatMap(({ cell, all }) => {
        const text = textOf(cell);
        const isBare = text.length < longestCell && !/\d/.test(text) && bareDegree.test(text);
        return cell && isBare && !all.some((other) => conditioned.test(textOf(other))) ? [cell] : [];
      });
      const [only] = bare;
      return only && bare.length === 1 && valued.length > 1 ? [only] : [];
    });
  }),
);
const mostRows = 60;
const longestCell = 70;

/** The first of each that is defined nowhere. */
export function undefinedDegrees(guideline: Guideline, others: readonly Guideline[]): readonly Span[] {
  const told = new Set<string>();
  const cells = amongValues(guideline.runs, guideline.markdown);
  const acted = actedOn(guideline.runs, guideline.markdown).filter((one) => {
    const name = nameOf(one);
    if (told.has(name)) return false;
    told.add(name);
    return !defines(guideline, name) && !others.some((other) => definesElsewhere(other)(name));
  });
  return [
    ...acted.filter((one) => !cells.some(({ start, end }) => start <= one.start && one.end <= end)),
    ...cells,
  ];
}

const nameOf = ({ kind, of, noun }: Degree) => [kind, of, noun ?? ""].join("|");
/** How a text would say what is meant, by name. */
const formsFor = remembered((name) => {
  const [kind = "", of = "", noun = ""] = name.split("|");
  const one = { kind: kind as Degree["kind"], of, noun: noun === "" ? undefined : noun };
  return {
    definition: definitionOf(one),
    label: kind === "low" || kind === "high" ? undefined : labelled(of),
  };
});

const definesIn = (text: string): ((name: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const { definition, label } = formsFor(name);
    const found = definition.test(text) || (label !== undefined && isLabelled(text, label));
    known.set(name, found);
    return found;
  };
};

/** Asked of what stands under one heading: a key stroke asks only where it is again. */
const definesInRun = oncePerRun(({ blocks }, markdown) =>
  definesIn(markdown.text.slice(blocks[0]?.span.start ?? 0, blocks.at(-1)?.span.end ?? 0)),
);
const defines = ({ runs, markdown }: Guideline, name: string) =>
  runs.some((run) => definesInRun(run, markdown)(name));
/** Of another document its text alone is asked, which is always at hand. */
const definesElsewhere = oncePer(({ text }: Guideline) => definesIn(text));
