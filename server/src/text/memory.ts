// Remembers what was worked out of a text or an object, so that after a key stroke only what changed is worked
// out again. Bounded: texts that were not asked for in the last two generations are forgotten. It must not know
// what it keeps.

/** Characters of text that a generation may hold before the next one begins: what someone types is new at every key. */
const leastSize = 200_000;
/** Where nobody types there is no end of new texts to fear. */
const sizeOfProgram = 2_000_000;
let longest = 0;

/** A text is read as a whole: what is worked out of it is remembered until it was. */
export function readsWhole(text: string): void {
  if (!aside) longest = Math.max(longest, text.length);
}

const usualSize = () => (textsStay ? sizeOfProgram : Math.max(leastSize, 2 * longest));

interface Entry<T> {
  /** A part of a text keeps all of the text in memory: what is remembered has characters of its own. */
  readonly own: string;
  readonly result: T;
}

/** What is going on while memories are set aside. */
let aside: object | undefined;

/** Work on a text that nobody types into: what is remembered on the way is forgotten with the next such work. */
export function setAside<T>(work: () => T): T {
  const before = aside;
  aside = {};
  try {
    return work();
  } finally {
    aside = before;
  }
}

export function isAside(): boolean {
  return aside !== undefined;
}

let textsStay = false;

/** All texts live as long as the program: what is remembered of a part of one needs no characters of its own. */
export function keepTexts(): void {
  textsStay = true;
}

/** How often everything was forgotten. */
let forgotten = 0;

/** Everything is worked out afresh: to compare what is remembered with what is not. */
export function forgetTexts(): void {
  forgotten++;
}

/** What texts are read with beside themselves; undefined is the usual. */
let readingWith: object | undefined;

/** Work on texts that are read with something else: what is remembered on the way is remembered for that alone. */
export function readWith<T>(what: object | undefined, work: () => T): T {
  const before = readingWith;
  readingWith = what;
  try {
    return work();
  } finally {
    readingWith = before;
  }
}

export function whatIsReadWith(): object | undefined {
  return readingWith;
}

/** What is worked out once for whatever texts are read with. */
export function perReading<T>(work: () => T): () => T {
  let usual: { readonly result: T } | undefined;
  const others = oncePer((_with: object) => work());
  return () => {
    if (readingWith) return others(readingWith);
    usual ??= { result: work() };
    return usual.result;
  };
}

interface Remembering {
  readonly size?: number;
  /**
   * Whether parts of a text must have characters of their own in any case: of a text with a “≤” each character takes
   * two bytes, and expressions read them slowly.
   */
  readonly copied?: boolean;
  /** Also while memories are set aside: for what is small and comes again in other texts. */
  readonly everywhere?: boolean;
}

/** The same function of a text, with a memory. Its results must never be changed. */
export function remembered<T>(work: (text: string) => T, how: Remembering = {}): (text: string) => T {
  const recall = perReading(() => memoryOf(work, how));
  return (text) => recall()(text);
}

function memoryOf<T>(
  work: (text: string) => T,
  { size, copied = false, everywhere = false }: Remembering,
): (text: string) => T {
  let young = new Map<string, Entry<T>>();
  let old = new Map<string, Entry<T>>();
  let held = 0;
  let passing: { readonly of: object; readonly entries: Map<string, Entry<T>> } | undefined;
  let since = forgotten;
  const forget = () => {
    young = new Map();
    old = new Map();
    held = 0;
    since = forgotten;
  };
  const fresh = (text: string): Entry<T> => {
    const own = textsStay && !copied ? text : (JSON.parse(JSON.stringify(text)) as string);
    return { own, result: work(own) };
  };
  return (text) => {
    if (since !== forgotten) forget();
    const known = young.get(text);
    if (known) return known.result;
    if (aside && !everywhere) {
      if (passing?.of !== aside) passing = { of: aside, entries: new Map() };
      const entry = passing.entries.get(text) ?? old.get(text) ?? fresh(text);
      passing.entries.set(entry.own, entry);
      return entry.result;
    }
    const entry = old.get(text) ?? fresh(text);
    held += text.length;
    if (held > (size ?? usualSize())) {
      old = young;
      young = new Map();
      held = text.length;
    }
    young.set(entry.own, entry);
    return entry.result;
  };
}

/** The same function of two objects, worked out once for as long as both live. */
export function oncePerPair<A extends object, B extends object, T>(
  work: (a: A, b: B) => T,
): (a: A, b: B) => T {
  const withFirst = oncePer((a: A) => oncePer((b: B) => work(a, b)));
  return (a, b) => withFirst(a)(b);
}

