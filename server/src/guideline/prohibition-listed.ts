// Prohibitions that are no recommendations: below "Contraindications", behind a medicine's name, in phrases and in tables.
// It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { type Span, shifted } from "../text/span.ts";
import { patientsAmong, patientsIn } from "./forbidden-patients.ts";
import { isSaid, noIndication } from "./indication.ts";
import { kidneyFunctionIn } from "./kidney-function.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { ordersIn } from "./order-parser.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { everyone, isEveryone } from "./population.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { fromAbove } from "./prohibition-above.ts";
import { alsoTaking, anyoneOn, blanked, everyForm, withoutReceived } from "./prohibition-aside.ts";
import { fromBelow, matchedParts } from "./prohibition-below.ts";
import { fromJoint } from "./prohibition-joint.ts";
import { barring, phrases } from "./prohibition-phrase.ts";
import { inPlainWords } from "./prohibition-spoken.ts";
import { subjectOf } from "./prohibition-statement.ts";
import {
  bare,
  isAdvice,
  isExcepted,
  isIdle,
  isNone,
  isQualified,
  most,
  movedTargets,
  namesSalt,
  notOne,
  ofOther,
  reasons,
  wayIn,
  wholeIllness,
  withoutAside,
} from "./prohibition-wording.ts";
import { listPerRun } from "./run.ts";
import { type Scope, scopeOf, slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

const headed =
  /^[^a-zß-öø-ɏ]*(?:absolute +|relative +|main +|common +)?(?:contra-?indications?|contra-?indicated(?: +in| +for)?|(?:do +not|never) +(?:use|give)(?: +(?:in|to|if))?|avoid +in|not +to +be +(?:used|given) +in)\b(?: +(?:to|for|of) +[^:.]{2,60})?\W*(?::|$)/i;
/** "Combined pills are contraindicated in women who:" smoke, have had a clot, … */
const leadsIn =
  /^[^.;:]{3,80}?\b(?:(?:is|are) +(?:absolutely +|strictly +)?(?:contra-?indicated|forbidden|prohibited|banned|unsafe|not +(?:allowed|suitable|given|used))|(?:must|should|may) +(?:not|never) +be +(?:given|used|taken|prescribed))\s*(?:in|for|to|if|when|by|during)?(?: +(?:the +following|any +of +the +following|people|patients|women|men|those|anyone|adults|children|persons?|cases)(?: +(?:of|with|who|patients|who +(?:have|are)))?)?[\s*_]*[:–—]?[\s*_]*$|^[^a-zß-öø-ɏ]*(?:do +not|never) +(?:give|use|prescribe|start|offer) +[^.;:]{3,40}?(?: +(?:in|for|to|if|when|during))?(?: +(?:the +following|any +of +the +following|people|patients|women|men|those|anyone|adults|children|persons?|cases)(?: +(?:of|with|who|patients|who +(?:have|are)))?)?[\s*_]*:[\s*_]*$/i;
/** "Misoprostol – contraindications", above a list. */
const named =
  /^(?!\W*indications?\b)[^a-zß-öø-ɏ]*[a-zß-öø-ɏ -]{3,40}?\s*[:–—-]\s*(?:(?:absolute|main) +)?contra-?indications?\W*$/i;
const forbids =
  /^[^a-zß-öø-ɏ]*(?:contra-?indicated|avoid|do +not +(?:use|give)|not +recommended|never|should +not +be +(?:used|given)|must +not +be +(?:used|given)|not +allowed|✗|✘|❌)[^a-zß-öø-ɏ]*$/i;
const excludes =
  /\bcontra-?indicat|\bavoid(?:ed)?\b|\b(?:do +not|not +to +be|not|never)\b +(?:be +)?(?:use|given?|used|in|for)\b/i;

export const listedIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap((passage) =>
    passage.row
      ? [...fromCell(markdown, passage, ordersIn(run, markdown).scopes), ...fromBelow(markdown, passage)]
      : [
          ...fromLabel(markdown, passage),
          ...fromTitle(markdown, passage),
          ...fromPhrases(markdown, passage),
          ...fromAbove(markdown, passage),
          ...fromJoint(markdown, passage),
          ...fromBelow(markdown, passage),
        ],
  ),
);

