// The guidelines that differ between two states (of a repository, of a folder, of one file): their texts on both sides
// under one identity, whatever they are called. It must not know what differs in them.

import { dirname } from "node:path/posix";
import { recogniseGuideline } from "../guideline/recognition.ts";
import type { RepositoryState, StoredFile } from "./revisions.ts";

export interface EditionText {
  /** As it is called in its state. */
  readonly name: string;
  /** As it is called in the later state, or in the earlier one where it is only there. */
  readonly identity: string;
  readonly text: string;
}
export interface Editions {
  readonly before: readonly EditionText[];
  readonly after: readonly EditionText[];
  /** What could not be compared and why, for the user. */
  readonly problems: readonly string[];
}

export type State = Pick<RepositoryState, "files" | "marks">;

/** Which files are looked at; those that are asked for need not look like guidelines. */
export interface Choice {
  readonly isAskedFor: ((path: string) => boolean) | undefined;
}

export async function editionsOf(before: State, after: State, { isAskedFor }: Choice): Promise<Editions> {
  const problems: string[] = [];
  const chosen = (state: State) => state.files.filter(({ path }) => isAskedFor?.(path) ?? true);
  const [old, now] = [byPath(chosen(before)), byPath(chosen(after))];
  const isSame = ({ path, id }: StoredFile, other: ReadonlyMap<string, StoredFile>) =>
    other.get(path)?.id === id;
  const guidelines = new Set<EditionText>();
  const read = async (state: State, others: ReadonlyMap<string, StoredFile>) => {
    const texts: EditionText[] = [];
    for (const file of chosen(state)) {
      if (isSame(file, others)) continue;
      const text = decoded(await file.read(), file.path, problems);
      if (text === undefined) continue;
      const one = { name: file.path, identity: file.path, text };
      const inProject = isMarked(file.path, state.marks);
      if (isAskedFor || recogniseGuideline({ text, enable: "auto", inProject }).guideline)
        guidelines.add(one);
      texts.push(one);
    }
    return texts;
  };
  const [earlier, later] = [await read(before, now), await read(after, old)];
  const identities = followed(earlier, later);
  const identified = earlier.map((one) => ({ ...one, identity: identities.get(one.name) ?? one.name }));
  // What is a guideline in one of the states is compared with what it was, or became, in the other.
  const kept = new Set([
    ...earlier.flatMap((one, i) => (guidelines.has(one) ? [identified[i]?.identity] : [])),
    ...later.flatMap((one) => (guidelines.has(one) ? [one.identity] : [])),
  ]);
  const isKept = ({ identity }: EditionText) => kept.has(identity);
  return { before: identified.filter(isKept), after: later.filter(isKept), problems };
}

const byPath = (files: readonly StoredFile[]) => new Map(files.map((file) => [file.path, file]));

/** The file lies in a folder that is marked as a project, or below one. */
function isMarked(path: string, marks: ReadonlySet<string>): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (marks.has(folder === "." ? "guidewright.yaml" : `${folder}/guidewright.yaml`)) return true;
    if (folder === "." || folder === dirname(folder)) return false;
  }
}

/** The text as an editor would show it; a file that cannot be read so is told of and left out. */
function decoded(bytes: Uint8Array, name: string, problems: string[]): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    problems.push(`${name} is saved as UTF-16 and was not compared. Save it as UTF-8.`);
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    problems.push(`${name} is not saved as UTF-8 and was not compared. Save it as UTF-8.`);
    return undefined;
  }
}

/** The least share of lines that a renamed file has kept. */
const leastKept = 0.5;

/** What is only there before became what is only there now where most of their lines are the same. */
function followed(
  before: readonly EditionText[],
  after: readonly EditionText[],
): ReadonlyMap<string, string> {
  const names = new Set(after.map(({ name }) => name));
  const olds = new Set(before.map(({ name }) => name));
  const gone = before.filter(({ name }) => !names.has(name)).map(withLines);
  const fresh = after.filter(({ name }) => !olds.has(name)).map(withLines);
  const likely = gone
    .flatMap((one) => fresh.map((other) => ({ one, other, share: shareOf(one.lines, other.lines) })))
    .filter(({ share }) => share >= leastKept)
    .sort((a, b) => b.share - a.share);
  const becameOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { one, other } of likely) {
    if (becameOf.has(one.name) || taken.has(other.name)) continue;
    becameOf.set(one.name, other.name);
    taken.add(other.name);
  }
  return becameOf;
}

const withLines = ({ name, text }: EditionText) => ({
  name,
  lines: new Set(text.split(/\r?\n/).filter((line) => line.trim() !== "")),
});

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const line of a) if (b.has(line)) shared++;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
