// Prohibitions that are likely meant where no strict reader of prohibitions understood the sentence: it turns something
// down, it names or points to a medicine, and some of its words name patients, whatever the others say. What is read so
// is only asked about. It must not judge.

import { broaderConditions } from "../lexicon/conditions.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { oneKind, patientsAmong, patientsIn } from "./forbidden-patients.ts";
import { isSymptom, timely } from "./indication.ts";
import { anySaltOf, type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { everyone } from "./population.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { anyoneOn, blanked, everyForm } from "./prohibition-aside.ts";
import { whomAbove } from "./prohibition-below.ts";
import { targetsAbove } from "./prohibition-listed.ts";
import { inPlainWords, plainlySaid } from "./prohibition-spoken.ts";
import { subjectOf } from "./prohibition-statement.ts";
import { localForm, movedTargets, routeWord } from "./prohibition-wording.ts";
import {
  isTurnedDown,
  isWeighed,
  mayTurnDown,
  otherChoice,
  turnedDown,
  useless,
  withoutTold,
} from "./refusal-words.ts";
import { listPerRun } from "./run.ts";
import { scopeOf, slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";
import { toldIn } from "./told-condition.ts";

const longest = 320;
const most = 8;

export const likelyIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap((passage) => fromPassage(markdown, passage)),
);

function fromPassage(markdown: Markdown, passage: Passage): Prohibition[] {
  const text = slice(markdown, passage.span);
  if (passage.where === "heading" || !mayTurnDown.test(text)) return [];
  return sentencesIn(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (sentence.length > longest || !mayTurnDown.test(sentence)) return [];
    return partsOf(sentence).flatMap((part) => {
      const found = saidIn(sentence, part, text.slice(0, start), markdown, passage);
      const from = passage.span.start + start;
      const place = {
        start: from + (/^[^\p{L}]*/u.exec(sentence)?.[0].length ?? 0),
        end: passage.span.start + end,
      };
      return found.map(({ at, ...one }) => ({
        ...one,
        target: at === undefined ? one.target : (movedTargets([one.target], from)[0] ?? one.target),
        ...place,
      }));
    });
  });
}

/** What semicolons divide, and "used after birth and never in pregnancy", each by itself. */
function partsOf(sentence: string): readonly Span[] {
  const cuts = [
    0,
    ...matchesIn(sentence, /;\s|,?\s(?:and|but) +(?=not\b|never\b)/g).map(({ index }) => index + 1),
    sentence.length,
  ];
  return cuts.slice(1).map((end, i) => ({ start: cuts[i] ?? 0, end }));
}

type Likely = Omit<Prohibition, "start" | "end"> & { readonly at: number | undefined };

function saidIn(
  sentence: string,
  { start, end }: Span,
  earlier: string,
  markdown: Markdown,
  passage: Passage,
): Likely[] {
  const plain = plainlySaid(sentence.slice(start, end)).replace(everyForm, blanked);
  if (!isTurnedDown(plain) || isWeighed(withoutAll(plain, targetsIn(plain)).replace(doseTaken, blanked)))
    return [];
  const before = sentence.slice(0, start);
  const rest = plain.replace(otherChoice, blanked);
  const { beside, forbidden } = sides(rest);
  const own = forbidden.map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
  const targets = own.length > 0 ? own : meantBy(before, earlier, markdown, passage);
  if (targets.length === 0 || targets.length > most || localForm.test(rest) || routeWord.test(rest))
    return [];
  const names = own.length > 0 ? forbidden : [];
  const whom = withoutTold(withoutAll(rest, [...names, ...beside])).replace(turnedDown, blanked);
  const lines = [labelBefore(earlier), ...passage.contexts.map((one) => slice(markdown, one))];
  const topic = topicOf(markdown, passage);
  const told = [whom, before].map((text) => patientsOf(withFigures(text, lines), topic));
  const said = told.find((all) => all.length > 0) ?? [];
  const receiving = beside[0] && anySaltOf(beside[0]);
  const placed = (patients: Patients): Likely[] =>
    targets.map((target) => ({
      target,
      patients,
      routes: [],
      likely: true,
      at: own.length > 0 ? 0 : undefined,
      ...(receiving && { receiving }),
      ...(useless.test(plain) && { advised: true as const }),
    }));
  const ofTopic = (one: Patients) => isOfTopic(one, topic) && { supposed: true as const };
  if (said.length > 0) return said.flatMap((one) => placed(one).map((ban) => ({ ...ban, ...ofTopic(one) })));
  if (theirs.test(whom) || (own.length === 0 && theirs.test(before))) return whomOf(lines).flatMap(placed);
  if (receiving) return anyoneOn(receiving).flatMap(placed);
  return own.length === 0 ||
    passage.row ||
    narrowed.test(withoutAll(inPlainWords(sentence.slice(start, end)), names).replace(turnedDown, blanked))
    ? []
    : whomOf(lines).flatMap((patients) =>
        placed(patients).map((one) => ({
          ...one,
          supposed: true as const,
          ...(!strict.test(plain) && { advised: true as const }),
        })),
      );
}

