// A volume that somebody draws up, gives or measures, behind the one dose before it: "A baby of 3 kg needs 60 mg: give 3 mL",
// "Dose 40 mg. The nurse draws 4 mL". Beside the tighter forms of dose-volume.ts; it must not judge.

import { oncePer } from "../text/memory.ts";
import { statementsIn } from "./concentration.ts";
import type { DoseVolume } from "./dose-volume.ts";
import { type Figure, maySame } from "./figure.ts";
import { type FigureText, isEach, ownerOf } from "./figure-text.ts";

const drawing =
  /\b(?:draws?(?: +(?:up|out))?|drawn(?: +up)?|gives?|given|measures?|measured(?: +as)?|injects?|withdraws?|takes?|swallows?|administers?|needs?|pushes|stands?|plunger|mark|comes +to|amounts +to)\b[^.;:\d]{0,24}$/i;
/** What is drawn is put into more, or is water itself. */
const made =
  /^ *(?:(?:of|from) +(?:water|saline|sodium|glucose|ringer\w*|fluids?|blood|milk|diluent|solvent|air|lidocaine)|(?:is|are)? *(?:in|into|with +(?:\d|water|saline|sodium|glucose)|to|made|dilut\w+|mixed|added|up +to)\b|\/|per\b|(?:every|each|an) +hour|(?:vials?|ampoules?|bottles?|syringes?|bags?|cups?|test)\b)/i;
/** "Take 40 mL from four ampoules and add 60 mL" */
const thinned = /^[^.;]{0,60}\b(?:add\w*|mix\w*|dilut\w*|made|fill\w*|(?:in|into|to|with) +\d)/i;
const turning =
  /\b(?:then|dilut\w*|add(?:ed|ing)?|mix\w*|made|make|makes|dissolv\w*|reconstitut\w*|fill\w*|flush\w*|water|saline|bolus|fluids?|maximum|max|exceed\w*|repeat\w*|instead|or|once +more|total)\b/i;

const isDose = ({ kind, perKg, diluent, low }: Figure) => kind === "amount" && !perKg && !diluent && low > 0;

export const drawnDosesIn = oncePer((text: FigureText): readonly DoseVolume[] => {
  if (text.figures.length < 2 || text.kind === "heading") return [];
  const facts = statementsIn(text).flatMap((statement) => statement.facts);
  const ofStrength = new Set(facts.flatMap(({ figure, amount, volume }) => [figure, amount, volume]));
  return text.figures.flatMap((volume): DoseVolume[] => {
    if (volume.kind !== "volume" || volume.perKg || volume.diluent || volume.low <= 0) return [];
    if (ofStrength.has(volume) || isEach(text, volume)) return [];
    const [before, behind] = [
      text.text.slice(0, volume.start - text.start),
      text.text.slice(volume.end - text.start),
    ];
    if (!drawing.test(before) || made.test(behind) || thinned.test(behind)) return [];
    const amount = text.figures.findLast(
      (figure) => figure.end <= volume.start && isDose(figure) && !ofStrength.has(figure),
    );
    if (!amount || volume.sentence - amount.sentence > 1) return [];
    const between = text.figures.filter(({ start }) => start > amount.start && start < volume.start);
    const said = before.slice(amount.end - text.start);
    const only = between.every(
      (one) => one.kind === "strength" || ofStrength.has(one) || one.kind === "time",
    );
    if (!only || turning.test(said) || said.length > 120) return [];
    if (!maySame(ownerOf(amount, text), ownerOf(volume, text))) return [];
    return [{ amount, volume, text, attached: undefined, undiluted: false, diluted: false }];
  });
});
