// How the lists of conditions, qualifiers and heading words are written down, and how they are read into maps.
// "id: phrase, phrase" stands on one line; a line that ends with a comma goes on in the next.
// Knows spelling (British to American, plurals, the apostrophe) and no medicine.

import { once } from "../text/memory.ts";

const americanSpellings: Readonly<Record<string, string>> = {
  haem: "hem",
  aemi: "emi",
  oedema: "edema",
  rrhoe: "rrhe",
  anaesth: "anesth",
  paed: "ped",
  oesoph: "esoph",
  gynaec: "gynec",
  caesar: "cesar",
  caec: "cec",
  faec: "fec",
  foet: "fet",
  amoeb: "ameb",
  coeliac: "celiac",
  pnoea: "pnea",
  oestr: "estr",
  aeti: "eti",
  leucocyt: "leukocyt",
  phaeo: "pheo",
  tumour: "tumor",
  labour: "labor",
  behaviour: "behavior",
  centre: "center",
  litre: "liter",
  isation: "ization",
  ising: "izing",
  ised: "ized",
  ise: "ize",
  sulph: "sulf",
};
const british = new RegExp(
  Object.keys(americanSpellings)
    .map((spelling) => (spelling.startsWith("is") ? `(?<=[lmnrt])${spelling}\\b` : spelling))
    .join("|"),
  "g",
);

function american(text: string): string {
  return text.replace(british, (spelling) => americanSpellings[spelling] ?? spelling);
}

/** A regular plural of the last word; the phrase itself where English has none: "class is" is no plural of "class i". */
function plural(phrase: string): string {
  const last = phrase.at(-1) ?? "";
  if (last === "s") {
    if (phrase.endsWith("ss")) return `${phrase}es`;
    return phrase.endsWith("sis") ? `${phrase.slice(0, -2)}es` : phrase;
  }
  if (last === "x" || phrase.endsWith("ch") || phrase.endsWith("sh")) return `${phrase}es`;
  if (last === "y" && !/[aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  if ((last === "i" || last === "v") && /(?<![a-z])[iv]{1,3}$/.test(phrase)) return phrase;
  return last >= "a" && last <= "z" ? `${phrase}s` : phrase;
}

/** Every spelling under which a phrase of the lists is found, the written one first. */
export function spellings(phrase: string): readonly string[] {
  const found = new Set<string>();
  const add = (one: string) => {
    for (const spelt of [one, american(one)]) found.add(spelt).add(plural(spelt));
  };
  add(phrase);
  if (phrase.includes("'s")) {
    add(phrase.replaceAll("'s", "s"));
    add(phrase.replaceAll("'s", ""));
  }
  return [...found];
}

/** The lines of a list as pairs of phrase and id, as written; the words of the id are its first phrase. */
export function readList(list: string): readonly (readonly [phrase: string, id: string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const line of list.replace(/,\s*\n/g, ", ").split("\n")) {
    const [name = "", rest = ""] = line.split(":");
    const written = name.trim();
    if (written === "") continue;
    const id = written.replaceAll("'", "");
    pairs.push([written.replaceAll("-", " "), id]);
    for (const phrase of rest.split(",")) if (phrase.trim() !== "") pairs.push([phrase.trim(), id]);
  }
  return pairs;
}

type Phrases = ReadonlyMap<string, string>;

/**
 * All spellings of all phrases of the lists. A phrase that stands under two ids keeps the first. Those of a letter are
 * spelt out when one of them is first asked for: the lists are read each time that the program starts.
 */
export class PhraseTable {
  readonly #lists: readonly string[];
  readonly #written = once(() => {
    const byLetter = new Map<string, (readonly [string, string])[]>();
    for (const pair of this.#lists.flatMap(readList)) {
      for (const letter of firstLetters(pair[0])) {
        const group = byLetter.get(letter);
        if (group) group.push(pair);
        else byLetter.set(letter, [pair]);
      }
    }
    return byLetter;
  });
  readonly #ids = once(
    () => new Set(Array.from(this.#written().values(), (of) => of.map(([, id]) => id)).flat()),
  );
  readonly #phrases = new Map<string, Phrases>();
  readonly #starts = new Map<string, ReadonlySet<string>>();

  constructor(...lists: readonly string[]) {
    this.#lists = lists;
  }

  get(phrase: string): string | undefined {
    return this.#of(phrase[0] ?? "").get(phrase);
  }

  has(phrase: string): boolean {
    return this.#of(phrase[0] ?? "").has(phrase);
  }

  /** Whether a phrase begins with a word. */
  begins(word: string): boolean {
    const letter = word[0] ?? "";
    let starts = this.#starts.get(letter);
    if (!starts) {
      starts = new Set(Array.from(this.#of(letter).keys(), (phrase) => phrase.split(" ", 1)[0] ?? ""));
      this.#starts.set(letter, starts);
    }
    return starts.has(word);
  }

  hasId(id: string): boolean {
    return this.#ids().has(id);
  }

  *entries(): Iterable<readonly [phrase: string, id: string]> {
    for (const letter of this.#written().keys()) yield* this.#of(letter);
  }

  #of(letter: string): Phrases {
    let phrases = this.#phrases.get(letter);
    if (!phrases) {
      phrases = spelt(this.#written().get(letter) ?? [], letter);
      this.#phrases.set(letter, phrases);
    }
    return phrases;
  }
}

/** American spelling takes "oedema" and "aetiology" to another letter. */
function firstLetters(phrase: string): string {
  const [letter = ""] = phrase;
  return /^(?:oe|ae)/.test(phrase) ? `${letter}e` : letter;
}

function spelt(pairs: readonly (readonly [phrase: string, id: string])[], letter: string): Phrases {
  const map = new Map<string, string>();
  const put = (phrase: string, id: string) => {
    if (phrase[0] === letter && !map.has(phrase)) map.set(phrase, id);
  };
  // All at once: to look through each by itself takes longer.
  const respelt = american(pairs.map(([phrase]) => phrase).join("\n")).split("\n");
  for (const [i, [phrase, id]] of pairs.entries()) {
    const other = respelt[i] ?? phrase;
    if (phrase.includes("'s")) for (const spelling of spellings(phrase)) put(spelling, id);
    else
      for (const spelling of other === phrase ? [phrase] : [phrase, other]) {
        put(spelling, id);
        put(plural(spelling), id);
      }
  }
  return map;
}
