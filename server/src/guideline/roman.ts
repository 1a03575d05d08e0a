// Roman numbers as they number steps and annexes. It must not know what is numbered.

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Undefined for what is none. */
export function romanNumber(written: string): number | undefined {
  const text = written.toLowerCase();
  if (!/^(?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === "") return undefined;
  let total = 0;
  for (const [i, letter] of [...text].entries()) {
    const value = values[letter] ?? 0;
    total += value < (values[text[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return total;
}
