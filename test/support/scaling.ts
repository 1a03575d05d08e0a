// How the work on a text grows with its length, without a clock's absolute word: the processor time for four times the
// text over that for the text, in one run. Linear work gives about 4, quadratic work about 16.

const rounds = 8;
const clearlyLinear = 6;
/** What is shorter is told by the clock's steps and by the collector's turns, and not by the work. */
const measurableMs = 10;

/** The smallest ratio of some rounds: collecting garbage can only make a round look worse. */
export function growth(work: (size: number) => void, size: number): number {
  work(size); // warm
  let smallest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && smallest > clearlyLinear; round++) {
    const small = timeOf(() => work(size));
    smallest = Math.min(smallest, timeOf(() => work(size * 4)) / small);
  }
  return smallest;
}

/** Processor time of one of as many turns as can be measured; work that takes hardly any has not grown. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  let turns = 0;
  for (;;) {
    work();
    turns++;
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= measurableMs || turns === measurableMs * 10) return Math.max(0.5, spent / turns);
  }
}
