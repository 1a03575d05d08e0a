// Whether a label's patients are those that some words of a text name, word for word where no concept is known: what both
// say counts for it, anything that the label says otherwise counts against it, and what only one of them says is left
// open. It must not know medicines that are given.

import { broaderConditions, structuralWords } from "../lexicon/conditions.ts";
import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { remembered } from "../text/memory.ts";
import { measures } from "./forbidden-patients.ts";
import { isSymptom } from "./indication.ts";
import { type KidneyFunction, kidneyFunctionIn, meetIn } from "./kidney-function.ts";
import { covers, type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { type TimeSince, timeSinceIn, timesMeet } from "./patient-time.ts";
import { traitsIn } from "./patient-trait.ts";
import type { Population } from "./population.ts";
import { isDeniedIn } from "./ruled-out.ts";
import { itemsOf, scopeOf } from "./scope.ts";
import { areOfOneMeasure, type TitleBand, valuesIn } from "./title-band.ts";
import { toldIn } from "./told-condition.ts";

interface Told {
  /** Conditions, organs, traits, allergy. */
  readonly ids: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly notGroups: ReadonlySet<string>;
  readonly kidney: KidneyFunction | undefined;
  readonly weeks: Range | undefined;
  readonly age: Population["age"];
  readonly weight: Population["weight"];
  readonly values: readonly TitleBand[];
  readonly since: TimeSince | undefined;
  readonly taken: readonly MedicineTarget[];
  readonly notTaken: readonly MedicineTarget[];
  readonly words: ReadonlySet<string>;
  readonly notWords: ReadonlySet<string>;
}
interface Range {
  readonly low: number;
  readonly high: number;
}

const negated =
  /\b(?:normal|healthy|no|not|never|without|outside|non|nor|neither|none|free +of|absen\w*|excluded|off|stopped)\b[^,.;:|()]{0,40}$/i;
const isNegated = (text: string, at: number): boolean => negated.test(text.slice(Math.max(0, at - 50), at));

const common = new Set(
  `patient patients people person persons case cases disease diseases illness condition treatment therapy medicine drug
   with without have having been being other others from that this than then more less after before during under over
   above below within years year months month weeks week days day hours hour adult adults known suspected group class
   used using given give taken take start started first second third line step dose doses daily tablet tablets oral every
   who whose only also severe acute chronic mild moderate usual risk high level levels rate test result results
   history previous past earlier present type form part body same whole later last ever anyone whoever still will
   mmhg mmol micromol percent heart kidney kidneys liver lung lungs brain eyes skin chest stomach medicines drugs treated receive receives receiving choice preferred option alternative blood need needs does into`.match(
    /\S+/g,
  ),
);
const stem = (word: string): string => word.replace(/(?:['’]s|s)$/, "").slice(0, 6);

/** "Urine normal" */
const isNormal = (text: string, at: number): boolean =>
  /^[^,.;:|()]*\b(?:normal|clear|excluded|ruled +out)\b/i.test(text.slice(at, at + 60));

function wordsIn(text: string): {
  readonly words: ReadonlySet<string>;
  readonly notWords: ReadonlySet<string>;
} {
  const [words, notWords] = [new Set<string>(), new Set<string>()];
  for (const match of text.toLowerCase().matchAll(/\p{L}{4,}/gu)) {
    const [word] = match;
    if (common.has(word) || structuralWords.has(word) || instructionVerbs.has(word)) continue;
    (isNegated(text, match.index) || isNormal(text, match.index) ? notWords : words).add(stem(word));
  }
  return { words, notWords };
}

const weekForms: readonly (readonly [RegExp, (a: number, b: number) => Range])[] = [
  [/\bweeks? +(\d{1,2})(?: *(?:-|–|to|and) *(\d{1,2}))?/i, (low, high) => ({ low, high: (high || low) + 1 })],
  [/\b(\d{1,2}) *(?:-|–|to) *(\d{1,2}) +weeks/i, (low, high) => ({ low, high: high + 1 })],
  [/\b(?:from|after|beyond|over|above|≥|at +least) *(\d{1,2}) +weeks/i, (low) => ({ low, high: 43 })],
  [
    /\b(\d{1,2}) +weeks +(?:(?:of +[a-zß-öø-ɏ]+ +)?(?:and|or) +(?:later|more|over|above|beyond)|on(?:wards?)?)/i,
    (low) => ({ low, high: 43 }),
  ],
  [
    /\b(?:before|below|under|until|up +to|less +than|<) *(?:the +end +of +week +)?(\d{1,2}) +weeks/i,
    (high) => ({ low: 0, high }),
  ],
  [/\b(\d{1,2}) +weeks(?! +(?:old|ago|after|of +age))/i, (low) => ({ low, high: low + 1 })],
];
const trimesters: readonly Range[] = [
  { low: 0, high: 14 },
  { low: 14, high: 28 },
  { low: 28, high: 43 },
];
function weeksIn(text: string): Range | undefined {
  const trimester =
    /\b(first|second|third|1st|2nd|3rd|last) +trimester/i.exec(text)?.[1]?.toLowerCase() ?? "";
  const at = /^(?:first|1st)/.test(trimester)
    ? 0
    : /^(?:second|2nd)/.test(trimester)
      ? 1
      : trimester
        ? 2
        : -1;
  if (at >= 0) return trimesters[at];
  for (const [form, of] of weekForms) {
    const [found, a, b] = form.exec(text) ?? [];
    if (found) return of(Number(a), Number(b ?? 0));
  }
  return undefined;
}

const organs = /^(?:renal-impairment|hepatic-impairment|dialysis|allergy)$/;
const expecting =
  /\b(?:pregnan\w*|antenatal|gestation|gravid\w*|(?:expectant|expecting) +(?:mothers?|wom[ae]n)|trimester)\b/i;
const afterBirth = /\b(?:after +(?:the +)?(?:birth|delivery)|post-?(?:partum|natal)|puerper\w*)\b/i;
const nursing = /\b(?:breast-?feed\w*|lactat\w*|nursing)\b/i;

const told = remembered((text): Told => {
  const { population, indication, absent } = scopeOf(text, 0);
  const traits = traitsIn(text);
  const said = [
    ...indication.conditions.filter((id) => !isSymptom(id)),
    ...indication.qualifiers.filter((id) => organs.test(id)),
    // "Chest tightness, angiogram normal"
    ...(/\b(?:normal|excluded|ruled +out)\b/i.test(text) ? [] : toldIn(text)),
  ];
  const denied = new Set([
    ...absent,
    ...said.filter((id) => isDeniedIn(text, id)),
    ...itemsOf(text).flatMap((item) =>
      item.kind === "condition" && isNegated(text, item.start) ? [item.id] : [],
    ),
    ...traits.flatMap((one) => (one.denied ? [one.name] : [])),
  ]);
  const ids = new Set([...said, ...traits.map(({ name }) => name)].filter((id) => !denied.has(id)));
  const groups = new Set<string>(population.groups.filter((id) => id !== "other" && id !== "term"));
  const notGroups = new Set<string>();
  for (const [id, pattern] of [
    ["pregnant", expecting],
    ["breastfeeding", nursing],
  ] as const) {
    const found = pattern.exec(text);
    if (!found) continue;
    (isNegated(text, found.index) ? notGroups : groups).add(id);
    if (isNegated(text, found.index)) groups.delete(id);
  }
  if (afterBirth.test(text) && groups.delete("pregnant")) notGroups.add("pregnant");
  const targets = targetsIn(text);
  return {
    ids,
    denied,
    groups,
    notGroups,
    kidney: /ml *\/ *min/i.test(text) ? kidneyFunctionIn(text, true) : kidneyFunctionIn(text),
    weeks: weeksIn(text),
    age: population.age,
    weight: population.weight,
    values: valuesIn(text).flatMap((one) => {
      const [about] = measures.exec(one.about) ?? [];
      return about ? [{ ...one, about }] : [];
    }),
    since: timeSinceIn(text),
    taken: targets.filter(({ start }) => !isNegated(text, start)),
    notTaken: targets.filter(({ start }) => isNegated(text, start)),
    ...wordsIn(
      targets.reduce(
        (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
        text,
      ),
    ),
  };
});

/** "Moclobemide", of MAOIs; "blood thinner" of none in particular. */
export function isOneOf(one: MedicineTarget, whole: MedicineTarget): boolean {
  if (one.kind === whole.kind && one.name.split("/").includes(whole.name)) return true;
  const medicine = one.kind === "medicine" ? medicineNamed(one.name) : undefined;
  return medicine !== undefined && covers(whole, medicine);
}

const isSameId = (own: ReadonlySet<string>, id: string): boolean =>
  own.has(id) || [...own].some((one) => broaderConditions(one).includes(id));

type Ages = Population["age"];
const apart = (a: Ages, b: Ages): boolean =>
  a !== undefined &&
  b !== undefined &&
  ((a.low ?? 0) >= (b.high ?? Number.POSITIVE_INFINITY) ||
    (b.low ?? 0) >= (a.high ?? Number.POSITIVE_INFINITY));
const rangesApart = (a: Range | undefined, b: Range | undefined): boolean =>
  a !== undefined && b !== undefined && (a.low >= b.high || b.low >= a.high);

const young = ["child", "infant", "neonate"];
const old = ["adult", "elderly", "pregnant"];
function groupsApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const has = (all: ReadonlySet<string>, some: readonly string[]) => some.some((one) => all.has(one));
  const only = (all: ReadonlySet<string>, some: readonly string[], not: readonly string[]) =>
    has(all, some) && !has(all, not);
  return (
    (only(a, young, old) && only(b, old, young)) ||
    (only(b, young, old) && only(a, old, young)) ||
    (only(a, ["men"], ["women"]) && only(b, ["women", "pregnant", "breastfeeding"], ["men"])) ||
    (only(b, ["men"], ["women"]) && only(a, ["women", "pregnant", "breastfeeding"], ["men"]))
  );
}

/** "Rate 15 to 29", "below 30", where it is about the kidneys. */
const renalIn = (label: string): KidneyFunction | undefined =>
  kidneyFunctionIn(label, true) ??
  (bareFigure.test(label)
    ? kidneyFunctionIn(
        `eGFR ${label.replace(/^[^\d<>≤≥]*?(?=\d|[<>≤≥]|\b(?:below|under|above|over|from|less|more)\b)/i, "")} mL/min`,
        true,
      )
    : undefined);
const rated = /^\W*(?:(?:filtration|kidney) +)?(?:rate|clearance|stage)\b/i;
const bareFigure =
  /^(?:[^\d.;:]{0,30}?)\d{1,3}(?:[^\d]{1,14}\d{1,3})?(?: *(?:and|or) +(?:above|over|more|less|below|under))?\W*$/i;

/** "Sickle test positive", "sickle test negative" */
function resultsApart(part: string, label: string): boolean {
  const [one, other] = [part, label].map((text) =>
    ["positive", "negative"].filter((word) => text.toLowerCase().includes(word)),
  );
  return one?.length === 1 && other?.length === 1 && one[0] !== other[0];
}

/** The label says that it is of others. */
export function saysOtherwise(part: string, label: string, renal: boolean): boolean {
  const [a, b] = [told(part), told(label)];
  const kidney = b.kidney ?? (renal || rated.test(label) ? renalIn(label) : undefined);
  return (
    (a.kidney !== undefined && kidney !== undefined && !meetIn(a.kidney, kidney)) ||
    resultsApart(part, label) ||
    rangesApart(a.weeks, b.weeks) ||
    apart(a.age, b.age) ||
    apart(a.weight, b.weight) ||
    groupsApart(a.groups, b.groups) ||
    [...a.groups].some((id) => b.notGroups.has(id)) ||
    [...a.ids].some(
      (id) =>
        b.denied.has(id) ||
        (id !== "allergy" &&
          [...b.denied].some((no) => no !== "allergy" && broaderConditions(id).includes(no))),
    ) ||
    (a.since !== undefined && b.since !== undefined && !timesMeet(b.since, a.since)) ||
    a.taken.some((one) => b.notTaken.some((no) => isOneOf(no, one) || isOneOf(one, no))) ||
    a.values.some((one) =>
      b.values.some(
        (other) => areOfOneMeasure(one, other) && (other.low >= one.high || other.high <= one.low),
      ),
    ) ||
    (a.ids.has("allergy") &&
      b.ids.has("allergy") &&
      a.taken.length > 0 &&
      b.taken.length > 0 &&
      !b.taken.some((one) => a.taken.some((other) => isOneOf(one, other) || isOneOf(other, one))))
  );
}

export interface Likeness {
  /** How many of the things that tell these patients both say, and how many there are. */
  readonly shared: number;
  readonly of: number;
  /** Only their words are alike. */
  readonly words: boolean;
}

const none: Likeness = { shared: 0, of: 0, words: true };

/** What a label has of the things that a part tells its patients by. */
export function likeness(
  part: string,
  labels: readonly string[],
  renal: boolean,
  barred: MedicineTarget,
): Likeness {
  const a = told(part);
  const all = labels.map(told);
  const has = (is: (one: Told, label: string) => boolean) => all.some((one, i) => is(one, labels[i] ?? ""));
  const facts: boolean[] = [
    ...[...a.ids].map((id) => has((b) => isSameId(b.ids, id))),
    ...(a.kidney
      ? [
          has((b, label) =>
            isMet(a.kidney, b.kidney ?? (renal || rated.test(label) ? renalIn(label) : undefined)),
          ),
        ]
      : []),
    ...(a.weeks ? [has((b) => b.weeks !== undefined && !rangesApart(a.weeks, b.weeks))] : []),
    ...a.taken
      .filter((one) => !isOneOf(barred, one) && !isOneOf(one, barred))
      .map((one) =>
        has(
          (b, label) =>
            b.taken.some((other) => isOneOf(other, one)) && (!lasting.test(part) || isLasting(label)),
        ),
      ),
    ...(a.weight ? [has((b) => b.weight !== undefined && !apart(a.weight, b.weight))] : []),
    ...a.values.map((one) =>
      has((b) =>
        b.values.some(
          (other) => areOfOneMeasure(one, other) && other.low >= one.low && other.high <= one.high,
        ),
      ),
    ),
  ];
  const groups = [...a.groups].filter((id) => id !== "women" && id !== "adult" && id !== "men");
  const kinds = groups.map((id) => has((b) => b.groups.has(id)));
  const ages = a.age ? [has((b) => b.age !== undefined && !apart(a.age, b.age))] : [];
  // "Women below 50 years", and a column of men and older women.
  if (facts.length === 0 && a.groups.has("women") && all.some((b) => b.groups.has("men"))) return none;
  const counted = facts.length > 0 ? facts : [...kinds, ...ages];
  if (counted.some(Boolean))
    return { shared: counted.filter(Boolean).length, of: counted.length, words: false };
  // A medicine of the barred class that did harm is one of the words.
  const same = a.taken.filter((one) => isOneOf(barred, one) || isOneOf(one, barred));
  const words = [
    ...[...a.words].map((word) => has((b) => b.words.has(word))),
    ...same.map((one) => has((b) => b.taken.some((other) => isOneOf(other, one)))),
  ];
  return words.length === 0 ? none : { shared: words.filter(Boolean).length, of: words.length, words: true };
}

/** "Taken daily for a month or longer", and a single tablet. */
const lasting =
  /\b(?:daily|every +day|regular(?:ly)?|long[- ]term|for +(?:an?|\d+|several|many) +(?:weeks?|months?|years?)|every +night|chronic)\b/i;

function isLasting(label: string): boolean {
  const { index } = lasting.exec(label) ?? {};
  return index !== undefined && !isNegated(label, index);
}

const isMet = (forbidden: KidneyFunction | undefined, own: KidneyFunction | undefined): boolean =>
  forbidden !== undefined && own !== undefined && meetIn(forbidden, own);
