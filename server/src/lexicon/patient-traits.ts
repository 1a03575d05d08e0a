// What patients have that no chapter treats under this name, and for whose sake medicines are forbidden: a scar of the
// uterus, a mechanical valve. Each with the words by which texts tell it. Own compilation of plain vocabulary, 2026-11.
// It must not know medicines.

/** "All patients of this clinic": those whom the text is about. */
export const everyoneHere = "of this place";

/** Trait: how it is said. */
export const patientTraits: readonly (readonly [string, RegExp])[] = Object.entries({
  "uterine scar":
    "(?:previous|prior|earlier|past|one|two|three|1|2|history of(?: a)?|any|after(?: a| one)?|had(?: a| one)?)(?: (?:lower[- ]segment|classical|previous|earlier|or more))* (?:ca?esareans?(?: (?:sections?|births?|deliver(?:y|ies)))?|c-sections?|myomectomy)|ca?esareans? (?:scar|before|in (?:the|an?) (?:past|earlier|previous)[a-zß-öø-ɏ ]*)|(?:uterine|womb|ca?esarean|lower[- ]segment) scars?|scar(?:red|s)? (?:(?:on|of|in) the )?(?:uterus|womb)|uterine surgery",
  "long QT":
    "(?:prolonged|long)(?: corrected)? QTc?(?: (?:intervals?|syndromes?))?|QTc?(?: interval)? (?:is )?prolong(?:ed|ation)|corrected QT (?:is )?prolonged",
  "narrow angle": "(?:narrow|closed)[- ]angle(?: glaucoma)?|angle[- ]closure(?: glaucoma)?|acute glaucoma",
  "bilateral renal artery stenosis":
    "(?:bilateral )?renal[- ]artery stenosis|stenosis of (?:both )?renal arter(?:y|ies)",
  "heart block":
    "(?:(?:second|third|high|2nd|3rd|first|1st)(?:[- ](?:or|and)[- ](?:third|3rd))?[- ](?:degree|grade) )?(?:(?:AV|atrioventricular|heart) block)",
  "after birth": "(?:child)?birth|delivery|post-?partum|post-?natal|puerperium",
  "recent surgery":
    "(?:(?:recent|major|abdominal|brain|spinal|intracranial|previous) )*(?:surgery|operations?)|(?:hip|knee|joint|valve) replacement|laparotomy|craniotomy|thoracotomy|[a-zß-öø-ɏ]{4,}ectomy|ca?esarean(?: section)?",
  smoker: "(?:cigarette )?smok(?:ers?|es?|ing)",
  "may conceive":
    "(?:(?:girls|wom[ae]n|females?|those|anyone)(?: and (?:girls|women|adolescents))? (?:who|that) )?(?:can|could|may|might|(?:is|are) able to) (?:become|get|fall|be(?:come)?) pregnant|(?:wom[ae]n|girls|females?)(?: and (?:girls|women))? (?:who (?:can|could|may|might|are able to) (?:conceive|bear children)|of (?:child[- ]?bearing|reproductive|fertile) (?:age|potential|years))|(?:wom[ae]n|girls?|females?),? (?:aged |of )?(?:1[2-9]|[23]\\d|4[0-5])(?: years)?(?: ?(?:-|–|to|and) ?(?:[2-4]\\d|5[0-5]))?(?: years)?(?! (?:weeks|days|hours|kg))",
  [everyoneHere]:
    "(?:all|any|every|our) (?:of (?:the|our) )?(?:patients?|women|adults|children|people|residents?|mothers) (?:(?:of|in|at|on|seen (?:in|at|by)|attending|treated (?:in|at)|covered by) )(?:this|our|the present) (?:clinic|ward|unit|hospital|programme|program|centre|center|service|practice|home|chapter|protocol|guideline|group|cohort)s?",
  aura: "(?:with )?(?:a |an |visual |typical )?aura|zig-?zag lines?|flickering (?:lights?|lines?)|scintillating [a-zß-öø-ɏ]+|scotomas?",
  "egg allergy": "egg (?:allergy|anaphylaxis)|allerg(?:y|ic) to eggs?",
  "skull fracture":
    "(?:basal |base[- ]of[- ])?skull (?:base )?fractures?|fractures? of the (?:skull|base of (?:the )?skull)",
  "bleeding tendency": "bleeding (?:tendency|disorders?|diathesis)|coagulopath(?:y|ies)|clotting disorders?",
}).map(([trait, words]) => [trait, new RegExp(`(?<![a-zß-öø-ɏ])(?:${words})(?![a-zß-öø-ɏ])`, "gi")]);
