// Prohibitions of a whole document, from its recommendations against something, from what is headed
// "Contraindications", and from tables. Where an exception stands beside it, nothing is read. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { otherAct } from "./advice-action.ts";
import { patientsIn } from "./forbidden-patients.ts";
import { isSaid } from "./indication.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { isEveryone } from "./population.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import {
  alsoTaking,
  anyoneOn,
  blanked,
  everyForm,
  withoutGloss,
  withoutReceived,
} from "./prohibition-aside.ts";
import { listedIn } from "./prohibition-listed.ts";
import { plainlySaid } from "./prohibition-spoken.ts";
import { remainingIn, statedIn } from "./prohibition-stated.ts";
import { useIn } from "./prohibition-statement.ts";
import {
  isAdvice,
  isExcepted,
  isIdle,
  isQualified,
  localForm,
  movedTargets,
  namesSalt,
  notOne,
  reasons,
  routeWord,
  wayIn,
} from "./prohibition-wording.ts";
import type { Recommendation } from "./recommendation.ts";
import type { Run } from "./run.ts";
import { scopeOf, slice } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";
export function parseProhibitions(
  markdown: Markdown,
  runs: readonly Run[],
  recommendations: readonly Recommendation[],
): Prohibition[] {
  const sections = runs.flatMap(({ section }) => section ?? []);
  const [first] = sections;
  const title = first?.level === 1 ? scopeOf(first.title, 0).indication.conditions : none;
  const said = recommendations.flatMap((one) => {
    const before = knownOf.get(one);
    if (before?.title === title) return before.found;
    const found = fromSentence(markdown, sections, one, title);
    knownOf.set(one, { title, found });
    return found;
  });
  const known = [...said, ...listedIn(runs, markdown)].filter(saysWhom);
  // What sentences say that no other reader understood.
  const stated = statedIn(runs, markdown).filter((one) => !known.some((other) => isSame(one, other)));
  const read = [...known, ...stated.filter(saysWhom)];
  const rest = remainingIn(runs, markdown).filter(
    (one) => !read.some((other) => areInOneSentence(one, other)),
  );
  return [...read, ...rest].sort((a, b) => a.start - b.start);
}

/** "Hypersensitivity to similar ones or to ondansetron": its own name tells no patients. */
const saysWhom = ({ target, patients, receiving }: Prohibition): boolean =>
  receiving !== undefined ||
  patients.unknown.length === 0 ||
  isSaid(patients.indication) ||
  !isEveryone(patients.population) ||
  patients.traits !== undefined ||
  patients.unknown.some((word) => word !== target.name);

/** Of the same medicine, in the same sentence; what names none is of its own item's before that of a line above. */
const isSame = (one: Prohibition, other: Prohibition): boolean =>
  (one.target.name === other.target.name || (one.target.start < 0 && other.target.start >= 0)) &&
  one.start < other.end &&
  other.start < one.end;

const areInOneSentence = (one: Prohibition, other: Prohibition): boolean =>
  one.target.name === other.target.name && one.start < other.end && other.start < one.end;

const none: readonly string[] = [];
const knownOf = new WeakMap<
  Recommendation,
  { readonly title: readonly string[]; readonly found: readonly Prohibition[] }
>();

