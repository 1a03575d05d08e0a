// Takes out the findings that an author keeps silent, and tells how the comments fared that do so. It must not
// know single rules.

import type { Disable } from "../guideline/disable.ts";
import { type Silence, type Silences, silencesIn } from "../guideline/disable-reach.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Finding } from "./rule.ts";

/** The rule that looks at the comments themselves. */
const own = "disable-unused";

/**
 * What it means that a rule found nothing: there is nothing; nothing in what it was compared with, which is all
 * there is; another document may decide that; nobody asked.
 */
export type Silent = "certain" | "compared" | "unknown" | "off";

export interface Disabling {
  /** Every rule there is. */
  readonly known: readonly string[];
  /** What kept at least one finding silent. */
  readonly used: ReadonlySet<Silence>;
  /** Of each rule that did not fail. */
  readonly silence: ReadonlyMap<string, Silent>;
}

/** Whether what keeps a rule, or all, silent is of no use; undefined where that cannot be told. */
function isUnused({ known, used, silence }: Disabling, one: Silence): Silent | undefined {
  if (used.has(one)) return undefined;
  const asked = one.rule ? [one.rule.id] : known;
  const silent = asked.filter((rule) => rule !== own).map((rule) => silence.get(rule) ?? "unknown");
  const told = silent.filter((value) => value !== "off");
  if (told.length === 0 || told.includes("unknown")) return undefined;
  return told.includes("compared") ? "compared" : "certain";
}

export function withoutDisabled(
  guideline: Guideline,
  findings: readonly Finding[],
): { readonly kept: readonly Finding[]; readonly used: ReadonlySet<Silence> } {
  const silences = silencesIn(guideline);
  const used = new Set<Silence>();
  if (silences.all.length === 0) return { kept: findings, used };
  const kept = findings.filter(({ rule, span }) => {
    const silence = silences.at(rule, span.start);
    // A comment that disables all rules is not kept from being looked at itself.
    if (!silence || (rule === own && !silence.rule)) return true;
    used.add(silence);
    return false;
  });
  return { kept, used };
}

/** Something a comment says to no use. */
export interface Useless {
  readonly silence: Silence;
  readonly why: "unused" | "twice" | "stray";
  /** Of what was silent already: by what. */
  readonly before?: Silence;
  readonly certain: boolean;
}

/** By comment: taken away one by one, its names would leave a comment that disables all rules. */
export function uselessIn(
  silences: Silences,
  disabling?: Disabling,
): ReadonlyMap<Disable, readonly Useless[]> {
  const found = new Map<Disable, Useless[]>();
  const add = (useless: Useless) => {
    const list = found.get(useless.silence.by);
    if (list) list.push(useless);
    else found.set(useless.silence.by, [useless]);
  };
  const twice = new Set<Silence>();
  for (const { kind, silence, before } of silences.faults) {
    if (kind === "open") continue;
    twice.add(silence);
    add({ silence, why: kind, certain: true, ...(before && { before }) });
  }
  for (const silence of disabling ? silences.all : []) {
    const told = twice.has(silence) ? undefined : disabling && isUnused(disabling, silence);
    if (told) add({ silence, why: "unused", certain: told === "certain" });
  }
  return found;
}
