// Sentences that tell how a guideline was made: "The draft was read by two midwives outside the panel". It must not
// know headings.

import type { ReportingId } from "./reporting-item.ts";

const text =
  "(?:guidelines?|guidance|protocols?|documents?|handbook|manual|recommendations?|book|booklet|policy|work|text|statements?|pathway|chapters?|edition|advice)";
const it = `(?:it|we|this|(?:this|the|our|these|present) (?:\\w+ )?${text})`;
const works =
  "(?:studies|study|trials?|evidence|articles?|papers?|reviews?|records?|abstracts?|cohorts?|reports?|literature|RCTs?|case series|surveys|designs|publications?|research|audits?)";
const staff =
  "(?:nurses?|midwi(?:fe|ves)|doctors?|physicians?|clinicians?|health[- ]?(?:care )?(?:workers?|professionals?|staff)|pharmacists?|paramedics?|(?:clinical|medical) officers?|practitioners?|ward staff|managers?|surgeons?|crews?|professionals|prescribers?|teams?|anaesthetists?|anesthesiologists?|policy-?makers|programme|dispensers?|trainees|interns|generalists|volunteers|workers)";
const patients =
  "(?:adults?|children|adolescents|women|men|patients?|people|persons|infants?|newborns?|neonates|babies|individuals|anyone|everyone|all ages|pregnan\\w+|mothers|families|residents|survivors)";

const of = (flags: string, ...ways: string[]) => new RegExp(ways.join("|"), flags);

