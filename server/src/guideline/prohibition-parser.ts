// Prohibitions of a whole document, from its recommendations against something, from what is headed
// "Contraindications", and from tables. Where an exception stands beside it, nothing is read. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { type Span, shifted } from "../text/span.ts";
import { otherAct } from "./advice-action.ts";
import { patientsIn } from "./forbidden-patients.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { ordersIn } from "./order-parser.ts";
import { type Passage, passagesIn } from "./passage.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { anyoneOn, blanked, everyForm, withoutGloss, withoutReceived } from "./prohibition-aside.ts";
import { barring, phrases } from "./prohibition-phrase.ts";
import type { Recommendation } from "./recommendation.ts";
import { listPerRun, type Run } from "./run.ts";
import { type Scope, scopeOf, slice } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";

const exception =
  /\b(?:unless|except|other +than|apart +from|only|until|without|instead +of|alone|monotherapy|if +possible|where +possible|if +available|prefer\w*|routine\w*|general\w*|usual\w*|higher|high[- ]dose|large|more +than|less +than|longer|greater +than|prolonged|long[- ]term|repeat\w*|exceed\w*|together|cautious\w*|with +(?:great +|extreme +)?caution|if +(?:really +|absolutely +|strictly +)?(?:indicated|necessary|essential|needed)|concurrent\w*|concomitant\w*|combin\w*|simultaneous\w*|same +time|same +syringe|dilut\w*|mix\w*|rapid\w*|bolus|undiluted|crush\w*|again|another|additional|second +(?!trimester|stage|half|or +third|degree)|abrupt\w*|first[- ]line|first +choice|(?:first|initial) +(?:medicine|drug|treatment|step)|sole|before|after|within|at +night|at +term|near +term)\b/i;
/** "Fever is not a contraindication", "there are few". */
const notOne = /\b(?:not?|few|neither|nor|nil|none)\b[^.]{0,40}\bcontra-?indicat/i;
const headed =
  /^[^\p{L}]*(?:absolute +|relative +|main +|common +)?(?:contra-?indications?|contra-?indicated(?: +in| +for)?|(?:do +not|never) +(?:use|give)(?: +(?:in|to|if))?|avoid +in|not +to +be +(?:used|given) +in)\b(?: +(?:to|for|of) +[^:.]{2,60})?\W*(?::|$)/iu;
/** "Contraindicated in …", below the medicine's name. */
const bare =
  /^[^\p{L}]*(?:(?:absolutely +|strictly +)?contra-?indicated +(?:in|for)|not +(?:(?:to +be +)?(?:given|used|prescribed|applied) +)?(?:in|to|if|during)|avoid +(?:use +)?(?:in|during)|(?:must|should) +(?:not|never) +be +(?:given|used|prescribed|taken) +(?:in|to|by|during))\b/iu;
const forbids =
  /^[^\p{L}]*(?:contra-?indicated|avoid|do +not +(?:use|give)|not +recommended|never|should +not +be +(?:used|given)|must +not +be +(?:used|given)|not +allowed|✗|✘|❌)[^\p{L}]*$/iu;
const excludes =
  /\bcontra-?indicat|\bavoid(?:ed)?\b|\b(?:do +not|not +to +be|not|never)\b +(?:be +)?(?:use|given?|used|in|for)\b/i;

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
  return [...said, ...listedIn(runs, markdown)].sort((a, b) => a.start - b.start);
}

const none: readonly string[] = [];
const knownOf = new WeakMap<
  Recommendation,
  { readonly title: readonly string[]; readonly found: readonly Prohibition[] }
>();

const listedIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap((passage) =>
    passage.row
      ? fromCell(markdown, passage, ordersIn(run, markdown).scopes)
      : [...fromLabel(markdown, passage), ...fromPhrases(markdown, passage)],
  ),
);

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
  const text = markdown.plain.slice(start, end);
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
  if (ofRow.test(text) || exception.test(withoutAge(spoken)) || notOne.test(text) || otherAct.test(text))
    return [];
  // "… any beta-lactam: penicillins and cephalosporins are contraindicated": says it again.
  const from = Math.max(action.end, ...verbs.slice(0, 1).map((verb) => verb.end)) - start;
  const again = rest.slice(from).search(/[:;] +/);
  const told = (again < 0 ? rest : rest.slice(0, from + again)).replace(reasons, blanked);
  const { receiving, said } = withoutReceived(withoutGloss(told.replace(everyForm, blanked), targets));
  if (targetsIn(said).length > 0 && !/allerg|hypersensitiv/i.test(said)) return [];
  const object = text.slice(Math.max(0, action.start - start), action.end - start);
  if (namesSalt(object)) return [];
  const local = localForm.test(object.replace(everyForm, " "));
  if (isQualified(object.replace(everyForm, " ").replace(localForm, " ").replace(routeWord, " "))) return [];
  const named = patientsIn(said);
  // "Do not start metformin below 45": who takes it may go on.
  if (named !== "unclear" && named.some(({ kidney }) => kidney) && begins.test(text)) return [];
  if (named === "unclear" || (named.length === 0 && !isIdle(said))) return [];
  // "Primaquine is contraindicated in:" leads into the list that says in whom.
  if (named.length === 0 && (/:\s*$/.test(text) || isOfSome(markdown, start))) return [];
  const above = named.length > 0 ? named : receiving ? anyoneOn(receiving) : patientsAbove(one, title);
  const routes = scopeOf(text, 0).routes;
  const further = {
    ...(local ? { local: "only" as const } : everyForm.test(text) && { local: "too" as const }),
    ...(receiving && { receiving }),
    ...(verbs.some(({ verb }) => advising.test(verb)) && { advised: true as const }),
  };
  return targets.flatMap((target) =>
    above.map((patients) => ({ target, patients, routes, start, end, ...further })),
  );
}

/** "LVEF below 40 %: carvedilol …. Do not give verapamil.": in some of those that the heading is about. */
function isOfSome(markdown: Markdown, start: number): boolean {
  const [line = ""] = /[^\n]*$/.exec(markdown.plain.slice(Math.max(0, start - farthestBack), start)) ?? [];
  const [, label = ""] = /^[^\p{L}]*([^.:;|]{3,80}):\s/u.exec(line) ?? [];
  return (
    label !== "" && targetsIn(label).length === 0 && scopeOf(label, 0).indication.conditions.length === 0
  );
}

const begins = /\b(?:start|initiat|begin|commenc)/i;

/** What is forbidden by one route only has that route. */
export const routeWord =
  /\b(?:oral|sublingual|intravenous|intramuscular|rectal|inhaled|nebuli[sz]ed|subcutaneous)\b/i;
const advising = /^(?:recommend|suggest|advise|propose)$/;
const localForm =
  /\b(?:(?:eye|ear|nasal|nose|topical)[ -])?(?:drops?|ointments?|creams?|gels?|lotions?|sprays?|mouth *wash(?:es)?|shampoos?|pessar(?:y|ies))\b/i;
const pronoun =
  /^\W*(?:it|they|them|this|these|(?:the|this|these|such|both) +(?:medicines?|drugs?|products?|tablets?|syrup|agents?|antibiotics?|injections?|combination|class))\W*$/i;

/** "It is contraindicated in …": what the sentences before it in the paragraph, or else the heading, are about. */
function meantBy(
  markdown: Markdown,
  sections: readonly Section[],
  { action, start }: Recommendation,
): readonly MedicineTarget[] {
  if (!pronoun.test(markdown.plain.slice(action.start, action.end))) return [];
  const before = markdown.plain.slice(Math.max(0, start - farthestBack), start);
  const from = start - before.length + Math.max(0, before.lastIndexOf("\n\n"));
  const named = movedTargets(targetsIn(markdown.plain.slice(from, start)), from);
  const names = new Set(named.map(({ name }) => name));
  const heading = sectionAt(sections, start)?.headingSpan;
  const found =
    names.size > 0 || !heading ? named : movedTargets(targetsIn(slice(markdown, heading)), heading.start);
  return new Set(found.map(({ name }) => name)).size === 1 ? found.slice(-1) : [];
}
const farthestBack = 400;

const reasons =
  /[,;(]?\s*\b(?:because|since|as +(?:it|they|this|these|there|some|many|most|the|its|their|are|is|do|does)\b|due +to|owing +to|which|risk +of|may +(?:cause|harm|worsen)|can +(?:cause|worsen)|causes?)\b[\s\S]*$/i;

/** "Erythromycin estolate": one salt of it, not each. */
const namesSalt = (object: string) =>
  targetsIn(object).some(
    ({ kind, name, start, end }) =>
      kind === "medicine" && object.slice(start, end).toLowerCase().startsWith(`${name} `),
  );

/** "Systemic NSAIDs", "supplemental iodine": not all of it. */
export function isQualified(object: string): boolean {
  const bare = targetsIn(object).reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    object,
  );
  return !isIdle(bare);
}

