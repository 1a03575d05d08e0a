// The addresses under which a rule's documentation is reached: the server's own (guidewright-rule:<id>),
// the virtual document shown in the editor, and vscode://guidewright.guidewright/rule/<id> from outside.
// Pure: it must not know VS Code.

export const documentationScheme = "guidewright-docs";

const name = /^[a-z][a-z0-9-]{0,79}$/;

export function isRuleName(value: unknown): value is string {
  return typeof value === "string" && name.test(value);
}

/** The rule a diagnostic's link or an address given to VS Code asks for. */
export function ruleOfLink(link: { scheme: string; path: string }): string | undefined {
  const rule = link.scheme === "guidewright-rule" ? link.path : /^\/rule\/([^/]+)\/?$/.exec(link.path)?.[1];
  return isRuleName(rule) ? rule : undefined;
}

export function documentationPath(rule: string): string {
  return `/rules/${rule}.md`;
}

/** Whether a path can be that of a page: of a rule, of their list, or one beside them such as the settings. */
export function isPage(path: string): boolean {
  return /^\/(?:rules\/)?(?:README|[a-z][a-z0-9-]{0,79})\.md$/.test(path);
}
