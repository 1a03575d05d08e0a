// Whether the subject of a sentence is someone or something. It must not know verbs.

import { isPatient } from "./deed-object.ts";

/** "Patients treated with alteplase" */
const ofWhom = /\bof\b|(?<=\p{L} +)(?:who|whose|with|treated|given|receiving|taking|on|aged|in)\b/u;

export function subjectKind(subject: string): "thing" | "patient" | undefined {
  const [named = ""] = subject.toLowerCase().split(ofWhom, 1);
  const head = named.match(/\p{L}+/gu)?.at(-1);
  if (!head || /^(?:it|this|there|they|these|which|that|he|she)$/.test(head)) return undefined;
  return isPatient(head) ||
    /^(?:we|you|units?|wards?|hospitals?|clinics?|teams?|facilities|surgeons?|everybody|nobody)$/.test(head)
    ? "patient"
    : "thing";
}

/** "All patients that receive ketamine are required to be monitored": who they are, and nothing that is advised. */
export const isOfThose = (subject: string, before: string): boolean =>
  /^(?:(?:are|were)\s+)?(?:receiv|tak|us|get|need|requir)\p{Ll}*\s/iu.test(subject) &&
  /\b(?:that|who|which)\s+$/i.test(before);
