// Whether a strength is that of a disinfectant. For concentration-conflict; it must not know what contradicts it.

import type { Guideline } from "../guideline/guideline.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { Contradiction } from "./preparation.ts";

/** Disinfectants are made of powders and tablets that hold a part of chlorine only. */
const disinfecting =
  /\b(?:chlorine|chlorinated|(?:hypo)?chlorites?|bleach|NaDCC|HTH|javel|Dakin|disinfect(?:s|ed|ing|ants?|ion)?)\b/i;

export function isDisinfectant({ text, sections }: Guideline, { claim, medicine }: Contradiction): boolean {
  if (medicine) return false;
  const section = sectionAt(sections, claim.start);
  const next = sections.find(({ headingSpan }) => headingSpan.start > claim.start);
  const own = text.slice(section?.headingSpan.start ?? 0, next?.headingSpan.start);
  return disinfecting.test(own) || pathOf(section).some(({ title }) => disinfecting.test(title));
}