/** What is worked out when it is first asked for, read with what it was promised with. */
export function once<T>(work: () => T): () => T {
  let known: { readonly result: T } | undefined;
  const promisedWith = readingWith;
  return () => {
    known ??= { result: readWith(promisedWith, work) };
    return known.result;
  };
}

/** The same function of an object, worked out once for as long as the object lives. */
export function oncePer<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const results = new WeakMap<K, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined || results.has(key)) return known as T;
    const result = work(key);
    results.set(key, result);
    return result;
  };
}

/** What is worked out for an object, until something that it is worked out from is another. */
export function whileFrom<K extends object, T>(): (key: K, from: readonly unknown[], work: () => T) => T {
  const known = new WeakMap<K, { readonly from: readonly unknown[]; readonly result: T }>();
  return (key, from, work) => {
    if (aside) return work();
    const before = known.get(key);
    if (before && isSameList(before.from, from)) return before.result;
    const result = work();
    known.set(key, { from, result });
    return result;
  };
}

const nothing: readonly never[] = Object.freeze([]);

/** A list again, if it has the members of the last of its name that began with the same one. */
export function steadyLists<T extends object>(): (name: string, list: readonly T[]) => readonly T[] {
  const known = new WeakMap<T, Map<string, readonly T[]>>();
  return (name, list) => {
    const [first] = list;
    if (!first) return nothing;
    // Without the room that it was given to grow.
    if (aside) return list.slice();
    const lists = known.get(first) ?? new Map<string, readonly T[]>();
    if (lists.size === 0) known.set(first, lists);
    const before = lists.get(name);
    if (before && isSameList(before, list)) return before;
    lists.set(name, list);
    return list;
  };
}

/**
 * How many members of a list have each word. Of a list that begins like one before only what differs is counted; that
 * one's tally is this one's from now on.
 */
export function tally<M extends object>(
  wordsOf: (member: M) => Iterable<string>,
): (members: readonly M[]) => ReadonlyMap<string, number> {
  const known = new WeakMap<M, { readonly members: readonly M[]; readonly counts: Map<string, number> }>();
  return (members) => {
    const [first] = members;
    const before = first && !aside ? known.get(first) : undefined;
    const { members: last, counts } = before ?? { members: [], counts: new Map<string, number>() };
    const same = last.findIndex((one, i) => one !== members[i]);
    const from = same < 0 ? Math.min(last.length, members.length) : same;
    let behind = 0;
    while (
      behind < Math.min(last.length, members.length) - from &&
      last.at(-1 - behind) === members.at(-1 - behind)
    )
      behind++;
    const count = (list: readonly M[], by: number) => {
      for (const member of list.slice(from, list.length - behind))
        for (const word of wordsOf(member)) {
          const times = (counts.get(word) ?? 0) + by;
          if (times > 0) counts.set(word, times);
          else counts.delete(word);
        }
    };
    count(members, 1);
    count(last, -1);
    if (first && !aside) known.set(first, { members, counts });
    return counts;
  };
}

export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

const originals = new WeakMap<object, object>();

/** A copy that differs from another object only in its place. What nobody types into will not be moved again. */
export function movedFrom<T extends object>(copy: T, from: T): T {
  if (!aside) originals.set(copy, originalOf(from));
  return copy;
}

/** What an object was before it was moved; an object that was never moved itself. */
export function originalOf<T extends object>(one: T): T {
  return (originals.get(one) as T | undefined) ?? one;
}

/**
 * The same function of an object and of what is around it, worked out again only when something around it is other
 * than the last time; what was moved counts as the same. The result must have no places.
 */
export function whileSame<K extends object, A extends object, T>(
  work: (key: K, around: A) => T,
): (key: K, around: A) => T {
  const known = new WeakMap<object, { readonly around: A; readonly result: T }>();
  return (key, around) => {
    const original = originalOf(key);
    const before = known.get(original);
    if (before && isAlike(before.around, around)) return before.result;
    const result = work(key, around);
    known.set(original, { around, result });
    return result;
  };
}

function isAlike<A extends object>(a: A, b: A): boolean {
  for (const name in a) {
    const [one, other]: unknown[] = [a[name], b[name]];
    if (one === other) continue;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
    if (originalOf(one) !== originalOf(other)) return false;
  }
  return true;
}
