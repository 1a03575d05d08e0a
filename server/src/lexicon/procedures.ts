// What is done to patients and is no medicine, by the names and verbs that guidelines have for it, as data: own
// compilation of plain vocabulary, 2026-11. It must not know sentences.

/** id: other names; each is read with and without a final "s". Words that narrow it down are not part of a name. */
const lines = `
bath: bathe, bathing, tub bath, baths, washing in water, wash in water, washing the baby, wash the baby, washing of the newborn, wash the newborn
episiotomy: episiotomies, perineal cut, cut perineum, cut the perineum, cutting the perineum, cutting of the perineum, incision of the perineum, perineal incision, incise the perineum
tourniquet: arterial tourniquet, ligature, constricting band, constriction band, tourniquet bandage
suction: suctioning, suck out, suction catheter, aspiration of mucus
gastric lavage: stomach emptying, emptying of the stomach, emptying the stomach, wash stomach, wash the stomach, wash out stomach, stomach tube lavage, gastric washout, stomach washout, stomach wash out, stomach lavage, wash out the stomach, washing out the stomach, empty the stomach, gastric emptying, stomach pump, stomach pumping, gastric decontamination by lavage
induced vomiting: induce vomiting, inducing vomiting, provoke vomiting, provoking vomiting, induction of vomiting, make the patient vomit, making the patient vomit, make the child vomit, making the child vomit, induced emesis, induce emesis, emesis
bed rest: bedrest, rest in bed, confinement to bed, confine to bed, keep in bed, stay in bed, strict rest
enema: enemas, bowel preparation by enema, enemata
urinary catheter: bladder catheter, foley catheter, foley, urethral catheter, indwelling catheter, indwelling urinary catheter, urinary catheterisation, urinary catheterization, bladder catheterisation, bladder catheterization, catheterise, catheterize, catheterisation, catheterization, catheterising, catheterizing, catheterise the bladder, catheterize the bladder
x-ray: x ray, xray, radiograph, radiography, plain film, x-raying, x-ray film, roentgenogram
ct scan: ct, computed tomography, cat scan, computerised tomography, computerized tomography
mri scan: mri, magnetic resonance imaging
ultrasound: ultrasonography, sonography, ultrasound scan, ultrasound examination, sonogram
lumbar puncture: spinal tap, lumbar tap, spinal puncture
shaving: shave, shaves, perineal shave, hair clipping, removal of hair, hair removal
cord clamping: clamp the cord, clamping of the cord, clamping the cord, cord cutting, cut the cord, cutting the cord
fundal pressure: kristeller manoeuvre, kristeller maneuver, pressure on the fundus, push on the fundus, press on the fundus
amniotomy: artificial rupture of membranes, artificial rupture of the membranes, rupture the membranes, rupturing the membranes, break the waters, breaking the waters
restraint: restrain, restraining, physical restraint, mechanical restraint, tie to the bed
nasogastric tube: ng tube, nasogastric, gastric drainage, gastric decompression, nasogastric decompression, nasogastric drainage, stomach tube, gastric tube, nasogastric intubation
intubation: intubate, intubating, endotracheal intubation, endotracheal tube, tracheal intubation
cupping: cup, scarification
ice: ice pack, cold pack, ice bag, cryotherapy, cold compress, ice cube, ice water
tepid sponging: tepid sponge, sponge, sponging, tepid bath
massage: massaging
chest physiotherapy: physiotherapy of the chest, chest percussion, percussion of the chest, vibration of the chest, chest vibration, clapping of the chest, chest clapping, chest physical therapy, postural drainage, cupping of the chest
blood transfusion: transfusion, transfuse, transfusing, transfusion of blood, blood
phototherapy: light therapy
immobilisation: immobilise, immobilize, immobilising, immobilization, splint, splinting, splintage
fasting: nil by mouth, nil per mouth, nil per os, nothing by mouth, npo, fast, keep nil by mouth, withhold food, starve, starving
isolation: isolate, isolating, barrier nursing, quarantine
electrocardiogram: ecg, ekg, electrocardiography
vaginal examination: internal examination, speculum, speculum examination, bimanual examination, bimanual pelvic examination, speculum and bimanual examination, gynaecological examination, gynecological examination, pelvic exam, vaginal exam, examine internally, digital vaginal examination, pelvic examination
cardiotocography: ctg, continuous fetal monitoring, electronic fetal monitoring, continuous electronic fetal monitoring
curettage: dilatation and curettage, dilation and curettage, sharp curettage, scrape
endoscopy: gastroscopy, upper endoscopy
tuberculin skin test: mantoux test, mantoux, tst
wound closure: primary closure, suture, suturing, suture the wound, close the wound, stitch, stitching, suturing of the wound, closing the wound
wound packing: pack the wound, packing, packing the wound
incision: incise, incising, lance, lancing, cut the wound, cut into the wound, incision of the wound, cutting the wound
wound irrigation: irrigate the wound, irrigation
throat swab: swab of the throat, swab the throat
blood culture: blood cultures
urine culture: culture of urine, urine cultures
stool culture: culture of stool
pre-lacteal feed: prelacteal feed, prelacteal
bottle feeding: bottle, feeding bottle, feed by bottle, bottle feed, feeding by bottle
breastfeeding: breastfeed, breast feeding, breast-feeding, breast feed, nursing at the breast
swaddling: swaddle, swaddling, tight wrapping
skin-to-skin contact: skin to skin contact, skin-to-skin care, kangaroo care, kangaroo mother care
cricoid pressure: sellick manoeuvre, sellick maneuver
chest compression: chest compressions, cardiac massage, external cardiac massage
defibrillation: defibrillate
dialysis: dialyse, dialyze, haemodialysis, hemodialysis
drainage: drain, draining, surgical drain
bandaging: bandage, elastic bandage, compression bandage
compression stockings: compression stocking, compression hosiery, elastic hosiery, support stockings, antithromboembolic stockings, anti embolism stockings, graduated stockings, graduated hosiery, elastic stockings, elastic stocking, antiembolism stockings, graduated compression stockings, graduated compression stocking, elastic hose, compression hose, support hose, thigh length stockings, thigh length elastic hose, below knee stockings, knee length stockings
cervical collar: collar, neck collar, stiff collar, semi-rigid collar, hard collar, rigid collar, spinal collar
sunlight: sun, sun exposure, sunbathing, sunbath, exposure to sunlight, exposure to the sun, sun bathing, direct sunlight
ultraviolet therapy: uv therapy
debridement: debride, debriding
amputation: amputate
circumcision: circumcise
biopsy: take a biopsy
pressure immobilisation: pressure immobilization, pressure bandage, pressure immobilisation bandage, pressure-immobilisation, wrap the limb, wrap limb, bandage the limb, bandage limb, bind the limb, bind limb, wrap the leg, wrap the arm, firm bandage
blister puncture: puncture blisters, puncture of blisters, burst blisters, bursting blisters, drain blisters, draining blisters, deroof blisters, deroofing of blisters, deroofing blisters, prick blisters, pricking blisters, open blisters, opening blisters, aspirate blisters, lance blisters, lancing blisters, pop blisters
eye patch: eye patching, patching, patch the eye, eye pad, pad the eye, padding of the eye, to pad, to patch
contact tracing: trace contacts, tracing of contacts
home remedy: traditional remedy, folk remedy, household remedy, traditional remedies, home remedies, folk remedies, household remedies
scan: scanning
imaging: imaging study, imaging studies, diagnostic imaging, radiological imaging, radiological examination
electroencephalogram: eeg, electroencephalography
steam inhalation: steam, humidified air, mist therapy, mist tent, inhaled steam, steam tent, humidification
slapping: slap
inversion of the newborn: hanging upside down, holding upside down
supine position: lying flat, lying on the back, lithotomy position
prone position: prone positioning, lying face down
cord traction: controlled cord traction
fluid restriction: restriction of fluids, restricting fluids, fluid limitation
psychological debriefing: debriefing, debriefing session, session of debriefing, group debriefing, structured retelling, critical incident debriefing, stress debriefing
wound suction: sucking out the venom, sucking the wound, suck the wound, suction of the wound, oral suction of the wound
manual exploration of the uterus: uterine exploration, exploration of the uterus, manual uterine exploration
fluid bolus: bolus of fluid, bolus, boluses, rapid bolus, boluses of fluid, bolus of fluids, fluid boluses
intramuscular injection: im injection, injection into the muscle, intramuscular route
butter: ghee, margarine
toothpaste: tooth paste
mud: clay, soil, cow dung, dung, animal dung
kerosene: paraffin oil, petrol
vinegar: acetic acid compress
snake stone: black stone
grapefruit juice: grapefruit
cow's milk: cow milk, cows milk, goat's milk, animal milk, fresh milk
fruit juice: juice
honey: honey water
tea: black tea, herbal tea
alcohol: alcoholic drink, liquor, beer, wine
sugar water: glucose water, sweetened water
pacifier: dummy, soother, comforter
walker: baby walker
cotton bud: cotton swab, cotton wool bud
bed rails: bed rail, side rail, cot side, bedrail, bedside rail, bed side
pillow: cushion
hot water bottle: hot pack, heat pack, heating pad
warm compress: hot compress
mouthwash: mouth rinse
gloves: glove
face mask: surgical mask, facemask
incubator: isolette
sling: arm sling, broad arm sling, collar and cuff
crutch: crutches
plaster cast: plaster of paris, cast, plaster
wet dressing: wet compress
object between the teeth: bite block, mouth gag, spoon in the mouth
spirometry: spirometer test, lung function test
blood gas: blood gas analysis, arterial blood gas
echocardiogram: echocardiography, echo, cardiac ultrasound
mammography: mammogram
colonoscopy: lower endoscopy
bronchoscopy: bronchoscopic examination
cardiac catheterisation: coronary angiography, angiogram
fundoscopy: ophthalmoscopy
stool examination: stool test, examination of stool
urinalysis: dipstick, dip the urine, dip urine, dipping the urine, dipping of the urine, urine dip, urine stick, urine dipstick, urine test, dipstick test
exercise test: treadmill test, stress test, exercise electrocardiogram
hot bath: hot tub, sauna
douching: vaginal douching, vaginal douche, douche
acupuncture: needling
traction: skin traction
manipulation: spinal manipulation
ear syringing: syringing of the ear, ear irrigation, syringing the ear, syringe the ear
cauterisation: cauterization, cautery, cauterise
central venous catheter: central line, central venous line
arterial line: arterial catheter
non-invasive ventilation: niv, cpap, bipap
head-down position: trendelenburg position, trendelenburg
left lateral position: left side, left lateral
sedation: sedate, sedating
peripheral venous cannula: peripheral line, iv line, intravenous line, drip, intravenous cannula, iv cannula
induction of labour: induction of labor, labour induction, labor induction, induce labour, induce labor, inducing labour, inducing labor
membrane sweep: membrane sweeping, sweep the membranes, sweeping the membranes, sweeping of the membranes, sweep of the membranes, strip the membranes, stripping the membranes, stripping of the membranes
caesarean section: caesarean, cesarean, cesarean section, c section, caesarean delivery, cesarean delivery, caesarean birth, cesarean birth, abdominal delivery, lscs
vacuum extraction: ventouse, vacuum delivery, vacuum birth, vacuum assisted birth, vacuum assisted delivery, vacuum cup, ventouse delivery, suction cup delivery
forceps delivery: forceps, forceps birth, delivery by forceps
external cephalic version: ecv, external version, turn the baby from outside
uterine massage: massage of the uterus, massage the uterus, fundal massage, massaging the uterus, massage of the fundus, massage the fundus, rub the uterus, rub up the uterus, rubbing the uterus
uterine balloon tamponade: balloon tamponade, uterine balloon, intrauterine balloon, condom tamponade, condom catheter tamponade
uterine packing: pack the uterus, packing of the uterus, packing the uterus
manual removal of the placenta: manual removal of placenta, remove the placenta by hand, removing the placenta by hand
cervical cerclage: cerclage, cervical stitch, cervical suture
cord milking: milk the cord, milking the cord, milking of the cord, stripping the cord
cord care: cord dressing, dress the cord, dressing the cord, dressing of the cord, bandage the cord
epidural analgesia: epidural, epidural block, epidural anaesthesia, epidural anesthesia
water birth: birth in water, waterbirth, birthing pool
formula feeding: infant formula, formula milk, artificial milk, breast milk substitute, breastmilk substitute, formula feed, artificial feeding, powdered milk, formula top up
nipple shield: nipple cap
kick chart: kick count, kick counting, fetal movement chart, fetal movement counting, fetal movement count, count of fetal movements, counting fetal movements
doppler of the umbilical artery: umbilical artery doppler, umbilical doppler
bowel preparation: mechanical bowel preparation, bowel cleansing, bowel prep, cleanse the bowel, cleansing of the bowel
chest drain: chest tube, intercostal drain, intercostal drainage, intercostal tube, tube thoracostomy, pleural drain, chest drainage, intercostal catheter
needle decompression: needle thoracostomy, needle thoracocentesis, decompress with a needle, decompression with a needle
paracentesis: ascitic tap, abdominal tap, tap the ascites, drain the ascites, ascitic drainage
pleural aspiration: pleural tap, thoracentesis, thoracocentesis, tap the chest, tap the effusion
joint aspiration: arthrocentesis, aspirate the joint, aspiration of the joint, tap the joint
pericardiocentesis: pericardial tap, pericardial aspiration
laparotomy: open the abdomen
laparoscopy: keyhole surgery, keyhole operation
appendicectomy: appendectomy, removal of the appendix, remove the appendix
cholecystectomy: removal of the gallbladder, remove the gallbladder
fasciotomy: open the compartments, opening of the compartments
escharotomy: escharotomies, incise the eschar
skin graft: skin grafting, grafting
tracheostomy: tracheotomy
cricothyroidotomy: cricothyrotomy, front of neck access
tonsillectomy: removal of the tonsils, remove the tonsils
ventilation tube: grommet, tympanostomy tube
nasal packing: pack the nose, nasal pack, packing of the nose, packing the nose, nasal tampon
tooth extraction: extract the tooth, extraction of the tooth, extraction of teeth, dental extraction, pull the tooth, pulling the tooth
pelvic binder: pelvic sling, pelvic belt, pelvic binding, bind the pelvis
spinal board: long board, long spinal board, backboard, spine board, long spine board, rigid board
log roll: log rolling
burn cooling: cool the burn, cooling the burn, cooling of the burn
active warming: active rewarming, warming blanket, forced air warming, rewarming
hyperventilation: hyperventilate, hyperventilating
pulse oximetry: oximetry, pulse oximeter, oximeter
capnography: end tidal carbon dioxide, etco2
bag and mask ventilation: bag mask ventilation, bag valve mask, bag valve mask ventilation, bag and mask, bvm, ambu bag
mechanical ventilation: invasive ventilation, artificial ventilation, ventilator
high-flow nasal oxygen: high flow nasal cannula, high flow oxygen, hfnc, high flow nasal cannulae, nasal high flow, hfno
leg elevation: elevate the leg, elevation of the leg, raise the leg, raising the leg, elevate the limb, elevation of the limb, raise the limb, limb elevation
bladder irrigation: bladder washout, bladder wash out, irrigate the bladder, washing out the bladder
suprapubic catheter: suprapubic cystostomy
intermittent catheterisation: intermittent catheterization, intermittent self catheterisation
gastrostomy: peg, peg tube, gastrostomy tube, percutaneous gastrostomy, feeding gastrostomy
parenteral nutrition: tpn, total parenteral nutrition, intravenous feeding, intravenous nutrition
tube feeding: feeding tube, artificial feeding by tube, artificial nutrition, feeding through a tube, enteral feeding, nasogastric feeding, enteral nutrition, enteral tube feeding, feeding by tube, feed by tube
thickened fluids: thickener, fluid thickener, thickened feed, thickened drink, thickened liquid, thicken fluids, thickening of fluids
protein restriction: low protein diet, restriction of protein, restrict protein, dietary protein restriction, protein restricted diet
salt restriction: low salt diet, restriction of salt, restrict salt, low sodium diet, sodium restriction, restrict sodium, dietary salt restriction
gluten-free diet: gluten exclusion, diet without gluten, gluten restriction
clear fluids only: liquid diet, clear liquid diet
full blood count: fbc, cbc, complete blood count, blood count, full blood picture
c-reactive protein: crp, c reactive protein test
procalcitonin: pct, procalcitonin test
d-dimer: d dimer test
troponin: troponin test, cardiac troponin, high sensitivity troponin
serum lactate: blood lactate, lactate level
erythrocyte sedimentation rate: esr
prostate-specific antigen: psa, psa test, prostate specific antigen test
thyroid function test: tsh, thyroid stimulating hormone, thyroid test
liver function test: lft, liver enzymes, liver test
coagulation screen: clotting screen, coagulation test, clotting test, coagulation study, coagulation studies, clotting study
thrombophilia screen: thrombophilia test, thrombophilia testing, thrombophilia screening
blood film: malaria smear, thick film, thick smear, blood smear, malaria microscopy, malaria slide
malaria rapid test: malaria rapid diagnostic test, malaria rdt, mrdt, rapid diagnostic test for malaria, rapid malaria test
hiv test: hiv testing, test for hiv, testing for hiv
syphilis test: syphilis testing, syphilis screening, rpr, vdrl, test for syphilis
viral load: viral load test, hiv viral load, viral load testing
cd4 count: cd4 test, cd4 testing, cd4 cell count
sputum culture: culture of sputum, sputum for culture
sputum smear: sputum microscopy, sputum smear microscopy
wound swab: swab of the wound, swab the wound, swabbing the wound
allergy test: allergy testing, skin prick test, skin prick testing, patch test, patch testing
urea breath test: breath test
faecal occult blood test: fecal occult blood test, fobt, occult blood test, fit test
cervical smear: pap smear, pap test, cervical cytology, smear test
hpv test: hpv testing
bone density scan: dexa, dxa, dexa scan, dxa scan, bone densitometry, densitometry
holter monitoring: holter, ambulatory ecg, 24 hour ecg, ambulatory electrocardiogram
sleep study: polysomnography
nerve conduction study: nerve conduction studies, electromyography, emg
pregnancy test: pregnancy testing, test for pregnancy, urine hcg
electroconvulsive therapy: ect, electroconvulsive treatment
seclusion: seclude, secluding
cognitive behavioural therapy: cbt, cognitive behavioral therapy, cognitive behaviour therapy, cognitive therapy
electrical nerve stimulation: tens, transcutaneous electrical nerve stimulation
therapeutic ultrasound: ultrasound therapy, ultrasound treatment
epidural injection: epidural steroid injection, epidural steroid
facet joint injection: facet injection, facet joint block
spinal fusion: fusion of the spine, spinal fusion surgery
lumbar support: lumbar corset, corset, lumbar belt, back brace, lumbar brace
foot orthosis: insole, orthotic, foot orthoses
wet wrap: wet wrapping, wet wrap dressing
eye irrigation: irrigate the eye, irrigation of the eye, wash out the eye, rinse the eye, eye washout
contact lens: contact lenses
ear candle: ear candling
gastric residual volume: gastric residual, gastric residuals, residual volume, gastric aspirate, residual check
subcutaneous infusion: hypodermoclysis, subcutaneous fluids
syringe driver: syringe pump
plasma transfusion: fresh frozen plasma, ffp, transfusion of plasma
exchange transfusion: exchange of blood
plasma exchange: plasmapheresis
gastric balloon: sengstaken tube, sengstaken blakemore tube, balloon tamponade of varices
repositioning: regular turning, turn the patient, turning the patient
ring cushion: donut cushion, doughnut cushion, ring shaped cushion, donut
fever control by cold water: cold bath, cold shower, ice bath, ice cold water
whole-bowel irrigation: bowel irrigation, whole bowel lavage
forced diuresis: forced alkaline diuresis
sweat test: sweat testing
genetic test: genetic testing
endotracheal suction: tracheal suction, tracheal suctioning, endotracheal suctioning
meconium aspiration by tube: tracheal suction for meconium
inferior vena cava filter: vena cava filter, vena caval filter, ivc filter, caval filter
intermittent pneumatic compression: pneumatic compression, ipc, calf pump
stenting: stent, stent placement
cardioversion: electrical cardioversion, dc cardioversion, direct current cardioversion, cardiovert
carotid massage: carotid sinus massage
valsalva manoeuvre: valsalva maneuver, valsalva
epley manoeuvre: epley maneuver, canalith repositioning
abdominal thrust: abdominal thrusts, heimlich manoeuvre, heimlich maneuver
back blow: back blows, blows between the shoulder blades
blind finger sweep: finger sweep, sweep the mouth with a finger
head tilt: jaw thrust, chin lift
uvulectomy: cutting the uvula, removal of the uvula
`;

