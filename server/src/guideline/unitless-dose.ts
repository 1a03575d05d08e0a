// Doses that are a bare number: "heparin 5000 subcutaneously", "clindamycin 300 every 8 hours". It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import type { Markdown, Paragraph } from "../syntax/markdown.ts";
import type { Row, Table } from "../syntax/table.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { eachRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";

export interface UnitlessDose extends Span {
  readonly medicine: Medicine;
}

/** Smaller numbers are those of notes and references, unless a route and a time follow: "gentamicin 5 IV once daily". */
const least = 20;

/** In running text and lists, and in cells that name the medicine, where no head has the unit. */
export const unitlessDosesOf = eachRun(({ blocks }: Run, { markdown }: Guideline) =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" || block.kind === "table" ? dosesIn(markdown, block) : [],
  ),
);

const unitHead = /(?<![\p{L}\d])(?:mg|g|mcg|[µμ]g|units?|IU)(?![\p{L}\d])/iu;

const dosesIn = listOncePerBlock(
  (piece, block: Paragraph | Table): readonly UnitlessDose[] => {
    const spans =
      block.kind === "paragraph"
        ? [block.span]
        : unitHead.test(slice(piece, block.header.span))
          ? []
          : block.rows.flatMap(({ cells }) => cells);
    const cells = block.kind === "table" && spans.length > 0 ? block.rows.flatMap(cellsOf(piece)) : [];
    return [...spans.flatMap((span) => dosesOf(slice(piece, span), span.start)), ...cells];
  },
  (dose: UnitlessDose, by) => ({ ...dose, ...shifted(dose, by) }),
);

/** "| Cefalexin | … | 12.5 by mouth 6-hourly |": cells of a row whose first cell is a name, that open with a bare number. */
const cellsOf =
  (piece: Markdown) =>
  ({ cells: [head, ...cells] }: Row): UnitlessDose[] => {
    const [name, ...more] = head ? itemsOf(slice(piece, head)) : [];
    if (name?.kind !== "medicine" || more.length > 0 || !isDosed(name.mention.medicine)) return [];
    return cells.flatMap((cell) => {
      const [number, ...how] = itemsOf(slice(piece, cell));
      const sure = number?.kind === "number" && how.some(isRoute) && saysHow(how[0]);
      return sure ? [{ medicine: name.mention.medicine, ...shifted(number, cell.start) }] : [];
    });
  };

const isRoute = ({ kind }: Item): boolean => kind === "routes";

const isDosed = ({ doses }: Medicine): boolean => doses.some(({ unit }) => unit === "mg" || unit === "unit");

function dosesOf(text: string, offset: number): UnitlessDose[] {
  const items = itemsOf(text);
  return items.flatMap((item, at): UnitlessDose[] => {
    const named = beforeForm(items, at);
    if (item.kind !== "number" || named?.kind !== "medicine") return [];
    const { medicine } = named.mention;
    const [first, second] = howBehind(items, at);
    const sure = saysHow(first) && (saysHow(second) || isRunIn(second));
    if (item.value < least && !sure) return [];
    return isDosed(medicine) && saysHow(first) ? [{ medicine, ...shifted(item, offset) }] : [];
  });
}

/** What follows a number, past "is taken" and "to be given". */
function howBehind(items: readonly Item[], at: number): readonly Item[] {
  let next = at + 1;
  while (next <= at + mostOfVerb && (isWordLike(items[next], passive) || isMark(items[next], "then"))) next++;
  return items.slice(next, next + 2);
}
const mostOfVerb = 4;
const passive =
  /^(?:is|are|to|be|then|should|must|may|can|given|taken|swallowed|injected|infused|added|started|continued|administered|prescribed|used)$/;

/** "Nifedipine immediate-release 10 by mouth": what stands before the words for its form. */
function beforeForm(items: readonly Item[], at: number): Item | undefined {
  let i = at - 1;
  while (i >= Math.max(0, at - mostOfForm) && (isWordLike(items[i], form) || isBreak(items[i], "colon"))) i--;
  return items[i];
}
const mostOfForm = 4;
const form =
  /^(?:-|immediate|modified|slow|sustained|extended|prolonged|release|immediate-release|modified-release|slow-release|sustained-release|extended-release|prolonged-release|sr|mr|xr|retard|soluble|dispersible|plain|sulfate|sulphate|sodium|tablets?|capsules?)$/;

/** "over two minutes" */
const isRunIn = (item: Item | undefined): boolean =>
  item?.kind === "schedule" && item.schedule.kind === "time";

function saysHow(next: Item | undefined): boolean {
  if (next?.kind === "routes") return true;
  return next?.kind === "schedule" && next.schedule.kind === "frequency";
}
