// Procedures by what is done, where they are not called by their name: "press on the top of the womb", "fasten a cloth
// strip above the bite". Data: own compilation of plain vocabulary, 2026-11. It must not know sentences.

export interface DescribedAct {
  /** Of these words one stands in every text where the pattern matches. */
  readonly cues: readonly string[];
  readonly pattern: RegExp;
  /** As in procedures.ts. */
  readonly name: string;
  /** What is described is that it is not done: "leave the wound open". */
  readonly undone: boolean;
  /** How things are then says so, in whatever sentence. */
  readonly stated?: true;
}

const near = (most: number) => `\\b[^.;,:]{0,${most}}?\\b`;
const fasten =
  "(?:tie|tied|tying|fasten(?:ed|ing)?|bind|bound|binding|wind|winding|wrap(?:ped|ping)?|knot(?:ted)?|apply|applied|put|place|tighten(?:ed)?|strap(?:ped)?|secure|secured|loop)";
const band =
  "(?:bands?|strips?|cloths?|ropes?|strings?|cords?|belts?|rags?|laces?|shoelaces?|bootlaces?|scarf|straps?|tubing|bandanna|ligatures?|twine|inner tube)";
const close =
  "(?:close|closed|closing|closure|stitch(?:ed|ing)?|sew|sewn|sewing|staple|stapled|suture|sutured|suturing|glue|glued)";
const flesh = "(?:skin|wounds?|cuts?|lacerations?|edges|bites?|gash|incision)";
const press = "(?:press(?:ed|es|ing)?|push(?:ed|es|ing)?|lean(?:s|ing)?|bear(?:s|ing)? down|pressure)";
const clear =
  "(?:clear(?:ed|ing)?|empty|emptied|suck(?:ed|ing)?|suction(?:ed|ing)?|aspirat(?:e|ed|ing)|clean(?:ed|ing)?)";

