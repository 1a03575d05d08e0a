// Which of the model's sequences a request computes in: the one that has read most of its prompt already,
// else one whose content is missed least. It must not know requests, lanes or text.

/** Text at the cursor, text that will be wanted at a cursor, or something else. */
export type Purpose = "typing" | "preparing" | "other";

/** What the choice needs of a sequence; `shared` tells how much of a prompt it has read. */
export interface Cache<Token> {
  readonly size: number;
  shared(tokens: readonly Token[]): number;
}

interface Slot<Token, S extends Cache<Token>> {
  readonly cache: S;
  busy: boolean;
  /** Typing's sequences are not given to other work while there is another one. */
  typing: boolean;
  usedAt: number;
}

/** Reading so much of a prompt anew costs more than what else the sequence holds is worth. */
const worthKeeping = 1 / 3;

export class Sequences<Token, S extends Cache<Token>> {
  readonly #slots: Slot<Token, S>[] = [];
  #waiting: (() => void)[] = [];
  #clock = 0;

  constructor(caches: readonly S[]) {
    this.add(caches);
  }

  add(caches: readonly S[]): void {
    for (const cache of caches) this.#slots.push({ cache, busy: false, typing: false, usedAt: 0 });
  }

  /** Undefined when all are in use. One is always left for the author, who types at one place at a time. */
  claim(tokens: readonly Token[], purpose: Purpose): S | undefined {
    const typing = purpose !== "other";
    const free = this.#slots.filter(({ busy }) => !busy);
    const kept = typing || this.#slots.length === 1 ? 0 : 1;
    if (free.length <= kept) return undefined;
    const slot = this.#matching(free, tokens, typing) ?? this.#leastMissed(free, typing);
    slot.busy = true;
    slot.typing = typing;
    // A look around must not cost the place where the author types its cache.
    if (purpose !== "preparing") slot.usedAt = ++this.#clock;
    return slot.cache;
  }

  release(cache: S): void {
    const slot = this.#slots.find((one) => one.cache === cache);
    if (slot) slot.busy = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when a sequence has become free. */
  released(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Where an author types or typed, the last place first. */
  typed(): S[] {
    const slots = this.#slots.filter(({ typing, cache }) => typing && cache.size > 0);
    return slots.toSorted((a, b) => b.usedAt - a.usedAt).map(({ cache }) => cache);
  }

  /** True when one of them has read the whole of it, so that there is nothing to prepare. */
  has(tokens: readonly Token[]): boolean {
    return this.#slots.some(({ cache }) => cache.shared(tokens) === tokens.length);
  }

  #matching(free: readonly Slot<Token, S>[], tokens: readonly Token[], typing: boolean) {
    let best: Slot<Token, S> | undefined;
    let most = tokens.length * worthKeeping;
    for (const slot of free) {
      if (slot.typing && !typing) continue;
      const shared = slot.cache.shared(tokens);
      if (shared <= most) continue;
      most = shared;
      best = slot;
    }
    return best;
  }

  #leastMissed(free: readonly Slot<Token, S>[], typing: boolean): Slot<Token, S> {
    const here = this.#slots
      .filter((slot) => slot.typing)
      .reduce<Slot<Token, S> | undefined>((a, b) => (a && a.usedAt > b.usedAt ? a : b), undefined);
    // Where an author types, and where they typed before: more is not kept at the cost of other work.
    const enough = typing && this.#slots.filter((slot) => slot.typing).length >= 2;
    // The place where the author typed last is given up only if there is nothing else.
    const cost = (slot: Slot<Token, S>) =>
      slot.cache.size === 0 && !enough ? 0 : slot === here ? 3 : slot.typing === typing ? 1 : 2;
    return free.toSorted((a, b) => cost(a) - cost(b) || a.usedAt - b.usedAt)[0]!;
  }
}
