// What is measured in a patient: laboratory values, vital signs, sizes and how long a sign lasts, each with its
// names, the kinds of unit it is given in and its conversion factor. Own compilation of plain facts, November 2026.
// It must not know which values are normal.

import { oncePer, perReading } from "../text/memory.ts";
import { dictionaryInUse } from "./dictionary.ts";
import type { LabKind } from "./lab-units.ts";

export interface Analyte {
  readonly id: string;
  /** As it is called in messages. */
  readonly name: string;
  readonly kinds: readonly LabKind[];
  /** mg/dL in one mmol/L. */
  readonly molar: number | undefined;
  /** Where one name is used of two substances: "urea" and its nitrogen. */
  readonly otherMolar: number | undefined;
  /** mEq in one mmol. */
  readonly valence: number | undefined;
  /** Units that bare numbers have, by their size: "Hb < 7" is g/dL. */
  readonly bare: readonly { readonly code: string; readonly low: number; readonly high: number }[];
}

/**
 * id | kinds | molar factor (two with a slash) or "-" | bare units as code:low:high | names | words that imply it (conditions).
 * The first name is the one in messages.
 */
const data = `
glucose | substance mass | 18.016 | mmol/L:1:35 mg/dL:36:1200 | glucose; blood glucose; plasma glucose; blood sugar; sugar; sugar level; rbs; fbs; rbg; fbg; glycaemia; glycemia; glucose level; dextrostix; capillary glucose; cbg; fpg | hypoglycaemia; hypoglycemia; hyperglycaemia; hyperglycemia; low blood sugar; low sugar; high blood sugar; high sugar
hba1c | proportion ratio | - | %:3:15 mmol/mol:20:150 | HbA1c; a1c; glycated haemoglobin; glycated hemoglobin; glycosylated haemoglobin; glycosylated hemoglobin |
haemoglobin | mass substance | 1.611e3 | g/dL:1:25 g/L:26:250 | haemoglobin; hemoglobin; hb; hgb; haemoglobin level; haemoglobin concentration | anaemia; anemia; anaemic; anemic
haematocrit | proportion | - | %:5:75 | haematocrit; hematocrit; hct; pcv; packed cell volume |
fetal-haemoglobin | proportion | - | | fetal haemoglobin; hbf |
mcv | - | - | | MCV; mean corpuscular volume |
platelets | count | - | × 10⁹/L:1:999 /µL:1000:2000000 | platelets; platelet; platelet count; thrombocytes; plt | thrombocytopenia; thrombocytopaenia
leucocytes | count | - | × 10⁹/L:0.1:200 /µL:500:200000 | white cell count; white count; white cells; wbc; white blood cells; white blood cell count; leucocytes; leukocytes; wcc; leucocyte count; leukocyte count; tlc | leucocytosis; leukocytosis; leucopenia; leukopenia
neutrophils | count | - | × 10⁹/L:0.05:20 /µL:50:20000 | neutrophils; neutrophil count; anc; absolute neutrophil count; polymorphs; pmn; polymorph count; polymorphonuclear cells; granulocytes; granulocyte count | neutropenia; neutropaenia
lymphocytes | count | - | | lymphocytes; lymphocyte count |
eosinophils | count | - | | eosinophils; eosinophil count |
cd4 | count proportion | - | /µL:10:1500 | CD4 count; cd4; cd4 cell count; cd4 cells; cd4 cell; cd4 level |
viral-load | copies | - | copies/mL:20:1000000 | viral load; hiv rna; vl; hiv viral load |
parasites | count proportion | - | | parasite count; parasitaemia; parasitemia; parasite density; parasites |
sodium | substance equivalent | 2.299 | mmol/L:90:190 | sodium; serum sodium | hyponatraemia; hyponatremia; hypernatraemia; hypernatremia
potassium | substance equivalent | 3.910 | mmol/L:1.5:9 | potassium; serum potassium; potassium level | hyperkalaemia; hyperkalemia; hypokalaemia; hypokalemia
chloride | substance equivalent | 3.545 | | chloride |
calcium | substance mass equivalent | 4.008 | | calcium; serum calcium; corrected calcium; total calcium | hypercalcaemia; hypercalcemia; hypocalcaemia; hypocalcemia
ionised-calcium | substance mass equivalent | 4.008 | | ionised calcium; ionized calcium; free calcium |
magnesium | substance mass equivalent | 2.4305 | | magnesium; serum magnesium; magnesium level | hypomagnesaemia; hypomagnesemia; hypermagnesaemia
phosphate | substance mass | 3.097 | | phosphate; phosphorus; serum phosphate; inorganic phosphate | hypophosphataemia; hypophosphatemia; hyperphosphataemia; refeeding
creatinine | substance mass | 11.312 | µmol/L:31:1800 mg/dL:0.1:25 | creatinine; serum creatinine; plasma creatinine; scr |
creatinine-clearance | clearance | - | mL/min:5:150 | creatinine clearance; crcl; egfr; gfr; estimated gfr; glomerular filtration rate; clearance; kidney function; renal function |
bun | substance mass | 2.801/6.006 | | BUN; blood urea nitrogen; urea nitrogen |
urea | substance mass | 6.006/2.801 | mmol/L:1:60 | urea; blood urea; serum urea | uraemia; uremia
uric-acid | substance mass | 16.811 | | uric acid; urate; serum urate; serum uric acid | hyperuricaemia; hyperuricemia; gout
bilirubin | substance mass multiple | 58.47 | | bilirubin; serum bilirubin; total bilirubin; tsb; total serum bilirubin; sbr; transcutaneous bilirubin | jaundice; jaundiced; hyperbilirubinaemia; hyperbilirubinemia
conjugated-bilirubin | substance mass | 58.47 | | conjugated bilirubin; direct bilirubin |
albumin | mass | - | g/L:15:60 g/dL:1:6 | albumin; serum albumin | hypoalbuminaemia; hypoalbuminemia
protein | mass | - | | total protein; csf protein; protein |
alt | activity multiple | - | IU/L:10:10000 | ALT; alanine aminotransferase; alat; sgpt; transaminases; transaminase; aminotransferases |
ast | activity multiple | - | IU/L:10:10000 | AST; aspartate aminotransferase; asat; sgot |
alp | activity multiple | - | | ALP; alkaline phosphatase |
ggt | activity multiple | - | | GGT; gamma-glutamyl transferase |
ldh | activity multiple | - | | LDH; lactate dehydrogenase |
amylase | activity multiple | - | | amylase; serum amylase |
lipase | activity multiple | - | | lipase; serum lipase |
creatine-kinase | activity multiple | - | | creatine kinase; ck; cpk; creatine phosphokinase |
lactate | substance mass | 9.008 | mmol/L:0.5:25 | lactate; blood lactate; serum lactate; venous lactate; arterial lactate; lactic acid |
bicarbonate | substance equivalent mass | 6.102 | mmol/L:2:45 | bicarbonate; serum bicarbonate; plasma bicarbonate; hco3; hco₃ |
base-excess | substance equivalent | - | | base excess; base deficit |
anion-gap | substance equivalent | - | | anion gap |
ph | score | - | none:6.5:8 | pH; arterial ph; venous ph; blood ph |
ketones | substance mass | 10.41 | mmol/L:0.1:15 | ketones; blood ketones; ketone; blood ketone; capillary ketones; beta-hydroxybutyrate; β-hydroxybutyrate; hydroxybutyrate; bhb; bohb; ketonaemia; ketonemia; ketone level |
osmolality | osmolality | - | | osmolality; serum osmolality; osmolarity; plasma osmolality |
cholesterol | substance mass | 38.67 | | cholesterol; total cholesterol; serum cholesterol | hypercholesterolaemia; hypercholesterolemia
ldl | substance mass | 38.67 | | LDL; ldl cholesterol; ldl-c |
hdl | substance mass | 38.67 | | HDL; hdl cholesterol; hdl-c |
non-hdl | substance mass | 38.67 | | non-HDL cholesterol; non hdl; non-hdl-c |
triglycerides | substance mass | 88.57 | | triglycerides; triglyceride; triacylglycerol; tgs | hypertriglyceridaemia; hypertriglyceridemia
crp | mass | - | mg/L:3:500 | CRP; c-reactive protein |
procalcitonin | mass | - | | procalcitonin; pct |
esr | - | - | | ESR; erythrocyte sedimentation rate; sedimentation rate |
ferritin | mass substance | 4.45e4 | | ferritin; serum ferritin |
transferrin-saturation | proportion | - | | transferrin saturation; tsat |
iron | substance mass | 5.585 | | serum iron |
fibrinogen | mass | - | | fibrinogen | 
d-dimer | mass | - | | D-dimer; d-dimers |
troponin | mass multiple | - | | troponin; high-sensitivity troponin; troponin t; troponin i |
bnp | mass | - | | BNP; nt-probnp |
inr | score | - | none:1:20 | INR; international normalised ratio; international normalized ratio |
aptt | time score | - | | aPTT; aptt ratio |
tsh | activity | - | mIU/L:0.01:100 | TSH; thyroid stimulating hormone; thyrotropin |
free-t4 | substance mass | 77.69 | | free T4; ft4; free thyroxine |
cortisol | substance mass | 36.25 | | cortisol; serum cortisol; morning cortisol |
testosterone | substance mass | 28.84 | | testosterone |
psa | mass | - | ng/mL:0.1:500 | PSA; prostate specific antigen |
afp | mass | - | | AFP; alpha-fetoprotein; alphafetoprotein |
hcg | activity | - | | hCG; beta-hcg; β-hcg; human chorionic gonadotropin |
vitamin-d | substance mass | 40.06 | | vitamin D level; vitamin d; 25-hydroxyvitamin d; 25-oh vitamin d; serum vitamin d |
vitamin-b12 | substance mass | 135.5 | | vitamin B12 level; vitamin b12; serum b12; serum vitamin b12 |
folate | substance mass | 44.14 | | serum folate |
lead | substance mass | 20.72 | | blood lead; lead level; blood lead level |
ammonia | substance mass | 1.703 | | ammonia; blood ammonia |
paracetamol-level | mass substance | 15.116 | | paracetamol level; plasma paracetamol; paracetamol concentration; acetaminophen level |
salicylate-level | mass substance | 13.81 | | salicylate level; salicylate concentration; salicylate |
digoxin-level | mass substance | 78.09 | | digoxin level; digoxin concentration |
gentamicin-level | mass | - | | gentamicin level; gentamicin trough; trough gentamicin; trough level; trough concentration; vancomycin trough; trough; gentamicin concentration; vancomycin level |
lithium-level | substance equivalent | - | | lithium level; serum lithium; lithium concentration |
phenytoin-level | mass substance | 25.23 | | phenytoin level; phenytoin concentration |
theophylline-level | mass substance | 18.02 | | theophylline level; theophylline concentration |
methaemoglobin | proportion | - | | methaemoglobin; methemoglobin; carboxyhaemoglobin; carboxyhemoglobin |
oxygen-saturation | proportion | - | %:40:100 | oxygen saturation; spo2; spo₂; sao2; saturation; o2 saturation; oxygen saturations; saturations; o2 sat; sats; sat; pulse oximetry; oximetry; oximeter | hypoxaemia; hypoxemia; hypoxia; hypoxic
pao2 | pressure | - | mmHg:30:120 kPa:4:16 | PaO2; pao₂; po2; arterial oxygen tension; partial pressure of oxygen |
paco2 | pressure | - | | PaCO2; paco₂; pco2; carbon dioxide tension |
temperature | temperature | - | °C:30:43 °F:90:108 | temperature; body temperature; core temperature; temp | fever; febrile; pyrexia; hypothermia; hyperthermia; heat stroke; hypothermic; hyperpyrexia
heart-rate | rate | - | /min:30:240 | heart rate; pulse; pulse rate; hr; heart beat; apex beat; heartbeat | tachycardia; bradycardia; tachycardic
fetal-heart-rate | rate | - | /min:80:200 | fetal heart rate; foetal heart rate; fhr; fetal heart; foetal heart |
respiratory-rate | rate | - | /min:5:100 | respiratory rate; breathing rate; rr; respiration rate; breathing; respirations; breaths; breathes; resp rate | fast breathing; tachypnoea; tachypnea; rapid breathing
systolic-pressure | pressure | - | mmHg:40:260 | systolic blood pressure; systolic pressure; systolic; sbp; systolic bp; systolic reading; systolic value; top number; upper number; top figure; upper figure | hypotension; hypotensive
diastolic-pressure | pressure | - | mmHg:30:160 | diastolic blood pressure; diastolic pressure; diastolic; dbp; diastolic bp; diastolic reading; diastolic value; bottom number; lower number; bottom figure; lower figure |
blood-pressure | pressure | - | | blood pressure; bp; pressure; arterial pressure | hypertension; hypertensive
mean-arterial-pressure | pressure | - | mmHg:40:130 | mean arterial pressure; map; mean pressure; mean blood pressure | hypotension; hypotensive
intracranial-pressure | pressure | - | | intracranial pressure; icp; csf pressure; opening pressure; csf opening pressure |
venous-pressure | pressure | - | | central venous pressure; cvp |
intraocular-pressure | pressure | - | | intraocular pressure; iop; eye pressure |
compartment-pressure | pressure | - | | compartment pressure; intra-abdominal pressure; bladder pressure |
pulmonary-pressure | pressure | - | | pulmonary artery pressure; pulmonary arterial pressure |
coma-score | score | - | none:3:15 | Glasgow coma scale; gcs; glasgow coma score; glasgow score; glasgow; coma score |
blantyre-score | score | - | none:0:5 | Blantyre coma score; bcs; blantyre score; blantyre |
apgar | score | - | none:0:10 | Apgar score; apgar |
pain-score | score | - | none:0:10 | pain score |
bishop-score | score | - | none:0:13 | Bishop score; bishop |
shock-index | score | - | none:0.3:3 | shock index |
curb | score | - | none:0:5 | CURB-65; crb-65; curb65; crb65 |
westley-score | score | - | none:0:17 | Westley score; westley |
withdrawal-score | score | - | none:0:67 | CIWA-Ar; ciwa; ciwa-ar score; ciwa score |
opiate-withdrawal-score | score | - | none:0:48 | COWS score; clinical opiate withdrawal scale |
early-warning-score | score | - | none:0:20 | NEWS2; news score; early warning score; news2 score; pews; mews |
wells-score | score | - | none:0:13 | Wells score |
stroke-risk-score | score | - | none:0:9 | CHA2DS2-VASc; cha₂ds₂-vasc; cha2ds2-vasc score |
meld | score | - | none:6:40 | MELD; meld score |
depression-score | score | - | none:0:30 | PHQ-9; phq9; edinburgh postnatal depression scale; epds |
stroke-scale | score | - | none:0:42 | NIHSS; nih stroke scale |
centor-score | score | - | none:0:5 | Centor score; centor; feverpain |
silverman-score | score | - | none:0:10 | Silverman score; silverman |
capillary-refill | time | - | seconds:1:10 | capillary refill; capillary refill time; crt; capillary refilling time; cap refill |
qtc | time | - | | QTc; qt interval; qtc interval; corrected qt; corrected qt interval; qt |
urine-output | weightFlow flow volume | - | | urine output; urine; diuresis; urinary output; urine volume | oliguria; anuria; oliguric
blood-loss | volume | - | | blood loss; loss; bleeding; lost; loses; losing; estimated blood loss; ebl; losses | postpartum haemorrhage; postpartum hemorrhage; pph
residual-volume | volume | - | | gastric residual; gastric residual volume; residual volume; gastric aspirate; post-void residual; residual urine |
weight-for-height | deviation proportion | - | SD:-5:0 | weight-for-height; weight for height; wfh; whz; weight-for-length; weight for length; weight-for-height z-score; w/h; wflz; wfl |
height-for-age | deviation | - | SD:-5:0 | height-for-age; height for age; length-for-age |
weight-for-age | deviation | - | SD:-5:0 | weight-for-age; weight for age; waz |
muac | length | - | mm:80:400 cm:8:40 | MUAC; mid-upper arm circumference; mid upper arm circumference; arm circumference; upper arm circumference; mid-arm circumference; arm; left arm; upper arm; left upper arm; mid upper arm; muac tape; muac strip |
waist | length | - | | waist circumference; waist |
head-circumference | length | - | | head circumference |
fundal-height | length | - | | fundal height; symphysis-fundal height |
dilatation | length | - | | dilatation; dilation; cervical dilatation; cervix |
induration | length | - | | induration; tuberculin; mantoux; tst |
bmi | index | - | kg/m²:10:60 | BMI; body mass index |
weight | weight | - | | weight; body weight; bodyweight; weighing; weighs | 
birth-weight | weight | - | | birth weight; birthweight; birth-weight | low birth weight
weight-loss | proportion | - | | weight loss | 
burnt-surface | proportion | - | | body surface area; tbsa; surface area; burnt area; burned area; total body surface area | burns; burn; burnt; burned
dehydration-loss | proportion | - | | fluid deficit; dehydration |
ejection-fraction | proportion | - | %:10:80 | ejection fraction; lvef; left ventricular ejection fraction; ef |
peak-flow | proportion flow | - | | peak flow; pef; pefr; peak expiratory flow; fev1 |
inspired-oxygen | proportion | - | | FiO2; fio₂; inspired oxygen |
cardiovascular-risk | proportion | - | | cardiovascular risk; ten-year risk; 10-year risk; cvd risk; 10 year risk; ten year risk |
proteinuria | daily proteinRatio mass | - | | proteinuria; urine protein; protein excretion; albuminuria; protein to creatinine ratio; protein-creatinine ratio; protein:creatinine ratio; albumin to creatinine ratio; albumin-creatinine ratio; acr; pcr |
flow-velocity | velocity | - | | velocity; mean velocity; flow velocity; doppler velocity; transcranial doppler; peak velocity |
opioid-dose | morphine | - | | opioid dose; daily opioid dose; morphine equivalents; morphine equivalent dose; opioid; opioids; daily sum |
endometrium | length | - | | endometrial thickness |
membranes-ruptured | time | - | | rupture of membranes; ruptured membranes; membranes ruptured; membranes; prom; prolonged rupture of membranes; waters |
labour | time | - | | labour; labor; active labour; second stage; active phase; latent phase |
cough | time | - | | cough; coughing; coughs |
diarrhoea | time | - | | diarrhoea; diarrhea; loose stools |
fever-duration | time | - | | fever; febrile; fevers |
convulsion | time | - | | seizure; seizures; convulsion; convulsions; fit; fits; convulsing; seizure activity | status epilepticus
apnoea | time | - | | apnoea; apnea; apnoeas; apneas; pause in breathing; pauses in breathing |
third-stage | time | - | | third stage; placenta; third stage of labour |
`;

