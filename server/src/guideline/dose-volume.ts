// Where a text gives a dose and the volume that it is drawn up in: "30 mg (3 mL)", "10 IU = 1 mL", "glucose 10 %,
// 200 mL (20 g)", a row with both. It must not know whether they agree.

import { oncePer } from "../text/memory.ts";
import { isPair } from "./concentration.ts";
import { type Figure, maySame, nearby, offBy } from "./figure.ts";
import { type FigureText, itemsBetween, ownerOf } from "./figure-text.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark } from "./item-kind.ts";
import { isBehindOtherLabel } from "./medicine-clues.ts";

export interface DoseVolume {
  readonly amount: Figure;
  readonly volume: Figure;
  readonly text: FigureText;
  /** The strength or percentage that is said of this very volume: "5 mL of 100 units/mL". */
  readonly attached: Figure | undefined;
  /** Said of the volume: "undiluted", "neat". */
  readonly undiluted: boolean;
  /** Said of it: "3 mL of the diluted solution". */
  readonly diluted: boolean;
  /** "5 g = 10 mL into each buttock": it may be half of the dose. */
  readonly parted?: boolean;
}

const mixing =
  /^(?:in|into|to|dilut\w*|dissolv\w*|mix\w*|add(?:ed)?|made|up|reconstitut\w*|with|every|per|then|and|plus|max|for)$/;
const linking =
  /^(?:=|\/|is|are|drawn|as|measured|measuring|withdrawn?|which|ie|that|give|gives|means|equals|being|about|approximately|≈|~|or|→|-|–|—|:|,|\(|equivalent +to|corresponding|corresponds|amounts|amounting|draw|up|take|use|inject|so|hence|thus|therefore)$/;
const drawing =
  /^(?:draw|draws|up|give|gives|take|takes|measure|measures|inject|injects|pour|pours|exactly|just)$/;
const mostLed = 12;

/** The pairs of a text. */
export function doseVolumesIn(text: FigureText): readonly DoseVolume[] {
  return text.figures.length < 2 ? none : pairsOnce(text);
}

const none: readonly DoseVolume[] = [];
const pairsOnce = oncePer(pairsIn);

function pairsIn(text: FigureText): DoseVolume[] {
  const quantities = text.figures.filter(({ kind }) => kind === "amount" || kind === "volume");
  const pairs: DoseVolume[] = [];
  const used = new Set<Figure>();
  for (const [i, first] of quantities.entries()) {
    const second = quantities[i + 1];
    if (!second || used.has(first) || second.kind === first.kind || first.sentence !== second.sentence)
      continue;
    const [amount, volume] = first.kind === "amount" ? [first, second] : [second, first];
    if (isBehindOtherLabel(text.items, second.item) || isOfOtherDay(text.items, second.item)) continue;
    if (amount.perKg !== volume.perKg || amount.diluent !== volume.diluent) continue;
    if (!maySame(ownerOf(amount, text), ownerOf(volume, text)) || !isDosePair(text, amount, volume)) continue;
    const parted = isOfEachSide(text, volume);
    if (parted && itemsBetween(text, amount, volume).length > 1) continue;
    if (first === amount && isOfPart(text, volume, quantities[i + 2], amount)) continue;
    used.add(second);
    pairs.push({
      amount,
      volume,
      text,
      parted,
      attached: attachedTo(text, amount, volume),
      undiluted: isUndiluted(text, volume),
      diluted: isDiluted(text, volume),
    });
  }
  return pairs;
}

/** "5 mg D10: 40 mL" */
function isOfOtherDay(items: readonly Item[], at: number): boolean {
  const day = items[at - 2];
  const days = day?.kind === "schedule" && day.schedule.kind === "frequency" && day.schedule.on !== undefined;
  return days && isBreak(items[at - 1], "colon");
}

/** "600 mg (1 mL in each buttock)": of a dose in two parts. */
export const isOfEachSide = ({ text, start }: FigureText, { end }: Figure) =>
  /^[^.;)|]{0,20}\b(?:each|either|both|per) +(?:[a-zß-öø-ɏ]+ +)?(?:buttocks?|thighs?|sides?|arms?|legs?|sites?)\b/i.test(
    text.slice(end - start),
  );

