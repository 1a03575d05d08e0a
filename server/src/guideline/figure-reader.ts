// Reads a text's items into figures: what each quantity measures, whose it is, and which sentence, clause and
// chunk it stands in. It must not know what follows from them.

import type { Medicine } from "../lexicon/medicine.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { isOfPatient } from "./dose-clues.ts";
import { type Figure, halfDigit } from "./figure.ts";
import { clockSpanAt, insulinAt, isPerMillilitre, ratioAt, type Spelled, spelledAt } from "./figure-words.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import { itemsOf } from "./scope.ts";

export interface Figures {
  readonly items: readonly Item[];
  readonly figures: readonly Figure[];
  /** What the text itself names, but for what others are only diluted in. */
  readonly medicines: readonly Medicine[];
  /** What others are diluted in. */
  readonly diluents: readonly Medicine[];
}

/** What a text says, remembered; places are those in the text. */
export const figuresOf = remembered((text: string): Figures => new FigureReader(text, itemsOf(text)).read());

/** A bare number below a head that gives its unit; the measure's place is in the text. */
export function bareFigure(measure: Measure, text: string, head: string): Figure | undefined {
  const items: Item[] = [{ kind: "measure", measure, start: measure.start, end: measure.end }];
  return new FigureReader(text, items, head).read().figures[0];
}

const bases: Readonly<Record<string, string>> = {
  mass: "mg",
  activity: "unit",
  substance: "mmol",
  equivalent: "mEq",
};
const adders = /^(?:and|plus|add|adding)$/;
const carriers = /^(?:in|with|to|into|using)$/;
const wholes = /^(?:the|that|this|its|their|all|body|daily|what|home|previous|usual)$/;
const limit = /^(?:below|under|above|over|than|exceed(?:s|ed|ing)?|saturation|spo2|sao2|fio2|<|>|≤|≥)$/;
const fluidClasses = new Set(["fluid", "diluent", "crystalloid"]);

/** What other medicines are diluted in. */
export const isFluid = ({ classes }: Medicine): boolean => classes.some((each) => fluidClasses.has(each));

interface Subject {
  readonly medicine: Medicine | undefined;
  readonly diluent: boolean;
}

class FigureReader {
  readonly #text: string;
  readonly #items: readonly Item[];
  readonly #figures: Figure[] = [];
  readonly #known = new Set<Medicine>();
  readonly #carried = new Set<Medicine>();
  #sentence = 0;
  #clause = 0;
  #chunk = 0;
  #subject: Medicine | undefined;
  #lost = false;
  readonly #unitText: string | undefined;

  constructor(text: string, items: readonly Item[], unitText?: string) {
    this.#text = text;
    this.#items = items;
    this.#unitText = unitText;
  }

  read(): Figures {
    const wordAt = (at: number) => this.#wordAt(at);
    for (const [at, item] of this.#items.entries()) {
      this.#part(item);
      if (isBreak(item, "sentence")) {
        this.#sentence++;
        // Of several medicines none is what the next sentence is about.
        if (this.#known.size > 1) {
          this.#subject = undefined;
          this.#lost = true;
        }
      } else if (item.kind === "medicine") this.#mention(item.mention.medicine, at);
      else if (item.kind === "measure") this.#measure(item.measure, at);
      else if (item.kind === "population") this.#weight(item, at);
      else if (item.kind === "schedule" && item.schedule.kind === "time") {
        this.#time(item.schedule, item.schedule.unit.factor, item, at);
      } else if (item.kind === "word" || isMark(item, "each"))
        this.#spelled(spelledAt(this.#items, at, wordAt) ?? insulinAt(this.#items, at, wordAt), at);
      else if (item.kind === "number")
        this.#spelled(clockSpanAt(this.#items, at, wordAt) ?? ratioAt(this.#items, at), at);
    }
    return {
      items: this.#items,
      figures: this.#figures,
      medicines: [...this.#known],
      diluents: [...this.#carried],
    };
  }

  #part(item: Item): void {
    const ends = isBreak(item, "sentence", "semicolon");
    if (ends || isMark(item, "then")) this.#clause++;
    if (ends || isBreak(item, "comma")) this.#chunk++;
  }

  #mention(medicine: Medicine, at: number): void {
    if (this.#isCarrier(medicine, at)) {
      this.#carried.add(medicine);
      return;
    }
    this.#subject = medicine;
    this.#lost = false;
    this.#known.add(medicine);
  }

