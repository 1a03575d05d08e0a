// References by name: "see chapter “Malaria”", "the section on fever", "“Oxygen” below". And whether what they name is
// the title of anything. It must not know other documents than those it is given.

import { listPerPiece, uncoded } from "../syntax/inline.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { kindOf, kindPattern, type LabelKind } from "./label-kind.ts";
import { numberPattern } from "./label-number.ts";
import { isElsewhere } from "./other-work.ts";
import { isReferenceList } from "./reference-list.ts";
import { type Section, sectionAt } from "./section.ts";

export interface NamedReference extends Span {
  readonly kind: LabelKind;
  readonly name: string;
  /** Given word for word. */
  readonly quoted: boolean;
}

const noun =
  "(sections?|sub-?sections?|chapters?|annex(?:es)?|appendix|appendices|box|algorithm|flow\\s?chart|module|part)";
const leads = "(?:\\s+(?:on|about|titled|entitled|called|headed|named|covering|dealing\\s+with))?\\s*:?\\s+";
const quotedAfter = new RegExp(
  `\\b${noun}${leads}(?:[“"‘']([^”"’'\\n]{3,80})[”"’']|\\*{1,3}([^*\\n]{3,80})\\*{1,3}|_([^_\\n]{3,80})_)`,
  "gi",
);
const quotedBefore = new RegExp(
  `\\b(?:[Ss]ee|[Rr]efer\\s+to|[Ii]n|[Uu]nder|[Ff]rom)\\s+(?:also\\s+)?(?:the\\s+)?[“"‘]([^”"’\\n]{3,80})[”"’]\\s+${noun}`,
  "gu",
);
const quotedPlace =
  /\b(?:[Ss]ee|[Rr]efer +to|under)\s+(?:also\s+)?[“"‘](\p{Lu}[^”"’\n]{2,80})[”"’]\s*,?\s*(?=(?:above|below|overleaf)\b)/gu;
/** "as described under “Plan D: shock”" */
const quotedTitle =
  /\b(?:(?:[Dd]escribed|[Gg]iven|[Ss]et +out|[Ee]xplained|[Ll]isted|[Ss]hown|[Dd]etailed|[Oo]utlined|[Gg]o|[Tt]urn|[Pp]roceed|[Cc]ontinue|as) +(?:under|in|to|at|with)|[Ss]ee|[Ff]ollow) +[“"](\p{Lu}[^”"’\n]{2,80})[”"](?! +(?:in|of|by|from|on|at) +)/gu;
/** “Plan B” is looked up by its number. */
const numbered = new RegExp(`^${kindPattern}\\s+${numberPattern}`, "i");
const onSubject = new RegExp(
  `\\b(?:[Ss]ee|[Rr]efer(?:red)?\\s+to|[Cc]onsult|[Uu]nder|in|[Ff]ollow)\\s+(?:also\\s+)?(?:the\\s+)?${noun}\\s+(?:on|about|covering|dealing\\s+with)\\s+((?:[\\p{L}\\d'’/-]+\\s?){1,7})`,
  "gu",
);

const perPiece = listPerPiece((piece): NamedReference[] => {
  const text = uncoded(piece);
  const found = (match: RegExpExecArray, word: string, name: string, quoted: boolean): NamedReference[] => {
    const kind = kindOf(word.replace(/\s+/g, "").replace(/^subsection/i, "section")) ?? "section";
    const start = match.index + match[0].lastIndexOf(name);
    const around = [
      piece.plain.slice(Math.max(0, match.index - 120), match.index),
      piece.plain.slice(match.index + match[0].length, match.index + match[0].length + 140),
    ] as const;
    const isOther =
      isElsewhere(...around) ||
      /\b(?:guidelines?|handbook|manual|act|formulary|policy|protocols?|textbook)\b/i.test(name);
    return isOther || name === "" ? [] : [{ kind, name, quoted, start, end: start + name.length }];
  };
  return [
    ...matchesIn(text, quotedAfter).flatMap((match) =>
      found(match, match[1] ?? "", match[2] ?? match[3] ?? match[4] ?? "", true),
    ),
    ...matchesIn(text, quotedBefore).flatMap((match) => found(match, match[2] ?? "", match[1] ?? "", true)),
    ...matchesIn(text, quotedPlace).flatMap((match) => found(match, "section", match[1] ?? "", true)),
    ...matchesIn(text, quotedTitle).flatMap((match) =>
      numbered.test(match[1] ?? "") ? [] : found(match, "section", match[1] ?? "", true),
    ),
    ...matchesIn(text, onSubject).flatMap((match) =>
      found(match, match[1] ?? "", subjectOf(match[2] ?? ""), false),
    ),
  ];
});

/** Up to where the sentence goes on about something else. */
function subjectOf(words: string): string {
  return (
    words.split(
      /\s(?:for|below|above|overleaf|when|if|before|after|where|which|that|is|are|as|to|at|page|p)\b/,
    )[0] ?? ""
  ).trim();
}

export const namedReferencesOf = oncePer(({ markdown, sections }: Guideline): readonly NamedReference[] => {
  const seen = new Set<number>();
  return perPiece(markdown).filter(({ start }) => {
    const section = sectionAt(sections, start);
    if (seen.has(start) || (section && isReferenceList(section))) return false;
    seen.add(start);
    return true;
  });
});

const titleLines =
  /^[ \t>*_-]*(?:(?:\*\*|__)[^\n]{2,140}|(?:[Tt]able|[Ff]ig(?:ure|\.)|[Bb]ox|[Aa]nnex|[Aa]ppendix|[Aa]lgorithm)\b[^\n]{2,140}|[^\n|]{3,60}:[ \t]*)$|\{#[^}\n]+\}|^title:[^\n]+$/gm;

/** Headings, lines set in bold, and captions. */
const titlesIn = oncePer((text: { readonly text: string }): readonly (readonly string[])[] =>
  matchesIn(text.text, titleLines).map(([line]) => stems(line)),
);

/** What is asked of the same text again and again: at every key stroke the same names are looked for. */
const answers = <T extends object>(titlesOf: (of: T) => Iterable<readonly string[]>) => {
  const known = oncePer((_of: T) => new Map<string, boolean>());
  return (of: T, reference: NamedReference): boolean => {
    const key = `${reference.quoted} ${reference.name}`;
    const before = known(of).get(key);
    if (before !== undefined) return before;
    const found = isTitled(reference, titlesOf(of));
    known(of).set(key, found);
    return found;
  };
};
const isInPiece = answers(titlesIn);
const isHeading = answers(({ title }: Section) => [stemsOf(title)]);
const isInText = answers((text: Pick<Guideline, "text">) => titlesIn(text));
export const isCalled = answers(({ called }: { readonly called: string }) => [stemsOf(called)]);

/** Whether a document has a title that is meant: one that nobody types in is gone through as a whole. */
export function isThereIn(guideline: Guideline, reference: NamedReference): boolean {
  const { lines, sections, markdown } = guideline;
  if (sections.some((section) => isHeading(section, reference))) return true;
  return lines.ofText === lines
    ? isInText(guideline, reference)
    : markdown.parts.some(({ piece }) => isInPiece(piece, reference));
}

const unsaid = new Set(
  "the and for with from into this that its their other some any our all see also chapter section annex appendix part page below above".split(
    " ",
  ),
);

/** Words by how they begin: neonates and neonatal are one. */
function stems(text: string): readonly string[] {
  const words =
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\d]{2,}/gu) ?? [];
  const letters = matchesIn(text, /(?<=\p{L}{3} +)(?:[B-HJ-Z]|\d{1,2})(?![\p{L}\p{N}])/gu).map(
    ([letter]) => `=${letter}`,
  );
  return words
    .filter((word) => (word.length > 2 || /\d/.test(word)) && !unsaid.has(word))
    .map((word) =>
      word.length > 4 ? word.slice(0, Math.max(4, Math.min(6, word.length - 2))) : word.replace(/s$/, ""),
    )
    .concat(letters);
}

/** Of titles and names, which are looked at again for each other. */
const stemsOf = remembered(stems);

const isLetter = (word: string): boolean => word.startsWith("=");

/** Whether some title has most of a quoted name's words, or any of a subject's. */
function isTitled({ name, quoted }: NamedReference, titles: Iterable<readonly string[]>): boolean {
  const wanted = stemsOf(name);
  if (wanted.length === 0) return true;
  const needed = quoted ? Math.ceil(wanted.length * 0.6) : 1;
  for (const title of titles) {
    // "Plan B" is not "Plan C".
    if (title.some(isLetter) && wanted.some((word) => isLetter(word) && !title.includes(word))) continue;
    const shared = wanted.filter((word) =>
      title.some((other) => other.startsWith(word) || (word.startsWith(other) && other.length >= 4)),
    ).length;
    if (shared >= needed) return true;
  }
  return false;
}
