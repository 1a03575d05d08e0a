// How far two words are apart in spelling, and which of a few names a misspelt one means. It must know nothing
// else.

/** Optimal string alignment; anything above `most` is `most + 1`. */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let nearest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
      if (least < nearest) nearest = least;
    }
    if (nearest > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** The name that was meant; undefined where none is near or two are equally near. */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  let best = Math.min(3, Math.ceil(word.length / 3));
  let found: string[] = [];
  for (const name of new Set(names)) {
    const distance = distanceOf(word.toLowerCase(), name.toLowerCase(), best);
    if (distance > best) continue;
    found = distance === best ? [...found, name] : [name];
    best = distance;
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The same as the end of a message: “ Did you mean “dose-conflict”?”, or nothing. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const meant = nearestName(word, names);
  return meant === undefined ? "" : ` Did you mean “${meant}”?`;
}
