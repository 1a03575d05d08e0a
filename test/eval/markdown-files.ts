// The Markdown files of a folder, as the eval commands read them. It must not know what is measured.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The Markdown files of a folder, or the one file. */
export function readMarkdown(path: string): readonly { readonly name: string; readonly text: string }[] {
  if (!statSync(path).isDirectory()) return [{ name: path, text: readFileSync(path, "utf8") }];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return names.sort().map((name) => ({ name, text: readFileSync(join(path, name), "utf8") }));
}
