// Prohibitions of a passage from its statements, with the items of a list below it, and with what stands above where
// it names no medicine. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { shifted } from "../text/span.ts";
import { type Passage, passagesIn } from "./passage.ts";
import type { Prohibition } from "./prohibition.ts";
import { targetsAbove } from "./prohibition-listed.ts";
import { fromRemainder } from "./prohibition-remainder.ts";
import { mayForbid, statementsIn, statementWith, subjectOf } from "./prohibition-statement.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

/** What is left when nothing else understood a sentence. */
export const remainingIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap((passage) => fromRemainder(markdown, passage)),
);

export const statedIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap((passage, i, all) => fromStatements(markdown, passage, priorTo(i, all))),
);

/** The paragraph that a list stands below. */
function priorTo(at: number, passages: readonly Passage[]): Passage | undefined {
  const own = passages[at];
  let before = at - 1;
  while (own?.where === "list" && passages[before]?.group === own.group) before--;
  return own?.where === "list" && passages[before]?.where === "prose" ? passages[before] : undefined;
}

function fromStatements(
  markdown: Markdown,
  { span, where, contexts, row, followers }: Passage,
  prior: Passage | undefined,
): Prohibition[] {
  const text = slice(markdown, span);
  if (where === "heading" || !mayForbid.test(text)) return [];
  const first = row && row.index > 0 ? row.cells[0] : undefined;
  const above = () => {
    const told = (prior && subjectOf(slice(markdown, prior.span))) ?? [];
    return told.length > 0 ? told : targetsAbove(markdown, first ? [first] : row ? [] : contexts);
  };
  const { start = 0 } = sentencesIn(text).at(-1) ?? {};
  const last = text.slice(start);
  const said = statementsIn(text, above).map((one) => ({ ...one, ...shifted(one, span.start) }));
  const below = followers.flatMap((item) => {
    const one = statementWith(last, slice(markdown, item));
    return one ? [{ ...one, ...item }] : [];
  });
  return [...said, ...below].flatMap(({ targets, patients, routes = [], local, ...rest }) =>
    targets.flatMap((target) =>
      patients.map((one) => ({ ...rest, target, patients: one, routes, ...(local && { local }) })),
    ),
  );
}
