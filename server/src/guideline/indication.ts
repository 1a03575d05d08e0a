// What a medicine is given for: the conditions and the qualifiers ("severe", "second-line") that a text names.
// Two indications are equal only when the text says so. It must not know orders.

import { beginsPhrase, conditionPhrases, qualifierPhrases } from "../lexicon/conditions.ts";
import { oncePerPair, remembered } from "../text/memory.ts";
import type { Token } from "./lexer.ts";
import { isWord } from "./measure.ts";

export interface Indication {
  /** Canonical ids, sorted. */
  readonly conditions: readonly string[];
  /** The conditions are joined by "or": each of them is meant by itself. */
  readonly anyOf?: true;
  readonly qualifiers: readonly string[];
  /** Words of a heading that are neither known conditions nor words that say nothing: a topic all the same. */
  readonly topic: readonly string[];
}

export const noIndication: Indication = Object.freeze({ conditions: [], qualifiers: [], topic: [] });

const longestPhrase = 6;

export interface IndicationFound {
  readonly id: string;
  readonly qualifier: boolean;
  readonly next: number;
}

/** A condition or qualifier named at a token: the longest phrase that is known. Hyphens join words. */
export function indicationAt(tokens: readonly Token[], at: number): IndicationFound | undefined {
  if (!beginsPhrase(tokens[at]?.text ?? "")) return undefined;
  let phrase = "";
  let found: IndicationFound | undefined;
  let next = at;
  for (let count = 0; count < longestPhrase; count++) {
    if (count > 0 && tokens[next]?.kind === "sign" && /^[-–]$/.test(tokens[next]?.text ?? "")) next++;
    const token = tokens[next];
    if (!token || token.kind === "sign") break;
    phrase = phrase === "" ? token.text : `${phrase} ${token.text}`;
    next++;
    const condition = conditionPhrases.get(phrase);
    const qualifier = qualifierPhrases.get(phrase);
    if (condition) found = { id: plainId(condition), qualifier: false, next };
    else if (qualifier) found = { id: qualifier, qualifier: true, next };
  }
  // "Labour ward": a place.
  const place = found?.id === "labour" && isWord(tokens[found.next], "ward", "room", "suite", "unit");
  return place ? undefined : found;
}

/** "acute-asthma" is asthma: what is acute is seldom said at both places. */
function plainId(id: string): string {
  const rest = id.startsWith("acute-") ? id.slice("acute-".length) : id;
  return rest !== id && conditionPhrases.hasId(rest) ? rest : id;
}

function made(
  conditions: Iterable<string>,
  qualifiers: Iterable<string>,
  topic: Iterable<string>,
): Indication {
  return shared({
    conditions: [...conditions].sort(),
    qualifiers: [...qualifiers].sort(),
    topic: [...topic].sort(),
  });
}

/** Thousands of lines are for the same: one object for all of them. */
function shared({ conditions, anyOf, qualifiers, topic }: Indication): Indication {
  return one(JSON.stringify({ conditions, anyOf, qualifiers, topic }));
}
const one = remembered((said): Indication => JSON.parse(said), { everywhere: true, size: 400_000 });

export function indicationFrom(
  conditions: Iterable<string>,
  qualifiers: Iterable<string>,
  topic: Iterable<string> = [],
): Indication {
  const named = withoutFits(new Set(conditions));
  const diseases = new Set([...named].filter((id) => !symptoms.has(id)));
  // "Enteric (typhoid) fever": a disease is not told from others by its symptoms.
  const kept = diseases.size > 0 ? diseases : named;
  // How dry a patient with cholera is narrows the cholera.
  const dry = [...kept].filter((id) => degrees.has(id));
  if (dry.length > 0 && dry.length < kept.size)
    return made(new Set([...kept].filter((id) => !degrees.has(id))), new Set([...qualifiers, ...dry]), []);
  return made(kept, new Set(qualifiers), kept.size > 0 ? [] : new Set(topic));
}

/** "Fits or severe pre-eclampsia": the fits are those of eclampsia, and in labour or not it is treated alike. */
function withoutFits(named: Set<string>): Set<string> {
  if (named.has("pre-eclampsia") && named.delete("convulsion")) named.add("eclampsia");
  if (named.has("eclampsia")) named.delete("labour");
  for (const disease of [...named]) for (const sign of signs.get(disease) ?? []) named.delete(sign);
  return named;
}

