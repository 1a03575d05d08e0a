// Ages by birthdays, as the years they are: "who have not reached their sixth birthday" is "under 6 years", "until the
// day before the twelfth" is "to under 12 years". It must not know stretches.

import type { Token } from "./lexer.ts";
import { isWord } from "./measure.ts";
import { ordinalWords } from "./number-word.ts";

const tens = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");
const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalWords.map((word, at) => [word, at + 1] as const),
  ...tens.map((word, at) => [word, 30 + 10 * at] as const),
]);
/** Tokens behind another birthday. */
const furthest = 15;

interface Birthday {
  readonly years: number;
  /** Of its first and last token. */
  readonly first: number;
  readonly last: number;
}

/** Tokens in which birthdays are numbers of years, as far as they can be told; the same list where there is none. */
export function withBirthdays(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => isWord(token, "birthday", "birthdays"))) return tokens;
  const made: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const day = birthdayAt(tokens, at, made);
    if (!day) made.push(tokens[at++] as Token);
    else {
      compare(made, tokens[day.first] as Token);
      const [{ start }, { end }] = [tokens[day.first] as Token, tokens[day.last] as Token];
      const text = String(day.years);
      made.push({
        ...{ kind: "number", text, value: day.years, decimal: undefined, group: undefined, start, end },
      });
      made.push({ kind: "word", text: "years", start: end, end });
      at = day.last + 1;
    }
  }
  return made;
}

/** "sixth birthday", "12th birthday"; "the twelfth" alone only behind another. */
function birthdayAt(tokens: readonly Token[], at: number, made: readonly Token[]): Birthday | undefined {
  const token = tokens[at];
  const isFigure = token?.kind === "number" && isWord(tokens[at + 1], "st", "nd", "rd", "th");
  const years = isFigure ? token.value : ordinals.get(token?.text ?? "");
  if (years === undefined) return undefined;
  const behind = isFigure ? at + 2 : at + 1;
  if (isWord(tokens[behind], "birthday", "birthdays")) return { years, first: at, last: behind };
  const pair = isWord(tokens[behind], "and", "to") && isWord(tokens[behind + 3], "birthday", "birthdays");
  if (pair && isWord(tokens[behind + 1], "the", "their")) return { years, first: at, last: behind - 1 };
  const dayBefore = isWord(tokens[at - 1], "the") && isWord(tokens[at - 2], "before", "until", "to");
  const known = made.slice(-furthest).some((one) => isWord(one, "years"));
  return dayBefore && known ? { years, first: at, last: behind - 1 } : undefined;
}

/** Words before a birthday as a sign of comparison: "until the day before the", "have not reached their". */
function compare(made: Token[], { start }: Token): void {
  const words = made.slice(-7).map(({ text }) => text);
  const said = words.join(" ");
  const sign = (text: string, from: number): Token => ({
    ...{ kind: /^[a-z]/.test(text) ? "word" : "sign", text, start: from, end: from },
  });
  const take = (count: number) => made.splice(made.length - count, count)[0]?.start ?? start;
  for (const [phrase, signs] of comparisons) {
    const found = phrase.exec(said)?.[0].trim();
    if (found === undefined) continue;
    const from = take(found.split(" ").length);
    made.push(...signs.map((text) => sign(text, from)));
    return;
  }
}

const the = "(?:the|their|his|her|a|its)";
/** What the words before say, the longest first. */
const comparisons: readonly (readonly [RegExp, readonly string[]])[] = [
  [new RegExp(`(?:^| )(?:not|never)(?: yet)? (?:reached|had|celebrated|passed) ${the}$`), ["<"]],
  [new RegExp(`(?:^| )(?:up )?(?:until|to|till) ${the} (?:day|eve) (?:before|of) ${the}$`), ["–", "<"]],
  [new RegExp(`(?:^| )(?:up )?(?:until|to|till) ${the}$`), ["–", "<"]],
  [new RegExp(`(?:^| )between ${the}$`), ["between"]],
  [new RegExp(`(?:^| )and ${the}$`), ["and"]],
  [new RegExp(`(?:^| )before ${the}$`), ["<"]],
  [new RegExp(`(?:^| )(?:from|since|reached|passed|had|after) ${the}$`), ["≥"]],
];
