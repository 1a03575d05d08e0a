// What a link's target says: a path from the document's own folder and an anchor, or nothing that can be looked up. It
// must not read files.

import type { Guideline } from "../guideline/guideline.ts";
import type { LinkTarget, RuleContext } from "./rule.ts";

export interface Lead {
  /** Decoded; empty for the document itself. */
  readonly path: string;
  readonly anchor: string;
}

/** Undefined for what lies elsewhere, or what only a site's builder knows. */
export function leadOf(target: string): Lead | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]|[{}<>$|*]|^\S+@\S+$/i.test(target)) return undefined;
  const at = target.indexOf("#");
  const whole = at < 0 ? target : target.slice(0, at);
  const path = decoded(whole.replace(/\?.*$/s, "").replace(/\\(?=[^\w\s])/g, ""));
  const anchor = at < 0 ? "" : decoded(target.slice(at + 1));
  if (
    path === undefined ||
    anchor === undefined ||
    /^(?:www\.|[\w-]+\.(?:com|org|int|net|gov|edu)\b)/i.test(path)
  )
    return undefined;
  // Text that a browser looks for, and places in other kinds of files.
  const isName = /^[^:=&]*$/.test(anchor);
  return { path, anchor: isName ? anchor : "" };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export function resolve(path: string, { follow }: RuleContext): Guideline | "missing" | "unread" | undefined {
  const found = follow(path);
  if (found !== "missing") return read(found);
  // Sites leave the ending out, or write that of the built page.
  const stem = path.replace(/\.html?$/i, "");
  if (stem === path && /\.[a-z0-9]{1,8}$/i.test(path)) return "missing";
  const others = [
    `${stem}.md`,
    `${stem.replace(/\/$/, "")}/index.md`,
    `${stem.replace(/\/$/, "")}/README.md`,
  ];
  for (const other of others) {
    const lead = follow(other);
    if (lead !== "missing") return read(lead);
  }
  return stem === path ? undefined : "missing";
}

const read = (found: LinkTarget | undefined) => (typeof found === "object" ? found.guideline : found);
