// The list of works that a document cites: where it is. It must not know what is cited.

import type { Section } from "./section.ts";

const lead =
  "^(?:[\\dA-Z][\\d.]*[.):]?\\s+)?(?:(?:chapter|section|part|annex|appendix)\\s[\\dA-Z.]+[.:]?\\s(?:[–—-]\\s)?)?";
const name =
  "(?:(?:(?:end|foot)?notes|evidence|abbreviations)\\s+(?:and|&)\\s+)?(?:(?:list\\s+of\\s+|the\\s+|key\\s+|selected\\s+|cited\\s+|main\\s+|numbered\\s+|full\\s+)*(?:(?:bibliographic\\s+)?(?:references?|refs\\.?|citations?)(?:\\s+list)?|bibliography)|(?:works|literature|publications|papers|studies|documents|sources|articles)\\s+(?:cited|consulted|quoted|referred\\s+to)|(?:cited|source)\\s+(?:literature|works|documents)|literature|evidence\\s+(?:summar(?:y|ies)|list)|sources?(?:\\s+of\\s+evidence)?|evidence\\s+sources)";
const more =
  "(?:\\s*(?:cited|(?:and|&)\\s+(?:further\\s+reading|notes|sources|bibliography|links)))?(?:\\s+(?:for|to|of|in|used\\s+in|cited\\s+in)\\s+(?:(?:the|this|these)\\s+)?(?:chapter|section|part|annex|appendix|module|text|guideline|document|evidence|protocol)s?(?:\\s[\\dA-Z.]{1,5})?)?(?:\\s*\\([^()]{1,40}\\))?";
const title = new RegExp(`${lead}${name}${more}\\s*:?$`, "i");
/** "References to the malaria chapters", "Sources of the chapter on early arthritis" */
const ofWhat = new RegExp(
  `${lead}(?:(?:list\\s+of\\s+|the\\s+)?(?:references|bibliography|literature|works\\s+cited)\\s+(?:for|to|of|in|on)\\s+[^.:;]{3,50}|sources\\s+(?:for|to|of|in|used\\s+in)\\s+(?:this|the|our)\\s+(?:[a-z]+\\s+){0,2}(?:chapter|section|part|annex|guideline|protocol|text|document|manual|handbook)s?\\b[^.:;]{0,50}|(?:references|bibliography|sources),?\\s+(?:chapter|section|part|annex)\\s+[\\d.]{1,8}|references?\\s+(?:of|for|to)\\s+(?:chapter|section|part|annex)\\s+[\\d.]{1,8})\\s*:?$`,
  "i",
);
const around = /^(?:[\dA-Z][\d.]*[.):]?\s+)?(?:further|suggested|recommended|additional)\s+reading\b/i;

/** It, or what is around it, is headed as such. */
export function isReferenceList(section: Section | undefined): boolean {
  for (let one = section; one; one = one.parent)
    if (isListTitle(one.title) || around.test(one.title)) return true;
  return false;
}

export const isListTitle = (words: string): boolean => title.test(words) || ofWhat.test(words);
export const isCitedList = ({ title: words }: Section): boolean => isListTitle(words);
