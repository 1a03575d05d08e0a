// What a guideline gives: medicines that are ordered with a dose or recommended without one, and to whom. It must not
// know what is forbidden.

import type { Guideline } from "../guideline/guideline.ts";
import { type Indication, isSymptom } from "../guideline/indication.ts";
import { targetsIn } from "../guideline/medicine-target.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { ordersIn } from "../guideline/order-parser.ts";
import { isEveryone, type Population } from "../guideline/population.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { ruledOutAt } from "../guideline/ruled-out.ts";
import { eachRun, type Run } from "../guideline/run.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { type Medicine, medicineNamed, type Route } from "../lexicon/medicine.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { cellChoices } from "./cell-choice.ts";
import { farthestLabel, labelsOf, linesAbove, linesAt, verbal } from "./given-label.ts";

export interface Given {
  readonly medicine: Medicine;
  readonly span: Span;
  readonly population: Population;
  readonly indication: Indication;
  /** Conditions that headings above it are about, each by itself. */
  readonly above: readonly string[];
  readonly routes: readonly Route[];
  /** Where it acts, and hardly elsewhere. */
  readonly local: boolean;
  /** Aspirin for the platelets is not what a ban on its class means. */
  readonly lowDose: boolean;
  /** The patients are said to be allergic to something. */
  readonly allergic: boolean;
  readonly verb: "ordered" | "recommended";
  /** Its row, whose other cells are about the medicine, not about these patients. */
  readonly row: Span | undefined;
  /** Its table, list or paragraph. */
  readonly container: number;
  /** The words of its own line and of the headings above it. */
  readonly words: string;
  /** Its sentence, or row. */
  readonly sentence: string;
  /** That and the headings above it. */
  readonly told: string;
  /** What stands before it to say for whom it is: the head of its line, a title before its sentence. */
  readonly labels: readonly string[];
}

const localRoutes: ReadonlySet<Route> = new Set(["topical", "eye", "ear", "nasal", "vaginal"]);
/** It is given in no other way. */
export const isOnlyLocal = ({ medicine: { routes } }: Given): boolean =>
  routes.length > 0 && routes.every((route) => localRoutes.has(route));

const localForm =
  /\b(?:ointment|cream|gel|lotion|eye|ear|drops?|topical(?:ly)?|mouth *wash|shampoo|pessar(?:y|ies)|patch|spray)\b/i;
/** Whoever writes so knows of the contraindication. */
const weighed =
  /\b(?:outweigh\w*|no +(?:other +)?alternative|specialist +advice|desensiti[sz]\w*|with +(?:great +|extreme +)?caution|cautiously|even|safe +in|contra-?indicat\w*|do +not|not +be|avoid|unless|stop|never(?! +(?:immuni|vaccinat|treated|had|been|received|smoked|pregnant))|dangerous|harmful|toxic|forbidden|prohibited|banned|only +(?:when|if|as)|but +not|(?:may|can) +be +(?:given|used|tried) +(?:if|when|where|only))\b/i;

/** "Instead of amoxicillin 500 mg" */
const setAside =
  /\b(?:instead +of|rather +than|in +place +of|in +preference +to|replac(?:e|es|ed|ing)|not|no|than)\s+(?:the +|any +|oral +|iv +|usual +)*$/i;
/** What stands below these is told of the medicine, and nobody is given it there. */
const ofMedicine =
  /^\W*(?:(?:drug|medicine) +)?(?:contra-?indications?|precautions?|warnings?|interactions?|adverse +(?:effects?|(?:drug +)?reactions?)|side +effects?)(?: +(?:and|&|\/) +[a-zß-öø-ɏ]+)?\W*$/i;
/** "A 500 ml fluid bolus", below a medicine's name. */
const fluid = /^ +(?:of +)?(?:iv +)?(?:fluids?|crystalloids?)\b/i;
/** "Some doctors gave verapamil 80 mg" */
const gaveOnce =
  /\b(?:gave|used +to +(?:give|receive|take)|(?:was|were) +(?:once +|formerly +)?given|had +(?:been +given|received|taken))\b[^.;:]*$/i;

