// What a paragraph opens with and is set like a heading: a title line, "**Brain disease.** …"; and what such lines say
// of what stands below or behind them. It must not know orders.

import type { Markdown } from "../syntax/markdown.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type Indication, noIndication } from "./indication.ts";
import { isOnePatient } from "./population.ts";
import { nested, noScope, ownScope, type Scope, scopeOf } from "./scope.ts";

export const longestLabel = 140;
export const longestTopic = 60;
const longestCondition = 120;
const titleLine = /^(?:\*\*|__)[^*_\n]+(?:\*\*|__)[^\S\n]*(?=\n)/;
const runIn = /^(\*{1,3}|_{1,3})[^\s*_][^*_\n]{2,70}(?:[.:?]\1|\1[.:])(?=\s+\S)/;

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

/** In a caption or a sentence the odd words are no topic, and in a long sentence conditions are background. */
export function labelScope(own: Scope, text: string, isCaption = false): Scope {
  if (text.length > longestCondition) return { ...own, indication: noIndication };
  const topical = !isCaption && text.length <= longestTopic && !/:\s*$/.test(text);
  return topical ? own : { ...own, indication: withoutTopic(own.indication) };
}

const withoutTopic = oncePer((indication: Indication): Indication => ({ ...indication, topic: [] }));
