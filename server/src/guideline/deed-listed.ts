// What is to be done where only its name stands: a cell under "Action", an item below "Admission consists of:", a step
// behind an arrow. It must not know what it means.

const action =
  /^\W*(?:(?:first|next|main|immediate|daily|nursing|medical)\s+)?(?:actions?|activit(?:y|ies)|what +(?:to +do|is +done|we +do)|to +do|steps?|measures?|interventions?|treatments?|management|orders?|care|tasks?|plan|do|response|conduct|procedure|(?:on +)?day +\d+|(?:first|next) +(?:hour|day)|today|now)(?:\s+(?:in|for|of|on|at|to)\b[^|]{0,40})?\W*$/i;
const listing =
  /\b(?:consists? +of|compris\w+|includ(?:es?|ing)|routines?|orders?|order +set|bundle|standard +(?:care|tests|set)|(?:is|are) +(?:done|taken|given|carried +out|performed|offered|requested|arranged)|(?:do|perform|take|request|send|order|arrange|carry +out|gets?|receives?|has|have|undergoes?)(?: +the +following)?|as +follows|(?:what +|things +|tests +)?to +(?:be +)?(?:arranged?|done?|ordere?d?|requeste?d?|offere?d?|gi?ven?|prescribed?)|all +(?:of +)?the +following)\b[^:.]{0,50}:?[*_\s]*$/i;
const doubtful =
  /\b(?:if|when|unless|consider|may|optional|could|not|never|no|avoid|without|stop|risks?|signs?|symptoms?|causes?|features?|complications?|equipment|kit|stock|box|trolley|indications?|contra-?indications?|definitions?|differential|history|examples?|studies|study|trials?|evidence)\b/i;
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
export function doneInCell(text: string, head: string): string | undefined {
  // "Two units of red cells; recount after 12 hours": the first is what is done.
  const thing = action.test(head) ? named(text.split(/;\s/, 1)[0] ?? "") : undefined;
  return thing && written(thing);
}

/** Of a list item below a line. */
export function doneInItem(text: string, lead: string): string | undefined {
  // "First visit, no red flags: what to arrange": before the colon stands for whom.
  const asked = lead.slice(lead.replace(/:[\s*_]*$/, "").lastIndexOf(": ") + 1);
  if (!listing.test(asked) || doubtful.test(asked)) return undefined;
  const thing = named(text);
  return thing && written(thing);
}

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
