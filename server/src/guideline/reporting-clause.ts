// Sentences that tell how a guideline was made in any order of words: whoever, what and the deed stand in one sentence.
// It must not know headings.

import type { ReportingId } from "./reporting-item.ts";

const word = (...words: string[]) => new RegExp(`\\b(?:${words.join("|")})\\b`, "i");

const works = word(
  "stud(?:y|ies)|trials?|evidence|articles?|papers?|abstracts?|cohorts?|reports|literature|RCTs?|case series|surveys|publications?|research|registers|registries|theses|databases?|platforms?|reviews",
);
const staff = word(
  "nurses?|midwi(?:fe|ves)|doctors?|physicians?|clinicians?|health[- ]?(?:care )?(?:workers?|professionals?|staff|posts?|teams?|officers?|assistants?)|pharmacists?|paramedics?|(?:clinical|medical|programme) officers?|practitioners?|staff|managers?|surgeons?|crews?|professionals|prescribers?|an(?:a)?esthe(?:tists?|siologists?)|technicians?|policy-?makers|dispensers?|trainees|interns|students|generalists|volunteers|\\w*therapists?|dietiti?cians?|counsellors?|(?:those|people|anyone|all|everyone|whoever|colleagues) who (?:\\w+,? ){0,4}(?:prescribe|give|care|treat|look after|looks? after|sees?|meets?|works?|dispense|order|run|manage|teach|staff)|anyone who (?:prescribes|gives|cares|treats|orders)|carers|teachers|wards|dispensaries|whoever|GPs",
);
const patients = word(
  "adults?|children|adolescents|women|men|(?:in|out)?patients?|people|persons?|infants?|newborns?|neonates|babies|individuals|anyone|everyone|all ages|pregnan\\w+|mothers|residents|survivors|recipients|prisoners|travell?ers|athletes|carriers|girls|boys|teenagers|toddlers|clients|contacts",
);
const outsiders = word(
  "professors?|societ(?:y|ies)|reviewers?|referees?|experts?|colleagues|universit\\w+|abroad|public|patients?'? (?:groups?|associations?|league|organi[sz]ations?)|associations?|councils?|colleges?|specialists?|outside|outsiders?|neither|none of (?:them|whom)|not (?:a )?(?:members?|on|part|involved)|bodies|survivors|deans?|unions?|organi[sz]ations|agencies|institutions|facult\\w+|readers|midwives|users|clinics|hospitals|departments|ministries|neighbouring|\\w+(?:ologists?|atricians?)|surgeons|physicians|doctors|nurses|other (?:countries|provinces|regions)",
);
const money = word(
  "money|costs?|paid|pays?|fund(?:s|ed|ing|ers?)?|grants?|USD|EUR|dollars|euros?|budget|income|financ\\w+|sponsor\\w*|expenses|salar\\w+|donat\\w+|bill|resourced|resources|free of charge|for free|in kind|foundation|philanthrop\\w+|subsid\\w+|underw\\w+",
);
const industry = word(
  "makers?|manufacturers?|compan(?:y|ies)|industry|firms?|shares|vendors?|suppliers?|patents?",
);

interface Clause {
  readonly id: ReportingId;
  readonly all: readonly RegExp[];
  readonly not?: RegExp;
}