const byName = new Map<string, Analyte[]>();
const byCondition = new Map<string, Analyte[]>();

export const analytes: readonly Analyte[] = data.trim().split("\n").map(analyteOf);

const byId = new Map(analytes.map((analyte) => [analyte.id, analyte]));

/** Every word that one of its names has. */
export const wordsOfNames = oncePer(
  (analyte: Analyte): ReadonlySet<string> =>
    new Set([...byName].flatMap(([name, all]) => (all.includes(analyte) ? name.split(" ") : []))),
);

export function analyteNamed(id: string): Analyte | undefined {
  return byId.get(id);
}

function analyteOf(line: string): Analyte {
  const [id = "", kinds = "", molar = "-", bare = "", names = "", conditions = ""] = line
    .split("|")
    .map((part) => part.trim());
  const list = names.split(";").map((name) => name.trim());
  const [factor = "-", otherFactor] = molar.split("/");
  const analyte: Analyte = Object.freeze({
    id,
    name: list[0] ?? id,
    kinds: (kinds === "-" ? [] : kinds.split(" ")) as LabKind[],
    molar: factor === "-" ? undefined : Number(factor),
    otherMolar: otherFactor === undefined ? undefined : Number(otherFactor),
    valence: kinds.includes("equivalent") ? (/calcium|magnesium/.test(id) ? 2 : 1) : undefined,
    bare: bare.split(/(?<=\d) +(?=\S)/).flatMap((part) => {
      const [code = "", low = "", high = ""] = part.split(":");
      return high === "" ? [] : [{ code, low: Number(low), high: Number(high) }];
    }),
  });
  for (const name of list) add(byName, name, analyte);
  for (const name of conditions.split(";")) if (name.trim() !== "") add(byCondition, name.trim(), analyte);
  return analyte;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-–:+/\s]+/g, " ")
    .trim();
}

