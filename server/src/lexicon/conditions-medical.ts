// Names of conditions of internal medicine, the mind, the nerves, blood, cancer and nutrition, at any age.
// Own compilation of plain medical vocabulary, 2026-11; the notation is explained in conditions-notation.ts.
// One line is one condition as a treatment knows it: what is treated alike shares a line. Knows no medicine.

export const medicalConditions = `
traumatic-cardiac-arrest: traumatic cardiac arrest, traumatic arrest, traumatic cardiopulmonary arrest
cardiac-arrest: non traumatic cardiac arrest, nontraumatic cardiac arrest, medical cardiac arrest, cardiopulmonary arrest, cardiorespiratory arrest, cardiopulmonary resuscitation, cpr,
  asystole, pulseless electrical activity, ventricular fibrillation, vf, pulseless ventricular tachycardia,
  shockable rhythm, non shockable rhythm, advanced life support, cardiac arrest algorithm
anaphylaxis: anaphylactic shock, anaphylactic reaction, severe allergic reaction, anaphylactoid reaction
resuscitation
allergic-reaction: drug reaction, drug eruption, hypersensitivity reaction
transfusion-reaction: blood transfusion reaction, febrile transfusion reaction
urticaria: hives
angioedema: angio oedema, hereditary angioedema
shock: circulatory shock, circulatory failure
hypovolaemic-shock: hypovolaemia, haemorrhagic shock, volume depletion, fluid resuscitation,
  massive haemorrhage
cardiogenic-shock: low cardiac output, low output state
hypotension: low blood pressure, postural hypotension, orthostatic hypotension
vasopressors: vasopressor, inotrope, vasoactive infusion, vasoactive medicines
hypertension: high blood pressure, raised blood pressure, blood pressure is raised, blood pressure is high, blood pressure is elevated, essential hypertension, elevated blood pressure,
  htn, primary hypertension, hypertension in adults, systemic hypertension
hypertensive-emergency: hypertensive crisis, hypertensive urgency, malignant hypertension,
  accelerated hypertension, hypertensive encephalopathy
pulmonary-hypertension: pulmonary arterial hypertension, cor pulmonale
acute-coronary-syndrome: acs, nstemi, unstable angina, non st elevation myocardial infarction
myocardial-infarction: heart attack, acute myocardial infarction, mi, ami, stemi,
  st elevation myocardial infarction
thrombolysis: fibrinolysis
angina: stable angina, angina pectoris, ischaemic heart disease, coronary artery disease,
  coronary heart disease, ihd, chronic stable angina, coronary disease
heart-disease: cardiac disease, heart condition, cardiovascular disease, known heart disease, heart problem
heart-failure: cardiac failure, congestive cardiac failure, congestive heart failure, ccf, chf,
  chronic heart failure, left ventricular failure, hfref, hf, chronic cardiac failure
acute-heart-failure: pulmonary oedema, acute pulmonary oedema, acute left ventricular failure,
  cardiogenic pulmonary oedema, acute cardiac failure, decompensated heart failure
atrial-fibrillation: af, atrial flutter
supraventricular-tachycardia: svt, paroxysmal supraventricular tachycardia, narrow complex tachycardia
ventricular-tachycardia: vt, broad complex tachycardia, wide complex tachycardia, ventricular arrhythmia
arrhythmia: dysrhythmia, cardiac arrhythmia, tachyarrhythmia, tachycardia
palpitation
torsades-de-pointes: torsade de pointes, polymorphic ventricular tachycardia
bradycardia: heart block, symptomatic bradycardia, bradyarrhythmia
cardiomyopathy: dilated cardiomyopathy, peripartum cardiomyopathy
myocarditis
pericarditis: acute pericarditis, pericardial effusion
rheumatic-heart-disease: valvular heart disease, rhd
kawasaki-disease
patent-ductus-arteriosus: pda, ductus arteriosus
duct-dependent-heart-disease: duct dependent congenital heart disease, cyanotic heart disease,
  congenital heart disease
hypercyanotic-spell: tet spell, cyanotic spell
hyperlipidaemia: dyslipidaemia, hypercholesterolaemia, high cholesterol, lipid lowering, raised cholesterol
cardiovascular-risk: cardiovascular disease prevention, prevention of cardiovascular disease
peripheral-vascular-disease: peripheral arterial disease, intermittent claudication, claudication
raynaud's-phenomenon: raynaud's disease
deep-vein-thrombosis: dvt, venous thromboembolism, vte, pulmonary embolism, thromboembolism,
  deep venous thrombosis, venous thrombosis, pulmonary embolus, proximal thrombosis, distal thrombosis,
  thrombosis of the leg, leg thrombosis, calf thrombosis, clot in the leg, leg clot
thromboprophylaxis: vte prophylaxis, dvt prophylaxis, venous thromboembolism prophylaxis,
  prevention of venous thromboembolism, prophylaxis for deep vein thrombosis, prevention of thromboembolism,
  prevention of vte
anticoagulation: anticoagulant therapy
over-anticoagulation: warfarin overdose, raised inr, high inr, warfarin reversal, anticoagulant reversal,
  heparin reversal
stroke: ischaemic stroke, cerebrovascular accident, acute stroke, cva, acute ischaemic stroke
transient-ischaemic-attack: tia
intracerebral-haemorrhage: haemorrhagic stroke, intracranial haemorrhage
subarachnoid-haemorrhage
asthma: asthmatic, chronic asthma, asthma control, bronchial asthma, stable asthma, asthma controller
acute-asthma: asthma attack, status asthmaticus, asthma exacerbation, exacerbation of asthma,
  acute asthma attack, acute exacerbation of asthma
wheeze: wheezing, bronchospasm, viral induced wheeze, reactive airway disease, viral wheeze
copd: chronic obstructive pulmonary disease, chronic obstructive airways disease, coad, emphysema, stable copd
copd-exacerbation: acute exacerbation of copd, flare up of copd, flare of copd, copd flare, copd flare up, worsening of copd, exacerbation of copd, aecopd, acute copd,
  exacerbation of chronic obstructive pulmonary disease
respiratory-failure: hypoxaemia, hypoxia, oxygen therapy, acute respiratory distress syndrome, ards
respiratory-distress: dyspnoea, breathlessness, shortness of breath, difficulty breathing, difficult breathing
interstitial-lung-disease: pulmonary fibrosis
sarcoidosis
pleural-effusion
pneumothorax
haemoptysis
altitude-sickness: acute mountain sickness, high altitude illness
diabetes: diabetes mellitus, dm, hyperglycaemia, high blood sugar, high blood glucose, high glucose
type-1-diabetes: type 1 diabetes mellitus, insulin dependent diabetes, insulin dependent diabetes mellitus
type-2-diabetes: type 2 diabetes mellitus, non insulin dependent diabetes,
  non insulin dependent diabetes mellitus
diabetic-ketoacidosis: dka, ketoacidosis, diabetic coma
hyperosmolar-hyperglycaemic-state: hhs, hyperosmolar coma, honk, hyperosmolar state,
  hyperglycaemic hyperosmolar state
hypoglycaemia: low blood sugar, low blood glucose, hypoglycaemic coma, low glucose
neonatal-hypoglycaemia: hypoglycaemia in the newborn, hypoglycaemia in newborn
diabetic-neuropathy: painful diabetic neuropathy, diabetic peripheral neuropathy
diabetic-nephropathy: diabetic kidney disease
hypothyroidism: underactive thyroid, myxoedema
myxoedema-coma
congenital-hypothyroidism
hyperthyroidism: thyrotoxic, thyrotoxicosis, graves disease, graves' disease, overactive thyroid
thyroid-storm: thyroid crisis, thyrotoxic crisis
goitre: goiter, iodine deficiency
adrenal-insufficiency: addison's disease, hypoadrenalism, primary adrenal insufficiency,
  adrenocortical insufficiency
adrenal-crisis: addisonian crisis, acute adrenal insufficiency, acute adrenal crisis
steroid-cover: steroid stress dose, perioperative steroid cover
congenital-adrenal-hyperplasia: cah
cushing's-syndrome
phaeochromocytoma
acromegaly
hyperprolactinaemia: prolactinoma
diabetes-insipidus
siadh: syndrome of inappropriate antidiuretic hormone
hypogonadism: testosterone deficiency
precocious-puberty
osteoporosis: fragility fracture
paget's-disease
rickets: osteomalacia
vitamin-d-deficiency
hypoparathyroidism
obesity: overweight
hyperkalaemia: high potassium, raised potassium
hypokalaemia: low potassium, potassium replacement, potassium deficiency
hyponatraemia: low sodium
hypernatraemia: high sodium
hypocalcaemia: low calcium, tetany, calcium deficiency
hypercalcaemia: high calcium, hypercalcaemia of malignancy
hypomagnesaemia: low magnesium, magnesium deficiency, magnesium replacement
hypermagnesaemia: magnesium toxicity
hypophosphataemia: low phosphate
hyperphosphataemia
metabolic-acidosis: acidosis
refeeding-syndrome
dehydration: rehydration, oral rehydration, intravenous rehydration
severe-dehydration: plan c
some-dehydration: plan b, moderate dehydration
no-dehydration: plan a
maintenance-fluids: fluid maintenance, maintenance fluid therapy, daily fluid requirement, fluid requirement
acute-kidney-injury: aki, kidney injury, injury to the kidney, injured kidneys, acute renal failure, acute kidney failure, anuria, oliguria
chronic-kidney-disease: ckd, chronic renal failure, end stage renal disease, chronic kidney failure, uraemia
renal-anaemia: anaemia of chronic kidney disease, anaemia of ckd
renal-bone-disease: secondary hyperparathyroidism, ckd mineral and bone disorder
nephrotic-syndrome
glomerulonephritis: nephritis, nephritic syndrome, acute nephritic syndrome, acute glomerulonephritis,
  lupus nephritis
haemolytic-uraemic-syndrome
kidney-stones: renal colic, urolithiasis, renal stones, nephrolithiasis, ureteric colic, kidney stone
urinary-retention: acute urinary retention
benign-prostatic-hyperplasia: bph, enlarged prostate, benign prostatic hypertrophy
overactive-bladder: urinary incontinence, urge incontinence
enuresis: bedwetting, nocturnal enuresis, bed wetting
oedema: fluid overload, volume overload
ascites
mechanical-heart-valve: mechanical valve, mechanical aortic valve, mechanical mitral valve, mechanical valves,
  mechanical heart valves, metal heart valve, metallic heart valve, metallic valve, mechanical prosthetic valve, mechanical valve prosthesis
renal-transplant: kidney transplant, transplant rejection, organ transplant
gastro-oesophageal-reflux: gord, gerd, reflux, gastro oesophageal reflux disease, heartburn,
  reflux oesophagitis, oesophagitis
peptic-ulcer: peptic ulcer disease, pud
duodenal-ulcer: duodenal ulcers
gastric-ulcer: gastric ulcers, stomach ulcer, stomach ulcers
dyspepsia: gastritis, indigestion, epigastric pain
stress-ulcer: stress ulcer prophylaxis, gastroprotection
upper-gastrointestinal-bleeding: upper gi bleeding, gi bleeding, gastrointestinal bleeding,
  bleeding peptic ulcer, haematemesis, ugib, gastrointestinal haemorrhage, upper gi bleed, gi bleed,
  bleeding ulcer
variceal-bleeding: bleeding varices, oesophageal varices, bleeding oesophageal varices, variceal haemorrhage,
  varices
cirrhosis: cirrhotic, liver cirrhosis, chronic liver disease, portal hypertension
hepatic-encephalopathy: hepatic coma
hepatorenal-syndrome
acute-liver-failure: liver failure, hepatic failure
autoimmune-hepatitis
wilson's-disease
alcoholic-hepatitis
cholestasis: primary biliary cholangitis, cholestatic pruritus
gallstones: biliary colic, cholelithiasis, gallstone
pancreatitis: acute pancreatitis
pancreatic-insufficiency: chronic pancreatitis
cystic-fibrosis
inflammatory-bowel-disease: ibd
ulcerative-colitis
crohn's-disease
irritable-bowel-syndrome: ibs
coeliac-disease
constipation: faecal impaction, encopresis
bowel-preparation: bowel cleansing
bowel-obstruction: intestinal obstruction, malignant bowel obstruction, ileus
abdominal-pain: colic, abdominal cramps, infantile colic, intestinal colic, abdominal colic
haemorrhoids: piles, haemorrhoid
anal-fissure
nausea: vomiting, nausea and vomiting, nausea or vomiting, nausea/vomiting, emesis
postoperative-nausea-and-vomiting: ponv
chemotherapy-induced-nausea-and-vomiting: chemotherapy induced nausea, chemotherapy induced vomiting, cinv
motion-sickness: travel sickness
hiccup: hiccough
cyclical-vomiting: cyclic vomiting
convulsion: seizure, fits, convulsing, acute seizure, convulsions or coma, acute convulsion,
  febrile convulsion, febrile seizure, acute repetitive seizures
status-epilepticus: convulsive status epilepticus, prolonged seizure, prolonged convulsion,
  continuous seizures
epilepsy: epileptic, focal epilepsy, generalised epilepsy, tonic clonic seizures, focal seizures, absence seizures,
  generalised seizures, partial seizures, juvenile myoclonic epilepsy, generalised tonic clonic seizures
infantile-spasms: west syndrome
raised-intracranial-pressure: raised icp, cerebral oedema, increased intracranial pressure, brain oedema,
  intracranial hypertension, elevated intracranial pressure
head-injury: traumatic brain injury, tbi
spinal-cord-injury
spinal-cord-compression: metastatic spinal cord compression, malignant spinal cord compression,
  cord compression
coma: unconscious, unconsciousness, altered consciousness, unconscious patient
headache: tension headache, tension type headache
migraine: acute migraine, migraine attack
migraine-prophylaxis: migraine prevention, prevention of migraine, prophylaxis of migraine
cluster-headache
idiopathic-intracranial-hypertension
trigeminal-neuralgia
neuropathic-pain: neuropathy, peripheral neuropathy, nerve pain, neuralgia
post-herpetic-neuralgia: postherpetic neuralgia
peripheral-neuropathy-prevention: isoniazid neuropathy, pyridoxine prophylaxis
parkinson's-disease: parkinsonism
essential-tremor
tremor
dystonia: acute dystonia, dystonic reaction, extrapyramidal side effects, extrapyramidal reaction,
  acute dystonic reaction, extrapyramidal symptoms, akathisia
restless-legs-syndrome: restless legs
huntington's-disease
sydenham's-chorea: chorea
multiple-sclerosis
optic-neuritis
guillain-barre-syndrome: guillain barré syndrome
myasthenia-gravis: myasthenia, myasthenic crisis
bell's-palsy: facial palsy, facial nerve palsy
spasticity: muscle spasm, cerebral palsy
motor-neurone-disease: motor neuron disease, amyotrophic lateral sclerosis
lewy-body-dementia: dementia with lewy bodies, lewy body disease, lewy bodies, lewy body
dementia: alzheimer's disease
wernicke's-encephalopathy: wernicke korsakoff syndrome
thiamine-deficiency: beriberi
vitamin-deficiency: vitamin b deficiency, multivitamin deficiency
vertigo: dizziness, labyrinthitis, meniere's disease, bppv, vestibular neuritis
insomnia: sleeplessness, sleep disturbance, sleep disorder
narcolepsy
delirium: acute confusion, acute confusional state, confusion
agitation: acute agitation, aggression, disturbed behaviour, rapid tranquillisation, aggressive behaviour,
  violent patient, aggressive patient, acutely disturbed patient, psychomotor agitation,
  acute behavioural disturbance
acute-psychosis: acute psychotic episode
psychosis: schizophrenia, psychotic disorder
mania: acute mania, manic episode
bipolar-disorder: bipolar affective disorder, bipolar mood disorder
depression: depressive disorder, major depression, major depressive disorder, postnatal depression,
  depressive episode
anxiety: anxiety disorder, generalised anxiety disorder, panic disorder, panic attack, gad, acute anxiety
obsessive-compulsive-disorder: ocd
post-traumatic-stress-disorder: ptsd, acute stress reaction
adhd: attention deficit hyperactivity disorder
autism: autism spectrum disorder
tic-disorder: tourette syndrome, tourette's syndrome
anorexia-nervosa: bulimia nervosa, eating disorder
alcohol-withdrawal: delirium tremens, alcohol withdrawal delirium, withdrawal delirium, alcoholic delirium, alcohol detoxification, alcohol withdrawal syndrome
alcohol-dependence: alcohol use disorder, alcoholism
opioid-withdrawal: opioid dependence, opioid use disorder, opioid substitution therapy, opioid detoxification
neonatal-abstinence-syndrome: neonatal opioid withdrawal
benzodiazepine-withdrawal: benzodiazepine dependence
smoking-cessation: nicotine dependence, tobacco dependence, tobacco cessation
neuroleptic-malignant-syndrome
serotonin-syndrome
catatonia
anaemia
iron-deficiency-anaemia: iron deficiency
megaloblastic-anaemia: folate deficiency, vitamin b12 deficiency, pernicious anaemia, folic acid deficiency,
  b12 deficiency, folate deficiency anaemia
haemolytic-anaemia: autoimmune haemolytic anaemia
aplastic-anaemia
sickle-cell-disease: sickle cell anaemia, scd
sickle-cell-crisis: vaso occlusive crisis, painful crisis, vaso occlusive pain, sickle crisis
acute-chest-syndrome
thalassaemia
iron-overload: iron chelation
g6pd-deficiency: g 6 pd deficiency, g6pd, glucose 6 phosphate dehydrogenase deficiency, glucose 6 phosphate dehydrogenase
immune-thrombocytopenia: itp, immune thrombocytopenic purpura, idiopathic thrombocytopenic purpura
thrombocytopenia
neutropenia
haemophilia: haemophilia a, haemophilia b
von-willebrand-disease: von willebrand's disease
disseminated-intravascular-coagulation: dic
bleeding: haemorrhage
traumatic-bleeding: traumatic haemorrhage, trauma haemorrhage, major haemorrhage, bleeding trauma
vitamin-k-deficiency-bleeding: haemorrhagic disease of the newborn, haemorrhagic disease of newborn, vkdb,
  vitamin k prophylaxis
blood-transfusion: transfusion
heparin-induced-thrombocytopenia
leukaemia: acute lymphoblastic leukaemia, acute myeloid leukaemia, aml, chronic lymphocytic leukaemia
chronic-myeloid-leukaemia: cml
lymphoma: hodgkin lymphoma, hodgkin's disease, non hodgkin lymphoma, burkitt lymphoma
multiple-myeloma: myeloma
breast-cancer
prostate-cancer
cervical-cancer
lung-cancer
stomach-cancer: gastric cancer
liver-cancer: hepatocellular carcinoma
renal-cell-carcinoma: kidney cancer
cancer: malignancy, malignant disease
chemotherapy: cytotoxic chemotherapy
colorectal-cancer
kaposi's-sarcoma
wilms-tumour: nephroblastoma
retinoblastoma
choriocarcinoma: gestational trophoblastic disease, gestational trophoblastic neoplasia, molar pregnancy
tumour-lysis-syndrome
superior-vena-cava-obstruction
mucositis: oral mucositis
extravasation: leakage into the skin
anorexia: cachexia, loss of appetite
terminal-agitation: terminal restlessness
death-rattle: respiratory secretions, terminal secretions, excessive secretions, noisy breathing
end-of-life: palliative care, last days of life, terminal care, dying patient, end of life care
rheumatoid-arthritis: inflammatory arthritis, inflammatory joint disease
juvenile-idiopathic-arthritis: juvenile arthritis
osteoarthritis: degenerative joint disease
gout: acute gout, gout attack, gouty arthritis, acute gouty arthritis
gout-prophylaxis: chronic gout, urate lowering therapy, prevention of gout, hyperuricaemia
ankylosing-spondylitis: spondyloarthritis
systemic-lupus-erythematosus: sle, lupus
giant-cell-arteritis: temporal arteritis, jaw claudication
polymyalgia-rheumatica
vasculitis
scleroderma: systemic sclerosis
muscular-dystrophy
back-pain: low back pain, backache, sciatica, lower back pain
musculoskeletal-pain: sprain, muscle strain, joint pain, arthralgia, myalgia
cramps: muscle cramps, leg cramps
severe-acute-malnutrition: sam, severe wasting, severely wasted, severe malnutrition, kwashiorkor, marasmus, marasmic kwashiorkor
moderate-acute-malnutrition: mam, moderate wasting, moderately wasted, wasting, malnutrition, undernutrition
malnutrition-stabilisation: stabilisation phase, rehabilitation phase, transition phase, f 75, f 100
vitamin-a-deficiency: xerophthalmia
vitamin-a-supplementation: vitamin a supplement
scurvy: vitamin c deficiency
pellagra: niacin deficiency
zinc-deficiency: zinc supplementation
iron-and-folic-acid-supplementation: iron and folate supplementation, iron folate supplementation,
  iron supplementation, iron and folic acid
folic-acid-supplementation: neural tube defect prevention, prevention of neural tube defects,
  folate supplementation
calcium-supplementation
parenteral-nutrition: total parenteral nutrition, tpn
heat-stroke: heatstroke, heat exhaustion, hyperthermia
hypothermia
malignant-hyperthermia
porphyria
`;
