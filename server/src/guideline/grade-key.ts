// A document's own key of grades to verbs ("Grade A statements use *shall*, grade 0 statements *may*", or a table of
// classes with their words), and the grade that stands at the head of a line or behind a sentence. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import type { Row } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { type AdviceVerb, adviceVerbsIn } from "./advice-verb.ts";
import { listPerRun, type Run } from "./run.ts";

/** "grade A", "class II" → the verbs that stand for it, "not" before those that advise against. */
export type GradeKey = ReadonlyMap<string, ReadonlySet<string>>;

const grade = /\bgrade[ds]?\s+["“‘'*_]*(?<code>[A-D]|0|[IVX]{1,3}|[1-4])["”’'*_]*(?![\w.])/gi;
const verb =
  /(?:["“‘'`*_])\s*(?:we +|is +|are +)?(?<verb>shall|should|must|may|might|can|could|recommend|suggest|consider|offer)\b/gi;

const gradeOf = (kind: string, code = "") =>
  `${/^(?:class|cor)$/i.test(kind) ? "class" : "grade"} ${code.toUpperCase()}`;

/** "A = shall, B = should, 0 = may", "Class 1: is recommended". */
const equated =
  /(?:\b(?<kind>[Cc]lass|[Gg]rade|COR)\s+)?(?<![\w.])["“*_]*(?<code>[A-D]|0|III|II[ab]?|I|[1-4][ab]?)["”*_]*\s*(?:=|:|→|\bmeans|\bstands +for)\s*(?<said>[^,;.()=\n]{3,50})/gu;

const pairsOf = remembered((text): readonly (readonly [string, string])[] => {
  const equal = /\b(?:grades?|class(?:es)?|COR)\b/i.test(text) ? matchesIn(text, equated) : [];
  const said = equal.flatMap(({ groups = {} }) =>
    phrasesOf(groups.said ?? "").map((name) => [gradeOf(groups.kind ?? "grade", groups.code), name] as const),
  );
  if (said.length > 1) return said;
  const codes = matchesIn(text, grade);
  if (codes.length < 2) return [];
  return codes.flatMap(({ index, groups = {} }, i) => {
    const until = codes[i + 1]?.index ?? text.length;
    const said = text.slice(index, until).split(/[.;](?:\s|$)/, 1)[0] ?? "";
    return matchesIn(said, verb).map(({ groups: found = {} }) => {
      return [gradeOf("grade", groups.code), (found.verb ?? "").toLowerCase()] as const;
    });
  });
});

const pairsOfRuns = listPerRun(({ blocks }, { text }) =>
  blocks.flatMap((block) => {
    if (block.kind === "paragraph") return pairsOf(text.slice(block.span.start, block.span.end));
    const cellsOf = ({ cells }: Row) => cells.map(({ start, end }) => text.slice(start, end));
    return block.kind === "table" && block.rows.length <= mostGrades
      ? pairsInTable(cellsOf(block.header), block.rows.map(cellsOf))
      : [];
  }),
);

const mostGrades = 12;
const bareCode = /^\W*(?:class|grade|category)?\s*(?<code>[A-D]|0|[IVX]{1,3}[ab]?|[1-4][ab]?)\W*$/i;
const ofWords =
  /\b(?:words?|wording|verbs?|phrases?|phrasing|terms?|language|formulation|expressed|we +(?:write|say))\b/i;
const ofGrades = /\b(?:class|grade|category|strength|cor)\b/i;

/** "| Class | Words used |": a column of codes, and one that is headed as the words for them. */
function pairsInTable(heads: readonly string[], rows: readonly (readonly string[])[]) {
  const said = heads.findIndex((head) => ofWords.test(head) && !ofGrades.test(head));
  const graded = heads.findIndex((head, i) => i !== said && ofGrades.test(head));
  if (said < 0 || graded < 0) return [];
  const [kind = ""] = ofGrades.exec(heads[graded] ?? "") ?? [];
  return rows.flatMap((cells) => {
    const code = bareCode.exec(cells[graded] ?? "")?.groups?.code;
    if (code === undefined) return [];
    return phrasesOf(cells[said] ?? "").map((name) => [gradeOf(kind, code), name] as const);
  });
}

/** Each by itself: `"is recommended", "is indicated"`. */
const phrasesOf = (cell: string): readonly string[] =>
  cell.split(/[,;/]|<br>|\bor\b/).flatMap((phrase) => {
    const words = phrase.replace(/[^\p{L} ]+/gu, " ").trim();
    // A bare "may" could be the month.
    return adviceVerbsIn(words === "" ? "" : `it ${words}${bareModal.test(words) ? " be given" : ""}`).map(
      keyedVerb,
    );
  });

const bareModal = /\b(?:may|might|can|could)(?: +not)?$/i;

const keyedVerb = ({ verb, direction }: AdviceVerb) => (direction === "against" ? `not ${verb}` : verb);

/** As a key has it: one that never says "not" means both. */
export const nameIn = (key: GradeKey, verb: AdviceVerb): string =>
  [...key.values()].some((verbs) => verbs.has(`not ${verb.verb}`)) ? keyedVerb(verb) : verb.verb;

/** Only one that tells at least two grades apart is a key. */
export function gradeKeyOf(runs: readonly Run[], markdown: Markdown): GradeKey | undefined {
  const key = new Map<string, Set<string>>();
  for (const [code, said] of pairsOfRuns(runs, markdown))
    key.set(code, (key.get(code) ?? new Set()).add(said));
  return key.size > 1 ? key : undefined;
}

const headed =
  /^[\s>*_#-]*(?:(?:recommendation|statement|R)?\s*\d+(?:\.\d+)*[.):]?[\s*_]*)?[([](?:grade\s+)?(?<code>[A-D]|0|[IVX]{1,3}|[1-4])[)\]]/i;

const headedInWords =
  /^[\s>*_#-]*(?:\d+(?:\.\d+)*[.):]?[\s*_]*)?(?<kind>class|grade|COR)\s+(?<code>[A-D]|0|[IVX]{1,3}[ab]?|[1-4][ab]?)\s*[.:–—*_]/i;

/** "**6.3** (0) Shaving …", "**Grade C:** shaving …" */
export function gradeAtHead(line: string): string | undefined {
  const { kind = "grade", code } = (headed.exec(line) ?? headedInWords.exec(line))?.groups ?? {};
  return code && gradeOf(kind, code);
}

const trailing =
  /[([]\s*(?<kind>class|grade|COR)\s+(?<code>[A-D]|0|[IVX]{1,3}[ab]?|[1-4][ab]?)\s*(?=[,;:)\]])/gi;

const bareGrade = String.raw`(?<kind>class|grade|COR):?\s+(?<code>[A-D]|0|[IVX]{1,3}[ab]?|[1-4][ab]?)`;
/** "… the stem. **Grade C**", in letters of its own or to the end of its line; not "Grade 3 tears …". */
const trailingBare = [
  new RegExp(String.raw`[.,;–—-]\s*[*_]{1,3}${bareGrade}\.?[*_]`, "i"),
  new RegExp(String.raw`[.;–—]\s*${bareGrade}[ .]*$`, "i"),
];

/** "… is reasonable. (Class II)": the one that stands at the end of a sentence or right behind it. */
const farthest = 24;
export function gradeBehind(sentence: string, rest: string): string | undefined {
  const found = matchesIn(sentence + (/^[\s.*_]*[([][^()[\]\n]{0,60}[)\]]/.exec(rest)?.[0] ?? ""), trailing);
  const line = sentence.slice(-farthest) + (rest.split("\n", 1)[0] ?? "");
  const bare = trailingBare.map((form) => form.exec(line)).find(Boolean);
  const [one = bare] = found;
  const { kind = "", code } = one?.groups ?? {};
  return found.length < 2 && code ? gradeOf(kind, code) : undefined;
}
