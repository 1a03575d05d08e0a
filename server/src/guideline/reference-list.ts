// The list of works that a document cites: where it is. It must not know what is cited.

import type { Section } from "./section.ts";

const title =
  /^(?:[\dA-Z][\d.]*[.):]?\s+)?(?:(?:list\s+of\s+|key\s+|selected\s+|cited\s+)?references?(?:\s+list)?(?:\s*(?:cited|and\s+(?:further\s+reading|notes|sources|bibliography)))?|bibliography|(?:works|literature)\s+cited|cited\s+literature|literature|sources?(?:\s+(?:consulted|cited))?|citations?|evidence\s+sources)\s*:?$/i;
const around = /^(?:[\dA-Z][\d.]*[.):]?\s+)?(?:further|suggested|recommended|additional)\s+reading\b/i;

/** It, or what is around it, is headed as such. */
export function isReferenceList(section: Section | undefined): boolean {
  for (let one = section; one; one = one.parent)
    if (title.test(one.title) || around.test(one.title)) return true;
  return false;
}

export const isCitedList = ({ title: words }: Section): boolean => title.test(words);
