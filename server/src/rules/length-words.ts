// What the words around two lengths of treatment have in common, where conditions and medicines do not tell: headings,
// a row's head, a leaflet's lines. It must not judge lengths.

import type { Guideline } from "../guideline/guideline.ts";
import type { Item } from "../guideline/item.ts";
import { itemsOf } from "../guideline/scope.ts";
import { reachOf, type Section, sectionAt } from "../guideline/section.ts";
import { structuralWords } from "../lexicon/conditions.ts";
import { emptyWords, kindByWord } from "../lexicon/threshold-words.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { isCurative, type Length } from "./lengths.ts";

/** "Native valve" and "Prosthetic valve": two headings that are not understood may be two situations. */
export function areApart(a: Length, b: Length): boolean {
  const [one, other] = [a, b].map(({ guideline, span }) => sectionAt(guideline.sections, span.start));
  if (!one || !other || one === other || one.level !== other.level) return false;
  // "Onchocerciasis: …" and "In onchocerciasis …": each says for itself what it is about.
  if (saysItself(a) && saysItself(b)) return false;
  const [own, theirs] = [namesOf(a.guideline, one), namesOf(b.guideline, other)];
  if (saysAll(b, own) || saysAll(a, theirs)) return false;
  return (
    own.length > 0 && theirs.length > 0 && !own.some((word) => theirs.includes(word) && theirs.length === 1)
  );
}

/** "Lungs" and "pulmonary" are one word. */
const singular = (word: string): string => parted.get(word) ?? word.replace(/(?<=[^sui])s$/, "");
const parted: ReadonlyMap<string, string> = new Map([
  ["pulmonary", "lung"],
  ["meningeal", "meninge"],
  ["hepatic", "liver"],
  ["renal", "kidney"],
  ["cardiac", "heart"],
  ["cutaneous", "skin"],
  ["cerebral", "brain"],
  ["intestinal", "bowel"],
  ["osseous", "bone"],
  ["pleural", "pleura"],
  ["ocular", "eye"],
  ["oral", "mouth"],
]);

/** "Adults without a focus: …", and elsewhere a heading "Adults without a focus". */
const saysAll = (length: Length, names: readonly string[]): boolean =>
  names.length > 0 && names.every((word) => sentenceWords(length).has(singular(word)));

const saysItself = ({ order }: Length): boolean =>
  order !== undefined &&
  order.indication.conditions.length > 0 &&
  order.indication.conditions.join() !== order.outer.conditions.join();

/** The words of a heading that are neither conditions nor of the structure of a text. */
function namesOf({ markdown }: Guideline, { headingSpan }: Section): string[] {
  return itemsOf(markdown.plain.slice(headingSpan.start, headingSpan.end)).flatMap((item) =>
    item.kind === "word" && /^\p{L}{4,}$/u.test(item.text) && !structuralWords.has(item.text)
      ? [item.text]
      : [],
  );
}

/** How many words a leaflet's lines and the section of an order have in common. */
export function toldWords(leaflet: Length, { order, guideline, span, in: document }: Length): number {
  const section = sectionAt(guideline.sections, span.start);
  if (document || !section || !order || !isCurative(order.medicine)) return 0;
  const { plain: text } = guideline.markdown;
  const { start, end } = reachOf(guideline, section);
  const about = wordsOf(text.slice(start, Math.min(end, start + longestSection)));
  const own = wordsOf(text.slice(leaflet.course?.container ?? 0, leaflet.span.start).slice(-longestLeaflet));
  return [...own].filter((word) => about.has(word)).length;
}
const longestSection = 600;
const longestLeaflet = 300;

