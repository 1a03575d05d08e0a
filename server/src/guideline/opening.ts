// What a paragraph opens with and is set like a heading: a title line, "**Brain disease.** …"; and what such lines say
// of what stands below or behind them. It must not know orders.

import type { Markdown } from "../syntax/markdown.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { isDoseUnit } from "./dose-clues.ts";
import { type Indication, noIndication } from "./indication.ts";
import type { Item } from "./item.ts";
import { isBreak, medicinesAmong } from "./item-kind.ts";
import { isOnePatient } from "./population.ts";
import { nested, noScope, ownScope, type Scope, scopeOf } from "./scope.ts";

export const longestLabel = 140;
export const longestTopic = 60;
const longestCondition = 120;
const titleLine = /^(?:\*\*|__)[^*_\n]+(?:\*\*|__)[^\S\n]*(?=\n)/;
const runIn =
  /^(\*{1,3}|_{1,3})[^\s*_][^*_\n]{2,70}(?:[.:?]\1|\1[.:]|\1(?= +\([^()\n]{1,200}\)[.:] +))(?=\s+\S)/;

/** "**He is allergic to penicillin.**" as the first line of a paragraph, "**Brain disease.** …": what it says holds for the rest. */
export function openingOf(
  markdown: Markdown,
  text: string,
  { start, end }: Span,
  inList: boolean,
): Scope | undefined {
  const source = markdown.text.slice(start, end);
  const line = inList ? "" : (titleLine.exec(source)?.[0] ?? "");
  const length = line.length > longestLabel ? 0 : line.length || (runIn.exec(source)?.[0].length ?? 0);
  if (length === 0) return undefined;
  const said = text.slice(0, length);
  const own = scopeOf(said, 0);
  if (line === "" && own.measures.length + own.medicines.length > 0) return undefined;
  const { population, indication, begun, absent } = labelScope(own, said);
  // "**Consolidation (8 weeks).**"
  const qualifiers = indication.qualifiers.filter((id) => !/^\d/.test(id));
  return { ...noScope, population, indication: { ...indication, qualifiers }, begun, absent };
}

/** "**Constipation.**" in a chapter on dialysis: in whom, said further out, goes on below what is treated. */
export function opened(above: Scope, title: Scope): Scope {
  const scope = nested(above, title);
  const { qualifiers } = scope.indication;
  const states = above.indication.qualifiers.filter((id) => bodily.has(id) && !qualifiers.includes(id));
  if (states.length === 0) return scope;
  return {
    ...scope,
    indication: { ...scope.indication, qualifiers: [...new Set([...qualifiers, ...states])].sort() },
  };
}
const bodily: ReadonlySet<string> = new Set(["dialysis", "renal-impairment", "hepatic-impairment"]);

/** "Child of 24 kg, seen at 14:00.": whose the doses below are. */
export function isPatientAlone(text: string): boolean {
  if (text.length > longestPatient || !/\d/.test(text)) return false;
  const { population, medicines } = ownScope(text);
  return isOnePatient(population) && medicines.length === 0 && !/[.;:!?]\s+\S/.test(text);
}
const longestPatient = 110;

/** "Give one dose on the second day of taking artesunate:" of another medicine. */
const isTakenAlready = ({ medicine }: Scope, text: string): boolean => {
  const [, taken = ""] = /\b(?:taking|receiving|already +on) +(\p{L}+)/u.exec(text) ?? [];
  return medicine !== undefined && taken.toLowerCase() === medicine.medicine.name;
};

/** "The dose is expressed in amoxicillin:" names no medicine that is given. */
const countedIn =
  /\bdos(?:es?|ages?|ing) +(?:is|are|below +(?:is|are)) +(?:always +)?(?:expressed|given|stated|calculated|based|shown) +(?:in|as|on)\b(?! +elemental)/i;

/** In a caption or a sentence the odd words are no topic, and in a long sentence conditions are background. */
export function labelScope(said: Scope, text: string, isCaption = false): Scope {
  const own =
    countedIn.test(text) || isTakenAlready(said, text)
      ? { ...said, medicine: undefined, medicines: [] }
      : said;
  if (text.length > longestCondition) return { ...own, indication: noIndication };
  const topical = !isCaption && text.length <= longestTopic && !/:\s*$/.test(text);
  return topical ? own : { ...own, indication: withoutTopic(own.indication) };
}

/** "**cloxacillin** IV infusion (60 minutes)": what the next lines are doses of, and no dose of its own. */
export function headsMedicine(source: string, items: readonly Item[]): boolean {
  return (
    /^\W{0,6}(?:\*\*|__)/.test(source) &&
    source.length <= longestLabel &&
    items.find(({ kind }) => kind !== "break" && kind !== "mark")?.kind === "medicine" &&
    !items.some((item) => isBreak(item, "sentence")) &&
    !items.some((item) => item.kind === "measure" && isDoseUnit(item.measure.unit)) &&
    new Set(medicinesAmong(items)).size === 1
  );
}

const withoutTopic = oncePer((indication: Indication): Indication => ({ ...indication, topic: [] }));
