// Hand-made edits of the sample guidelines (test/edits), clinical and editorial, and whether what is reported of each
// is what is expected.

import { readdirSync, readFileSync } from "node:fs";
import type { Change, Edited } from "../../server/src/changes/change.ts";
import { changesBetween } from "../../server/src/changes/clinical-changes.ts";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";

const folder = new URL("../edits/", import.meta.url);
const samples = new URL("../guidelines/", import.meta.url);

export interface Edit {
  readonly kind: "clinical" | "editorial";
  readonly title: string;
  readonly file: string;
  readonly hunks: readonly Hunk[];
  readonly expected: readonly Expected[];
}
interface Hunk {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
export interface Expected {
  readonly action: string;
  readonly kind: string;
  readonly subject: readonly string[];
  readonly before: string;
  readonly after: string;
}

export function edits(): Edit[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .flatMap((name) => {
      const file = name.replace(/\.txt$/, ".md");
      const text = readFileSync(new URL(name, folder), "utf8");
      return text
        .split(/^## /m)
        .slice(1)
        .map((part) => editOf(file, part));
    });
}

function editOf(file: string, part: string): Edit {
  const [title = "", ...lines] = part.split("\n");
  const [kind = "", name = ""] = title.split(/:\s*/, 2);
  const hunks: { file: string; find: string[]; replace: string[] }[] = [{ file, find: [], replace: [] }];
  const expected: Expected[] = [];
  for (const line of lines) {
    const hunk = hunks.at(-1);
    if (line.startsWith("@@")) hunks.push({ file: line.slice(2).trim() || file, find: [], replace: [] });
    else if (line.startsWith("=")) expected.push(expectedOf(line.slice(1)));
    else if (line.startsWith("-")) hunk?.find.push(line.slice(1));
    else if (line.startsWith("+")) hunk?.replace.push(line.slice(1));
  }
  if (kind !== "clinical" && kind !== "editorial")
    throw new Error(`${title}: neither clinical nor editorial`);
  const joined = hunks.map((hunk) => ({
    file: hunk.file,
    find: hunk.find.join("\n"),
    replace: hunk.replace.join("\n"),
  }));
  return { kind, title: name, file, hunks: joined, expected };
}

/** "changed order artesunate 26–29: 70 → 80", "added order clindamycin: 10 mg/kg". */
function expectedOf(line: string): Expected {
  const [head = "", said = ""] = line.split(/:\s+(.*)/s, 2);
  const [action = "", kind = "", ...subject] = head.split(" ");
  const [before = "", after = ""] = action === "added" ? ["", said] : said.split(" → ");
  return { action, kind, subject, before, after };
}

function documentsWith(edit: Edit): { before: Edited[]; after: Edited[] } {
  const files = [...new Set(edit.hunks.map(({ file }) => file))];
  const made = (file: string, text: string): Edited => ({
    name: file,
    identity: file,
    guideline: parseGuideline(text),
  });
  const texts = files.map((file) => ({ file, text: readFileSync(new URL(file, samples), "utf8") }));
  return {
    before: texts.map(({ file, text }) => made(file, text)),
    after: texts.map(({ file, text }) => made(file, editedText(edit, file, text))),
  };
}

function editedText(edit: Edit, file: string, text: string): string {
  let edited = text;
  for (const hunk of edit.hunks.filter((one) => one.file === file)) {
    const at = edited.indexOf(hunk.find);
    if (at < 0 || edited.indexOf(hunk.find, at + 1) >= 0)
      throw new Error(`“${edit.title}” in ${file}: the text is not there exactly once: ${hunk.find}`);
    edited = edited.slice(0, at) + hunk.replace + edited.slice(at + hunk.find.length);
  }
  return edited;
}

export interface Outcome {
  readonly edit: Edit;
  readonly missed: readonly Expected[];
  /** Reported, but expected by none. */
  readonly extra: readonly Change[];
}

export function outcomeOf(edit: Edit): Outcome {
  const { before, after } = documentsWith(edit);
  const left = [...changesBetween(before, after)];
  const missed = edit.expected.filter((expected) => {
    const at = left.findIndex((change) => isExpected(change, expected));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { edit, missed, extra: left };
}

const wordsOf = (side: "before" | "after", change: Change): string =>
  change.differences.length === 0
    ? (change[side]?.text ?? "")
    : change.differences
        .map((difference) => `${difference[side]?.text} ${difference[side]?.evenly}`)
        .join("\n");

function isExpected(change: Change, { action, kind, subject, before, after }: Expected): boolean {
  const about = `${change.subject} ${change.before?.text} ${change.after?.text}`.toLowerCase();
  return (
    change.action === action &&
    change.kind === kind &&
    subject.every((word) => about.includes(word.toLowerCase())) &&
    wordsOf("before", change).toLowerCase().includes(before.toLowerCase()) &&
    wordsOf("after", change).toLowerCase().includes(after.toLowerCase())
  );
}

export function changeSaid({ action, kind, subject, differences, before, after }: Change): string {
  const slots = differences.map(
    (one) => `${one.slot}: ${one.before?.text ?? "not said"} → ${one.after?.text ?? "not said"}`,
  );
  return `${action} ${kind} ${subject}: ${slots.length === 0 ? (after ?? before)?.text : slots.join("; ")}`;
}
