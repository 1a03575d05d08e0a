// Numbers between 0 and 1 that look random and are the same for the same seed. It must not know what for.

export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}
