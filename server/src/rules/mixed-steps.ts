// What a recipe makes, over several sentences or steps: "Draw 2 mL from the vial (50 mg/mL) and add 8 mL of saline. Label
// the syringe 20 mg/mL". Every way of taking the figures is tried; where none makes the strength that is told, it is
// wrong. For concentration-conflict, beside dilution-steps.ts; it must not know doses.

import { type Fact, statementsIn } from "../guideline/concentration.ts";
import { type Figure, maySame, offBy } from "../guideline/figure.ts";
import { isFluid } from "../guideline/figure-reader.ts";
import { type FigureText, isEach, isLimitIn, ownerOf } from "../guideline/figure-text.ts";
import { numberOf } from "../guideline/number-word.ts";
import { isSerumValue } from "../guideline/serum-value.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { matchesIn } from "../text/matches.ts";
import { type Contradiction, powder, sums, tolerance, uncounted } from "./preparation.ts";

const mixes =
  /\b(?:dilut\w*|mix\w*|add(?:ed|ing|s)?|ma[dk]es?|making|bring|brought|fill\w*|top(?:ped)?|dissolv\w*|reconstitut\w*|plus|with|into|up +to)\b|[+]/i;
/** What tells a result from what is mixed. */
const result =
  /\b(?:label\w*|mark\w*|now|then|final\w*|result\w*|gives?|giving|makes?|making|becomes?|strength|concentration|reads?|so +that|this|these|solution|mixture|syringe|bag|bottle|yields?|obtain|each|every)\b|[=→]/i;
const drawnOf = /\d *(?:m[lL]|lit(?:re|er)s?) +of +(?:the +|a +)?(?:[a-zß-öø-ɏ]+ +){0,3}$/i;
/** "With the 10 mg/mL vial" */
const isOfStock = /^ *(?:[a-zß-öø-ɏ]+ +)?(?:vials?|ampoules?|ampules?|syrup|suspension|stock)\b/i;
/** In a step of its own. */
const toldAlone =
  /(?:\b(?:label\w*|mark\w*|now|final\w*|result\w*|strength|concentration|reads?|contains?|holds?|has|each|gives?|makes?)\b[^.;\d]{0,30}|[=→:] *)$/i;
/** Of what is as strong as the stock, only this tells. */
const surely =
  /\b(?:now|final\w*|result\w*|gives|giving|makes|making|becomes|after +(?:mixing|dilut\w+|dissolv\w+)|so +that|yields|(?:syringe|bag|label|mixture)\b[^.;]{0,20}\b(?:holds|contains|reads|has|is))\b/i;
const elsewhere =
  /\b(?:undiluted|neat|maximum|at +most|exceed\w*|not +more|no +more|stronger|weaker|other|another|instead|alternative\w*|either|elemental|equal +(?:parts|volumes?)|half +and +half|further|replac\w*|serum|plasma|deficit|normal +values?|remov\w*|discard\w*|withdraw\w*|return\w*)\b/i;
const whole =
  /\b(?:(?:up|brought|bring|diluted?|made|make|filled?|topped|total|final|volume|is|of|to|contains?)\b[^.;\d]{0,24}|to +(?:a +)?(?:total +|final +)?(?:volume +)?(?:of +)?)$/i;
const counted =
  /\b(two|three|four|five|six|ten|[2-9]|1\d) +(?:[a-zß-öø-ɏ]+ +){0,2}?(?:ampoules?|ampules?|amps?|vials?|tablets?|capsules?|sachets?)\b([^.;\d]*)$/i;

/** A figure and the text it stands in. */
interface Placed {
  readonly figure: Figure;
  readonly text: FigureText;
}
interface Source {
  readonly figure: Figure;
  readonly amount: number;
}

/** What a recipe makes that its own figures rule out. */
export function mixedSteps(passage: FigureText): Contradiction[] {
  if (passage.figures.length === 0 || passage.kind === "heading") return [];
  return [
    ...claimsOf(passage).flatMap((claim) => contradicted(passage, claim) ?? []),
    ...mixedParts(passage),
  ];
}

