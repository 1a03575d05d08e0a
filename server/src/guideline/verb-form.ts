// The plain form of a verb of instruction behind its participle or gerund: "inserted", "bathing". It must not know
// what the verb means.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";

const irregular: Readonly<Record<string, string>> = {
  given: "give",
  done: "do",
  taken: "take",
  made: "make",
  begun: "begin",
  drawn: "draw",
  worn: "wear",
  put: "put",
  cut: "cut",
  set: "set",
  run: "run",
  fed: "feed",
  kept: "keep",
  held: "hold",
  sent: "send",
  left: "leave",
  laid: "lay",
  bled: "bleed",
  bound: "tie",
  tying: "tie",
  lying: "lie",
  got: "get",
  undergone: "undergo",
  shaven: "shave",
};

const forms = (() => {
  const found = new Map<string, string>();
  for (const verb of instructionVerbs) {
    const short = verb.replace(/e$/, "");
    const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(verb)
      ? [`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`]
      : [];
    const past = verb.endsWith("y") && !/[aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${short}ed`;
    for (const form of [past, `${short}ing`, ...doubled]) found.set(form, verb);
  }
  for (const [form, verb] of Object.entries(irregular)) found.set(form, verb);
  return found;
})();

/** "inserted" → "insert", "bathing" → "bathe"; undefined for other words. */
export const plainVerb = (form: string): string | undefined => forms.get(form.toLowerCase());
