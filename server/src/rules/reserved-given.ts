// What is kept for some patients ("oxygen is reserved for a saturation below 90 %"), and orders of it for others. It must
// not look at other documents.

import type { Guideline } from "../guideline/guideline.ts";
import { covers, type MedicineTarget, targetsIn } from "../guideline/medicine-target.ts";
import { passagesIn } from "../guideline/passage.ts";
import { stageOf } from "../guideline/population.ts";
import { listPerRun } from "../guideline/run.ts";
import { type Scope, scopeOf, slice } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { sentencesIn } from "../guideline/sentence.ts";
import { type TitleBand, titleBand } from "../guideline/title-band.ts";
import { oncePer } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { type Given, givenIn } from "./given-medicine.ts";
import { rowLabels } from "./row-labels.ts";

interface Reservation extends Span {
  readonly target: MedicineTarget;
  /** For whom, in its words. */
  readonly who: string;
  /** What of it is kept: "injectable". */
  readonly narrowing: readonly string[];
}

export interface ReservedOrder {
  readonly given: Given;
  readonly reservation: Reservation;
}

const kept = "(?:kept|reserved|set aside|held back|held|saved|restricted|limited|confined)";
const patterns = [
  new RegExp(
    `^(?<what>[^.;:]{3,60}?)\\s+(?:is|are|should +be|must +be) +(?:only +)?${kept} +(?:only +)?(?:for|to)\\s+(?<who>[^.;:]{4,100})`,
    "i",
  ),
  /^(?:reserve|keep|restrict|limit|save)\s+(?<what>[^.;:]{3,60}?)\s+(?:only +)?(?:for|to)\s+(?<who>[^.;:]{4,100})/i,
  /^(?:give|use|offer)\s+(?<what>[^.;:]{3,60}?)\s+only +(?:to|in|for|when|if)\s+(?<who>[^.;:]{4,100})/i,
  /^only\s+(?<who>[^.;:]{4,100}?)\s+(?:receives?|gets?|needs?|(?:is|are) +given|should +(?:receive|get|be +given))\s+(?<what>[^.;:]{3,60})/i,
];
/** "Limit adrenaline to one dose": how much, not whose. */
const amount =
  /^(?:(?:a|the) +)?(?:(?:maximum|total|first|single|minimum) +(?:of +)?)*(?:\d[\d.,–-]*|one|two|three|four|five|six|single|lowest|shortest|smallest)\b(?! +(?:or +more|of +the|patients?|women|children|weeks?|months?|years?))/i;
const cue = /\b(?:kept|reserved?|set +aside|held|saved?|restrict(?:ed)?|limit(?:ed)?|confined|only|keep)\b/i;

const reservationsIn = listPerRun((run, markdown): readonly Reservation[] =>
  passagesIn(run, markdown).flatMap(({ span, where }) => {
    const text = slice(markdown, span);
    if (where === "heading" || !cue.test(text)) return [];
    return sentencesIn(text).flatMap(({ start, end }) => {
      const lead = /^[^\p{L}]*(?:\d+(?:\.\d+)*\s+)?/u.exec(text.slice(start, end))?.[0].length ?? 0;
      const sentence = text.slice(start + lead, end);
      const { what = "", who = "" } =
        patterns.map((pattern) => pattern.exec(sentence)).find(Boolean)?.groups ?? {};
      if (amount.test(who)) return [];
      const place = shifted({ start: start + lead, end }, span.start);
      return targetsIn(what).map((target) => ({ target, who, narrowing: narrowingOf(what), ...place }));
    });
  }),
);

const narrowingOf = (what: string): readonly string[] => {
  const named = targetsIn(what).reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    what,
  );
  return (named.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) =>
    /^(?:inject|oral|parent|intra)/.test(word),
  );
};

/** The orders that are for others, as far as the text says for whom they are. */
export const reservedOrders = oncePer((guideline: Guideline): readonly ReservedOrder[] => {
  const reservations = reservationsIn(guideline.runs, guideline.markdown);
  if (reservations.length === 0) return [];
  return givenIn(guideline).flatMap((given): ReservedOrder[] => {
    const found = reservations.find(
      (one) =>
        covers(one.target, given.medicine) &&
        isOfOneMatter(one, given, guideline) &&
        one.narrowing.every((word) => given.told.toLowerCase().includes(word.slice(0, 6))) &&
        (given.span.end <= one.start || given.span.start >= one.end) &&
        isForOthers(one, given, guideline),
    );
    return found ? [{ given, reservation: found }] : [];
  });
});

/** What is kept back in a chapter on diarrhoea is kept back there: of a medicine also where the same is treated. */
function isOfOneMatter({ target, start }: Reservation, given: Given, { sections }: Guideline): boolean {
  const said = (title: string) => scopeOf(title, 0).indication.conditions;
  const own = pathOf(sectionAt(sections, start));
  const chapter = own.findLast(({ title }) => said(title).length > 0);
  const within = chapter ?? (target.kind === "class" ? own.at(-1) : undefined);
  if (within === undefined || pathOf(sectionAt(sections, given.span.start)).includes(within)) return true;
  return (
    target.kind === "medicine" && said(within.title).some((id) => given.indication.conditions.includes(id))
  );
}

function isForOthers({ who }: Reservation, given: Given, guideline: Guideline): boolean {
  const meant = scopeOf(who, 0);
  const texts = [...rowLabels(guideline, given), ...titlesOf(given)];
  const band = titleBand(who);
  if (band && texts.some((text) => areApart(band, titleBand(text)))) return true;
  if (/\bsevere(?:ly)?\b/i.test(who) && isMild(given, meant, { who, texts })) return true;
  const [own, other] = [stageOf(meant.population), stageOf(given.population)];
  return (
    (own === "adult" && (other === "child" || other === "neonate")) || (own === "child" && other === "adult")
  );
}

/** Of one measure, of which both name a word. */
function areApart(a: TitleBand, b: TitleBand | undefined): boolean {
  if (!b || (a.high >= b.low && b.high >= a.low)) return false;
  const words = new Set(b.about.split(" "));
  return a.about.split(" ").some((word) => word.length > 3 && words.has(word));
}

const mild = new Set(["mild", "moderate", "uncomplicated"]);
/** WHO's plan A is for patients without dehydration, plan B for some of it. */
const plan = /\bplan +(?:a|b)\b/i;

function isMild(
  { indication }: Given,
  { indication: meant }: Scope,
  { who, texts }: { readonly who: string; readonly texts: readonly string[] },
): boolean {
  const same = meant.conditions.every((id) => indication.conditions.includes(id));
  if (/\bdehydrat/i.test(who) && texts.some((text) => plan.test(text))) return true;
  return same && indication.qualifiers.some((id) => mild.has(id));
}

const titlesOf = ({ told }: Given): readonly string[] => (told.length < 200 ? [told] : []);
