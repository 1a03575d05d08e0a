// Figures from a real editor: activation and the wait for findings, measured by a suite that runs inside it.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EditorTimes } from "../editor/bench.ts";
import { runEditorSuite } from "../rig/run.ts";
import { type Figure, figure } from "./report.ts";

const suite = fileURLToPath(new URL("../dist/editor/bench.cjs", import.meta.url));

export async function activationFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-times-"));
  const file = join(folder, "times.json");
  try {
    const code = await runEditorSuite({ suite, env: { GUIDEWRIGHT_TIMES: file } });
    if (code !== 0) throw new Error(`The suite that measures in the editor ended with ${code}.`);
    const times: EditorTimes = JSON.parse(readFileSync(file, "utf8"));
    const { activation, markdownActivation, firstFinding, nextFinding } = times;
    return [
      figure({
        name: "editor: activation (VS Code's own Markdown support)",
        value: activation,
        unit: "ms",
        baseline: markdownActivation,
        goal: "≤ 1 ×",
      }),
      figure({
        name: "editor: opening the first guideline to its first finding",
        value: firstFinding,
        unit: "ms",
      }),
      figure({
        name: "editor: opening the next guideline to its first finding (the first)",
        value: nextFinding,
        unit: "ms",
        baseline: firstFinding,
        goal: "≤ 0.8 ×",
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