const wordsOf = remembered(
  (text): ReadonlySet<string> =>
    new Set(
      (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
        .filter((word) => !emptyWords.has(word) && !kindByWord.has(word) && !plain.has(word))
        .map(singular),
    ),
);

/** Said of every treatment. */
const plain: ReadonlySet<string> = new Set(
  "course courses dose doses daily once twice three four times mouth oral orally intravenous duration length tablet tablets capsule capsules antibiotic antibiotics medicine medicines therapy regimen supply all take taken takes long must".split(
    " ",
  ),
);

/** Words of its paragraph or row, and of the heading above. */
const wordsAbout = oncePer((length: Length): ReadonlySet<string> => {
  const { guideline, span, order, course } = length;
  const { plain: text } = guideline.markdown;
  const { start, end } = order?.block ?? course?.part ?? span;
  const section = sectionAt(guideline.sections, span.start);
  const heading = section ? text.slice(section.headingSpan.start, section.headingSpan.end) : "";
  const opened = order ? [] : wordsOf(labelOf(length));
  return new Set([...wordsOf(text.slice(start, end)), ...wordsOf(heading), ...opened]);
});

/** Words of its row, item or sentence, and of the heading above. */
export function wordsAround(told: Told): ReadonlySet<string> {
  const { guideline, span, order } = told;
  const { plain: text } = guideline.markdown;
  const section = sectionAt(guideline.sections, span.start);
  const heading = section ? text.slice(section.headingSpan.start, section.headingSpan.end) : "";
  const { start, end } = order?.block ?? span;
  const own = order?.where === "prose" ? sentenceWords(told) : wordsOf(text.slice(start, end));
  return new Set([...own, ...wordsOf(heading)]);
}

const mostCommon = 4;

export function commonWords(a: Length, b: Length): number {
  const other = wordsAbout(b);
  const medicine = a.medicine?.name.split("/") ?? [];
  const common = [...wordsAbout(a)].filter((word) => other.has(word) && !medicine.includes(word));
  return Math.min(mostCommon, common.length);
}

/** A row's head that is not understood is said on the other side too. */
export function hasWords({ course }: Length, other: Length): boolean {
  if (!course || course.head.length === 0) return true;
  const words = wordsAbout(other);
  return course.head.some((word) => words.has(word) || words.has(singular(word)));
}

/** What its own sentence or row says that those of others in its section do not. */
export function tellingWords(length: Length, siblings: readonly Length[]): readonly string[] {
  const others = siblings.map(sentenceWords);
  return [...sentenceWords(length)].filter((word) => !others.some((words) => words.has(word)));
}

/** What is said of a treatment, and where. */
export type Told = Pick<Length, "guideline" | "order" | "span">;

/** Words of the sentence that an order stands in; two orders of a sentence each have their own part. */
export const sentenceWords = oncePer(({ guideline, order, span }: Told): ReadonlySet<string> => {
  const { start, end } = order?.block ?? span;
  const at = order?.dose.start ?? span.start;
  const { plain: text } = guideline.markdown;
  const before = text.slice(Math.max(start, at - longestSentence), at);
  const behind = text.slice(span.end, Math.min(end, span.end + longestSentence));
  const opened = before.split(sentenceEnd).at(-1) ?? "";
  const closed = order?.where === "table" ? "" : (behind.split(/[,:]|[.;!?]\s/)[0] ?? "");
  return wordsOf(`${opened} ${text.slice(at, span.end)} ${closed}`);
});
const longestSentence = 300;
const sentenceEnd = /[.;!?]\s/;

/** "Toenails: …", "| Toenails | …", "**Toenails.** …": what opens its line and is no condition that is known. */
const labelWords = oncePer((length: Length): ReadonlySet<string> => {
  const label = labelOf(length);
  if (retellingLead.test(label)) return new Set();
  const items = itemsOf(label);
  const isNamed = (item: Item) =>
    item.kind === "medicine" || item.kind === "routes" || (item.kind === "condition" && !item.qualifier);
  if (items.some(isNamed)) return new Set();
  const words = items.flatMap((item) =>
    item.kind === "word" ? [item.text] : item.kind === "condition" && parts.has(item.id) ? [item.id] : [],
  );
  return wordsOf(words.filter((word) => !structuralWords.has(word)).join(" "));
});

/** "> Fast breathing: amoxicillin for …" */
const lineLabel = /^[^\p{L}]{0,8}(\p{L}[^:.;|\d]{3,60}):[^:|]*$/u;
const longestParagraph = 1000;
/** By the text alone: others' blocks are not at hand. */
const paragraphStart = /\n[ \t]*\n|\n(?=[ \t]*(?:[-*+•]|\d+[.)])[ \t])/;

const retellingLead =
  /^[^a-zß-öø-ɏ\d]{0,8}(?:in +(?:short|brief|summary|one +line|practice)|(?:short +)?summary|key\b|to +remember|remember|take-?home|at +a +glance|check(?:list|s)?\b|audit|box\b|notes?\b|counselling|discharge|letter|leaflet|fig(?:ure)?\b|case\b|example|pharmac|dispens|what +(?:to +tell|the +(?:patient|family|nurse|pharmac))|tell\b|for +the +(?:patient|family|mother|parent|nurse)|advice|reminder|bottom +line|(?:[a-zß-öø-ɏ]+['’]?s? +)?(?:pocket +)?card\b|questions|frequently|faq|hand-?over|ward\b|stock\b|weekly|round\b|parents|poster|message|nurses?\b|at +the +(?:desk|counter|pharmacy)|(?:[a-zß-öø-ɏ]+['’]?s? +){0,3}(?:drill|vignette|scenario|hand-?book|memo|diary|register|template|label|kit|plan|sheet|list|form|desk|line|slip|visits?|clinic|school|asks?|asked|teaching|quiz)\b[^.]{0,40}(?:[:*_]|$)|(?:[a-zß-öø-ɏ]+ +)?(?:midwi[fv]e|mothers?|famil|volunteer|counsel|laborator|district|community|village|triage|telephone|phone|night)|[^.:;|]{6,120}\?)/i;
const listLine = /^\s*(?:[-*+•☐]|\d{1,2}[.)])\s/;
const furthestLead = 1500;

