// Words that are no medicine's name but nearly one: "cetriaxone", "psuedoephedrine". Says which name is meant,
// how near it is and whether the word stands where a medicine stands. It must not judge.

import {
  isMedicineWord,
  medicineNamed,
  saltWords,
  spellingParts,
  spellingTargets,
} from "../lexicon/medicine.ts";
import { isOrdinaryWord } from "../lexicon/ordinary-words.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import { type Block, textsOf } from "../syntax/markdown.ts";
import { once, perReading, remembered } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { distanceOf } from "../text/spelling.ts";
import { grouped } from "./grouped.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { listPerRun } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";

export interface UnknownName extends Span {
  /** In lower case. */
  readonly word: string;
  /** The names that are equally near, one of each medicine. */
  readonly targets: readonly string[];
  /** Letters left out, added, exchanged or swapped. */
  readonly distance: number;
  /** It stands by a dose, behind "give", in a list of medicines or alone in its cell. */
  readonly placed: boolean;
}

const shortest = 5;
/** Names of this many letters may differ in two. */
const longName = 8;
/** Endings that medicines have and few other words. */
const ending =
  /(?:mycin|micin|cillin|oxacin|floxacin|cycline|azole|idazole|olol|alol|pril|sartan|statin|zepam|zolam|barbital|barbitone|triptyline|setron|prazole|tidine|thiazide|semide|quine|vudine|tidine|navir|tegravir|ciclovir|cyclovir|vir|caine|curium|curonium|flurane|fentanil|phylline|terol|sone|solone|asone|olone|profen|fenac|coxib|dipine|zosin|gliptin|gliflozin|glitazone|formin|zide|amide|amine|azine|idone|apine|oxetine|pressin|tocin|mab|nib|cef[a-z]+|sulfa[a-z]*|idine|adine|oxin|axone|oxime|phenicol|butol|niazid|picin|micin|stigmine|urium|afil|parin|farin|rinone|darone|thyroxine|hexidine|racetam|triptan|dronate|mectin|quantel|dazole|fungin)s?$/;

export const parseUnknownNames = listPerRun(({ blocks }, markdown): readonly UnknownName[] =>
  blocks.flatMap((block) => namesOf(markdown, block)),
);

const moved = (name: UnknownName, by: number): UnknownName => ({ ...name, ...shifted(name, by) });

const namesOf = listOncePerBlock(
  (piece, block: Block) =>
    textsOf(block)
      .flatMap((span) => unknownIn(slice(piece, span)).map((name) => moved(name, span.start)))
      .filter((name) => !isPartOfWord(piece.text, name)),
  moved,
);

/** "**L**ow **P**latelets", "**paroxetin**e": emphasis ends within the word. */
function isPartOfWord(text: string, { start, end }: Span): boolean {
  return (
    /\p{L}[*_]{1,3}$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^[*_]{1,3}\p{L}/u.test(text.slice(end, end + 4))
  );
}

const unknownIn = remembered((text): readonly UnknownName[] => {
  const items = itemsOf(text);
  return items.flatMap((item, i) => {
    if (item.kind !== "word" || !/^[a-z]+$/.test(item.text)) return [];
    const { text: word, start, end } = item;
    const near = nearestTo(word);
    if (
      isJoinedWord(text.slice(start, end)) ||
      isBrand(text, end) ||
      isRestOfWord(text, item) ||
      isGlossed(items, i, near.targets)
    )
      return [];
    const placed = isPlaced(items, i) || joined.test(text.slice(end, end + longestWord));
    if (near.distance > 0) return [{ start, end, word, ...near, placed }];
    const part = nearestPart(word);
    const targets = part.targets.filter((target) => completes(text, item, target));
    return targets.length > 0 ? [{ start, end, word, ...part, targets, placed: true }] : [];
  });
});

