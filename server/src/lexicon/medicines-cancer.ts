// Medicines for cancer, for joints and gout, and those that suppress immunity, as data (the columns are those of
// medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const cancerAndImmunityMedicines = `
methotrexate | mtx, amethopterin | antimetabolite, cytotoxic, dmard | oral im iv intrathecal sc | oral mg 1-30; im/sc mg 2.5-120; iv mg 5-25000; intrathecal mg 3-15; oral mg/m2 5-40; im/sc mg/m2 5-120; iv mg/m2 5-12000; mg/kg 0.15-1.5
cyclophosphamide | cyclophosphamid | alkylating agent, cytotoxic | iv oral | oral mg 12.5-500; iv mg 100-6000; oral mg/m2 30-500; iv mg/m2 50-4000; oral mg/kg 0.5-10; iv mg/kg 2-60
ifosfamide | | alkylating agent, cytotoxic | iv | mg 500-20000; mg/m2 800-5000
mesna | | uroprotective | iv oral | mg 100-10000; mg/m2 200-5000; mg/kg 4-60
chlorambucil | | alkylating agent, cytotoxic | oral | mg 1-20; mg/kg 0.03-0.4
melphalan | | alkylating agent, cytotoxic | oral iv | mg 2-400; mg/m2 4-240; mg/kg 0.1-0.3
busulfan | | alkylating agent, cytotoxic | oral iv | mg 0.5-300; mg/kg 0.05-5
bendamustine | | alkylating agent, cytotoxic | iv | mg/m2 25-120
dacarbazine | | alkylating agent, cytotoxic | iv | mg 100-2500; mg/m2 100-1200
temozolomide | | alkylating agent, cytotoxic | oral | mg 5-500; mg/m2 50-250
procarbazine | | alkylating agent, cytotoxic | oral | mg 25-300; mg/m2 50-150
carmustine | | nitrosourea, cytotoxic | iv | mg/m2 50-300
lomustine | | nitrosourea, cytotoxic | oral | mg/m2 50-130
cisplatin | | platinum, cytotoxic | iv | mg 10-300; mg/m2 5-150
carboplatin | | platinum, cytotoxic | iv | mg 50-1500; mg/m2 100-800
oxaliplatin | | platinum, cytotoxic | iv | mg 20-350; mg/m2 30-140
doxorubicin | adriamycin | anthracycline, cytotoxic | iv | mg 5-200; mg/m2 10-120
pegylated liposomal doxorubicin | liposomal doxorubicin, doxorubicin liposomal | anthracycline, cytotoxic | iv | mg 10-120; mg/m2 15-60
daunorubicin | | anthracycline, cytotoxic | iv | mg 5-250; mg/m2 20-120
epirubicin | | anthracycline, cytotoxic | iv | mg 10-300; mg/m2 10-150
idarubicin | | anthracycline, cytotoxic | iv | mg/m2 4-20
mitoxantrone | mitozantrone | anthracenedione, cytotoxic | iv | mg 4-40; mg/m2 5-20
bleomycin | | cytotoxic antibiotic, cytotoxic | iv im | unit 1-60; mg 1-60; mg/m2 2-40
dactinomycin | actinomycin d, actinomycin-d | cytotoxic antibiotic, cytotoxic | iv | mg 0.1-5; mcg/kg 5-75; mg/m2 0.3-3
mitomycin | mitomycin c, mitomycin-c | cytotoxic antibiotic, cytotoxic | iv | mg 5-60; mg/m2 5-25
vincristine | vincristine sulfate | vinca alkaloid, cytotoxic | iv | mg 0.1-4; mg/m2 0.4-2.5; mg/kg 0.01-0.1
vinblastine | | vinca alkaloid, cytotoxic | iv | mg 1-25; mg/m2 2.5-18.5
vinorelbine | | vinca alkaloid, cytotoxic | iv oral | mg 10-160; mg/m2 15-80
paclitaxel | | taxane, cytotoxic | iv | mg 30-500; mg/m2 40-300
docetaxel | | taxane, cytotoxic | iv | mg 20-250; mg/m2 20-120
cabazitaxel | | taxane, cytotoxic | iv | mg/m2 15-30
etoposide | | topoisomerase inhibitor, cytotoxic | iv oral | mg 25-1000; mg/m2 30-500
irinotecan | | topoisomerase inhibitor, cytotoxic | iv | mg 30-800; mg/m2 20-350
topotecan | | topoisomerase inhibitor, cytotoxic | iv oral | mg/m2 0.5-4
fluorouracil | 5-fluorouracil, 5-fu | antimetabolite, cytotoxic | iv topical | mg 100-8000; mg/m2 150-4000; mg/kg 5-20
capecitabine | | antimetabolite, cytotoxic | oral | mg 300-6000; mg/m2 500-3000
cytarabine | ara-c, cytosine arabinoside | antimetabolite, cytotoxic | iv sc intrathecal | mg 10-12000; mg/m2 10-6000; intrathecal mg 10-100; mg/kg 0.5-6
gemcitabine | | antimetabolite, cytotoxic | iv | mg 200-3000; mg/m2 400-1500
mercaptopurine | 6-mercaptopurine, 6-mp | antimetabolite, cytotoxic | oral | mg 5-250; mg/m2 10-100; mg/kg 0.5-5
tioguanine | thioguanine | antimetabolite, cytotoxic | oral | mg 20-200; mg/m2 20-200
fludarabine | | antimetabolite, cytotoxic | iv oral | mg/m2 15-50
cladribine | | antimetabolite, cytotoxic | iv oral | mg/kg 0.05-2
pemetrexed | | antimetabolite, cytotoxic | iv | mg/m2 300-1000
asparaginase | l-asparaginase, pegaspargase | cytotoxic | im iv | unit 200-100000; unit/m2 1000-30000; unit/kg 50-2500
azacitidine | | antimetabolite, cytotoxic | iv sc | mg/m2 25-100
decitabine | | antimetabolite, cytotoxic | iv | mg/m2 10-50
arsenic trioxide | | cytotoxic | iv | mg 2-20; mg/kg 0.1-0.2
tretinoin | all-trans retinoic acid, atra | retinoid | oral topical | oral mg 10-120; mg/m2 15-60
imatinib | | tyrosine kinase inhibitor | oral | mg 100-800; mg/m2 200-600
dasatinib | | tyrosine kinase inhibitor | oral | mg 20-180; mg/m2 40-100
nilotinib | | tyrosine kinase inhibitor | oral | mg 50-800; mg/m2 200-500
erlotinib | | tyrosine kinase inhibitor | oral | mg 25-300
gefitinib | | tyrosine kinase inhibitor | oral | mg 125-500
afatinib | | tyrosine kinase inhibitor | oral | mg 20-50
osimertinib | | tyrosine kinase inhibitor | oral | mg 40-160
lapatinib | | tyrosine kinase inhibitor | oral | mg 250-1500
sunitinib | | tyrosine kinase inhibitor | oral | mg 12.5-50
sorafenib | | tyrosine kinase inhibitor | oral | mg 200-800
ibrutinib | | tyrosine kinase inhibitor | oral | mg 140-560
bortezomib | | proteasome inhibitor | sc iv | mg/m2 0.5-1.6
lenalidomide | | immunomodulator | oral | mg 2.5-25
pomalidomide | | immunomodulator | oral | mg 1-4
everolimus | | mtor inhibitor | oral | mg 0.25-20
rituximab | | monoclonal antibody | iv sc | mg 100-1400; mg/m2 100-500
trastuzumab | | monoclonal antibody | iv sc | mg 100-1000; mg/kg 2-8
pertuzumab | | monoclonal antibody | iv | mg 420-840
bevacizumab | | monoclonal antibody | iv eye | mg 1-1500; mg/kg 2.5-15
cetuximab | | monoclonal antibody | iv | mg/m2 200-500
nivolumab | | monoclonal antibody | iv | mg 40-480; mg/kg 1-6
pembrolizumab | | monoclonal antibody | iv | mg 50-400; mg/kg 2-10
atezolizumab | | monoclonal antibody | iv | mg 840-1875
ipilimumab | | monoclonal antibody | iv | mg/kg 0.5-10
tamoxifen | tamoxifene | selective oestrogen receptor modulator | oral | mg 5-80
anastrozole | | aromatase inhibitor | oral | mg 0.5-2
exemestane | | aromatase inhibitor | oral | mg 12.5-50
fulvestrant | | oestrogen receptor antagonist | im | mg 125-500
bicalutamide | | antiandrogen | oral | mg 25-150
flutamide | | antiandrogen | oral | mg 125-750
enzalutamide | | antiandrogen | oral | mg 40-160
abiraterone | abiraterone acetate | antiandrogen | oral | mg 125-1000
diethylstilbestrol | stilboestrol, diethylstilboestrol | oestrogen | oral | mg 0.1-20
degarelix | | gnrh antagonist | sc | mg 80-240
mitotane | | adrenolytic | oral | mg 500-20000
allopurinol | | xanthine oxidase inhibitor | oral | mg 25-800; mg/kg 2-20; mg/m2 50-500
febuxostat | | xanthine oxidase inhibitor | oral | mg 20-120
rasburicase | | uricolytic | iv | mg 1-24; mg/kg 0.05-0.3
probenecid | | uricosuric | oral | mg 100-3000; mg/kg 10-40
sulfinpyrazone | | uricosuric | oral |
colchicine | | antigout | oral | mg 0.25-3
azathioprine | azathioprin | immunosuppressant, dmard | oral iv | mg 10-400; mg/kg 0.5-6
ciclosporin | cyclosporine, cyclosporin | calcineurin inhibitor, immunosuppressant | oral iv eye | mg 5-1500; mg/kg 0.5-20
tacrolimus | fk506 | calcineurin inhibitor, immunosuppressant | oral topical iv | oral/iv mg 0.1-40; mg/kg 0.01-0.5
sirolimus | rapamycin | mtor inhibitor, immunosuppressant | oral | mg 0.25-40; mg/m2 0.5-5
mycophenolate | mycophenolate mofetil, mycophenolic acid, mmf, mycophenolate sodium | immunosuppressant | oral iv | mg 100-4000; mg/m2 200-1500; mg/kg 10-60
leflunomide | | dmard, immunosuppressant | oral | mg 5-100
tofacitinib | | jak inhibitor, dmard | oral | mg 2-30
baricitinib | | jak inhibitor, dmard | oral | mg 1-4
upadacitinib | | jak inhibitor, dmard | oral | mg 15-45
ruxolitinib | | jak inhibitor | oral | mg 5-50
tocilizumab | | interleukin inhibitor, biologic | iv sc | mg 100-1000; mg/kg 4-16
sarilumab | | interleukin inhibitor, biologic | sc | mg 150-400
anakinra | | interleukin inhibitor, biologic | sc iv | mg 20-800; mg/kg 1-12
secukinumab | | interleukin inhibitor, biologic | sc | mg 75-300
abatacept | | biologic | iv sc | mg 50-1000
basiliximab | | monoclonal antibody, immunosuppressant | iv | mg 10-40
eculizumab | | complement inhibitor | iv | mg 300-1200
natalizumab | | monoclonal antibody | iv | mg 300-600
fingolimod | | immunomodulator | oral | mg 0.25-0.5
glatiramer | glatiramer acetate | immunomodulator | sc | mg 20-40
interferon beta | interferon beta-1a, interferon beta-1b | interferon | sc im | mcg 8-250; unit 1600000-16000000
interferon gamma | | interferon | sc |
aldesleukin | interleukin-2 | immunomodulator | iv |
dimethyl fumarate | | immunomodulator | oral | mg 120-480
teriflunomide | | immunomodulator | oral | mg 7-14
glucosamine | | nutrient | oral | mg 250-1500
hyaluronic acid | sodium hyaluronate | viscosupplement | eye |
hyaluronidase | | spreading factor | sc | unit 15-1500
dexrazoxane | | cardioprotective | iv | mg/m2 100-1000
amifostine | | cytoprotective | iv | mg/m2 200-910
`;
