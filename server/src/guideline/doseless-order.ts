// Orders that say by which route and how often a medicine is given, but not how much. Knows what stands in for a dose:
// any amount or number beside it, a word that points to one, a dose said elsewhere. It must not judge.

import type { Medicine, Route } from "../lexicon/medicine.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import { type Block, type Paragraph, textsOf } from "../syntax/markdown.ts";
import { once } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { itemsFrom } from "./item-reach.ts";
import type { Order } from "./order.ts";
import { eachRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";

export interface DoselessOrder extends Span {
  readonly medicine: Medicine;
  /** So little is said of it that only a dose with each of those beside it makes it an order. */
  readonly sparse: boolean;
  /** A list item of a name, a route and how often, and nothing else. */
  readonly whole: boolean;
  /** Where its list item, paragraph or table begins. */
  readonly block: number;
  readonly routes: readonly Route[];
}

const command = /^(?:give|start|prescribe|administer|inject|takes?|receives?|commence|use|add)$/;
/** The dose is said there, or left to someone. */
const pointing =
  /\b(?:dos\w+|as|per|same|see|tables?|charts?|cards?|page|pages|section|box|annex|chapter|(?:below|above)(?! +[\d≥≤<>])|usual\w*|according|depend\w*|continu\w*|resum\w*|prescrib(?:ed|er)\w*|pharmac\w+|doctor|specialist|protocol|schedule|calculat\w*|titrat\w*|sliding|pack\w*|kit|drops?|puffs?|spoon\w*|sachets?|cream|ointment|gel|patch\w*|instead|rather|either)\b/i;
/** Of a dose, behind the name; of patients before it: "those with normal kidneys". */
const ofDose = /\b(?:normal|weight)\b/i;
const single = /\b(?:as +)?(?:a +)?(?:single|one) +dose\b/gi;
const ways: ReadonlySet<string> = new Set(["oral", "iv", "im", "sc", "rectal"]);
/** Items between a verb and the medicine, and of the order behind the name. */
const reach = { before: 4, after: 14 };

/** Of a medicine without any dose in the document, where leaving doses out is no habit of the document. */
export function doselessOrdersOf(guideline: Guideline): readonly DoselessOrder[] {
  const found = inParagraphs(guideline);
  const cells = inTables(guideline);
  const steps = loneSteps(guideline);
  if (found.length + cells.length === 0) return steps;
  const dosed = new Set(guideline.orders.map(({ medicine }) => medicine));
  const inTable = (table: number) =>
    guideline.orders.filter(({ where, container }) => where === "table" && container === table).length;
  const rows = cells.filter(
    ({ medicine, block }) => !dosed.has(medicine) && inTable(block) >= fewestBeside * cells.length,
  );
  return [...amongParagraphs(guideline, found, dosed), ...rows, ...steps];
}

/** "- Day 4: four times daily", where all other items of the list give a dose of one medicine. */
function loneSteps({ orders, lists, markdown }: Guideline): readonly DoselessOrder[] {
  const listed = orders.filter(({ where, block }) => where === "list" && lists.has(block.start));
  if (listed.length < fewestSteps) return [];
  const byList = grouped(listed, ({ block }) => lists.get(block.start) ?? block.start);
  return [...byList].flatMap(([list, of]): DoselessOrder[] => {
    const [{ medicine } = { medicine: undefined }] = of;
    const dosed = new Set(of.map(({ block }) => block.start));
    if (!medicine || dosed.size < fewestSteps || of.some((one) => one.medicine !== medicine)) return [];
    const [lone, ...more] = markdown.blocks.filter(
      ({ kind, span }) => kind === "paragraph" && lists.get(span.start) === list && !dosed.has(span.start),
    );
    if (!lone || more.length > 0) return [];
    const text = slice(markdown, lone.span);
    const opens = text.lastIndexOf(":") + 1;
    const own = itemsOf(text.slice(opens));
    if (opens === 0 || !own.every(isHow) || !own.some(isTimed)) return [];
    const start = lone.span.start + text.length - text.slice(opens).trimStart().length;
    const place = { start, end: lone.span.end };
    return [
      { medicine, sparse: false, whole: true, block: lone.span.start, routes: routesOf(own), ...place },
    ];
  });
}
const fewestSteps = 3;

function amongParagraphs(
  guideline: Guideline,
  found: readonly DoselessOrder[],
  dosed: ReadonlySet<Medicine>,
): readonly DoselessOrder[] {
  if (found.length === 0) return [];
  const beside = once(() => grouped(guideline.orders, (order) => placeOf(guideline, order.block.start)));
  const listed = new Set(
    guideline.orders.flatMap(({ where, block }) => (where === "list" ? block.start : [])),
  );
  const lone = found.filter(({ whole }) => whole).length === 1 && listed.size >= fewestListed;
  const full = found.filter(
    ({ medicine, sparse, whole, block, routes }) =>
      !isDosedBelow(guideline, block) &&
      ((lone && whole) ||
        ((!dosed.has(medicine) || isDosedOtherwise(guideline, medicine, routes)) &&
          !(sparse && !isAmongDosed(beside().get(placeOf(guideline, block)))))),
  );
  const silent = new Set(full.map(({ medicine }) => medicine));
  return silent.size > Math.max(1, dosed.size / 2) ? [] : full;
}

/** "- Furosemide, oral, daily.", and below it "  - Initial dose: 40 mg", or a table of weights. */
function isDosedBelow({ markdown }: Guideline, start: number): boolean {
  const at = markdown.blocks.findIndex(({ span }) => span.start === start);
  const own = markdown.blocks[at];
  if (own?.kind !== "paragraph" || own.listDepth === 0) return false;
  for (const block of markdown.blocks.slice(at + 1, at + 1 + below)) {
    if (block.kind === "table") return true;
    if (block.kind !== "paragraph") return false;
    if (block.listDepth > 0 && block.listDepth <= own.listDepth) return false;
    if (doseBelow.test(slice(markdown, block.span))) return true;
  }
  return false;
}
const below = 4;
/** An amount, or the heads of a table whose cells came apart. */
const doseBelow = /\d *(?:mg|mcg|g|m[lL]|units?|IU)\b|\b(?:weight|age)\b[^.]{0,30}\bdose\b/i;

const placeOf = ({ lists }: Guideline, block: number) => lists.get(block) ?? block;
const fewestBeside = 2;
/** So many items with doses, and a single one without. */
const fewestListed = 4;

/** "- enalapril 2.5 mg twice daily\n- spironolactone once daily": the list has doses otherwise. */
const isAmongDosed = (orders: readonly Order[] = []) =>
  new Set(
    orders.flatMap(({ where, block, dose }) =>
      where === "list" ? block.start : where === "prose" ? dose.start : [],
    ),
  ).size >= fewestBeside;

const inParagraphs = eachRun(({ blocks }: Run, { markdown }: Guideline) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? doselessIn(markdown, block) : [])),
);

