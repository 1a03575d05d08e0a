// Words that say when something is given, or by which route, however they say it. It must not know orders.

export const timing =
  /[×x] *\d|\b(?:daily|hourly|hrly|weekly|monthly|nightly|od|bd|bid|tds|tid|qds|qid|q\d+h|every|each|per +day|a +day|once(?! +(?:the|he|she|they|it|stable|able|awake|afebrile|tolerat\w+|there|(?!morning|evening)\w+ing)\b)|twice|thrice|times|stat|single|one +dose|one-off|first +dose|loading|load|bolus|push|infusion|continuous|as +(?:needed|required|necessary|above|before)|when +needed|if +needed|prn|same|morning|noon|midday|evening|night|bedtime|mealtimes?|meals?|(?:scan|procedure|examination|imaging|endoscop|colonoscop|bronchoscop)\w*|at +birth|at +the +(?:start|beginning|end|same +time)\b|(?:half|mid)-?way|pre-?med\w*|pre-?op\w*|induction|prophyla\w*|titrat\w*|increas\w*|day +\d|days +\d|hours? +\d|at +\d+|within +\d+|immediately|at +once|straight +away|before|prior|during|on +arrival|on +administration|for +each|back +to +back|(?:hours?|hrs?|days?|weeks?) +apart|first +hour|initially|(?<!stop(?:ped)? +)after +\d+|waking|breakfast|\d\d:\d\d|total|test|challenge|repeat\w*|minutes?|min|dialysis|until +\d|earlier|beforehand|in +advance|ahead|taper\w*|tail\w*|wean\w*|csci|after +(?:delivery|birth|afterbirth|placenta))\b/i;

export const routeWords =
  /\b(?:oral\w*|mouth|swallow\w*|chew\w*|suck\w*|tablets?|tabs?|caps?|capsules?|syrup|suspension|elixir|sachets?|granules|solution|drops?|cream|ointment|gel|lotion|topical\w*|paint|wash|rinse|gargle|inhal\w*|puffs?|spray|nebul\w*|neb|spacer|tongue|cheek|buccal|drip|infus\w*|inject\w*|intra\w*|vein|muscle|skin|thigh|subcut\w*|rectal\w*|rectum|suppositor\w*|enema|pessar\w*|vaginal\w*|tube|nasogastric|patch\w*|implant|ampoules?|amps?|vials?|syringe|nose|nostrils?|eyes?|ears?|locally|spinal|epidural|bolus|push|odt|sr|mr|xl|xr|csci|waking|breakfast|po|p\.o\.?|iv|i\.v\.?|ivi|im|i\.m\.?|imi|sc|s\.c\.?|pr|sl|pv|io|ng|inh|mdi|diluted?|dissolved?|saline|dextrose|same +route|as +above|as +before|pump|catheter|block|infiltrat\w*|poultice|into +(?:the|an?|each|both|every) +(?:\w+ +)?(?:joints?|knees?|shoulder|bursa|lesions?|wound|cavity|space|sheath|bladder))\b/i;

/** It is said there. */
export const elsewhere =
  /\b(?:as +(?:above|below|before|for|in|on|per|under|usual|described|shown|listed|stated|prescribed|directed|written)|see\b|per +protocol|(?:table|chapter|section|page|box|annex|appendix|card|chart|protocol|algorithm|monograph|formulary|leaflet)\b|p\. *\d)|§|→ *p/i;

/** Of words that name a way by themselves. */
export const plainRoutes =
  /\b(?:oral\w*|by +mouth|swallow\w*|po|iv|im|sc|pr|intraven\w+|intramusc\w+|inject\w*|subcut\w*|rectal\w*|inhal\w*|nebul\w*|sublingual\w*|infus\w*|topical\w*)\b/i;

/** "Add oxytocin 20 units to this bag" */
export const addedTo = /^[^.;,]{0,25}\bto +(?:the|this|that|a|each|every|\d[\d., ]*)/i;

/** Given once, by what it is for. */
export const oneOff =
  /\b(?:stat|once|single|one +dose|loading|load|bolus|push|infusion|continuous|pre-?med\w*|pre-?op\w*|induction|prophyla\w*|surgery|incision|immediately|at +once|first +dose|repeat\w*|test|antidote|titrat\w*|increas\w*|resuscitat\w*|cardiac +arrest|emergency)\b/i;

/** Without until when it is given: "until the patient swallows; prednisolone …". */
export const withoutEnds = (after: string): string =>
  after.replace(/\b(?:until|unless|if|when|while)\b[^.;,]*(?:[;,]|$)/gi, ";");
