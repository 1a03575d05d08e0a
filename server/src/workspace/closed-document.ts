// A guideline as it lies on disk. Few of them are ever looked at in full, so that in a large workspace only what
// others are compared with is kept. It must not know how files are found.

import { readFile } from "node:fs/promises";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { type Dictionary, emptyDictionary } from "../lexicon/dictionary.ts";
import { setAside } from "../text/memory.ts";
import { uriOf } from "./location.ts";
import type { KnownGuideline } from "./snapshot.ts";

export interface ClosedDocument extends KnownGuideline {
  readonly path: string;
  readonly group: string;
}

export interface ClosedText {
  readonly path: string;
  readonly group: string;
  readonly text: string;
  /** Of its project. */
  readonly dictionary: Dictionary;
  /** What is heavy is not kept, but read again when it is asked for. */
  readonly lean: boolean;
}

export function closedDocument({ path, group, text, dictionary, lean }: ClosedText): ClosedDocument {
  let guideline: Guideline | undefined;
  return Object.freeze({
    uri: uriOf(path),
    version: null,
    path,
    group,
    get guideline() {
      guideline ??= (lean ? leanGuideline : read)(text, dictionary);
      return guideline;
    },
    isUnchanged: () =>
      readFile(path).then(
        (bytes) => textIn(bytes) === text,
        () => false,
      ),
  });
}

/** As an editor would show it; undefined for what is not UTF-8. */
export function textIn(bytes: Buffer): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? undefined : bytes.toString("utf8").replace(/^\uFEFF/, "");
}

const read = (text: string, dictionary: Dictionary): Guideline =>
  setAside(() => parseGuideline(text, dictionary));

/** Without what weighs most and is asked of another document least: that is read again when someone asks. */
export function leanGuideline(text: string, dictionary = emptyDictionary): Guideline {
  const whole = readAgain(text, dictionary);
  // Each by its name: to look at the others is to work them out.
  const { lines, sections, medicines, orders, courses, thresholds, lists, unread, readAs } = whole;
  const words = { dictionary, readAs };
  const light = { text, lines, sections, medicines, orders, courses, thresholds, lists, unread, ...words };
  const again = () => readAgain(text, dictionary);
  const markdown = Object.freeze(new LeanMarkdown(whole.markdown, again));
  return Object.freeze(Object.assign(new HeavyParts(again), { ...light, markdown }));
}

let last: Guideline | undefined;

/** Whole for as long as no other one is asked for. */
function readAgain(text: string, dictionary: Dictionary): Guideline {
  if (last?.text !== text || last.dictionary !== dictionary) last = read(text, dictionary);
  return last;
}

type Heavy =
  | "runs"
  | "bandTables"
  | "pairedValues"
  | "scopes"
  | "abbreviations"
  | "unknownNames"
  | "bandSeries"
  | "figures"
  | "numbers"
  | "recommendations"
  | "prohibitions"
  | "deeds"
  | "wordingKey";

/** A class, because getters of its own would keep each object's former parts alive. */
class HeavyParts implements Pick<Guideline, Heavy> {
  readonly #again: () => Guideline;

  constructor(again: () => Guideline) {
    this.#again = again;
  }

  get runs(): Guideline["runs"] {
    return this.#again().runs;
  }

  get bandTables(): Guideline["bandTables"] {
    return this.#again().bandTables;
  }

  get pairedValues(): Guideline["pairedValues"] {
    return this.#again().pairedValues;
  }

  get scopes(): Guideline["scopes"] {
    return this.#again().scopes;
  }

  get abbreviations(): Guideline["abbreviations"] {
    return this.#again().abbreviations;
  }

  get unknownNames(): Guideline["unknownNames"] {
    return this.#again().unknownNames;
  }

  get bandSeries(): Guideline["bandSeries"] {
    return this.#again().bandSeries;
  }

  get figures(): Guideline["figures"] {
    return this.#again().figures;
  }

  get numbers(): Guideline["numbers"] {
    return this.#again().numbers;
  }

  get recommendations(): Guideline["recommendations"] {
    return this.#again().recommendations;
  }

  get prohibitions(): Guideline["prohibitions"] {
    return this.#again().prohibitions;
  }

  get deeds(): Guideline["deeds"] {
    return this.#again().deeds;
  }

  get wordingKey(): Guideline["wordingKey"] {
    return this.#again().wordingKey;
  }
}

type Markdown = Guideline["markdown"];

/** Other documents' words are quoted and compared; their blocks are not. */
class LeanMarkdown implements Markdown {
  readonly text: string;
  readonly plain: string;
  readonly #again: () => Guideline;

  constructor({ text, plain }: Pick<Markdown, "text" | "plain">, again: () => Guideline) {
    this.text = text;
    this.plain = plain;
    this.#again = again;
  }

  get frontMatter(): Markdown["frontMatter"] {
    return this.#again().markdown.frontMatter;
  }

  get blocks(): Markdown["blocks"] {
    return this.#again().markdown.blocks;
  }

  get directives(): Markdown["directives"] {
    return this.#again().markdown.directives;
  }

  get parts(): Markdown["parts"] {
    return this.#again().markdown.parts;
  }
}
