// What is to be done where only its name stands: a cell under "Action", an item below "Admission consists of:", a step
// behind an arrow. It must not know what it means.

import { targetsIn } from "./medicine-target.ts";

const action =
  /^\W*(?:(?:first|next|main|immediate|daily|nursing|medical)\s+)?(?:actions?|activit(?:y|ies)|what +(?:to +do|is +done|we +do|(?:the +)?[a-zß-öø-ɏ]+ +(?:does|do|gives?))|to +do|items?|tasks?|jobs?|checks?|tests?|investigations?|prescriptions?|steps?|measures?|interventions?|treatments?|management|orders?|care|tasks?|plan|do|response|conduct|procedure|(?:start|give|begin)(?: +(?:today|now|at +once))?|adjuncts?|adjunctive|prophylaxis|prevention|devices?|therap(?:y|ies)|(?:on +)?day +\d+|(?:first|next) +(?:hour|day)|today|now)(?:\s+(?:in|for|of|on|at|to)\b[^|]{0,40})?\W*$/i;
const listing =
  /\b(?:consists? +of|compris\w+|includ(?:es?|ing)|routines?|orders?|order +set|bundle|standard +(?:care|tests|set)|(?:is|are) +(?:done|taken|given|carried +out|performed|offered|requested|arranged)|(?:do|perform|take|request|send|order|arrange|carry +out|gets?|receives?|has|have|undergoes?)(?: +the +following)?|as +follows|(?:what +|things +|tests +)?to +(?:be +)?(?:arranged?|done?|ordere?d?|requeste?d?|offere?d?|gi?ven?|prescribed?)|all +(?:of +)?the +following)\b[^:.]{0,50}:?[*_\s]*$/i;
const doubtful =
  /\b(?:if|when|unless|consider|may|optional|could|not|never|no|avoid|without|stop|risks?|signs?|symptoms?|causes?|features?|complications?|equipment|kit|stock|box|trolley|indications?|contra-?indications?|definitions?|differential|history|examples?|studies|study|trials?|evidence|[a-zß-öø-ɏ]*toxic[a-zß-öø-ɏ]*|harm[a-zß-öø-ɏ]*|damag[a-zß-öø-ɏ]*|dangerous|adverse|side +effects?|triggers?|interact[a-zß-öø-ɏ]*)\b/i;
const ownVerb =
  /\b(?:is|are|was|were|if|when|should|must|may|can|not|no|never|only|unless|has|have|had|does|do|without|avoid|or)\b/i;
const longest = 90;

const named = (text: string): string | undefined => {
  const plain = text
    .replace(/[*_`]/g, "")
    .trim()
    .replace(/[.;,]+$/, "");
  return plain.length > 2 &&
    plain.length <= longest &&
    /^[\p{L}\d]/u.test(plain) &&
    !ownVerb.test(plain) &&
    !/[;:?]|\.(?!\d)/.test(plain)
    ? plain
    : undefined;
};

const written = (thing: string) => `Use ${thing.charAt(0).toLowerCase()}${thing.slice(1)}`;

/** Of a cell. */
export function doneInCell(text: string, head: string): readonly string[] {
  if (!action.test(head)) return [];
  // "Two units of red cells; recount after 12 hours": each is done.
  const parts = text.split(/;\s/);
  const short = parts.flatMap((part) => part.split(/,\s/));
  return (short.length > 1 && short.every((part) => part.length < longestPart) ? short : parts)
    .flatMap((part) => named(part) ?? [])
    .map(written);
}
const longestPart = 50;

/** Of a list item below a line; `titles`: the headings above it, the nearest first. */
export function doneInItem(text: string, lead: string, titles: readonly string[]): string | undefined {
  // "First visit, no red flags: what to arrange": before the colon stands for whom.
  const asked = lead.slice(lead.replace(/:[\s*_]*$/, "").lastIndexOf(": ") + 1);
  const thing = listing.test(asked) && !doubtful.test(asked) ? named(text) : undefined;
  if (thing) return written(thing);
  const isList = (one: string) => workList.test(one) || (alsoWorked.test(one) && !text.includes(":"));
  const title = titles.find((one) => isList(one) && !doubtful.test(one));
  const done = title === undefined ? undefined : onList(text);
  // What stands on a checklist is for everyone.
  return done && routine.test(title ?? "") ? done.replace(/\buse +/i, "routinely use ") : done;
}
const routine = /\b(?:check-?lists?|orders?|bundle|admission)\b/i;

/** What is written to be worked through. */
const workList =
  /\b(?:check-?lists?|orders?|order +(?:set|sheet)s?|steps|care +plan|bundle|(?:wall +)?chart|cards?|summary|key +(?:points|messages)|what +we +do|algorithm|discharge|admission|first +(?:hour|day)|leaflet|poster|at +a +glance|to +do)\b/i;
/** So is this, if less surely. */
const alsoWorked =
  /\b(?:prescriptions?|going +home|at +home|letter|drill|round|triage|days? +\d+|first +(?:[a-zß-öø-ɏ]+ +)?minutes)\b/i;

/** "First month: one debriefing session", "Salbutamol by spacer over the next week: show the parents how". */
function onList(text: string): string | undefined {
  const bare = text.replace(/^[^a-zß-öø-ɏ\d]*(?:\[[ x]\]\s*)?/i, "");
  const [first = "", second, ...others] = bare.split(/:\s+/);
  if (others.length > 0 || (second !== undefined && setsAside.test(second))) return undefined;
  const thing = named(first);
  const told = second === undefined ? undefined : named(second);
  if (told && !(thing && targetsIn(first).length > 0)) return `${first}: ${written(told).replace("U", "u")}`;
  return thing && written(thing);
}
const setsAside =
  /\b(?:no|not|never|avoid|only|stop|if|unless|refer|until|hold|withh[a-zß-öø-ɏ]+|instead|than|may)\b/i;

/** "Child with fever → throat swab → result": each step but the first, with the first as its situation. */
export function doneBehindArrows(
  text: string,
): readonly { readonly sentence: string; readonly start: number; readonly end: number }[] {
  if (!/→|⇒|->/.test(text)) return [];
  const found = [];
  const [first = ""] = text.split(/→|⇒|->/, 1);
  let start = 0;
  for (const part of text.split(/(?<=→|⇒|->)/)) {
    const end = start + part.length;
    const thing = start > 0 ? named(part.replace(/→|⇒|->/g, "")) : undefined;
    if (thing && !doubtful.test(first))
      found.push({ sentence: `${first.replace(/[→⇒.;:]|->/g, " ").trim()}: ${written(thing)}`, start, end });
    start = end;
  }
  return found;
}
