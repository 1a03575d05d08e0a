// A cell that says whether something is done, and leaves to another cell of its row what: "Nebulised hypertonic saline |
// Do not use". Written out as a sentence. It must not know what the sentence means.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { isStated } from "../lexicon/stated-acts.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import { objectEnd, thingOf } from "./deed-object.ts";
import { objectAt } from "./deed-said.ts";
import { slice } from "./scope.ts";

export interface WrittenOut {
  /** "Do not use nebulised hypertonic saline". */
  readonly sentence: string;
  /** Which cell names the thing. */
  readonly subject: number;
  /** Whom the column is about. */
  readonly whom: string | undefined;
}

interface Row {
  readonly cells: readonly string[];
  readonly heads: readonly string[];
  readonly index: number;
}

const against =
  /^\W*(?:(?:please +)?(?:do +not|don['’]t|never|not +to +be|should +not +be|must +not +be)\s+(?:routinely +|usually +)?(?:do|use|give|offer|perform|apply|take|prescribe|start|order|request|send|insert|place|put|done|used|given|offered|performed|applied|prescribed|carried +out)|not +(?:routinely +)?(?:recommended|advised|indicated|needed|necessary|required|done|used|given|offered|allowed|performed|suggested|useful|part +of)|avoid(?:ed)?|never|contra-?indicated|forbidden|prohibited|withh(?:o|e)ld|omit(?:ted)?|unnecessary|harmful|abandoned|obsolete|no +(?:place|role|benefit|need|indication)|(?:we +)?(?:recommend|suggest|advise)s? +against|stop(?:ped)?)\b/i;
const inFavour =
  /^\W*(?:(?:always +|routinely +)?(?:give|use|offer|perform|apply|prescribe|insert|take|do|start|continue|place|put|order|request|carry +out|administer)|(?:strongly +|conditionally +)?(?:recommended|suggested|advised|indicated|required|needed|essential|mandatory)|always|routine(?:ly)?|(?:to +be|should +be|must +be|is|are) +(?:given|used|done|offered|performed|started|continued|taken|applied|inserted))\b/i;
const refused =
  "(?:none|nil|no +longer(?: +[a-zß-öø-ɏ]+)?|(?:not|never) +(?:routinely +|usually +)?(?!known|applicable|available|studied|reported|detected|established|found|limited|tested)(?:[a-zß-öø-ɏ]+(?:ed|en|nt)|done|put|sent))";
const yesNo = new RegExp(`^\\W*(yes|no|✓|✔|✗|✘|x|${refused})\\W*(?=$|[.,;:(])`, "i");
const doOrNot = new RegExp(`^\\W*(yes|no|✓|✔|✗|✘|x|do +not|do|${refused})\\W*(?=$|[.,;:(])`, "i");
const isAct = /(?:ing|ment|ation|test|scan|swab|culture|smear|film|examination)s?\W*$/i;
const isNo = new RegExp(`^(?:no|do +not|✗|✘|x|${refused})$`, "i");
const asks =
  /\b(?:recommend\w*|use[d]?|give[n]?|do|done|do +it|offer\w*|routine\w*|indicated|needed|allowed|advice|perform\w*|required|advised|verdict|decision|answer|policy|ruling|judg\w+|permitted|accept\w*|wanted|worth\w*|helps?|useful|place|role)\b|\?/i;
const named =
  /\b(?:treatments?|interventions?|medicines?|medications?|drugs?|measures?|tests?|investigations?|procedures?|practices?|actions?|what|steps?|therap(?:y|ies)|agents?|items?|techniques?|devices?|remed(?:y|ies)|options?|imaging|tasks?|products?)\b/i;
const whoOrWhen =
  /\b(?:settings?|patients?|groups?|population|age|weight|stages?|conditions?|diagnos[ie]s|indications?|when|who|day|time|severity|grade|score|symptoms?|signs?|situations?|problems?|child|adults?|phase|finding|result|disease|women)\b/i;
const longestThing = 80;
const mark = /^\W*(?:x|✓|✔|✗|✘|•|●|\+|yes)\W*$|^[•●✓✔✗✘+]$/i;
const forIt = /^\W*(?:do|dos|yes|always|recommended|advised|indicated|helpful|useful|to +do|give|done)\W*$/i;
const againstIt =
  /^\W*(?:do +not|don['’]?ts?|never|no|avoid|not +(?:recommended|advised|indicated|done)|harmful|useless|stop)\W*$/i;

/** A mark under "Do", or under "Do not" beside it. */
function tickedAs(heads: readonly string[], head: string): "for" | "against" | undefined {
  if (!heads.some((one) => forIt.test(one)) || !heads.some((one) => againstIt.test(one))) return undefined;
  return forIt.test(head) ? "for" : againstIt.test(head) ? "against" : undefined;
}

/** "At school?": how things are, where the cells say whether. */
function stateOf(head: string): string | undefined {
  const state = head
    .replace(/[?:*_]/g, "")
    .trim()
    .toLowerCase();
  return isStated(`are ${state}`) ? state : undefined;
}

/** "Bladder catheter | out at 6 h": what the head of a row or column and a cell say together. */
export function saidByRow({ cells, heads, index }: Row): string | undefined {
  const text = cells[index] ?? "";
  if (index === 0 || isStated(text)) return undefined;
  return [cells[0], heads[index]]
    .map((head = "") =>
      head
        .replace(/[*_`]/g, "")
        .replace(/[,;:.()]+/g, " ")
        .trim(),
    )
    .filter((head) => head.length < longestThing && !isStated(head))
    .map((head) => `${head} ${text.charAt(0).toLowerCase()}${text.slice(1)}`)
    .find(isStated);
}

/** Its texts. */
export const textsOf = (
  markdown: Markdown,
  {
    cells,
    heads,
    index,
  }: { readonly cells: readonly Span[]; readonly heads: readonly Span[]; readonly index: number },
): Row => ({
  cells: cells.map((span) => slice(markdown, span)),
  heads: heads.map((span) => slice(markdown, span)),
  index,
});

export function writtenOut({ cells, heads, index }: Row): WrittenOut | undefined {
  const text = cells[index] ?? "";
  const head = heads[index] ?? "";
  // "Chest X-ray | Yes", of which the columns are patients and the first one is "Test".
  const asked =
    index > 0 &&
    named.test(heads[0] ?? "") &&
    (whoOrWhen.test(head) || /\d/.test(head)) &&
    !/\bif\b/i.test(head);
  const ticked = index > 0 && mark.test(text) ? tickedAs(heads, head) : undefined;
  if (ticked) {
    const thing = (cells[0] ?? "").replace(/[*_`]/g, "").trim();
    return thing === "" || thing.length > longestThing
      ? undefined
      : { sentence: `${ticked === "for" ? "Use" : "Do not use"} ${thing}`, subject: 0, whom: undefined };
  }
  const answer = index > 0 && doOrNot.exec(text)?.[1];
  const column = thingOf(head.split(objectEnd, 1)[0] ?? head);
  const state = answer && !asked ? stateOf(head) : undefined;
  if (answer && state) {
    const rest = /\s(?:if|unless|only|until|except|after|from|once|when)\s.*$/i.exec(text)?.[0] ?? "";
    return {
      sentence: `They are ${isNo.test(answer) ? "not " : ""}${state}${rest}`,
      subject: -1,
      whom: undefined,
    };
  }
  if (answer && !asked && !asks.test(head) && (column?.known || isAct.test(head))) {
    const not = isNo.test(answer) ? "Do not use" : "Use";
    const rest = text
      .replace(doOrNot, "")
      .replace(/^[.,;:]\s*/, " ")
      .replace(/^\s*(?:in|for) +(?:all|any|every)\b[^.;]*/i, " ");
    return { sentence: `${not} ${head.trim()} ${rest}`.trim(), subject: -1, whom: undefined };
  }
  const said = adviceOf(text, asked ? "needed?" : head);
  if (!said) return undefined;
  const subject = subjectOf({ cells, heads, index });
  const thing = (cells[subject] ?? "").replace(/[*_`]/g, "").trim().replace(/[.:]$/, "");
  if (!/\p{L}{3}/u.test(thing) || thing.length > longestThing) return undefined;
  const first = /^\p{L}+/u.exec(thing)?.[0].toLowerCase() ?? "";
  const verb = instructionVerbs.has(first) && /^[a-zß-öø-ɏ]+\s+(?:the|a|an|any)\b/i.test(thing) ? "" : "use ";
  const whole = `${said.against ? "Do not " : ""}${verb}${thing}${said.rest ? ` ${said.rest}` : ""}`;
  return {
    sentence: whole.charAt(0).toUpperCase() + whole.slice(1),
    subject,
    whom: asked ? head : undefined,
  };
}

/** Whether a cell is for or against, and what it adds; nothing where it has an object of its own. */
function adviceOf(
  text: string,
  head: string,
): { readonly against: boolean; readonly rest: string } | undefined {
  const [sign, answer = ""] = yesNo.exec(text) ?? [];
  if (sign !== undefined && asks.test(head))
    return {
      against: isNo.test(answer),
      rest: text.slice(sign.length).replace(/^[.,;:]\s*/, ""),
    };
  const ban = against.exec(text);
  const told = ban ?? inFavour.exec(text);
  if (!told) return undefined;
  const rest = text
    .slice(told[0].length)
    .replace(/^\s*(?:(?:its|their|the) +use|it|this|them|these)\b/i, "")
    .trim();
  return isWithoutObject(rest) ? { against: ban !== null, rest } : undefined;
}

const isWithoutObject = (rest: string): boolean =>
  /^(?:$|\W|to\b|\d)/i.test(rest) ||
  objectAt(` ${rest}`, 0).trim() === "" ||
  /^(?:once|twice|daily|early|immediately|routinely|orally|per)\b/i.test(rest);

/** "2 hours | Bath" below "Time after birth": when its row is. */
export function timeInRow({ cells: [cell = ""], heads: [head = ""], index }: Row): string {
  const [, event = ""] = /^\W*(?:time|hours?|when|age|days?|minutes?)\b *(.*)$/i.exec(head) ?? [];
  const ranged = /^\W*\d+ *(?:to|-|–) *\d+ +(?:minutes?|hours?|days?|weeks?)\W*$/i.test(cell);
  if (index > 0 && ranged && /^\W*time\b/i.test(head)) return `${cell.trim()} after onset`;
  const bare = /^\W*\d[\d.]* *(?:min(?:ute)?s?|h(?:our)?s?|days?)\W*$/i.test(cell);
  const since = /^(?:after|from|since)\b/i.test(event) ? event.replace(/^\w+/, "after") : "after arrival";
  return index > 0 && bare && head !== "" && /^\W*(?:time|hours?|when|age|minutes?)\b/i.test(head)
    ? `${cell.trim()} ${since}`
    : "";
}

const tellsWhom =
  /\b(?:states?|status|symptoms?|signs?|clinical|findings?|disease|bleeding|background|results?|situations?|groups?|ages?|weights?|severity|settings?|allerg\w*|pregnan\w*|history|conditions?|who|patients?|complications?|stages?|grades?|phases?|response|kidneys?|renal|comorbid\w*|risks?)\b/i;
const none = /^\W*(?:none|no|nil|absent|–|—|-)\W*$/i;
const whoever = /^\W*(?:any|all|either|every|n\/a|not +applicable)\b/i;

/** Between the row's head and it, the cells that say in whom: "none" below "Symptoms", "jaundiced" below "State". */
export function toldBetween({ cells, heads, index }: Row): readonly string[] {
  return cells.slice(1, index).flatMap((cell, i) => {
    const [head = "", text] = [heads[i + 1], cell.replace(/[*_`]/g, "").trim()];
    if (text === "" || whoever.test(text) || !tellsWhom.test(head) || text.length > longestThing) return [];
    return none.test(text) ? [`no ${head}`] : /^\W*yes\W*$/i.test(text) ? [head] : [text];
  });
}

/** Beside it, the nearest cell under a head for what is done; else the first, where that does not say for whom. */
function subjectOf({ cells, heads, index }: Row): number {
  const before = heads.findLastIndex((head, i) => i < index && named.test(head));
  if (before >= 0) return before;
  return index > 0 && cells.length > 1 && !whoOrWhen.test(heads[0] ?? "") ? 0 : -1;
}

/** It says whether another cell of its row is done. */
export const judges = (head: string, row: Parameters<typeof writtenOut>[0]): boolean =>
  judging.test(head) || writtenOut(row) !== undefined;
const judging =
  /\b(?:advice|recommend\w*|used?|indicated|indications?|roles?|decision|strength|verdict|status|when|given?|needed|allowed|comments?|if)\b/i;
