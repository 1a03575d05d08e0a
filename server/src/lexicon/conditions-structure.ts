// Words of headings, captions, row heads and lead-ins that say nothing about the disease.
// Own compilation of plain words of guidelines, 2026-11. Single words in lower case; plurals and American
// spellings are added when the list is read. A word that could tell two situations apart does not belong here.

export const structure = `
a an the this that these those and or of for in on at by with from to into as is are be been it its if when
where while which who whom whose their they them his her she he you your we our all any each every some such
other another others both either also only per via than after before during until within between about around
under over above below up down out off through upon can may must should will would do does did has have had
how what why there here so but

treatment treat treated treating management manage managed managing therapy therapeutic drug medicine
medication medicinal pharmacological nonpharmacological pharmacotherapy pharmaceutical dose dosing dosage
dosed doses regimen schedule course prescription prescribing prescribe prescribed prescriber administration
administer administered administering give given giving use used using usage order ordering choice choose
option selection select plan protocol pathway algorithm flowchart flow chart guideline guidance guide
recommendation recommended recommend recommending advice advise advised standard procedure practice policy
approach strategy intervention action activity measure step task method technique principle basis key rule
point tip box

table figure fig panel card form list annex appendix chapter section part page paragraph module unit volume
book handbook manual document edition version introduction overview summary background scope purpose objective
aim goal target definition define description terminology term glossary abbreviation acronym reference source
bibliography further reading note footnote remark comment legend title heading index content contents caption
example question answer evidence rationale explanation detail information message fact wording update review
revision

diagnosis diagnose diagnosed differential investigation test testing laboratory lab result finding examination
assessment assess assessing evaluation evaluate history symptom sign presentation feature clinical criterion
criteria classification classify group grouping category type stage grade antidote start starting increase
increasing stop stopping local cause aetiology epidemiology pathophysiology pathogenesis prognosis
outcome complaint indication indicator indicated contraindication precaution caution warning adverse effect
side reaction interaction safety danger risk factor red flag alert recognition recognise recognising identify
identification screening screen triage suspected suspect confirmed confirm probable possible known unknown
likely case problem issue condition disease disorder illness syndrome infection infectious infestation
emergency emergencies urgent urgently immediate immediately stat priority

general generally specific special specially common commonly various miscellaneous additional additionally
supportive support supplementary basic essential main major important usual usually normal routine routinely
typical available appropriate suitable required requirement necessary needed need sufficient adequate good
best practical

patient person people individual client man men woman women male female mother maternal father parent family
caregiver carer adult adolescent teenager youth child children childhood paediatric infant baby babies newborn
neonate neonatal toddler boy girl elderly older younger young old aged age ageing geriatric population
everyone anyone weight body height kilogram kg gram g mg mcg microgram ml millilitre litre l iu mmol percent
day daily week weekly month monthly year yearly annual hour hourly minute second time timing date night
morning evening once twice thrice first next last final finally previous following one two three four five six
seven eight nine ten third fourth fifth sixth number count amount quantity total maximum minimum max min range
average mean rate speed frequency frequently interval duration length period now later today soon end begin
beginning more less most least equal greater lower higher high low

ward hospital clinic centre center facility facilities department room theatre health healthcare care level
district regional national international ministry setting service programme program referral refer referred
referring transfer transferred transport discharge discharged admission admit home visit appointment
counselling education follow followed monitoring monitor monitored observation observe observing measurement
measuring check checking checklist record recording report reporting documentation nursing nurse doctor
physician clinician midwife pharmacist staff team worker specialist consultant provider responsible
responsibility role caring looking handover

route oral orally mouth po intravenous intravenously iv intramuscular intramuscularly im subcutaneous
subcutaneously sc rectal rectally pr topical topically inhaled inhalation nebulised nebuliser nebulisation
intranasal nasal buccal sublingual vaginal intraosseous io intradermal parenteral enteral nasogastric
injection injectable injected tablet capsule syrup suspension solution powder cream ointment gel lotion drop
spray patch suppository pessary inhaler vial ampoule bottle sachet bag strip formulation preparation preparing
prepare dilution dilute diluted diluent reconstitution strength concentration product name brand generic
antibiotic antimicrobial antibacterial antifungal antiviral antiparasitic anthelminthic agent fixed fluid
water feed feeding food diet nutrition nutritional hydration cardiovascular respiratory gastrointestinal
neurological dermatological psychiatric obstetric obstetrical gynaecological obstetrics gynaecology
paediatrics neonatology surgery surgical medical endocrine urological musculoskeletal ophthalmic
ophthalmological ent ear nose throat eye skin dental mental haematological haematology oncology dermatology
cardiology neurology psychiatry system organ area region country tropical human band column row cell item
entry line value limit threshold cut calculation calculate calculated formula

pharmacovigilance severity event manifestation site related associated relevant
control controlling adherence status function modification incubation prior staging reason
involvement x ray criterion initiate initiation definitive
`;
