// The clause around what is said to be done, up to where another instruction or a reason begins. It must not know what is done.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { clauseBefore } from "../text/around.ts";
import { plainVerb } from "./verb-form.ts";

export const condition =
  /\b(?:if(?! +(?:that|this|it|these|they|the +above|all +else) +fails?\b)|when|whenever|in +case(?: +of)?|where|once(?=\s+(?:the|an?|he|she|it|they|his|her|[a-zß-öø-ɏ]+ +(?:is|are|has|have))\b)(?!\s+an? +(?:day|week|month|year|night))|as +soon +as(?! +possible| +(?:you|he|she|it|they|the +patient) +can)|provided|in +the +event +of|should +the|while)\b/i;
const reasons =
  /[,;:–—]?\s*\b(?:because|since|as +(?:it|they|this|these|the)|due +to|owing +to|which|so +that|in +order +to|to +prevent|to +avoid|to +(?:guard|protect|ward|spare|save|speed|shorten|hasten|ease|be +on +the +safe)|they|it)\b.*$|,\s+for +(?:it|they|this|these|those|that|he|she|there|people|patients|most|many|few|some|none|nobody|nothing|everyone)\s+(?!(?:with|who|aged|of|under|over|in|on|whose|at)\b).*$|:\s.*$|\s[–—-]\s.*$/i;

/** Up to ", and the pressure is kept low": what is said there is of another subject. */
function withoutNext(rest: string): string {
  const at = rest.search(
    /,\s(?:and|but|while)\s(?:the|his|her|its|their)\s(?:\p{L}+\s){1,3}(?:is|are|must|should)\s/u,
  );
  return at < 0 || condition.test(rest.slice(0, at)) ? rest : rest.slice(0, at);
}

/** Up to the sentence's end, or to the next instruction. */
function tailOf(text: string, end: number): string {
  const rest = withoutNext(text.slice(end));
  const stop = rest.search(
    /[;.](?:\s|$)|:\s|,\s+(?:restart|resume|recheck|reassess)\b|,?\s(?:and|but|then)\s+(?:then\s+)?(?:\p{L}+ly\s+)?\p{L}+/u,
  );
  const next =
    stop < 0
      ? undefined
      : /(?:and|but|then)\s+(?:then\s+)?(?:\p{L}+ly\s+)?(\p{L}+)/u.exec(rest.slice(stop, stop + 40))?.[1];
  const ends =
    stop >= 0 &&
    (/^(?:[;.:]|,\s+re)/.test(rest.slice(stop)) ||
      (next !== undefined && (instructionVerbs.has(next.toLowerCase()) || plainVerb(next) !== undefined)));
  return (ends ? rest.slice(0, stop) : (rest.split(/[;.](?:\s|$)/, 1)[0] ?? "")).replace(reasons, " ");
}

/** Without what is said of the thing before what is said of doing it: "makes delirium worse and must not be used". */
const remark =
  /\b(?:makes?|does|do|causes?|increases?|raises?|prolongs?|brings?|carries|worsens?|delays?|harms?|offers?|adds?|tells?|shows?|says?|takes?|wastes?|costs?|frightens?|hurts?|has|have|is|are)\s[^.;:]{0,120}?,?\band\s+(?=(?:is|are|must|should|has|have|may|can)\b)/gi;

export const clauseAround = (text: string, start: number, end: number) =>
  `${clauseBefore(text, start)}${`${text.slice(start, end)}${tailOf(text, end)}`.replace(remark, "")}`;
