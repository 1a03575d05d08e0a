// Fluids, electrolytes, vitamins, minerals, foods used as medicines, blood products and antidotes, as data (the
// columns are those of medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only.

export const fluidsNutrientsAndAntidotes = `
glucose | dextrose, dextrose monohydrate, dextrose water, glucose solution, dextrose solution, d5w, d10w, d50w, d25w | fluid | iv oral intraosseous | mg 100-600000; mg/kg 50-30000; mg/kg/min 1-25; mg/kg/h 50-1500; mL 1-6000; mL/kg 0.5-250; mL/kg/h 0.5-40; mL/h 1-1500
sodium chloride | nacl, normal saline, physiological saline, saline, isotonic saline, hypertonic saline, half-normal saline, half normal saline, half-strength saline, sodium chloride solution | fluid, crystalloid | iv oral nebulised nasal intraosseous | mL 0.2-20000; mL/kg 0.5-200; mL/kg/h 0.5-100; mL/h 1-3000; mL/min 0.1-100; mmol 0.5-1500; mmol/kg 0.3-20; mg 50-30000
glucose/sodium chloride | dextrose/saline, dextrose saline, glucose/saline, glucose saline, dextrose/sodium chloride, dextrose normal saline | fluid, crystalloid | iv | mL 1-10000; mL/kg 1-250; mL/kg/h 0.5-40; mL/h 1-1500
compound sodium lactate | ringer's lactate, ringer lactate, ringers lactate, lactated ringer's, lactated ringers, lactated ringer, hartmann's solution, hartmann's, hartmanns, hartmann solution, hartmanns solution, ringer/lactate, ringer's lactate solution, lactated ringer's solution, compound sodium lactate solution, ringer lactate solution, ringer | fluid, crystalloid | iv intraosseous | mL 1-20000; mL/kg 1-250; mL/kg/h 0.5-100; mL/h 1-3000; mL/min 0.1-100
ringer's acetate | ringer acetate, acetated ringer's | fluid, crystalloid | iv | mL 1-15000; mL/kg 1-250
half-strength darrow's | half-strength darrow's solution, half strength darrow's, half strength darrow's solution, half strength darrows, half-strength darrows, darrow's solution, darrow's, darrows, half darrow's | fluid, crystalloid | iv oral | mL 1-6000; mL/kg 1-250; mL/kg/h 0.5-40; mL/h 1-1500
plasma-lyte | plasmalyte | fluid, crystalloid | iv | mL 1-15000; mL/kg 1-250
water for injection | sterile water, water for injections | diluent | iv im | mL 0.1-1000
gelatin | succinylated gelatin, polygeline, modified gelatin, modified fluid gelatin | colloid | iv | mL 10-3000; mL/kg 5-60
hydroxyethyl starch | hetastarch, tetrastarch, pentastarch, hydroxyethylstarch, starch solution, starch solutions, starches, hydroxyethyl starches | colloid | iv | mL 10-3000; mL/kg 5-50
dextran | dextran 70, dextran 40 | colloid | iv eye | mL 10-2000; mL/kg 5-40
albumin | human albumin, albumin human | colloid, blood product | iv | mg 500-300000; mg/kg 200-5000; mL 1-1500; mL/kg 1-40
packed red cells | packed red blood cells, prbc, packed cells, red cell concentrate | blood product | iv | mL 5-3000; mL/kg 2-60; mL/kg/h 1-20; unit 1-20
whole blood | | blood product | iv | mL 5-5000; mL/kg 2-80; mL/kg/h 1-40; unit 1-20
fresh frozen plasma | ffp, fresh-frozen plasma | blood product | iv | mL 5-4000; mL/kg 2-60; unit 1-20
platelet concentrate | platelets, platelet concentrates | blood product | iv | mL 5-1000; mL/kg 5-30; unit 0.1-20; unit/kg 0.05-2
cryoprecipitate | | blood product | iv | mL 5-600; mL/kg 1-15; unit 1-30; unit/kg 0.05-0.5
factor viii | coagulation factor viii, antihaemophilic factor, antihemophilic factor | clotting factor | iv | unit 50-15000; unit/kg 5-200
factor ix | coagulation factor ix, factor ix complex | clotting factor | iv | unit 50-15000; unit/kg 5-200
prothrombin complex concentrate | pcc, prothrombin complex | clotting factor | iv | unit 100-8000; unit/kg 5-100
fibrinogen concentrate | human fibrinogen | clotting factor | iv | mg 500-12000; mg/kg 20-140
factor viia | eptacog alfa, recombinant factor viia | clotting factor | iv | mg 0.5-30; mcg/kg 15-270
emicizumab | | clotting factor mimetic | sc | mg/kg 1.5-6
lipid emulsion | intravenous lipid emulsion, fat emulsion | fluid, antidote | iv | mL 5-1500; mL/kg 0.5-15; mL/kg/min 0.05-1; mg/kg 500-5000
amino acid solution | amino acids | parenteral nutrition | iv |
potassium chloride | kcl | potassium salt, electrolyte | iv oral | mmol 0.5-160; mmol/kg 0.1-4; mmol/h 1-40; mmol/kg/h 0.05-0.6; mg 75-8000; mg/kg 20-400; mL 0.5-100; mL/kg 0.2-6
potassium phosphate | potassium dihydrogen phosphate | phosphate salt, electrolyte | iv | mmol 0.5-100; mmol/kg 0.05-2; mmol/h 0.5-20
sodium phosphate | disodium phosphate | phosphate salt, electrolyte | iv oral rectal | mmol 0.5-150; mmol/kg 0.05-5; mg 250-45000
potassium citrate | | potassium salt, urinary alkaliniser | oral | mg 500-12000; mmol 2-100; mmol/kg 0.5-6
potassium bicarbonate | | potassium salt | oral |
magnesium sulfate | mgso4, mag sulfate, mag sulphate, magnesium sulfate heptahydrate | magnesium salt, electrolyte, anticonvulsant | iv im nebulised oral | iv/im mg 25-16000; oral mg 500-30000; nebulised mg 25-1000; mg/kg 15-200; mg/h 500-3000; mg/kg/h 5-75; mg/min 20-1000; mmol 0.2-64; mmol/kg 0.05-1; mmol/h 0.5-16; mL 0.1-100; mL/kg 0.05-1; mL/h 1-300
magnesium chloride | | magnesium salt, electrolyte | iv oral |
magnesium oxide | | magnesium salt, electrolyte | oral | mg 100-2400
calcium gluconate | | calcium salt, electrolyte | iv oral | mg 20-6000; mg/kg 20-800; mg/kg/h 5-100; mL 0.2-100; mL/kg 0.25-5; mL/kg/h 0.05-1; mmol 0.1-40; mmol/kg 0.05-4
calcium chloride | cacl2 | calcium salt, electrolyte | iv | mg 10-6000; mg/kg 5-100; mL 0.1-60; mL/kg 0.05-1; mmol 0.1-40
calcium lactate | | calcium salt | oral | mg 300-10000
calcium | elemental calcium | calcium salt | oral iv | mg 20-3000; mg/kg 10-200; mmol 0.1-75; mmol/kg 0.1-5; mL 0.2-60
calcium acetate | | calcium salt, phosphate binder | oral | mg 475-8000
sodium bicarbonate | nahco3, sodium hydrogen carbonate, sodium hydrogencarbonate, bicarbonate | alkaliniser, electrolyte | iv oral | mmol 0.5-300; mmol/kg 0.25-5; mmol/kg/h 0.1-2; mmol/h 2-100; mL 0.5-1000; mL/kg 0.2-8; mg 100-20000; mg/kg 30-500
sodium acetate | | alkaliniser, electrolyte | iv |
sodium citrate | | alkaliniser | oral | mL 2.5-60; mg 400-12000
sodium polystyrene sulfonate | calcium resonium, resonium, polystyrene sulfonate, calcium polystyrene sulfonate, polystyrene sulfonate resin | potassium binder | oral rectal | mg 500-120000; mg/kg 125-5000
patiromer | | potassium binder | oral | mg 4000-25200
sevelamer | | phosphate binder | oral | mg 400-14000
lanthanum | lanthanum carbonate | phosphate binder | oral | mg 250-4500
ammonium chloride | | electrolyte | oral iv |
zinc sulfate | zinc, znso4, elemental zinc, zinc sulfate monohydrate | zinc salt, mineral | oral | mg 1-220; mg/kg 0.5-4
zinc gluconate | | zinc salt, mineral | oral | mg 5-150
zinc acetate | | zinc salt, mineral | oral | mg 25-300
ferrous sulfate | iron, elemental iron, ferrous sulfate heptahydrate, iron sulfate, feso4, ferrous salt | iron salt, mineral | oral | mg 2-600; mg/kg 0.7-12; mL 0.2-30; mL/kg 0.1-2
ferrous fumarate | iron fumarate | iron salt, mineral | oral | mg 10-1200; mg/kg 2-40
ferrous gluconate | | iron salt, mineral | oral | mg 30-1800
ferrous sulfate/folic acid | iron/folic acid, iron/folate, iron folic acid, ferrous salt/folic acid | iron salt, mineral, vitamin | oral |
iron sucrose | | parenteral iron, iron salt | iv | mg 10-500; mg/kg 0.5-10
iron dextran | | parenteral iron, iron salt | iv im | mg 12.5-2000; mg/kg 1-25
ferric carboxymaltose | | parenteral iron, iron salt | iv | mg 50-2000; mg/kg 5-20
iron derisomaltose | iron isomaltoside | parenteral iron, iron salt | iv | mg 50-2000; mg/kg 5-30
iron polymaltose | | iron salt | oral im |
folic acid | folate, vitamin b9 | vitamin | oral iv | mg 0.05-15; mg/kg 0.025-0.5
folinic acid | leucovorin, calcium folinate, calcium leucovorin, leucovorin calcium | folate | oral iv im | mg 2.5-1500; mg/m2 5-1000; mg/kg 0.2-10
levofolinic acid | levoleucovorin | folate | iv |
thiamine | vitamin b1, aneurine, thiamin, thiamine hydrochloride | vitamin | iv im oral | oral mg 0.2-600; iv/im mg 10-1000; mg/kg 0.5-30
riboflavin | vitamin b2 | vitamin | oral | mg 0.2-400
nicotinamide | niacinamide, vitamin b3, nicotinic acid amide | vitamin | oral | mg 5-1500; mg/kg 1-50
nicotinic acid | niacin | vitamin, lipid lowering | oral | mg 5-6000
pyridoxine | vitamin b6, pyridoxin, pyridoxine hydrochloride | vitamin | oral iv im | mg 1-600; mg/kg 0.5-80; mg/min 100-1000
biotin | vitamin b7, vitamin h | vitamin | oral | mg 0.03-300
pantothenic acid | vitamin b5 | vitamin | oral topical |
hydroxocobalamin | hydroxycobalamin | vitamin, antidote | im iv | im/sc/oral mcg 20-5000; iv mcg 20-10000000; iv mg/kg 20-150; im mcg/kg 20-200
cyanocobalamin | vitamin b12, vitamin b-12, cobalamin | vitamin | im oral sc | mcg 1-2000; mcg/kg 0.2-100
mecobalamin | methylcobalamin | vitamin | oral im | mcg 250-5000
vitamin b complex | vitamin b compound, b complex, b-complex, vitamin b co | vitamin | oral iv im |
ascorbic acid | vitamin c | vitamin | oral iv | oral mg 10-2000; iv mg 50-6000; mg/kg 10-200
retinol | vitamin a, retinol palmitate | vitamin | oral im | unit 300-400000; mcg 50-120000; unit/kg 500-50000
vitamin d | calciferol | vitamin | oral im | unit 100-600000; mcg 2.5-15000; unit/kg 200-20000
colecalciferol | cholecalciferol, vitamin d3 | vitamin | oral im | unit 100-600000; mcg 2.5-15000; unit/kg 200-20000
ergocalciferol | vitamin d2 | vitamin | oral im | unit 100-600000; mcg 2.5-15000; unit/kg 200-20000
calcitriol | | vitamin d analogue | oral iv | mcg 0.01-5; mcg/kg 0.005-0.25
alfacalcidol | alphacalcidol, 1-alpha-hydroxycholecalciferol | vitamin d analogue | oral iv | mcg 0.01-12; mcg/kg 0.01-0.25
paricalcitol | | vitamin d analogue | oral iv |
calcipotriol | calcipotriene | vitamin d analogue | topical |
vitamin e | tocopherol, alpha-tocopherol, alpha tocopherol, alpha tocopheryl acetate | vitamin | oral | unit 5-3500; mg 2-2500; mg/kg 1-200; unit/kg 5-100
phytomenadione | vitamin k, vitamin k1, vitamin k₁, phytonadione, phylloquinone, phytomenadion | vitamin, vitamin k | im iv oral sc | mg 0.2-20; mg/kg 0.01-0.5
menadiol | menadione, vitamin k3 | vitamin, vitamin k | oral im | mg 1-40
multivitamin | multivitamins, multivitamin syrup, multi-vitamin, multiple micronutrient supplement | vitamin | oral | mL 0.3-30
multiple micronutrients | micronutrient powder, multiple micronutrient powder | vitamin, mineral | oral |
levocarnitine | l-carnitine, carnitine | nutrient | iv oral | mg 50-6000; mg/kg 5-400
arginine | l-arginine | nutrient | iv oral | mg/kg 50-800
sodium benzoate | | ammonia scavenger | iv oral | mg 50-15000; mg/kg 50-600
sodium phenylbutyrate | | ammonia scavenger | oral | mg 250-20000; mg/kg 100-650
iodised oil | iodized oil, iodine | iodine, mineral | oral im | mcg 40-500000; mL 0.1-2
sodium fluoride | | mineral | oral topical | mg 0.1-10
selenium | sodium selenite | mineral | oral iv | mcg 1-1000; mcg/kg 1-10
copper | cupric sulfate, cupric chloride | mineral | oral iv | mg 0.05-8
f-75 | f75 | therapeutic milk | oral | mL 5-3000; mL/kg 2-150
f-100 | f100 | therapeutic milk | oral | mL 5-4000; mL/kg 2-250
ready-to-use therapeutic food | rutf, ready to use therapeutic food | therapeutic food | oral |
activated charcoal | charcoal, charcoal activated | adsorbent, antidote | oral | mg 500-120000; mg/kg 250-2000; mL 5-1000
desferrioxamine | deferoxamine, desferrioxamine mesilate, deferoxamine mesylate | iron chelator, antidote | iv sc im | mg 100-8000; mg/kg 10-100; mg/kg/h 1-20
deferasirox | | iron chelator | oral | mg 90-3500; mg/kg 5-40
deferiprone | | iron chelator | oral | mg 250-9000; mg/kg 20-100
dimercaprol | | chelator, antidote | im | mg 10-1000; mg/kg 1.5-12
succimer | dmsa, dimercaptosuccinic acid | chelator, antidote | oral | mg 50-2500; mg/kg 5-30
edetate calcium disodium | sodium calcium edetate, calcium disodium edetate, calcium edta, calcium disodium versenate | chelator, antidote | iv im | mg 100-6000; mg/kg 10-80; mg/m2 500-2000
penicillamine | d-penicillamine | chelator, dmard | oral | mg 50-2000; mg/kg 5-30
trientine | | chelator | oral | mg 250-2500
prussian blue | potassium ferric hexacyanoferrate | antidote | oral | mg 500-20000; mg/kg 50-300
pralidoxime | pralidoxime chloride, 2-pam | cholinesterase reactivator, antidote | iv im | mg 100-14000; mg/kg 15-60; mg/kg/h 5-20; mg/h 100-1000
obidoxime | | cholinesterase reactivator, antidote | iv im | mg 50-1250; mg/kg 2-10
physostigmine | | cholinesterase inhibitor, antidote | iv im | mg 0.2-6; mg/kg 0.01-0.1
methylthioninium chloride | methylene blue, methylthionine, methylthioninium | antidote | iv | mg 1-500; mg/kg 0.3-7; mg/kg/h 0.1-1
sodium nitrite | | antidote | iv | mg 20-600; mg/kg 3-10; mL/kg 0.1-0.4
sodium thiosulfate | | antidote | iv | mg 1000-25000; mg/kg 200-800; mL/kg 0.5-2
dicobalt edetate | | antidote | iv | mg 100-900
fomepizole | | antidote | iv | mg 100-2000; mg/kg 5-20; mg/kg/h 0.5-2
ethanol | ethyl alcohol | antidote, antiseptic | iv oral topical | mL 5-1000; mL/kg 0.5-15; mL/kg/h 0.05-3; mg/kg 50-1200; mg/kg/h 40-400
digoxin-specific antibody fragments | digoxin antibodies, digoxin antibody, anti-digoxin antibodies, antidigoxin antibodies, digoxin fab, digoxin fab fragments, digoxin antitoxin, digoxin immune fab, digoxin-specific antibody, digoxin antibody fragments | antidote | iv | mg 38-1600
idarucizumab | | antidote | iv | mg 2500-10000
andexanet alfa | andexanet | antidote | iv |
glucarpidase | | antidote | iv | unit/kg 20-60
ipecacuanha | ipecac, syrup of ipecac | emetic | oral | mL 5-60
hydroxycarbamide | hydroxyurea | antimetabolite, cytotoxic | oral | mg 100-6000; mg/kg 5-80
erythropoietin | epoetin alfa, epoetin, epoetin beta, erythropoietin alfa | erythropoiesis stimulating agent | sc iv | unit 100-60000; unit/kg 20-1500
darbepoetin alfa | darbepoetin | erythropoiesis stimulating agent | sc iv | mcg 10-500; mcg/kg 0.3-5
filgrastim | g-csf, granulocyte colony-stimulating factor | colony stimulating factor | sc iv | mcg 20-1500; mcg/kg 1-24; unit 2000000-150000000
pegfilgrastim | | colony stimulating factor | sc | mg 1-6
eltrombopag | | thrombopoietin receptor agonist | oral | mg 12.5-150
romiplostim | | thrombopoietin receptor agonist | sc | mcg/kg 1-10
voxelotor | | haemoglobin modulator | oral | mg 500-2500
crizanlizumab | | monoclonal antibody | iv | mg/kg 2.5-7.5
`;
