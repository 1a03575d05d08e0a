// Antibacterials other than those for tuberculosis, as data: one medicine a line, in five columns.
// name | other names | classes ("symptomatic": the dose is the same in any disease) | routes | usual doses,
// each "[route] unit[/per] lowest-highest": smallest single dose of anyone to largest daily total of anyone.
// Spellings with "sulph" are added to those with "sulf". Own compilation of facts that pharmacopoeias and
// national guidelines share, 2026-11; it must hold names and figures only, no advice.

export const antibacterials = `
amoxicillin | amoxycillin, amoxicilline, amoxicilina | penicillin, antibiotic | oral iv im | oral mg 25-4000; iv/im mg 25-12000; oral mg/kg 7.5-100; iv/im mg/kg 12-300
ampicillin | ampicilline, ampicilina | penicillin, antibiotic | iv im oral | oral mg 25-4000; iv/im mg 25-12000; oral mg/kg 10-200; iv/im mg/kg 12-400
benzylpenicillin | penicillin g, crystalline penicillin, crystapen, x-pen, benzyl penicillin, aqueous penicillin, aqueous crystalline penicillin, penicillin g sodium, penicillin g potassium | penicillin, antibiotic | iv im | mg 15-14400; mg/kg 15-300; unit 25000-24000000; unit/kg 20000-400000
procaine benzylpenicillin | procaine penicillin, penicillin g procaine, procaine penicillin g | penicillin, antibiotic | im | mg 50-4800; mg/kg 20-100; unit 50000-4800000; unit/kg 20000-100000
benzathine benzylpenicillin | benzathine penicillin, penicillin g benzathine, benzathine penicillin g, bpg | penicillin, antibiotic | im | mg 90-5400; mg/kg 10-60; unit 250000-7200000; unit/kg 20000-100000
phenoxymethylpenicillin | penicillin v, pen v, phenoxymethyl penicillin, penicillin vk | penicillin, antibiotic | oral | mg 60-4000; mg/kg 6-100; unit 100000-6400000; unit/kg 10000-160000
cloxacillin | | penicillin, antibiotic | iv oral im | oral mg 30-4000; iv/im mg 30-12000; oral mg/kg 10-100; iv/im mg/kg 12-200
flucloxacillin | floxacillin | penicillin, antibiotic | oral iv im | oral mg 30-4000; iv/im mg 30-12000; oral mg/kg 10-100; iv/im mg/kg 12-200
dicloxacillin | | penicillin, antibiotic | oral | mg 30-4000; mg/kg 3-100
oxacillin | | penicillin, antibiotic | iv im oral | oral mg 25-6000; iv/im mg 25-12000; mg/kg 12-200
nafcillin | | penicillin, antibiotic | iv im | mg 25-12000; mg/kg 12-200
meticillin | methicillin | penicillin, antibiotic | iv |
piperacillin | | penicillin, antibiotic | iv | mg 100-24000; mg/kg 40-400
ticarcillin | | penicillin, antibiotic | iv | mg 100-24000; mg/kg 50-400
pivmecillinam | | penicillin, antibiotic | oral | mg 100-1600; mg/kg 5-60
temocillin | | penicillin, antibiotic | iv im | mg 500-8000
clavulanic acid | clavulanate, clavulanate potassium | beta lactamase inhibitor | oral iv | mg 5-1200; mg/kg 1-20
sulbactam | | beta lactamase inhibitor | iv | mg 50-12000; mg/kg 5-160
tazobactam | | beta lactamase inhibitor | iv | mg 50-3000; mg/kg 5-60
avibactam | | beta lactamase inhibitor | iv | mg 50-2000
vaborbactam | | beta lactamase inhibitor | iv |
amoxicillin/clavulanic acid | co-amoxiclav, coamoxiclav, amoxiclav, amoxicillin/clavulanate, amoxycillin/clavulanic acid, amoxycillin/clavulanate, amoxicillin with clavulanic acid, amoxicillin clavulanate, amoxicillin-clavulanic | penicillin, beta lactamase inhibitor, antibiotic | oral iv | oral mg 20-4000; iv mg 20-7200; oral mg/kg 5-100; iv mg/kg 10-200; mL 1-25
ampicillin/sulbactam | sultamicillin | penicillin, beta lactamase inhibitor, antibiotic | iv im oral | oral mg 50-2250; iv/im mg 100-13500; mg/kg 25-400
ampicillin/cloxacillin | ampiclox | penicillin, antibiotic | oral iv im | oral mg 30-4000; iv/im mg 30-8000; mg/kg 12-200
piperacillin/tazobactam | pip-taz, pip/tazo, piptaz, tzp | penicillin, beta lactamase inhibitor, antibiotic | iv | mg 100-18000; mg/kg 40-450
ticarcillin/clavulanic acid | ticarcillin/clavulanate | penicillin, beta lactamase inhibitor, antibiotic | iv | mg 100-24000; mg/kg 50-400
cefalexin | cephalexin, cefalexine | cephalosporin, antibiotic | oral | mg 30-4000; mg/kg 6-100
cefazolin | cephazolin, cefazoline | cephalosporin, antibiotic | iv im | mg 50-8000; mg/kg 12-150
cefradine | cephradine | cephalosporin, antibiotic | oral iv | mg 125-8000; mg/kg 6-100
cefadroxil | | cephalosporin, antibiotic | oral | mg 60-2000; mg/kg 10-60
cefaclor | | cephalosporin, antibiotic | oral | mg 62-4000; mg/kg 6-60
cefuroxime | cefuroxime axetil | cephalosporin, antibiotic | oral iv im | oral mg 30-1000; iv/im mg 50-6000; oral mg/kg 5-40; iv/im mg/kg 10-240
cefoxitin | | cephalosporin, antibiotic | iv im | mg 50-12000; mg/kg 20-200
cefotetan | | cephalosporin, antibiotic | iv im | mg 250-6000; mg/kg 20-100
cefprozil | | cephalosporin, antibiotic | oral | mg 125-1000; mg/kg 7-40
cefamandole | cephamandole | cephalosporin, antibiotic | iv im | mg 250-12000
cefotaxime | | cephalosporin, antibiotic | iv im | mg 50-10000; mg/kg 25-300
ceftriaxone | | cephalosporin, antibiotic | iv im | mg 50-4000; mg/kg 20-100
ceftazidime | | cephalosporin, antibiotic | iv im | mg 50-6000; mg/kg 20-200
cefepime | | cephalosporin, antibiotic | iv im | mg 50-6000; mg/kg 25-150
cefixime | | cephalosporin, antibiotic | oral | mg 20-800; mg/kg 4-20
cefpodoxime | cefpodoxime proxetil | cephalosporin, antibiotic | oral | mg 20-800; mg/kg 4-16
cefdinir | | cephalosporin, antibiotic | oral | mg 100-600; mg/kg 7-14
cefditoren | | cephalosporin, antibiotic | oral | mg 200-800
cefoperazone | | cephalosporin, antibiotic | iv im | mg 100-12000; mg/kg 20-400
ceftaroline | ceftaroline fosamil | cephalosporin, antibiotic | iv | mg 50-1800; mg/kg 6-45
cefiderocol | | cephalosporin, antibiotic | iv | mg 500-8000; mg/kg 30-180
ceftolozane | | cephalosporin, antibiotic | iv |
ceftolozane/tazobactam | | cephalosporin, antibiotic | iv | mg 500-9000; mg/kg 20-180
ceftazidime/avibactam | | cephalosporin, antibiotic | iv | mg 500-7500; mg/kg 25-190
cefoperazone/sulbactam | | cephalosporin, antibiotic | iv im | mg 250-12000; mg/kg 20-240
imipenem | | carbapenem, antibiotic | iv | mg 50-4000; mg/kg 10-100
cilastatin | | renal dehydropeptidase inhibitor | iv |
imipenem/cilastatin | | carbapenem, antibiotic | iv | mg 50-4000; mg/kg 10-100
meropenem | | carbapenem, antibiotic | iv | mg 50-6000; mg/kg 10-120
meropenem/vaborbactam | | carbapenem, antibiotic | iv | mg 1000-12000
ertapenem | | carbapenem, antibiotic | iv im | mg 100-1000; mg/kg 10-30
doripenem | | carbapenem, antibiotic | iv | mg 250-3000; mg/kg 10-60
faropenem | | carbapenem, antibiotic | oral | mg 150-900
aztreonam | | monobactam, antibiotic | iv im inhaled | mg 50-8000; mg/kg 20-200
gentamicin | gentamycin, gentamicine | aminoglycoside, antibiotic | iv im eye ear | iv/im mg 2-560; mg/kg 1-10; intrathecal mg 1-10
amikacin | | aminoglycoside, antibiotic | iv im | mg 7-2000; mg/kg 5-30
tobramycin | | aminoglycoside, antibiotic | iv im eye nebulised | iv/im mg 2-700; mg/kg 1-12; nebulised mg 80-600
kanamycin | | aminoglycoside, antibiotic | im iv | mg 10-2000; mg/kg 5-30
streptomycin | | aminoglycoside, antibiotic | im | mg 50-2000; mg/kg 10-40
neomycin | neomycin sulfate | aminoglycoside, antibiotic | oral topical | mg 100-12000; mg/kg 10-100
spectinomycin | | antibiotic | im | mg 40-4000; mg/kg 20-100
paromomycin | aminosidine | aminoglycoside, antiprotozoal | im oral topical | mg 50-4000; mg/kg 7-40
erythromycin | erythromycine, erythromycin ethylsuccinate | macrolide, antibiotic | oral iv eye topical | mg 20-4000; mg/kg 3-60
azithromycin | azithromycine | macrolide, antibiotic | oral iv eye | mg 25-2000; mg/kg 5-40
clarithromycin | | macrolide, antibiotic | oral iv | mg 30-2000; mg/kg 5-30
roxithromycin | | macrolide, antibiotic | oral | mg 50-300; mg/kg 2-10
spiramycin | | macrolide, antibiotic | oral | mg 250-3000; mg/kg 20-100; unit 300000-9000000; unit/kg 50000-300000
josamycin | | macrolide, antibiotic | oral | mg 250-3000
clindamycin | | lincosamide, antibiotic | oral iv im vaginal topical | oral mg 15-2400; iv/im mg 15-4800; vaginal mg 50-400; mg/kg 3-40
lincomycin | | lincosamide, antibiotic | oral iv im | mg 100-8000; mg/kg 10-60
doxycycline | doxycycline hyclate | tetracycline, antibiotic | oral iv | mg 20-400; mg/kg 1-6
tetracycline | | tetracycline, antibiotic | oral eye topical | mg 60-2000; mg/kg 6-50
oxytetracycline | | tetracycline, antibiotic | oral im eye | mg 125-3000; mg/kg 6-50
minocycline | | tetracycline, antibiotic | oral iv | mg 45-400; mg/kg 2-4
tigecycline | | glycylcycline, antibiotic | iv | mg 25-200; mg/kg 1-4
lymecycline | | tetracycline, antibiotic | oral | mg 150-816
demeclocycline | | tetracycline, antibiotic | oral | mg 150-1200; mg/kg 3-13
chloramphenicol | chloramphenicole | amphenicol, antibiotic | iv im oral eye ear | oral mg 40-4000; iv/im mg 40-6000; mg/kg 12-100
thiamphenicol | | amphenicol, antibiotic | oral im | mg 100-5000
ciprofloxacin | ciprofloxacine | fluoroquinolone, quinolone, antibiotic | oral iv eye ear | oral mg 30-1500; iv mg 20-1200; mg/kg 5-40
ofloxacin | | fluoroquinolone, quinolone, antibiotic | oral iv eye ear | oral/iv mg 50-800; mg/kg 5-20
norfloxacin | | fluoroquinolone, quinolone, antibiotic | oral eye | mg 100-1200; mg/kg 5-20
pefloxacin | | fluoroquinolone, quinolone, antibiotic | oral iv | mg 200-1200
nalidixic acid | | quinolone, antibiotic | oral | mg 50-4000; mg/kg 10-60
gemifloxacin | | fluoroquinolone, quinolone, antibiotic | oral | mg 160-640
sulfamethoxazole | | sulfonamide, antibiotic | oral iv | mg 50-6400; mg/kg 8-100
trimethoprim | | antifolate, antibiotic | oral iv | mg 10-1000; mg/kg 1-20
sulfamethoxazole/trimethoprim | co-trimoxazole, cotrimoxazole, tmp-smx, tmp/smz, smx-tmp, trimethoprim/sulfamethoxazole, trimethoprim sulfamethoxazole | sulfonamide, antifolate, antibiotic | oral iv | mg 20-3840; mg/kg 2-120; mL 1-40
sulfadiazine | | sulfonamide, antibiotic | oral | mg 100-6000; mg/kg 10-200
sulfacetamide | | sulfonamide, antibiotic | eye |
sulfametopyrazine | sulfalene | sulfonamide, antibiotic | oral |
metronidazole | metronidazol | nitroimidazole, antibiotic, antiprotozoal | oral iv rectal vaginal topical | oral mg 15-2400; iv mg 15-2000; rectal mg 60-3000; vaginal mg 100-1000; mg/kg 5-50
tinidazole | | nitroimidazole, antibiotic, antiprotozoal | oral | mg 100-2000; mg/kg 20-75
ornidazole | | nitroimidazole, antibiotic, antiprotozoal | oral iv | mg 100-2500; mg/kg 10-50
secnidazole | | nitroimidazole, antibiotic, antiprotozoal | oral | mg 250-2500; mg/kg 25-60
nitrofurantoin | | nitrofuran, antibiotic | oral | mg 10-400; mg/kg 0.5-7
furazolidone | | nitrofuran, antibiotic | oral | mg 25-500; mg/kg 1-10
nifuroxazide | | nitrofuran, antibiotic | oral | mg 100-1200
methenamine | methenamine hippurate, hexamine hippurate | urinary antiseptic | oral | mg 250-5000
fosfomycin | fosfomycin trometamol | antibiotic | oral iv | oral mg 1000-3000; iv mg 250-32000; iv mg/kg 40-450
vancomycin | | glycopeptide, antibiotic | iv oral | iv mg 15-4000; oral mg 30-1670; iv mg/kg 5-60; oral mg/kg 5-40; intrathecal mg 2.5-20
teicoplanin | | glycopeptide, antibiotic | iv im | mg 20-1600; mg/kg 3-24
telavancin | | glycopeptide, antibiotic | iv |
dalbavancin | | glycopeptide, antibiotic | iv | mg 100-1500; mg/kg 10-23
oritavancin | | glycopeptide, antibiotic | iv | mg 1000-1200
daptomycin | | lipopeptide, antibiotic | iv | mg 50-1200; mg/kg 4-12
colistin | colistimethate sodium, polymyxin e, colistimethate | polymyxin, antibiotic | iv nebulised oral | mg 1-900; mg/kg 0.75-12; unit 50000-12000000; unit/kg 10000-200000
polymyxin b | | polymyxin, antibiotic | iv topical eye ear | mg 1-250; mg/kg 0.5-4; unit 10000-2500000; unit/kg 5000-45000
bacitracin | | antibiotic | topical eye |
fusidic acid | fusidate, sodium fusidate | antibiotic | topical oral eye | oral mg 100-3000; oral mg/kg 15-60
mupirocin | | antibiotic | topical nasal |
retapamulin | | antibiotic | topical |
quinupristin | | streptogramin, antibiotic | iv |
dalfopristin | | streptogramin, antibiotic | iv |
pristinamycin | | streptogramin, antibiotic | oral | mg 500-4000; mg/kg 30-100
fidaxomicin | | macrolide, antibiotic | oral | mg 32-400
rifaximin | | rifamycin, antibiotic | oral | mg 100-1800; mg/kg 10-30
tedizolid | | oxazolidinone, antibiotic | oral iv | mg 100-200
plazomicin | | aminoglycoside, antibiotic | iv |
eravacycline | | tetracycline, antibiotic | iv |
omadacycline | | tetracycline, antibiotic | iv oral |
gramicidin | | antibiotic | eye ear |
framycetin | | aminoglycoside, antibiotic | eye ear topical |
`;
