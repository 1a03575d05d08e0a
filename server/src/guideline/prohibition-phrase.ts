// Phrases that forbid a medicine to some patients and are no recommendation: "Codeine: not for children under 12 years",
// "Patients with asthma are spared beta-blockers". They name what is forbidden and to whom. They must not know medicines.

/** Nothing is forbidden in a text without one of these. */
export const barring =
  /\b(?:contra-?indicat|(?:worsen|precipitat|provok|aggravat|exacerbat|trigger|throw)\w*|(?:no|not|never|unsafe|cannot|withh[eo]ld|nobody|kept|dangerous|hazardous|harmful|unfit|unsuited|deadly|barrier|bar|obstacle|off[- ]limits|out +of +(?:bounds|the +question)|off +the|no-?go|taboo|spared|without|barred|avoid(?:ed)?|exclud(?:es?|ed)|from|refused|denied)\b|rules? +|ruled +|forbids?\b|prohibits?\b|precludes?\b)/i;

export const phrases = [
  // "Drugs to avoid in heart failure: NSAIDs, diltiazem", "Primaquine: pregnancy is an absolute contraindication"
  /(?:^|[.;•\n])[\s*_]*(?:medicines?|drugs?|agents?|antibiotics?|tablets)\s+(?:to +(?:be +)?avoid(?:ed)?|not +to +(?:be +)?(?:give|use|used|given)|contra-?indicated|(?:that|which) +(?:must|should|may) +not +be +(?:given|used|prescribed))\s+(?:in|for|during|by|to|with)\s+(?<who>[^.;:()\n]{3,80}?)[\s*_]*:[\s*_]*(?<what>[^.;()\n]{3,120})/gi,
  /(?:^|[.;:•\n]|,\s+(?:and|but)\s+(?=(?:it|they)\s))[\s*_]*(?<what>it|they|[^.;:()\n]{3,60}?),?\s+(?:must|should|may|can)\s+(?:not|never)\s+be\s+(?:given|used|prescribed|taken|offered|started)\s+(?:in|for|to|with|during|by)\s+(?<who>[^.;:()\n]{3,110})/gi,
  // "They are never prescribed in pregnancy", "It is not started while the patient vomits"
  /(?:^|[.;:•\n])[\s*_]*(?<what>it|they|[^.;:()\n]{3,60}?),?\s+(?:is|are)\s+(?:never|not|no +longer)\s+(?:prescribed|taken|offered|started|administered|chosen)\s+(?:in|for|to|with|during|by|when|if|while)\s+(?<who>[^.;:()\n]{3,110})/gi,
  // "Within 24 hours of sildenafil every nitrate is contraindicated"
  /(?:^|[.;•\n])[\s*_]*(?<who>(?:within|for|during|in +the) +[^.;:,()\n]{3,50}?(?:hours?|days?|weeks?) +(?:of|after|following) +[a-zß-öø-ɏ -]{3,30}?)(?:,|(?= +(?:every|all|any|no)\b))\s*(?<what>[^.;:()\n]{3,40}?)\s+(?:is|are)\s+(?:contra-?indicated|forbidden|prohibited|banned)/gi,
  // "The following classes are contraindicated in myasthenia: fluoroquinolones, macrolides"
  /(?:^|[.;•\n])[\s*_]*(?:(?:the +following|these|those|such|other|some|all)(?: +[a-zß-öø-ɏ]+){0,2}?|(?:medicines?|drugs?|agents?|classes|antibiotics?)(?: +(?:that|which))?)\s+(?:(?:is|are)\s+)?(?:contra-?indicated|forbidden|prohibited|banned|unsafe|(?:must|should|may) +(?:not|never) +be +(?:given|used|prescribed|taken)|(?:are +)?not +(?:to +be +)?(?:given|used|prescribed))\s+(?:in|for|during|by|to|with)\s+(?<who>[^.;:()\n]{3,80}?)[\s*_]*:[\s*_]*(?<what>[^.;()\n]{3,120})/gi,
  // "Asthma: beta-blockers contraindicated"
  /(?:^|[.;•\n])[\s*_\d.)-]*(?<who>[^.;:()\n]{3,60}?(?:\d\.\d[^.;:()\n]{0,20}?)?)[\s*_]*[:→][\s*_]*(?<what>[^.;:()\n]{3,60}?)\s+(?:(?:is|are)\s+)?(?:contra-?indicated|forbidden|prohibited|banned|unsafe|not +(?:allowed|permitted|suitable)|off[- ]limits)(?=[\s*_]*(?:[.;(,\n]|$))/gi,
  // "Haloperidol: contraindication, dementia with Lewy bodies"
  /(?:^|[.;•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)[\s*_]*[:–—][\s*_]*(?:absolute +|strict +|main +)?contra-?indications?\s*[:,–—]?\s+(?<who>[^.;:()\n]{3,80})/gi,
  /(?:^|[.;•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)[\s*_]*:[\s*_]*(?<who>[^.;:()\n]{3,80}?)\s+(?:is|are)\s+(?:an?\s+)?(?:absolute +|strict +|clear +)?contra-?indications?(?=\W*(?:[.;\n]|$))/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)\s*(?:[:(–—-]\s*)?(?:(?:is|are)\s+)?(?:not|never)\s+(?:(?:to +be +|be +)?(?:given|used|licensed|prescribed|recommended)\s+)?(?<who>(?:below|under|during)\s[^.;)\n]{3,60})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,60}?)\s*(?:[:(–—-]\s*)?(?:(?:is|are)\s+)?(?:contra-?indicated|never\s+(?:for|in|to|with)|unsafe|not\s+(?:for|in|before|suitable|allowed|recommended|to +be +(?:used|given)))(?:\s+(?:in|for|to|with))?\s+(?<who>[^.;)\n]{3,110})/gi,
  /(?:^|[.;:•\n])[\s*_]*no\s+(?<what>[^.;:,()\n]{3,50}?)\s+(?:in|for|to|with)\s+(?<who>[^.;()\n]{3,80})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<who>[^.;:()\n]{3,80}?)\s+(?:is|are)\s+(?:an?\s+)?(?:absolute\s+|strict\s+)?contra-?indications?\s+(?:to|for)\s+(?:the +use +of\s+)?(?<what>[^.;:()\n]{3,60})/gi,
  // "X is withheld from …", "X is off limits for …", "Pethidine: avoid in …"
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,60}?)\s*(?:[:(–—-]\s*|\s(?:is|are)\s+)(?:to +be\s+)?(?:withheld +from|(?:off[- ]limits|out +of +bounds|off +the +(?:table|menu|list)|a +no-?go|taboo) +(?:for|to|in)|kept +(?:away +)?from|ruled +out +(?:in|by|for)|barred +(?:in|for|from)|out +of +the +question +(?:in|for)|no +option +(?:in|for)|not +an +option +(?:in|for)|excluded +(?:in|for|by)|avoid(?:ed)? +(?:use +)?(?:in|during|with)|refused +to|denied +to)\s+(?<who>[^.;()\n]{3,110})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?:we\s+)?(?:keep|withhold)\s+(?<what>[^.;:()\n]{3,40}?)\s+(?:away\s+)?from\s+(?<who>[^.;()\n]{3,90})/gi,
  /(?:^|[.;:•\n])[\s*_]*exclude +from\s+(?<what>[^.;:()\n]{3,30}?)\s+(?<who>(?:any|all|every|those|patients|people|women|men|children)[^.;()\n]{3,90})/gi,
  // "Patients with … do not receive X", "… must be spared X", "G6PD deficiency rules out X"
  /(?:^|[.;:•\n])[\s*_]*(?<who>(?:(?:all|any|an?|every|most|older|younger|pregnant|breastfeeding)\s+)?(?:patients?|people|persons?|those|any(?:one|body)|every(?:one|body)|adults?|children|child|infants?|newborns?|neonates?|babies|wom[ae]n|mothers?|men|adolescents)\b[^.;:()\n]{0,80}?)\s+(?:(?:do +not|does +not|must +not|should +not|shall +not|may +not|can *not|never|must +never|should +never)\s+(?:receive|take|get|have|use|be +(?:given|offered|prescribed|started +on))s?|(?:is|are) +(?:not|never) +(?:given|offered|prescribed|started +on|treated +with)|(?:is|are|must +be|should +be) +spared|go(?:es)? +without)\s+(?<what>[^.;:()\n]{3,60})/gi,
  // "No patient with asthma gets a beta-blocker", "Under 18 years no quinolones are given", "We do not use X in …"
  /(?:^|[.;:•\n]|,\s)[\s*_]*(?:no|none +of +the|none +of +our)\s+(?<who>(?:(?:patients?|person|people|one|wom[ae]n|girls?|boys?|mothers?|child|children|adults?|infants?|newborns?|mothers?|m[ae]n)\b|[a-zß-öø-ɏ]{4,}(?= +(?:who|whose|with|on|taking|under|aged|in)\b))[^.;:()\n]{0,80}?)(?<!\bwho)\s+(?:gets?|receives?|takes?|(?:is|are|may|must|should|shall|can) +(?:(?:to +)?be +)?(?:given|offered|prescribed|started +on|put +on)|(?:(?:is|are) +to|should|may|must|shall|can) +(?:receive|take|get|have))\s+(?<what>[^.;:,()\n]{3,60})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?:nobody|no[ -]one)\s+(?<who>(?:with|who|whose|on|taking|under|aged|in|after)\s[^.;:()\n]{3,80}?)(?<!\bwho)\s+(?:gets?|receives?|takes?|(?:is|are|may|must|should|shall|can) +(?:(?:to +)?be +)?(?:given|offered|prescribed|started +on|put +on)|(?:is +to|should|may|must|shall|can) +(?:receive|take|get|have))\s+(?<what>[^.;:,()\n]{3,60})/gi,
  // "Asthma or heart block: no beta-blocker drops"
  /(?:^|[.;•\n])[\s*_\d.)-]*(?<who>[^.;:()\n]{3,80}?)[\s*_]*:[\s*_]*no\s+(?<what>(?!(?:need|more|further|routine)\b)[^.;:,()\n]{3,40}?)(?=[\s*_]*(?:[.;,(\n]|$))/gi,
  // "Women with hypertension are not candidates for X", "… are excluded from X", "Hypertension is a bar to X"
  /(?:^|[.;:•\n])[\s*_]*(?<who>(?:(?:all|any|an?|every)\s+)?(?:patients?|people|persons?|those|any(?:one|body)|adults?|children|infants?|newborns?|babies|wom[ae]n|mothers?|men|adolescents)\b[^.;:()\n]{0,80}?)\s+(?:(?:is|are)\s+(?:not|never|no|un)\s*(?:an? +)?(?:good +)?(?:candidates?|suitable|eligible|fit)\s+for|(?:is|are|must +be|should +be)\s+(?:excluded +from|kept +off|kept +away +from|barred +from))\s+(?<what>[^.;:()\n]{3,60})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<who>[^.;:()\n]{3,60}?)\s+(?:(?:is|are)\s+(?:an?\s+)?(?:absolute +|strict +|firm +)?(?:bar|barrier|obstacle|reasons?\s+(?:not|never)\s+to\s+(?:give|use|prescribe|start|offer))\s*(?:to\b|for\b)?|means?\s+no(?=\s))\s+(?<what>[^.;:()\n]{3,60})/gi,
  // "Tramadol: not if the patient has epilepsy", "… is dangerous in epilepsy"
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)\s*(?:[:(–—-]\s*)?(?:not|never)\s+(?:if|when|where)\s+(?<who>[^.;:()\n]{3,80})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)\s+(?:is|are)\s+(?:dangerous|hazardous|harmful|unfit|unsuited|deadly)\s+(?:in|for|to|with|during)\s+(?<who>[^.;:()\n]{3,80})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<who>(?:below|under|before|in|during|with|from|after|beyond)\s[^.;:()\n]{3,60}?),?\s+no\s+(?<what>[^.;:(),\n]{3,40}?)\s+(?:(?:is|are)\s+)?(?:given|used|prescribed|started|offered)\b/gi,
  /(?:^|[.;:•\n])[\s*_]*(?:we|this +(?:hospital|clinic|unit|programme)|our +(?:hospital|clinic|unit|programme|teams?|doctors|clinicians))\s+(?:do(?:es)? +not|never)\s+(?:use|give|prescribe|offer|start)\s+(?<what>[^.;:()\n]{3,40}?)\s+(?:in|for|to|with|during)\s+(?<who>[^.;()\n]{3,80})/gi,
  // "Codeine: never while breastfeeding", "Metformin is withheld when eGFR is below 30"
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)\s*(?:[:(–—-]\s*)?(?:(?:is|are)\s+)?(?:not|never)\s+(?:(?:to +be +|be +)?(?:given|used|taken)\s+)?while\s+(?<who>[^.;:()\n]{3,50})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)\s+(?:is|are)\s+(?:stopped|withheld|omitted|discontinued)\s+(?:(?:as +long +as|when|while|once|if)\s+)?(?<who>(?:below|under|(?:the +)?(?:e-?GFR|creatinine +clearance|filtration +rate|potassium|QTc?|platelets?))\s(?:[^.;()\n]|\.(?=\d)){3,60})/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<what>[^.;:()\n]{3,40}?)\s+(?:is|are)\s+(?:stopped|discontinued|replaced)\s+(?:as +soon +as|once|when)\s+(?<who>(?:the +)?(?:pregnancy|a +woman +is +pregnant))\b/gi,
  // "Who should not have X: patients with …"
  /(?:^|[.;:•\n])[\s*_]*(?:who|whoever|patients +who|those +who|people +who)\s+(?:should|must|may|can) *not\s+(?:have|receive|get|take|use|be +(?:given|offered))\s+(?<what>[^.;:()?\n]{3,40})\s*[:?][\s*_]*(?<who>[^.;()\n]{3,110})/gi,
  // "X worsens heart failure and must not be given", "X can precipitate a crisis in myasthenia gravis: do not use it"
  /(?:^|[.;•\n])[\s*_]*(?<what>[^.;:()\n]{3,60}?)\s+(?:can|may|will|could)?\s*(?:worsens?|precipitates?|provokes?|aggravates?|exacerbates?|triggers?|throws?|tips?|makes? +worse)\s+(?<who>[^.;:()\n]{3,70}?)(?:\s+into\s+[^.;:()\n]{3,20}?)?,?(?:\s+and|\s+so|:|\s[–—-])\s+(?:(?:is|are|must|should|have|has)\s+(?:(?:therefore|thus|also)\s+)?(?:forbidden|contra-?indicated|banned|prohibited|not +(?:be +)?(?:given|used|allowed)|(?:be +)?avoided|no +place)|(?:do +not|never) +(?:use|give) +(?:it|them|either|any))/gi,
  /(?:^|[.;:•\n])[\s*_]*(?<who>[^.;:()\n]{3,60}?)\s+(?:rules? +out|forbids?|prohibits?|precludes?|excludes?|bars?)\s+(?<what>[^.;:()\n]{3,60})/gi,
  /(?:^|[.;:•\n?])[\s*_]*(?:can|may|should|is|are)\s+(?<what>[^.;:()?\n]{3,40}?)\s+(?:be\s+)?(?:given|used|taken|offered|prescribed|safe|allowed|permitted)\s+(?:in|to|for|by|during)\s+(?<who>[^.;()?\n]{3,80})\?[\s*_]*(?:no|never)\b/gi,
];
