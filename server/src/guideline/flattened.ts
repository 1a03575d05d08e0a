// Paragraphs that were a table before its lines were lost: "Adenosine 3 mg 1 mL Glucagon IM 1 mg 1 mL …", one medicine
// or dose right behind another, again and again, or each cell in a paragraph of its own. Whom such doses are for stood
// in the table. It must not judge.

import type { Block, Markdown, Paragraph } from "../syntax/markdown.ts";
import type { Order } from "./order.ts";
import { slice } from "./scope.ts";

/** What authors put between two medicines of one line. */
const joint = /[\n,;:+|–—]|\.\s|\b(?:and|or|plus|then|with|followed|by|if|for|to)\b/i;
const fewest = 2;

/** "2.5 - 2.75 mg IV 5 - 5.5 mg IN": amounts and routes alone. */
const bareAmounts =
  /^[*_ ]*(?:\d[\d.,]*(?: *[-–—] *| +to +| +)?[\d.,]* *(?:mg|mcg|[µμ]g|g|ml|units?|IU)\b(?: *(?:IV|IM|IN|IO|SC|PO|PR)\b)?[*_ –—-]*)+$/i;
const longestCell = 60;
const fewestCells = 3;

function isBare(markdown: Markdown, { span, listDepth }: Paragraph): boolean {
  if (listDepth > 0 || span.end - span.start > longestCell) return false;
  return bareAmounts.test(slice(markdown, span).trim());
}

/** Paragraphs, by where they begin, that are amounts alone, one below another: cells of a column that lost its table. */
export function columnCells(markdown: Markdown, blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  let cells: number[] = [];
  for (const block of [...blocks, undefined]) {
    if (block?.kind === "paragraph" && isBare(markdown, block)) cells.push(block.span.start);
    else {
      if (cells.length >= fewestCells) for (const start of cells) found.add(start);
      cells = [];
    }
  }
  return found;
}

export const asCell = (order: Order): Order => ({ ...order, flattened: true as const });

/** `orders` are of the paragraph `text`, which begins at `start` in the document. */
export function tellFlattened(orders: Order[], text: string, start: number): Order[] {
  if (orders.length <= fewest) return orders;
  const bare = orders.filter((order, i) => {
    const next = orders[i + 1];
    if (next === undefined || next.start < order.end) return false;
    const between = text.slice(order.end - start, next.start - start);
    return next.medicine === order.medicine ? /^[ \t]+$/.test(between) : !joint.test(between);
  });
  return bare.length < fewest ? orders : orders.map(asCell);
}
