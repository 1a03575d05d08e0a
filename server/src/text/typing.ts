// The word that is being typed, and which findings wait until it is finished: new ones that touch it. It must not
// know who types, nor what time it is; it imports nothing: the client bundles it.

interface Place {
  readonly line: number;
  readonly character: number;
}
interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** A finding, as far as it matters here. */
export interface Said {
  readonly rule: string;
  /** Where it stands and where its other sides are, all in the document. */
  readonly places: readonly Stretch[];
}

export interface Change {
  /** In the text before it. */
  readonly range: Stretch;
  readonly text: string;
}

/** A word with the number before it, or a number with the word behind it; undefined where none is. */
export function tokenAt(
  line: string,
  at: number,
): { readonly start: number; readonly end: number } | undefined {
  const from = Math.max(0, at - reach);
  const words = Array.from(line.slice(from, at + reach).matchAll(word), ({ 0: text, index }) => ({
    start: from + index,
    end: from + index + text.length,
    isNumber: number.test(text),
  }));
  let first = words.findIndex(({ start, end }) => start <= at && at <= end);
  // Behind a number and a space its unit is about to come.
  if (first < 0) first = words.findIndex(({ end, isNumber }) => isNumber && isGap(line, end, at));
  if (first < 0) return undefined;
  let last = first;
  for (let one = words[first - 1]; one?.isNumber; one = words[first - 1]) {
    if (!isGap(line, one.end, words[first]?.start)) break;
    first--;
  }
  while (words[last]?.isNumber && isGap(line, words[last]?.end, words[last + 1]?.start)) last++;
  return { start: words[first]?.start ?? at, end: Math.max(words[last]?.end ?? at, at) };
}

/** A word is not longer; lines may be. */
const reach = 200;
/** Points and commas belong to numbers and to what is abbreviated, not to the end of a word. */
const word = /(?:[^\s|.,;:!?()[\]]|(?<=\d)[.,:]|\.(?=[\p{L}\d]))+/gu;
const number = /^[^\p{L}]*[\d¼½¾][^\p{L}]*$/u;

function isGap(line: string, from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to === from + 1 && /\s/.test(line.charAt(from));
}

/** In one document. */
export class Typing {
  #token: Stretch | undefined;
  /** Rules that had something to say about this word before it was touched: they are not kept quiet. */
  #known: ReadonlySet<string> = new Set();

  get isGoingOn(): boolean {
    return this.#token !== undefined;
  }

  /** `lineAt` gives the text as it is now; `shown` is what was on the screen before the change. */
  edited({ range, text }: Change, lineAt: (line: number) => string, shown: readonly Said[]): void {
    const goesOn = this.#token !== undefined && touch(this.#token, range);
    if (!goesOn) this.#known = new Set(shown.filter(isAbout(range)).map(({ rule }) => rule));
    this.#token = tokenAround(endOf(range.start, text), lineAt);
  }

  /** The caret stands here now, perhaps no longer in the word. */
  moved(caret: Place): void {
    if (this.#token && !touch(this.#token, { start: caret, end: caret })) this.ended();
  }

  ended(): void {
    this.#token = undefined;
  }

  /** Whether to wait with it. */
  holds(said: Said): boolean {
    return this.#token !== undefined && !this.#known.has(said.rule) && isAbout(this.#token)(said);
  }
}

function tokenAround({ line, character }: Place, lineAt: (line: number) => string): Stretch | undefined {
  const token = tokenAt(lineAt(line), character);
  return token && { start: { line, character: token.start }, end: { line, character: token.end } };
}

function endOf(start: Place, text: string): Place {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? "";
  const before = lines.length === 1 ? start.character : 0;
  return { line: start.line + lines.length - 1, character: before + last.length };
}

const isAbout =
  (stretch: Stretch) =>
  ({ places }: Said) =>
    places.some((place) => touch(place, stretch));

const touch = (a: Stretch, b: Stretch) => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
const isBefore = (a: Place, b: Place) => a.line < b.line || (a.line === b.line && a.character < b.character);
