// Reads a guidewright.yaml: total, whatever stands in it. Everything that can be used is, and a problem says where
// the rest stands. Loaded only where there is such a file. It must not know a disk or an editor.

import picomatch from "picomatch";
import { type Document, type Node, parseDocument } from "yaml";
import type { RuleSetting } from "../config.ts";
import { type Dictionary, emptyDictionary } from "../lexicon/dictionary.ts";
import type { ProfileName, RuleChoice } from "./profiles.ts";
import { emptyProject, type Problem, type Project, type RuleChoices } from "./project.ts";
import { dictionaryField, projectField } from "./project-shape.ts";
import type { Field } from "./shape.ts";
import { ValueReader } from "./value-reader.ts";

/** Another file that a dictionary includes, with where it is named. */
export interface Include {
  readonly file: string;
  readonly span: Problem["span"];
}
interface Read<T> {
  readonly value: T;
  readonly includes: readonly Include[];
  readonly problems: readonly Problem[];
}

const largestFile = 1_000_000;

export function readProject(text: string): Read<Project> {
  return total(text, emptyProject, () => {
    const { values, reader } = valuesOf(text, projectField);
    const { dictionary, includes } = dictionaryOf(values.dictionary, reader);
    const value: Project = {
      ...layerOf(values),
      overrides: listOf(values.overrides).map((override) => overrideOf(override, reader)),
      dictionary,
      baseline: baselineOf(values.baseline, reader),
      ignores: matcher(values.ignore, reader),
    };
    return { value, includes, problems: reader.problems };
  });
}

/** A file that holds a dictionary only. */
export function readDictionary(text: string): Read<Dictionary> {
  return total(text, emptyDictionary, () => {
    const { values, reader } = valuesOf(text, dictionaryField);
    const { dictionary, includes } = dictionaryOf(values, reader);
    return { value: dictionary, includes, problems: reader.problems };
  });
}

/** What is read from outside may be made to break the parser. */
function total<T>(text: string, empty: T, read: () => Read<T>): Read<T> {
  const wholly = (message: string): Read<T> => {
    const end = Math.min(/^[^\r\n]*/.exec(text)?.[0].length ?? 0, 200);
    return {
      value: empty,
      includes: [],
      problems: [{ span: { start: 0, end }, message, severity: "error" }],
    };
  };
  if (text.length > largestFile)
    return wholly(
      "This file is over one million characters long and is not read. Split its dictionary, or shorten it.",
    );
  try {
    return read();
  } catch (error) {
    const reason = error instanceof RangeError ? "it is nested too deeply" : String(error);
    return wholly(`This file could not be read: ${reason}.`);
  }
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(text: string, { shape }: Field): { values: Values; reader: ValueReader } {
  const document = parsed(text);
  const reader = new ValueReader(text.length);
  for (const { pos, code, message } of document.errors)
    reader.report({ range: [pos[0], Math.max(pos[0], pos[1]), 0] }, sayError(code, message));
  const values = (reader.read(document.contents, shape, "This file") ?? {}) as Values;
  return { values, reader };
}

/** Keys that stand twice are looked for by ourselves: the library needs quadratic time for it. */
export const parsed = (text: string): Document.Parsed =>
  parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "silent", schema: "core" });

const errors: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "This line is indented with a tab. Indent with spaces.",
  BAD_INDENT: "The indentation is wrong here: what belongs together must begin in the same column.",
  MISSING_CHAR:
    "A sign is missing here, such as a closing quotation mark or bracket, or the colon behind a key.",
  MULTIPLE_DOCS: "This file holds more than one YAML document (---); only the first is read.",
  BLOCK_AS_IMPLICIT_KEY: "The colon is misplaced here: put a text that holds “: ” in quotation marks.",
  MULTILINE_IMPLICIT_KEY: "A key must stand on one line, with a colon behind it.",
  UNEXPECTED_TOKEN: "This sign cannot stand here: put the text in quotation marks.",
};

const sayError = (code: string, message: string): string =>
  errors[code] ?? `This is no valid YAML: ${message.split("\n")[0]?.replace(/\.?$/, ".")}`;

const listOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

function layerOf({ profile, rules }: Values): Pick<Project, "profiles" | "rules"> {
  const choices = Object.entries((rules ?? {}) as Values).map(([id, said]) => [id, choiceOf(said)]);
  return {
    profiles: textsOf(profile) as readonly ProfileName[],
    rules: Object.fromEntries(choices) as RuleChoices,
  };
}

function choiceOf(said: unknown): RuleChoice {
  if (typeof said === "string") return { severity: said as RuleSetting };
  const { severity, ...options } = said as Values;
  return { ...(severity !== undefined && { severity: severity as RuleSetting }), options };
}

function overrideOf(override: Values, reader: ValueReader): Project["overrides"][number] {
  if (override.files === undefined)
    reader.report(
      reader.nodes.get(override),
      "An override needs `files`: the patterns of the files it is for.",
    );
  return { ...layerOf(override), holds: matcher(override.files, reader) };
}

function matcher(patterns: unknown, reader: ValueReader): (path: string) => boolean {
  const all = textsOf(patterns).flatMap((pattern) => {
    const plain = pattern.replace(/^\.?\//, "").replace(/\/$/, "/**");
    const wrong = plain.startsWith("!") || plain.startsWith("../") || plain.length > 1000;
    if (!wrong) return plain;
    reader.report(
      reader.nodes.get(pattern),
      `“${pattern.slice(0, 60)}” cannot match a file of this project: a pattern counts from this folder and begins with a name or a star.`,
    );
    return [];
  });
  return all.length === 0 ? () => false : picomatch(all, { dot: true, nonegate: true });
}

function baselineOf(file: unknown, reader: ValueReader): string | undefined {
  return typeof file === "string" ? localFile(file, reader) : undefined;
}

/** A file beside this one: nothing is fetched from anywhere. */
function localFile(file: string, reader: ValueReader): string | undefined {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(file)) return file;
  return reader.report(
    reader.nodes.get(file),
    `“${file.slice(0, 60)}” is an address. Name a file on this disk: nothing is fetched from elsewhere.`,
  );
}

type Names = ReadonlyMap<string, unknown> | undefined;

function dictionaryOf(value: unknown, reader: ValueReader) {
  const values = (value ?? {}) as Values;
  const namesOf = (names: Names) =>
    new Map([...(names ?? [])].map(([name, others]) => [name, textsOf(others)] as const));
  const meaningsOf = (meanings: Names) =>
    new Map([...(meanings ?? [])].map(([name, meaning]) => [name, String(meaning ?? "")] as const));
  const wording = [...((values.wording ?? []) as Iterable<[string, "strong" | "weak" | undefined]>)];
  const dictionary: Dictionary = {
    medicines: namesOf(values.medicines as Names),
    abbreviations: meaningsOf(values.abbreviations as Names),
    glossary: meaningsOf(values.glossary as Names),
    analytes: namesOf(values.analytes as Names),
    wording: new Map(
      wording.flatMap(([phrase, strength]) => (strength ? [[phrase.toLowerCase(), strength] as const] : [])),
    ),
  };
  const includes = textsOf(values.include).flatMap((file): Include[] => {
    const [start = 0, end = start] = (reader.nodes.get(file) as Node | undefined)?.range ?? [];
    return localFile(file, reader) === undefined ? [] : [{ file, span: { start, end } }];
  });
  return { dictionary, includes };
}
