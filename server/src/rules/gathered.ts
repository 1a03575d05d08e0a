// What all other documents say of one thing, by its name: kept from one check to the next, so that only what a
// changed document says is gathered again. It must not know what it gathers.

import { readLike } from "../guideline/guideline.ts";
import { oncePerPair } from "../text/memory.ts";
import type { Neighbour } from "./rule.ts";

export interface Gathered<V> {
  readonly neighbour: Neighbour;
  readonly value: V;
}

/** A document, whichever of its states it is in. */
interface Place {
  now: Neighbour;
}

class Entry<V> implements Gathered<V> {
  readonly place: Place;
  readonly value: V;

  constructor(place: Place, value: V) {
    this.place = place;
    this.value = value;
  }

  get neighbour(): Neighbour {
    return this.place.now;
  }
}

/** In the documents' order. A list stays the same object as long as none of its values changes. */
export type Gather<V> = (neighbours: readonly Neighbour[]) => Elsewhere<V>;

/** The same for one who asks for as long as all that it says is. */
export type Elsewhere<V> = (name: string) => readonly Gathered<V>[];

/** When more than this share of the documents are others than before, all are gathered anew. */
const mostChanged = 0.25;

type Say<V> = (neighbour: Neighbour) => ReadonlyMap<string, V>;

const all: Say<unknown>[] = [];

/** What will be gathered of a document, worked out before anybody waits for it. */
export function sayAhead(neighbour: Neighbour): void {
  readLike(neighbour.guideline, () => {
    for (const sayOf of all) {
      try {
        sayOf(neighbour);
      } catch {
        // The rule that gathers it will fail, too, and that is reported.
      }
    }
  });
}

/** `sayOf` must give the same map for the same document. */
export function gathering<V>(sayOf: Say<V>): Gather<V> {
  all.push(sayOf);
  let last = new Collection(sayOf, []);
  return (neighbours) => {
    if (last.neighbours !== neighbours && !last.follow(neighbours)) last = new Collection(sayOf, neighbours);
    return last.elsewhere();
  };
}

const nothing: readonly never[] = [];

class Collection<V> {
  readonly #sayOf: Say<V>;
  readonly #lists = new Map<string, readonly Entry<V>[]>();
  /** What is asked for. */
  neighbours: readonly Neighbour[] = [];
  /** All that are held, in their order: also the one that asked before, which will be asked for by the next. */
  #held: Place[] = [];
  readonly #places = new Map<Neighbour, Place>();
  #spare: Place | undefined;
  #spareSays: ReadonlyMap<string, V> | undefined;
  /** What those that asked were given, since a list was last another. */
  readonly #given = new Map<Place | undefined, Elsewhere<V>>();
  /** Lists as each of those that asked sees them: who asks again is given the same. */
  readonly #without = new WeakMap<readonly Entry<V>[], Map<Place, readonly Entry<V>[]>>();

  constructor(sayOf: Say<V>, neighbours: readonly Neighbour[]) {
    this.#sayOf = sayOf;
    this.neighbours = neighbours;
    const lists = new Map<string, Entry<V>[]>();
    for (const now of neighbours) {
      const place = { now };
      this.#held.push(place);
      this.#places.set(now, place);
      for (const [name, value] of sayOf(now)) {
        const list = lists.get(name);
        if (list) list.push(new Entry(place, value));
        else lists.set(name, [new Entry(place, value)]);
      }
    }
    this.#lists = lists;
  }

  elsewhere(): Elsewhere<V> {
    const [spare, says] = [this.#spare, this.#spareSays];
    const known = this.#given.get(spare);
    if (known) return known;
    const fresh: Elsewhere<V> = (name) => this.#of(name, spare, says);
    this.#given.set(spare, fresh);
    return fresh;
  }

  #of(name: string, spare: Place | undefined, says: ReadonlyMap<string, V> | undefined) {
    const list = this.#lists.get(name) ?? nothing;
    if (!spare || !says?.has(name)) return list;
    const views = this.#without.get(list) ?? new Map<Place, readonly Entry<V>[]>();
    if (views.size === 0) this.#without.set(list, views);
    const known = views.get(spare);
    if (known) return known;
    const rest = list.filter(({ place }) => place !== spare);
    views.set(spare, rest);
    return rest;
  }

