// Which documents Guidewright looks at: Markdown that an author writes, wherever it is kept, and project files.
// It must not know VS Code. Diffs (git:), output panes and our own previews are left out by naming
// the schemes that are in: a document selector cannot say "not".

import { projectFile } from "./project-mark.ts";

const schemes = ["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web", "vsls", "memfs"];

export const documentSelector = schemes.map((scheme) => ({ language: "markdown", scheme }));

/** What the server is told of. */
export const serverSelector = [
  ...documentSelector,
  { language: "yaml", scheme: "file", pattern: `**/${projectFile}` },
];

export function isProjectFile({ uri }: { uri: { scheme: string; path: string } }): boolean {
  return uri.scheme === "file" && uri.path.endsWith(`/${projectFile}`);
}

export function isAuthored(document: { languageId: string; uri: { scheme: string } }): boolean {
  return document.languageId === "markdown" && schemes.includes(document.uri.scheme);
}
