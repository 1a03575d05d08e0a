// For what a medicine is given in the documents that are compared, by each route: where that is one thing, an order that
// leaves it out is for that. It must not know doses.

import { isFormOf } from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { isInGroup } from "../lexicon/conditions.ts";
import { oncePer } from "../text/memory.ts";

type For = Pick<Order["indication"], "conditions" | "topic">;

export interface Use extends For {
  readonly routes: Order["routes"];
  /** The same for what is used alike. */
  readonly key: string;
}

export function useOf({ routes, indication: { conditions, topic } }: Order): Use {
  return { conditions, topic, routes, key: `${routes.join("/")}: ${[...conditions, ...topic].join(" ")}` };
}

/** Each document's, documents that say the same only once. */
export function distinctUses(documents: readonly (readonly Use[])[]): readonly DocumentUses[] {
  const byKey = new Map<string, DocumentUses>();
  for (const uses of documents) {
    const key = [...new Set(uses.map((use) => use.key))].sort().join(", ");
    byKey.set(key, { key, uses });
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

export interface DocumentUses {
  readonly key: string;
  readonly uses: readonly Use[];
}

/** "Poisoning" and "organophosphate poisoning": what the one says in general the other says in particular. */
export function isSameFamily(a: For, b: For): boolean {
  if (a.topic.join() !== b.topic.join()) return false;
  const within = (one: string, other: string) =>
    one === other || isFormOf(one, other) || isInGroup(one, other);
  const all = (some: For, others: For) =>
    some.conditions.length > 0 &&
    some.conditions.every((one) => others.conditions.some((other) => within(one, other)));
  return a.conditions.join() === b.conditions.join() || all(a, b) || all(b, a);
}

/** By the routes that two orders say, for all that the documents tell; what one document names apart are two uses. */
export function hasOneUse(
  documents: readonly DocumentUses[],
  { routes: a }: Order,
  { routes: b }: Order,
): boolean {
  const said = [...new Set([...a, ...b])].sort();
  const known = byRoutes(documents);
  const key = said.join();
  const verdict = known.get(key) ?? isOneUse(documents, said);
  known.set(key, verdict);
  return verdict;
}

/** Asked for each pair of orders of a medicine. */
const byRoutes = oncePer((_documents: readonly DocumentUses[]) => new Map<string, boolean>());

function isOneUse(documents: readonly DocumentUses[], said: Order["routes"]): boolean {
  const each = documents.map(({ uses }) =>
    uses.filter(
      ({ routes }) => said.length === 0 || routes.length === 0 || routes.some((one) => said.includes(one)),
    ),
  );
  const firsts = each.flatMap(([first]) => first ?? []);
  return (
    firsts.length > 0 &&
    each.every((uses) => uses.every((use) => isSame(use, uses[0]))) &&
    firsts.every((one) => firsts.every((other) => isSameFamily(one, other)))
  );
}

const isSame = (a: For, b: For | undefined) =>
  a.conditions.join() === b?.conditions.join() && a.topic.join() === b.topic.join();
