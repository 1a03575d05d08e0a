// Phrases that lead to a maximum and are made of parts: "no adult gets more than", "must not pass". It must not know items.

/** "Nobody gets more than", "no patient may receive more than" */
const nobodyGets = ["nobody", "no one", "none", "no patient", "no adult", "no child"].flatMap((who) =>
  [
    "gets",
    "takes",
    "receives",
    "has",
    "is given",
    "may have",
    "should have",
    "should get",
    "should take",
    "should receive",
    "should be given",
    "may take",
    "may receive",
    "may be given",
  ].flatMap((verb) =>
    ["more than", "above", "over"].map((than) => [`${who} ${verb} ${than}`, "max"] as const),
  ),
);
/** "most an adult may have in a day is" */
const mostOf = ["an adult", "a child", "a patient", "anyone", "anybody"].flatMap((who) =>
  ["may have", "may take", "may receive", "should have", "can take", "gets"].flatMap((verb) =>
    ["in a day", "a day", "in 24 hours", "at once"].flatMap((when) => [
      [`most ${who} ${verb} ${when}`, "max"] as const,
      [`most that ${who} ${verb} ${when}`, "max"] as const,
    ]),
  ),
);
/** "must not pass", "never go above" */
const notPass = ["does not", "do not", "must not", "should not", "may not", "never"].flatMap((not) =>
  ["pass", "go above", "go over", "go beyond", "rise above"].map(
    (verb) => [`${not} ${verb}`, "max"] as const,
  ),
);
/** "The most for one day is" */
const theMost = [
  "for one day",
  "for a day",
  "in one day",
  "in a day",
  "per day",
  "a day",
  "in 24 hours",
  "at once",
]
  .flatMap((when) => [`the most ${when}`, `most ${when}`])
  .map((phrase) => [phrase, "max"] as const);

/** "Must stay at or below", "is kept at or under" */
const atOrBelow = ["stay", "stays", "remain", "remains", "keep", "kept", "held"].flatMap((verb) =>
  ["below", "under"].map((word) => [`${verb} at or ${word}`, "max"] as const),
);
/** "Never > 4 g" */
const notMore = ["never", "no", "not"].map((not) => [`${not} >`, "max"] as const);

/** "The highest daily dose is" */
const highest = ["highest", "largest", "greatest", "top"].flatMap((most) =>
  ["dose", "daily dose", "single dose", "total dose", "permitted dose", "allowed dose"].map(
    (dose) => [`${most} ${dose}`, "max"] as const,
  ),
);

export const maximumPhrases: readonly (readonly [string, "max"])[] = [
  ...highest,
  ...nobodyGets,
  ...theMost,
  ...mostOf,
  ...notPass,
  ...atOrBelow,
  ...notMore,
];
