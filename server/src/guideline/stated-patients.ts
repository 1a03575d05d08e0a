// Sentences that say for whom a text is: "For every child of 5 kg or more.", "Who: infants from 6 weeks", "This chart
// is for pupils". It must not know what the text gives them.

import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

const people =
  "(?:all |every |any |the |each |our )?(?:children|child|infants?|babies|baby|newborns?|neonates?|toddlers|pupils|students|schoolchildren|adolescents|teenagers|adults?|patients?|people|persons?|women|men|girls|boys|everyone|anyone|everybody|anybody|those)";
const bands = "(?:table|chart|list|card|doses?|dosing|rows?|bands?|schedule|scheme)";
const texts =
  "(?:guidelines?|guidance|guide|formulary|handbook|manual|booklet|programme|program|algorithm|campaign|annex|appendix|regimen|form|poster|protocol|chapter|pathway|document|sheet|card|policy|leaflet|page|handout|chart|table|section|standing order|module)";
const sentence = "(?<=^|[.;!?]\\s{1,6}|\\n)[\\s*_]*";
const label =
  "(?:who|for whom|patients?|population|target group|target population|indications?|eligible|eligibility|use in|for use in|applies to|scope|coverage|covers|covered|for)[\\s*_]*[:?–][\\s*_]*";
const rest = "(?:[^.;!?\\n]|\\.(?=\\d)){0,160}";

/** A clause that says whom the text is for, and does not go on to say what they get. */
const statements = [
  new RegExp(`${sentence}${label}${rest}`, "i"),
  new RegExp(`${sentence}for +${people}\\b${rest}`, "i"),
  new RegExp(
    `${sentence}(?:the|this|these) +${texts}\\b[^.;]{0,30}?\\b(?:(?:is|are) +(?:(?:only|meant|intended|written|made) +)*(?:for|about)|(?:is|are) +used +(?:for|in)|holds? +(?:for|good +for)|serves?|covers?|appl(?:ies|y) +to|concerns?|deals +with)\\b${rest}`,
    "i",
  ),
  new RegExp(
    `${sentence}(?:[^.;:!?\\n]{1,40}, +)?(?:every|all|each|any) +${people}\\b(?:[^.;:,!?\\n]|\\.(?=\\d)){0,120}?\\d(?:[^.;:,!?\\n]|\\.(?=\\d)){0,60}?(?= +(?:should|must|is|are|receives?|gets?|takes?|needs?|has|have) +)`,
    "i",
  ),
  new RegExp(
    `${sentence}(?:it +is +|they +are +)?(?:given|used|suitable|meant|intended|indicated|recommended|licensed)\\b[^.;,]{0,40}?\\b(?:to|for|in) +${people}\\b${rest}`,
    "i",
  ),
];
/** What goes on behind the people of such a clause: whom else, or which of them. */
const goesOn =
  /^[\s*_)]*(?:$|(?:of +age|old|in +age|who|whose|with|without|in|at|that|where|weighing|and|or|living|travell?ing|after|before|during|having|to|from|,? +(?:who|whose|with|without))\b)/i;
const negated =
  /\b(?:not|never|no|except|excluding|avoid|contraindicated|unless|only(?! +(?:for|to|covers?|applies) +))\b/i;
const lastFigure =
  /^[\s\S]*\d\s*(?:-|–)?\s*(?:kg|kilograms?|g|years?|months?|weeks?|days?|mL\/min\S*)(?: +(?:old|of +age|of +life|of +gestation|or +more|or +less|or +over|or +older|or +above|or +heavier|and +over|and +above|and +more|and +older|and +heavier|onwards?|upwards?))?/i;

export const whom = placeIn((text) => {
  for (const pattern of statements) {
    const found = pattern.exec(text);
    if (!found || !/\d|birth/.test(found[0]) || negated.test(found[0])) continue;
    const figures = lastFigure.exec(found[0])?.[0] ?? found[0];
    if (!goesOn.test(found[0].slice(figures.length))) continue;
    return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
});

const ofBands = new RegExp(
  `^\\W*(?:the|this|these) +${bands}\\b[^.;]{0,30}?\\b(?:(?:is|are) +(?:meant +|intended +)?for|covers?|appl(?:ies|y) +to)\\b${rest}`,
  "i",
);
/** "The table is for children of 1 to 17 years", right below one. */
export const aboutBands = placeIn((text) => {
  const found = ofBands.exec(text);
  return found && !negated.test(found[0])
    ? { start: found.index, end: found.index + found[0].length }
    : undefined;
});

const inSentence = new RegExp(`${sentence}[^.;!?\\n]{0,80}?\\b${people}\\b${rest}`, "i");
/** "Anyone of 3 kg or more with fever", below "Whom this chart covers". */
export const inScope = placeIn((text) => {
  const found = inSentence.exec(text);
  return found && /\d|birth/.test(found[0]) && !negated.test(found[0])
    ? { start: found.index, end: found.index + found[0].length }
    : undefined;
});

function placeIn(find: (text: string) => Span | undefined): (text: string) => Span | undefined {
  const known = remembered((text: string) => ({ span: find(text) }));
  return (text) => (/\d|birthday/.test(text) ? known(text).span : undefined);
}