/** "Contraindications: …", and items below a heading or line that says so. */
function fromLabel(markdown: Markdown, { span, where, contexts }: Passage): Prohibition[] {
  const whole = slice(markdown, span);
  const text = whole.slice(labelWithin.exec(whole)?.index ?? 0);
  const own = headed.exec(text) ?? bare.exec(text);
  const above = contexts
    .slice(0, 2)
    .findIndex((context) =>
      [headed, named, ...(where === "list" ? [leadsIn] : [])].some((one) =>
        one.test(slice(markdown, context)),
      ),
    );
  const [nearest] = contexts;
  const isBeyond = above === 1 && nearest !== undefined && ofOther.test(slice(markdown, nearest));
  if (where === "heading" || (!own && (above < 0 || isBeyond))) return [];
  const label = own?.[0].length ?? 0;
  const whole_ = text.slice(label);
  // "Contraindicated in asthma. Swallow whole.": the list ends with its sentence.
  const body = own && bare.test(text) ? (whole_.split(/\.\s+(?=\p{Lu})/u, 1)[0] ?? "") : whole_;
  if (isExcepted(body) || notOne.test(text) || isNone.test(body) || /:\s*$/.test(body)) return [];
  // "Contraindicated in haemorrhagic stroke: aspirin, clopidogrel."
  const colon = bare.test(text) ? text.indexOf(": ") : -1;
  if (colon > 0 && /\p{L}/u.test(text.slice(label, colon))) {
    const whom = patientsIn(text.slice(label, colon));
    const what = movedTargets(targetsIn(text.slice(colon)), span.start + colon);
    if (whom === "unclear") return [];
    return what.flatMap((target) => whom.map((one) => ({ target, patients: one, routes: [], ...span })));
  }
  // "- Tetracyclines: pregnancy"
  const ownNames = [
    ...(isValue.test(text)
      ? []
      : targetsIn(text).filter(({ start }) => !/\p{L}/u.test(text.slice(0, start)))),
    ...(text === whole ? targetsIn(own?.[0] ?? "") : []),
  ];
  const targets = ownNames.length > 0 ? movedTargets(ownNames, span.start) : targetsAbove(markdown, contexts);
  const patients = patientsIn(body);
  // "**Ibuprofen**", below "Contraindications": a heading of its own.
  const isName = ownNames.length > 0 && isIdle(withoutTargets(body));
  if (patients === "unclear" || targets.length === 0 || isName) return [];
  return listing(targets, patients, span);
}

/** "Platelets below 100 × 10⁹/L" are no medicine. */
const isValue =
  /^[^a-zß-öø-ɏ]*(?:(?:serum|blood|plasma|fasting) +)?(?:platelets?|glucose|potassium|sodium|calcium|magnesium|phosphate|albumin|iron|oxygen)(?: +(?:count|level|concentration|saturation|is|of))* *(?:below|under|above|over|less|more|greater|higher|lower|[<>≤≥]|\d)/i;

const listing = (
  targets: readonly MedicineTarget[],
  patients: readonly Patients[],
  span: Span,
): Prohibition[] =>
  targets.flatMap((target) =>
    patients.map((one) => ({ target, patients: one, routes: [], listed: true as const, ...span })),
  );

const withoutTargets = (text: string): string =>
  targetsIn(text).reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );

/** "Indications: … . Contraindications: …" in one paragraph. */
const labelWithin = /(?<=[.;]\s+)(?:absolute +|main +)?contra-?indications?:\s[^.]*\.?\s*$/i;

