// Whether an instruction stands in an annex to the document of another: a leaflet, a checklist, an order sheet that names
// no illness and so is about that of its chapter. It must not compare what they say.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSymptom } from "../guideline/indication.ts";
import { scopeOf } from "../guideline/scope.ts";
import { oncePer } from "../text/memory.ts";
import type { Side as Opposing } from "./opposites.ts";

type Side = Opposing<PlacedDeed>;

const paper =
  /\b(?:annex|appendix|leaflet|check-?list|card|order +(?:sheet|set)|orders|sheet|poster|(?:wall +)?chart|algorithm|letter|script|drill|form|worksheet|handout|table|results|decision +aid|wall +list|pocket|bedside|one[- ]page|summary|sheet|notes?|notice|slides?|talk|training|timeline|timetable|schedule|list|booklet|flyer|messages?|telephone|examples?|reminder|board|round|briefing|instructions|information)\b/i;
/** Who writes more writes a chapter. */
const longest = 5000;

/** It names no illness in its headings. */
const isAnnex = oncePer(
  ({ sections, text }: Guideline): boolean =>
    text.length < longest &&
    paper.test(sections[0]?.title ?? "") &&
    sections.every(({ title }) => scopeOf(title, 0).indication.conditions.every(isSymptom)),
);

export const isAnnexTo = (annexed: Side, ban: Side): boolean =>
  annexed.guideline !== ban.guideline && ban.said.indication.conditions.length === 1 && isAnnexed(annexed);

/** To whatever chapter. */
export const isAnnexed = ({ said, guideline }: Side): boolean =>
  said.indication.conditions.every(isSymptom) && isAnnex(guideline);

/** So many documents are no chapter with its annexes. */
export const mostBeside = 3;
