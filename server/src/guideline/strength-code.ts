// What letters, figures or signs a document has for strength, as it says itself ("A: strong; B: conditional", "two ticks,
// strong", "| ■ | strong |"), else as it uses them, and which of them a recommendation bears. It must not judge.

import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { gradingsIn } from "./grading.ts";
import type { Guideline } from "./guideline.ts";
import { sectionAt } from "./section.ts";

export type CodedForce = "strong" | "weak";
type Key = ReadonlyMap<string, CodedForce>;
type Pair = readonly [code: string, force: CodedForce];

const signs = "✔✓★☆●○◯■□▪▫◆◇▲△▼▽►▶♦†‡+↑↓⇑⇓";
const drawn = `[${signs}]{1,4}`;
const written = "[A-D]|[SWKRC]|[1-4]|I{1,2}";
const code = `\\([A-DSWKRC]\\)|${written}|${drawn}`;
const forced = "[Ss]trong|[Ww]eak|[Cc]onditional|STRONG|WEAK|CONDITIONAL";
const equated = new RegExp(
  `(?<![\\p{L}\\d])(?!A +(?:${forced}))(?:["“*_\\[]|\\((?![A-Z]\\)))*(?<code>${code})["”*_)\\]]*\\s*(?:=|:|–|—|→|\\(|,|(?<=[${signs}][*_ ]*)\\||\\b(?:means?|marks?|denotes?|stands +for|is|are|for)\\b|)\\s*(?:an? +|the +)?["“*_]*(?<force>${forced})\\b`,
  "gu",
);
/** "Strong recommendations carry an A, conditional ones a B", "strong (A) or conditional (B)". */
const borne = new RegExp(
  `\\b(?<force>${forced})(?: +(?:recommendations?|statements?|ones?|advice))?["”*_]*\\s*(?:[=:–—→|(]|(?:(?:is|are|have|has|bears?|carry|carries|gets?|marked|shown|written|given|with|as|by|in|an?|the|letter|sign|symbol|code|grade|figure) +){1,6})\\s*["“*_(]*(?<code>${code})(?=["”*_)\\].,;|]|\\s*(?:[.,;|)]|$)| (?:and|or)\\b)`,
  "gu",
);
const numbers = ["one", "two", "three"];
const nouns: Readonly<Record<string, string>> = {
  tick: "✔✓",
  check: "✔✓",
  star: "★",
  dot: "●",
  circle: "●",
  arrow: "↑",
  plus: "+",
};
/** "Two ticks, strong; one tick, conditional". */
const counted = new RegExp(
  `\\b(?<count>one|a|single|two|double|three) +(?:(?:black|filled|full|solid|upward|check) +)?(?<noun>${Object.keys(nouns).join("|")})(?: +marks?| +signs?)?s?\\b[^.;|]{0,30}?\\b(?<force>${forced})\\b`,
  "gi",
);

const forceNamed = (word = ""): CodedForce => (/^strong/i.test(word) ? "strong" : "weak");

function countedPairs(text: string): readonly Pair[] {
  return matchesIn(text, counted).flatMap(({ groups = {} }) => {
    const said = (groups.count ?? "")
      .toLowerCase()
      .replace(/^(?:a|single)$/, "one")
      .replace("double", "two");
    const kinds = [...(nouns[(groups.noun ?? "").toLowerCase()] ?? "")];
    return kinds.map((sign): Pair => [sign.repeat(numbers.indexOf(said) + 1), forceNamed(groups.force)]);
  });
}

const tokens = new RegExp(`(?<code>${drawn})|\\b(?<force>${forced})\\b`, "gu");
/** Signs and strengths take turns, whatever stands between: "Solid box ■ = strong, dashed □ = conditional". */
function takenTurns(text: string): readonly Pair[] {
  const found = matchesIn(text, tokens).map(({ groups = {} }) => groups);
  const pairs = found.flatMap(({ code: sign, force }, i): readonly Pair[] => {
    const next = found[i + 1];
    if (i % 2 !== 0 || !next) return [];
    if (sign !== undefined && next.force) return [[sign, forceNamed(next.force)]];
    return force !== undefined && next.code ? [[next.code, forceNamed(force)]] : [];
  });
  return found.length > 2 && pairs.length * 2 === found.length ? pairs : [];
}

/** What one text says of signs, where it tells both strengths apart. */
const pairsIn = remembered((text): readonly Pair[] => {
  if (!/\bstrong\b/i.test(text) || !/\b(?:weak|conditional)\b/i.test(text)) return [];
  const direct = [equated, borne].map((form) =>
    matchesIn(text, form).map(({ groups = {} }): Pair => [groups.code ?? "", forceNamed(groups.force)]),
  );
  return [...direct, countedPairs(text), takenTurns(text)].find(tellsApart) ?? [];
});