/** "**Box: ceftriaxone.** Contraindicated in newborns with jaundice": below a title that is a sentence of its own. */
function fromTitle(markdown: Markdown, { span, where }: Passage): Prohibition[] {
  const text = slice(markdown, span);
  if (where === "heading" || !barring.test(text)) return [];
  const [first, ...rest] = sentencesIn(text);
  const title = first ? text.slice(first.start, first.end) : "";
  if (!first || rest.length === 0 || title.length > longestTitle || verbal.test(title)) return [];
  const targets = movedTargets(targetsIn(title), span.start + first.start);
  if (targets.length === 0 || targets.length > most) return [];
  return rest.flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const label = bare.exec(sentence)?.[0].length ?? 0;
    const body = sentence.slice(label).replace(reasons, "");
    const patients = label === 0 || isExcepted(body) || notOne.test(sentence) ? [] : patientsIn(body);
    if (patients === "unclear") return [];
    const place = shifted({ start, end }, span.start);
    return targets.flatMap((target) =>
      patients.map((one) => ({ target, patients: one, routes: [], ...place })),
    );
  });
}
const longestTitle = 60;
const verbal = /\b(?:is|are|give|use|start|take|add|if|when|mg|not|no)\b/i;

/** "Codeine: not for children under 12 years", "No NSAIDs in dengue", "Pregnancy is a contraindication to warfarin". */
function fromPhrases(markdown: Markdown, { span, where }: Passage): Prohibition[] {
  const whole = slice(markdown, span);
  const text = withoutMembers(inPlainWords(whole));
  if (where === "heading" || !barring.test(text)) return [];
  return phrases.flatMap((phrase) =>
    matchesIn(text, phrase).flatMap(({ index, 0: words, groups: { what: listed = "", who = "" } = {} }) => {
      const bare = withoutLead(
        listed.replace(everyForm, blanked).replace(aloneOr, " or ").replace(everyOne, "$1s"),
      );
      const [, purpose = ""] = forPurpose.exec(bare) ?? [];
      const all = purpose ? bare.replace(forPurpose, "") : bare;
      const { bare: one, ...way } = targetsIn(all).length === 1 ? wayIn(all) : { bare: all, routes: [] };
      const what = withoutNarrowed(one);
      // "Non-dihydropyridine calcium channel blockers (verapamil, diltiazem)": the members.
      const beside = index + words.indexOf(listed) + listed.trimEnd().length;
      const members = isQualified(what) ? targetsIn(inBrackets.exec(whole.slice(beside))?.[0] ?? "") : [];
      const again = itself.exec(listed);
      const meant = again && subjectOf(text.slice(0, index + words.indexOf(listed) + again.index));
      const targets = members.length > 0 ? members : (meant ?? targetsIn(again ? "" : what));
      const { receiving, said } =
        takenWith(words, who) ?? withoutReceived(ofPeople(who.replace(alsoTaking, blanked)));
      if (
        targets.length === 0 ||
        (members.length === 0 && !meant && isQualified(what)) ||
        namesSalt(what) ||
        isExcepted(
          words
            .replace(listed, again ? " " : bare)
            .replace(who, said)
            .replace(wholeIllness, ""),
        ) ||
        notOne.test(words)
      )
        return [];
      const told = withoutAside(said.replace(otherwise, "").replace(reasons, "").replace(wholeIllness, ""));
      const named = patientsIn(told);
      if (named === "unclear" || /^\W*(?:use|treat)/i.test(who)) return [];
      const narrowing = purpose.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
      const patients = (receiving && named.length === 0 && isIdle(told) ? anyoneOn(receiving) : named).map(
        (one) => ({ ...one, unknown: [...one.unknown, ...narrowing] }),
      );
      const lead = /^[^\p{L}]*/u.exec(words)?.[0].length ?? 0;
      const place = shifted({ start: index + lead, end: index + words.length }, span.start);
      return targets.flatMap((target) =>
        patients.map((one) => ({
          target,
          patients: one,
          ...way,
          ...(receiving && { receiving }),
          ...((isAdvice(words) || needless.test(text.slice(index, index + words.length + longestReason))) && {
            advised: true as const,
          }),
          ...place,
        })),
      );
    }),
  );
}