/** "After the ulcer has healed" */
const healed =
  /^\W*(?:after|once|when) +(?:the +|an? +)?([a-z]+?)s? +(?:has|have|is|are) +(?:fully +|completely +)?(?:healed|resolved|cured|settled|subsided|cleared|gone|over)\b/i;

export const givenIn = oncePer((guideline: Guideline): readonly Given[] => {
  const ordered = orderedIn(guideline);
  const advised = guideline.recommendations.flatMap((one) => {
    const labels = linesAt(guideline, one.start);
    return known(one, [labels.join("\n")], () => advisedBy(guideline, one, labels));
  });
  const told = toldIn(guideline).filter(({ span }) => !advised.some((one) => isNear(one, span)));
  const others = [...advised, ...told].filter(({ span }) => !ordered.some((one) => isNear(one, span)));
  const said = [...ordered, ...others];
  return [...said, ...choicesIn(guideline).filter(({ span }) => !said.some((one) => isNear(one, span)))];
});

const isNear = (one: Given, span: Span): boolean =>
  one.span.start < span.end + 40 && span.start < one.span.end + 40;

/** "Migraine with aura | combined oral contraceptive", below "Method to offer". */
const choicesIn = oncePer((guideline: Guideline): readonly Given[] =>
  cellChoices(guideline).map(({ medicine, span, row, text, told, who }) => {
    const { population, indication } = scopeOf(who, 0);
    return {
      medicine,
      span,
      population,
      ...treatedAt(guideline, span, indication),
      routes: scopeOf(text, 0).routes,
      local: localForm.test(text),
      lowDose: false,
      allergic: indication.qualifiers.includes("allergy"),
      verb: "recommended" as const,
      row,
      container: row.start,
      words: `${told} ${titlesAbove(guideline, span.start)}`,
      sentence: told,
      told: `${told} ${titlesAbove(guideline, span.start)}`,
      labels: [],
    };
  }),
);

/** "Treat fever in dengue with ibuprofen": without a dose. */
const toldIn = oncePer((guideline: Guideline): readonly Given[] =>
  guideline.deeds.flatMap((deed) => {
    const {
      thing,
      direction,
      known: named,
      limited,
      narrowing,
      sentence,
      population,
      indication,
      table,
    } = deed;
    const medicine =
      named && direction === "for" && !limited && !table && !deed.supposed ? medicineNamed(thing) : undefined;
    const text = guideline.markdown.plain.slice(sentence.start, sentence.end);
    if (
      !medicine ||
      !giving.test(text) ||
      weighed.test(text) ||
      narrowing.some((word) => !localForm.test(word) && !asUsual.test(word))
    )
      return [];
    const span = targetsIn(text)
      .filter(({ kind, name }) => kind === "medicine" && name === thing)
      .map((one) => shifted(one, sentence.start))
      .find(({ start, end }) => start >= deed.start - 80 && end <= deed.end + 80);
    if (!span) return [];
    const words = `${text} ${titlesAbove(guideline, span.start)}`;
    const labels = linesAt(guideline, span.start);
    return [
      {
        medicine,
        span: { start: span.start, end: span.end },
        population,
        ...advisedAt(guideline, span, indication, text),
        routes: scopeOf(deed.clause, 0).routes,
        local: localForm.test(text),
        lowDose: false,
        allergic: indication.qualifiers.includes("allergy"),
        verb: "recommended" as const,
        row: undefined,
        container: sentence.start,
        words,
        sentence: text,
        told: `${text} ${labels.join("; ")} ${titlesAbove(guideline, span.start)}`,
        labels,
      },
    ];
  }),
);
/** "The standard regimen of": no other one. */
const asUsual = /^(?:standard|usual|regular|regimen|course|combination|full|normal|ordinary)/;
const giving =
  /\b(?:give|use|start|offer|add|treat(?:ed)?|prescribe|administer|take|takes|receives?|begin|try|choose|apply|inject|given|used|started|added|prescribed|relieve|control)\b/i;

const orderedIn = eachRun((run, guideline: Guideline): readonly Given[] =>
  ordersIn(run, guideline.markdown).orders.flatMap((order) => givenBy(guideline, run, order)),
);
/** A recommendation is another one when its section is; what stands above it in its section counts, too. */
const known = whileFrom<Recommendation, readonly Given[]>();

