// The verb by which a sentence advises: "we recommend", "should not be given", "consider", "avoid". Says whether it is
// for or against something, and who speaks. It must not know what strength a verb stands for.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { moved, type Span, shifted } from "../text/span.ts";

export type Direction = "for" | "against";

export interface AdviceVerb extends Span {
  /** "recommend", "suggest", "should", "must", "may", "consider", "offer", "do", … */
  readonly verb: string;
  /** As written, without what denies it. */
  readonly word: Span;
  readonly direction: Direction;
  /** "strongly recommend", "conditionally recommend": what the author adds to the verb. */
  readonly adverb: "strong" | "weak" | undefined;
  /** Somebody else advises so: "the manufacturer recommends". */
  readonly reported: boolean;
  /** "not routinely", "not generally": for most, not for all. */
  readonly hedged: boolean;
}

export const movedVerb = (verb: AdviceVerb, by: number): AdviceVerb => ({
  ...moved(verb, by),
  word: shifted(verb.word, by),
});

const own =
  /\b(?:we|panel|group|committee|gdg|guideline|guidelines|authors|society|college|board|taskforce|force|team|programme|ministry|document|protocol|consensus|experts|council|association)\b[^.;:]{0,40}$/i;
const reporter =
  /\b(?:WHO|NICE|CDC|FDA|EMA|IDSA|ESC|AHA|ACOG|RCOG|manufacturers?|others?|some|many|previous(?:ly)?|earlier|former(?:ly)?|older|trial|studies|study|evidence|data|review|history|findings?|signs?|symptoms?|results?|literature|textbooks?|other)\b[^.;:]{0,50}$/;

const adverbs =
  "(?:(strongly|firmly)|(conditionally|weakly|tentatively)|(?:therefore|also|now|currently|still|generally|further|thus|instead|specifically|routinely|only|usually|hence|however))";
const performative = new RegExp(
  `(?<lead>\\b(?:(?:do|does|did) +not|cannot|not|never|no +longer|to)\\s+)?(?:${adverbs}\\s+){0,2}\\b(?<verb>recommend(?:s|ed)?|suggest(?:s|ed)?|advis(?:e|es|ed)|propos(?:e|es|ed))\\b(?<tail>\\s+(?:strongly\\s+|conditionally\\s+)?(?:against|avoiding|not\\b|that +[^.,;]{0,60}?\\bnot\\b))?`,
  "gi",
);
const stems: Readonly<Record<string, string>> = { r: "recommend", s: "suggest", a: "advise", p: "propose" };

