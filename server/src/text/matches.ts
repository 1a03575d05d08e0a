// All matches of an expression in a text. `matchAll` makes a copy of the expression each time, which costs more than
// most texts do.

const none: readonly RegExpExecArray[] = [];

/** As `matchAll`, all at once. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`Not global: ${pattern}`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex = behind(text, match.index, pattern);
  }
  return found;
}

/** Half a character is no place to go on from, where an expression reads whole ones. */
function behind(text: string, at: number, { unicode }: RegExp): number {
  return at + (unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
