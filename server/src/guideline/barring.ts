// What a document bars outright from whom, in the text's own words: in sentences, in items below a line that bars, behind a
// title such as "Contraindications.", and in rows and columns headed so. It must not judge.

import { type Barring, fromSentences, longest, most } from "./barring-sentence.ts";
import { type Bar, heads, isWeighed, listFrom, partsOf, plain, spared, unplaced } from "./barring-words.ts";
import { targetsIn } from "./medicine-target.ts";
import { passagesIn } from "./passage.ts";
import { isTurnedDown } from "./refusal-words.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";

export const barsIn = listPerRun((run, markdown): readonly Bar[] =>
  passagesIn(run, markdown).flatMap(({ span, where, contexts, headings, row }) => {
    if (where === "heading") return [];
    const first = row && row.index > 0 ? row.cells[0] : undefined;
    const barring: Barring = {
      start: span.start,
      text: slice(markdown, span),
      raw: markdown.text.slice(span.start, span.end),
      above: contexts.slice(0, contexts.length - headings + 1).map((one) => slice(markdown, one)),
      titled: headings === 1,
      cell: first && { first: slice(markdown, first), head: row?.header ? slice(markdown, row.header) : "" },
    };
    const listed =
      where === "list" ? fromItem(barring) : where === "cell" ? fromCell(barring) : fromTitled(barring);
    return listed.length > 0 ? listed : fromSentences(barring);
  }),
);

type Said = Pick<Bar, "target" | "whom">;
const placed = ({ start, text }: Barring, { target, whom }: Said): Bar => ({
  target,
  whom,
  use: undefined,
  local: undefined,
  start: start + (/^[^\p{L}]*/u.exec(text)?.[0].length ?? 0),
  end: start + text.length,
});

/** An item below "Alteplase: contraindications", or "Never in pregnancy": either of the two names what is barred. */
function fromItem(barring: Barring): readonly Bar[] {
  const { text, above } = barring;
  const [line = ""] = above;
  if (!heads.test(line) || spared.test(line) || isWeighed(`${line} ${text}`)) return [];
  if (isTurnedDown(text) || text.length > longest) return [];
  const own = listFrom(
    text.replace(/^\W+/, (marks) => " ".repeat(marks.length)),
    0,
  );
  const targets = own.length > 0 ? own : targetsIn(line);
  const last = own.at(-1);
  const whom = last
    ? partsOf(`${targetsIn(line).length > 0 ? "" : line.replace(heads, " ")}; ${plain(text.slice(last.end))}`)
    : partsOf(text);
  return saying(barring, targets, whom);
}

/** "**Contraindications.** A tricyclic swallowed as well, epilepsy.", below the name of what is barred. */
function fromTitled(barring: Barring): readonly Bar[] {
  const { raw, text, above } = barring;
  const [whole = "", title = ""] = titled.exec(raw) ?? [];
  if (title === "" || spared.test(title)) return [];
  const [body = ""] = text.slice(whole.length).split(/\.\s/, 1);
  const named = targetsIn(title);
  const targets =
    named.length > 0 ? named : above.map((line) => targetsIn(line)).find((all) => all.length > 0);
  return isWeighed(body) ? [] : saying(barring, targets ?? [], partsOf(body));
}
const titled =
  /^[^a-zß-öø-ɏ*_]*(?:\*\*|__|[*_])((?:(?:absolute|main|strict) +)?contra-?indications?(?: +(?:to|for|of) +[^*_.:]{3,40})?|never +(?:in|to|with))[.:]?(?:\*\*|__|[*_])[.:]?/i;

/** "Contraindicated | in burns …", in the medicine's column; "Simvastatin | contraindicated", below "With ritonavir". */
function fromCell(barring: Barring): readonly Bar[] {
  const { text, cell } = barring;
  if (!cell || isWeighed(text)) return [];
  const { first, head } = cell;
  if (bare.test(first)) return saying(barring, targetsIn(head), partsOf(text));
  if (bare.test(head)) return saying(barring, targetsIn(first), partsOf(text));
  return [];
}
const bare =
  /^\W*(?:(?:absolute(?:ly)?|main) +)?(?:contra-?indicat(?:ed|ions?)(?: +in)?|never(?: +in)?|not +(?:for|in|to))\W*$/i;

const saying = (
  barring: Barring,
  targets: readonly Bar["target"][],
  whom: readonly string[],
): readonly Bar[] =>
  targets.length === 0 || targets.length > most || whom.length === 0
    ? []
    : unplaced(targets).map((target) => placed(barring, { target, whom }));
