// Phrases in recommendations and orders that leave to the reader what the text should say: "as appropriate",
// "frequently", "adequate". Not where a criterion stands with it. It must not judge how bad that is.

import { medicineNamed } from "../lexicon/medicine.ts";
import {
  criterion,
  definable,
  type Vagueness,
  type VaguePattern,
  vaguePatterns,
} from "../lexicon/vague-words.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { textsOf } from "../syntax/markdown.ts";
import type { Piece } from "../syntax/piece.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { overlaps, type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { instructionsIn } from "./instruction.ts";
import { targetsIn } from "./medicine-target.ts";
import type { Order } from "./order.ts";
import { ordersIn } from "./order-parser.ts";
import { passagesIn } from "./passage.ts";
import { listPerRun } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { pathOf } from "./section.ts";
import { sentencesIn } from "./sentence.ts";

export interface VaguePhrase extends Span {
  readonly kind: Vagueness;
}

/** Each place, in order; `own` are phrases that the project adds. */
export function vaguePhrases(guideline: Guideline, own: readonly string[]): readonly VaguePhrase[] {
  const listed = own.length > 0 ? listedPattern(own) : undefined;
  const defined = definedIn(guideline);
  // "Once the urine output is satisfactory", too, is defined by "Satisfactory urine output".
  const isDefined = (words: string) => defined.some((phrase) => phrase.every((word) => words.includes(word)));
  return sentencesOf(guideline).flatMap((span) => {
    const text = plainAt(guideline.markdown, span);
    const usual = usualIn(text);
    const added = listed ? inSentence(text, [listed]) : [];
    return [...usual, ...added.filter((one) => !usual.some((other) => overlaps(other, one)))]
      .filter(({ start, end }) => !isDefined(text.slice(start, end + nearby).toLowerCase()))
      .map((phrase) => ({ ...phrase, ...shifted(phrase, span.start) }))
      .sort((a, b) => a.start - b.start);
  });
}

const usualIn = remembered((text): readonly VaguePhrase[] => {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g));
  return inSentence(
    text,
    vaguePatterns.filter(({ cues }) => cues.some((cue) => words.has(cue))),
  );
});

/** "*Adequate urine output*: 0.5 mL/kg per hour": what the document says itself. */
const definedIn = oncePer(({ markdown: { parts } }: Guideline): readonly (readonly string[])[] =>
  parts.flatMap(({ piece }) => definedInPiece(piece)),
);
const definedInPiece = oncePer(({ plain }: Piece): readonly (readonly string[])[] =>
  matchesIn(plain, definable).map(([, phrase = ""]) => phrase.toLowerCase().split(" ").slice(0, 2)),
);
const nearby = 20;

function listedPattern(phrases: readonly string[]): Pick<VaguePattern, "kind" | "pattern"> {
  const escaped = phrases
    .map((phrase) =>
      phrase
        .trim()
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/\s+/g, "\\s+"),
    )
    .filter(Boolean);
  return {
    kind: "condition",
    pattern: new RegExp(`(?<![a-zß-öø-ɏ])(?:${escaped.join("|") || "(?!)"})(?![a-zß-öø-ɏ])`, "gi"),
  };
}

/** How long something goes on says nothing of how often or when. */
const stretch =
  /\b(?:for|during|in|over|within|after|of)\s+(?:the\s+)?(?:next|first|following|last|whole|initial)?\s*(?:\d+(?:\s?(?:-|–|to)\s?\d+)?|an?|one|two|three|four|five|six|seven|eight|ten|twelve)\s*(?:minutes?|min|hours?|h|days?|weeks?|months?|years?)\b/gi;
const figure =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|ten|twelve|half +an) +(?:minutes?|hours?|days?|weeks?|months?|years?)\b|\bat +least\b|\bhourly\b|\bdaily\b|\bweekly\b|\bmonthly\b|\beach\b|\bevery\b/i;
/** "Below 30" says nothing of how often. */
const rhythmSaid =
  /\d\s*(?:times?|x\b|min|minutes?|hours?|hourly|h\b|days?|weeks?|months?|years?)|\b(?:every|each|hourly|daily|weekly|monthly|yearly|once|twice|at +least)\b|\b(?:one|two|three|four|five|six|seven|eight|ten|twelve) +(?:times|minutes?|hours?|days?|weeks?|months?|years?)\b/i;
