// Figures that are set high by a character of their own: ¹², ⁴. It must not know what they stand for.

const high = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Of such figures, as they are otherwise written; of nothing, nothing. */
export function plainDigits(raised: string | undefined): string | undefined {
  return raised?.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(high.indexOf(digit)));
}
