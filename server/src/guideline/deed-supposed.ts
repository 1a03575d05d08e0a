// What is likely to be done where only its name stands, in whatever list, cell or note: "Eye pad for 24 hours." below "Nurse's
// note", "Kerosene | gastric lavage", "For each child after a seizure, an electroencephalogram". Not below a line that says
// that it lists something else. It must not know in which situation.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import type { Deed } from "./deed.ts";
import { objectEnd, thingOf } from "./deed-object.ts";
import { deedsIn } from "./deed-reader.ts";
import { judges } from "./deed-row.ts";
import type { Passage } from "./passage.ts";
import { slice } from "./scope.ts";

export interface Supposed {
  /** As an instruction. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** Not of what is to be done. */
const otherHead =
  /\b(?:not?|never|avoid|without|stop(?:ped|ping)?|risks?|signs?|symptoms?|causes?|features?|complications?|equipment|stock|indications?|contra-?indications?|cautions?|definitions?|differential|diagnos[ei]s|history|examples?|studies|study|trials?|evidence|harms?|adverse|side +effects?|triggers?|interact[a-zß-öø-ɏ]*|allerg[a-zß-öø-ɏ]*|abbreviations?|terms?|glossary|references?|sources?|mistakes?|errors?|myths?|forbidden|obsolete|abandoned|instead|alternatives?|previous(?:ly)?|before +(?:coming|admission|arrival)|taken +at +home|outcomes?|results?|why|reasons?|rationale|questions?|audit|indicators?|costs?|strength|content|units?|trade +name|class|mechanism|if|unless|except|only)\b/i;
/** It says something of what it names, or only in some cases. */
const ownVerb =
  /\b(?:is|are|was|were|if|when|should|must|may|can|could|might|not|no|never|only|unless|has|have|had|does|do|did|without|avoid|nor|none|instead|rather|than|stop(?:s|ped|ping)?|hold|withh[a-zß-öø-ɏ]+|until|consider|optional|available|refus[a-zß-öø-ɏ]+|declin[a-zß-öø-ɏ]+|previous(?:ly)?|fail(?:s|ed|ure)?|after +(?:failure|removal)|remov[a-zß-öø-ɏ]+|allerg[a-zß-öø-ɏ]+|toxicity|overdose|poisoning|deficiency|induced|resist[a-zß-öø-ɏ]+|levels?|count|asks?|asked|about|whether|look|check|observ[a-zß-öø-ɏ]+|ready|beside|they|it|he|she|we|you|who|receives?|gets?|takes?|goes|works?|helps?|causes?|raises?|lowers?|makes?|needs?|stands?|box|kit|trolley|side|off|out|taken +off)\b/i;
/** What follows a denial may be denied, too. */
const denied =
  /^\W*(?:no|not|never|avoid|without|stop|neither|nor|do +not|don['’]t|unless|only)\b|:\s*(?:no|not|never|avoid|without|stop|neither)\b|\b(?:neither|nor|unless|except|instead|rather)\b/i;
const whom =
  /^(?:(?:for|in|after|with|at|on|during|before|every|each|all|any|if|when|once|where)\b[^,;:.]{3,60}),\s+(?=[a-zß-öø-ɏ])/i;
const longest = 160;
const longestText = 500;

/** What nothing else says of a passage. */
export function supposedAt(
  markdown: Markdown,
  { span, row, contexts, where }: Passage,
  own: readonly { readonly deed: Deed }[],
): readonly { readonly deed: Deed; readonly sentence: Span; readonly lead?: string }[] {
  const textOf = (part: Span) => slice(markdown, part);
  if (where === "heading" || (row && (row.index === 0 || !row.header))) return [];
  const [cells, heads] = [row?.cells ?? [], row?.heads ?? []].map((parts) => parts.map(textOf)) as [
    string[],
    string[],
  ];
  if (row && heads.some((head, index) => index !== row.index && judges(head, { cells, heads, index })))
    return [];
  const above = [...(row?.header ? [row.header] : []), ...contexts].map(textOf);
  return supposedIn(textOf(span), above).flatMap(({ sentence, start, end }) =>
    deedsIn(sentence)
      .filter(({ known, direction }) => known && direction === "for")
      .filter(({ thing }) => !own.some(({ deed }) => deed.thing === thing))
      .map((deed) => ({
        deed: { ...deed, start: 0, end: end - start, supposed: true as const },
        sentence: { start, end },
      })),
  );
}

function supposedIn(text: string, heads: readonly string[]): readonly Supposed[] {
  if (text.length > longestText || heads.slice(0, 2).some((head) => otherHead.test(head))) return [];
  const found: Supposed[] = [];
  let start = 0;
  for (const line of text.split(/(?<=[.;](?=\s|$)|[→⇒☐☒]|->)/)) {
    const end = start + line.length;
    const bare = line.replace(/→|⇒|->|☐|☒|\[[ x]\]|[*_`]/g, " ").replace(/^[^\p{L}\d]+|[\s.;,]+$/gu, "");
    const [, label = "", rest = bare] = /^([^:]{3,80}):\s+([\s\S]+)$/.exec(bare) ?? [];
    if (rest.length <= longest && !denied.test(bare))
      for (const one of asInstructions(rest))
        found.push({
          sentence: label === "" ? one : `${label}: ${one.charAt(0).toLowerCase()}${one.slice(1)}`,
          start,
          end,
        });
    start = end;
  }
  return found;
}

/** Each thing that it begins with, or that stands behind a comma. */
function asInstructions(text: string): readonly string[] {
  const [lead = ""] = whom.exec(text) ?? [];
  const rest = text.slice(lead.length);
  return rest.split(/,\s+|\s\+\s|\s(?:and|then)\s/).flatMap((part) => {
    const [object = ""] = part.split(objectEnd, 1);
    return part.length > 2 && !ownVerb.test(part) && isNamed(object)
      ? [`${lead.trim()}${lead === "" ? "Use" : " use"} ${part.charAt(0).toLowerCase()}${part.slice(1)}`]
      : [];
  });
}

/** A thing, and nothing that is said of it: not "platelets fall", "give salbutamol". */
function isNamed(object: string): boolean {
  const thing = thingOf(object);
  const words = object.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return (
    thing?.known === true &&
    !instructionVerbs.has(first) &&
    // Without its last word it is another thing, or none.
    (words.length === 1 || forms.test(last) || thingOf(words.slice(0, -1).join(" "))?.name !== thing.name)
  );
}
const forms =
  /^(?:tablets?|capsules?|syrup|drops?|injections?|infusions?|ointment|cream|suppositor(?:y|ies)|sachets?|mask|inhaler|spray|solution|drip|therapy|treatment)$/;