/** "| metronidazole IV every 8 hours |" among cells with doses. */
const inTables = eachRun(({ blocks }: Run, { markdown }: Guideline) =>
  blocks.flatMap((block) => (block.kind === "table" ? doselessCells(markdown, block) : [])),
);

const doselessCells = listOncePerBlock(
  (piece, block: Block): readonly DoselessOrder[] =>
    textsOf(block).flatMap((span): DoselessOrder[] => {
      const [item, ...own] = itemsOf(slice(piece, span));
      if (item?.kind !== "medicine" || !own.every(isHow) || !own.some(isRouted) || !own.some(isTimed))
        return [];
      const { medicine } = item.mention;
      if (!medicine.doses.some(({ unit }) => unit === "mg" || unit === "unit")) return [];
      const place = shifted({ start: item.start, end: own.at(-1)?.end ?? item.end }, span.start);
      const routes = routesOf(own);
      return [{ medicine, sparse: false, whole: true, block: block.span.start, routes, ...place }];
    }),
  (order: DoselessOrder, by) => ({ ...order, ...shifted(order, by), block: order.block + by }),
);

const doselessIn = listOncePerBlock(
  (piece, { span, listDepth }: Paragraph): readonly DoselessOrder[] => {
    const text = slice(piece, span);
    const items = itemsOf(text);
    return items.flatMap((item, at): DoselessOrder[] => {
      if (item.kind !== "medicine") return [];
      const { medicine } = item.mention;
      const own = upToNext(itemsFrom(items, at + 1, endsOrder, reach.after));
      const last = own.findLast(({ kind }) => kind === "schedule" || kind === "routes");
      if (!last || !medicine.doses.some(({ unit }) => unit === "mg" || unit === "unit")) return [];
      const commanded = isCommanded(items, at);
      if (!(commanded || isOpening(items, at) || isBesideDose(items, at))) return [];
      const way = items.slice(Math.max(0, at - 2), at).filter(({ kind }) => kind === "routes");
      const end = isBreak(items.at(-1), "sentence") ? items.length - 2 : items.length - 1;
      const held = heldTogether(own);
      // "Zinc PO once daily: 10 mg below 6 months"
      const part = items.slice(0, at).concat(itemsFrom(items, at, (one) => isBreak(one, "semicolon")));
      const dosed = part.some(({ kind }) => kind === "measure" || kind === "number");
      const full = !dosed && held.some(isRouted) && held.some(isTimed);
      const whole = listDepth > 0 && at === 0 && (full || (own.length === end && own.every(isHow)));
      const said = [...way, ...(commanded || whole ? own : held)];
      const sparse = !said.some(isRouted);
      const course = commanded && own.some(isTimed) && own.some(isLength);
      if (!said.some(isTimed) || (sparse && listDepth === 0 && !course)) return [];
      if (!isAlone(own) || pointsOn(items, at, text)) return [];
      const place = shifted({ start: item.start, end: last.end }, span.start);
      const routes = held.some(isTimed) ? routesOf(held) : [];
      return [{ medicine, sparse, whole: whole && !sparse, block: span.start, routes, ...place }];
    });
  },
  (order: DoselessOrder, by) => ({ ...order, ...shifted(order, by), block: order.block + by }),
);

