// What a sentence says a container or millilitre holds, against the strength that the sentence before it names:
// "Magnesium sulfate 50 %. Each ampoule contains 5 g in 20 mL". For concentration-conflict.

import { type Fact, pairOf, type Statement, statementsIn } from "../guideline/concentration.ts";
import { type Figure, maySame } from "../guideline/figure.ts";
import type { FigureText } from "../guideline/figure-text.ts";
import { endsClause, itemsBefore } from "../guideline/item-reach.ts";
import { type Contradiction, contradicts, partOfIt } from "./preparation.ts";
import { areToldApart, kindIn, labelsIn } from "./product-label.ts";

/** "Each ampoule contains", "The 50 mL ampoule thus holds", "It has". */
const holding =
  /^\W*(?:(?:each|every|one|an?|the|this|that|its?|our|all|so|thus)\b[^.;:]{0,30}?\b(?:ampoules?|ampules?|amps?|vials?|bottles?|bags?|syringes?|cartridges?|nebules?|m[lL]|millilit(?:re|er)s?|injection|solution)\b|it\b)[^.;:]{0,20}?\b(?:contains?|holds?|has|have|is|carr(?:y|ies)|provides?|gives|=)/i;
const mixing =
  /\b(?:dilut\w*|bring\w*|brought|plus|ma[dk]e\w*|mix\w*|add\w*|fill\w*|dissolv\w*|reconstitut\w*|drawn?|water|powder|final|resulting|left|discard\w*|either|strengths|now|then|other|another)\b/i;

/** So far behind its name, in items, a preparation is still what is spoken of. */
const reach = 40;

export function ampouleContents(passage: FigureText): Contradiction[] {
  if (passage.kind === "heading" || !/\b(?:contain|hold|ha[sv]|is|carr|provide|give)/i.test(passage.text))
    return [];
  const statements = statementsIn(passage);
  return statements.flatMap((named, i): Contradiction[] => {
    const base = named.facts.find((fact) => !fact.figure.diluent);
    const said = base && contentBehind(passage, named, statements[i + 1]);
    const [own, other] = [named.container, statements[i + 1]?.container];
    if (own && other && own !== other && /\bsyringe\b/.test(`${own} ${other}`)) return [];
    // "Add 40 mL of it. The bag holds 20 g in 500 mL": made of it.
    if (other === "bag" && own !== "bag") return [];
    if (base && said && areOfOtherKinds(passage, base, said.claim)) return [];
    if (!base || !said || !isNext(passage, named.facts.at(-1) ?? base, said.claim)) return [];
    const medicine = named.medicine ?? said.medicine;
    const wrong = named.facts.flatMap((fact) => {
      const expected = contradicts(fact, said.claim, medicine, passage);
      return expected === undefined ? [] : [{ claim: said.claim, base: fact, expected, medicine }];
    });
    return wrong.slice(0, 1);
  });
}

/**
 * "A minibag holds 2 mg in 50 mL. The manufacturer's vial has 1 mg in each millilitre.", "The adult ampoule contains
 * 80 mg in 2 mL; the paediatric vial contains 20 mg in 2 mL"
 */
function areOfOtherKinds({ text, start, items }: FigureText, base: Fact, claim: Fact): boolean {
  const before = ({ figure }: Fact) => {
    const from = itemsBefore(items, figure.item, endsClause, reach)[0];
    return text.slice(from?.start ?? 0, figure.start - start);
  };
  const [one, other] = [before(base), before(claim)];
  const kinds = [one, other].map((said) => kindIn(said)?.kind);
  if (!kinds.includes(undefined) && kinds[0] !== kinds[1] && kinds.includes("bag")) return true;
  const [named, next] = [calledIn(one), calledIn(other)];
  const [labels, others] = [labelsIn(one), labelsIn(other)];
  // "The oral solution holds 10 mg in 5 mL. The concentrated solution is kept for single doses of 100 mg"
  if (others.has("grade") && !labels.has("grade")) return true;
  return areToldApart(labels, others) || (named && next && named !== next) === true;
}

/** "The theatre ampoule", "the ward vial": what is put before the container's word. */
const called =
  /\b(?:the|our|an?)\s+(?!(?:same|whole|full)\b)([a-zß-öø-ɏ][a-zß-öø-ɏ-]*\s+(?:ampoule|ampule|vial|bottle|cartridge))s?\b/i;
const calledIn = (said: string) => called.exec(said)?.[1]?.toLowerCase() ?? "";

/** The strength of the next statement; or the amount of the next sentence, of a container whose volume was named. */
function contentBehind(passage: FigureText, named: Statement, next: Statement | undefined) {
  const [fact, ...more] = next?.facts ?? [];
  if (fact && next)
    return more.length === 0 && fact.kind !== "percent" && maySame(named.medicine, next.medicine)
      ? { claim: fact, medicine: next.medicine }
      : undefined;
  const [volume, ...others] = named.volumes;
  const last = named.facts.at(-1)?.figure.last ?? 0;
  const amounts = passage.figures.filter(({ item }) => item > Math.max(last, volume?.last ?? 0));
  const [amount] = amounts;
  const alone = others.length === 0 && amounts.length === 1 && amount?.kind === "amount" && !amount.perKg;
  if (!volume || !amount || !alone || !maySame(named.medicine, amount.medicine)) return undefined;
  const { start, end, slack } = amount;
  return {
    claim: { ...pairOf(amount, volume), start, end, slack: slack / volume.low },
    medicine: amount.medicine,
  };
}

/** The claim's sentence follows that of the name, and speaks of a container of it. */
function isNext(
  { items, text }: FigureText,
  { figure: base }: Fact,
  { figure, amount, volume }: Fact,
): boolean {
  const inIt = (one: Figure | undefined) => one !== undefined && one.item > base.last;
  const own = [figure, amount, volume].filter(inIt).map((one) => one?.item ?? 0);
  const first = Math.max(...own);
  const from = itemsBefore(items, first, endsClause, reach)[0];
  const until = items[base.last];
  if (!from || !until || first - base.item > reach || from.start <= until.start) return false;
  const words = text.slice(from.start, items[first]?.start ?? from.start);
  return (
    holding.test(words) && !mixing.test(text.slice(until.end, items[first]?.end)) && !partOfIt.test(words)
  );
}