function add(map: Map<string, Analyte[]>, name: string, analyte: Analyte): void {
  const key = keyOf(name);
  const known = map.get(key);
  if (!known) map.set(key, [analyte]);
  else if (!known.includes(analyte)) known.push(analyte);
}

/** What a chapter is about → what its unnamed values most likely are, where they are given in two units. */
const topics: readonly (readonly [string, string])[] = [
  ["diabetes", "glucose"],
  ["diabetic", "glucose"],
  ["ketoacidosis", "glucose"],
  ["insulin", "glucose"],
  ["kidney", "creatinine"],
  ["renal", "creatinine"],
  ["transfusion", "haemoglobin"],
  ["red cell", "haemoglobin"],
  ["red cells", "haemoglobin"],
  ["acute malnutrition", "muac"],
  ["severe acute malnutrition", "muac"],
  ["moderate acute malnutrition", "muac"],
  ["malnutrition", "muac"],
  ["malnourished", "muac"],
  ["wasting", "muac"],
  ["severe wasting", "muac"],
];
export const analyteTopics: ReadonlyMap<string, readonly Analyte[]> = new Map(
  topics.map(([topic, id]) => [topic, analytes.filter((analyte) => analyte.id === id)]),
);

/** Units that something may have of which only the names are known. */
const laboratoryKinds: readonly LabKind[] = [
  "substance",
  "equivalent",
  "mass",
  "count",
  "copies",
  "activity",
  "proportion",
  "ratio",
  "osmolality",
];

