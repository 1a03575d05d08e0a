// Medicines for the skin, the eye, the ear and the mouth, antiseptics and contrast media, as data (the columns are
// those of medicines-antibacterial.ts). Own compilation of facts, 2026-11; names and figures only, no advice.

export const skinAndEyeMedicines = `
chlorhexidine | chlorhexidine gluconate, chlorhexidine digluconate | antiseptic, symptomatic | topical |
povidone iodine | povidone-iodine, polyvidone iodine, polyvidone-iodine, iodine povidone, pvp-iodine | antiseptic, symptomatic | topical eye vaginal |
cetrimide | | antiseptic, symptomatic | topical |
chlorhexidine/cetrimide | cetrimide/chlorhexidine | antiseptic | topical |
hydrogen peroxide | | antiseptic, symptomatic | topical ear |
potassium permanganate | | antiseptic, symptomatic | topical |
gentian violet | methylrosanilinium chloride, crystal violet, methyl violet | antiseptic, antifungal | topical |
isopropyl alcohol | isopropanol, 2-propanol | antiseptic | topical |
alcohol-based hand rub | alcohol based hand rub | antiseptic | topical |
sodium hypochlorite | hypochlorite, chlorine solution | disinfectant | topical |
sodium dichloroisocyanurate | nadcc, troclosene sodium | disinfectant | topical |
chloroxylenol | | disinfectant | topical |
glutaraldehyde | glutaral | disinfectant | topical |
silver sulfadiazine | silver sulfadiazine cream | sulfonamide, antibacterial | topical |
silver nitrate | | antiseptic | topical eye |
mafenide | | antibacterial | topical |
acetic acid | | antiseptic | ear topical |
boric acid | boric acid in alcohol | antiseptic | ear vaginal | vaginal mg 300-1200
salicylic acid | | keratolytic | topical |
benzoic acid | | antifungal, keratolytic | topical |
benzoic acid/salicylic acid | whitfield's ointment, whitfield ointment, whitfields ointment, salicylic acid/benzoic acid | antifungal, keratolytic | topical |
benzoyl peroxide | | antiacne | topical |
adapalene | | retinoid, antiacne | topical |
azelaic acid | | antiacne | topical |
isotretinoin | 13-cis-retinoic acid | retinoid, antiacne | oral topical | oral mg 5-160; mg/kg 0.1-6
acitretin | | retinoid | oral | mg 10-75; mg/kg 0.2-1
clobetasol | clobetasol propionate | topical corticosteroid, corticosteroid | topical |
clobetasone | clobetasone butyrate | topical corticosteroid, corticosteroid | topical |
fluocinolone | fluocinolone acetonide | topical corticosteroid, corticosteroid | topical |
fluocinonide | | topical corticosteroid, corticosteroid | topical |
diflucortolone | | topical corticosteroid, corticosteroid | topical |
halobetasol | ulobetasol | topical corticosteroid, corticosteroid | topical |
desonide | | topical corticosteroid, corticosteroid | topical |
pimecrolimus | | calcineurin inhibitor | topical |
coal tar | | keratolytic | topical |
dithranol | anthralin | antipsoriatic | topical |
methoxsalen | 8-methoxypsoralen | psoralen | oral topical | mg 10-70; mg/kg 0.4-0.8
podophyllum resin | podophyllin, podophyllum | antimitotic | topical |
podophyllotoxin | podofilox | antimitotic | topical |
imiquimod | | immunomodulator | topical |
trichloroacetic acid | trichloracetic acid | caustic | topical |
calamine | calamine lotion | antipruritic, symptomatic | topical |
menthol | | antipruritic, symptomatic | topical |
camphor | | counter-irritant, symptomatic | topical |
capsaicin | | counter-irritant, symptomatic | topical |
methyl salicylate | | counter-irritant, symptomatic | topical |
zinc oxide | zinc oxide ointment, zinc ointment | skin protectant, symptomatic | topical |
urea cream | | emollient | topical |
white soft paraffin | petroleum jelly, petrolatum, soft paraffin | emollient, symptomatic | topical |
emulsifying ointment | aqueous cream | emollient, symptomatic | topical |
lanolin | wool fat | emollient | topical |
sulfur | precipitated sulfur, sulfur ointment | scabicide | topical |
selenium sulfide | selenium sulfide shampoo | antifungal | topical |
hydroquinone | | depigmenting | topical |
aluminium chloride | aluminum chloride, aluminium chloride hexahydrate | antiperspirant | topical |
aluminium acetate | burow's solution | astringent | topical ear |
dexpanthenol | panthenol | emollient | topical |
becaplermin | | growth factor | topical |
spinosad | | pediculicide | topical |
diethyltoluamide | deet | insect repellent | topical |
pilocarpine | | miotic | eye oral | oral mg 2.5-40
timolol | | beta blocker, antiglaucoma | eye oral |
betaxolol | | beta blocker, antiglaucoma | eye oral |
latanoprost | | prostaglandin, antiglaucoma | eye |
bimatoprost | | prostaglandin, antiglaucoma | eye |
travoprost | | prostaglandin, antiglaucoma | eye |
tafluprost | | prostaglandin, antiglaucoma | eye |
brimonidine | | alpha-2 agonist, antiglaucoma | eye |
apraclonidine | | alpha-2 agonist, antiglaucoma | eye |
dorzolamide | | carbonic anhydrase inhibitor, antiglaucoma | eye |
brinzolamide | | carbonic anhydrase inhibitor, antiglaucoma | eye |
tropicamide | | mydriatic | eye |
cyclopentolate | | mydriatic | eye |
homatropine | | mydriatic | eye |
fluorescein | fluorescein sodium | diagnostic | eye iv |
fluorometholone | | corticosteroid | eye |
loteprednol | | corticosteroid | eye |
nepafenac | | nsaid | eye |
bromfenac | | nsaid | eye |
ranibizumab | | vegf inhibitor | eye | mg 0.1-0.5
aflibercept | | vegf inhibitor | eye | mg 0.5-8
pegaptanib | | vegf inhibitor | eye |
hypromellose | artificial tears, hydroxypropyl methylcellulose | lubricant, symptomatic | eye |
carmellose | carboxymethylcellulose | lubricant, symptomatic | eye oral |
carbomer | | lubricant, symptomatic | eye |
polyvinyl alcohol | | lubricant | eye |
lodoxamide | | mast cell stabiliser | eye |
besifloxacin | | fluoroquinolone, antibiotic | eye |
lomefloxacin | | fluoroquinolone, antibiotic | eye oral |
dexamethasone/neomycin/polymyxin b | neomycin/polymyxin b/dexamethasone | corticosteroid, antibiotic | eye ear |
verteporfin | | photosensitiser | iv |
barium sulfate | | contrast medium | oral rectal |
iohexol | | contrast medium | iv | mL 1-200; mL/kg 0.5-4
iopamidol | | contrast medium | iv |
amidotrizoate | diatrizoate, meglumine amidotrizoate, meglumine diatrizoate, sodium amidotrizoate | contrast medium | oral iv |
gadopentetic acid | gadopentetate | contrast medium | iv |
tuberculin | purified protein derivative, tuberculin purified protein derivative | diagnostic | intradermal | unit 1-10; mL 0.05-0.1
eugenol | clove oil, oil of cloves | dental analgesic | topical |
triclosan | | antiseptic | topical |
hexetidine | | antiseptic | topical |
cetylpyridinium | cetylpyridinium chloride | antiseptic | topical |
carbamide peroxide | | cerumenolytic | ear |
sodium tetradecyl sulfate | | sclerosant | iv |
ethanolamine oleate | ethanolamine | sclerosant | iv |
polidocanol | | sclerosant | iv |
talc | talcum | sclerosant | topical |
phenol | | sclerosant, antiseptic | topical |
collagenase | | debriding enzyme | topical |
`;
