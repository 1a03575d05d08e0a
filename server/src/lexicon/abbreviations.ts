// Abbreviations of clinical writing, as data: those every reader knows, and what others usually stand for.
// Compiled by hand from common clinical usage (international, British spelling), 2026-11. Readings are
// suggestions for an author, never truth: many abbreviations have several.

/** Needs no expansion in any clinical guideline: units, routes, institutions and what the public knows. */
export const wellKnownAbbreviations: ReadonlySet<string> = new Set(
  `IV IM SC PO PR PV NG SL ID IO OD BD BID TDS TID QDS QID PRN
   HIV AIDS TB WHO UNICEF UNAIDS UN MSF NICE GRADE NHS FDA EMA CDC USA US UK EU
   DNA RNA PCR CT MRI ECG EKG UV AM PM ID OK PDF ISBN DOI ISO URL WWW
   KG MG ML MCG IU MU HG CM MM MIN
   SI INN BAN USAN USP ICD NB COVID SARS ABO IgA IgE IgG IgM CD4 FAQ SMS
   BP BCG CPR ENT CNS CSF FBC CBC ESR UTI BMI GI HB HLA G6PD KOH DTP DPT
   UNFPA UNHCR UNDP FAO ICRC IFRC OCHA PEPFAR USAID GAVI NIH ESC AHA ACOG RCOG FIGO KDIGO GINA IDSA EULAR CLSI EUCAST ILAE
   MoH MOH DSM SpO2 SPO2 SaO2 PaO2 PaCO2 FiO2 FG IMI IVI MD RN MPH MRCP FRCP FRCS RGN
   PAHO ASEAN ECOWAS GMT UTC CTRL ESC HBsAg BPaL BPaLM NHMRC ACIP ISMP ATC SIGN ERC ILCOR STOPP START RECIST`
    .split(/\s+/)
    .filter((token) => token !== ""),
);

/** Names of regimens, which nobody spells out: of chemotherapy, and the letters of tuberculosis medicines. */
const regimens = new Set(
  `CHOP RCHOP CHOEP COP COPP MOPP ABVD BEACOPP ChlVPP COVP CMF FEC FAC TAC VAMP MIF PABC FOLFOX FOLFIRI XELOX CAPOX
   ICE DHAP ESHAP BEP VAC EMACO EMA-CO MPV FLAG HCVAD BEAM GEMOX POMB BPaL BPaLM BPaLC BDLLfxC`.split(/\s+/),
);
const regimenLetters = /^(?=.*R)(?=.*H)[SRHZE]{3,5}$|^RH$/;
/** Antigens, haemoglobins, clotting factors, interleukins and tumour markers: "CD20", "HbSS", "FVIII", "IL6", "CA125". */
const biology =
  /^(?:CD\d+|Hb[A-Z]{1,2}\d?|F[IVX]+a?|IL\d+|CA\d+|H\dN\d|p\d\d|CYP\d[A-Z]\d{0,2}|HER2|BRCA[12])$/;

/** Whether no clinical guideline needs to say what it stands for. */
export function isWellKnown(short: string): boolean {
  return (
    wellKnownAbbreviations.has(short) ||
    regimens.has(short) ||
    regimenLetters.test(short) ||
    (biology.test(short) && !usualExpansions.has(short))
  );
}

/** Written with capitals but no abbreviation: chemistry, units, blood groups, names of tests and vitamins. */
export const notAbbreviations: ReadonlySet<string> = new Set(
  `mmHg kPa cmH cmH2O mEq mOsm mmol IU MU mIU kU pH NaCl KCl MgSO CaCl NaHCO CO O2 CO2 H2O N2O HCO3 HCl KI
   MgSO4 NaHCO3 CaCl2 Na K Mg Ca Fe Zn SpO PaO PaCO FiO dL mL kcal kJ McBurney McRoberts LaTeX GitHub NaN H1N1 H5N1 H1N5 H3N2
   pCO pCO2 AB RhD QRS QT ST MBq GBq MHz PhD MSc BSc MBBS NTU FTU MON TUE WED THU FRI SAT SUN QTcF`
    .split(/\s+/)
    .filter((token) => token !== ""),
);