const share = "(one|two|three|four|five|six|seven|eight|nine|ten|\\d+(?:\\.\\d+)?)";
const partsOf = new RegExp(
  `\\b${share} +(?:parts?|measures?|volumes?|cups?) +(?:of +)?[^.;%]{0,40}?\\d[\\d.]* *%[^.;%]{0,40}?\\b(?:with|and|to|plus|in) +${share} +(?:(?:equal +)?(?:parts?|measures?|volumes?|cups?) +)(?:of +)?(?:[a-z]+ +){0,2}water`,
  "gi",
);
const countOf = (said = ""): number => numberOf(said.toLowerCase()) ?? (Number(said) || 0);

/** "Chlorine 0.05 % is one part of bleach 0.5 % with nine parts of water" */
function mixedParts(passage: FigureText): Contradiction[] {
  if (!/\bwater\b/i.test(passage.text)) return [];
  return matchesIn(passage.text, partsOf).flatMap((match): Contradiction[] => {
    const [from, to] = [match.index + passage.start, match.index + match[0].length + passage.start];
    const percents = passage.figures.filter(({ kind }) => kind === "percent");
    const stock = percents.findLast(({ start }) => start >= from && start < to);
    const claims = percents.filter((one) => one !== stock && one.low > 0 && Math.abs(one.start - from) < 160);
    const [claim, more] = claims;
    const [part, water] = [countOf(match[1]), countOf(match[2])];
    if (!stock || !claim || more || part === 0 || water === 0) return [];
    const expected = (stock.low * 10 * part) / (part + water);
    const fits = [expected, (stock.low * 10 * part) / water].some(
      (one) => offBy(factOf(claim), one) <= tolerance,
    );
    return fits ? [] : [{ claim: factOf(claim), base: factOf(stock), expected, medicine: claim.medicine }];
  });
}

function claimsOf(passage: FigureText): Fact[] {
  const single = passage.figures.filter(
    ({ kind, perKg, low }) => (kind === "strength" || kind === "percent") && !perKg && low > 0,
  );
  const each = statementsIn(passage).flatMap(({ facts }) =>
    facts.filter(
      ({ kind, amount, volume }) =>
        kind === "pair" && amount && volume && volume.high === 1 && volume.item < amount.item,
    ),
  );
  return [...single.map(factOf), ...each];
}

function factOf(figure: Figure): Fact {
  const { low, high, unit, slack, start, end } = figure;
  return figure.kind === "percent"
    ? { kind: "percent", low: low * 10, high: high * 10, unit: "mg", slack: 0, start, end, figure }
    : { kind: "strength", low, high, unit, slack, start, end, figure };
}

const ofText = (text: FigureText): Placed[] => text.figures.map((figure) => ({ figure, text }));

const mostSteps = 6;

/** The steps of a list up to this text with the line that leads to it; of prose the text itself. */
function recipeTo(passage: FigureText): FigureText[] {
  const chain = [passage];
  if (passage.kind !== "list") return chain;
  let at = passage.before;
  for (; at?.kind === "list" && chain.length < mostSteps; at = at.before) chain.unshift(at);
  if (at?.kind === "prose") chain.unshift(at);
  return chain;
}

/** The nearest text before a recipe that tells an amount: "Vial: 60 mg of powder, with 1 mL of bicarbonate". */
function stockBefore(first: FigureText | undefined, claim: Fact, medicine: Medicine | undefined): Placed[] {
  let at = first?.before;
  for (let steps = 0; at && steps < 8; at = at.before, steps++) {
    const own = at;
    const isStock = ({ kind, unit, perKg, diluent, medicine: of }: Figure) =>
      kind === "amount" && unit === claim.unit && !perKg && !diluent && maySame(of, medicine);
    const found = own.figures.filter(isStock);
    if (found.length > 1) return [];
    if (found.length === 1)
      return /\b(?:vial|ampoule|ampule|powder|bottle|sachet)\b/i.test(own.text) ? ofText(own) : [];
  }
  return [];
}

