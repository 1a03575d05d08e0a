// Numbers that are written out: "Step Three", "for five days", "under twenty". It must not know what is counted.

/** Those by which things are numbered. */
export const numberWords =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");

/** Those by which they are told apart in their order. */
export const ordinalWords = (
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
  "sixteenth seventeenth eighteenth nineteenth twentieth"
).split(" ");

const values: ReadonlyMap<string, number> = new Map([
  ...[...numberWords, "sixteen", "seventeen", "eighteen", "nineteen"].map(
    (word, at) => [word, at + 1] as const,
  ),
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, at) => [word, 10 * (at + 2)] as const,
  ),
]);

const tens = (word: string | undefined) => {
  const value = numberOf(word ?? "") ?? 0;
  return value >= 20 ? value : undefined;
};
const ones = (word: string | undefined) => {
  const value = numberOf(word ?? "") ?? 0;
  return value > 0 && value < 10 ? value : undefined;
};

/** "Twenty-five", "a hundred and twenty", "two point five", "one and a half", "half a": its value and how many words it has. */
export function wordedNumber(
  words: readonly string[],
): { readonly value: number; readonly length: number } | undefined {
  if (words[0] === "half") return { value: 0.5, length: words[1] === "a" || words[1] === "an" ? 2 : 1 };
  const whole = hundredsOf(words);
  if (!whole) return undefined;
  let { value, length } = whole;
  if (words[length] === "point") {
    const digits = words.slice(length + 1, length + 4).map((word) => (word === "zero" ? 0 : ones(word)));
    const end = digits.indexOf(undefined);
    const known = end < 0 ? digits : digits.slice(0, end);
    if (known.length === 0) return undefined;
    value = Number(`${value}.${known.join("")}`);
    length += 1 + known.length;
  } else if (words.slice(length, length + 3).join(" ") === "and a half") {
    value += 0.5;
    length += 3;
  }
  return { value, length };
}

function hundredsOf(words: readonly string[]) {
  const many = words[0] === "a" ? { value: 1, length: 1 } : belowHundred(words);
  if (many && words[many.length] === "thousand") return { value: 1000 * many.value, length: many.length + 1 };
  const hundreds = words[1] === "hundred" ? (words[0] === "a" ? 1 : ones(words[0])) : undefined;
  if (hundreds === undefined) return belowHundred(words);
  const joint = words[2] === "and" ? 3 : 2;
  const rest = belowHundred(words.slice(joint, joint + 3));
  return rest
    ? { value: 100 * hundreds + rest.value, length: joint + rest.length }
    : { value: 100 * hundreds, length: 2 };
}

function belowHundred(words: readonly string[]) {
  const [first, joint, second] = words;
  const value = numberOf(first ?? "");
  if (value === undefined) return undefined;
  const behind = joint === "-" ? ones(second) : ones(joint);
  if (tens(first) === undefined || behind === undefined) return { value, length: 1 };
  return { value: value + behind, length: joint === "-" ? 3 : 2 };
}

/** Undefined for what is none. */
export function numberOf(word: string): number | undefined {
  return values.get(word.toLowerCase());
}
