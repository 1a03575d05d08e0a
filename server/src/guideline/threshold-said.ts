// What a stretch of text names that may tell thresholds apart: conditions, medicines and interventions, kinds of
// action, patients, events and other words. It must not know where the stretch stands.

import { type Analyte, analyteConditions } from "../lexicon/analytes.ts";
import {
  type ActionKind,
  aspects,
  emptyWords,
  events,
  interventionByWord,
  kindByWord,
} from "../lexicon/threshold-words.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { isAmountUnit } from "./dose-clues.ts";
import type { Item } from "./item.ts";
import { isMark, isWordLike } from "./item-kind.ts";
import { endsSentence, isAnyBreak, itemsBefore } from "./item-reach.ts";
import type { Measure } from "./measure.ts";
import { isMeasured } from "./medicine-clues.ts";
import { everyone, isEveryone, joined, type Population, within } from "./population.ts";
import { itemsOf } from "./scope.ts";
import type { Threshold } from "./threshold.ts";
import {
  heightOf,
  isBackground,
  isBarred,
  isDenied,
  isDeniedInList,
  isExcluded,
  isFastingNext,
  isForbidden,
  isGoingOn,
  isMeant,
  isRefused,
  isTransfused,
  isUnsaid,
  isUrged,
  isValueNext,
} from "./threshold-clues.ts";

export type Said = Pick<
  Threshold,
  | "kinds"
  | "conditions"
  | "implied"
  | "qualifiers"
  | "actions"
  | "stopped"
  | "aspects"
  | "events"
  | "phases"
  | "doses"
  | "ways"
  | "words"
  | "own"
>;
export const noAnalyte = {};

/** What a text names that no value of it is asked about. */
export const saidBeside = oncePer((analyte: Analyte | typeof noAnalyte) =>
  remembered((text): Said => {
    const items = itemsOf(text);
    const said = new SaidReader();
    for (const [at, item] of items.entries())
      said.add(
        item,
        items,
        at,
        text.slice(item.start, item.end).toLowerCase(),
        "id" in analyte ? analyte : undefined,
      );
    return said;
  }),
);

interface ConditionRead {
  readonly text: string;
  readonly isDenied: boolean;
  readonly analyte: Analyte | undefined;
}

export class SaidReader implements Said {
  readonly kinds = new Set<ActionKind>();
  readonly conditions = new Set<string>();
  readonly implied = new Set<string>();
  readonly qualifiers = new Set<string>();
  readonly actions = new Set<string>();
  readonly stopped = new Set<string>();
  readonly aspects = new Set<string>();
  readonly events = new Set<string>();
  readonly phases = new Set<string>();
  readonly doses = new Set<string>();
  readonly ways = new Set<string>();
  readonly words = new Set<string>();
  own: Population = everyone;
  #verb: ActionKind | undefined;

