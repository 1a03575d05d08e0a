// Phrases that leave to the reader what a text should say, as data: own compilation of plain English, 2026-11. It
// must not know documents.

export type Vagueness = "condition" | "time" | "amount" | "choice";

const adverb =
  "(?:clinically |medically |otherwise |deemed |thought |considered |judged |felt |found |it is |it seems |this is |they are |so |really |at all )*(?:to be )?";
const fitting =
  "(?:appropriate|necessary|indicated|needed|required|warranted|desirable|suitable|advisable|relevant|applicable|called for|justified|prudent|fit|tolerated)";
const good =
  "(?:clinically |haemodynamically |hemodynamically |sufficiently |reasonably )?(?:satisfactory|acceptable|adequate|sufficient|reasonable|appropriate|optimal|suitable|under control|good|good enough|tolerable|stable|stabilised|stabilized|settled|well enough|fit enough|favourable|favorable|(?:well|better|improved|recovered|comfortable|ready|fit)(?= *(?:[.,;:|]|$)))";
const event =
  "(?:monitoring|assessments?|reviews?|follow|checks?|checking|measurements?|visits?|observations?|examinations?|testing|tests?|screening|supervision|turning|intervals|re-?assessments?|evaluations?|counselling|counseling|feed(?:s|ing)?|dressings?|sips|doses|recordings?|contact|suctioning|mouth care|changes? of position|repositioning|meals|drinks|voiding|pauses|breaks|inspections?|cultures|sampling|boluses)";
const notHow = "(?<!\\b(?:more|less|most|how|as|too|very|so|not|is|are|occurs?|also|and|or|it|small) )";
const rhythm = "(?:frequent|regular|periodic|occasional|short|suitable|appropriate|reasonable|close)";
const thing =
  "(?:antibiotics?|antimicrobials?|analgesics?|analgesia|treatments?|therapy|therapies|medicines?|medications?|drugs?|fluids?|investigations?|tests?|measures|actions?|management|care|dressings?|antihypertensives?|monitoring|follow[- ]up|agents?|antivirals?|antifungals?|regimens?|steps|precautions|advice|support|specialists?|level of care|facility|sedation|imaging|antiemetics?|cover|prophylaxis|diet|exercise|training|equipment|position|samples?|examinations?|blood tests?|interventions?|needle|tube|cannula|catheter|splint|size|route|rate)";

/** A mark of degree where a threshold should be. */
const degree =
  "(?:excessive|significant|considerable|substantial|undue|too (?:high|low|fast|slow|large|little|much)|unsatisfactory|inadequate|insufficient|unacceptable|high enough|low enough)";

/** Of what there may be too little. */
const measurable =
  "(?:fluids?|water|intakes?|salt|sugar|oxygen|oxygenation|analgesi[a-zß-öø-ɏ]*|pain (?:relief|control)|(?:re)?hydration|volumes?|calories?|proteins?|energy|food|nutrition|feeds?|milk|drinks?|blood|sodium|potassium|iron|sedation|an(?:a)?esthesia|pressure|light|rest|sleep|time|doses?|dosages?|amounts?|insulin|glucose|saline|ventilation|cover|margins?|traction|resuscitation|replacement|antibiotics?|heparin|steroids?|tablets?|solution|cream|ointment|laxatives?|contrast|lubricants?|gel|soap|antiseptic|irrigation|warmth|padding|exercise|vitamins?|fib(?:re|er)|quantit(?:y|ies)|oils?|supplements?|diuretics?|urine)";
/** What may be done too little. */
const filled =
  "(?:hydrat[a-zß-öø-ɏ]*|rehydrat[a-zß-öø-ɏ]*|drink(?:s|ing)?|ventilat[a-zß-öø-ɏ]*|sedat[a-zß-öø-ɏ]*|dilut[a-zß-öø-ɏ]*|feed(?:s|ing)?|fed|nourish[a-zß-öø-ɏ]*|irrigat[a-zß-öø-ɏ]*|flush[a-zß-öø-ɏ]*|rins[a-zß-öø-ɏ]*|oxygenat[a-zß-öø-ɏ]*|wash[a-zß-öø-ɏ]*|eat(?:s|ing)?|cool(?:s|ed|ing)?|warm(?:s|ed|ing)?|pad(?:ded)?|lubricat[a-zß-öø-ɏ]*|anaesthetis[a-zß-öø-ɏ]*|infus[a-zß-öø-ɏ]*|appl(?:y|ied)|moisten[a-zß-öø-ɏ]*|resuscitat[a-zß-öø-ɏ]*)";

