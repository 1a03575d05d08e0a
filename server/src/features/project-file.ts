// The project's file in an editor: what is wrong in it, what may stand at the cursor, and what a key means. All of it
// comes from the file's declared shape. It reads lines, for a file that is being written is rarely valid YAML.

import type { CompletionItem, CompletionParams, Diagnostic, Hover } from "vscode-languageserver";
import type { Problem } from "../project/project.ts";
import { projectField } from "../project/project-shape.ts";
import { type Field, fieldAt, recordIn, wordsIn } from "../project/shape.ts";
import { Lines } from "../text/lines.ts";
import type { Feature } from "./feature.ts";

const severityToLsp = { error: 1, warning: 2 } as const;

export function problemsToLsp(text: string, problems: readonly Problem[]): Diagnostic[] {
  const lines = new Lines(text);
  return problems.map(({ span, message, severity }) => ({
    range: lines.rangeOf(span),
    severity: severityToLsp[severity],
    source: "Guidewright",
    code: "project-file",
    message,
  }));
}

/** One line of the file: `  - key: value`. */
interface Line {
  /** Where what stands in it begins, behind the dashes of list members. */
  readonly column: number;
  readonly isMember: boolean;
  readonly key: string | undefined;
  /** Where the value may begin, behind the colon. */
  readonly valueAt: number;
}

/** A line that is longer is no line of ours. */
const longestLine = 1000;

function lineOf(line: string): Line {
  const text = line.slice(0, longestLine);
  const column = /^[ ]*(?:- *)*/.exec(text)?.[0].length ?? 0;
  const [whole, quote = "", key] =
    /^(["']?)([^\s"'#:-][^"':#]*?)\1[ ]*:(?=\s|$)/.exec(text.slice(column)) ?? [];
  const valueAt = column + (whole?.length ?? 0);
  return {
    column,
    isMember: text.slice(0, column).includes("-"),
    key: quote + key === quote ? undefined : key,
    valueAt,
  };
}

interface Place extends Line {
  /** The keys above, outermost first. */
  readonly above: readonly string[];
  readonly text: string;
  /** In its line. */
  readonly character: number;
}

function placeAt(text: string, offset: number): Place {
  const lines = new Lines(text);
  const { line, character } = lines.positionAt(offset);
  const own = lineOf(lines.textOf(line));
  const above: string[] = [];
  let column = own.key === undefined && own.column > character ? character : own.column;
  for (let at = line - 1; at >= 0 && column > 0; at--) {
    const other = lineOf(lines.textOf(at));
    if (other.key === undefined || other.column >= column) continue;
    above.unshift(other.key);
    column = other.column;
  }
  return { ...own, above, text: lines.textOf(line), character };
}

export function provideProjectCompletion(text: string, offset: number): CompletionItem[] {
  const place = placeAt(text, offset);
  const isValue = place.key !== undefined && place.character >= place.valueAt;
  const path = isValue ? [...place.above, place.key ?? ""] : place.above;
  const field = fieldAt(projectField, path);
  if (!field) return [];
  const before = place.text.slice(0, place.character);
  const start = place.character - (/[\w-]*$/.exec(before)?.[0].replace(/^-+/, "").length ?? 0);
  const { line } = new Lines(text).positionAt(offset);
  const range = { start: { line, character: start }, end: { line, character: place.character } };
  const words = isValue || (place.isMember && field.shape.kind === "list") ? wordsIn(field.shape) : {};
  const values = Object.entries(words).map(([label, documentation]) => ({
    label,
    documentation,
    kind: 12 as const,
    textEdit: { range, newText: isValue && before.endsWith(":") ? ` ${label}` : label },
  }));
  if (isValue) return values;
  const keys = Object.entries(recordIn(field.shape)?.fields ?? {}).map(([label, { description }]) => ({
    label,
    documentation: { kind: "markdown" as const, value: description },
    kind: 10 as const,
    textEdit: { range, newText: `${label}: ` },
  }));
  return [...values, ...keys];
}

export function provideProjectHover(text: string, offset: number): Hover | null {
  const place = placeAt(text, offset);
  const { key, column, valueAt, character } = place;
  const lines = new Lines(text);
  const { line } = lines.positionAt(offset);
  const hover = (value: string, from: number, to: number): Hover => ({
    contents: { kind: "markdown", value },
    range: { start: { line, character: from }, end: { line, character: to } },
  });
  if (key !== undefined && character >= column && character < valueAt) {
    const field = fieldAt(projectField, [...place.above, key]);
    return field ? hover(explained(key, field), column, valueAt) : null;
  }
  const field = fieldAt(projectField, key === undefined ? place.above : [...place.above, key]);
  const [word = "", start = 0] = wordAt(place.text, character) ?? [];
  const words = field ? wordsIn(field.shape) : {};
  return Object.hasOwn(words, word)
    ? hover(`**${word}** – ${words[word]}`, start, start + word.length)
    : null;
}

function wordAt(text: string, character: number): readonly [string, number] | undefined {
  for (const match of text.matchAll(/[\w-]+/g))
    if (match.index <= character && character <= match.index + match[0].length)
      return [match[0], match.index];
  return undefined;
}

function explained(key: string, { description, shape }: Field): string {
  const words = Object.entries(wordsIn(shape)).map(([word, meaning]) => `- \`${word}\`: ${meaning}`);
  const options =
    shape.kind === "either" ? Object.keys(shape.record.fields).filter((name) => name !== "severity") : [];
  const more = options.length > 0 ? `\n\nOptions: ${options.map((name) => `\`${name}\``).join(", ")}.` : "";
  return `**${key}** – ${description}${words.length > 0 ? `\n\n${words.join("\n")}` : ""}${more}`;
}

export const projectFileFeature: Feature = {
  capabilities: { completionProvider: {} },
  register(on, guard) {
    on.request(
      "textDocument/completion",
      guard<CompletionParams, CompletionItem[]>([], () => [], {
        inProjectFile: (text, { position }) =>
          provideProjectCompletion(text, new Lines(text).offsetAt(position)),
      }),
    );
  },
};
