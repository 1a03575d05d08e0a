// Whether a document says anywhere how much of something is in how many millilitres: asked before its figures are read,
// which those of a whole project are not.

import type { Guideline } from "../guideline/guideline.ts";
import { oncePer } from "../text/memory.ts";

export const tellsStrengths = oncePer(({ text }: Guideline) =>
  /\d *(?:mg|g|mcg|micrograms?|µg|units?|IU|mmol|mEq)\b[^.;|]{0,60}(?:\/|\b(?:per|in|to|each)\b) *(?:\p{L}+ +)?[\d.]* *m(?:[lL]\b|illilit)|\d *m?L\b[^;|]{0,60}(?:\b(?:holds?|contains?|with)\b|=)|\b(?:vials?|amp(?:oul|ul)es?|bottles?)\b[^;|]{0,60}\d *(?:mg|g|mcg|micrograms?|units?)\b/iu.test(
    text,
  ),
);