/** "Allergy toTerbinafine": a blank is missing. */
const isJoinedWord = (written: string): boolean => {
  const [, name = ""] = /^(?:to|of|and|or|with|by|in|for|the)(\p{Lu}\p{L}+)$/u.exec(written) ?? [];
  return isMedicineWord(name.toLowerCase());
};

/** "Glutose 15™" */
const isBrand = (text: string, end: number): boolean => /^(?: *\d+)? *[®™]/.test(text.slice(end, end + 5));

/** "dexa- methasone", "fl uconazole", "ritonav<br>ir", "cryoprecipitat e": a word that a line's end or a ligature has cut. */
function isRestOfWord(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/\p{Ll}- +$/u.test(before)) return true;
  const word = text.slice(start, end);
  const [, head = ""] = /(?<!\p{L})(\p{L}{2,8})[- ]$/u.exec(before) ?? [];
  const [, tail = ""] = /^ +(\p{Ll}{1,2})(?!\p{L})/u.exec(text.slice(end, end + 5)) ?? [];
  const isName = (whole: string) => isMedicineWord(whole.toLowerCase());
  // A break within a cell is blanks here.
  const [, above = ""] =
    /(?<!\p{L})(\p{L}{2,12}) {4,}$/u.exec(text.slice(Math.max(0, start - 20), start)) ?? [];
  const [, below = ""] = /^-? {4,}(\p{Ll}{1,12})(?!\p{L})/u.exec(text.slice(end, end + 20)) ?? [];
  return (
    [head, above].some((one) => one !== "" && isName(one + word)) ||
    [tail, below].some((one) => one !== "" && isName(word + one))
  );
}

/** "Furamide (diloxanide furoate)", "diloxanide furoate (Furamide)": a name of that, however like another's. */
function isGlossed(items: readonly Item[], at: number, targets: readonly string[]): boolean {
  const other = (open: number, name: number, close: number) => {
    const mention = items[name];
    const bracketed = isBreak(items[open], "open") && isBreak(items[close], "close");
    return bracketed && mention?.kind === "medicine" ? mention.mention.medicine : undefined;
  };
  const same = other(at + 1, at + 2, at + 3) ?? other(at - 1, at - 2, at + 1);
  return same !== undefined && targets.every((target) => medicineNamed(target) !== same);
}

const joined = /^-(?:induced|resistant|sensitive|associated|related|based|containing|treated)\b/i;
const wordBehind = /^[ -]([a-z]+)\b/i;
const wordBefore = /\b([a-z]+)[ -]$/i;
const longestWord = 30;

/** "ferous sulfate", "glyceryl trinitrat": with its neighbour it would be a medicine. */
function completes(text: string, { start, end }: Span, target: string): boolean {
  const [, behind] = wordBehind.exec(text.slice(end, end + longestWord)) ?? [];
  const [, before] = wordBefore.exec(text.slice(Math.max(0, start - longestWord), start)) ?? [];
  const isNamed = (phrase: string) => medicineNamed(phrase) !== undefined;
  return (
    (behind !== undefined && isNamed(`${target} ${behind}`)) ||
    (before !== undefined && isNamed(`${before} ${target}`))
  );
}

export const hasMedicineEnding = (word: string): boolean => ending.test(word);

interface Nearest {
  readonly targets: readonly string[];
  /** 0 where nothing is near. */
  readonly distance: number;
}

const nothing: Nearest = { targets: [], distance: 0 };

/** The names that a word may be a misspelling of. */
export const nearestTo = remembered((word): Nearest => nearestAmong(word, wholeNames), { size: 500_000 });
/** The like of words that only a longer name has. */
const nearestPart = remembered((word): Nearest => nearestAmong(word, partsOfNames), { size: 500_000 });

