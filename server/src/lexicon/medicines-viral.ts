// Medicines for tuberculosis, leprosy, HIV, hepatitis and other viral infections, as data (the columns are
// those of medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const antimycobacterialsAndAntivirals = `
isoniazid | inh, isoniazide, isonicotinic acid hydrazide | antituberculosis | oral iv im | mg 10-900; mg/kg 4-20
rifampicin | rifampin, rifampicine | rifamycin, antituberculosis, antibiotic | oral iv | mg 20-1800; mg/kg 5-35
pyrazinamide | pza | antituberculosis | oral | mg 50-3000; mg/kg 15-70
ethambutol | emb | antituberculosis | oral | mg 50-3000; mg/kg 10-50
rifapentine | | rifamycin, antituberculosis | oral | mg 100-1800; mg/kg 5-30
rifabutin | | rifamycin, antituberculosis | oral | mg 50-600; mg/kg 2.5-20
rifamycin | | rifamycin, antibiotic | oral ear | oral mg 100-800
rifampicin/isoniazid | isoniazid/rifampicin, rifampin/isoniazid, isoniazid/rifampin | antituberculosis | oral | mg 50-1600
rifampicin/isoniazid/pyrazinamide | isoniazid/rifampicin/pyrazinamide, isoniazid/pyrazinamide/rifampicin | antituberculosis | oral |
rifampicin/isoniazid/pyrazinamide/ethambutol | rhze, hrze, four-drug regimen, four drug regimen, four-drug combination, standard four-drug regimen, standard four-drug treatment, four-drug tuberculosis treatment, 2rhze/4rh, 2hrze/4hr, rifampicin/isoniazid/ethambutol/pyrazinamide, isoniazid/rifampicin/pyrazinamide/ethambutol, ethambutol/isoniazid/pyrazinamide/rifampicin | antituberculosis | oral |
rifampicin/isoniazid/ethambutol | isoniazid/rifampicin/ethambutol, ethambutol/isoniazid/rifampicin | antituberculosis | oral |
isoniazid/rifapentine | rifapentine/isoniazid | antituberculosis | oral | mg 100-1800
isoniazid/ethambutol | ethambutol/isoniazid | antituberculosis | oral |
isoniazid/pyridoxine/sulfamethoxazole/trimethoprim | | antituberculosis | oral |
bedaquiline | bdq | antituberculosis | oral | mg 20-400; mg/kg 2-8
delamanid | dlm | antituberculosis | oral | mg 20-300; mg/kg 2-8
pretomanid | | antituberculosis | oral | mg 100-400
linezolid | lzd | oxazolidinone, antituberculosis, antibiotic | oral iv | mg 15-1200; mg/kg 8-40
clofazimine | cfz | antileprotic, antituberculosis | oral | mg 25-300; mg/kg 0.5-10
cycloserine | | antituberculosis | oral | mg 60-1000; mg/kg 7-25
terizidone | | antituberculosis | oral | mg 60-1000; mg/kg 7-25
ethionamide | | antituberculosis | oral | mg 60-1250; mg/kg 10-25
prothionamide | protionamide | antituberculosis | oral | mg 60-1250; mg/kg 10-25
aminosalicylic acid | para-aminosalicylic acid, p-aminosalicylic acid, para aminosalicylic acid, para-aminosalicylate sodium | antituberculosis | oral | mg 500-16000; mg/kg 100-400
capreomycin | | antituberculosis | im iv | mg 100-1500; mg/kg 10-35
levofloxacin | levofloxacine | fluoroquinolone, quinolone, antibiotic, antituberculosis | oral iv eye | mg 50-1500; mg/kg 5-30
moxifloxacin | | fluoroquinolone, quinolone, antibiotic, antituberculosis | oral iv eye | mg 40-800; mg/kg 5-20
gatifloxacin | | fluoroquinolone, quinolone, antibiotic, antituberculosis | oral eye | mg 100-1200; mg/kg 5-20
thioacetazone | thiacetazone, amithiozone | antituberculosis | oral | mg 25-200; mg/kg 1-5
dapsone | diaminodiphenyl sulfone | sulfone, antileprotic | oral topical | mg 10-300; mg/kg 0.5-6
thalidomide | | immunomodulator | oral | mg 25-800; mg/kg 1-10
abacavir | | nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 15-600; mg/kg 2-20
lamivudine | 3tc | nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 5-300; mg/kg 2-10
zidovudine | azt, zdv, azidothymidine | nucleoside reverse transcriptase inhibitor, antiretroviral | oral iv | oral mg 2-600; iv mg 2-1500; oral mg/kg 1-24; iv mg/kg 0.75-10; iv mg/kg/h 0.5-2
stavudine | d4t | nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 1-80; mg/kg 0.5-2.5
didanosine | | nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 20-400; mg/m2 50-300
emtricitabine | ftc | nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 20-240; mg/kg 3-6
tenofovir disoproxil | tdf, tenofovir, tenofovir disoproxil fumarate | nucleotide reverse transcriptase inhibitor, antiretroviral | oral | mg 10-600; mg/kg 4-10
tenofovir alafenamide | taf | nucleotide reverse transcriptase inhibitor, antiretroviral | oral | mg 5-50
nevirapine | nvp | non-nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 2-400; mg/kg 1-10; mg/m2 100-400
efavirenz | efv | non-nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 50-800; mg/kg 8-25
etravirine | | non-nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 25-400
rilpivirine | rpv | non-nucleoside reverse transcriptase inhibitor, antiretroviral | oral im | mg 12.5-900
doravirine | | non-nucleoside reverse transcriptase inhibitor, antiretroviral | oral | mg 50-200
dolutegravir | dtg | integrase inhibitor, antiretroviral | oral | mg 5-100; mg/kg 0.5-4
raltegravir | | integrase inhibitor, antiretroviral | oral | mg 4-1600; mg/kg 1-15
bictegravir | | integrase inhibitor, antiretroviral | oral | mg 15-100
elvitegravir | | integrase inhibitor, antiretroviral | oral | mg 50-150
cabotegravir | | integrase inhibitor, antiretroviral | im oral | mg 30-900
cobicistat | | pharmacokinetic booster | oral | mg 90-300
ritonavir | rtv | protease inhibitor, antiretroviral | oral | mg 10-1200
lopinavir | | protease inhibitor, antiretroviral | oral |
lopinavir/ritonavir | lpv/r | protease inhibitor, antiretroviral | oral | mg 10-1600; mg/m2 200-800; mg/kg 10-40
atazanavir | atv | protease inhibitor, antiretroviral | oral | mg 50-600
atazanavir/ritonavir | atv/r | protease inhibitor, antiretroviral | oral | mg 50-600
darunavir | drv | protease inhibitor, antiretroviral | oral | mg 60-1600; mg/kg 10-50
darunavir/ritonavir | drv/r | protease inhibitor, antiretroviral | oral | mg 60-1600
darunavir/cobicistat | | protease inhibitor, antiretroviral | oral | mg 100-1000
saquinavir | | protease inhibitor, antiretroviral | oral | mg 200-3600
indinavir | | protease inhibitor, antiretroviral | oral | mg 200-3600
nelfinavir | | protease inhibitor, antiretroviral | oral | mg 200-3750
fosamprenavir | | protease inhibitor, antiretroviral | oral | mg 350-2800
tipranavir | | protease inhibitor, antiretroviral | oral | mg 200-1600
maraviroc | | entry inhibitor, antiretroviral | oral | mg 25-1200
enfuvirtide | | entry inhibitor, antiretroviral | sc | mg 18-180
fostemsavir | | entry inhibitor, antiretroviral | oral | mg 600-1200
lenacapavir | | capsid inhibitor, antiretroviral | sc oral | mg 300-1800
dapivirine | | non-nucleoside reverse transcriptase inhibitor, antiretroviral | vaginal |
abacavir/lamivudine | abc/3tc, lamivudine/abacavir | antiretroviral | oral | mg 30-900
abacavir/dolutegravir/lamivudine | abacavir/lamivudine/dolutegravir, abc/3tc/dtg, dolutegravir/abacavir/lamivudine | antiretroviral | oral |
zidovudine/lamivudine | lamivudine/zidovudine, azt/3tc, 3tc/azt | antiretroviral | oral | mg 30-900
zidovudine/lamivudine/nevirapine | lamivudine/nevirapine/zidovudine, azt/3tc/nvp, lamivudine/zidovudine/nevirapine | antiretroviral | oral |
tenofovir disoproxil/lamivudine | tdf/3tc, tenofovir/lamivudine, lamivudine/tenofovir disoproxil | antiretroviral | oral | mg 50-900
tenofovir disoproxil/emtricitabine | tdf/ftc, tenofovir/emtricitabine, emtricitabine/tenofovir, emtricitabine/tenofovir disoproxil, ftc/tdf | antiretroviral | oral | mg 100-900
tenofovir disoproxil/lamivudine/dolutegravir | tld, tdf/3tc/dtg, tenofovir/lamivudine/dolutegravir, dolutegravir/lamivudine/tenofovir, dolutegravir/lamivudine/tenofovir disoproxil | antiretroviral | oral |
tenofovir disoproxil/lamivudine/efavirenz | tdf/3tc/efv, tenofovir/lamivudine/efavirenz, efavirenz/lamivudine/tenofovir, efavirenz/lamivudine/tenofovir disoproxil | antiretroviral | oral |
tenofovir disoproxil/emtricitabine/efavirenz | tdf/ftc/efv, efavirenz/emtricitabine/tenofovir, tenofovir/emtricitabine/efavirenz | antiretroviral | oral |
tenofovir disoproxil/emtricitabine/dolutegravir | tdf/ftc/dtg, tenofovir/emtricitabine/dolutegravir | antiretroviral | oral |
tenofovir alafenamide/emtricitabine | taf/ftc, emtricitabine/tenofovir alafenamide | antiretroviral | oral |
aciclovir | acyclovir | antiviral | oral iv topical eye | oral mg 20-3200; iv mg 20-4000; oral mg/kg 5-100; iv mg/kg 5-60; mg/m2 250-2400
valaciclovir | valacyclovir | antiviral | oral | mg 250-8000; mg/kg 10-90
famciclovir | famcyclovir | antiviral | oral | mg 125-2000
ganciclovir | gancyclovir | antiviral | iv eye | mg 10-1500; mg/kg 2.5-15
valganciclovir | | antiviral | oral | mg 14-1800; mg/kg 10-40
foscarnet | | antiviral | iv | mg 200-18000; mg/kg 30-200
cidofovir | | antiviral | iv topical | mg 50-700; mg/kg 1-5
penciclovir | | antiviral | topical |
letermovir | | antiviral | oral iv | mg 40-480
idoxuridine | | antiviral | eye topical |
trifluridine | trifluorothymidine | antiviral | eye oral |
oseltamivir | | neuraminidase inhibitor, antiviral | oral | mg 6-300; mg/kg 1-8
zanamivir | | neuraminidase inhibitor, antiviral | inhaled iv | mg 5-1200
peramivir | | neuraminidase inhibitor, antiviral | iv | mg 30-600; mg/kg 6-12
baloxavir | baloxavir marboxil | antiviral | oral | mg 20-80; mg/kg 1-2
amantadine | | antiviral, antiparkinson | oral | mg 50-400; mg/kg 2-9
rimantadine | | antiviral | oral | mg 50-200
favipiravir | | antiviral | oral | mg 200-3600
remdesivir | | antiviral | iv | mg 5-200; mg/kg 1.25-5
molnupiravir | | antiviral | oral | mg 200-1600
nirmatrelvir | | protease inhibitor, antiviral | oral | mg 150-600
nirmatrelvir/ritonavir | | protease inhibitor, antiviral | oral | mg 100-900
ribavirin | tribavirin | antiviral | oral iv nebulised | mg 100-6000; mg/kg 7-100
tecovirimat | | antiviral | oral iv | mg 35-1200; mg/kg 6-12
brincidofovir | | antiviral | oral | mg 20-200; mg/kg 3-6
entecavir | | nucleoside analogue, antiviral | oral | mg 0.05-1; mg/kg 0.015-0.03
adefovir | adefovir dipivoxil | nucleoside analogue, antiviral | oral | mg 5-10
telbivudine | | nucleoside analogue, antiviral | oral | mg 200-600
sofosbuvir | | direct-acting antiviral | oral | mg 150-400
daclatasvir | | direct-acting antiviral | oral | mg 30-90
ledipasvir | | direct-acting antiviral | oral | mg 45-90
velpatasvir | | direct-acting antiviral | oral | mg 50-100
sofosbuvir/velpatasvir | | direct-acting antiviral | oral | mg 50-500
sofosbuvir/ledipasvir | ledipasvir/sofosbuvir | direct-acting antiviral | oral | mg 40-500
sofosbuvir/daclatasvir | | direct-acting antiviral | oral | mg 30-500
glecaprevir | | direct-acting antiviral | oral | mg 150-300
pibrentasvir | | direct-acting antiviral | oral | mg 60-120
glecaprevir/pibrentasvir | | direct-acting antiviral | oral |
simeprevir | | direct-acting antiviral | oral | mg 100-150
ravidasvir | | direct-acting antiviral | oral | mg 100-200
dasabuvir | | direct-acting antiviral | oral |
ombitasvir | | direct-acting antiviral | oral |
paritaprevir | | direct-acting antiviral | oral |
interferon alfa | interferon alpha, interferon alfa-2a, interferon alfa-2b | interferon | sc | unit 1000000-36000000
peginterferon alfa | pegylated interferon alfa, peginterferon alfa-2a, peginterferon alfa-2b | interferon | sc | mcg 20-180
`;
