// The two sides of a comparison as a person names them: revisions of the repository around a folder, or two files or
// folders on disk. It must not know what is compared in them.

import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { type Dictionary, emptyDictionary, joined } from "../lexicon/dictionary.ts";
import { type Editions, type EditionText, editionsOf, type State } from "./editions.ts";
import { RevisionError } from "./git.ts";
import { isMarkdown, isSkipped, uriOf } from "./location.ts";
import { Projects, projectFile } from "./project.ts";
import { type OpenTexts, Repository, type StoredFile, workingTree } from "./revisions.ts";

export interface ComparedDocument {
  readonly name: string;
  readonly identity: string;
  readonly guideline: Guideline;
}
export interface Compared {
  /** What each side is called. */
  readonly from: string;
  readonly to: string;
  readonly before: readonly ComparedDocument[];
  readonly after: readonly ComparedDocument[];
  readonly problems: readonly string[];
}
export interface Sides {
  readonly base: string;
  /** Undefined: the working tree. */
  readonly head: string | undefined;
  readonly isAskedFor?: ((path: string) => boolean) | undefined;
  /** Of documents that are open in an editor, which may have unsaved changes. */
  readonly open?: OpenTexts;
}

export async function editionsIn(
  folder: string,
  { base, head, isAskedFor, open = new Map() }: Sides,
): Promise<Compared> {
  const choice = { isAskedFor };
  const disk =
    head === undefined ? undefined : await onDisk([resolve(folder, base), resolve(folder, head)], open);
  if (disk) {
    const { isFile, states } = disk;
    // Files that are named are compared, whatever they look like.
    const named = isFile ? { isAskedFor: () => true } : choice;
    const later = resolve(folder, head ?? "");
    const editions = await editionsOf(...states, named);
    const compared = await parsed(base, head ?? "", editions, isFile ? dirname(later) : later);
    const called = (name: string) => (document: ComparedDocument) =>
      isFile ? { ...document, name } : document;
    return {
      ...compared,
      before: compared.before.map(called(base)),
      after: compared.after.map(called(head ?? "")),
    };
  }
  if (head === undefined && (await kindOf(resolve(folder, base))) === "file")
    throw new RevisionError(`${base} is a file. Name the file to compare it with: guidewright diff OLD NEW`);
  const repository = await Repository.around(folder);
  const before = await repository.at(base);
  const after = head === undefined ? await repository.now(await realPaths(open)) : await repository.at(head);
  const editions = await editionsOf(before, after, choice);
  return parsed(base, head ?? workingTree, editions, repository.root);
}

async function parsed(
  from: string,
  to: string,
  { before, after, problems }: Editions,
  root: string,
): Promise<Compared> {
  const said = [...problems];
  const dictionary = await dictionaryFor([...before, ...after], root);
  const read = ({ name, identity, text }: EditionText): ComparedDocument[] => {
    const guideline = parseGuideline(text, dictionary);
    if (guideline.unread) said.push(`${name}: ${guideline.unread.message}`);
    return guideline.unread ? [] : [{ name, identity, guideline }];
  };
  return { from, to, before: before.flatMap(read), after: after.flatMap(read), problems: said };
}

/**
 * What the projects around the texts say today: both sides are read with the same words, for a medicine that was added
 * to the dictionary is no change of its orders.
 */
async function dictionaryFor(texts: readonly EditionText[], root: string): Promise<Dictionary> {
  const projects = new Projects();
  const views = texts.map(({ identity }) => projects.viewOf(uriOf(join(root, identity))));
  const found = (await Promise.all(views)).flatMap((view) => view?.dictionary ?? []);
  return [...new Set(found)].reduce(joined, emptyDictionary);
}

/** Both sides as files or folders, where both are there. */
async function onDisk([one, other]: readonly [string, string], open: OpenTexts) {
  const kinds = [await kindOf(one), await kindOf(other)];
  if (kinds[0] === undefined || kinds[1] === undefined) return undefined;
  if (kinds[0] !== kinds[1])
    throw new RevisionError(`${one} and ${other} are a file and a folder. Name two of a kind.`);
  if (kinds[0] === "folder")
    return { isFile: false, states: [await folderState(one), await folderState(other)] as const };
  const name = basename(other);
  return { isFile: true, states: [fileState(one, name, open), fileState(other, name, open)] as const };
}

/** Git names a folder by its real path, an editor by the one it was opened with. */
async function realPaths(open: OpenTexts): Promise<OpenTexts> {
  const real = [...open].map(async ([path, text]) => [await realpath(path).catch(() => path), text] as const);
  return new Map([...open, ...(await Promise.all(real))]);
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return "folder";
  return found?.isFile() ? "file" : undefined;
}

function fileState(path: string, name: string, open: OpenTexts): State {
  const text = open.get(path);
  const file = stored(path, name);
  const read = text === undefined ? file.read : async () => Buffer.from(text, "utf8");
  return { files: [{ ...file, read }], marks: new Set() };
}

async function folderState(folder: string): Promise<State> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
    .filter((parts) => !parts.some(isSkipped))
    .map((parts) => parts.join("/"))
    .sort();
  return {
    files: paths.filter(isMarkdown).map((path) => stored(join(folder, path), path)),
    marks: new Set(paths.filter((path) => basename(path) === projectFile)),
  };
}

/** Its contents are looked at only when it is read: files on disk have no name for them. */
function stored(path: string, name: string): StoredFile {
  return { path: name, id: createHash("sha1").update(path).digest("hex"), read: () => readFile(path) };
}
