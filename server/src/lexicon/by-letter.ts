// What is looked up by name, made letter by letter when a name with that letter is first asked for: of thousands of names
// a text has few, and a program that reads one short text would spend most of its time on the others.

export function byLetter<T>(make: (letter: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const letter = name[0] ?? "";
    let known = made.get(letter);
    if (known === undefined) {
      known = make(letter);
      made.set(letter, known);
    }
    return known;
  };
}

export function groupedByLetter<T>(
  values: Iterable<T>,
  nameOf: (value: T) => string,
): (letter: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const letter = nameOf(value)[0] ?? "";
    const group = groups.get(letter);
    if (group) group.push(value);
    else groups.set(letter, [value]);
  }
  return (letter) => groups.get(letter) ?? [];
}
