// From a key to text on the screen, in a typing session: the built server beside llama-server driven as
// llama.vscode does, burst by burst in turns. It must not know how figures are printed.

import { type AnyFigure, figure, notRun, percentile } from "../report.ts";
import { LlamaDesk } from "./llama-desk.ts";
import { OwnDesk } from "./own-desk.ts";
import { burstsOf, typingSession } from "./session.ts";
import { type Subject, sampleText } from "./subject.ts";
import { type Burst, type Desk, typeBurst } from "./typist.ts";

/** A rest after each word: llama-server writes on for seconds at each of them, which are not worth more. */
const session = { words: 20, wordsToRest: 1 };
const what = "key to text at a rest";
const other = "llama-server as llama.vscode drives it";

export async function typingFigures(subject: Subject, llamaServer: string | undefined): Promise<AnyFigure[]> {
  const bursts = burstsOf(typingSession({ text: sampleText(), ...session }));
  const desks: Desk[] = [];
  const typed: Burst[][] = [];
  try {
    desks.push(await OwnDesk.open(subject, bursts[0]?.[0]?.text ?? ""));
    if (llamaServer) desks.push(await LlamaDesk.open(llamaServer, subject));
    for (const burst of bursts) {
      const turn: Burst[] = [];
      for (const desk of desks) {
        turn.push(await typeBurst(desk, burst));
        await desk.settle();
      }
      typed.push(turn);
    }
  } finally {
    for (const desk of desks) await desk.close();
  }
  // The first burst finds a cold model on both sides.
  const warm = typed.slice(1);
  const own = warm.map((turn) => turn[0]);
  const theirs = warm.map((turn) => turn[1]);
  const share = (list: readonly (Burst | undefined)[]) => {
    const keys = list.reduce((sum, burst) => sum + (burst?.keys ?? 0), 0);
    return (100 * list.reduce((sum, burst) => sum + (burst?.seen ?? 0), 0)) / keys;
  };
  return [
    ...restFigures(own, llamaServer ? theirs : undefined),
    figure({
      name: `keys with text before the next key${llamaServer ? ` (${other})` : ""}`,
      value: share(own),
      unit: "%",
      ...(llamaServer && { baseline: share(theirs) }),
    }),
  ];
}

function restFigures(own: readonly (Burst | undefined)[], theirs: typeof own | undefined): AnyFigure[] {
  // Only rests where both had something to show: silence is quick.
  const both = own.flatMap(({ rest } = { rest: undefined, keys: 0, seen: 0 }, i) =>
    rest !== undefined && (!theirs || theirs[i]?.rest !== undefined) ? [[rest, theirs?.[i]?.rest ?? 0]] : [],
  );
  if (both.length === 0) return [notRun(what, `at none of ${own.length} rests there was text in time`)];
  const column = (at: number) => both.map((pair) => pair[at] ?? Number.NaN);
  const count = `${both.length} of ${own.length} rests`;
  const figures: AnyFigure[] = [0.5, 0.95].map((share) => {
    const spec = { value: percentile(column(0), share), unit: "ms" };
    const name = `${what}, p${share * 100}, ${count}`;
    if (!theirs) return figure({ ...spec, name });
    return figure({
      ...spec,
      name: `${name} (${other})`,
      baseline: percentile(column(1), share),
      goal: "≤ 0.5 ×",
    });
  });
  if (!theirs) figures.push(notRun(`${what} (${other})`, "needs --llama-server PATH"));
  return figures;
}
