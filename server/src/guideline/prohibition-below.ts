// Prohibitions that say first in whom and then what, without a verb between: items, rows or names behind a colon, below
// "Never in pregnancy", "Medicines forbidden in cirrhosis", "Contraindicated throughout the illness". It must not judge.

import { isProperty } from "../lexicon/medicine-properties.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import { patientsIn } from "./forbidden-patients.ts";
import { isSymptom } from "./indication.ts";
import { anySaltOf, type MedicineTarget, targetsIn } from "./medicine-target.ts";
import type { Passage } from "./passage.ts";
import { everyone } from "./population.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { anyoneOn, blanked, withoutReceived } from "./prohibition-aside.ts";
import { inPlainWords } from "./prohibition-spoken.ts";
import { isAdvice, isExcepted, isIdle, localForm, movedTargets, namesSalt } from "./prohibition-wording.ts";
import { scopeOf, slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

const thing =
  "(?:medicines?|medications?|drugs?|agents?|products?|treatments?|antibiotics?|analgesics?|tablets?|vaccines?|injections?|remedies|combinations?|things?|what|list)";
const barred =
  "(?:never|no|not(?: +to +be)?(?: +(?:given|used|prescribed|allowed|taken|permitted|for +use))?|contra-?indicated|forbidden|prohibited|banned|(?:to +)?avoid(?:ed)?|unsafe|dangerous|off[- ]limits|do +not +(?:give|use|prescribe|start)|(?:must|should|may) +(?:not|never) +be +(?:given|used|prescribed|taken))";
const filler =
  "(?:the|following|all|these|those|other|some|absolutely|strictly|that|which|is|are|to +be|must|list +of|oral|systemic)";
const prep =
  "(?:in|for|during|with|to|if|when|while|whenever|after|below|under|above|over|throughout|until|before|from|by|at|as +long +as|for +as +long +as|women|patients|people|anyone|children|pregnancy)";
/** "Never in pregnancy", "Medicines forbidden in cirrhosis" */
const front = new RegExp(
  `^[^a-zß-öø-ɏ\\d]*(?:\\d+(?:\\.\\d+)*\\s+)?(?:(?:table|box) +\\S+\\s+)?(?:(?:${filler}|${thing}) +)*${barred}\\b(?: +(?:${filler}|${thing}))*(?:,?\\s+(?<who>${prep}\\b[^:;]{0,90}?))?[^a-zß-öø-ɏ\\d]*$`,
  "i",
);
/** "Pregnancy: medicines to avoid" */
const behind = new RegExp(
  `^[^a-zß-öø-ɏ\\d]*(?<who>[^:;|]{3,60}?)\\s*(?::|,|–|—|\\s-)\\s*(?:(?:${filler}|${thing}) +)*${barred}\\b(?: +(?:${filler}|${thing}))*[^a-zß-öø-ɏ\\d]*$`,
  "i",
);
const bars =
  /\b(?:never|no|not|cannot|contra-?indicated|forbidden|prohibited|banned|avoid(?:ed)?|unsafe|dangerous|off[- ]limits)\b/i;

/** "The illness", "these patients": those whom the text above is about. */
const ofHere =
  /^\W*(?:(?:in|for|during|with|to|throughout|at|as +long +as|for +as +long +as|while|until)\W+)?(?:(?:all +of +)?(?:the|this|these|such|any|every|all|whole|entire|of|stages?|phases?|forms?|course|duration)\s+)*(?:illness|disease|condition|infection|state|patients|people|persons|women|children|group|phase|course|admission|treatment|cases|they +are|it)\b(?: +(?:lasts?|goes +on|is +active|are +ill|is +over|has +(?:healed|resolved|passed)|recovers?))?\W*$/i;

export function fromBelow(markdown: Markdown, passage: Passage): Prohibition[] {
  if (passage.where === "heading") return [];
  return passage.where === "prose"
    ? fromColon(markdown, passage)
    : [...fromItem(markdown, passage), ...fromColon(markdown, passage)];
}

/** An item or row that begins with a medicine, below a line that bars. */
function fromItem(markdown: Markdown, { span, row, contexts, headings }: Passage): Prohibition[] {
  if (row && (row.index > 0 || !ofMedicines.test(row.header ? slice(markdown, row.header) : ""))) return [];
  const nearest = contexts.slice(0, 2).find((context) => {
    const text = slice(markdown, context);
    return text.length < longestLabel && bars.test(text) && (namesNone(text) || joins.test(text));
  });
  if (!nearest) return [];
  const label = slice(markdown, nearest);
  const text = slice(markdown, span);
  const targets = leading(text);
  if (targets.length === 0 || isExcepted(text.slice(0, targets.at(-1)?.end))) return [];
  return banning(
    markdown,
    label,
    contexts.slice(contexts.indexOf(nearest) + 1),
    movedTargets(targets, span.start),
    span,
    contexts.length - headings <= contexts.indexOf(nearest),
  );
}
const ofMedicines =
  /^\W*(?:medicines?|medications?|drugs?|agents?|names?|substances?|products?|antibiotics?|treatments?|analgesics?|generic +names?)\W*$|^\W*$/i;
const longestLabel = 120;

/** No medicine, but perhaps a property: "Oxidant medicines are contraindicated: …". */
const namesNone = (label: string): boolean => targetsIn(label).every(({ name }) => isProperty(name));

/** "Contraindicated throughout the illness: aspirin and all NSAIDs, injections." */
function fromColon(markdown: Markdown, { span, contexts }: Passage): Prohibition[] {
  const whole = slice(markdown, span);
  if (!bars.test(whole)) return [];
  return sentencesIn(whole).flatMap((place) => {
    const text = whole.slice(place.start, place.end);
    const colon = text.search(/:[\s*_]/);
    const label = text.slice(0, Math.max(0, colon));
    if (colon < 0 || label.length > longestLabel || !bars.test(label)) return [];
    if (!namesNone(label) && !joins.test(label)) return [];
    const at = place.start + colon;
    const rest = text.slice(colon).replace(/\.\s[\s\S]*$/, blanked);
    if (isExcepted(rest)) return [];
    const targets = matchedParts(rest);
    const lead = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
    const said = { start: span.start + place.start + lead, end: span.start + place.end };
    return banning(
      markdown,
      label,
      contexts,
      movedTargets(targets, span.start + at),
      said,
      false,
      localForm.test(rest),
    );
  });
}

/** Of a list those parts that are a name and nothing else. */
export function matchedParts(list: string): readonly MedicineTarget[] {
  const found: MedicineTarget[] = [];
  let at = 0;
  for (const part of list.replace(whatever, blanked).split(/([,;]|\band\b|\bor\b)/)) {
    const targets = targetsIn(part);
    if (targets.length > 0 && isBare(part, targets)) found.push(...movedTargets(targets, at));
    at += part.length;
  }
  return found;
}

const isBare = (text: string, targets: readonly MedicineTarget[]): boolean =>
  !namesSalt(text) &&
  isIdle(
    targets.reduce(
      (left, { start, end }) => `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`,
      text.replace(idleToo, blanked),
    ),
  );
const idleToo =
  /\b(?:every|each|whole|kinds?|types?|forms?|members?|entire|old|new|both|derivatives?|names?|alone|as +well|also)\b/gi;
const whatever =
  /,?\s*\b(?:at +any +(?:week|dose|stage|time|age)|in +any +(?:form|dose)|by +any +route|not +even\b[^,;.:]*|even\b[^,;.:]*|of +any +kind)\b|,\s*[a-zß-öø-ɏ -]{3,40}?\s+included\b|\([^()]*\)/gi;

/** The names that an item begins with. */
function leading(item: string): readonly MedicineTarget[] {
  const [head = ""] = item
    .replace(whatever, blanked)
    .split(/[:;(–—.|\n]|\s-\s|,\s(?:which|because|since|as|it|they)\b/u, 1);
  const begun = /^[^\p{L}]*(?:\d[.)]\s)?/u.exec(head)?.[0].length ?? 0;
  const targets = targetsIn(head);
  return targets.length > 0 && isBare(head.slice(begun), targetsIn(head.slice(begun))) ? targets : [];
}

/** "Never combine", "Must not be taken with": with the medicine that the text is about. */
const joins =
  /\b(?:never|not|cannot)(?: +to)?(?: +be)?\s+(?:combin(?:e|ed|ing)|co-?prescribed?|(?:taken|given|used) +(?:together +)?with)\b/i;

/** The one that the nearest line with a name names. */
function topicIn(labels: readonly string[]): MedicineTarget | undefined {
  const names = labels.map(targetsIn).find((targets) => targets.length > 0) ?? [];
  return new Set(names.map(({ name }) => name)).size === 1 ? names[0] : undefined;
}

type Whom = Pick<Prohibition, "patients" | "receiving" | "supposed">;

function banning(
  markdown: Markdown,
  label: string,
  above: readonly Span[],
  targets: readonly MedicineTarget[],
  place: Span,
  supposed: boolean,
  local = false,
): Prohibition[] {
  if (targets.length === 0) return [];
  const [property] = targetsIn(label);
  const plain = property ? `${label.slice(0, property.start)}medicines${label.slice(property.end)}` : label;
  if (joins.test(label)) {
    const taken = topicIn([label, ...above.map((one) => slice(markdown, one))]);
    return taken === undefined
      ? []
      : targets
          .filter(({ name }) => name !== taken.name)
          .flatMap((target) =>
            anyoneOn(taken).map((patients) => ({
              target,
              patients,
              receiving: anySaltOf(taken),
              routes: [],
              ...place,
            })),
          );
  }
  const said = front.exec(plain) ?? behind.exec(plain);
  if (!said || isExcepted(label)) return [];
  const who = inPlainWords(said.groups?.who ?? "");
  const found =
    ofHere.test(who) || who === "" ? whomAbove(above.map((one) => slice(markdown, one))) : whom(who);
  const further = {
    ...(local && { local: "too" as const }),
    ...(supposed && { supposed: true as const }),
    ...(isAdvice(label) && { advised: true as const }),
  };
  return targets.flatMap((target) =>
    found.map((one) => ({
      target,
      routes: [],
      listed: true as const,
      ...one,
      ...further,
      ...place,
    })),
  );
}

function whom(who: string): readonly Whom[] {
  const { receiving, said } = withoutReceived(who);
  if (targetsIn(said).length > 0) return [];
  const found = patientsIn(said);
  if (found === "unclear") return [];
  if (receiving && found.length === 0)
    return anyoneOn(receiving).map((patients) => ({ patients, receiving }));
  return found.map((patients) => ({ patients, ...(receiving && { receiving }) }));
}

/** Those whom the nearest line above names: a condition, or the pregnant. */
export function whomAbove(labels: readonly string[]): readonly Whom[] {
  for (const label of labels) {
    const { population, indication } = scopeOf(label, 0);
    const conditions = indication.conditions.filter((id) => !isSymptom(id));
    const groups = population.groups.filter((group) => /^(?:pregnant|breastfeeding|neonate)$/.test(group));
    if (conditions.length + groups.length === 0) continue;
    if (conditions.length > 1) return [];
    const patients: Patients = {
      population: groups.length > 0 ? { groups } : everyone,
      indication: { ...indication, conditions, topic: [] },
      text: [...groups, ...conditions].join(", ").replaceAll("-", " "),
      unknown: [],
    };
    return [{ patients, supposed: true }];
  }
  return [];
}
