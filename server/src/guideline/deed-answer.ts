// A question and its answer as one sentence: "Should a catheter be inserted? No." says that none should be. It must not
// know what is asked.

import { thingOf } from "./deed-object.ts";

const answer =
  /^[\s*_]*(?:a(?:nswer)?\s*\d*\s*[:.][\s*_]*)?(?:(?<no>no\b|none\b|never\b|not\b(?! +only)|neither\b|(?:it|they|these|this|there|that) +(?:(?:is|are|does|do|has|have|should|must) +(?:not|never|none|no +(?:place|role|part|use|need|benefit|value))|cannot)\b|(?:in +)?no +case\b|do +not\b(?=[\s*_]*[.;,!]))|(?<yes>yes\b|always\b|(?:it|they|these|this) +(?:is|are|does|do|should|must)(?=[\s*_]*[.;,!])|of +course\b|certainly\b|absolutely\b))/i;
const modal = /^(?<modal>should|must|can|may|could)\s+(?<subject>[^?]{2,80}?)\s+(?<rest>be\s[^?]+)$/i;
const asked =
  /^(?:should|must|can|may|could|do|shall|does)\s+(?:we|i|you|one|nurses|midwives|doctors|clinicians|staff|(?:the|a) +(?:nurse|midwife|doctor|clinician|team))\s+(?:(?:always|still|really|ever)\s+)?(?:(?:need|have|ought) +to\s+)?(?:routinely\s+)?(?<rest>[^?]+)$/i;
const worth =
  /^is +it +(?:worth(?:while)?|useful|necessary|advisable|right|wise|good|helpful|a +good +idea)\s+(?:to\s+)?(?<rest>[^?]+)$/i;
const does =
  /^(?<modal>do|does|should|must|may|can|could)\s+(?<subject>[^?]{2,80}?)\s+(?<verb>need|require|receive|get|have|take|use|wear|undergo|drink|eat)\s+(?<rest>[^?]+)$/i;
const isIt =
  /^(?<be>is|are)\s+(?<subject>[^?]{2,80}?)\s+(?<rest>(?:still +|routinely +|ever +)?(?:needed|necessary|required|recommended|indicated|useful|advised|helpful|given|used|done|taken|performed|offered|allowed|safe|appropriate|justified)\b[^?]*)$/i;

const role =
  /^(?:do|does|have|has|is|are)\s+(?:there\s+(?:still\s+)?(?:an?|any)\s+(?:place|role|part|need|use|case|indication)\s+(?:for|in +giving|to +give)\s+(?<what>[^?]{2,80})|(?<subject>[^?]{2,80}?)\s+(?:(?:still\s+)?(?:have|has|play)\s+(?:an?|any)\s+(?:place|role|part)|of\s+(?:any\s+)?(?:use|help|benefit|value)|help|work|worth +(?:giving|doing|trying|using))\b(?<rest>[^?]*))$/i;
/** "Antibiotics?", "What about a chest X-ray?" */
const bare =
  /^(?:(?:and|but)\s+)?(?<about>what +(?:about|of)\s+|how +about\s+)?(?<what>(?:[a-zß-öø-ɏ][a-zß-öø-ɏ\d-]*\s?){1,5})$/i;

const longest = 300;

/** What a question says when it is answered so; nothing where it is not answered by yes or no. */
export function answered(question: string, reply: string): string | undefined {
  const { no, yes } = answer.exec(reply)?.groups ?? {};
  if ((no === undefined && yes === undefined) || question.length > longest) return undefined;
  const text = question
    .replace(/[*_]/g, "")
    .replace(/^[^a-zß-öø-ɏ]*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:q(?:uestion)?\s*\d*\s*[:.]\s*)?/i, "")
    .replace(/\?\s*$/, "")
    .trim();
  const not = no === undefined ? "" : "not ";
  const one = modal.exec(text)?.groups;
  // What can be done need not be.
  if (one)
    return not === "" && /^(?:can|may|could)$/i.test(one.modal ?? "")
      ? undefined
      : `${one.subject} should ${not}${one.rest}`;
  const { what, subject = what, rest = "" } = role.exec(text)?.groups ?? {};
  if (subject) return `${subject} should ${not}be used${rest}`;
  const told = (asked.exec(text) ?? worth.exec(text))?.groups;
  if (told) return `${not === "" ? "" : "Do not "}${told.rest}`;
  const had = does.exec(text)?.groups;
  if (had && not === "" && /^(?:can|may|could)$/i.test(had.modal ?? "")) return undefined;
  // "Does the adult have asthma?"
  if (had && /^ha(?:ve|s)$/i.test(had.verb ?? "") && thingOf(had.rest ?? "")?.known !== true)
    return undefined;
  if (had) return `${had.subject} ${not === "" ? "should" : "should not"} receive ${had.rest}`;
  const it = isIt.exec(text)?.groups;
  if (it)
    return /\bsafe|allowed\b/.test(it.rest ?? "") && not === ""
      ? undefined
      : `${it.subject} ${it.be} ${not}${it.rest}`;
  return named(text, reply);
}

/** Of a thing that is only named, a plain no. */
function named(text: string, reply: string): string | undefined {
  const { about, what = "" } = bare.exec(text)?.groups ?? {};
  const thing = thingOf(what);
  return thing?.known && (about || thing.narrowing.length === 0) && plainNo.test(reply)
    ? `${what} should not be used`
    : undefined;
}
const plainNo = /^[\s*_]*(?:no|none|never|not +[a-zß-öø-ɏ]+)[\s*_]*[.,;:]/i;