  add(item: Item, items: readonly Item[], at: number, text: string, analyte: Analyte | undefined): void {
    const listed = isDeniedInList(items, at);
    const denied =
      listed ||
      isExcluded(items, at) ||
      (interventionByWord.has(text) && isDenied(items, at)) ||
      (!interventionByWord.has(text) &&
        itemsBefore(items, at, endsSentence, 3).some((one) => isMark(one, "without", "not")));
    const sign = listed || isDenied(items, at) ? denial : "";
    if (item.kind === "medicine") {
      // "or bicarbonate below 18 mmol/L"
      if (isMeasured(items, at) || isValueNext(items, at) || isItself(items, at, analyte)) return;
      const name = item.mention.medicine.name.replace(salts, "");
      this.#phase(items, at, name);
      if (isBackground(items, at)) {
        this.events.add(`despite ${name}`);
        return;
      }
      // "Do not start insulin": insulin all the same, and not to be begun.
      const refused = isRefused(items, at);
      if (refused) this.kinds.add("stop");
      if (sign === "" || refused || isBarred(items, at)) {
        this.actions.add(name);
        if (item.mention.medicine.classes.includes("blood product")) this.actions.add("transfusion");
      }
      if (this.#verb === "stop") this.stopped.add(name);
    } else if (item.kind === "measure" && item.measure.unit.code === "m") {
      const height = heightOf(items[at - 1]);
      if (height) this.aspects.add(height);
    } else if (item.kind === "measure") {
      const dose = doseSaid(item.measure);
      if (dose) this.doses.add(dose);
    } else if (item.kind === "schedule") {
      if (isFastingNext(text, items, at)) this.aspects.add("fasting");
    } else if (item.kind === "population") this.own = joined(this.own, item.population);
    else if (item.kind === "condition") this.#condition(item, items, at, { text, isDenied: denied, analyte });
    else if (item.kind === "mark" || item.kind === "word" || item.kind === "routes") {
      if (item.kind === "routes") for (const way of item.routes) this.ways.add(way);
      if (isMark(item, "not") && isForbidden(text, items, at)) this.kinds.add("stop");
      if (isMark(item, "max") && /\bnot +be +(?:given|used|started)\b/.test(text)) this.kinds.add("stop");
      for (const word of text.split(/[\s-]+/)) this.#word(word, items, at, sign, analyte);
    }
  }

  #condition(
    item: Extract<Item, { kind: "condition" }>,
    items: readonly Item[],
    at: number,
    { text, isDenied: denied, analyte }: ConditionRead,
  ): void {
    // "An at-risk baby": whoever is looked at.
    if (item.id === "high-risk" && /^at/.test(text)) return;
    // "As in step 3": a line of the list, and no step of a treatment.
    if (/^step-/.test(item.id) && (isMark(items[at - 1], "in", "of") || isWordLike(items[at - 1], /^see$/)))
      return;
    if (item.id === "asymptomatic") {
      this.words.add(`${denial}symptom`);
      return;
    }
    if (denied) {
      for (const word of text.split(/[\s-]+/)) this.#word(word, items, at, denial, analyte);
      return;
    }
    // "begin dialysis": what is done, and nothing that the patient has.
    if (item.qualifier && isDone(text, items[at - 1])) this.actions.add(interventionByWord.get(text) ?? text);
    else if (item.qualifier) this.qualifiers.add(item.id);
    else if (isImplied(text, analyte)) this.implied.add(item.id);
    else this.conditions.add(item.id);
    for (const word of text.split(/[\s-]+/)) this.#word(word, items, at, "", analyte);
  }

  /** "Before alteplase", "during and for 24 hours after alteplase". */
  #phase(items: readonly Item[], at: number, name: string): boolean {
    const near = itemsBefore(items, at, isAnyBreak, 3).findLast((item) => isWordLike(item, anyPhase));
    if (near?.kind === "word") this.phases.add(`${earlier.test(near.text) ? "before" : "after"} ${name}`);
    return near !== undefined;
  }

  #word(word: string, items: readonly Item[], at: number, sign: string, analyte: Analyte | undefined): void {
    // "Heart sound", "a healthy heart": no disease of it.
    if (sign === "" && isWordLike(items[at + 1], /^(?:sound|healthy|intact)$/)) sign = denial;
    if (sign !== "" && /^signs?$/.test(word)) this.words.add(`${denial}sign`);
    if (symptomWords.has(word)) this.words.add(symptomWords.get(word) ?? `${sign}symptom`);
    if (isMark(items[at - 1], "not") && isUrged(items[at])) return;
    const kind = isUnsaid(word, items, at) ? undefined : kindByWord.get(word);
    // "Withheld until the count is below …": what is given there.
    if (this.#verb === "stop" && /^(?:until|till)$/.test(word)) {
      this.kinds.delete("stop");
      this.kinds.add("do");
      return;
    }
    if (kind === "target" && /^(?:until|till)$/.test(word)) this.stopped.add(untilThen);
    if (kind) this.kinds.add(kind);
    if (kind === "do" || kind === "stop") this.#verb = kind;
    if (kind === "stop" && keptBack.test(word)) this.stopped.add(withheld);
    const done = isWhere(items, at) || isGoingOn(word, items, at) ? undefined : interventionByWord.get(word);
    const action = isTransfused(word, items, at, analyte) ? "transfusion" : done;
    const timed = (action ?? events.has(word)) && this.#phase(items, at, action ?? word);
    // "Before the second feed": when it is measured, and nothing that is done at the value.
    if (action && !timed) this.actions.add(action);
    // "No epidural with …"
    if (action && sign !== "") this.kinds.add("stop");
    if (action) sign = "";
    // "40% dextrose gel", "give the gel".
    if (word === "gel" && analyte?.id === "glucose") this.actions.add("glucose");
    const aspect = aspects.get(word);
    if (aspect && isMeant(aspect, word, items, at)) this.aspects.add(aspect);
    // The first value of a tolerance test is the fasting one.
    if (this.aspects.has("fasting")) this.aspects.delete("tolerance");
    if (events.has(word) && isTimed(items, at)) this.events.add(word);
    if (kind || word.length < 3 || emptyWords.has(word) || !/^\p{L}+$/u.test(word)) return;
    this.words.add(sign + word.replace(/(?<=[^sui])s$/, ""));
  }
}

