// Conditions that the patients of a passage are said not to have, though a heading names them: "Dengue has been ruled
// out", "without asthma". It must not know orders.

import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { itemsOf } from "./scope.ts";
import { pathOf, sectionAt } from "./section.ts";

const before =
  /\b(?:no|not|without|absence +of|rul(?:e|es|ed|ing) +out|exclud(?:e|es|ed|ing)|negative +for|free +(?:of|from)|other +than|instead +of|non|minimi[sz]es?|refer +(?:if|when)|unless +(?:it +is +)?contra-?indicated +\(?(?:(?:e\.?g\.?|such +as),? +)?(?:by|in|due +to))[\s-]+(?:(?:a|an|any|the|have|having|has|had|signs? +of|evidence +of|history +of|due +to|caused +by|be|been|suffering +from|known|suspected|current|in|with|patients?)\s+){0,4}$/i;
const behind =
  /^[\s-]*(?:(?:and|or|both|has|have|had|is|are|was|were|been|being|now|can|could|be|by|the|tests?|rapid|antigen|antibod(?:y|ies)|smears?|films?|strips?|dipsticks?|kits?|swabs?|cultures?|serology|pcr|rdts?|assays?|results?|virus|infection|disease)\s+){0,5}(?:ruled +out|excluded|unlikely|disproved|refuted|negative|not +(?:present|confirmed|found|the +cause|declared|reported|seen)|absent|discarded)\b/i;

/** "After the ulcer has healed", but not "until". */
const over =
  /^\s*(?:(?:has|have|is|are|was|were|been|fully|completely|now)\s+){1,3}(?:healed|resolved|cured|settled|subsided|cleared|gone|over|recovered|treated)\b/i;
const since = /\b(?:after|once|when|where|whose|if)\b[^.;,]{0,30}$/i;

/** Nothing is denied in a text without one of these. */
const denial =
  /normal|minimi|contra|refer|(?:no|not|non)[\s-]|without|absence|rul(?:e|es|ed|ing) +out|exclud|negative|free|other +than|instead|unlikely|disproved|refuted|absent|discarded|healed|resolved|cured|settled|subsided|cleared|gone|over|recovered|treated/i;

/** Qualifiers that are conditions by themselves. */
const organs = new Set(["renal-impairment", "hepatic-impairment", "dialysis"]);

/** Qualifiers that say a condition is not there. */
const denials: ReadonlyMap<string, string> = new Map([["g6pd-normal", "g6pd-deficiency"]]);

/** What is said of each condition, the last time it is named. */
const saidIn = remembered((text): ReadonlyMap<string, "denied" | "said"> => {
  const found = new Map<string, "denied" | "said">();
  for (const item of itemsOf(text)) {
    const denied = item.kind === "condition" && denials.get(item.id);
    if (denied) found.set(denied, "denied");
    if (item.kind !== "condition" || (item.qualifier && !organs.has(item.id))) continue;
    const [near, rest] = [
      text.slice(Math.max(0, item.start - 60), item.start),
      text.slice(item.end, item.end + 80),
    ];
    found.set(
      item.id,
      before.test(near) || behind.test(rest) || (over.test(rest) && since.test(near)) ? "denied" : "said",
    );
  }
  return found;
});

export const isDeniedIn = (text: string, id: string): boolean => saidIn(text).get(id) === "denied";

const farthest = 600;
const nothing: ReadonlySet<string> = new Set();

/** By the headings above a place, and by what its section says before it. */
export function ruledOutAt(
  { markdown: { plain }, sections }: Guideline,
  { start, end }: Span,
): ReadonlySet<string> {
  const section = sectionAt(sections, start);
  const from = Math.max(section?.headingSpan.end ?? 0, start - farthest);
  const line = plain.indexOf("\n", end);
  const near = plain.slice(from, line < 0 ? plain.length : line);
  const parts = near.split(/\n\s*\n/);
  const answered = deniedBy(plain.slice(from, start));
  const texts = [...pathOf(section).map(({ title }) => title), ...parts];
  const first = texts.findIndex((text) => denial.test(text));
  if (first < 0) return answered;
  const last = new Map(texts.slice(first).flatMap((text) => [...saidIn(text)]));
  return new Set([...answered, ...[...last.keys()].filter((id) => last.get(id) === "denied")]);
}

/** "3. Has the adult asthma?" and below it "- No: …" */
function deniedBy(before: string): ReadonlySet<string> {
  const lines = before.split("\n");
  if (!no.test(lines.at(-1) ?? "")) return nothing;
  const question = lines.findLast((line) => /\?[*_\s]*$/.test(line));
  return question === undefined ? nothing : new Set(saidIn(question).keys());
}
const no = /^[^a-zß-öø-ɏ]*no\b[*_\s]*[:,.;–—-]/i;