/** "Do not give X in Y", "X is contraindicated in Y", "In Y, avoid X"; below the heading Y also "Avoid X". */
function fromSentence(
  markdown: Markdown,
  sections: readonly Section[],
  one: Recommendation,
  title: readonly string[],
): Prohibition[] {
  const { direction, action, verbs, gradings, reported, start, end } = one;
  if (direction !== "against" || reported) return [];
  const targets = action.targets.length > 0 ? action.targets : meantBy(markdown, sections, one);
  if (targets.length === 0) return [];
  const text = plainlySaid(markdown.plain.slice(start, end));
  const rest = [
    action,
    ...verbs,
    ...gradings.filter((part) => part.start >= start && part.end <= end),
  ].reduce(
    (left, part) =>
      left.slice(0, part.start - start) +
      " ".repeat(Math.max(0, part.end - part.start)) +
      left.slice(part.end - start),
    text,
  );
  const first = text.slice(0, Math.max(0, ...[action, ...verbs].map((part) => part.end - start)));
  const explained = text.slice(first.length).search(/[:;] +/) + first.length;
  const spoken =
    explained < first.length || /\b(?:unless|except|only|other +than|apart)\b/i.test(text.slice(explained))
      ? text
      : text.slice(0, explained);
  // "… while breastfeeding: the baby may stop breathing" says nothing else.
  if (verbs.some((verb) => verb.direction === "for" && verb.start - start < spoken.length)) return [];
  if (ofRow.test(text) || isExcepted(spoken) || notOne.test(text) || otherAct.test(text)) return [];
  // "… any beta-lactam: penicillins and cephalosporins are contraindicated": says it again.
  const from = Math.max(action.end, ...verbs.slice(0, 1).map((verb) => verb.end)) - start;
  const again = rest.slice(from).search(/[:;] +/);
  const told = (again < 0 ? rest : rest.slice(0, from + again))
    .slice(opening.exec(text)?.[0].length ?? 0)
    .replace(reasons, blanked);
  const { own, others } = withoutOthers(withoutGloss(told.replace(everyForm, blanked), targets));
  const { receiving, said } = withoutReceived(own);
  const object = text.slice(Math.max(0, action.start - start), action.end - start);
  if (namesSalt(object)) return [];
  const local = localForm.test(object.replace(everyForm, " "));
  if (isQualified(object.replace(everyForm, " ").replace(localForm, " ").replace(routeWord, " "))) return [];
  const named = patientsIn(said);
  if (!areMeasured(named) && targetsIn(said).length > 0 && !/allerg|hypersensitiv/i.test(said)) return [];
  // "Do not start metformin below 45": who takes it may go on.
  if (named !== "unclear" && named.some(({ kidney }) => kidney) && begins.test(text)) return [];
  if (named === "unclear" || (named.length === 0 && !isIdle(said))) return [];
  // "Primaquine is contraindicated in:" leads into the list that says in whom.
  if (named.length === 0 && (/:\s*$/.test(text) || isOfSome(markdown, start))) return [];
  const above = named.length > 0 ? named : receiving ? anyoneOn(receiving) : patientsAbove(one, title);
  const routes = routesIn(text, (verbs[0]?.start ?? start) - start);
  const further = {
    ...(named.length > 0 && forUse(said)),
    ...(local ? { local: "only" as const } : everyForm.test(text) && { local: "too" as const }),
    ...(receiving && { receiving }),
    ...(named.length === 0 && !receiving && { supposed: true as const }),
    ...((verbs.some(({ verb }) => advising.test(verb)) || isAdvice(text)) && { advised: true as const }),
  };
  return targets.flatMap((target) => [
    ...above.map((patients) => ({ target, patients, routes, start, end, ...further })),
    ...others.map((one) => ({ target, ...one, routes, start, end })),
  ]);
}

/** "Meant only for nebulisers and should not be given IV": those behind the verb. */
function routesIn(text: string, at: number): Prohibition["routes"] {
  const behind = scopeOf(text.slice(Math.max(0, at)), 0).routes;
  const said = behind.length > 0 ? behind : scopeOf(text, 0).routes;
  return said.length > 0 ? said : wayIn(text).routes;
}

/** "In newborns with jaundice and in any newborn who receives calcium": the latter are others. */
function withoutOthers(told: string) {
  const [part = ""] = alsoTaking.exec(told.replace(/[\s.]+$/, "")) ?? [];
  const { receiving, said } = withoutReceived(part);
  const found = receiving ? patientsIn(said) : "unclear";
  if (!receiving || found === "unclear") return { own: told, others: [] };
  const patients = found.length > 0 ? found : anyoneOn(receiving);
  return { own: told.replace(part, blanked), others: patients.map((one) => ({ patients: one, receiving })) };
}