function contradicted(passage: FigureText, claim: Fact): Contradiction | undefined {
  const { figure } = claim;
  const medicine = ownerOf(figure, passage);
  if (isLimitIn(passage, figure) || isSerumValue(passage, figure)) return undefined;
  if (figure.kind === "percent" && (figure.low === 0.9 || figure.diluent)) return undefined;
  // "Take 20 mL of magnesium sulfate 50 %", but "this gives 100 mL of glucose 10 %"
  const lead = passage.text.slice(0, claim.start - passage.start).slice(-60);
  if (figure.kind === "percent" && drawnOf.test(lead) && !surely.test(lead)) return undefined;
  if (isOfStock.test(passage.text.slice(claim.end - passage.start))) return undefined;
  const steps = recipeTo(passage);
  const own = [claim.figure, claim.amount, claim.volume];
  const ahead = (text: FigureText) =>
    ofText(text).filter((one) => one.figure.start < claim.start && !own.includes(one.figure));
  // The nearest step that tells what is mixed is where the recipe begins.
  const from = steps.findLastIndex((text) => ahead(text).some((one) => isSource(one, claim, medicine)));
  const chain = steps.slice(Math.max(0, from));
  const before = chain.flatMap(ahead);
  const recipe = before.slice(lastResult(before, claim, medicine));
  const stock = from < 0 ? stockBefore(chain[0], claim, medicine) : [];
  const texts = [...chain.slice(0, -1).map(({ text }) => text)];
  const said = `${texts.join("\n")}\n${passage.text.slice(0, claim.start - passage.start)}`;
  if (elsewhere.test(said.slice(-400))) return undefined;
  return judge({ all: [...stock, ...recipe], claim, medicine, said, passage });
}

/** An amount of the claim's medicine, or a strength of it. */
const isSource = (one: Placed, claim: Fact, medicine: Medicine | undefined): boolean =>
  isAmountOf(one, claim, medicine) || isStrengthOf(one, claim, medicine);

const isAmountOf = ({ figure, text }: Placed, { unit }: Fact, medicine: Medicine | undefined): boolean =>
  figure.kind === "amount" &&
  figure.unit === unit &&
  figure.low > 0 &&
  !figure.perKg &&
  !figure.diluent &&
  maySame(ownerOf(figure, text), medicine);

/** A percentage of nothing said, or of the claim's own medicine; not the saline that it is mixed with. */
function isStrengthOf(
  { figure, text }: Placed,
  { unit, figure: of }: Fact,
  medicine: Medicine | undefined,
): boolean {
  const { kind, diluent } = figure;
  const isPercent = of.kind === "percent";
  // "Add 3.6 mL of lidocaine 1 %; the result has 250 mg/mL": of what is dissolved.
  if (kind !== "strength" && kind !== "percent") return false;
  if ((kind === "percent") !== isPercent || (kind === "strength" && figure.unit !== unit)) return false;
  const owner = ownerOf(figure, text);
  return (medicine !== undefined && owner === medicine) || (owner === undefined && !diluent);
}

/** Behind the last strength of the same thing that came of figures before it: there the recipe begins. */
function lastResult(before: readonly Placed[], claim: Fact, medicine: Medicine | undefined): number {
  const at = before.findLastIndex((one, i) => {
    if (one.figure.kind !== "strength" || !isStrengthOf(one, claim, medicine)) return false;
    const volumes = before.slice(0, i).filter(isVolume).length;
    const { text, start } = one.text;
    return volumes > 1 || (volumes > 0 && tellsMade.test(text.slice(0, one.figure.start - start).slice(-40)));
  });
  return at + 1;
}

