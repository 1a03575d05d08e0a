// Bans as statements: which medicine must not be given, and to whom or when. In sentences that deny it, and in columns
// such as "Avoid in"; and what the guideline is known to forbid beyond them. It must not know the other edition.

import type { Item } from "../guideline/item.ts";
import { isMark, isWordLike, mentionsAmong } from "../guideline/item-kind.ts";
import { endsSentence, partsBetween } from "../guideline/item-reach.ts";
import { formatPopulation } from "../guideline/population.ts";
import type { Patients, Prohibition } from "../guideline/prohibition.ts";
import { itemsOf, slice } from "../guideline/scope.ts";
import { type Span, shifted } from "../text/span.ts";
import { evenWords, type Line, verbatim } from "./line.ts";
import { measureValue } from "./orders.ts";
import type { Slot, Statement } from "./statement.ts";

export function prohibitionsIn(line: Line): Statement[] {
  if (line.kind === "row") return inRow(line);
  return line.kind === "text" ? inSentences(line) : [];
}

/**
 * What is forbidden of one medicine or class at one place. The guideline's reader knows classes, labels such as
 * "Contraindications:" and "Avoid" under "Pregnancy", but leaves out what it cannot compare: "never as a bolus".
 */
export function prohibitionStatement(prohibitions: readonly Prohibition[], line: Line): Statement {
  const [{ target, start, end }] = prohibitions as [Prohibition];
  const where = telling(prohibitions.flatMap(({ patients, routes }) => [...wordsFor(patients), ...routes]));
  return banOf(line, { medicine: target.name, span: { start, end }, where, named: where });
}

function wordsFor({ population, indication, text }: Patients): string[] {
  const ids = [...indication.conditions, ...indication.qualifiers].map((id) => id.replaceAll("-", " "));
  const words = [...formatPopulation(population).split(", "), ...ids].filter((word) => word !== "");
  return words.length > 0 ? words : [evenWords(text)];
}

/** Items between a denial and the medicine that is denied: "do not offer a routine …". */
const nearby = 4;

function inSentences(line: Line): Statement[] {
  const { markdown } = line.document.guideline;
  const sentences = partsBetween(itemsOf(slice(markdown, line.span)), endsSentence);
  return sentences.flatMap((items) => {
    const at = items.findIndex((item) => isMark(item, "not", "avoid"));
    if (at < 0 || !isBan(items, at)) return [];
    // "Doxycycline is contraindicated in …": it may stand before the denial.
    const behind = mentionsAmong(items.slice(at));
    const medicines = behind.length > 0 ? behind : mentionsAmong(items.slice(0, at));
    const first = items[0] as Item;
    const span = shifted({ start: first.start, end: (items.at(-1) as Item).end }, line.span.start);
    const where = telling(wordsOf(items));
    return medicines.map((mention) =>
      banOf(line, { medicine: mention.medicine.name, span, where, named: where }),
    );
  });
}

const isMedicine = ({ kind }: Item) => kind === "medicine";

/** "do not give X", "X is contraindicated in": not "not before three doses of X". */
function isBan(items: readonly Item[], at: number): boolean {
  const behind = items.slice(at + 1, at + 1 + nearby);
  if (behind.some((item) => item.kind === "schedule" || item.kind === "number" || item.kind === "measure"))
    return false;
  if (isMark(items[at], "avoid")) return items.some(isMedicine);
  const verb =
    /^(?:give[ns]?|use[ds]?|offer(?:ed)?|administer(?:ed)?|prescribed?|recommend(?:ed)?|combined?|take[ns]?|receive|start(?:ed)?|inject(?:ed)?|indicated|add(?:ed)?)$/;
  if (behind.some((item) => isWordLike(item, verb))) return true;
  // "Cotrimoxazole is not clotrimazole."
  const before = items[at - 1];
  const tellsApart = isWordLike(before, /^(?:is|are|was|were)$/);
  return !tellsApart && behind.some(isMedicine);
}

const banning = /\b(?:avoid|contra-?indicat|not (?:be )?(?:use|give)|caution)/i;

function inRow(line: Line): Statement[] {
  const { markdown } = line.document.guideline;
  const heads = (line.head?.cells ?? []).map((cell) => slice(markdown, cell));
  return line.cells.flatMap((cell, i) => {
    if (i === 0 || !banning.test(heads[i] ?? "") || cell.start === cell.end) return [];
    const [medicine] = itemsOf(slice(markdown, line.cells[0] ?? cell)).filter(
      (item) => item.kind === "medicine",
    );
    if (medicine?.kind !== "medicine") return [];
    const words = evenWords(slice(markdown, cell))
      .split(" ")
      .filter((word) => word !== "");
    return words.length === 0
      ? []
      : [banOf(line, { medicine: medicine.mention.medicine.name, span: cell, where: words, named: [] })];
  });
}

interface Ban {
  readonly medicine: string;
  readonly span: Span;
  readonly where: readonly string[];
  /** What of it the subject names; the cells of a row are shown beside it. */
  readonly named: readonly string[];
}

function banOf(line: Line, { medicine, span, where, named }: Ban): Statement {
  const text = verbatim(line.document.guideline, span);
  const sorted = [...new Set(where)].toSorted();
  const slot: Slot = { value: sorted.join(" "), text, evenly: text };
  return {
    kind: "contraindication",
    about: medicine,
    traits: [sorted.join(" ")],
    subject: [medicine, ...new Set(named.filter((word) => !/\d/.test(word)).toSorted())].join(", "),
    slots: new Map([["not to be given", slot]]),
    span,
    line,
    taken: [],
    weight: "high",
  };
}

/** "Pregnant women" are all that are pregnant. */
const telling = (words: readonly string[]) =>
  words.filter(
    (word) => word !== "women" || !(words.includes("pregnant") || words.includes("breastfeeding")),
  );

/** To whom, when, in which disease: without the medicines themselves. */
function wordsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "population") return formatPopulation(item.population).split(", ");
    if (item.kind === "condition") return [item.id.replaceAll("-", " ")];
    if (item.kind === "measure") return [measureValue(item.measure)];
    return item.kind === "routes" ? [item.routes.join(" ")] : [];
  });
}
