// Prohibitions that name a medicine and nothing else, where what stands above says in whom: "- No NSAIDs." below
// "eGFR below 30 mL/min", "Metformin: stop" below "Liver failure". It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { shifted } from "../text/span.ts";
import { patientsIn } from "./forbidden-patients.ts";
import { noIndication } from "./indication.ts";
import { kidneyFunctionIn } from "./kidney-function.ts";
import { targetsIn } from "./medicine-target.ts";
import type { Passage } from "./passage.ts";
import { everyone } from "./population.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { blanked } from "./prohibition-aside.ts";
import { isAdvice, isExcepted, isQualified, movedTargets, namesSalt } from "./prohibition-wording.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

const ban =
  /^[^\p{L}]*(?:no|never|(?:do +not|don['’]t|never) +(?:give|use|prescribe|start|offer|order|administer)|avoid|withhold|omit)\s+(?<what>[^.;:]{3,90})[.;\s]*$/iu;
const banned =
  /^[^\p{L}]*(?<what>[^.;:]{3,90}?)(?:\s*(?::|–|—|\s-\s)\s*(?:is +|are +)?|\s+(?:is|are)\s+)(?:no|never|not +(?:to +be +)?(?:given|used|prescribed|allowed|permitted|an +option)|(?:to +be +)?(?:avoid(?:ed)?|withheld|omitted|stopped)|stop|do +not +(?:give|use|prescribe)|contra-?indicated|forbidden|prohibited|banned|unsafe|off[- ]limits)[.;\s]*$/iu;
const negative =
  /\b(?:no|never|not|avoid(?:ed)?|with(?:hold|held)|omit(?:ted)?|stop(?:ped)?|forbidden|prohibited|banned|unsafe|contra-?indicated|off[- ]limits)\b|n['’]t\b/i;
/** ", not even for a few days", "(ibuprofen, diclofenac)": of any kind. */
const whatever =
  /,?\s*\b(?:not +even|even|neither|of +(?:any|whatever) +(?:kind|sort|type)|by +any +route|at +all|at +any +(?:dose|stage|time)|in +any +(?:form|dose)|whatever|including|or +others?)\b[^.;]*$|\([^()]*\)|,[^,]{3,40}\bincluded\b,?/gi;

export function fromAbove(markdown: Markdown, { span, where, contexts, headings }: Passage): Prohibition[] {
  if (where !== "list" && where !== "prose") return [];
  const text = slice(markdown, span);
  if (text.length > longest || !negative.test(text)) return [];
  return sentencesIn(text).flatMap((place) => {
    const sentence = text.slice(place.start, place.end);
    const { index = 0, groups: { what = "" } = {} } = ban.exec(sentence) ?? banned.exec(sentence) ?? {};
    const bare = what.replace(whatever, blanked);
    const at = place.start + index + sentence.slice(index).indexOf(what);
    const targets = movedTargets(targetsIn(bare), span.start + at);
    if (targets.length === 0 || isQualified(bare) || namesSalt(bare) || isExcepted(sentence)) return [];
    const patients = whom(markdown, contexts, contexts.length - headings);
    const advised = isAdvice(sentence) && { advised: true as const };
    const lead = /^[^\p{L}]*/u.exec(sentence)?.[0].length ?? 0;
    const said = shifted({ start: place.start + lead, end: place.end }, span.start);
    return targets.flatMap((target) =>
      patients.map((one) => ({ target, patients: one, routes: [], ...advised, ...said })),
    );
  });
}
const longest = 400;

/** As the nearest line above says that names patients, and no medicine. */
function whom(markdown: Markdown, contexts: Passage["contexts"], own: number): readonly Patients[] {
  const title = contexts.length - 1;
  const renal = contexts.some((context) => ofKidneys.test(slice(markdown, context)));
  for (const [i, context] of contexts.entries()) {
    const label = slice(markdown, context).replace(/[*_:]/g, " ").trim();
    // The title of the whole is of every patient in it.
    if (label.length > longestLabel || (i === title && i >= own)) return [];
    if (targetsIn(label).length > 0) return [];
    const kidney = kidneyFunctionIn(label, renal);
    if (kidney) return [{ population: everyone, indication: noIndication, text: label, unknown: [], kidney }];
    const found = patientsIn(label);
    if (found === "unclear") return [];
    const clear = found.filter(isClear);
    if (found.length > 0) return clear.length === found.length ? clear : [];
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
  /^(?:conditional|refractory|step|severe|mild|moderate|acute|chronic|first|second|alternative|known|with )/;
