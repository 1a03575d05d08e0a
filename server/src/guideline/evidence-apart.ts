// How certain the evidence on a topic is, where that stands apart from what is recommended: rows of a summary of findings,
// paragraphs of an annex ("*Oxygen.* … ended at very low"), and whether all recommendations are strong unless marked. It
// must not know whose evidence it is.

import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type Certainty, columnOf, gradingOfCell } from "./grading.ts";
import type { Guideline } from "./guideline.ts";
import { passagesIn } from "./passage.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";
import { pathOf } from "./section.ts";

export interface Evidence extends Span {
  readonly topic: string;
  readonly certainty: Certainty;
}

const level = "(?<level>very[ -]low|low|moderate|high)";
/** "We rated it down twice and ended at low", "… : low." */
const ending = new RegExp(
  `(?:\\b(?:end(?:ed|s|ing)?|arriv(?:ed|es|ing)|left|leav(?:es|ing)|rated|graded|judged|remain(?:s|ed)|came|comes|is|was|are|were|stays?|be|to)\\b(?: +(?:out|up|down|at|as|to|it|us|with|the|this|of|only|therefore|overall|an?|certainty|evidence|quality))*|[:,]) +["“*_]*${level}\\b(?=["”*_]*\\s*(?:[.;,)]|$|(?:certainty|quality)\\b))|\\b${level.replace("level", "other")}[ -](?:certainty|quality)\\b`,
  "gi",
);
const ended = /\b(?:end(?:ed|s|ing)?|arriv(?:ed|es)|down)\b/i;
const onEvidence =
  /\b(?:evidence|findings|certainty|grade|appraisal|trials?|studies|why|rationale|annex|appendix|summary|background|committee)\b/i;
const runIn = /^[^\p{L}\n]{0,12}(?:\*{1,2}|_{1,2})(?<topic>[^*_\n]{3,60})(?:\*{1,2}|_{1,2})/u;

const rowsIn = listPerRun(({ blocks }, markdown): readonly Evidence[] =>
  blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const heads = block.header.cells.map((cell) => columnOf(slice(markdown, cell)));
    if (heads.some((head) => head?.strength && !head.certainty) || heads[0]) return [];
    return block.rows.flatMap(({ cells, span }): readonly Evidence[] => {
      const [first] = cells;
      const found = cells.flatMap((cell, i) => {
        const head = block.header.cells[i];
        const said =
          head && heads[i] ? gradingOfCell(slice(markdown, cell), slice(markdown, head)) : undefined;
        return said?.strengths.length === 0 ? said.certainties.map(({ value }) => value) : [];
      });
      const [certainty] = found;
      const isClear = certainty !== undefined && found.every((one) => one === certainty);
      return first && isClear ? [{ ...span, topic: slice(markdown, first), certainty }] : [];
    });
  }),
);

const paragraphsIn = listPerRun((run, markdown): readonly Evidence[] =>
  passagesIn(run, markdown).flatMap(({ span, where }): readonly Evidence[] => {
    if (where === "heading" || where === "cell") return [];
    const text = slice(markdown, span);
    const topic = runIn.exec(markdown.text.slice(span.start, span.end))?.groups?.topic;
    if (!pathOf(run.section).some(({ title }) => onEvidence.test(title))) return [];
    const all = matchesIn(text, ending).map(({ groups = {} }) =>
      (groups.level ?? groups.other ?? "").toLowerCase().replace("-", " "),
    );
    // "Began as high certainty … and ended at very low": where it ended; "high. Adherence was low": who knows.
    const [said, another] = new Set(ended.test(text) ? all.slice(-1) : all);
    if (another !== undefined) return [];
    return said ? [{ ...span, topic: topic ?? text, certainty: said as Certainty }] : [];
  }),
);

export const evidenceIn = oncePer(({ runs, markdown }: Guideline): readonly Evidence[] => [
  ...rowsIn(runs, markdown),
  ...paragraphsIn(runs, markdown),
]);

const said = "(?:recommendations?|statements?|advice|items?|rows?|points?)";
const byDefault = new RegExp(
  `\\b${said}\\b[^.\\n]{0,40}\\b(?:is|are|counts? +as|be +read +as)\\b[^.\\n]{0,20}\\bstrong\\b[^.\\n]{0,30}\\b(?:unless|except|if +not|where +not|otherwise)\\b|\\bunless\\b[^.\\n]{0,60}\\b${said}\\b[^.\\n]{0,20}\\b(?:is|are)\\b[^.\\n]{0,12}\\bstrong\\b|\\bwhere +nothing +(?:else +)?is +(?:said|marked|written)\\b[^.\\n]{0,60}\\bstrong\\b`,
  "i",
);
/** "Recommendations are strong unless “suggest” is written". */
export const isStrongByDefault = oncePer(({ text }: Guideline): boolean => byDefault.test(text));
