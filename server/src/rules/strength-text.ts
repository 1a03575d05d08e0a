// Whether a document says anywhere how much of something is in how many millilitres: asked before its figures are read,
// which those of a whole project are not.

import type { Guideline } from "../guideline/guideline.ts";
import { oncePer } from "../text/memory.ts";

const amount =
  "\\d *(?:mg|g|mcg|micrograms?|milligrams?|grams?|nanograms?|µg|units?|IU|mmol|millimoles?|mEq|milliequivalents?)\\b";
const said = new RegExp(
  [
    `${amount}[^.;|]{0,60}(?:/|\\b(?:per|in|to|each)\\b) *(?:[a-zß-öø-ɏ]+ +)?[\\d.]* *m(?:[lL]\\b|illilit)`,
    `\\d *m(?:L|illilit\\w+)\\b[^;|]{0,60}(?:\\b(?:holds?|contains?|with)\\b|=)`,
    `\\b(?:vials?|amp(?:oul|ul)es?|bottles?)\\b[^;|]{0,60}${amount}`,
    `\\b(?:each|every|one) +m(?:L|illilit\\w+)\\b[^;|]{0,80}${amount}`,
    // "Ampoule | 10 mL | 20 mmol"
    `\\b(?:vials?|amp(?:oul|ul)es?|bottles?)\\b[^\\n]{0,80}\\|[^\\n|]{0,40}${amount}`,
    // "| Neostigmine 1 mL | 0.5 mg |", "| Product | Strength per mL |"
    `\\d *m[lL] *\\|[^\\n|]{0,40}${amount}`,
    `\\b(?:strengths?|concentrations?|contents?)\\b[^\\n|]{0,30}\\bm(?:L|illilit)`,
  ].join("|"),
  "i",
);

export const tellsStrengths = oncePer(({ text }: Guideline) => said.test(text));
