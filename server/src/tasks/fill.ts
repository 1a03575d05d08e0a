// Fills the {{places}} of a prompt file. What is filled in is data: it is put on one line, so that it cannot
// pose as another part of the prompt.

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .trimEnd()
    .replace(/\{\{(\w+)\}\}/g, (_place, name: string) => (values[name] ?? "").replace(/\s+/g, " ").trim());
}

/** The lines above the first place: they are the same for everybody, with nothing of the user's. */
export function preambleOf(template: string): string {
  const first = template.indexOf("{{");
  return template.slice(0, template.lastIndexOf("\n", first) + 1);
}
