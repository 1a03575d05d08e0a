// What a sentence says of patients or staff in the present tense and means as an instruction: "Adults take ibuprofen",
// "Children who have had the operation rinse with saline", "The nurse inserts a catheter". It must not know in which
// situation.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { matchesIn } from "../text/matches.ts";
import type { Direction } from "./advice-verb.ts";

export interface Told {
  readonly direction: Direction;
  /** Where the sentence's verb stands, and how long its form is. */
  readonly at: number;
  readonly length: number;
  /** In its plain form. */
  readonly verb: string;
  readonly start: number;
}

const many =
  "contacts|travellers|travelers|donors|recipients|workers|carers|visitors|adults|children|patients|women|mothers|infants|newborns|babies|people|persons|adolescents|inpatients|outpatients|residents|clients|those|survivors|casualties|men";
const one =
  "contact|traveller|donor|recipient|patient|child|woman|mother|infant|newborn|baby|person|adolescent|adult|everyone|everybody|anyone|man";
const forms: Readonly<Record<string, string>> = {
  undergoes: "undergo",
  applies: "apply",
  has: "have",
  goes: "go",
  washes: "wash",
};
const plain =
  "rinse|take|receive|use|get|apply|drink|wear|gargle|undergo|attend|have|avoid|skip|eat|lie|sleep|wash|shave|bathe|fast(?= (?:for|from|before|overnight|until)\\b)";
const own =
  "rinses|takes|receives|uses|gets|applies|drinks|wears|gargles|undergoes|attends|has|avoids|skips|eats|lies|sleeps|washes|shaves|bathes|fasts";
const told = new RegExp(
  `^[^a-zß-öø-ɏ]*(?:(?:at|on|in|during|after|before|within|from)\\s[^.;:]{2,60}?,?\\s)?(?<lead>(?:[a-zß-öø-ɏ]+[ -]){0,3}?)(?:${many}|${one})\\b[^.;:]{0,90}?(?<!\\b(?:who|to|that|which|should|must|may|can|could|would|will|might|not|never|or|and|already|currently|regularly|still|often|they|if|when|sometimes|usually|commonly|no +longer))\\s(?<not>do +not +|does +not +|never +|no +longer +)?(?:(?<verb>${plain}|${own}))\\s+(?!part|place|longer|effect|worse|better|well|care|home|older|up|been|had|to)`,
  "i",
);
/** What is so with some of them, or was. */
const described =
  /\b(?:some|most|many|few|if|when|because|since|where|unlike|several|although|whether|how|why)\b/i;

const staff =
  /(?:^[^a-zß-öø-ɏ]*(?:[^.;:]{2,60}?,\s)?|[.;:]\s|\band +)(?:the +|a +|an +|each +|every +|duty +|senior +|ward +|triage +)*(?:nurse|midwife|midwives|doctor|clinician|surgeon|physician|an(?:a)?esthetist|officer|technician|[a-zß-öø-ɏ]*therapist|team|paramedic|health *worker|assistant|prescriber|pharmacist|attendant|dentist|obstetrician)s? +(?:always +|then +|also +|first +|now +|routinely +)?(?<not>do +not +|does +not +|never +|no +longer +)?(?<verb>[a-zß-öø-ɏ]{2,})\s/gi;

export function* toldIn(text: string): Iterable<Told> {
  const said = toldOf(text);
  if (said) yield said;
  for (const { index, 0: whole, groups: { verb = "", not } = {} } of matchesIn(text, staff)) {
    const stem = instructionVerbs.has(verb.toLowerCase())
      ? verb.toLowerCase()
      : thirdPerson(verb.toLowerCase());
    if (!stem) continue;
    const at = index + whole.length - verb.length - 1;
    yield { direction: not ? "against" : "for", at, length: verb.length, verb: stem, start: at };
  }
}

function toldOf(text: string): Told | undefined {
  const match = told.exec(text);
  const { lead = "", not, verb = "" } = match?.groups ?? {};
  if (!match || described.test(lead) || /\b(?:if|when|because|although|whether)\b/i.test(match[0]))
    return undefined;
  const at = match.index + match[0].trimEnd().length - verb.length;
  const low = verb.toLowerCase();
  const stem = forms[low] ?? (low.endsWith("s") ? low.slice(0, -1) : low);
  const shuns = /^(?:avoid|skip)$/.test(stem);
  const direction = (not !== undefined) === shuns ? "for" : "against";
  return { direction, at, length: verb.length, verb: shuns ? "use" : stem, start: at };
}

/** "inserts" → "insert", "applies" → "apply". */
export const thirdPerson = (word: string): string | undefined =>
  [word.replace(/ies$/, "y"), word.replace(/es$/, ""), word.replace(/s$/, "")].find(
    (form) => form !== word && instructionVerbs.has(form),
  );

const spoken =
  /^(?:(?<off>(?:discouraged|dissuaded|spared|deterred)\s+from|(?:advised|warned|cautioned|counselled|counseled)\s+against)|(?:advised|encouraged|told|asked|instructed|reminded|taught|urged|counselled|counseled)\s+(?<not>not +)?to)\s+/i;

/** "Adults should be discouraged from bed rest", "women are told not to lie down": where what they are to do begins. */
export function spokenTo(text: string, from: number) {
  const match = spoken.exec(text.slice(from));
  if (!match) return undefined;
  const { off, not } = match.groups ?? {};
  return { end: from + match[0].length, against: (off ?? not) !== undefined, noun: off !== undefined };
}