export interface VaguePattern {
  readonly kind: Vagueness;
  /** Of these words, in small letters, one stands in every text where the pattern matches: it is costly to compile. */
  readonly cues: readonly string[];
  readonly pattern: RegExp;
}

const vague = (kind: Vagueness, cues: string, pattern: RegExp): VaguePattern => ({
  kind,
  cues: cues.match(/\S+/g) ?? [],
  pattern,
});

export const vaguePatterns: readonly VaguePattern[] = [
  vague(
    "condition",
    "tolerated appropriate necessary indicated needed required warranted desirable suitable advisable relevant applicable called justified prudent fit accordingly discretion judgement judgment demand demands require requires permit permits allow allows call calls warrant warrants dictate dictates justify justifies doubt concerned worried need concern indication proper useful sensible",
    new RegExp(
      `\\b(?=[aiwuo])(?<!\\bas +[a-zß-öø-ɏ]{2,12} +)(?:as|if|when|whenever|where|wherever|once|unless|only +if|only +when) +${adverb}${fitting}\\b(?! +by +[^.;,]{0,30}\\b(?:scores?|chart|table|protocol|plan|scale|results?|levels?|algorithm|schedule|figure|box|section)\\b)|\\baccordingly\\b|\\bas +long +as +(?:is +|it +is +|are +)?(?:thought +|deemed +|judged +|considered +|felt +)?(?:necessary|needed|required|indicated|proper|advisable|appropriate|useful|sensible)\\b|\\b(?:at|in) +(?:the +)?(?:discretion|judge?ment) +of\\b|\\b(?:at|in) +(?:the +)?[a-zß-öø-ɏ]+['’]s? +(?:discretion|judge?ment)\\b|\\b(?:according +to|based +on|on|using|by|use) +(?:the +)?(?:clinical|best|own|good|sound) +judge?ment\\b|\\bas +(?:the +|his +|her +|their +)?(?:clinical +|local +|patient['’]s +)?(?:situation|circumstances|condition|case|picture|state|course|needs?|response|workload|staffing) +(?:demands?|requires?|permits?|allows?|warrants?|dictates?)\\b|\\b(?:(?:if|when|whenever|where|should|unless) +)?(?:the +)?(?:patient['’]s +|child['’]s +|clinical +|overall +|general +)?(?:condition|situation|circumstances|state|status|picture|impression|need|findings?) +(?:demands?|requires?|permits?|allows?|warrants?|justif(?:y|ies)|calls? +for)(?: +(?:it|this|so)\\b|(?= *(?:[.;,|]|$)))|\\bwhere +circumstances +(?:permit|allow)\\b|\\bas +(?:you +|they +|he +or +she +|the +[a-zß-öø-ɏ]+ +)?sees? +fit\\b|\\bif +(?:in +doubt|concerned|worried)\\b(?=[^,]*$)(?! +(?:treat|refer|consult|call|ask|seek|assume|admit|give|use|do|repeat|discuss|contact)\\b)|\\bif +there +is +(?:a|any|some) +(?:need|concern|indication)\\b|\\b(?:as|when|if) +the +need +arises\\b|\\bin +case +of +need\\b|\\bif +need +be\\b`,
      "gi",
    ),
  ),
  vague(
    "condition",
    "selected certain some appropriate suitable special particular exceptional chosen",
    /\b(?:in|for|to|of) +(?:selected|certain|some|appropriate|suitable|special|particular|exceptional|chosen) +(?:patients?|cases?|children|women|people|circumstances|situations|individuals|infants|persons|mothers|adults|candidates|subjects)\b/gi,
  ),
  vague(
    "condition",
    "better improved recovered comfortable ready satisfactory acceptable adequate sufficient reasonable appropriate optimal suitable control good tolerable stable stabilised stabilized settled well fit favourable favorable",
    new RegExp(
      `\\b(?:once|until|till|when|while|as +soon +as|after|provided|if) +(?:[a-zß-öø-ɏ]+ +){0,5}?(?:is|are|becomes?|became|looks?|seems?|appears?|has +become|have +become|has +been|remains?|feels?|proves?)(?: +(?:again|judged|deemed|considered|felt|found|more|fully|not|to +be))* +(?:${good})\\b|\\b(?:until|once|when) +(?:clinically +|haemodynamically +|hemodynamically +)?(?:stable|stabilised|stabilized|satisfactory|adequate|appropriate)\\b`,
      "gi",
    ),
  ),
  vague(
    "condition",
    "excessive significant considerable substantial undue too unsatisfactory inadequate insufficient unacceptable enough",
    new RegExp(
      `\\b(?:if|when|whenever|where|unless|in +case +of) +(?:[a-zß-öø-ɏ]+ +){0,4}?(?:is|are|becomes?|seems?|looks?|remains?|appears?) +(?:still +|very +|judged +|felt +)?${degree}(?= +[a-zß-öø-ɏ]|[\\s.,;:]|$)|\\b(?:if|when|whenever|where|unless|once|until) +(?:[a-zß-öø-ɏ]+ +){1,7}?too +(?:far|low|high|fast|slow|slowly|quickly|rapidly|large|little|much|many|few|long|short|often|big|small|strong|weak|steep|steeply|soon|late|deep|sleepy|drowsy|ill|unwell|thin|dry|wet|tired|breathless)\\b(?! +to\\b)`,
      "gi",
    ),
  ),
  vague(
    "time",
    "frequently regularly periodically repeatedly intermittently frequent regular periodic occasional short suitable appropriate reasonable close intervals occasionally",
    new RegExp(
      `${notHow}\\b(?:frequently(?! +(?:seen|found|occur\\w*|associated|used|caus\\w*|affect\\w*|missed|present\\w*|report\\w*|develop\\w*|accompan\\w*|encountered|involve\\w*|observed|returns?|recurs?|com\\w+|follows?|misdiagnos\\w*|asked|overlooked))|regularly|periodically|repeatedly|intermittently|(?:${rhythm}) +(?=(?:[a-zß-öø-ɏ]+ +){0,2}${event}\\b)|(?:at|in) +(?:${rhythm}|frequent) +intervals|at +intervals|occasionally)(?! +than\\b)`,
      "gi",
    ),
  ),
  vague(
    "time",
    "time now often allow allows permit permits frequently regularly long much few couple several times",
    new RegExp(
      `${notHow}\\b(?:from +time +to +time|now +and +(?:then|again)|every +so +often|every +(?:few|couple +of|several) +(?:minutes|hours|days|weeks|months)|(?:several|a +few|many|some|a +number +of) +times +(?:a|per|each|every) +(?:day|week|hour|night|shift)|as +often +as +possible|as +(?:often|frequently|regularly|long|much) +as +(?:(?:is|are|it +is|they +are|seems|looks|you +find|proves)(?: +(?:thought|deemed|judged|considered|felt|found))? +)?(?:necessary|needed|required|reasonable|practicable|practical|feasible|appropriate|sensible|advisable|suitable|useful|helpful|wanted)|as +(?:often|frequently|long|much) +as +(?:the +|his +|her +|their +)?[a-zß-öø-ɏ]+(?: +[a-zß-öø-ɏ]+)? +(?:allows?|permits?))(?! +than\\b)`,
      "gi",
    ),
  ),
  vague(
    "time",
    "frequently regularly periodically often",
    /\b(?:very|quite|more) +(?:frequently|regularly|often)\b(?! +than)|\b(?:frequently|regularly|periodically)\b(?= +(?:after|during|while|until|for)\b)/gi,
  ),
  vague(
    "time",
    "while time few some several short limited prolonged sufficient reasonable suitable appropriate long brief certain adequate decent fair proper sensible due good timely shortly sooner closely often gradually",
    /\b(?:for +(?:a +while|some +time|a +short +(?:time|period|while)|a +(?:limited|prolonged|sufficient|reasonable|suitable|appropriate|long|brief|certain|good|decent|fair) +(?:time|period|while|course)|several +(?:minutes|hours|days|weeks|months)|(?:a +few|some) +(?:minutes|hours|days|weeks|months)|long +enough|an? +(?:adequate|appropriate|sufficient|suitable|reasonable) +(?:time|period|duration|length +of +time))|(?:after|within|in) +(?:a +while|some +time|a +suitable +(?:interval|time)|an? +(?:appropriate|adequate|reasonable|short|certain|decent|fair|good|proper|sensible) +(?:interval|time|period|while)|(?:a +few|some|several) +(?:minutes|hours|days|weeks|months))|in +due +course|in +good +time|(?<!respond[a-zß-öø-ɏ]{0,3} +)in +a +timely +(?:manner|fashion)|shortly(?! +(?:after|before|thereafter))|sooner +or +later|closely|(?<=\b(?:measured|checked|rechecked|monitored|assessed|reviewed|seen|turned|given|repeated|examined|visited|weighed|offered|cleaned|changed|suctioned|fed|inspected|observed|wash\w*|check|recheck|measure|turn|offer|feed|change|examine|repeat|weigh|inspect|clean|glucose|pressure|pulse|rate|temperature|patient|child|wound|output|it|them|mouth|dressings?|fluids?|tube|catheter|line) +)often(?! +than)|at +(?:an +)?appropriate +(?:intervals?|times?)|gradually(?= *(?:[.,;]|$|over\b|as\b|in\b))|(?:over|for) +(?:a +)?(?:suitable|appropriate|sufficient|adequate) +(?:time|period)|as +long +as +tolerated)\b/gi,
  ),
  vague(
    "amount",
    "adequate sufficient enough ample copious generous liberal plenty lots lot bit adequately sufficiently copiously generously liberally well appropriate appropriately suitable usual standard normal reasonable modest proper right correct customary small little large moderate good some much caution care cautiously judiciously reason",
    new RegExp(
      `\\b(?:adequate|sufficient|enough|ample|copious|generous|liberal) +(?=(?:[a-zß-öø-ɏ]+ +){0,2}?${measurable}\\b)|\\b(?:plenty|lots|a +lot|a +bit) +of\\b|\\b(?:adequately|sufficiently|copiously|generously|liberally|enough|well(?=\\s*(?:[.;]|$)))\\b(?<=\\b${filled}(?: +[a-zß-öø-ɏ]+){1,4})|\\b(?:adequately|sufficiently|copiously|generously|liberally) +(?=${filled}\\b)|\\b(?:an +)?appropriate(?:ly)? +(?:doses?|dosage|amounts?|volumes?|quantit(?:y|ies)|rates?|concentrations?|numbers?)\\b|(?<!\\b(?:of|than|half|twice|times|double|with) +)(?:an?|the) +(?:suitable|usual|standard|normal|reasonable|modest|proper|right|correct|customary) +(?:doses?|dosage|amounts?|volumes?|quantit(?:y|ies)|rate)\\b|\\b(?:suitable|reasonable|proper|correct) +(?:doses|dosages|amounts|volumes|quantities)\\b|\\b(?:a +)?(?:small|little|large|moderate|generous|good) +(?:amounts?|quantit(?:y|ies)|volumes?)\\b(?! +(?:bag|syringe|spacer|pump|of +(?:food|water|milk|juice)|food|paracentesis|spirometry|resuscitation))|\\b(?:some|a +little|much) +(?=(?:[a-zß-öø-ɏ]+ +)?(?:fluids?|water|oxygen|glucose|sugar|salt|milk|blood|saline|pressure|traction|analgesia)\\b)|\\b(?:with +(?:due +|great +|extreme +|special +|particular +|some +)?(?:caution|care)|cautiously|judiciously)(?=\\s*(?:[.;)|]|$))|\\bwithin +reason\\b`,
      "gi",
    ),
  ),
  vague(
    "choice",
    "appropriate suitable proper relevant necessary requisite appropriately properly suitably correctly adequately usual customary other normal",
    new RegExp(
      `\\b(?<!\\b(?:is|are|be|if|as|when|where) +)(?:appropriate|suitable|proper|relevant|necessary|requisite|further +appropriate) +(?:(?!and\\b|or\\b)[a-zß-öø-ɏ]+ +)?${thing}\\b|\\b(?:treat|manage|act|respond|dress|refer|position|counsel|investigate|sedate|intervene|proceed)(?:ed|d)?(?: +(?:the +)?[a-zß-öø-ɏ]+){0,3} +(?:appropriately|properly|suitably|correctly|adequately)\\b|\\b(?:appropriately|suitably)(?= *(?:[.,;]|$))|\\b(?:an?|the) +(?:appropriate|suitable) +(?:[a-zß-öø-ɏ]+ +)?(?:antibiotic|drug|medicine|agent|test|specialist|facility|analgesic|dressing|clinic|service|unit|colleague|person)\\b|\\b(?:usual|customary|other|normal) +(?:measures|precautions|steps|procedures)\\b`,
      "gi",
    ),
  ),
  vague(
    "time",
    "little early stage near future due time promptly slowly progressively stepwise soon carefully watch eye observation",
    /\blittle +and +often\b|\bat +an +early +(?:stage|date|point|opportunity)\b|\bin +the +near +future\b|\bin +due +time\b|\bpromptly(?= *(?:[.,;]|$))|\b(?:before|very|quite|rather) +soon(?= *(?:[.,;]|$))|(?<=\b(?:taper|wean|reduce|withdraw|increase|decrease|lower|raise|stop|build +up|come +down)[a-zß-öø-ɏ]{0,4}(?: +[a-zß-öø-ɏ-]+){0,5} +)(?:slowly|progressively|stepwise)(?= *(?:[.,;]|$))|(?<=\b(?:monitor|observe|watch|follow)(?:ed|ing)?(?: +[a-zß-öø-ɏ-]+){0,5} +)carefully(?= *(?:[.,;]|$))|\b(?:a +)?close +(?:watch|eye|observation)(?= +(?:on|over|of|for)\b| *(?:[.,;]|$))/gi,
  ),
  vague(
    "time",
    "course period trial spell",
    /\ban? +(?:short|prolonged|long|brief|limited|extended|reasonable|suitable|adequate) +(?:course|period|trial|spell)\b(?= +of\b| *(?:[.,;]|$| +(?:is|are|should|may|must)\b))/gi,
  ),
  vague(
    "amount",
    "dose doses dosage amount amounts volume volumes",
    /\b(?:an? +|the +)?(?:reduced|lower|lowered|smaller|larger|increased|adjusted|modified) +(?:doses?|dosage|amounts?|volumes?)\b(?! +(?:than|of +\d))/gi,
  ),
  vague(
    "choice",
    "limits range ranges bounds margins",
    /\bwithin +(?:acceptable|reasonable|safe|tolerable|satisfactory|appropriate|suitable|permissible) +(?:limits|ranges?|bounds|margins)\b/gi,
  ),
  vague(
    "condition",
    "high low raised elevated reduced abnormal deranged prolonged",
    /\b(?:if|when|whenever|where|unless) +(?:[a-zß-öø-ɏ]+ +){0,4}?(?:is|are|becomes?|remains?) +(?:still +)?(?:markedly|very|severely|significantly|grossly|rather|quite|unusually|considerably|unduly) +(?:high|low|raised|elevated|reduced|abnormal|deranged|prolonged)\b/gi,
  ),
];

