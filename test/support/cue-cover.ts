// Whether the words that a pattern is only looked for beside stand in whatever it matches: texts are made up from the
// pattern itself. It must not know what the patterns are for.

import fc from "fast-check";

export interface Cued {
  readonly cues: readonly string[];
  readonly pattern: RegExp;
}

/** Looking around only narrows a pattern, and letters stand for all letters. */
function relaxed({ source }: RegExp): RegExp {
  let text = source
    .replace(/\(\?<(\p{L}+)>/gu, "(")
    .replaceAll("\\b", "")
    .replaceAll("\\p{L}", "[a-z]");
  text = text.replaceAll("\\p{Lu}", "[A-Z]").replace(/\[\^[^\]]*\]/g, "[a-z ]");
  for (;;) {
    const at = text.search(/\(\?<?[=!]/);
    if (at < 0) return new RegExp(`^(?:${text})$`);
    text = text.slice(0, at) + text.slice(endOf(text, at));
  }
}

/** Behind the bracket that closes the one at a place. */
function endOf(text: string, at: number): number {
  let [depth, inClass] = [0, false];
  for (let i = at; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "[") inClass = true;
    else if (text[i] === "]") inClass = false;
    else if (!inClass && text[i] === "(") depth++;
    else if (!inClass && text[i] === ")" && --depth === 0) return i + 1;
  }
  return text.length;
}

/** Texts that the pattern matches and none of the cues stands in. */
export function uncovered({ cues, pattern }: Cued, samples = 300): readonly string[] {
  const whole = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
  const made = fc.sample(fc.stringMatching(relaxed(pattern)), { numRuns: samples, seed: 7 });
  return made.filter((one) => {
    const words = new Set(one.toLowerCase().match(/[a-z]+/g));
    return whole.test(one) && !cues.some((cue) => words.has(cue));
  });
}
