// Fills the {{places}} of a prompt file. What is filled in is data: it is put on one line, so that it cannot
// pose as another part of the prompt.

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .trimEnd()
    .replace(/\{\{(\w+)\}\}/g, (_place, name: string) => (values[name] ?? "").replace(/\s+/g, " ").trim());
}
