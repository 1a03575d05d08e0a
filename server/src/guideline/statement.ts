// The sentences of a passage that advise or are graded, each with its verbs and gradings. It must not know to which
// recommendation a grading belongs.

import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type AdviceVerb, adviceVerbsIn, movedVerb } from "./advice-verb.ts";
import { type Grading, gradingOfCell, gradingsIn, movedGrading } from "./grading.ts";
import { pointsBack, proseGrading } from "./grading-prose.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

/** A sentence, with places counted from the start of its passage. */
export interface Statement extends Span {
  readonly text: string;
  readonly verbs: readonly AdviceVerb[];
  readonly gradings: readonly Grading[];
  /** Nothing but how something is graded. */
  readonly labelOnly: boolean;
  /** Instructs without a verb of advice, or says what it is about. */
  readonly says: boolean;
}

/** With the brackets of what Markdown takes for a link: "[strong recommendation]". */
export function bracketed(markdown: Markdown, span: Span): string {
  const source = markdown.text.slice(span.start, span.end);
  const plain = withTags(slice(markdown, span), source);
  return source.includes("[")
    ? plain.replace(/\s/g, (blank, at: number) =>
        /[[\]]/.test(source.charAt(at)) ? source.charAt(at) : blank,
      )
    : plain;
}

/** "`1B – strong`": a grading that is set as code. */
const withTags = (plain: string, source: string): string =>
  matchesIn(source, /`([^`\n]{2,60})`/g).reduce(
    (text, { index, 0: whole, 1: words = "" }) =>
      gradingsIn(words).length > 0
        ? `${text.slice(0, index)}(${words})${text.slice(index + whole.length)}`
        : text,
    plain,
  );

const quoted = /["“«‘`][^"”»’`\n]{1,60}["”»’`]/g;
export const blank = (text: string, spans: readonly Span[]) =>
  spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );

const leading = /^[\s*_]*(?:\[[^\][\n]{3,160}\]|\([^()\n]{3,160}\))[\s*_.]*/;

/** "Moisten the lips. [Strong] The patient may cough": a grading behind a full stop is of what stands before it. */
function apart(text: string, sentences: readonly Span[]): readonly Span[] {
  const label = ({ start, end }: Span) => {
    const [words] = leading.exec(text.slice(start, end)) ?? [];
    return words !== undefined && gradingsIn(words).length > 0 ? words : undefined;
  };
  const [first, ...others] = sentences;
  if (!first || others.length === 0 || !/[.!?]["”’*_]*\s*[*_]*[[(]/.test(text) || label(first))
    return sentences;
  return [first, ...others].flatMap((sentence, i) => {
    const words = i === 0 ? undefined : label(sentence);
    const middle = sentence.start + (words?.length ?? 0);
    return words === undefined || middle >= sentence.end
      ? [sentence]
      : [
          { start: sentence.start, end: middle },
          { start: middle, end: sentence.end },
        ];
  });
}

const fieldName =
  /^\W*(?:(?:the +)?(?:strength|certainty|quality|grade|grading|level|direction|evidence)(?: +(?:of|and|the|evidence|recommendation|strength|certainty|quality)){0,4})\W*$/i;

const bareStrength = /^\W*(?:strong|weak|conditional)\W*$/i;
const bareCertainty =
  /^\W*(?:(?:certainty|quality|evidence)\W+(?:of +(?:the +)?evidence\W+)?)?(?:very +low|low|moderate|high)(?:[ -](?:certainty|quality)(?: +(?:of +(?:the +)?)?evidence)?| +evidence)?\W*/i;

const isCertainty = (text: string) => /\p{L}/u.test(text) && text.replace(bareCertainty, "").trim() === "";

/** "**Strength.** Strong.": the name of a field goes with what it says; "Strong. Low certainty." is one grading. */
const withNames = (text: string, sentences: readonly Span[]): readonly Span[] =>
  sentences.flatMap((sentence, i) => {
    const textOf = (one: Span | undefined) => (one ? text.slice(one.start, one.end) : "");
    const isName = (at: number) =>
      fieldName.test(textOf(sentences[at])) ||
      (bareStrength.test(textOf(sentences[at])) && isCertainty(textOf(sentences[at + 1])));
    if (isName(i) && i < sentences.length - 1) return [];
    const before = sentences[i - 1];
    return before && isName(i - 1) ? [{ start: before.start, end: sentence.end }] : [sentence];
  });

/** Nothing is left but what is graded. */
const bareLabel =
  /^(?:[^a-zß-öø-ɏ]|\b[a-zß-öø-ɏ]{1,2}\b|\b(?:recommendations?|statement|question|pico|research|box|table)\b)*$/i;

/** "Certainty: very low (one small study)" */
const remark = /(?<=\s)\([^()\n]{1,80}\)(?=[\s.]*$)/;
const blanks = (words: string) => " ".repeat(words.length);

/** "Strong; moderate certainty: loss of kidney function is a proven harm.", behind what is advised. */
function gradedThenSaid(bare: string, labels: readonly Grading[]): boolean {
  const last = labels.at(-1)?.end ?? 0;
  return (
    labels.some(({ strengths }) => strengths.length > 0) &&
    !/\p{L}/u.test(bare.slice(0, last)) &&
    /^[\s*_]*[:,;–—(]/.test(bare.slice(last))
  );
}

/** A passage's sentences; only those that advise or are graded. */
export const statementsIn = remembered((text): readonly Statement[] =>
  apart(text, withNames(text, sentencesIn(text))).flatMap(({ start, end }, i) => {
    const sentence = text.slice(start, end);
    // "… before going to bed. **Strong.**"
    const alone = i > 0 && /\.[\s*_]*$/.test(sentence) && bareStrength.test(sentence);
    const bareWord = alone ? gradingOfCell(sentence, "strength") : undefined;
    const labels = bareWord ? [bareWord] : gradingsIn(sentence);
    const said = labels.length === 0 ? proseGrading(sentence) : undefined;
    const gradings = said ? [said] : labels;
    const bare = blank(sentence, [
      ...labels,
      ...matchesIn(sentence, quoted).map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      })),
    ]);
    const verbs = adviceVerbsIn(bare);
    if (verbs.length === 0 && gradings.length === 0) return [];
    return [
      {
        start,
        end,
        text: bare,
        verbs: verbs.map((verb) => movedVerb(verb, start)),
        gradings: gradings.map((grading) => movedGrading(grading, start)),
        labelOnly:
          gradings.length > 0 &&
          verbs.length === 0 &&
          ((said ? pointsBack : bareLabel).test(bare.replace(remark, blanks)) ||
            (i > 0 && !said && gradedThenSaid(bare, labels))),
        says: /\p{L}{3}.*\s\p{L}{2}/u.test(bare),
      },
    ];
  }),
);

/** A sentence that is a recommendation only by its grading. */
export function instruction(text: string, start: number, end: number): Statement {
  return {
    start,
    end,
    text: text.slice(start, end),
    verbs: adviceVerbsIn(text.slice(start, end)),
    gradings: [],
    labelOnly: false,
    says: true,
  };
}

/** "Give ORS; zinc may be added": the grading is that of the instruction. */
export const instructs =
  /^[^a-zß-öø-ɏ]*(?:give|use|refer|start|stop|treat|administer|measure|check|screen|test|admit|monitor|assess|perform|provide|keep|begin|continue|ask|examine|weigh|transfuse|prescribe|add|apply|encourage|advise|counsel|ensure|avoid|inform|do +not)\b/i;
