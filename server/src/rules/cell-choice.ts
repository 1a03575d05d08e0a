// Medicines that a cell of a table names as what to give, without a dose, to the patients of its row. It must not judge.

import type { Guideline } from "../guideline/guideline.ts";
import { targetsIn } from "../guideline/medicine-target.ts";
import { passagesIn } from "../guideline/passage.ts";
import { listPerRun } from "../guideline/run.ts";
import { slice } from "../guideline/scope.ts";
import { type Medicine, medicineNamed } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";

interface Choice {
  readonly medicine: Medicine;
  readonly span: Span;
  readonly row: Span;
  /** Its cell. */
  readonly text: string;
  /** Its row. */
  readonly told: string;
  /** The first cell. */
  readonly who: string;
}

const offering =
  /\b(?:treat|treatment|therapy|drugs?|medicines?|choice|method|give|offer|use|start|antibiotic|agent|tablet|regimen|recommend[a-zß-öø-ɏ]*|options?|prescri[a-zß-öø-ɏ]*|first[- ]line|induction|relaxant|analgesic|action|advice|order|plan|prophylaxis|preferred|1st)\b/i;
const other =
  /\b(?:avoid|not|never|contra-?ind|caution|alternative +to|adverse|side|note|comment|remark|instead|stop|interact|after|without|except|previous|current|already|taking|if)/i;
const longest = 80;

export const cellChoices = ({ runs, markdown }: Guideline): readonly Choice[] => choicesIn(runs, markdown);

const choicesIn = listPerRun((run, markdown): Choice[] =>
  passagesIn(run, markdown).flatMap(({ span, row }): Choice[] => {
    const [first] = row?.cells ?? [];
    if (!row || !first || row.index === 0 || !row.header || span.end - span.start > longest) return [];
    const head = slice(markdown, row.header);
    const text = slice(markdown, span);
    const who = slice(markdown, first);
    if (!offering.test(head) || other.test(head) || other.test(text) || /\d/.test(text.replace(lasting, "")))
      return [];
    const [target] = targetsIn(text);
    const medicine = target?.kind === "medicine" ? medicineNamed(target.name) : undefined;
    if (!target || !medicine || !begins.test(text.slice(0, target.start))) return [];
    const whole = { start: first.start, end: Math.max(...row.cells.map(({ end }) => end)) };
    return [{ medicine, span, row: whole, text, told: slice(markdown, whole), who }];
  }),
);
const lasting = /\b(?:for +)?\d+ +(?:days|weeks|months)\b|\bonce +daily\b/gi;
const begins = /^\W*(?:(?:give|offer|start|use|prescribe|oral|try|prefer|the|standard|usual)\W+){0,3}$/i;
