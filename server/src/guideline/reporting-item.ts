// What a guideline tells of how it was made, by the words of its headings, labels and sentences: only whether it is
// told, never how well. The items are those that appraisal tools ask for, in words of our own. It must not judge.

import type { Guideline } from "./guideline.ts";

export interface ReportingItem {
  readonly id: string;
  /** "what it is for" */
  readonly name: string;
  readonly told: RegExp;
}

const text =
  "(?:guideline|guidance|protocol|document|handbook|manual|recommendations?|book|policy|work|text|statement|pathway)";

export const reportingItems: readonly ReportingItem[] = [
  {
    id: "objectives",
    name: "what it is for (objectives)",
    told: new RegExp(
      `\\b(?:objectives?|aims?|purpose|goals?)\\b(?: of (?:this|the) ${text}|\\s*(?:of|is|are|was|were|:|$)|[^.\\n]{0,30}\\b${text}\\b)|\\b(?:this|the|these) ${text}s?\\b[^.\\n]{0,30}\\b(?:aims? to|aims? at|seeks? to|intends? to|is intended to|was written to|is meant to)\\b`,
      "im",
    ),
  },
  {
    id: "questions",
    name: "which questions it answers",
    told: /\b(?:key|clinical|health|review|research|guiding|pico|scoping|priority)\s+questions?\b|\bpicos?\b|\bquestions? (?:that|which)?\s*(?:guided|addressed|covered|answered|this guideline|were)|\banswers? (?:the |these |\w+ )?(?:\w+ )?questions\b/i,
  },
  {
    id: "population",
    name: "which patients it is for",
    told: new RegExp(
      `\\b(?:target|patient|study|intended) (?:population|patients?)\\b|\\bpopulation\\b\\s*(?::|covered|of interest|to whom)|\\bwho (?:it|this(?: ${text})?) (?:applies|is about|covers)|\\b(?:applies|apply|applicable) to\\b|\\bcovers (?:adults|children|women|men|patients|people|infants|newborns|neonates|all)|\\binclusion and exclusion of patients\\b|\\bpatients? (?:covered|to whom)`,
      "i",
    ),
  },
  {
    id: "users",
    name: "who should use it",
    told: new RegExp(
      `\\b(?:target|intended|end|primary)[- ](?:users?|audience|readers?|readership)\\b|\\b(?:meant|intended|written|designed|developed|addressed|aimed) (?:for|to|at)(?: use by)?\\b|\\bwho should (?:use|read)\\b|\\bfor whom (?:this|the) ${text}\\b|\\baudience\\b|\\busers of this\\b`,
      "i",
    ),
  },
  {
    id: "search",
    name: "how evidence was searched for",
    told: /\b(?:search(?:ed|es|ing)?)\b[^.\n]{0,80}\b(?:databases?|literature|evidence|medline|pubmed|embase|cochrane|strateg(?:y|ies)|terms|systematic(?:ally)?|studies|trials|reviews?)\b|\b(?:literature|evidence|systematic|database|electronic)\s+(?:search|review)\b|\bsearch strateg/i,
  },
  {
    id: "selection",
    name: "how evidence was selected",
    told: /\b(?:inclusion|exclusion|eligibility|selection)\b[^.\n]{0,20}\bcriteria\b|\b(?:studies|trials|evidence|articles|papers|reviews|records|abstracts)\b[^.\n]{0,50}\b(?:selected|included|excluded|eligible|screened|appraised)\b|\b(?:selected|included|screened) (?:the )?(?:studies|trials|articles|papers|records|abstracts)\b|\bselection of (?:the )?(?:evidence|studies)\b/i,
  },
  {
    id: "evidence-link",
    name: "which evidence stands behind each recommendation",
    told: /\bevidence (?:tables?|profiles?|summar(?:y|ies)|to decision|behind|base|for each|supporting|statements?|links?)\b|\blink(?:ed|s)? to (?:its|the|their) (?:evidence|references?)|\b(?:certainty|quality|level|strength|grading) of (?:the )?evidence\b|\bcited\b|\breferences? (?:stand|follow|are given|after|to each|for each|support)\b|\bgrade (?:approach|method|tables?|profiles?)\b/i,
  },
  {
    id: "external-review",
    name: "whether others reviewed it before it came out",
    told: /\b(?:external(?:ly)?|peer|independent(?:ly)?|stakeholder|public)[- ](?:review(?:ed|ers?)?|consultation|experts?|comments?)\b|\breviewed by (?:\w+ ){0,4}(?:experts?|reviewers|stakeholders|societies|specialists)\b|\b(?:reviewers|experts) (?:outside|who (?:were|did) not|not involved)\b|\bconsultation (?:draft|period|phase)\b/i,
  },
  {
    id: "update",
    name: "when and how it will be updated",
    told: new RegExp(
      `\\b(?:next|planned|scheduled) (?:review|update|revision)\\b|\\breview (?:date|due|cycle|interval)\\b|\\bvalid (?:until|to)\\b|\\b(?:updat(?:e|es|ed|ing)|revis(?:e|ed|ion|ions)|review(?:ed)?)\\b[^.\\n]{0,40}\\b(?:every|annually|yearly|in (?:\\w+|\\d+) years?|within|after (?:\\w+|\\d+) years?|when new|procedure|process|policy|plan|schedule)\\b|\\b(?:procedure|process|policy|plan|schedule|method)s? for (?:updat|revis|review)|\\b(?:updating|revision) (?:of )?(?:the|this) ${text}|^\\W*updat(?:ing|es?)\\W*$`,
      "im",
    ),
  },
  {
    id: "funding",
    name: "who paid for it",
    told: new RegExp(
      `\\bfund(?:ing|ed|er|ers)\\b[^.\\n]{0,60}|\\bfinanc(?:ed|ial support|ially supported)\\b|\\bsponsor(?:ed|s|ship)?\\b|\\bsources? of (?:support|money)\\b|\\bsupported by (?:a )?grants?\\b|\\bgrants? from\\b|\\bpaid for by\\b|\\bpaid for (?:the )?(?:meetings|travel|${text})`,
      "i",
    ),
  },
  {
    id: "interests",
    name: "which interests its authors have",
    told: /\b(?:competing|conflicts? of|conflicting|financial|declar(?:ed|ations?) (?:of|their|any|all|no)|disclos(?:ed|ures?) (?:of|their|any|all)?)\s*(?:\w+ )?interests?\b|\binterests? (?:were|was|are|of (?:the )?(?:authors|members|panel|contributors)|declared|disclosed|statement)\b|\bdisclosures?\b|\bno (?:competing|conflicts?|conflicting)\b|\bdeclared (?:no|their|all|any) (?:\w+ )?(?:interests?|conflicts?)\b|\bsigned a declaration\b/i,
  },
];

export function untold({ markdown }: Guideline, ids: readonly string[]): readonly ReportingItem[] {
  const asked = reportingItems.filter(({ id }) => ids.includes(id));
  const front = markdown.frontMatter?.values ?? {};
  const keys = Object.keys(front).join("\n").replace(/[-_]/g, " ");
  return asked.filter(({ told }) => !told.test(markdown.plain) && !told.test(keys));
}
