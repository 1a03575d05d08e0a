// A question and its answer as one sentence: "Should a catheter be inserted? No." says that none should be. It must not
// know what is asked.

const answer = /^[\s*_]*(?<no>no\b|never\b|not\b(?! only))|^[\s*_]*(?<yes>yes\b|always\b)/i;
const modal = /^(?<modal>should|must|can|may|could)\s+(?<subject>[^?]{2,80}?)\s+(?<rest>be\s[^?]+)$/i;
const asked =
  /^(?:should|must|can|may|could|do|shall)\s+(?:we|i|you|one|nurses|midwives|doctors|clinicians|staff|the (?:nurse|midwife|doctor|clinician|team))\s+(?:routinely\s+)?(?<rest>[^?]+)$/i;
const does =
  /^(?:do|does|should|must)\s+(?<subject>[^?]{2,80}?)\s+(?<verb>need|require|receive|get|have|take|use|wear|undergo)\s+(?<rest>[^?]+)$/i;
const isIt =
  /^(?<be>is|are)\s+(?<subject>[^?]{2,80}?)\s+(?<rest>(?:still |routinely |ever )?(?:needed|necessary|required|recommended|indicated|useful|advised|helpful|given|used|done|taken|performed|offered|allowed|safe|appropriate|justified)\b[^?]*)$/i;

const longest = 300;

/** What a question says when it is answered so; nothing where it is not answered by yes or no. */
export function answered(question: string, reply: string): string | undefined {
  const { no, yes } = answer.exec(reply)?.groups ?? {};
  if ((no === undefined && yes === undefined) || question.length > longest) return undefined;
  const text = question
    .replace(/[*_]/g, "")
    .replace(/^[^\p{L}]*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:q(?:uestion)?\s*\d*\s*[:.]\s*)?/iu, "")
    .replace(/\?\s*$/, "")
    .trim();
  const not = no === undefined ? "" : "not ";
  const one = modal.exec(text)?.groups;
  // What can be done need not be.
  if (one)
    return not === "" && /^(?:can|may|could)$/i.test(one.modal ?? "")
      ? undefined
      : `${one.subject} should ${not}${one.rest}`;
  const told = asked.exec(text)?.groups;
  if (told) return `${not === "" ? "" : "Do not "}${told.rest}`;
  const had = does.exec(text)?.groups;
  if (had) return `${had.subject} ${not === "" ? "should" : "should not"} receive ${had.rest}`;
  const it = isIt.exec(text)?.groups;
  if (it)
    return /\bsafe|allowed\b/.test(it.rest ?? "") && not === ""
      ? undefined
      : `${it.subject} ${it.be} ${not}${it.rest}`;
  return undefined;
}
