// How long a server asks to be left alone. Its dates are read by its own clock: ours may be wrong, or jump. It must
// not know what was asked for.

export function retryAfterMs(retryAfter: string | null | undefined, date: string | null | undefined) {
  const said = retryAfter?.trim();
  if (!said) return undefined;
  const ms = /^\d+(?:\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.parse(date ?? "");
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
