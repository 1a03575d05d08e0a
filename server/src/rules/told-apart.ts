// What leads to two statements may tell them apart in words that are not understood: headings of which each says
// something that the other does not, or a line between two lists of one section. It must not judge what differs.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { slice } from "../guideline/scope.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import { oncePer } from "../text/memory.ts";
import type { Conflict } from "./conflict.ts";
import { weighedOrders } from "./counted-orders.ts";

export interface Told {
  readonly guideline: Guideline;
  /** Where it stands. */
  readonly at: number;
}

/** Whether a reader would have to look up that they are of the same thing. */
export function mayBeToldApart(a: Told, b: Told): boolean {
  const [one, other] = [a, b].map(({ guideline, at }) => sectionAt(guideline.sections, at));
  if (a.guideline === b.guideline && one === other) return isLineBetween(a.guideline, a.at, b.at);
  return areTopicsApart(numbered(a.guideline, one), numbered(b.guideline, other));
}

/** "### Recommended regimens" behind "### 2. Late syphilis": of that, though it is no deeper. */
function numbered({ sections }: Guideline, section: Section | undefined): Section | undefined {
  if (!section || topicWords(section).length > 0 || number.test(section.title)) return section;
  const before = sections.slice(0, sections.indexOf(section));
  const beside = before.findLast(
    (one) => one.level === section.level && one.parent === section.parent && topicWords(one).length > 0,
  );
  return beside && number.test(beside.title) ? beside : section;
}
const number = /^\W*(?:\d{1,2}|[A-Z])[.)]\s/;

/** Of an order and all that it is held against; what its own document says is nearer than what others say. */
export function areAllToldApart(
  guideline: Guideline,
  { order, others }: Pick<Conflict, "order" | "others">,
): boolean {
  const own = others.filter((one) => !one.in);
  return (own.length > 0 ? own : others).every((one) =>
    mayBeToldApart(
      { guideline, at: order.dose.start },
      { guideline: one.guideline, at: one.order.dose.start },
    ),
  );
}

/**
 * "*Rate of 30 or more.* …" and "*Rate from 15 to 29.* …", "**Patients on the way to stenting.** …": paragraphs whose first
 * words say that they are of other patients.
 */
function areRunInApart(a: Told, b: Told): boolean {
  const [one, other] = [runInAt(a), runInAt(b)];
  if (one === other) return false;
  const numbers = [one, other].map((head) => head.match(/\d+(?:\.\d+)?/g)?.join(" "));
  const isBand = (head: string) =>
    /[<>≥≤]|\b(?:below|above|under|over|from|between|or +more|or +less|less|more)\b/.test(head);
  if (numbers[0] && numbers[1] && numbers[0] !== numbers[1] && isBand(one) && isBand(other)) return true;
  return ofPatients.test(one) || ofPatients.test(other);
}
const ordersAt = oncePer((guideline: Guideline) => new Set(weighedOrders(guideline)));

/** Two orders of this document. */
export function areLedByOthers(guideline: Guideline, a: Order, b: Order): boolean {
  const own = ordersAt(guideline);
  const [one, other] = [a, b].map(({ dose }) => ({ guideline, at: dose.start }));
  return own.has(a) && own.has(b) && one !== undefined && other !== undefined && areRunInApart(one, other);
}

/** More than "Adults" or "Children", which are read. */
const ofPatients =
  /^(?:(?:adult|elderly) +)?(?:patients?|people|persons|those|women|men|anyone|whoever|inpatients|outpatients) +(?:who|whose|on|with|after|before|awaiting|undergoing|having|already|taking|going|listed|referred|from|in|at)\b/i;

/** What a paragraph or item opens with, set apart by its type. */
function runInAt({ guideline: { text }, at }: Told): string {
  const before = text.slice(Math.max(0, at - longestRunIn), at);
  const block = before.slice(before.lastIndexOf("\n\n") + 1);
  const [, head = ""] = /^[\s>]*(?:[-*+] +|\d+[.)] +)?[*_]{1,3}([^*_\n]{3,80})[*_]{1,3}/.exec(block) ?? [];
  return head.trim();
}
const longestRunIn = 800;

/** "Arthritis in Lyme disease" and "Rash in Lyme disease": each names something of its own. */
function areTopicsApart(a: Section | undefined, b: Section | undefined): boolean {
  // What goes on below a heading is about the same.
  if (a && b && (pathOf(a).includes(b) || pathOf(b).includes(a))) return false;
  const [own, others] = [topicOf(a), topicOf(b)];
  return own.some((word) => !others.includes(word)) && others.some((word) => !own.includes(word));
}

/** Of the nearest heading that says more than that something is treated. */
function topicOf(section: Section | undefined): readonly string[] {
  for (const one of pathOf(section).toReversed()) {
    const words = topicWords(one);
    if (words.length > 0) return words;
  }
  return [];
}

/** Stems, so that "infection" and "infections" are one. */
const topicWords = oncePer((section: Section): readonly string[] => [
  ...new Set(
    (section.title.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
      .filter((word) => !general.test(word))
      .map((word) => word.slice(0, stem)),
  ),
]);
const stem = 6;
const general =
  /^(?:treat\w*|therap\w*|manage\w*|medic\w*|drugs?|pharmac\w*|antibiotics?|antimicrobials?|empiric\w*|preferred|alternative\w*|first|second|third|line|options?|choice|dos(?:e|es|age|ages|ing)|general|measures?|specific|initial|regimens?|recommend\w*|guid\w*|protocols?|chapters?|sections?|annex\w*|appendi\w*|tables?|summary|and|for|the|with|from|that|this|not|prescri\w*|oral|consult\w*|service|refer\w*|transfer|discharge|follow\w*|review\w*|quick|charts?|overview|introduction|examples?|checklist|admission|wards?|clinics?|home|hospitals?)$/;

/** Between two lists or paragraphs of one section stands a line that leads to the second, or names patients of its own. */
function isLineBetween({ markdown }: Guideline, a: number, b: number): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  const leads = markdown.blocks.flatMap(({ kind, span, ...block }) =>
    kind === "paragraph" && "listDepth" in block && block.listDepth === 0 && span.end <= to
      ? [{ start: span.start, text: slice(markdown, span).trim() }]
      : [],
  );
  const before = leads.findLast(({ start, text }) => start <= from && isLead(text));
  return leads.some(({ start, text }) => start > from && isLead(text) && text !== before?.text);
}

/** "Medical evacuation:", "2nd failure", "If the woman is pregnant", a first line like a heading, but not "or". */
function isLead(text: string): boolean {
  const [first = ""] = /^[^\n]*(?=\n)/.exec(text.trim()) ?? [];
  if (first && first.split(/\s+/).length <= fewWords && !/[.,;\d]\W*$/.test(first)) return true;
  const words = text.trim().split(/\s+/);
  if (/^\W*(?:and|or|plus|then|also)\W*$/i.test(text)) return false;
  return /:\W*$/.test(text) || (words.length <= fewWords && /\p{L}{3}/u.test(text)) || opens.test(text);
}
const fewWords = 8;
const opens = /^\W*(?:if|in|for|when|where|patients|children|adults|women|men)\b/i;
