// What all other documents say of one thing, by its name: kept from one check to the next, so that only what a
// changed document says is gathered again. It must not know what it gathers.

import { oncePer } from "../text/memory.ts";
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
    const now = last;
    return (name) => now.of(name);
  };
}

const states = new WeakMap<readonly unknown[], object>();

/** An object that is the same as long as the values of a gathered list are, whatever else their documents say. */
export function stateOf(list: readonly Gathered<unknown>[]): object {
  const state = states.get(list) ?? {};
  states.set(list, state);
  return state;
}

const nothing: readonly never[] = [];

class Collection<V> {
  readonly #sayOf: Say<V>;
  readonly #lists = new Map<string, readonly Gathered<V>[]>();
  /** What is asked for. */
  neighbours: readonly Neighbour[] = [];
  /** All that are held, in their order: also the one that asked before, which will be asked for by the next. */
  #held: Neighbour[] = [];
  #spare: Neighbour | undefined;
  #without = new WeakMap<readonly Gathered<V>[], readonly Gathered<V>[]>();

  constructor(sayOf: Say<V>, neighbours: readonly Neighbour[]) {
    this.#sayOf = sayOf;
    this.neighbours = neighbours;
    this.#held = [...neighbours];
    const lists = new Map<string, Gathered<V>[]>();
    for (const neighbour of neighbours) {
      for (const [name, value] of sayOf(neighbour)) {
        const list = lists.get(name);
        if (list) list.push({ neighbour, value });
        else lists.set(name, [{ neighbour, value }]);
      }
    }
    this.#lists = lists;
  }

  of(name: string): readonly Gathered<V>[] {
    const list = this.#lists.get(name) ?? nothing;
    const spare = this.#spare;
    if (!spare || !this.#sayOf(spare).has(name)) return list;
    const known = this.#without.get(list);
    if (known) return known;
    const rest = list.filter(({ neighbour }) => neighbour !== spare);
    this.#without.set(list, rest);
    states.set(rest, stateOf(list));
    return rest;
  }

  /** Whether it could be made to hold these documents instead. */
  follow(neighbours: readonly Neighbour[]): boolean {
    const wanted = placesOf(neighbours);
    const held = new Set(this.#held);
    const come = neighbours.filter((one) => !held.has(one));
    const gone = this.#held.filter((one) => !wanted.has(one));
    if (come.length + gone.length > mostChanged * neighbours.length) return false;
    for (const fresh of come) {
      const old = gone.find(({ uri }) => uri === fresh.uri);
      if (old) this.#replace(old, fresh);
      else this.#insert(fresh, neighbours[(wanted.get(fresh) ?? 0) + 1]);
    }
    const left = this.#held.filter((one) => !wanted.has(one));
    for (const one of left.slice(1)) this.#remove(one);
    if (this.#spare !== left[0]) this.#without = new WeakMap();
    this.#spare = left[0];
    this.neighbours = neighbours;
    const now = this.#held.filter((one) => one !== this.#spare);
    return now.length === neighbours.length && now.every((one, i) => one === neighbours[i]);
  }

  /** A document's next state, in the same place. */
  #replace(old: Neighbour, fresh: Neighbour): void {
    const [before, now] = [this.#sayOf(old), this.#sayOf(fresh)];
    this.#held[this.#held.indexOf(old)] = fresh;
    for (const name of before.keys()) if (!now.has(name)) this.#takeOut(old, name);
    for (const [name, value] of now) {
      if (!before.has(name)) {
        this.#putIn(fresh, name, value);
        continue;
      }
      const list = this.#lists.get(name) ?? nothing;
      const next = list.map((one) => (one.neighbour === old ? { neighbour: fresh, value } : one));
      if (before.get(name) === value) states.set(next, stateOf(list));
      this.#lists.set(name, next);
    }
  }

  #remove(neighbour: Neighbour): void {
    this.#held = this.#held.filter((one) => one !== neighbour);
    for (const name of this.#sayOf(neighbour).keys()) this.#takeOut(neighbour, name);
  }

  #insert(neighbour: Neighbour, next: Neighbour | undefined): void {
    const at = next ? this.#held.indexOf(next) : -1;
    this.#held.splice(at < 0 ? this.#held.length : at, 0, neighbour);
    for (const [name, value] of this.#sayOf(neighbour)) this.#putIn(neighbour, name, value);
  }

  #takeOut(neighbour: Neighbour, name: string): void {
    const rest = (this.#lists.get(name) ?? nothing).filter((one) => one.neighbour !== neighbour);
    if (rest.length > 0) this.#lists.set(name, rest);
    else this.#lists.delete(name);
  }

  #putIn(neighbour: Neighbour, name: string, value: V): void {
    const place = this.#held.indexOf(neighbour);
    const list = this.#lists.get(name) ?? nothing;
    const next = list.findIndex((one) => this.#held.indexOf(one.neighbour) > place);
    this.#lists.set(name, list.toSpliced(next < 0 ? list.length : next, 0, { neighbour, value }));
  }
}

const placesOf = oncePer(
  (neighbours: readonly Neighbour[]): ReadonlyMap<Neighbour, number> =>
    new Map(neighbours.map((one, i) => [one, i])),
);