const told: Readonly<Record<ReportingId, RegExp>> = {
  objectives: of(
    "im",
    `\\b(?:objectives?|aims?|purposes?|goals?|intentions?|ambition)\\b(?: of (?:this|the|our) (?:\\w+ )?${text}|\\s*(?:was|were|:)|[^.\\n]{0,30}\\b${text}\\b)`,
    `\\b${it}\\b[^.\\n]{0,40}\\b(?:aims? (?:to|at)|aimed to|seeks? to|sought to|sets? out to|hopes? to|wants? to|wish(?:es)? to|intends? to|exists? (?:to|so that|because)|(?:is|are|was|were) (?:intended|written|meant|designed|made|prepared|produced|drawn up|here|there) (?:to|so that)|tries to|should (?:help|lower|reduce|make)|helps?)\\b`,
    `\\b(?:is|are) (?:there|here|meant|written|intended) so that\\b|\\bour (?:aim|hope|wish|purpose|goal|intention)\\b`,
    `\\b(?:wrote|written|drawn up|prepared|produced|developed|compiled|designed|created|conceived|issued) (?:(?:this|it|the \\w+) )?(?:so that|because|(?:in order )?to (?!be\\b|the\\b|a\\b|an\\b|our\\b|their\\b|this\\b)\\w+)\\b`,
  ),
  questions: of(
    "im",
    "\\b(?:key|clinical|health|review|research|guiding|pi?e?co|scoping|priority|structured|answerable|specific|main|central|focus(?:s)?ed|foreground|structural|practical) questions?\\b",
    "\\bpi?e?cos?\\b(?! \\()",
    "\\bpopulation, intervention\\b|\\bquestion \\d+ (?:asks|asked|is|concerns|was|addresses)\\b|^\\W*question \\d+:",
    `\\bquestions?\\b(?! (?:from|of|by|to) (?:the |her |his )?(?:famil|patient|parent|mother|carer|wom[ae]n|m[ae]n|child|relative))[^.\\n]{0,60}\\b(?:guided|addressed|covered|answered|framed|posed|formulated|set|agreed|ranked|prioriti[sz]ed|drafted|chosen|put|answers?|structured|submitted)\\b`,
    `\\b(?:asked|poses?|posed|put|framed|formulated|answers|set out to answer|agreed(?: on)?|chose|addresse[sd]|ranked|tackles?)\\b[^.\\n]{0,40}\\bquestions?\\b`,
    "\\b(?:panel|group|committee|authors|we|team|members)\\b[^.\\n]{0,20}\\basked (?:ourselves )?(?:whether|which|how|what|when|if|four|three|two|five|six|seven)\\b",
    "\\b(?:panel|group|committee|authors|we|team)\\b[^.\\n]{0,30}\\b(?:wanted|needed) to know\\b",
  ),
  population: of(
    "i",
    `\\b(?:target|patient|study|intended) (?:population|patients?)\\b|\\bpopulation\\b\\s*(?::|covered|of interest|to whom)`,
    `\\bwho (?:it|this(?: ${text})?) (?:applies|is about|covers)\\b|\\b(?:applies|applicable|apply) (?:only )?to (?!the (?:skin|wound))`,
    `\\b${it}\\b[^.\\n]{0,30}\\b(?:covers?|concerns?|deals? with|is about|are about|considers?|addresses|is for|are for|speaks? of|was (?:written|made) for the care of|is limited to|is restricted to|leaves out|excludes?|does not (?:cover|apply|deal|concern))\\b[^.\\n]{0,40}\\b${patients}\\b`,
    `\\b${patients}\\b[^.\\n]{0,90}\\b(?:(?:is|are|was|were) (?:not )?(?:covered|dealt with|in scope|out of scope|left out|excluded from this|considered here|considered elsewhere|the subject)|fall (?:within|outside)|(?:within|outside|beyond) (?:the |its |our )?scope)\\b`,
    "\\b(?:outside|beyond|within) (?:the|its|our) (?:scope|remit)\\b",
    `\\bcovers ${patients}\\b|\\b(?:is|are) (?:also |not )?(?:covered|dealt with)\\b(?! (?:with|by (?:a|the|an|sterile|insurance)|in (?:gauze|plastic)))`,
  ),
  users: of(
    "i",
    `\\b(?:target|intended|end|primary|main)[- ](?:users?|audience|readers?|readership)\\b|\\b(?:audience|readership)\\b|\\b(?:users|readers) of this\\b`,
    `\\bwho should (?:use|read)\\b|\\bfor whom (?:this|the) ${text}\\b`,
    `\\b(?:meant|intended|written|designed|developed|addressed|aimed|directed|produced|made|prepared|is|are|of use|useful) (?:for|to|at)(?: use)?(?: by| of)?\\b[^.\\n]{0,50}\\b${staff}\\b`,
    `\\bfor use by\\b|\\bwith [^.\\n]{2,50} in mind\\b|\\bhad [^.\\n]{2,50} in mind\\b|\\bin the hands of\\b|\\bwe write for\\b|\\bwrote (?:it |this )?for\\b`,
    `\\b${staff}\\b[^.\\n]{0,60}\\b(?:(?:will|should|can|may|are to|are expected to) (?:use|read|follow|find|consult|turn to|work from)|are (?:the|its|our) (?:\\w+ )?(?:users|readers|audience))\\b`,
    `\\b(?:addresses|speaks to|is aimed at|serves|guides|helps) (?:\\w+,? ){0,4}${staff}\\b`,
  ),
  search: of(
    "i",
    `\\bsearch(?:ed|es|ing)?\\b[^.\\n]{0,80}\\b(?:databases?|literature|evidence|strateg(?:y|ies)|terms|strings?|systematic(?:ally)?|${works}|registers?|registries|librar(?:y|ies))\\b|\\b(?:literature|evidence|systematic|database|electronic|hand|living|bibliographic|update) ?-?search|\\bsearch strateg|\\bhand-?searched\\b`,
    "\\b(?:medline|pubmed|embase|cinahl|lilacs|scopus|web of science|psycinfo|global health library|global index medicus|african index|google scholar|herdin|central register|cochrane (?:library|central|database)|trial regist(?:ers|ries)|clinicaltrials\\.gov|scielo|index medicus|bibliographic databases?)\\b",
    "\\b(?:librarians?|information specialists?)\\b|\\breference lists?\\b|\\bunpublished (?:trials|studies|data|audits)\\b|\\bgr[ae]y literature\\b",
    `\\bwe (?:looked for|sought|hunted for|gathered|collected|traced|retrieved|identified|combed|scanned|trawled)\\b[^.\\n]{0,50}\\b${works}\\b`,
    `\\b(?:systematic|rapid|scoping|literature) reviews? (?:was|were) (?:done|carried out|commissioned|conducted|made|undertaken|performed)\\b|\\b(?:commissioned|carried out|conducted|performed) (?:a|two|three|four|new|\\w+) (?:systematic|rapid|scoping|literature) reviews?\\b`,
    `\\b${works}\\b[^.\\n]{0,30}\\b(?:were|was) (?:looked for|sought|identified|retrieved|located|traced|found) (?:in|from|through|by|with|via)\\b`,
  ),
  selection: of(
    "i",
    `\\b(?:inclusion|exclusion|eligibility|selection)\\b[^.\\n]{0,20}\\bcriteria\\b(?! for (?:treatment|patients|the programme|admission|referral|discharge))`,
    `\\b${works}\\b[^.\\n]{0,90}\\b(?:(?:were|was|are|is|be|being|got) (?:\\w+ )?(?:selected|included|excluded|eligible|screened|kept|retained|accepted|admitted|left out|set aside|discarded|rejected|dropped|omitted|disregarded|ignored|chosen|taken(?: in)?|let in|ruled out|counted|put aside|passed over)|qualified|had to (?:report|have|compare|enrol|include|last|be)|needed (?:to have|at least))\\b`,
    `\\b(?:we|panel|team|reviewers?|authors|people|members|group|methodologists?|pairs?)\\b[^.\\n]{0,40}\\b(?:included|excluded|kept|retained|accepted|admitted|took|left out|set aside|discarded|rejected|considered|selected|screened|chose|sifted|picked|read|dropped|counted|confined ourselves to|limited ourselves to|relied on|disregarded|ignored)\\b[^.\\n]{0,60}\\b${works}\\b`,
    `\\bselection of (?:the )?(?:evidence|studies|trials)\\b|\\beligible (?:${works}|for inclusion|if)\\b|\\b(?:only|all) (?:randomi[sz]ed |controlled |comparative |published |\\w+ )?(?:studies|trials|cohorts|reviews)\\b[^.\\n]{0,60}\\b(?:counted|considered|used|entered)\\b`,
    `\\b(?:titles|abstracts)\\b[^.\\n]{0,40}\\b(?:read|screened|sifted)\\b|\\b(?:screened|sifted|read)\\b[^.\\n]{0,20}\\b(?:titles|abstracts)\\b`,
  ),
  "evidence-link": of(
    "i",
    `\\bevidence (?:tables?|profiles?|summar(?:y|ies)|to decision|behind|base|for each|supporting|statements?|links?|boxes)\\b|\\blink(?:ed|s)? to (?:its|the|their) (?:evidence|references?|stud)|\\b(?:certainty|quality|level|strength|grading|grades?|body) of (?:the )?evidence\\b`,
    `\\breferences? (?:stand|follow|are given|after|to each|for each|support)\\b|\\bgrade (?:approach|method|tables?|profiles?|system|working)\\b|\\bsupporting (?:${works}|references?)\\b`,
    `\\b(?:each|every|all|beside|under|below|behind|after|next to)\\b[^.\\n]{0,40}\\b(?:recommendations?|pieces? of advice|advice|statements?|directives?|good practice points?)\\b[^.\\n]{0,90}\\b(?:${works}|references?|sources?|certainty|tables?|profiles?|citations?|cites?|footnotes?)\\b`,
    `\\b(?:recommendations?|advice|statements?)\\b[^.\\n]{0,40}\\b(?:rests?|based|is tied|are tied|refers?|traced?|points?|names?|cites?|followed)\\b[^.\\n]{0,60}\\b(?:${works}|references?|sources?|citations?|tables?)\\b`,
    `\\b(?:evidence|${works})\\b[^.\\n]{0,60}\\b(?:on which|behind|for|under) (?:each|every|it|the) ?(?:recommendation|piece of advice|statement)?\\b[^.\\n]{0,20}\\b(?:rests?|recommendations?|advice|stands?|listed|shown|given)\\b`,
  ),
  "external-review": of(
    "i",
    "\\bexternal(?:ly)?(?: peer| expert)?[- ](?:review(?:ed|ers?)?|consultation|experts?|comments?|readers?|referees?)\\b|\\bindependent(?:ly)? (?:peer |expert )?(?:review(?:ed|ers?)?|referees?|readers?)\\b",
    "\\bpeer[- ]review(?:ed)? (?:by|of (?:this|the)|was|were|before|took)\\b|\\b(?:was|were|been|has|had|is) peer[- ]reviewed\\b|\\bpeer reviewers?\\b|\\bpeer review (?:was|by|came)\\b",
    "\\bpublic (?:consultation|comments?|review)\\b|\\bconsultation (?:draft|period|phase|was|with|among)\\b|\\bopen (?:for|to) (?:\\w+ )?comments?\\b|\\bstakeholder (?:review|comments?|consultation|feedback)\\b|\\bcomments (?:were|was) (?:invited|sought|received|asked)\\b",
    "\\b(?:draft|drafts|manuscript|text|proofs|document|guideline|version|chapters)\\b[^.\\n]{0,80}\\b(?:sent|circulated|shown|shared|read|reviewed|posted|submitted|stood|went|put|offered|presented|tested|piloted|mailed|e-mailed|distributed|examined|checked|scrutini[sz]ed)\\b[^.\\n]{0,80}\\b(?:reviewers?|referees?|experts?|physicians?|speciali[sz]ts?|colleagues|societ(?:y|ies)|associations?|bodies|public|universit\\w+|organi[sz]ations?|outside|outsiders?|patients?|comments?|website|remarks|colleges?|facult(?:y|ies)|midwives|nurses|who (?:had|were|did)|not (?:on|part|members?))\\b",
    "\\b(?:read|reviewed|checked|commented|remarked|criticised|criticized|returned|examined)\\b[^.\\n]{0,30}\\b(?:the |our |this |a )?(?:full |final |first |last |near-final |complete |second )?(?:draft|manuscript|proofs)\\b",
    "\\b(?:none|neither|all) of (?:them|whom)\\b[^.\\n]{0,40}\\b(?:on|member|involved|panel|outside|group)\\b[^.\\n]{0,30}\\b(?:commented|read|reviewed|draft)\\b|\\breviewed by (?:\\w+,? ){0,6}(?:experts?|reviewers|stakeholders|societies|speciali[sz]ts|colleagues)\\b|\\b(?:reviewers|experts|readers|speciali[sz]ts|people|colleagues) (?:outside|from outside|who (?:were|did|had) (?:not|no)|not involved)\\b[^.\\n]{0,40}",
  ),
  update: of(
    "im",
    "\\b(?:next|planned|scheduled|full) (?:full )?(?:review|update|revision|edition)\\b|\\breview (?:date|due|cycle|interval)\\b|\\bvalid (?:until|to|for|through|till)\\b|\\bshelf life\\b|\\bliving (?:guideline|search|systematic review|document)\\b",
    `\\b(?:updates?(?! (?:the|a|an|his|her|their|your|each|all) (?:\\w+ )?(?:cards?|charts?|records?|registers?|lists?|plan|notes?|files?|contacts?|famil\\w+))|updated|updating|revised|revises|revising|revisions?)\\b[^.\\n]{0,60}\\b(?:every|each|annually|yearly|biennially|in (?:20\\d\\d|\\w+ years?)|within|after|when|if|procedure|process|policy|plan|schedule|as soon|by 20\\d\\d|due|planned|scheduled|foreseen|20\\d\\d|once|sooner|earlier)\\b`,
    `\\b(?:every|each|once)\\b[^.\\n]{0,30}\\b(?:years?|months?|winter|summer|spring|season|meeting)\\b[^.\\n]{0,60}\\b(?:${text}|search|evidence|literature|panel|committee)\\b[^.\\n]{0,40}\\b(?:updat|revis|review|repeat|looked|re-?run|again)`,
    `\\b(?:${text}|search|evidence|literature|part|parts|chapters?|panel|committee)\\b[^.\\n]{0,60}\\b(?:(?:is|are|be|was) (?:reviewed|updated|revised|repeated|renewed|replaced|withdrawn|reopened|re-?run|run again|looked at again|re-?examined|reconsidered)|expires?|lapses?|reviews (?:it|them)|falls? due|holds? (?:good )?(?:until|for|till)|meets? again|remains? (?:valid|in force)|stands? until)\\b`,
    "\\b(?:procedure|process|policy|plan|schedule|method|responsib\\w+)s? for (?:updat|revis|review)|\\brepeats? the search\\b|\\bsearch(?:es)? (?:is|are|will be) (?:run|repeated|redone)\\b|\\b(?:reads?|watch(?:es)?|scans?|monitors?|follows?|tracks?) (?:the )?(?:new|emerging|fresh|incoming) (?:trials|evidence|studies|literature|data)\\b|\\btriggers? (?:an|a) (?:update|revision|review)\\b|\\bkept (?:current|up to date)\\b|\\bnew edition\\b|\\bout of date after\\b",
    `^\\W*updat(?:ing|es?)\\W*$`,
  ),
  funding: of(
    "i",
    "\\bfund(?:ing|ed|er|ers)\\b|\\bfinanc(?:ed|ial(?:ly)? support(?:ed)?|ial backing)\\b|\\bsponsor(?:ed|s|ship)?\\b|\\bsources? of (?:support|money)\\b|\\bsupported by (?:a )?grants?\\b|\\bgrants? (?:from|of|by|number)\\b",
    "\\b(?:met|bore|covered|carried|paid|shared|defrayed|shouldered)\\b[^.\\n]{0,30}\\b(?:costs?|bill|bills|expenses|travel|meetings?|printing|flights|salar(?:y|ies)|fees|librarian|work)\\b",
    `\\b(?:costs?|expenses|bills?)\\b[^.\\n]{0,60}\\b(?:were|was|are|is|being) (?:met|borne|covered|paid|shared|carried)\\b|\\bpaid (?:from|out of|for this|for travel|for the (?:meetings?|work|printing|travel|panel|librarian))\\b|\\bwho paid\\b`,
    "\\bno (?:industry|company|commercial|pharmaceutical|outside|external|drug) (?:money|support|donor|contribution|payment)\\b|\\bwithout (?:any )?(?:outside|external|industry|commercial) (?:money|support|help)\\b|\\b(?:own|departmental|department|ministry|ministry's|hospital|regular|core|running|trust|training) (?:budget|funds|account)\\b|\\bno (?:money|payment|company|donor)\\b[^.\\n]{0,40}\\b(?:contributed|gave|was (?:received|taken|accepted)|came)\\b|\\bunpaid\\b|\\bvolunteered their time\\b|\\bin their own time\\b|\\b(?:donation|subscriptions?|membership fees?|annual fee)\\b|\\bat (?:the|its|their) (?:own )?expense\\b|\\bbudget\\b",
  ),
  interests: of(
    "i",
    "\\b(?:competing|conflicts? of|conflicting|vested|private|commercial|financial|intellectual|secondary|personal|declar(?:ed|ing|ations? of)|disclos(?:ed|ures? of))[^.\\n]{0,24}\\binterests?\\b|\\binterests? (?:were|was|are|of (?:the )?(?:authors|members|panel|contributors)|declared|disclosed|statement|forms?)\\b|\\bdisclosures?\\b(?! of (?:the |their |her |his )?(?:hiv|status|results?|diagnos|bad|abuse|errors?|harm))|\\bno (?:competing|conflicts?|conflicting)\\b",
    "\\bdeclared (?:no|their|all|any|that|nothing|none|a|having)\\b|\\bsigned (?:a |the )?declarations?\\b|\\bnothing to (?:declare|disclose)\\b|\\brecus(?:ed|al)\\b|\\b(?:hold|holds|held|own|owns|owned) (?:shares|stock|a patent|patents)\\b|\\b(?:left|leaves?) (?:the room|before the vote|during the vote)\\b|\\b(?:took|takes) no part in\\b",
    "\\b(?:received|accepted|taken|had|has|have)\\b[^.\\n]{0,30}\\b(?:money|fees?|payments?|honorari(?:a|um)|grants?|gifts|consultanc\\w+)\\b[^.\\n]{0,30}\\bfrom\\b[^.\\n]{0,30}\\b(?:makers?|manufacturers?|compan(?:y|ies)|industry|firms?|producers?)\\b|\\b(?:ties|links|relations(?:hips?)?|dealings) (?:to|with) (?:\\w+ )?(?:industry|compan(?:y|ies)|makers?|manufacturers?|firms?|sellers)\\b|\\bconflicted\\b",
  ),
};

/** What is told in a text of one paragraph a line. */
export function said(plain: string): ReportingId[] {
  return (Object.keys(told) as ReportingId[]).filter((id) => told[id].test(plain));
}
