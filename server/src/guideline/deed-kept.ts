// What is kept for some: "CT is reserved for patients who vomit", "only children in shock get a bolus". Whoever wants it
// for everyone says otherwise. It must not know who they are.

import { matchesIn } from "../text/matches.ts";
import { objectsOf } from "./deed-object.ts";
import type { Said } from "./deed-said.ts";

const kept = "(?:kept|reserved|set aside|held back|saved|restricted|limited|confined|meant|intended)";
const done =
  "(?:given|used|done|taken|sent|requested|ordered|performed|offered|inserted|applied|started|needed|indicated|recommended|placed|carried out|made|obtained|put)";
const start = "(?:^|[.;:]\\s|(?:^|[.;:]\\s)(?:in|for|after|at|during|on)\\s[^.;:,]{2,60},\\s)[^a-zß-öø-ɏ]*";
const patterns = [
  new RegExp(
    `(?<lead>${start})(?<what>[^.;:,]{2,60}?)\\s+(?:is|are|should +be|must +be)\\s+(?:only\\s+)?${kept}\\s+(?:only\\s+)?(?:for|to)\\s+(?<who>[^.;:]{4,110})`,
    "gi",
  ),
  new RegExp(
    `(?<lead>${start})(?<what>[^.;:,]{2,60}?)\\s+(?:is|are|should +be|must +be)\\s+(?:only\\s+(?:${done}\\s+)?(?:for|in|when|if|to)|${done}\\s+only\\s+(?:for|in|when|if|to))\\s+(?<who>[^.;:]{4,110})`,
    "gi",
  ),
  new RegExp(
    `(?<lead>${start})(?:reserve|keep|restrict|limit|save|confine)\\s+(?<what>[^.;:,]{2,60}?)\\s+(?:only\\s+)?(?:for|to)\\s+(?<who>[^.;:]{4,110})`,
    "gi",
  ),
  new RegExp(
    `(?<lead>${start})(?:give|use|offer|do|perform|take|send|request|order|insert|apply|put|place|start|obtain|carry +out)\\s+(?<what>[^.;:,]{2,60}?)\\s+only\\s+(?:to|in|for|when|if)\\s+(?<who>[^.;:]{4,110})`,
    "gi",
  ),
  new RegExp(
    `(?<lead>${start})only\\s+(?<who>[^.;:]{4,110}?)\\s+(?:receives?|gets?|needs?|has|have|(?:is|are) +given|should +(?:receive|get|have|be +given)|undergo(?:es)?|requires?)\\s+(?<what>[^.;:,]{2,60})`,
    "gi",
  ),
];
const cues = [
  "only",
  "reserved",
  "reserve",
  "kept",
  "keep",
  "restricted",
  "restrict",
  "limited",
  "limit",
  "saved",
  "save",
  "held",
  "confined",
  "confine",
  "aside",
  "meant",
  "intended",
];

/** `words`: of the text, in small letters. */
export function* keptIn(text: string, words: ReadonlySet<string>): Iterable<Said> {
  if (!cues.some((cue) => words.has(cue))) return;
  for (const pattern of patterns)
    for (const { index, 0: whole, groups: { lead = "", what = "", who = "" } = {} } of matchesIn(
      text,
      pattern,
    )) {
      const objects = objectsOf(what);
      if (objects.length === 0 || objects.length > mostThings) continue;
      const start = index + lead.length;
      yield {
        direction: "against",
        verb: undefined,
        objects,
        phrase: what,
        kept: who,
        clause: lead,
        start,
        end: index + whole.length,
      };
    }
}
const mostThings = 4;