/** Verbs of a text without what is quoted or graded in it, in order. */
export const adviceVerbsIn = remembered((text): readonly AdviceVerb[] => {
  const said = { text, words: new Set(text.toLowerCase().match(/[a-z]+/g)) };
  const all = [
    ...performatives(said),
    ...considered(said),
    ...modals(said),
    ...options(said),
    ...imperatives(said),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let last = -1;
  // Of two readings of the same words the longer one stands.
  return all.filter(({ end }) => {
    const inside = end <= last;
    last = Math.max(last, end);
    return !inside;
  });
});

interface Said {
  readonly text: string;
  /** In small letters. */
  readonly words: ReadonlySet<string>;
}

/** Where none of these words stands, a pattern need not look: most sentences have none. */
const cued = (cues: string): ((said: Said) => boolean) => {
  const list = cues.split(" ");
  return ({ words }) => list.some((cue) => words.has(cue));
};

const mayPerform = cued(
  "recommend recommends recommended suggest suggests suggested advise advises advised propose proposes proposed",
);

function performatives(said: Said): AdviceVerb[] {
  const { text } = said;
  if (!mayPerform(said)) return [];
  const found: AdviceVerb[] = [];
  for (const match of matchesIn(text, performative)) {
    const { index, 0: words, groups = {}, 1: _lead, 2: strongly, 3: weakly } = match;
    const verb = groups.verb ?? "";
    const start = index + words.length - words.trimStart().length;
    const at = index + words.indexOf(verb, (groups.lead ?? "").length);
    const [before, after] = [
      text.slice(Math.max(0, start - 80), start),
      text.slice(at + verb.length, at + verb.length + 30),
    ];
    const passive =
      /\b(?:is|are|be|was|were|been|being)(?:\s+\w+){0,2}\s*$/i.test(before) ||
      /\bnot\s+$/i.test(groups.lead ?? "");
    const ended = /ed$/i.test(verb);
    if (ended && !passive) continue;
    if (ended && /\b(?:was|were|been|being)(?:\s+\w+){0,2}\s*$/i.test(before)) continue;
    if (ended && /^\s+by\b/i.test(after)) continue;
    if (/^to\b/i.test(groups.lead ?? "")) continue;
    const speaks = ended || own.test(before) || /^\W*$/.test(before);
    const reported =
      !ended && !/\b(?:we|our +panel|the +panel)\b[^.;:]{0,40}$/i.test(before) && reporter.test(before);
    if (!speaks && !reported) continue;
    // "Symptoms suggest": what somebody concludes.
    if (/^suggest/i.test(verb) && reported && !/\b[A-Z]{3,}\b[^.;:]{0,30}$/.test(before)) continue;
    const denied = /\bnot|cannot|never|no +longer/i.test(groups.lead ?? "") || groups.tail !== undefined;
    found.push({
      verb: stems[verb.charAt(0).toLowerCase()] ?? "recommend",
      word: { start: at, end: at + verb.length },
      direction: denied ? "against" : "for",
      adverb: strongly ? "strong" : weakly ? "weak" : undefined,
      reported,
      hedged: /\b(?:routine|general|usual|alway)/i.test(words),
      start,
      end: index + words.length,
    });
  }
  return found;
}

interface Phrase {
  readonly isPossible: (said: Said) => boolean;
  readonly pattern: RegExp;
  /** Undefined: the word that is found. */
  readonly verb?: string;
  readonly direction?: Direction;
}

function simple(said: Said, { isPossible, pattern, verb, direction }: Phrase): AdviceVerb[] {
  const { text } = said;
  if (!isPossible(said)) return [];
  return matchesIn(text, pattern).map(({ index, 0: words, groups = {} }) => {
    const word = groups.word ?? words;
    const at = index + words.indexOf(word);
    return {
      verb: verb ?? word.toLowerCase(),
      word: { start: at, end: at + word.length },
      direction:
        direction ??
        (/\b(?:not|never|no +circumstances|avoid\w*|withheld|stopped|no +longer)\b/i.test(words)
          ? "against"
          : "for"),
      adverb: undefined,
      reported: false,
      hedged: /\b(?:routinely|generally|usually|normally|always)\b/i.test(words),
      start: index,
      end: index + words.length,
    };
  });
}

const consideration: Phrase = {
  isPossible: cued("consider considered"),
  pattern:
    /\b(?:(?:should|may|might|can|could|must) +(?:also +)?be +|(?:should|may|might|can|could) +(?:also +)?)?(?<word>consider(?:ed)?)\b(?! +to +be\b)(?<!\b(?:is|are|was|were|been|we|being|to) +consider(?:ed)?)(?:\s+(?:not|avoiding|against|stopping))?/gi,
  verb: "consider",
};

/** "The committee considered …" tells what happened. */
const considered = (said: Said): AdviceVerb[] =>
  simple(said, consideration).filter(
    ({ start, word }) => start < word.start || !/ed$/i.test(said.text.slice(word.start, word.end)),
  );

const mayLeave = cued("may might can could");

/** "Nurses may check the band": they are free to. */
const leftToThem: Phrase = {
  isPossible: mayLeave,
  pattern:
    /\b(?:clinicians?|nurses?|doctors?|physicians?|midwi(?:fe|ves)|staff|providers?|prescribers?|workers?|practitioners?|pharmacists?|surgeons?|carers?|therapists?|dentists?|paramedics?|teams?) +(?:also +|then +|instead +)?(?<word>may|might|can|could)\s+(?:also +|then +|instead +)?(?!(?:not|be|have|need|find|see|notice|feel|encounter|wish|want|become|seem|fail|miss|lack|know|come|get|suffer|also)\b)(?=[a-z]{3,})/gi,
};

/** "Patients who may be pregnant", "if it should fail": not what is advised; "patients who fail must" is. */
const aside =
  /\b(?:(?:that|which|whose|if|when|whether|because|since|as|although|there)\s+(?:\w+\s+)?|who\s+(?:(?:\w+ly|also|still|then|now|already|otherwise|themselves)\s+)?)$/i;

const obliging: Phrase = {
  isPossible: cued("should must shall ought"),
  pattern:
    /\b(?<word>should|must|shall|ought +to)\b(?! +be +(?:suspected|expected|noted|remembered|aware))(?:\s+(?:always|also|only|therefore|normally|ideally|all|usually|both|each)\b)*(?:\s+(?:not|never|under +no +circumstances|no +longer|be +avoided|be +withheld|avoid)\b(?: +be)?(?: +(?:routinely|generally|usually|normally|always))?)?/gi,
};
/** "Units may wish to avoid": they are free not to. */
const wishing: Phrase = {
  isPossible: mayLeave,
  pattern:
    /\b(?<word>may|might|can|could)\s+(?:also +|then +|instead +|well +)?(?:wish|want|like|choose|prefer|elect|decide|opt|be +free) +(?:not +)?(?:to|for)\b(?: +(?:avoid|withhold|not)\b)?/gi,
};
const permitting: Phrase = {
  isPossible: mayLeave,
  pattern:
    /\b(?<word>may|might|can|could)\b(?:\s+(?:also|instead|either|then|still|perhaps|possibly|probably|sometimes))?\s+(?:not\s+)?(?=be +(?!(?:caused|associated|increased|reduced|affected|confused|expected|seen|found|present|absent|missed|mistaken|followed|due|required|needed|indicated|necessary|difficult|life|more|less|very|so|as|an?|the|in|on|of|at|no|too|due|fatal|normal|raised|impaired|prevented|transmitted|detected|palpated|felt|heard|accompanied|complicated|preceded|mild|severe|caught|spread|acquired|classified|divided|defined|explained|useful|helpful|safe|effective|contra\w*|pregnant|lost|damaged|injured|infected|involved|exposed|observed|noted|delayed +by|triggered|precipitated)\b)(?:[a-z]+(?:ed|en|wn|ne|pt)|[a-z]*(?:put|cut|set|held|sent|kept|left|built|begun|taught|told|fed|led|run|hung|drunk|shown|paid|laid|bought|brought|split|shut|bound|wound|made|dealt|read|spent|lent|worn|torn|drawn))\b|(?:use|give|offer|receive|try|add|start|stop|prescribe|choose|opt|perform|omit|continue|provide|withhold|take|reduce|switch)\b)/gi,
};
const unable: Phrase = {
  isPossible: cued("cannot"),
  pattern: /\bcannot\b(?= +(?:be +(?:given|used|prescribed)|receive|take|have)\b)/gi,
  verb: "must",
  direction: "against",
};

function modals(said: Said): AdviceVerb[] {
  const { text } = said;
  return [obliging, wishing, permitting, unable, leftToThem]
    .flatMap((phrase) => simple(said, phrase))
    .filter(({ start, word }) => {
      const before = text.slice(Math.max(0, start - 40), start);
      // "Should symptoms persist, …"
      const inverted = /^\W*$/.test(text.slice(0, start)) && /^Should/.test(text.slice(word.start, word.end));
      return !inverted && !aside.test(before);
    });
}

const optional: readonly Phrase[] = [
  {
    isPossible: cued("option alternative"),
    pattern:
      /\b(?:is|are|remains?) +(?:an?|one) +(?:reasonable +|acceptable +|possible +)?(?<word>option|alternative)\b/gi,
    verb: "option",
  },
  {
    isPossible: cued("optional"),
    pattern: /\b(?:is|are|remains?) +(?<word>optional)\b/gi,
    verb: "option",
  },
  {
    isPossible: cued("reasonable"),
    pattern: /\b(?:is|are|it +is|it +may +be|may +be|seems) +(?<word>reasonable)\b/gi,
    verb: "reasonable",
  },
];
const options = (said: Said): AdviceVerb[] => optional.flatMap((phrase) => simple(said, phrase));

const opening = "(?<=^[^a-zß-öø-ɏ]*|[,:;–—] +|\\b(?:and|but|please|therefore|then) +)";
const ordering: readonly Phrase[] = [
  {
    isPossible: cued("offer"),
    pattern: new RegExp(`${opening}(?<word>offer)\\b`, "gi"),
    verb: "offer",
    direction: "for",
  },
  {
    isPossible: cued("do don never"),
    pattern: new RegExp(`${opening}(?<word>do +not|don['’]t|never) +(?:routinely +|use +|give +)?`, "gi"),
    verb: "do not",
    direction: "against",
  },
  {
    isPossible: cued("avoid"),
    pattern: new RegExp(`${opening}(?<word>avoid)\\b`, "gi"),
    verb: "avoid",
    direction: "against",
  },
  {
    isPossible: cued(
      "contraindicated indicated forbidden prohibited banned unsuitable not unsafe no limits question",
    ),
    pattern:
      /\b(?:(?:is|are) +(?:absolutely +|strictly +|always +)?(?=[cfpbun])|(?=(?:is|are) +o|ha))(?<word>contra-?indicated|forbidden|prohibited|banned|unsuitable|not +suitable|not +allowed|not +permitted|unsafe|not +safe|(?:has|have) +no +(?:place|role|part)|(?:is|are) +(?:off +limits|out +of +the +question))\b/gi,
    verb: "contraindicated",
    direction: "against",
  },
  {
    isPossible: cued("not never no avoided withheld"),
    pattern:
      /\b(?:is|are) +(?<word>(?:not|never|no +longer) +(?:indicated|to +be +(?:given|used|prescribed|applied|taken|started)|advised|used|given|prescribed|administered)|(?:to +be|best) +(?:avoided|withheld))\b/gi,
    verb: "not indicated",
    direction: "against",
  },
];

/** "Offer …", "Do not give …", "Avoid …": at the start of a sentence or behind its condition. */
const imperatives = (said: Said): AdviceVerb[] => ordering.flatMap((phrase) => simple(said, phrase));
