// Which files are meant by what was named: files, folders and patterns. It must not know what is done with them.

import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isMarkdown, isSkipped } from "../workspace/location.ts";
import { CommandError } from "./command.ts";
import { reasonFor } from "./files.ts";
import type { Ignored } from "./git-ignore.ts";

export interface Named {
  readonly files: readonly string[];
  /** They were found in a folder or by a pattern: they need not be guidelines. */
  readonly searched: boolean;
}

/** A file that is named is taken as it is; in a folder or by a pattern, Markdown that git does not ignore. */
export async function filesNamed(name: string, useIgnore: boolean): Promise<Named> {
  const found = await stat(name).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) {
    if (!found.isDirectory()) return { files: [name], searched: false };
    return { files: await markdownIn(name, useIgnore), searched: true };
  }
  const pattern = process.platform === "win32" ? name.replaceAll("\\", "/") : name;
  const { default: picomatch } = await import("picomatch");
  const { isGlob, base } = picomatch.scan(pattern);
  if (found.code !== "ENOENT" || !isGlob) throw new CommandError(reasonFor(name, found));
  const matches = picomatch(pattern.replace(/^\.\//, ""));
  const files = await markdownIn(base || ".", useIgnore).catch(() => []);
  const matching = files.filter((file) => matches(file.replaceAll("\\", "/").replace(/^\.\//, "")));
  if (matching.length === 0) throw new CommandError(`No Markdown file matches “${name}”.`);
  return { files: matching, searched: true };
}

async function markdownIn(folder: string, useIgnore: boolean): Promise<readonly string[]> {
  const { Ignored } = await import("./git-ignore.ts");
  const files: string[] = [];
  // Links are not followed: they may lead around in a circle.
  const look = async (path: string, above: Ignored): Promise<void> => {
    const ignored = useIgnore ? await above.within(resolve(path)) : above;
    const entries = await readdir(path, { withFileTypes: true });
    const wanted = entries.filter((entry) => isWanted(entry) && !isIgnored(ignored, path, entry));
    for (const entry of wanted) if (entry.isFile()) files.push(join(path, entry.name));
    for (const entry of wanted) {
      // A folder that may not be entered keeps nobody from the others.
      if (entry.isDirectory()) await look(join(path, entry.name), ignored).catch(() => undefined);
    }
  };
  await look(folder, useIgnore ? await Ignored.above(resolve(folder)) : Ignored.nothing);
  return files.sort();
}

const isWanted = (entry: Dirent): boolean =>
  !isSkipped(entry.name) && (entry.isDirectory() || (entry.isFile() && isMarkdown(entry.name)));

const isIgnored = (ignored: Ignored, path: string, entry: Dirent): boolean =>
  ignored.has(resolve(path, entry.name), entry.isDirectory());
