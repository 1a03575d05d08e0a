// Is this Markdown a clinical guideline? A quick look at the text alone, cheap enough for an editor to
// take before it starts the server. It must not import anything: the client bundles it.

export interface Recognition {
  readonly guideline: boolean;
  /** Why, as the end of a sentence: "This document is a guideline: …". */
  readonly reason: string;
}

export interface RecognitionInput {
  readonly text: string;
  readonly enable: "auto" | "always" | "never";
  /** A guidewright.yaml stands in the document's folder or above it. */
  readonly inProject: boolean;
}

/** Only the start of a long document is read: a guideline shows itself early. */
const readLimit = 200_000;
const ordersNeeded = 2;
const recommendationsNeeded = 2;

const frontMatterMark =
  /^\uFEFF?---[ \t]*(?:\n|\r\n?)(?:(?!---|\.\.\.).*(?:\n|\r\n|\r(?!\n)))*?guideline:[ \t]*(true|false)\b/i;

const quantity =
  /\d\s?(?:mg|mcg|µg|μg|micrograms?|g|ml|iu|units?|mmol|mu|mega *units?|drops|tablets?)(?![a-z])(?:\/(?:kg|day|ml|hr?|min)\b)?/gi;
const rhythm =
  /\/kg|\/day|per +kg|per +day|\bdaily|hourly|times +(?:a|per) +day|\b(?:once|twice) +(?:a +)?(?:day|daily|weekly)|every +\d+ *(?:hours|h\b)|\bq\d+h|\bstat\b|\boral(?:ly)?\b|by +mouth|intravenous|intramuscular|subcutaneous|bolus|infusion|single +dose|injection/i;
const rhythmCode = /\b(?:OD|BD|BID|TDS|TID|QDS|QID|IV|IM|SC|PO)\b/;
/** How far from a quantity its frequency or route may stand. */
const orderReach = 80;
/** Headings under which clinical guidelines are written, whatever their house style. */
const clinicalHeading =
  /^#{1,6}[ \t][^\r\n]{0,40}?\b(treatment|diagnos[ie]s|investigations?|complications|referral|clinical +(?:features|presentation|findings)|signs +and +symptoms|dos(?:e|ing|age)s?|contra-?indications|red +flags)\b/gim;
/** Others stand under them too, but also in handbooks about machines. */
const sharedHeading = /^#{1,6}[ \t][^\r\n]{0,40}?\b(management|prevention|monitoring|recommendations?)\b/gim;
const unmistakable = /^(?:clinical|signs|dos|contra)/;
const recommendation =
  /\bwe +(?:recommend|suggest)\b[^.\r\n]{3,80}\b(?:patients?|adults?|children|infants?|women|therapy|treatment|medicines?)\b|\bis +(?:strongly +)?recommended +(?:for|in) +(?:all +|most +)?(?:patients|adults|children|infants|women)|(?:strong|weak|conditional) +recommendation|(?:high|moderate|low|very +low)[- ](?:certainty|quality) +evidence/gi;
const instruction =
  /\b(?:Offer|Consider|Do +not +(?:offer|give|use))\b[^.\r\n]{3,80}\b(?:patients?|adults?|children|infants?|women|people +(?:with|who|aged))\b/g;

export function recogniseGuideline({ text, enable, inProject }: RecognitionInput): Recognition {
  if (enable === "never") return { guideline: false, reason: 'the setting guidewright.enable is "never"' };
  if (enable === "always") return { guideline: true, reason: 'the setting guidewright.enable is "always"' };
  const mark = frontMatterMark.exec(text.slice(0, 20_000))?.[1]?.toLowerCase();
  if (mark === "false") return { guideline: false, reason: "its front matter says guideline: false" };
  if (mark === "true") return { guideline: true, reason: "its front matter says guideline: true" };
  if (inProject) return { guideline: true, reason: "its folder has a guidewright.yaml" };
  const start = text.slice(0, readLimit);
  if (atLeast(ordersNeeded, orders(start))) return { guideline: true, reason: "it contains medicine orders" };
  if (atLeast(recommendationsNeeded, recommendations(start))) {
    return { guideline: true, reason: "it contains clinical recommendations" };
  }
  if (hasClinicalHeadings(start)) {
    return { guideline: true, reason: "its headings are a guideline's" };
  }
  return {
    guideline: false,
    reason: "no medicine orders, recommendations or clinical headings were found in it",
  };
}

/** Quantities with a frequency or a route nearby on the same line. */
function* orders(text: string): Iterable<RegExpMatchArray> {
  for (const match of text.matchAll(quantity)) {
    const line = text.slice(Math.max(0, match.index - orderReach), match.index + orderReach);
    const before = line.lastIndexOf("\n", Math.min(orderReach, match.index));
    const after = line.indexOf("\n", Math.min(orderReach, match.index));
    const near = line.slice(before + 1, after < 0 ? undefined : after);
    if (rhythm.test(near) || rhythmCode.test(near)) yield match;
  }
}

function* recommendations(text: string): Iterable<unknown> {
  yield* text.matchAll(recommendation);
  yield* text.matchAll(instruction);
}

function hasClinicalHeadings(text: string): boolean {
  const clinical = titlesOf(text, clinicalHeading);
  if (clinical.size < 2) return false;
  return (
    [...clinical].some((title) => unmistakable.test(title)) ||
    clinical.size + titlesOf(text, sharedHeading).size > 2
  );
}

function titlesOf(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), (match) => (match[1] ?? "").toLowerCase()));
}

function atLeast(count: number, items: Iterable<unknown>): boolean {
  let seen = 0;
  for (const _item of items) if (++seen >= count) return true;
  return false;
}