/** "**In short:** …", "Checklist" above items: it says again what the section says. */
export const isRetelling = oncePer(({ guideline: { text, sections }, span }: Told): boolean => {
  const section = sectionAt(sections, span.start);
  if (section?.parent && retellingLead.test(section.title)) return true;
  const lines = text.slice(Math.max(0, span.start - furthestLead), span.start).split("\n");
  const own = lines.pop() ?? "";
  if (retellingLead.test(own)) return true;
  while (lines.length > 0 && (listLine.test(lines.at(-1) ?? "") || lines.at(-1)?.trim() === "")) lines.pop();
  return listLine.test(own) && retellingLead.test(lines.at(-1) ?? "");
});

function labelOf({ guideline: { markdown, text }, order, span }: Length): string {
  const start = order ? Math.min(order.start, order.dose.start) : span.start;
  const opened =
    text
      .slice(Math.max(0, start - longestParagraph), start)
      .split(paragraphStart)
      .at(-1) ?? "";
  const [, title] = /^\W{0,4}(?:\*\*|__)([^*_\d]{4,60}?)[.:]?(?:\*\*|__)/.exec(opened) ?? [];
  if (!order) return lineLabel.exec(opened.slice(opened.lastIndexOf("\n") + 1))?.[1] ?? title ?? "";
  const before = markdown.plain.slice(order.block.start, start);
  const label =
    order.where === "table" ? /^[^|]*\|([^|\d]{4,60})\|/ : /(?:^|[.;]\s)\W{0,6}([^:.;|\d]{4,60}):[^:.;|]*$/;
  return label.exec(before)?.[1] ?? title ?? "";
}

/** Qualifiers that are a part of the body rather than a degree. */
const parts: ReadonlySet<string> = new Set(["toenail", "fingernail"]);

/** What opens the line of the one is said in the sentence of the other. */
export const areLabelledAlike = (a: Length, b: Length): boolean => isLabelOf(a, b) || isLabelOf(b, a);

/** "- Hip replacement: 28 days", "**Hip replacement.** One injection each evening for two weeks" */
export function openAlike(a: Length, b: Length): boolean {
  const [one, other] = [labelWords(a), labelWords(b)];
  return one.size > 0 && one.size === other.size && [...one].every((word) => other.has(word));
}

function isLabelOf(a: Length, b: Length): boolean {
  const [label, said] = [labelWords(a), sentenceWords(b)];
  return label.size > 0 && [...label].every((word) => said.has(word));
}

/** What opens its line is not said on the other side. */
export function isLabelledOtherwise(a: Length, b: Length): boolean {
  const [label, said] = [labelWords(a), wordsAbout(b)];
  return label.size > 0 && ![...label].some((word) => said.has(word));
}

/** "**Men.** … for 7 days", beside one of nobody: whom the other is of was not understood. */
export function areOfSomeBeside(a: Length, b: Length): boolean {
  const [one, other] = [a, b].map(({ guideline, span }) => sectionAt(guideline.sections, span.start));
  const isOf = ({ population }: Length, group: (typeof some)[number]) => population.groups.includes(group);
  return (
    !b.in &&
    a.guideline === b.guideline &&
    one === other &&
    some.some((group) => isOf(a, group) !== isOf(b, group))
  );
}
const some = ["men", "pregnant", "neonate"] as const;

/** "Until six weeks after delivery": what is counted from one thing is not of what is counted from another. */
export function areAfterOthers(a: Length, b: Length): boolean {
  const [one, other] = [eventOf(a), eventOf(b)];
  return one !== other && ((one !== undefined && other !== undefined) || isUntilAfter(a) || isUntilAfter(b));
}

/** What is begun with an operation lasts for as long as is counted from it; what was taken on a journey does not. */
const isUntilAfter = (length: Length): boolean =>
  eventOf(length) === "leaving" ||
  (eventOf(length) !== undefined &&
    /^(?:until|till|to)\b/i.test(length.guideline.text.slice(length.span.start, length.span.end)));

const eventOf = oncePer(({ guideline: { text }, span }: Length): string | undefined => {
  const said = text.slice(span.start, span.end + 60).split(/[.;|\n]/)[0] ?? "";
  const [, what = ""] = /\b(?:after|post-?)\b([^,]*)/i.exec(said) ?? [];
  return events.find(([, pattern]) => pattern.test(what))?.[0];
});
const events: readonly (readonly [string, RegExp])[] = [
  ["leaving", /\b(?:leav\w*|left|return\w*|home|back|travel\w*|journey|departure|exposure)\b/i],
  ["birth", /\b(?:birth|deliver\w*|born|partum)\b/i],
  ["operation", /\b(?:operations?|surgery|procedure)\b/i],
  ["fever", /\b(?:fever|afebrile|temperature|symptoms?)\b/i],
];

/** "Forearm: …" and "Vertebra: …". */
export function areLabelledApart(a: Length, b: Length): boolean {
  const [one, other] = [labelWords(a), labelWords(b)];
  return (
    one.size > 0 && other.size > 0 && ![...one].some((word) => other.has(word)) && !areLabelledAlike(a, b)
  );
}
