// Abbreviations that stand for several things in clinical writing, and beginnings of words that stand beside each
// meaning in a sentence or row. Own compilation, 2026-11. What is not listed may still have several meanings.

import { once } from "../text/memory.ts";

export interface Sense {
  readonly long: string;
  /** Finds what is said near it; the abbreviation itself stands as § there. */
  readonly cues: RegExp;
}

/** "SHORT", and below it each meaning with what is near it; "_" is a blank. */
const data = `
PE
  pulmonary embolism: embol thromb clot DVT VTE heparin enoxaparin dalteparin tinzaparin anticoag CTPA CT chest breathless dyspn haemopt hemopt leg calf oxygen Wells D-dimer saturation rivaroxaban apixaban warfarin infarct massive perfusion tachycard wind
  pre-eclampsia: proteinuria protein_in urine dipstick magnesium labetalol nifedipine methyldopa hydralazine eclampsia HELLP hypertens antihypertens blood_pressure 140/90 160/110 platelets this_pregnancy previous_pregnancy earlier_pregnancy primigravid aspirin_from fetal_growth headache visual reflexes clonus oedema
  pleural effusion: effusion tap drain dull aspirat_of fluid exudate
  pericardial effusion: pericard tamponade echo
  physical examination: finding inspection palpation
RF
  rheumatic fever: rheumatic streptoc throat penicillin injection_every carditis chorea joints murmur RHD prophylaxis attack
  renal failure: creatinine dialysis urine_output oligur anur potassium urea kidney eGFR nephr
  rheumatoid factor: rheumatoid anti-CCP ACPA titre serolog autoantibod erosi seroposit ANA
  radiofrequency: ablation catheter needle probe
  respiratory failure: ventilat PaCO PaO oxygen blood_gas intubat
ARF
  acute rheumatic fever: rheumatic streptoc throat carditis chorea penicillin murmur joint
  acute renal failure: creatinine dialysis urine oligur anur potassium urea kidney
  acute respiratory failure: ventilat intubat blood_gas PaO
RHD
  rheumatic heart disease: valve penicillin echo rheumatic mitral
  rhesus D: anti-D blood_group
MR
  mitral regurgitation: mitral valve regurg murmur orifice jet edge-to-edge echo ventric severe chordae atri
  modified release: modified slow prolonged (?:[a-z]+(?:ine|ol|ide|in|ate|one|pril|am|ole|tan|il|im))_§_*(?:$|[|,;.)]|\\d|tablet|capsule|once|twice|every|by_mouth|orally) §_(?:tablet|capsule|\\d+_mg) swallowed_whole
  magnetic resonance: imaging scan contrast gadolin §_angio §I
  measles and rubella: vaccin immunis rubella
BP
  bullous pemphigoid: blister pemphig bullous skin itch clobetasol erosion lesion antibod immunofluor biops doxycyc
  bipolar disorder: mania manic lithium mood depress valpro
  blood pressure: mmHg systol diastol \\d{2,3}/\\d{2,3} hypertens antihyp cuff pulse measure_(?:the_)?§ §_(?:is_|and_)?(?:measured|check|weight|chart) §,_weight heart_rate
AS
  ankylosing spondylitis: spondyl spine back sacro HLA adalimumab stiff uveit spinal rheumat lumbar
  aortic stenosis: valve area gradient murmur syncope aort stenos echo ventric TAVI jet cm²
  artesunate: malaria parasit
  acetylsalicylic: aspirin
AR
  aortic regurgitation: aort diastol valve murmur echo ventric
  allergic rhinitis: rhinit nasal sneez nose antihist pollen
  androgen receptor: androgen prostat
DR
  drug-resistant: resist bedaquiline linezolid pretomanid rifamp tubercul levoflox TB culture genotyp MDR regimen susceptib
  diabetic retinopathy: retin eye fundus ophthalm laser photograph macul sight visual diabet camera optomet
  delivery room: labour midwi newborn
DS
  drug-susceptible: suscept rifamp isoniazid tubercul TB
  Down syndrome: trisomy chromosom Down amnio nuchal karyotyp
MS
  multiple sclerosis: sclerosis relaps demyelin interferon natalizumab neurolog lesion MRI optic_neur ocrelizumab disability spastic
  mitral stenosis: mitral valve murmur valvul rheumatic echo atri balloon valvot
  magnesium sulfate: eclampsia loading respirat reflex knee toxicity calcium_gluc g_IV
  morphine sulfate: opioid pain analges tablet
  mass spectrometry: chromatograph assay
PD
  peritoneal dialysis: dialys dialysate perito catheter exchange exit ultrafilt icodextrin kidney nephro effluent
  Parkinson's disease: Parkinson levodopa tremor dopamin rigid bradykin neurolog freezing gait off_period swallow falls metoclopramide
  personality disorder: personality borderline psych
  pancreatic duct: pancrea duct ERCP
HD
  haemodialysis: dialys fistula ultrafilt session kidney access catheter potassium phosphate
  high dose: vaccin influenza §_vaccine dose mcg microgram flu
  Huntington's disease: chorea Huntington
  Hodgkin's disease: lymphoma Hodgkin
RA
  rheumatoid arthritis: arthrit joint methotrex erosi rheumat DMARD synov biologic swollen
  right atrium: atri ventric echo valve cava pressure dilat cm²
  regional anaesthesia: anaesth block nerve spinal local
  room air: saturation oxygen SpO %_on breathing
  refractory anaemia: anaemia blasts
ICH
  intracerebral haemorrhage: haemorr hemorr bleed haematoma CT stroke anticoag
  intracranial hypertension: mannitol hypertonic pressure papill head_up hyperosm ventric osmother pupil
CP
  chest pain: chest ECG troponin angina infarct coronary
  cerebral palsy: cerebral spastic gross_motor seizures feeding wheelchair child palsy contracture botul physiother hip
  chronic pancreatitis: pancrea enzyme steatorr
  cleft palate: cleft palate
  Child-Pugh: cirrh ascites bilirubin
ROM
  rupture of membranes: membran liquor labour amnio vagina waters chorio
  range of movement: joint shoulder knee elbow hip flex exten degrees physiother stiff active passive exercise
HB
  haemoglobin: haemoglob hemoglob anaem g/dL g/L transfus iron
  hepatitis B: hepat HBsAg vaccin surface_antigen carrier immunoglob
  heart block: ECG pacemak PR_interval
CS
  caesarean section: caesar cesar section uter labour scar obstet delivery birth
  corticosteroid: steroid predniso methylpred inhaled taper betameth dexameth
  compartment syndrome: fasciot compart
  conscious sedation: sedat midazol
  cardiogenic shock: inotrop shock
PT
  physiotherapist: exercise mobil walk physio rehab gait visit
  prothrombin time: INR clot coagul APTT seconds_ bleed vitamin_K plasma liver
  preterm: gestat weeks neonat
AF
  atrial fibrillation: atrial anticoag rate stroke ECG warfarin cardiover pulse irregular apixaban CHA
  amniotic fluid: fetal ultrasound liquor oligo
  assisted feeding: feed spoon meal swallow carer
AC
  anterior chamber: chamber eye cornea hyphema angle
  abdominal circumference: fetal ultrasound growth
ACT
  artemisinin-based combination therapy: malaria artem parasit lumefant falcip
  acceptance and commitment therapy: psycho session accept therapist mindful
  activated clotting time: heparin seconds bypass clot
MI
  myocardial infarction: infarct troponin ECG coronary chest aspirin PCI angina heart
  motivational interviewing: interview counsel smok alcohol session ambival conversation
RTI
  respiratory tract infection: cough respir throat antibiot cold pneumon
  reproductive tract infection: vagina discharge cervic sexual genital
  road traffic injury: road crash vehicle driver helmet traffic motor pedestrian
GBS
  Guillain-Barré syndrome: weakness reflex immunoglob paraly plasma ventil neuro
  group B streptococcus: streptoc swab intrapartum labour newborn penicillin coloni
CPT
  co-trimoxazole preventive therapy: cotrim co-trim HIV Pneumocystis prophyl
  chest physiotherapy: chest physio secretion drainage airway_clear percuss
NEC
  necrotising enterocolitis: entero abdom feed bowel preterm pneumatosis
  neonatal emergency call: call bleep
ASD
  atrial septal defect: atrial septal shunt murmur echo device closure cardi
  autism spectrum disorder: autis behav social language communicat spectrum
PEP
  post-exposure prophylaxis: exposure HIV needle rabies bite
  positive expiratory pressure: expirat mask breath sputum
PID
  pelvic inflammatory disease: pelvic discharge cervic doxycyc metronid salping
  prolapsed intervertebral disc: disc lumbar sciat back radicul
  primary immunodeficiency: immunodef immunoglob recurrent_inf
  patient identifier: identif barcode label number
PPH
  postpartum haemorrhage: haemorr hemorr oxytocin uter birth placenta misoprostol
  primary pulmonary hypertension: pulmonary arter sildenafil
PCP
  Pneumocystis pneumonia: pneumon Pneumoc cotrim CD4 hypox jirovec
  primary care provider: refer visit clinic appoint letter follow
  phencyclidine: intoxic
IPT
  isoniazid preventive therapy: isoniazid tubercul TB
  intermittent preventive treatment: malaria sulfadox
  interpersonal therapy: depress session psych
ANC
  antenatal care: antenatal pregnan visit contact midw
  absolute neutrophil count: neutrop ×10 ×_10 chemother febrile clozapine blood_count G-CSF cells
ART
  antiretroviral therapy: antiretro HIV tenofov dolutegr viral CD4
  assisted reproductive technology: fertil IVF embryo ovar ovul
CVA
  cerebrovascular accident: stroke hemip CT infarct facial
  costovertebral angle: tender percuss pyelon renal_angle kidney
CRT
  capillary refill time: refill seconds shock perfus peripher
  cardiac resynchronisation therapy: bundle QRS pacemak LVEF device
CAP
  community-acquired pneumonia: pneumon amoxic CURB chest lobar
  child and adolescent psychiatry: psychiat
ICP
  intracranial pressure: mannitol head pupil brain CT
  intrahepatic cholestasis of pregnancy: bile itch pregnan cholesta ursodeox
GA
  gestational age: weeks gestat preterm ultrasound neonat
  general anaesthesia: anaesth intubat induction propofol airway
MDT
  multidrug therapy: lepro dapsone clofaz rifamp
  multidisciplinary team: meeting team discuss
SAM
  severe acute malnutrition: malnutr MUAC RUTF wasting oedema
  systolic anterior motion: septal mitral outflow
BM
  bone marrow: marrow aspirat leuk
  bowel movement: stool constip laxat
  breast milk: breast feed mother express
  capillary glucose: mmol/L glucose insulin hypogly
OD
  overdose: paracetamol ingest poison antidote
  right eye: eye visual acuity
  once daily: mg tablet
LFT
  liver function test: ALT liver bilirub transamin
  lung function test: spirom FEV lung
CF
  cystic fibrosis: fibrosis sweat sputum pseudomonas
  cardiac failure: furosem ejection
  complement fixation: titre
  counting fingers: eye visual acuity
CD
  Crohn's disease: ileum Crohn bowel
  controlled drug: register cupboard witness key
  coeliac disease: gluten
  caesarean delivery: uter
SCD
  sickle cell disease: sickle hydroxyurea crisis
  sudden cardiac death: ICD arrhythm defibril
PDA
  patent ductus arteriosus: ductus ibuprof preterm shunt
  posterior descending artery: coronary
PN
  parenteral nutrition: lipid amino glucose line
  peripheral neuropathy: numb foot sensation monofil pyridox
NRS
  numerical rating scale: pain score 0_to_10
  nutritional risk screening: weight_loss BMI intake
EP
  ectopic pregnancy: ectopic hCG tube methotrex
  electrophysiology: ablation arrhythm
HAV
  hepatitis A virus: hepat vaccin IgM
  hand-arm vibration: vibrat tool glove
TB
  tuberculosis: sputum rifamp
  total bilirubin: bilirub
CMV
  cytomegalovirus: ganciclo viral
  controlled mechanical ventilation: ventilat
RSI
  rapid sequence induction: intubat suxameth ketamine
  repetitive strain injury: wrist keyboard
SLE
  systemic lupus erythematosus: lupus hydroxychl
  St Louis encephalitis: encephal
BPD
  bronchopulmonary dysplasia: oxygen preterm ventil
  borderline personality disorder: self-harm personality
  biparietal diameter: fetal ultrasound
HF
  heart failure: furosem ejection
  haemofiltration: filter
LP
  lumbar puncture: CSF mening needle
  lichen planus: oral_lesion
UC
  ulcerative colitis: colitis mesalaz colon
  urinary catheter: catheter_ urine bag
NG
  nasogastric: tube feed
  neisseria gonorrhoeae: gonorr ceftriax
ED
  emergency department: triage arriv
  erectile dysfunction: sildenaf erect
MAP
  mean arterial pressure: mmHg noradren vasopress
  medical abortion pill: abort
SVT
  supraventricular tachycardia: adenosine tachycard
  superficial vein thrombosis: vein saphen
VT
  ventricular tachycardia: amiodar shock ECG
  tidal volume: mL/kg ventilat
DM
  diabetes mellitus: insulin glucose HbA1c metform
  dermatomyositis: myosit rash muscle
  dextromethorphan: cough
AD
  atopic dermatitis: eczema emollient
  Alzheimer's disease: dementia donepez memor
  advance directive: directive
SBP
  spontaneous bacterial peritonitis: ascit peritonit cefotax albumin cirrh neutrophil paracent
  systolic blood pressure: mmHg hypotens hypertens pressure shock
PCA
  patient-controlled analgesia: morphine bolus lockout pump
  postconceptional age: weeks
  posterior communicating artery: aneurysm
PIH
  pregnancy-induced hypertension: pregnan
  post-inflammatory hyperpigmentation: pigment
PV
  pemphigus vulgaris: pemphig blister
  per vagina: vagina
  polycythaemia vera: haematocrit venesect phlebot JAK2 hydroxy
  plasma volume: plasma
`;

/** Of each abbreviation that is listed. */
export const sensesOf = once((): ReadonlyMap<string, readonly Sense[]> => {
  const senses = new Map<string, Sense[]>();
  let own: Sense[] = [];
  for (const line of data.split("\n")) {
    const [, long, words] = /^ +([^:]+): +(.+)$/.exec(line) ?? [];
    if (long && words) own.push({ long, cues: cuesOf(words) });
    else if (line !== "") {
      own = [];
      senses.set(line.trim(), own);
    }
  }
  return senses;
});

/** Beginnings of words, as one expression. */
function cuesOf(words: string): RegExp {
  const all = words.split(" ").map((word) => word.replaceAll("_", " "));
  return new RegExp(`(?<![a-zß-öø-ɏ])(?:${all.join("|")})`, "i");
}
