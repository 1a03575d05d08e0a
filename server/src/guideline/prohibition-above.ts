// Prohibitions that name a medicine and nothing else, where what stands above says in whom: "- No NSAIDs." below
// "eGFR below 30 mL/min", "Metformin: stop" below "Liver failure". It must not judge.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { shifted } from "../text/span.ts";
import { patientsIn } from "./forbidden-patients.ts";
import { noIndication } from "./indication.ts";
import { kidneyFunctionIn } from "./kidney-function.ts";
import { targetsIn } from "./medicine-target.ts";
import type { Passage } from "./passage.ts";
import { everyone } from "./population.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { anyoneOn, blanked, withoutReceived } from "./prohibition-aside.ts";
import { inPlainWords } from "./prohibition-spoken.ts";
import { isAdvice, isExcepted, isQualified, movedTargets, namesSalt } from "./prohibition-wording.ts";
import { scopeOf, slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

const ban =
  /^[^a-zß-öø-ɏ]*(?:[^.:;|]{3,80}:\s+)?(?:no|never|(?:do +not|don['’]t|never) +(?:give|use|prescribe|start|offer|order|administer)|avoid|withhold|omit)\s+(?<what>[^.;:]{3,90})[.;\s]*$/i;
const banned =
  /^[^a-zß-öø-ɏ]*(?<what>[^.;:]{3,90}?)(?:\s*(?::|–|—|\s-\s)\s*(?:is +|are +)?|\s+(?:is|are)\s+)(?:no|never|not +(?:to +be +)?(?:given|used|prescribed|allowed|permitted|an +option)|(?:to +be +)?(?:avoid(?:ed)?|withheld|omitted|stopped)|stop|do +not +(?:give|use|prescribe)|contra-?indicated|forbidden|prohibited|banned|unsafe|off[- ]limits)[.;\s]*$/i;
const negative =
  /\b(?:no|never|not|avoid(?:ed)?|with(?:hold|held)|omit(?:ted)?|stop(?:ped)?|forbidden|prohibited|banned|unsafe|contra-?indicated|off[- ]limits)\b|n['’]t\b/i;
/** ", not even for a few days", "(ibuprofen, diclofenac)": of any kind. */
const whatever =
  /,?\s*\b(?:not +even|even|neither|of +(?:any|whatever) +(?:kind|sort|type)|by +any +route|at +all|at +any +(?:dose|stage|time)|in +any +(?:form|dose)|whatever|including|or +others?)\b[^.;]*$|\([^()]*\)|,[^,]{3,40}\bincluded\b,?/gi;

/** "In these women": those whom the line above names. */
const ofThose =
  /\b(?:in|for|to|with) +(?:(?:all|any) +(?:of +)?)?(?:these|such|those|this) +(?:wom[ae]n|patients?|people|children|adults|babies|infants|newborns|group|cases?|situations?|persons?|girls|mothers)\b|\bhere\b|\b(?:for|to|in) +(?:them|her|him)\b(?=[\s.:;,]*(?:$|[:;,]))/gi;
const why =
  /\s*(?:[:;] +(?:it|they|two|both|the|this|its)\b.*|,? *\b(?:because|since|as +(?:it|they|both|the))\b.*)$/is;

export function fromAbove(markdown: Markdown, { span, where, contexts, headings }: Passage): Prohibition[] {
  if (where !== "list" && where !== "prose") return [];
  const text = slice(markdown, span);
  if (text.length > longest || !negative.test(text)) return [];
  return sentencesIn(text).flatMap((place) => {
    const whole = text.slice(place.start, place.end);
    const sentence = inPlainWords(whole).replace(ofThose, blanked).replace(why, blanked);
    const { index = 0, groups: { what = "" } = {} } = ban.exec(sentence) ?? banned.exec(sentence) ?? {};
    const bare = what.replace(whatever, blanked);
    const at = place.start + index + sentence.slice(index).indexOf(what);
    const targets = movedTargets(targetsIn(bare), span.start + at);
    if (targets.length === 0 || isQualified(bare) || namesSalt(bare) || isExcepted(sentence)) return [];
    const { routes } = scopeOf(sentence, 0);
    const own = labelIn(markdown.text.slice(span.start, span.start + place.start), sentence);
    const above = contexts.map((context) => slice(markdown, context));
    const found = whom(own ? [own, ...above] : above, headings);
    const advised = isAdvice(sentence) && { advised: true as const };
    const lead = /^[^\p{L}]*/u.exec(sentence)?.[0].length ?? 0;
    const said = shifted({ start: place.start + lead, end: place.end }, span.start);
    return targets.flatMap((target) => found.map((one) => ({ target, routes, ...one, ...advised, ...said })));
  });
}
const longest = 400;

/** "**Women on warfarin.** Miconazole is not given", "eGFR below 30: no metformin": what its own paragraph begins with. */
function labelIn(before: string, sentence: string): string | undefined {
  const [, bold] = /^[\s>]*(?:\*\*|__)([^*_]{3,90})(?:\*\*|__)/.exec(before) ?? [];
  const [first = ""] = before.split(/[.;]\s/, 1);
  const title =
    bold ?? (first.length < longestLabel && !verbal.test(first) && !isInstruction(first) ? first : undefined);
  const [, label] = /^[^\p{L}]*([^.:;|]{3,80}):\s/u.exec(sentence) ?? [];
  return label && targetsIn(label).length === 0 ? label : title;
}
const verbal =
  /\b(?:is|are|was|were|has|have|give|given|use|used|take|start|do|does|may|should|must|can|if|when|after|once|until)\b/i;

const isInstruction = (text: string): boolean =>
  instructionVerbs.has(/\p{L}+/u.exec(text)?.[0].toLowerCase() ?? "");

type Whom = Pick<Prohibition, "patients" | "receiving" | "supposed">;

/** As the nearest line above says that names patients, and no medicine but what they take. */
function whom(labels: readonly string[], headings: number): readonly Whom[] {
  const title = labels.length - 1;
  const renal = labels.some((label) => ofKidneys.test(label));
  for (const [i, text] of labels.entries()) {
    const label = text.replace(/[*_:]/g, " ").trim();
    // The title of the whole is of every patient in it.
    if (label.length > longestLabel || (headings > 0 && i === title)) return [];
    const supposed = i >= labels.length - headings && { supposed: true as const };
    const kidney = kidneyFunctionIn(label, renal);
    if (kidney)
      return [
        {
          patients: { population: everyone, indication: noIndication, text: label, unknown: [], kidney },
          ...supposed,
        },
      ];
    const { receiving, said } = withoutReceived(label);
    if (targetsIn(said).length > 0) return [];
    const found = patientsIn(said.replace(/\b(?:who|and|or) *$/, ""));
    if (found === "unclear") return [];
    const clear = found.filter(isClear);
    if (clear.length < found.length) return [];
    if (receiving && clear.length === 0)
      return anyoneOn(receiving).map((patients) => ({ patients, receiving }));
    if (clear.length > 0)
      return clear.map((patients) => ({ patients, ...supposed, ...(receiving && { receiving }) }));
  }
  return [];
}
const longestLabel = 80;
const ofKidneys = /\b(?:kidneys?|renal|ckd|e?gfr|filtration|creatinine|nephro\w*)\b/i;

/** It is known who they are: by who they are rather than how far the treatment is. */
const isClear = ({ unknown, population, indication, values, since, traits }: Patients): boolean =>
  unknown.length === 0 &&
  !indication.qualifiers.some((id) => vague.test(id)) &&
  (values !== undefined ||
    since !== undefined ||
    traits !== undefined ||
    population.age !== undefined ||
    population.weight !== undefined ||
    population.groups.some((group) => !/^(?:adult|women|men|other|term)$/.test(group)) ||
    indication.conditions.length + indication.qualifiers.length > 0);
const vague =
  /^(?:conditional|refractory|step|severe|mild|moderate|acute|chronic|first|second|alternative|known|with +)/;
