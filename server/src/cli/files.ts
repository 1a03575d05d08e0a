// Reading guidelines from disk, with errors that name the file and say what to do.

import { readFile } from "node:fs/promises";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { readingLimit } from "../guideline/reading-limit.ts";
import { CommandError } from "./command.ts";
import { viewOf } from "./projects.ts";

export async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(reasonFor(file, error));
  });
}

/** Begins with a byte order mark. */
export const isMarked = (bytes: Buffer): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** The text of a file that is UTF-8; anything else must not be guessed at: a “µ” may stand there. */
export function textIn(bytes: Buffer, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new CommandError(`${file} is saved as UTF-16. Save it as UTF-8 and try again.`);
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const at = firstForeignByte(bytes);
  // In older encodings every byte is a letter: what is no text in them is of another kind.
  const limit = readingLimit(at === undefined ? text : bytes.toString("latin1"));
  if (limit) throw new CommandError(`${file}: ${limit.message}`);
  if (at === undefined) return text;
  const line = bytes
    .subarray(0, at)
    .toString("utf8")
    .split(/\r\n|\n|\r/).length;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase();
  throw new CommandError(
    `${file} is not UTF-8: line ${line} has the byte 0x${byte} (at offset ${at}), as older programs write it. Save it as UTF-8 and try again.`,
  );
}

const replacement = Buffer.from("\uFFFD");

/** Where the first byte is that is no UTF-8. */
function firstForeignByte(bytes: Buffer): number | undefined {
  const text = bytes.toString("utf8");
  let offset = 0;
  let done = 0;
  for (let i = text.indexOf("\uFFFD"); i >= 0; i = text.indexOf("\uFFFD", i + 1)) {
    offset += Buffer.byteLength(text.slice(done, i));
    if (!bytes.subarray(offset, offset + replacement.length).equals(replacement)) return offset;
    done = i;
  }
  return undefined;
}

export async function readGuideline(file: string): Promise<Guideline> {
  const view = await viewOf(file);
  return parseGuideline(textIn(await readBytes(file), file), view?.dictionary);
}

export function reasonFor(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return `${file} does not exist. Check the name and the folder you are in.`;
  if (code === "EACCES" || code === "EPERM") return `${file} may not be read by you. Check its permissions.`;
  if (code === "EISDIR") return `${file} is a folder. Name a Markdown file in it.`;
  return `${file} could not be read: ${message}`;
}
