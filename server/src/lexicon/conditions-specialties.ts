// Names of conditions of birth, women, newborns, skin, eye, ear and surgery, poisoning, symptoms, procedures.
// Own compilation of plain medical vocabulary, 2026-11; the notation is explained in conditions-notation.ts.
// One line is one condition as a treatment knows it: what is treated alike shares a line. Knows no medicine.

export const specialtyConditions = `
pre-eclampsia: preeclamptic, pre eclamptic, preeclampsia, pre eclamptic toxaemia, imminent eclampsia, impending eclampsia
pre-eclampsia-prevention: prevention of pre eclampsia, prevention of preeclampsia, pre eclampsia prophylaxis
eclampsia: eclamptic fit, eclamptic seizure, eclamptic convulsion
hypertension-in-pregnancy: gestational hypertension, pregnancy induced hypertension, pih,
  hypertensive disorders of pregnancy, hypertensive disorder of pregnancy
hellp-syndrome: hellp
postpartum-haemorrhage: pph, postpartum bleeding, post partum bleeding, bleeding after birth, bleeding after delivery, bleeding after childbirth, uterine atony, atonic uterus, post partum haemorrhage,
  atonic postpartum haemorrhage, bleed after birth, bleeds after birth, bleed after delivery, bleeds after delivery,
  bleed after childbirth, bleeds after childbirth, bled after birth, haemorrhage after birth, haemorrhage after delivery,
  haemorrhage after childbirth, heavy bleeding after birth, heavy bleeding after delivery, bleed heavily after birth,
  bleeds heavily after birth, bleeding heavily after birth, bleed heavily after delivery, bleeding heavily after delivery
third-stage-of-labour: active management of the third stage of labour,
  active management of third stage of labour, amtsl, pph prevention, active management of the third stage,
  prevention of postpartum haemorrhage, prevention of pph, third stage, pph prophylaxis
antepartum-haemorrhage: aph, placenta praevia, abruptio placentae, placental abruption, placenta previa
retained-placenta: manual removal of placenta, manual removal of the placenta
induction-of-labour: labour induction, cervical ripening, inducing labour
intrauterine-fetal-death: iufd, stillbirth, intrauterine death, fetal death, dead fetus
augmentation-of-labour: labour augmentation, prolonged labour, slow labour, augmentation
obstructed-labour: ruptured uterus, uterine rupture
preterm-labour: premature labour, tocolysis, threatened preterm labour, preterm birth, premature delivery,
  preterm delivery
fetal-lung-maturation: antenatal corticosteroids, antenatal steroids, lung maturation,
  antenatal corticosteroid therapy
fetal-neuroprotection: neuroprotection
prelabour-rupture-of-membranes: prom, pprom, premature rupture of membranes,
  preterm prelabour rupture of membranes, prolonged rupture of membranes,
  preterm premature rupture of membranes, prelabour rupture of the membranes
labour: normal labour, labour pain, labour analgesia, normal delivery, vaginal delivery
caesarean-section: caesarean, c section, caesarean delivery, caesarian section
perineal-tear: episiotomy, third degree tear, fourth degree tear, obstetric anal sphincter injury
assisted-vaginal-delivery: vacuum extraction, operative vaginal birth, instrumental delivery
uterine-inversion
incomplete-abortion: incomplete miscarriage, inevitable abortion, retained products of conception
missed-abortion: missed miscarriage, early fetal demise
threatened-abortion: threatened miscarriage
abortion: medical abortion, termination of pregnancy, induced abortion, abortion care
miscarriage: spontaneous abortion
ectopic-pregnancy: ectopic gestation, ectopic
hyperemesis-gravidarum: hyperemesis, nausea and vomiting in pregnancy, nausea and vomiting of pregnancy,
  morning sickness, vomiting in pregnancy
gestational-diabetes: gdm, diabetes in pregnancy, diabetes of pregnancy, pregnancy diabetes, gestational diabetes mellitus
obstetric-cholestasis: cholestasis of pregnancy, intrahepatic cholestasis of pregnancy
rhesus-incompatibility: rhesus isoimmunisation, anti d prophylaxis, rh negative mother, rhesus negative,
  anti d
antiphospholipid-syndrome
lactation-suppression: suppression of lactation, lactation inhibition, inhibition of lactation
breast-engorgement
contraception: family planning, hormonal contraception, contraceptive, oral contraceptives
emergency-contraception: emergency contraceptive
sexual-assault: rape, sexual violence, sexual abuse
menorrhagia: heavy menstrual bleeding, abnormal uterine bleeding, dysfunctional uterine bleeding,
  heavy periods
dysmenorrhoea: period pain, menstrual pain, menstrual cramps, painful periods
amenorrhoea
premenstrual-syndrome
endometriosis
fibroids: uterine fibroid
polycystic-ovary-syndrome: pcos, polycystic ovarian syndrome
infertility: ovulation induction, subfertility
menopause: hormone replacement therapy, menopausal symptoms, hot flushes, hot flashes
atrophic-vaginitis
neonatal-resuscitation: newborn resuscitation, asphyxia, resuscitation of the newborn, birth asphyxia,
  perinatal asphyxia, neonatal asphyxia, resuscitation at birth, helping babies breathe
hypoxic-ischaemic-encephalopathy: hie, neonatal encephalopathy
neonatal-seizures: neonatal seizure, neonatal convulsion, seizures in newborn, convulsions in newborn,
  neonatal fits
apnoea-of-prematurity: apnoea, neonatal apnoea, apnoeic episode
respiratory-distress-syndrome: hyaline membrane disease, surfactant deficiency, neonatal respiratory distress
necrotising-enterocolitis
neonatal-jaundice: hyperbilirubinaemia, newborn jaundice, jaundice in the newborn
jaundice: jaundiced
prematurity: preterm infant, low birth weight, preterm baby, low birth weight baby, premature infant,
  premature baby
bronchopulmonary-dysplasia: chronic lung disease of prematurity
persistent-pulmonary-hypertension-of-the-newborn: pphn
newborn-care: routine newborn care, essential newborn care, care of the newborn, routine care of the newborn
retinopathy-of-prematurity
failure-to-thrive
eczema: atopic dermatitis, dermatitis, atopic eczema
contact-dermatitis
seborrhoeic-dermatitis: dandruff, cradle cap, seborrhoeic eczema
nappy-rash: diaper rash, diaper dermatitis, napkin dermatitis, nappy dermatitis
psoriasis
acne: acne vulgaris
rosacea
hidradenitis-suppurativa
lichen-planus
lichen-simplex: prurigo, papular pruritic eruption, papular urticaria
alopecia
vitiligo
melasma
hyperhidrosis
pruritus: itching, itch, itchy skin
pemphigus: pemphigoid, bullous pemphigoid
stevens-johnson-syndrome: toxic epidermal necrolysis, sjs, stevens johnson
erythema-multiforme
erythroderma: exfoliative dermatitis
pityriasis-rosea
leg-ulcer: venous ulcer, chronic ulcer, skin ulcer, varicose ulcer
pressure-ulcer: bedsore, pressure sore, decubitus ulcer
keloid
sunburn: actinic keratosis, solar keratosis
corns: callus
albinism
glaucoma: open angle glaucoma, primary open angle glaucoma
acute-angle-closure-glaucoma: acute glaucoma, angle closure glaucoma, acute angle closure
allergic-conjunctivitis: vernal conjunctivitis, vernal keratoconjunctivitis, hay fever conjunctivitis
uveitis: iritis, iridocyclitis, anterior uveitis
dry-eye: keratoconjunctivitis sicca
corneal-abrasion: eye injury, corneal injury, eye trauma
chemical-eye-injury: chemical eye burn, chemical burn of the eye
cataract: cataract surgery
macular-degeneration
diabetic-retinopathy
pupil-dilation: mydriasis, cycloplegia, eye examination
allergic-rhinitis: hay fever, rhinitis
nasal-polyp: nasal polyposis
epistaxis: nosebleed, nose bleed
ear-wax: earwax, cerumen, impacted wax
earache: ear pain, otalgia
hearing-loss: sudden deafness, sudden sensorineural hearing loss
sialadenitis: salivary gland infection
mouth-ulcer: aphthous ulcer, stomatitis, oral ulcer, aphthous stomatitis, aphthous ulceration
toothache: dental pain
dental-caries: tooth decay, fluoride supplementation
dry-mouth: xerostomia
drooling: sialorrhoea
angular-cheilitis: angular stomatitis
teething
poisoning: overdose, intoxication, ingestion, acute poisoning, decontamination, gastric decontamination
paracetamol-poisoning: paracetamol overdose, acetaminophen overdose, acetaminophen poisoning,
  paracetamol toxicity
opioid-overdose: opioid poisoning, opioid toxicity, opiate overdose, opioid induced respiratory depression,
  respiratory depression, morphine overdose
carbamate-poisoning: carbamate poisoning
organophosphate-poisoning: organophosphate, organophosphorus poisoning, organophosphate and carbamate poisoning,
  organophosphate or carbamate poisoning, organophosphate/carbamate poisoning, organophosphates and carbamates,
  pesticide poisoning, insecticide poisoning, cholinergic crisis, organophosphorous poisoning
salicylate-poisoning: aspirin poisoning, aspirin overdose
iron-poisoning: iron overdose
benzodiazepine-overdose: benzodiazepine poisoning
tricyclic-antidepressant-poisoning: tricyclic overdose, tricyclic poisoning,
  tricyclic antidepressant overdose, tca overdose
digoxin-toxicity: digoxin poisoning, digoxin overdose
beta-blocker-overdose: beta blocker poisoning
calcium-channel-blocker-overdose: calcium channel blocker poisoning
insulin-overdose
isoniazid-overdose: isoniazid poisoning
cyanide-poisoning
carbon-monoxide-poisoning: carbon monoxide
methanol-poisoning: ethylene glycol poisoning, toxic alcohol, methanol or ethylene glycol poisoning
alcohol-intoxication: alcohol poisoning, ethanol poisoning
paraffin-poisoning: kerosene poisoning, hydrocarbon poisoning, petroleum poisoning
corrosive-ingestion: caustic ingestion, corrosive poisoning
paraquat-poisoning
rodenticide-poisoning: warfarin poisoning, rat poison
lead-poisoning
arsenic-poisoning: heavy metal poisoning
mercury-poisoning
mushroom-poisoning
anticholinergic-poisoning: atropine poisoning, antimuscarinic poisoning
methaemoglobinaemia
local-anaesthetic-toxicity: local anaesthetic systemic toxicity
lithium-toxicity
snakebite: snake bite, bite of a snake, bite of any snake, viper bite, cobra bite, krait bite, mamba bite, adder bite, snakebite envenoming, snake envenoming, snakebite envenomation, envenoming,
  envenomation, snake
scorpion-sting: scorpion envenoming
spider-bite: black widow spider bite, button spider bite, widow spider bite
bee-sting: wasp sting, insect sting, insect bite, insect bites and stings
spitting-snake-venom: snake venom in the eye, venom ophthalmia
jellyfish-sting: marine envenoming
bite: animal bite, human bite, dog bite, cat bite, mammalian bite, bite wound
wound: laceration, minor wound, traumatic wound, contaminated wound
burn: scald, thermal burn, major burn
inhalation-injury: smoke inhalation
trauma: injury, polytrauma, major trauma
fracture: dislocation
frostbite
electrocution: electric shock, electrical injury, lightning injury
drowning
foreign-body: choking, foreign body aspiration, airway obstruction
compartment-syndrome
rhabdomyolysis: crush injury, crush syndrome
general-anaesthesia: anaesthesia
induction-of-anaesthesia: anaesthetic induction, induction of general anaesthesia
maintenance-of-anaesthesia: maintenance of general anaesthesia
rapid-sequence-induction: intubation, rapid sequence intubation, rsi, endotracheal intubation,
  tracheal intubation
neuromuscular-blockade: muscle relaxation, neuromuscular blocking agent
reversal-of-neuromuscular-blockade: reversal of neuromuscular block, neuromuscular reversal,
  reversal of muscle relaxation
spinal-anaesthesia: subarachnoid block, spinal block
spinal-hypotension: hypotension after spinal anaesthesia, hypotension during spinal anaesthesia,
  spinal induced hypotension
epidural-analgesia: epidural anaesthesia, epidural
local-anaesthesia: local anaesthetic, local infiltration, infiltration anaesthesia, infiltration
nerve-block: regional anaesthesia, regional block, ring block, digital block
sedation: procedural sedation, conscious sedation, sedation for procedures, procedural sedation and analgesia
icu-sedation: sedation in icu, sedation of the ventilated patient, sedation during ventilation
premedication: preoperative medication
surgical-prophylaxis: surgical antibiotic prophylaxis, perioperative prophylaxis,
  antibiotic prophylaxis in surgery, preoperative prophylaxis, preoperative antibiotic prophylaxis,
  surgical antimicrobial prophylaxis, perioperative antibiotic prophylaxis
caesarean-prophylaxis: prophylaxis for caesarean section, antibiotic prophylaxis for caesarean section,
  caesarean section prophylaxis
post-splenectomy: splenectomy, asplenia, hyposplenism
laryngospasm
post-extubation-stridor: airway oedema
stridor
immunisation: vaccination, routine immunisation, vaccine, immunisation schedule
pain: analgesia, pain relief, pain management, pain control, analgesic
cancer-pain: palliative pain
postoperative-pain: post operative pain, postoperative analgesia, surgical pain, post operative analgesia
chronic-pain: chronic non cancer pain
procedural-pain
breakthrough-pain
bone-pain: bone metastases
chest-pain: cardiac chest pain, ischaemic chest pain
fever: pyrexia, high temperature, raised temperature, high fever, fever and pain, pain or fever,
  pain and fever, fever or pain, antipyretic, pain/fever, fever control
fever-of-unknown-origin: pyrexia of unknown origin, fever without source, fever without focus, puo
cough: dry cough, productive cough
fatigue: tiredness
erectile-dysfunction: impotence
premature-ejaculation
priapism
phimosis: balanitis, balanoposthitis
torsion-of-testis: testicular torsion
hernia
acute-abdomen: surgical abdomen
gangrene
chronic-rhinitis
lymphoedema
varicose-veins
flatulence: bloating
`;
