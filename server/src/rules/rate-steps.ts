// Steps of a sum that is set out line by line: "Weight: 12 kg", "Volume: 20 mL/kg, hence 240 mL", "Set of 20
// drops/mL: 20 drops a minute". A step must follow from the lines above it. For rate-arithmetic.

import type { Derived } from "../guideline/derived-figure.ts";
import { type Figure, maySame, offBy } from "../guideline/figure.ts";
import { type FigureText, itemsBetween, ownerOf } from "../guideline/figure-text.ts";
import { isLimit, parting, type Wrong, wordOf } from "./rate-words.ts";

const tolerance = 0.1;
const longestChain = 8;
const longestStep = 16;
const mostItems = 60;
const concluding =
  /^\W*(?:therefore|thus|so|hence|that +is|this +is|which +is|i\.?e\.?|=|equals|drops?|drip|rate|count|set)\b/i;
const linking =
  /^(?:=|:|,|\(|hence|so|thus|therefore|is|are|gives?|that|makes|i\.?e\.?|or|about|of|total|dose|volume|needs?|gets?)$/;
const working = /\b(?:example|worked|calculat\w+|sums?|arithmetic)\b/i;

/** A claim that the lines before its own rule out. */
export function wrongStep(text: FigureText, claim: Figure): Wrong | undefined {
  if (text.kind !== "list" || claim.high === 0 || isLimit(text, claim)) return undefined;
  if (text.items.length > mostItems) return undefined;
  if (text.items.filter(({ kind }) => kind === "word").length > longestStep) return undefined;
  if (claim.kind === "drops") return wrongDrops(text, claim);
  if (claim.kind === "rate") return wrongFlow(text, claim);
  return claim.kind === "amount" || claim.kind === "volume" ? wrongDose(text, claim) : undefined;
}

/** The texts before it in the section, the nearest first. */
function chainOf({ before }: FigureText): FigureText[] {
  const chain: FigureText[] = [];
  for (let at = before; at && chain.length < longestChain; at = at.before) chain.push(at);
  return chain;
}

const ofKind = (texts: readonly FigureText[], kind: Figure["kind"]) =>
  texts.flatMap(({ figures }) =>
    figures.slice(-12).filter((figure) => figure.kind === kind && !figure.perKg),
  );

/** "Giving set: 20 drops/mL." "Therefore 10 drops a minute." */
function wrongDrops(text: FigureText, claim: Figure): Wrong | undefined {
  const chain = chainOf(text);
  const own = ofKind([text], "dropFactor").filter(({ item }) => item < claim.item);
  const factors = own.length > 0 ? own : ofKind(chain, "dropFactor");
  const [factor] = factors;
  const said = own.length > 0 || concluding.test(text.text);
  const alone = text.figures.every(
    ({ kind }) => kind === "drops" || kind === "dropFactor" || kind === "time",
  );
  if (!factor || !said || !alone || ofKind([text, ...chain], "drops").length > 1) return undefined;
  const flows = chain.flatMap(flowsOf);
  const fits = flows.some(({ low, high }) =>
    factors.some((one) => offBy(claim, (low * one.low) / 60, (high * one.high) / 60) <= tolerance),
  );
  const [nearest] = flows;
  if (!nearest || fits) return undefined;
  const [low, high] = [(nearest.low * factor.low) / 60, (nearest.high * factor.high) / 60];
  return { claim, right: { low, high, from: [...nearest.from, factor] } };
}

/** mL/h that a text says, or that its volume and time make. */
function flowsOf(text: FigureText): Derived[] {
  const rates = ofKind([text], "rate").map(({ low, high }, i) => ({
    low,
    high,
    from: [ofKind([text], "rate")[i] as Figure],
  }));
  return [...rates.reverse(), ...quotients([text])];
}

function quotients(texts: readonly FigureText[]): Derived[] {
  return ofKind(texts, "volume").flatMap((volume) =>
    ofKind(texts, "time")
      .filter(({ high }) => high <= 96)
      .map((time) => ({ low: volume.low / time.high, high: volume.high / time.low, from: [volume, time] })),
  );
}

/** "Volume: 240 mL", "Time: 4 hours", "Rate: 60 mL/h" of one patient. */
function wrongFlow(text: FigureText, claim: Figure): Wrong | undefined {
  const chain = chainOf(text);
  const labelled = /^\W*(?:rate|infusion +rate|drip +rate|flow|pump|speed|run +at|set)\b/i.test(text.text);
  if (!labelled || text.figures.length > 1 || !(isWorked(text, chain) || isTimed(chain))) return undefined;
  const parts = chain.some(({ items, text: said }) =>
    items.some(
      ({ kind, start, end }) =>
        /^(?:word|mark)$/.test(kind) && parting.test(said.slice(start, end).toLowerCase()),
    ),
  );
  if (parts) return undefined;
  const steps = chain.filter(({ kind }) => kind === "list");
  const times = ofKind(steps, "time");
  const made = quotients(steps);
  const [right] = made;
  if (!right || times.length !== 1 || ofKind([text, ...chain], "rate").length > 1) return undefined;
  const stated = chain.some(({ figures }) => figures.some(({ kind }) => kind === "amountRate"));
  return stated || made.some(({ low, high }) => offBy(claim, low, high) <= tolerance)
    ? undefined
    : { claim, right };
}

function isWorked({ section }: FigureText, chain: readonly FigureText[]): boolean {
  return (
    ofKind(chain, "weight").length === 1 ||
    working.test(section?.title ?? "") ||
    chain.some(({ text }) => working.test(text))
  );
}

/** "Time: 2 hours" right before it, and one volume before that: the lines are one infusion's. */
function isTimed([time, ...above]: readonly FigureText[]): boolean {
  const labelled =
    time?.kind === "list" && /^\W*(?:time|over|duration|run(?:s|ning)? +time)\b/i.test(time.text);
  return (
    labelled &&
    time.figures.length === 1 &&
    ofKind(
      above.filter(({ kind }) => kind === "list"),
      "volume",
    ).length === 1
  );
}

/** "Weight: 12 kg", "Dose: 20 mg/kg = 240 mg". */
function wrongDose(text: FigureText, claim: Figure): Wrong | undefined {
  const before = text.figures.filter(({ item }) => item < claim.item);
  const [perKg, ...more] = before;
  if (
    !perKg?.perKg ||
    more.length > 0 ||
    perKg.kind !== claim.kind ||
    perKg.unit !== claim.unit ||
    claim.perKg
  )
    return undefined;
  if (
    text.figures.some(({ kind }) => kind === "weight") ||
    !maySame(ownerOf(perKg, text), ownerOf(claim, text))
  )
    return undefined;
  const between = itemsBetween(text, perKg, claim);
  if (between.length > 5 || !between.some((item) => linking.test(wordOf(text, item)))) return undefined;
  if (between.some(({ kind }) => kind === "schedule" || kind === "mark" || kind === "population"))
    return undefined;
  const chain = chainOf(text);
  const weights = ofKind(chain, "weight");
  // "Fentanyl … a child of 20 kg", and in the next item morphine: another sum.
  const other = chain.some(({ figures, named }) =>
    figures.some(
      (figure) => weights.includes(figure) && !named.every((one) => maySame(one, ownerOf(claim, text))),
    ),
  );
  if (other) return undefined;
  const [weight] = weights;
  if (!weight || weights.length > 1) return undefined;
  const [low, high] = [perKg.low * weight.low, perKg.high * weight.high];
  return offBy(claim, low, high) <= tolerance
    ? undefined
    : { claim, right: { low, high, from: [perKg, weight] } };
}
