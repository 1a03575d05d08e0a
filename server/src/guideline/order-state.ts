// Where the reading of a text's orders stands: the order that is being read, those before it, and what was said
// ahead of the next dose. It must not know what an item means.

import type { Medicine, Route } from "../lexicon/medicine.ts";
import { moved, type Span } from "../text/span.ts";
import type { Item, Phase } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import { headMention, isBehindUnknownName, medicineBehind } from "./medicine-clues.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import type { OrderContext } from "./order-context.ts";
import { addSchedule, type Draft, newDraft, reach } from "./order-draft.ts";
import { Patients, Purpose, Subject } from "./order-said.ts";
import { goOnByRoute, type LeadDuration, mergeSecondTime } from "./order-share.ts";
import type { Schedule } from "./schedule.ts";
import {
  adjusts,
  chosenBefore,
  isComparison,
  isInTurn,
  isPreparation,
  isTaken,
  opensWithIf,
} from "./sentence-clues.ts";

export class OrderState {
  readonly items: readonly Item[];
  readonly context: OrderContext;
  readonly inTable: boolean;
  /** Which item is read. */
  at = 0;
  sentence = 0;
  /** Of parentheses. */
  depth = 0;
  /** The order that is being read, and those that were. */
  draft: Draft | undefined;
  readonly orders: Draft[] = [];
  /** The dose before the parentheses in which another one stands. */
  alike: Draft | undefined;

  readonly subject: Subject;
  readonly patients = new Patients();
  readonly purpose = new Purpose();
  /** The combination that the dose before a name and the one behind it are parts of. */
  combining: Medicine | undefined;

  // Said before the dose.
  concentration: Measure | undefined;
  routes: readonly Route[] = [];
  /** Said in a row's first cell. */
  rowRoutes: readonly Route[] | undefined;
  #rowPhase: Phase | undefined;
  /** "Oral first: …": of all that the sentence names, where nothing else is said. */
  leadRoutes: readonly Route[] = [];
  /** "Triple therapy for 14 days: …": of all that the sentence names. */
  leadDuration: LeadDuration | undefined;
  schedules: { readonly schedule: Schedule; readonly span: Span }[] = [];
  phase: Phase | undefined;
  begun = false;
  mode: "bolus" | "infusion" | undefined;
  max = false;
  /** The sentence is a list of maxima. */
  onlyMaxima = false;
  upTo = false;
  or = false;
  not = false;
  /** Something of the sentence was forbidden. */
  #forbade = false;
  total = false;
  conditional: boolean;

  /** Where names stand that an order was read for. */
  readonly #usedNames = new Set<number>();

  constructor(items: readonly Item[], context: OrderContext) {
    this.items = items;
    this.context = context;
    this.inTable = context.where === "table";
    const head = headMention(items);
    this.subject = new Subject(context.medicine, head && this.#absolute(head));
    this.conditional = opensWithIf(items, 0) || (this.inTable && adjusts(items));
  }

  get enclosed(): boolean {
    return this.depth > 0;
  }

  /** Nothing is named or ordered yet. */
  get isBeforeAll(): boolean {
    return this.orders.length === 0 && !this.draft && !this.subject.isOwn;
  }

  /** The order before, as long as the sentence may still be about it. */
  get lastGoesOn(): Draft | undefined {
    const last = this.orders.at(-1);
    return last?.sentence === this.sentence && !this.subject.isNewAfter(last) ? last : undefined;
  }

  /** What is named is what the next dose is of. */
  name(mention: MedicineMention, measured = false): void {
    this.subject.name(this.#absolute(mention), measured);
  }

  /** What was named before is what is spoken of. */
  nameAgain(mention: MedicineMention | undefined): void {
    if (mention && !this.draft) this.name(mention);
  }

  /** An order begins with its dose: of the medicine named behind it, or of the one that the text is about. */
  begin(measure: Measure): void {
    const [items, subject, before] = [this.items, this.subject, this.items[this.at - 1]];
    const following = medicineBehind(items, this.at);
    const goesOn = this.draft !== undefined || subject.isOf(this.orders.at(-1));
    const apart = (before?.kind === "break" || before?.kind === "mark") && subject.isNamed && !this.inTable;
    const ofFollowing = isMark(items[this.at + 1], "of") && items[this.at + 2]?.kind === "medicine";
    // "If the blood glucose is still low, give 5 mg hydrocortisone"
    const given =
      isWordLike(before, /^(?:give|administer|inject)$/) && items[this.at + 1]?.kind === "medicine";
    const takesFollowing = following && (!subject.isOwn || goesOn || apart || ofFollowing || given);
    const stray = !takesFollowing && goesOn && isBehindUnknownName(items, this.at);
    this.finish();
    if (stray) subject.drop();
    if (takesFollowing) this.name(following);
    if (!subject.mention) return;
    const draft = this.#newDraft(measure, subject.mention);
    this.draft = draft;
    if (takesFollowing) this.#passToName(draft);
    for (const { schedule, span } of this.schedules) {
      addSchedule(draft, { schedule, span: undefined }, items, this.at);
      if (draft.duration === schedule) draft.durationSpan = span;
    }
    this.schedules = [];
  }

  /** "500 mg oral amoxicillin": what stands between the dose and the name is the dose's. */
  #passToName(draft: Draft): void {
    while (this.items[this.at + 1]?.kind !== "medicine") {
      const item = this.items[++this.at];
      if (item?.kind === "routes") draft.routes = item.routes;
      if (item?.kind === "measure") draft.concentration ??= item.measure;
    }
    reach(draft, this.items[++this.at]?.end ?? 0);
  }

  #newDraft(dose: Measure, mention: MedicineMention): Draft {
    const nameStart = mention.start - this.context.offset;
    const isNear = this.subject.isOwn && nameStart >= 0 && nameStart <= dose.start;
    const start = isNear && !this.#usedNames.has(mention.start) ? nameStart : dose.start;
    this.#usedNames.add(mention.start);
    const said = {
      inherited: !this.subject.isOwn,
      concentration: this.concentration,
      total: this.total,
      routes: this.routes,
      phase: this.phase ?? this.context.phase,
      begun: this.begun || this.context.begun,
      mode: this.mode,
      alternative: this.or,
      population: this.patients.use(),
      indication: this.purpose.use(),
      negated: this.not || isTaken(this.items, this.at),
      upTo: this.upTo,
      preparation:
        isPreparation(this.items, this.at) ||
        isComparison(this.items, this.at) ||
        isInTurn(this.items, this.at),
      conditional: this.conditional,
      sentence: this.sentence,
    };
    this.phase = undefined;
    this.begun = false;
    this.or = false;
    this.upTo = false;
    this.total = false;
    return newDraft(dose, mention, { start, said, context: this.context });
  }