/** "Ketorolac IV every 8 hours, followed by ibuprofen 400 mg": what is said of the first. */
function upToNext(own: readonly Item[]): readonly Item[] {
  const next = own.findIndex(({ kind }) => kind === "medicine");
  return next > 0 && isMark(own[next - 1], "then") ? own.slice(0, next) : own;
}

/** "Ceftriaxone 2 g into a vein once a day, with clarithromycin by mouth": what goes with an order is one. */
function isBesideDose(items: readonly Item[], at: number): boolean {
  if (!isMark(items[at - 1], "with", "and", "then")) return false;
  const opens = items.findLastIndex((item, i) => i < at && isBreak(item, "sentence", "semicolon"));
  const before = items.slice(opens + 1, at);
  const dose = before.findIndex(({ kind }) => kind === "measure");
  return dose > 0 && before.slice(dose).some(isTimed) && before.slice(0, dose).some(isMedicine);
}
const isMedicine = ({ kind }: Item): boolean => kind === "medicine";

/** A sentence, an item or what stands behind a colon begins with its name. */
function isOpening(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return before === undefined || isBreak(before, "sentence", "colon", "semicolon");
}

/** Right behind the name: "propranolol by mouth three times daily", but not "warfarin is stopped 5 days before". */
function heldTogether(own: readonly Item[]): readonly Item[] {
  const end = own.findIndex(
    (item, at) =>
      !(isBreak(item, "comma") && ["schedule", "routes"].includes(own[at + 1]?.kind ?? "")) &&
      !(item.kind === "schedule" || item.kind === "routes" || isWordLike(item, /^(?:as|a|an)$/)) &&
      !isWordLike(item, into),
  );
  const [, repeat] = isBreak(own[end], "comma") ? own.slice(end) : [];
  const led = own.slice(0, end < 0 ? own.length : end);
  return isMark(repeat, "repeat") && repeat ? [...led, repeat] : led;
}