/** Each sign has one meaning, and both strengths have a sign. */
function tellsApart(pairs: readonly Pair[]): boolean {
  const key = new Map(pairs);
  return new Set(key.values()).size > 1 && pairs.every(([sign, force]) => key.get(sign) === force);
}

/** "✔✔ **Drying** – strong, moderate certainty": how a line uses its only sign. */
const usedIn = (text: string): readonly Pair[] =>
  text.split("\n").flatMap((line): readonly Pair[] => {
    const own = matchesIn(line, tokens).map(({ groups = {} }) => groups);
    const [sign, force] = own;
    return own.length === 2 && sign?.code && force?.force ? [[sign.code, forceNamed(force.force)]] : [];
  });

/** What most lines say, where signs of both strengths are used more than once. */
function usual(pairs: readonly Pair[]): Key {
  const counts = new Map<string, number>();
  for (const [sign, force] of pairs)
    counts.set(sign, (counts.get(sign) ?? 0) + (force === "strong" ? 1 : -1));
  const clear = [...counts].filter(([, count]) => count !== 0);
  const key = new Map(clear.map(([sign, count]): Pair => [sign, count > 0 ? "strong" : "weak"]));
  return new Set(key.values()).size > 1 && pairs.length > 3 ? key : new Map();
}

/** "- **R** – strong: …": one item of a key that is a list. */
const itemOf = remembered((text): readonly Pair[] =>
  text.split("\n").flatMap((line) => {
    const [first] = matchesIn(line, equated);
    return first && !/\p{L}/u.test(line.slice(0, first.index))
      ? [[first.groups?.code ?? "", forceNamed(first.groups?.force)] as const]
      : [];
  }),
);

/** The first paragraph or table that tells both apart; else as they are used. */
export const strengthCodes = oncePer((guideline: Guideline): Key => {
  const key = keyOf(guideline);
  // "(A)" and "A" are the same, unless they are told apart.
  return new Map([...[...key].map(([sign, force]): Pair => [sign.replace(/[()]/g, ""), force]), ...key]);
});
function keyOf({ runs, text }: Guideline): Key {
  const used: Pair[] = [];
  for (const { blocks } of runs)
    for (const { kind, span } of blocks) {
      const words = kind === "heading" ? "" : text.slice(span.start, span.end);
      const key = words.length > longest ? [] : pairsIn(words);
      if (key.length > 0) return new Map(key);
      used.push(...usedIn(words));
    }
  for (const { blocks } of runs) {
    const items = blocks.flatMap(({ kind, span }) =>
      kind === "paragraph" ? itemOf(text.slice(span.start, span.end)) : [],
    );
    if (tellsApart(items)) return new Map(items);
  }
  return usual(used);
}
const longest = 700;

export interface CodedStrength extends Span {
  readonly force: CodedForce;
  /** "[S, low]" */
  readonly isLow: boolean;
}

/** The code in brackets behind a place, a sign at the head or end of its line, or alone in a cell of its row. */
export function strengthCodeAt(guideline: Guideline, { start, end }: Span): CodedStrength | undefined {
  const key = strengthCodes(guideline);
  if (key.size === 0) return undefined;
  const { text } = guideline;
  const [line = ""] = /^[^\n]{0,400}/.exec(text.slice(end)) ?? [];
  const from = text.lastIndexOf("\n", start - 1) + 1;
  if (pairsIn(text.slice(from, end) + line).length > 0) return undefined;
  const isRow = /^\s*\|/.test(text.slice(from, from + 5));
  const at = isRow ? from : Math.max(start, end - 60);
  const found = isRow ? aloneIn(text.slice(from, end) + line, key) : behind.exec(text.slice(at, end) + line);
  const [whole = "", before = "", sign = "", rest = ""] = found ?? [];
  const force = key.get(`(${sign})`) && whole === `(${sign})` ? key.get(whole) : key.get(sign);
  if (found && force) {
    const place = at + found.index + before.length;
    return { force, isLow: /\blow\b/i.test(rest || whole), start: place, end: place + sign.length };
  }
  return signAround(guideline, key, { start, end: end + line.length }) ?? letterAtHead(text, key, start);
}
/** "[A, moderate certainty]" */
const behind = new RegExp(`([\\[(][\\s*_]*)(${code})(?![\\p{L}\\d])([^\\[\\]()\\n]{0,40})[\\])]`, "u");
const alone = new RegExp(`(\\|[\\s*_"“]*)(${code})[\\s*_"”]*(?=\\||$)`, "gu");
/** A figure in the first cell counts the rows. */
const aloneIn = (row: string, key: Key) =>
  matchesIn(row, alone).find(
    ({ index, 2: sign = "" }) => key.has(sign) && (/\D/.test(sign) || index > row.search(/\|/)),
  );

