// What a prohibition says beside what is forbidden and to whom: the same names once more in brackets, forms that are meant,
// too, and what the patients already receive. It must not know documents.

import { medicineNamed } from "../lexicon/medicine.ts";
import { matchesIn } from "../text/matches.ts";
import { noIndication } from "./indication.ts";
import { anySaltOf, type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { everyone } from "./population.ts";
import type { Patients, Received } from "./prohibition.ts";

/** "Non-steroidal anti-inflammatory drugs (NSAIDs, such as ibuprofen)": the same once more. */
export function withoutGloss(text: string, targets: readonly MedicineTarget[]): string {
  const names = new Set(targets.map(({ name }) => name));
  return text.replace(/\([^()]{2,60}\)/g, (words) => {
    const said = targetsIn(words);
    const isMeant = ({ name }: MedicineTarget) =>
      names.has(name) || medicineNamed(name)?.classes.some((one) => names.has(one));
    return said.length > 0 && said.every(isMeant) ? " ".repeat(words.length) : words;
  });
}

/** "Drops included", "by any route": what acts where it is put is meant, too. */
export const everyForm =
  /(?:,?\s*\b(?:whether +)?alone +(?:or|and) +(?:in(?:side)?|within|as +part +of|with|together +with)\s+(?:an?y? +)?(?:other +)?(?:mixtures?|combinations?|fixed[- ]dose +combinations?|compounds?|products?|others?|preparations?|cough +(?:mixtures?|syrups?))\b|,?\s*\(?(?:\b(?:eye[- ]?drops?|drops?|ointments?|creams?|gels?|patches|(?:the +)?(?:topical|local|inhaled|oral)(?: +(?:forms?|use|ones))?|sprays?)(?: +and +(?:eye[- ]?)?(?:drops?|ointments?|creams?|gels?|tablets?|patches|sprays?))? +(?:are +)?(?:also +)?included\b|\b(?:including|even)(?: +(?:as|the|in|by))? +(?:eye[- ]?drops?|drops?|ointments?|creams?|gels?|patches|sprays?|topical(?: +(?:forms?|use|ones|preparations))?|local(?: +(?:forms?|use))?|eye +preparations)(?: +(?:and|or) +(?:eye[- ]?)?(?:drops?|ointments?|creams?|gels?|tablets?|patches|sprays?))?\b|\b(?:by|in|of|through) +(?:any|every|whatever|all) +(?:forms?|routes?)\b|\bin +any +(?:form|shape)\b|\bwhatever +the +(?:form|route)\b)\)?,?)+/i;
export const blanked = (words: string): string => " ".repeat(words.length);

const received =
  /\b(?:(?:who|that) +(?:is|are) +|being +)?(?:already +)?(?:receiving|taking|treated +with|on +treatment +with|on|(?:who|that) +(?:receives?|takes?|uses?|gets?|has|have))\s+(?:an? +|the +|regular +|long-term +|intravenous +|oral +|any +)*/gi;

/** "In heart failure, and with anticoagulants": who takes these is another patient. */
export const alsoTaking =
  /,?\s+(?:and|or)\s+(?:with|(?:in|for|to)\s+(?:all|any|every|those|people|patients|anyone)(?:\s+[a-zß-öø-ɏ]{3,12})?\s+(?:who\s+(?:takes?|receives?|gets?)|on|taking|receiving))\s+[^,;]{3,60}(?:,[^,;]{3,40}included)?$/i;

/** "Within 24 hours of sildenafil" */
const soonAfter =
  /\b(?:within|for|in +the(?: +first)?) +\d+ +(?:hours?|days?|weeks?) +(?:of|after|following) +(?:(?:taking|a +dose +of|the +last +dose +of|the +last|stopping|any) +)?/gi;
const during = /\b(?:during|while +(?:taking|on|receiving)) +(?:treatment +with +)?/gi;

/** "Patients taking SSRIs", whoever they are. */
export const anyoneOn = ({ name }: MedicineTarget): readonly Patients[] => [
  { population: everyone, indication: noIndication, text: `patients on ${name}`, unknown: [] },
];

/** "To a baby who is receiving calcium": what is given beside it, and what is said without that. */
export function withoutReceived(text: string): {
  readonly receiving?: Received;
  readonly said: string;
} {
  for (const { index, 0: words } of [soonAfter, during, received].flatMap((one) => [
    ...matchesIn(text, one),
  ])) {
    const from = index + words.length;
    const found = namedAt(text, from);
    if (!found) continue;
    const form = /^\s+(?:infusions?|supplements?|therapy|treatment|salts?|drips?|tablets?|injections?)\b/i;
    const first = from + found.end + (form.exec(text.slice(from + found.end))?.[0].length ?? 0);
    const { or, end } = others(text, first);
    return {
      receiving: { ...anySaltOf(found), ...(or.length > 0 && { or }) },
      said: `${text.slice(0, index)}${" ".repeat(end - index)}${text.slice(end)}`,
    };
  }
  return { said: text };
}

function namedAt(text: string, from: number): MedicineTarget | undefined {
  const [name = ""] = /^[\p{L}-]+(?: +[\p{L}-]+)?/u.exec(text.slice(from, from + longestName)) ?? [];
  return targetsIn(name).find(({ start }) => start === 0);
}
const longestName = 60;

/** ", apixaban or rivaroxaban"; "with ritonavir", "/ritonavir" goes with what stands before it. */
function others(
  text: string,
  from: number,
): { readonly or: readonly MedicineTarget[]; readonly end: number } {
  const or: MedicineTarget[] = [];
  let end = from;
  for (;;) {
    const [joint] = joined.exec(text.slice(end, end + longestName)) ?? [];
    const next = joint === undefined ? undefined : namedAt(text, end + joint.length);
    if (joint === undefined || !next) return { or, end };
    if (!/with|boost|[/+]/i.test(joint)) or.push(anySaltOf(next));
    end += joint.length + next.end;
  }
}
const joined =
  /^\s*(?:,\s*(?:or\s+|and\s+)?|\b(?:or|and|with|boosted +(?:with|by))\s+|[/+]\s*)(?:an? +|any +|other +)?/i;
