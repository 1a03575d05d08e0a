// What a project adds to the lexicon: its own medicines, abbreviations, terms and wording. Texts are read with one
// dictionary at a time; the lexicon looks up which. It must not know where a project keeps it.

import { oncePer, readWith, whatIsReadWith } from "../text/memory.ts";

export interface Dictionary {
  /** Medicines the lexicon does not have, with their other names. */
  readonly medicines: ReadonlyMap<string, readonly string[]>;
  /** Abbreviations that the project's readers know, with what they stand for. */
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly glossary: ReadonlyMap<string, string>;
  /** Analytes the lexicon does not have, with their other names. */
  readonly analytes: ReadonlyMap<string, readonly string[]>;
  /** Which verb or phrase of a recommendation stands for which strength. */
  readonly wording: ReadonlyMap<string, "strong" | "weak">;
  /** Of the text that is read, where they are not the usual ones. */
  readonly habits?: Habits;
}

/** How a text writes numbers. */
export interface Habits {
  /** Commas stand before decimals: "1.000" is a thousand, "3,125" little more than three. */
  readonly comma: boolean;
  /** "3 × 500 mg" is 500 mg three times a day. */
  readonly timesADay: boolean;
}

export const emptyDictionary: Dictionary = Object.freeze({
  medicines: new Map(),
  abbreviations: new Map(),
  glossary: new Map(),
  analytes: new Map(),
  wording: new Map(),
});

/** What is said first counts; a medicine's names are gathered. */
export function joined(one: Dictionary, other: Dictionary): Dictionary {
  return {
    medicines: gathered(one.medicines, other.medicines),
    abbreviations: new Map([...other.abbreviations, ...one.abbreviations]),
    glossary: new Map([...other.glossary, ...one.glossary]),
    analytes: gathered(one.analytes, other.analytes),
    wording: new Map([...other.wording, ...one.wording]),
  };
}

type Names = Dictionary["medicines"];

function gathered(one: Names, other: Names): Names {
  const all = new Map(one);
  for (const [name, others] of other) all.set(name, [...new Set([...(all.get(name) ?? []), ...others])]);
  return all;
}

/** The same words for a text with such habits: the same object for the same two. */
export function withHabits(dictionary: Dictionary, habits: Habits): Dictionary {
  const { comma, timesADay } = habits;
  if (!comma && !timesADay) return dictionary;
  const known = habitual(dictionary);
  const name = `${comma} ${timesADay}`;
  const made = known.get(name) ?? { ...dictionary, habits };
  known.set(name, made);
  return made;
}
const habitual = oncePer((_words: Dictionary) => new Map<string, Dictionary>());

const isEmpty = ({ habits, ...parts }: Dictionary) =>
  !habits && Object.values(parts).every((part: ReadonlyMap<string, unknown>) => part.size === 0);

/** Whatever is read or looked up in the course of this work is read with the dictionary. */
export function withDictionary<T>(dictionary: Dictionary, work: () => T): T {
  return readWith(isEmpty(dictionary) ? undefined : dictionary, work);
}

export function dictionaryInUse(): Dictionary {
  return (whatIsReadWith() as Dictionary | undefined) ?? emptyDictionary;
}
