// A document's own key of grades to verbs ("Grade A statements use *shall*, grade 0 statements *may*"), and the grade that
// stands at the head of a line. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { remembered } from "../text/memory.ts";
import { listPerRun, type Run } from "./run.ts";

/** Grade, as it is written → the verbs that stand for it. */
export type GradeKey = ReadonlyMap<string, ReadonlySet<string>>;

const grade = /\bgrade[ds]?\s+["“‘'*_]*(?<code>[A-D]|0|[IVX]{1,3}|[1-4])["”’'*_]*(?![\w.])/giu;
const verb =
  /(?:["“‘'`*_])\s*(?:we |is |are )?(?<verb>shall|should|must|may|might|can|could|recommend|suggest|consider|offer)\b/giu;

const pairsOf = remembered((text): readonly (readonly [string, string])[] => {
  const codes = [...text.matchAll(grade)];
  if (codes.length < 2) return [];
  return codes.flatMap(({ index, groups = {} }, i) => {
    const until = codes[i + 1]?.index ?? text.length;
    const said = text.slice(index, until).split(/[.;](?:\s|$)/, 1)[0] ?? "";
    return Array.from(said.matchAll(verb), ({ groups: found = {} }) => {
      return [(groups.code ?? "").toUpperCase(), (found.verb ?? "").toLowerCase()] as const;
    });
  });
});

const pairsOfRuns = listPerRun(({ blocks }, { text }) =>
  blocks.flatMap(({ kind, span }) => (kind === "paragraph" ? pairsOf(text.slice(span.start, span.end)) : [])),
);

/** Only one that tells at least two grades apart is a key. */
export function gradeKeyOf(runs: readonly Run[], markdown: Markdown): GradeKey | undefined {
  const key = new Map<string, Set<string>>();
  for (const [code, said] of pairsOfRuns(runs, markdown))
    key.set(code, (key.get(code) ?? new Set()).add(said));
  return key.size > 1 ? key : undefined;
}

const headed =
  /^[\s>*_#-]*(?:(?:recommendation|statement|R)?\s*\d+(?:\.\d+)*[.):]?[\s*_]*)?[([](?:grade\s+)?(?<code>[A-D]|0|[IVX]{1,3}|[1-4])[)\]]/i;

/** "**6.3** (0) Shaving …" */
export const gradeAtHead = (line: string): string | undefined =>
  headed.exec(line)?.groups?.code?.toUpperCase();