const often = /\d\s*(?:min|hours?|hourly|days?|weeks?|months?|h)\b|\bevery\b|\bdaily\b|\bhourly\b/i;
const amountSaid =
  /\d|\b(?:half|one|two|three|four|five|six|ten|a +(?:cup|glass|litre|liter|teaspoon|tablespoon|pinch|spoonful|handful))\b/i;
/** "– see the section on pain". */
const elsewhere =
  /\b(?:see|refer +to|described +in|given +in|as +in|under)\s+(?:the +|also +)?(?:sections?|pages?|chapters?|tables?|box|annex|appendix|figures?|below|above|guidelines?|protocols?|algorithm)\b/i;
/** "Monitor for adequate rehydration: pulse, …" */
const listed = /^(?:\s+\p{L}+){0,5}\s*:(?=\s|$)/u;
const purpose =
  /^\W*(?:[a-zß-öø-ɏ]+\s+){0,4}?to\s+(?!(?:the|an?|each|every|his|her|their|its|all|your|this|any|both|some|patients?|children|mothers?|infants?|women)\b)[a-zß-öø-ɏ]+/i;
const untilThen = /^[\s,]*(?:un)?till?\b/i;
/** "How often": frequently, rather than for how long. */
const isHowOften = (words: string) =>
  /frequent|regular|period|interval|often|times|time +to +time|now +and|repeat/i.test(words);

function inSentence(
  text: string,
  patterns: readonly Pick<VaguePattern, "kind" | "pattern">[],
): readonly VaguePhrase[] {
  const found: VaguePhrase[] = [];
  for (const { kind, pattern } of patterns) {
    for (const { index, 0: words } of matchesIn(text, pattern)) {
      const phrase = { kind, start: index, end: index + words.trimEnd().length };
      if (!found.some((other) => overlaps(other, phrase)) && isOpen(text, phrase)) found.push(phrase);
    }
  }
  return found;
}

/** A medicine that is taken steadily, or not at all. */
const isSteady = (text: string): boolean =>
  targetsIn(text).some(({ kind, name }) =>
    (kind === "class" ? [name] : (medicineNamed(name)?.classes ?? [])).some((one) => steady.has(one)),
  );
const steady: ReadonlySet<string> = new Set([
  "ace inhibitor",
  "angiotensin receptor blocker",
  "beta blocker",
  "calcium channel blocker",
  "antihypertensive",
  "statin",
  "antibiotic",
  "anticoagulant",
  "antiplatelet",
  "sulfonylurea",
  "biguanide",
  "antiretroviral",
  "antidiabetic",
  "diuretic",
  "antiseizure",
  "antidepressant",
  "antipsychotic",
  "thyroid hormone",
  "antithyroid",
  "dmard",
  "antiarrhythmic",
  "cardiac glycoside",
  "antituberculosis",
  "antimalarial",
  "antifungal",
  "antiviral",
]);

