// Medicines that stand below a label whose patients a sentence bars from them, found by what the two say alike and by
// what the labels beside it do not: whatever the form of the sentence, the table, the list or the chart. Only asked
// about. It must not report.

import { barsIn } from "../guideline/barring.ts";
import type { Bar } from "../guideline/barring-words.ts";
import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type Labelled, labelledIn } from "../guideline/labelled-medicine.ts";
import { classesOf } from "../guideline/medicine-target.ts";
import { type Likeness, likeness, saysOtherwise } from "../guideline/patient-likeness.ts";
import { localForm } from "../guideline/prohibition-wording.ts";
import { type Medicine, medicineNamed } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { isMilder } from "./forbidden-degree.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

export interface BarredLabel {
  readonly labelled: Labelled;
  readonly bar: Bar;
  readonly guideline: Guideline;
  readonly in: Neighbour | undefined;
}

const steadily = groupedSteadily(({ target }: Bar) => [`${target.kind} ${target.name}`]);
const barsOf = oncePer((guideline: Guideline) => steadily(barsIn(guideline.runs, guideline.markdown)));
const elsewhere = gathering(({ guideline }) => barsOf(guideline));

const keysOf = oncePer((medicine: Medicine): readonly string[] => [
  `medicine ${medicine.name}`,
  ...(medicine.name.includes("/") ? medicine.name.split("/").map((part) => `medicine ${part.trim()}`) : []),
  ...(/\bethinylestradiol\b|^combined\b/.test(medicine.name) ? ["medicine combined oral contraceptive"] : []),
  ...classesOf(medicine).map((name) => `class ${name}`),
]);

export function barredLabels(guideline: Guideline, neighbours: readonly Neighbour[]): readonly BarredLabel[] {
  return labelledIn(guideline.runs, guideline.markdown).flatMap((labelled): BarredLabel[] => {
    const medicine = medicineNamed(labelled.target.name);
    if (!medicine) return [];
    const keys = keysOf(medicine);
    const own = keys.flatMap((key) => barsOf(guideline).get(key) ?? []);
    const found = own.find((bar) => !isIn(bar, labelled) && isBarred(bar, labelled));
    if (found) return [{ labelled, bar: found, guideline, in: undefined }];
    for (const { neighbour, value } of keys.flatMap((key) => elsewhere(neighbours)(key))) {
      const bar = value.find((one) => isBarred(one, labelled));
      if (bar) return [{ labelled, bar, guideline: neighbour.guideline, in: neighbour }];
    }
    return [];
  });
}

const isIn = (bar: Bar, { start, end }: Labelled): boolean => start < bar.end && bar.start < end;

function isBarred({ target, whom, use, local }: Bar, labelled: Labelled): boolean {
  const { labels, rest, above } = labelled;
  const about = above.join("; ");
  const renal = /\b(?:kidneys?|renal|ckd|e?gfr|filtration)\b/i.test(about);
  if (use !== undefined && !isFor(use, [...labels, rest, about].join(" "))) return false;
  // A gel, where nothing is said of gels.
  if (local === "only" ? !localForm.test(rest) : local === undefined && localForm.test(rest)) return false;
  if ((labels[0] ?? "").trim() === "" || [...labels, rest].some((text) => toOthers.test(text))) return false;
  return whom.some((part) => {
    if ([...labels, rest].some((label) => saysOtherwise(part, label, renal) || isMilder(label, part)))
      return false;
    const [, when] = only.exec(part) ?? [];
    if (when !== undefined && !isFor(when, [...labels, rest, about].join(" "))) return false;
    const own = likeness(part, labels, renal, target);
    if (own.shared === 0) return false;
    if (!own.words && own.shared === own.of) return true;
    // What is told by its name is told by most of its words.
    const vague = isVague(part, target);
    const least = vague ? own.of : own.of + 1;
    if (own.words && (2 * own.shared < least || (vague && !whom.every((one) => isVague(one, target)))))
      return false;
    return isBest(own, labelled, part, renal, target);
  });
}

/** Told by its words only. */
const isVague = (part: string, target: Bar["target"]): boolean => likeness(part, [part], false, target).words;

/** Nothing beside it is as much alike. */
const isBest = (
  own: Likeness,
  { labels: ours, others }: Labelled,
  part: string,
  renal: boolean,
  target: Bar["target"],
) =>
  others
    .map((labels) => labels.filter((label) => !ours.includes(label)))
    .every(
      (labels) =>
        labels.some((label) => saysOtherwise(part, label, renal)) ||
        likeness(part, labels, renal, target).shared < own.shared,
    );

const isFor = (use: string, text: string): boolean =>
  (use.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) =>
    text.toLowerCase().includes(word.slice(0, 6)),
  );

/** "With a scar when labour is induced": not at other times. */
const only = /[a-zß-öø-ɏ]{4,}.*\b(?:when|while|during)\s+(.{4,})$/i;

/** Not the patients themselves. */
const toOthers =
  /\b(?:room-?mates?|contacts?(?! *\d)|relatives?|partners?|siblings?|visitors?|staff|carers?|caregivers?|donors?|household|family +members?|classmates)\b/i;