function nearestAmong(word: string, names: () => (length: number) => Targets | undefined): Nearest {
  if (word.length < shortest || isMedicineWord(word) || isOrdinaryWord(word) || isRunTogether(word))
    return nothing;
  let best = mostSlips + 1;
  let targets: string[] = [];
  const letters = lettersOf(word);
  for (let length = word.length - mostSlips; length <= word.length + mostSlips; length++) {
    if (Math.abs(length - word.length) > (length >= longStem ? mostSlips : slipsIn(length))) continue;
    for (const target of names()(length)?.like(word) ?? []) {
      const unlike = bitCount(letters ^ target.letters);
      if (unlike > 2 * best) continue;
      const most = Math.min(best, allowed(word, target.name));
      if (unlike > 2 * most) continue;
      const distance = distanceOf(word, target.name, most);
      if (distance === 0 || distance > most || isForeignForm(word, target.name)) continue;
      if (distance < best) targets = [];
      best = distance;
      targets.push(target.name);
    }
  }
  // Of one medicine's names the first, which is its own: Map keeps the last entry of a key.
  const medicines = new Map(targets.toReversed().map((name) => [medicineNamed(name)?.name ?? name, name]));
  return targets.length === 0 ? nothing : { targets: [...medicines.values()], distance: best };
}

/** The one slip that leads to a name may be two from another medicine's: "clotrimoxazole" is nearly clotrimazole, too. */
export function rivalsOf({ word, targets, distance }: UnknownName): readonly string[] {
  if (distance !== 1 || word.length < longStem) return [];
  const own = new Set(targets.map((target) => medicineNamed(target)));
  const near = [-2, -1, 0, 1, 2]
    .flatMap((more) => wholeNames()(word.length + more)?.like(word) ?? [])
    .filter(
      ({ name }) => name[0] === word[0] && distanceOf(word, name, 2) === 2 && !isForeignForm(word, name),
    );
  const byMedicine = new Map(near.toReversed().map(({ name }) => [medicineNamed(name), usualName(name)]));
  return [...byMedicine].flatMap(([medicine, name]) => (medicine && !own.has(medicine) ? name : []));
}

/** How many letters may differ in a name of this length. */
const slipsIn = (length: number): number => (length >= longName ? 2 : 1);

/** Another first letter is rarely a slip of the pen. */
function allowed(word: string, target: string): number {
  const long = target.length >= longName;
  if (word[0] !== target[0])
    return long && (word[0] === target[1] || word.slice(1) === target.slice(1)) ? 1 : 0;
  return isGarbled(word, target) ? mostSlips : slipsIn(target.length);
}

/** "Carbamezapide", "gabapentidine": of a very long name the beginning stands, or of a long one nearly all. */
const isGarbled = (word: string, target: string): boolean =>
  word.length >= veryLong &&
  (target.length >= veryLong
    ? word.startsWith(target.slice(0, 5))
    : target.length >= longStem && word.startsWith(target.slice(0, longName)) && hasMedicineEnding(word));
const mostSlips = 3;
const veryLong = 12;
const longStem = 10;

/** "ivermectine", "ceftriaxona", "paracetamolo": the name in another language; none says "haloperidole". */
function isForeignForm(word: string, target: string): boolean {
  const stem = target.replace(/e$/, "");
  const tail = word.startsWith(stem) ? word.slice(stem.length) : undefined;
  if (tail === undefined) return false;
  return (
    /^(?:[iou]|um|us|os|i[ck])$/.test(tail) ||
    (/in$/.test(stem) && tail === "e") ||
    (/^(?:as?|es)$/.test(tail) && takesVowel.test(target))
  );
}
const takesVowel = /(?:e|in|on)$/;

/** "gentamicin" for "gentamicine", "carbamazepine" for "carbamazepin": whoever is corrected is given the usual name. */
export function usualName(name: string): string {
  const own = medicineNamed(name)?.name ?? name;
  return own === `${name}e` || isForeignForm(name, own) ? own : name;
}

/** "metronidazolepo": the route was not set apart. */
function isRunTogether(word: string): boolean {
  return (
    /(?:po|iv|im|sc|pr|tab|caps?|inj)$/.test(word) &&
    isMedicineWord(word.replace(/(?:po|iv|im|sc|pr|tab|caps?|inj)$/, ""))
  );
}

