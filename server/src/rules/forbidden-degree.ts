// How ill those are whom a ban names, and whether those who are given something are as ill. For forbidden-given.

const degree =
  /\b(?:acute|chronic|severe|mild|moderate|active|recent|untreated|uncontrolled|decompensated|advanced|symptom\w*|complicated|uncomplicated|end[- ]stage|bloody|early|late)\b/gi;

/** What is forbidden in a severe form is not forbidden in every one. */
export const hasDegree = (words: string, patients: string): boolean =>
  (patients.match(degree) ?? []).every((word) => new RegExp(`\\b${word.slice(0, 6)}`, "i").test(words));

const milder =
  /\b(?:mild|partial|intermediate|(?:well[- ])?controlled|stable|treated(?! +for\b)|previous|past|former)\s+(?:[a-zß-öø-ɏ\d]+\s+)?[a-zß-öø-ɏ\d]{4,}/gi;

export const former = /\b(?:previous|past|former)\b/gi;

/** "In mild G6PD deficiency …": some of those whom a ban names that says no degree. */
export const isMilder = (sentence: string, forbidden: string): boolean =>
  (sentence.match(milder) ?? []).some((words) => {
    const [degree = "", ...named] = words.toLowerCase().split(/\s+/);
    const said = forbidden.toLowerCase();
    return !said.includes(degree) && named.some((word) => word.length > 3 && said.includes(word));
  });