/** "In adults including pregnant women": of a ban, these count. */
const withSome = (population: Population, before: string): Population =>
  /\bincluding +(?:[a-zß-öø-ɏ]+ +){0,2}pregnant\b/i.test(before) && !population.groups.includes("pregnant")
    ? { ...population, groups: [...population.groups, "pregnant"] }
    : population;

function givenBy(guideline: Guideline, run: Run, order: Order): Given[] {
  const { markdown } = guideline;
  const {
    medicine,
    nameSpan,
    dose,
    routes,
    negated,
    diluent,
    preparation,
    inherited,
    population,
    indication,
    block,
    supposed,
  } = order;
  if (negated || diluent || preparation || supposed) return [];
  if (inherited && fluid.test(markdown.plain.slice(dose.end, dose.end + 30))) return [];
  if (ofMedicine.test(sectionAt(guideline.sections, dose.start)?.title ?? "")) return [];
  const sentence = around(markdown.plain, dose, block);
  const before = markdown.plain.slice(Math.max(block.start, nameSpan.start - 60), nameSpan.start);
  if (weighed.test(sentence) || setAside.test(before) || gaveOnce.test(before)) return [];
  if (indication.conditions.some((id) => id.split("-").includes(healed.exec(sentence)?.[1] ?? " ")))
    return [];
  const near = !inherited && nameSpan.start < dose.start && dose.start - nameSpan.end < 40;
  const own = order.where === "table" ? markdown.plain.slice(block.start, block.end) : sentence;
  const labels = labelsOf(markdown.plain, { start: nameSpan.start, end: dose.end }, block).concat(
    order.where === "table" ? [] : linesAbove(run, markdown, block),
  );
  return [
    {
      medicine,
      span: { start: near ? nameSpan.start : dose.start, end: dose.end },
      population: isEveryone(population) ? labelled(markdown.plain, block) : withSome(population, before),
      ...treatedAt(
        guideline,
        dose,
        titled(markdown.plain, { start: nameSpan.start, end: dose.end }, block, indication),
      ),
      routes,
      local:
        localForm.test(sentence) || (routes.length > 0 && routes.every((route) => localRoutes.has(route))),
      lowDose:
        medicine.classes.includes("antiplatelet") &&
        amountOf(dose).unit === "mg" &&
        amountOf(dose).high <= 325,
      allergic: indication.qualifiers.includes("allergy"),
      verb: "ordered",
      row: order.where === "table" ? block : undefined,
      container: order.container,
      words: `${markdown.plain.slice(block.start, block.end)} ${titlesAbove(guideline, dose.start)}`,
      sentence: own,
      told: `${own} ${labels.join("; ")} ${titlesAbove(guideline, dose.start)}`,
      labels,
    },
  ];
}

function advisedBy(guideline: Guideline, one: Recommendation, labels: readonly string[]): Given[] {
  const { action, direction, reported, verbs, population, indication, text } = one;
  if (
    !givesIt(text, one) ||
    direction !== "for" ||
    reported ||
    verbs.length === 0 ||
    verbs.some((verb) => verb.direction === "against") ||
    weighed.test(text)
  )
    return [];
  return action.targets.flatMap(({ kind, name, start, end }) => {
    if (setAside.test(text.slice(0, Math.max(0, start - one.start)))) return [];
    const medicine = kind === "medicine" ? medicineNamed(name) : undefined;
    const words = `${text} ${titlesAbove(guideline, start)}`;
    const qualified = {
      ...advisedAt(guideline, { start, end }, indication, text),
      population,
      routes: [],
      local: localForm.test(text),
      lowDose: false,
      row: undefined,
      container: one.group,
      words,
      sentence: text,
      told: `${text} ${labels.join("; ")} ${titlesAbove(guideline, start)}`,
      labels,
    };
    const allergic = indication.qualifiers.includes("allergy");
    return medicine
      ? [{ medicine, span: { start, end }, ...qualified, allergic, verb: "recommended" as const }]
      : [];
  });
}

function titlesAbove({ sections }: Guideline, offset: number): string {
  return pathOf(sectionAt(sections, offset))
    .map(({ title }) => title)
    .join("; ");
}

