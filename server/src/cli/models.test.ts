// `guidewright models`: the catalogue and what of it is installed; nothing is downloaded here.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCli } from "../../../test/support/run-cli.ts";
import { catalogue } from "../llm/catalogue.ts";

describe("guidewright models", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-models-"));
    await writeFile(join(folder, catalogue[0]?.file ?? ""), "");
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => runCli(["models", ...args], { env: { GUIDEWRIGHT_MODELS: folder } });

  it("lists every model with its licence and whether it is there", async () => {
    const { code, out } = await run();
    assert.equal(code, 0);
    for (const { id, name, licence } of catalogue)
      assert.ok(out.includes(`${id}\n  ${name}, `) && out.includes(licence), id);
    assert.equal(out.match(/, installed\n/g)?.length, 1);
    assert.ok(out.endsWith(`Models folder: ${folder}\n`));
  });

  it("erases what models have kept of their prompts, and no model", async () => {
    await mkdir(join(folder, "prepared"));
    await writeFile(join(folder, "prepared", "a.state"), "");
    const before = (await readdir(folder)).filter((name) => name !== "prepared");
    for (const _ of [1, 2]) assert.equal((await run("erase-cache")).code, 0);
    assert.deepEqual(await readdir(folder), before);
  });

  it("refuses what it does not know", async () => {
    for (const [args, message] of [
      [["install", "nothing"], /There is no model “nothing”/],
      [["install"], /models install ID/],
      [["remove", "starter"], /models install ID/],
      [["--what"], /--what/],
    ] as const) {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assert.match(err, message);
    }
  });
});
