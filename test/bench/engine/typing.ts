// From a key to text on the screen, in typing sessions: the built server beside llama-server driven as
// llama.vscode does, burst by burst in turns. It must not know how figures are printed.

import { type AnyFigure, figure, notRun, percentile } from "../report.ts";
import { LlamaDesk } from "./llama-desk.ts";
import { OwnDesk } from "./own-desk.ts";
import { burstsOf, textBefore, typingSession } from "./session.ts";
import { guidelineText, type Subject } from "./subject.ts";
import { type Burst, type Desk, typeBurst } from "./typist.ts";

/** Prose between doses, and recommendations with their reasons. */
const typed = ["severe-malaria-ministry", "hypertension-pregnancy-grade"] as const;
/** A rest after each word: llama-server writes on for seconds at each of them, which are not worth more. */
const session = { words: 14, wordsToRest: 1 };
const other = "llama-server as llama.vscode drives it";

/** What came of a burst on each side. */
interface Turn {
  readonly own: Burst;
  readonly theirs?: Burst;
}

export async function typingFigures(subject: Subject, llamaServer: string | undefined): Promise<AnyFigure[]> {
  const turns: Turn[] = [];
  const own = await OwnDesk.open(subject, textBefore(guidelineText(typed[0])));
  let theirs: LlamaDesk | undefined;
  try {
    theirs = llamaServer ? await LlamaDesk.open(llamaServer, subject) : undefined;
    for (const name of typed) turns.push(...(await typeAlong(guidelineText(name), own, theirs)));
  } finally {
    await own.close();
    await theirs?.close();
  }
  return [
    ...["text", "answer"].flatMap((kind) => restFigures(kind, turns)),
    ...(theirs ? [] : [notRun(`key to text at a rest (${other})`, "needs --llama-server PATH")]),
    shareFigure("rests with text", turns, ({ rest }) => [Number(rest?.text ?? false), 1]),
    shareFigure("keys with text before the next key", turns, ({ seen, keys }) => [seen, keys]),
  ];
}

async function typeAlong(text: string, own: OwnDesk, theirs: LlamaDesk | undefined): Promise<Turn[]> {
  own.reset(textBefore(text));
  const turns: Turn[] = [];
  const type = async (desk: Desk, burst: Parameters<typeof typeBurst>[1]) => {
    const typed = await typeBurst(desk, burst);
    await desk.settle();
    return typed;
  };
  for (const burst of burstsOf(typingSession({ text, ...session })))
    turns.push({ own: await type(own, burst), ...(theirs && { theirs: await type(theirs, burst) }) });
  // The first burst finds a cold model on both sides.
  return turns.slice(1);
}

/** Of text: only rests where both had something to show, since silence is quick. Of answers: all rests. */
function restFigures(kind: string, turns: readonly Turn[]): AnyFigure[] {
  const counts = (burst: Burst | undefined) => kind === "answer" || (burst?.rest?.text ?? true);
  const counted = turns.filter(({ own, theirs }) => counts(own) && counts(theirs));
  const what = `key to ${kind} at a rest${kind === "answer" ? ", be it that there is none" : ""}`;
  if (counted.length === 0) return [notRun(what, `at none of ${turns.length} rests there was text in time`)];
  const ms = (burst: Burst | undefined) => burst?.rest?.ms ?? Number.NaN;
  const compared = counted.every(({ theirs }) => theirs);
  return [0.5, 0.95].map((share) =>
    figure({
      name: `${what}, p${share * 100}, ${counted.length} of ${turns.length} rests${compared ? ` (${other})` : ""}`,
      value: percentile(
        counted.map(({ own }) => ms(own)),
        share,
      ),
      unit: "ms",
      ...(compared && {
        baseline: percentile(
          counted.map(({ theirs }) => ms(theirs)),
          share,
        ),
        goal: "≤ 0.5 ×",
      }),
    }),
  );
}

function shareFigure(
  name: string,
  turns: readonly Turn[],
  count: (burst: Burst) => readonly [number, number],
): AnyFigure {
  const share = (bursts: readonly Burst[]) => {
    const counts = bursts.map(count);
    const sum = (at: 0 | 1) => counts.reduce((total, pair) => total + pair[at], 0);
    return (100 * sum(0)) / sum(1);
  };
  const theirs = turns.flatMap((turn) => turn.theirs ?? []);
  const value = share(turns.map(({ own }) => own));
  if (theirs.length === 0) return figure({ name, value, unit: "%" });
  return figure({ name: `${name} (${other}, unfiltered)`, value, unit: "%", baseline: share(theirs) });
}
