// A guideline as it lies on disk. Few of them are ever looked at in full, so that in a large workspace only what
// others are compared with is kept. It must not know how files are found.

import { readFile } from "node:fs/promises";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
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
  /** What is heavy is not kept, but read again when it is asked for. */
  readonly lean: boolean;
}

export function closedDocument({ path, group, text, lean }: ClosedText): ClosedDocument {
  let guideline: Guideline | undefined;
  return Object.freeze({
    uri: uriOf(path),
    version: null,
    path,
    group,
    get guideline() {
      guideline ??= lean ? leanGuideline(text) : read(text);
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

const read = (text: string): Guideline => setAside(() => parseGuideline(text));

/** Without what weighs most and is asked of another document least: that is read again when someone asks. */
export function leanGuideline(text: string): Guideline {
  const whole = read(text);
  // Each by its name: to look at the others is to work them out.
  const { lines, sections, medicines, orders, bandTables, courses } = whole;
  const { thresholds, pairedValues, scopes, lists, unread, dictionary } = whole;
  const light = { text, lines, sections, medicines, orders, bandTables, courses };
  const markdown = Object.freeze(new LeanMarkdown(text, whole.markdown));
  const lean = new HeavyParts(text);
  return Object.freeze(
    Object.assign(lean, { ...light, markdown, thresholds, pairedValues, scopes, lists, unread, dictionary }),
  );
}

let last: Guideline | undefined;

/** Whole for as long as no other one is asked for. */
function readAgain(text: string): Guideline {
  if (last?.text !== text) last = read(text);
  return last;
}

type Heavy =
  | "abbreviations"
  | "unknownNames"
  | "bandSeries"
  | "figures"
  | "numbers"
  | "recommendations"
  | "prohibitions"
  | "wordingKey";

/** A class, because getters of its own would keep each object's former parts alive. */
class HeavyParts implements Pick<Guideline, Heavy> {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get abbreviations(): Guideline["abbreviations"] {
    return readAgain(this.#text).abbreviations;
  }

  get unknownNames(): Guideline["unknownNames"] {
    return readAgain(this.#text).unknownNames;
  }

  get bandSeries(): Guideline["bandSeries"] {
    return readAgain(this.#text).bandSeries;
  }

  get figures(): Guideline["figures"] {
    return readAgain(this.#text).figures;
  }

  get numbers(): Guideline["numbers"] {
    return readAgain(this.#text).numbers;
  }

  get recommendations(): Guideline["recommendations"] {
    return readAgain(this.#text).recommendations;
  }

  get prohibitions(): Guideline["prohibitions"] {
    return readAgain(this.#text).prohibitions;
  }

  get wordingKey(): Guideline["wordingKey"] {
    return readAgain(this.#text).wordingKey;
  }
}

type Markdown = Guideline["markdown"];

/** Other documents' words are quoted and compared; their blocks are not. */
class LeanMarkdown implements Markdown {
  readonly text: string;
  readonly plain: string;

  readonly #whole: string;

  constructor(whole: string, { text, plain }: Pick<Markdown, "text" | "plain">) {
    this.#whole = whole;
    this.text = text;
    this.plain = plain;
  }

  get frontMatter(): Markdown["frontMatter"] {
    return readAgain(this.#whole).markdown.frontMatter;
  }

  get blocks(): Markdown["blocks"] {
    return readAgain(this.#whole).markdown.blocks;
  }

  get directives(): Markdown["directives"] {
    return readAgain(this.#whole).markdown.directives;
  }

  get parts(): Markdown["parts"] {
    return readAgain(this.#whole).markdown.parts;
  }
}