/** Ordinary words that guidelines set in capitals for emphasis. */
export const emphasisWords: ReadonlySet<string> = new Set(
  `A ABOUT ABOVE ACT ADD ADULT AFTER AGAIN AGE AIRWAY ALERT ALL ALSO ALWAYS AN AND ANY ARE AS ASK ASSESS AT AVOID AWAY
   BABY BACK BE BED BEFORE BEGIN BELOW BEST BIRTH BLOOD BODY BOTH BOX BREATH BUT BY CALL CAN CARE CARD CASE CAUSE CAUTION
   CHART CHECK CHEST CHILD CLEAN CODE COLD CORD COUNT DAILY DAY DAYS DEATH DO DOES DONE DONT DOSE DOSES DOUBLE DRINK DRUG DRUGS DRY
   EACH EARLY EAT EITHER ELSE EMPTY END EVEN EVERY EXAM EXCEPT EXIT FACE FAST FEED FEVER FIND FINAL FIRST FLUID FOR FORM FROM FULL
   GET GIVE GIVEN GO GOAL GOALS GOOD GREEN HAND HAS HAVE HEAD HEART HELP HER HIGH HIS HOLD HOME HOUR HOURS HOW
   IF IN INTO IS IT KEEP KEY KNOW LAB LABEL LARGE LAST LATE LEFT LESS LIFE LIMIT LIST LIVER LOOK LOW LUNG MAIN MAKE MALE MANY
   MASK MAX MAY MEDICAL MILD MIN MODEL MONTH MORE MOST MOTHER MOVE MUST NAME NECK NEED NEVER NEW NEXT NIGHT NO NONE NOR NORMAL NOT NOTE NOTES NOW
   OF OFF OLD ON ONCE ONE ONLY OPEN OR ORAL ORDER OTHER OUT OVER PAGE PAIN PART PAST PHONE PLACE PLAN PLUS POINT PULSE PUSH PUT QUICK
   RAPID RASH RATE READ RED REFER REST RIGHT RISK ROOM ROUTE RULE SAFE SAME SCORE SEE SEEK SEND SET SEVERE SHE SHOCK SHOULD SIDE SIGN SIGNS
   SITE SIX SKIN SLOW SMALL SO SOME SOON START STAT STAY STEP STEPS STILL STOP STUDY SURE TABLE TAKE TASK TEAM TELL TEN TEST THAN THAT THE
   THEIR THEM THEN THERE THESE THEY THIS THREE TIME TITLE TO TOO TOP TREAT TRY TURN TWICE TWO TYPE UNDER UNIT UNTIL UP URGENT URINE USE
   USED USING VERY VIA VITAL WAIT WARD WARM WARN WARNING WAS WASH WATCH WATER WEEK WEEKS WELL WHEN WHERE WHO WHY WILL WITH WOMAN WOMEN WORK
   FOUR FIVE SEVEN EIGHT NINE HALF THIRD ABLE AGREE ALONE ALIVE AMONG APPLY AREA ARISE ARM ARMS BASIC BECAME BIG BITE BLEED BLEEDS BLUE BONE BORN BRAIN
   BREAK BRIEF BRING BUILD BURN BURNS CHEW CHOKE CLAMP CLEAR CLOSE CLOT COUGH COVER CROSS CRUSH CUT CUTS DATE DEAD DEEP DELAY DIE DIES DIET DRAIN DRAW DRESS DRIP
   DROP DROPS DRAFT EASY ENTER ENSURE EXTRA EYE EYES FACT FAIL FAILS FALL FALLS FAR FAT FEEL FEET FETAL FEW FILL FIRM FIT FITS FLAT FLOW FLUSH FOCUS FOOD FOOT FORCE FOUND FRESH GAIN GRAM GRAMS
   GROUP GROW GUIDE HARM HEAL HEAR HEAT HEAVY IDEA INFANT INFORM INJECT ISSUE ITEM JOIN JOINT JUST KILL KILLS KIND LEAD LEAK LEAVE LEG LEGS LEVEL LIFT LIGHT LIKE LINE LINES LINK LIVE LOCAL LOG LONG LOSE LOSS
   LOST LOUD MARK MATCH MEAN MEANS MEET METAL MID MILK MIND MINOR MIX MORNING MOUTH MUCH NAUSEA NEAR NOON NOSE NURSE OBEY OFFER OFTEN ONSET OUR OWN OXYGEN PALE PAUSE PER PICK PILL POINTS POUR PRESS
   PROMPT PROOF PULL QUIET RAISE REACH READY REASON REDUCE REPEAT REPORT RESCUE RISE ROLL RUN SAID SALT SAVE SAVES SAY SCAN SEAL SEEN SHAKE SHARP SHIFT SHORT SHOT SHOW SIT SIZE SLEEP SPEAK
   SPEED SPLIT STAFF STAGE STAND STATE STICK STOOL STORE SUCH SUDDEN SUGAR SWAB TABLES TABLET TAG TALK TARGET TEACH TENSE THING THINK THROAT TIE TIGHT TIMES TIP TIRED TONE TOTAL TOUCH TRACK TREE TRUE TUBE TUMOR ULCER
   UNLESS UPON VALUE VEIN VISIT VOICE VOMIT WALK WAY WET WHAT WHICH WHITE WHOLE WIDE WIPE WITHIN WORD WORDS WORSE WORST WOUND WRITE WRONG YOUNG
   YEAR YEARS YELLOW YES YOU YOUR ZERO EMERGENCY PUBLIC HEALTH DANGER IMPORTANT SUMMARY RECOMMENDED CONTENTS`
    .split(/\s+/)
    .filter((token) => token !== "" && token !== "WHO"),
);

