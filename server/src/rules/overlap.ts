// What two sets of words, medicines or conditions have in common. It must not know what is compared.

export function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
  return [...a].filter((one) => b.has(one));
}

/** "diabetes" is also meant by "type-2-diabetes". */
export function commonConditions(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((one) =>
    [...b].some((other) => one === other || one.endsWith(`-${other}`) || other.endsWith(`-${one}`)),
  ).length;
}

export const sameSet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => a.size === b.size && subset(a, b);

export function subset<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return [...a].every((one) => b.has(one));
}