/** What the dictionary adds: names of analytes of its own, and further names of the lexicon's. */
const addedByName = perReading((): ReadonlyMap<string, readonly Analyte[]> => {
  const added = new Map<string, Analyte[]>();
  for (const [first, others] of dictionaryInUse().analytes) {
    const names = [first, ...others];
    const known = names.map((name) => byName.get(keyOf(name))).find(Boolean) ?? [newAnalyte(first)];
    for (const name of names) for (const analyte of known) add(added, name, analyte);
  }
  return added;
});

const newAnalyte = (name: string): Analyte => ({
  id: keyOf(name),
  name: name.trim(),
  kinds: laboratoryKinds,
  molar: undefined,
  otherMolar: undefined,
  valence: undefined,
  bare: [],
});

/** By a name (lower case, single blanks for hyphens and signs), what it may mean: "fever" is a height or a time. */
export function analytesNamed(name: string): readonly Analyte[] | undefined {
  return byName.get(name) ?? addedByName().get(name);
}
/** A condition that is a value of an analyte: "hypoglycaemia" is about glucose. */
export const analyteConditions: ReadonlyMap<string, readonly Analyte[]> = byCondition;

/** How many words the longest name has, of an analyte, a condition or a topic, that begins so; 0 where none does. */
export function longestNameFrom(word: string): number {
  return longestByFirstWord().get(word) ?? 0;
}

const longestByFirstWord = perReading((): ReadonlyMap<string, number> => {
  const longest = new Map<string, number>();
  for (const names of [byName, addedByName(), byCondition, analyteTopics])
    for (const name of names.keys()) {
      const words = name.split(" ");
      const [first = ""] = words;
      // Of a single word the plural is found, too.
      for (const start of words.length === 1 ? [first, `${first}s`] : [first])
        longest.set(start, Math.max(longest.get(start) ?? 0, words.length));
    }
  return longest;
});
