// Abbreviations that are spelled out as one thing and stand where another of their meanings is told: "PE" for pulmonary
// embolism, "PE with proteinuria". For abbreviation-conflict; it must not report.

import type { AbbreviationDefinition } from "../guideline/abbreviation.ts";
import { type AmbiguousUse, ambiguousUses } from "../guideline/ambiguous-use.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { meanTheSame } from "../guideline/long-form-likeness.ts";
import { type Sense, sensesOf } from "../lexicon/ambiguous-abbreviations.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { meaningsElsewhere, meaningsOf } from "./abbreviation-meanings.ts";
import type { Neighbour } from "./rule.ts";

export interface OtherSense {
  readonly use: AmbiguousUse;
  readonly said: AbbreviationDefinition;
  readonly neighbour: Neighbour | undefined;
  readonly sense: Sense;
}

export function* otherSenses(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<OtherSense> {
  const uses = ambiguousUses(guideline.runs, guideline.markdown);
  if (uses.length === 0) return;
  const [own, elsewhere] = [meaningsOf(guideline), meaningsElsewhere(neighbours)];
  const told = new Set<string>();
  for (const use of uses) {
    const { short } = use;
    const theirs = own.has(short) ? [] : elsewhere(short).filter(({ value }) => value.length === 1);
    const [said, ...others] = own.get(short) ?? theirs.flatMap(({ value }) => value);
    const differ = others.some(({ long }) => !said || !meanTheSame(long, said.long));
    if (!said || differ || told.has(short) || (own.has(short) && isWithin(said, use))) continue;
    const sense = otherSense(use, said.long);
    if (!sense) continue;
    told.add(short);
    yield { use, said, neighbour: theirs[0]?.neighbour, sense };
  }
}

/** Who has just read what it stands for reads it so. */
const isWithin = ({ span }: AbbreviationDefinition, { block }: AmbiguousUse): boolean =>
  span.start >= block.start && span.start <= block.end;

/** What is nearest to it is near another of its meanings, and not near the one that was said. */
function otherSense({ short, around }: AmbiguousUse, long: string): Sense | undefined {
  const senses = sensesOf().get(short) ?? [];
  const said = senses.filter((sense) => meanTheSame(sense.long, long));
  const fewest = said.length > 0 ? 1 : 2;
  for (const text of around) {
    if (ownWords(long).test(text) || said.some(({ cues }) => cues.test(text))) return undefined;
    const found = senses.filter(
      (sense) => !said.includes(sense) && !meanTheSame(sense.long, long) && countOf(sense, text) >= fewest,
    );
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

const countOf = ({ cues }: Sense, around: string): number =>
  new Set(matchesIn(around, new RegExp(cues, "gi")).map(([cue]) => cue.toLowerCase())).size;

/** The beginnings of the words that it was said to stand for. */
const ownWords = remembered((long: string): RegExp => {
  const words = (long.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.slice(0, 6));
  return words.length > 0 ? new RegExp(words.join("|"), "i") : /(?!)/;
});
