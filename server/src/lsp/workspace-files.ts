// What a client tells about folders and files: which folders are open, which paths came, went or changed, and
// what it is asked to watch. It must not read anything itself.

import {
  type FileEvent,
  type FileSystemWatcher,
  type InitializeParams,
  WatchKind,
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver/node";
import { isMarkdown, keyOf, pathOf } from "../workspace/location.ts";
import { projectFile } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Of a folder that is moved or removed some clients name the folder alone. */
export const watchers: FileSystemWatcher[] = [
  { globPattern: `**/${projectFile}` },
  { globPattern: "**/*baseline*.json" },
  // What a project's file includes.
  { globPattern: "**/*.{yaml,yml}", kind: WatchKind.Change },
  { globPattern: "**/*.{md,markdown}", kind: WatchKind.Change },
  { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
];

/** The open folders as keys; the older ways to name them count where the newer is missing. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (Array.isArray(workspaceFolders)) return keysOf(workspaceFolders);
  if (typeof rootUri === "string") return keysOf([{ uri: rootUri }]);
  return typeof rootPath === "string" && rootPath !== "" ? [rootPath] : [];
}

export function withFolders(
  folders: readonly string[],
  { added, removed }: Partial<WorkspaceFoldersChangeEvent> = {},
): string[] {
  const gone = keysOf(removed);
  return [...new Set([...folders.filter((folder) => !gone.includes(folder)), ...keysOf(added)])];
}

const keysOf = (folders: unknown): string[] =>
  urisIn(folders).flatMap((uri) => (uri === "" ? [] : withoutSlash(keyOf(uri))));

/** Whatever a client sends. */
function urisIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: { readonly uri?: unknown } | null) =>
    typeof item?.uri === "string" ? item.uri : [],
  );
}

/** The root of a disk keeps its own. */
const withoutSlash = (key: string): string => key.replace(/(?<=[^/\\:])[/\\]+$/, "");

/** Whether projects or baselines changed, too: then all findings may be others. Some may where a file came or went that is linked. */
export function filesChanged(
  { projects, baselines, closed, linked }: Workspace,
  changes: readonly FileEvent[],
) {
  let isProject = false;
  let isBaseline = false;
  let isLinked = false;
  baselines.forget();
  for (const uri of urisIn(changes)) {
    const path = pathOf(uri);
    if (path === undefined) continue;
    isProject ||= projects.reads(path);
    isBaseline ||= baselines.isOne(path);
    // A folder may hold a project.
    if (!isMarkdown(path)) projects.forget();
    closed.look(path);
    if (linked.look(path)) isLinked = true;
  }
  return { isProject: isProject || isBaseline, isLinked };
}