/** It says of some more, whoever they are. */
const narrowed =
  /\b(?:in|for|with|when|if|after|before|during|below|above|under|over|without|among|who|whose|where|against|to|at|on|from|by|as|while|once|until|whether|alone|here|this|these)\b|\d/i;

const strict = /\b(?:contra-?indic\w*|forbidden|prohibited|banned|taboo|never|must +not|off[- ]limits)\b/i;

/** "Leptospirosis with kidney injury": who has both. */
function whomOf(lines: readonly string[]): readonly Patients[] {
  const found = whomAbove(lines);
  if (found.length > 0) return found.map(({ patients }) => patients);
  const label = lines.find((line) => / with /i.test(line) && !/\b(?:or|and)\b/i.test(line)) ?? "";
  const { indication } = scopeOf(label, 0);
  const conditions = indication.conditions.filter((id) => !isSymptom(id));
  return conditions.length === 2
    ? [
        {
          population: everyone,
          indication: { ...indication, conditions, topic: [] },
          text: label,
          unknown: [],
        },
      ]
    : [];
}

/** Those whom the text above is about. */
const theirs =
  /\b(?:these|such|those|affected|our) +(?:patients?|people|persons?|women|children|cases|newborns|infants|travellers)\b|\b(?:in|for|to|by|at) +(?:any|every|no|either|all) +(?:groups?|stages?|cases?|forms?|phases?|patients?)\b|\bthroughout +(?:the +)?(?:illness|disease)\b|\b(?:in|with) +this +(?:illness|disease|condition|infection)\b|\bthem\b/i;

/** "Nobody below 12", "below 30", in a text on the kidneys: what is not said is years, or the filtration rate. */
const withFigures = (text: string, lines: readonly string[]): string =>
  text.replace(bareFigure, (words, side: string, figure: string) => {
    if (lines.some((line) => ofKidneys.test(line))) return `eGFR ${words}`;
    return Number(figure) <= oldestChild && /^(?:below|under|before|younger)/i.test(side)
      ? `children ${words} years`
      : words;
  });
const bareFigure =
  /(?<!(?:[a-z]*GFR|clearance|rate|score|count|saturation|pressure|potassium|sodium|glucose|ha?emoglobin|weigh\w*|BMI|INR|index|fraction|creatinine|platelets?|level|temperature|value) +(?:[a-z]+ +){0,2})\b(below|under|before|younger +than|less +than|above|over) +(?:the +age +of +)?(\d{1,2})(?! *(?:%|years?|months?|weeks?|days?|hours?|kg|mmol|mm|mL|ml|g\b|mg|°|×|per\b|points?|percent))/gi;
const ofKidneys = /\b(?:e?GFR|filtration|kidneys?|renal|nephro)/i;
const oldestChild = 18;

/** "On prednisolone 20 mg or more" */
const doseTaken =
  /(?<=\b(?:on|takes?|taking|receiv(?:es?|ing)) +[a-zß-öø-ɏ-]{4,30} +)\d[\d.]* *(?:mg|g|micrograms|units)(?: +(?:or +(?:more|above|over)|daily|a +day|per +day))*/gi;

/** "Like every beta blocker, …": what is forbidden; "on prednisolone": what the patients take. */
function sides(text: string) {
  const all = targetsIn(text);
  const beside = all.filter(({ start }) => taken.test(text.slice(0, start)));
  return { beside, forbidden: all.filter((one) => !beside.includes(one)) };
}
const taken =
  /\b(?:on|takes?|taking|receiv(?:es?|ing)|uses?|using|treated +with|allerg[a-zß-öø-ɏ]+ +to|hypersensitiv[a-zß-öø-ɏ]+ +to|reaction +to|(?:minutes|hours|days|weeks) +of|after|together +with|alongside|beside|along +with|combined +with|added +to|on +top +of)\s+(?:(?:an?|the|any|other|regular|daily|oral|long-term|high-dose|maintenance)\s+)*(?:[a-zß-öø-ɏ-]+,? +(?:and|or) +)?$/i;