const idleWords = new Set(
  "and or the any all use using such like including other eg nor any with medicine medicines drug drugs agent agents tablet tablets treatment therapy patient patients people person this these those them disease condition case cases should must not never give given prescribe prescribed administer administered offer offered taken receive used also therefore both either group class product products preparation preparations here for pain fever who have has are was been their being to of in on by at as is it".split(
    " ",
  ),
);
/** Nothing is said that could narrow what is forbidden. */
const isIdle = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).every(
    (word) => idleWords.has(word) || /^\p{L}{1,2}$/u.test(word),
  );

/** ", from the first day of fever until platelets are normal": as long as they are ill, which narrows nothing. */
const wholeIllness =
  /,?\s*\bfrom +(?:the +)?(?:first|start|onset|beginning|outset|day +of +onset)\b[^.;:,]{0,40}?\b(?:until|till|to)\s[^.;:,]{0,40}?\b(?:normal|recover(?:y|ed|s)|resol(?:ution|ved|ves)|over|gone|ends?|ended|well|last)\b/i;

const withoutAge = (text: string) =>
  text
    .replace(
      /\b(?:less +than|more +than|greater +than|within|before|after)\s+\d+\s*(?:years?|months?|weeks?|days?|kg)\b/gi,
      " ",
    )
    .replace(/\bbefore +(?:the +age +of +)?\d+/gi, " ")
    .replace(/\b(?:less|lower|greater|more) +than +\d+\s*mL\b/gi, " ");

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

/** "Contraindications: …", and items below a heading or line that says so. */
function fromLabel(markdown: Markdown, { span, where, contexts }: Passage): Prohibition[] {
  const whole = slice(markdown, span);
  const text = whole.slice(labelWithin.exec(whole)?.index ?? 0);
  const own = headed.exec(text) ?? bare.exec(text);
  const above = contexts.slice(0, 2).findIndex((context) => headed.test(slice(markdown, context)));
  if (where === "heading" || (!own && above < 0)) return [];
  const label = own?.[0].length ?? 0;
  const body = text.slice(label);
  if (exception.test(withoutAge(body)) || notOne.test(text) || /^\W*(?:none|nil|no +known)\b/i.test(body))
    return [];
  // "Contraindicated in haemorrhagic stroke: aspirin, clopidogrel."
  const colon = bare.test(text) ? text.indexOf(": ") : -1;
  if (colon > 0 && /\p{L}/u.test(text.slice(label, colon))) {
    const whom = patientsIn(text.slice(label, colon));
    const what = movedTargets(targetsIn(text.slice(colon)), span.start + colon);
    if (whom === "unclear") return [];
    return what.flatMap((target) => whom.map((one) => ({ target, patients: one, routes: [], ...span })));
  }
  // "- Tetracyclines: pregnancy"
  const named = [
    ...targetsIn(text).filter(({ start }) => !/\p{L}/u.test(text.slice(0, start))),
    ...(text === whole ? targetsIn(own?.[0] ?? "") : []),
  ];
  const targets = named.length > 0 ? movedTargets(named, span.start) : targetsAbove(markdown, contexts);
  const patients = patientsIn(body);
  if (patients === "unclear" || targets.length === 0) return [];
  return targets.flatMap((target) => patients.map((one) => ({ target, patients: one, routes: [], ...span })));
}

/** "Indications: … . Contraindications: …" in one paragraph. */
const labelWithin = /(?<=[.;]\s+)(?:absolute +|main +)?contra-?indications?:\s[^.]*\.?\s*$/iu;

/** "Codeine: not for children under 12 years", "No NSAIDs in dengue", "Pregnancy is a contraindication to warfarin". */
function fromPhrases(markdown: Markdown, { span, where }: Passage): Prohibition[] {
  const text = slice(markdown, span);
  if (where === "heading" || !barring.test(text)) return [];
  return phrases.flatMap((phrase) =>
    matchesIn(text, phrase).flatMap(({ index, 0: words, groups: { what: listed = "", who = "" } = {} }) => {
      const what = withoutNarrowed(listed);
      const targets = targetsIn(what);
      if (
        targets.length === 0 ||
        isQualified(what) ||
        namesSalt(what) ||
        exception.test(withoutAge(words.replace(wholeIllness, ""))) ||
        notOne.test(words)
      )
        return [];
      const patients = patientsIn(who.replace(reasons, "").replace(wholeIllness, ""));
      if (patients === "unclear" || /^\W*(?:use|treat)/i.test(who)) return [];
      const lead = /^[^\p{L}]*/u.exec(words)?.[0].length ?? 0;
      const place = shifted({ start: index + lead, end: index + words.length }, span.start);
      return targets.flatMap((target) =>
        patients.map((one) => ({ target, patients: one, routes: [], ...place })),
      );
    }),
  );
}

