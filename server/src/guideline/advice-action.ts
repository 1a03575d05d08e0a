// What a sentence advises to do or not to do: medicines, classes of medicines, or an intervention by the words that
// name it. Only what the verb governs; where that is open, nothing. It must not know strengths.

import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { AdviceVerb } from "./advice-verb.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";

export interface Action {
  /** Medicines and classes, with their places in the sentence. */
  readonly targets: readonly MedicineTarget[];
  /** All of them together, as one regimen. */
  readonly together: boolean;
  /** Of an intervention that is no medicine: its words, in order of the alphabet. */
  readonly words: readonly string[];
  /** Where what is advised stands in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** "Do not stop insulin", "should not be delayed": against something else than giving it. */
export const otherAct =
  /\b(?:not|never|avoid\w*)\b(?: +\w+){0,3}? +(?:stop|discontinu|withh[eo]ld|delay|omit|interrupt|miss|forget|reduc|mix|dilut|stor|crush|confus|wait|withdraw|rely|repeat|chang|switch|skip|refus|postpon)\w*/i;

/** Where the object or subject of a verb ends. */
const boundary =
  /\b(?:for|in|to|with|as|when|whenever|if|at|by|before|after|during|within|unless|except|over|rather|until|among|amongst|without|from|because|since|instead|where|who|whose|which|only|on|under|every|once|twice|is|are|should|may|must|be|compared|against|alone|daily|outside|while|whilst|despite|following|prior|through|throughout|regardless|based)\b|[,;:()[\]]|\s[-–—]\s|\.(?:\s|$)/i;
const leading =
  /^\W*(?:(?:that|the|a|an|any|all|use|using|usage|of|giving|give|given|to|administering|administer|administration|prescribing|prescribe|offering|offer|performing|perform|starting|start|initiating|initiation|initiate|providing|provision|provide|routine|routinely|receive|receiving|be|have|get|take|taking|undergo|clinicians?|doctors?|nurses?|providers?|health *workers?|prescribers?|midwives|do|not|should|must|against|considering|adding|add|carry +out|carrying +out|treating|treatment|therapy|apply|applying|undertake|place|insert)\b\s*)+/i;
const noise = new Set(
  "the a an of any all use using routine routinely therapy treatment administration either both additional initial standard new available current first their his her this that these those such same".split(
    " ",
  ),
);

export function actionOf(text: string, verb: AdviceVerb | undefined): Action {
  const span = trimmed(text, governed(text, verb));
  const within = (target: MedicineTarget) => target.start >= span.start && target.end <= span.end;
  const object = text.slice(span.start, span.end);
  const targets = targetsIn(text).filter(within);
  return {
    targets,
    together: /\b(?:and|plus|combined)\b|[+&]/i.test(object),
    words: targets.length > 0 ? [] : wordsOf(object),
    ...span,
  };
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length) };
}

/** What a verb governs: what follows it, or, of "is recommended" and "should be given", what stands before. */
function governed(text: string, verb: AdviceVerb | undefined) {
  if (!verb) return objectFrom(text, 0);
  const after = text.slice(verb.end);
  const passive =
    /(?:recommended|suggested|advised|considered|contra-?indicated|indicated|given|used|prescribed|administered|applied|taken|started|avoided|withheld|forbidden|prohibited|banned|unsuitable|suitable|allowed|permitted|unsafe|safe|place|role|part|limits|option|alternative|reasonable|proposed)$/i.test(
      text.slice(verb.word.start, verb.word.end),
    ) ||
    /\bavoided|withheld|\bbe$/i.test(text.slice(verb.start, verb.end)) ||
    /^\s*(?:be|not +be|never +be|been)\b/i.test(after);
  if (!passive || (verb.verb === "consider" && !/ed$/i.test(text.slice(verb.word.start, verb.word.end))))
    return objectFrom(text, verb.end);
  const personal =
    /^\s*(?:not +)?(?:be +)?(?:given|treated +with|offered|started +on|managed +with|prescribed)\s+(?=[a-zß-öø-ɏ])/i.exec(
      after,
    );
  const object = personal && objectFrom(text, verb.end + personal[0].length);
  if (
    object &&
    !/^\W*(?:to|in|for|by|with|at|as|when|if|or|and|within|only|once|twice|every|on|orally|before|after|during|unless)\b/i.test(
      text.slice(verb.end + personal[0].length),
    ) &&
    targetsIn(text).some(({ start }) => start >= object.start && start < object.end)
  )
    return object;
  return subjectBefore(text, verb.start);
}

function objectFrom(text: string, from: number) {
  const lead = leading.exec(text.slice(from))?.[0].length ?? 0;
  const start = from + lead;
  const stop = text.slice(start).search(boundary);
  return { start, end: stop < 0 ? text.length : listEnd(text, start, start + stop) };
}

/** "Metoclopramide, haloperidol or prochlorperazine": commas that join names end nothing. */
function listEnd(text: string, start: number, end: number): number {
  const named = targetsIn(text).filter((target) => target.start >= start);
  let last = end;
  while (
    named.some(
      (target) => target.start >= start && target.end <= last && isJoint(text.slice(target.end, last)),
    )
  ) {
    const [joint = ""] = listed.exec(text.slice(last)) ?? [];
    const next = joint === "" ? undefined : named.find((target) => target.start === last + joint.length);
    if (!next) break;
    const stop = text.slice(next.end).search(boundary);
    last = stop < 0 ? text.length : next.end + stop;
  }
  return last;
}
const listed = /^,\s*(?:and\s+|or\s+|nor\s+)?(?:the\s+|other\s+|any\s+)?/i;
const isJoint = (between: string): boolean => between.length < 30 && !/[.;:]/.test(between);

const farthest = 300;

function subjectBefore(text: string, before: number) {
  const first = Math.max(0, before - farthest);
  const clause = text.slice(first, before);
  // "In children with malaria, quinine …"; "we found that quinine …"
  const ends = matchesIn(clause, /[,;:] +(?!and\b|or\b)|\b(?:that +(?!contain)|but +|however +)/g).map(
    ({ index, 0: sign }) => index + sign.length,
  );
  const opens = ends.at(-1) ?? 0;
  const led = /^\W*(?:in|for|among|during|if|when)\b/i.test(clause);
  const from = first + (led ? opens : listStart(clause, opens));
  return objectFrom(text.slice(0, before), from);
}

/** "Ibuprofen, diclofenac and aspirin are …": commas that join names open nothing. */
function listStart(clause: string, opens: number): number {
  const before = targetsIn(clause).filter(({ end }) => end < opens);
  return before.length > 0 ? 0 : opens;
}

const longestName = 6;

function wordsOf(object: string): string[] {
  const words = object.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  if (words.some((word) => word === "or" || word === "and")) return [];
  const kept = words.filter((word) => !noise.has(word) && !/^\d+$/.test(word)).map(stemOf);
  return kept.length > longestName ? [] : [...new Set(kept)].sort();
}

/** Enough for "transfusion", "transfusions"; "clamping", "clamp". */
export function stemOf(word: string): string {
  return word.replace(/(?:ies)$/, "y").replace(/(?<=\p{L}{3})(?:'s|s|ing|(?<!e)ed)$/u, "");
}
