// Time as what waits for it sees it, so that tests can move it. Never the time of day: that can jump.

export interface Clock {
  readonly now: () => number;
  /** Calls back once after `ms`; the result cancels that. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
