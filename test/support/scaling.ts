// How the work on a text grows with its length, without a clock's absolute word: the processor time for four times the
// text over that for the text, in one run. Linear work gives about 4, quadratic work about 16.

const rounds = 4;
const clearlyLinear = 6;

/** The smallest ratio of some rounds: collecting garbage can only make a round look worse. */
export function growth(work: (size: number) => void, size: number): number {
  work(size); // warm
  let smallest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && smallest > clearlyLinear; round++) {
    const small = Math.min(
      timeOf(() => work(size)),
      timeOf(() => work(size)),
    );
    smallest = Math.min(smallest, timeOf(() => work(size * 4)) / small);
  }
  return smallest;
}

/** A work that takes no measurable time has not grown. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return Math.max(0.5, (user + system) / 1000);
}
