// What guidelines call classes of medicines, as data: phrase → the class names that medicines-*.ts use. Own
// compilation of plain vocabulary, 2026-11. Knows names only, and no advice.

import { medicines } from "./medicine.ts";

/** class: other names. Each is read with and without a final "s", a hyphen is a space. */
const otherNames = `
nsaid: non steroidal anti inflammatory drug, nonsteroidal anti inflammatory drug, non steroidal anti inflammatory, nonsteroidal anti inflammatory, non steroidal anti inflammatory medicine, anti inflammatory drug, anti inflammatory painkiller, anti inflammatory analgesic, anti inflammatory tablet, anti inflammatory agent, anti rheumatic painkiller, cox inhibitor, cyclo oxygenase blocker, cyclooxygenase blocker, cyclo oxygenase inhibitor, cyclooxygenase inhibitor, prostaglandin inhibitor, prostaglandin blocker
penicillin: penicillin derivative, aminopenicillin
beta lactam: beta lactam antibiotic, beta lactam agent, β lactam, β lactam antibiotic
thiazide diuretic: thiazide
fluoroquinolone: fluoro quinolone, fluoroquinolone antibiotic
macrolide: macrolide antibiotic
aminoglycoside: aminoglycoside antibiotic
beta blocker: betablocker, beta blocking medicine, beta blocking drug, beta blocking agent, non selective beta blocker, nonselective beta blocker, beta receptor blocker, beta adrenergic blocker, beta adrenoceptor blocker, β blocker
ace inhibitor: acei, converting enzyme inhibitor, angiotensin converting enzyme inhibitor, acei's, ace i
angiotensin receptor blocker: arb, angiotensin ii receptor blocker, angiotensin receptor antagonist, sartan
corticosteroid: steroid, systemic corticosteroid, systemic steroid, cortico steroid
opioid: opiate, opioid analgesic
benzodiazepine: benzo
sulfonamide: sulphonamide, sulfa, sulpha, sulfa drug, sulpha drug, sulfa medicine
sulfonylurea: sulphonylurea
diuretic: water tablet
calcium channel blocker: ccb, calcium antagonist
rate-limiting calcium channel blocker: non dihydropyridine calcium channel blocker, nondihydropyridine calcium channel blocker, non dihydropyridine calcium antagonist, non dihydropyridine
beta-2 agonist: beta 2 agonist, beta agonist, beta mimetic, betamimetic, β agonist, β2 agonist, β 2 agonist, beta2 agonist
statin: hmg coa reductase inhibitor
proton pump inhibitor: ppi
ssri: selective serotonin reuptake inhibitor
maoi: monoamine oxidase inhibitor, mao inhibitor
tricyclic antidepressant: tricyclic, tca
antiseizure: anticonvulsant, antiepileptic, anti epileptic, antiepileptic drug
antimuscarinic: anticholinergic
antidiarrhoeal: antidiarrheal, antidiarrhoeal drug, antidiarrheal drug, antiperistaltic, antiperistaltic drug, antimotility agent, antimotility drug, anti diarrhoeal, antimotility medicine, medicine that slows the bowel, medicines that slow the bowel, medicines that slow the gut, drugs that slow the bowel, drugs that slow the gut, medicines that stop diarrhoea, drugs that stop diarrhoea, medicine to stop diarrhoea, medicines to stop diarrhoea
antibiotic: antibacterial, antimicrobial
anticoagulant: anti coagulant, blood thinner
antiplatelet: antiplatelet agent, anti platelet
uterotonic: oxytocic, uterotonic agent
fibrinolytic: thrombolytic, thrombolytic drug, thrombolytic agent, clot dissolving drug, clot busting drug, clot buster, thrombolysis, thrombolytic therapy
ergot: ergot alkaloid, ergot derivative, ergot preparation, ergot medicine
nitrate: organic nitrate, any nitrate, every nitrate, a nitrate, nitrate spray, nitrate tablet, nitrate patch
antiemetic: anti emetic
antipsychotic: neuroleptic, neuroleptic drug, antipsychotic drug
antitussive: cough suppressant, cough medicine, cough syrup, cough mixture
hypnotic: sleeping tablet, sleeping pill, sleeping medicine, z drug
laxative: purgative
antispasmodic: spasmolytic, antispasmodic drug
anthelmintic: dewormer, deworming medicine, deworming tablet
decongestant: nasal decongestant, decongestant drops, nasal vasoconstrictor
aldosterone antagonist: mineralocorticoid receptor antagonist, mineralocorticoid antagonist
direct oral anticoagulant: non vitamin k antagonist oral anticoagulant, non vitamin k oral anticoagulant, doac, noac, direct acting oral anticoagulant
antihistamine: anti histamine
sglt2 inhibitor: sglt 2 inhibitor, gliflozin
salicylate: salicylate
tnf inhibitor: tumour necrosis factor inhibitor, tumor necrosis factor inhibitor, tnf blocker, tnf alpha inhibitor, anti tnf, anti tnf medicine, anti tnf drug, anti tnf agent, tumour necrosis factor blocker
phosphodiesterase-5 inhibitor: pde5 inhibitor, pde 5 inhibitor, phosphodiesterase 5 inhibitor, phosphodiesterase type 5 inhibitor, phosphodiesterase inhibitor, potency tablet, potency medicine, erection tablet, tablet for erection, tablet for potency
neuromuscular blocker: neuromuscular blocking agent, neuromuscular blocking drug, paralysing agent
depolarising relaxant: depolarising muscle relaxant, depolarizing relaxant, depolarizing muscle relaxant, depolarising neuromuscular blocker, depolarising agent
dopamine antagonist: dopamine receptor antagonist, dopamine blocker, dopamine receptor blocker, dopamine blocking medicine, dopamine blocking drug, dopamine blocking agent, antidopaminergic, antidopaminergic drug, antidopaminergic medicine
potassium-sparing diuretic: potassium sparing diuretic, potassium sparing agent, potassium sparing medicine
calcineurin inhibitor: calcineurin blocker
live vaccine: live attenuated vaccine, live virus vaccine, live viral vaccine, attenuated vaccine, vaccine with live virus
iron salt: iron supplement, oral iron
parenteral iron: iron injection, iron infusion, intravenous iron, iv iron, injectable iron
`;

