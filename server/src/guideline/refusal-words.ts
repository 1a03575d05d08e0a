// The words by which a sentence turns something down, whatever it is: "not for", "no place", "taboo", "choose something
// else"; and those by which it does so for some patients only. It must not know what is turned down.

const adverb =
  "(?:to|be|been|ever|at all|routinely|usually|longer|even|also|therefore|then|so|any more|being|himself|herself|themselves|a|an|as|of)";
const done =
  "(?:given|used|prescribed|taken|started|offered|administered|chosen|allowed|permitted|suitable|safe|fit|put|handed|ordered|done|performed|made|injected|infused|transfused|worn|applied|placed|inserted|received|receive|get|have|take|use|give|prescribe|start|offer|order|inject|apply|swallow|contain|tolerate[ds]?|combined|option|part|choice|recommended|advised|advisable|indicated|needed|required|helpful|help|useful|use|benefit|appropriate|right|treated|answer|place|medicine|drug|come|belong|meant)";
const preposition = "in|for|with|during|below|under|above|over|before|after|within|on|to|at|by|when|if";
const denied = `\\b(?:not|never|nor|neither|cannot|[a-z]+n['’]t)(?: ${adverb})* (?:${done}\\b|(?=(?:${preposition})\\b))`;
const nobody =
  "\\b(?:nobody|no ?one|none|no (?:[a-zß-öø-ɏ-]+ )?(?:patients?|person|child(?:ren)?|wom[ae]n|m[ae]n|adults?|infants?|newborns?|bab(?:y|ies)|mothers?|travellers?))\\b";
const gets =
  "\\b(?:is|are|gets?|receives?|has|have|takes?|needs?|requires?|should have|must have|may have|brings?|(?:is|are|were) (?:given|offered|prescribed)) (?:no|neither)\\b";
const barred =
  "\\b(?:avoid(?:ed|s|ing|ance)?|withh[eo]ld(?:ing|s)?|contra-?indic[a-z]*|forb(?:id(?:s|den)?|ade)|prohibit(?:s|ed)?|ban(?:s|ned)?|bars|barred|taboo|off[- ]limits|ruled out|rules? (?:[a-z]+ )?out|(?:is|are) excluded|excludes (?:it|them|its)|precludes?|out of (?:place|the question|bounds)|left out|omit(?:s|ted)?|given up|abandoned|discouraged|unsafe|dangerous|deadly|lethal|fatal|kills?|can kill|harmful|harms|useless|futile|pointless|unnecessary|needless|superfluous|unsuitable|inappropriate|kept? (?:[a-z]+ ){0,2}?(?:away )?from|keep (?:[a-z]+ ){0,2}?(?:away )?from|(?:stay|steer|keep) (?:[a-z]+ )?(?:away|clear)|beware|(?:go(?:es)?|do(?:es)?|must do|gets? by) without|refrain|(?:choose|use|take|find|pick|look for|needs?|wants?) (?:something else|another(?: (?:drug|medicine|agent|class|antibiotic))?|other drugs|an alternative)(?=\\s*(?:[.,;:]|$| for| in))|bad practice|poor practice|a mistake|advise[sd]? against|recommend[a-z]* against|is against|are against|speaks? against|no (?:place|role|use|benefit|need|business|part|longer|indication|option|good)|(?:shun|shunned|refused?|rejected?|ruled against|denied|spared)|(?:is|are) out|goodbye)\\b";
const short =
  "(?:^|[:,–—|-])\\s*\\**(?:never|no|not|none|nil|avoid|forbidden)\\**(?=\\s*[!.]?\\s*$|\\s*[,;(])";
const bare =
  "\\bno(?= [a-zß-öø-ɏ])(?! [a-zß-öø-ɏ-]+ (?:replaces?|cures?|prevents?|protects?|helps?|works?|treats?|is|are|has|can|will|does))|\\bnot(?= (?:in|for|with|below|under|during|before|if|when|over|above|after|within|an option)\\b)";

