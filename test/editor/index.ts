// The suite that runs inside the editor's extension host, as @vscode/test-electron expects it.

import { runMocha } from "./run-mocha.ts";

export const run = (): Promise<void> =>
  runMocha(async () => {
    await import("./guidewright.test.ts");
    await import("./findings.test.ts");
    await import("./remote.test.ts");
    await import("./beside.test.ts");
  });
