// Words that are spelt much like a medicine's name and are none: of everyday English, anatomy, chemistry and the
// laboratory. A misspelling is never looked for in them. Own compilation, found by setting the medicines' names
// against a word list, 2026-11. It must hold no medicine: those stand in medicines-*.ts and medicine-names.ts.

const words = `
acerose anthracis atropinise atropinised atropinize atropinized ceramide ceramides cowper epinephric glucan glucans
glycaemic glycemic micromol tuberculid tuberculids actin adenine adenines adrenal agitate agminate agarose agnate albumen alienate altimeter aluminate amandine
amino aminoacid amphoteric anguine anserine anticline antigen antigenic apart areometer argentine asinine asparagine
asparagines aspirating aspiring biotic biotics blasting bradykinin bromine calamity calcic calciferous
calcified calcify calcimine calcine calcinosis calming candida capillarity capper carmine carnosine caroler caromed
carotene carotenes catamite chlorine chopper citric clementine coalmine cocaine codon coliform colitis collagen collagens
coniine cooper coper copier copped coppery copter cortical cortisol creatine creatinine cropper cuisine cystatin cystine cystitis
cytidine cytokine cytokines cytosine decussate deionise deionize delude deluded deluder deludes demonise demonize dextrad dextral
dextrin dextro dextrorse diamine diamines diazinon diazotize dioxide dioxin dioxins domaine easting elastin elastins
emetic endosulfan ergot estrogenic ethane ethylene eventide fantail ferritin fibrin filarial fluoresce fluoresced
fluorescent fluoresces fluorescing fluoride fluorine foliate fontanel fontanels fontanelle fumigate fustigate galactose
galantine gastrin gelation glaring glassine globin globulin globulins gluteal glyceric glyceride glycerides glycerinate
glycerite glycine hearing heparan heparinise heparinised heparinize heparinized histamine histamines histidine hydrazine
hydrolysing hydrolyzing hypotonic incline induline inline inquiline inshrine insulate insulinoma insulting insuring
inulin inulins iodise iodised iodize iodized isoline keratin ketone ketones lactate lactobacilli
lactose lactic leucocoria leukocoria lipase liposome liposomes malarial marathon meantime melamine melanin methane methanol methyl methylamine moraine morphea
morpheme morphia morphing myoglobin myosin neonatal nicotiana nitrite nitrites oestrin oestrogenic opiate
opioid oxidase oxide oxytocic oxytocics pallium pantheon pantheons pecten pectic penicillinase phenazine phenol phenom
phenyl phenylalanine phenylamine piperidine piperine playlets porcine prehominid primine profane prolactin prolamine
prolamines proline propane propanol proposal protamines protocol protein proteins ptomaine purine purines pyridoxal pyrethrin
pyrethrins pyridine pyrimidine pyrimidines quinoline quinolone quinolones quinone ranger relaxin renin reserving resorption
resupine retinal ribosome rigger ringed rinser rosaniline salicylic salina salinity saltine secretin serine serotonin
sienna smaltite smectic spectate spermine somatotropin spinose spline splenius sterol steroid streptolysin strychnine sublimer sucrose tannin
terpene tetracyclic thiazine thiazines thiazole threonine thrombin thymine thymosin thyroid thyroidal toluene triazine tricotine
tropicalise tropicalize tropine tropical tubercular tuberculous tubulin turpentine tyramine tyrosine uracil urease vasopressive
urethane uridine vaccine valine venin warfare wayfaring xanthine
aneurism anginae calcarine calcidiol cannabinol capsomer casamino charcot cobalamine cofactor colamine collagenoses collidine conazole
corticotroph corticotrophic corticotropic cotinine cryoprecipitated cyanidine cyclospora dextra dextrous dioxane ergometry
erythropoietic ethanal fenamate glutamyl glutaric glutaryl glycemia glycerate glycerone glycinin gosselin heparinase hyaluronan
insulinase ketimine lipocalin mannite melanotropin menthyl monotropic morpholine narcotine neurine nicotinamidase nicotinate
nicotinism oxybutyric oxytocia oxytocinase pancreata pancreatica plasmacyte plasmocyte prolamin pteridine pyridoxic quinaldine
quinazoline retinyl rieger sabine salicyl salicylism selenide spinosa spinosum spinosus splenium streptomyces tetramine thiaminase
search searches thionamide thyronine thyrotoxin tubercula tuberculi tuberculoid tuberculum
`;

const known: ReadonlySet<string> = new Set(words.match(/\S+/g));

/** Of a word in lower case, also in the plural. */
export function isOrdinaryWord(word: string): boolean {
  return known.has(word) || (word.endsWith("s") && known.has(word.slice(0, -1)));
}
