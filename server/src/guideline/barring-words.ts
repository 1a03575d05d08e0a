// The words of what bars a medicine outright: at what it stands, what narrows or weighs it, and its parts that say of
// whom it is, each by itself. It must not know where they stand.

import type { Span } from "../text/span.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";

export interface Bar extends Span {
  readonly target: MedicineTarget;
  /** Of whom, in the text's words: any of them. */
  readonly whom: readonly string[];
  /** What it is barred for, where it may be given for other things. */
  readonly use: string | undefined;
  /** Of what acts where it is put: nothing else is barred, that as well, or nothing is said of it. */
  readonly local: "only" | "too" | undefined;
}

const taking = "(?:given|used|prescribed|taken|offered|started|administered|injected|applied)";
/** Behind what is barred, or before a list of it. */
export const participle = new RegExp(
  "\\b(?:contra-?indicated|forbidden|prohibited|banned|off[- ]limits)\\b" +
    "|\\bnever +(?=(?:in|for|to|during|with|while|when|if|after|before|below|under|within) )" +
    `|\\b(?:(?:must|may) +(?:not|never)|(?:is|are) +never) +(?:to +)?(?:be +)?${taking}\\b`,
  "i",
);
/** Before what is barred. */
export const noun = /\bcontra-?indications? +(?:to|for|against) +|\bcontra-?indicated +for +/i;
export const active =
  /\b(?:(?:must|may) +(?:not|never)|never) +(?:receive|get|be +(?:given|prescribed|offered))\s+/i;
export const mayBar = /contra-?indicat|forbidden|prohibited|banned|off[- ]limits|\b(?:never|not)\b/i;
/** What a heading, a lead-in line or the head of a row or column says of all below it. */
export const heads =
  /\bcontra-?indications?(?: +(?:to|for|of))?|\bcontra-?indicated|\b(?:forbidden|prohibited|banned)\b|\bnot +(?:to +be +)?(?:given|used|for)\b|\bnever\b/i;

/** It speaks of contraindications, or spares some. */
export const spared =
  /\b(?:if|unless|when|where|whether|whenever|not|no +longer|rarely|hardly|no|nor|were|was|neither|few|any +other|other(?= +contra)|without|check|despite|whom|which) +(?:[^\s,;:]+ +){0,3}?(?:contra-?indicat|forbidden|prohibited|banned)/i;
const weighing =
  /\b(?:unless|except|other +than|apart +from|relative(?:ly)?|caution\w*|only|if +possible|may +be +(?:given|used)|prefer\w*|usually|routine\w*|first[- ]line|higher|doses? +above|more +than +\d+ *(?:mg|g)|concurrent\w*|simultaneous\w*|combin(?:ed|ation)(?! +(?:pill|oral|contracep|horm|method|patch|inject))|mix\w*|dilut\w*|undiluted|bolus|rapid\w*|abrupt\w*|crush\w*|same +(?:syringe|line|time)|together(?= +(?:is|are)))\b|\?\s*$/i;
export const isWeighed = (text: string): boolean => weighing.test(text.replace(everyForm, " "));

export const everyForm =
  /,?\s*\b(?:in|by|at|as|for|of|with|under) +(?:any|every|whatever|whichever|all) +(?:forms?|routes?|products?|combinations?|doses?|reasons?|preparations?|circumstances?|strengths?|kinds?)\b[^.;:]*|,?\s*\b(?:alone|with +or +without|drops? +included|also +by|whatever +the|for +life)\b[^.;:]*/i;
const why =
  /\s*(?:[:;–—]|,\s*(?:since|because|as|so|for|and +(?:so|therefore))\b|\b(?:because|since|due +to|owing +to)\b)[\s\S]*$/i;
/** Without the reasons, and without what narrows nothing. */
export const plain = (text: string): string => text.replace(everyForm, " ").replace(why, " ");

