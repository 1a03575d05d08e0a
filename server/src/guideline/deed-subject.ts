// What a list's item says without its subject: "is given amoxicillin" below "Every child in this group", "Performs
// episiotomy" in a list of skills. It must not know documents.

import { openVerbs } from "../lexicon/instruction-verbs.ts";
import type { Deed } from "./deed.ts";
import { deedsIn } from "./deed-reader.ts";
import { clauseBefore } from "./deed-said.ts";
import { thirdPerson } from "./deed-told.ts";
import { scopeOf } from "./scope.ts";
import { subjectKind } from "./subject-kind.ts";

const finite =
  /^[^a-zß-öø-ɏ]*(?:is|are|receives?|gets?|takes?|undergo(?:es)?|has|have|should|must|does|do +not|go(?:es)? +home|wears?|stays?)\s/i;
const skill = /^[^a-zß-öø-ɏ]*(?:(?:recommends?|advises?|suggests?) +and +)?(?<verb>[a-zß-öø-ɏ]{2,}s)\s/i;

/** `line`: what stands above the list. */
export function deedsOfSubject(sentence: string, line: string): readonly Deed[] | undefined {
  if (finite.test(sentence)) {
    const subject = line.split(/,\s/).at(-1) ?? "";
    const kind = subjectKind(clauseBefore(`${subject} `, subject.length + 1)?.subject ?? "");
    return kind === "patient" ? behind(`${subject} `, sentence) : undefined;
  }
  const { verb = "" } = skill.exec(sentence)?.groups ?? {};
  const plain = thirdPerson(verb.toLowerCase());
  if (!plain || !openVerbs.has(plain)) return undefined;
  return behind("The nurse ", sentence.replace(/^([^\p{L}]*)\p{L}+ +and +(?=\p{L}+s\s)/u, "$1"));
}

function behind(who: string, sentence: string): readonly Deed[] {
  const lead = /^[^\p{L}]*/u.exec(sentence)?.[0].length ?? 0;
  return deedsIn(who + sentence.slice(lead)).map((deed) => ({
    ...deed,
    start: Math.max(lead, deed.start - who.length + lead),
    end: Math.max(lead + 1, deed.end - who.length + lead),
  }));
}

/** "Neither vomiting nor lavage": what is not done beside it is no condition. */
export function conditionsBeside(clause: string): readonly string[] {
  const [, beside = ""] = /^\W*neither +([^.;:]{3,60}?) +nor\b/i.exec(clause) ?? [];
  return beside === "" ? [] : scopeOf(beside, 0).indication.conditions;
}
