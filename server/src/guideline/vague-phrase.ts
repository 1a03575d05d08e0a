// Phrases in recommendations and orders that leave to the reader what the text should say: "as appropriate",
// "frequently", "adequate". Not where a criterion stands with it. It must not judge how bad that is.

import { plainAt } from "../syntax/plain-at.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import type { Order } from "./order.ts";
import { sentencesIn } from "./sentence.ts";

export type Vagueness = "condition" | "time" | "amount" | "choice";

export interface VaguePhrase extends Span {
  readonly kind: Vagueness;
}

const adverb = "(?:clinically |medically |otherwise |deemed |thought |considered |judged )?";
const patterns: readonly (readonly [Vagueness, RegExp])[] = [
  [
    "condition",
    new RegExp(
      `\\b(?:as|if|when|whenever|where|wherever) ${adverb}(?:appropriate|necessary|indicated|needed|required|warranted|desirable|suitable|advisable)\\b|\\baccordingly\\b|\\bas long as (?:necessary|needed|required)\\b`,
      "gi",
    ),
  ],
  [
    "condition",
    /\b(?:in|for) (?:selected|certain|some|appropriate|suitable|special) (?:patients?|cases?|children|women|people|circumstances|situations|individuals)\b/gi,
  ],
  [
    "time",
    /(?<!\b(?:more|less|most|how|as|too|very|so|not|is|are|occurs?|most|also) )\b(?:frequently(?! (?:seen|found|occur\w*|associated|used|caus\w*|affect\w*|missed|present\w*|report\w*|develop\w*|accompan\w*|encountered|involve\w*|observed))|regularly|periodically|(?:frequent|regular|periodic) (?=(?:\p{L}+ ){0,2}(?:monitoring|assessments?|reviews?|follow|checks?|checking|measurements?|visits?|observations?|examinations?|testing|tests?|screening|supervision|turning|intervals|re-?assessments?|evaluations?|counselling|feed(?:s|ing)|dressings?)\b)|(?:at|in) regular intervals|at intervals|from time to time|occasionally|now and then|every so often)/giu,
  ],
  [
    "time",
    /\b(?:for (?:a while|some time|a short (?:time|period)|a (?:limited|prolonged|sufficient|reasonable|suitable|appropriate) (?:time|period)|several (?:days|weeks|months)|a few (?:days|weeks|months)|long enough)|after (?:a while|some time|a suitable interval)|in due course|closely|(?<=\b(?:measured|checked|monitored|assessed|reviewed|seen|turned|given|repeated|examined|visited|weighed|offered|cleaned|changed) )often(?! than)|at (?:an )?appropriate (?:intervals?|times?))\b/gi,
  ],
  [
    "amount",
    /\b(?:adequate(?:ly)?|sufficient(?:ly)?|enough|plenty of|ample|(?:an )?appropriate(?:ly)? (?:doses?|dosage|amounts?|volumes?|quantit(?:y|ies))|(?:a )?(?:suitable|usual|standard|normal|reasonable) (?:doses?|dosage|amounts?)|liberal(?:ly)?)\b/gi,
  ],
  [
    "choice",
    /\b(?:appropriate|suitable|proper) (?:antibiotics?|antimicrobials?|analgesics?|analgesia|treatment|therapy|medicines?|medication|drugs?|fluids?|investigations?|tests?|measures|action|management|care|dressings?|antihypertensives?|monitoring|follow[- ]up|agents?|antivirals?|antifungals?)\b/gi,
  ],
];
/** What makes it plain: a figure, a purpose, a condition. */
const criterion =
  /^[\s,]*(?:\(|:|–|—|i\.e\.|e\.g\.|that is|namely|such as|according to|by (?:age|weight|culture|sensitivit)|based on|guided by|depending on|as (?:per|in|shown|listed|described|below|above|given|set out)|see\b|in line with|until|if|when|where|in (?:the )?(?:table|box|section|chapter|annex|figure|appendix|line)|to (?:keep|maintain|achieve|reach|control|relieve|ensure|allow|produce|prevent|obtain|cover|treat|restore|bring|raise|lower|stop)|every|at least|for (?:the|an?|pain|fever|nausea|vomiting|agitation|anxiety|seizures?|cough|wheez\w*|itch\w*|sleep|breakthrough|relief|symptoms?|\p{L}+ (?:pain|relief|control))|because|once|twice|\d|—)/iu;
const figure = /\d|\bhourly\b|\bdaily\b|\bweekly\b|\bmonthly\b|\beach\b|\bevery\b/i;

/** Each place, in order; `own` are phrases that the project adds. */
export function vaguePhrases(guideline: Guideline, own: readonly string[]): readonly VaguePhrase[] {
  const all = own.length === 0 ? patterns : [...patterns, ["condition", listed(own)] as const];
  return sentencesOf(guideline).flatMap((span) =>
    inSentence(plainAt(guideline.markdown, span), span.start, all),
  );
}

function listed(phrases: readonly string[]): RegExp {
  const escaped = phrases
    .map((phrase) =>
      phrase
        .trim()
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/\s+/g, "\\s+"),
    )
    .filter(Boolean);
  return new RegExp(`(?<!\\p{L})(?:${escaped.join("|") || "(?!)"})(?!\\p{L})`, "giu");
}

