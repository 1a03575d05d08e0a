// Amounts in texts on poisoning that were swallowed, or that is treated from: no doses that anybody orders. It must not
// judge what is given against the poison.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";

const poisoning = /\b(?:poison|overdos|toxic|toxidrom|ingest|antidot)/i;
const taken = /\b(?:ingest\w*|swallow\w*|(?:has|have) taken|takes|took|threshold|toxic|overdose of)\b/i;

export function isTakenAmount(order: Order, { sections, text }: Guideline): boolean {
  const path = pathOf(sectionAt(sections, order.dose.start));
  if (!path.concat(sections.slice(0, 1)).some(({ title }) => poisoning.test(title))) return false;
  // High doses of insulin are an antidote of their own.
  if (order.medicine.classes.includes("insulin")) return true;
  const bare = order.routes.length === 0 && !order.frequency && !order.rate && !order.over;
  return bare || taken.test(text.slice(order.start, order.end)) || taken.test(sentenceAround(text, order));
}

const reach = 160;
function sentenceAround(text: string, { dose }: Order): string {
  const before = text.slice(Math.max(0, dose.start - reach), dose.start);
  const after = text.slice(dose.end, dose.end + reach);
  return `${before.slice(before.search(/[^.;\n|]*$/))}${/^[^.;\n|]*/.exec(after)?.[0] ?? ""}`;
}
