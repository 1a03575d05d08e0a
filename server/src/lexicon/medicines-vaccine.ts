// Vaccines, immunoglobulins, antitoxins and antivenoms, as data (the columns are those of
// medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const vaccinesAndImmunoglobulins = `
bcg vaccine | bcg, bacillus calmette-guérin vaccine, bacille calmette-guérin vaccine | vaccine, live vaccine | intradermal | mL 0.025-0.2
hepatitis b vaccine | hepb vaccine, hep b vaccine, hepatitis b recombinant vaccine | vaccine | im | mcg 2.5-40; mL 0.25-2
hepatitis a vaccine | hep a vaccine | vaccine | im | unit 160-1440; mL 0.25-1
hepatitis e vaccine | | vaccine | im |
oral polio vaccine | opv, oral poliovirus vaccine, bopv, bivalent oral polio vaccine | vaccine, live vaccine | oral | mL 0.05-0.2
inactivated polio vaccine | inactivated poliovirus vaccine, inactivated polio, fipv | vaccine | im intradermal | mL 0.1-0.5
polio vaccine | poliomyelitis vaccine, poliovirus vaccine | vaccine | oral im |
diphtheria-tetanus-pertussis vaccine | dtp vaccine, dtp, dtap, dpt, dtwp, dpt vaccine, dtap vaccine, dtwp vaccine | vaccine | im | mL 0.25-0.5
pentavalent vaccine | dtp-hepb-hib vaccine, dtp-hepb-hib, dpt-hepb-hib, penta vaccine | vaccine | im | mL 0.25-0.5
hexavalent vaccine | | vaccine | im | mL 0.25-0.5
tetanus toxoid | tetanus vaccine, tetanus toxoid vaccine | vaccine | im | mL 0.25-0.5; unit 20-80
tetanus-diphtheria vaccine | tetanus diphtheria vaccine, td vaccine, tetanus-diphtheria toxoid, diphtheria-tetanus vaccine | vaccine | im | mL 0.25-0.5
tdap vaccine | tdap, tetanus-diphtheria-acellular pertussis vaccine | vaccine | im | mL 0.25-0.5
pertussis vaccine | acellular pertussis vaccine | vaccine | im |
diphtheria toxoid | diphtheria vaccine | vaccine | im |
hib vaccine | haemophilus influenzae type b vaccine, haemophilus influenzae b vaccine | vaccine | im | mL 0.25-0.5
pneumococcal vaccine | pneumococcal conjugate vaccine, pcv13, pcv10, pcv15, pcv20, ppsv23, pneumococcal polysaccharide vaccine, ppv23 | vaccine | im sc | mL 0.25-0.5
meningococcal vaccine | meningococcal conjugate vaccine, meningococcal a conjugate vaccine, menacwy, meningitis vaccine | vaccine | im | mL 0.25-0.5
rotavirus vaccine | rota vaccine | vaccine, live vaccine | oral | mL 0.5-2.5
measles vaccine | measles-containing vaccine, mcv1, mcv2 | vaccine, live vaccine | sc im | mL 0.25-0.5
measles-rubella vaccine | mr vaccine, measles rubella vaccine | vaccine, live vaccine | sc im | mL 0.25-0.5
measles-mumps-rubella vaccine | mmr, mmr vaccine, measles mumps rubella vaccine | vaccine, live vaccine | sc im | mL 0.25-0.5
rubella vaccine | | vaccine, live vaccine | sc |
mumps vaccine | | vaccine, live vaccine | sc |
varicella vaccine | chickenpox vaccine | vaccine, live vaccine | sc | mL 0.25-0.5
zoster vaccine | herpes zoster vaccine, shingles vaccine | vaccine | im sc | mL 0.25-0.65
human papillomavirus vaccine | hpv vaccine | vaccine | im | mL 0.25-0.5
yellow fever vaccine | | vaccine, live vaccine | sc im | mL 0.1-0.5
typhoid vaccine | typhoid conjugate vaccine, typhoid polysaccharide vaccine | vaccine | im oral | mL 0.25-0.5
cholera vaccine | oral cholera vaccine, ocv | vaccine | oral | mL 1-3
rabies vaccine | human diploid cell vaccine, hdcv, purified chick embryo cell vaccine, pcecv | vaccine | im intradermal | mL 0.1-4; unit 2-10
japanese encephalitis vaccine | je vaccine | vaccine | sc im | mL 0.25-0.5
tick-borne encephalitis vaccine | | vaccine | im | mL 0.25-0.5
influenza vaccine | flu vaccine, seasonal influenza vaccine, inactivated influenza vaccine | vaccine | im nasal | mL 0.1-0.7
covid-19 vaccine | sars-cov-2 vaccine, covid vaccine, mrna vaccine | vaccine | im | mL 0.1-0.5; mcg 3-100
malaria vaccine | | vaccine | im | mL 0.25-0.5
ebola vaccine | | vaccine | im |
dengue vaccine | | vaccine | sc |
mpox vaccine | smallpox vaccine | vaccine | sc intradermal | mL 0.1-0.5
respiratory syncytial virus vaccine | rsv vaccine | vaccine | im |
anthrax vaccine | | vaccine | im |
anti-d immunoglobulin | anti-d, anti-d immune globulin, rh immunoglobulin, anti d immunoglobulin, rhesus immunoglobulin, rho immunoglobulin, rho d immune globulin, rh immune globulin, rhesus immune globulin, rh d immune globulin, rho d immunoglobulin, rhig | immunoglobulin | im iv | mcg 25-1500; unit 125-7500; mcg/kg 20-125; unit/kg 100-625
human normal immunoglobulin | intravenous immunoglobulin, ivig, normal immunoglobulin, immune globulin, immunoglobulin, intravenous immune globulin, human immunoglobulin | immunoglobulin | iv im sc | mg 50-200000; mg/kg 20-3000; mL/kg 0.1-40; mL 0.2-2000
tetanus immunoglobulin | human tetanus immunoglobulin, tig, htig, tetanus immune globulin, anti-tetanus immunoglobulin, human tetanus immune globulin, antitetanus immunoglobulin | immunoglobulin | im intrathecal | unit 75-10000; unit/kg 2-200
hepatitis b immunoglobulin | hbig, hepatitis b immune globulin | immunoglobulin | im | unit 40-10000; mL 0.3-6; mL/kg 0.02-0.1; unit/kg 5-60
rabies immunoglobulin | human rabies immunoglobulin, equine rabies immunoglobulin, hrig, erig, rabies immune globulin, human rabies immune globulin | immunoglobulin | im | unit 20-6000; unit/kg 10-40; mL/kg 0.05-0.3
varicella zoster immunoglobulin | vzig, varicella-zoster immune globulin, varicella immunoglobulin, varicella zoster immune globulin | immunoglobulin | im | unit 12.5-1250; unit/kg 5-25; mg 100-1250
measles immunoglobulin | | immunoglobulin | im |
cytomegalovirus immunoglobulin | cmv immunoglobulin | immunoglobulin | iv |
botulism antitoxin | botulinum antitoxin | antitoxin | iv | mL 5-1000
diphtheria antitoxin | | antitoxin | iv im | unit 1000-150000
tetanus antitoxin | anti-tetanus serum, antitetanus serum, equine tetanus antitoxin | antitoxin | im iv | unit 500-100000
snake antivenom | antivenom, antivenin, snake antivenin, anti-snake venom, polyvalent antivenom, snake venom antiserum, antivenom immunoglobulin, polyvalent snake antivenom, anti-venom, anti snake venom, antivenene | antivenom | iv | mL 5-500
scorpion antivenom | scorpion antivenin | antivenom | iv |
spider antivenom | spider antivenin | antivenom | iv im |
antithymocyte globulin | anti-thymocyte globulin, antithymocyte immunoglobulin | immunoglobulin, immunosuppressant | iv | mg 25-3000; mg/kg 1-45
palivizumab | | monoclonal antibody | im | mg 20-200; mg/kg 10-20
nirsevimab | | monoclonal antibody | im | mg 50-200
bezlotoxumab | | monoclonal antibody | iv |
`;
