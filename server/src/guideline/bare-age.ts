// Ages without their unit: "people aged 75 and over", "from the age of 65". It must not know bands.

import { itemsOf } from "./scope.ts";
import { type Stretch, stretchesIn } from "./stretch.ts";

/** Behind these a time is no age, and before a weight no promise. */
export const notPatients =
  /\b(?:for|every|each|within|after|in|last|past|per|until|lasting|least|repeat|than|not|maximum|max|except|excluding|unless|(?:fever|cough|pain|diarrhoea|diarrhea|illness|duration|symptoms?|vomiting)(?: +of)?)\s*$/i;

const fromAge =
  /\b(from|over|above|past|under|below|before) +(?:the +)?age(?: +of)? +(\d{1,3})(?![\d.,]*\d)(?! *(?:days?|weeks?|months?|years?|to|and|–|-)\b)/i;

/** "High blood pressure from the age of 65" */
function ageFrom(text: string, offset: number): Stretch | undefined {
  const said = fromAge.exec(text);
  const [, word = "", years] = said ?? [];
  const sign = /^(?:under|below|before)$/i.test(word) ? "<" : "≥";
  const [found] = said ? stretchesIn(`${sign} ${years} years`) : [];
  const place = {
    start: offset + (said?.index ?? 0),
    end: offset + (said?.index ?? 0) + (said?.[0].length ?? 0),
  };
  return found && { ...found, lowSpan: undefined, highSpan: undefined, ...place };
}

/** "People aged 75 and over", "the under-5s": an age without its unit. */
export function bareAge(text: string, offset: number): Stretch | undefined {
  return agedIn(text, offset) ?? ageFrom(text, offset);
}

function agedIn(text: string, offset: number): Stretch | undefined {
  const found = itemsOf(text).filter(
    ({ kind, start, end }) => kind === "population" && /\d/.test(text.slice(start, end)),
  );
  const [item] = found;
  const age = item?.kind === "population" ? item.population.age : undefined;
  if (!item || !age || found.length > 1 || notPatients.test(text.slice(0, item.start))) return undefined;
  const { low, high, lowInclusive, highInclusive, step } = age;
  const ends = { low, high, lowInclusive, highInclusive, lowStep: step, highStep: step };
  const place = { start: offset + item.start, end: offset + item.end };
  return {
    kind: "age",
    unit: "age",
    ...ends,
    point: false,
    lowSpan: undefined,
    highSpan: undefined,
    ...place,
  };
}
