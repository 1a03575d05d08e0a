// Orders for someone to carry out ("give …", a list item that is an order by itself), apart from strengths, reports
// and prices. It must not judge whether they are complete.

import type { OrderContext } from "./missing-slot.ts";
import { isCourse, type Order } from "./order.ts";

const verb =
  /(?:^|[\s(:,–-])(?:give|given|add|start|begin|administer|inject|use|continue(?: +with)?|take|prescribe|initiate|commence|switch +to|change +to|offer)(?:\s+[^\s,;:]+){0,3}\s*$/i;
/** Where an order may begin without a verb. */
const opening =
  /(?:^|\b(?:tabs?|caps?|inj|syp|syr|susp|consider|prefer|recommend|suggest|receives?|takes|has|have)\b\.?|[:,+&>–→•●○▪▫■□☐☑☒✓✔➢►-]|\b(?:with|then|or|and|plus|followed +by|alternatively|either|by)|[,;]\s*(?:or|otherwise|alternatively)\b[^,.;:\d]{0,60}|^\W*(?:in|for|during)\s+[^,.;:\d]{2,40})[\s*_]*$/i;
/** Told of, not ordered. */
const report =
  /\b(?:was|were|trials?|stud(?:y|ies)|compared|evidence|received|versus|risks?|equivalent|equals?|contains?|containing|ampoules?|strengths?|taking|already|than|price|costs?|stock|available|supplied|bottles?|maximum|max|exceed|total|ingest\w+)\b/i;
/** What a sentence tells of when it opens with it, however it goes on. */
const told =
  /\b(?:(?:greatest|highest|largest|maximum) +(?:amounts?|doses?|totals?) +(?:in|per|a|each)\b|trials?|stud(?:y|ies)|compared|comparison|evidence|versus|received|randomi\w+|cohort|committee|panel|reviewers?|costs?|prices?|have +ready|draw(?:n)? +up|at +hand|in +stock|changing +from|switching +from|instead +of|in +place +of|rather +than|arrived +on|admitted +on|came +on|home +medicines?|regular +medicines?|previously|formerly|had +(?:been|taken)|ha(?:s|ve) +been +(?:taking|given|on))\b/i;
/** "… and prednisolone 2 mg/kg were both tried". */
const past =
  /^(?:(?!\b(?:if|when|who|where|until|unless|that|which|as)\b)[^.;:]){0,120}\b(?:was|were|did)\b/i;
/** "Aripiprazole 9.75 mg IM is the alternative when …" */
const described =
  /^(?:[^.;:,]|\.(?=\d)){0,80}\b(?:is|are) +(?:the|an|our) +(?:alternatives?|exceptions?|last +resort)\b/i;
/** "capsules (50 mg)" */
const inForm = /\b(?:tablets?|capsules?|ampoules?|vials?|sachets?|suppositor\w+) *\($/i;
/** "Tablets of 100 mg sulfamethoxazole with 20 mg trimethoprim" */
const formsOf =
  /^\W*(?:tablets?|capsules?|ampoules?|ampules?|vials?|sachets?|suppositor\w+|bottles?) +(?:of|with)\b/i;
/** "Hydromorphone stock for ~40 mg" */
const stockOf = /\b(?:stocks?|supply|supplies|supplied|presentations?|packaging)\b[^.;,]{0,20}$/i;
/** "… is withheld for 2 weeks" */
const withheld =
  /^[^.;:,]{0,30}\b(?:is|are) +(?:\w+ly +)?(?:withheld|stopped|paused|omitted|held|avoided|suspended)\b/i;
/** Sections that order nothing. */
const noOrders =
  /\b(?:stocks?|suppl(?:y|ies)|stores?|equipment|contents|trolley|drug +box|emergency +box|requirements|strengths|presentations?|preparations +available|availability|costs?|prices?|budget|procurement|evidence|rationale|justification|values|pharmacology|mechanism|kinetics|interactions|adverse +effects|references|sources|case +(?:report|study|history)|(?:patient|medical|clinical) +records?|vignette|glossary|questions|quiz|audit|indicators|what +changed|changes +(?:since|from)|research)\b/i;
/** "Ceilings in 24 hours", "Daily limits", "The most in one day". */
const limits =
  /\b(?:ceilings?|maxima)\b|\b(?:limits?|highest|largest|upper|max\w*) +(?:[a-zß-öø-ɏ]+ +){0,3}(?:day|daily|doses?|24)\b|\bmost +(?:in|per|a|each)\b|\b(?:daily|24[- ]?h\w*|dose) +(?:limits?|max\w*)\b/i;
/** As a word that opens a paragraph by itself. */
const noOrder =
  /^\W*(?:background|history|example|toxicity|overdose|remarks?|reasons?|why\b.*|note +to +.*)\W*$/i;
/** Said of all that follows in the sentence. */
const store = /\b(?:carr(?:y|ies)|keeps?|kept|stored?|stocks?|holds?|box|kit|trolley|cupboard)\b/i;
/** "Or, if it is not available, …", "when it is out of stock, …" */
const unavailable =
  /\b(?:un|not +|no +longer +)available\b|\b(?:out +of|not +in|no|run +out +of) +stock\b|\bstock-?outs?\b/gi;
const strength =
  /^[\s*_]*(?:[:=×]\s*\d[\d., ]*(?:\s*(?:[.;,|]|$)|\n)|(?:(?:(?:by +mouth|orally|oral|iv|sc|im|po|daily|a +day|per +day|in +24 +h\w*) +)*(?:=|≈|equals?\b|counts? +(?:as|for)\b|amounts? +to\b|converts? +to\b|is +worth\b)|(?:is|are) +(?:about +|roughly +)?(?:the +same|equivalent|equal|as +(?:good|strong|effective))|(?:being|is|are|as) +(?:the +|an? +)?(?:[a-zß-öø-ɏ]+ +)?(?:limit|ceiling|maximum|most|top)\b|corresponds?\b|replaces?\b|alone\b|did\b|does\b|costs?\b|can +be +(?:kept|stored)|had\b|has\b|drawn +up\b|at +hand\b|ready\b))|^[\s*_-]*(?:tablets?|tabs?|capsules?|caps?|ampoules?|amps?|vials?|suppositor|sachets?|strength|per|\/|in +\d|was|were|contains?|each)\b/i;
/** An order for someone to carry out, of an amount of a medicine that is named with it. */
export function isAsked(order: Order, context: OrderContext | undefined): boolean {
  if (!context || order.negated || order.diluent || order.total) return false;
  const course = isCourse(order);
  // "1 drop into the eye for 21 days"
  const counted = course && order.routes.length > 0 && order.dose.unit.dimension === "form";
  const measured = ["mass", "activity", "equivalent"].includes(order.dose.unit.dimension);
  if (!(measured || counted) || order.dose.per.hours !== undefined) return false;
  const before = beforeName(order, context);
  // "| Vitamin K | 1 mg once |": named by its row, and told how often.
  const inRow =
    order.where === "table" &&
    order.nameSpan.start >= order.block.start &&
    /^(?![^|]{0,40}\b(?:weeks?|months?)\b)[^|]{0,40}\b(?:once|twice|times|every|daily)\b/i.test(
      context.after,
    );
  const near =
    inRow ||
    (order.dose.start - order.nameSpan.start <= context.before.length &&
      order.nameSpan.start < order.dose.end + context.after.length);
  // "15 mg for 6 weeks" is an order wherever it stands.
  if (((order.inherited || !near) && !(course && order.routes.length > 0)) || strength.test(context.after))
    return false;
  // "RHZE 150/75/400/275 mg" is a strength.
  if (order.dose.parts && !course && !verb.test(before)) return false;
  const sentence = `${context.lead} ${before}`.replace(unavailable, "");
  if (store.test(sentence) || told.test(sentence) || formsOf.test(sentence)) return false;
  if (stockOf.test(context.before)) return false;
  if (inForm.test(context.before) || withheld.test(context.after)) return false;
  if (past.test(context.rest) || described.test(context.rest) || isApart(context)) return false;
  return (
    (verb.test(before) || opening.test(before) || course) &&
    !report.test(
      // "Where a valve was placed within the year: …" opens an order.
      (course ? context.before : before).replace(/^.*:/s, "").replace(unavailable, ""),
    )
  );
}

/** Below a heading, a lead-in line or a bold word that opens something else than orders. */
function isApart({ above, opening: words }: OrderContext): boolean {
  return (
    noOrders.test(words) ||
    noOrder.test(words) ||
    above.split("\n").some((line) => line.length < 60 && (noOrders.test(line) || limits.test(line)))
  );
}

/** What stands before the order's name, or before its dose where that comes first. */
function beforeName({ nameSpan, dose }: Order, { before }: OrderContext): string {
  const at = before.length - (dose.start - nameSpan.start);
  return at >= 0 && nameSpan.start < dose.start ? before.slice(0, at) : before;
}

/** "Give", "add", "continue with": someone is told to, here or where the sentence begins. */
export function isTold(order: Order, context: OrderContext | undefined): boolean {
  return context !== undefined && (verb.test(beforeName(order, context)) || command.test(context.lead));
}

const command = /^\W*(?:give|add|start|begin|administer|inject|use|continue|take|prescribe)\b/i;
