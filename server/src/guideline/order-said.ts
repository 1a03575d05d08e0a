// What a sentence has said so far of its next dose, apart from the dose's own slots: which medicine it is of, for
// whom and what for. It must not know how items are gone through.

import type { Medicine } from "../lexicon/medicine.ts";
import { asAlternatives, type Indication, indicationFrom } from "./indication.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import type { Order } from "./order.ts";
import { everyone, isEveryone, isOnePatient, joined, type Population, stageOf } from "./population.ts";

/** The medicine that the next dose is of. */
export class Subject {
  #mention: MedicineMention | undefined;
  /** It is named in the text itself, not above it. */
  #isOwn = false;
  /** What all of the block is about. */
  readonly #head: MedicineMention | undefined;
  /** The medicine of a row's first cell. */
  #row: MedicineMention | undefined;
  #named = 0;
  #measured = false;
  /** "Prefer digoxin." */
  #chosen: MedicineMention | undefined;
  #sentenceNames = 0;

  constructor(above: MedicineMention | undefined, head: MedicineMention | undefined) {
    this.#mention = above;
    this.#head = head;
  }

  get mention(): MedicineMention | undefined {
    return this.#mention;
  }
  get isOwn(): boolean {
    return this.#isOwn;
  }
  get hasHead(): boolean {
    return this.#head !== undefined;
  }
  get isNamed(): boolean {
    return this.#named > 0;
  }

  /** `measured`: as what is measured in the patient; it is given only where its own sentence says so. */
  name(mention: MedicineMention, measured = false): void {
    this.#mention = mention;
    this.#isOwn = true;
    this.#measured = measured;
    this.#sentenceNames++;
    if (!measured) this.#named++;
  }

  drop(): void {
    this.#mention = undefined;
    this.#isOwn = false;
  }

  isOf(order: Order | undefined): boolean {
    return order !== undefined && order.nameSpan.start === this.#mention?.start;
  }

  /** It was named behind that order. */
  isNewAfter(order: Order | undefined): boolean {
    return this.#isOwn && order?.nameSpan.start !== this.#mention?.start;
  }

  /** A cell ends: the first medicine of the row is the row's. */
  endCell(): void {
    this.#row ??= this.#isOwn ? this.#mention : undefined;
  }
  get isBesideRow(): boolean {
    return this.#row !== undefined && this.#row !== this.#mention;
  }
  returnToRow(): void {
    this.#mention = this.#row;
  }

