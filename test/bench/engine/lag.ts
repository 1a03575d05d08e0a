// How late the event loop of the language server is while the host computes without a break: drafts and ghost
// text at once, with an author typing. It must not know how figures are printed.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AnyFigure, figure } from "../report.ts";
import { OwnDesk } from "./own-desk.ts";
import { burstsOf, positionAt, textBefore, typingSession } from "./session.ts";
import { type Subject, sampleText } from "./subject.ts";
import { typeBurst } from "./typist.ts";

const words = 45;
const monitor = new URL("./lag-monitor.ts", import.meta.url).href;

export async function lagFigures(subject: Subject): Promise<AnyFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-lag-"));
  const file = join(folder, "lag.json");
  try {
    const text = sampleText();
    const bursts = burstsOf(typingSession({ text, words }));
    const env = { GUIDEWRIGHT_LAG: file, NODE_OPTIONS: `--import=${monitor}` };
    const desk = await OwnDesk.open(subject, textBefore(text), env);
    let typing = true;
    await desk.settle();
    desk.client.child.kill("SIGUSR2");
    const drafting = (async () => {
      let drafts = 0;
      for (; typing; drafts++) await draft(desk, text);
      return drafts;
    })();
    for (const burst of bursts) await typeBurst(desk, burst);
    typing = false;
    await drafting;
    await desk.close();
    const lag: { p50: number; p99: number; longest: number; looks: number } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    return [
      figure({ name: "lag of the server's event loop, p99", value: lag.p99, unit: "ms", goal: "≤ 20" }),
      figure({
        name: `lag of the server's event loop, longest of ${lag.looks} looks`,
        value: lag.longest,
        unit: "ms",
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whatever comes of it. */
async function draft({ client, uri }: OwnDesk, text: string): Promise<void> {
  const position = positionAt(text, Math.floor(text.length / 4));
  await client.request("guidewright/draftDifferential", { textDocument: { uri }, position }).catch(() => {});
}
