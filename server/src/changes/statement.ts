// A statement: one thing that an edition says (an order, a threshold, a ban), in slots that can be compared with those
// of its like in the other edition. It must not know how statements are paired.

import type { Span } from "../text/span.ts";
import type { ChangeKind, Said } from "./change.ts";
import type { Line } from "./line.ts";

export interface Slot extends Said {
  /** Equal values are no change. */
  readonly value: string;
  /** A change only where both sides say it: it may be left out without changing what is done. */
  readonly optional?: true;
}

export interface Statement {
  readonly kind: ChangeKind;
  /** What it is about: a medicine, an analyte. Never paired with what is about another. */
  readonly about: string;
  /** For whom and for what, in the order of what tells statements about one thing apart. */
  readonly traits: readonly string[];
  /** "gentamicin, neonate, sepsis". */
  readonly subject: string;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly span: Span;
  readonly line: Line;
  /** The places of quantities that it is made of. */
  readonly taken: readonly Span[];
  readonly weight: "high" | "medium" | "low";
  /** Whether a slot's two values are the same all the same. */
  readonly same?: (slot: string, other: Statement) => boolean;
}

export function fingerprint({ slots }: Statement): string {
  return [...slots]
    .flatMap(([name, { value, optional }]) => (optional ? [] : [`${name}=${value}`]))
    .join(";");
}
