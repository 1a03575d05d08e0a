// Medicines that stand below a label of their own, with a dose or without: in a cell (its row and its column say for
// whom), in an item, branch or clause behind a colon or an arrow. With the labels of the cells and items beside them, to tell
// which of them a text means. It must not judge.

import type { Span } from "../text/span.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { isTurnedDown } from "./refusal-words.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

export interface Labelled extends Span {
  readonly target: MedicineTarget;
  /** What says for whom. */
  readonly labels: readonly string[];
  /** The caption, lines and headings above it. */
  readonly above: readonly string[];
  /** What else is said of it, which may say otherwise. */
  readonly rest: string;
  /** Those of the rows, columns or items beside it. */
  readonly others: readonly (readonly string[])[];
}

type Markdown = Parameters<typeof slice>[0];

export const labelledIn = listPerRun((run, markdown): readonly Labelled[] => {
  const passages = passagesIn(run, markdown);
  const groups = new Map<number, Passage[]>();
  for (const one of passages) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return passages.flatMap((passage) =>
    passage.row
      ? inCell(markdown, passage, groups.get(passage.group) ?? [])
      : passage.where === "heading"
        ? []
        : inLine(markdown, passage, groups.get(passage.group) ?? []),
  );
});

/** What is said of a medicine and gives none. */
const aside =
  /\b(?:avoid|contra-?ind\w*|caution|not|never|no|except|unless|without|instead|side|adverse|risks?|comments?|notes?|remarks?|interact\w*|warn\w*|monitor\w*|stop|alternative +to|why|reason|effects?|mechanism|because|may +be +(?:given|used) +(?:if|when)|outweigh\w*|desensiti\w+|(?:change|switch) +to|(?:may|can) +(?:still +)?be +(?:given|used|tried)|after +the +last)\b/i;
const setAside =
  /\b(?:instead +of|rather +than|in +place +of|replac\w+|not|no|than|without|off|after|stop\w*|on|taking|already|allerg\w+ +to)\s+(?:the +|any +|oral +|usual +|high[- ]dose +|low[- ]dose +|regular +)*$/i;
const weighed =
  /\b(?:(?<!-)only|unless|outweigh\w*|caution\w*|if +no|contra-?indicat\w*|avoid|stop|do +not|never|no +longer|desensiti\w+|(?:change|switch) +to|after +the +last)\b/i;

const given = (text: string): readonly MedicineTarget[] =>
  weighed.test(text) || isTurnedDown(text)
    ? []
    : targetsIn(text).filter(
        ({ kind, start }) =>
          kind === "medicine" && !setAside.test(text.slice(Math.max(0, start - 40), start)),
      );

const labelsOfCell = (markdown: Markdown, { row }: Passage): readonly string[] => {
  const { cells = [], heads = [], index = 0 } = row ?? {};
  const headOf = (i: number) => (heads[i] ? slice(markdown, heads[i]) : "");
  return [
    ...cells
      .slice(0, index)
      // What others are given is no label.
      .map((cell, i) => withUnit(headOf(i), slice(markdown, cell)))
      // What others are given is no label.
      .filter((label, i) => i === 0 || targetsIn(label).length === 0 || !/\d/.test(label)),
    headOf(index),
  ];
};

/** "Age | Under 8": years; "Weight | 10 to 14": kg. */
const unitOf = (head: string, cell: string): string =>
  !/\d/.test(cell) || /month|week|day|year|kg|gram|kilo/i.test(cell)
    ? ""
    : /^\W*age\b/i.test(head) && !/month|week|day|year/i.test(head)
      ? " years"
      : /^\W*weight\b/i.test(head)
        ? " kg"
        : "";
const withUnit = (head: string, cell: string): string => `${head} ${cell}${unitOf(head, cell)}`.trim();

