// How the work on a text grows with its length, without a clock's absolute word: the time for four times the
// text over the time for the text, in one run. Linear work gives about 4, quadratic work about 16.

export function growth(work: (size: number) => void, size: number): number {
  work(size); // warm
  return best(() => work(size * 4)) / best(() => work(size));
}

function best(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  // A work that takes no measurable time has not grown.
  return Math.max(0.5, Math.min(...times));
}