/** What "stopped" holds where it is left open whether it is begun at all: "withheld", "omit". */
export const withheld = "withheld";
/** What goes on "until" it is reached ends there. */
export const untilThen = "until";
const keptBack =
  /^(?:with(?:held|holds?)|held|holds?|omit|omitted|omits|skip|skipped|postponed?|defer(?:red)?|never|avoid|avoided)$/;

/** Which salt of it is given makes no other decision. */
const salts = /(?<=^(?:calcium|magnesium|potassium)) +(?:gluconate|chloride|sulfate|phosphate|citrate)$/;

/** "2 mL/kg", "4.5 g": what is measured out, and no value. */
function doseSaid({ low, high, unit, per }: Measure): string | undefined {
  if (!isAmountUnit(unit) || per.mL !== undefined || per.hours !== undefined) return undefined;
  const to = high > low ? `–${high}` : "";
  return `${low}${to} ${unit.code}${per.kg ? "/kg" : ""}`;
}

/** "Fasting glucose" in a cell of its own: what is measured. */
const isItself = (items: readonly Item[], at: number, analyte: Analyte | undefined): boolean => {
  const item = items[at];
  return (
    item?.kind === "medicine" &&
    analyte?.name.toLowerCase() === item.mention.medicine.name.toLowerCase() &&
    items.length <= 3 &&
    items.every(
      (one) => one === item || (one.kind === "word" && (aspects.has(one.text) || ofBody.test(one.text))),
    )
  );
};
const ofBody = /^(?:blood|plasma|serum|capillary|venous|the|level|value|test)$/;

/** Before a word that its clause denies: "no emergency sign". */
export const denial = "no ";

/** "without symptoms" and "asymptomatic" are one. */
const symptomWords: ReadonlyMap<string, string | undefined> = new Map([
  ["symptom", undefined],
  ["symptoms", undefined],
  ["asymptomatic", `${denial}symptom`],
  ["symptomatic", "symptom"],
  ["symptomless", `${denial}symptom`],
]);

function isDone(text: string, before: Item | undefined): boolean {
  const verb = before?.kind === "word" ? kindByWord.get(before.text) : undefined;
  const begun = isMark(before, "initial");
  return interventionByWord.has(text) && (begun || verb === "do" || verb === "stop");
}

const earlier = /^(?:before|until|prior)$/;
const anyPhase = /^(?:before|until|prior|after|following|during|post)$/;

export function isImplied(text: string, analyte: Analyte | undefined): boolean {
  return (
    analyte !== undefined && (analyteConditions.get(text.replace(/-/g, " "))?.includes(analyte) ?? false)
  );
}

export const isConditionOfAnalyte = (text: string): boolean =>
  analyteConditions.has(text.toLowerCase().replace(/-/g, " "));

/** "On a surgical ward": where somebody lies, and nothing that is done. */
const isWhere = (items: readonly Item[], at: number): boolean =>
  isWordLike(items[at + 1], /^(?:wards?|units?|patients?|teams?|beds?)$/);

/** "after birth", "during any surgery". */
function isTimed(items: readonly Item[], at: number): boolean {
  return items
    .slice(Math.max(0, at - 3), at)
    .some((item) => isWordLike(item, /^(?:after|during|following|post)$/));
}

/** Thresholds have a dozen sets, and most of them are empty. */
export const nothing: ReadonlySet<never> = new Set();

export function setOf<T>(values: readonly T[]): ReadonlySet<T> {
  return values.length > 0 ? new Set(values) : nothing;
}

export function union<Key extends Exclude<keyof Said, "own">>(all: readonly Said[], key: Key): Said[Key] {
  const [first = nothing, ...others] = all
    .map((said): ReadonlySet<string> => said[key])
    .filter(({ size }) => size > 0);
  const whole = others.length > 0 ? new Set([first, ...others].flatMap((one) => [...one])) : first;
  return whole as Said[Key];
}