/** "10 g: 10 mL of the solution (5 g) into each buttock": the volume is that of the amount behind it. */
const isOfPart = (text: FigureText, volume: Figure, next: Figure | undefined, whole: Figure): boolean =>
  next?.kind === "amount" &&
  next.sentence === volume.sentence &&
  next.unit === whole.unit &&
  next.low < whole.low &&
  parenthesis(itemsBetween(text, volume, next)) !== undefined;

const leading =
  /^(?:that +is|this +is|thus|so|hence|therefore|i\.?e\.?|=|draws?|withdraw|take|inject|measure|volume\b|equals|in +ml|give\b)/i;

const nearFigures = 30;

/** A step that gives the volume of the dose in the step or sentence before it: "Draw up 0.8 mL." */
export function stepPairsIn(text: FigureText): DoseVolume[] {
  const { figures, before } = text;
  return figures.flatMap((volume, i): DoseVolume[] => {
    if (volume.kind !== "volume" || volume.perKg || volume.diluent) return [];
    // "With the syrup of 250 mg/5 mL this is 3.5 mL": which of several solutions is drawn up.
    const content = contentBefore(text, i);
    const ahead = content ? figures[i - 2] : figures[i - 1];
    const from = ahead && (content || isStrengthOf(ahead, volume)) ? ahead : undefined;
    if (goesOn(text, volume, figures[i + 1])) return [];
    const whole = content ? { ...content, start: ahead?.start ?? content.start } : from;
    const opens = !from && (opensSentence(text, volume) || answers(text, volume));
    if (!opens && !saysThisIs(text, volume, whole)) return [];
    // "… is 40 mg. The vial holds 50 mg/mL. Draw up 0.8 mL."
    const own = content
      ? figures.slice(Math.max(0, i - 8), i - 2).findLast(isQuantity)
      : from
        ? figures[i - 2]
        : ahead;
    const stock = own?.sentence === volume.sentence - 1 && own.kind === "strength" ? own : undefined;
    const [last, since] = stock ? [figures[i - 2], stock.sentence] : [own, volume.sentence];
    const within = last?.sentence === since - 1;
    if (last && !within) return [];
    const place = within ? text : before;
    if (!place || (!within && text.kind !== "list")) return [];
    const doses = (within ? nearby(figures, last) : place.figures.slice(-nearFigures)).filter(
      ({ kind, sentence, perKg }) =>
        ((kind === "amount" && !perKg) || kind === "volume") && (!within || sentence === last.sentence),
    );
    const [amount] = doses;
    const only = doses.length === 1 && amount?.kind === "amount" && !amount.perKg && !amount.diluent;
    if (!amount || !only || !maySame(ownerOf(amount, place), ownerOf(volume, text))) return [];
    const [undiluted, diluted] = [isUndiluted(text, volume), isDiluted(text, volume)];
    return [{ amount, volume, text, attached: content ? undefined : from, undiluted, diluted }];
  });
}

/** "Draw up 1 mL to 100 mL", "take 1 mL (10 mg)": what is made of it is told next. */
function goesOn({ text, start }: FigureText, volume: Figure, next: Figure | undefined): boolean {
  if (next?.sentence !== volume.sentence || (next.kind !== "volume" && next.kind !== "amount")) return false;
  return !/^ +(?:in|into|with) +(?:a|an|one|the) +(?:syringe +of +)?$/.test(
    text.slice(volume.end - start, next.start - start),
  );
}

const isQuantity = ({ kind }: Figure) => kind === "amount" || kind === "volume";

/** "The ampoule is 4 mg in 1 mL, so each injection measures 1.5 mL": the volume of what it holds. */
function contentBefore(text: FigureText, i: number): Figure | undefined {
  const [amount, volume, claim] = text.figures.slice(Math.max(0, i - 2), i + 1);
  if (i < 2 || amount?.kind !== "amount" || volume?.kind !== "volume" || !claim) return undefined;
  const same = amount.sentence === claim.sentence && volume.sentence === claim.sentence;
  return same && isPair(text, amount, volume) ? volume : undefined;
}

const isStrengthOf = ({ kind, sentence, diluent }: Figure, volume: Figure) =>
  (kind === "strength" || kind === "percent") && sentence === volume.sentence && !diluent;

