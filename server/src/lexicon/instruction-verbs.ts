// Verbs by which guidelines tell their readers what to do, as data: own compilation of plain vocabulary, 2026-11. It
// must not know sentences.

const words = (text: string): readonly string[] => text.match(/\S+/g) ?? [];

/** What is done is named by their object: "give an enema", "insert a catheter". */
export const openVerbs: ReadonlySet<string> = new Set(
  words(`give use administer apply place put insert perform do make take offer provide start begin initiate commence order
    request obtain arrange prescribe run infuse inject instil instill pass tie fit attach connect set add continue undertake
    conduct schedule book collect get receive have undergo try institute employ carry tighten leave keep send maintain
    introduce wear attend supply draw fix wind`),
);

/** What is done is named by themselves: "bathe the newborn", "shave the skin". */
export const ownVerbs: ReadonlySet<string> = new Set(
  words(`bathe bath wash clean shave cut suck suction aspirate intubate ventilate catheterise catheterize cannulate transfuse
    irrigate massage rub warm cool sponge fan restrain isolate immobilise immobilize splint elevate raise lower lie lay
    position turn feed fast restrict limit stop withhold refer admit discharge transfer transport screen test measure check
    recheck monitor record examine re-examine assess reassess review observe watch count weigh inspect palpate listen ask
    counsel teach educate inform tell explain advise reassure encourage warn remind call notify report vaccinate immunise
    immunize treat manage drain incise excise remove extract pull push press compress bandage dress cover suture stitch close
    open pack probe explore debride amputate deliver clamp milk strip dry wrap swaddle rewarm rehydrate hydrate replace correct
    titrate adjust increase decrease reduce double halve taper wean switch change x-ray scan biopsy swab culture sample
    puncture delay defer postpone avoid prevent ensure document write note follow plan prepare sterilise sterilize disinfect
    discard dispose store protect support involve consult discuss decide choose select consider identify exclude rest mobilise
    mobilize exercise walk lift move sit stand hold shake mix dilute dissolve crush swallow rinse gargle spread spray flush
    confirm verify ascertain establish secure clear look search trace contact visit supervise allow let help assist stay repeat
    restart resume breastfeed evaluate investigate act apply speak see slow wait separate nurse bleed blow drink eat avoid minimise
    minimize optimise optimize control relieve restore stabilise stabilize sedate resuscitate defibrillate anticoagulate
    operate palliate reposition redress tilt bend pour pinch throw burn drip slap wake force pierce prick squeeze scrape smear soak
    tear peel pluck burst deroof immerse dip plunge tap rock swing hang invert drag pat hit smoke sleep touch scratch pick pad patch
    shine bleach swab wipe scrub scoop straighten stretch twist rotate flex extend bury sew lance crush anaesthetise anesthetize
    numb induce provoke burp tie wipe poke disturb dig perforate depress tug jerk boil iron steam air escalate de-escalate adapt modify tailor individualise individualize step strap plaster exercise
    starve syringe tape lavage paint oil trim bind ligate nebulise nebulize cauterise cauterize curette douche cardiovert infiltrate dilate
    hyperventilate fumigate sling incubate purge swaddle knead stroke return drive swim dive fly travel`),
);

export const instructionVerbs: ReadonlySet<string> = new Set([...openVerbs, ...ownVerbs]);

/** What may as well be a noun or an adjective: "test results", "fast breathing". */
export const alsoOtherwise: ReadonlySet<string> = new Set(
  words(`test rest support review exercise culture swab record cover measure position plan cut dress turn report contact open
    close dry clear feed fast help order control use fan bath massage sample biopsy scan screen switch change increase
    decrease act stop start drain transfer transport treat visit suture stitch pack pass set run nurse note look wash wrap
    call bandage splint clamp strip swallow spray flush puncture document address cool warm lower slow separate balance
    result supply name limit release double taper probe press shave suck suction milk light sponge blow drink walk move
    stand hold shake mix place lie lay patch pad tap slap pat hit rock plaster strap tear burn sleep smoke touch scratch x-ray restrict watch count monitor restore study syringe tape steam paint
    oil trim bind douche sling purge stroke lavage return drive dive fly travel`),
);