/** "… do not receive antibiotics, because they gain little": it does no harm, and is of no use. */
const needless =
  /^[\s\S][^.;\n]*\b(?:because|since|as|for)\s[^.;\n]*\b(?:gain|benefit|need|help|recover|resolve|settle|self-limit|resistance|viral|virus|no +use|no +effect)/i;
const longestReason = 120;

/** "Traveller who", "resident with": whoever does. */
const ofPeople = (who: string): string =>
  who.replace(/^\s*(\p{L}{4,})(?= +(?:who|whose|with|on|taking)\b)/u, (noun) => {
    const { population, indication } = scopeOf(noun, 0);
    const isKnown = !isEveryone(population) || isSaid(indication) || targetsIn(noun).length > 0;
    return isKnown ? noun : "people";
  });

/** "Metformin is cheap, but it …" */
const itself = /(?:^|,\s+(?:and|but)\s+)(?:it|they)\s*$/i;

/** "Contraindicated with monoamine oxidase inhibitors" */
function takenWith(words: string, who: string): ReturnType<typeof withoutReceived> | undefined {
  const [taken, ...others] = /\bwith\s+$/i.test(words.slice(0, words.lastIndexOf(who))) ? targetsIn(who) : [];
  const rest = taken && `${who.slice(0, taken.start)}${who.slice(taken.end)}`;
  return taken && others.length === 0 && isIdle(rest ?? "") ? { receiving: taken, said: "" } : undefined;
}

/** "Trimethoprim, alone or within co-trimoxazole" */
const aloneOr = /,?\s*\b(?:whether +)?alone +or +(?:in|within|as|inside|with)\b/i;
/** "…, but polio vaccine should be given": of something else. */
const otherwise = /[,;]?\s*\b(?:but|however|although|though|whereas|while)\b[\s\S]*$/i;
/** "Corticosteroids, dexamethasone included," */
const alsoNamed =
  /,\s*([a-zß-öø-ɏ -]{3,40}?) +(?:(?:also +)?included|among +them|in +particular|above +all)\b,?/gi;
const withMember = (words: string, name: string): string =>
  targetsIn(name).length > 0 ? ` and ${name}`.padEnd(words.length).slice(0, words.length) : words;
/** "Every nitrate" */
const everyOne = /\b(?:every|any|each) +([a-zß-öø-ɏ]{4,}[^s\W])\s*$/i;
/** "Misoprostol for induction" */
const forPurpose = /\s+for +(?:the +)?([^.;:,()]{4,40})$/i;
const inBrackets = /^\s*\([^()\n]{2,80}\)/;
/** "Since two deaths overseas, codeine": why. */
const withoutLead = (what: string): string => {
  const at = what.search(/,\s/);
  return at > 0 && leads.test(what) && targetsIn(what.slice(0, at)).length === 0 ? what.slice(at + 1) : what;
};
const leads = /^\W*(?:since|because|as|after|given|owing|due|for|in|here|today|now|at)\b/i;
/** "ACE inhibitors (enalapril, lisinopril)": names of the same. */
const withoutMembers = (text: string): string =>
  text
    .replace(alsoNamed, withMember)
    .replace(/\([^()\n]{2,80}\)/g, (words) =>
      targetsIn(words).length > 0 && !isQualified(words) ? blanked(words) : words,
    );

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

/** The nearest text above that names a medicine or class. */
export function targetsAbove(markdown: Markdown, contexts: readonly Span[]): readonly MedicineTarget[] {
  for (const context of contexts) {
    const text = slice(markdown, context);
    const found = targetsIn(text);
    // What forbids "Clopidogrel + aspirin" may be either of them.
    if (found.length > 0)
      return found.length <= most && !(found.length > 1 && /\p{L} *\+ *\p{L}/u.test(text))
        ? movedTargets(found, context.start)
        : [];
  }
  return [];
}

/** "Ketoconazole with rivaroxaban | Avoid": neither is forbidden by itself. */
const isCombination = (text: string, targets: number): boolean =>
  targets > 1 && /\bwith\b|\s\+\s|\btogether\b|\bcombin/i.test(text);

