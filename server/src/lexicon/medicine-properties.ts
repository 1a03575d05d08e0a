// Classes of medicines by what they do rather than what they are: "nephrotoxic medicines", "anything that lengthens the
// QT interval", "methods that contain oestrogen". Each with the words by which texts tell it and with what is commonly
// counted to it. Own compilation of plain pharmacology, 2026-11. Knows names only, and no advice.

interface Property {
  readonly name: string;
  readonly pattern: RegExp;
  /** Classes and medicines. */
  readonly members: ReadonlySet<string>;
}

const thing =
  "(?:medicines?|medications?|drugs?|agents?|substances?|antibiotics?|antimicrobials?|analgesics?|antiepileptics?|anticonvulsants?|antivirals?|diuretics?|pain ?killers?|tablets?|pills?|injections?|methods?|rings?|patch(?:es)?|contraceptives?|contraception|remed(?:y|ies)|preparations?|products?|compounds?|therap(?:y|ies)|treatments?|antidepressants?|hormones?|anything|whatever)";
const that =
  "(?:,? +(?:that|which)|,? +whatever)?(?: +(?:is|are))?(?: +(?:known|likely|able|apt|liable) +to)?(?: +(?:may|might|can|could|also|as +well|further|likewise|strongly|itself|themselves))*";

