// What a sentence says of patients in the present tense and means as an instruction: "Adults take ibuprofen", "Children
// who have had the operation rinse with saline". It must not know in which situation.

import type { Direction } from "./advice-verb.ts";

export interface Told {
  readonly direction: Direction;
  /** Where the sentence's verb stands. */
  readonly at: number;
  readonly verb: string;
  readonly start: number;
}

const who =
  "(?:adults|children|patients|women|mothers|infants|newborns|babies|people|persons|adolescents|inpatients|outpatients|residents|clients|those)";
const told = new RegExp(
  `^[^\\p{L}]*(?<lead>(?:\\p{L}+[ -]){0,3}?)${who}\\b[^.;:]{0,90}?(?<!\\b(?:who|to|that|which|should|must|may|can|could|would|will|might|not|never|or|and|often|they|if|when|sometimes|usually|commonly|no longer))\\s(?<not>do not |never |no longer )?(?<verb>rinse|take|receive|use|get|apply|drink|wear|gargle)\\s+(?!part|place|longer|effect|worse|better|well|care|home|older|up)`,
  "iu",
);
/** What is so with some of them, or was. */
const described =
  /\b(?:some|most|many|few|if|when|because|since|where|unlike|several|although|whether|how|why)\b/i;

export function toldOf(text: string): Told | undefined {
  const match = told.exec(text);
  const { lead = "", not, verb = "" } = match?.groups ?? {};
  if (!match || described.test(lead) || /\b(?:if|when|because|although|whether)\b/i.test(match[0]))
    return undefined;
  const at = match.index + match[0].trimEnd().length - verb.length;
  return { direction: not ? "against" : "for", at, verb: verb.toLowerCase(), start: at };
}

const spoken =
  /^(?:(?<off>(?:discouraged|dissuaded|spared|deterred)\s+from|(?:advised|warned|cautioned|counselled|counseled)\s+against)|(?:advised|encouraged|told|asked|instructed|reminded|taught|urged|counselled|counseled)\s+(?<not>not )?to)\s+/i;

/** "Adults should be discouraged from bed rest", "women are told not to lie down": where what they are to do begins. */
export function spokenTo(text: string, from: number) {
  const match = spoken.exec(text.slice(from));
  if (!match) return undefined;
  const { off, not } = match.groups ?? {};
  return { end: from + match[0].length, against: (off ?? not) !== undefined, noun: off !== undefined };
}