/** A column "Contraindications", or one "In pregnancy" that says "Avoid". */
function fromCell(
  markdown: Markdown,
  { span, row, block, contexts }: Passage,
  scopes: ReadonlyMap<number, Scope>,
): Prohibition[] {
  if (!row || row.index === 0) return [];
  const [first] = row.cells;
  const targets = first ? movedTargets(targetsIn(slice(markdown, first)), first.start) : [];
  if (targets.length > most || (first && isCombination(slice(markdown, first), targets.length))) return [];
  const text = slice(markdown, span);
  const head = row.header ? slice(markdown, row.header) : "";
  if (targets.length === 0 && first && headed.test(`${slice(markdown, first)}:`))
    return ofCard(text, targetsAbove(markdown, contexts), span);
  if (targets.length === 0)
    return first
      ? [
          ...forbiddenTo(slice(markdown, first), text, head, span),
          ...forbiddenUnder(slice(markdown, first), text, head, row.header ?? span),
        ].map((one) => ({ ...one, ...span }))
      : [];
  const own = bare.exec(text)?.[0];
  const patients =
    own && !forbids.test(text)
      ? isExcepted(text)
        ? []
        : patientsIn(withoutAside(text.slice(own.length).replace(reasons, "")))
      : forbids.test(text)
        ? forbiddenBy(head, row.cells.length, scopes.get(block))
        : excludes.test(head) && !isExcepted(text) && !isAct.test(text)
          ? patientsIn(text)
          : [];
  if (patients === "unclear") return [];
  return targets.flatMap((target) => patients.map((one) => ({ target, patients: one, routes: [], ...span })));
}

/** "Avoid | Giving it too fast": an act, and nobody's illness. */
const isAct =
  /^\W*(?!(?:bleeding|vomiting|breast-?feeding|nursing|fainting|ongoing|existing|coughing|swelling|wheezing|underlying)\b)[a-zß-öø-ɏ]{3,}ing\s/i;

/** "Contraindicated | asthma; heart block": a row of a card, of the medicine that it is headed with. */
function ofCard(text: string, targets: readonly MedicineTarget[], span: Span): Prohibition[] {
  const patients = isNone.test(text)
    ? []
    : text.split(/;\s+|<br>/).flatMap((part) => (isExcepted(part) ? [] : patientsAmong(part)));
  return listing(targets, patients, span);
}

/** "Asthma | beta-blockers", under "Contraindicated". */
function forbiddenTo(who: string, text: string, head: string, span: Span): Prohibition[] {
  if (!excludes.test(head) || isExcepted(text)) return [];
  const patients = patientsIn(who);
  if (patients === "unclear" || patients.length !== 1) return [];
  return movedTargets(matchedParts(text), span.start).flatMap((target) =>
    patients.map((one) => ({ target, patients: one, routes: [], ...span })),
  );
}

/** "Migraine with aura | Contraindicated", under "Combined pill". */
function forbiddenUnder(who: string, text: string, head: string, at: Span): Prohibition[] {
  const targets = forbids.test(text) && !isQualified(head) ? movedTargets(targetsIn(head), at.start) : [];
  const patients = targets.length === 0 || isExcepted(who) ? [] : patientsIn(who);
  // "Smoker, 35 years or older": both.
  if (patients === "unclear" || patients.length !== 1) return [];
  return targets.flatMap((target) => patients.map((one) => ({ target, patients: one, routes: [], ...at })));
}

/** In whom "Avoid" in a cell means: those of the column, else those of the caption or heading, in a table of two columns. */
function forbiddenBy(head: string, columns: number, scope: Scope | undefined): readonly Patients[] {
  const renal =
    scope?.indication.conditions.some((id) => /kidney/.test(id)) === true ||
    scope?.indication.qualifiers.includes("renal-impairment") === true;
  const kidney = renal ? kidneyFunctionIn(head, true) : undefined;
  if (kidney) return [{ population: everyone, indication: noIndication, text: head, unknown: [], kidney }];
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
