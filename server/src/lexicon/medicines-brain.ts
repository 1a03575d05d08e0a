// Medicines for pain, anaesthesia, the mind and the nervous system, as data (the columns are those of
// medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const painMindAndNerveMedicines = `
paracetamol | acetaminophen, apap | analgesic, antipyretic, symptomatic | oral iv rectal | mg 20-4000; mg/kg 7.5-75; mL 0.5-100
ibuprofen | ibuprofene | nsaid, symptomatic | oral iv topical | mg 25-3200; mg/kg 4-40
diclofenac | diclofenac sodium, diclofenac potassium | nsaid, symptomatic | oral im rectal topical eye iv | mg 6-150; mg/kg 0.3-3
naproxen | | nsaid, symptomatic | oral | mg 50-1500; mg/kg 5-20
indometacin | indomethacin | nsaid | oral rectal iv | mg 0.1-200; mg/kg 0.1-4
ketoprofen | | nsaid, symptomatic | oral im iv topical | mg 12.5-300; mg/kg 0.5-3
ketorolac | | nsaid, symptomatic | im iv oral eye | mg 6.2-80; mg/kg 0.15-2
mefenamic acid | | nsaid, symptomatic | oral | mg 125-2000; mg/kg 6-25
meloxicam | | nsaid, symptomatic | oral im | mg 3.75-15; mg/kg 0.1-0.3
piroxicam | | nsaid, symptomatic | oral im topical | mg 5-40; mg/kg 0.2-0.5
tenoxicam | | nsaid, symptomatic | oral iv | mg 10-40
lornoxicam | | nsaid, symptomatic | oral iv | mg 4-24
aceclofenac | | nsaid, symptomatic | oral | mg 50-200
celecoxib | | nsaid, cox-2 inhibitor, symptomatic | oral | mg 50-800; mg/kg 2-8
etoricoxib | | nsaid, cox-2 inhibitor, symptomatic | oral | mg 30-120
parecoxib | | nsaid, cox-2 inhibitor, symptomatic | iv im | mg 10-80; mg/kg 0.5-2
nimesulide | | nsaid, symptomatic | oral | mg 50-200
etodolac | | nsaid | oral | mg 200-1200
nabumetone | | nsaid | oral | mg 500-2000
sulindac | | nsaid | oral | mg 100-400
tolmetin | | nsaid | oral | mg 200-1800
flurbiprofen | | nsaid | oral eye | mg 8.75-300
dexketoprofen | | nsaid, symptomatic | oral iv im | mg 12.5-150
phenylbutazone | | nsaid | oral | mg 100-600
benzydamine | | nsaid, symptomatic | topical |
metamizole | dipyrone, metamizol, metamizole sodium, noramidopyrine | analgesic, antipyretic, symptomatic | iv im oral | mg 50-6000; mg/kg 5-80
nefopam | | analgesic, symptomatic | iv oral im | mg 10-180
paracetamol/codeine | codeine/paracetamol, co-codamol | opioid, analgesic | oral |
morphine | morphine sulfate, morphin, morphine hydrochloride | opioid | oral iv sc im epidural | oral mg 0.1-200; iv/im mg 0.03-40; sc mg 0.05-60; epidural mg 0.2-10; intrathecal mg 0.03-0.5; mg/kg 0.01-1; mcg/kg/h 1-100; mg/h 0.2-20
codeine | codeine phosphate, codein | opioid | oral | mg 3-240; mg/kg 0.25-3
dihydrocodeine | | opioid | oral | mg 15-240; mg/kg 0.5-6
tramadol | | opioid | oral iv im | mg 5-400; mg/kg 0.5-8; mg/h 5-30
tapentadol | | opioid | oral | mg 25-600
pethidine | meperidine | opioid | im iv sc | mg 5-400; mg/kg 0.25-6; mg/h 5-50
fentanyl | fentanil | opioid | iv transdermal im nasal buccal epidural | iv/im mcg 1-800; sc mcg 5-400; nasal mcg 5-400; buccal/sublingual mcg 50-800; epidural/intrathecal mcg 2-200; iv/im mcg/kg 0.5-15; nasal mcg/kg 0.5-4; buccal mcg/kg 5-20; transdermal mcg 6-300; mcg/h 5-300; mcg/kg/h 0.2-12
alfentanil | | opioid | iv | mcg 50-15000; mcg/kg 2-150; mcg/kg/min 0.1-3
remifentanil | | opioid | iv | mcg 5-500; mcg/kg 0.1-5; mcg/kg/min 0.01-2
sufentanil | | opioid | iv epidural | mcg 1-1000; mcg/kg 0.05-30
oxycodone | | opioid | oral iv sc | mg 0.5-400; mg/kg 0.05-2
hydromorphone | | opioid | oral iv sc | mg 0.1-200; mg/kg 0.005-0.5
hydrocodone | | opioid | oral | mg 2.5-120
oxymorphone | | opioid | oral |
methadone | | opioid | oral iv | mg 0.05-200; mg/kg 0.02-1
buprenorphine | | opioid | sublingual transdermal iv im | mg 0.1-32; transdermal mcg 5-140; mcg/kg 1-30
buprenorphine/naloxone | | opioid | sublingual | mg 2-40
pentazocine | | opioid | im iv oral | mg 5-600; mg/kg 0.3-3
nalbuphine | | opioid | iv im sc | mg 1-160; mg/kg 0.05-1
butorphanol | | opioid | iv im nasal | mg 0.5-10
diamorphine | | opioid | sc iv nasal |
dextropropoxyphene | propoxyphene | opioid | oral | mg 32-400
naloxone | naloxone hydrochloride | opioid antagonist | iv im sc nasal | iv/im/sc mg 0.005-3.3; nasal mg 0.5-8; mcg/kg 0.5-100; mg/h 0.02-10; mcg/kg/h 1-200
naltrexone | | opioid antagonist | oral im | mg 12.5-380
methylnaltrexone | | opioid antagonist | sc | mg 4-24
nalmefene | | opioid antagonist | oral |
lofexidine | | alpha-2 agonist | oral | mg 0.2-3
ketamine | ketamin | anaesthetic | iv im oral nasal | iv mg 2-300; im mg 5-1000; oral/nasal mg 5-500; iv mg/kg 0.05-4; im mg/kg 0.2-13; oral/nasal mg/kg 0.2-15; mg/kg/h 0.05-4; mcg/kg/min 1-100; mg/h 2-200; mg/min 0.5-5
esketamine | | anaesthetic | nasal iv | mg 14-84; mg/kg 0.05-4
propofol | | anaesthetic | iv | mg 5-400; mg/kg 0.5-4; mg/kg/h 0.3-15; mcg/kg/min 5-300; mg/h 10-800
thiopental | thiopentone, thiopental sodium, thiopentone sodium, sodium thiopental, sodium thiopentone | barbiturate, anaesthetic | iv | mg 5-750; mg/kg 1.2-8; mg/kg/h 0.5-10
etomidate | | anaesthetic | iv | mg 2-60; mg/kg 0.1-0.6
methohexital | methohexitone | barbiturate, anaesthetic | iv |
halothane | halothan | volatile anaesthetic | inhaled |
isoflurane | | volatile anaesthetic | inhaled |
sevoflurane | | volatile anaesthetic | inhaled |
desflurane | | volatile anaesthetic | inhaled |
methoxyflurane | | volatile anaesthetic | inhaled | mL 1-6
nitrous oxide | | inhaled anaesthetic | inhaled |
suxamethonium | succinylcholine, suxamethonium chloride | neuromuscular blocker, depolarising relaxant | iv im | mg 2-300; mg/kg 0.5-5
atracurium | | neuromuscular blocker | iv | mg 1-100; mg/kg 0.1-1; mcg/kg/min 2-30; mg/kg/h 0.2-2
cisatracurium | | neuromuscular blocker | iv | mg 0.5-40; mg/kg 0.03-0.4; mcg/kg/min 0.5-10; mg/kg/h 0.03-0.6
rocuronium | | neuromuscular blocker | iv | mg 1-200; mg/kg 0.13-2; mcg/kg/min 3-20; mg/kg/h 0.2-1.5
vecuronium | | neuromuscular blocker | iv | mg 0.2-30; mg/kg 0.022-0.3; mcg/kg/min 0.5-3
pancuronium | | neuromuscular blocker | iv | mg 0.1-20; mg/kg 0.01-0.2
mivacurium | | neuromuscular blocker | iv |
neostigmine | neostigmine methylsulfate | cholinesterase inhibitor | iv im sc oral | iv/im/sc mg 0.02-5; oral mg 1-180; iv/im/sc mg/kg 0.012-0.1; oral mg/kg 0.2-3
pyridostigmine | | cholinesterase inhibitor | oral | mg 5-1500; mg/kg 0.5-7
edrophonium | | cholinesterase inhibitor | iv | mg 0.5-50; mg/kg 0.02-1
sugammadex | | relaxant reversal | iv | mg 20-2000; mg/kg 2-16
bupivacaine | bupivacain | local anaesthetic | epidural intrathecal sc | intrathecal mg 1-25; epidural/sc mg 1-400; mg/kg 0.1-3; mL 0.3-60; mL/kg 0.1-1.5; mg/kg/h 0.05-0.6; mg/h 1-40
levobupivacaine | | local anaesthetic | epidural intrathecal sc | mg 1-400; mg/kg 0.1-3; mL 0.3-60
ropivacaine | | local anaesthetic | epidural sc | mg 1-800; mg/kg 0.1-4; mL 0.5-60
prilocaine | | local anaesthetic | sc topical | mg 10-600; mg/kg 1-8
lidocaine/prilocaine | | local anaesthetic | topical |
mepivacaine | | local anaesthetic | sc | mg 10-500
articaine | | local anaesthetic | sc | mg 10-500; mg/kg 1-7
procaine | | local anaesthetic | sc |
tetracaine | amethocaine | local anaesthetic | topical eye |
benzocaine | | local anaesthetic | topical |
proxymetacaine | proparacaine | local anaesthetic | eye |
oxybuprocaine | benoxinate | local anaesthetic | eye |
lidocaine/epinephrine | lidocaine/adrenaline, lignocaine/adrenaline, lidocaine with adrenaline, lidocaine with epinephrine, lignocaine with adrenaline | local anaesthetic | sc | mg 5-600; mg/kg 0.5-8; mL 0.1-60
dantrolene | | muscle relaxant | iv oral | mg 10-1000; mg/kg 0.5-10
atropine | atropine sulfate, atropin | antimuscarinic | iv im sc eye oral | iv/im/sc mg 0.01-4; oral mg 0.1-5; mg/kg 0.005-0.1; mg/h 0.05-10; mg/kg/h 0.01-0.2
glycopyrronium | glycopyrrolate, glycopyrronium bromide | antimuscarinic | iv im inhaled oral | iv/im mg 0.005-1; oral mg 0.2-8; iv/im mcg/kg 2-20; oral mcg/kg 10-100
hyoscine hydrobromide | scopolamine, scopolamine hydrobromide | antimuscarinic | sc transdermal oral | mg 0.05-3; mcg/kg 3-30
hyoscine | | antimuscarinic | oral iv im sc transdermal | mg 0.05-300; mg/kg 0.003-2
dexmedetomidine | | alpha-2 agonist, sedative | iv nasal | mcg 10-300; mcg/kg 0.2-4; mcg/kg/h 0.1-2
midazolam | | benzodiazepine | iv im buccal nasal oral | iv/im mg 0.05-15; sc mg 0.5-60; buccal/nasal mg 0.5-20; oral mg 0.5-30; iv/im mg/kg 0.02-0.4; buccal/nasal mg/kg 0.05-1; oral mg/kg 0.1-1; mg/h 0.2-20; mg/kg/h 0.01-1; mcg/kg/min 0.2-30
diazepam | | benzodiazepine | iv rectal oral im | iv/im/oral mg 0.2-80; rectal mg 0.5-40; mg/kg 0.07-2.4; mg/h 0.5-20; mg/kg/h 0.05-1
lorazepam | | benzodiazepine | iv im oral sublingual | mg 0.05-16; mg/kg 0.025-0.2; mg/h 0.1-5
clonazepam | | benzodiazepine | oral iv | mg 0.05-8; mg/kg 0.005-0.3
clobazam | | benzodiazepine | oral | mg 1-80; mg/kg 0.1-2
nitrazepam | | benzodiazepine | oral | mg 0.5-20; mg/kg 0.1-1
temazepam | | benzodiazepine | oral | mg 5-40
oxazepam | | benzodiazepine | oral | mg 5-240
chlordiazepoxide | | benzodiazepine | oral im | mg 2.5-400
alprazolam | | benzodiazepine | oral | mg 0.125-10
bromazepam | | benzodiazepine | oral | mg 0.75-60
flunitrazepam | | benzodiazepine | oral |
zolpidem | | hypnotic | oral | mg 2.5-12.5
zopiclone | | hypnotic | oral | mg 1.875-15
eszopiclone | | hypnotic | oral | mg 1-3
melatonin | | hypnotic | oral | mg 0.5-12
chloral hydrate | | hypnotic | oral rectal | mg 50-3000; mg/kg 10-150
flumazenil | | benzodiazepine antagonist | iv | mg 0.02-1.5; mcg/kg 2-50; mg/h 0.05-1
phenobarbital | phenobarbitone, phenobarb, phenobarbitone sodium, phenobarbital sodium, sodium phenobarbital | barbiturate, antiseizure | oral iv im | oral mg 2-400; iv/im mg 5-2000; iv/im mg/kg 1-40; oral mg/kg 1.2-20; mg/min 10-100; mg/kg/min 0.5-3
phenytoin | diphenylhydantoin, phenytoin sodium, phenytoine | antiseizure | iv oral | oral mg 5-1000; iv mg 5-2000; iv mg/kg 1-25; oral mg/kg 1-20; mg/min 5-60; mg/kg/min 0.2-3
fosphenytoin | | antiseizure | iv im | mg 20-2500; mg/kg 2-30; mg/min 20-150; mg/kg/min 0.5-3
valproic acid | valproate, sodium valproate, valproate sodium, divalproex, valproate semisodium, semisodium valproate, divalproex sodium | antiseizure, mood stabiliser | oral iv rectal | oral/rectal mg 25-3000; iv mg 25-4500; mg/kg 5-60; mg/kg/h 0.5-10; mg/h 25-500
carbamazepine | carbamazepin, cbz | antiseizure, mood stabiliser | oral rectal | mg 12.5-1600; mg/kg 2-35
oxcarbazepine | | antiseizure | oral | mg 60-2700; mg/kg 4-60
eslicarbazepine | | antiseizure | oral | mg 200-1600
lamotrigine | | antiseizure, mood stabiliser | oral | mg 0.5-500; mg/kg 0.1-15
levetiracetam | | antiseizure | oral iv | mg 10-4000; mg/kg 5-60
topiramate | | antiseizure | oral | mg 5-500; mg/kg 0.5-15
lacosamide | | antiseizure | oral iv | mg 10-600; mg/kg 1-12
ethosuximide | | antiseizure | oral | mg 50-2000; mg/kg 5-60
primidone | | antiseizure | oral | mg 12.5-2000; mg/kg 2-30
gabapentin | | antiseizure | oral | mg 50-3600; mg/kg 3-60
pregabalin | | antiseizure | oral | mg 12.5-600; mg/kg 1-15
vigabatrin | | antiseizure | oral | mg 125-4000; mg/kg 20-200
zonisamide | | antiseizure | oral | mg 25-600; mg/kg 1-15
tiagabine | | antiseizure | oral | mg 2-64
felbamate | | antiseizure | oral | mg 300-3600
rufinamide | | antiseizure | oral | mg 100-3200
perampanel | | antiseizure | oral | mg 1-16
brivaracetam | | antiseizure | oral iv | mg 10-300
cannabidiol | | antiseizure | oral |
stiripentol | | antiseizure | oral |
sultiame | sulthiame | antiseizure | oral |
paraldehyde | | antiseizure | rectal im | mL 0.1-20; mL/kg 0.1-0.8; mg/kg 100-400
levodopa | l-dopa | antiparkinson | oral | mg 25-2000
carbidopa | | dopa decarboxylase inhibitor | oral | mg 6-300
benserazide | | dopa decarboxylase inhibitor | oral |
levodopa/carbidopa | carbidopa/levodopa, co-careldopa | antiparkinson | oral | mg 10-2500
levodopa/benserazide | co-beneldopa, benserazide/levodopa | antiparkinson | oral | mg 50-2000
biperiden | | antimuscarinic, antiparkinson | oral im iv | mg 0.5-20; mg/kg 0.02-0.2
trihexyphenidyl | benzhexol | antimuscarinic, antiparkinson | oral | mg 0.5-20
benzatropine | benztropine | antimuscarinic, antiparkinson | oral im iv | mg 0.25-8; mg/kg 0.01-0.1
procyclidine | | antimuscarinic, antiparkinson | oral im | mg 1.25-30
orphenadrine | | antimuscarinic, muscle relaxant | oral im | mg 25-400
selegiline | | mao-b inhibitor, antiparkinson | oral | mg 1.25-10
rasagiline | | mao-b inhibitor, antiparkinson | oral | mg 0.5-1
pramipexole | | dopamine agonist, antiparkinson | oral | mg 0.088-4.5
ropinirole | | dopamine agonist, antiparkinson | oral | mg 0.25-24
rotigotine | | dopamine agonist, antiparkinson | transdermal |
apomorphine | | dopamine agonist | sc |
entacapone | | comt inhibitor, antiparkinson | oral | mg 100-2000
tetrabenazine | | monoamine depletor | oral | mg 6.25-200
donepezil | | cholinesterase inhibitor, antidementia | oral | mg 2.5-23
rivastigmine | | cholinesterase inhibitor, antidementia | oral transdermal | mg 1.5-13.3
galantamine | | cholinesterase inhibitor, antidementia | oral | mg 4-24
memantine | | antidementia | oral | mg 5-28
sumatriptan | | triptan | oral sc nasal | oral mg 12.5-300; sc mg 1-12; nasal mg 5-40
rizatriptan | | triptan | oral | mg 5-30
zolmitriptan | | triptan | oral nasal | mg 1.25-10
ergotamine | ergotamine tartrate | ergot | oral rectal | mg 0.5-8
dihydroergotamine | | ergot | im iv nasal | mg 0.2-6
methysergide | | ergot | oral |
pizotifen | pizotyline | antimigraine | oral | mg 0.25-6
flunarizine | | antimigraine | oral | mg 2.5-20
baclofen | | muscle relaxant | oral intrathecal | oral mg 1-80; oral mg/kg 0.1-2; intrathecal mcg 10-2000
tizanidine | | muscle relaxant, alpha-2 agonist | oral | mg 1-36
methocarbamol | | muscle relaxant | oral iv | mg 250-8000; mg/kg 10-60
cyclobenzaprine | | muscle relaxant | oral | mg 5-60
chlorzoxazone | | muscle relaxant | oral | mg 125-3000
thiocolchicoside | | muscle relaxant | oral im | mg 2-16
botulinum toxin | botulinum toxin a, botulinum toxin type a, onabotulinumtoxina | muscle relaxant | im | unit 1-1500; unit/kg 1-30
riluzole | | neuroprotective | oral | mg 50-100
edaravone | | neuroprotective | iv |
betahistine | | antivertigo, symptomatic | oral | mg 4-96
cinnarizine | | antivertigo, antihistamine, symptomatic | oral | mg 5-225
citicoline | | nootropic | oral iv | mg 100-2000
piracetam | | nootropic | oral iv | mg 400-24000
droperidol | | antipsychotic, dopamine antagonist, antiemetic | iv im | iv/im mg 0.3-20; mg/kg 0.005-0.3
haloperidol | | antipsychotic, dopamine antagonist | oral im iv sc | oral mg 0.1-40; im/iv/sc mg 0.1-40; mg/kg 0.005-0.3
haloperidol decanoate | haloperidol depot, depot haloperidol | antipsychotic, dopamine antagonist | im | mg 12.5-300
chlorpromazine | chlorpromazin, cpz | antipsychotic, dopamine antagonist, phenothiazine | oral im iv | oral mg 5-800; im/iv mg 2.5-200; mg/kg 0.25-6
fluphenazine | fluphenazine decanoate | antipsychotic, dopamine antagonist, phenothiazine | im oral | im mg 1-100; oral mg 0.5-20
trifluoperazine | | antipsychotic, dopamine antagonist, phenothiazine | oral im | mg 0.5-60
thioridazine | | antipsychotic, dopamine antagonist, phenothiazine | oral | mg 10-800
perphenazine | | antipsychotic, dopamine antagonist, phenothiazine | oral | mg 1-64
levomepromazine | methotrimeprazine | antipsychotic, dopamine antagonist, phenothiazine | oral sc im | mg 1-1000
periciazine | pericyazine | antipsychotic, dopamine antagonist, phenothiazine | oral | mg 0.5-90
zuclopenthixol | zuclopenthixol decanoate, zuclopenthixol acetate | antipsychotic, dopamine antagonist | im oral | mg 2-600
flupentixol | flupenthixol, flupentixol decanoate, flupenthixol decanoate | antipsychotic, dopamine antagonist | im oral | mg 0.5-400
sulpiride | | antipsychotic, dopamine antagonist | oral im | mg 50-2400
amisulpride | | antipsychotic, dopamine antagonist | oral iv | mg 5-1200
risperidone | | antipsychotic, dopamine antagonist | oral im | oral mg 0.125-16; im mg 6-60; mg/kg 0.005-0.1
paliperidone | | antipsychotic, dopamine antagonist | oral im | mg 1.5-819
olanzapine | | antipsychotic, dopamine antagonist | oral im | oral mg 1.25-30; im mg 1.25-30
olanzapine pamoate | olanzapine embonate | antipsychotic, dopamine antagonist | im | mg 150-405
quetiapine | | antipsychotic | oral | mg 12.5-800
aripiprazole | | antipsychotic | oral im | oral mg 1-30; im mg 4-1064
clozapine | | antipsychotic | oral | mg 6.25-900
ziprasidone | | antipsychotic, dopamine antagonist | oral im | mg 10-160
lurasidone | | antipsychotic, dopamine antagonist | oral | mg 20-160
brexpiprazole | | antipsychotic | oral | mg 0.25-4
cariprazine | | antipsychotic | oral | mg 1.5-6
pimozide | | antipsychotic, dopamine antagonist | oral | mg 0.5-20
lithium | lithium carbonate, lithium citrate | mood stabiliser | oral | mg 100-2400; mg/kg 5-60; mmol 4-65
amitriptyline | amitriptylin | tricyclic antidepressant, antidepressant | oral | mg 2.5-300; mg/kg 0.1-3
nortriptyline | | tricyclic antidepressant, antidepressant | oral | mg 5-150
imipramine | | tricyclic antidepressant, antidepressant | oral | mg 5-200; mg/kg 0.5-3
clomipramine | | tricyclic antidepressant, antidepressant | oral | mg 5-250; mg/kg 0.5-3
desipramine | | tricyclic antidepressant, antidepressant | oral | mg 10-300
doxepin | | tricyclic antidepressant, antidepressant | oral topical | mg 3-300
dosulepin | dothiepin | tricyclic antidepressant, antidepressant | oral | mg 25-225
trimipramine | | tricyclic antidepressant, antidepressant | oral | mg 25-300
maprotiline | | antidepressant | oral | mg 25-225
fluoxetine | | ssri, antidepressant | oral | mg 2.5-80
sertraline | | ssri, antidepressant | oral | mg 12.5-200
paroxetine | | ssri, antidepressant | oral | mg 5-60
citalopram | | ssri, antidepressant | oral | mg 5-60
escitalopram | | ssri, antidepressant | oral | mg 2.5-30
fluvoxamine | | ssri, antidepressant | oral | mg 25-300
venlafaxine | | snri, antidepressant | oral | mg 18.75-375
desvenlafaxine | | snri, antidepressant | oral | mg 25-400
duloxetine | | snri, antidepressant | oral | mg 20-120
mirtazapine | | antidepressant | oral | mg 7.5-60
mianserin | | antidepressant | oral | mg 10-90
trazodone | | antidepressant | oral | mg 25-600
bupropion | amfebutamone | antidepressant, smoking cessation | oral | mg 75-450
moclobemide | | maoi, antidepressant | oral | mg 75-600
phenelzine | | maoi, antidepressant | oral | mg 7.5-90
tranylcypromine | | maoi, antidepressant | oral | mg 10-60
agomelatine | | antidepressant | oral | mg 25-50
vortioxetine | | antidepressant | oral | mg 5-20
tianeptine | | antidepressant | oral | mg 12.5-37.5
buspirone | | anxiolytic | oral | mg 5-60
meprobamate | | anxiolytic | oral | mg 200-2400
methylphenidate | | stimulant | oral | mg 2.5-108; mg/kg 0.2-2.2
dexamfetamine | dexamphetamine, dextroamphetamine | stimulant | oral | mg 1.25-60
lisdexamfetamine | lisdexamphetamine | stimulant | oral | mg 10-70
atomoxetine | | adhd medicine | oral | mg 10-120; mg/kg 0.3-1.8
guanfacine | | alpha-2 agonist | oral | mg 0.5-7
modafinil | | stimulant | oral | mg 50-400
caffeine | caffeine citrate | methylxanthine, respiratory stimulant | oral iv | mg 2-400; mg/kg 2.5-40
doxapram | | respiratory stimulant | iv | mg/kg 0.5-6; mg/kg/h 0.2-3
disulfiram | | alcohol deterrent | oral | mg 100-1000
acamprosate | | alcohol deterrent | oral | mg 333-1998
nicotine | nicotine replacement therapy, nicotine gum, nicotine patch | smoking cessation | oral transdermal | mg 1-64
varenicline | | smoking cessation | oral | mg 0.5-2
cytisine | cytisinicline | smoking cessation | oral | mg 1.5-9
`;