/** "S  Is the hospital far?", "[3] S  …": a letter at the head of a line, or of the step in a chart that a line is in. */
function letterAtHead(text: string, key: Key, start: number): CodedStrength | undefined {
  const lines = text
    .slice(Math.max(0, start - longest), text.indexOf("\n", start) + 1 || text.length)
    .split("\n")
    .slice(0, -1);
  let end = text.indexOf("\n", start) < 0 ? text.length : text.indexOf("\n", start);
  for (const [i, line] of lines.toReversed().entries()) {
    const begun = end - line.length;
    const [whole = "", before = "", sign = ""] = lettered.exec(line) ?? [];
    const force = key.get(sign);
    if (force && whole) {
      const at = begun + before.length;
      return { force, isLow: false, start: at, end: at + sign.length };
    }
    if (i > 0 ? /^\s*(?:$|[[(]?\d+[\])])/.test(line) : !/^\s/.test(line)) return undefined;
    end = begun - 1;
  }
  return undefined;
}
const lettered = new RegExp(
  `^([\\s>*_#-]*(?:[[(]?\\d+[\\])]?[.)]? +)?[*_[]*)(\\([A-Z]\\)|${written})[*_\\]]*(?: {2,}| *[.:–—] | +(?=\\p{Lu}\\p{Ll}))`,
  "u",
);

/** The only sign of its line, or of the heading above it. */
function signAround({ text, sections }: Guideline, key: Key, span: Span): CodedStrength | undefined {
  const from = text.lastIndexOf("\n", span.start - 1) + 1;
  const section = sectionAt(sections, span.start);
  const places = [{ start: from, end: span.end }, ...(section ? [section.headingSpan] : [])];
  for (const { start, end } of places) {
    const all = matchesIn(text.slice(start, end), anySign).filter(([sign]) => key.has(sign));
    const [first] = all;
    const force = first && key.get(first[0]);
    if (!first || !force) continue;
    if (all.some(([sign]) => key.get(sign) !== force)) return undefined;
    return { force, isLow: false, start: start + first.index, end: start + first.index + first[0].length };
  }
  return undefined;
}
const anySign = new RegExp(drawn, "gu");

/** Lines whose only sign and only words of strength disagree: "✔ Cord clamping – strong". */
export const signedOtherwise = oncePer(
  (guideline: Guideline): readonly { readonly sign: CodedStrength; readonly word: Span }[] => {
    const key = strengthCodes(guideline);
    const { runs, text } = guideline;
    const blocks = key.size === 0 ? [] : runs.flatMap((run) => run.blocks);
    return blocks.flatMap(({ kind, span }) => {
      if (kind === "heading" || pairsIn(text.slice(span.start, span.end)).length > 0) return [];
      return matchesIn(text.slice(span.start, span.end), /[^\n]+/g).flatMap(({ index, 0: line }) => {
        const signs = matchesIn(line, anySign).filter(([sign]) => key.has(sign));
        const words = gradingsIn(line).flatMap(({ strengths }) =>
          strengths.filter(({ form }) => form === "word"),
        );
        const [[sign, word], more] = [[signs[0], words[0]], signs.length + words.length];
        const force = sign && key.get(sign[0]);
        if (!sign || !force || !word || more !== 2 || word.value === force || word.value === "good practice")
          return [];
        const [at, start] = [span.start + index + sign.index, span.start + index];
        return [
          {
            sign: { force, isLow: false, start: at, end: at + sign[0].length },
            word: { start: start + word.start, end: start + word.end },
          },
        ];
      });
    });
  },
);

/** Every "[S, low]" of a document. */
export const codedLow = oncePer((guideline: Guideline): readonly CodedStrength[] => {
  const key = strengthCodes(guideline);
  if (key.size === 0) return [];
  const all = new RegExp(behind.source, "gu");
  return matchesIn(guideline.text, all).flatMap(
    ({ index, 0: whole, 1: before = "", 2: sign = "", 3: rest = "" }) => {
      const force = key.get(sign);
      return force && /^\W*(?:very +)?low\b/i.test(rest)
        ? [{ force, isLow: true, start: index + before.length, end: index + whole.length - 1 }]
        : [];
    },
  );
});
