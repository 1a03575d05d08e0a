// Which documents Guidewright looks at: Markdown that an author writes, wherever it is kept.
// It must not know VS Code. Diffs (git:), output panes and our own previews are left out by naming
// the schemes that are in: a document selector cannot say "not".

const schemes = ["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web", "vsls", "memfs"];

export const documentSelector = schemes.map((scheme) => ({ language: "markdown", scheme }));

export function isAuthored(document: { languageId: string; uri: { scheme: string } }): boolean {
  return document.languageId === "markdown" && schemes.includes(document.uri.scheme);
}
