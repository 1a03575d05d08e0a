// Where a guidewright.yaml may stand that makes a document part of a guideline project.
// Pure paths: it must not know VS Code or touch a disk.

export const projectFile = "guidewright.yaml";

/** Folders deeper than this are not walked up to their root: nobody keeps guidelines there. */
const deepest = 40;

/** The document's folder and those above it, up to `root` when the document lies in it. */
export function foldersAbove(documentPath: string, root: string | undefined): readonly string[] {
  const last = root && isInside(documentPath, root) ? trimmed(root) : "";
  const folders: string[] = [];
  let folder = parent(trimmed(documentPath));
  while (folders.length < deepest) {
    folders.push(folder || "/");
    if (folder === last || folder === "") break;
    folder = parent(folder);
  }
  return folders;
}

const trimmed = (path: string) => path.replace(/\/$/, "");
const parent = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const isInside = (path: string, root: string) => path.startsWith(`${trimmed(root)}/`);