const filler =
  /^(?:[\s,/()"]|\b(?:and|or|nor|as +well +as|the|all|any|every|each|its|their|whole|entire|class(?:es)?|group|other|such|like|including|also|both|an?|medicines?|drugs?|agents?|tablets?|products?|of|use)\b){0,12}$/i;
/** "On warfarin …" is no subject. */
const beside =
  /\b(?:on|takes?|taking|took|taken|receiv\w+|uses?|using|after|during|with|within|hours +of|days +of|allerg\w+ +to|reaction +to)\s+(?:(?:an?|the|any|other)\s+)*$/i;

/** Those that begin there and stand together. */
export function listFrom(text: string, from: number): readonly MedicineTarget[] {
  const found: MedicineTarget[] = [];
  for (const one of targetsIn(text)) {
    if (one.start < from) continue;
    if (!filler.test(text.slice(found.at(-1)?.end ?? from, one.start))) break;
    found.push(one);
  }
  return found;
}

/** Those that stand together and end before a mark. */
export function listBefore(text: string, mark: number): readonly MedicineTarget[] {
  const all = targetsIn(text.slice(0, mark));
  const last = all.at(-1);
  if (!last || beside.test(text.slice(0, last.start)) || !isShort(text.slice(last.end, mark))) return [];
  let from = all.length - 1;
  while (
    from > 0 &&
    filler.test(text.slice(all[from - 1]?.end, all[from]?.start)) &&
    !beside.test(text.slice(0, all[from - 1]?.start))
  )
    from--;
  return all.slice(from);
}
const isShort = (gap: string): boolean =>
  gap.length < 70 &&
  /^\s*[:–—]?\s*$|^[^:]*$/.test(gap) &&
  !/;|\.\s|\b(?:who|which|when|if|it|they|both|whole)\b/i.test(gap.replace(/\bits +whole\b/i, ""));

/** Named elsewhere than in the sentence. */
export const unplaced = (all: readonly MedicineTarget[]): readonly MedicineTarget[] =>
  all.map((one) => ({ ...one, start: -1, end: -1 }));

const divided =
  /[,;:•()]|\b(?:and|or|nor|as +well +as)\b(?! +(?:later|over|above|more|longer|less|below|under|older|younger|up|upwards?|beyond|onwards?|lower|higher)\b)(?! *\d)/i;
/** "From 24 hours to 12 months after the accident": of what stands before it. */
const onlyWhen =
  /^(?:from|within|until|before|after|for|during|in|up +to|afterwards|thereafter|\d+)\b[^a-z]*(?:(?:the|last|first|past|an?|hours?|days?|weeks?|months?|years?|to|and|or|of|after|since|until|ago|\d+|accident|event|onset|injury|start|it|birth|delivery|then|that|order|treatment|therapy|for|in|before|from|during)\b[^a-z]*)+$/i;

export function partsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const raw of text.replace(/\([^()]*\)/g, " ").split(divided)) {
    const part = raw.replace(idle, " ").replace(/\s+/g, " ").trim();
    if (!/\p{L}{4}|\d/u.test(part) || further.test(part)) continue;
    if (onlyWhen.test(part) && found.length > 0) found.push(`${found.pop()} ${part}`);
    else found.push(part);
  }
  return found;
}
/** It says when, and not of whom. */
export const saysOnlyWhen = (part: string): boolean =>
  onlyWhen.test(part) ||
  /^(?:(?:within|during)\b.*\b(?:of +it|ingestion|exposure)|(?:during|under) +(?:the +)?(?:treatment|therapy))\W*$/i.test(
    part,
  );

/** What is to be done, not of whom. */
export const further = /\b(?:should|must|may|can|cannot|will|replaced?|change|switch|give|use|stop)\b/i;
const idle =
  /\b(?:it|they|this|these|is|are|has|have|therefore|also|always|absolutely|strictly|absolute|strict|note|warning|caution|important|in +(?:which|whom)|people|patients?|those|anyone|whoever|somebody|every(?:one|body)|medicines?|drugs?|whole|class|group|from +then +on|ever|once|all|any|both)\b/gi;
