// Where links of a document lead that is checked on the command line: to the documents that are checked with it, and
// to other files of its project, else below the folder the command runs in, or beside it. It must not know rules.

import { dirname } from "node:path";
import type { LinkTarget, Neighbour } from "../rules/rule.ts";
import { LinkedFiles, targetOf } from "../workspace/linked-files.ts";
import { isInside, pathOf } from "../workspace/location.ts";

const linked = new LinkedFiles();

interface Placed extends Neighbour {
  readonly project: string | undefined;
}

export function followFrom(
  { uri, project }: Placed,
  documents: readonly Placed[],
): (path: string) => LinkTarget | undefined {
  const from = pathOf(uri);
  if (from === undefined) return () => undefined;
  const here = process.cwd();
  const root = project ?? (isInside(here, from) ? here : dirname(from));
  return (path) => {
    const target = targetOf(path, { from, root });
    if (target === undefined) return undefined;
    const known = documents.find((other) => pathOf(other.uri) === target);
    const existence = known ? "exists" : linked.existence(target, root);
    return existence === "exists" ? (known ?? "unread") : existence;
  };
}
