// References to numbered things of the same work: where the text sends its reader to a table, a section, an annex or
// a page. It must not know whether they are there.

import { oncePer, whileFrom } from "../text/memory.ts";
import { anyOverlaps, type Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { isContents, mentionsOf } from "./label.ts";
import { isCommonName, type LabelKind } from "./label-kind.ts";
import type { LabelMention, NamedNumber } from "./label-mention.ts";
import { linksOf } from "./link.ts";
import { isElsewhere } from "./other-work.ts";
import { isReferenceList } from "./reference-list.ts";
import { sectionAt } from "./section.ts";

export interface Reference extends Span {
  readonly kind: LabelKind;
  readonly number: NamedNumber;
}

/** So much beside a reference tells whether another work is meant. */
const around = 140;
/** Whoever sends to a step says so; other steps are stages of a disease or of a ladder. */
const sends =
  /\b(?:go|return|back|proceed|continue|move|skip|jump|repeat|see|as +in|from|until|with|at|to)\s+(?:on\s+|back\s+)?(?:to\s+|with\s+|at\s+|from\s+)?[(]?$/i;

export const referencesOf = oncePer((guideline: Guideline): readonly Reference[] => {
  const { markdown, sections } = guideline;
  const { plain } = markdown;
  const links = linksOf(guideline).filter(({ target }) => target !== undefined);
  const within = links.toSorted((a, b) => a.start - b.start);
  return mentionsOf(guideline).flatMap((mention) => {
    const section = sectionAt(sections, mention.start);
    const listed = section !== undefined && isContents(section) && mention.start > section.headingSpan.end;
    if (mention.isLabel && !listed) return [];
    if (section && (isReferenceList(section) || /^index\b/i.test(section.title))) return [];
    if (anyOverlaps(within, mention) || isLinked(plain, mention, within)) return [];
    const before = plain.slice(Math.max(0, mention.start - around), mention.start);
    const behind = plain.slice(mention.end, mention.end + around);
    return known(mention, [before, behind], () => referencesBy(mention, before, behind));
  });
});

/** "Part 2 is [HIV and resistant disease](2-hiv.md)": the link says where it is. */
function isLinked(plain: string, { end }: Span, links: readonly Span[]): boolean {
  const lead = linkLead.exec(plain.slice(end, end + linkReach))?.[0] ?? "";
  return anyOverlaps(links, { start: end, end: end + lead.length + 1 });
}

const linkLead = /^(?:\s*(?:is|are|has|on|in|:|,|–|—|-|\(|“|"|the|called|continues|covers|gives))*\s*/;
const linkReach = 40;

const known = whileFrom<LabelMention, readonly Reference[]>();

/** Of a mention that stands where references do, by what stands before and behind it. */
function referencesBy(mention: LabelMention, before: string, behind: string): Reference[] {
  if (isElsewhere(before, behind)) return [];
  if (!isSent(mention, before, behind) || isAttribute(mention, before, behind)) return [];
  if (isThing(mention, before) || (mention.kind === "page" && isCited(before))) return [];
  const { kind, start } = mention;
  const numbers = kind === "section" ? mention.numbers.filter(isOfGuideline) : mention.numbers;
  return numbers.map((number, i) => ({
    kind,
    number,
    start: i === 0 ? start : number.start,
    end: number.end,
  }));
}

/** A section with a number of four figures or more is a law's. */
const isOfGuideline = ({ written }: NamedNumber): boolean => !/^\d{4}/.test(written);

const goesOn =
  /^\s+(?!(?:shows?|gives?|lists?|describes?|explains?|covers?|contains?|summari[sz]es?|sets?|provides?|deals?|outlines?|presents?|tells?|says?|for|and|or|but|below|above|on|in|of|to|with|when|where|while|if|is|are|has|was|were|which|that|as|at|by|from|before|after|then|overleaf|until|unless|must|should|can|may|applies|apply)\b)\p{Ll}/u;

const figureOfEight =
  /^[\s-]+(?:(?:bandag|splint|brac|sling|strap|dressing|shape|sutur|stitch|loop|turns?|pattern|knot)\w*)/i;

/** "Section 21 medicines": a kind of thing, not a place. */
function isAttribute({ kind }: LabelMention, before: string, behind: string): boolean {
  if (kind === "figure" && figureOfEight.test(behind)) return true;
  if (!/^(?:section|box|form|part|note|chart|module|tool)$/.test(kind)) return false;
  return (
    /(?:^|[.!?:]\s+|\n\s*|\b(?:a|an|each|any|every)\s)$/.test(before) && goesOn.test(behind.slice(0, 30))
  );
}

const leadsTo =
  /(?:^|[([,;:.!?–—"“‘*_|>/]\s*|\n\s*|\b(?:in|on|see|of|to|from|with|by|per|under|at|and|or|as|use|using|follow|following|consult|complete|fill|check|read|apply|the|this|that|both|either|also|than|via|into|through|is|are|refer|whether|if|next|below|above|our|your|their|cf|same|new|given|outlined|described|shown|listed|out|up)\s+(?:also\s+)?)$/i;

/** "Give regimen D" */
const chosen = /\b(?:give|giving|start|starting|begin|choose|continue|repeat)\s+(?:with\s+)?$/i;

/** "Caesarean section 54": an operation, and the page it is on. */
const isCut = /\b(?:ca?esarean +|c-|cross-|frozen +)$/i;

/** "crash cart box 6": a thing of the ward, not a part of the document. */
function isThing({ kind, word }: LabelMention, before: string): boolean {
  const isNamed = /^[\p{Lu}§]/u.test(word);
  if (kind === "section" && isCut.test(before)) return true;
  return (
    !isNamed &&
    ((isCommonName(kind) && kind !== "criterion") ||
      /^(?:box|form|chart|tool|part|module|note|card|map|plate)$/.test(kind)) &&
    !leadsTo.test(before) &&
    !(isCommonName(kind) && chosen.test(before))
  );
}

/** Pages of a work that is cited on the same line. */
function isCited(before: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return (
    /(?:\b(?:19|20)\d\d[a-z]?|\b(?:ed(?:ition|n)?|eds|vol(?:ume)?)\.?\s?\d*|\bet\sal\.?|@[\w:-]+)[\s)\]*_”"]*[,;:.(]?\s*(?:at\s)?$/i.test(
      line,
    ) ||
    /^[\s*_>([|]*(?:sources?|adapted|reproduced|taken|modified|based|excerpt|quoted|after|from)\b/i.test(line)
  );
}

function isSent({ kind, numbers }: LabelMention, before: string, behind: string): boolean {
  // A grade of evidence.
  if (kind === "recommendation") return !numbers.some(({ written }) => /[A-D]$/i.test(written));
  if (kind === "step") return sends.test(before);
  if (kind === "note")
    return /\b(?:see|refer +to|under)\s*[(]?$/i.test(before) || (/\($/.test(before) && /^[),;]/.test(behind));
  return true;
}