/** What an earlier part of the sentence, an earlier sentence, the head of the row or a line above names. */
function meantBy(
  before: string,
  earlier: string,
  markdown: Markdown,
  { row, contexts, headings, where }: Passage,
): readonly MedicineTarget[] {
  const said = subjectOf(before) ?? subjectOf(earlier);
  if (said && said.length > 0) return said;
  const first = row && row.index > 0 ? row.cells[0] : undefined;
  if (first) return targetsAbove(markdown, [first]);
  return where === "cell" ? [] : targetsAbove(markdown, contexts.slice(0, contexts.length - headings + 1));
}

const withoutAll = (text: string, parts: readonly Span[]) =>
  parts.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`,
    text,
  );

/** What the text above is about, told of nobody in particular. */
const topicOf = (markdown: Markdown, { contexts }: Passage): readonly string[] =>
  contexts.flatMap((context) => {
    const { conditions } = scopeOf(slice(markdown, context), 0).indication;
    return [...conditions, ...conditions.flatMap(broaderConditions)];
  });

/** Those that some part of a list names; words that are not understood are left out where something else tells them. */
function patientsOf(text: string, topic: readonly string[]): readonly Patients[] {
  const parts = [text, ...(text.includes(":") ? text.split(":") : [])].map((part) =>
    part.replace(/ {2,}/g, " "),
  );
  const isTold = ({ unknown, ...one }: Patients) =>
    isNamed(one) &&
    !unknown.some((word) => oneKind.test(word)) &&
    (unknown.length === 0 || !isOfTopic(one, topic));
  for (const part of parts) {
    const whole = patientsIn(part);
    const found = whole === "unclear" ? part.split(divided).flatMap(patientsAmong) : whole;
    const named = found.map(newborn).filter(isTold);
    if (named.length > 0) return [...named.map((one) => ({ ...one, unknown: [] })), ...describedBy(text)];
  }
  return describedBy(text);
}
/** "Babies in the first month" are newborns. */
const newborn = (one: Patients): Patients =>
  one.population.groups.includes("neonate") && one.indication.qualifiers.some((id) => timely.test(id))
    ? {
        ...one,
        indication: {
          ...one.indication,
          qualifiers: one.indication.qualifiers.filter((id) => !timely.test(id)),
        },
        unknown: one.unknown.filter((word) => !/^(?:first|early)/.test(word)),
      }
    : one;
const isOfTopic = (
  { indication, ...one }: Omit<Patients, "unknown"> & { unknown?: readonly string[] },
  topic: readonly string[],
): boolean =>
  !isNamed({ ...one, indication: { ...indication, conditions: [] } }) &&
  indication.conditions.every((id) => topic.includes(id));
const divided = /[,;:]\s+(?:(?:and|or)\s+)?|\s(?:and|or)\s+/i;

/** "Has had a clot in the leg": told without its name. */
const describedBy = (text: string): readonly Patients[] =>
  toldIn(text).map((id) => ({
    population: { groups: [] },
    indication: { conditions: [id], qualifiers: [], topic: [] },
    text: id.replaceAll("-", " "),
    unknown: [],
  }));

export const isNamed = ({
  population,
  indication,
  kidney,
  values,
  since,
  traits,
}: Omit<Patients, "unknown">): boolean =>
  kidney !== undefined ||
  values !== undefined ||
  since !== undefined ||
  traits !== undefined ||
  population.age !== undefined ||
  population.weight !== undefined ||
  population.groups.some((group) => !/^(?:adult|women|men|other|term)$/.test(group)) ||
  indication.conditions.some((id) => id !== "immunisation") ||
  indication.qualifiers.some((id) => ofState.test(id));
const ofState =
  /^(?:renal-impairment|hepatic-impairment|dialysis|allergy|.*trimester|pregnancy|breastfeeding)$/;

/** "**Dengue.** …": what a paragraph opens with. */
const labelBefore = (earlier: string): string => /^[^.:;]{3,60}[.:]/.exec(earlier)?.[0] ?? "";
