// Heads under which guidelines tell how they were made: "Shelf life", "Who paid", "Target users". It must not know
// sentences.

import type { ReportingId } from "./reporting-item.ts";

const text =
  "(?:guidelines?|guidance|protocol|document|handbook|manual|recommendations?|book|policy|text|statement|pathway|advice)";
const works =
  "(?:stud(?:y|ies)|evidence|trials?|papers?|literature|records?|reports?|research|articles?|data)";

interface Head {
  readonly is: RegExp;
  /** A head of the same words that is about patients. */
  readonly not?: RegExp;
}

const heads: Readonly<Record<ReportingId, Head>> = {
  objectives: {
    is: new RegExp(
      `\\b(?:objects?|objectives?|aims?|purposes?|goals?|intents?|intentions?|rationale|mission|ambitions?)\\b|^what +(?:is +(?:it|this) +)?for$|^why\\b.*\\b(?:wr[oi]te|written|wrote|need(?:ed)?|exists?|${text}|this|now)\\b|^what +(?:we|it|this|the +${text}).*\\b(?:hopes?|wants?|for|tr(?:y|ies)|achieves?|set +out|after)\\b|\\b(?:expected|intended|hoped[- ]for) +(?:benefits?|outcomes?|impact|effects?|results?)\\b|\\breasons? +for +(?:this|the|writing)\\b|\\bimpact\\b|\\bmeant +to +(?:do|achieve|change)\\b`,
    ),
    not: /\b(?:treatment|therapy|care|management|resuscitation|ventilation|glucose|dialysis)\b(?!.*guideline)/,
  },
  questions: {
    is: /\b(?:questions?|pi?e?cos?|uncertainties|queries)\b|^what +(?:we|the +panel|the +group|was|were).*\b(?:ask(?:ed)?|answer|looked|wanted +to +know|decide)\b|\b(?:issues|topics|matters|problems|decisions) +(?:addressed|covered|considered|examined|chosen|in +question)\b/,
    not: /\b(?:frequently|asked +questions|to +ask +(?:the|your)|contact|faq|self-test|revision|multiple[- ]choice|any +questions)\b/,
  },
  population: {
    is: /\bpopulations?\b|^(?:not +)?covered$|^(?:the +|target +|intended +|eligible +|which +)?(?:patients?|people|persons|clients|age +groups?|age +range|women|children|adults|newborns)(?: +(?:and|covered|concerned|included|groups?|in +scope|to +whom|it|this|we|addressed|described|within|with).*)?$|\bwho(?:m)?\b.*\b(?:concerns?|covers?|covered|included|appl(?:y|ies)|about|cared|treated?|concerned|meant +by)\b|^(?:in +|out +of +)?scope\b|\b(?:coverage|applicability|range +of +application|remit)\b|\bto +which +patients\b/,
    not: /\busers?\b$|search|interests?/,
  },
  users: {
    is: /\b(?:users?|audience|readers?|readership|addressees)\b|\bwho +(?:should|will|may|can|is +to|ought +to|needs? +to|must)\b.*\b(?:use|read|follow|apply|have|hold)\b|\bfor +whom +(?:it|this|we|the)?\b.*\b(?:written|meant|wrote|writ|intended)\b|^(?:intended|meant|written|designed|made) +for\b|^for +use +by\b|\b(?:target|intended) +(?:groups?|users?)\b|^addressed +to\b|^(?:who|whom)\b.*\bfor$|^for(?: +whom)?$|\b(?:professionals?|health *workers?|staff|cadres?|professions) +(?:addressed|concerned|who|served|targeted)\b|^(?:target +)?(?:professions?|cadres?|professionals|disciplines)$/,
    not: /\b(?:before|outside|external|independent|draft|peer|second|drug|substance|wheelchair|service +users?)\b/,
  },
  search: {
    is: new RegExp(
      `\\bsearch|\\bsources? +of +(?:evidence|studies|data)\\b|\\b(?:finding|locating|identification +of|gathering|collecting|retrieving|identifying|tracing|hunting|looking +for|obtaining)\\b.*\\b${works}\\b|\\b(?:evidence|literature|study|studies|data)[ -](?:retrieval|sources?|gathering|collection|identification|acquisition|review|hunt|base +and +sources)\\b|\\b(?:we|evidence|studies|trials)\\b.*\\b(?:found|looked|searched|gathered|identified|sought|came +from)\\b|\\bwhere\\b.*\\b(?:looked|came +from|evidence)\\b|\\bdatabases?\\b`,
    ),
    not: /\b(?:contact|case)[- ]?(?:search|finding)|body +search/,
  },
  selection: {
    is: new RegExp(
      `\\brules? +for +(?:admitting|taking|including|choosing)\\b.*\\b${works}\\b|\\b(?:inclusion|exclusion|eligibility|selection)\\b|\\b(?:entry|screening) +(?:criteria|rules?|of +(?:studies|abstracts|records))\\b|\\b(?:which|what)\\b.*\\b${works}\\b.*\\b(?:took|taken|counted?|kept|used|accepted?|included|chos?en|chose|qualified|admitted|in|let +in|relied)\\b|\\bkeeping +and\\b|\\b(?:choosing|selecting|sifting|screening|sorting|choice|filtering|picking|sieving|appraising|weeding)\\b.*\\b${works}\\b|\\bwhat +(?:we +|was +)?(?:kept|took|included|left +out|accepted|counted|let +in|in +and +(?:what +)?out)\\b|\\b${works} +(?:included|eligible|admitted|accepted|considered|selection|choice|designs?|types?|screening|in +and +out)\\b|\\bin(?:cluded)? +and +(?:out|excluded)\\b`,
    ),
    not: /\b(?:patients?|antibiotics?|drug|medicines?|candidates?|donors?|site|vein|device|treatment|discharge|referral|transfer|programme|members?|panel)\b/,
  },
  "evidence-link": {
    is: /\bevidence +(?:tables?|profiles?|summar(?:y|ies)|to +decision|base|statements?|behind|links?|and +(?:recommendations?|advice|strength)|supporting|ratings?|levels?|grad)|\bfrom +evidence +to\b|\bfrom +(?:studies|trials|data|findings) +to\b|\b(?:links?|linking|ties?|tied|tying|connect\w*|basis|rests?|rating|ratings|grading|grades?|strength|certainty|quality|supporting|support|levels?|trail|trace\w*)\b.*\b(?:evidence|recommendations?|studies|advice|statements?)\b|\bhow\b.*\b(?:became|recommend\w*|advice|linked|tied|reached|derived|graded|made|rated)\b|^(?:grading|grade|rating|strength|certainty|rationale|justification)\b|\brating +and +linking\b|\b(?:recommendations?|advice)\b.*\b(?:rests?|based|evidence|grounds?|sources?)\b/,
    not: /\b(?:this|the) +guideline +was +(?:made|developed|funded)\b|was +made$/,
  },
  "external-review": {
    is: /\bexternal(?:ly)?(?: +(?:peer +|expert +|and +)?(?:review\w*|readers?|experts?|comments?|validation|checks?|opinions?|consultations?|scrutiny|assessment|appraisal)|$)|\boutside +(?:readers?|opinions?|review\w*|comments?|experts?|eyes?|advice|views?|voices)\b|\bpeer[- ]review(?:ers?)?$|\bpeer +review\b|^(?:peers|hearings?|referees|critics)$|\bindependent +(?:peer +|expert +)?(?:review\w*|readers?|comments?|experts?|opinions?|scrutiny)\b|\bconsultations?\b|\breaders? +(?:before|outside|of +the)\b|\b(?:comments?|feedback|remarks) +(?:on|from|received|before|by)\b|\bwho +(?:else +)?(?:has +)?(?:read|commented|reviewed|checked|saw)\b|\b(?:reviewed|checked|read|seen|scrutiny|review) +by +(?:others|outsiders|peers)\b|\bsecond +(?:look|opinions?|readers?)\b|\bpublic +comments?\b|\bstakeholders?\b|\bbefore +(?:print\w*|publication|approval|release)\b|\bdraft +(?:review|comments?|readers?)\b|\b(?:review|reading|reviewers|readers|testing) +of +the +draft\b|^reviewers\b|\b(?:field|pilot)[- ]?test/,
    not: /\b(?:antenatal|hospital|speciali[sz]t|cardiac)\b.*consultation|stakeholder +involvement|next +review/,
  },
  update: {
    is: /\bupdat|\brevis(?:ions?|ing|ed|it)\b|\b(?:next|scheduled|planned|periodic|regular|future) +(?:full +)?(?:review|editions?|versions?|look)\b|\breview +(?:dates?|due|cycle|interval|schedule|plan|by|period|of +(?:this|the) +(?:guideline|document|protocol))\b|\bvalid(?:ity)?\b|\bshelf[- ]life\b|\bexpir|\bhow +long\b|\b(?:staying|keeping|kept)\b.*\b(?:current|up[- ]to[- ]date|alive|fresh|date)\b|\b(?:currency|life *span|lifetime|sunset|renewal|maintenance|living +guideline|best +before|use +by)\b|\bwhen\b.*\b(?:replaced|again|revised|reviewed|changes?|expires?)\b|\bfuture +(?:changes|versions)\b|\bsurveillance +of +(?:the +)?(?:evidence|literature)\b|^review$|\bdate +of +(?:next +)?review\b|\bwithdrawal +of +(?:this|the)\b/,
    not: /\b(?:vaccin\w*|card|chart|medication|treatment|airway|oxygen|fluid)\b/,
  },
  funding: {
    is: /\bfund(?:ing|ed|ers?|s)?\b|\bfinanc(?:e|ed|es|ing|ial +(?:support|disclosures?|backing|resources))\b|\bsponsor|\bmoney\b|\bpaid\b|\bpayments?\b|\bcosts? +of +(?:the +|this +)?(?:making|development|production|guideline|writing|work)\b|\b(?:met|bore|covered|bearing) +the +costs?\b|\bsources? +of +(?:support|income)\b|\bgrants?\b|^(?:material +|institutional +)?support(?: +received)?$|\bbudget\b|\bexpenses\b|\bwho +(?:pays|bore|met|funded)\b/,
    not: /\b(?:patients?|insurance|treatment|transport|health +financing)\b/,
  },
  interests: {
    is: /\binterests?\b|\bdisclos(?:ures?|ed)\b|\bconflicts?\b|^independence\b|\bdeclarations?\b|\bcompeting\b|\b(?:ties|links|relations(?:hips)?) +(?:to|with) +(?:industry|companies|makers|manufacturers)\b|\b(?:impartiality|neutrality)\b/,
    not: /\bconflict +(?:zones?|areas?|settings?)\b|armed|of +consent/,
  },
};

/** In characters. */
const longest = 160;

/** What such a head promises. */
export function headed(title: string): ReportingId[] {
  const words = title
    .slice(0, longest)
    .toLowerCase()
    .replace(/^[\s#*_\d.()a-z]*?(?=[a-z]{2,})/, "")
    .replace(/[*_?:]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return (Object.keys(heads) as ReportingId[]).filter((id) => {
    const { is, not } = heads[id];
    return is.test(words) && !not?.test(words);
  });
}