export const turnedDown = new RegExp(
  [denied, nobody, gets, barred, short, bare].join("|").replaceAll(" ", " +"),
  "gi",
);
const once = new RegExp(turnedDown.source, "i");
export const mayTurnDown =
  /\b(?:not?|never|neither|nor|cannot|none|nobody|nothing|without|against|else|another|out|up)\b|n['’]t\b|avoid|with?h[eo]ld|indic|forb|prohib|\bban|\bbar|taboo|off[- ]limits|exclu|preclu|omit|abandon|discourag|unsafe|danger|deadly|lethal|fatal|kill|harm|useless|futile|pointless|needless|necessary|superfl|suitable|appropriate|\bke(?:ep|pt)\b|clear|beware|refrain|mistake|practice|shun|refus|reject|denied|spared/i;

/** "Patients who do not bleed": told of them, and turns nothing down. */
const ofPatients =
  /\b(?:who|that|which|if|when|whose|where|whom|while|because|since|as)\b(?:\s+(?!must\b|should\b|may\b|shall\b)[a-zß-öø-ɏ'’]+){0,3}?\s+(?:not|no|never|cannot|without|neither)\b(?!\s+(?:be\s+)?(?:given|used|prescribed))[^.;:,]*|(?<!\b(?:go(?:es)?|do(?:es)?|by) +)\bwithout\b[^.;:,]{0,30}|\bnot +(?:only|enough|yet|more|less|later|known|available|respond\w*|work\w*|improv\w*|cure\w*|better|necessarily|rarely|uncommon\w*|all|every|always)\b|\bno +(?:more|less|later|fewer|improvement|response|better|change|difference|effect|evidence|data|trial|sign|known|history|fever)\b/gi;

/** "Not withheld", "no longer forbidden" */
const allowed =
  /\b(?:not|never|no +longer|nor|neither|rarely) +(?:to +be +|be +|an? +)?(?:contra-?ind\w*|forbidden|prohibited|banned|barred|excluded|withh[eo]ld|avoided|unsafe|harmful|dangerous|ruled|kept|off[- ]limits|omitted|left +out)/gi;
const spaces = (words: string): string => " ".repeat(words.length);

/** Without what is told of patients: that turns nothing down. */
export const withoutTold = (text: string): string =>
  text.replace(allowed, spaces).replace(ofPatients, spaces);
export const isTurnedDown = (text: string): boolean => once.test(withoutTold(text));

/** "Not X but Y", "keep to Y", "Y takes its place": what is chosen there is not turned down. */
export const otherChoice =
  /(?<!\b(?:not|never|no|nor|n['’]t|to)(?: +be)? +)\b(?:use|choose|prefer|give|switch(?:ed)? +to|keep +to|replaced? +(?:by|with)|change +to|(?:is|are) +given|instead(?: +of +(?:it|them|this))?|but|rather)\b(?! +(?:something|another|other)\b)(?! +(?:not|never)\b)[^.;:]*|\b[a-zß-öø-ɏ-]+(?: +[a-zß-öø-ɏ-]+)? +(?:takes?|took) +(?:its|their) +place\b/gi;

/** It may be given to some, or another thing is turned down: another dose, another length, a mixture. */
const weighed =
  /\b(?:unless|except\w*|only|other +than|apart +from|aside +from|besides|from +both|non-[a-zß-öø-ɏ]+|(?:not|never) +(?:be +)?(?:start|initiat|begin|commenc)\w*|injections?|infusions?|inhal\w+|patch(?:es)?|suppositor\w+|syrups?|depot|slow-release|if +possible|where +possible|(?:may|can) +(?:still +)?be +(?:given|used|tried|considered|continued)|(?:is|are) +(?:safe|allowed|permitted|fine|harmless)|caution\w*|careful\w*|monitor\w*|halve[ds]?|half +the|reduc\w+ +(?:the +)?dose|lower +doses?|adjust\w*|alone|sole|routine\w*|more +than|longer|higher +doses?|high[- ]dose|first[- ]line|first +choice|(?<!from +[a-zß-öø-ɏ ]{1,30})until|delay\w*|wait\w*|dilut\w*|mix(?:ed|ing)?|crush\w*|chew\w*|same +(?:syringe|bag|line)|stop(?:s|ped|ping)?|miss(?:ed)?|forget|again|repeat\w*|abrupt\w*|(?:second|single)[ -]+doses?|former\w*|previously|in +the +past|used +to +be|(?:was|were) +(?:contra-?indicated|forbidden|banned|avoided)|(?:as|for) +(?:prophyla\w+|monotherapy|maintenance|premedication|induction|sedation|rescue)|exceed\w*|relative\w*|respond\w*|resistan\w*|stock\w*|store[ds]?|swallow\w* +whole|interchange\w*|substitut\w*|contain\w*|generic\w*|whether|consider\w*|specialist|discuss\w*|outweigh\w*|prefer\w*|enough|delay|postpon\w*|replace[sd]? +(?:the|surgery|a)|a +reason +to|contra-?indication +to|withheld +because|should +not +(?:deter|prevent|delay))\b|\?\s*$/i;
export const isWeighed = (text: string): boolean => weighed.test(text) || dosed.test(text);
const dosed = /\d *(?:mg|g|mcg|micrograms?|mL|units?|tablets?|drops?|IU)\b(?! *\/ *(?:d?L|min)\b)/i;

/** It helps nobody: rather advice than a contraindication. */
export const useless =
  /\b(?:recommend\w*|advis\w*|suggest\w*|indicated|need(?:ed|s|less)?|useless|futile|pointless|unnecessary|superfluous|benefit|helpful|help|useful|no +(?:use|role|part|need)|required|abandoned|given +up|discouraged|omitted|left +out|bad +practice|transfused|mistake)\b/i;
