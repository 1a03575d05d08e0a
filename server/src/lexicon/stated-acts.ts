// What texts are for or against, told by how things are then: "the eye is left uncovered", "the catheter stays in", "back in
// class next morning". Data: own compilation of plain vocabulary on what guidelines decide, 2026-11. It must not know sentences.

import type { DescribedAct } from "./described-acts.ts";

const leave = "(?:leave|leaves|left|leaving|keep|keeps|kept|keeping|stay|stays|remain|remains)";
const remove =
  "(?:remov(?:e|es|ed|ing|al of)|tak(?:e|es|en|ing) out|takes? it out|com(?:e|es|ing) out|pull(?:s|ed|ing)?(?: out)?|withdraw(?:n|s|al of)?|out)";
const child = "(?:baby|babies|newborns?|infants?|child|children|pupils?|girl|boy|son|daughter)";
const cut = "(?:cut|cuts|divide|divided|clamp|clamps|clamped|clamping|tie|ties|tied)";
const soon =
  "(?:at once|immediately|straight away|right away|without (?:delay|waiting)|within (?:the first )?(?:\\d+|ten|fifteen|twenty|thirty) s(?:ec(?:onds?)?)?|in the first (?:\\d+|fifteen|thirty) seconds|before (?:the )?(?:first )?(?:breath|cry|drying)|as soon as (?:the |it|he|she)[a-zß-öø-ɏ ]{0,24}(?:born|out))";
const seeing = "(?:look(?:s|ing)?|inspect(?:s|ed|ing|ion)?|examin(?:e|es|ed|ing|ation)?|view)";
const feed = "(?:feed|feeds|feeding|fed|nurse|nurses|nursing|breastfeed(?:s|ing)?|breast-feed(?:s|ing)?)";