  /** "in 50 mL of glucose 5 %": what the order's own medicine, said before, is given in. */
  #isCarrier(medicine: Medicine, at: number): boolean {
    const fluid = isFluid(medicine);
    // "… is stable in NS or D5W": its name says what it holds, so that no strength is its own.
    if (fluid && /^d\d+(?:w|ns)?$/.test(this.#wordAt(at)) && this.#items[at + 1]?.kind !== "measure")
      return true;
    // "1 g in 3.6 mL of lidocaine 1 %"
    const volumeAt = this.#wordAt(at - 1) === "of" ? at - 2 : at - 1;
    const inVolume = this.#volumeAt(volumeAt) && /^(?:in|the)$/.test(this.#wordAt(volumeAt - 1));
    if (!fluid && !inVolume) return false;
    const before = this.#figures
      .slice(-20)
      .some(({ sentence, kind }) => sentence === this.#sentence && (kind === "amount" || kind === "volume"));
    if (this.#subject === undefined && !before && this.#sentence === 0 && !this.#diluting(at)) return false;
    // "add water for injections to 10 mL", "add sodium chloride 0.9 % to 20 mL"
    const next = this.#items[at + 1];
    const to = next?.kind === "measure" && next.measure.unit.dimension === "proportion" ? at + 2 : at + 1;
    if (fluid && /^(?:add|adding)$/.test(this.#wordAt(at - 1)) && /^(?:up|to)$/.test(this.#wordAt(to)))
      return true;
    let measured = false;
    for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
      const item = this.#items[i] as Item;
      const word = this.#wordAt(i);
      // "and 40 mL of glucose 5 %", "add 46 mL of glucose 5 %"
      if (carriers.test(word) || (measured && adders.test(word))) return true;
      if (this.#volumeAt(i)) measured = true;
      const same = item.kind === "medicine" ? item.mention.medicine : undefined;
      const passes =
        isBreak(item, "open") ||
        (same && (same === medicine || this.#carried.has(same))) ||
        (isMark(item, "or") && this.#carried.size > 0) ||
        (item.kind === "measure" &&
          (item.measure.unit.dimension === "volume" || item.measure.unit.dimension === "proportion")) ||
        isMark(item, "of", "total") ||
        isWordLike(
          item,
          /^(?:a|the|up|least|about|ml|volume|total|equal|parts|same|sterile|each|litres?|further|bags?|bottles?)$/,
        );
      if (!passes) return false;
    }
    return false;
  }

  #volumeAt(at: number): boolean {
    const item = this.#items[at];
    return (
      item?.kind === "measure" &&
      item.measure.unit.dimension === "volume" &&
      item.measure.per.hours === undefined
    );
  }

  #diluting(at: number): boolean {
    return this.#items
      .slice(Math.max(0, at - 8), at)
      .some((item) => isWordLike(item, /^(?:dilut|dissolv|reconstitut|made$|make$|add$|mix)/));
  }

  #wordAt(at: number): string {
    const item = this.#items[at];
    return item === undefined ? "" : this.#text.slice(item.start, item.end).toLowerCase();
  }

  /** Whose a quantity is: the medicine behind it ("4 g of magnesium sulfate"), else the sentence's. */
  #ownerAt(at: number, adjacent: boolean): Subject {
    const before = this.#items[at - 1];
    if (adjacent && before?.kind === "medicine") {
      const { medicine } = before.mention;
      return { medicine, diluent: this.#isCarrier(medicine, at - 1) };
    }
    for (let i = at + 1; i <= at + 4; i++) {
      const item = this.#items[i];
      if (item?.kind === "medicine") {
        const { medicine } = item.mention;
        return { medicine, diluent: this.#isCarrier(medicine, i) };
      }
      const passes =
        isMark(item, "of") ||
        item?.kind === "routes" ||
        isWordLike(item, /^(?:soluble|oral|injectable|a|the|pure|normal|regular|plain|elemental)$/);
      if (!passes) break;
    }
    // A percentage of nothing said is a solution of the subject.
    return { medicine: this.#subject, diluent: false };
  }

  #measure(measure: Measure, at: number): void {
    const { unit, per } = measure;
    // "1 g in each ampoule" is an amount, what a tablet has is none.
    if (
      per.m2 ||
      !/^(?:ampoule|vial|bottle|)$/.test(per.form ?? "") ||
      (measure.parts && measure.parts.length > 1)
    )
      return;
    const base = bases[unit.dimension];
    const written = this.#unitText ?? this.#text.slice(measure.start, measure.end);
    // "mIU" is a thousandth, "MIU" a million.
    const milli =
      unit.code === "M[IU]" && /(?<!\p{L})(?:mIU|mU|milliunits?)(?!\p{L})/u.test(written) ? 1e-9 : 1;
    const factor = unit.factor * milli;
    if (base) this.#amount(measure, at, { base, factor });
    else if (unit.dimension === "volume") this.#volume(measure, at);
    else if (unit.dimension === "proportion" && !this.#isLimit(at) && !this.#isShare(at))
      this.#push(
        {
          kind: "percent",
          low: measure.low,
          high: measure.high,
          slack: this.#slack(measure, 1),
          ...this.#ownerAt(at, true),
        },
        measure,
        at,
      );
    else if (unit.code === "drop") this.#drops(measure, at);
    else if (unit.dimension === "time" && !per.kg && per.hours === undefined)
      this.#time(measure, factor, measure, at);
  }

  #time(
    { low, high }: { readonly low: number; readonly high: number },
    by: number,
    place: Span,
    at: number,
  ): void {
    const slack = this.#slack(place, by);
    this.#push({ kind: "time", low: low * by, high: high * by, slack }, place, at);
  }

  /** "saturation below 85 %", "oxygen 100 %": a value of the patient's or a gas, not a solution. */
  #isLimit(at: number): boolean {
    const [before, after] = [this.#wordAt(at - 1), this.#wordAt(at + 1)];
    return limit.test(before) || before === "oxygen" || after === "oxygen";
  }

  /** "10 % of the total", "80 % of (mean rate × 24)"; "10 % is 2.7 mg/h", "80 % is 38.4", of what was said before; "20 % by volume" */
  #isShare(at: number): boolean {
    const [before, of, next] = [this.#items[at - 1], this.#items[at + 1], this.#items[at + 2]];
    const [word, whole] = [this.#wordAt(at + 1), this.#wordAt(at + 2)];
    // "Reduce by 40 %"
    if ((word === "by" && whole === "volume") || this.#wordAt(at - 1) === "by") return true;
    const equals = /^(?:is|are|=)$/.test(word) && before?.kind !== "medicine";
    if (equals && next?.kind === "number") return true;
    if (equals && next?.kind === "measure")
      return next.measure.per.mL === undefined && next.measure.unit.dimension !== "proportion";
    return isMark(of, "of") && (isBreak(next, "open") || wholes.test(whole));
  }

  #amount(
    measure: Measure,
    at: number,
    { base, factor }: { readonly base: string; readonly factor: number },
  ): void {
    const { low, high, unit, per } = measure;
    if (unit.code === "kg") return;
    const hours = per.hours ?? 0;
    const by = factor / (per.mL ?? (hours || 1));
    const kind = per.mL !== undefined ? "strength" : hours ? "amountRate" : "amount";
    if (per.mL !== undefined && (hours || this.#isDensity(at))) return;
    const values = {
      kind,
      low: low * by,
      high: high * by,
      unit: base,
      perKg: per.kg === true,
      hours,
      over: per.mL ?? 0,
      slack: this.#slack(measure, by),
    } as const;
    this.#push({ ...values, ...this.#ownerAt(at, kind === "strength" && this.#isOfFluid(at)) }, measure, at);
  }

  /** "in sodium chloride 9 mg/mL", "45 mL of glucose 50 mg/mL": a strength right behind what others are diluted in. */
  #isOfFluid(at: number): boolean {
    const before = this.#items[at - 1];
    return (
      before?.kind === "medicine" &&
      isFluid(before.mention.medicine) &&
      this.#isCarrier(before.mention.medicine, at - 1)
    );
  }

  /** "The density of ethanol is 0.8 g/mL": what it weighs, and not what is in it. */
  #isDensity(at: number): boolean {
    const near = this.#items.slice(Math.max(0, at - 6), at);
    return near.some((item) => isWordLike(item, /^(?:density|densities|gravity)$/));
  }

  #volume(measure: Measure, at: number): void {
    const { low, high, unit, per } = measure;
    // "eGFR 90 mL/min": the patient's.
    if (per.mL !== undefined || isOfPatient(this.#items, at)) return;
    const hours = per.hours ?? 0;
    const by = unit.factor / (hours || 1);
    const kind = hours ? "rate" : "volume";
    const values = {
      ...({ kind, low: low * by, high: high * by, hours } as const),
      perKg: per.kg === true,
      slack: this.#slack(measure, by),
    };
    this.#push({ ...values, ...this.#ownerAt(at, false) }, measure, at);
  }

  #drops(measure: Measure, at: number): void {
    const { low, high, per } = measure;
    const next = this.#wordAt(at + 1);
    const equals =
      this.#wordAt(at - 1) === "=" &&
      this.#figures.at(-1)?.kind === "volume" &&
      this.#figures.at(-1)?.low === 1;
    const ofOne = equals || isPerMillilitre(this.#items, at, (one) => this.#wordAt(one));
    if (per.mL !== undefined || ofOne || /^(?:sets?|chambers?|factor|giving|infusion)$/.test(next))
      this.#push(
        { kind: "dropFactor", low: low / (per.mL ?? 1), high: high / (per.mL ?? 1), slack: 0 },
        measure,
        at,
      );
    else if (per.hours !== undefined) {
      const by = 1 / (per.hours * 60);
      this.#push(
        {
          kind: "drops",
          low: low * by,
          high: high * by,
          hours: per.hours,
          perKg: per.kg === true,
          slack: this.#slack(measure, by),
        },
        measure,
        at,
      );
    }
  }

  #weight(item: Item & { readonly kind: "population" }, at: number): void {
    const { weight } = item.population;
    if (weight?.low === undefined || weight.low !== weight.high) return;
    this.#push({ kind: "weight", low: weight.low, high: weight.low, slack: 0 }, item, at);
  }

  #spelled(spelled: Spelled | undefined, at: number): void {
    if (!spelled) return;
    const { values, last } = spelled;
    const span = { start: this.#items[at]?.start ?? 0, end: this.#items[last]?.end ?? 0 };
    const owner =
      values.kind === "time"
        ? {}
        : this.#ownerAt(values.kind === "volume" ? last : at, values.kind !== "volume");
    this.#push({ ...values, ...owner }, span, at, last);
  }

  /** Half of the last digit of the number as written; a range's second number counts. */
  #slack({ start, end }: Span, factor: number): number {
    return halfDigit(this.#text.slice(start, end)) * factor;
  }

  #push(
    values: Pick<Figure, "kind" | "low" | "high" | "slack"> & Partial<Figure>,
    { start, end }: Span,
    item: number,
    last = item,
  ): void {
    const [sentence, clause, chunk] = [this.#sentence, this.#clause, this.#chunk];
    this.#figures.push({
      unit: "",
      perKg: false,
      hours: 0,
      over: 0,
      medicine: undefined,
      diluent: false,
      lost: this.#lost,
      ...values,
      start,
      end,
      sentence,
      clause,
      chunk,
      item,
      last,
    });
  }
}
