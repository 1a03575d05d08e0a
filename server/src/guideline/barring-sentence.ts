// Sentences that bar a medicine outright, read by elimination: what stands at the mark ("contraindicated", "must never
// receive") is barred, and whatever else the sentence says, or else the label that it stands under, tells of whom. Those
// words are kept as they stand, to be compared with labels (patient-likeness.ts). It must not judge.

import { matchesIn } from "../text/matches.ts";
import { shifted } from "../text/span.ts";
import {
  active,
  type Bar,
  everyForm,
  further,
  isWeighed,
  listBefore,
  listFrom,
  mayBar,
  noun,
  participle,
  partsOf,
  plain,
  saysOnlyWhen,
  spared,
  unplaced,
} from "./barring-words.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { isOneOf } from "./patient-likeness.ts";
import { inPlainWords } from "./prohibition-spoken.ts";
import { subjectOf } from "./prohibition-statement.ts";
import { localForm } from "./prohibition-wording.ts";
import { sentencesIn } from "./sentence.ts";

/** A passage with what stands above it. */
export interface Barring {
  readonly start: number;
  /** As it is read, and as it is written. */
  readonly text: string;
  readonly raw: string;
  /** The nearest first, up to the nearest heading. */
  readonly above: readonly string[];
  /** The last of them is the title of the whole. */
  readonly titled: boolean;
  /** The first cell of its row and the head of its column. */
  readonly cell: { readonly first: string; readonly head: string } | undefined;
}

export const longest = 320;
export const most = 6;

export function fromSentences(barring: Barring): readonly Bar[] {
  const { text, start, above } = barring;
  if (!mayBar.test(text)) return [];
  return sentencesIn(text).flatMap((place) => {
    const sentence = text.slice(place.start, place.end);
    const read = mayBar.test(sentence) && sentence.length < longest ? readIn(sentence) : undefined;
    if (!read) return [];
    const { line, beside } = besideIn(barring, read);
    const targets =
      beside.length > 0
        ? unplaced(line)
        : read.targets.length > 0
          ? read.targets
          : (read.meant ?? subjectFor(barring, place.start, read.whom));
    const whom = beside.length > 0 ? beside : whomOf(read.whom, barring, place.start);
    if (targets.length === 0 || targets.length > most || whom.length === 0) return [];
    const lead = /^[^\p{L}]*/u.exec(sentence)?.[0].length ?? 0;
    const said = shifted({ start: place.start + lead, end: place.end }, start);
    const local = read.local
      ? "only"
      : [text, ...above].some((one) => localForm.test(one))
        ? "too"
        : undefined;
    return targets.map((target) => ({ target, whom, use: read.use, local, ...said }));
  });
}

/** "- Adalimumab, etanercept: contraindicated during treatment", below "**Live** vaccines": in those who take them. */
function besideIn({ above, cell, titled }: Barring, { targets, whom }: Read) {
  const [first = ""] = above;
  const line =
    targets.length === 0 || cell || (titled && above.length === 1) ? [] : targetsIn(live(first, above));
  const isOther = line.every((one) => targets.every((own) => !isOneOf(own, one) && !isOneOf(one, own)));
  const isBare = partsOf(whom).every(saysOnlyWhen);
  return {
    line,
    beside: line.length > 0 && isOther && isBare ? targets.map(({ name }) => `on ${name}`) : [],
  };
}

interface Read {
  readonly targets: readonly MedicineTarget[];
  /** "It is", in a sentence that begins with its name. */
  readonly meant?: readonly MedicineTarget[] | undefined;
  readonly whom: string;
  readonly use?: string | undefined;
  readonly local?: boolean;
}

function readIn(sentence: string): Read | undefined {
  const text = inPlainWords(sentence).replace(/[*_]/g, " ");
  if (spared.test(text) || isWeighed(text)) return undefined;
  const before = noun.exec(text) ?? active.exec(text);
  if (before) {
    const targets = listFrom(text, before.index + before[0].length);
    const last = targets.at(-1);
    const behind = text.slice(last?.end);
    if (last)
      return { targets, whom: text.slice(0, before.index), use: useBehind(behind), local: isLocal(behind) };
  }
  const mark = participle.exec(text);
  if (!mark) return undefined;
  const front = text.slice(0, mark.index);
  const behind = text.slice(mark.index + mark[0].length);
  const targets = listBefore(text, mark.index);
  const [first, last] = [targets[0], targets.at(-1)];
  if (first && last) {
    const between = text.slice(last.end, mark.index);
    const whom = `${text.slice(0, first.start)}; ${plain(behind)}`;
    return { targets, whom, use: useBehind(between), local: isLocal(between) };
  }
  const colon = behind.search(/:\s/);
  if (colon >= 0 && listFrom(behind, colon + 1).length > 0) {
    const listed = targetsIn(behind).filter(({ start }) => start > colon);
    return { targets: listed, whom: `${front}; ${behind.slice(0, colon).replace(everyForm, " ")}` };
  }
  const [meant] = itself.test(front) ? targetsIn(front) : [];
  const said = meant ? front.slice(meant.end) : front;
  return { targets: [], meant: meant && unplaced([meant]), whom: `${said}; ${plain(behind)}` };
}
const itself = /\b(?:it|they)\s+(?:[a-zß-öø-ɏ]+\s+){0,2}$/i;

