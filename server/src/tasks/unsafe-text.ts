// What a model's free text must never bring in: doses and citations. It must not know which task asks.

const dose =
  /\d[\d.,·\s]*(?:-|–|to\s)?\s*[\d.,·]*\s*(?:mg|mcg|µg|μg|micrograms?|milligrams?|grams?|g|ml|millilitres?|litres?|l|iu|u|units?|mmol|meq|mu|drops|tablets?|capsules?|puffs?|%)(?![a-z])|\b\d+[\s-]*(?:hourly|times (?:a|per) day|\/kg)|\bevery \d+ ?h|\b(?:one|two|three|four|five|six|half an?) (?:tablets?|capsules?|puffs?|drops|ampoules?|vials?)\b/i;
const citation = /\bdoi\b|https?:|www\.|\bet al\b|\bPMID\b|\[\d+\]|\((?:19|20)\d\d[a-z]?\)/i;

export function containsDose(text: string): boolean {
  return dose.test(text);
}

export function containsCitation(text: string): boolean {
  return citation.test(text);
}