  finish(): void {
    const draft = this.draft;
    this.draft = undefined;
    if (!draft) return;
    if (this.alike && !draft.frequency && !draft.divided) draft.frequency = this.alike.frequency;
    this.alike = undefined;
    const last = this.orders.at(-1);
    goOnByRoute(draft, last);
    // "10 mg once daily" in two cells of a row is said of two kinds of patients or days.
    if (!(last && this.#isOfOtherCell(last, draft)) && mergeSecondTime(last, draft)) return;
    this.orders.push(draft);
    this.max = false;
  }

  #isOfOtherCell({ dose: { end } }: Draft, { dose: { start } }: Draft): boolean {
    return (
      this.inTable &&
      this.items.some((item) => isBreak(item, "cell") && item.start >= end && item.end <= start)
    );
  }

  /** "Aspirin, loading | 300 mg | 300 mg": what the row's first cell says holds for all of them. */
  endCell(): void {
    const isFirst = this.rowRoutes === undefined;
    this.rowRoutes ??= this.routes;
    if (isFirst && !this.draft && this.orders.length === 0 && this.phase === "loading")
      this.#rowPhase = this.phase;
    this.phase ??= this.#rowPhase;
  }

  /** A part of a sentence ends: what was said ahead of a dose is said no longer. */
  endPart(): void {
    this.depth = 0;
    this.schedules = [];
    this.phase = undefined;
    this.mode = undefined;
    this.max = false;
    this.upTo = false;
    this.or = false;
    this.#forbade ||= this.not;
    this.not = false;
    this.patients.endPart();
  }

  /** `step`: the next line of a flow chart begins. */
  endSentence(step: boolean): void {
    this.sentence++;
    this.leadRoutes = [];
    this.onlyMaxima = false;
    this.conditional = opensWithIf(this.items, this.at + 1);
    // "**Caffeine.** For apnoea of prematurity. Maintenance is …": said once, before the first dose.
    this.patients.endSentence(!this.inTable);
    // "Prasugrel: contraindicated after stroke. Load with 60 mg": in whom it is forbidden is not what it is for.
    const goesOn = this.subject.hasHead && this.orders.length === 0 && !this.#forbade;
    if (step) this.purpose.endStep();
    else if (!goesOn && !this.patients.isCase) this.purpose.forget();
    this.#forbade = false;
    const last = this.orders.at(-1);
    const chosen = this.inTable || last?.sentence === this.sentence - 1 ? undefined : this.#chosen();
    this.subject.endSentence(last, chosen);
  }

  #chosen(): MedicineMention | undefined {
    const mention = chosenBefore(this.items, this.at);
    return mention && this.#absolute(mention);
  }

  #absolute(mention: MedicineMention): MedicineMention {
    return moved(mention, this.context.offset);
  }
}
