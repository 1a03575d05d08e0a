// What a model's free text must never bring in: doses and citations. It must not know which task asks.

const dose =
  /\d[\d.,·\s]*(?:-|–|to\s)?\s*[\d.,·]*\s*(?:mg|mcg|µg|μg|micrograms?|milligrams?|grams?|g|ml|mL|millilitres?|litres?|L|IU|units?|mmol|mEq|MU|drops|tablets?|capsules?|puffs?|%)(?![a-z])|\b\d+\s*(?:hourly|times (?:a|per) day|\/kg)/;
const citation = /\bdoi\b|https?:|www\.|\bet al\b|\bPMID\b|\[\d+\]|\((?:19|20)\d\d[a-z]?\)/i;

export function containsDose(text: string): boolean {
  return dose.test(text);
}

export function containsCitation(text: string): boolean {
  return citation.test(text);
}
