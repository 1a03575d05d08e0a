// Two medicines that are forbidden together: "Tetracyclines must not be taken together with isotretinoin", "the
// combination of sildenafil with nitrates is contraindicated". Each is forbidden to whoever takes the other. It must
// not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { shifted } from "../text/span.ts";
import { anySaltOf, type MedicineTarget, targetsIn } from "./medicine-target.ts";
import type { Passage } from "./passage.ts";
import type { Prohibition } from "./prohibition.ts";
import { anyoneOn } from "./prohibition-aside.ts";
import { isAdvice, isQualified, movedTargets } from "./prohibition-wording.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

const never = "(?:(?:must|should|may|shall|can) *(?:not|never) +be|(?:is|are) +(?:not|never)(?: +to +be)?)";
const taken = "(?:given|taken|used|combined|prescribed|co-?administered|co-?prescribed|started|added)";
const beside =
  "(?:(?:together|concurrently|concomitantly|simultaneously|jointly|in +combination|along) +with|alongside|at +the +same +time +as|beside)";
const together =
  "(?:together|concurrently|concomitantly|simultaneously|jointly|in +combination|at +the +same +time)";
const use =
  "(?:combinations?|joint +use|co-?administration|co-?prescription|concurrent +use|concomitant +use|simultaneous +use|combined +use|use +together|combining|giving|taking)";
const barred =
  "(?:is|are)(?: +[a-zß-öø-ɏ]+ly)? +(?:contra-?indicated|forbidden|prohibited|banned|to +be +avoided|avoided|not +(?:allowed|permitted|given|used)|unsafe|dangerous)";
const name = "[^.;:|\\n]{3,90}?";

const forms = [
  new RegExp(`^(?<a>${name}) +${never} +(?:combined +with|${taken} +${beside}) +(?<b>${name})$`, "i"),
  new RegExp(
    `^(?<a>${name}) +(?:and|with|or) +(?<b>${name}) +${never} +(?:combined|${taken} +${together})$`,
    "i",
  ),
  new RegExp(`^(?:the +)?${use} +of +(?<a>${name}) +(?:and|with) +(?<b>${name}) +${barred}$`, "i"),
  new RegExp(`^(?<a>${name})(?:[;,]| and)? +(?:their +|its +)?${use} +with +(?<b>${name}) +${barred}$`, "i"),
  new RegExp(
    `^(?:do +not|don['’]t|never) +(?:combine|co-?prescribe|co-?administer) +(?<a>${name}) +(?:with|and) +(?<b>${name})$`,
    "i",
  ),
  new RegExp(
    `^(?:do +not|don['’]t|never|avoid) +(?:give|take|use|prescribe|start|giving) +(?<a>${name}) +${beside} +(?<b>${name})$`,
    "i",
  ),
  new RegExp(`^(?<a>${name}) +${barred} +${beside} +(?<b>${name})$`, "i"),
];
const mayJoin =
  /\b(?:together|combin|co-?(?:admin|presc)|con(?:current|comitant)|simultaneous|joint|alongside|same +time|beside)/i;
/** Of a solution or syringe, not of the patient. */
const ofMixing =
  /\b(?:mix|dilut|syringe|line|infusion +bag|bottle|precipit|incompatib)|\bunless\b|\bexcept\b|\bonly\b/i;
const reason =
  /\s*(?:[:;]\s.*|,?\s*\b(?:because|since|as +(?:it|they|the|both)|which|due +to|owing +to)\b.*|[–—].*)$/is;

export function fromJoint(markdown: Markdown, { span, where }: Passage): Prohibition[] {
  const whole = slice(markdown, span);
  if (where === "heading" || !mayJoin.test(whole)) return [];
  return sentencesIn(whole).flatMap((place) => {
    const text = whole.slice(place.start, place.end);
    const lead = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
    const bare = text.slice(lead).replace(/[.\s]+$/, "");
    if (ofMixing.test(bare)) return [];
    const said = shifted({ start: place.start + lead, end: place.end }, span.start);
    for (const one of [bare, bare.replace(reason, "")])
      for (const form of forms) {
        const { a, b } = form.exec(one)?.groups ?? {};
        const pair = a && b ? pairOf(one, a, b) : undefined;
        if (pair) return both(pair, said.start, said, isAdvice(text));
      }
    return [];
  });
}

type Pair = readonly [readonly MedicineTarget[], readonly MedicineTarget[]];

/** What stands before a list of them ("Levels of protease inhibitors drop; joint use with …") is why. */
function pairOf(text: string, a: string, b: string): Pair | undefined {
  // "With alcohol or with disulfiram": those that are a medicine.
  const bare = b
    .split(/(,\s|\b(?:or|and)\s)/)
    .map((part) => (isQualified(part) ? " ".repeat(part.length) : part));
  const [first, second] = [targetsIn(a), targetsIn(bare.join(""))];
  const ends = first.length > 0 && second.length > 0 && first.length + second.length < most;
  if (!ends || second.some(({ name }) => first.some((one) => one.name === name))) return undefined;
  const at = text.lastIndexOf(b);
  return [first, movedTargets(second, at)];
}
const most = 7;

const both = (
  [a, b]: Pair,
  at: number,
  place: { start: number; end: number },
  advised: boolean,
): Prohibition[] =>
  [...across(a, b), ...across(b, a)].map(([target, receiving]) => ({
    target: { ...target, ...shifted(target, at) },
    receiving: anySaltOf(receiving),
    patients: anyoneOn(receiving)[0] as Prohibition["patients"],
    routes: [],
    ...(advised && { advised: true as const }),
    ...place,
  }));

const across = (targets: readonly MedicineTarget[], others: readonly MedicineTarget[]) =>
  targets.flatMap((target) => others.map((other) => [target, other] as const));
