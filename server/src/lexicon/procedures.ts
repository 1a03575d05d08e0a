// What is done to patients and is no medicine, by the names and verbs that guidelines have for it, as data: own
// compilation of plain vocabulary, 2026-11. It must not know sentences.

/** id: other names; each is read with and without a final "s". Words that narrow it down are not part of a name. */
const lines = `
bath: bathe, bathing, tub bath, baths, washing in water, wash in water, washing the baby, wash the baby, washing of the newborn, wash the newborn
episiotomy: episiotomies, cut the perineum, cutting the perineum, cutting of the perineum, incision of the perineum, perineal incision, incise the perineum
tourniquet: arterial tourniquet, ligature, constricting band, constriction band, tourniquet bandage
suction: suctioning, suck out, suction catheter, aspiration of mucus
gastric lavage: gastric washout, stomach washout, stomach wash out, stomach lavage, wash out the stomach, washing out the stomach, empty the stomach, gastric emptying, stomach pump, stomach pumping, gastric decontamination by lavage
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
nasogastric tube: ng tube, stomach tube, gastric tube, nasogastric intubation
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
vaginal examination: internal examination, examine internally, digital vaginal examination, pelvic examination
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
cervical collar: neck collar, hard collar, rigid collar, spinal collar
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
imaging: imaging study, imaging studies, scan, scanning, diagnostic imaging, radiological imaging, radiological examination
electroencephalogram: eeg, electroencephalography
steam inhalation: steam, humidified air, mist therapy, mist tent, inhaled steam, steam tent, humidification
slapping: slap
inversion of the newborn: hanging upside down, holding upside down
supine position: lying flat, lying on the back, lithotomy position
prone position: prone positioning, lying face down
cord traction: controlled cord traction
fluid restriction: restriction of fluids, restricting fluids, fluid limitation
psychological debriefing: debriefing, critical incident debriefing, stress debriefing
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
urinalysis: dipstick, urine dipstick, urine test, dipstick test
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
`;

/** A kind of thing, and what is one: whoever is against all imaging is against an X-ray. */
const kinds = `
imaging: x-ray, ct scan, mri scan, ultrasound, echocardiogram, mammography
endoscopy: colonoscopy, bronchoscopy
home remedy: butter, toothpaste, mud, kerosene, vinegar, snake stone, honey
culture: blood culture, urine culture, stool culture
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

let whole: ReadonlyMap<string, readonly string[]> | undefined;

/** The kinds that a procedure is one of. */
export function kindsOf(procedure: string): readonly string[] {
  whole ??= (() => {
    const found = new Map<string, string[]>();
    for (const line of kinds.trim().split("\n")) {
      const [kind = "", members = ""] = line.split(": ");
      for (const member of members.split(", ")) found.set(member, [...(found.get(member) ?? []), kind]);
    }
    return found;
  })();
  return whole.get(procedure) ?? [];
}

let phrases: ReadonlyMap<string, string> | undefined;

/** The procedure that a phrase (lower case, spaces for hyphens) names. */
export function procedureNamed(phrase: string): string | undefined {
  phrases ??= build();
  return phrases.get(phrase);
}
