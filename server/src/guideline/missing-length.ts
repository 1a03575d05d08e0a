// Courses of tablets against infections whose length is not said, where all others beside them say it. Knows what stands
// in for a length: "until", "long term", a line above or below that is about all of them. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { clauseBehind } from "../text/around.ts";
import { oncePer } from "../text/memory.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { Order } from "./order.ts";
import { sectionAt } from "./section.ts";

export interface LoneLack {
  readonly order: Order;
  /** How many orders like it say it. */
  readonly told: number;
}

/** Whose courses end, as those of tablets against tuberculosis or HIV do not. */
const against = new Set(["antibiotic", "antifungal", "antiviral", "anthelmintic", "antiprotozoal"]);
const ongoing = new Set(["antituberculosis", "antiretroviral"]);

/** A length in other words, or none at all. */
const toldOtherwise =
  /\b(?:until|till|unless|long|life|indefinite\w*|continu\w*|review\w*|while|prophyla\w*|prevent\w*|suppress\w*|days|day +\d|week\w*|months?|years?|nights|course|complet\w*|likewise|same|above|below|see|throughout|further|switch\w*|step|then|dose[sd]? +in +all|in +(?:this|that|such|these|those) +cases?|started?|begin|begun|first +dose|stop\w*|travel\w*|chronic\w*|recurr\w*|carriers?|\d+ +doses|cont|hours|single|stat)\b|\d-day|\b\d+[dw]\b|[×x]\s?\d+|\/(?:7|52|12)\b/i;

/** "A flare of chronic obstructive lung disease" is short. */
const flare =
  /\b(?:flare|exacerbation|attack|acute)\b.*\bchronic\b|\bchronic\b.*\b(?:flares?|exacerbations?)\b/i;

/** No list may take quadratic time. */
const mostPeers = 30;

export const missingLengths = (guideline: Guideline): LoneLack[] => {
  const asked = coursesOf(guideline.orders);
  if (asked.every(hasLength)) return [];
  const { lists } = guideline;
  const byPlace = grouped(asked, ({ block, container }) => lists.get(block.start) ?? container);
  return [...byPlace.values()].flatMap((together) => {
    const silent = together.filter((order) => !hasLength(order));
    const told = together.length - silent.length;
    const [order] = silent;
    if (silent.length !== 1 || !order || told === 0 || together.length > mostPeers) return [];
    // Said with the dose of adults, it need not be said with that of children.
    const again = together.some((other) => other !== order && isOfSame(other, order));
    return again || isTold(guideline, order) ? [] : [{ order, told }];
  });
};

/** What is swallowed day after day against an infection. */
const coursesOf = oncePer((orders: readonly Order[]) => orders.filter(isCourse));

function isCourse({
  medicine,
  routes,
  frequency,
  negated,
  asNeeded,
  conditional,
  preparation,
  phase,
}: Order) {
  return (
    isAgainstInfection(medicine) &&
    routes.join() === "oral" &&
    frequency?.perDay !== undefined &&
    !(negated || asNeeded || conditional || preparation || phase)
  );
}

export const isAgainstInfection = ({ classes }: Medicine): boolean =>
  classes.some((name) => against.has(name)) && !classes.some((name) => ongoing.has(name));

const isOfSame = (a: Order, b: Order) =>
  a.medicine === b.medicine && a.indication.conditions.join() === b.indication.conditions.join();

const hasLength = ({ duration, doseCount }: Order) => duration !== undefined || doseCount !== undefined;

/** Its own words, the headings and lead-in lines above, or a length that is said of the section. */
function isTold(guideline: Guideline, order: Order): boolean {
  const { text } = guideline;
  const own = text.slice(order.block.start, order.block.end).replace(/\b(?:a|per|each|every) +day\b/gi, "");
  if (toldOtherwise.test(order.where === "prose" ? behind(own, order) : own)) return true;
  return isToldOfSection(guideline, order);
}

/** By the headings and lead-in lines above, or as the length of all that the section has. */
export function isToldOfSection(guideline: Guideline, order: Order): boolean {
  const { text, courses, sections, markdown } = guideline;
  const section = sectionAt(sections, order.start);
  const ofIt = courses.filter(({ medicine }) => medicine === undefined || medicine === order.medicine);
  if (ofIt.some(({ start }) => sectionAt(sections, start) === section)) return true;
  for (let above = section; above; above = above.parent)
    if (toldOtherwise.test(above.title.replace(flare, ""))) return true;
  const near = markdown.blocks.filter(
    ({ kind, span }) => kind === "paragraph" && sectionAt(sections, span.start) === section,
  );
  const ordering = blocksOf(guideline.orders);
  return near.some(({ span }) => {
    if (span.start === order.block.start) return false;
    const words = text.slice(span.start, span.end);
    return forBelow.test(words) || (!ordering.has(span.start) && forAll.test(words));
  });
}

const blocksOf = oncePer((orders: readonly Order[]) => new Set(orders.map(({ block }) => block.start)));

/** "All are taken for 7 days", apart from "every 8 hours" and "Spine: all of it for 12 weeks". */
const forAll =
  /(?<![\p{L}\d]: +)\b(?:all|both|each|these|they|treatment|every(?! +\d)|course|antibiotics?)\b[^.;]{0,80}\b(?:days|weeks|months|one +week|a +week)\b/iu;
const forBelow = /\bfor +(?:\d+|\w+)(?:\s?(?:–|-|to)\s?\d+)? +(?:days|weeks|months)\W{0,3}:/i;

/** In running text what other doses last is said, too. */
function behind(own: string, { dose, block }: Order): string {
  return clauseBehind(own, dose.start - block.start);
}
