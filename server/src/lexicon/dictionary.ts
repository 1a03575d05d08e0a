// What a project adds to the lexicon: its own medicines, abbreviations, terms and wording. Data only; it must
// not know where a project keeps it.

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
}

export const emptyDictionary: Dictionary = Object.freeze({
  medicines: new Map(),
  abbreviations: new Map(),
  glossary: new Map(),
  analytes: new Map(),
  wording: new Map(),
});
