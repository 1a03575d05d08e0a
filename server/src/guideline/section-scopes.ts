// What holds for all that stands in a section: what its headings and those above say, and the only medicine that is
// named between them. It must not know orders.

import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Block, Markdown } from "../syntax/markdown.ts";
import { remembered } from "../text/memory.ts";
import { mentionsOf } from "./block-mentions.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { nested, noScope, ownScope, type Scope, scopeOf, slice } from "./scope.ts";
import type { Section } from "./section.ts";

const populationKeys = [
  "population",
  "target-population",
  "applies-to",
  "applies_to",
  "patients",
  "target_population",
];

/** What front matter says of all of the document. */
function documentScope({ frontMatter }: Markdown): Scope {
  return frontMatter ? frontScope(frontMatter) : noScope;
}

function frontScope({ values }: FrontMatter): Scope {
  const text = populationKeys.map((key) => values[key]).find((value) => typeof value === "string");
  return typeof text === "string" ? scopeOfPatients(text) : noScope;
}

const scopeOfPatients = remembered((text): Scope => ({ ...noScope, population: ownScope(text).population }));

export type SectionScopes = ReadonlyMap<Section | undefined, Scope>;

/** Each section's scope, with those above it; `undefined` is the document's own. */
export function sectionScopes(markdown: Markdown, sections: readonly Section[]): SectionScopes {
  const scopes = new Map<Section | undefined, Scope>([[undefined, documentScope(markdown)]]);
  const leads = leadsOf(markdown);
  // What stands between a heading and its first subheading is read once for all of these.
  const below = new Map<Section, Scope>();
  for (const section of sections) {
    const { parent } = section;
    const above = scopes.get(parent) ?? noScope;
    const outer = parent
      ? (below.get(parent) ?? withSubject(above, leads.get(parent.headingSpan.start) ?? [], markdown))
      : above;
    if (parent) below.set(parent, outer);
    const before = known.get(section);
    const scope = before?.outer === outer ? before.scope : sectionScope(markdown, section, outer);
    if (scope !== before?.scope) known.set(section, { outer, scope });
    scopes.set(section, scope);
  }
  return scopes;
}

const known = new WeakMap<Section, { readonly outer: Scope; readonly scope: Scope }>();

function sectionScope(markdown: Markdown, { headingSpan }: Section, outer: Scope): Scope {
  return nested(outer, scopeOf(slice(markdown, headingSpan), headingSpan.start));
}

/** What stands between a heading and the next one, by where the heading begins. */
function leadsOf({ blocks }: Markdown): ReadonlyMap<number, readonly Block[]> {
  const leads = new Map<number, Block[]>();
  let lead: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === "heading") {
      lead = [];
      leads.set(block.span.start, lead);
    } else lead?.push(block);
  }
  return leads;
}

/** For what stands below its subheadings; where several are named, none of them is meant. */
function withSubject(scope: Scope, lead: readonly Block[], markdown: Markdown): Scope {
  if (scope.medicines.length > 0) return scope;
  const [first, ...others] = lead.flatMap((block) => mentionsOf(markdown, block));
  const subject = others.every(({ medicine }) => medicine === first?.medicine) ? first : undefined;
  if (!first || isAt(subject, scope.subject)) return scope;
  const before = lastSubjected.get(scope);
  if (before && isAt(before.subject, subject)) return before;
  const fresh = { ...scope, subject };
  lastSubjected.set(scope, fresh);
  return fresh;
}

/** The same object for as long as nothing is another. */
const lastSubjected = new WeakMap<Scope, Scope>();
const isAt = (a: MedicineMention | undefined, b: MedicineMention | undefined) =>
  a?.medicine === b?.medicine && a?.start === b?.start && a?.end === b?.end;
