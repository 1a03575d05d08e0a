// Conditions that case descriptions tell without naming them: by what the patients use, have had done, or show. Each with
// the words by which texts tell it. Own compilation of plain vocabulary, 2026-11. It must not know what is forbidden.

const joined = (words: string) =>
  new RegExp(
    `(?<![a-zß-öø-ɏ])(?:${words.replaceAll(" ?", " *").replaceAll(" ", " +").replaceAll(" +*", " *")})(?![a-zß-öø-ɏ])`,
    "gi",
  );

/** Conditions: how they are told. */
export const toldConditions: readonly (readonly [readonly string[], RegExp])[] = (
  [
    [
      ["asthma"],
      "(?:steroid|beclometh?asone|budesonide|fluticasone|salbutamol|albuterol|terbutaline|formoterol|salmeterol|reliever|preventer|blue|brown|rescue|asthma)[ -](?:inhalers?|puffers?|pumps?)|(?:salbutamol|albuterol|reliever|blue)(?: inhaler)? and (?:an? )?(?:steroid|preventer|brown|beclomet(?:h)?asone|budesonide|fluticasone) inhalers?|inhaled (?:cortico)?steroids?|inhalers?(?: [a-zß-öø-ɏ]+){0,3} (?:for|against) (?:wheez[a-zß-öø-ɏ]*|(?:her|his|the|their) chest|(?:an? )?(?:reversible|tight))|(?:has|carries|uses|owns) an inhaler|reversible (?:air(?:way|ways|flow)|bronchial) (?:obstruction|narrowing|disease)|wheez(?:es?|ed|y|ing)(?: [a-zß-öø-ɏ]+){0,5} (?:since (?:childhood|infancy|school)|with (?:exercise|exertion|cats?|dogs?|pollen|dust|every cold))",
    ],
    [
      ["angina", "acute-coronary-syndrome", "myocardial-infarction", "heart-disease"],
      "(?:coronary |drug-eluting |cardiac )?stent(?:s|ed|ing)?(?! graft)|(?<!(?:leg|femoral|gastric) )bypass (?:graft[a-zß-öø-ɏ]*|surgery|operation)|coronary (?:angioplasty|intervention)|angioplasty|CABG|PCI|chest (?:pain|tightness) on (?:effort|exertion|walking|climbing|hills|the stairs)|(?:nitrate|nitroglycerin|glyceryl trinitrate|GTN) spray|heart attack|(?:myocardial )?infarct(?:ion)?s?",
    ],
    [
      ["peripheral-vascular-disease"],
      "leg bypass|femoral bypass|pain in the cal(?:f|ves) on walking|claudication",
    ],
    [["burn"], "\\d{1,2} ?% of (?:the |his |her )?skin|(?:kitchen|house|petrol) fire|scalded"],
    [
      ["angioedema"],
      "(?:lips?|tongue|face|eyelids?|throat)(?: and (?:lips?|tongue|face|throat))? (?:swell(?:s|ed|ing)?|swollen|swelled)|(?:swollen|swelling of(?: the)?) (?:lips?|tongue|throat)",
    ],
    [["diabetic-ketoacidosis"], "acidosis with ketones|ketones? (?:and|with) acidosis"],
    [["stroke"], "transient ischaemic attack|transient ischemic attack|TIA|mini-stroke"],
    [
      ["heart-failure"],
      "(?:ejection fraction|LVEF|EF)(?: is| was| of|:)? ?(?:below |under |< ?)?(?:[12]\\d|3\\d|40) ?%|pulmonary oedema|pulmonary edema|breathless (?:when )?lying flat",
    ],
    [
      ["parkinsons-disease"],
      "(?:patients? on|on|takes|taking|uses) (?:levodopa|co-?beneldopa|co-?careldopa|rasagiline|selegiline|a dopamine agonist|pramipexole|ropinirole|rotigotine)|levodopa (?:every|four|five|six|three) [a-zß-öø-ɏ ]{3,12}",
    ],
    [["myasthenia-gravis"], "(?:on|takes|taking) pyridostigmine"],
    [
      ["depression", "psychosis", "anxiety", "bipolar-disorder", "mania"],
      "psychiatric (?:history|illness(?:es)?|disorders?|disease|patients?|past)|mental (?:illness(?:es)?|disorders?)|(?:illness(?:es)?|disorders?) of (?:the )?(?:mood|mind)",
    ],
    [
      ["epilepsy"],
      "(?:on|takes|taking) [a-zß-öø-ɏ ]{4,30} for (?:fits|seizures|epilepsy)|history of (?:fits|seizures)|fits (?:since|as a child|until)",
    ],
    [
      ["hiv-infection"],
      "(?:on|takes|taking) (?:antiretrovirals?|ART|dolutegravir|efavirenz|tenofovir)|HIV[- ]positive|living with HIV",
    ],
    [["diabetes"], "(?:on|takes|taking|injects) (?:insulin|metformin|gliclazide|glibenclamide|glimepiride)"],
    [["cirrhosis"], "(?:o?esophageal|gastric) varices|ascites|Child[- ]?Pugh|Child [BC]|spider naevi"],
    [
      ["peptic-ulcer"],
      "(?:stomach|duodenal|gastric|peptic|bleeding|perforated) ulcers?|ulcer (?:that )?(?:bled|perforated)|bled from an ulcer|black stools?|melaena|melena|(?:past|previous|earlier|old|healed) ulcers?|ulcers? in the past|history of (?:an )?ulcers?",
    ],
    [
      ["jaundice"],
      "yellow (?:eyes|skin|sclera[a-zß-öø-ɏ]?)|jaundiced|icteric|(?:eyes|skin|sclera[a-zß-öø-ɏ]?) (?:is|are) yellow",
    ],
    [
      ["glaucoma"],
      "(?:on|uses|using) (?:timolol|latanoprost|pilocarpine|brimonidine)(?: eye)?(?: drops)?|drops for (?:raised )?eye pressure",
    ],
    [
      ["deep-vein-thrombosis", "venous-thromboembolism", "pulmonary-embolism"],
      "clots? in (?:the|her|his|a|one) (?:leg|calf|lung|thigh|vein)s?",
    ],
    [
      ["g6pd-deficiency"],
      "G6PD (?:is )?(?:deficient|low|absent)|(?:card|test)(?: result)? (?:is |reads )?deficient|deficient (?:card|test|result)|carries (?:the|a) G6PD card|deficient on the (?:G6PD )?test|G6PD activity (?:below|under|<) ?\\d\\d ?%",
    ],
    [
      ["eclampsia"],
      "(?:fits|convulsions|convulsed|seizures?|fitted) (?:before|after|during|in) (?:the )?(?:birth|labour|labor|delivery|pregnancy|ward)",
    ],
    [
      ["cryptococcal-meningitis"],
      "India ink|budding yeasts?|cryptococcal antigen|CrAg (?:positive|in the)|encapsulated yeasts?|yeasts? (?:seen )?in (?:the )?(?:cerebrospinal fluid|CSF)",
    ],
    [
      ["convulsion"],
      "(?:jaw|teeth|fists?) (?:is |are )?(?:clench[a-zß-öø-ɏ]*|locked)|clenched (?:jaw|teeth)|(?:limbs|arms|legs|body|child|pupil) (?:jerks?|stiffens?|twitch[a-zß-öø-ɏ]*)|jerking (?:stops|ends|movements?|limbs)",
    ],
    [
      ["epistaxis"],
      "nose bleeds|bleeds? from the nose|nose is bleeding|blood (?:runs |comes )?from the nose",
    ],
    [["malnutrition-stabilisation"], "F-?75"],
    [["migraine"], "zig-?zag lines|one-sided (?:throbbing |pulsating )?headaches?|throbbing headaches?"],
    [["gout"], "(?:urate|uric acid) crystals"],
    [["chronic-obstructive-pulmonary-disease"], "emphysema"],
    [
      ["rhabdomyolysis"],
      "(?:trapped|pinned|buried|crushed|stuck) (?:under|beneath|in|between|by) [a-zß-öø-ɏ ]{2,30}|under (?:the )?(?:rubble|debris|ruins)|crush(?:ed)? (?:injury|syndrome|limbs?|legs?)|(?:dark|tea-coloured|tea-colored|cola-coloured|cola-colored|brown) urine",
    ],
  ] as const
).map(([ids, words]) => [ids, joined(words)]);

/** What else uses an inhaler. */
export const otherLungs = /\b(?:COPD|chronic +obstructive|emphysema|smoker)/i;