/** Nothing in the sentence makes it plain. */
function isOpen(text: string, { kind, start, end }: VaguePhrase): boolean {
  const [before, words, behind] = [text.slice(0, start), text.slice(start, end), text.slice(end, end + 90)];
  const isOnlyHowLong =
    kind === "time" && (startsWithStretch(behind) || (isHowOften(words) && untilThen.test(behind)));
  // "Rest as appropriate when the heat index is above 32 °C": when is said, and not how.
  const isHow = /^as +appropriate$/i.test(words) && /^\s+(?:when|if|where)\b/i.test(behind);
  if (criterion.test(behind) && !isOnlyHowLong && !isHow) return false;
  const [clause = ""] = behind.split(
    /;|,(?! +(?:at +least|within|every|hourly|daily|once|twice|that +is|i\.e\.|up +to|about|\d))/,
    1,
  );
  const rest = isHowOften(words) ? clause.replace(stretch, " ") : clause;
  const said = kind === "amount" ? amountSaid : isHowOften(words) ? rhythmSaid : figure;
  if (kind !== "condition" && said.test(rest)) return false;
  if (elsewhere.test(behind) || (kind !== "time" && listed.test(behind))) return false;
  if (/\bso +(?:that|as)\b|\bin +order\b/i.test(before)) return false;
  const near = before.slice(-60).split(/[;:]/).at(-1) ?? "";
  switch (kind) {
    case "condition":
      if (/\beven\s*$/i.test(before)) return false;
      if (/^\s+for\s+\p{L}/u.test(behind) || /\d/.test(words)) return false;
      // "0.2 mg once when clinically appropriate": nobody can tell whether.
      if (judged.test(words)) return true;
      // "Repeated after 5 minutes if needed", "daily or as required"
      if (/\brepeat\w*\b[^.;]{0,40}\d[^.;]*$|\b(?:or|once|twice)\s*$/i.test(before)) return false;
      // "25 mg twice daily if necessary", of what relieves; nobody takes it for blood pressure as he feels.
      if (
        !isSteady(near) &&
        /\d.*\b(?:every|each|hourly|daily|weekly|once|twice|times|nightly|at +night)\b/i.test(near)
      )
        return false;
      // "If pain persists after 30 minutes, repeat if needed": the condition is said already.
      return !/\b(?:if|when|until|unless)\b|\bfor +(?:pain|fever|nausea)\b/i.test(
        before.split(";").at(-1) ?? "",
      );
    case "time":
      if (/^(?: +\p{L}+){0,8} +(?:should|must) +include\b/u.test(behind)) return false;
      // "If it has not stopped within a reasonable time": the condition itself is open.
      if (
        !/^(?:within|after) +an? +(?!few|while|short)/i.test(words) &&
        /\b(?:if|when|where|unless)\b[^,;]*$/i.test(before)
      )
        return false;
      return !often.test((isHowOften(words) ? near.replace(stretch, " ") : near).slice(-40));
    case "amount":
      // "Continue their own insulin at the usual dose"
      if (/\b(?:continue|keep|resume|own|return)\b/i.test(near) && /usual|normal/i.test(words)) return false;
      if (purpose.test(behind) || /\b(?:(?<!aim +)for|(?<!^[^\p{L}]*)to +\p{L}+)\s+(?:an? +)?$/u.test(before))
        return false;
      return !/\b(?:if|when|until|unless|not|no|without|in\s+\S+)\b[^,]*$/i.test(before);
    default:
      return true;
  }
}

/** Somebody's opinion. */
const judged = /\b(?:clinically|medically|deemed|thought|considered|judged|felt|picture|impression)\b/i;

const startsWithStretch = (text: string) => {
  const at = text.search(stretch);
  return at === 0 || at === 1;
};

