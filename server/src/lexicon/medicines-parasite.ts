// Medicines for malaria, for other parasites and for fungi, as data (the columns are those of
// medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const antiparasiticsAndAntifungals = `
artesunate | artesunat | artemisinin, antimalarial | iv im oral rectal | iv/im mg 5-300; rectal mg 25-800; oral mg 12-400; iv/im mg/kg 1.2-5; rectal mg/kg 5-20; oral mg/kg 1.6-12
artemether | artemeter | artemisinin, antimalarial | im oral | im mg 5-320; oral mg 10-320; im mg/kg 0.8-4; oral mg/kg 1-4
lumefantrine | benflumetol | antimalarial | oral | mg 60-1000; mg/kg 6-32
dihydroartemisinin | artenimol | artemisinin, antimalarial | oral | mg 5-200; mg/kg 2-10
artemisinin | | artemisinin, antimalarial | oral | mg 50-1000
arteether | artemotil | artemisinin, antimalarial | im | mg 30-300
piperaquine | | antimalarial | oral | mg 40-2000; mg/kg 15-30
amodiaquine | | antimalarial | oral | mg 30-800; mg/kg 7-25
mefloquine | | antimalarial | oral | mg 31-1500; mg/kg 4-25
pyronaridine | | antimalarial | oral | mg 60-900; mg/kg 7-15
chloroquine | chloroquin | antimalarial, 4-aminoquinoline | oral iv im | mg 20-1500; mg/kg 2.5-25
hydroxychloroquine | | antimalarial, 4-aminoquinoline | oral | mg 50-1200; mg/kg 3-13
primaquine | | antimalarial, 8-aminoquinoline | oral | mg 1-60; mg/kg 0.1-1
tafenoquine | | antimalarial, 8-aminoquinoline | oral | mg 50-600
quinine | quinine dihydrochloride, quinine sulfate | antimalarial | iv im oral | oral mg 20-2000; iv/im mg 20-1800; mg/kg 5-30; iv mg/kg/h 1.5-6
quinidine | | antimalarial, antiarrhythmic | oral iv | mg 100-2000; mg/kg 5-40; iv mg/kg/h 1-2
proguanil | chloroguanide | antimalarial, antifolate | oral | mg 20-800; mg/kg 2-16
atovaquone | | antiprotozoal, antimalarial | oral | mg 60-1500; mg/kg 15-45
sulfadoxine | | sulfonamide, antimalarial | oral |
pyrimethamine | | antifolate, antimalarial, antiprotozoal | oral | mg 2-200; mg/kg 0.5-2
sulfadoxine/pyrimethamine | sulfadoxine pyrimethamine | antimalarial, antifolate, sulfonamide | oral | mg 12-1600; mg/kg 20-35
artemether/lumefantrine | co-artemether, lumefantrine/artemether, artemether lumefantrine | antimalarial, artemisinin combination | oral | mg 5-1200; mg/kg 1-40
artesunate/amodiaquine | amodiaquine/artesunate, asaq, as-aq | antimalarial, artemisinin combination | oral | mg 25-740
artesunate/mefloquine | mefloquine/artesunate, asmq | antimalarial, artemisinin combination | oral | mg 25-900
artesunate/pyronaridine | pyronaridine/artesunate | antimalarial, artemisinin combination | oral |
artesunate/sulfadoxine/pyrimethamine | | antimalarial, artemisinin combination | oral |
dihydroartemisinin/piperaquine | artenimol/piperaquine, dha-piperaquine, dha-ppq, piperaquine/dihydroartemisinin, dhap | antimalarial, artemisinin combination | oral | mg 20-2000
atovaquone/proguanil | | antimalarial | oral | mg 60-1400
sulfadoxine/pyrimethamine/amodiaquine | spaq, sp-aq | antimalarial | oral |
halofantrine | | antimalarial | oral | mg 125-1500; mg/kg 8-24
albendazole | albendazol | benzimidazole, anthelmintic | oral | mg 100-1200; mg/kg 3-20
mebendazole | mebendazol | benzimidazole, anthelmintic | oral | mg 50-1500; mg/kg 2.5-60
triclabendazole | | benzimidazole, anthelmintic | oral | mg 125-2000; mg/kg 10-20
flubendazole | | benzimidazole, anthelmintic | oral | mg 50-600
tiabendazole | thiabendazole | benzimidazole, anthelmintic | oral topical | mg 200-3000; mg/kg 20-50
mepacrine | quinacrine | antiprotozoal | oral | mg 20-1000; mg/kg 2-10
ivermectin | | anthelmintic | oral topical | mg 1-36; mcg/kg 100-600
moxidectin | | anthelmintic | oral | mg 4-8
diethylcarbamazine | diethylcarbamazine citrate | anthelmintic | oral | mg 12-500; mg/kg 0.5-10
praziquantel | | anthelmintic | oral | mg 150-6000; mg/kg 9-100
oxamniquine | | anthelmintic | oral | mg 100-4000; mg/kg 10-60
niclosamide | | anthelmintic | oral | mg 250-2000; mg/kg 20-50
levamisole | | anthelmintic | oral | mg 20-200; mg/kg 1-3
pyrantel | pyrantel pamoate, pyrantel embonate | anthelmintic | oral | mg 50-1000; mg/kg 5-25
piperazine | | anthelmintic | oral | mg 500-5000; mg/kg 50-150
bithionol | | anthelmintic | oral |
metrifonate | | anthelmintic | oral |
benznidazole | benznidazol | antitrypanosomal | oral | mg 10-600; mg/kg 2.5-12
nifurtimox | | antitrypanosomal | oral | mg 10-1200; mg/kg 2.5-25
suramin | suramin sodium | antitrypanosomal | iv | mg 50-1000; mg/kg 4-20
pentamidine | pentamidine isetionate, pentamidine isethionate | antiprotozoal | im iv nebulised | mg 10-600; mg/kg 2-4
melarsoprol | | antitrypanosomal | iv | mg 10-200; mg/kg 1-4
eflornithine | | antitrypanosomal | iv topical | mg 500-40000; mg/kg 100-600
fexinidazole | | antitrypanosomal | oral | mg 600-1800
sodium stibogluconate | ssg | antimonial, antileishmanial | iv im | mg 50-1500; mg/kg 10-20
meglumine antimoniate | meglumine antimonate | antimonial, antileishmanial | im iv | mg 50-3000; mg/kg 10-75
miltefosine | | antileishmanial | oral | mg 10-150; mg/kg 1.5-3.5
diloxanide | diloxanide furoate | antiprotozoal | oral | mg 100-1500; mg/kg 6-20
iodoquinol | diiodohydroxyquinoline, diiodohydroxyquin | antiprotozoal | oral | mg 200-2000; mg/kg 10-40
nitazoxanide | | antiprotozoal | oral | mg 100-1000; mg/kg 7-15
sulfadimidine | sulfamethazine | sulfonamide, antibiotic | oral |
amphotericin b | amphotericin, amphotericine b, amphotericin b deoxycholate, amphotericin deoxycholate, conventional amphotericin b | polyene, antifungal | iv | mg 0.5-800; mg/kg 0.1-10
liposomal amphotericin b | l-amb, amphotericin b liposomal, liposomal amphotericin | polyene, antifungal | iv | mg 3-800; mg/kg 1-10
fluconazole | fluconazol | azole, antifungal | oral iv | mg 6-2000; mg/kg 1.5-24
itraconazole | | azole, antifungal | oral | mg 25-600; mg/kg 2-10
ketoconazole | | azole, antifungal | topical oral | oral mg 50-1200; oral mg/kg 3-15
voriconazole | | azole, antifungal | oral iv | mg 20-1000; mg/kg 2-18
posaconazole | | azole, antifungal | oral iv | mg 100-800; mg/kg 4-20
isavuconazole | isavuconazonium | azole, antifungal | oral iv | mg 100-1200; mg/kg 5-30
flucytosine | 5-fluorocytosine, 5-fc | antifungal | oral iv | mg 100-14000; mg/kg 12.5-200
caspofungin | | echinocandin, antifungal | iv | mg 5-150; mg/m2 25-70; mg/kg 1-3
micafungin | | echinocandin, antifungal | iv | mg 5-300; mg/kg 1-15
anidulafungin | | echinocandin, antifungal | iv | mg 10-200; mg/kg 0.75-3
griseofulvin | | antifungal | oral | mg 60-1000; mg/kg 5-25
terbinafine | | antifungal | oral topical | oral mg 31-500; oral mg/kg 3-10
nystatin | nystatine | polyene, antifungal | oral topical vaginal | unit 50000-4000000; unit/kg 5000-100000; mL 0.25-20
clotrimazole | clotrimazol | azole, antifungal | topical vaginal buccal | vaginal mg 50-600; buccal/oral mg 10-60
miconazole | miconazol | azole, antifungal | topical vaginal buccal oral | vaginal mg 100-1200; buccal mg 25-100
econazole | | azole, antifungal | topical vaginal | vaginal mg 50-300
isoconazole | | azole, antifungal | topical vaginal | vaginal mg 100-600
butoconazole | | azole, antifungal | vaginal |
tioconazole | | azole, antifungal | topical vaginal | vaginal mg 100-300
terconazole | | azole, antifungal | vaginal | vaginal mg 40-160
fenticonazole | | azole, antifungal | vaginal topical | vaginal mg 200-1000
sertaconazole | | azole, antifungal | topical vaginal |
bifonazole | | azole, antifungal | topical |
natamycin | pimaricin | polyene, antifungal | eye vaginal |
amorolfine | | antifungal | topical |
ciclopirox | ciclopirox olamine | antifungal | topical |
tolnaftate | | antifungal | topical |
undecylenic acid | undecenoic acid | antifungal | topical |
permethrin | permethrine | pyrethroid, scabicide, symptomatic | topical |
benzyl benzoate | benzylbenzoate | scabicide, symptomatic | topical |
crotamiton | | scabicide, symptomatic | topical |
malathion | | organophosphate, pediculicide | topical |
lindane | gamma benzene hexachloride | pediculicide | topical |
dimeticone | dimethicone | pediculicide, antiflatulent | topical oral |
`;
