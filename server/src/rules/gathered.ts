// What all other documents say of one thing, by its name: kept from one check to the next, so that only what a
// changed document says is gathered again. It must not know what it gathers.

import type { Neighbour } from "./rule.ts";

export interface Gathered<V> {
  readonly neighbour: Neighbour;
  readonly value: V;
}

/** In the documents' order. A list stays the same object as long as nothing in it changes. */
export type Gather<V> = (neighbours: readonly Neighbour[]) => (name: string) => readonly Gathered<V>[];

/** When more than this share of the documents are others than before, all are gathered anew. */
const mostChanged = 0.25;

type Say<V> = (neighbour: Neighbour) => ReadonlyMap<string, V>;

/** `sayOf` must give the same map for the same document. */
export function gathering<V>(sayOf: Say<V>): Gather<V> {
  let last = new Collection(sayOf, []);
  return (neighbours) => {
    if (last.neighbours !== neighbours && !last.follow(neighbours)) last = new Collection(sayOf, neighbours);
    const { lists } = last;
    return (name) => lists.get(name) ?? [];
  };
}

class Collection<V> {
  readonly #sayOf: Say<V>;
  readonly lists = new Map<string, readonly Gathered<V>[]>();
  neighbours: readonly Neighbour[];
  #places: ReadonlyMap<Neighbour, number>;

  constructor(sayOf: Say<V>, neighbours: readonly Neighbour[]) {
    this.#sayOf = sayOf;
    this.neighbours = neighbours;
    this.#places = placesOf(neighbours);
    const lists = new Map<string, Gathered<V>[]>();
    for (const neighbour of neighbours) {
      for (const [name, value] of sayOf(neighbour)) {
        const list = lists.get(name);
        if (list) list.push({ neighbour, value });
        else lists.set(name, [{ neighbour, value }]);
      }
    }
    this.lists = lists;
  }

  /** Whether it could be made to hold these documents instead. */
  follow(neighbours: readonly Neighbour[]): boolean {
    const places = placesOf(neighbours);
    const gone = this.neighbours.filter((one) => !places.has(one));
    const come = neighbours.filter((one) => !this.#places.has(one));
    if (gone.length + come.length > mostChanged * neighbours.length) return false;
    const kept = this.neighbours.flatMap((one) => places.get(one) ?? []);
    if (kept.some((place, i) => i > 0 && place < (kept[i - 1] ?? 0))) return false;
    for (const neighbour of gone) this.#remove(neighbour);
    this.neighbours = neighbours;
    this.#places = places;
    for (const neighbour of come) this.#insert(neighbour);
    return true;
  }

  #remove(neighbour: Neighbour): void {
    for (const name of this.#sayOf(neighbour).keys()) {
      const rest = (this.lists.get(name) ?? []).filter((one) => one.neighbour !== neighbour);
      if (rest.length > 0) this.lists.set(name, rest);
      else this.lists.delete(name);
    }
  }

  #insert(neighbour: Neighbour): void {
    const place = this.#places.get(neighbour) ?? 0;
    for (const [name, value] of this.#sayOf(neighbour)) {
      const list = this.lists.get(name) ?? [];
      const next = list.findIndex((one) => (this.#places.get(one.neighbour) ?? 0) > place);
      this.lists.set(name, list.toSpliced(next < 0 ? list.length : next, 0, { neighbour, value }));
    }
  }
}

function placesOf(neighbours: readonly Neighbour[]): ReadonlyMap<Neighbour, number> {
  return new Map(neighbours.map((one, i) => [one, i]));
}
