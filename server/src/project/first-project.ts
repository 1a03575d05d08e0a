// The text of a first guidewright.yaml for guidelines that have none: the profile that fits, and as comments what may
// be said beside it, the words that were found among it. It must not know a disk.

import type { Guideline } from "../guideline/guideline.ts";
import { abbreviationUndefined } from "../rules/abbreviation-undefined.ts";
import { drugNameUnknown } from "../rules/drug-name-unknown.ts";
import { checkGuideline } from "../rules/index.ts";
import { type HouseStyle, houseStyleOf } from "./house-style.ts";
import { profiles } from "./profiles.ts";

/** Of each kind of word: more are a matter of writing them out in the guidelines. */
const mostWords = 40;

export interface FirstProject extends HouseStyle {
  readonly text: string;
}

export function firstProject(guidelines: readonly Guideline[]): FirstProject {
  const style = houseStyleOf(guidelines);
  const words = unknownWords(guidelines);
  const count = guidelines.length === 1 ? "1 guideline" : `${guidelines.length} guidelines`;
  const text = `# How the guidelines in this folder, and below it, are checked. Everything here may be left out.
# ${count} looked at.${style.spelling ? ` The spelling is ${style.spelling}.` : ""}

# House style, one or several of ${Object.keys(profiles).join(", ")}.
# ${style.reason}
${style.profile ? `profile: ${style.profile}` : "# profile: grade"}

# What single rules are worth: error, warning, information, hint or off.
# rules:
#   order-incomplete: warning
#   number-format-mixed: off

# Other rules for some of the files.
# overrides:
#   - files: ["annexes/**"]
#     rules:
#       abbreviation-undefined: off

# What your readers know. These words were found; take what is right, and mend the rest in the guidelines.
# dictionary:
${section("abbreviations", words["abbreviation-undefined"], "ORS: oral rehydration solution")}
${section("medicines", words["drug-name-unknown"], "a medicine: [another name]")}

# Files that are not checked.
# ignore: ["drafts/**"]
`;
  return { ...style, text };
}

function section(name: string, words: ReadonlyMap<string, number> | undefined, example: string): string {
  const most = [...(words ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, mostWords);
  const lines = most.map(([word, times]) => `#     ${word}: # ${times === 1 ? "once" : `${times} times`}`);
  return [`#   ${name}:`, ...(lines.length > 0 ? lines : [`#     ${example}`])].join("\n");
}

/** By the rule that finds them; how often they are written. */
function unknownWords(
  guidelines: readonly Guideline[],
): Readonly<Record<string, ReadonlyMap<string, number>>> {
  const list = [abbreviationUndefined, drugNameUnknown];
  const found = Object.fromEntries(list.map(({ id }) => [id, new Map<string, number>()]));
  for (const guideline of guidelines) {
    for (const { rule, span } of checkGuideline(guideline, { list }).findings) {
      const written = guideline.text.slice(span.start, span.end);
      const word = rule === drugNameUnknown.id ? written.toLowerCase() : written;
      const times = guideline.abbreviations.uses.filter(({ short }) => short === word).length;
      found[rule]?.set(word, (found[rule].get(word) ?? 0) + Math.max(1, times));
    }
  }
  return found;
}