/** name | words of which one must stand in the text | pattern, in which "~20" is: within 20 signs of the same part; "not" before a name: it is left undone. */
const lines: readonly string[] = [
  // Eyes, ears, nose, mouth
  "eye patch | eye eyes lid lids | (?:cover|covers|covered|covering|pad|pads|padded|padding|patch|patched|occlude|occluded|bandage|bandaged|tape|taped)~16(?:eyes?|lids?)|eyes?~12(?:covered|padded|patched|occluded|bandaged|taped shut|shut|closed under)",
  "eye patch | pad pads | (?:soft|firm|double|single|eye|gauze|sterile|light|pressure) pads?(?: and (?:bandage|tape|plaster))?|pads? and bandages?",
  "not eye patch | eye eyes | eyes?~14(?:uncovered|unpadded|open(?: to the air)?(?= *(?:[.,;:|)]|$))|bare)|(?:leave|keep)~12eyes?~6(?:open|uncovered)",
  "eye irrigation | eye eyes lid lids | (?:rins|flush|irrigat|wash)(?:e|es|ed|ing)?~24(?:eyes?|lids?)|eyes?~16(?:rinsed|flushed|irrigated|washed)",
  "ear syringing | ear ears wax | (?:syring|flush|wash|rins|irrigat)(?:e|es|ed|ing)?~16(?:ears?|wax|canal)|(?:ears?|wax)~14(?:syringed|flushed|washed|rinsed|irrigated)",
  "head tilted back | head back backwards neck | head~16(?:back|backwards?|tilted|over the back of the)|(?:lean|leans|leaning|lie|lies|lying|sit|tilt|tip|bend)~10(?:back|backwards?)(?= *(?:[.,;:|)]|$|and|with|so|until|for))|chin~10(?:up|raised)",
  "not head tilted back | head forward forwards lean leans bend bends | head~16(?:forwards?|bowed|down)|(?:lean|leans|leaning|bend|bends|tilt|sit|sits|tip)~14forwards?|chin~10(?:down|on the chest)",
  "throat inspection | throat mouth pharynx spatula tongue | " +
    seeing +
    "~14(?:throat|pharynx)|(?:spatula|tongue depressor)~16(?:throat|tongue|mouth)|throat~14(?:seen|viewed|inspected|examined|looked)",
  "object between the teeth | teeth mouth jaw jaws tongue | (?:eas|slid|slip|wedg|push|put|plac|insert|forc|pris|hold|press|introduc)\\w*~40(?:between|into|in|inside)~14(?:teeth|mouth|jaws?)|(?:spoon|stick|gag|cloth|wallet|handle|finger)~18between~12(?:teeth|jaws?)",
  "not object between the teeth | mouth teeth | (?:stays?|keep|kept|remains?|are)~10out of~10mouth|mouth~10(?:free|empty|alone|untouched)|nothing~14(?:between|into|in)~10(?:teeth|mouth)",
  // Newborns and feeding
  "bath | bathed bathes bathing washed bath | " +
    child +
    "~12(?:bathed|washed all over|put in(?:to)? the (?:bath|tub|basin)|washed)(?! (?:of|off))|bath(?:es|ing) ~6" +
    child,
  "early cord clamping | cord | " +
    cut +
    "~30cord~40" +
    soon +
    "|cord~30" +
    cut +
    "~24" +
    soon +
    "|" +
    soon +
    ",? ~16" +
    cut +
    "~10cord|(?:early|immediate) (?:cord )?clamping|clamp(?:ing)? (?:of )?the cord (?:early|immediately)",
  "not early cord clamping | cord clamping clamp clamped | (?:delayed|deferred|late) (?:cord )?clamping|cord~24(?:intact|unclamped|uncut|until it (?:stops|has stopped) puls\\w+|after (?:it|the puls\\w+) (?:stops|has stopped))|" +
    cut +
    "~40(?:after (?:at least )?(?:\\d|one|two|three|60)[^.;]{0,14}(?:min|sec)\\w*|(?:\\d|one|two|three) (?:to|-|–) ?(?:\\d|two|three) min\\w*|when[^.;]{0,14}puls\\w+ (?:stops|has stopped|ends))|wait~24(?:min\\w*|seconds)~16(?:clamp|cut)\\w*",
  "cord antiseptic | cord stump navel umbilical umbilicus | (?:chlorhexidine|spirit|alcohol|iodine|povidone\\w*|antiseptic|powder|gentian violet|ointment|ash|oil)~24(?:to|on|onto|over|for|at) ?~10(?:cord|stump|navel|umbilic\\w+)|(?:cord|stump|navel)~22(?:with|by) (?:chlorhexidine|spirit|alcohol|iodine|povidone|antiseptic|powder|gentian|oil|ash)",
  "not cord antiseptic | cord stump navel | (?:cord|stump|navel)~14(?:clean and dry|dry and clean|kept dry|stays dry|left dry|dry)(?= *(?:[.,;:|)]|$|and|until))|nothing~14(?:on|to|onto)~8(?:cord|stump|navel)|dry cord care",
  "supplement to the breast | water formula glucose top tea juice food drink | (?:top[- ]?ups?|(?:sips|drinks?|bottles?) of (?:boiled )?(?:water|tea|glucose water|formula)|(?:glucose|sugar) water|formula)~20(?:between feeds|after (?:each|the|every) (?:breast)?feed|in addition|as well|besides)",
  "not supplement to the breast | breast milk exclusive exclusively | breast milk (?:only|alone)|only breast milk|nothing (?:but|other than|except|besides) (?:breast|the mother)|exclusive(?:ly)? breast-?f\\w+",
  "breastfeeding kept on | feed feeding feeds breast breastfeeding breastfeed breastfeeds side suck suckle nurse nursing | (?:go|goes|going|carry|carries) on (?:with )?" +
    feed +
    "|(?:keep|keeps|continue|continues)(?: to| with)? (?:breast-?)?(?:" +
    feed +
    "|sucking)|(?:breast-?feed(?:ing)?|feeding|nursing)~12(?:goes on|continues?|is continued|carries on|as before)|" +
    feed +
    "~10(?:from|on|at) (?:both|each|either|the (?:sore|affected|inflamed|same)) (?:sides?|breasts?)|offer~8(?:sore|affected|inflamed|same|red) (?:side|breast)",
  "not breastfeeding kept on | breast side breastfeeding feeding feeds | (?:rest|rests|resting|spare|pause|pauses|stop|stops|stopped|interrupt|interrupted|suspend|withhold|give up|leave off)~10(?:(?:sore|affected|inflamed|that|red) (?:side|breast)|breast-?feeding|breast-?feeds|the breast)|(?:sore|affected|inflamed|red) (?:side|breast)~6rests?|breast~10(?:is )?(?:rested|withheld|taken away)|(?:breast )?milk~10(?:thrown|poured|discarded) ~4(?:away|out)?|(?:bottle|formula|rice water|oral rehydration) (?:instead of|in place of|alone without) (?:the )?breast|wean(?:ed|s)?~10(?:at once|abruptly|the baby)",
  "sleeping in the parents' bed | bed cot | (?:sleep|sleeps|sleeping|share|shares|sharing)~14(?:parents['’]?|mother['’]?s?|same|adult|family|your|a) bed|bed[- ]sharing|co-?sleep\\w*",
  "not sleeping in the parents' bed | cot crib | (?:sleep|sleeps|sleeping)~14(?:own|separate) (?:cot|crib|bed|surface)",
  "skin-to-skin contact | skin chest kangaroo | skin (?:on|to|against) skin|(?:on|against)~10(?:mother['’]?s?|father['’]?s?|parent['’]?s?|her|bare) (?:bare |naked )?(?:chest|breast)|kangaroo (?:position|method|pouch)",
  // Food and drink
  "fasting | stomach gut bowel food eat meal starve starved nothing mouth | (?:stomach|gut|bowel|intestine)~16(?:empty|rest|rested|at rest)(?: of (?:solid )?food)?|(?:no|without) (?:solid )?(?:food|meals|feeds)(?= *(?:[.,;:|)]|$|for|until|by))|(?:a day|\\d+ (?:hours|days)|night) without (?:food|eating|feeds)|nothing~8(?:to eat|by mouth|per mouth|orally)|nil (?:by|per) (?:mouth|os)|takes? nothing by mouth|starv(?:e|es|ed|ing)",
  "not fasting | food feed feeding eat eats eating meal meals diet | (?:usual|normal|ordinary|full|family|regular|light|soft|low[- ]fat) (?:food|diet|meals?|feeds?)~24(?:offered|given|resum\\w+|goes? on|continue\\w*|at once|from|as soon|within|the same day|allowed)|(?:go|goes|carry|carries|keep|keeps) on (?:with )?(?:eating|feeding)|(?:eat|eats|eating|feed|feeds|feeding|food|fed)~14(?:as (?:usual|before|on any|always)|goes on|continues?|early|from the first|within (?:\\d+|four|six|twenty)|is not (?:stopped|interrupted|paused))|may eat(?: and drink)?|eats? and drinks?|eat (?:what|whatever|when|as)",
  "drinking | drink drinks water tea coffee juice fluids fluid sips | (?:water|tea|coffee|juice|clear (?:fluids?|liquids?|drinks?))~40(?:allowed|encouraged|permitted|until (?:two|2|one|1) hours?|up to (?:two|2|one|1) hours?)|(?:drinks?|sips?)~20(?:freely|until (?:two|2|one|1) hours?|up to (?:two|2|one|1) hours?|as (?:much|often) as|small amounts|allowed)",
  "not drinking | drink drinks water fluids nothing | nothing~8to drink|(?:no|not even|without) (?:drinks?|water|fluids?|sips?)(?= *(?:[.,;:|)]|$|from|after|for|until|by))|(?:drink|drinks|swallow) nothing",
  "tube feeding | tube gastrostomy feeding | (?:artificial(?:ly)? |enteral(?:ly)? )?(?:feed(?:s|ing)?|fed|nutrition|nourish\\w*)~30(?:by|through|via|with|over) (?:an? |the )?(?:[a-zß-öø-ɏ]+ )?(?:tube|gastrostomy|stoma)|(?:gastric|feeding|nasal|thin|fine[- ]bore|stomach|peg) tube (?:feed\\w*|for feeding|for food)|feeding tube|gastrostomy",
  "not tube feeding | hand spoon comfort | (?:feed|feeds|feeding|fed)~14(?:by hand|with the spoon|with a spoon)|hand[- ]?feeding|(?:comfort|careful hand) feeding",
  // Rest and movement
  "bed rest | bed flat horizontal | (?:stay|stays|keep|keeps|kept|remain|remains|rest|rests|resting)~14(?:to|in|on) (?:his |her |their |the )?bed|bed ?bound|bed ?rest|(?:lie|lies|lying|kept|nursed|stays?|remains?|keep)~10flat~24(?:for|until|till|after|on)|not (?:get|gets|got) (?:up|out of bed)|in bed (?:for|until|till)",
  "not bed rest | bed up mobilise mobilised mobilize mobilized walks walking walk sits feet chair | (?:out of|from|leaves?) (?:the )?bed|(?:get|gets|getting|got|stand|stands|helped) up(?! to)|(?:early |prompt )?mobili[sz](?:e|es|ed|ation|ing)|(?:walk|walks|walking)~14(?:from|on|about|the same|within|as soon|early|daily|every|a little)|(?:sit|sits|sat|sitting) (?:out|up|in a chair|on the edge)|up and (?:about|walking|moving)|on (?:his|her|their) feet",
  "weight on the leg | weight walk walks crutches bears bear | (?:bear|bears|bearing|put|puts|full|take|takes|loads?)~12weight~14(?:at once|as tolerated|as pain|on|from|allowed|straight|early|fully)|full weight-?bearing|walks? on (?:the (?:leg|foot|ankle|cast|injured)|it)",
  "not weight on the leg | weight crutches foot | no weight(?:-?bearing)?|non-?weight-?bearing|not (?:bear|put|take)~8weight|(?:foot|leg)~8(?:off|clear of|not touch\\w*) the (?:ground|floor)|without (?:any )?weight",
  "immobilisation | splint cast plaster collar strapped | (?:in|with|by|under)~8(?:splint|cast|plaster|back slab|backslab|brace|boot)~8(?:for|until|till)|(?:splint|cast|plaster|slab|brace|collar)~8(?:for|until|on for) ",
  "return to sport | pitch field game play sport match training bench ring court racing | (?:back|returns?|returned|goes|go)~8(?:on(?:to)?|to|in(?:to)?)~6(?:pitch|field|game|play|sport|match|training|court|bench duty|ring|the team|racing)|(?:play|plays|playing) on|(?:finish|finishes|rejoin|rejoins|resume|resumes|continue|continues)~10(?:game|match|play|training|sport|race|session)|(?:may|can) (?:play|train|compete|box|race)",
  "not return to sport | pitch field game play sport match training sits | (?:off|out of|from|leaves?|stays? off|no)~6(?:pitch|field|game|sports?|play|match|training|court|contact sport)(?= *(?:[.,;:|)]|$|for|until|that|on|and|the))|(?:sits?|sit) out|does not (?:return|play|train|go back)|no return to~8(?:play|sport|training|game)",
  "driving | drive drives driving wheel | (?:may|can|allowed to|free to|fit to) (?:drive|take the wheel)|(?:drives?|driving) (?:again|as usual|is allowed|from|home)|back behind the wheel",
  "not driving | driving drive drives wheel road | no driving|(?:not|never) (?:to )?(?:drive|sit behind the wheel)|off the road|stops? driving|driving (?:stops|ends|is (?:stopped|forbidden|suspended|barred|banned))|(?:hands over|gives? up)~10(?:keys|licen[cs]e)",
  "attendance at school | school class classroom nursery kindergarten lessons creche day-care daycare | (?:stay|stays|remain|remains|kept|keep|goes|go|back|returns?|send|sent|attend|attends|come|comes|may be|is|are)~14(?:at|in|to|into) (?:his |her |their |the )?(?:school|class|classroom|nursery|kindergarten|lessons|creche|day-?care)(?! (?:until|only|when|once|after))|(?:school|class|nursery)~10(?:as usual|without a break|goes on|attended|attendance)",
  "not attendance at school | school home class nursery lessons exclude excluded | (?:keep|keeps|kept|send|sends|sent)~14" +
    child +
    "~8home|" +
    child +
    "~14(?:stays?|kept|goes|go|sent|remains?) (?:at )?home|(?:days?|week) at home|(?:stays?|stay) (?:at )?home|(?:exclude|excludes|excluded|exclusion)~12(?:from )?(?:school|class|nursery|lessons)|(?:away|off|out of|absent)~6(?:from )?(?:school|class|nursery|lessons|creche|day-?care)|no (?:school|class|nursery|lessons)",
  "isolation | room isolation isolated isolate | (?:single|own|separate|side|isolation|private) room|(?:isolat|cohort)(?:e|es|ed|ing|ion)|apart from (?:the )?other|behind (?:a )?closed door",
  "not isolation | ward room bay | (?:open|shared|common|ordinary|general) (?:ward|bay|room)|(?:shares?|with) ~8(?:a )?room with|no isolation|(?:mix|mixes|mixing|eat|eats|meals)~10(?:with (?:the )?others|in the (?:dining room|common room))",
  "ascent | higher climb climbs ascend ascends ascent up height onward | (?:climb|climbs|ascend|ascends|go|goes|move|moves|walk|walks|trek|treks|continue|continues)~10(?:higher|on up|up(?:wards?)?(?! to| and about)|the ascent|to the next (?:camp|lodge)|as planned|on tomorrow)|step higher",
  "not ascent | height descend descends down altitude camp | (?:stay|stays|rest|rests|remain|remains|wait|waits|sleep|sleeps)~8(?:at the same (?:height|altitude|camp|level)|where (?:he|she|they|you) (?:is|are)|put)|no (?:further )?(?:ascent|climbing|step higher)|(?:descend|descends|goes down|go down|come down)",
  "air travel | fly flies flight flying plane aircraft | (?:may|can|allowed to|fit to|free to) fly|(?:fly|flies|flying|board|boards)~10(?:as booked|as planned|home|from|after|within|again)|(?:flight|plane)~8(?:taken|boarded)",
  "not air travel | fly flies flight flying plane | no (?:flight|flying|air travel)|(?:not|never) (?:to )?fly|flights?~10(?:postponed|cancelled|put off|avoided)|stays? on the ground",
  // Wounds, bites and burns
  "pressure immobilisation | bandage wrap wraps wrapped bandaged compress compression compressed | (?:wrap|wraps|wrapped|wrapping|bandage|bandaged|bind|bound|wind)~16(?:whole |entire |bitten )?(?:limb|leg|arm)|compress(?:ion|ed|ing)?(?: of)? (?:the )?(?:bitten )?(?:limb|leg|arm)|(?:elastic|crepe|broad|firm|pressure|compression)(?:[ -][a-zß-öø-ɏ]+)? bandages?~20(?:limb|leg|arm|fingers|toes|upwards|over the bite)",
  "not pressure immobilisation | bandage bandages | bandages?~14(?:in the bag|rolled|unused|aside)|without (?:an? |any )?(?:compression|pressure|elastic)? ?(?:bandages?|wrapping|compression)",
  "washing of the bite | bite bites site venom fang wound | (?:wash|washes|washed|washing|rins|wip|clean|flush|scrub)(?:e|es|ed|ing)?~16(?:bites?|bite site|site|venom|fang\\w*|bitten)|(?:bites?|site|venom)~12(?:washed|rinsed|wiped|cleaned|flushed|scrubbed)",
  "cutting of the bite | bite bites fang | (?:cut|cuts|cutting|incis|slit|nick|open)(?:e|es|ed|ing|ion)?~16(?:bites?|fang|bite site|bitten)",
  "wound closure | stitched sutured sewn closed glued edges primary | (?:wounds?|cuts?|edges|bites?|skin|lacerations?)~16(?:stitched|sutured|sewn|closed|glued|stapled|brought together|taped together)|(?:primary|immediate|same[- ]day) (?:closure|suture|repair)|(?:stitches|sutures|glue|staples)(?= *(?:[.,;:|)]|$|in|with|of|on))",
  "not wound closure | open unsutured unclosed secondary granulate | (?:wounds?|cuts?|edges|bites?|lacerations?)~14(?:open|unsutured|unstitched|unclosed)|(?:heal|heals|close|closes|granulate|granulates)~12(?:from (?:below|the bottom|within)|by (?:second(?:ary)? intention|itself|granulation))|delayed (?:primary )?closure",
  "removal of the embedded object | knife blade arrow nail spear stick object splinter impaled shaft embedded | (?:pull|pulls|pulled|draw|drawn|remove|removed|extract|extracted|take|taken)~16(?:knife|blade|arrow|nail|spear|stick|shaft|(?:embedded|impaled|stuck|foreign) (?:object|body))|(?:knife|blade|arrow|nail|spear|shaft|object)~8(?:pulled|drawn|removed|taken) ?(?:out)?",
  "not removal of the embedded object | knife blade arrow nail spear stick object impaled shaft | (?:knife|blade|arrow|nail|spear|stick|shaft|object)~10(?:stays?|left|remains?|kept|padded)~8(?:in|where|in place)?|" +
    leave +
    "~10(?:knife|blade|arrow|nail|spear|stick|shaft|object)~10(?:in|where|alone)",
  "burn cooling | cool cooled cooling running tap burn water | (?:cool|cools|cooled|cooling|rinse|rinsed)~20(?:burns?|burnt (?:skin|part|area))|(?:burns?|burnt part)~24(?:running|tap|cool|cold) water|(?:cool|running|tap) water~8(?:for )?(?:\\d+|ten|twenty) min",
  "blister puncture | blisters blister bullae | blisters?~12(?:opened|pricked|punctured|burst|cut|deroofed|drained|aspirated|removed|snipped)",
  "massage | rub rubs rubbed rubbing massaged massages knead | (?:rub|rubs|rubbed|rubbing|massage|massages|massaged|massaging|knead|kneaded)~24(?:skin|heels?|sacrum|buttocks|limbs?|toes|fingers|calf|calves|back|leg|area|spots?|place|muscle|frost\\w*|frozen \\w+|snow)|(?:skin|heels?|sacrum|heel|calf|leg|toes|fingers)~18(?:rubbed|massaged|kneaded)",
  "foot soaking | feet foot basin soak soaks soaked | (?:soak|soaks|soaked|soaking|steep|steeped|stand|bathe|bathed|put|puts)~14(?:feet|foot)~16(?:water|basin|bath|bucket|tub)?|(?:feet|foot)~14(?:soaked|steeped|bathed|in (?:an? |the )?(?:basin|tub|bucket|bowl|warm water|hot water))|foot ?(?:bath|soak)s?",
  "shaving | shave shaved shaves razor razors blade blades | (?:shave|shaves|shaved|shaving)(?! cream)|razors?|hair~14(?:taken off|removed)~10(?:razor|blade)",
  // Bowel, bladder, lines
  "bowel preparation | bowel bowels colon washout macrogol laxative sachets enemas polyethylene | (?:bowels?|colon|gut)~12(?:washed (?:out|clean)|emptied|cleansed|cleared|flushed|prepared|cleaned)|(?:wash|empty|cleanse|clear|flush|prepare)(?:es|s|ing)?(?: out)?~8(?:bowels?|colon)|(?:macrogol|polyethylene glycol|laxative|sachets?|washout|picosulfate)~24(?:before|the (?:day|evening|afternoon) before|litres?|from|at)|bowel (?:washout|wash-out|cleansing|lavage)|purg(?:e|ed|ing|ation)",
  "not bowel preparation | sachets laxative washout bowel | no (?:sachets?|laxatives?|washout|macrogol|enemas?)|(?:without|omits?) (?:any )?(?:laxatives?|washout|sachets|bowel preparation)",
  "keeping the urinary catheter | catheter catheters tube urine | (?:catheters?|indwelling tube|foley)~16(?:stays?(?: in)?|remains?|left in|is left|kept|is kept|in place)(?! out)|(?:leave|leaves|keep|keeps)~8(?:urinary |bladder )?catheter~10(?:in|until|for)|urine is drained|catheters?~30(?:goes when|until (?:the|day|after))",
  "not keeping the urinary catheter | catheter catheters foley | " +
    remove +
    "~10(?:urinary |bladder |urethral )?(?:catheter|foley)|catheters?~34(?:is |are |be )?(?:removed|taken out|out (?:at|on|by|in|the)|pulled|comes out|withdrawn)",
  "keeping the nasogastric tube | tube nasogastric | (?:nasogastric|stomach|gastric|nasal|ng) tube~14(?:stays?|remains?|left|kept|in place|until)|(?:leave|keep)~8(?:nasogastric|stomach|gastric|ng) tube",
  "not keeping the nasogastric tube | tube nasogastric | " +
    remove +
    "~10(?:nasogastric|stomach|gastric|ng) tube|(?:nasogastric|stomach|gastric|ng) tube~24(?:removed|taken out|out (?:at|on|before|in)|pulled|comes out)",
  "keeping the drain | drain drains | drains?~14(?:stays?|remains?|left in|kept)|(?:leave|keep)~6drains? in",
  "routine cannula replacement | cannula cannulas cannulae line lines drip | (?:re-?site|re-?sited|replace|replaced|change|changed|move|moved|renew|renewed)~14(?:cannula[es]?|lines?|drip)~14(?:every|each|after|daily|on day|at) |(?:cannula[es]?|lines?|drips?)~14(?:re-?sited|replaced|changed|renewed|moved)~10(?:every|each|after \\d|daily|on day|at \\d|routinely)",
  "not routine cannula replacement | cannula cannulas cannulae line lines drip | (?:cannula[es]?|lines?|drip)~24(?:as long as|until (?:it|there|no longer|they)|only (?:when|if|for)|no fixed|when (?:it|there|needed))",
  "clamping of the catheter | catheter | (?:clamp|clamps|clamped|clamping|spigot)\\w*~12catheter|catheter~12(?:clamped|spigoted)",
  "bed rails | rails rail sides | (?:rails?|cot sides|bed sides|side rails?|guard rails?)~10(?:up|raised|fitted|locked|in place)|(?:raise|raises|raised|raising|put up|fit|lift)~8(?:rails?|cot sides|bed sides)",
  "not bed rails | rails rail sides | (?:rails?|cot sides|bed sides)~10(?:down|lowered|off|folded|stay down)|(?:lower|lowered|fold|leave down|let down)~8(?:rails?|cot sides)|bed~8(?:without|free of) (?:rails|sides)",
  "restraint | hold held restrain mitten mittens belt strap straps tied pinned limbs | (?:hold|holds|held|holding|pin|pinned|press|pressed)~10(?:down|the (?:arms|limbs|legs|shoulders|patient|person|child))|(?:waist|lap|bed) (?:belt|strap)|mittens?|(?:arms|limbs|wrists?|hands)~10(?:held down|held|tied|strapped|pinned)",
  "steam inhalation | steam steamy shower kettle bowl mist | (?:steamy|steam|steaming)~14(?:bathroom|room|kettle|bowl|tent)?|hot shower running|over a bowl|cool mist",
  "chest physiotherapy | chest back clapping percussion tapotement | (?:clap|claps|clapped|clapping|percuss|percussed|percussing|tap|tapping|vibrat)\\w*~12(?:chest|back)|(?:chest|back)~10(?:clapped|percussed|tapped)",
  "tepid sponging | sponge sponged sponging cloths cloth compresses tepid lukewarm | (?:spong(?:e|es|ed|ing)|cool (?:cloths|compresses)|(?:wet|damp|cool|lukewarm) (?:cloths?|towels?|flannels?)|(?:tepid|lukewarm) (?:water|bath))",
  "induced vomiting | vomit vomiting throw salt finger | (?:make|makes|made|get|have)~12(?:vomit|throw up)|(?:salt|mustard) water|finger~8(?:down|in)~8throat|brings? it up again",
  // Tests
  "x-ray | radiology film films x-ray x-rays | (?:lateral |plain |frontal )?(?:films?|radiographs?|x-rays?) of (?:the )?[a-zß-öø-ɏ]+|(?:go|goes|sent|send|taken|trip)~8(?:to|through) (?:radiology|the x-ray)|(?:lateral|plain|neck|chest|skull|spine|lumbar|pelvic|wrist|ankle|abdominal) films?",
  "cervical smear | cytology smear smears cervical | (?:cervical|cervix)~10(?:screening|sample|cytology)|cytology",
  "continuous electrocardiogram of the baby | belt belts trace traces cardiotocograph cardiotocography sensor | (?:continuous|admission|twenty-minute|20-minute|routine) (?:trace|strip|cardiotocogra\\w+|monitoring|recording)|(?:belts?|sensors?|transducers?)~14(?:on|round|strapped|stay|throughout)|trace~10(?:of|on) (?:\\d+|twenty|thirty)",
  "waking of the patient | wake waken woken wakes waking | (?:wake|waken|woken|wakes|waking|roused?)~14(?:every|each|through the night|hourly|\\d+ hourly)",
  "screening of contacts | contacts family household classmates class siblings everyone | (?:contacts|household|family|families|classmates|whole class|siblings|everyone at home|all at home|whole family)~18(?:treated|examined|combed|screened|tested|given|get|receive|take)|(?:treat|examine|comb|screen|test)~14(?:contacts|household|the (?:whole )?family|classmates|whole class|siblings|everyone)",
  "helmet removal | helmet helmets | (?:take|takes|taken|remove|removed|pull|pulled)~6helmets?|helmets?~8(?:off|removed|comes off)",
  "not helmet removal | helmet helmets | helmets?~8(?:on|stays?|left|in place)(?= *(?:[.,;:|)]|$|and|until))",
  "warming by rubbing with snow | snow | (?:rub|rubs|rubbed|rubbing)~16(?:with )?snow|snow~10(?:rubbed|packed)",
  "pulling of the cord | cord placenta | (?:pull|pulls|pulled|tug|traction)~10cord|cord~10(?:pulled|tugged)",
  "resuscitation | resuscitate resuscitated resuscitation compressions | (?:attempt|start|begin|carry out|full)~8resuscitation|resuscitated",
];