/** Usual readings, most usual first. */
export const usualExpansions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ABC: ["airway, breathing, circulation"],
    ACE: ["angiotensin-converting enzyme"],
    ACEI: ["angiotensin-converting enzyme inhibitor"],
    ACS: ["acute coronary syndrome", "abdominal compartment syndrome"],
    ACT: ["artemisinin-based combination therapy"],
    ADR: ["adverse drug reaction"],
    AED: ["automated external defibrillator", "antiepileptic drug"],
    AF: ["atrial fibrillation"],
    AFB: ["acid-fast bacilli"],
    AKI: ["acute kidney injury"],
    ALT: ["alanine aminotransferase"],
    ANC: ["antenatal care", "absolute neutrophil count"],
    APH: ["antepartum haemorrhage"],
    ARB: ["angiotensin receptor blocker"],
    ARDS: ["acute respiratory distress syndrome"],
    ARI: ["acute respiratory infection"],
    ART: ["antiretroviral therapy"],
    ARV: ["antiretroviral"],
    AST: ["aspartate aminotransferase"],
    AVPU: ["alert, voice, pain, unresponsive"],
    AZT: ["zidovudine"],
    BCG: ["bacille Calmette–Guérin"],
    BMI: ["body mass index"],
    BNP: ["B-type natriuretic peptide"],
    BP: ["blood pressure"],
    BPH: ["benign prostatic hyperplasia"],
    BUN: ["blood urea nitrogen"],
    CAP: ["community-acquired pneumonia"],
    CBC: ["complete blood count"],
    CCF: ["congestive cardiac failure"],
    CHF: ["congestive heart failure"],
    CHW: ["community health worker"],
    CKD: ["chronic kidney disease"],
    CMV: ["cytomegalovirus"],
    CNS: ["central nervous system"],
    COPD: ["chronic obstructive pulmonary disease"],
    CPAP: ["continuous positive airway pressure"],
    CPR: ["cardiopulmonary resuscitation"],
    CRP: ["C-reactive protein"],
    CRT: ["capillary refill time", "cardiac resynchronisation therapy"],
    CSF: ["cerebrospinal fluid"],
    CVP: ["central venous pressure"],
    CVS: ["cardiovascular system"],
    CXR: ["chest X-ray"],
    DBP: ["diastolic blood pressure"],
    DIC: ["disseminated intravascular coagulation"],
    DKA: ["diabetic ketoacidosis"],
    DOT: ["directly observed treatment"],
    DOTS: ["directly observed treatment, short course"],
    DRE: ["digital rectal examination"],
    DVT: ["deep vein thrombosis"],
    EBV: ["Epstein–Barr virus"],
    EEG: ["electroencephalogram"],
    eGFR: ["estimated glomerular filtration rate"],
    ELISA: ["enzyme-linked immunosorbent assay"],
    ENT: ["ear, nose and throat"],
    ESR: ["erythrocyte sedimentation rate"],
    ETT: ["endotracheal tube"],
    FBC: ["full blood count"],
    FFP: ["fresh frozen plasma"],
    FEV1: ["forced expiratory volume in one second"],
    FiO2: ["fraction of inspired oxygen", "inspired oxygen fraction"],
    GBS: ["group B streptococcus", "Guillain–Barré syndrome"],
    GCS: ["Glasgow Coma Scale"],
    GDM: ["gestational diabetes mellitus"],
    GFR: ["glomerular filtration rate"],
    GI: ["gastrointestinal"],
    GIT: ["gastrointestinal tract"],
    GORD: ["gastro-oesophageal reflux disease"],
    GTN: ["glyceryl trinitrate"],
    HAART: ["highly active antiretroviral therapy"],
    Hb: ["haemoglobin"],
    HbA1c: ["glycated haemoglobin"],
    HBsAg: ["hepatitis B surface antigen"],
    HBV: ["hepatitis B virus"],
    HCV: ["hepatitis C virus"],
    HDL: ["high-density lipoprotein"],
    HELLP: ["haemolysis, elevated liver enzymes, low platelets"],
    HPV: ["human papillomavirus"],
    HR: ["heart rate", "hazard ratio"],
    HSV: ["herpes simplex virus"],
    ICP: ["intracranial pressure"],
    ICU: ["intensive care unit"],
    IHD: ["ischaemic heart disease"],
    IMCI: ["integrated management of childhood illness"],
    INH: ["isoniazid"],
    INR: ["international normalised ratio"],
    IPT: ["isoniazid preventive therapy", "intermittent preventive treatment"],
    IPTp: ["intermittent preventive treatment in pregnancy"],
    ITN: ["insecticide-treated net"],
    ITP: ["immune thrombocytopenia"],
    IUCD: ["intrauterine contraceptive device"],
    IUD: ["intrauterine device"],
    IUGR: ["intrauterine growth restriction"],
    IVIG: ["intravenous immunoglobulin"],
    JVP: ["jugular venous pressure"],
    KMC: ["kangaroo mother care"],
    LDH: ["lactate dehydrogenase"],
    LDL: ["low-density lipoprotein"],
    LFT: ["liver function test"],
    LLIN: ["long-lasting insecticidal net"],
    LMWH: ["low-molecular-weight heparin"],
    LP: ["lumbar puncture"],
    LVF: ["left ventricular failure"],
    MAP: ["mean arterial pressure"],
    MCH: ["maternal and child health"],
    MCV: ["mean corpuscular volume"],
    MDI: ["metered-dose inhaler"],
    MDR: ["multidrug-resistant"],
    MI: ["myocardial infarction"],
    MRSA: ["methicillin-resistant Staphylococcus aureus"],
    MUAC: ["mid-upper arm circumference"],
    NASG: ["non-pneumatic anti-shock garment"],
    NCD: ["non-communicable disease"],
    NGT: ["nasogastric tube"],
    NICU: ["neonatal intensive care unit"],
    NNRTI: ["non-nucleoside reverse transcriptase inhibitor"],
    NRTI: ["nucleoside reverse transcriptase inhibitor"],
    NSAID: ["non-steroidal anti-inflammatory drug"],
    NYHA: ["New York Heart Association"],
    OGTT: ["oral glucose tolerance test"],
    OPD: ["outpatient department"],
    OPV: ["oral polio vaccine"],
    PaCO2: ["arterial carbon dioxide tension", "partial pressure of arterial carbon dioxide"],
    PaO2: ["arterial oxygen tension", "partial pressure of arterial oxygen"],
    ORS: ["oral rehydration solution", "oral rehydration salts"],
    ORT: ["oral rehydration therapy"],
    PCP: ["Pneumocystis pneumonia"],
    PE: ["pulmonary embolism", "pre-eclampsia"],
    PEEP: ["positive end-expiratory pressure"],
    PEF: ["peak expiratory flow"],
    PEFR: ["peak expiratory flow rate"],
    PEP: ["post-exposure prophylaxis"],
    PID: ["pelvic inflammatory disease"],
    PLHIV: ["people living with HIV"],
    PMTCT: ["prevention of mother-to-child transmission"],
    PPE: ["personal protective equipment"],
    PPH: ["postpartum haemorrhage"],
    PPI: ["proton pump inhibitor"],
    PrEP: ["pre-exposure prophylaxis"],
    PROM: ["prelabour rupture of membranes"],
    PSA: ["prostate-specific antigen"],
    PTSD: ["post-traumatic stress disorder"],
    PUD: ["peptic ulcer disease"],
    QTc: ["corrected QT interval"],
    RBC: ["red blood cell"],
    RBS: ["random blood sugar"],
    RCT: ["randomised controlled trial"],
    RDT: ["rapid diagnostic test"],
    RR: ["respiratory rate", "relative risk"],
    RUTF: ["ready-to-use therapeutic food"],
    RUQ: ["right upper quadrant"],
    SAM: ["severe acute malnutrition"],
    SaO2: ["arterial oxygen saturation"],
    SARI: ["severe acute respiratory infection"],
    SBP: ["systolic blood pressure", "spontaneous bacterial peritonitis"],
    SIRS: ["systemic inflammatory response syndrome"],
    SLE: ["systemic lupus erythematosus"],
    SOFA: ["sequential organ failure assessment"],
    SOP: ["standard operating procedure"],
    SpO2: ["peripheral oxygen saturation"],
    SSRI: ["selective serotonin reuptake inhibitor"],
    STEMI: ["ST-elevation myocardial infarction"],
    STG: ["standard treatment guidelines"],
    STI: ["sexually transmitted infection"],
    SVT: ["supraventricular tachycardia"],
    TIA: ["transient ischaemic attack"],
    TPHA: ["Treponema pallidum haemagglutination assay"],
    TPT: ["tuberculosis preventive treatment"],
    TSH: ["thyroid-stimulating hormone"],
    TXA: ["tranexamic acid"],
    UE: ["urea and electrolytes"],
    URTI: ["upper respiratory tract infection"],
    UTI: ["urinary tract infection"],
    VDRL: ["Venereal Disease Research Laboratory"],
    VF: ["ventricular fibrillation"],
    VIA: ["visual inspection with acetic acid"],
    VT: ["ventricular tachycardia"],
    VTE: ["venous thromboembolism"],
    VZV: ["varicella zoster virus"],
    WBC: ["white blood cell"],
    WCC: ["white cell count"],
    XDR: ["extensively drug-resistant"],
  }),
);

/** Two abbreviations of one term, in one country and another. */
export const oneTermAbbreviations: readonly (readonly [string, string])[] = [
  ["FBC", "CBC"],
  ["ECG", "EKG"],
  ["GORD", "GERD"],
  ["CCF", "CHF"],
  ["IUCD", "IUD"],
  ["WBC", "WCC"],
  ["BD", "BID"],
  ["TDS", "TID"],
  ["QDS", "QID"],
];
