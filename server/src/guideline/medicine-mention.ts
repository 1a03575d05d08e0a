// Where a text names a medicine, by whatever name: "co-trimoxazole", "artemether + lumefantrine", "quinine
// dihydrochloride". The words' meaning is in the lexicon; it must not know doses.

import { byLetter, groupedByLetter } from "../lexicon/by-letter.ts";
import { type Medicine, type MedicineName, medicineNames, saltWords } from "../lexicon/medicine.ts";
import { perReading } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { lex, type Token } from "./lexer.ts";
import { isSign, isWord } from "./measure.ts";

export interface MedicineMention extends Span {
  readonly medicine: Medicine;
  /** The name without its salt, in lower case, as the lexicon has it. */
  readonly name: string;
}

interface Name {
  /** Its words; what joins them in a text does not matter. */
  readonly words: readonly string[];
  readonly name: string;
  readonly medicine: Medicine;
}

const namesByWord = perReading(() => {
  const names = groupedByLetter(medicineNames(), ({ name }) => name);
  return byLetter((letter) => byFirstWord(names(letter)));
});

const namesStartingWith = (word: string): readonly Name[] => namesByWord()(word).get(word) ?? [];

function byFirstWord(names: readonly MedicineName[]): ReadonlyMap<string, readonly Name[]> {
  const found = new Map<string, Name[]>();
  for (const { name, medicine } of names) {
    const words = wordsOf(name);
    const [first] = words;
    if (first === undefined) continue;
    const list = found.get(first);
    if (list) list.push({ words, name, medicine });
    else found.set(first, [{ words, name, medicine }]);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** As the lexer reads them; most names are plain words. None where a name does not begin with a word. */
function wordsOf(name: string): readonly string[] {
  if (/^[a-z]+(?:[ -][a-z]+)*$/.test(name)) return name.split(/[ -]/);
  const tokens = lex(name);
  if (tokens[0]?.kind !== "word") return [];
  return tokens.flatMap(({ kind, text }) => (kind === "sign" ? [] : [text]));
}

export interface MentionFound {
  readonly mention: MedicineMention;
  readonly next: number;
}

/** A medicine that is named at a token. */
export function mentionAt(tokens: readonly Token[], at: number): MentionFound | undefined {
  const first = tokens[at];
  if (first?.kind !== "word") return undefined;
  const salted = saltWords.has(first.text) ? tokens[at + 1] : undefined;
  return (
    namedAt(tokens, at, first) ??
    // "sodium valproate": the salt may stand before the name.
    (salted?.kind === "word" ? namedAt(tokens, at + 1, salted, first.start) : undefined)
  );
}

function namedAt(
  tokens: readonly Token[],
  at: number,
  first: Token,
  start = first.start,
): MentionFound | undefined {
  if (isClassOfRisk(tokens, at) || isKindOfDisease(tokens, at) || isFoundInUrine(tokens, at))
    return undefined;
  for (const candidate of namesStartingWith(first.text)) {
    const end = matchEnd(tokens, at, candidate.words);
    if (end === undefined) continue;
    let next = end;
    // "quinine dihydrochloride", "amoxicillin (as trihydrate)" keep their salts.
    while (
      tokens[next]?.kind === "word" &&
      saltWords.has(tokens[next]?.text ?? "") &&
      !startsOther(tokens, next)
    )
      next++;
    next = saltInBrackets(tokens, next) ?? next;
    const { medicine, name } = candidate;
    return { mention: { medicine, name, start, end: tokens[next - 1]?.end ?? first.end }, next };
  }
  return undefined;
}

/** "Prednisolone (sodium phosphate) 5 mg": its salt, and no medicine of its own. */
function saltInBrackets(tokens: readonly Token[], open: number): number | undefined {
  const close = tokens.findIndex((token, at) => at > open + 1 && at < open + 4 && isSign(token, ")"));
  const inside = tokens.slice(open + 1, close);
  const areSalts = inside.every(({ kind, text }) => kind === "word" && saltWords.has(text));
  return isSign(tokens[open], "(") && close > 0 && areSalts ? close + 1 : undefined;
}

/** "ASA 3–4", "ASA class II": the anaesthetist's, not aspirin. */
function isClassOfRisk(tokens: readonly Token[], at: number): boolean {
  const [next, then] = [tokens[at + 1], tokens[at + 2]];
  if (tokens[at]?.text !== "asa" || !next) return false;
  if (next.kind === "number")
    return next.value <= 6 && !(then?.kind === "word" && /^(?:g|mg|mcg)$/.test(then.text));
  return /^(?:class|grades?|scores?|status|physical|ps|i{1,3}|iv|v)$/.test(next.text);
}

/** "Urine albumin", "albumin-to-creatinine ratio" */
function isFoundInUrine(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(Math.max(0, at - 1), at + 6).map(({ text }) => text);
  return (
    tokens[at]?.text === "albumin" &&
    /^(?:(?:urin\w+|serum|plasma) +albumin|(?:\S+ +)?albumin +(?:excretion|(?:- +)?(?:(?:to|:|\/) +)?(?:- +)?creatinine))\b/.test(
      words.join(" "),
    )
  );
}

/** "Lamivudine-resistant", "artemisinin-exposed": what the disease has met, and not what is given. */
function isKindOfDisease(tokens: readonly Token[], at: number): boolean {
  const [sign, kind] = [tokens[at + 1], tokens[at + 2]];
  const joined = sign?.kind === "sign" && /^[-‐‑]$/.test(sign.text) && sign.start === tokens[at]?.end;
  return (
    joined &&
    kind?.kind === "word" &&
    kind.start === sign.end &&
    /^(?:resistan(?:t|ce)|na[iï]ve|exposed|experienced|refractory)$/.test(kind.text)
  );
}

/** A salt word that itself begins the next medicine's name: "…, sodium chloride". */
function startsOther(tokens: readonly Token[], at: number): boolean {
  return namesStartingWith(tokens[at]?.text ?? "").some(
    ({ words }) => words.length > 1 && matchEnd(tokens, at, words) !== undefined,
  );
}

function matchEnd(tokens: readonly Token[], start: number, words: readonly string[]): number | undefined {
  let at = start;
  for (const [i, word] of words.entries()) {
    if (i > 0) at = pastJoin(tokens, at);
    const token = tokens[at];
    if (!token || token.kind === "sign" || token.text !== word) {
      // A plural: "penicillins".
      if (!(token?.kind === "word" && token.text === `${word}s` && i === words.length - 1)) return undefined;
    }
    at++;
  }
  return at;
}

/** Between the words of one name may stand "-", "/", "+", or "with". */
function pastJoin(tokens: readonly Token[], at: number): number {
  const joins =
    isSign(tokens[at], "-") ||
    isSign(tokens[at], "/") ||
    isSign(tokens[at], "+") ||
    isSign(tokens[at], "–") ||
    isWord(tokens[at], "with");
  return joins ? at + 1 : at;
}