/** Name: adjectives before a medicine; what it does, behind "that"; what is counted to it. */
const told: readonly (readonly [name: string, adjectives: string, does: string, members: string])[] = [
  [
    "qt-prolonging",
    "QTc?[- ](?:interval[- ])?(?:prolonging|lengthening)",
    "(?:prolong|lengthen|stretch|extend)(?:s|ing)? +(?:the +)?(?:corrected +)?QTc?",
    "macrolide, quinolone, 5-ht3 antagonist, haloperidol, droperidol, chlorpromazine, thioridazine, ziprasidone, domperidone, amiodarone, sotalol, quinidine, disopyramide, procainamide, methadone, citalopram, escitalopram, quinine, chloroquine, hydroxychloroquine, bedaquiline, delamanid, pentamidine, fluconazole, tricyclic antidepressant",
  ],
  [
    "nephrotoxic",
    "nephrotoxic|(?:kidney|renal)[- ](?:toxic|damaging|harming)",
    "(?:harm|damage|injure|hurt|poison)(?:s|ing)? +(?:the +)?(?:kidneys?|nephrons?|renal +function)|toxic +to +(?:the +)?kidneys?",
    "nsaid, aminoglycoside, polymyxin, calcineurin inhibitor, amphotericin b, vancomycin, cisplatin, cidofovir, foscarnet, contrast medium",
  ],
  [
    "hepatotoxic",
    "hepatotoxic|liver[- ](?:toxic|damaging)",
    "(?:harm|damage|injure|hurt)(?:s|ing)? +(?:the +)?liver|toxic +to +(?:the +)?liver",
    "isoniazid, rifampicin, pyrazinamide, rifampicin/isoniazid, rifampicin/isoniazid/pyrazinamide, rifampicin/isoniazid/pyrazinamide/ethambutol, methotrexate, ketoconazole, valproic acid, nevirapine, leflunomide, flutamide",
  ],
  [
    "ototoxic",
    "ototoxic",
    "(?:harm|damage|injure)(?:s|ing)? +(?:the +)?(?:hearing|inner +ear)|toxic +to +(?:the +)?(?:inner +)?ear",
    "aminoglycoside, cisplatin",
  ],
  [
    "oestrogen-containing",
    "o?estrogen[- ](?:containing|based|bearing)|combined +(?:hormonal|oestrogen[- ]progestogen)",
    "contain(?:s|ing)? +(?:an +|any +|an?y? +)?o?estrogens?|with +o?estrogens?(?: +in +(?:it|them))?",
    "oestrogen",
  ],
  [
    "antifolate",
    "antifolate|folate[- ](?:blocking|antagonising|antagonizing)",
    "(?:block|inhibit|antagoni[sz]e|deplete)(?:s|ing)? +(?:(?:the +)?use +of +)?(?:folate|folic +acid|dihydrofolate(?: +reductase)?)",
    "",
  ],
  [
    "seizure-threshold-lowering",
    "(?:pro-?)?convulsant|epileptogenic|seizure[- ](?:threshold[- ]lowering|provoking)",
    "(?:lower|reduce)(?:s|ing)? +(?:the +)?(?:seizure|convulsive|fit) +threshold|(?:provoke|cause|trigger)s? +(?:seizures|fits|convulsions)",
    "tramadol, tapentadol, pethidine, bupropion, clozapine, chlorpromazine, tricyclic antidepressant, mefloquine, quinolone, imipenem, imipenem/cilastatin, theophylline, aminophylline",
  ],
  [
    "serotonergic",
    "serotonergic|serotoninergic",
    "(?:raise|increase|act +on|block +the +(?:re)?uptake +of)(?:s|ing)? +serotonin",
    "ssri, snri, tricyclic antidepressant, maoi, triptan, tramadol, tapentadol, pethidine, methadone, linezolid, dextromethorphan, methylthioninium chloride, fentanyl",
  ],
  [
    "mao-inhibiting",
    "",
    "(?:block|inhibit)(?:s|ing)? +(?:monoamine +oxidase|MAO)",
    "maoi, mao-b inhibitor, linezolid, methylthioninium chloride, procarbazine",
  ],
  [
    "breathing-depressing",
    "respiratory[- ]depressant|breathing[- ]depressing",
    "(?:depress|slow|suppress)(?:es|s|ing)? +(?:the +)?(?:breathing|respiration|respiratory +drive)",
    "opioid, benzodiazepine, barbiturate, sedative",
  ],
  [
    "potassium-raising",
    "potassium[- ](?:raising|retaining)|hyperkalaemic",
    "(?:raise|increase|retain|hold +back)(?:s|ing)? +(?:the +)?(?:serum +)?potassium",
    "ace inhibitor, angiotensin receptor blocker, aldosterone antagonist, potassium-sparing diuretic, potassium salt, amiloride/hydrochlorothiazide, trimethoprim, sulfamethoxazole/trimethoprim",
  ],
  [
    "haemolytic",
    "oxidant|oxidi[sz]ing|oxidative|ha?emolytic|ha?emolysis[- ]provoking",
    "(?:cause|provoke|trigger|precipitate)(?:s|ing)? +ha?emolysis",
    "8-aminoquinoline, sulfone, nitrofurantoin, nalidixic acid, methylthioninium chloride, rasburicase, sulfamethoxazole/trimethoprim, sulfadiazine",
  ],
  [
    "teratogenic",
    "teratogenic|fetotoxic",
    "(?:cause|lead +to)(?:s|ing)? +(?:birth +defects|malformations?)|(?:harm|damage|injure|malform)(?:s|ing)? +(?:the +)?(?:f(?:o?e)tus|unborn(?: +(?:child|baby))?|embryo)",
    "valproic acid, isotretinoin, acitretin, warfarin, methotrexate, mycophenolate, thalidomide, topiramate, leflunomide, ribavirin, ace inhibitor, angiotensin receptor blocker, statin",
  ],
  [
    "vasoconstrictor",
    "vasoconstrict(?:ing|ive)|vasoconstrictor",
    "(?:constrict|narrow|tighten)(?:s|ing)? +(?:the +)?(?:blood +vessels?|vessels?|arter(?:y|ies))",
    "ergot, triptan, decongestant, sympathomimetic, vasopressor",
  ],
  [
    "enzyme-inducing",
    "(?:liver[- ])?enzyme[- ]inducing",
    "(?:induce|speed +up|accelerate)(?:s|ing)? +(?:the +)?(?:liver +|hepatic +)?(?:enzymes?|CYP\\w*|metabolism)",
    "rifampicin, rifapentine, rifampicin/isoniazid, rifampicin/isoniazid/pyrazinamide, rifampicin/isoniazid/pyrazinamide/ethambutol, carbamazepine, phenytoin, phenobarbital, primidone, oxcarbazepine, topiramate, efavirenz, nevirapine",
  ],
  [
    "cyp3a4-inhibiting",
    "(?:strong +)?CYP ?3A4?[- ]inhibiting",
    "(?:block|inhibit)(?:s|ing)? +(?:the +)?(?:enzyme +)?CYP ?3A4?",
    "clarithromycin, erythromycin, ketoconazole, itraconazole, voriconazole, posaconazole, protease inhibitor, cobicistat",
  ],
  [
    "rate-slowing",
    "rate[- ](?:slowing|lowering|limiting)|negative(?:ly)? +chronotropic|AV[- ]node[- ]blocking",
    "(?:slow|lower)(?:s|ing)? +(?:the +)?(?:heart(?: +rate)?|pulse|AV +node|(?:atrioventricular )?conduction)|(?:block|depress)(?:es|s|ing)? +(?:the +)?(?:AV|atrioventricular) +node",
    "beta blocker, rate-limiting calcium channel blocker, digoxin, amiodarone, ivabradine",
  ],
  [
    "bleeding-promoting",
    "",
    "(?:raise|increase)(?:s|ing)? +(?:the +)?(?:risk +of +bleeding|bleeding(?: +risk)?)|(?:promote|cause|provoke)s? +bleeding|thin(?:s|ning)? +(?:the +)?blood|impair(?:s|ing)? +(?:clotting|platelets?)",
    "anticoagulant, antiplatelet, nsaid, fibrinolytic",
  ],
  [
    "fluid-retaining",
    "(?:sodium|fluid|salt)[- ]retaining",
    "(?:retain|hold +back|cause +retention +of)(?:s|ing)? +(?:salt|sodium|fluid|water)(?: +and +(?:water|fluid))?",
    "nsaid, thiazolidinedione, corticosteroid",
  ],
  [
    "ulcer-provoking",
    "ulcerogenic|gastrotoxic",
    "(?:irritate|harm|damage|injure)(?:s|ing)? +(?:the +)?(?:stomach|gastric +(?:lining|mucosa))",
    "nsaid, bisphosphonate",
  ],
  [
    "hypoglycaemia-provoking",
    "hypoglycaemi[ac]",
    "(?:cause|provoke)s? +hypoglycaemia",
    "sulfonylurea, meglitinide, insulin",
  ],
  [
    "immunosuppressant",
    "immunosuppress(?:ive|ing|ant)|immune[- ]suppress(?:ive|ing)",
    "suppress(?:es|ing)? +(?:the +)?(?:immune +system|immunity|defences)",
    "calcineurin inhibitor, mtor inhibitor, azathioprine, mycophenolate, cyclophosphamide, methotrexate, tnf inhibitor",
  ],
  [
    "lithium-raising",
    "",
    "(?:raise|increase)s? +(?:the +)?(?:serum +)?lithium(?: +levels?)?|reduces? +(?:the +)?excretion +of +lithium",
    "nsaid, thiazide diuretic, thiazide-like diuretic, ace inhibitor, angiotensin receptor blocker",
  ],
];

const properties: readonly Property[] = told.map(([name, adjectives, does, members]) => ({
  name,
  pattern: new RegExp(
    [
      ...(adjectives === "" ? [] : [`(?<![a-zß-öø-ɏ])(?:${adjectives})(?: +[a-zß-öø-ɏ]+)? +${thing}\\b`]),
      `\\b${thing}${that} +(?:${does})(?: +(?:intervals?|levels?|reductase|in +(?:it|them)))?\\b`,
    ].join("|"),
    "gi",
  ),
  members: new Set(members.split(", ").filter(Boolean)),
}));

/** Whether a text may tell one: most texts do not. */
export const mayTellProperty = new RegExp(
  `\\b(?:${told
    .flatMap(([, adjectives, does]) => [adjectives, does])
    .filter(Boolean)
    .join("|")})`,
  "i",
);

export { properties };

const names = new Set(properties.map(({ name }) => name));
export const isProperty = (name: string): boolean => names.has(name);

/** The properties of what has these classes and this name. */
export const propertiesOf = (name: string, classes: readonly string[]): readonly string[] =>
  properties
    .filter(({ members }) => members.has(name) || classes.some((one) => members.has(one)))
    .map((one) => one.name);
