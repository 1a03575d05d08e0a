// At which kidney function an order holds: as its own words, its column's head, its row or the line above its table or
// list say it, and whether two orders are for other kidneys. It must not compare doses.

import type { Guideline } from "../guideline/guideline.ts";
import { type KidneyFunction, kidneyFunctionIn, meetIn } from "../guideline/kidney-function.ts";
import type { Order } from "../guideline/order.ts";
import { lineAbove } from "../text/around.ts";
import { oncePerPair } from "../text/memory.ts";

type Placed = { readonly order: Order; readonly guideline: Guideline };

export const kidneyTold = oncePerPair((order: Order, { text }: Guideline): KidneyFunction | undefined => {
  const { block, container, dose, where } = order;
  const above = lineAbove(text, where === "table" ? container : block.start);
  const row = text.slice(block.start, dose.start).slice(-longest);
  const renal = about.test(above) || about.test(row);
  if (where !== "table") {
    const own = row.split(sentenceEnd).at(-1) ?? "";
    return (
      kidneyFunctionIn(own, about.test(own)) ?? (about.test(above) ? kidneyFunctionIn(above) : undefined)
    );
  }
  const head = headOf(text, container, row.split("|").length - 1);
  const ofKidneys = renal || about.test(head);
  return [head, row, above]
    .filter(() => ofKidneys)
    .map((said) => kidneyFunctionIn(said, true))
    .find((found) => found !== undefined);
});

/** Said of one side alone, a dose for weak kidneys is another's. */
export function haveOtherKidneys(one: Placed, other: Placed): boolean {
  const [a, b] = [one, other].map(({ order, guideline }) => kidneyTold(order, guideline));
  return a && b ? !meetIn(a, b) : ((a ?? b)?.high ?? normal) < normal;
}
/** In mL/min. */
const normal = 90;

const about = /\b(?:creatinine|cr *cl|e?-?gfr|clearance|glomerular|filtration|kidneys?|renal|ckd)\b/i;
const sentenceEnd = /[.;]\s/;
const longest = 300;

/** The head of a table's column. */
function headOf(text: string, table: number, column: number): string {
  const [first = ""] = text.slice(table, table + 2 * longest).split("\n", 1);
  return first.split("|")[column] ?? "";
}
