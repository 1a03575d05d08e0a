// How strongly a sentence advises that has no verb of advice: "has to be given", "is compulsory", "nobody is obliged to",
// "left to the family". Words for duty and for free choice, and what denies them. It must not know any grading.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

export interface ForcePhrase extends Span {
  readonly force: "strong" | "weak";
}

const be = "(?:is|are|be|being|remains?|becomes?|makes? +it|considered|regarded +as)";
const firmly =
  "(?:an? +|the +|absolutely +|strictly +|legally +|always +|now +|therefore +|also +|both +|as +|in +every +case +|for +(?:all|everyone|every +[a-zß-öø-ɏ]+) +)*";
/** What makes it a duty; denied, it is left open. */
const duty =
  "(?:mandatory|compulsory|obligatory|imperative|obliged|required|essential|indispensable|non-?negotiable|necessary|duty|must|obligation|requirement|enforced|bound +to)";
/** What leaves it open; denied, it is a duty. */
const choice =
  "(?:optional|voluntary|discretionary|elective|negotiable|permissible|permitted|allowed|acceptable|possible|conceivable|open|free +to|at +liberty +to|welcome +to|worth +(?:trying|considering|discussing|a +trial)|up +to|left +to|left +open|a +(?:possibility|choice|matter +of +(?:choice|preference|taste)))";
const denied = "(?:not +|never +|no +longer +|by +no +means +|no +)";

const forms: readonly (readonly [ForcePhrase["force"], RegExp])[] = [
  [
    "weak",
    new RegExp(
      `\\b${be} +${denied}${firmly}${duty}\\b|\\b(?:nobody|no[ -]one|none|no +[a-zß-öø-ɏ]+) +(?:is|are) +${firmly}${duty}\\b|\\bno +(?:duty|obligation|need|requirement)\\b`,
      "gi",
    ),
  ],
  [
    "weak",
    /\b(?:(?:do|does|did) +not +(?:have|need) +to|don['’]t +have +to|need +not|needn['’]t|nobody +(?:has|needs) +to)\b/gi,
  ],
  [
    "strong",
    new RegExp(
      `\\b${be} +${denied}${firmly}(?:optional|voluntary|negotiable|discretionary|a +(?:choice|matter +of +(?:choice|preference|taste)))\\b|\\bno +(?:choice|option +but|exceptions?)\\b|\\bnot +an +option\\b`,
      "gi",
    ),
  ],
  ["strong", new RegExp(`\\b${be} +${firmly}${duty}\\b`, "gi")],
  [
    "strong",
    /\b(?:has|have|having|needs?|had +better) +(?:always +|also +|got +)?to +(?:be +|have +|get +|receive +|take +|start +|stop +|go +)?[a-zß-öø-ɏ]+|\b(?:is|are) +(?:always +|all +|also +|therefore +)*to +(?:be|have|get|receive|start|stop|take|undergo)\b|\b(?:without +(?:any +)?exception|without +fail|in +(?:every|all) +(?:cases?|circumstances?)|under +(?:all|no) +circumstances?|no +[a-zß-öø-ɏ]+ +(?:leaves?|goes|is +discharged) +without|at +all +costs|regardless +of +(?:preference|wish(?:es)?))\b/gi,
  ],
  [
    "weak",
    new RegExp(`\\b${be} +(?:an? +|the +|also +|equally +|always +|entirely +|only +)*${choice}\\b`, "gi"),
  ],
  [
    "weak",
    /\b(?:at|in) +(?:the +)?(?:[a-zß-öø-ɏ]+['’]s? +)?(?:discretion|option|choice)\b|\b(?:if|where|when|as|whatever|whether) +(?:the +)?(?:[a-zß-öø-ɏ]+ +)?(?:so +)?(?:wish(?:es)?|wants?|prefers?|desires?|chooses?|likes?|preferred|desired|wished)\b(?! +not)|\bcan +(?:choose|decide|opt|be +(?:given|offered|used|tried|added|left|omitted|started|stopped|considered))\b|\b(?:one|an?) +(?:option|possibility|alternative)\b|\b(?:weigh|think +about|talk +over|discuss +whether|decide +(?:together|with)|worth +(?:trying|considering))\b|\b(?:family|parents?|patients?|woman|women|person|people|mother|team|doctor|clinician) +(?:decides?|chooses?|may +decline)\b/gi,
  ],
];

/** "Patients who have to be ventilated", "if it is necessary": not what is advised. */
const aside =
  /\b(?:that|which|who|whose|if|when|whether|because|since|although|while|until|unless)\b(?: +[a-zß-öø-ɏ'’-]+){0,3} +$/i;

/** The one strength of a sentence's phrases, at the first of them; none where they differ. */
export const forceIn = remembered((text): ForcePhrase | undefined => {
  const found: ForcePhrase[] = [];
  for (const [force, form] of forms)
    for (const { index, 0: words } of matchesIn(text, form)) {
      const span = { start: index, end: index + words.trimEnd().length };
      const isTaken = found.some(({ start, end }) => start < span.end && span.start < end);
      if (!isTaken && !aside.test(text.slice(Math.max(0, index - 60), index))) found.push({ force, ...span });
    }
  found.sort((a, b) => a.start - b.start);
  const [first] = found;
  return found.every(({ force }) => force === first?.force) ? first : undefined;
});

/** "Optional, at the doctor's discretion", alone in a cell. */
export function bareForce(cell: string): ForcePhrase | undefined {
  const [words = "", must] = bare.exec(cell) ?? [];
  const start = cell.search(/\p{L}/u);
  return words === ""
    ? undefined
    : { force: must === undefined ? "weak" : "strong", start, end: words.trimEnd().length };
}
const bare =
  /^[^a-zß-öø-ɏ]*(?:(required|mandatory|compulsory|obligatory|essential|must|a +must|always|duty|in +every +case)|optional|voluntary|discretionary|if +(?:wished|wanted|preferred|desired)|as +(?:wished|preferred)|on +request|free +choice)\b(?=[^a-zß-öø-ɏ]*$|[,;(–—]| +(?:for|in) +(?:all|every))/i;
