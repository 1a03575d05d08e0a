// A deed: something that a sentence says is to be done or not to be done, by the name of what is done, with the words
// that say in which situation. It must not know documents, nor compare.

import type { Span } from "../text/span.ts";
import type { Direction } from "./advice-verb.ts";
import type { Window } from "./deed-time.ts";
import type { TitleBand } from "./title-band.ts";

export interface Deed extends Span {
  readonly direction: Direction;
  /** A procedure, a medicine, a class, or the stem of a noun: "episiotomy", "class antibiotic", "mask". */
  readonly thing: string;
  /** The lexicon knows it. */
  readonly known: boolean;
  /** Words that narrow it down: "mediolateral". */
  readonly narrowing: readonly string[];
  /** Stems of words that tell its situation from others. */
  readonly words: ReadonlySet<string>;
  /** Of these, those that tell whom it is for; the others say how and where it is done. */
  readonly telling: ReadonlySet<string>;
  /** Behind "if", "when", "after": stems of those words. */
  readonly conditions: ReadonlySet<string>;
  /** "unless", "only", "without": it holds for some of those that it names, and nobody can say for whom. */
  readonly limited: boolean;
  /** Of the words, those that its patients are without: "no focal signs". */
  readonly absent: ReadonlySet<string>;
  /** "Reserved for patients who vomit": whom it is kept for, in their words. */
  readonly kept: string | undefined;
  /** "Whatever the saturation", "alert or not": what does not matter, in its words. */
  readonly whatever: string | undefined;
  /** Values that its patients are told by: "a saturation below 90 %". */
  readonly values: readonly TitleBand[];
  /** "No warning signs", "with danger signs": whether they have them. */
  readonly signs: boolean | undefined;
  /** "routinely", "always", "all": for everyone rather than ever. */
  readonly routine: boolean;
  /** "never", "under no circumstances", "continue throughout": whatever the situation. */
  readonly absolute: boolean;
  readonly window: Window | undefined;
  /** "With a razor", "using peroxide": stems of what it is done with. */
  readonly means: ReadonlySet<string>;
  /** "On the fistula arm": stems of where on the body. */
  readonly place: ReadonlySet<string>;
  /** It is against doing it so, and only so. */
  readonly onlySo: boolean;
  /** It is only named, in a place where what is to be done may be listed. */
  readonly supposed?: true;
  /** What says it, without reasons and without where on the body. */
  readonly clause: string;
}