/** "When serum potassium exceeds 5": no medicine. */
const areMeasured = (named: ReturnType<typeof patientsIn>): boolean =>
  named !== "unclear" &&
  named.length > 0 &&
  named.every(({ values, within, kidney }) => values ?? within ?? kidney);

/** "LVEF below 40 %: carvedilol …. Do not give verapamil.": in some of those that the heading is about. */
function isOfSome(markdown: Markdown, start: number): boolean {
  const [line = ""] = /[^\n]*$/.exec(markdown.plain.slice(Math.max(0, start - farthestBack), start)) ?? [];
  const [, label = ""] = /^[^\p{L}]*([^.:;|]{3,80}):\s/u.exec(line) ?? [];
  return (
    label !== "" && targetsIn(label).length === 0 && scopeOf(label, 0).indication.conditions.length === 0
  );
}

/** "Midazolam for shivering in children": for nothing else. */
function forUse(said: string): Pick<Prohibition, "use"> {
  const use = useIn(` ${purpose.exec(said)?.[0]}`);
  return use ? { use } : {};
}
const purpose =
  /\bfor +(?=[a-z])(?!(?:all|any|the|an?|use|more|longer|less|at|up|children|infants|adults|babies|newborns|neonates|anyone|those|patients|people|women|girls|men|boys|persons?|pregnan\w+|nursing|breast\w*|first|second|third|initial|routine|long|short)\b)[^.,;:()]{3,40}?(?= +(?:in|to|of|with|among|during|by)\b| {2}|[^a-z -]|$)/i;

/** "But pregnant women should not": no reason. */
const opening = /^[^a-zß-öø-ɏ]*(?:but|however)\b/i;
const begins = /\b(?:start|initiat|begin|commenc)/i;

const advising = /^(?:recommend|suggest|advise|propose)$/;
const pronoun =
  /^\W*(?:(?:its|their)(?: +use)?|it|they|them|this|these|(?:the|this|these|such|both) +(?:medicines?|drugs?|products?|tablets?|syrup|agents?|antibiotics?|injections?|combination|class))\W*$/i;

/** "It is contraindicated in …": what the sentences before it in the paragraph, or else the heading, are about. */
function meantBy(
  markdown: Markdown,
  sections: readonly Section[],
  { action, start, where }: Recommendation,
): readonly MedicineTarget[] {
  if (!pronoun.test(markdown.plain.slice(action.start, action.end))) return [];
  const before = markdown.plain.slice(Math.max(0, start - farthestBack), start);
  // In a table, what its own row is about.
  const from = start - before.length + Math.max(0, before.lastIndexOf(where === "cell" ? "\n" : "\n\n"));
  const named = movedTargets(targetsIn(markdown.plain.slice(from, start)), from);
  const names = new Set(named.map(({ name }) => name));
  const heading = sectionAt(sections, start)?.headingSpan;
  const found =
    names.size > 0 || !heading ? named : movedTargets(targetsIn(slice(markdown, heading)), heading.start);
  return new Set(found.map(({ name }) => name)).size === 1 ? found.slice(-1) : [];
}
const farthestBack = 400;

/** Nobody is named in the sentence: those that the heading is about. */
function patientsAbove(
  { outer: { population, indication } }: Recommendation,
  title: readonly string[],
): Patients[] {
  const groups = population.groups.filter(
    (group) => group === "pregnant" || group === "breastfeeding" || group === "neonate",
  );
  // What the whole document is about tells no patients apart.
  const single =
    indication.conditions.length === 1 &&
    indication.topic.length === 0 &&
    !title.includes(indication.conditions[0] ?? "");
  if (!single && groups.length === 0) return [];
  const words = [...groups, ...indication.conditions].join(", ").replaceAll("-", " ");
  return [
    {
      population,
      indication: single ? indication : { ...indication, conditions: [] },
      text: words,
      unknown: [],
    },
  ];
}

/** "Avoid; use warfarin": what to avoid stands in another cell. */
const ofRow = /^\W*(?:avoid|do +not +(?:use|give|combine)|contraindicated|never)\s*[;—–]|^\W*do +not +do\b/i;