function inSentence(
  text: string,
  start: number,
  all: readonly (readonly [Vagueness, RegExp])[],
): VaguePhrase[] {
  const found: VaguePhrase[] = [];
  for (const [kind, pattern] of all) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const end = index + words.length;
      const behind = text.slice(end, end + 90);
      const before = text.slice(0, index);
      if (criterion.test(behind) || (kind !== "condition" && figure.test(behind.split(/[,;]/, 1)[0] ?? "")))
        continue;
      if (kind === "condition" && /^\s+for\s+\p{L}/u.test(behind)) continue;
      // "Repeated after 5 minutes if needed", "daily or as required"
      if (kind === "condition" && /\brepeat\w*\b[^.;]{0,40}\d[^.;]*$|\bor\s*$/i.test(before)) continue;
      if (/\bso (?:that|as)\b|\bin order\b/i.test(before)) continue;
      if (kind === "time" && /^\W*(?:if|when|where|unless)\b[^,]*$/i.test(before)) continue;
      // "If pain persists after 30 minutes, repeat if needed": the condition is said already.
      if (kind === "condition" && /\b(?:if|when|until|unless)\b|\bfor (?:pain|fever|nausea)\b/i.test(before))
        continue;
      if (
        kind === "time" &&
        /\d\s*(?:min|hours?|hourly|days?|weeks?|months?|h)\b|\bevery\b|\bdaily\b/i.test(before.slice(-40))
      )
        continue;
      if (kind !== "time" && monitoring.test(text)) continue;
      if (kind === "amount" && /\b(?:if|when|until|unless|not|no|without|in)\b[^,]*$/i.test(before)) continue;
      found.push({ kind, start: start + index, end: start + end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Sentences that advise, and those with an order. */
const sentencesOf = oncePer(({ recommendations, orders, markdown }: Guideline): readonly Span[] => {
  const { blocks } = markdown;
  const advising = recommendations.filter(({ reported, verbs }) => !reported && verbs.length > 0);
  const told = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? instructionsIn(plainAt(markdown, block.span)).map((span) => shifted(span, block.span.start))
      : [],
  );
  const spans = [
    ...advising,
    ...told,
    ...orders.filter(isGiven).map((order) => sentenceOf(markdown.plain, order)),
  ];
  return [...new Map(spans.map(({ start, end }) => [start, { start, end }])).values()].sort(
    (a, b) => a.start - b.start,
  );
});

const monitoring =
  /^[^\p{L}]*(?:monitor|observe|check|measure|assess|reassess|review|follow|turn|weigh|examine|inspect|record|watch)\b/iu;

/** "Monitor vital signs regularly." */
const instructionsIn = remembered((text): readonly Span[] =>
  sentencesIn(text).filter(({ start, end }) => monitoring.test(text.slice(start, end))),
);

const isGiven = ({ negated, preparation, where }: Order) => !negated && !preparation && where !== "table";

function sentenceOf(plain: string, { block, dose }: Order): Span {
  const text = plain.slice(block.start, block.end);
  const at = dose.start - block.start;
  const own = sentencesIn(text).find(({ start, end }) => start <= at && at < end);
  return own ? { start: own.start + block.start, end: own.end + block.start } : block;
}
