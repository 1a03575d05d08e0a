// Loaded into a process before all else: from then on the time of day is another one, years off, whenever somebody
// looks. What waits, measures or counts must not care. It must not know whose clock it is.

const real = Date.now;
const years = 365 * 86_400_000;
let looks = 0;
/** Forwards and backwards, never twice the same. */
const now = () => real() + Math.round(20 * years * Math.sin(++looks));

globalThis.Date = new Proxy(Date, {
  construct: (date, given) => (given.length > 0 ? Reflect.construct(date, given) : new date(now())),
  get: (date, name) => (name === "now" ? now : Reflect.get(date, name)),
});