/** A kind of thing, and what is one: whoever is against all imaging is against an X-ray. */
const kinds = `
scan: ct scan, mri scan, ultrasound, bone density scan
imaging: x-ray, scan, ct scan, mri scan, ultrasound, echocardiogram, mammography, bone density scan
endoscopy: colonoscopy, bronchoscopy
home remedy: butter, toothpaste, mud, kerosene, vinegar, snake stone, honey
tube feeding: gastrostomy
culture: blood culture, urine culture, stool culture, sputum culture
`;

/** What is done in one situation only: it need not be said again. */
const ofOneSituation = new Set([
  "fundal pressure",
  "episiotomy",
  "amniotomy",
  "cord clamping",
  "cord traction",
  "pre-lacteal feed",
  "manual exploration of the uterus",
  "pressure immobilisation",
  "object between the teeth",
  "head tilted back",
  "early cord clamping",
  "cord antiseptic",
  "ascent",
  "cutting of the bite",
  "washing of the bite",
  "helmet removal",
  "warming by rubbing with snow",
  "removal of the embedded object",
  "sleeping in the parents' bed",
  "routine cannula replacement",
  "clamping of the catheter",
  "uvulectomy",
  "induced vomiting",
]);
export const tellsSituation = (procedure: string): boolean => ofOneSituation.has(procedure);

function build(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (phrase: string, id: string) => {
    const plain = phrase.trim().replaceAll("-", " ");
    for (const form of [plain, `${plain}s`]) if (plain !== "" && !found.has(form)) found.set(form, id);
  };
  for (const line of lines.trim().split("\n")) {
    const [id = "", others = ""] = line.split(":");
    add(id, id);
    for (const other of others.split(",")) add(other, id);
  }
  return found;
}

const members: ReadonlyMap<string, readonly string[]> = new Map(
  kinds
    .trim()
    .split("\n")
    .map((line) => line.split(": "))
    .map(([kind = "", list = ""]) => [kind, list.split(", ")]),
);

/** What is of a kind. */
export const membersOf = (kind: string): readonly string[] => members.get(kind) ?? [];

/** The kinds that a procedure is one of. */
export const kindsOf = (procedure: string): readonly string[] =>
  [...members].flatMap(([kind, list]) => (list.includes(procedure) ? [kind] : []));

let phrases: ReadonlyMap<string, string> | undefined;

/** The procedure that a phrase (lower case, spaces for hyphens) names. */
export function procedureNamed(phrase: string): string | undefined {
  phrases ??= build();
  return phrases.get(phrase);
}
