// Routes as guidelines write them: "PO", "by mouth", "i.v.", "IM or IV", "into the cheek". It must not know
// medicines.

import type { Route } from "../lexicon/medicine.ts";
import type { Token } from "./lexer.ts";
import { isRangeSign, isSign, isWord } from "./measure.ts";

const spellings: Readonly<Record<Route, string>> = {
  oral: "po; oral; orally; by mouth; per mouth; via the mouth; through the mouth; per os; per oral; perorally; per orally; p o; via nasogastric tube; by nasogastric tube; nasogastric; ng tube; via ng tube; by ng tube; to be swallowed; swallowed whole; swallowed once; swallowed with",
  iv: "iv; ivi; intravenous; intravenously; into a vein; into the vein; into a peripheral vein; into a large vein; into a central vein; by vein; i v; ivp; ivpb; ivdrip",
  im: "im; imi; intramuscular; intramuscularly; i m; into the muscle; into a muscle; into the thigh; into the outer thigh; into the lateral thigh; into the upper thigh; into the buttock; into the deltoid; in the thigh; in the outer thigh; in the lateral thigh",
  sc: "sc; subcutaneous; subcutaneously; subcut; subcutaneousl; sq; s c; subq; under the skin; beneath the skin",
  rectal:
    "pr; rectal; rectally; per rectum; intrarectal; intrarectally; into the rectum; ir; suppository; suppositories",
  inhaled: "inhaled; inhalation; by inhaler; mdi; inhaler; by spacer",
  nebulised:
    "nebulised; nebulized; nebuliser; nebulizer; by nebuliser; by nebulizer; nebulisation; nebulization; neb; nebs; updraft; by updraft; via updraft",
  topical: "topical; topically; apply; ointment; cream; lotion; gel; paste; shampoo; applied",
  vaginal:
    "pv; vaginal; vaginally; intravaginal; intravaginally; per vagina; per vaginam; pessary; pessaries",
  sublingual: "sl; sublingual; sublingually; under the tongue; beneath the tongue; s l",
  buccal:
    "buccal; buccally; into the cheek; inside the cheek; between gum and cheek; between the gum and the cheek; oromucosal",
  nasal:
    "intranasal; intranasally; nasal; nasally; nasal spray; into each nostril; in each nostril; into one nostril; into the nose; up the nose",
  eye: "eye drops; eye drop; eye ointment; in both eyes; both eyes; into both eyes; into the affected eye; in the affected eye; into each eye; in each eye; into the eye; conjunctival; intraocular; ophthalmic; intracameral; intracamerally; into the anterior chamber; intravitreal; intravitreally; into the vitreous; subconjunctival; subconjunctivally",
  ear: "ear drops; ear drop; into the ear; in the ear; otic",
  intraosseous: "io; intraosseous; intraosseously; i o",
  intrathecal: "intrathecal; intrathecally; spinal",
  intradermal: "intradermal; intradermally",
  epidural: "epidural; epidurally",
  transdermal: "transdermal; transdermally",
};
/** Where it is put, in other words: "into alternate buttocks", "through the drip", "down the feeding tube". */
const sites: readonly (readonly [preposition: RegExp, site: RegExp, route: Route])[] = [
  [/^into$/, /^(?:buttocks?|thighs?|muscles?|deltoids?|hip)$/, "im"],
  [/^into$/, /^(?:veins?|cannula|drip|vena)$/, "iv"],
  [/^(?:by|through|via)$/, /^(?:drip|vein|cannula)$/, "iv"],
  [/^(?:below|beneath|under)$/, /^skin$/, "sc"],
  [/^(?:by|through|via|down|into)$/, /^tube$/, "oral"],
  [/^into$/, /^(?:rectum|anus)$/, "rectal"],
];
const beside =
  /^(?:a|an|the|one|other|opposite|alternate|alternating|same|outer|upper|front|side|left|right|his|her|their|central|peripheral|large|big|small|slow|running|part|feeding|gastric|stomach|nose|nasal|nasogastric|orogastric|naso-gastric|peg|of|gluteal|thigh|deltoid|vastus)$/;
/** "1.2 million units into each buttock" is a half of the dose: it is left alone. */
const mostBeside = 7;

