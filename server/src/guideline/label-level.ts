// How high a paragraph stands over what follows it: a title, a caption, or a line that leads in. It must not know orders.

import type { Item } from "./item.ts";
import { headsMedicine, isPatientAlone, longestLabel, longestTopic } from "./opening.ts";
import { itemsOf } from "./scope.ts";

export const captionPattern = /^\W{0,4}(?:table|tableau|tabela|tabla|box|figure|annex|chart|schedule)\b/i;
/** Of a line that leads into the next list or table only. */
export const leadLevel = 4;

/** In capitals, bold, in italics or a title; else leading in. */
export function labelLevel(text: string, source: string, isQuoted: boolean): number | undefined {
  const short = text.length <= longestLabel;
  // "**Box B. Ward, non-severe**" holds for the paragraphs below, until the next.
  const isBox = /^\W*box\b/i.test(text) && (isQuoted || /^(?:\*\*|__)[^*_]+(?:\*\*|__)$/.test(source));
  if (short && captionPattern.test(text) && !isBox) return leadLevel;
  const [, mark = ""] = /^(\*{1,3}|_{1,3})(?![\s*_])[^*_]*(?:[*_](?!\1)[^*_]*)*\1[.:]?$/.exec(source) ?? [];
  if (short && /^[^a-z]*\p{Lu}{4}[^a-z]*$/u.test(text)) return 1;
  if (short && mark !== "") return mark.length > 1 ? 2 : 3;
  if (headsMedicine(source, itemsOf(text))) return 3;
  if (/:\s*$/.test(text) || isPatientAlone(text)) return leadLevel;
  if (text.length > longestTopic || /[.!?;,]\s*$/.test(text)) return undefined;
  return /^\p{Lu}\S*(?: +\S+){0,3}$/u.test(text) || isMedicineAlone(itemsOf(text)) ? 3 : leadLevel;
}

/** "paracetamol PO" on a line of its own. */
function isMedicineAlone(items: readonly Item[]): boolean {
  return (
    items[0]?.kind === "medicine" &&
    items.length <= 3 &&
    items.every(({ kind }) => kind !== "measure" && kind !== "break")
  );
}
