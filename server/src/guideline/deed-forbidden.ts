// A line that forbids all that stands below it: "Not to be used:", "The following have no role in croup:", "Do not". It
// must not know what stands there.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import type { Deed } from "./deed.ts";
import { deedsIn, stemsOf } from "./deed-reader.ts";

export const forbidding =
  /(?:^|[\s,])(?:(?:we +)?do +not(?: +(?:give|use|prescribe|order|offer|start|request|perform))?|don['’]?ts?|avoid(?:ed)?|never|not +(?:recommended|advised|to +be +(?:done|given|used|prescribed|offered)|done|used|to +do|indicated|needed|wanted|required|allowed|permitted|expected|offered|part +of +(?:the +)?(?:care|treatment))|(?:measures?|medicines?|drugs?|treatments?|practices?|things?|tests?|what) +(?:(?:that|which) +)?(?:(?:do(?:es)? +)?harms?|(?:have|has) +no +(?:place|role|benefit|use)|(?:do(?:es)? +)?not +(?:help|work|benefit)|to +leave +out|(?:are|is) +(?:of +no +use|useless|unnecessary|harmful|obsolete))|unwanted|unnecessary|useless|obsolete|abandoned|outdated|(?:what +)?not +to +(?:do|give|use|prescribe)|do +nots|(?:we +)?(?:have +|are +)?(?:been +)?stopped(?: +doing)?|we +no +longer +(?:do|use|give|recommend|practi[sc]e)|to +avoid|not +(?:done|given)|(?:recommend|advise|suggest)s? +against|do +not +recommend|no +longer +(?:recommended|done|used)|harmful(?: +practices)?|(?:should|must) +not +be +(?:done|used|given|performed)|forbidden|stop +(?:doing|using|giving|ordering)|leave +out|omit|skip|(?:do|does|should|must|may) +not +(?:receive|get|need|have)|there +is +no +(?:place|role|need|case) +for|ha(?:s|ve) +no +(?:place|role|benefit)|to +be +abandoned)(?: +(?:on|in|at|by|for) +(?:(?:the +|this +|our +|any +)?[a-zß-öø-ɏ]+|(?:these|those|such) +[a-zß-öø-ɏ]+))?\W*$/i;

/** "Do not use any of the following in infants with bronchiolitis" */
const forbiddingAll =
  /^[^a-zß-öø-ɏ]*(?:(?:in|for|during|to) +[^.:;,]{3,60}, +)?(?:do +not|don['’]t|never|avoid)\s+(?:(?:use|give|offer|do|perform|prescribe|order|request|apply|start|administer)\s+)?(?:(?:any|either|all) +of +)?(?:the +following|these|this)\b[^.;]{0,80}$|\bnot +to +be +(?:used|given|done|prescribed|ordered|offered) +(?:in|for|to|with|by|during) +[^.;:]{3,60}$|^[^a-zß-öø-ɏ]*(?:the +following|these|those)(?: +[a-zß-öø-ɏ]+){0,3}? +(?:ha(?:s|ve) +no +(?:place|role|benefit)|(?:is|are) +not +(?:given|used|needed|helpful|recommended|indicated)|do +not +help) +(?:in|for|to|with|during) +[^.;:]{3,60}$/i;

/** Without its colon. */
export const isForbidding = (line: string): boolean => forbidding.test(line) || forbiddingAll.test(line);

/** What stands below such a line. */
export function deedsBelow(sentence: string, head: string): readonly Deed[] {
  const own = deedsIn(sentence);
  if (own.some(({ direction }) => direction === "against")) return own;
  const lead = /^[^\p{L}]*/u.exec(sentence)?.[0].length ?? 0;
  const first = /^\p{L}+/u.exec(sentence.slice(lead))?.[0].toLowerCase() ?? "";
  const prefix = instructionVerbs.has(first) ? "Do not " : "Avoid ";
  const situation = stemsOf(head.replace(forbidding, " ").replace(/\bfollowing\b/gi, " "));
  return deedsIn(prefix + sentence.slice(lead)).map((deed) => ({
    ...deed,
    words: new Set([...deed.words, ...situation]),
    absolute: deed.absolute || /\bnever\b/i.test(head),
    start: Math.max(lead, deed.start - prefix.length + lead),
    end: Math.max(lead + 1, deed.end - prefix.length + lead),
  }));
}