/** What a treatment aims at, not what is treated: "anticoagulation" in a chapter on heart attacks. */
const aims = new Set(["anticoagulation", "sedation", "immunisation", "resuscitation"]);
const symptoms = new Set(
  "fever pain cough headache weakness fatigue nausea palpitation tremor pruritus stridor".split(" "),
);

/** Of dehydration: they go with the disease that led to it. */
const degrees = new Set(["severe-dehydration", "some-dehydration", "no-dehydration"]);

export const isSymptom = (id: string): boolean => symptoms.has(id);

/** Said beside a disease it is another's no more. */
const isAside = (id: string) => symptoms.has(id) || degrees.has(id);

/** What goes with a disease that the text is about: fits with status epilepticus, bleeding with an injury. */
const signs: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    "status-epilepticus": "convulsion",
    "neonatal-seizures": "convulsion",
    eclampsia: "convulsion hypertension",
    "pre-eclampsia": "hypertension",
    trauma: "bleeding",
    "traumatic-bleeding": "bleeding",
    "postpartum-haemorrhage": "bleeding",
    asthma: "wheeze",
    sepsis: "shock vasopressors",
  }).map(([disease, ids]) => [disease, new Set(ids.split(" "))]),
);

/** With its conditions as alternatives. */
export function asAlternatives(indication: Indication): Indication {
  return indication.conditions.length > 1 ? shared({ ...indication, anyOf: true }) : indication;
}

/** When in a pregnancy, a life or a course something holds is not changed by what is treated. */
export const timely = /trimester|^(?:week|month|day) +/;

const phases = new Set(["induction", "consolidation", "intensive-phase", "continuation-phase"]);
/** A part of a long treatment that has a name. */
export const isNamedPhase = (id: string): boolean => phases.has(id);

/** The nearer text decides what is treated; qualifiers of both hold. */
export const narrowed = oncePerPair(narrowedFrom);

function narrowedFrom(outer: Indication, inner: Indication): Indication {
  const ofDisease = outer.conditions.some((id) => !isAside(id));
  const refersBack = (id: string) =>
    aims.has(id) ||
    outer.conditions.some((above) => signs.get(above)?.has(id)) ||
    (ofDisease && isAside(id)) ||
    outer.conditions.some((above) => isFormOf(above, id));
  const aimed = outer.conditions.length > 0 && inner.conditions.every(refersBack);
  const said = (inner.conditions.length > 0 && !aimed) || inner.topic.length > 0;
  return staged({
    conditions: said ? inner.conditions : outer.conditions,
    ...((said ? inner : outer).anyOf && { anyOf: true as const }),
    topic: said ? inner.topic : outer.topic,
    qualifiers: [
      ...new Set([
        ...outer.qualifiers.filter((id) => !said || timely.test(id)),
        ...inner.qualifiers,
        ...(aimed ? inner.conditions.filter(isAside) : []),
      ]),
    ].sort(),
  });
}

/** "Early" below "Syphilis" is "early syphilis", which has a name of its own or is what the name alone means. */
export function staged(indication: Indication): Indication {
  const { conditions, qualifiers } = indication;
  const [condition = ""] = conditions;
  const stage = qualifiers.find((id) => id === "early" || id === "late");
  const named = conditions.length === 1 && stage ? conditionPhrases.get(`${stage} ${condition}`) : undefined;
  if (!named) return shared(indication);
  return shared({ ...indication, conditions: [named], qualifiers: qualifiers.filter((id) => id !== stage) });
}

/** "amoebic-liver-abscess" is a form of "abscess". */
export function isFormOf(id: string, general: string): boolean {
  return id.endsWith(`-${general}`) || (general === "bleeding" && id.endsWith("-haemorrhage"));
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** Whether two indications are known to be the same. */
export function sameIndication(a: Indication, b: Indication): boolean {
  return same(a.conditions, b.conditions) && same(a.topic, b.topic) && same(a.qualifiers, b.qualifiers);
}

/** Whether two indications name the same conditions, whatever qualifies them. */
export function sameConditions(a: Indication, b: Indication): boolean {
  if (!same(a.topic, b.topic)) return false;
  if (same(a.conditions, b.conditions)) return true;
  const holds = (all: Indication, some: Indication) =>
    all.anyOf === true &&
    some.conditions.length > 0 &&
    some.conditions.every((id) => all.conditions.includes(id));
  return holds(a, b) || holds(b, a);
}

export function isSaid({ conditions, topic }: Indication): boolean {
  return conditions.length > 0 || topic.length > 0;
}

export function formatIndication({ conditions, qualifiers, topic }: Indication): string {
  return [...conditions, ...topic, ...qualifiers].join(" ");
}
