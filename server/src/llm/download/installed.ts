// The catalogue's files in the models folder: whether one is there and sound, its noted hash, and its removal. It
// must not know where files come from.
import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type CatalogueEntry, exactSize } from "../catalogue/model.ts";
import { ModelError } from "../errors.ts";
import { hashFile, hashNote, inspectModelFile, noteHash, recordedHash } from "../model-file.ts";

export const fileOf = (dir: string, { file }: CatalogueEntry): string => join(dir, file);
export const partOf = (dir: string, entry: CatalogueEntry): string => `${fileOf(dir, entry)}.part`;

/** A quick look: the file is a whole model file of the size that is known. */
export async function isInstalled(dir: string, entry: CatalogueEntry): Promise<boolean> {
  return inspectModelFile(fileOf(dir, entry), entry).then(
    () => true,
    () => false,
  );
}

/** Hashes the file. Throws when it is not there, not whole or not the one that it was. */
export async function verifyInstalled(
  dir: string,
  entry: CatalogueEntry,
  signal?: AbortSignal,
): Promise<string> {
  const path = fileOf(dir, entry);
  await inspectModelFile(path, entry);
  const expected = entry.sha256 ?? (await recordedHash(path));
  const hash = await hashFile(path, signal);
  if (hash !== (expected ?? hash))
    throw new ModelError(
      "hash-mismatch",
      `${path} is not the file that it should be: its bytes have changed.`,
      `Remove it (“guidewright models remove ${entry.id}”) and install the model again.`,
    );
  await noteHash(path, hash);
  return hash;
}

/** Gives a complete and right part its final name in one step; a wrong one is removed. */
export async function acceptPart(
  dir: string,
  entry: CatalogueEntry,
  {
    expected = entry.sha256,
    signal,
  }: { readonly expected?: string | undefined; readonly signal: AbortSignal },
): Promise<string> {
  const part = partOf(dir, entry);
  const hash = await hashFile(part, signal);
  const { size } = await stat(part);
  if (size !== (exactSize(entry) ?? size) || hash !== (expected ?? hash)) {
    await rm(part, { force: true });
    throw new ModelError(
      "hash-mismatch",
      `What came as ${entry.file} is not the file it should be, and was deleted.`,
      "Try again. If it happens again, a proxy or a mirror alters downloads: fetch the file on another network.",
    );
  }
  // Without a known hash at least the file must be a whole GGUF.
  await inspectModelFile(part, entry).catch(async (error) => {
    await rm(part, { force: true });
    throw error;
  });
  const target = fileOf(dir, entry);
  await rename(part, target);
  await noteHash(target, hash);
  return target;
}

/** The file, its note and what was left of downloads. Answers whether there was anything. */
export async function removeInstalled(dir: string, entry: CatalogueEntry): Promise<boolean> {
  const names = await readdir(dir).catch(() => []);
  const path = fileOf(dir, entry);
  const ours = [path, hashNote(path), partOf(dir, entry)].filter((file) =>
    names.some((name) => join(dir, name) === file),
  );
  for (const file of ours) await rm(file);
  return ours.length > 0;
}