/** "Fluoroquinolones and IV magnesium": what narrows a later one of a list says nothing of those before it. */
function withoutNarrowed(what: string): string {
  let from = 0;
  for (const { index, 0: joint } of [...matchesIn(what, listJoint), endOf(what)]) {
    if (isQualified(what.slice(from, index)))
      return from === 0 || formLast.test(what) ? what : what.slice(0, from);
    from = index + joint.length;
  }
  return what;
}
const listJoint = /,\s*(?:and\s|or\s)?\s*|\s(?:and|or)\s/gi;
const endOf = (text: string) => ({ index: text.length, 0: "" });
/** A form at the end is that of all. */
const formLast =
  /\b(?:injections?|infusions?|drops|creams?|gels?|ointments?|lotions?|syrups?|patch(?:es)?|sprays?|suppositories|inhalers?|nebulisers?|enemas?|combinations?|doses?|together|overdoses?|courses?)\W*$/i;

const most = 3;

/** The nearest text above that names a medicine or class. */
function targetsAbove(markdown: Markdown, contexts: readonly Span[]): readonly MedicineTarget[] {
  for (const context of contexts) {
    const found = targetsIn(slice(markdown, context));
    if (found.length > 0) return found.length <= most ? movedTargets(found, context.start) : [];
  }
  return [];
}

const movedTargets = (targets: readonly MedicineTarget[], by: number) =>
  targets.map((target) => ({ ...target, ...shifted(target, by) }));

/** "Avoid; use warfarin": what to avoid stands in another cell. */
const ofRow = /^\W*(?:avoid|do +not +(?:use|give|combine)|contraindicated|never)\s*[;—–]/i;

/** "Ketoconazole with rivaroxaban | Avoid": neither is forbidden by itself. */
const isCombination = (text: string, targets: number): boolean =>
  targets > 1 && /\bwith\b|\s\+\s|\btogether\b|\bcombin/i.test(text);

/** A column "Contraindications", or one "In pregnancy" that says "Avoid". */
function fromCell(
  markdown: Markdown,
  { span, row, block }: Passage,
  scopes: ReadonlyMap<number, Scope>,
): Prohibition[] {
  if (!row || row.index === 0) return [];
  const [first] = row.cells;
  const targets = first ? movedTargets(targetsIn(slice(markdown, first)), first.start) : [];
  if (targets.length > most || (first && isCombination(slice(markdown, first), targets.length))) return [];
  const text = slice(markdown, span);
  const head = row.header ? slice(markdown, row.header) : "";
  if (targets.length === 0) return first ? forbiddenTo(slice(markdown, first), text, head, span) : [];
  const patients = forbids.test(text)
    ? forbiddenBy(head, row.cells.length, scopes.get(block))
    : excludes.test(head) && !exception.test(withoutAge(text))
      ? patientsIn(text)
      : [];
  if (patients === "unclear") return [];
  return targets.flatMap((target) => patients.map((one) => ({ target, patients: one, routes: [], ...span })));
}

/** "Asthma | beta-blockers", under "Contraindicated". */
function forbiddenTo(who: string, text: string, head: string, span: Span): Prohibition[] {
  if (!excludes.test(head) || exception.test(withoutAge(text)) || isQualified(text)) return [];
  const patients = patientsIn(who);
  if (patients === "unclear" || patients.length !== 1) return [];
  return movedTargets(targetsIn(text), span.start).flatMap((target) =>
    patients.map((one) => ({ target, patients: one, routes: [], ...span })),
  );
}

/** In whom "Avoid" in a cell means: those of the column, else those of the caption or heading, in a table of two columns. */
function forbiddenBy(head: string, columns: number, scope: Scope | undefined): readonly Patients[] {
  const named = patientsIn(head);
  if (named === "unclear") return [];
  if (named.length > 0) return named;
  if (columns > 3 || !scope) return [];
  const groups = scope.population.groups.filter(
    (group) => group === "pregnant" || group === "breastfeeding" || group === "neonate",
  );
  const { indication } = scope;
  const qualifiers = indication.qualifiers.filter(
    (id) => id === "renal-impairment" || id === "hepatic-impairment",
  );
  if (groups.length !== 1 && !(groups.length === 0 && indication.conditions.length + qualifiers.length === 1))
    return [];
  return [
    {
      population: { groups },
      indication: { ...indication, qualifiers, topic: [] },
      text: [...groups, ...indication.conditions, ...qualifiers].join(", ").replaceAll("-", " "),
      unknown: [],
    },
  ];
}