/** "…, if potassium is below 5 mmol/L": no more of the order. */
const endsOrder = (item: Item) =>
  isBreak(item, "sentence", "semicolon", "colon") ||
  isWordLike(item, /^(?:if|when|unless|until|while|provided)$/);

/** In its sentence, or the next. */
function pointsOn(items: readonly Item[], at: number, text: string): boolean {
  const opens = items.slice(0, at).findLast((item) => isBreak(item, "sentence"))?.end ?? 0;
  let closes = items.slice(at).find((item) => isBreak(item, "sentence", "semicolon"))?.start ?? text.length;
  // ", after which the doctor sees them", ", then a taper as charted"
  const ended = text.slice(opens, closes).search(/,? +(?:after +which|and +then|whereupon)\b|, +then\b/);
  if (ended > 0) closes = Math.max((items[at] as Item).end, opens + ended);
  const behind = text.slice((items[at] as Item).end, closes);
  return (
    ofDose.test(behind) ||
    // "once daily IV. (Please see the dosing schedule)"
    /^[\s.]*\(? *(?:please +)?(?:see|refer)\b/i.test(text.slice(closes)) ||
    // "… for 14 days. The dose is …", "The amount rises with …"
    /^\W*(?:the|its|each|this) +(?:\w+ +)?(?:dos(?:e|es|age)|amount|quantity)\b/i.test(text.slice(closes)) ||
    pointing.test(text.slice(Math.max(opens, closes - longest), closes).replace(single, ""))
  );
}
const longest = 600;

/** "give", "start oral", "treat with": nothing else stands between the verb and the name. */
function isCommanded(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - reach.before); i--) {
    const item = items[i];
    if (isWordLike(item, command) || isMark(item, "initial"))
      return (
        !isMark(items[i - 1], "not", "avoid", "without") &&
        !isWordLike(items[i - 1], /^(?:never|to|you|we|who|she|he)$/)
      );
    if (isMark(item, "with") && isWordLike(items[i - 1], /^treat$/)) return true;
    if (item?.kind !== "routes" && item?.kind !== "condition") return false;
  }
  return false;
}

const isHow = (item: Item) =>
  item.kind === "routes" || item.kind === "schedule" || item.kind === "break" || isWordLike(item, into);
/** Into a cavity: no route that medicines are known by. */
const into = /^intra(?:peritoneal|vesical|pleural|ventricular|articular)(?:ly)?$/;

const routesOf = (items: readonly Item[]): readonly Route[] =>
  items.flatMap((item) => (item.kind === "routes" ? item.routes : []));

/** "Naloxone intravenously every 2 minutes …. No vein: 0.8 mg into the muscle": its doses are all by other routes. */
const isDosedOtherwise = ({ orders }: Guideline, medicine: Medicine, routes: readonly Route[]): boolean =>
  routes.length > 0 &&
  orders.every(
    (order) =>
      order.medicine !== medicine ||
      (order.routes.length > 0 && !order.routes.some((route) => routes.includes(route))),
  );

const isRouted = (item: Item) =>
  isWordLike(item, into) || (item.kind === "routes" && item.routes.some((route) => ways.has(route)));

/** So many times a day or once; "repeat after 5 minutes". */
const isTimed = (item: Item) =>
  isMark(item, "repeat") ||
  (item.kind === "schedule" &&
    item.schedule.kind === "frequency" &&
    Boolean(item.schedule.perDay || item.schedule.once || item.schedule.everyHours));

/** "For two days" */
const isLength = (item: Item) =>
  item.kind === "schedule" && item.schedule.kind === "time" && item.schedule.role === "duration";

/** Neither an amount nor another medicine. */
const isAlone = (own: readonly Item[]) =>
  own.every(({ kind }) => !["measure", "number", "medicine"].includes(kind));
