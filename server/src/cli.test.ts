// The command line itself: help, unknown commands, what needs a model that is not there, and how the build starts.

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCli } from "../../test/support/run-cli.ts";

describe("guidewright", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-cli-"));
    await writeFile(join(folder, "a.md"), "# Fever\n\nOral rehydration solution (ORS).\n\nGive \n");
    await writeFile(join(folder, "empty.md"), "");
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    runCli(args, { cwd: folder, env: { GUIDEWRIGHT_MODELS: join(folder, "models") } });

  it("prints help without a command, and with one", async () => {
    const [none, long, one] = await Promise.all([run(), run("--help"), run("check", "--help")]);
    assert.deepEqual(none, long);
    assert.equal(none.code, 0);
    for (const name of ["check", "differential", "explain", "complete", "models", "lsp"]) {
      assert.match(none.out, new RegExp(`guidewright ${name}`));
    }
    assert.match(one.out, /--format[\s\S]*--fail-on/);
    assert.equal(one.code, 0);
  });

  it("prints its version", async () => {
    const { code, out } = await run("--version");
    assert.deepEqual([code, out], [0, "development\n"]);
  });

  it("says in plain words, without a stack, what it cannot do", async () => {
    const mistakes: readonly (readonly [args: string[], message: RegExp])[] = [
      [["chekc", "a.md"], /There is no command “chekc”/],
      [["lsp"], /guidewright lsp --stdio/],
      [["complete"], /Name one guideline/],
      [["complete", "a.md", "--at", "99"], /--at must be a line from 1 to 6/],
      [["complete", "a.md", "--at", "1"], /nothing can be suggested/],
      [["complete", "empty.md"], /empty\.md is empty/],
      [["explain", "a.md", "KTW"], /“KTW” does not occur/],
      [["differential", "empty.md"], /empty/],
      [["differential", "missing.md"], /missing\.md does not exist/],
    ];
    const runs = await Promise.all(mistakes.map(([args]) => run(...args)));
    for (const [i, { code, err, out }] of runs.entries()) {
      const [args, message] = mistakes[i]!;
      assert.equal(code, 2, args.join(" "));
      assert.match(err, message);
      assert.doesNotMatch(err, /\n {4}at |node:internal/);
      assert.equal(out, "");
    }
  });

  it("says how to install a model that is missing, and what the document itself says", async () => {
    const [complete, explain] = await Promise.all([run("complete", "a.md"), run("explain", "a.md", "ORS")]);
    assert.deepEqual([complete.code, explain.code], [2, 2]);
    assert.match(complete.err, /guidewright models install starter/);
    assert.equal(explain.out, "ORS: Oral rehydration solution\n");
    assert.match((await run("complete", "a.md", "--model", "nothing")).err, /There is no model “nothing”/);
  });

  it("starts with what the same command compiled before, as long as that is sound", async () => {
    const cache = join(folder, "cache");
    const check = () =>
      runCli(["check", "a.md"], { cwd: folder, env: { NODE_COMPILE_CACHE: cache }, built: true });
    const first = await check();
    assert.match(first.out, /ORS|No findings/);
    const files = await readdir(cache, { recursive: true });
    const kept = join(cache, files.find((name) => name.includes("program.cjs-")) ?? "none");
    const [sound, { mtimeMs }] = [await readFile(kept), await stat(kept)];
    assert.deepEqual(await check(), first);
    assert.equal((await stat(kept)).mtimeMs, mtimeMs);
    const turned = Buffer.from(sound);
    turned.writeUInt8(turned.readUInt8(sound.length >> 1) ^ 1, sound.length >> 1);
    for (const damaged of [sound.subarray(0, sound.length >> 1), turned, Buffer.alloc(0)]) {
      await writeFile(kept, damaged);
      assert.deepEqual(await check(), first);
      assert.notDeepEqual(await readFile(kept), damaged);
    }
  });
});
