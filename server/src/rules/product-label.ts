// By what a text tells one preparation of a medicine from another: what holds it, a colour, for whom it is, how strong
// it is called, how it is given. It must not know strengths.

import { matchesIn } from "../text/matches.ts";

export type Kind = "stock" | "liquid" | "syringe" | "bag" | "nebules" | "drops";

const kinds: readonly (readonly [Kind, RegExp])[] = [
  [
    "stock",
    /\b(?:vials?|phials?|ampoules?|ampules?|amps?|cartridges?|concentrates?|pre-?filled +(?:syringes?|pens?))\b/gi,
  ],
  ["liquid", /\b(?:syrups?|suspensions?|elixirs?|(?:oral +)?(?:solutions?|liquids?)|mixtures?|bottles?)\b/gi],
  ["syringe", /(?<!\bpre-?filled +)\bsyringes?\b/gi],
  ["bag", /\b(?:(?:mini)?bags?|drips?|cassettes?)\b/gi],
  ["nebules", /\b(?:nebules?|nebuli[sz]er +solution)\b/gi],
  [
    "drops",
    /\b(?:(?:eye|ear|nasal|oral|pa?ediatric|infant|baby) +drops|(?:the|of) +drops(?= *[.,:;(]| *$))\b/gi,
  ],
];

/** "The vial is a 2 mL solution": what is in anything. */
export const general = /^(?:solutions?|liquids?|mixtures?|concentrates?)$/;

/** What holds it; of several that one which stands last. */
export function kindIn(text: string): { readonly kind: Kind; readonly name: string } | undefined {
  const found = kinds.flatMap(([kind, word]) => {
    const last = matchesIn(text, word).at(-1);
    return last ? [{ kind, name: last[0].toLowerCase(), at: last.index }] : [];
  });
  const sorted = found.toSorted((a, b) => b.at - a.at);
  return sorted.find(({ name }) => !general.test(name)) ?? sorted[0];
}

const routes: readonly (readonly [string, RegExp])[] = [
  ["im", /\b(?:IM|[Ii]ntramuscular\w*|[Mm]uscles?)\b/],
  ["iv", /\b(?:IV|[Ii]ntravenous\w*|[Vv]eins?)\b/],
  ["oral", /\b(?:oral(?:ly)?|by +mouth|drinks?|swallows?|syrups?|suspensions?|elixirs?)\b/i],
  ["sc", /\b(?:SC|subcutaneous\w*)\b/],
  ["spinal", /\b(?:epidural\w*|intrathecal\w*|spinal\w*)\b/i],
  ["rectal", /\brectal\w*\b/i],
];

export const routesIn = (text: string): readonly string[] =>
  routes.flatMap(([route, word]) => (word.test(text) ? [route] : []));

/** Whose a preparation is; the same words may say whom a dose is for. */
export const persons = "persons";

/** They keep apart what is not the same, but do not name it. */
export const unnaming: ReadonlySet<string> = new Set(["order", "size", "phase"]);

/** In each group one word keeps two preparations apart from each other. */
const labels: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    persons,
    [
      ["adult", "adults?"],
      ["paediatric", "paediatric|pediatric|child(?:ren)?(?:'s)?"],
      ["neonatal", "neonat\\w+|newborns?"],
      ["infant", "infants?|bab(?:y|ies)"],
    ],
  ],
  [
    "grade",
    [
      [
        "strong",
        "forte|concentrated?|(?<!\\b(?:too|so|very|how) +)strong(?:er)?|high(?:er)?[- ](?:strength|concentration)",
      ],
      ["weak", "weak(?:er)?|low(?:er)?[- ](?:strength|concentration)"],
      ["double", "double[- ](?:strength|concentration)|double(?= *\\|)"],
      ["single", "(?<!\\ban? )(?:single|normal)[- ]strength|single(?= *\\|)"],
      ["quadruple", "(?:quadruple|quad)[- ]strength"],
      ["half", "half[- ]strength"],
      ["working", "working"],
    ],
  ],
  ["rank", [["ordinary", "ordinary|regular"]]],
  [
    "order",
    [
      ["first", "first(?= bag)|bag (?:1|A|one)"],
      ["second", "bag (?:2|B|two)"],
      ["third", "bag (?:3|C|three)"],
    ],
  ],
  [
    "size",
    [
      ["large", "(?:large|big)(?! +(?:volumes?|amounts?|doses?|child\\w*|bab\\w*|veins?))"],
      ["small", "small(?! +(?:volumes?|amounts?|doses?|child\\w*|bab\\w*|infants?|veins?|syringes?))"],
    ],
  ],
  [
    "use",
    [
      ["lock", "locks?"],
      ["flush", "flush(?:es|ing)?"],
      ["dental", "dental"],
      ["arrest", "cardiac|arrest"],
      ["depot", "depot(?! +(?:suppl|deliver|send|sent|stock|keep|issu|has|buys|vial))|retard"],
    ],
  ],
  [
    "phase",
    [
      ["loading", "loading"],
      ["maintenance", "maintenance"],
    ],
  ],
  [
    "colour",
    [
      ...[
        "red",
        "blue",
        "green",
        "yellow",
        "white",
        "brown",
        "black",
        "orange",
        "purple",
        "pink",
        "clear",
      ].map((one) => [one, one] as const),
      ["grey", "gr[ae]y"],
      ["amber", "amber"],
    ],
  ],
];

const patterns = labels.map(
  ([group, words]) =>
    [
      group,
      words.map(([label, pattern]) => [label, new RegExp(`\\b(?:${pattern})\\b`, "gi")] as const),
    ] as const,
);

/** What is said in each group. */
export type Labels = ReadonlyMap<string, ReadonlySet<string>>;

export function labelsIn(text: string): Labels {
  return new Map(
    patterns.flatMap(([group, words]) => {
      const found = words.flatMap(([label, word]) => (matchesIn(text, word).length > 0 ? [label] : []));
      return found.length > 0 ? [[group, new Set(found)] as const] : [];
    }),
  );
}

/** Of the preparations that stand before a strength the one it is of: "7.5 mL of the green bottle, or 0.75 mL of the red bottle (". */
export function lastNamed(said: string): string {
  const several = [...labelsIn(said)].some(([group, found]) => group !== persons && found.size > 1);
  return several ? (said.split(/,|\b(?:or|and|but|not|than)\b/).at(-1) ?? "") : said;
}

/** Both are called something of one group, and nothing alike. */
export const areToldApart = (a: Labels, b: Labels): boolean =>
  [...a].some(([group, words]) => b.has(group) && ![...words].some((one) => b.get(group)?.has(one)));
