// What stands around a place in a text: the rest of its line, and of its clause: up to a
// full stop or semicolon. It must know nothing else.

/** At most so many characters; likewise below. */
export function lineBefore(text: string, at: number, most = at): string {
  const before = text.slice(Math.max(0, at - most), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

export function lineBehind(text: string, at: number, most = text.length): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + most));
}

export function clauseBefore(text: string, at: number, most = at): string {
  return (
    text
      .slice(Math.max(0, at - most), at)
      .split(/[.;]\s/)
      .at(-1) ?? ""
  );
}

export function clauseBehind(text: string, at: number, most = text.length): string {
  return text.slice(at, at + most).split(/[.;]\s/, 1)[0] ?? "";
}

/** The line that a block stands right below; an expression that looks back from each place in turn takes ten times as long. */
export function lineAbove(text: string, at: number, most = at): string {
  const before = text.slice(Math.max(0, at - most), at);
  const end = before.trimEnd().length;
  return before.includes("\n", end) ? before.slice(before.lastIndexOf("\n", end - 1) + 1, end) : "";
}

/** What stands between the last of some signs and a place; a full stop in a number is none. */
export function sayingBefore(text: string, at: number, most: number, signs: string): string {
  const from = Math.max(0, at - most);
  let start = at;
  while (start > from) {
    const sign = text[start - 1] ?? "";
    if (signs.includes(sign) && !(sign === "." && start < at && /\d/.test(text[start] ?? ""))) break;
    start--;
  }
  return text.slice(start, at);
}
