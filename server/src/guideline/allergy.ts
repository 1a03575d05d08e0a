// To which medicines the patients of a passage are allergic, by the nearest words before it in its section. It must
// not know orders.

import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { sectionAt } from "./section.ts";

export interface Allergy extends Span {
  readonly targets: readonly MedicineTarget[];
}

const farthest = 1500;
const allergyWord =
  /\b(?:allerg|hypersensitiv)[a-zß-öø-ɏ]*|\banaphyla(?:xis|ctic +(?:shock|reactions?))(?=\s+to\b)|(?<=\b[a-zß-öø-ɏ]+[ -])anaphylaxis\b|\breact(?:ed|ions?)(?= +to\b)/gi;
const denied = /\b(?:no|not|non|without|unless|if +not|never)\b[^.\n]{0,25}$/i;

/** Undefined where none is named, or where it is denied. */
export function allergyBefore({ markdown, sections }: Guideline, offset: number): Allergy | undefined {
  const section = sectionAt(sections, offset);
  const from = Math.max(section?.headingSpan.start ?? 0, offset - farthest);
  const text = markdown.plain.slice(from, offset);
  const last = matchesIn(text, allergyWord).at(-1);
  if (!last || denied.test(text.slice(0, last.index))) return undefined;
  const [lineStart, lineEnd] = [text.lastIndexOf("\n", last.index) + 1, text.indexOf("\n", last.index)];
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const at = last.index - lineStart;
  const near = allergens(line, at, at + last[0].length);
  // "Use erythromycin in penicillin allergy": says itself what is given.
  const named = new Set(near.map(({ name }) => name));
  if (lineEnd >= 0 && targetsIn(line).some(({ name }) => !named.has(name))) return undefined;
  const start = from + lineStart + (line.length - line.trimStart().length);
  return { targets: near, start, end: start + Math.max(1, line.trim().length) };
}

/** "penicillin allergy", "allergic to penicillins or cephalosporins". */
function allergens(line: string, from: number, to: number): MedicineTarget[] {
  const found: MedicineTarget[] = [];
  let end = to;
  for (const target of targetsIn(line)) {
    const before = target.end <= from && /^[\s(-]{0,3}$/.test(line.slice(target.end, from));
    const between = target.start >= end ? line.slice(end, target.start) : "-";
    const joined =
      end === to
        ? /^\s*(?:reactions? +)?(?:to|against)\s+(?:an?\s+|any\s+|the\s+)?$/i
        : /^\s*(?:,|or|and|\/)\s*(?:or\s+|other\s+)?$/i;
    const behind = joined.test(between);
    if (behind) end = target.end;
    if (before || behind) found.push(target);
  }
  return found;
}
