// What a container of a volume that was said before holds: "a 10 mL vial is bought. Each vial holds 500 mg". It must
// not compare.

import { pairOf, type Statement, statementsIn } from "../guideline/concentration.ts";
import type { Figure } from "../guideline/figure.ts";
import { type FigureText, ownerOf } from "../guideline/figure-text.ts";

const containers = "vial|ampoule|ampule|amp|bottle|cartridge|bag|syringe|spoon|spoonful|cup";
/** Words that lead from a container to what is in it. */
const holds = new RegExp(
  `\\b(${containers})s?\\b(?:(?!\\b(?:${containers})s?\\b)[^.;:\\d]){0,30}?(?:\\b(?:holds?|contains?|containing|has|have|with)\\b|=)(?:[^.;:\\d]){0,20}$`,
  "i",
);
/** Behind the amount no volume of its own follows. */
const inVolume = /^[^.;,]{0,25}(?:\/|\b(?:in|per|each|to)\b) *(?:\d|an?\b|each\b|every\b|one\b|m[lL]\b)/i;
const mixing =
  /\b(?:add|dilut\w*|dissolv\w*|reconstitut\w*|mix\w*|fill(?!ed +to +the +(?:line|mark|top|rim))\w*|made|then)\b/i;

/** So far behind the volume of its container, in characters, an amount is still of it. */
const reach = 200;

export function contentsIn(passage: FigureText): Pick<Statement, "facts" | "medicine" | "volumes">[] {
  if (!/\b(?:hold|contain|ha[sv]|with)|=/i.test(passage.text)) return [];
  const { figures, text, start } = passage;
  const known = new Set(statementsIn(passage).flatMap(({ facts }) => facts.map(({ amount }) => amount)));
  return figures.flatMap((amount, i) => {
    if (amount.kind !== "amount" || amount.perKg || amount.diluent || known.has(amount)) return [];
    const [from, to] = [amount.start - start, amount.end - start];
    const [, word] = holds.exec(text.slice(Math.max(0, from - 80), from)) ?? [];
    if (!word || inVolume.test(text.slice(to, to + 40))) return [];
    const volume = volumeOf(passage, word, figures.slice(Math.max(0, i - 4), i));
    if (!volume || amount.start - volume.end > reach) return [];
    if (mixing.test(text.slice(volume.end - start, from))) return [];
    return [{ facts: [pairOf(amount, volume)], medicine: ownerOf(amount, passage), volumes: [volume] }];
  });
}

/** "a 10 mL vial", "vials of 10 mL": the last one, where others are of the same volume. */
function volumeOf({ text, start }: FigureText, word: string, before: readonly Figure[]): Figure | undefined {
  const behind = new RegExp(`^[ -](?:[a-zß-öø-ɏ-]+ ){0,2}${word}s?\\b`, "i");
  const ahead = new RegExp(`\\b${word}s? (?:of|is|are|holding) (?:a |about )?$`, "i");
  const named = before.filter(
    (figure) =>
      figure.kind === "volume" &&
      (behind.test(text.slice(figure.end - start, figure.end - start + 40)) ||
        ahead.test(text.slice(Math.max(0, figure.start - start - 30), figure.start - start))),
  );
  const last = named.at(-1);
  return last && named.every(({ high }) => high === last.high) ? last : undefined;
}
