// How often a server that ended by itself is started again. Pure: it must not know what is started.

const limit = 4;
const period = 3 * 60_000;

export interface Crashes {
  /** Counts one more crash and says whether to start again. */
  another(): boolean;
}

export function countCrashes(now: () => number = () => performance.now()): Crashes {
  let times: number[] = [];
  return {
    another() {
      const time = now();
      times = [...times.filter((earlier) => time - earlier < period), time];
      return times.length <= limit;
    },
  };
}