const thisIs =
  /^[^.;!?]{0,90}\b(?:(?:this|that|it|which|the +dose|the +volume) +(?:is|makes|gives|equals|means|comes +to|amounts +to|corresponds +to|would +be)|(?:draw|draws|drawn) +up|withdraws?|measures?|(?:gives?|takes?|gets?|receives?|swallows?|injects?|needs?))(?: +about| +exactly| +just| +only| +then)? +$/i;

/** "From the undiluted vial this is 0.6 mL." */
function saysThisIs(
  { text, start, items }: FigureText,
  { item, start: at }: Figure,
  from: Figure | undefined,
): boolean {
  const cut = items.slice(Math.max(0, item - 18), item).findLast((one) => isBreak(one, "sentence"));
  if (!cut && item > 18) return false;
  const said = text.slice(cut?.end ?? 0, at - start).trimStart();
  // "Ampoule 5 mg/mL; inject 0.5 mL."
  const plain = from
    ? said.replace(text.slice(from.start - start, from.end - start), "").replace(";", ",")
    : said;
  return (
    !/\d/.test(plain) && (thisIs.test(plain) || (from !== undefined && isNamedSo(text, start, from, at)))
  );
}

/** "Syrup 120 mg/5 mL: 10 mL", but not "Vial 50 mg/mL: 10 mL vial". */
function isNamedSo(text: string, start: number, { end }: Figure, at: number): boolean {
  const behind =
    /^\S+ +m\S+(?: +(?:in +)?an?)? *(\p{L}*)/u.exec(text.slice(at - start, at - start + 40))?.[1] ?? "";
  return /^\)? *[:=→] *$/.test(text.slice(end - start, at - start)) && !isContainer.test(behind);
}
const isContainer = /^(?:ampoules?|vials?|bottles?|bags?|syringes?|packs?|cartridges?|sachets?)$/i;

/** "How many millilitres of 40 mg/mL for 60 mg? 1.5 mL." */
function answers({ text, start }: FigureText, { start: at }: Figure): boolean {
  const before = text.slice(Math.max(0, at - start - 120), at - start);
  return /\b(?:how +(?:many +m(?:L|ill)|much\b)|(?:what|which) +(?:is +the +)?volume)[^?]*\?[*_\s]*$/i.test(
    before,
  );
}

/** "Open two vials, draw up 2 mL", "Shake the bottle and give 5 mL" */
const ledByStep =
  /^(?:open|break|take|use|shake|mix|invert|connect)\b[^.;:!?\d]{0,60}(?:,|\band|,? +then) +(?:draw|withdraw|inject|take|give|measure|pour)(?: +(?:up|out|off))? *$/i;

function opensSentence(text: FigureText, figure: Figure): boolean {
  const { item } = figure;
  const cut = text.items.slice(Math.max(0, item - 18), item).findLast((one) => isBreak(one, "sentence"));
  if (ledByStep.test(text.text.slice(cut?.end ?? 0, figure.start - text.start).trimStart())) return true;
  return opensShortly(text, figure);
}

function opensShortly(text: FigureText, { item }: Figure): boolean {
  const from = Math.max(0, item - 6);
  const near = text.items.slice(from, item);
  const cut = near.findLastIndex((one) => isBreak(one, "sentence"));
  const words = near.slice(cut + 1);
  if (cut < 0 && from > 0) return false;
  const start = words[0]?.start ?? 0;
  return (
    words.length > 0 &&
    words.length <= 4 &&
    words.every(({ kind }) => kind === "word" || kind === "mark" || kind === "break") &&
    leading.test(text.text.slice(start, start + 40))
  );
}

/** "0.3 mg (1 mg/mL; 0.3 mL)": a strength may stand between, too. */
const isLinking = (text: FigureText, item: Item): boolean =>
  linking.test(textOf(text, item)) ||
  isBreak(item, "semicolon") ||
  (item.kind === "measure" && item.measure.per.mL !== undefined);

const ofOne = /^(?:drop|tablet|capsule|puff|spray|sachet|ampoule|vial)/;

/** "24 mg; from the vial this is", "300 mg, so you draw up", "60 mg, syringe filled to". */
const concluding =
  /^\)?[,;:]? +(?:(?:so|thus|hence|therefore|and|i\.e\.),? +)?(?:(?:from|of|with|in) +(?:the|this|a|an|our|your) +(?:[a-zß-öø-ɏ-]+ +){0,2}[a-zß-öø-ɏ-]+,? +)?(?:(?:this|that|it|which|you|she|he|they|the +(?:nurse|mother|dose|volume|syringe|midwife)|syringe) +)?(?:(?:is|are|makes?|means|comes? +to|equals?|amounts? +to|measures?|needs?|gets?|takes?|draws?|fills?) *(?:drawn +|filled +)?(?:up +to|up|to|in)?|(?:is +)?filled +to) +(?:about +|exactly +|only +)?$/i;

