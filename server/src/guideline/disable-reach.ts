// What each comment that keeps rules silent reaches: a line, a stretch, the whole document; and which of them have
// no sense. Each rule that a comment names is a Silence of its own. It must not know which rules there are.

import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type Disable, type NamedRule, parseDisables } from "./disable.ts";
import type { Guideline } from "./guideline.ts";

/** One rule that one comment keeps silent; no rule: all of them. */
export interface Silence {
  readonly by: Disable;
  readonly rule: NamedRule | undefined;
}

/** `twice`: it was silent already; `stray`: nothing to enable; `open`: never enabled again. */
export interface DisableFault {
  readonly kind: "twice" | "stray" | "open";
  readonly silence: Silence;
  /** Of what was silent already: by what. */
  readonly before?: Silence;
}

export interface Silences {
  readonly disables: readonly Disable[];
  readonly faults: readonly DisableFault[];
  /** All but those that end others. */
  readonly all: readonly Silence[];
  /** What keeps a rule silent at a place; where several do, the widest. */
  at(rule: string, offset: number): Silence | undefined;
  /** The line that a comment for one line means. */
  lineOf(disable: Disable): number;
  /** Which comments end a stretch, or a part of it. */
  endsOf(silence: Silence): readonly Disable[];
  /** Which stretches a comment ends. */
  endedBy(
    comment: Disable,
  ): readonly { readonly rule: NamedRule | undefined; readonly ended: readonly Silence[] }[];
}

interface Stretch extends Span {
  readonly silence: Silence;
}

const every = "*";
const keyOf = (rule: NamedRule | undefined): string => rule?.id ?? every;

export const silencesIn = oncePer((guideline: Guideline): Silences => {
  const disables = parseDisables(guideline.markdown);
  const lineOf = lineFinder(guideline, disables);
  const blocks = new Blocks();
  const single = new Map<string, Silence>();
  const faults: DisableFault[] = [];
  const all: Silence[] = [];
  const add = (key: string, silence: Silence) => {
    const before = single.get(key);
    if (before) faults.push({ kind: "twice", silence, before });
    else single.set(key, silence);
  };
  for (const by of disables) {
    const rules = by.rules.length > 0 ? by.rules : [undefined];
    if (by.kind === "enable") faults.push(...blocks.end(by, rules));
    else if (by.kind !== undefined) {
      for (const rule of rules) {
        const silence = { by, rule };
        all.push(silence);
        if (by.kind === "block") faults.push(...blocks.begin(silence));
        else add(by.kind === "file" ? keyOf(rule) : `${lineOf(by)} ${keyOf(rule)}`, silence);
      }
    }
  }
  faults.push(...blocks.close(guideline.text.length));
  return {
    disables,
    faults,
    all,
    lineOf,
    at(rule, offset) {
      const line = single.size === 0 ? 0 : guideline.lines.positionAt(offset).line;
      return (
        single.get(rule) ??
        single.get(every) ??
        blocks.at(rule, offset) ??
        single.get(`${line} ${rule}`) ??
        single.get(`${line} ${every}`)
      );
    },
    endsOf: (silence) => blocks.endings.get(silence) ?? [],
    endedBy: (comment) => blocks.ends.get(comment) ?? [],
  };
});

/** The line that a comment means: its own, or the next that has something to read. */
function lineFinder({ lines, markdown: { plain } }: Guideline, disables: readonly Disable[]) {
  const found = new Map<Disable, number>();
  /** Where something to read stands next: after the comment, and after its line. */
  let [after, afterLine, nextStart] = [plain.length, plain.length, plain.length];
  for (const disable of disables.filter((one) => one.in === "comment").toReversed()) {
    const { end } = disable.span;
    const lineEnd = lines.end(lines.positionAt(end).line);
    const read = (from: number) => from + plain.slice(from, nextStart).search(/\S/);
    if (nextStart >= lineEnd) afterLine = read(lineEnd) < lineEnd ? after : read(lineEnd);
    after = read(end) < end ? after : read(end);
    nextStart = disable.span.start;
    const own = lines.positionAt(disable.span.start).line;
    found.set(disable, disable.kind === "next-line" ? lines.positionAt(afterLine).line : own);
  }
  return (disable: Disable): number => found.get(disable) ?? 0;
}

/** "disable" to "enable". Within a stretch of all rules, single ones may be enabled. */
class Blocks {
  readonly #open = new Map<string, { start: number; silence: Silence }>();
  readonly #done = new Map<string, Stretch[]>();
  /** Where single rules speak within a stretch of all rules. */
  readonly #lifted = new Map<string, number>();
  readonly #lifts = new Map<string, Span[]>();
  readonly ends = new Map<Disable, { rule: NamedRule | undefined; ended: Silence[] }[]>();

  readonly endings = new Map<Silence, Disable[]>();

  begin(silence: Silence): DisableFault[] {
    const key = keyOf(silence.rule);
    const { start } = silence.by.span;
    const before = this.#open.get(key) ?? (this.#lifted.has(key) ? undefined : this.#open.get(every));
    if (before) return [{ kind: "twice", silence, before: before.silence }];
    this.#endLift(key, start);
    this.#open.set(key, { start, silence });
    return [];
  }

  end(by: Disable, rules: readonly (NamedRule | undefined)[]): DisableFault[] {
    return rules.flatMap((rule) => {
      const ended = rule ? this.#endOne(keyOf(rule), by.span.start) : this.#endAll(by.span.start);
      if (ended.length === 0) return { kind: "stray" as const, silence: { by, rule } };
      push(this.ends, by, { rule, ended });
      for (const silence of ended) push(this.endings, silence, by);
      return [];
    });
  }

  close(end: number): DisableFault[] {
    return this.#endAll(end).map((silence) => ({ kind: "open", silence }));
  }

  at(rule: string, offset: number): Silence | undefined {
    const own = stretchAt(this.#done.get(rule), offset);
    if (own) return own.silence;
    return stretchAt(this.#lifts.get(rule), offset)
      ? undefined
      : stretchAt(this.#done.get(every), offset)?.silence;
  }

  #endOne(key: string, at: number): Silence[] {
    const own = this.#open.get(key);
    const whole = this.#open.get(every);
    if (own) {
      this.#finish(key, at);
      if (whole) this.#lifted.set(key, at);
      return [own.silence];
    }
    if (!whole || this.#lifted.has(key)) return [];
    this.#lifted.set(key, at);
    return [whole.silence];
  }

  #endAll(at: number): Silence[] {
    const ended = [...this.#open.values()].map(({ silence }) => silence);
    for (const key of [...this.#open.keys()]) this.#finish(key, at);
    for (const key of [...this.#lifted.keys()]) this.#endLift(key, at);
    return ended;
  }

  #finish(key: string, end: number): void {
    const { start, silence } = this.#open.get(key) ?? {};
    if (start === undefined || !silence) return;
    this.#open.delete(key);
    push(this.#done, key, { start, end, silence });
  }

  #endLift(key: string, end: number): void {
    const start = this.#lifted.get(key);
    if (start === undefined) return;
    this.#lifted.delete(key);
    push(this.#lifts, key, { start, end });
  }
}

function push<K, T>(lists: Map<K, T[]>, key: K, member: T): void {
  const list = lists.get(key);
  if (list) list.push(member);
  else lists.set(key, [member]);
}

/** They are in order and apart. */
function stretchAt<S extends Span>(stretches: readonly S[] = [], offset: number): S | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = stretches[low - 1];
  return last && offset < last.end ? last : undefined;
}
