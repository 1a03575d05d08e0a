// A link whose heading, file or definition does not exist.

import { anchorsOf } from "../guideline/anchor.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { definitionsOf, type Link, labelKey, linksOf } from "../guideline/link.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { leadOf, resolve } from "./link-target.ts";
import { nearest } from "./near.ts";
import { defineRule, type Fix, type RuleContext } from "./rule.ts";

interface State {
  readonly at: Span;
  readonly written: string;
  readonly instead: readonly string[];
}

export const linkMissing = defineRule<State>({
  id: "link-missing",
  severity: "warning",
  summary: "A link leads to a heading, file or image that does not exist.",
  rationale:
    "Whoever follows it at the bedside lands nowhere. Headings are looked up as GitHub and VS Code name them, in this " +
    "document and in linked Markdown files; files are looked up on disk, inside the project only. Addresses on the web " +
    "are never called.",
  examples: {
    invalid: [
      "# Fever\n\nSee [danger signs](#danger-sings).\n                   ^^^^^^^^^^^^^\n\n## Danger signs\n\nConvulsions.",
      "Fill in [the form][referral-form].\n                   ^^^^^^^^^^^^^\n\n[referral]: https://example.org/form",
    ],
    valid: [
      "# Fever\n\nSee [danger signs](#danger-signs) and [the tables](#tables--doses).\n\n## Danger signs\n\n## Tables & doses\n\nNone.",
      "See [the formulary](https://example.org/a#b), [mail](mailto:a@example.org) and [Cont].",
    ],
  },

  *check(guideline, context) {
    const definitions = definitionsOf(guideline);
    const labels = new Set(definitions.map(({ label }) => labelKey(label)));
    for (const link of linksOf(guideline)) {
      if (link.kind === "label") yield* undefinedLabel(link, labels);
      else if (link.kind === "spaced") yield spaced(link);
      else if (link.target === "" && link.kind !== "html") yield empty(link);
      else if (link.target !== undefined) yield* broken(guideline, { ...link, target: link.target }, context);
    }
    for (const definition of definitions)
      if (!/^[\^@]/.test(definition.label)) yield* broken(guideline, definition, context);
  },

  fix: ({ at, instead }): Fix[] =>
    instead.map((newText) => ({
      title: `Link to “${newText}”`,
      edits: [{ span: at, newText }],
      certain: false,
    })),
});

/** Brackets beside brackets may be citations or grades. */
function* undefinedLabel({ shown, target = "", at }: Link, labels: ReadonlySet<string>) {
  if (labels.has(labelKey(target)) || /^[\^@]|^[\d\s,–-]*$/.test(target) || /^[\^@]/.test(shown)) return;
  if (labels.size === 0 && !(/\p{Ll}{3}/u.test(target) && /\p{Ll}{3}/u.test(shown))) return;
  const message = `No link is defined for “${target}”, so that readers see the brackets instead of a link. Add a line “[${target}]: address”, or correct the name.`;
  // A text that defines no link at all may have its brackets from a page's boxes.
  const severity = labels.size === 0 ? { severity: "information" as const } : {};
  yield { span: at, message, state: { at, written: target, instead: nearest(target, labels) }, ...severity };
}

function spaced({ at, target = "" }: Link) {
  const message = `A link's address must not hold blanks: “${target}” is shown as text. Write %20 for each blank, or put the address in < >.`;
  const instead = [target.replace(/ /g, "%20"), `<${target}>`];
  return { span: at, message, state: { at, written: target, instead } };
}

function empty({ start, end, at }: Link) {
  const message =
    "This link leads nowhere: nothing stands between its round brackets. Write where it leads to, or take the brackets away.";
  return { span: { start, end }, message, state: { at, written: "", instead: [] } };
}

function* broken(guideline: Guideline, { target, at }: { target: string; at: Span }, context: RuleContext) {
  const lead = leadOf(target);
  if (!lead || at.start === at.end) return;
  const { path, anchor } = lead;
  const place = path === "" ? guideline : resolve(path, context);
  if (place === undefined || place === "unread") return;
  if (place === "missing") {
    const message = `There is no “${path}” where this link looks for it. Correct the path, or add the file.`;
    const names = context.neighbours.map(({ uri }) => decodeName(uri));
    const folder = /^(?:.*\/)?/.exec(path)?.[0] ?? "";
    const leads = nearest(path.slice(folder.length), names).flatMap((name) =>
      [`${folder}${name}`, name, `../${name}`]
        .filter((one) => typeof context.follow(one) === "object")
        .slice(0, 1),
    );
    const suffix = target.slice(target.indexOf(path) + path.length);
    const instead = leads.map((one) => one.replace(/ /g, "%20") + suffix);
    yield { span: at, message, state: { at, written: target, instead } };
    return;
  }
  const anchors = anchorsOf(place);
  if (
    anchor === "" ||
    anchors.has(anchor) ||
    anchors.has(anchor.normalize("NFC")) ||
    anchor.toLowerCase() === "top"
  )
    return;
  const before = target.slice(0, target.indexOf("#") + 1);
  const instead = nearest(anchor, anchors.keys()).map((name) => before + name);
  const where = path === "" ? "This document" : `“${path}”`;
  const alike = [...anchors.keys()].find((name) => looseName(name) === looseName(anchor));
  if (alike !== undefined) {
    const message = `“#${anchor}” is not quite the name that GitHub and VS Code give this heading, “#${alike}”, so that the link works with some readers only. Write it that way.`;
    const state = { at, written: target, instead: [before + alike] };
    yield { span: at, message, severity: "information" as const, state };
    return;
  }
  const message = `${where} has no heading or anchor “#${anchor}”. Headings that are renamed take their links along only by hand: correct the link.`;
  yield { span: at, message, state: { at, written: target, instead } };
}

/** Capital letters and doubled hyphens are what tools disagree about. */
const looseName = remembered((name): string =>
  name
    .toLowerCase()
    .replace(/[-_ .]+/g, "-")
    .replace(/^-|-$/g, ""),
);

function decodeName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
