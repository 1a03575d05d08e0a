// What the surroundings of a sentence, list item or row say about the orders in it. It must not know how either
// is read.

import type { Route } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";
import type { Indication } from "./indication.ts";
import type { Phase } from "./item.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import type { Order } from "./order.ts";
import type { Population } from "./population.ts";
import type { Schedule } from "./schedule.ts";

export interface OrderContext {
  /** What the surroundings name, for lines that name no medicine themselves; with absolute places. */
  readonly medicine: MedicineMention | undefined;
  /** What is named is no heading's or label's, but the only one that is spoken of so far. */
  readonly supposed?: boolean;
  readonly population: Population;
  readonly indication: Indication;
  readonly phase: Phase | undefined;
  readonly begun: boolean;
  readonly routes: readonly Route[];
  /** "Ceilings in 24 hours": what stands directly behind a name is its maximum. */
  readonly limits: boolean;
  /** How often and how long, said above for all that does not say it itself. */
  readonly schedules: readonly Schedule[];
  readonly where: Order["where"];
  /** It is a cell of a column that lost its table. */
  readonly isCell?: boolean;
  /** Where the items' text begins in the document. */
  readonly offset: number;
  /** Maxima that hold for the whole block, such as those of a column. */
  readonly block: Span;
  readonly container: number;
}