/** "Draw up 8 mL of the 50 % solution, which is 4 g", "to the mark 0.8 mL, so that the syringe holds your dose of 480 mcg" */
const ofDose =
  /^(?: +of +(?:the +|a +)?(?:[\d.]+ *% +)?(?:[a-zß-öø-ɏ]+ +){0,2}(?:solution|ampoule|vial|syrup|suspension|injection))?,? +(?:(?:which|that) +(?:is|gives|makes|contains|provides)|(?:so +that|and|so) +[^.;:\d]{1,40}\b(?:dose|amount) +of)(?: +(?:a +|the +)?(?:dose +of +)?)?$/i;

function isDosePair(text: FigureText, amount: Figure, volume: Figure): boolean {
  const said = text.text.slice(amount.end - text.start, volume.start - text.start);
  // "Weigh the pads: one gram is one millilitre", of blood
  if (amount.low === 1000 && volume.low === 1 && isWeighed.test(said)) return false;
  if (amount.item < volume.item && concluding.test(said) && !isOfNext(text, volume)) return true;
  const [first, second] = amount.item < volume.item ? [amount, volume] : [volume, amount];
  const between = itemsBetween(text, first, second);
  const opened = parenthesis(between);
  // "2.5 mL = 125 micrograms"
  const equals = between.length === 1 && textOf(text, between[0] as Item) === "=" && volume.high > 1;
  if (first === volume && !opened) {
    const led = text.text.slice(volume.end - text.start, amount.start - text.start);
    return equals || ofDose.test(led);
  }
  if (isPair(text, amount, volume)) return false;
  // "6.3 mg of iodine per drop, so 8 drops (0.4 mL)"
  const words = between.map((item) => textOf(text, item));
  if (words.some((word, i) => word === "per" && ofOne.test(words[i + 1] ?? ""))) return false;
  const last = between.at(-1);
  if (opened) {
    const before = between.slice(0, between.indexOf(opened));
    const words = before.filter(({ kind }) => kind === "word").length;
    const otherFigure = before.some(
      (item) =>
        item.kind === "medicine" && first.medicine !== undefined && item.mention.medicine !== second.medicine,
    );
    // "4 g (8 mL": nothing but a sign may stand between the parenthesis and the quantity.
    const near = between.slice(between.indexOf(opened) + 1).every((item) => isLinking(text, item));
    const closed = before.some((item) => isBreak(item, "close", "semicolon", "cell"));
    return (
      near &&
      words <= 6 &&
      !otherFigure &&
      !closed &&
      !before.some(
        (item) =>
          mixing.test(textOf(text, item)) &&
          textOf(text, item) !== "every" &&
          textOf(text, item) !== "per" &&
          textOf(text, item) !== "to",
      )
    );
  }
  if (isMark(last, "in")) return false;
  if (first === amount && isOfNext(text, volume)) return false;
  if (isLedTo(text, between, volume)) return true;
  const plain = between.filter(
    (item) =>
      item.kind !== "measure" &&
      item.kind !== "routes" &&
      item.kind !== "schedule" &&
      !(item.kind === "medicine" && item.mention.medicine === first.medicine),
  );
  return (
    plain.length > 0 &&
    plain.length <= 4 &&
    plain.every((item, i) => linking.test(textOf(text, item)) || isLinkedTo(text, plain[i - 1], item)) &&
    (!(plain.length === 1 && textOf(text, plain[0] as Item) === ",") || isForDose(text, first))
  );
}

const isWeighed = /^ *(?:=|is|equals|counts? +as|about|≈|corresponds? +to)\b *$|^ *[=≈] *$/;

/** "For a dose of 2.5 mg, 0.25 mL": what stands first is what the volume is for. */
const isForDose = ({ text, start }: FigureText, amount: Figure) =>
  amount.kind === "amount" &&
  /\bfor +(?:an?|the|each|every) +(?:dose|order|prescription) +of +$/i.test(
    text.slice(Math.max(0, amount.start - start - 40), amount.start - start),
  );

