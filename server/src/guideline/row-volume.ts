// Doses and their volumes in the rows of a table: "4 g / 20 mL" in a cell, a column of doses beside one of volumes. It
// must not know whether they agree.

import { oncePer } from "../text/memory.ts";
import { type DoseVolume, isOfEachSide } from "./dose-volume.ts";
import { type Figure, halfDigit } from "./figure.ts";
import type { FigureCell, FigureTable } from "./figure-text.ts";

/** The volume of a row, and every dose that it may be of. */
export interface RowVolume {
  readonly volume: Figure;
  readonly cell: FigureCell;
  readonly row: readonly FigureCell[];
  readonly amounts: readonly Figure[];
  /** The table also says over what time or how fast: the volume may be that of the infusion. */
  readonly infused: boolean;
}

/** A head over what is supplied rather than given. */
const supply =
  /^\W*(?:ampoules?|amps?|vials?|bottles?|labels?|strengths?|concentrations?|presentations?|preparations?|formulations?|stock|suppl\w+)\b/i;

/** What a container holds is no dose. */
const held = /\bcontents?\b|\b(?:in|per) +(?:the +|an? +|each +|one +)?(?:ampoule|ampule|vial|bottle|bag)\b/i;

/** "4 g / 20 mL" below a head is a dose and its volume, though it is written like a strength: the volumes differ. */
export const slashPairsIn = oncePer(({ rows, columns }: FigureTable): ReadonlyMap<FigureCell, DoseVolume> => {
  const found = new Map<FigureCell, DoseVolume>();
  for (const { index, text } of columns) {
    if (supply.test(text)) continue;
    const pairs = rows.flatMap((cells) => slashPair(cells[index]) ?? []);
    if (pairs.length < 2 || new Set(pairs.map(({ volume }) => volume.low)).size < 2) continue;
    for (const pair of pairs) found.set(pair.text as FigureCell, pair);
  }
  return found;
});

function slashPair(text: FigureCell | undefined): DoseVolume | undefined {
  const only = text?.figures.length === 1 ? text.figures[0] : undefined;
  // "Atropine 1 mg/10 mL" is a product.
  if (!text || text.named.length > 0 || only?.kind !== "strength" || only.over === 0) return undefined;
  const written = text.text.slice(only.start - text.start, only.end - text.start);
  const slash = written.lastIndexOf("/");
  if (slash < 0 || !/^\s*\d/.test(written.slice(slash + 1))) return undefined;
  const start = only.start + slash + 1 + (/^\s*/.exec(written.slice(slash + 1))?.[0].length ?? 0);
  const { low, high, over, slack } = only;
  const amount = {
    ...only,
    kind: "amount" as const,
    low: low * over,
    high: high * over,
    slack: slack * over,
    end: only.start + slash,
  };
  const volume = {
    ...only,
    kind: "volume" as const,
    low: over,
    high: over,
    unit: "",
    slack: halfDigit(written.slice(slash + 1)),
    start,
  };
  return { amount, volume, text, attached: undefined, undiluted: false, diluted: false };
}

const otherVolume =
  /\b(?:blood|plasma|red +cells|platelets|milk|removed|drained|tapped|lost|losses|output|total|(?<!\b(?:from|of) +the +)dilut\w*|bags?|infus\w*|fluids?|final|(?<!draw +)up +to|add|feeds?|solvent|water|diluent|made|with)\b/i;

const massHead = /\b(?:mg|g|mcg|micrograms?|units?|IU)\b(?!\s*\/)/;
const wholeDay = /\btotal\b|\b(?:per|each|a) +day\b|\bin +24 +h\w*\b|\bdaily +(?:dose|amount)\b/i;

/** "PM", of "PM dose (mg)" and "PM volume (mL)", beside columns of another medicine. */
const nameOf = (head = ""): string => /^\s*(\p{L}[\p{L}-]*)\s+\p{L}/u.exec(head)?.[1]?.toLowerCase() ?? "";

/** "Duration", in hours: how long it runs. */
const isRun = (head: string, rows: FigureTable["rows"], at: number): boolean =>
  /\b(?:duration|over|runs?|infus\w+|length)\b/i.test(head) &&
  rows.some((cells) => cells[at]?.figures.some(({ kind, high }) => kind === "time" && high <= 24));

/** "First day" over milligrams: when it is given, not over how long. */
const isDosed = (rows: FigureTable["rows"], at: number): boolean =>
  rows.every((cells) => cells[at]?.figures.every(({ kind }) => kind === "amount"));

/** "| First day | Volume | Next days | Volume |": each volume is that of the dose before it. */
function besides(amounts: readonly FigureCell[], volumes: readonly FigureCell[], { column }: FigureCell) {
  const inTurn =
    amounts.length > 1 &&
    amounts.length === volumes.length &&
    volumes.every((one, i) => one.column === (amounts[i]?.column ?? -2) + 1);
  return inTurn ? amounts.filter((one) => one.column === column - 1) : [];
}

/** Volumes of a table's rows that stand beside doses, in cells of their own. */
export function rowVolumesIn({ columns, rows, heads }: FigureTable): RowVolume[] {
  const drawn = columns.map(({ text, axis }) => !axis && !otherVolume.test(text));
  const infused =
    heads.some(({ text }) => /\bml\s*(?:\/|per)\s*(?:h|min|hour)/i.test(text)) ||
    columns.some(
      ({ role, text }, at) =>
        (role === "time" && !isDosed(rows, at)) || role === "rate" || isRun(text, rows, at),
    );
  // "Total per day" beside the dose of each time: a volume is that of the dose.
  const isWhole = (at: number) => wholeDay.test(columns[at]?.text ?? "");
  const parted = columns.some(({ text }, at) => massHead.test(text) && !isWhole(at));
  return rows.flatMap((cells) => {
    const single = (cell: FigureCell, kind: Figure["kind"]) => {
      const [figure] = cell.figures;
      return cell.figures.length === 1 && figure?.kind === kind && !figure.perKg ? figure : undefined;
    };
    const dosed = cells.filter(
      ({ column }) =>
        !columns[column]?.axis &&
        !(parted && isWhole(column)) &&
        columns[column]?.role !== "maximum" &&
        !held.test(columns[column]?.text ?? "") &&
        !heads[column]?.figures.some(({ kind }) => kind === "volume"),
    );
    const amountsIn = (list: readonly FigureCell[]) => list.flatMap((cell) => single(cell, "amount") ?? []);
    const amounts = amountsIn(dosed);
    if (amounts.length === 0) return [];
    return cells.flatMap((cell) => {
      const volume = drawn[cell.column] ? single(cell, "volume") : undefined;
      if (!volume || volume.high <= 0 || isOfEachSide(cell, volume)) return [];
      const name = nameOf(columns[cell.column]?.text);
      const named = dosed.filter(({ column }) => name && nameOf(columns[column]?.text) === name);
      const beside = besides(
        dosed.filter((one) => single(one, "amount")),
        cells.filter((one) => drawn[one.column] && single(one, "volume")),
        cell,
      );
      const own = amountsIn(amountsIn(named).length > 0 ? named : beside);
      return [{ volume, cell, row: cells, amounts: own.length > 0 ? own : amounts, infused }];
    });
  });
}
