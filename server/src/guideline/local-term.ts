// What a text itself says that its terms mean: "Mastitis is a hard, red, painful segment", "- Moderate: stridor at rest", a row
// below "What it is". Patients told by the one are those told by the other. It must not compare.

import type { Markdown } from "../syntax/markdown.ts";
import { stemsOf } from "./deed-reader.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

export interface LocalTerm {
  readonly term: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const isA =
  /^[^\p{L}]*(?:\d[\d.]*\s+)?(?:An? +|The +)?(?<term>\p{L}[\p{L} -]{2,40}?)\s(?:is|are|means?|is +called|is +defined +as|is +present +when|is +diagnosed +when)\s+(?:an? +|the +|when +|if +|suspected +when +)(?<words>[^.;]{12,200})/u;
const labelled = /^[^\p{L}]*(?<term>\p{L}[\p{L} -]{2,30}?):\s+(?<words>[^.;:]{12,160}?)[.;]?\s*$/u;
const defining =
  /\b(?:what +it +is|what +(?:is|you) +(?:seen?|finds?)|signs?|definition|features?|findings?|criteria|looks? +like|meaning|recogni[sz]ed +by|picture)\b/i;
const orders = /\d *(?:mg|g|ml|mcg|units?)\b|\b(?:give|start|stop|refer|send|call|take|put|do)\b/i;

export const parseLocalTerms = listPerRun((run, markdown): readonly LocalTerm[] =>
  passagesIn(run, markdown).flatMap((passage) =>
    passage.where === "heading" ? [] : termsIn(passage, markdown),
  ),
);

function termsIn({ span, where, row }: Passage, markdown: Markdown): readonly LocalTerm[] {
  const text = slice(markdown, span);
  if (where === "cell") {
    const [first] = row?.cells ?? [];
    const isDefined = row?.header && row.index > 0 && defining.test(slice(markdown, row.header));
    return isDefined && first ? made(slice(markdown, first), text) : [];
  }
  const said = sentencesIn(text).map(({ start, end }) => isA.exec(text.slice(start, end))?.groups);
  return [...said, where === "list" ? labelled.exec(text)?.groups : undefined].flatMap((groups) =>
    groups ? made(groups.term ?? "", groups.words ?? "") : [],
  );
}

function made(term: string, words: string): readonly LocalTerm[] {
  const found = { term: stemsOf(term), words: stemsOf(words) };
  return found.term.size > 0 && found.term.size < 4 && found.words.size > 1 && !orders.test(words)
    ? [found]
    : [];
}