/** "Breastfeeding women: paracetamol 1 g. If pain persists, …": of whom the whole paragraph is. */
function labelled(plain: string, { start, end }: Span): Population {
  const [label = ""] = /^[^.:;|\n]{3,60}:/.exec(plain.slice(start, end)) ?? [];
  return scopeOf(label, 0).population;
}

/** "Set 3. Delirium tremens with shouting. Haloperidol 5 mg …": a title that is a sentence of its own. */
function titled(plain: string, order: Span, block: Span, indication: Indication): Indication {
  const end = Math.min(order.start, order.end);
  const before = plain.slice(Math.max(block.start, end - farthestLabel), end);
  const [title = ""] = /(?<=^|[.;]\s)[^.;]{4,80}(?=\.\s+$)/.exec(before) ?? [];
  if (title === "" || verbal.test(title) || title.split(/\s+/).length > longestTitle) return indication;
  const { conditions } = scopeOf(title, 0).indication;
  return conditions.length === 1 ? { ...indication, conditions } : indication;
}
const longestTitle = 8;

/** Without what these patients are said not to have. */
function treatedAt(guideline: Guideline, span: Span, indication: Indication) {
  const denied = ruledOutAt(guideline, span);
  const kept = (ids: readonly string[]) => ids.filter((id) => !denied.has(id));
  return {
    indication:
      denied.size === 0
        ? indication
        : { ...indication, conditions: kept(indication.conditions), qualifiers: kept(indication.qualifiers) },
    above: kept(conditionsAbove(guideline, span.start)),
  };
}

/** "In trauma we recommend …", in a document on stroke: what is advised for another illness that it names. */
function advisedAt(guideline: Guideline, span: Span, indication: Indication, text: string) {
  const treated = treatedAt(guideline, span, indication);
  if (!scopeOf(text, 0).indication.conditions.some((id) => !isSymptom(id))) return treated;
  const title = guideline.sections[0];
  const about = title?.level === 1 ? scopeOf(title.title, 0).indication.conditions : [];
  return { ...treated, above: treated.above.filter((id) => !about.includes(id)) };
}

/** "Heart failure clinic: pain" is about heart failure. */
const withoutSymptoms = (ids: readonly string[]): readonly string[] => {
  const found = ids.filter((id) => !isSymptom(id));
  return found.length > 0 ? found : ids;
};

function conditionsAbove({ sections }: Guideline, offset: number): readonly string[] {
  const titles = pathOf(sectionAt(sections, offset)).map(({ title }) =>
    withoutSymptoms(scopeOf(title, 0).indication.conditions),
  );
  // Below "Dengue" a section "Chikungunya" is about other patients; "Fever" is about the same ones.
  const nearest = titles.findLastIndex((conditions) => conditions.some((id) => !isSymptom(id)));
  return titles
    .slice(Math.max(0, nearest))
    .flatMap((conditions) => (conditions.length === 1 ? conditions : []));
}

/** Not "must be limited to", "should be stopped". */
function givesIt(text: string, { start, verb, verbs, action }: Recommendation): boolean {
  const by = verb ?? verbs[0];
  if (!by || /^(?:recommend|suggest|consider|offer)$/.test(by.verb)) return true;
  const behind = text.slice(by.end - start);
  const active =
    action.start >= by.end &&
    /^\s*(?:always +|also +)?(?:receive|use|give|take|have(?! +(?:the|their|his|her)\b)|get|offer|start|add|prescribe|be +(?:given|offered|treated +with|started +on))\b/i.test(
      behind,
    );
  return (
    active ||
    /^\s*(?:always +|also +|then +)?be +(?:given|used|offered|started|added|prescribed|administered|taken|preferred|initiated|continued)\b/i.test(
      behind,
    )
  );
}

/** The sentence of a dose, or its row. */
function around(plain: string, { start, end }: Span, block: Span): string {
  const before = plain.slice(Math.max(block.start, start - 200), start);
  const after = plain.slice(end, Math.min(Math.max(block.end, end), end + 200));
  const opens = Math.max(before.lastIndexOf(". "), before.lastIndexOf(".\n")) + 1;
  const closes = after.search(/\.(?:\s|$)/);
  return `${before.slice(opens)}${plain.slice(start, end)}${closes < 0 ? after : after.slice(0, closes)}`;
}