const clauses: readonly Clause[] = [
  {
    id: "objectives",
    all: [
      /\b(?:(?:its|our|their|whose) +(?:\w+ +)?(?:object(?:ive)?s?|aims?|purposes?|goals?|intentions?|ambitions?|point|mission)|(?:we|society|panel|ministry|college|authors?|group|committee|association|(?:these|the) +pages|(?:this|the) +(?:guideline|guidance|booklet|protocol|document|text|handbook|manual|chapter|book))\b.{0,25}\b(?:wants?|wanted|hopes?|hoped|aims?|aimed|wish(?:es)?|intends?|seeks?|sought|means|meant|exists?|tr(?:y|ies)|strives?|serves|there|after|here)\b +(?:\w+ +)?(?:to|at|for|so|is|that))\b|^\W*(?:it|this) +(?:\w+ +)?(?:serves|seeks|aims|hopes|wants|is +meant|is +intended|is +here|exists) +to\b/i,
      /\b(?:to|at|is|are|fewer|less|more|so +that|better|end|for)\b/i,
    ],
    not: /\b(?:treatment|therapy|(?:target|saturation|pressure|glucose|rate) +(?:is|of|below|above|between)|interests?|know|search\w*)\b/i,
  },
  {
    id: "questions",
    all: [
      /\b(?:questions?|uncertaint(?:y|ies)|pi?e?cos?|queries|dilemmas|controversies)\b/i,
      /\b(?:we|us|our|panel|group|committee|authors?|members|team|working +party|task +force|clinicians +and|guideline|guidance|document|pico|ranked|prioriti[sz]ed|delphi|shortlist\w*|answers?|addresses|tackles)\b/i,
    ],
    not: /\b(?:contact|telephone|e-?mail|mother'?s|famil(?:y|ies)|carers?|from +(?:the +)?patients?|left +the +room|interests?|exam\w*|mark)\b/i,
  },
  {
    id: "population",
    all: [
      patients,
      /\b(?:this|these|guideline|guidance|protocol|pages|document|text|scope|we|handbook|recommendations|inclusion|advice|chapter|it|here)\b/i,
      /\b(?:cover(?:s|ed|ing)?|concern(?:s|ed)?|appl(?:y|ies)|confine[sd]?|limit(?:s|ed)?|restrict(?:s|ed)?|consider(?:s|ed)?|speaks?|deals?|dealt|address(?:es|ed)?|exclu\w+|leaves?|left +out|omit\w*|inclu\w+|is +about|are +about|is +for|are +for|relates?|meant +for|beyond|outside|subject)\b/i,
    ],
    not: /\b(?:stud(?:y|ies)|trials?|cohorts?|questions?|panel|reviews?|draft|reports?|vote|members?|searche?d?)\b/i,
  },
  {
    id: "users",
    all: [
      staff,
      /\b(?:this|these|guideline|guidance|protocol|pages|document|text|we|handbook|manual|booklet|book|it|recommendations|chapter|addressed|readers?|target +group|(?:written|meant|made|intended|designed|prepared) +for)\b/i,
      /\b(?:us(?:e|es|ed|ing|ers?|eful)|read(?:s|ing|ers?)?|writt?en|wrote|write|meant|intended|addressed|address(?:es)?|turns? +to|works? +(?:from|with)|target(?:s|ed)?|helps?|guides?|in +mind|for|aimed|directed|consults?|follows?|carr(?:y|ies)|rely|relies|finds?|expected +to)\b/i,
    ],
    not: /\b(?:draft|comments?|remarks?|panel|vote[ds]?|interests?|written +by|wrote +(?:it|this)|trials?|stud(?:y|ies)|patients +were|paid|costs?|patients? +who|dose|doses|mg)\b/i,
  },
  {
    id: "search",
    all: [
      works,
      /\b(?:search\w*|look(?:ed|ing) +(?:for|through|in)|sought|comb(?:ed|ing)|quer(?:ied|ying)|trawl\w*|hunt\w*|gather\w*|retriev\w*|collected|came +from|come +from|commissioned|carried +out|commission|interrogat\w*|scann?ed|traced|drawn +from|obtained +from|taken +from|identified +(?:in|from|by|through)|ran|went +through|checked|databases? +(?:were|was)|hand-?searched|asked +for|umbrella +review|rapid +review|scoping +review)\b/i,
    ],
    not: /\b(?:source +of +infection|body|draft|retained|wound|updat\w*|recommendation|vote)\b/i,
  },
  {
    id: "selection",
    all: [
      word(
        "stud(?:y|ies)|trials?|evidence|articles?|papers?|abstracts?|titles|records?|cohorts?|reports|literature|RCTs?|case series|surveys|publications?|designs|reviews",
      ),
      /\b(?:qualif(?:y|ied|ies)|eligib\w+|admit(?:ted|ting|s)?|(?:we|panel|reviewers?|team) +(?:\w+ +)?included|(?:were|was|be|are) +(?:\w+ +)?(?:included|excluded|used|taken|kept)|(?:we|panel|reviewers?|team) +(?:\w+ +)?(?:excluded|kept|took|used)|retain(?:ed)?|set +aside|left +out|leaving +out|passed +over|reject(?:ed|ing)?|discard(?:ed)?|omit(?:ted)?|accept(?:ed|ing)?|screened|sift\w*|confined|(?:limited|restricted) +(?:ourselves +)?to|relied +on|had +to|met|criteria|fulfil\w*|to +count|counted|disregard\w*|ruled +out|weeded)\b/i,
    ],
    not: /\b(?:patients? +(?:were|are) +(?:screened|selected)|voting|vote|interests?|draft|recommendation|search +(?:is|will)|as +outcomes? +of)\b/i,
  },
  {
    id: "evidence-link",
    all: [
      /\b(?:recommendations?|(?:pieces? +of +)?advice|statements?|directives?)\b/i,
      word(
        "stud(?:y|ies)|trials?|evidence|articles?|papers?|references?|sources?|citations?|rationale|certainty",
      ),
      /\b(?:each|every|all|beside|under|below|after|followed|behind|supports?|supporting|rests?|leads?|traced?|traceable|names?|cites?|cited|linked|links?|based|numbers?|letters|footnotes?|brackets?|accompan\w+|carr(?:y|ies)|comes? +with|stands?|tied|shown?|grounded|annotated)\b/i,
    ],
    not: /\b(?:updat\w*|revis\w*|contradict\w*|outside|abroad|interests?|searche?d?|librarian|a +change +in)\b/i,
  },
  {
    id: "evidence-link",
    all: [
      /\b(?:grades?|letters?|symbols?|stars|squares?|circles?|signs?|colou?rs?|marks?|pluses|brackets)\b/i,
      /\b(?:evidence|certainty|sure)\b/i,
    ],
    not: /\b(?:fracture|abuse|wound|bleeding)\b/i,
  },
  {
    id: "external-review",
    all: [
      outsiders,
      /\b(?:comment(?:s|ed|ary)?|remark(?:s|ed)?|read|answered|feedback|reviewed|went +through|go +through|criticis\w*|criticiz\w*|objections?|suggest(?:ed|ions?)|checked|tested|examined|scrutin\w*|opinions?|replied|responded|views|sent|shown|piloted|appraised)\b/i,
      /\b(?:drafts?|manuscript|proofs?|press|print(?:ed|ing)?|publication|final +(?:text|version)|whole +text|guideline|guidance|document|text|version|before +(?:approval|release))\b/i,
    ],
    not: /\b(?:updat\w*|search\w*|trials?|cohorts?|literature|interests?|money|paid|(?:intended|target) +|should +(?:use|read)|will +(?:use|read))\b/i,
  },
  {
    id: "update",
    all: [
      word(
        "guidelines?|guidance|protocols?|documents?|handbook|manual|recommendations?|book|booklet|text|editions?|version|pages|panel|committee|secretariat|search|evidence|trials?|chapters?|part|it|this|group|team|statements?",
      ),
      /\b20\d\d\b|\b(?:every|yearly|annually|years?|months|days|weeks|twice|once +a|each +(?:year|spring|winter|summer|autumn)|should|if|when|unless|until|as +soon +as|biennial\w*|decade)\b/i,
      /\b(?:(?:is|are|be) +(?:\w+ +)?(?:updated|revised|reviewed|renewed|withdrawn|replaced|reopened|repeated|re-?examined|reissued|retired|refreshed|reconsidered|superseded|amended)|expires?|lapses?|reconvenes?|meets? +(?:every|each|twice|once|yearly)|update +is|calls? +a +meeting|meets? +again|good +(?:until|for)|valid|in +force|looks? +at +(?:new|emerging|fresh)|looks? +again|(?:version|edition) +\d\w* +(?:replaces|follows|appears)|replaces +this|(?:shall|will) +(?:\w+ +)?(?:revise|update|review|repeat|replace|renew|amend|follow)|issues? +(?:a +)?(?:changes?|notices?|corrections?)|re-?runs?|repeats?|reopens?|updates? +(?:it|this|them)|revisits?|remains? +current|new +edition|next +edition|stands? +until|holds? +until|becomes? +void|falls? +due|amends?|refreshes)\b/i,
    ],
    not: /\b(?:patients?|doses?|tablets?|treatment|mg|vaccin\w+|mother|wound|medication|culture|visit|catheter|prescription|chart|card)\b/i,
  },
  {
    id: "funding",
    all: [
      money,
      /\b(?:meetings?|workshops?|development|printing|travel|librarian|work|panel|authors?|members?|guideline|guidance|document|writing|project|flights?|venues?|rooms?|per +diems?|interpreters?|translations?|layout|secretariat|committee|text|booklet|consultants?|methodologists?|publication|making)\b/i,
    ],
    not: /\b(?:patients?|treatment|shares|makers?|manufacturers?|received +fees|insurance|insured|cost-?effective\w*|families|family|holds|values)\b/i,
  },
  {
    id: "interests",
    all: [
      /\b(?:panel|members?|authors?|surgeons?|chair|writers|contributors|physicians?|Dr|professor|prof|nobody|no +one|everyone|everybody|anyone|experts?|we|two|three|one)\b/i,
      industry,
      /\b(?:advis\w+|abstain\w*|shares|ties|links|fees?|paid|payment|received|declar\w*|disclos\w*|excluded|left|vote[ds]?|works?|employ\w*|consult\w*|stood +down|(?:did|do|may) +not +vote|stepped +out|withdrew|recus\w*|holds?|owns?|dealings|lectur\w*|travel)\b/i,
    ],
    not: /\b(?:costs?|met|bore|funded|support|contributed)\b/i,
  },
  {
    id: "interests",
    all: [
      /\b(?:panel|members?|authors?|writers|contributors|nobody|everyone|everybody|all +who|those +(?:with|who)|anyone|each +of +us|we|vote[ds]?)\b/i,
      /\bdeclar(?:ed|ations?|e|ing)\b|\bdisclos\w+\b|\bconflicts?\b|\b(?:competing|other|vested|outside|private|financial) +interests?\b|\binterests?\b/i,
    ],
    not: /\b(?:child'?s|patients?'?|best +interests?|armed|lose +interest|of +interest +to)\b/i,
  },
];

const sentence = /[^.!?\n|]+(?:[.!?\n|]|$)/g;

/** What is told in a text of one paragraph a line. */
export function saidTogether(plain: string): ReportingId[] {
  const sentences = plain.match(sentence) ?? [];
  const found = new Set<ReportingId>();
  for (const { id, all, not } of clauses)
    if (!found.has(id) && sentences.some((one) => all.every((part) => part.test(one)) && !not?.test(one)))
      found.add(id);
  return [...found];
}