function inCell(markdown: Markdown, passage: Passage, group: readonly Passage[]): readonly Labelled[] {
  const { row, span } = passage;
  const head = row?.header ? slice(markdown, row.header) : "";
  if (!row || aside.test(head)) return [];
  const text = slice(markdown, span);
  const labels = row.index > 0 ? labelsOfCell(markdown, passage) : suppliedFor(markdown, row);
  if (labels.length === 0) return [];
  const others = () =>
    group
      .filter((one) => one !== passage && one.row && one.row.index > 0)
      .map((one) => labelsOfCell(markdown, one));
  const own = given(text);
  // "Metformin", above "500 mg"
  const lines = [
    head,
    ...passage.contexts
      .slice(0, passage.contexts.length - passage.headings)
      .map((one) => slice(markdown, one)),
  ];
  const named = lines.map((one) => targetsIn(one)).find((all) => all.length > 0) ?? [];
  const isCount = dosed.test(text) || (counted.test(text) && counts.test(head));
  const above =
    own.length > 0 || row.index === 0 || !isCount
      ? []
      : named.map((one) => ({ ...one, start: 0, end: text.length }));
  const alternatives = row.index > 0 ? [labels] : labels.map((one) => [one]);
  return [...own, ...(above.length === 1 ? above : [])].flatMap((target) =>
    alternatives.map((labels) => ({
      target,
      labels: above.length === 1 && targetsIn(head).length > 0 ? labels.slice(0, -1) : labels,
      above: passage.contexts.map((one) => slice(markdown, one)),
      rest: [
        text,
        ...(row.index > 0 ? row.cells.slice(row.index + 1) : []).map((cell) => slice(markdown, cell)),
      ].join("; "),
      get others() {
        return others();
      },
      start: span.start + target.start,
      end: span.start + target.end,
    })),
  );
}

/** "Enalapril | adults, expectant mothers", below "Product | Supplied for" */
const suppliedFor = (markdown: Markdown, { cells, heads }: NonNullable<Passage["row"]>): readonly string[] =>
  cells.flatMap((cell, i) => {
    const head = heads[i] ? slice(markdown, heads[i]) : "";
    return i > 0 && forWhom.test(head) ? slice(markdown, cell).split(";") : [];
  });
const forWhom =
  /^\W*(?:(?:supplied|given|used|use|for|indicated|prescribed) +)?(?:for|whom?|in|patients?|indications?|who +gets +it|for +whom|groups?)\W*$/i;
/** "Half", below "Tablets on each day" */
const counted =
  /^\W*(?:half|quarter|one|two|three|[½¼]|\d(?:[.,]\d|½)?)(?: +(?:tablets?|capsules?|and +a +half))?\W*$/i;
const counts = /\b(?:tablets?|capsules?|dose|amount|number)\b/i;
const dosed = /^\W*\d[\d.,]* *(?:mg|g|mcg|micrograms?|units?|mL|tablets?|drops?|puffs?)\b/i;

const labelEnd = /:(?:\s|$)|→|->|\|/;
const condition = /^((?:in|for|if|with|when|during|after|below|from|under)\s[^:→|]{4,100}?),\s/i;
/** "Known asthma: …", "yes → …", "In asthma, give …": of each sentence or line the one that opens it. */
const openersIn = (text: string): readonly string[] =>
  text.split(/[.;]\s|\n/).flatMap((part) => {
    const own = part.replace(/^\W+/, "");
    const end = own.search(labelEnd);
    const label =
      end < 0 || own[end] === "|"
        ? ""
        : own
            .slice(0, end)
            .replace(/\([^()]{1,60}\)\s*$/, "")
            .trimEnd();
    if (label.length > 1 && label.length < longestOpener) return [label];
    return condition.exec(own)?.[1] ?? [];
  });
const opener = /^[^\p{L}*_]*(?:\*\*|__|[*_])([^*_\n]{3,140}?)[.:]?(?:\*\*|__|[*_])/u;
const answer = /^\W*(?:yes|no)\W*$/i;
const yes = /^\W*yes\b/i;
const no = /^\W*(?:no|none|otherwise|else)\b/i;

