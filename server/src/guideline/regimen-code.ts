// How long a treatment of tuberculosis lasts where its phases are written in codes: "2HRZE/4HR", "HRZE for two months,
// then HR for ten months", a table's columns "2 HRZE" and "10 HR". It must not judge.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Course } from "./course.ts";
import { type Indication, indicationFrom } from "./indication.ts";
import { numberOf, numberWords } from "./number-word.ts";
import { ordersIn } from "./order-parser.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { within } from "./population.ts";
import { listPerRun } from "./run.ts";
import { noScope, scopeOf } from "./scope.ts";

const hoursOfMonth = 730.5;
const amount = `(\\d{1,2}|${numberWords.slice(0, 12).join("|")}|eighteen)`;
/** Isoniazid and rifampicin at least, each by its letter. */
const code = "\\(?((?=[A-Z]*H)(?=[A-Z]*R)[HRZESL]{2,6})\\)?";
const before = `\\b${amount}[ -]?(?:months? (?:of )?)?${code}(?![a-z])`;
const behind = `\\b${code}[,]? (?:alone |only |daily |once daily )?(for|until) (?:a total of )?${amount} months`;
const phase = new RegExp(`${before}|${behind}`, "g");

interface Regimen extends Span {
  readonly months: number;
  /** With streptomycin, or in three phases. */
  readonly again: boolean;
}

/** The regimens of a text: of each sentence or row the phases together. */
const regimensIn = remembered((text: string): readonly Regimen[] => {
  if (!/[HRZES]{2}/.test(text)) return [];
  const found: Regimen[] = [];
  for (const { index, 0: sentence } of matchesIn(text, /[^.;\n]+/g)) {
    const phases = matchesIn(sentence, phase);
    const [first, last] = [phases[0], phases.at(-1)];
    if (!first || !last || phases.length < 2) continue;
    const until = last[4] === "until";
    const months = (match: RegExpMatchArray) => monthsOf(match[1] ?? match[5] ?? "");
    const sum = until ? months(last) : phases.reduce((all, match) => all + months(match), 0);
    found.push({
      start: index + first.index,
      end: index + last.index + last[0].length,
      months: sum,
      again: phases.length > 2 || /S/.test(sentence.slice(first.index, last.index)),
    });
  }
  return found;
});

const monthsOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (numberOf(text) ?? 0));

const sites: readonly (readonly [RegExp, string])[] = [
  [/\b(?:mening\w*|brain|cerebral|cns|tbm)\b/i, "tuberculous-meningitis"],
  [/\b(?:bones?|joints?|spin(?:e|al)|osteo\w*)\b/i, "osteoarticular-tuberculosis"],
];

export const regimenCourses = listPerRun((run, markdown): readonly Course[] => {
  const { scopes } = ordersIn(run, markdown);
  return passagesIn(run, markdown).flatMap((passage) => {
    const whole = textOf(passage);
    if (!whole) return [];
    const text = markdown.plain.slice(whole.start, whole.end);
    const scope = scopes.get(passage.block) ?? noScope;
    let from = 0;
    return regimensIn(text).map(({ start, end, months, again }): Course => {
      const clause = text.slice(
        Math.max(from, text.lastIndexOf(".", start) + 1),
        passage.row ? text.length : start,
      );
      from = end;
      const own = scopeOf(clause, 0);
      return {
        start: whole.start + start,
        end: whole.start + end,
        low: months * hoursOfMonth,
        high: months * hoursOfMonth,
        medicine: undefined,
        dose: undefined,
        ofEach: false,
        joined: [],
        near: undefined,
        population: within(scope.population, own.population),
        indication: indicationOf(
          clause,
          { ...own.indication, qualifiers: again ? ["retreatment"] : own.indication.qualifiers },
          scope.indication,
        ),
        container: passage.block,
        part: whole,
        head: [],
        absent: [],
      };
    });
  });
});

/** A paragraph, or all of a row at its first cell. */
function textOf({ row, span }: Passage): Span | undefined {
  if (!row) return span;
  const last = row.cells.at(-1);
  const first = row.cells.find(({ start, end }) => end > start);
  return last && first?.start === span.start ? { start: span.start, end: last.end } : undefined;
}

function indicationOf(clause: string, own: Indication, outer: Indication): Indication {
  const site = sites.find(([words]) => words.test(clause))?.[1];
  const conditions = own.conditions.filter((id) => id !== "tuberculosis");
  if (site) return indicationFrom([site], own.qualifiers);
  const said = conditions.length > 0 ? conditions : own.conditions;
  return indicationFrom(
    said.length > 0 ? said : outer.conditions.length > 0 ? outer.conditions : ["tuberculosis"],
    own.qualifiers,
  );
}
