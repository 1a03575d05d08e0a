// What is to be waited for, or not: "start treatment before the result of the film", "do not delay lumbar puncture for a
// scan", "antibiotics are given once the culture is taken". It must not know in which situation.

import { clauseBehind } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import type { Direction } from "./advice-verb.ts";
import { nounStem, objectEnd, objectsOf, type Thing, thingOf } from "./deed-object.ts";
import { objectAt, type Said } from "./deed-said.ts";

const cues =
  "wait waits waiting await awaiting delay delayed postpone hold withhold until before pending once after comes precedes first".split(
    " ",
  );
const begin = "(?:start|begin|give|commence|initiate|treat with|treat|use|perform|do|make|insert)";
const result = "(?:the |a )?(?:results? of |report of |reading of )";

interface Form {
  readonly pattern: RegExp;
  readonly direction: Direction;
}
/** Each ends where what is waited for begins; `what` is what waits. */
const forms: readonly Form[] = [
  {
    pattern:
      /\b(?:do +not|don['’]t|never|no +need +to|need +not|without|rather +than|instead +of)\s+(?:wait(?:ing)? +for|await(?:ing)?)\s+/gi,
    direction: "against",
  },
  {
    pattern:
      /\b(?:do +not|don['’]t|never)\s+(?:delay|postpone|hold(?: +back)?|defer|withhold)\s+(?<what>[^.;:,]{3,40}?)\s+(?:for|until|till|pending|while +awaiting|while +waiting +for)\s+/gi,
    direction: "against",
  },
  {
    pattern:
      /\b(?<what>[a-zß-öø-ɏ][^.;:,]{3,40}?)\s+(?:should|must|is|are|does|do|need|needs)\s+(?:not|never)\s+(?:to\s+)?(?:be\s+)?(?:delayed|postponed|held +back|deferred|held|wait)\s+(?:for|until|pending)\s+/gi,
    direction: "against",
  },
  {
    pattern: new RegExp(`\\b${begin}\\s+(?<what>[^.;:,]{3,40}?)\\s+before\\s+(?=${result})`, "gi"),
    direction: "against",
  },
  {
    pattern:
      /(?<!\b(?:not|n['’]t|never|to|without|than|of|no +need +to)\s+)\b(?:wait +for|await)\s+(?=[^.;]{3,60}?(?:\bbefore\s+(?:starting +|giving +|any +|the +)?(?<what>[^.;:,]{3,40})|$|[.;]))/gi,
    direction: "for",
  },
  {
    pattern: new RegExp(
      `\\b(?:do +not|don['’]t|never)\\s+${begin}\\s+(?<what>[^.;:,]{3,40}?)\\s+(?:until|before)\\s+`,
      "gi",
    ),
    direction: "for",
  },
  {
    pattern:
      /(?<=^|[.;:,]\s+)(?<what>[^.;:,]{3,50}?)\s+(?:is|are|should|must)\s+(?:not|never)\s+(?:to\s+)?(?:be\s+)?(?:started|given|begun|used|commenced|prescribed|offered)\s+(?:until|before)\s+(?=[^.;]{3,60}?\b(?:is|are|has|have|comes?)\b)/gi,
    direction: "for",
  },
  {
    pattern:
      /(?<!\b(?:not|n['’]t|never)\s+)\b(?:delay|postpone|hold(?: +back)?|defer|withhold)\s+(?<what>[^.;:,]{3,40}?)\s+(?:until|pending)\s+/gi,
    direction: "for",
  },
  {
    pattern: new RegExp(
      `\\b${begin}\\s+(?<what>[^.;:,]{3,40}?)\\s+(?:only\\s+)?(?:after|once|when|following)\\s+(?=${result})`,
      "gi",
    ),
    direction: "for",
  },
  {
    pattern:
      /\b(?<what>[a-zß-öø-ɏ][^.;:,]{3,40}?)\s+(?:waits? +for|(?:is|are) +(?:delayed|held|postponed|deferred) +(?:until|pending|for)|follows|(?:comes?|begins?|starts?) +(?:only +)?after)\s+/gi,
    direction: "for",
  },
];
/** "A scan comes before lumbar puncture": what is waited for stands first. */
const precedes =
  /(?:^|[.;:,]\s+)(?<first>[^.;:,]{3,40}?)\s+(?:(?:comes?|goes?|(?:is|are) +(?:done|taken|made|performed|obtained|requested)) +(?:before|ahead +of)|precedes?)\s+(?<what>[^.;:,]{3,40})/gi;

/** `words`: of the text, in small letters. */
export function* awaitedIn(text: string, words: ReadonlySet<string>): Iterable<Said> {
  if (!cues.some((cue) => words.has(cue))) return;
  for (const { pattern, direction } of forms)
    for (const { index, 0: whole, groups: { what = "" } = {} } of matchesIn(text, pattern)) {
      const from = index + whole.length;
      const rest = text.slice(from);
      const lead = /^(?:the\s+|an?\s+)?(?:(?:results?|report|reading)\s+of\s+)?/i.exec(rest)?.[0].length ?? 0;
      const phrase = objectAt(text, from + lead).replace(/\s+results?$/i, "");
      const held = what || (startedBefore.exec(text.slice(0, index))?.[1] ?? "");
      yield* awaited(text, { phrase, what: held, direction, start: index, end: from + lead + phrase.length });
    }
  for (const { index, 0: whole, groups: { first = "", what: rest = "" } = {} } of matchesIn(text, precedes)) {
    const [what = ""] = rest.split(objectEnd, 1);
    const end = index + whole.length - rest.length + what.length;
    yield* awaited(text, { phrase: first, what, direction: "for", start: index, end });
  }
}

/** "Begin terbinafine on the same day, without waiting for …" */
const startedBefore =
  /\b(?:begin|start|give|commence|initiate)\s+([a-zß-öø-ɏ]+(?: +[a-zß-öø-ɏ]+){0,2}?)(?=\s+\d|\s+(?:on|at|the|by|in|orally|once|before)\b|,)[^.;:]*$/i;

interface Awaiting {
  readonly phrase: string;
  readonly what: string;
  readonly direction: Direction;
  readonly start: number;
  readonly end: number;
}

function* awaited(text: string, { phrase, what, direction, start, end }: Awaiting): Iterable<Said> {
  const [held] = objectsOf(what).flatMap((one) => thingOf(one) ?? []);
  const narrowing = held && !idle.test(held.name) ? [held.known ? held.name : nounStem(held.name)] : [];
  const named = objectsOf(phrase).flatMap((object) => thingOf(object) ?? []);
  const known = named.filter((thing) => thing.known || tested.test(text.slice(start, end)));
  // Whatever the test is: one may say "the laboratory", and the other "the culture".
  const names = [...known.map(({ name }) => name), ...(proof.test(phrase) ? ["result"] : [])];
  for (const name of new Set(names)) {
    const waiting: Thing = { name: `awaiting ${name}`, known: true, narrowing };
    yield {
      direction,
      verb: undefined,
      objects: [phrase, what],
      phrase: text.slice(start, end),
      ongoing: waiting,
      clause: `${text.slice(0, start)} ${clauseBehind(text, end)}`,
      start,
      end,
    };
  }
}
const proof =
  /\b(?:laborator(?:y|ies)|lab|microscopy|cultures?|biops(?:y|ies)|smears?|histology|tests?|results?|reports?|swabs?|PCR|serology|confirmation|proof)\b/i;
const tested = /\b(?:results?|report|reading)\b/i;
const idle = /^(?:treatment|therap|antibiotic|medicin|drug|it|anything)/;
