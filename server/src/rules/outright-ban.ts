// What a document rules out for all its patients ("Never give phenytoin IM"), and the orders in it that do it all the
// same. What is forbidden in some patients only is another matter. It must not look at other documents.

import type { Guideline } from "../guideline/guideline.ts";
import { covers, targetsIn } from "../guideline/medicine-target.ts";
import { formatPopulation, isEveryone } from "../guideline/population.ts";
import { isQualified, routeWord } from "../guideline/prohibition-wording.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { areApart, titleBand } from "../guideline/title-band.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { type Claim, claimsOf } from "./advice-claim.ts";
import { type Given, givenIn } from "./given-medicine.ts";
import { areUnderLikeTitles, isOfOtherMedicine } from "./other-heading.ts";

export interface BannedOrder {
  readonly given: Given;
  readonly ban: Claim;
}

export const bannedOrders = oncePer((guideline: Guideline): readonly BannedOrder[] => {
  const { sections } = guideline;
  const [first] = sections;
  const title = first?.level === 1 ? scopeOf(first.title, 0).indication.conditions : none;
  const [all] = guideline.scopes.values();
  const everybody = all ? formatPopulation(all.population) : "";
  const bans = claimsOf(guideline).filter((claim) =>
    known(
      claim,
      [title, everybody],
      () => isOutright(claim, title, everybody) && !isBelowLabel(guideline, claim),
    ),
  );
  if (bans.length === 0) return [];
  const found = givenIn(guideline).flatMap((given): BannedOrder[] => {
    const own = sectionAt(sections, given.span.start);
    const ban = bans.find(
      (one) =>
        breaks(given, one) &&
        !isOfOtherAge(given, guideline) &&
        !isBandApart(guideline, given, one) &&
        !isBelowOther(guideline, given, one) &&
        !areUnderLikeTitles(sectionAt(sections, one.recommendation.start), own) &&
        !isOfOtherMedicine(sectionAt(sections, one.recommendation.start), own, given.medicine.name),
    );
    return ban && given.verb === "ordered" ? [{ given, ban }] : [];
  });
  // What is ordered again and again is not what was ruled out.
  return found.filter(({ ban }) => found.filter((other) => other.ban === ban).length <= mostBroken);
});

const known = whileFrom<Claim, boolean>();
const none: readonly string[] = [];
const mostBroken = 2;

/** No patients, no condition of its own, nothing that narrows it. */
function isOutright(
  { direction, target, terms, recommendation }: Claim,
  title: readonly string[],
  everybody: string,
): boolean {
  const { verb, verbs, own, outer, text } = recommendation;
  const said = verb ?? verbs[0];
  const { action, start } = recommendation;
  if (isQualified(text.slice(action.start - start, action.end - start).replace(routeWord, " "))) return false;
  // "… should not be given in the case of:" leads into the list that says in whom.
  if (/:\s*$/.test(text)) return false;
  // "NSAIDs to patients on warfarin"
  if (
    targetsIn(text).some(({ start: from, end }) => from >= action.end - start || end <= action.start - start)
  )
    return false;
  if (direction !== "against" || !target || terms.size > 0 || !said || said.hedged) return false;
  if (
    !(/^(?:do +not|avoid|must|should)$/.test(said.verb) || outlawed.test(text)) ||
    /\d|\broutine/i.test(text.replace(/^[\d.\s]+/, "").split(":", 1)[0] ?? "")
  )
    return false;
  if (ofSome.test(text) || outer.indication.qualifiers.some((id) => id.endsWith("-impairment"))) return false;
  const { conditions, qualifiers, topic } = own.indication;
  if (!isEveryone(own.population) || conditions.length + qualifiers.length + topic.length > 0) return false;
  const above = outer.indication.conditions;
  const general = isEveryone(outer.population) || formatPopulation(outer.population) === everybody;
  return general && above.every((id) => title.includes(id));
}

/** "In the same line": not by itself. "In all patients who": told in a line that was broken off. */
const ofSome =
  /\bco-?(?:administ|prescri)|\b(?:in|through|via|into) +(?:the +|one +and +the +)?same\b|\bpatients +who\b/i;
const outlawed =
  /\b(?:is|are) +(?:banned|prohibited|outlawed) +(?:from|in|by|at) +(?:this|our|all|the +whole)\b/i;

/** "LVEF below 40 %: give bisoprolol. Do not give verapamil.": for those that the line begins with. */
function isBelowLabel({ markdown: { plain } }: Guideline, { recommendation: { start } }: Claim): boolean {
  const lines = plain.slice(Math.max(0, start - longestLine), start).split("\n");
  const line = lines.at(-1) ?? "";
  if (label.test(line) && !ofWarning.test(line)) return true;
  // "- If the pH is above 7.0", and a step in: "- Do not give bicarbonate".
  const depth = indentOf(line);
  const parent = lines.slice(0, -1).findLast((one) => one.trim() !== "" && indentOf(one) < depth);
  return depth > 0 && parent !== undefined && conditional.test(parent);
}
const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
const conditional = /^\s*(?:(?:[-*+•]|\d+[.)])\s+)?[*_]*(?:if|when|in|for|with|once|after|during)\b/i;
const longestLine = 400;
const label = /^[^a-zß-öø-ɏ]*(?:[^.:;]{2,80}:\s|(?:if|when|in|for|with|once|after|during)\b)/i;
const ofWarning =
  /^[^a-zß-öø-ɏ]*(?:notes?|warnings?|cautions?|important|remember|safety|caveat|key +points?)\b/i;