/** name | cues | pattern; "not" before a name: it is left undone. */
const acts: readonly (readonly [string, string, string])[] = [
  [
    "bed rest",
    "bed",
    `(?:keep|kept|stay|remain|rest|confined?|lie|lying|nursed?|put|placed?)${near(40)}(?:in|to|on) (?:strict )?bed(?: rest)?`,
  ],
  [
    "not bed rest",
    "up active moving mobile feet bed work",
    "(?:stay|stays|keep|keeps|remain|remains|get|gets) (?:[a-zß-öø-ɏ]+ ){0,2}?(?:up(?: and about)?(?=,| and| all day|\\.|;|$)|active|moving|mobile|on (?:the|her|his|their) feet|out of bed|at work)",
  ],
  ["bed rest", "lie lying", `(?:lie|lying) (?:down|flat|still)${near(30)}for (?:\\w+ )?(?:days?|weeks?)`],
  [
    "fasting",
    "nil npo fasting food nothing",
    `(?:keep|kept|stay|stays|remain|remains|is|are|be)${near(30)}(?:nil (?:by|per) mouth|npo|fasting|without food)|(?:give|gives|given|have|has|take|takes|allow)${near(20)}nothing (?:by mouth|to eat)`,
  ],
  [
    "fasting",
    "withhold withheld",
    "with(?:hold|held) (?:all )?(?:food|feeds|feeding|(?:food|drink)s? and (?:drink|food)s?|oral (?:feed\\w*|intake|fluids))",
  ],
  [
    "induced vomiting",
    "vomit vomits vomiting sick throw",
    `(?:make|made|making|get|cause)${near(30)}(?:vomit|be sick|throw up)|vomiting (?:[a-zß-öø-ɏ]+ ){0,4}(?:induced|provoked)`,
  ],
  [
    "induced vomiting",
    "throat pharynx",
    `(?:tickl|strok|touch|irritat|scratch)\\w*${near(24)}(?:throat|pharynx)|(?:finger|spoon|feather)s?${near(12)}(?:down|into|in|at)${near(16)}throat`,
  ],
  [
    "tourniquet",
    "above proximal upstream",
    `${fasten}${near(50)}${band}${near(44)}(?:above|proximal|upstream)`,
  ],
  [
    "tourniquet",
    "tight tightly",
    `${fasten}${near(30)}tight(?:ly)? ${band}|${fasten}${near(40)}${band} tightly`,
  ],
  [
    "wound closure",
    "skin wound wounds cut cuts laceration lacerations edges bite bites gash incision",
    `${close}${near(30)}${flesh}`,
  ],
  [
    "wound closure",
    "stitches sutures staples",
    `(?:put|place|insert|use)${near(20)}(?:stitches|sutures|staples)`,
  ],
  [
    "not wound closure",
    "open",
    `(?:leave|left|keep|kept|stay|remain)${near(12)}${flesh}${near(24)}open|${flesh}${near(30)}(?:left|kept|stay|remain) open`,
  ],
  [
    "suction",
    "mouth nose nostril nostrils airway airways pharynx throat",
    `${clear}${near(30)}(?:mouth|nose|nostrils?|airways?|pharynx|throat)\\b[^.;]{0,40}\\b(?:bulb|syringe|catheter|suction|sucker|extractor|aspirator|tube)`,
  ],
  [
    "restraint",
    "wrist wrists hand hands arm arms ankle ankles limb limbs leg legs feet patient him her",
    `(?:tie|tied|tying|bind|bound|strap(?:ped)?|fasten(?:ed)?|secured?|lash(?:ed)?)${near(24)}(?:wrists?|hands?|arms?|ankles?|limbs?|legs?|feet|patients?|him|her)${near(10)}to${near(14)}(?:beds?|rails?|chair|cot|bedside|frame|mattress)`,
  ],
  [
    "restraint",
    "tied bound strapped fastened lashed",
    `(?:is|are|be|being)(?: not| never)? (?:tied|bound|strapped|fastened|lashed)${near(12)}to${near(14)}(?:beds?|rails?|chairs?|cots?|bedside|frame|mattress|trolley|stretcher)`,
  ],
  [
    "fundal pressure",
    "fundus top upper",
    `${press}${near(20)}(?:on|upon|over|at|against|to)${near(16)}(?:fundus|(?:top|upper (?:part|end)) of (?:the |her )?(?:uterus|womb|belly|abdomen)|upper (?:uterus|womb|abdomen))`,
  ],
  [
    "episiotomy",
    "perineum perineal vaginal vulva",
    `(?:cut|cuts|cutting|incis\\w+|widen\\w*|enlarg\\w+)${near(24)}(?:perineum|vaginal (?:opening|outlet)|vulva)|perineal (?:incision|cut)`,
  ],
  [
    "amniotomy",
    "waters forewaters membranes sac",
    `(?:break|breaking|rupture|rupturing|pierc\\w+|open|nick)${near(12)}(?:waters|(?:fetal |amniotic )?membranes|amniotic sac|bag of (?:fore)?waters)`,
  ],
  [
    "enema",
    "bowel rectum bowels",
    `(?:wash|flush|rinse|empty|emptying)${near(12)}(?:bowels?|rectum)${near(20)}(?:with|before)`,
  ],
  [
    "shaving",
    "hair hairs",
    `(?:remov\\w+|clip(?:ped|ping)?|cut(?:ting)?|shav\\w+)${near(24)}hairs?|hairs?${near(16)}(?:removed|clipped|shaved)`,
  ],
  [
    "gastric lavage",
    "stomach",
    `(?:wash(?:ed|ing)?|rins\\w+|empty|emptying|flush\\w*|lavag\\w+|pump\\w*)${near(14)}stomach`,
  ],
  [
    "tepid sponging",
    "lukewarm tepid cool cold damp wet",
    "(?:spong\\w+|wip\\w+|bath\\w*|wash\\w*|rub(?:bed|bing)?) (?:down )?(?:the |him|her|a )?(?:feverish )?(?:child|baby|patient|infant|body|skin|face and body)?\\b[^.;,:]{0,20}?\\b(?:with|in)\\b[^.;,:]{0,12}?\\b(?:lukewarm|tepid|cool|cold|damp|wet)\\b",
  ],
  [
    "manual exploration of the uterus",
    "uterus uterine womb",
    `(?:explor\\w+|sweep\\w*|put(?:ting)? (?:a|your|the) hand (?:in|into|inside))${near(20)}(?:uterus|uterine cavity|womb)`,
  ],
  [
    "pressure immobilisation",
    "whole entire toes fingers",
    `(?:wrap|bandage|bind|wind|roll)${near(40)}(?:(?:whole|entire) (?:limb|leg|arm)|from the (?:toes|fingers))`,
  ],
  ["wound suction", "venom poison bite", `suck\\w*${near(20)}(?:venom|poison|bite)`],
  ["fluid restriction", "fluid fluids", `(?:restrict\\w*|limit\\w*|cut down)${near(20)}fluids?`],
  [
    "steam inhalation",
    "steam vapour vapor mist humidified",
    `(?:breathe?|breathing|inhal\\w+|sit|kept?)${near(24)}(?:steam|vapou?r|mist|humidified air)|humidified air|mist (?:therapy|tent)|steam (?:room|tent|inhalations?)`,
  ],
  [
    "slapping",
    "slap slaps slapping flick flicking",
    `(?:slap|slaps|slapping|flick|flicking)${near(20)}(?:back|soles?|feet|buttocks|baby|newborn)`,
  ],
  [
    "upside down",
    "upside ankles heels feet",
    `(?:hold|hang|swing|suspend)\\w*${near(24)}(?:upside down|by (?:the|its|his|her) (?:feet|heels|ankles))`,
  ],
  [
    "supine position",
    "back backs supine",
    `(?:lie|lies|lying|lay|laid|place|placed|keep|kept|position(?:ed)?|put|give birth|labour)${near(30)}(?:(?:flat )?on (?:the|her|his|their|its) backs?|supine)`,
  ],
  [
    "prone position",
    "stomach tummy front prone face",
    `(?:lie|lies|lying|lay|laid|place|placed|position(?:ed)?|put|sleep)${near(30)}(?:on (?:the|her|his|their|its) (?:stomach|tummy|front)|prone|face down)`,
  ],
  [
    "eye patch",
    "pad patch pads patches bandage bandages",
    `(?:close|cover|seal|keep|bandage|tape|put|place|dress|protect|rest)(?:e?d|s|ing)?${near(30)}(?:eyes?|lids?|eyelids?)${near(40)}(?:under|with|by|beneath|using) (?:an? |the )?(?:[a-zß-öø-ɏ]+ ){0,2}?(?:pads?|patch(?:es)?|bandages?)`,
  ],
  ["cord traction", "cord", `(?:pull\\w*|tug\\w*|traction)${near(16)}cord`],
  [
    "bath",
    "basin tub bucket bathwater",
    `(?:wash|bathe?|dip|put|place)\\w*${near(24)}(?:baby|newborn|infant|child)${near(16)}(?:in|with)${near(10)}(?:basin|tub|bucket|bathwater)`,
  ],
  [
    "psychological debriefing",
    "event disaster trauma experience story happened goes go going",
    `(?:retell|recount|reliv|relate|narrat)\\w*${near(20)}(?:event|disaster|trauma|experience|story|happened)|go(?:es|ing)? through (?:again )?(?:what|everything)${near(20)}(?:saw|felt|happened|lived)(?: (?:and|or) (?:saw|felt|heard|thought|did))?`,
  ],
  [
    "blister puncture",
    "blister blisters",
    "(?:puncture|prick|burst|pierce|lance|drain|deroof|unroof|snip|open|pop|aspirate|cut|break)(?:d|ed|ing)?\\b[^.;,:]{0,20}\\bblisters?",
  ],
  [
    "not blister puncture",
    "blister blisters",
    "(?:leave|left|keep|kept)\\b[^.;,:]{0,16}\\bblisters?\\b[^.;,:]{0,16}(?:alone|intact|whole|closed|untouched|in place|unbroken)|blisters?\\b[^.;,:]{0,16}(?:left|stay|remain|kept) (?:alone|intact|whole|closed|untouched|unbroken)",
  ],
  [
    "object between the teeth",
    "mouth teeth jaw jaws tongue",
    `(?:put|push|plac|forc|wedg|insert|hold|press)\\w*${near(20)}(?:anything|something|objects?|spoons?|fingers?|sticks?|cloths?|gags?|spatulas?|tongue depressors?|wood|bite block|handle|pencil|wallet|belt)${near(16)}(?:mouth|teeth|jaws?|tongue)`,
  ],
  [
    "oxygen",
    "concentrator prongs cannula cannulae cylinder",
    `(?:set up|connect|start|put on|switch on|turn on|begin|fit|attach|apply|leave|use)${near(20)}(?:(?:oxygen )?concentrator|nasal (?:prongs|cannulae?)|oxygen cylinder|(?<=at [\\d.]+ L\\/min by )cylinder)`,
  ],
  [
    "oxygen",
    "prongs cannula cannulae mask cylinder concentrator",
    "(?:nasal )?(?:prongs|cannulae?|(?:face )?mask|cylinder|concentrator) at [\\d.]+ (?:L|lit(?:re|er)s?)(?:\\/min| (?:per|a) min(?:ute)?)?",
  ],
  [
    "oxygen",
    "prongs cannula cannulae mask cylinder concentrator",
    "[\\d.]+(?: ?(?:-|–|to) ?[\\d.]+)? (?:L|lit(?:re|er)s?)(?:\\/min| (?:per|a) min(?:ute)?)?(?: of oxygen)? (?:through|by|via|on|with) (?:an? |the )?(?:nasal |face )?(?:prongs|cannulae?|mask)",
  ],
  [
    "oxygen",
    "prongs cannula cannulae",
    "nasal (?:prongs|cannulae?),? (?:at )?[\\d.]+(?: ?(?:-|–|to) ?[\\d.]+)? (?:L|lit(?:re|er)s?)(?:\\/min| (?:per|a) min(?:ute)?)?",
  ],
  [
    "not oxygen",
    "air",
    "(?:left|leave|kept|keep|stays?|remains?|breathes?|nursed|managed) (?:[a-zß-öø-ɏ]+ )?(?:in|on) (?:room|ambient|plain) air|(?:breathes?|breathing) (?:room|ambient|plain) air",
  ],
  ["episiotomy", "cut incision", "(?:mediolateral|median|midline|perineal) (?:cut|incision)"],
  [
    "not tourniquet",
    "nothing",
    "nothing (?:is|may be|should be|must be) (?:tied|bound|wound|fastened|knotted)",
  ],
  [
    "wound closure",
    "nylon silk prolene catgut stitches sutures staples",
    `${close}${near(12)}(?:with|by|in) (?:[a-zß-öø-ɏ]+ )?(?:nylon|silk|prolene|catgut|stitches|sutures|staples)`,
  ],
  [
    "vaginal examination",
    "vagina womb cervix uterus",
    `(?:look(?:s|ing)?|examin(?:e|es|ing)) (?:inside|into|in) (?:the |her )?vagina|(?:feel(?:s|ing)?) (?:of )?(?:the |her )?(?:womb|cervix)|(?:finger|hand)s?${near(12)}(?:in|into|inside)${near(8)}vagina`,
  ],
  ["chest compression", "breastbone sternum", `(?:press|push|compress)\\w*${near(16)}(?:breastbone|sternum)`],
];

export const describedActs: readonly DescribedAct[] = acts.map(([name, cues, pattern]) => ({
  cues: cues.split(" "),
  pattern: new RegExp(`\\b(?:${pattern})\\b`, "gi"),
  name: name.replace(/^not +/, ""),
  undone: name.startsWith("not "),
}));
