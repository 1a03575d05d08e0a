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
