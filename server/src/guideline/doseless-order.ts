// Orders that say by which route and how often a medicine is given, but not how much. Knows what stands in for a dose:
// any amount or number beside it, a word that points to one, a dose said elsewhere. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import type { Paragraph } from "../syntax/markdown.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { itemsFrom } from "./item-reach.ts";
import { eachRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";

export interface DoselessOrder extends Span {
  readonly medicine: Medicine;
}

const command = /^(?:give|start|prescribe|administer|inject|takes?|receives?|commence|use|add)$/;
/** The dose is said there, or left to someone. */
const pointing =
  /\b(?:dos\w+|as|per|same|see|tables?|charts?|cards?|page|pages|section|box|annex|chapter|below|above|usual\w*|normal|weight|according|depend\w*|continu\w*|resum\w*|prescrib(?:ed|er)\w*|pharmac\w+|doctor|specialist|protocol|schedule|calculat\w*|titrat\w*|sliding|pack\w*|kit|tablets?|capsules?|drops?|puffs?|spoon\w*|sachets?|syrup|suspension|cream|ointment|gel|patch\w*|instead|rather|either)\b/i;
const single = /\b(?:as +)?(?:a +)?(?:single|one) +dose\b/gi;
const ways: ReadonlySet<string> = new Set(["oral", "iv", "im", "sc", "rectal"]);
/** Items between a verb and the medicine, and of the order behind the name. */
const reach = { before: 4, after: 14 };

/** Of a medicine without any dose in the document, where leaving doses out is no habit of the document. */
export function doselessOrdersOf(guideline: Guideline): readonly DoselessOrder[] {
  const found = inParagraphs(guideline);
  if (found.length === 0) return [];
  const dosed = new Set(guideline.orders.map(({ medicine }) => medicine));
  const silent = new Set(found.flatMap(({ medicine }) => (dosed.has(medicine) ? [] : medicine)));
  return silent.size > Math.max(1, dosed.size / 2)
    ? []
    : found.filter(({ medicine }) => silent.has(medicine));
}

const inParagraphs = eachRun(({ blocks }: Run, { markdown }: Guideline) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? doselessIn(markdown, block) : [])),
);

const doselessIn = listOncePerBlock(
  (piece, { span, listDepth }: Paragraph): readonly DoselessOrder[] => {
    const text = slice(piece, span);
    const items = itemsOf(text);
    return items.flatMap((item, at): DoselessOrder[] => {
      if (item.kind !== "medicine") return [];
      const { medicine } = item.mention;
      const own = itemsFrom(items, at + 1, endsOrder, reach.after);
      const last = own.findLast(({ kind }) => kind === "schedule" || kind === "routes");
      const dosed = medicine.doses.some(({ unit }) => unit === "mg" || unit === "unit");
      const way = items.slice(Math.max(0, at - 2), at).filter(({ kind }) => kind === "routes");
      const opens = listDepth > 0 && (at === 0 || isBreak(items[at - 1], "colon")) && own.some(isLength);
      if (!last || !dosed || !(opens || isCommanded(items, at))) return [];
      if (!saysHow([...way, ...own]) || pointsOn(items, at, text)) return [];
      return [{ medicine, ...shifted({ start: item.start, end: last.end }, span.start) }];
    });
  },
  (order: DoselessOrder, by) => ({ ...order, ...shifted(order, by) }),
);

/** "for 7 days" */
const isLength = (item: Item) =>
  item.kind === "schedule" && item.schedule.kind === "time" && item.schedule.role === "duration";

const endsOrder = (item: Item) => isBreak(item, "sentence", "semicolon", "colon");

/** In its sentence. */
function pointsOn(items: readonly Item[], at: number, text: string): boolean {
  const opens = items.slice(0, at).findLast((item) => isBreak(item, "sentence"))?.end ?? 0;
  const closes = items.slice(at).find((item) => isBreak(item, "sentence"))?.start ?? text.length;
  return pointing.test(text.slice(Math.max(opens, closes - longest), closes).replace(single, ""));
}
const longest = 600;

/** "give", "start oral", "treat with": nothing else stands between the verb and the name. */
function isCommanded(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - reach.before); i--) {
    const item = items[i];
    if (isWordLike(item, command) || isMark(item, "initial"))
      return (
        !isMark(items[i - 1], "not", "avoid", "without") && !isWordLike(items[i - 1], /^(?:never|to|you|we)$/)
      );
    if (isMark(item, "with") && isWordLike(items[i - 1], /^treat$/)) return true;
    if (item?.kind !== "routes" && item?.kind !== "condition") return false;
  }
  return false;
}

/** By which route and so many times a day or once, and neither an amount nor another medicine. */
function saysHow(own: readonly Item[]): boolean {
  const routed = own.some((item) => item.kind === "routes" && item.routes.some((route) => ways.has(route)));
  const timed = own.some(
    (item) =>
      item.kind === "schedule" &&
      item.schedule.kind === "frequency" &&
      (item.schedule.perDay || item.schedule.once),
  );
  return routed && timed && own.every(({ kind }) => !["measure", "number", "medicine"].includes(kind));
}
