// Whether patients are said to take what a ban names beside the medicine: in a heading, a label, the cells before it, their
// own sentence, or their section. It must not know what is forbidden.

import type { Guideline } from "../guideline/guideline.ts";
import { anySaltOf, covers, type MedicineTarget, targetsIn } from "../guideline/medicine-target.ts";
import { passagesIn } from "../guideline/passage.ts";
import { isEveryone } from "../guideline/population.ts";
import type { Received } from "../guideline/prohibition.ts";
import { scopeOf, slice } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { caseBefore } from "./case-told.ts";
import type { Given } from "./given-medicine.ts";
import { rowLabels } from "./row-labels.ts";

/** "Patients taking SSRIs" in a heading above it, "Sildenafil taken this morning: …", "On warfarin | …". */
export function isSaidOf(receiving: Received, given: Given, guideline: Guideline): boolean {
  const titles = pathOf(sectionAt(guideline.sections, given.span.start)).map(({ title }) => title);
  const own = [...given.labels, ...rowLabels(guideline, given)].filter((label) => takes.test(label));
  const isTold = (label: string) =>
    takes.test(label) &&
    !/\b(?:not|no|non|without|never|off|stopped|or +more +after)\b/i.test(label) &&
    targetsIn(label).some((target) => isOne(target, receiving));
  if ([...own, ...titles].some(isTold) || isTakenInColumn(receiving, given, guideline)) return true;
  if (!given.row && isTakenIn(caseBefore(given, guideline), receiving)) return true;
  // "Infections in people on this treatment", below "Methotrexate: shared care", and not of those on another one.
  const about = targetsIn(titles.find((title) => targetsIn(title).length > 0) ?? "");
  return (
    about.length === 1 &&
    about.every((target) => isOne(target, receiving)) &&
    titles.some((title) => onThis.test(title)) &&
    !own.some((label) => targetsIn(label).length > 0 || /\b(?:not|no|never|off|stopped)\b/i.test(label))
  );
}

const onThis =
  /\b(?:on|taking|during|receiving|under|with) +(?:this|the|that|such|long-term) +(?:treatment|medicines?|drugs?|tablets?|therapy|injections?)\b|\bshared[- ]care\b|\b(?:in|at|of) +this +clinic\b|\b(?:clinic|service|monitoring|users?)\W*$/i;

/** Under "Women with HIV on daily prevention" another row orders it, to be taken daily. */
function isTakenInColumn(receiving: Received, { span, row }: Given, { runs, markdown }: Guideline): boolean {
  if (!row) return false;
  for (const run of runs) {
    const all = passagesIn(run, markdown);
    const own = all.find((one) => one.row && one.span.start <= span.start && span.start < one.span.end);
    if (!own?.row) continue;
    const { index, header } = own.row;
    const { population, indication } = scopeOf(header ? slice(markdown, header) : "", 0);
    return (
      index > 0 &&
      !(isEveryone(population) && indication.conditions.length === 0) &&
      all.some((one) => {
        if (one.group !== own.group || one === own || one.row?.index !== index) return false;
        const text = slice(markdown, one.span);
        return lasting.test(text) && targetsIn(text).some((target) => isOne(target, receiving));
      })
    );
  }
  return false;
}
const lasting = /\b(?:daily|weekly|continue[ds]?|throughout|lifelong|long-term|prophyla\w+)\b/i;

const takes =
  /\b(?:on|taking|takes?|taken|took|receiving|received|treated +with|already|last|during|course|daily|weekly|nightly|regular(?:ly)?|therapy|users?|regimen|current(?:ly)?)\b/i;

/** "Sildenafil taken the same morning: …" */
export const isTakenIn = (sentence: string, receiving: Received): boolean =>
  targetsIn(sentence).some(
    (target) =>
      isOne(anySaltOf(target), receiving) &&
      ((/\b(?:on|taking|takes|took|taken|receiving|receives|had|after|within)\b[^.;:]{0,30}$/i.test(
        sentence.slice(0, target.start),
      ) &&
        !/\b(?:no|not|without|never|off|stop\w*)\b[^.;:]{0,30}$/i.test(sentence.slice(0, target.start))) ||
        /^ +(?:taken|used|swallowed|within|in +the +(?:last|past)|(?:earlier +)?(?:today|yesterday)|this +morning|last +night)\b/i.test(
          sentence.slice(target.end),
        )),
  );

/** "Moclobemide", of MAOIs. */
export function isOne(one: MedicineTarget, whole: Received): boolean {
  const { kind, name } = one;
  const { or = [] } = whole;
  if (kind === whole.kind && name.split("/").includes(whole.name)) return true;
  if (or.some((other) => isOne(one, other))) return true;
  // "A blood thinner", of warfarin, apixaban and others.
  const members = kind === "class" ? [whole, ...or].map((other) => medicineNamed(other.name)) : [];
  if (members.length > 1 && members.every((member) => member && covers(one, member))) return true;
  const medicine = kind === "medicine" ? medicineNamed(name) : undefined;
  return medicine !== undefined && covers(whole, medicine);
}

/** In the same section, or said of the patients. */
export function isGivenBeside(target: Received, { words, span }: Given, guideline: Guideline): boolean {
  const section = sectionAt(guideline.sections, span.start);
  return (
    targetsIn(words)
      .map(anySaltOf)
      .some(
        (said) =>
          isOne(said, target) &&
          !/\b(?:no|not|without|off)\b[^.;:,]{0,20}$/i.test(words.slice(0, said.start)),
      ) ||
    guideline.orders.some(
      ({ medicine, dose, negated }) =>
        !negated &&
        isOne({ kind: "medicine", name: medicine.name, ...dose }, target) &&
        sectionAt(guideline.sections, dose.start) === section,
    )
  );
}

/** "It is not recommended in … Where nothing else can be had, it may be used": what the paragraph goes on to allow. */
export const isException = ({ span, sentence }: Given, text: string, ban: number): boolean =>
  span.start >= ban &&
  !/\n\s*\n|\n *(?:[-*+]|\d+[.)]) +/.test(text.slice(ban, span.start)) &&
  /\b(?:may|can|could|might)\b/i.test(sentence) &&
  /\b(?:if|where|when|unless|however|only|but|without|in +the +absence)\b/i.test(sentence);