interface Target {
  readonly name: string;
  readonly letters: number;
  readonly at: number;
}

/** Names of one length by what a slip leaves of them. */
class Targets {
  readonly #all: readonly Target[];
  readonly #byStart = new Map<string, readonly Target[]>();
  readonly #byRest: () => ReadonlyMap<string, readonly Target[]>;

  constructor(names: readonly string[]) {
    this.#all = names.map((name, at) => ({ name, letters: lettersOf(name), at }));
    this.#byRest = once(() => grouped(this.#all, ({ name }) => name.slice(1)));
  }

  /** Those of which a word may be a slip, in their order: see `allowed`. */
  like(word: string): readonly Target[] {
    const [letter = ""] = word;
    const known = this.#byStart.get(letter);
    const like = known ?? this.#all.filter(({ name }) => startsLike(name, letter));
    if (!known) this.#byStart.set(letter, like);
    const behind = word.length >= longName && this.#byRest().get(word.slice(1));
    return behind ? [...new Set([...like, ...behind])].sort((a, b) => a.at - b.at) : like;
  }
}

const startsLike = (name: string, letter: string): boolean =>
  name[0] === letter || (name.length >= longName && name[1] === letter);

/** By their length. A short text asks for few lengths: the others are not looked at. */
function byLength(names: readonly string[]): (length: number) => Targets | undefined {
  const groups = grouped(names, ({ length }) => length);
  const known = new Map<number, Targets>();
  return (length) => {
    const group = groups.get(length);
    if (group && !known.has(length)) known.set(length, new Targets(group));
    return known.get(length);
  };
}

const wholeNames = perReading(() => byLength(spellingTargets()));
const partsOfNames = perReading(() => byLength(spellingParts()));

/** Which letters of the alphabet a word has, a bit for each: two words a few letters apart differ in few bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const orderVerb =
  /^(?:give|gives|given|giving|add|added|start|started|administer|administered|inject|injected|offer|prescribe|prescribed|continue|stop|use|used|using|take|takes|taken|receive|receives|oral|intravenous|dose|doses|prophylactic|nebulised|nebulized|topical|rectal|avoid|substitute|replace)$/;

/** "Combined with", "together with" */
const joins = (item: Item | undefined): boolean =>
  item?.kind === "condition"
    ? item.id === "combination"
    : isWordLike(item, /^(?:together|along|alternating)$/);

/** Whether a medicine would stand there. */
function isPlaced(items: readonly Item[], at: number): boolean {
  const [before, after] = [neighbour(items, at, -1), neighbour(items, at, 1)];
  if (after?.kind === "measure" || after?.kind === "routes" || after?.kind === "schedule") return true;
  if (before?.kind === "medicine" || after?.kind === "medicine" || before?.kind === "measure") return true;
  if (before?.kind === "routes") return true;
  // "tenofivor disoproxil": only a medicine has a salt.
  if (after?.kind === "word" && saltWords.has(after.text) && after.text !== "base") return true;
  if (before && isMark(before, "with")) return joins(neighbour(items, items.indexOf(before), -1));
  if (before?.kind === "mark")
    return /^(?:initial|loading|repeat|avoid|maintenance|and|or|of)$/.test(before.mark);
  if (isWordLike(before, orderVerb)) return true;
  return items.length <= 4 && items.filter(({ kind }) => kind !== "break").length <= 2;
}

/** The next thing in one direction, past commas, brackets and dashes. */
function neighbour(items: readonly Item[], at: number, step: 1 | -1): Item | undefined {
  for (let i = at + step; i >= 0 && i < items.length; i += step) {
    const item = items[i];
    if (isBreak(item, "sentence", "semicolon", "cell")) return undefined;
    if (item?.kind !== "break" && !(item?.kind === "word" && item.text === "/")) return item;
  }
  return undefined;
}
