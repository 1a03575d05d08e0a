// Medicines for the airways, allergy, the stomach and the bowel, as data (the columns are those of
// medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const chestAllergyAndGutMedicines = `
salbutamol | albuterol, salbutamol sulfate, blue inhaler, blue puffer, reliever inhaler, reliever puffer | beta-2 agonist, bronchodilator | inhaled nebulised oral iv | inhaled mcg 90-8000; nebulised mg 0.3-40; oral mg 0.5-32; iv mg 0.005-5; oral/nebulised mg/kg 0.05-0.4; iv mcg/kg 1-20; mg/h 2-20; mcg/kg/min 0.05-10; mcg/min 1-40; nebulised mL 0.1-10
levosalbutamol | levalbuterol | beta-2 agonist, bronchodilator | inhaled nebulised | mg 0.045-5
terbutaline | terbutaline sulfate | beta-2 agonist, bronchodilator, tocolytic | sc inhaled nebulised oral iv | mg 0.05-40; mcg/kg 1-300; mcg/kg/min 0.01-10; mcg/min 1-50
salmeterol | | beta-2 agonist, bronchodilator | inhaled | mcg 21-200
formoterol | eformoterol, formoterol fumarate | beta-2 agonist, bronchodilator | inhaled | mcg 4.5-96
indacaterol | | beta-2 agonist, bronchodilator | inhaled | mcg 75-300
vilanterol | | beta-2 agonist, bronchodilator | inhaled | mcg 22-25
olodaterol | | beta-2 agonist, bronchodilator | inhaled | mcg 2.5-5
orciprenaline | metaproterenol | beta-2 agonist, bronchodilator | oral inhaled | mg 0.5-80
fenoterol | | beta-2 agonist, bronchodilator | inhaled nebulised | mg 0.05-10
ipratropium | ipratropium bromide | antimuscarinic, bronchodilator | nebulised inhaled nasal | nebulised mcg 50-2000; inhaled mcg 17-500; nasal mcg 20-340; mcg/kg 10-50; nebulised mL 0.5-4
salbutamol/ipratropium | ipratropium/salbutamol, ipratropium/albuterol, albuterol/ipratropium | bronchodilator | nebulised inhaled | mL 1-20
fenoterol/ipratropium | ipratropium/fenoterol | bronchodilator | nebulised inhaled |
tiotropium | tiotropium bromide | antimuscarinic, bronchodilator | inhaled | mcg 1.25-20
umeclidinium | | antimuscarinic, bronchodilator | inhaled | mcg 55-65
aclidinium | | antimuscarinic, bronchodilator | inhaled | mcg 340-800
aminophylline | | methylxanthine, bronchodilator | iv oral | iv mg 2-1000; oral mg 20-1200; mg/kg 1.1-20; mg/kg/h 0.12-1.2; mg/h 5-80
theophylline | theophyllin | methylxanthine, bronchodilator | oral iv | mg 5-1200; mg/kg 1-30; mg/kg/h 0.1-1.2
beclometasone | beclomethasone, beclometasone dipropionate, beclomethasone dipropionate | inhaled corticosteroid, corticosteroid | inhaled nasal topical | mcg 40-2000
budesonide | | inhaled corticosteroid, corticosteroid | inhaled nebulised nasal oral | inhaled/nasal mcg 32-3200; nebulised mg 0.125-4; oral mg 1-9
fluticasone | fluticasone propionate, fluticasone furoate | inhaled corticosteroid, corticosteroid | inhaled nasal topical | mcg 25-2000
mometasone | mometasone furoate | inhaled corticosteroid, corticosteroid | nasal inhaled topical | mcg 50-800
ciclesonide | | inhaled corticosteroid, corticosteroid | inhaled nasal | mcg 37-640
budesonide/formoterol | | inhaled corticosteroid, beta-2 agonist | inhaled | mcg 80-2400
fluticasone/salmeterol | salmeterol/fluticasone | inhaled corticosteroid, beta-2 agonist | inhaled | mcg 25-2200
beclometasone/formoterol | | inhaled corticosteroid, beta-2 agonist | inhaled |
montelukast | | leukotriene antagonist | oral | mg 4-10
zafirlukast | | leukotriene antagonist | oral | mg 10-80
cromoglicic acid | sodium cromoglicate, cromolyn, sodium cromoglycate, cromolyn sodium, disodium cromoglycate | mast cell stabiliser | inhaled eye nasal oral | mg 1-800
ketotifen | | antihistamine, mast cell stabiliser | oral eye | mg 0.25-4; mg/kg 0.02-0.1
roflumilast | | phosphodiesterase inhibitor | oral | mcg 250-500
omalizumab | | monoclonal antibody | sc | mg 75-1200
mepolizumab | | monoclonal antibody | sc | mg 40-300
benralizumab | | monoclonal antibody | sc | mg 30-60
acetylcysteine | n-acetylcysteine, nac, n-acetyl cysteine, acetylcystein | antidote, mucolytic | iv oral nebulised | mg 100-45000; mg/kg 10-300; mg/kg/h 5-60
carbocisteine | carbocysteine | mucolytic, symptomatic | oral | mg 50-2500
bromhexine | | mucolytic, symptomatic | oral | mg 2-48
ambroxol | | mucolytic, symptomatic | oral | mg 7.5-120
guaifenesin | guaiphenesin | expectorant, symptomatic | oral | mg 50-2400
dextromethorphan | | antitussive, symptomatic | oral | mg 2.5-120
pholcodine | | antitussive, opioid, symptomatic | oral | mg 2-60
dornase alfa | | mucolytic | nebulised | mg 1-10
beractant | | surfactant | | mg/kg 50-400; mL/kg 1-16
poractant alfa | poractant | surfactant | | mg 20-1600; mg/kg 50-400; mL/kg 0.5-5
calfactant | | surfactant | | mL/kg 1-12
pulmonary surfactant | surfactant | surfactant | | mg/kg 50-400; mL/kg 1-16
nitric oxide | inhaled nitric oxide | pulmonary vasodilator | inhaled |
oxygen | medical oxygen | medical gas | inhaled |
pirfenidone | | antifibrotic | oral | mg 267-2403
nintedanib | | antifibrotic | oral | mg 100-300
ivacaftor | | cftr modulator | oral | mg 25-300
chlorphenamine | chlorpheniramine, chlorphenamine maleate, chlorpheniramine maleate | antihistamine, symptomatic | oral iv im sc | mg 0.25-30; mg/kg 0.05-0.4
promethazine | promethazin, promethazine hydrochloride | antihistamine, phenothiazine, symptomatic | oral im iv | mg 2.5-100; mg/kg 0.1-2
diphenhydramine | | antihistamine, symptomatic | oral im iv | mg 5-200; mg/kg 0.5-5
cyclizine | | antihistamine, antiemetic, symptomatic | oral iv im | mg 5-200; mg/kg 0.5-4
meclozine | meclizine | antihistamine, antiemetic, symptomatic | oral | mg 6.25-100
dimenhydrinate | | antihistamine, antiemetic, symptomatic | oral im iv | mg 10-400; mg/kg 0.5-5
doxylamine | | antihistamine, antiemetic | oral | mg 5-50
doxylamine/pyridoxine | pyridoxine/doxylamine | antiemetic | oral | mg 10-80
hydroxyzine | | antihistamine | oral im | mg 2.5-200; mg/kg 0.5-4
cyproheptadine | | antihistamine | oral | mg 1-36; mg/kg 0.1-0.5
loratadine | | antihistamine, symptomatic | oral | mg 2.5-20
desloratadine | | antihistamine, symptomatic | oral | mg 1-10
cetirizine | | antihistamine, symptomatic | oral | mg 2-40; mg/kg 0.1-0.5
levocetirizine | | antihistamine, symptomatic | oral | mg 1.25-10
fexofenadine | | antihistamine, symptomatic | oral | mg 15-360
mepyramine | pyrilamine | antihistamine, symptomatic | oral topical |
pheniramine | | antihistamine, symptomatic | oral im iv eye | mg 5-150
dexchlorpheniramine | | antihistamine, symptomatic | oral | mg 0.5-12
clemastine | | antihistamine, symptomatic | oral iv | mg 0.25-8
triprolidine | | antihistamine, symptomatic | oral |
alimemazine | trimeprazine | antihistamine, phenothiazine | oral | mg 2.5-100; mg/kg 0.25-4
azelastine | | antihistamine | nasal eye |
olopatadine | | antihistamine | eye nasal |
bilastine | | antihistamine | oral | mg 10-20
ebastine | | antihistamine | oral | mg 5-20
pseudoephedrine | | sympathomimetic, decongestant, symptomatic | oral | mg 7.5-240
xylometazoline | | decongestant, symptomatic | nasal |
oxymetazoline | | decongestant, symptomatic | nasal |
naphazoline | | decongestant, symptomatic | nasal eye |
omeprazole | omeprazol | proton pump inhibitor | oral iv | oral mg 2.5-120; iv mg 2.5-200; mg/kg 0.4-3.5; mg/h 4-8
esomeprazole | | proton pump inhibitor | oral iv | oral mg 2.5-120; iv mg 2.5-200; mg/kg 0.4-3.5; mg/h 4-8
lansoprazole | | proton pump inhibitor | oral | mg 7.5-180; mg/kg 0.5-3
pantoprazole | | proton pump inhibitor | oral iv | oral mg 10-120; iv mg 10-200; mg/kg 0.5-3; mg/h 4-8
rabeprazole | | proton pump inhibitor | oral | mg 5-120
dexlansoprazole | | proton pump inhibitor | oral | mg 30-60
vonoprazan | | potassium-competitive acid blocker | oral | mg 10-40
ranitidine | | h2 antagonist | oral iv im | oral mg 5-600; iv/im mg 2-300; iv/im mg/kg 0.5-6; oral mg/kg 0.5-12; mg/h 5-12.5; mg/kg/h 0.02-0.3
cimetidine | | h2 antagonist | oral iv im | mg 20-2400; mg/kg 2-40
famotidine | | h2 antagonist | oral iv | mg 0.5-160; mg/kg 0.25-2
nizatidine | | h2 antagonist | oral | mg 75-600
sucralfate | | mucosal protectant | oral | mg 250-8000; mg/kg 10-100
bismuth subsalicylate | | bismuth, mucosal protectant | oral | mg 87-4200
bismuth subcitrate | tripotassium dicitratobismuthate, colloidal bismuth subcitrate, bismuth subcitrate potassium | bismuth, mucosal protectant | oral | mg 120-1680
aluminium hydroxide | aluminum hydroxide, aluminium hydroxide gel | antacid, phosphate binder, symptomatic | oral | mg 50-9000; mg/kg 10-150; mL 1-240
magnesium hydroxide | milk of magnesia | antacid, osmotic laxative, symptomatic | oral | mg 100-5000; mL 2.5-90
magnesium trisilicate | | antacid, symptomatic | oral | mg 250-4000; mL 2.5-120
aluminium hydroxide/magnesium hydroxide | magnesium hydroxide/aluminium hydroxide, aluminum hydroxide/magnesium hydroxide, co-magaldrox | antacid, symptomatic | oral | mL 2.5-240
calcium carbonate | | calcium salt, antacid, phosphate binder | oral | mg 100-15000; mg/kg 20-300
sodium alginate | alginic acid, alginate | antacid, symptomatic | oral | mL 1-80; mg 100-4000
simeticone | simethicone | antiflatulent, symptomatic | oral | mg 20-500
metoclopramide | metoclopramid | antiemetic, dopamine antagonist, symptomatic | oral iv im sc | mg 0.5-60; mg/kg 0.05-0.8
domperidone | domperidon | antiemetic, dopamine antagonist, symptomatic | oral rectal | mg 0.5-80; mg/kg 0.1-2; mL 0.2-40
ondansetron | ondansetrone | antiemetic, 5-ht3 antagonist, symptomatic | oral iv im | mg 0.25-32; mg/kg 0.05-0.5
granisetron | | antiemetic, 5-ht3 antagonist | oral iv | mg 0.1-9; mcg/kg 10-80
palonosetron | | antiemetic, 5-ht3 antagonist | iv | mg 0.075-1.5
tropisetron | | antiemetic, 5-ht3 antagonist | iv oral | mg 2-5
aprepitant | | antiemetic | oral | mg 40-165
fosaprepitant | | antiemetic | iv | mg 40-150
prochlorperazine | | antiemetic, phenothiazine, dopamine antagonist, symptomatic | oral im iv rectal buccal | oral mg 1.25-50; im/iv mg 1.25-40; rectal mg 2.5-75; buccal mg 1.5-12; mg/kg 0.05-0.4
trimethobenzamide | | antiemetic | oral im | mg 100-1200
hyoscine butylbromide | butylscopolamine, scopolamine butylbromide, hyoscine n-butylbromide, hyoscine-n-butylbromide, butylscopolamine bromide, n-butylscopolamine, hyoscine butyl bromide | antimuscarinic, antispasmodic, symptomatic | oral iv im sc | oral mg 2.5-80; im/iv/sc mg 2.5-120; mg/kg 0.2-2
dicycloverine | dicyclomine | antimuscarinic, antispasmodic, symptomatic | oral im | mg 5-160
propantheline | | antimuscarinic, antispasmodic | oral | mg 7.5-120
mebeverine | | antispasmodic, symptomatic | oral | mg 100-405
drotaverine | | antispasmodic, symptomatic | oral im iv | mg 20-240
phloroglucinol | | antispasmodic, symptomatic | oral iv | mg 20-500
pinaverium | | antispasmodic | oral | mg 50-200
trimebutine | | antispasmodic | oral | mg 50-600
peppermint oil | | antispasmodic, symptomatic | oral |
loperamide | loperamid | antidiarrhoeal, symptomatic | oral | mg 0.5-16; mg/kg 0.05-1
racecadotril | | antidiarrhoeal, symptomatic | oral | mg 10-400; mg/kg 1-6
diphenoxylate | | antidiarrhoeal | oral | mg 2.5-20
diphenoxylate/atropine | | antidiarrhoeal | oral |
kaolin | | antidiarrhoeal | oral |
pectin | | antidiarrhoeal | oral |
diosmectite | smectite | antidiarrhoeal, symptomatic | oral | mg 1000-18000
oral rehydration salts | ors, oral rehydration solution, oral rehydration salt, low-osmolarity ors, reduced-osmolarity ors, oral rehydration therapy solution | rehydration, symptomatic | oral | mL 5-12000; mL/kg 2-250; mL/kg/h 1-30; mL/h 5-1500
resomal | rehydration solution for malnutrition | rehydration | oral | mL 5-5000; mL/kg 2-150; mL/kg/h 1-20
lactulose | | osmotic laxative, laxative, symptomatic | oral rectal | oral mL 1-120; rectal mL 50-1000; mg 500-200000; mL/kg 0.25-6
lactitol | | osmotic laxative, laxative | oral | mg 5000-60000
macrogol | polyethylene glycol, polyethylene glycol 3350, macrogol 3350, peg 3350, polyethylene glycol electrolyte solution | osmotic laxative, laxative | oral | mg 400-240000; mg/kg 200-5000; mL 25-4500; mL/kg/h 10-40; mL/h 100-2000
bisacodyl | | stimulant laxative, laxative, symptomatic | oral rectal | mg 2-40
senna | sennosides, sennoside, sennosides b | stimulant laxative, laxative, symptomatic | oral | mg 3.75-100; mL 1-40
sodium picosulfate | | stimulant laxative, laxative | oral | mg 1-20
docusate | docusate sodium, dioctyl sodium sulfosuccinate | stool softener, laxative, symptomatic | oral rectal | mg 10-600; mg/kg 2-10
ispaghula | ispaghula husk, psyllium, psyllium husk | bulk laxative, laxative, symptomatic | oral | mg 1000-30000; mL 2.5-30
methylcellulose | | bulk laxative, laxative | oral |
glycerol | glycerin, glycerine, glycerin suppository, glycerol suppository, glycerine suppository | laxative | rectal oral topical | mg 500-150000; mL 1-150
liquid paraffin | mineral oil, paraffin oil | laxative | oral topical | mL 0.5-90; mL/kg 0.5-4
castor oil | | laxative | oral | mL 2-60
phosphate enema | sodium phosphate enema | laxative | rectal | mL 20-250
prucalopride | | prokinetic | oral | mg 1-4
mesalazine | mesalamine, 5-asa, 5-aminosalicylic acid | aminosalicylate | oral rectal | mg 250-4800; mg/kg 15-100
sulfasalazine | salicylazosulfapyridine | aminosalicylate, dmard | oral rectal | mg 125-4000; mg/kg 10-100
olsalazine | | aminosalicylate | oral | mg 250-3000
balsalazide | | aminosalicylate | oral | mg 750-6750
ursodeoxycholic acid | ursodiol | bile acid | oral | mg 30-1800; mg/kg 5-45
pancreatin | pancrelipase, pancreatic enzymes, pancreatic enzyme | digestive enzyme | oral | unit 500-500000; unit/kg 500-15000
lactase | | digestive enzyme | oral |
infliximab | | tnf inhibitor, biologic | iv | mg 50-1500; mg/kg 3-15
adalimumab | | tnf inhibitor, biologic | sc | mg 10-160
etanercept | | tnf inhibitor, biologic | sc | mg 10-100; mg/kg 0.4-0.8
golimumab | | tnf inhibitor, biologic | sc | mg 50-200
certolizumab | certolizumab pegol | tnf inhibitor, biologic | sc | mg 200-400
vedolizumab | | integrin inhibitor, biologic | iv sc | mg 108-300
ustekinumab | | interleukin inhibitor, biologic | sc iv | mg 45-520
saccharomyces boulardii | | probiotic | oral | mg 100-1000
lactobacillus | lactobacillus rhamnosus | probiotic | oral |
`;