function siteAt(tokens: readonly Token[], at: number): { route: Route; next: number } | undefined {
  const preposition = tokens[at]?.text ?? "";
  if (!sites.some(([first]) => first.test(preposition))) return undefined;
  for (let next = at + 1; next <= at + mostBeside; next++) {
    const token = tokens[next];
    if (token?.kind !== "word") return undefined;
    const found = sites.find(([first, site]) => first.test(preposition) && site.test(token.text));
    // "Into the vein", but not "by vein wall": the noun ends the phrase, or a muscle's name goes on.
    if (found && !sites.some(([, site]) => site.test(tokens[next + 1]?.text ?? "")))
      return found[2] === "oral" && next === at + 1 ? undefined : { route: found[2], next: next + 1 };
    if (!found && !beside.test(token.text)) return undefined;
  }
  return undefined;
}

const byFirst = new Map<string, (readonly [readonly string[], Route])[]>();
for (const [route, list] of Object.entries(spellings)) {
  for (const spelling of list.split("; ")) {
    const words = spelling.split(" ");
    const first = words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), [words, route as Route]]);
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);

export interface RoutesFound {
  readonly routes: readonly Route[];
  readonly next: number;
}

function oneAt(tokens: readonly Token[], at: number): { route: Route; next: number } | undefined {
  const token = tokens[at];
  const named = token?.kind === "word" ? byFirst.get(token.text) : undefined;
  const site = siteAt(tokens, at);
  if (token?.kind !== "word" || (!named && !site && token.text.length > 1)) return undefined;
  // "i/v", "s/l"
  const last = tokens[at + 2];
  if (
    token.text.length === 1 &&
    isSign(tokens[at + 1], "/") &&
    last?.kind === "word" &&
    last.end === token.end + 2
  ) {
    const [[, route] = []] =
      byFirst.get(token.text + last.text)?.filter(([words]) => words.length === 1) ?? [];
    if (route) return { route, next: at + 3 };
  }
  if (token.text === "iv" && isNumeral(tokens, at)) return undefined;
  // "vaginal discharge", "vaginal birth" are no routes.
  if (isWord(tokens[at + 1], "discharge", "bleeding", "birth", "delivery", "thrush", "bleed"))
    return undefined;
  if (token.text === "spinal" && isWord(tokens[at + 1], ...ofTheSpine)) return undefined;
  if (token.text === "oral" && isTakenAtAll(tokens, at)) return undefined;
  for (const [words, route] of named ?? []) {
    if (words.every((word, i) => isWord(tokens[at + i], word))) return { route, next: at + words.length };
  }
  return site;
}

/** "Killip III–IV", "class IV": the fourth. */
const isNumeral = (tokens: readonly Token[], at: number): boolean =>
  (isRangeSign(tokens[at - 1]) && isWord(tokens[at - 2], "i", "ii", "iii")) ||
  isWord(tokens[at - 1], "class", "stage", "grade", "type", "killip", "nyha", "factor", "asa", "category");

/** "Unable to retain oral medication", "tolerates oral fluids": what else is taken so. */
const isTakenAtAll = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at + 1], "medication", "medications", "medicines", "fluids", "intake", "feeds", "feeding") &&
  tokens.slice(Math.max(0, at - 2), at).some((token) => token.kind === "word" && taking.test(token.text));
const taking = /^(?:retain(?:ing|s)?|tolerat(?:e|es|ing)|swallow(?:ing)?|keep|take|manage)$/;

/** "Spinal disease needs 12 weeks": where a disease sits. */
const ofTheSpine = [
  "disease",
  "infection",
  "infections",
  "involvement",
  "form",
  "tuberculosis",
  "tb",
  "brucellosis",
  "abscess",
  "cord",
  "focus",
  "injury",
  "fracture",
  "lesion",
  "lesions",
];

/** One route, or the alternatives of "IV or IM", "po/iv", "IV/IM". */
export function routesAt(tokens: readonly Token[], at: number): RoutesFound | undefined {
  const first = oneAt(tokens, at);
  if (!first) return undefined;
  const routes = [first.route];
  let next = first.next;
  for (;;) {
    const joins = isSign(tokens[next], "/") || isWord(tokens[next], "or") || isSign(tokens[next], ",");
    // "IM or slow IV"
    const skip = isWord(tokens[next + 1], "slow", "deep", "direct") ? 2 : 1;
    const other = joins ? oneAt(tokens, next + skip) : undefined;
    if (!other) break;
    if (!routes.includes(other.route)) routes.push(other.route);
    next = other.next;
  }
  return { routes, next: isWord(tokens[next], "route", "routes") ? next + 1 : next };
}
