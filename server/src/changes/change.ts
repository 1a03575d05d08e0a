// What a clinical change is: what was added, removed or changed in what the guideline says, with both sides as they
// stand in the text and in even words. It must not know how changes are found or printed.

import type { Guideline } from "../guideline/guideline.ts";
import type { Span } from "../text/span.ts";

export const changeKinds = [
  "order",
  "maximum",
  "duration",
  "time",
  "concentration",
  "threshold",
  "band",
  "figure",
  "recommendation",
  "contraindication",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A document in one of the two editions. */
export interface Edited {
  /** What it is called in its edition. */
  readonly name: string;
  /** The same in both editions for one document, whatever it is called. */
  readonly identity: string;
  readonly guideline: Guideline;
}

/** Where something stands in one edition. */
export interface Side {
  readonly document: Edited;
  readonly span: Span;
  /** All of it as the text has it. */
  readonly text: string;
}

export interface Said {
  /** As the text has it. */
  readonly text: string;
  /** In even words: "5 mg/kg, once a day". */
  readonly evenly: string;
}

/** One thing that is said otherwise: a dose, a route, a threshold's value. */
export interface Difference {
  readonly slot: string;
  /** Undefined: it was not said. */
  readonly before: Said | undefined;
  readonly after: Said | undefined;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly action: "added" | "removed" | "changed";
  /** "gentamicin, neonate, sepsis". */
  readonly subject: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** Of a change; of what was added or removed none. */
  readonly differences: readonly Difference[];
  /** High: what a patient is given, or whether; medium: how; low: what the text only mentions. */
  readonly weight: "high" | "medium" | "low";
  /** The headings above, the outermost first. */
  readonly section: readonly string[];
}
