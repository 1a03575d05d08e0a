// Words that change which patients, which situation or which part of a treatment an order is for.
// Own compilation of plain medical vocabulary, 2026-11; the notation is explained in conditions-notation.ts.
// Orders under different qualifiers are not compared, so a doubtful word is better here than left out.

const numbered = [
  ["1", "i", "one"],
  ["2", "ii", "two"],
  ["3", "iii", "three"],
  ["4", "iv", "four"],
  ["5", "v", "five"],
] as const;

const numberedSituations = [
  "step",
  "stage",
  "grade",
  "category",
  "class",
  "option",
  "regimen",
  "who stage",
  "type",
]
  .flatMap((word) =>
    numbered.map(([digit, roman, name]) => {
      const id = `${word.replaceAll(" ", "-")}-${digit}`;
      return `${id}: ${word} ${roman}, ${word} ${name}`;
    }),
  )
  .join("\n");

export const qualifiers = `
frail: frail, frailty
contacts: contacts, partner, partners, sexual partner, sexual partners
severe: severely ill, high severity, serious, life threatening, critical, critically ill, fulminant, severe disease,
  severe case, severe form, cerebral, seriously ill, with shock, in shock
paucibacillary: pb, few patches, few skin patches, few lesions, paucibacillary patients,
  paucibacillary disease, pb disease, pb patients, pb patient, pb form, up to five patches,
  up to 5 patches, up to five lesions, up to 5 lesions, five or fewer patches, 5 or fewer patches,
  five or fewer lesions, 5 or fewer lesions, five patches or fewer, five lesions or fewer,
  one to five patches, one to five lesions
multibacillary: mb, many patches, many skin patches, many lesions, multibacillary patients,
  multibacillary disease, mb disease, mb patients, mb patient, mb form, more than five patches,
  more than 5 patches, more than five lesions, more than 5 lesions, six or more patches,
  6 or more patches, six or more lesions, 6 or more lesions, six patches or more,
  six lesions or more
very-severe: extremely severe, near fatal
mild: minor, mild disease, mild case, mild form, low severity
moderate: moderately severe, moderate disease, moderate case, moderate severity
mild-to-moderate: mild or moderate, mild and moderate, mild moderate, mild/moderate
moderate-to-severe: moderate or severe, moderate and severe, moderate severe, moderate/severe
non-severe: not severe, nonsevere
uncomplicated: without complications, non complicated, simple
toenail: toenails, toe nail, toe nails
fingernail: fingernails, finger nail, finger nails
nervous-system: central nervous system, meninges, brain and meninges, brain or meninges, neurological involvement, neurological disease, neurological form
osteoarticular: bone and joint, bones and joints, bone or joint, bones or joints, spine, osteoarticular disease
provoked: provoked by, provoking factor
unprovoked: without provoking factor, no provoking factor
g6pd-normal: g6pd normal, g 6 pd normal, normal g6pd, normal g 6 pd, g6pd is normal, not g6pd deficient
complicated: with complications
recurrent: recurrence, relapse, relapsing, repeated episodes, recurring, frequent relapses
persistent: prolonged, ongoing
chronic: longstanding, long standing, chronic phase
acute: acute phase, acute attack, acute episode, acute treatment, acute management
subacute: sub acute
exacerbation: acute exacerbation, flare, flare up, crisis
stable: clinically stable
unstable: haemodynamically unstable, clinically unstable
first-line: 1st line, first choice, first line treatment, first line therapy, 1st choice, drug of choice,
  treatment of choice, preferred, preferred treatment, preferred regimen, medicine of choice,
  antibiotic of choice, standard regimen, first option
second-line: 2nd line, second choice, second line treatment, second line therapy, 2nd choice, second option
third-line: 3rd line, third choice, third line treatment, third line therapy, 3rd choice, last resort,
  reserve, salvage, salvage therapy
alternative: alternatively, alternative treatment, alternative regimen, alternative choice,
  alternative antibiotic, if unavailable, if not available, when not available, where not available,
  not available, unavailable, substitute, other option, if contraindicated, contraindicated,
  when contraindicated, if intolerant, intolerance, intolerant, if not tolerated, not tolerated
allergy: allergic, hypersensitivity, hypersensitive, penicillin allergy, penicillin allergic,
  allergic to penicillin, allergy to penicillin, if allergic to penicillin, if penicillin allergic,
  in penicillin allergy, beta lactam allergy, severe penicillin allergy, penicillin hypersensitivity,
  penicillin anaphylaxis, sulfa allergy, sulphonamide allergy, cephalosporin allergy, history of allergy,
  penicillin sensitivity, anaphylaxis to, anaphylactic reaction to, anaphylactic shock to, anaphylactic reactions to,
  reacted to, severe reaction to, severe reactions to, allergic to beta lactams
prophylaxis: prophylactic, prevention, preventive, preventative, preventing, prevent, prevents, prevented, chemoprophylaxis,
  primary prophylaxis, primary prevention, chemoprevention, prophylactically, preventive treatment,
  preventive therapy
secondary-prophylaxis: secondary prevention, suppressive therapy, suppression, maintenance prophylaxis,
  suppressive treatment
post-exposure: post exposure prophylaxis, pep, postexposure,  exposed,
  after exposure
pre-exposure: preexposure
mass-treatment: mass drug administration, mass administration, mda, preventive chemotherapy
loading: loading dose, loading infusion
initial: initial dose, starting dose, initially, initial treatment, initial therapy
bolus: iv bolus, bolus dose, push
infusion: continuous infusion, iv infusion, infusion rate, drip
maintenance: maintenance dose, maintenance therapy, maintenance treatment, maintenance phase,
  maintenance infusion, long term, long term treatment, long term therapy
bag-1: first bag, bag one
bag-2: second bag, next bag, bag two
bag-3: third bag, last bag, bag three
first-dose: pre referral, pre referral treatment, pre referral dose, prereferral
subsequent-dose: following dose, further dose, later dose, repeat dose, second dose, subsequently, thereafter
intensive-phase: initial phase, attack phase, first phase, opening phase, phase 1, phase one
continuation-phase: continuation treatment, second phase, phase 2, phase two
induction: induction phase, induction therapy
consolidation: consolidation phase, consolidation therapy
retreatment: re treatment, previously treated, repeat treatment, treatment after failure,
  treatment after interruption
new-case: newly diagnosed, previously untreated, treatment naive
resistant: drug resistant, multidrug resistant, multi drug resistant, mdr, xdr, resistance,
  chloroquine resistant, insensitive
susceptible: drug susceptible, drug sensitive, sensitive, penicillin susceptible
mrsa: methicillin resistant, methicillin resistant staphylococcus aureus, meticillin resistant
staphylococcal: staphylococcus aureus, staphylococcus, s aureus, mssa
streptococcal: streptococcus, group a streptococcus
pneumococcal: pneumococcus, streptococcus pneumoniae
gram-negative: enterobacteriaceae, e coli, escherichia coli, klebsiella
pseudomonas: pseudomonas aeruginosa, pseudomonal
anaerobic: anaerobe
enterococcal: enterococcus
viral: virus
fungal: fungus
refractory: no response, not responding, unresponsive, failure to respond, treatment failure, no improvement,
  does not respond, fails to respond, non response, failed, uncontrolled, poorly controlled,
  inadequate response, poor response, if no response, if no improvement, non responder, not improving,
  persists, persisting, worsening, deteriorating, intractable
hospital-acquired: nosocomial, healthcare associated, health care associated, ventilator associated
community-acquired
early-onset: early onset disease
late-onset: late onset disease
empirical: empiric, empirical treatment, empirical therapy, empiric therapy, empiric treatment
targeted: targeted therapy, directed therapy, definitive therapy, culture positive, pathogen directed,
  confirmed by culture
step-down: oral switch, switch to oral, oral step down, stepdown, iv to oral switch, oral follow on,
  change to oral, de escalation
step-up: escalation, escalate, intensification, intensified
rescue: breakthrough, reliever, rescue dose
controller: preventer
titration: titrate, dose increase, up titration, dose escalation
tapering: taper, weaning, wean, reducing dose, dose reduction, reduced dose
high-dose: double dose, double strength
low-dose: half dose
single-dose: one dose, stat dose, once only, single dose treatment
short-course: short course treatment
extended: extended course, long course
high-risk: at risk, increased risk, high risk patients
low-risk: standard risk
immunocompromised: immunosuppressed, immunodeficiency, immunodeficient, immune compromised, immunosuppression
renal-impairment: renal insufficiency, impaired renal function, kidney impairment, renal failure,
  kidney failure, reduced renal function, poor renal function, renal disease, kidney disease,
  renal dysfunction
hepatic-impairment: liver impairment, impaired liver function, hepatic insufficiency, liver disease,
  hepatic disease
dialysis: haemodialysis, peritoneal dialysis
pregnancy: pregnant, in pregnancy, pregnant women, pregnant woman, during pregnancy, gestation, antenatal
first-trimester: 1st trimester, trimester first, trimester 1, trimester one, early pregnancy
second-trimester: 2nd trimester, trimester second, trimester 2, trimester two
third-trimester: 3rd trimester, trimester third, trimester 3, trimester three, late pregnancy, second and third trimester
breastfeeding: lactation, lactating, breast feeding, lactating women, breastfed
postpartum: postnatal, puerperal, puerperium, after birth, after delivery, post partum
intrapartum: during labour, in labour
auto-injector: autoinjector, autoinjectors, auto injectors, injector pen, adrenaline pen, epinephrine pen, epipen
inpatient: in patient, hospitalised, hospitalised patient, admitted
outpatient: out patient, ambulatory, home treatment, at home, ambulant
intensive-care: critical care, icu, ventilated
preoperative: pre operative, before surgery, perioperative, peri operative
intraoperative: intra operative, during surgery
postoperative: post operative, after surgery
disseminated: systemic, generalised, invasive, extensive
localised: limited, superficial
primary: first episode, initial episode, first attack
secondary: secondary infection
tertiary: tertiary disease
latent: dormant
advanced: late disease, end stage
early: early disease
late: late stage
congenital: inherited
symptomatic: symptoms present
asymptomatic: without symptoms, no symptoms, colonisation, carrier
elective: planned
adjunctive: adjunct, adjuvant, add on, add on therapy, adjunctive treatment, adjunctive therapy
monotherapy: single agent, alone
combination: combination therapy, combined, combination treatment, in combination
diagnostic: diagnostic test, test dose, challenge test
replacement: substitution
`;

export const numberedQualifiers = numberedSituations;
