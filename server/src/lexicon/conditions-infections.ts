// Names of infections, as guidelines of many countries use them: syndromes, organisms, parasites.
// Own compilation of plain medical vocabulary, 2026-11; the notation is explained in conditions-notation.ts.
// One line is one condition as a treatment knows it: what is treated alike shares a line. Knows no medicine.

export const infections = `
sepsis: septicaemia, septic shock, bloodstream infection, blood stream infection, bacteraemia,
  blood poisoning, septicemic shock, septic patient, sepsis syndrome
neonatal-sepsis: sepsis in newborn, sepsis in the newborn, newborn sepsis, sepsis in neonate,
  sepsis of the newborn, neonatal infection, possible serious bacterial infection, psbi,
  very severe disease in young infant, infection in the newborn, neonatal septicaemia,
  local bacterial infection
toxic-shock-syndrome: toxic shock, staphylococcal toxic shock, streptococcal toxic shock
meningitis: bacterial meningitis, pyogenic meningitis, meningococcal meningitis, pneumococcal meningitis,
  meningoencephalitis, epidemic meningitis, purulent meningitis, septic meningitis
neonatal-meningitis: meningitis in newborn, meningitis in the newborn, newborn meningitis
meningococcal-disease: meningococcaemia, meningococcal septicaemia, meningococcal infection, purpura fulminans
meningitis-contacts: meningococcal contact, contact of meningitis, contacts of meningitis
encephalitis: viral encephalitis, herpes encephalitis, herpes simplex encephalitis, hsv encephalitis
viral-meningitis: aseptic meningitis
brain-abscess: cerebral abscess, intracranial abscess, subdural empyema
spinal-epidural-abscess: epidural abscess
pneumonia: community acquired pneumonia, bacterial pneumonia, lobar pneumonia, chest infection,
  bronchopneumonia, lower respiratory tract infection, lrti, pneumococcal pneumonia, typical pneumonia
hospital-acquired-pneumonia: ventilator associated pneumonia, nosocomial pneumonia, hcap, vap,
  healthcare associated pneumonia
aspiration-pneumonia: aspiration pneumonitis
atypical-pneumonia: mycoplasma, mycoplasma pneumonia, legionella, legionnaires disease, legionellosis,
  chlamydial pneumonia
staphylococcal-pneumonia
pneumocystis-pneumonia: pneumocystis, pneumocystis jirovecii, pneumocystis carinii, pcp, pjp,
  pneumocystis jirovecii pneumonia, pneumocystis carinii pneumonia
lung-abscess: pulmonary abscess
empyema: pleural empyema, empyema thoracis, pyothorax, parapneumonic effusion
bronchiolitis: rsv, rsv infection, respiratory syncytial virus
bronchitis: acute bronchitis, chest cold
chronic-bronchitis
bronchiectasis: infected bronchiectasis
croup: laryngotracheobronchitis, laryngotracheitis, viral croup, acute laryngotracheobronchitis
bacterial-tracheitis: tracheitis
epiglottitis: acute epiglottitis, supraglottitis
pertussis: whooping cough
diphtheria: laryngeal diphtheria, respiratory diphtheria
influenza: flu, seasonal influenza, pandemic influenza, avian influenza
covid: covid 19, sars cov 2, coronavirus disease
common-cold: coryza, head cold, upper respiratory tract infection, urti, acute rhinitis, cough or cold,
  cough and cold, upper respiratory infection, viral rhinitis, nasopharyngitis
respiratory-tract-infection: acute respiratory infection, ari, respiratory infection
pharyngitis: sore throat, tonsillitis, pharyngotonsillitis, tonsillopharyngitis, strep throat,
  streptococcal pharyngitis, streptococcal sore throat, acute tonsillitis, bacterial tonsillitis,
  throat infection, streptococcal tonsillitis
peritonsillar-abscess: quinsy, retropharyngeal abscess, parapharyngeal abscess, tonsillar abscess
scarlet-fever: scarlatina
sinusitis: rhinosinusitis, acute sinusitis, bacterial sinusitis, acute bacterial sinusitis
chronic-sinusitis: chronic rhinosinusitis
otitis-media: acute otitis media, aom, acute ear infection, middle ear infection, suppurative otitis media,
  acute suppurative otitis media
chronic-otitis-media: chronic suppurative otitis media, csom, chronic ear infection, discharging ear,
  ear discharge, draining ear, otorrhoea
otitis-media-with-effusion: glue ear, serous otitis media, secretory otitis media
otitis-externa: swimmer's ear, acute otitis externa, external otitis, diffuse otitis externa
malignant-otitis-externa: necrotising otitis externa
mastoiditis: acute mastoiditis
malaria: falciparum malaria, plasmodium falciparum, p falciparum, p. falciparum malaria,
  plasmodium falciparum malaria, p falciparum malaria
cerebral-malaria: malaria with coma, malarial coma
vivax-malaria: vivax, ovale malaria, plasmodium vivax, p vivax, plasmodium ovale, vivax or ovale malaria,
  vivax and ovale malaria, malaria due to plasmodium vivax, p vivax malaria
malariae-malaria: plasmodium malariae, quartan malaria
knowlesi-malaria: plasmodium knowlesi
radical-cure: relapse prevention of vivax malaria, radical cure of vivax malaria, anti relapse treatment
malaria-chemoprevention: seasonal malaria chemoprevention, perennial malaria chemoprevention, smc, iptp, ipti,
  intermittent preventive treatment, intermittent preventive therapy, intermittent preventive treatment of malaria, intermittent preventive treatment in pregnancy,
  malaria chemoprophylaxis
hyperreactive-malarial-splenomegaly: tropical splenomegaly, tropical splenomegaly syndrome
blackwater-fever: black water fever
tuberculosis: tb, pulmonary tuberculosis, pulmonary tb, ptb, drug susceptible tuberculosis,
  drug sensitive tuberculosis, drug susceptible tb, drug sensitive tb, active tb, smear positive tb,
  tb disease, extrapulmonary tuberculosis, extrapulmonary tb, tb lymphadenitis, tuberculous lymphadenitis,
  active tuberculosis, new tb, pleural tb
tuberculous-meningitis: tb meningitis, tbm, cns tuberculosis, cns tb, meningeal tuberculosis,
  tuberculosis meningitis, tuberculous meningoencephalitis, tuberculoma, tb of the cns, tuberculosis of the cns,
  tb of the central nervous system, tuberculosis of the central nervous system, tb of the brain, neurotuberculosis,
  neurological tuberculosis, neurological tb, tb of the nervous system, central nervous system tb,
  central nervous system tuberculosis
miliary-tuberculosis: miliary tb, disseminated tuberculosis
osteoarticular-tuberculosis: spinal tuberculosis, spinal tb, bone tuberculosis, bone and joint tuberculosis,
  pott's disease, tuberculosis of the spine, bone tb, tb of the spine, tb spine, tb of bone, tb of bones,
  tb of the bones, tb of bones and joints, tb of bone and joint, bone and joint tb, osteoarticular tb, skeletal tb,
  tuberculosis of bone, tuberculosis of bones, tuberculosis of bones and joints, joint tb, spine tb
tuberculous-pericarditis: tb pericarditis, pericardial tuberculosis, pericardial tb,
  tb of the pericardium
drug-resistant-tuberculosis: drug resistant tb, multidrug resistant tuberculosis, mdr tb, mdr/rr tb, rr tb,
  dr tb, xdr tb, pre xdr tb, rifampicin resistant tuberculosis, rifampicin resistant tb,
  multidrug resistant tb, multi drug resistant tuberculosis, multi drug resistant tb,
  extensively drug resistant tuberculosis
isoniazid-resistant-tuberculosis: isoniazid resistant tb, hr tb
tuberculosis-infection: latent tuberculosis, latent tb, tb infection, ltbi, latent tuberculosis infection,
  latent tb infection, tuberculosis preventive treatment, tuberculosis preventive therapy,
  tb preventive treatment, tb preventive therapy, tpt, isoniazid preventive therapy, ipt, tb contact,
  tb prevention, isoniazid prophylaxis
non-tuberculous-mycobacteria: mycobacterium avium complex, atypical mycobacteria, ntm,
  nontuberculous mycobacteria, mycobacterium avium
leprosy: hansen's disease
leprosy-reaction: lepra reaction, erythema nodosum leprosum, enl, reversal reaction, type 1 reaction,
  type 2 reaction
buruli-ulcer: mycobacterium ulcerans
hiv-infection: hiv, aids, hiv disease, hiv/aids, hiv positive, hiv infected, antiretroviral therapy,
  antiretroviral treatment, art, people living with hiv, plhiv, haart, advanced hiv disease
hiv-exposure: hiv post exposure prophylaxis, needlestick injury, needle stick injury, occupational exposure
enhanced-infant-prophylaxis: high risk hiv exposed infant
hiv-exposed-infant: pmtct, prevention of mother to child transmission, vertical transmission,
  prevention of vertical transmission, hiv exposed newborn, infant prophylaxis
hiv-pre-exposure-prophylaxis: pre exposure prophylaxis
cotrimoxazole-preventive-therapy: cotrimoxazole prophylaxis, cotrimoxazole preventive treatment, cpt,
  co trimoxazole prophylaxis, co trimoxazole preventive therapy
immune-reconstitution-syndrome: immune reconstitution inflammatory syndrome, immune reconstitution, tb iris
cryptococcal-meningitis: cryptococcosis, cryptococcal disease, cryptococcus, cryptococcal meningoencephalitis
cryptococcal-antigenaemia: cryptococcal antigen positive, crag positive
toxoplasmosis: cerebral toxoplasmosis, toxoplasma encephalitis, cns toxoplasmosis, toxoplasmic encephalitis
ocular-toxoplasmosis: toxoplasma chorioretinitis
congenital-toxoplasmosis
histoplasmosis
talaromycosis: penicilliosis
coccidioidomycosis: valley fever
blastomycosis
paracoccidioidomycosis
aspergillosis: invasive aspergillosis, pulmonary aspergillosis
mucormycosis: zygomycosis
sporotrichosis
chromoblastomycosis: chromomycosis
mycetoma: madura foot, eumycetoma, actinomycetoma
candidaemia: invasive candidiasis, systemic candidiasis, candidal sepsis, disseminated candidiasis,
  systemic fungal infection, invasive fungal infection
oral-candidiasis: oral thrush, thrush, oropharyngeal candidiasis, oral candidosis, mouth thrush,
  oropharyngeal thrush
oesophageal-candidiasis: oesophageal thrush, oesophageal candidosis, candida oesophagitis
vaginal-candidiasis: vulvovaginal candidiasis, vaginal thrush, vaginal candidosis, vulvo vaginal candidiasis,
  candida vaginitis, vulvovaginal candidosis, vaginal yeast infection, genital candidiasis, genital thrush
cutaneous-candidiasis: skin candidiasis, candidal intertrigo, candidal skin infection, intertrigo,
  candidiasis of the skin
candidal-nappy-rash: candidal diaper rash, candida nappy rash
candidiasis: candidosis, candida infection, candida
cytomegalovirus: cmv, cmv retinitis, cytomegalovirus retinitis, cytomegalovirus infection, cmv disease,
  cmv infection
herpes-simplex: hsv, herpes labialis, cold sore, herpes simplex infection, herpetic stomatitis,
  herpes stomatitis, mucocutaneous herpes, herpetic gingivostomatitis, herpes simplex labialis
neonatal-herpes: neonatal hsv, neonatal herpes simplex, congenital herpes
genital-herpes: herpes genitalis, genital hsv
herpes-zoster: shingles, zoster
herpes-zoster-ophthalmicus: ophthalmic zoster, zoster ophthalmicus, herpes zoster of the eye, shingles of the eye, zoster of the eye, ophthalmic shingles, eye shingles
varicella: chickenpox, chicken pox, varicella zoster, vzv
eczema-herpeticum
measles: rubeola
rubella: german measles
mumps: parotitis, acute parotitis
poliomyelitis: polio
rabies: rabies post exposure prophylaxis, rabies exposure, suspected rabies exposure
tetanus: tetanus treatment, generalised tetanus
neonatal-tetanus: tetanus neonatorum
tetanus-prone-wound: tetanus prophylaxis, tetanus prone injury
botulism
anthrax: cutaneous anthrax, inhalational anthrax, inhalation anthrax
plague: bubonic plague, pneumonic plague, septicaemic plague
tularaemia
brucellosis: undulant fever, malta fever
leptospirosis: weil's disease
q-fever: coxiella
rickettsiosis: typhus, tick typhus, scrub typhus, rickettsial infection, murine typhus, epidemic typhus,
  louse borne typhus, tick bite fever, african tick bite fever, spotted fever, rocky mountain spotted fever,
  rickettsial disease
relapsing-fever: borreliosis, louse borne relapsing fever, tick borne relapsing fever
lyme-disease: lyme borreliosis, erythema migrans
bartonellosis: cat scratch disease, trench fever, bacillary angiomatosis, oroya fever
melioidosis
listeriosis: listeria, listeria monocytogenes, listeria meningitis
nocardiosis
actinomycosis
gas-gangrene: clostridial myonecrosis
dengue: dengue fever, dengue haemorrhagic fever, dengue shock syndrome
chikungunya
zika: zika virus
yellow-fever
viral-haemorrhagic-fever: lassa, lassa fever, ebola, marburg, ebola virus disease,
  crimean congo haemorrhagic fever, vhf
mpox: monkeypox
typhoid-fever: typhoid, enteric fever, paratyphoid, salmonella typhi, paratyphoid fever
typhoid-carrier: chronic typhoid carrier
salmonellosis: non typhoidal salmonella, invasive non typhoidal salmonella, salmonella,
  nontyphoidal salmonella
cholera: vibrio cholerae
dysentery: bloody diarrhoea, shigellosis, bacillary dysentery, shigella, blood in stool, blood in the stool,
  shigella dysentery, diarrhoea with blood
diarrhoea: acute diarrhoea, gastroenteritis, acute gastroenteritis, watery diarrhoea, acute watery diarrhoea,
  gastro enteritis, infectious diarrhoea, bacterial gastroenteritis, loose stools
persistent-diarrhoea: chronic diarrhoea
traveller's-diarrhoea: traveler's diarrhea, travellers' diarrhoea
campylobacter: campylobacteriosis, campylobacter enteritis
clostridioides-difficile: clostridium difficile, c difficile, cdi, pseudomembranous colitis, c diff,
  c. difficile, antibiotic associated diarrhoea, antibiotic associated colitis,
  clostridioides difficile infection, clostridium difficile infection
food-poisoning
amoebiasis: amoebic dysentery, entamoeba histolytica, intestinal amoebiasis, amoebic colitis
amoebic-liver-abscess: hepatic amoebiasis, amoebic abscess
liver-abscess: pyogenic liver abscess, hepatic abscess
giardiasis: giardia, lambliasis
cryptosporidiosis: cryptosporidium
cystoisosporiasis: isosporiasis, isospora, isospora belli, cystoisospora
cyclosporiasis: cyclospora
microsporidiosis
helminths: worm infestation, intestinal worms, worm infection, helminthiasis, deworming,
  soil transmitted helminthiasis, worm, intestinal helminthiasis, soil transmitted helminths,
  helminth infection, helminthic infection
ascariasis: roundworm, ascaris, round worm
hookworm: ancylostomiasis, necatoriasis, hook worm, hookworm infection
trichuriasis: whipworm, trichuris
enterobiasis: pinworm, threadworm, oxyuriasis, enterobius
strongyloidiasis: strongyloides, strongyloides hyperinfection
taeniasis: tapeworm, taenia, beef tapeworm, pork tapeworm, taenia saginata, taenia solium
hymenolepiasis: dwarf tapeworm, hymenolepis nana
diphyllobothriasis: fish tapeworm
neurocysticercosis: cysticercosis
echinococcosis: hydatid disease, hydatid cyst, hydatidosis
schistosomiasis: bilharzia, schistosoma, bilharziasis
mansoni-schistosomiasis: schistosoma mansoni, s mansoni, mansoni, intestinal schistosomiasis
haematobium-schistosomiasis: schistosoma haematobium, s haematobium, urinary schistosomiasis, urogenital schistosomiasis
japonicum-schistosomiasis: schistosoma japonicum, s japonicum, japonicum
katayama-syndrome: katayama fever, acute schistosomiasis
fascioliasis: liver fluke, fasciola
opisthorchiasis: clonorchiasis
paragonimiasis: lung fluke
trichinosis: trichinellosis
toxocariasis: visceral larva migrans
cutaneous-larva-migrans: creeping eruption, larva migrans
dracunculiasis: guinea worm
lymphatic-filariasis: filariasis, elephantiasis
onchocerciasis: river blindness
loiasis: loa loa
african-trypanosomiasis: sleeping sickness, human african trypanosomiasis
chagas-disease: american trypanosomiasis, chagas
visceral-leishmaniasis: kala azar
post-kala-azar-dermal-leishmaniasis: post kala azar dermal leishmaniasis, pkdl
cutaneous-leishmaniasis: mucocutaneous leishmaniasis, leishmaniasis
babesiosis
urinary-tract-infection: uti, cystitis, uncomplicated cystitis, acute uncomplicated cystitis, simple cystitis, lower uti, lower urinary tract infection, acute cystitis,
  bladder infection, urinary infection, lower urinary infection
pyelonephritis: upper urinary tract infection, upper uti, acute pyelonephritis, kidney infection,
  complicated uti, febrile uti, complicated urinary tract infection, urosepsis
catheter-associated-urinary-tract-infection: catheter associated uti, cauti
asymptomatic-bacteriuria: bacteriuria
prostatitis: acute prostatitis, bacterial prostatitis, acute bacterial prostatitis
chronic-prostatitis: chronic bacterial prostatitis
epididymo-orchitis: epididymitis, orchitis, epididymoorchitis, scrotal swelling
sexually-transmitted-infection: sti, std, sexually transmitted disease
urethral-discharge: urethritis, male urethritis, urethral discharge syndrome, penile discharge,
  non gonococcal urethritis
vaginal-discharge: vaginitis, vaginal discharge syndrome, abnormal vaginal discharge
cervicitis: mucopurulent cervicitis
gonorrhoea: gonococcal infection, gonococcal urethritis, neisseria gonorrhoeae, gonococcal cervicitis,
  anogenital gonorrhoea
disseminated-gonococcal-infection: gonococcal arthritis
ophthalmia-neonatorum: neonatal conjunctivitis, conjunctivitis of the newborn, gonococcal ophthalmia,
  conjunctivitis in newborn, newborn conjunctivitis, gonococcal conjunctivitis of the newborn,
  neonatal gonococcal conjunctivitis, ophthalmia of the newborn
newborn-eye-prophylaxis: eye prophylaxis, ocular prophylaxis, newborn eye care
gonococcal-conjunctivitis
chlamydia: chlamydial infection, chlamydia trachomatis, genital chlamydia
lymphogranuloma-venereum: lgv, inguinal bubo, bubo
chancroid: haemophilus ducreyi
genital-ulcer: genital ulcer disease, genital ulcer syndrome, gud, genital sore
donovanosis: granuloma inguinale
syphilis: early syphilis, primary syphilis, secondary syphilis, lues
late-syphilis: late latent syphilis, tertiary syphilis, latent syphilis of unknown duration,
  syphilis of unknown duration
neurosyphilis: ocular syphilis
congenital-syphilis: neonatal syphilis
yaws: endemic treponematosis, pinta, bejel, endemic syphilis
trichomoniasis: trichomonas, trichomonas vaginalis
bacterial-vaginosis: bv, gardnerella
genital-warts: condylomata acuminata, anogenital warts, condyloma, condyloma acuminatum
pelvic-inflammatory-disease: pid, salpingitis, lower abdominal pain syndrome, tubo ovarian abscess,
  acute pelvic inflammatory disease
endometritis: puerperal sepsis, postpartum endometritis, puerperal infection, postpartum infection,
  maternal sepsis, puerperal fever, postpartum sepsis, metritis, uterine infection
chorioamnionitis: intraamniotic infection, intra amniotic infection, amnionitis
septic-abortion: post abortion sepsis, septic miscarriage, infected abortion, septic incomplete abortion
group-b-streptococcus: group b streptococcal infection, gbs prophylaxis, group b streptococcus prophylaxis,
  gbs colonisation
mastitis: puerperal mastitis, lactational mastitis
breast-abscess
cellulitis: erysipelas, soft tissue infection, skin and soft tissue infection, ssti, skin infection
orbital-cellulitis
periorbital-cellulitis: preseptal cellulitis
impetigo: pyoderma, ecthyma, bullous impetigo, infected eczema, secondary skin infection
furuncle: boil, furunculosis, carbuncle, folliculitis, skin abscess, cutaneous abscess, boils and abscesses
abscess
paronychia: whitlow, felon
necrotising-fasciitis: necrotising soft tissue infection, necrotising infection, necrotising skin infection,
  fournier's gangrene
pyomyositis: tropical pyomyositis
lymphadenitis: acute lymphadenitis, bacterial lymphadenitis
wound-infection: surgical site infection, infected wound, infected surgical wound, ssi
diabetic-foot-infection: diabetic foot, diabetic foot ulcer, infected diabetic foot
tropical-ulcer: tropical phagedenic ulcer
staphylococcal-scalded-skin-syndrome: scalded skin syndrome, ssss
umbilical-infection: omphalitis, infected umbilicus, cord infection, umbilical cord infection,
  umbilical sepsis
umbilical-cord-care: cord care
osteomyelitis: acute osteomyelitis, bone infection
chronic-osteomyelitis
septic-arthritis: joint infection, pyogenic arthritis, infectious arthritis, bacterial arthritis
prosthetic-joint-infection
open-fracture: compound fracture
endocarditis: infective endocarditis, bacterial endocarditis, native valve endocarditis,
  subacute bacterial endocarditis
prosthetic-valve-endocarditis
endocarditis-prophylaxis: infective endocarditis prophylaxis, prophylaxis of endocarditis,
  prevention of endocarditis
peritonitis: intra abdominal infection, secondary peritonitis, intraabdominal infection, abdominal sepsis,
  perforated viscus, intra abdominal sepsis, bowel perforation, intestinal perforation
spontaneous-bacterial-peritonitis
peritoneal-dialysis-peritonitis: capd peritonitis
appendicitis: acute appendicitis
diverticulitis
cholangitis: biliary sepsis, biliary tract infection, acute cholangitis
cholecystitis: acute cholecystitis
hepatitis-b: hbv, hepatitis b infection
hepatitis-c: hcv, hepatitis c infection
hepatitis: viral hepatitis, acute hepatitis, hepatitis a, hepatitis e, acute viral hepatitis
febrile-neutropenia: neutropenic sepsis, neutropenic fever, fever and neutropenia
helicobacter-pylori: h pylori, h. pylori, h pylori eradication, helicobacter, helicobacter pylori eradication
line-infection: catheter related bloodstream infection, central line infection, clabsi, phlebitis,
  thrombophlebitis
dental-abscess: tooth abscess, dental infection, odontogenic infection, periapical abscess,
  dentoalveolar abscess, dento alveolar abscess
periodontitis: gingivitis, pericoronitis, gum infection, gum disease, periodontal disease
necrotising-gingivitis: acute necrotising ulcerative gingivitis, anug, vincent's angina,
  necrotising ulcerative gingivitis
noma: cancrum oris
ludwig's-angina: deep neck infection
alveolar-osteitis: dry socket
scabies
crusted-scabies: norwegian scabies
pediculosis: lice, head lice, body lice, pubic lice, pediculosis capitis, pediculosis corporis,
  pediculosis pubis, louse infestation
myiasis: tumbu fly, tungiasis, jigger
tinea: ringworm, dermatophytosis, tinea corporis, tinea cruris, tinea pedis, tinea faciei, tinea barbae,
  athlete's foot,
  fungal skin infection, dermatophyte infection, jock itch
tinea-capitis: scalp ringworm, ringworm of the scalp
onychomycosis: tinea unguium, fungal nail infection, nail infection
pityriasis-versicolor: tinea versicolor
wart: verruca, plane warts, filiform warts, plantar warts,
  common warts, viral warts, verrucae
molluscum-contagiosum: molluscum
trachoma: trachomatous inflammation
conjunctivitis: bacterial conjunctivitis, red eye, eye infection, infective conjunctivitis,
  acute conjunctivitis, pink eye
keratitis: corneal ulcer, bacterial keratitis, corneal infection, infectious keratitis
fungal-keratitis
herpetic-keratitis: herpes keratitis, dendritic ulcer, herpes simplex keratitis
endophthalmitis
blepharitis
stye: hordeolum, chalazion
dacryocystitis
rheumatic-fever: acute rheumatic fever, rheumatic carditis
rheumatic-fever-prophylaxis: secondary prophylaxis of rheumatic fever, rheumatic heart disease prophylaxis,
  prevention of rheumatic fever, prophylaxis of rheumatic fever
`;
