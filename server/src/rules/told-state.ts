// Whether patients are told to be pregnant, in which trimester, or breast-feeding, without the word: "gravida 2, 14
// weeks", "28 weeks" in an antenatal clinic, "a baby at the breast". It must not know what is forbidden.

import type { Guideline } from "../guideline/guideline.ts";
import type { Population } from "../guideline/population.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { Given } from "./given-medicine.ts";
import { rowLabels } from "./row-labels.ts";

const obstetric = /\b(?:ante-?natal|prenatal|pregnan|obstetric|maternity|maternal|midwi(?:fe|ves|fery))/i;
const bearing =
  /\b(?:(?:primi|multi)?gravida|G\d *P\d|expectant +(?:mothers?|wom[ae]n)|expecting +(?:a|her)|positive +pregnancy +test|pregnancy +test +(?:is +|was +)?positive|f(?:o?e)tal +(?:heart|growth|movements?)|weeks['’]? +(?:of +)?(?:gestation|pregnant|amenorrh))/i;
const nursing =
  /\b(?:at +the +breast|suckl(?:es|ing)|lactating|nursing +(?:her|a)|feeds? +(?:her|the|a) +(?:baby|infant|newborn)|(?:baby|infant|newborn) +(?:is +)?breast-?fed)\b/i;
const weaned = /\b(?:not|no +longer|never|stopped|bottle)\b[^.;|]{0,20}(?:breast|feed|nurs|lactat|pregnan)/i;
const afterwards =
  /\b(?:after +(?:the +)?(?:birth|delivery|childbirth|abortion|miscarriage)|post-?(?:partum|natal)|puerper|old\b|of +age\b|since +birth)/i;
/** "28 weeks", at the head of a cell or behind a comma. */
const weeks =
  /(?:^[^\d.;,]{0,30}?|[,|(]|\b(?:at|week|visit|gestation|pregnancy))\W{0,3}(?:at +)?([4-9]|[123]\d|4[0-2])(?:\+\d)?(?: +(?:completed +)?weeks\b(?! +(?:after|post|old|ago|of +age|later|ly))| *(?=\W*$))/i;

/** In completed weeks. */
function weekOf(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const [, week] = weeks.exec(text) ?? [];
    if (week !== undefined && !afterwards.test(text)) return Number(week);
  }
  return undefined;
}

const trimesterOf = (week: number): string =>
  week < 14 ? "first-trimester" : week < 28 ? "second-trimester" : "third-trimester";

export interface ToldState {
  readonly population: Population;
  readonly qualifiers: readonly string[];
}

/** Undefined where nothing of it is told. */
export function toldState(given: Given, guideline: Guideline): ToldState | undefined {
  const texts = [...rowLabels(guideline, given), ...given.labels, given.row ? "" : given.sentence];
  if (texts.some((text) => weaned.test(text))) return undefined;
  const { groups } = given.population;
  if (texts.some((text) => nursing.test(text)))
    return { population: { groups: ["breastfeeding"] }, qualifiers: [] };
  const titles = pathOf(sectionAt(guideline.sections, given.span.start)).map(({ title }) => title);
  const week = weekOf(texts);
  const told =
    (week !== undefined && groups.includes("pregnant")) ||
    texts.some((text) => bearing.test(text) && !afterwards.test(text)) ||
    (week !== undefined && [...titles, ...texts].some((text) => obstetric.test(text)));
  const others = groups.some((group) => group !== "women" && group !== "adult" && group !== "pregnant");
  if (!told || others) return undefined;
  return { population: { groups: ["pregnant"] }, qualifiers: week === undefined ? [] : [trimesterOf(week)] };
}
