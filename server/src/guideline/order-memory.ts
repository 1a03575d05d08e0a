// Orders of a paragraph or table, read once for as long as its text and all that its surroundings say stay the
// same: where it stands and where its medicine is named further up do not matter. It must not know how orders are read.

import type { Medicine } from "../lexicon/medicine.ts";
import { oncePerBlock } from "../syntax/block-memory.ts";
import type { Block, Markdown } from "../syntax/markdown.ts";
import { movedFrom } from "../text/memory.ts";
import { moved, type Span, shifted } from "../text/span.ts";
import type { Course } from "./course.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import type { Order } from "./order.ts";
import type { OrderContext } from "./order-context.ts";

/** What the surroundings say. */
export type Surroundings = Omit<OrderContext, "offset" | "block" | "container">;

interface Key {
  readonly surroundings: Surroundings;
  readonly medicine: Medicine | undefined;
  readonly name: string | undefined;
  /** What else is said above. */
  readonly above: string;
}

/** Stands for the place of a medicine that is named outside the block. */
const elsewhere = -1e9;

export interface Reading {
  readonly orders: readonly Order[];
  readonly courses: readonly Course[];
}

type Read<B> = (piece: Markdown, block: B, surroundings: Surroundings, above: string) => Reading;

export function rememberedReading<B extends Block>(read: Read<B>) {
  const known = oncePerBlock<B, Reading, Key>(
    (piece, block, { surroundings, above }) => {
      const { medicine } = surroundings;
      const away = medicine && { ...medicine, start: elsewhere, end: elsewhere };
      return read(piece, block, { ...surroundings, medicine: away }, above);
    },
    ({ orders, courses }, by) => ({
      orders: orders.map((order) => movedFrom(movedOrder(order, by), order)),
      courses: courses.map((course) => movedFrom(movedCourse(course, by), course)),
    }),
    isSame,
  );
  return (markdown: Markdown, block: B, surroundings: Surroundings, above = ""): Reading => {
    const { medicine } = surroundings;
    const key = { surroundings, medicine: medicine?.medicine, name: medicine?.name, above };
    const reading = known(markdown, block, key);
    if (!medicine || reading.orders.length === 0) return reading;
    const orders = reading.orders.map((order) => namedAt(order, medicine, surroundings.supposed));
    return { ...reading, orders: orders.filter((order) => order !== undefined) };
  };
}

function isSame(a: Key, b: Key): boolean {
  if (a.medicine !== b.medicine || a.name !== b.name || a.above !== b.above) return false;
  const [first, second] = [a.surroundings, b.surroundings];
  return (Object.keys(first) as (keyof Surroundings)[]).every(
    (key) =>
      key === "medicine" || first[key] === second[key] || (isNothing(first[key]) && isNothing(second[key])),
  );
}

function isNothing(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A volume without a name may be of anything: "drink two litres". */
function namedAt(order: Order, { start, end }: MedicineMention, supposed = false): Order | undefined {
  if (order.nameSpan.start !== elsewhere) return order;
  if (supposed && order.dose.unit.dimension === "volume") return undefined;
  return movedFrom(
    { ...order, nameSpan: { start, end }, ...(supposed && { supposed: true as const }) },
    order,
  );
}

type Places = {
  [K in keyof Order]-?: NonNullable<Order[K]> extends Span | readonly Span[] ? K : never;
}[keyof Order];

function movedCourse(course: Course, by: number): Course {
  const { part, container } = course;
  return {
    ...moved(course, by),
    part: shifted(part, by),
    container: container + by,
  };
}

function movedOrder(order: Order, by: number): Order {
  const one = <S extends Span | undefined>(span: S): S =>
    span && { ...span, start: span.start + by, end: span.end + by };
  const all = <S extends Span>(spans: readonly S[]) => (spans.length === 0 ? spans : spans.map(one));
  const places = {
    nameSpan: order.nameSpan.start === elsewhere ? order.nameSpan : one(order.nameSpan),
    dose: one(order.dose),
    regimen: one(order.regimen),
    equivalents: all(order.equivalents),
    range: one(order.range),
    volume: one(order.volume),
    dilution: one(order.dilution),
    concentration: one(order.concentration),
    rate: one(order.rate),
    durationSpan: one(order.durationSpan),
    maxima: all(order.maxima),
    block: one(order.block),
  } satisfies Record<Places, unknown>;
  return {
    ...order,
    ...places,
    start: order.start + by,
    end: order.end + by,
    container: order.container + by,
  };
}
