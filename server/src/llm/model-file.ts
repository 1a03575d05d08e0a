// Looks at a model file before the native loader does, because the loader may take its process down.
// Cheap: reads the header only. It must not know the host process or who asked.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { catalogue } from "./catalogue/catalogue.ts";
import { type Architecture, type CatalogueEntry, exactSize } from "./catalogue/model.ts";
import { ModelError } from "./errors.ts";
import { type GgufHeader, type GgufValues, readGgufHeader } from "./gguf.ts";

/** A file to be loaded and what may be said of it. */
export interface LocalModel {
  readonly path: string;
  readonly name: string;
  readonly starter: boolean;
  readonly sha256?: string;
  readonly entry?: CatalogueEntry;
}

const firstRead = 1 << 20;
/** Far more than the largest vocabulary needs; keeps garbage from making us read a whole disk. */
const longestHeader = 1 << 28;
const anotherFile = "Choose another model file (.gguf) in the settings, or install a model from the list.";
const downloadAgain = "Delete the file and download it again.";

/** Describes a file by its name; a file that the catalogue does not know is the user's own. */
export async function localModel(path: string): Promise<LocalModel> {
  const entry = catalogue.find((candidate) => candidate.file === basename(path));
  const sha256 = await recordedHash(path);
  return {
    path,
    name: entry?.name ?? basename(path).replace(/\.gguf$/i, ""),
    starter: entry?.starter ?? false,
    ...(entry ? { entry } : {}),
    ...(sha256 ? { sha256 } : {}),
  };
}

/** What a file says of itself. */
export interface ModelShape {
  readonly size: number;
  readonly name?: string;
  readonly family?: string;
  readonly context?: number;
  readonly architecture?: Architecture;
}

/** Resolves when the file may be given to the loader; otherwise throws a ModelError that names it. */
export async function inspectModelFile(path: string, entry?: CatalogueEntry): Promise<ModelShape> {
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    const header = await readHeader(file, size);
    const expected = entry && exactSize(entry);
    if (header.kind === "ok" && header.dataEnd <= size && (expected ?? size) === size)
      return { size, ...shapeOf(header.values) };
    throw brokenFile({ path, size, expected, header });
  } finally {
    await file.close();
  }
}

function shapeOf(values: GgufValues): Omit<ModelShape, "size"> {
  const family = values.get("general.architecture");
  const name = values.get("general.name");
  const number = (key: string) => {
    const value = values.get(`${family}.${key}`);
    return typeof value === "number" && value > 0 ? value : undefined;
  };
  const layers = number("block_count");
  const heads = number("attention.head_count");
  const kvHeads = number("attention.head_count_kv") ?? heads;
  const width = number("embedding_length");
  const headSize = number("attention.key_length") ?? (heads && width && width / heads);
  const context = number("context_length");
  return {
    ...(typeof name === "string" && { name }),
    ...(typeof family === "string" && { family }),
    ...(context !== undefined && { context }),
    ...(layers && kvHeads && headSize && { architecture: { layers, kvHeads, headSize } }),
  };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    if ((await stat(path)).isDirectory())
      throw new ModelError(
        "file-is-directory",
        `${path} is a folder, not a model file.`,
        "Choose the .gguf file inside it.",
      );
    return await open(path, "r");
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new ModelError("file-missing", `There is no model file at ${path}.`, anotherFile);
    throw new ModelError("load-failed", `The model file ${path} cannot be opened (${code}).`, anotherFile);
  }
}

/** Reads ever larger heads of the file until the header is whole or the file ends. */
async function readHeader(file: FileHandle, size: number): Promise<GgufHeader> {
  const most = Math.min(size, longestHeader);
  for (let length = Math.min(firstRead, most); ; length = Math.min(length * 4, most)) {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, 0);
    const header = readGgufHeader(bytes.subarray(0, bytesRead), size);
    if (header.kind !== "more" || length >= most) return header;
  }
}

interface Found {
  readonly path: string;
  readonly size: number;
  readonly expected: number | undefined;
  readonly header: GgufHeader;
}

function brokenFile({ path, size, expected, header }: Found): ModelError {
  if (header.kind === "damaged")
    return new ModelError(
      "file-not-gguf",
      `${path} is not a sound GGUF model file: ${header.why}.`,
      anotherFile,
    );
  if (header.kind === "ok" && header.dataEnd <= size)
    return new ModelError(
      "file-truncated",
      `${path} has ${size} bytes, but this model has ${expected}.`,
      `${downloadAgain} If it is another model on purpose, give the file another name.`,
    );
  const wanted = header.kind === "ok" ? ` of at least ${header.dataEnd}` : "";
  return new ModelError(
    size < 4 ? "file-not-gguf" : "file-truncated",
    `${path} is incomplete: it ends after ${size}${wanted} bytes.`,
    downloadAgain,
  );
}

export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { ...(signal ? { signal } : {}) })) hash.update(piece);
  return hash.digest("hex");
}

/** The note beside a model file that says which bytes were once hashed there. */
export const hashNote = (path: string) => `${path}.sha256`;

/** The hash noted when the file was installed, if the note still speaks of a file of this size. */
export async function recordedHash(path: string): Promise<string | undefined> {
  try {
    const [hash, size] = (await readFile(hashNote(path), "utf8")).trim().split(/\s+/);
    if (!hash || !/^[0-9a-f]{64}$/.test(hash) || Number(size) !== (await stat(path)).size) return undefined;
    return hash;
  } catch {
    return undefined;
  }
}

/** The note saves work next time; a folder that refuses it does no harm. */
export async function noteHash(path: string, hash: string): Promise<void> {
  const { size } = await stat(path);
  await writeFile(hashNote(path), `${hash} ${size}\n`).catch(() => {});
}

const hashed = new Set<string>();

/** What was not installed by us is hashed once it has been loaded, so that later it is known to be the same. */
export async function hashOnFirstUse({ path, sha256 }: Partial<LocalModel>): Promise<void> {
  if (path === undefined || sha256 !== undefined || hashed.has(path)) return;
  hashed.add(path);
  try {
    await noteHash(path, await hashFile(path));
  } catch {
    // The file has gone meanwhile.
  }
}
