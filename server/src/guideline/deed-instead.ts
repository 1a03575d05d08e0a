// What a sentence sets aside for what it says to do: "use kangaroo care instead of an incubator", "cool with water rather
// than ice", "treat on symptoms, without a urine culture". It must not know in which situation.

import { procedureNamed } from "../lexicon/procedures.ts";
import { clauseBehind } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { objectsOf, thingOf } from "./deed-object.ts";
import { objectAt, type Said } from "./deed-said.ts";

const aside =
  /,?\s*\b(?:(?<sure>instead +of|in +place +of|rather +than|in +preference +to)|(?<not>and +not|but +not|(?<=,\s)not)|(?<without>without))\s+(?!only\b|just\b|yet\b)/gi;
/** What is tried first, or where it can be had, leaves the other for later. */
const preferred =
  /\b(?:at +first|first[- ](?:line|choice)|as +(?:a +|the +)?first|prefer\w*|if +possible|where +possible|if +available|where +available|usually|(?:in|with|for) +(?:some|many|most|certain|other)|may|can|could|consider)\b/i;
const treats = /^(?:treat|manage|start|begin|diagnose|give|discharge|proceed|refer|admit|send)$/;

/** `words`: of the text, in small letters; `said`: what it says to do. */
export function* insteadIn(text: string, words: ReadonlySet<string>, said: readonly Said[]): Iterable<Said> {
  if (!cues.some((cue) => words.has(cue)) || preferred.test(text)) return;
  for (const { index, 0: whole, groups = {} } of matchesIn(text, aside)) {
    const told = said.filter(({ start, direction }) => direction === "for" && start < index).at(-1);
    const main = told ?? (groups.without === undefined ? undefined : treating(text, index));
    if (!main || /[.;]\s/.test(text.slice(main.start, index))) continue;
    const from = index + whole.length;
    const phrase = objectAt(text, from);
    const objects = objectsOf(phrase);
    const known = objects.filter((object) => thingOf(object)?.known || procedureNamed(object.toLowerCase()));
    if (groups.without !== undefined && !treats.test(main.verb ?? verbAt(text, main.start))) continue;
    const set = groups.sure === undefined ? known : objects;
    const end = from + phrase.length;
    yield {
      direction: "against",
      verb: undefined,
      objects: set,
      phrase: text.slice(main.start, end),
      clause: `${text.slice(0, main.start)} ${text.slice(main.end, index)} ${clauseBehind(text, end)}`,
      start: index + (/^[,\s]*/.exec(whole)?.[0].length ?? 0),
      end,
    };
  }
}

/** "Treat on symptoms": of what is treated nothing else is said. */
function treating(text: string, end: number): Pick<Said, "start" | "end" | "verb"> | undefined {
  const [whole, verb = ""] = /^[^\p{L}]*(\p{L}+)\b/u.exec(text) ?? [];
  return whole && treats.test(verb.toLowerCase())
    ? { start: whole.length - verb.length, end: Math.min(end, whole.length), verb: verb.toLowerCase() }
    : undefined;
}

const verbAt = (text: string, at: number): string => /^\p{L}+/u.exec(text.slice(at))?.[0].toLowerCase() ?? "";
const cues = ["instead", "place", "rather", "preference", "not", "without"];
