// Strengths that are joined by commas behind the letters of a combination: "RH 60,30", "RHZE – 150,75,400,275 mg". They
// are no decimals and no thousands.

const list = /^\d{2,3}(?:,\d{2,3})+(?![\d.,])/;
const code = /(?<!\p{L})(\p{Lu}{2,6})[*†]? *[–—:(-]? *$/u;
const route = /^(?:IV|IM|SC|PO|IO|PR|SL|KG|MG|ML|IU)$/;

/** As many strengths as the combination has letters. */
export function isStrengthList(text: string, at: number): boolean {
  const [strengths] = list.exec(text.slice(at, at + 40)) ?? [];
  const [, letters = ""] = code.exec(text.slice(Math.max(0, at - 16), at)) ?? [];
  return strengths !== undefined && strengths.split(",").length === letters.length && !route.test(letters);
}
