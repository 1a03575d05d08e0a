// A table with what is done along one side and patients along the other: "Antibiotic drops | No | Tobramycin" below "Viral |
// Bacterial", "Blood | 1 unit". A cell that says whether is written out. It must not know what the sentence means.

import { isStated } from "../lexicon/stated-acts.ts";
import { objectEnd, thingOf } from "./deed-object.ts";
import type { WrittenOut } from "./deed-row.ts";

/** A finding as often as what is given. */
const alsoFound =
  /^\W*(?:blood|alcohol|tea|coffee|honey|pillow|sun|ice|drain|drip|drainage|sedation|isolation|cough|sleep|pain)\W*$/i;
const longest = 60;
const refusal =
  /^\W*(?:none|nil|no|never|no +longer(?: +[a-zß-öø-ɏ]+)?|(?:not|never) +(?:routinely +|usually +)?(?!known|applicable|available|studied|reported|detected|established|found|limited|tested|yet)(?:[a-zß-öø-ɏ]+(?:ed|en|nt)|done|put|sent))(?=\W*$|\s*[.,;:(]|\s(?:at|in|for|to|on|during|before|after|unless|until|if|whatever|even)\b)/i;
const consent =
  /^\W*(?:yes\b|always\b|(?:\d+|one|two|three|four)(?: +(?:to|or) +(?:\d+|two|three|four))? +(?:units?|pools?|bags?|packs?)\b)/i;
const condition = /\s(?:if|unless|only|until|except|when|once)\s.*$/i;
const bare = (text = ""): string =>
  text
    .replace(/[*_`]/g, "")
    .replace(/[?:.]+\s*$/, "")
    .trim();

/** What a row's or a column's head names, where that is something done. */
export function actOf(head = ""): string | undefined {
  const plain = bare(head);
  const [name = ""] = plain.split(aside, 1);
  if (plain.length > longest || /\d|\bcount\b/.test(name) || !/\p{L}{3}/u.test(name)) return undefined;
  const thing = objectEnd.test(name) ? undefined : thingOf(name);
  return thing?.known && !thing.narrowing.some((word) => !/^[a-zß-öø-ɏ]+$/.test(word))
    ? name.trim()
    : undefined;
}
const aside = /\s(?:before|after|during|for|at)\s|[,(]/i;

export function ofMatrix({
  cells,
  heads,
  index,
}: {
  readonly cells: readonly string[];
  readonly heads: readonly string[];
  readonly index: number;
}): WrittenOut | undefined {
  if (index === 0) return undefined;
  const [text, first, head] = [bare(cells[index]), bare(cells[0]), bare(heads[index])];
  const [byRow, byColumn] = [actOf(first), actOf(head)];
  const act = byRow ?? byColumn;
  if (!act || (byRow !== undefined && byColumn !== undefined)) return undefined;
  const not = refusal.test(text);
  const counted = /^\W*(?:\d|one|two|three|four)/i.test(text);
  if (!not && !(consent.test(text) || isNamed(text, act))) return undefined;
  if (alsoFound.test(act) && !counted && !/^\W*none\b/i.test(text)) return undefined;
  const told = condition.exec(text)?.[0] ?? "";
  return {
    sentence: `${not ? "Do not use" : "Use"} ${act.charAt(0).toLowerCase()}${act.slice(1)}${told}`,
    subject: byRow === undefined ? -1 : 0,
    whom: byRow === undefined ? undefined : head,
  };
}

/** "Lavage", below "Stomach emptying". */
const isNamed = (text: string, act: string): boolean => {
  const [word = ""] = /^[a-zß-öø-ɏ]{4,}/i.exec(text) ?? [];
  return (
    word !== "" && thingOf(act)?.name.split(" ").includes(word.toLowerCase()) === true && !isStated(text)
  );
};
