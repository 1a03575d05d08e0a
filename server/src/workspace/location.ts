// Where documents are: addresses and paths of this machine, what is read in a folder, and which documents
// belong together. It must not read a file.

import { dirname, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { remembered } from "../text/memory.ts";

/** The path of a file on this machine; editors write the same one in several ways. */
export const pathOf = remembered((uri): string | undefined => {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri).replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return undefined; // not a path this machine can have
  }
});

export const uriOf = (path: string): string => pathToFileURL(path).href;

/** What two addresses of one document have in common. */
export const keyOf = (uri: string): string => pathOf(uri) ?? uri;

export const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/** Folders in which nobody writes guidelines. */
export const isSkipped = (name: string): boolean => name.startsWith(".") || name === "node_modules";

export function isInside(folder: string, path: string): boolean {
  if (path === folder) return true;
  const end = folder.includes("\\") ? sep : "/";
  return path.startsWith(folder.endsWith(end) ? folder : `${folder}${end}`);
}

/** Nothing between the folder and the path is skipped. */
export function isReachable(folder: string, path: string): boolean {
  return isInside(folder, path) && !relative(folder, path).split(sep).some(isSkipped);
}

/**
 * Names the documents that a document is compared with: those of its project, else those of its workspace
 * folder, else those that lie beside it. All are keys as of `keyOf`.
 */
export function groupOf(key: string, project: string | undefined, folders: readonly string[]): string {
  if (project !== undefined) return `project ${project}`;
  const around = folders.filter((folder) => isInside(folder, key));
  const folder = around.reduce((inner, other) => (other.length > inner.length ? other : inner), "");
  if (folder !== "") return `folder ${folder}`;
  // A drive of Windows is no scheme.
  if (/^[a-z][a-z0-9+.-]+:/i.test(key)) return `beside ${/^.*[/:]/s.exec(key)?.[0] ?? ""}`;
  return `beside ${dirname(key)}`;
}
