// Arbitrary texts for property tests: anything a file may hold, and Markdown-like writing that reaches the
// odd corners of the parsers. It must not know what is asserted about them.
import fc from "fast-check";

/** Any UTF-16 string, lone surrogates and control characters among it, with every kind of line end. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("\n", "\r", "\r\n", "\n\n", "\uD800", "\uDC00", "😀", "é", "\uFEFF", "\0", "a", " "),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const pieces = [
  "# ",
  "## Abbreviations\n",
  "---\n",
  "---\r\ntitle: x\r\n---\r\n",
  "...\n",
  "===\n",
  "- ",
  "1. ",
  "   ",
  "\t",
  "    code\n",
  "> ",
  "| a | ORS |\n| --- | :-: |\n| x \\| y | |\n",
  "|",
  "| --- |\n",
  "\\|",
  "`",
  "```\n",
  "~~~\r\n",
  "<!-- ",
  " -->",
  "<b>",
  "</b>",
  "<table>\n",
  "<br/>",
  "&ge;",
  "&#8805;",
  "&#x110000;",
  "&nope;",
  "*",
  "**",
  "_",
  "~~",
  "[",
  "](",
  ")",
  "](http://example.org/ORS)",
  "![x](y)",
  "[^1]",
  "[^1]: note\n",
  "*[ORS]: oral rehydration solution\n",
  "oral rehydration solution (ORS)",
  "ORS (oral rehydration solution)",
  "(ORS)",
  "ORS",
  "NSAIDs",
  "DO NOT",
  "ART: antiretroviral therapy; ",
  "MDR-TB",
  "\n: ",
  "give 5 mg/kg",
  "e.g. ",
  "x".repeat(60),
];

/** Pieces of Markdown in any order, with every kind of line end. */
export const markdownText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "", "\uFEFF", "---\n", "---\nguideline: true\n---\n", "\uFEFF---\r\na: [\r\n---\r\n"),
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...pieces) },
        { weight: 3, arbitrary: fc.constantFrom("\n", "\n\n", "\r\n", "\r", " ") },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
      ),
      { maxLength: 40 },
    ),
  )
  .map(([start, rest]) => start + rest.join(""));