const tellsMade = /(?:\b(?:ma[dk]es?|making|gives?|giving|now|is|contains|holds)\b[^.;\d]{0,16}|[=→] *)$/i;
const isVolume = ({ figure, text }: Placed) =>
  figure.kind === "volume" && !figure.perKg && figure.low > 0 && !isEach(text, figure);

/** "9 mL NS" */
const isOfWater = ({ figure, text }: Placed): boolean =>
  /^ *(?:of +)?(?:(?:sterile|normal|distilled) +)?(?:N\/?S|NaCl|saline|water|D5W|dextrose)\b/.test(
    text.text.slice(figure.end - text.start),
  );

interface Recipe {
  readonly all: readonly Placed[];
  readonly claim: Fact;
  readonly medicine: Medicine | undefined;
  readonly said: string;
  readonly passage: FigureText;
}

function judge({ all, claim, medicine, said, passage }: Recipe): Contradiction | undefined {
  const volumes = all.filter(isVolume);
  const amounts = claim.kind === "percent" ? [] : all.filter((one) => isAmountOf(one, claim, medicine));
  const told = all
    .filter((one) => isStrengthOf(one, claim, medicine))
    .map(({ figure }) => strengthOf(figure));
  const others = told.filter((one) => offBy(claim, one) > tolerance);
  const strengths = others.length > 0 ? others : told.slice(0, 1);
  const last = volumes.at(-1);
  if (isRestated(all, claim, medicine)) return undefined;
  if (volumes.some(({ figure: { low, high } }) => low !== high)) return undefined;
  if (!last || volumes.length > 5 || amounts.length > 2 || strengths.length > 1) return undefined;
  if (volumes.length < 2 && !mixes.test(said)) return undefined;
  if (last.text !== passage && passage.kind !== "list") return undefined;
  const here = last.text === passage;
  const tied = here
    ? said.slice(
        (volumes.findLast((one) => one !== last && one.text === passage) ?? last).figure.end - claim.start,
      )
    : passage.text.slice(0, claim.figure.start - passage.start);
  if (tied.length > 160 || (!here && !toldAlone.test(tied))) return undefined;
  if (!result.test(tied) && !/^[^.;\d]{0,60}\bto\b[^.;\d]{0,12}$/.test(tied)) return undefined;
  if (others.length === 0 && told.length > 0 && !surely.test(tied)) return undefined;
  // What is drawn is none of the water.
  const pure = volumes.filter((one) => !one.figure.diluent && !isOfWater(one));
  const drawn = pure.length > 0 ? pure : volumes;
  const mixed: Mixed = {
    sources: [
      ...amounts.flatMap((one) => sourcesIn(one)),
      ...strengths.flatMap((one) => drawn.map(({ figure }) => ({ figure, amount: figure.low * one }))),
    ],
    ...wholeOf(volumes),
  };
  const room = /\b(?:powder|dissolv|reconstitut|vial)/i.test(said) ? powder : 0;
  const water = volumes.filter((volume) => !pure.includes(volume));
  if (
    strengthsMade({ amounts, strengths, volumes, water, mixed }).some(
      (one) => offBy(claim, one * (1 - room), one) <= tolerance,
    )
  )
    return undefined;
  const [source] = mixed.sources;
  // "14 mg needed; 28 ampoules brought to 200 mL": how much is in them is not said here.
  const since = passage.text.slice(
    Math.max(0, (source?.figure.end ?? 0) - passage.start),
    claim.start - passage.start,
  );
  if (uncounted.test(since)) return undefined;
  if (!source || namesOther(passage, source.figure, claim, medicine)) return undefined;
  if (source.figure.kind === "volume" && mixed.total <= source.figure.low) return undefined;
  return withExpected(claim, medicine, source, source.amount / mixed.total);
}

interface Parts {
  readonly amounts: readonly Placed[];
  readonly strengths: readonly number[];
  readonly volumes: readonly Placed[];
  readonly water: readonly Placed[];
  readonly mixed: Mixed;
}

