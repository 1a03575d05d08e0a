// Medicines for the heart, the vessels, the kidney's output and clotting, as data (the columns are those of
// medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const cardiovascularMedicines = `
adrenaline | epinephrine, adrenaline tartrate | catecholamine, vasopressor | im iv sc nebulised intraosseous | im/sc mg 0.005-2.4; iv/intraosseous mg 0.002-6; nebulised mg 0.25-6; im/sc mg/kg 0.005-0.03; iv/intraosseous mg/kg 0.001-0.1; nebulised mg/kg 0.05-0.5; iv mcg/kg/min 0.01-2; iv mcg/min 0.5-40; im/sc mL 0.01-4; iv/intraosseous mL 0.05-20; mL/kg 0.005-0.5; nebulised mL 0.5-10
noradrenaline | norepinephrine, levarterenol | catecholamine, vasopressor | iv | mg 0.004-100; mcg/kg/min 0.005-2.5; mcg/min 0.5-60; mg/h 0.05-6
dopamine | | catecholamine, inotrope | iv | mg 20-1600; mcg/kg/min 1-30
dobutamine | | catecholamine, inotrope | iv | mg 20-1000; mcg/kg/min 0.5-30
isoprenaline | isoproterenol | catecholamine, inotrope | iv | mg 0.02-10; mcg/kg/min 0.01-1; mcg/min 0.5-20
phenylephrine | | sympathomimetic, vasopressor | iv nasal eye | iv mg 0.021-1.05; im/sc mg 1-10; mcg/kg/min 0.05-5; mcg/min 5-360; mcg/kg 1-20
ephedrine | | sympathomimetic, vasopressor | iv oral nasal im | iv mg 1.5-45; oral mg 2.5-200; im mg 5-100; mg/kg 0.05-3
metaraminol | | sympathomimetic, vasopressor | iv | mg 0.25-10
milrinone | | phosphodiesterase inhibitor, inotrope | iv | mcg/kg 25-100; mcg/kg/min 0.1-1
levosimendan | | inotrope | iv | mg 2.5-25; mcg/kg 3-24; mcg/kg/min 0.05-0.3
vasopressin | argipressin | vasopressor | iv im | unit 0.5-40; unit/min 0.005-0.4; unit/h 0.6-24; unit/kg/min 0.0001-0.01; unit/kg/h 0.0005-0.1
terlipressin | | vasopressin analogue | iv | mg 0.25-12; mcg/kg 5-50
amlodipine | | calcium channel blocker, antihypertensive | oral | mg 1.1-15; mg/kg 0.05-0.6
nifedipine | nifedipin | calcium channel blocker, antihypertensive | oral sublingual | mg 2.5-80; mg/kg 0.1-3
felodipine | | calcium channel blocker, antihypertensive | oral | mg 2.5-20
nicardipine | | calcium channel blocker, antihypertensive | iv oral | iv mg 0.5-360; iv mg/h 0.5-15; mcg/kg/min 0.2-5; oral mg 20-120
nimodipine | | calcium channel blocker | oral iv | mg 15-360; mg/h 0.5-2; mcg/kg/h 7.5-30
isradipine | | calcium channel blocker, antihypertensive | oral | mg 1.25-20; mg/kg 0.05-0.8
lercanidipine | | calcium channel blocker, antihypertensive | oral | mg 5-20
lacidipine | | calcium channel blocker, antihypertensive | oral | mg 2-6
clevidipine | | calcium channel blocker, antihypertensive | iv | mg/h 1-32
verapamil | | calcium channel blocker, antiarrhythmic, rate-limiting calcium channel blocker | oral iv | oral mg 20-480; iv mg 1-30; iv mg/kg 0.05-0.4; oral mg/kg 1-10
diltiazem | | calcium channel blocker, antiarrhythmic, rate-limiting calcium channel blocker | oral iv topical | oral mg 15-480; iv mg 5-30; iv mg/kg 0.2-0.5; mg/h 5-20; oral mg/kg 0.5-6
atenolol | | beta blocker, antihypertensive | oral iv | oral mg 2.5-200; iv mg 1-10; mg/kg 0.5-3
bisoprolol | | beta blocker, antihypertensive | oral | mg 0.625-20; mg/kg 0.02-0.4
carvedilol | | beta blocker, antihypertensive | oral | mg 1.5-50; mg/kg 0.02-1
metoprolol | metoprolol tartrate, metoprolol succinate | beta blocker, antihypertensive | oral iv | oral mg 6-400; iv mg 1-15; mg/kg 0.1-6
propranolol | | beta blocker, antihypertensive | oral iv | oral mg 1-320; iv mg 0.25-6; oral mg/kg 0.2-8; iv mg/kg 0.01-0.15
labetalol | | beta blocker, antihypertensive | iv oral | iv mg 5-150; oral mg 42-1600; iv mg/h 5-160; iv mg/min 0.25-8; iv mg/kg 0.1-4; oral mg/kg 1-40; mg/kg/h 0.1-3
esmolol | | beta blocker, antiarrhythmic | iv | mg 10-160; mcg/kg 100-1000; mcg/kg/min 25-500
nebivolol | | beta blocker, antihypertensive | oral | mg 1.25-40
sotalol | | beta blocker, antiarrhythmic | oral iv | mg 10-640; mg/kg 0.5-10
nadolol | | beta blocker | oral | mg 10-320; mg/kg 0.5-2.5
pindolol | | beta blocker | oral | mg 2.5-60
captopril | | ace inhibitor, antihypertensive | oral sublingual | mg 0.2-150; mg/kg 0.01-6
enalapril | | ace inhibitor, antihypertensive | oral iv | oral mg 0.25-40; iv mg 0.3-5; mg/kg 0.02-1
enalaprilat | | ace inhibitor, antihypertensive | iv | mg 0.3-20; mcg/kg 5-40
lisinopril | | ace inhibitor, antihypertensive | oral | mg 1.25-40; mg/kg 0.05-0.6
ramipril | | ace inhibitor, antihypertensive | oral | mg 1.25-20
perindopril | | ace inhibitor, antihypertensive | oral | mg 1-16
quinapril | | ace inhibitor, antihypertensive | oral | mg 2.5-80
fosinopril | | ace inhibitor, antihypertensive | oral | mg 5-80
benazepril | | ace inhibitor, antihypertensive | oral | mg 5-80
trandolapril | | ace inhibitor, antihypertensive | oral | mg 0.5-8
losartan | | angiotensin receptor blocker, antihypertensive | oral | mg 6-150; mg/kg 0.4-1.5
valsartan | | angiotensin receptor blocker, antihypertensive | oral | mg 20-320; mg/kg 0.4-4
candesartan | | angiotensin receptor blocker, antihypertensive | oral | mg 2-32
irbesartan | | angiotensin receptor blocker, antihypertensive | oral | mg 75-300
telmisartan | | angiotensin receptor blocker, antihypertensive | oral | mg 20-80
olmesartan | | angiotensin receptor blocker, antihypertensive | oral | mg 5-40
azilsartan | | angiotensin receptor blocker, antihypertensive | oral | mg 20-80
sacubitril | | neprilysin inhibitor | oral |
sacubitril/valsartan | | neprilysin inhibitor, angiotensin receptor blocker | oral | mg 24-400
aliskiren | | renin inhibitor, antihypertensive | oral | mg 75-300
amlodipine/valsartan | | antihypertensive | oral |
amlodipine/telmisartan | telmisartan/amlodipine | antihypertensive | oral |
lisinopril/amlodipine | | antihypertensive | oral |
perindopril/amlodipine | | antihypertensive | oral |
losartan/hydrochlorothiazide | | antihypertensive | oral |
lisinopril/hydrochlorothiazide | | antihypertensive | oral |
amiloride/hydrochlorothiazide | co-amilozide, hydrochlorothiazide/amiloride | antihypertensive, diuretic | oral | mg 2.5-110
hydralazine | hydralazin | vasodilator, antihypertensive | iv im oral | iv/im mg 0.5-40; oral mg 2.5-200; iv/im mg/kg 0.05-1.5; oral mg/kg 0.1-7.5; iv mg/h 1-20; mcg/kg/min 2-50
dihydralazine | | vasodilator, antihypertensive | iv im oral | iv/im mg 2.5-100; oral mg 10-200; mg/h 0.5-20
methyldopa | alpha-methyldopa, alpha methyldopa, alphamethyldopa | antihypertensive | oral | mg 60-2500; mg/kg 5-65
clonidine | | alpha-2 agonist, antihypertensive | oral iv epidural transdermal | mg 0.01-0.8; mcg/kg 0.5-20; mcg/kg/h 0.1-3
moxonidine | | antihypertensive | oral | mg 0.2-0.6
reserpine | | antihypertensive | oral | mg 0.05-1
minoxidil | | vasodilator, antihypertensive | oral topical | oral mg 0.2-40; oral mg/kg 0.1-1
prazosin | | alpha blocker, antihypertensive | oral | mg 0.25-15; mcg/kg 5-500
doxazosin | | alpha blocker, antihypertensive | oral | mg 0.5-16
terazosin | | alpha blocker, antihypertensive | oral | mg 1-20
phentolamine | | alpha blocker | iv sc | mg 0.5-20; mg/kg 0.02-0.2
phenoxybenzamine | | alpha blocker | oral iv | mg 0.2-240; mg/kg 0.2-2
urapidil | | alpha blocker, antihypertensive | iv oral | mg 5-180; mg/h 2-30
sodium nitroprusside | nitroprusside | vasodilator, antihypertensive | iv | mg 0.02-100; mcg/kg/min 0.1-10; mcg/min 5-800
glyceryl trinitrate | nitroglycerin, nitroglycerine, trinitrin, gtn | nitrate | sublingual iv topical transdermal | sublingual mg 0.3-1.6; iv mg 0.01-50; transdermal mg 2.5-20; mcg/min 2.5-250; mcg/kg/min 0.1-10; mg/h 0.2-16
isosorbide dinitrate | isdn | nitrate | oral sublingual iv | oral mg 2.5-160; sublingual mg 1.25-20; iv mg 1-240; mg/h 0.5-16
isosorbide mononitrate | ismn | nitrate | oral | mg 5-120
isosorbide dinitrate/hydralazine | hydralazine/isosorbide dinitrate | nitrate, vasodilator | oral |
nicorandil | | antianginal | oral | mg 5-60
ranolazine | | antianginal | oral | mg 375-2000
trimetazidine | | antianginal | oral | mg 20-80
ivabradine | | antianginal | oral | mg 2.5-15
furosemide | frusemide, furosemid | loop diuretic, diuretic | iv oral im | oral mg 0.5-500; iv/im mg 0.5-330; mg/kg 0.1-6; mg/h 1-60; mg/kg/h 0.02-1; mg/min 0.1-4
bumetanide | | loop diuretic, diuretic | oral iv | mg 0.25-4; mg/kg 0.005-0.2
torasemide | torsemide | loop diuretic, diuretic | oral iv | mg 2.5-200
ethacrynic acid | etacrynic acid | loop diuretic, diuretic | iv oral | mg 25-400; mg/kg 0.5-3
hydrochlorothiazide | hctz | thiazide diuretic, diuretic, antihypertensive | oral | mg 2.5-100; mg/kg 0.5-4
chlorothiazide | | thiazide diuretic, diuretic | oral iv | mg 25-2000; mg/kg 5-40
bendroflumethiazide | bendrofluazide | thiazide diuretic, diuretic, antihypertensive | oral | mg 1.25-10; mg/kg 0.05-0.4
chlortalidone | chlorthalidone | thiazide-like diuretic, diuretic, antihypertensive | oral | mg 6.25-100; mg/kg 0.3-2
indapamide | | thiazide-like diuretic, diuretic, antihypertensive | oral | mg 0.625-5
metolazone | | thiazide-like diuretic, diuretic | oral | mg 0.5-20; mg/kg 0.1-0.4
spironolactone | | aldosterone antagonist, potassium-sparing diuretic, diuretic | oral | mg 1-400; mg/kg 0.5-6
eplerenone | | aldosterone antagonist, potassium-sparing diuretic, diuretic | oral | mg 12.5-100
finerenone | | aldosterone antagonist | oral | mg 5-40
amiloride | | potassium-sparing diuretic, diuretic | oral | mg 0.5-40; mg/kg 0.1-0.6
triamterene | | potassium-sparing diuretic, diuretic | oral | mg 25-300
acetazolamide | | carbonic anhydrase inhibitor, diuretic | oral iv | mg 20-2000; mg/kg 2-60
mannitol | | osmotic diuretic | iv | mg 500-200000; mg/kg 200-2000; mL 10-1000; mL/kg 1-10
tolvaptan | | vasopressin antagonist | oral | mg 7.5-120
digoxin | digoxine | cardiac glycoside | oral iv | mg 0.01-1; mcg/kg 1-40
amiodarone | | antiarrhythmic | iv oral | oral mg 15-1600; iv mg 10-1200; oral mg/kg 2.5-20; iv mg/kg 2.5-15; mcg/kg/min 5-25; mg/min 0.25-20; mg/h 10-100; mg/kg/h 0.2-2
lidocaine | lignocaine, lidocain, lidocaine hydrochloride | local anaesthetic, antiarrhythmic | sc iv topical im epidural | mg 5-500; mg/kg 0.5-7; mg/min 0.5-5; mcg/kg/min 10-60; mg/kg/h 0.5-3; mL 0.1-50; mL/kg 0.02-1
procainamide | | antiarrhythmic | iv oral | mg 50-5000; mg/kg 2-50; mg/min 1-50; mcg/kg/min 20-80
flecainide | | antiarrhythmic | oral iv | mg 10-400; mg/kg 0.5-8
propafenone | | antiarrhythmic | oral iv | mg 150-900; mg/kg 1-2
disopyramide | | antiarrhythmic | oral iv | mg 50-800
mexiletine | | antiarrhythmic | oral | mg 50-1200
dronedarone | | antiarrhythmic | oral | mg 400-800
adenosine | | antiarrhythmic | iv | mg 0.1-20; mg/kg 0.05-0.5
ibutilide | | antiarrhythmic | iv |
vernakalant | | antiarrhythmic | iv |
acetylsalicylic acid | aspirin, asa | salicylate, nsaid, antiplatelet | oral rectal iv | mg 10-4000; mg/kg 1-100
clopidogrel | | antiplatelet | oral | mg 2-600; mg/kg 0.2-1
prasugrel | | antiplatelet | oral | mg 5-60
ticagrelor | | antiplatelet | oral | mg 45-180
dipyridamole | | antiplatelet | oral | mg 25-600; mg/kg 1-10
cilostazol | | antiplatelet | oral | mg 50-200
ticlopidine | | antiplatelet | oral | mg 250-500
abciximab | | antiplatelet | iv |
tirofiban | | antiplatelet | iv | mcg/kg/min 0.05-0.5; mcg/kg 0.4-30
eptifibatide | | antiplatelet | iv | mcg/kg 100-200; mcg/kg/min 0.5-2
heparin | unfractionated heparin, ufh, heparin sodium, heparine, sodium heparin | heparin, anticoagulant | iv sc | iv unit 0.5-40000; sc unit 50-25000; iv unit/kg 17-400; sc unit/kg 20-500; unit/kg/h 5-35; unit/h 100-3000
enoxaparin | enoxaparine | low molecular weight heparin, heparin, anticoagulant | sc iv | mg 2-160; mg/kg 0.3-3.5; unit 200-16000; unit/kg 30-200
low molecular weight heparin | lmwh, low molecular heparin, low-molecular-weight heparins | heparin, anticoagulant | sc | mg 2-160; mg/kg 0.3-2; unit 200-18000; unit/kg 30-200
dalteparin | | low molecular weight heparin, heparin, anticoagulant | sc | unit 100-18000; unit/kg 30-200
tinzaparin | | low molecular weight heparin, heparin, anticoagulant | sc | unit 500-18000; unit/kg 50-175
nadroparin | | low molecular weight heparin, heparin, anticoagulant | sc | unit 500-20000; unit/kg 30-200; mL 0.1-2
fondaparinux | | anticoagulant | sc | mg 0.5-10; mg/kg 0.05-0.2
warfarin | warfarine, warfarin sodium | vitamin k antagonist, anticoagulant | oral | mg 0.25-15; mg/kg 0.05-0.4
acenocoumarol | nicoumalone | vitamin k antagonist, anticoagulant | oral | mg 0.5-10; mg/kg 0.02-0.2
phenprocoumon | | vitamin k antagonist, anticoagulant | oral | mg 0.75-12
phenindione | | vitamin k antagonist, anticoagulant | oral | mg 25-200
rivaroxaban | | factor xa inhibitor, direct oral anticoagulant, anticoagulant | oral | mg 0.5-30; mg/kg 0.2-1.5
apixaban | | factor xa inhibitor, direct oral anticoagulant, anticoagulant | oral | mg 0.25-20; mg/kg 0.05-0.5
edoxaban | | factor xa inhibitor, direct oral anticoagulant, anticoagulant | oral | mg 15-60
dabigatran | dabigatran etexilate | thrombin inhibitor, direct oral anticoagulant, anticoagulant | oral | mg 20-330
argatroban | | thrombin inhibitor, anticoagulant | iv | mcg/kg/min 0.1-40; mcg/kg 50-400
bivalirudin | | thrombin inhibitor, anticoagulant | iv | mg/kg 0.1-1; mg/kg/h 0.03-2.5
streptokinase | | fibrinolytic | iv | unit 100000-3000000; unit/h 50000-250000; unit/kg 1000-5000; unit/kg/h 500-2500
alteplase | rt-pa, tpa, recombinant tissue plasminogen activator, tissue plasminogen activator | fibrinolytic | iv | mg 0.5-100; mg/kg 0.01-1.5; mg/kg/h 0.01-0.6
tenecteplase | | fibrinolytic | iv | mg 10-50; mg/kg 0.25-0.6; unit 2000-10000
reteplase | | fibrinolytic | iv | unit 5-20
urokinase | | fibrinolytic | iv | unit 1000-6000000; unit/kg 2000-20000
tranexamic acid | txa | antifibrinolytic | iv oral topical | oral mg 50-4000; iv mg 50-4000; topical mg 100-2000; mg/kg 5-75; mg/h 50-250; mg/kg/h 1-10
aminocaproic acid | epsilon-aminocaproic acid | antifibrinolytic | iv oral | mg 250-30000; mg/kg 20-400
aprotinin | | antifibrinolytic | iv |
etamsylate | ethamsylate | haemostatic | iv im oral | mg 12.5-2500; mg/kg 5-50
protamine | protamine sulfate | heparin antidote | iv | mg 0.25-50; mg/kg 0.25-2
simvastatin | | statin | oral | mg 5-80
atorvastatin | | statin | oral | mg 2-80
rosuvastatin | | statin | oral | mg 2.5-40
pravastatin | | statin | oral | mg 5-80
lovastatin | | statin | oral | mg 10-80
fluvastatin | | statin | oral | mg 20-80
pitavastatin | | statin | oral | mg 1-4
ezetimibe | | lipid lowering | oral | mg 5-10
gemfibrozil | | fibrate | oral | mg 300-1500
fenofibrate | | fibrate | oral | mg 43-300
bezafibrate | | fibrate | oral | mg 200-600
colestyramine | cholestyramine | bile acid sequestrant | oral | mg 500-36000; mg/kg 50-300
colestipol | | bile acid sequestrant | oral | mg 1000-30000
evolocumab | | pcsk9 inhibitor | sc | mg 140-420
alirocumab | | pcsk9 inhibitor | sc | mg 75-300
sildenafil | | phosphodiesterase-5 inhibitor | oral iv | mg 0.5-100; mg/kg 0.2-4
tadalafil | | phosphodiesterase-5 inhibitor | oral | mg 2.5-40; mg/kg 0.5-1
bosentan | | endothelin antagonist | oral | mg 8-250; mg/kg 1-4
ambrisentan | | endothelin antagonist | oral | mg 2.5-10
iloprost | | prostaglandin | nebulised iv | mcg 2.5-50
epoprostenol | prostacyclin | prostaglandin | iv |
alprostadil | prostaglandin e1, pge1 | prostaglandin | iv | mcg 1-500; mcg/kg/min 0.005-0.4
midodrine | | sympathomimetic | oral | mg 2.5-40
pentoxifylline | oxpentifylline | vasodilator | oral iv | mg 20-1200; mg/kg 5-30
tamsulosin | | alpha blocker | oral | mg 0.2-0.8
alfuzosin | | alpha blocker | oral | mg 2.5-10
finasteride | | 5-alpha reductase inhibitor | oral | mg 1-5
dutasteride | | 5-alpha reductase inhibitor | oral | mg 0.5-2.5
oxybutynin | | antimuscarinic | oral transdermal | oral mg 1-30; mg/kg 0.1-0.6
tolterodine | | antimuscarinic | oral | mg 1-4
solifenacin | | antimuscarinic | oral | mg 5-10
mirabegron | | beta-3 agonist | oral | mg 25-50
flavoxate | | antispasmodic | oral | mg 100-800
`;