const isLocal = (behind: string): boolean => localForm.test(behind.slice(0, nearest));
const nearest = 30;

/** "Misoprostol for induction is …" */
const useBehind = (text: string): string | undefined =>
  /^\s+for +(?:the +)?(?!any|every|all|life|ever)([a-zß-öø-ɏ -]{4,40}?)(?= +(?:is|are)\b|[^a-zß-öø-ɏ -]|$)/i
    .exec(text)?.[1]
    ?.trim();

/** What the paragraph opens with, an earlier sentence is about, the row or the nearest line above names. */
function subjectFor({ text, cell, above }: Barring, at: number, whom: string): readonly MedicineTarget[] {
  const earlier = text.slice(0, at);
  // "Azathioprine is cleared by what allopurinol blocks. Together with azathioprine, both are contraindicated."
  const told = new Set(targetsIn(whom).map(({ name }) => name));
  const others = told.size === 0 ? [] : targetsIn(earlier).filter(({ name }) => !told.has(name));
  if (told.size > 0 && others.length > 0 && targetsIn(earlier).length > others.length)
    return unplaced(others.slice(-2));
  const [opened] = targetsIn(earlier.slice(0, longestOpener));
  if (opened && !/\p{L}{3}/u.test(earlier.slice(0, opened.start))) return unplaced([opened]);
  const said = subjectOf(earlier);
  if (said && said.length > 0) return said;
  if (opened) return unplaced([opened]);
  for (const line of cell ? [cell.first, cell.head] : above) {
    const named = targetsIn(live(line, above)).filter(({ name }) => !broad.test(name));
    if (named.length > 0) return unplaced(named.slice(0, most));
  }
  return [];
}
const longestOpener = 90;
/** "Vaccines and our medicines" are not all meant. */
const broad = /^(?:vaccine|antibiotic|antiretroviral|analgesic|antimicrobial|antibacterial|hormone)s?$/;
/** "**Live** (measles, yellow fever)", below "Vaccines". */
const live = (line: string, above: readonly string[]): string =>
  /^\W*live\b/i.test(line) && above.some((one) => /vaccin/i.test(one)) ? "live vaccines" : line;

const anaphoric =
  /\b(?:one|any|either|each|some) +of +(?:these|them|those)\b|\b(?:these|such) +(?:medicines|drugs)\b/i;
const opener = /(?:\*\*|__|[*_])([^*_\n]{3,80}?)[.:]?(?:\*\*|__|[*_])[.:]?/g;
/** "One yes, and …": to the questions before it. */
const answered = /^\W*(?:(?:if +)?(?:one|any|a|each|every) +yes|if +(?:so|yes|any)|yes +to +(?:any|one))\b/i;
const question = /[^.?]{8,160}\?/g;
/** "If it is positive": the test of the sentence before. */
const itsResult =
  /\b(?:it|the +(?:test|result|screen)|this) +(?:is|comes +back|turns +out) +(positive|negative|abnormal)\b/i;
const test =
  /\b((?:[a-zß-öø-ɏ][a-zß-öø-ɏ\d-]+ +)?[a-zß-öø-ɏ][a-zß-öø-ɏ\d-]+ +(?:tests?|screen|antigen|antibod(?:y|ies)|swab))\b/gi;

/** In parts, each by itself; where it names nobody, those of the label that stands before it. */
function whomOf(whom: string, { text, raw, above, titled, cell }: Barring, at: number): readonly string[] {
  const said = whom.replace(/\bof +(?:use|intake)\b/g, "of it ");
  const earlier = text.slice(0, at);
  const result = itsResult.exec(said)?.[1];
  const tested = result && matchesIn(earlier, test).at(-1)?.[1];
  if (result && tested) return [`${tested} ${result}`];
  if (answered.test(said))
    return matchesIn(earlier, question).flatMap(({ 0: asked }) => partsOf(asked.replace(/\?/, "")));
  const named = anaphoric.test(said)
    ? targetsIn(earlier).map(({ start, end }) => `on ${text.slice(start, end)}`)
    : [];
  const own = partsOf(said);
  const telling = own.filter((part) => !saysOnlyWhen(part));
  if (telling.length + named.length > 0 || further.test(said)) return [...telling, ...named];
  const label = matchesIn(raw.slice(0, at), opener).at(-1)?.[1];
  const [first] = titled && above.length === 1 ? [] : above;
  const lines = cell ? [cell.head, cell.first] : [label, first];
  return lines
    .flatMap((one) =>
      one === undefined || (cell && targetsIn(one).length > 0 && one === cell.first) ? [] : partsOf(one),
    )
    .slice(0, 4);
}
