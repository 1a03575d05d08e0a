// "No oxygen for those who …", "no vomiting, no stomach tube, no charcoal": what is not done, told by a bare "no". It must
// not know the rest of the sentence.

import { foundNone } from "./deed-idle.ts";
import { objectEnd, thingOf } from "./deed-object.ts";

/** "No oxygen for those who …", "no vomiting, no stomach tube, no charcoal". */
export function isBareNo(
  text: string,
  at: number,
  { rest, first }: { readonly rest: string; readonly first: boolean },
): boolean {
  if (!/^no\s+[a-zß-öø-ɏ]/i.test(rest) || foundNone.test(rest)) return false;
  if (!first && !/[:;→⇒]\s*$/.test(text.slice(0, at)) && !afterNo.test(text.slice(0, at))) return false;
  const [phrase = ""] = text.slice(at + 3).split(objectEnd, 1);
  const end = at + 3 + phrase.length;
  if (noDeed.test(phrase + text.slice(end, end + 9))) return false;
  const behind = text.slice(end);
  return (
    /^[.;,]?\s*$|^\s*(?:for|in|on|at|before|after|during|without|with)\b/i.test(behind) ||
    (/^(?:;\s|,\s+(?:(?:and|or)\s+)?(?:no|unless|except|until)\b)/i.test(behind) &&
      thingOf(phrase)?.known === true)
  );
}
/** "Nothing helps: no tube, no charcoal, no X-ray unless …": each by itself. */
export function listedNo(text: string, at: number, end: number): { readonly clause?: string } {
  const isListed = afterNo.test(text.slice(0, at)) || /^,\s+(?:(?:and|or)\s+)?no\b/i.test(text.slice(end));
  if (!isListed) return {};
  const label = /^[^.;:]{2,60}:\s/.exec(text)?.[0] ?? "";
  const last = text.slice(end).split(/[.;]/, 1)[0] ?? "";
  const lead = at >= label.length && !/\b(?:is|are|was|has|have|does|do|should)\b/i.test(label) ? label : "";
  return { clause: `${lead}${text.slice(at, end)}${/,\s+(?:(?:and|or)\s+)?no\b/i.test(last) ? "" : last}` };
}
const afterNo = /\bno\s+[^.;:,]{2,40},\s+(?:(?:and|or)\s+)?$/i;
const noDeed =
  /\b(?:is|are|was|has|have|had|does|do|shows?|means?|need|other|more|less|one|longer|change|signs?|response|improvement|evidence|history|known|risk|doubt|reason|difference)\b/i;