/** Every strength that the figures may make. */
function strengthsMade({ amounts, strengths, volumes, water, mixed }: Parts): readonly number[] {
  const { sources, totals } = mixed;
  const made = sources.flatMap(({ figure, amount }) =>
    totals.flatMap((total) => (figure.kind !== "volume" || total > figure.low ? [amount / total] : [])),
  );
  // "10 mg in 5 mL", of which a part is taken
  const parts = amounts
    .flatMap(({ figure }) => volumes.map((one) => figure.low / one.figure.low))
    .flatMap((pair) =>
      volumes.flatMap(({ figure: { low } }) =>
        totals.map((total) => (low < total ? (pair * low) / total : 0)),
      ),
    );
  // "9 mL of saline into the syringe … makes 10 mL": the rest is what was in it.
  const rests = strengths.flatMap((one) =>
    water.flatMap(({ figure: { low } }) =>
      totals.map((total) => (low < total ? (one * (total - low)) / total : 0)),
    ),
  );
  return [...made, ...parts, ...rests];
}

/** "Gentamicin is 12 mg. With the vial of ampicillin made up to 5 mL …": of another medicine. */
const namesOther = (
  { items, start }: FigureText,
  source: Figure,
  claim: Fact,
  medicine: Medicine | undefined,
) =>
  items.some(
    (item) =>
      item.kind === "medicine" &&
      item.start + start >= source.end &&
      item.start + start < claim.start &&
      item.mention.medicine !== medicine &&
      !isFluid(item.mention.medicine),
  );

/** A percentage that says the same, "diluted to 20 %, which is 200 mg/mL", or one that nothing was mixed from. */
function isRestated(all: readonly Placed[], claim: Fact, medicine: Medicine | undefined): boolean {
  const percents = all.filter(({ figure }) => figure.kind === "percent");
  if (claim.kind === "percent") return !percents.some((one) => isStrengthOf(one, claim, medicine));
  return claim.unit === "mg" && percents.some(({ figure }) => offBy(claim, figure.low * 10) <= tolerance);
}

const strengthOf = ({ kind, low }: Figure) => (kind === "percent" ? low * 10 : low);

/** "Two ampoules of ephedrine 30 mg" hold twice as much; "two ampoules (60 mg)" may. */
function sourcesIn({ figure, text }: Placed): Source[] {
  const before = text.text.slice(Math.max(0, figure.start - text.start - 60), figure.start - text.start);
  const [all = "", count = "", rest = ""] = counted.exec(before) ?? [];
  if (all === "") return [{ figure, amount: figure.low }];
  const many = { figure, amount: figure.low * countOf(count) };
  return /\(/.test(rest) ? [{ figure, amount: figure.low }, many] : [many];
}

interface Mixed {
  readonly sources: readonly Source[];
  /** Everything that the whole may be. */
  readonly totals: readonly number[];
  readonly total: number;
}

/** The volume that is said to be the whole, else all of them together. */
function wholeOf(volumes: readonly Placed[]): Pick<Mixed, "totals" | "total"> {
  const last = volumes.at(-1) as Placed;
  const parts = volumes.slice(0, -1).map(({ figure }) => figure);
  const lead = last.text.text.slice(0, last.figure.start - last.text.start);
  const sum = parts.reduce((total, { low }) => total + low, 0);
  const isWhole = parts.length === 0 || whole.test(lead) || Math.abs(sum / last.figure.low - 1) < 0.02;
  return isWhole
    ? { total: last.figure.low, totals: [last.figure.low, ...sums(parts)] }
    : { total: sum + last.figure.low, totals: sums([...parts, last.figure]) };
}

function withExpected(
  claim: Fact,
  medicine: Medicine | undefined,
  { figure }: Source,
  value: number,
): Contradiction {
  const base: Fact = {
    ...{ kind: "pair", low: value, high: value, unit: claim.unit, slack: 0, figure },
    ...{ start: figure.start, end: figure.end },
  };
  return { claim, base, expected: value, medicine };
}