/** Words that are a class in our data and something else in a text. */
const ambiguous = new Set(
  "vitamin mineral fluid electrolyte insulin vaccine nitrate stimulant salicylate immunoglobulin phosphate contraceptive iron tetracycline heparin sclerosant lubricant emollient".split(
    " ",
  ),
);

function buildPhrases(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (phrase: string, name: string) => {
    const plain = phrase.trim().toLowerCase().replaceAll("-", " ");
    if (plain === "") return;
    const plural = plain.endsWith("y") ? `${plain.slice(0, -1)}ies` : `${plain}s`;
    for (const form of [plain, plural]) if (!found.has(form)) found.set(form, name);
  };
  for (const line of otherNames.split("\n")) {
    const [name = "", others = ""] = line.split(":");
    for (const other of others.split(",")) add(other, name.trim());
  }
  for (const name of new Set(medicines.flatMap(({ classes }) => classes)))
    if (!ambiguous.has(name)) add(name, name);
  for (const name of ["tetracycline", "heparin", "nitrate", "salicylate", "vaccine"])
    found.set(`${name}s`, name);
  return found;
}

let phrases: ReadonlyMap<string, string> | undefined;
let starts: ReadonlySet<string> | undefined;

/** "Inhibitors of the angiotensin-converting enzyme" */
const turned = /^(?:inhibitor|blocker|antagonist|agonist)s?$/;
const turnedRound = /^(inhibitor|blocker|antagonist|agonist)s? +of +(?:the +)?(.+)$/;

/** Whether a phrase that names a class begins with a word. */
export function mayBeginClass(word: string): boolean {
  phrases ??= buildPhrases();
  starts ??= new Set(Array.from(phrases.keys(), (phrase) => phrase.split(" ", 1)[0] ?? ""));
  return starts.has(word) || turned.test(word);
}

/** The class that a phrase (lower case, spaces for hyphens) names. */
export function classNamed(phrase: string): string | undefined {
  phrases ??= buildPhrases();
  return phrases.get(phrase) ?? phrases.get(phrase.replace(turnedRound, "$2 $1"));
}