/** "**Watery diarrhoea, no blood**", in letters of its own like a heading: for those, and not below another such line. */
function isBelowOther({ text, sections }: Guideline, { span }: Given, { recommendation }: Claim): boolean {
  const titleAt = (offset: number) => {
    const from = Math.max(sectionAt(sections, offset)?.headingSpan.end ?? 0, offset - farthest);
    return matchesIn(text.slice(from, offset), boldLine).at(-1)?.[1];
  };
  const own = titleAt(recommendation.start);
  if (own === undefined || ofWarning.test(own) || own === titleAt(span.start)) return false;
  // "**No dehydration**": those without it.
  const { indication, population } = scopeOf(own.replace(/^ *(?:no|without) +/i, ""), 0);
  return indication.conditions.length > 0 || !isEveryone(population);
}
const farthest = 3000;
/** What heads a table or picture reaches no further. */
const boldLine =
  /^[ \t]*(?:\*\*|__)(?!(?:table|figure|chart|box)\b)([^*_\n]{3,120})(?:\*\*|__)[.:]?[ \t]*$/gim;

/** "A child of 2 to 5 years", in a document on infants: other patients. */
function isOfOtherAge({ population: { age, groups } }: Given, { sections }: Guideline): boolean {
  const [first] = sections;
  const title = first?.level === 1 ? scopeOf(first.title, 0).population : undefined;
  const young = (all: readonly string[] = []) => all.some((one) => one === "infant" || one === "neonate");
  const grown = (all: readonly string[]) => all.some((one) => one === "child" || one === "adult");
  if (young(title?.groups) && !grown(title?.groups ?? []) && grown(groups) && !young(groups)) return true;
  if (!age || !title?.age) return false;
  return (age.low ?? 0) >= (title.age.high ?? Infinity) || (age.high ?? Infinity) <= (title.age.low ?? 0);
}

/** Not at "Score of 0 to 2", but at "Score of 3 or 4". */
function isBandApart({ sections }: Guideline, { span }: Given, { recommendation }: Claim): boolean {
  const bandsAt = (offset: number) =>
    pathOf(sectionAt(sections, offset)).flatMap(({ title }) => titleBand(title) ?? []);
  const own = bandsAt(span.start);
  return bandsAt(recommendation.start).some((one) => own.some((other) => areApart(one, other)));
}

function breaks(given: Given, { target, recommendation }: Claim): boolean {
  const { routes } = scopeOf(recommendation.text.split(":", 1)[0] ?? "", 0);
  if (!target || !covers(target, given.medicine) || given.lowDose) return false;
  return routes.length > 0
    ? given.routes.length > 0 && given.routes.every((route) => routes.includes(route))
    : !given.local;
}

/** "Heparins of every kind are contraindicated", below "Confirmed cases": in those that the section is about. */
export const sectionBansBroken = oncePer((guideline: Guideline): readonly BannedOrder[] => {
  const bans = claimsOf(guideline).filter(isOfSection);
  return bans.flatMap((ban) => {
    const section = sectionAt(guideline.sections, ban.recommendation.start);
    if (!section || section.level < 2 || ofMedicines.test(section.title)) return [];
    const { target } = ban;
    if (!target || targetsIn(section.title).length > 0) return [];
    return givenIn(guideline).flatMap((given): BannedOrder[] =>
      given.verb === "ordered" &&
      covers(target, given.medicine) &&
      !given.local &&
      sectionAt(guideline.sections, given.span.start) === section
        ? [{ given, ban }]
        : [],
    );
  });
});

/** Below it the patients differ from line to line. */
const ofMedicines =
  /\b(?:contra-?indications?|medicines?|drugs?|avoid|warnings?|cautions?|precautions?|safety|interactions?|notes?|adverse|dos(?:e|es|age)|treatment|therapy|management)\b/i;
const forbidden = /\b(?:contra-?indicated|forbidden|prohibited|banned)\b/i;
const narrowed =
  /\b(?:if|when|in|with|during|unless|until|except|only|who|whose|before|after|above|below|under|over|and|or)\b/i;

function isOfSection({ direction, recommendation, target }: Claim): boolean {
  const { own, verb, verbs, text, start, action } = recommendation;
  const said = verb ?? verbs[0];
  if (direction !== "against" || !target || !said || !forbidden.test(text)) return false;
  const clause =
    text.slice(0, said.end - start) + (/^[^,.;:]*/.exec(text.slice(said.end - start))?.[0] ?? "");
  const object = text.slice(action.start - start, action.end - start);
  const { conditions, qualifiers, topic } = own.indication;
  return (
    !narrowed.test(clause) &&
    !isQualified(object.replace(/\b(?:of +)?(?:every|any|all) +(?:kinds?|sorts?|types?)\b/i, "")) &&
    isEveryone(own.population) &&
    conditions.length + qualifiers.length + topic.length === 0
  );
}