/** What makes it plain: a figure, a purpose, a condition, a place where it is said. */
export const criterion =
  /^[\s,]*(?:\(|:|–|—|i\.e\.|e\.g\.|that +is|namely|such +as|according +to|by +(?:age|weight|culture|sensitivit)|based +on|guided +by|depending +on|initially|at +first|starting|beginning|as +(?:per|in|shown|listed|described|below|above|given|set +out|defined|laid +down)|see\b|in +line +with|until|till|if|when|where|in +(?:the +)?(?:table|box|section|chapter|annex|figure|appendix|line)|from +(?:the +)?(?:table|list|box|chart|annex)|to +(?:keep|maintain|achieve|reach|control|relieve|ensure|allow|produce|prevent|obtain|cover|treat|restore|bring|raise|lower|stop|hold|make|get)|every|at +least|for +(?:the|an?|pain|fever|nausea|vomiting|agitation|anxiety|seizures?|cough|wheez\w*|itch\w*|sleep|breakthrough|relief|symptoms?|[a-zß-öø-ɏ]+ +(?:pain|relief|control))|because|once|twice|\d|—)/i;

/** Words that a document may say the meaning of. */
export const definable =
  /(?:^|[\n>|.•])[\s>*_|"“‘'-]*((?:adequate|sufficient|satisfactory|acceptable|appropriate|suitable|frequent(?:ly)?|regular(?:ly)?|often|close(?:ly)?|stable|significant|excessive|prolonged|high|low|as +needed|when +needed|if +needed|as +required|enough|good|poor|inadequate|insufficient|gradual(?:ly)?|periodic(?:ally)?)(?: +[a-zß-öø-ɏ]+){0,4})["”’']?[*_]{0,2}\s*(?::|=|–|—|\||\b(?:here +|in +this +[a-zß-öø-ɏ]+ +)?(?:means?|is +defined|are +defined|is +taken|stands? +for|refers? +to|denotes?)\b)/gi;
