// Where a document calls a medicine now by its British or international name, now by its American one, and does not say
// that they are the same, or says which of them it uses. It must not know spelling.

import type { Guideline } from "../guideline/guideline.ts";
import type { MedicineMention } from "../guideline/medicine-mention.ts";
import {
  declaredName,
  isExplained,
  isHeadedBy,
  isJoinedTo,
  isOthersName,
  type NameUse,
  namesInUse,
  namesOf,
} from "../guideline/medicine-name.ts";
import { areNational, countryOf, hasNationalNames, type NamingCountry } from "../lexicon/american-names.ts";
import { isSpellingOf, officialName } from "../lexicon/official-names.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { inCaseOf } from "./case.ts";
import { gathering } from "./gathered.ts";
import type { Fix, RuleContext } from "./rule.ts";

export interface NameSlip {
  /** The name that the document uses, or should. */
  readonly main: NameUse;
  readonly odd: NameUse;
  /** The document says that they are the same, and then goes on with one of them. */
  readonly explained: boolean;
  /** Only below a heading with the document's own name. */
  readonly headed?: boolean;
}

/** One for each name that is not the document's; `wanted` is what a project asks for. */
export function* nationalNameSlips(
  guideline: Guideline,
  wanted: NamingCountry | undefined,
): Iterable<NameSlip> {
  for (const names of namesInUse(guideline)) {
    const [first] = names;
    if (!first) continue;
    const declared = declaredName(guideline, names);
    const main = declared ?? names.find(({ name }) => countryOf(name) === wanted) ?? first;
    for (const use of names) {
      if (use === main || !areNational(main.name, use.name)) continue;
      // Where the name is declared, what only explains the other one is left alone.
      const explained = !declared && isExplained(guideline, main, use);
      const alone = (one: NameUse, other: NameUse) =>
        one.mentions.filter((mention) => !isJoinedTo(guideline, mention, other));
      const used = declared || explained ? alone(use, main) : use.mentions;
      // Where both are said to be the same, only one that stands against the habit is odd.
      const [first] = use.mentions;
      const foreign = first !== undefined && isOthersName(guideline.markdown.plain, first);
      if (used.length > 0 && (!explained || foreign || alone(main, use).length > used.length))
        yield {
          ...{ main, odd: { ...use, mentions: used }, explained },
          headed: isHeadedBy(guideline, use, main),
        };
    }
  }
}

const described = { american: "the American name", british: "the British and international name" } as const;

export function foundName({ lines }: Guideline, slip: NameSlip) {
  const { main, odd, explained, headed = false } = slip;
  const [first, ...more] = odd.mentions.map(spanOf) as [Span, ...Span[]];
  const own = main.mentions[0] as Span;
  const line = lines.positionAt(own.start).line + 1;
  return {
    span: first,
    // "acyclovir" and "aciclovir" are seen to be one medicine.
    ...((explained || headed || isSpellingOf(main.name, odd.name)) && { severity: "information" as const }),
    message: explained
      ? `"${odd.name}" is called "${main.name}" (line ${line}) in most of this document. Whoever reads only this part may not know that they are one medicine: use one name throughout.`
      : `"${odd.name}" is ${described[countryOf(odd.name)]} of what this document calls "${main.name}" (line ${line}). Readers may look for two medicines: use one name throughout, or say once that they are the same.`,
    related: [
      { span: spanOf(own), message: `Called "${main.name}" here.` },
      ...more.map((span) => ({ span, message: "Also here." })),
    ],
    state: slip,
  };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

interface OwnName {
  readonly first: MedicineMention;
  /** The document knows the medicine by both names; it may say so only to explain the other one. */
  readonly knows: "one" | "both" | "gloss";
}

/** Of each medicine with national names the name that the document calls it by. */
const ownNames = oncePer(
  (guideline: Guideline): ReadonlyMap<string, OwnName> =>
    new Map(
      [...namesOf(guideline)].flatMap(([medicine, uses]): [string, OwnName][] => {
        const [first] = uses[0]?.mentions ?? [];
        if (!first || !hasNationalNames(first.medicine)) return [];
        const countries = new Set(uses.map(({ name }) => countryOf(name)));
        if (countries.size === 1) return [[medicine, { first, knows: "one" }]];
        const glossing = glossedName(guideline, uses);
        return [[medicine, glossing ? { first: glossing, knows: "gloss" } : { first, knows: "both" }]];
      }),
    ),
);

/** "Paracetamol (called acetaminophen in American leaflets)": the first name, where the other is only how others call it. */
function glossedName(
  { markdown: { plain } }: Guideline,
  uses: readonly NameUse[],
): MedicineMention | undefined {
  const [main, ...others] = uses.toSorted((a, b) => firstOf(a) - firstOf(b));
  if (!main) return undefined;
  const isGloss = others.every((use) => use.mentions.every((one) => isOthersName(plain, one)));
  return isGloss ? main.mentions[0] : undefined;
}
const firstOf = ({ mentions }: NameUse) => mentions[0]?.start ?? 0;

const namesElsewhere = gathering(({ guideline }) => ownNames(guideline));

/** A medicine whose name is American in most documents of the project and British in this one, or the other way round. */
export function* namesAgainstProject(guideline: Guideline, { neighbours }: RuleContext) {
  const all = namesElsewhere(neighbours);
  for (const [medicine, { first: own, knows }] of ownNames(guideline)) {
    const elsewhere = all(medicine);
    if (knows !== "one" || elsewhere.length === 0 || elsewhere.some(({ value }) => value.knows === "both"))
      continue;
    const country = countryOf(officialName(own.name) ?? own.name);
    const others = elsewhere.flatMap(({ neighbour, value: { first } }) => {
      const name = officialName(first.name) ?? first.name;
      return countryOf(name) === country ? [] : [{ neighbour, name, span: spanOf(first) }];
    });
    const [other] = others;
    const alike = elsewhere.length - others.length + 1;
    if (!other || others.length < alike) continue;
    const use = namesOf(guideline).get(medicine)?.[0] as NameUse;
    const main = { name: other.name, mentions: [] };
    yield {
      span: spanOf(own),
      severity: "information" as const,
      message: `"${use.name}" is called "${other.name}" in another document of the project. Readers of both may look for two medicines: use one name throughout, or say that they are the same.`,
      related: [{ span: other.span, message: `Called "${other.name}" here.`, in: other.neighbour }],
      state: { main, odd: use, explained: false },
    };
  }
}

export function nameFixes({ main, odd }: NameSlip, text: string): Fix[] {
  const edits = odd.mentions.map(({ start, end }) => ({
    span: { start, end },
    newText: inCaseOf(text.slice(start, end), main.name),
  }));
  const places = edits.length > 1 ? ` in all ${edits.length} places` : "";
  return [{ title: `Use "${main.name}"${places}`, edits, certain: false }];
}