const part = (line: string): DescribedAct => {
  const [name = "", cues = "", ...pattern] = line.split(" | ");
  const told = pattern
    .join(" | ")
    .replace(/ (?![?*+{])(?![^[\]]*\])/g, " +")
    .replace(/~(\d+)\??/g, "\\b[^.;,:|]{0,$1}?\\b");
  return {
    cues: cues.split(" "),
    pattern: new RegExp(`(?<![a-zß-öø-ɏ])(?:${told})(?![a-zß-öø-ɏ])`, "gi"),
    name: name.replace(/^not +/, ""),
    undone: name.startsWith("not "),
    stated: true,
  };
};
export const statedActs: readonly DescribedAct[] = lines.map(part);

const byCue = new Map<string, DescribedAct[]>();
for (const act of statedActs) for (const cue of act.cues) byCue.set(cue, [...(byCue.get(cue) ?? []), act]);
/** It says how things are of one of them. */
export const isStated = (text: string): boolean =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).some((word) =>
    byCue.get(word)?.some(({ pattern }) => text.search(pattern) >= 0),
  );

const names = new Set(statedActs.map(({ name }) => name));
export const isStatedName = (name: string): boolean => names.has(name);

/** What goes on from now. */
export const isLastingState = (name: string): boolean =>
  /^(?:attendance|keeping|breastfeeding +kept|isolation|driving|return|bed +rest|fasting|drinking)/.test(
    name,
  ) && names.has(name);