/** What is given or done there; "defer the procedure", "one unit": about what the heading is. */
export function doneAt(
  near: readonly Said[],
  followed: readonly Said[],
  topic: ReadonlySet<string> | undefined,
): ReadonlySet<string> {
  const done = union([...near, ...followed], "actions");
  const isIt = ({ words }: Said) =>
    words.has("procedure") || (words.has("unit") && topic?.has("transfusion") === true);
  const refers = done.size === 0 && near.some(isIt);
  return refers && topic ? topic : done;
}

/** Of the nearest that say more than that something is measured. */
export function firstKinds(candidates: readonly ReadonlySet<ActionKind>[]): ReadonlySet<ActionKind> {
  const said = candidates.filter(({ size }) => size > 0);
  return said.find((kinds) => kinds.size > 1 || !kinds.has("test")) ?? said[0] ?? nothing;
}

/** Below "Glucose targets": where something is given, the value is not aimed at. */
export function kindsAbove(headings: readonly Said[], actions: ReadonlySet<string>) {
  const all = headings.map(({ kinds }) => kinds);
  return actions.size > 0 ? all.filter((kinds) => !kinds.has("target")) : all;
}

/** A question that was answered with "no": nothing that it names is there. */
export const deniedIn = (question: string): Said => ({
  ...new SaidReader(),
  words: setOf([...saidBeside(noAnalyte)(question).words].map((word) => `${denial}${word}`)),
});

/** What a sentence does, of others than it says. */
export const doneOnly = ({ kinds, actions, stopped }: Said): Said => ({
  ...new SaidReader(),
  kinds,
  actions,
  stopped,
});
/** "Gel and feed, recheck in 30 minutes": what is given is done, whatever is measured beside it. */
export const withDoing = (
  kinds: ReadonlySet<ActionKind>,
  given: ReadonlySet<string>,
): ReadonlySet<ActionKind> =>
  given.size > 0 && kinds.size === 1 && kinds.has("test") ? new Set([...kinds, "do"]) : kinds;

export const firstPeople = (all: readonly (Population | undefined)[]): Population =>
  all.find((one) => one && !isEveryone(one)) ?? everyone;

/** The last words of a text, back to the first that cannot be part of a term. */
export function termOf(text: string): string {
  const words = text.trimEnd().split(/(?<=\s)/);
  let from = words.length;
  while (from > 0 && words.length - from < 4) {
    const word = (words[from - 1] ?? "").trim().toLowerCase();
    // "mild to moderate pain"
    const joins = word === "to" && isGradeWord(words[from - 2]) && isGradeWord(words[from]);
    if (!joins && (word === "" || emptyWords.has(word) || kindByWord.has(word))) break;
    from--;
  }
  return words.slice(from).join("").trim();
}

const isGradeWord = (word: string | undefined) => /^(?:mild|moderate|severe)\s*$/i.test(word ?? "");

/** "Anaemia in pregnancy … refer every woman", "the preterm infant … a ventilated infant": still the same ones. */
export function inside(outer: Population, who: Population): Population {
  const found = within(outer, who);
  const general = who.groups.length > 0 && who.groups.every((group) => generalGroups.has(group)) && !who.age;
  const kept = outer.groups.filter((group) => specialGroups.has(group));
  return general && kept.length > 0 ? { ...found, groups: [...new Set([...kept, ...found.groups])] } : found;
}
const generalGroups: ReadonlySet<string> = new Set(["infant", "child", "women", "adult"]);
const specialGroups: ReadonlySet<string> = new Set(["pregnant", "preterm"]);

/** The first item that does not begin before an offset. */
export function firstFrom(items: readonly Item[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const defining: ReadonlySet<ActionKind> = new Set(["define"]);
export const doing: ReadonlySet<ActionKind> = new Set(["do"]);

/** "Fever is one measure of …" defines, whatever the chapter is about. */
export function isTermDefined(
  term: ReadonlySet<string>,
  { implied }: Pick<Said, "implied">,
  kinds: ReadonlySet<ActionKind>,
): boolean {
  return term.size > 0 && implied.size > 0 && [...kinds].every((kind) => kind === "test");
}

export const namesCondition = ({ conditions, implied }: Pick<Said, "conditions" | "implied">): boolean =>
  conditions.size + implied.size > 0;