/** Sentences that advise, that instruct, and those with an order. */
const sentencesOf = oncePer(({ recommendations, runs, markdown }: Guideline): readonly Span[] => {
  const advising = recommendations.filter(({ reported, verbs }) => !reported && verbs.length > 0);
  const spans = [
    ...advising,
    ...toldIn(runs, markdown),
    ...orderingIn(runs, markdown),
    ...advisedInCells(runs, markdown),
    ...openCells(runs, markdown),
    ...openAmongSiblings(runs, markdown),
    ...openItems(runs, markdown),
    ...judgedCells(runs, markdown),
  ];
  const byPlace = new Map(spans.map((span): [number, Span] => [span.start, span]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
});

/** What the evidence is, and why: there nobody is told to do anything. */
const background =
  /^\W*(?:\d[\d.]*\s+)?(?:background|evidence|the +evidence|rationale|introduction|epidemiology|history|discussion|why\b|reasons?|summary +of +(?:the +)?evidence|what +the +(?:evidence|studies|trials))\b/i;

const toldIn = listPerRun(({ blocks, section }, markdown) =>
  pathOf(section).some(({ title, level }) => level > 1 && background.test(title))
    ? []
    : blocks.flatMap((block) => (block.kind === "heading" ? [] : told(markdown, textsOf(block)))),
);
/** "Giving flumazenil when appropriate", under "We recommend". */
const advisedInCells = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap(({ row, span }) => {
    const head = row?.header ? slice(markdown, row.header) : "";
    if (!recommends.test(head)) return [];
    return sentencesIn(plainAt(markdown, span)).map((one) => shifted(one, span.start));
  }),
);
/** "As appropriate" alone, below "Repeat": of a medicine it says when the patient asks for it. */
const openCells = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap(({ row, span }) => {
    if (!row || row.index === 0 || !onlyOpen.test(plainAt(markdown, span))) return [];
    const kinds = row.cells.flatMap((cell) => itemsOf(slice(markdown, cell)).map(({ kind }) => kind));
    return kinds.includes("medicine") ? [] : [span];
  }),
);
/** "As needed", in a column whose other rows say how often and how much. */
const openAmongSiblings = listPerRun(({ blocks }, markdown) =>
  blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    return block.header.cells.flatMap((_head, column) => {
      const rows = column === 0 ? [] : block.rows.slice(0, mostRows);
      const textOf = (cell: Span | undefined) => (cell ? plainAt(markdown, cell) : "");
      const open = rows.filter(({ cells }) => onlyOpen.test(textOf(cells[column])));
      const said = rows.filter(({ cells }) => /\d/.test(textOf(cells[column])));
      const [only] = open;
      const isOnly =
        open.length === 1 && said.length > 1 && only && !rhythmSaid.test(only.cells.map(textOf).join(" "));
      return isOnly ? (only.cells[column] ?? []) : [];
    });
  }),
);
const mostRows = 60;
/** "Active first stage: at suitable intervals." */
const openItems = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap(({ where, span }) => {
    const text = plainAt(markdown, span);
    const at = where === "list" ? text.indexOf(": ") : -1;
    const isOpenOnly = at > 0 && onlyOpen.test(text.slice(at + 1));
    return isOpenOnly && !itemsOf(text).some(({ kind }) => kind === "medicine") ? [span] : [];
  }),
);
/** "The clinical picture warrants it", below "Transfer when"; an order "if deemed necessary". */
const judgedCells = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap(({ row, span }) => {
    const text = row && row.index > 0 ? plainAt(markdown, span) : "";
    const head = row?.header ? slice(markdown, row.header) : "";
    const isCondition = /\b(?:when|if|criteri(?:a|on)|indications?|trigger|threshold)\b/i.test(head);
    const isOrder = judged.test(text) && itemsOf(text).some(({ kind }) => kind === "medicine");
    return isOrder || (isCondition && text.length < longestOpen) ? [span] : [];
  }),
);
const longestOpen = 80;
const onlyOpen =
  /^\W*(?:then +|only +|repeat +)?(?:(?:as|when|if|where|whenever) +(?:[a-zß-öø-ɏ]+ly +)?(?:appropriate|necessary|indicated|needed|required)|regularly|frequently|periodically|occasionally|often|at +(?:regular|suitable|appropriate|frequent) +intervals|as +often +as +(?:necessary|needed|possible))\W*$/i;
const recommends = /^\W*we +(?:recommend|suggest|advise)\W*$/i;

const orderingIn = listPerRun((run, markdown) =>
  ordersIn(run, markdown)
    .orders.filter(isGiven)
    .map((order) => sentenceOf(markdown.plain, order)),
);

const told = (markdown: Markdown, spans: readonly Span[]): readonly Span[] =>
  spans.flatMap((span) => instructionsIn(plainAt(markdown, span)).map((one) => shifted(one, span.start)));

const isGiven = ({ negated, preparation, where }: Order) => !negated && !preparation && where !== "table";

function sentenceOf(plain: string, { block, dose }: Order): Span {
  const text = plain.slice(block.start, block.end);
  const at = dose.start - block.start;
  const own = sentencesIn(text).find(({ start, end }) => start <= at && at < end);
  return own ? shifted(own, block.start) : block;
}