  /** One medicine in all of the text so far, or the one that was chosen last: the next sentence goes on about it. */
  endSentence(last: Order | undefined, chosen: MedicineMention | undefined): void {
    if (chosen) this.#chosen = chosen;
    else if (this.#sentenceNames > 0) this.#chosen = undefined;
    this.#sentenceNames = 0;
    if (this.#chosen && !this.#head) {
      this.#mention = this.#chosen;
      this.#isOwn = true;
    } else if (this.#head) {
      this.#mention = this.#head;
      this.#isOwn = true;
    } else if (this.#named > 1 || (this.#measured && !this.isOf(last))) this.drop();
    else if (this.#named === 1) this.#isOwn = true;
  }
}

/** Whom the next dose is for. */
export class Patients {
  #population: Population = everyone;
  #used = false;
  /** The population was said before the medicine: it holds for all of the sentence. */
  #first = false;
  /** Who the sentence was about so far. */
  #groups: Population["groups"] = [];
  /** Whom the sentence is about, and whom the one before it was about. */
  #own: Population = everyone;
  #before: Population = everyone;
  /** The one patient that the text tells of. */
  #one: Population = everyone;
  /** Who stands before a colon that the text, or its last part, opens with. */
  #head: Population = everyone;

  /** A dose was read for them. */
  get used(): boolean {
    return this.#used;
  }

  say(population: Population, first: boolean): void {
    if (this.#used || isEveryone(this.#population)) this.#first = first;
    this.#population = this.#used ? this.#goingOn(population) : joined(this.#population, population);
    this.#used = false;
    this.#groups = this.#population.groups;
    this.#own = this.#population;
  }

  /** "In children: only bleeding matters. Prednisolone …": whom what follows is about, until others are named so. */
  head(population: Population, opens: boolean): void {
    this.#head = opens ? population : everyone;
    if (opens) this.#population = everyone;
  }

  /** "Such a child", "these patients": those of the sentence before. */
  sayAgain(population: Population, first: boolean): void {
    this.say(stageOf(this.#before) === stageOf(population) ? this.#before : population, first);
  }

  use(): Population {
    this.#used = true;
    return this.#population;
  }

  endPart(): void {
    this.#used = true;
    if (!this.#first) this.#population = everyone;
  }

  /** `told`: "A girl of 5 years, 20 kg, is vomiting. She …": the next sentence is about her as well. */
  endSentence(told = false): void {
    if (!isEveryone(this.#own)) this.#one = told && isOnePatient(this.#own) ? this.#own : everyone;
    this.#population = isEveryone(this.#one) ? this.#head : this.#one;
    this.#used ||= !isEveryone(this.#population);
    this.#groups = [];
    this.#before = this.#own;
    this.#own = everyone;
  }

  /** What is told is told of one patient. */
  get isCase(): boolean {
    return this.#one !== everyone;
  }

  /** "child under 6 months, 10 mg; from 6 months to 5 years, 20 mg": still a child. */
  #goingOn(population: Population): Population {
    if (population.groups.length > 0 || !population.age) return population;
    const whole = { ...population, groups: this.#groups };
    return stageOf(whole) === stageOf(population) || stageOf(population) === undefined ? whole : population;
  }
}

/** What the next dose is for. */
export class Purpose {
  #conditions: string[] = [];
  #qualifiers: string[] = [];
  #used = false;
  #anyOf = true;
  /** How many were said before the sentence's first medicine: they hold for all of it. */
  #firstConditions = 0;
  #firstQualifiers = 0;
  /** Qualifiers that only a column's head says. */
  readonly #ofHead = new Set<string>();
  /** It was said in an earlier step of a flow chart, and holds until another one says it. */
  #ofStep = false;

  get isSaid(): boolean {
    return this.#conditions.length > 0 || this.#qualifiers.length > 0;
  }

  /** What is said next is said of another dose than the one that was read; `no`: such qualifiers hold no longer. */
  goOn(no = /^$/): void {
    if (!this.#used) return;
    this.#conditions = this.#conditions.slice(0, this.#firstConditions);
    this.#qualifiers = this.#qualifiers.slice(0, this.#firstQualifiers).filter((id) => !no.test(id));
    this.#firstQualifiers = this.#qualifiers.length;
    this.#used = false;
  }

  /** `or`: as another way to the condition before it. */
  sayCondition(id: string, or: boolean): void {
    this.#replaceStep();
    this.#anyOf = this.#conditions.length === 0 || (this.#anyOf && or);
    this.#conditions.push(id);
  }

  sayQualifier(id: string, byHead = false): void {
    this.#replaceStep();
    if (!byHead) this.#ofHead.delete(id);
    else if (!this.#qualifiers.includes(id)) this.#ofHead.add(id);
    this.#qualifiers.push(id);
  }

  /** Beside which other medicine. */
  sayTaken({ name }: Medicine): void {
    this.sayQualifier(`with ${name}`);
    this.holdForAll();
  }

  /** "First choice" above a cell with a dose says nothing of the doses in the cells beside it. */
  endCell(): void {
    if (!this.#used || this.#ofHead.size === 0) return;
    const keeps = (id: string) => !this.#ofHead.has(id);
    this.#firstQualifiers = this.#qualifiers.slice(0, this.#firstQualifiers).filter(keeps).length;
    this.#qualifiers = this.#qualifiers.filter(keeps);
    this.#ofHead.clear();
  }

  /** No medicine is named yet: what was said holds for all of the sentence. */
  holdForAll(): void {
    this.#firstConditions = this.#conditions.length;
    this.#firstQualifiers = this.#qualifiers.length;
  }

  use(): Indication {
    this.#used = true;
    const indication = indicationFrom(this.#conditions, this.#qualifiers);
    return this.#anyOf ? asAlternatives(indication) : indication;
  }

  /** "→ moderate croup" leads to "→ dexamethasone". */
  endStep(): void {
    this.goOn();
    this.#ofStep = this.isSaid;
    this.holdForAll();
  }

  #replaceStep(): void {
    if (this.#ofStep) this.forget();
    this.#ofStep = false;
  }

  forget(): void {
    this.#conditions = [];
    this.#qualifiers = [];
    this.holdForAll();
  }
}
