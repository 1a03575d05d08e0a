// What would change in a file, as git and patch read it.

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { slashed } from "./report.ts";
import type { Source } from "./source.ts";

/** Empty where nothing would change. */
export function unifiedDiff(before: Source, after: Source): string {
  if (before.text === after.text) return "";
  const name = slashed(before.file);
  const mark = before.marked ? "\uFEFF" : "";
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(
    `a/${name}`,
    `b/${name}`,
    mark + before.text,
    mark + after.text,
    undefined,
    undefined,
    options,
  );
}
