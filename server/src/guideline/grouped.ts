// Things by what they have in common, in their order. It must not know what they are.

import { steadyLists } from "../text/memory.ts";

/** By each of their names; a list that did not change is the same as before, as long as `about` is the same. */
export function groupedSteadily<Value extends object>(
  namesOf: (value: Value) => readonly string[],
): (values: Iterable<Value>, about?: string) => ReadonlyMap<string, readonly Value[]> {
  const steady = steadyLists<Value>();
  return (values, about = "") => {
    const groups = new Map<string, readonly Value[]>();
    for (const value of values) {
      for (const name of namesOf(value)) {
        const group = groups.get(name) as Value[] | undefined;
        if (group) group.push(value);
        else groups.set(name, [value]);
      }
    }
    for (const [name, group] of groups) groups.set(name, steady(`${about} ${name}`, group));
    return groups;
  };
}

export function grouped<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