function labelsOfLine(
  markdown: Markdown,
  passage: Passage,
  group: readonly Passage[],
  before: string,
): readonly string[] {
  const { span, contexts, headings, where } = passage;
  const heading = headings > 1 ? contexts[contexts.length - headings] : undefined;
  const last = openersIn(before).slice(-1);
  const bold = opener.exec(markdown.text.slice(span.start, span.start + longestOpener))?.[1];
  const lines = contexts.slice(0, contexts.length - headings).map((one) => slice(markdown, one));
  const asked =
    where === "list" && (yes.test(last[0] ?? "") || no.test(last[0] ?? ""))
      ? group
          .filter((one) => one.span.start < span.start)
          .map((one) => slice(markdown, one.span))
          .findLast((one) => /\?/.test(one))
      : undefined;
  const denied = no.test(last[0] ?? "");
  return [
    ...last.filter((one) => !answer.test(one)),
    ...(bold && bold !== last[0] ? [bold] : []),
    ...[...(asked ? [asked] : []), ...lines, ...(heading ? [slice(markdown, heading)] : [])].map((line) =>
      denied && line.includes("?") ? "" : line,
    ),
  ]
    .map((label) => label.replace(/^\W*(?:yes|no)\s{2,}/i, ""))
    .filter((label) => label !== "" && label.length < longestLabel && !barred.test(label));
}
/** What bars, or is told of the medicine, says not for whom it is. */
const barred =
  /\b(?:avoid|contra-?ind\w*|forbidden|prohibited|banned|caution|(?:must|should|may|is|are) +(?:not|never)|side +effects?|adverse|interactions?|warnings?)\b/i;
/** A case: what is told before is told of the same patient. */
const ofOne =
  /^\W*(?:(?:Mrs?|Ms|Miss|Case|Patient|Card|Scenario|Vignette)\b|\p{Lu}\p{L}+(?: +\p{Lu}\p{L}*\.?)?,? +(?:is +|aged +)?\d{1,2}\b|An? +(?:wom[ae]n|man|girl|boy|baby|child|infant)\b)/u;
const gives =
  /\d *(?:mg|g|mcg|micrograms?|units?|mL|tablets?|drops?|puffs?|mmol)\b|\b(?:give|gives|receives?|starts?|begins?|add|adds|takes?|offer|prescribe[ds]?|plan|gets?|inject|apply|continue[ds]?)\b/i;
const longestOpener = 160;
const longestLabel = 200;

function inLine(markdown: Markdown, passage: Passage, group: readonly Passage[]): readonly Labelled[] {
  const text = slice(markdown, passage.span);
  if (targetsIn(text).length === 0 || /^\W*(?:table|figure|box|chart|annex)\b/i.test(text)) return [];
  return sentencesIn(text).flatMap((place) => {
    const sentence = text.slice(place.start, place.end);
    return given(sentence).flatMap((target): Labelled[] => {
      const at = place.start + target.start;
      const before = text.slice(place.start, at);
      if (passage.where === "prose" && !gives.test(sentence)) return [];
      const told = place.start > 0 && ofOne.test(text) ? [text.slice(0, place.start)] : [];
      const labels = [...labelsOfLine(markdown, passage, group, before), ...told];
      // "**Nitrofurantoin**" says what, not for whom.
      const isName = (label: string) =>
        targetsIn(label).some(
          ({ name, start }) => name === target.name && !/\p{L}/u.test(label.slice(0, start)),
        );
      if (labels.length === 0 || labels.some(isName)) return [];
      return [
        {
          target,
          labels,
          above: passage.contexts.map((one) => slice(markdown, one)),
          rest: sentence,
          get others() {
            return group
              .filter((one) => one !== passage)
              .map((one) => {
                const whole = slice(markdown, one.span);
                return labelsOfLine(markdown, one, group, `${whole} `);
              });
          },
          start: passage.span.start + at,
          end: passage.span.start + at + (target.end - target.start),
        },
      ];
    });
  });
}
