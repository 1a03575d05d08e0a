// A document's own key of words: which verb of its recommendations stands for which strength, as it says itself
// ("The word “should” marks a strong recommendation"). Only words that are named as words count. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import type { Row } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { gradingsIn } from "./grading.ts";
import { listPerRun, type Run } from "./run.ts";
import { sentencesIn } from "./sentence.ts";
import { type KeyPair, pairsInTable } from "./wording-key-table.ts";

/** Verb → what it stands for; "either" where the key says both. */
export type WordingKey = ReadonlyMap<string, "strong" | "weak" | "either">;

const verbs =
  "recommend(?:s|ed|ation)?|suggest(?:s|ed)?|should|must|shall|may|might|can|could|consider(?:ed)?|offer|advise|ought to|propos(?:e|es|ed)|advis(?:es|ed)|encourag(?:e|es|ed)|favou?r(?:s|ed)?|prefer(?:s|red)?|urg(?:e|es|ed)";
const before = "(?:(?:we|is|are|it is|the panel|do|does|strongly|conditionally|to)\\s+){0,2}";
const behind = "(?:\\s+(?:not|be|against|to|that|be considered|be used|be given|is|for))*";
const mentions = new RegExp(
  `(?:(?<mark>["“‘'\`]|[*_]{1,3})\\s*${before}(?<a>${verbs})${behind}\\s*[.…,]*(?:["”’'\`]|[*_]{1,3}))|["“](?:[a-zß-öø-ɏ]+ +){0,3}?(?<c>${verbs})(?: +[a-zß-öø-ɏ]+){0,4}[.…,]*["”]|\\b(?:words?|terms?|verbs?|phrases?|worded|phrased|formulated|expressed|wording)\\s+(?:as\\s+|by\\s+|with\\s+|is\\s+|:\\s*)?${before}(?<b>${verbs})\\b`,
  "gi",
);
const strengths = /\b(?:strong|weak|conditional|discretionary|qualified)\b(?! +evidence)/gi;
const explains =
  /\b(?:words?|wording|worded|terms?|verbs?|phrases?|phrased|language|writ(?:e|ten)|wrote|us(?:e|es|ed)|means?|denotes?|indicates?|express(?:es|ed)?|marks?|reserved|stands?|signals?|begins?|reads?|implies|imply|corresponds?|formulated|introduc(?:es|ed)|reflects?|conveys?|signif(?:y|ies)|equals?)\b|[=→]/i;

const stems: readonly (readonly [RegExp, string])[] = [
  [/^recommend/i, "recommend"],
  [/^suggest/i, "suggest"],
  [/^consider/i, "consider"],
  [/^propos/i, "propose"],
  [/^advis/i, "advise"],
];
const stemOf = (word: string) => stems.find(([pattern]) => pattern.test(word))?.[1] ?? word.toLowerCase();

export function parseWordingKey(runs: readonly Run[], markdown: Markdown): WordingKey {
  const key = new Map<string, "strong" | "weak" | "either">();
  for (const [verb, force] of pairsOfRuns(runs, markdown)) {
    const known = key.get(verb);
    key.set(verb, known !== undefined && known !== force ? "either" : force);
  }
  return key;
}

const pairsOfRuns = listPerRun(({ blocks }, { text }): readonly Pair[] => {
  const own = ({ start, end }: Span) => pairsIn(text.slice(start, end));
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return own(block.span);
    if (block.kind !== "table") return [];
    const isKey = mayBeKey(text.slice(block.span.start, block.span.end));
    const rows = isKey ? pairsInTable([block.header, ...block.rows].map((row) => cellsOf(text, row))) : [];
    return [...block.rows.flatMap(({ span }) => own(span)), ...rows];
  });
});

type Pair = KeyPair;

const mayBeKey = remembered((table): boolean => /\b(?:strong|weak|conditional|discretionary)/i.test(table));
const cellsOf = (text: string, { cells }: Row) => cells.map(({ start, end }) => text.slice(start, end));

/** "*Offer* marks a strong recommendation": it is about words, and recommends nothing. */
export const explainsWords = (text: string): boolean => pairsIn(text).length > 0;

const pairsIn = remembered((text): readonly Pair[] => {
  if (!/\b(?:strong|weak|conditional|discretionary|qualified)\b/i.test(text)) return [];
  const all = sentencesIn(text).map(({ start, end }) => text.slice(start, end));
  return all.flatMap((sentence) => sentence.split(/;\s/).flatMap(pairsOf));
});

interface Sign {
  readonly at: number;
  readonly verb?: string;
  readonly force?: "strong" | "weak";
}

/** "shall = strong; should = weak". */
const equated = new RegExp(
  `\\b(?<verb>${verbs})(?: +not)?(?:\\s*\\/\\s*(?:${verbs})(?: +not)?)?["”’'*_]*\\s*(?:=|→|⇒|\\b(?:means|denotes|signals|stands +for)\\b)\\s*(?:an?\\s+)?["“‘'*_]*(?<force>strong|weak|conditional|discretionary|qualified|open)\\b`,
  "gi",
);
const forceNamed = (word = ""): Pair[1] => (/^strong/i.test(word) ? "strong" : "weak");

function pairsOf(sentence: string): Pair[] {
  const direct = matchesIn(sentence, equated).map(
    ({ groups = {} }): Pair => [stemOf(groups.verb ?? ""), forceNamed(groups.force)],
  );
  const said = saidPairs(sentence);
  const agrees = direct.every(([word, force]) =>
    said.some(([own, other]) => own === word && other === force),
  );
  return direct.length > 0 && !(agrees && said.length > direct.length) ? direct : said;
}

function saidPairs(sentence: string): Pair[] {
  const named = matchesIn(sentence, mentions);
  if (named.length === 0) return [];
  const words: Sign[] = named.map(({ index, groups = {} }) => ({
    at: index,
    verb: stemOf(groups.a ?? groups.b ?? groups.c ?? ""),
  }));
  const forces = matchesIn(sentence, strengths).map(
    ({ index, 0: word }): Sign => ({ at: index, force: forceNamed(word) }),
  );
  if (forces.length === 0 || !isKey(sentence, named)) return [];
  return paired([...words, ...forces].sort((a, b) => a.at - b.at));
}

/** A recommendation that is set in bold and graded is none. */
function isKey(sentence: string, named: readonly RegExpMatchArray[]): boolean {
  const rest = named.reduce((left, { 0: words }) => left.replace(words, " "), sentence);
  const graded = gradingsIn(rest);
  const bare = graded.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    rest,
  );
  const emphasised = named.every(({ groups = {} }) => groups.mark !== undefined && /[*_]/.test(groups.mark));
  if (emphasised && graded.length > 0 && /[([]/.test(rest)) return false;
  if ((bare.match(/\p{L}{3,}/gu) ?? []).length <= 3) return true;
  return explains.test(bare);
}

/** Words and strengths take turns: "'should' … strong and 'may' … weak", "strong: 'must', 'should'". */
function paired(signs: readonly Sign[]): Pair[] {
  const pairs: Pair[] = [];
  const wordFirst = signs[0]?.verb !== undefined;
  let pending: string[] = [];
  let force: Sign["force"];
  for (const [i, sign] of signs.entries()) {
    if (sign.verb !== undefined) {
      if (wordFirst) {
        if (signs[i - 1]?.force) pending = [];
        pending.push(sign.verb);
      } else if (force) pairs.push([sign.verb, force]);
    } else if (sign.force) {
      force = sign.force;
      if (wordFirst) for (const verb of pending) pairs.push([verb, sign.force]);
    }
  }
  return pairs;
}
