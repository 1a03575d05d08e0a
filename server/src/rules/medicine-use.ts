// For what a medicine is given in the documents that are compared, by each route: where that is one thing, an order that
// leaves it out is for that. It must not know doses.

import { isFormOf } from "../guideline/indication.ts";
import type { Order } from "../guideline/order.ts";
import { isInGroup } from "../lexicon/conditions.ts";

type For = Pick<Order["indication"], "conditions" | "topic">;

export interface Use extends For {
  readonly routes: Order["routes"];
  /** The same for what is used alike. */
  readonly key: string;
}

export function useOf({ routes, indication: { conditions, topic } }: Order): Use {
  return { conditions, topic, routes, key: `${routes.join("/")}: ${[...conditions, ...topic].join(" ")}` };
}

export function distinctUses(uses: readonly Use[]): readonly Use[] {
  const byKey = new Map(uses.map((use) => [use.key, use]));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
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

/** By the routes that two orders say, for all that the documents tell. */
export function hasOneUse(uses: readonly Use[], { routes: a }: Order, { routes: b }: Order): boolean {
  const said = [...a, ...b];
  const alike = uses.filter(
    ({ routes }) => said.length === 0 || routes.length === 0 || routes.some((one) => said.includes(one)),
  );
  const [first] = alike;
  return first !== undefined && alike.every((one) => alike.every((other) => isSameFamily(one, other)));
}