  /** Whether it could be made to hold these documents instead. */
  follow(neighbours: readonly Neighbour[]): boolean {
    const { come, gone, isInOrder, isSorted } = changeOf(this.neighbours, neighbours);
    if (!isInOrder || come.length + gone.length > mostChanged * neighbours.length) return false;
    const free = gone.flatMap((one) => this.#places.get(one) ?? []);
    if (this.#spare) free.push(this.#spare);
    for (const fresh of come) {
      if (this.#places.has(fresh)) continue;
      const place = free.find(({ now }) => now.uri === fresh.uri);
      if (place) this.#replace(place, fresh);
      else this.#insert({ now: fresh }, neighbours[neighbours.indexOf(fresh) + 1]);
    }
    const wanted = new Set(come);
    const left = free.filter(({ now }) => !wanted.has(now));
    for (const place of left.slice(1)) this.#remove(place);
    this.#spare = left[0];
    this.#spareSays = left[0] && this.#sayOf(left[0].now);
    this.neighbours = neighbours;
    // What is replaced by its next state, or put before its successor, is where its address belongs.
    return isSorted || come.every((one) => this.#isBehind(one, neighbours[neighbours.indexOf(one) - 1]));
  }

  /** Whether a document stands next behind another one, or first. */
  #isBehind(one: Neighbour, before: Neighbour | undefined): boolean {
    const at = this.#held.findIndex(({ now }) => now === one);
    const last = this.#held[at - 1] === this.#spare ? this.#held[at - 2] : this.#held[at - 1];
    return at >= 0 && last?.now === before;
  }

  /** A document's next state: a list of which it says the same as before stays as it is. */
  #replace(place: Place, fresh: Neighbour): void {
    const [before, now] = [this.#sayOf(place.now), this.#sayOf(fresh)];
    this.#places.delete(place.now);
    this.#places.set(fresh, place);
    place.now = fresh;
    if (before === now) return;
    for (const name of before.keys()) if (!now.has(name)) this.#takeOut(place, name);
    for (const [name, value] of now) {
      if (!before.has(name)) this.#putIn(place, name, value);
      else if (before.get(name) !== value) {
        const list = this.#lists.get(name) ?? nothing;
        const next = list.map((one) => (one.place === place ? new Entry(place, value) : one));
        this.#put(name, next);
      }
    }
  }

  #remove(place: Place): void {
    this.#held = this.#held.filter((one) => one !== place);
    this.#places.delete(place.now);
    this.#given.delete(place);
    for (const name of this.#sayOf(place.now).keys()) this.#takeOut(place, name);
  }

  #insert(place: Place, next: Neighbour | undefined): void {
    const at = this.#held.findIndex(({ now }) => now === next);
    this.#held.splice(at < 0 ? this.#held.length : at, 0, place);
    this.#places.set(place.now, place);
    for (const [name, value] of this.#sayOf(place.now)) this.#putIn(place, name, value);
  }

  #takeOut(place: Place, name: string): void {
    this.#put(
      name,
      (this.#lists.get(name) ?? nothing).filter((one) => one.place !== place),
    );
  }

  #putIn(place: Place, name: string, value: V): void {
    const at = this.#held.indexOf(place);
    const list = this.#lists.get(name) ?? nothing;
    const next = list.findIndex((one) => this.#held.indexOf(one.place) > at);
    this.#put(name, list.toSpliced(next < 0 ? list.length : next, 0, new Entry(place, value)));
  }

  #put(name: string, list: readonly Entry<V>[]): void {
    if (list.length > 0) this.#lists.set(name, list);
    else this.#lists.delete(name);
    this.#given.clear();
  }
}

interface Change {
  readonly come: readonly Neighbour[];
  readonly gone: readonly Neighbour[];
  readonly isInOrder: boolean;
  /** Both lists are in the order of their addresses. */
  readonly isSorted: boolean;
}

/** What comes and goes from one list to another, and whether all that stays keeps its order: once for all who follow. */
const changeOf = oncePerPair((before: readonly Neighbour[], now: readonly Neighbour[]): Change => {
  const length = Math.min(before.length, now.length);
  let [from, behind] = [0, 0];
  while (from < length && before[from] === now[from]) from++;
  while (behind < length - from && before.at(-1 - behind) === now.at(-1 - behind)) behind++;
  if (!sorted.has(before) && !isSorted(before)) return changed(before, now);
  // Beside what changed, one list is as sorted as the other.
  if (!isSorted(now.slice(Math.max(0, from - 1), now.length - Math.max(0, behind - 1))))
    return changed(before, now);
  sorted.add(now);
  return changedInPlace(before.slice(from, before.length - behind), now.slice(from, now.length - behind));
});
const sorted = new WeakSet<readonly Neighbour[]>();

const isSorted = (all: readonly Neighbour[]): boolean =>
  all.every(({ uri }, i) => i === 0 || (all[i - 1]?.uri ?? "") < uri);

/** Of documents in the order of their addresses: nothing needs to be looked up. */
function changedInPlace(before: readonly Neighbour[], now: readonly Neighbour[]): Change {
  const [come, gone]: [Neighbour[], Neighbour[]] = [[], []];
  for (let i = 0, j = 0; i < before.length || j < now.length; ) {
    const [old, fresh] = [before[i], now[j]];
    if (old === fresh) {
      i++;
      j++;
      continue;
    }
    const [goes, comes] = [old && (!fresh || old.uri <= fresh.uri), fresh && (!old || fresh.uri <= old.uri)];
    if (old && goes) i++;
    if (fresh && comes) j++;
    if (old && goes) gone.push(old);
    if (fresh && comes) come.push(fresh);
  }
  return { come, gone, isInOrder: true, isSorted: true };
}

function changed(before: readonly Neighbour[], now: readonly Neighbour[]): Change {
  const [had, has] = [new Set(before), new Set(now)];
  const come = now.filter((one) => !had.has(one));
  const gone = before.filter((one) => !has.has(one));
  const stay = before.filter((one) => has.has(one));
  const isInOrder = now.filter((one) => had.has(one)).every((one, i) => one === stay[i]);
  return { come, gone, isInOrder, isSorted: false };
}
