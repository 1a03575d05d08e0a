// Of a document's many parts few give a rule anything to tell. Which ones do is remembered for as long as all that
// the rule reads is the same, wherever it stands, and only those are looked at again. It must not know rules.

import { remembered } from "../text/memory.ts";

/** Goes through the parts of one kind; `key` stands for all that the findings follow from. */
export type Tell = <P, F>(
  key: string,
  partsOf: () => readonly P[],
  findIn: (part: P) => Iterable<F>,
) => Generator<F>;

export function tellingParts(): Tell {
  const known = remembered((_key: string): { places: readonly number[] | undefined } => ({
    places: undefined,
  }));
  return function* (key, partsOf, findIn) {
    const memory = known(key);
    if (memory.places?.length === 0) return;
    const parts = partsOf();
    if (memory.places) {
      for (const at of memory.places) {
        const part = parts[at];
        if (part !== undefined) yield* findIn(part);
      }
      return;
    }
    const places: number[] = [];
    for (const [at, part] of parts.entries()) {
      const found = [...findIn(part)];
      if (found.length > 0) places.push(at);
      yield* found;
    }
    memory.places = places;
  };
}

/** Those of a document's parts that a test picks; each part's key stands for all that the test reads. */
export function picking<P>(
  test: (part: P) => boolean,
): (keys: readonly (string | undefined)[], partsOf: () => readonly P[]) => P[] {
  const known = remembered((_key: string): { picked: boolean | undefined } => ({ picked: undefined }));
  return (keys, partsOf) =>
    keys.flatMap((key, at) => {
      const memory = key === undefined ? undefined : known(key);
      if (!memory || memory.picked === false) return [];
      const part = partsOf()[at];
      if (part === undefined) return [];
      memory.picked ??= test(part);
      return memory.picked ? [part] : [];
    });
}
