// Changes a project's file as its author would: what they wrote and their comments stay. Nothing is changed in a
// file that is no valid YAML. It must not know what asks for the change.

import { type Document, isMap, isScalar, isSeq } from "yaml";
import type { RuleSetting } from "../config.ts";
import type { Edit } from "../text/span.ts";
import { parsed } from "./read-project.ts";

export type ProjectChange =
  | { readonly kind: "severity"; readonly rule: string; readonly severity: RuleSetting }
  | { readonly kind: "word"; readonly part: WordList; readonly word: string; readonly meaning: string };
export type WordList = "medicines" | "abbreviations" | "glossary";

/** What turns the text into the changed one; undefined where that cannot be done. */
export function projectEdit(text: string, change: ProjectChange): Edit | undefined {
  const document = parsed(text);
  if (document.errors.length > 0) return undefined;
  try {
    if (change.kind === "severity") setSeverity(document, change);
    else addWord(document, change);
  } catch {
    // Something else stands where the change belongs; that is reported in the file itself.
    return undefined;
  }
  return difference(text, written(document, text));
}

type Changeable = Document.Parsed | Document;

function setSeverity(
  document: Changeable,
  { rule, severity }: Extract<ProjectChange, { kind: "severity" }>,
): void {
  const rules = mapAt(document, ["rules"]);
  const hasOptions = isMap(document.getIn([...rules, rule], true));
  document.setIn(hasOptions ? [...rules, rule, "severity"] : [...rules, rule], severity);
}

function addWord(
  document: Changeable,
  { part, word, meaning }: Extract<ProjectChange, { kind: "word" }>,
): void {
  const dictionary = mapAt(document, ["dictionary"]);
  const words = document.getIn([...dictionary, part], true);
  // A list of words is a dictionary without meanings.
  if (isSeq(words)) words.add(document.createNode(word));
  else
    document.setIn([...mapAt(document, [...dictionary, part]), word], document.createNode(meaning || null));
}

/** Makes a map where there is nothing yet. */
function mapAt(document: Changeable, path: readonly string[]): readonly string[] {
  const there = document.getIn(path, true);
  if (there === undefined || (isScalar(there) && there.value === null))
    document.setIn(path, document.createNode({}));
  return path;
}

/** In the author's own manner, as far as it shows. */
function written(document: Changeable, text: string): string {
  const indent = /^( {2,8})(?=[^\s#-])/m.exec(text)?.[1]?.length ?? 2;
  const fresh = document.toString({
    indent,
    lineWidth: 0,
    nullStr: "",
    flowCollectionPadding: /[[{] /.test(text),
    indentSeq: !/^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m.test(text),
  });
  return text.includes("\r\n") ? fresh.replace(/\r?\n/g, "\r\n") : fresh;
}

function difference(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
