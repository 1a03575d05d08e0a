// Runs test files with mocha inside the extension host, and says at the end how it went.

import Mocha from "mocha";

/** Slow machines load a model in this time, too. */
const timeout = 180_000;

export async function runMocha(load: () => Promise<unknown>): Promise<void> {
  // GUIDEWRIGHT_GREP runs only the tests whose name has it.
  const grep = process.env.GUIDEWRIGHT_GREP;
  const mocha = new Mocha({ ui: "bdd", color: false, timeout, reporter: "spec", ...(grep && { grep }) });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await load();
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    mocha.run(resolve).on("pass", () => {
      passed++;
    });
  });
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} of the tests in the editor failed.`);
}
