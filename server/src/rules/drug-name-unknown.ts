// A word that is nearly, but not quite, the name of a medicine.

import type { Guideline } from "../guideline/guideline.ts";
import { targetsIn } from "../guideline/medicine-target.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import { hasMedicineEnding, rivalsOf, type UnknownName, usualName } from "../guideline/unknown-name.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { defineRule } from "./rule.ts";

interface State {
  readonly found: UnknownName;
  readonly targets: readonly string[];
  /** Other medicines that are nearly as near. */
  readonly rivals: readonly string[];
}

/** A word that is written as often as this is meant. */
const mostOften = 4;
const listOfSources = /\b(?:references?|bibliography|literature|authors?|contributors|acknowledge?ments?)\b/i;

export const drugNameUnknown = defineRule<State>({
  id: "drug-name-unknown",
  severity: "warning",
  summary: "A word is very similar to a medicine's name, but no such medicine is known.",
  rationale:
    "Many medicines have names that look alike, and a misspelt name is read as the wrong one of two. " +
    "It is also not found when someone searches the document. Foreign spellings, brands and older names are known " +
    "and are not reported.",
  examples: {
    invalid: [
      "Give cetriaxone 1 g IV once daily.\n     ^^^^^^^^^^",
      "Amoxicillin and psuedoephedrine are kept in the cupboard.\n                ^^^^^^^^^^^^^^^",
      "| Medicine | Dose |\n| --- | --- |\n| warfrin | 5 mg |\n  ^^^^^^^\n| digoxin | 125 mcg |",
    ],
    valid: [
      "Give cotrimoxazole by mouth and apply clotrimazole to the skin.",
      "The box is marked ivermectine, in French; the retinal vessels are seen, and lactose is avoided.",
      "Prednisone or prednisolone, cloxacillin or flucloxacillin, omeprazole or esomeprazole.",
    ],
  },

  *check(guideline) {
    const { unknownNames, medicines, sections, text } = guideline;
    if (unknownNames.length === 0) return;
    const mentioned = new Map<string, number>();
    // What is named in a combination or with its salt is named.
    for (const { name } of medicines)
      for (const part of new Set([name, ...name.split("/"), ...name.split(/[/ ]/)]))
        mentioned.set(part, (mentioned.get(part) ?? 0) + 1);
    const written = new Map<string, number>();
    for (const { word } of unknownNames) written.set(word, (written.get(word) ?? 0) + 1);
    const lines = new Set<string>();
    for (const found of unknownNames) {
      const said = found.targets.filter((target) => mentioned.has(target));
      const targets = said.length > 0 ? said : found.targets;
      const [target, ...more] = targets;
      if (target === undefined || !isLikely(found, said.length > 0)) continue;
      // Of two that it may be, either is another medicine: asked where one would stand, or one of them must be meant.
      if (more.length > 1 || (more.length > 0 && !found.placed)) continue;
      const times = written.get(found.word) ?? 0;
      if (times > mostOften && times > (mentioned.get(target) ?? 0)) continue;
      if (pathOf(sectionAt(sections, found.start)).some(({ title }) => listOfSources.test(title))) continue;
      const { start, end } = found;
      const names = targets.map(usualName);
      const rivals = rivalsOf(found).filter((rival) => !names.includes(rival));
      if (isLigatureLost(found.word, target) && losesLigatures(guideline)) continue;
      // A cell that spans a row is written in each of its columns.
      const line = `${found.word} ${text.lastIndexOf("\n", start)}`;
      const isTold = lines.has(line) || isProduct(sectionAt(sections, start), found);
      lines.add(line);
      yield {
        span: { start, end },
        ...(isTold && { severity: "information" as const }),
        message: `"${text.slice(start, end)}" is not a known medicine; ${namesOf(names)}${orOf(rivals)}. Check the spelling: a misspelt name can be taken for another medicine.`,
        state: { found, targets: names, rivals },
      };
    }
  },

  fix({ found: { start, end, distance }, targets, rivals }, { text }) {
    return [...targets, ...rivals].map((target) => {
      const newText = inCaseOf(text.slice(start, end), target);
      return {
        title: `Correct to "${newText}"`,
        edits: [{ span: { start, end }, newText }],
        certain: targets.length + rivals.length === 1 && (distance === 1 || target.length > 10),
      };
    });
  },
});

/** "### Metrozole 250 mg", below "## Metronidazole": as its maker calls it. */
const isProduct = (section: Section | undefined, { start, end }: Span): boolean =>
  section !== undefined &&
  start >= section.headingSpan.start &&
  end <= section.headingSpan.end &&
  /\d/.test(section.title) &&
  targetsIn(section.parent?.title ?? "").length > 0;

/** "rifabutn", "bromocriptne", beside "reducton" and "positve": whoever converted the text lost the letters that are set as one. */
function isLigatureLost(word: string, name: string): boolean {
  return matchesIn(name, /ti|tt|ft|ff?[il]?/g).some(({ 0: joined, index }) =>
    [joined[0], ""].some(
      (left) => `${name.slice(0, index)}${left}${name.slice(index + joined.length)}` === word,
    ),
  );
}
const losesLigatures = oncePer(({ text }: Guideline) => matchesIn(text, unjoined).length > 2);
const unjoined = /\b[a-z]{2,}(?:c(?:tons?|tve)|[aip]tve)\b|\b(?:efcacy|efects?|difcult[a-z]*)\b/gi;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(" and ");
const namesOf = (targets: readonly string[]): string =>
  `${quoted(targets)} ${targets.length > 1 ? "are" : "is"}`;

/** "clotrimoxazole": cotrimoxazole, or rather clotrimazole. */
const orOf = (rivals: readonly string[]): string =>
  rivals.length > 0 ? `, and so ${rivals.length > 1 ? "are" : "is"} ${quoted(rivals)}` : "";

/** One letter in a long name is enough; otherwise the place or the ending has to speak for it, too. */
function isLikely({ word, targets, distance, placed }: UnknownName, said: boolean): boolean {
  const length = targets[0]?.length ?? 0;
  // "lumefantrin" is German; beside "lumefantrine" or with a dose it is a slip.
  if (!said && !placed && targets[0] === `${word}e`) return false;
  const hints = Number(placed) + Number(said) + Number(hasMedicineEnding(word));
  return distance === 1 ? hints >= 1 || length >= 8 : hints >= (length >= 9 ? 1 : 2);
}

function inCaseOf(written: string, name: string): string {
  if (written === written.toUpperCase()) return name.toUpperCase();
  return written[0] === written[0]?.toUpperCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