/** "corresponding to", "amounts to" */
const isLinkedTo = (text: FigureText, before: Item | undefined, item: Item) =>
  textOf(text, item) === "to" &&
  before !== undefined &&
  /^(?:correspond|amount|equivalent|equal)/.test(textOf(text, before));

/** "240 mg, so the mother is shown how to draw up 10 mL of the syrup". */
function isLedTo(text: FigureText, between: readonly Item[], volume: Figure): boolean {
  const [comma, so] = between;
  const last = between.at(-1);
  if (between.length > mostLed || comma?.kind !== "break" || !so || !last) return false;
  if (!/^(?:so|hence|thus|therefore)$/.test(textOf(text, so)) || !drawing.test(textOf(text, last)))
    return false;
  const plain = between
    .slice(1)
    .every(({ kind }) => kind === "word" || kind === "mark" || kind === "population");
  const behind = text.items.slice(volume.last + 1, volume.last + 3).map((item) => textOf(text, item));
  return plain && /^(?:of|from) +the$/.test(behind.join(" "));
}

/** "…: 15 mL gives 20 mmol" */
function isOfNext({ text, start, items }: FigureText, volume: Figure): boolean {
  const next = items[volume.last + 2];
  return (
    /^\s+(?:gives?|holds?|contains?|provides?|delivers?|is|=)\s/.test(text.slice(volume.end - start)) &&
    next?.kind === "measure" &&
    next.measure.unit.dimension !== "volume"
  );
}

function textOf({ text }: FigureText, { start, end }: Item): string {
  return text.slice(start, end).toLowerCase();
}

/** The parenthesis that opens between two quantities and is not closed again. */
function parenthesis(between: readonly Item[]): Item | undefined {
  let found: Item | undefined;
  for (const item of between) {
    if (item.kind !== "break") continue;
    if (item.strength === "open") found = item;
    if (item.strength === "close") found = undefined;
  }
  return found;
}

/** "2 mL of the injection, 250 micrograms/mL"; "magnesium sulfate 50 % (8 mL)"; "glucose 10 %, 200 mL". */
function attachedTo(text: FigureText, amount: Figure, volume: Figure): Figure | undefined {
  const strengths = nearby(text.figures, volume).filter(
    ({ kind, sentence }) => (kind === "strength" || kind === "percent") && sentence === volume.sentence,
  );
  const [first, second] = amount.item < volume.item ? [amount, volume] : [volume, amount];
  const within = strengths.find(({ item, diluent }) => item > first.item && item < second.item && !diluent);
  const behind = strengths.find((figure) => {
    if (figure.item <= second.item) return false;
    const between = itemsBetween(text, second, figure);
    const starts = textOf(text, between[0] ?? ({ start: 0, end: 0 } as Item));
    return (
      (starts === "of" || starts === "from" || starts === "at") &&
      between.length <= 7 &&
      between.every(
        (item) => item.kind !== "measure" && !(item.kind === "break" && item.strength !== "comma"),
      )
    );
  });
  return behind ?? within;
}

function isUndiluted({ items, text }: FigureText, { last }: Figure): boolean {
  return items
    .slice(last + 1, last + 4)
    .some(({ start, end }) => /^(?:undiluted|neat|pure|straight)$/i.test(text.slice(start, end)));
}

function isDiluted({ items, text }: FigureText, { last }: Figure): boolean {
  const [from, to] = [items[last], items[last + 5]];
  const behind = text.slice(from?.end ?? 0, to?.end);
  return /^ +(?:of|from) +(?:the +|this +|that +)?(?:diluted|dilution|(?:labelled +|same +)?syringe)\b/i.test(
    behind,
  );
}

/** "5 mL from 24 kg, one and a half tablets (375 mg) or 7.5 mL": the volume before is of another dose. */
export function hasVolumeBehind(
  { figures }: FigureText,
  { amount, volume }: Pick<DoseVolume, "amount" | "volume">,
  right: number,
  tolerance: number,
): boolean {
  if (volume.item > amount.item) return false;
  const next = figures.find(({ item, kind }) => item > amount.item && kind !== "percent");
  return next?.kind === "volume" && next.sentence === amount.sentence && offBy(next, right) <= tolerance;
}
