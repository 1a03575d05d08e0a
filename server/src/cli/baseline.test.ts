// `guidewright check --baseline`: what was found before is known, wherever it moved; only what is new counts.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { runCli } from "../../../test/support/run-cli.ts";

const page = "# Fever\n\nGive ORS now.\n\n## Danger\n\nCall when the GCS falls.\n";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright-baseline ä-"));
  await mkdir(join(folder, "chapters"));
  await write("chapters/a.md", page);
  await write("chapters/b.md", page.replace("ORS", "CRP"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const read = (name: string) => readFile(join(folder, name), "utf8");
const check = (...args: string[]) => runCli(["check", "--fail-on", "hint", ...args], { cwd: folder });
const files = ["chapters/a.md", "chapters/b.md"];
const known = ["--baseline", "known.json", ...files];
const update = () => check("--update-baseline", ...known);

describe("guidewright check --baseline", () => {
  it("knows what was there, and finds what is new", async () => {
    const written = await update();
    assert.deepEqual([written.code, written.out], [0, "No findings.\n"]);
    assert.match(written.err, /^known\.json is written: 4 findings in the files that were checked\.\n$/);
    assert.deepEqual(await check(...known), {
      code: 0,
      out: "No findings.\n",
      err: "4 known findings in the baseline known.json.\n",
    });
    await write("chapters/a.md", page.replace("now.", "now. See the KTW."));
    const { code, out } = await check(...known);
    assert.equal(code, 1);
    assert.match(out, /^chapters\/a\.md:3:\d+ information abbreviation-undefined\n[\s\S]*KTW/);
    assert.match(out, /\n1 finding\b.*\n$/);
  });

  it("knows it again when lines moved, when a file is renamed, and when other words changed", async () => {
    await update();
    await write("chapters/a.md", `Seen by two people.\n\n${page.replace("# Fever", "\n\n# Fever")}\nRest.\n`);
    await rename(join(folder, "chapters/b.md"), join(folder, "chapters/c.md"));
    const { code, err } = await check("--baseline", "known.json", "chapters/a.md", "chapters/c.md");
    assert.deepEqual([code, err], [0, "4 known findings in the baseline known.json.\n"]);
  });

  it("does not take another file's findings for known as long as that file is there", async () => {
    await update();
    await write("chapters/c.md", page);
    assert.equal((await check("--baseline", "known.json", "chapters/c.md")).code, 1);
  });

  it("counts what is gone, and forgets it when it is updated", async () => {
    await update();
    await write("chapters/a.md", "# Fever\n\nRest.\n");
    assert.match(
      (await check(...known)).err,
      /^4 known .* 2 of them are gone: run with --update-baseline\.\n$/,
    );
    await update();
    assert.match((await check(...known)).err, /^2 known findings in the baseline known\.json\.\n$/);
  });

  it("keeps what it knows of files that were not checked", async () => {
    await update();
    const before = await read("known.json");
    await check("--update-baseline", "--baseline", "known.json", "chapters/a.md");
    assert.equal(await read("known.json"), before);
  });

  it("is sorted, and tells nothing of the text but hashes and names of rules", async () => {
    await update();
    const { version, files: listed } = JSON.parse(await read("known.json"));
    assert.equal(version, 1);
    assert.deepEqual(Object.keys(listed), files);
    for (const entries of Object.values<string[]>(listed)) {
      assert.deepEqual(entries, entries.toSorted());
      for (const entry of entries) assert.match(entry, /^[a-z-]+ [0-9a-f]{32}$/);
    }
    assert.deepEqual(await readdir(folder), ["chapters", "known.json"]);
  });

  it("is that of the project where none is named", async () => {
    await write("guidewright.yaml", "");
    await check("--update-baseline", "chapters");
    assert.match(await read("guidewright-baseline.json"), /abbreviation-undefined/);
    assert.equal((await check("chapters")).code, 0);
    assert.equal((await check("chapters", "--baseline", "other.json")).code, 1);
  });

  it("says why it does not use a file, and checks as if there were none", async () => {
    for (const [text, reason] of [
      ["{", "it is no valid JSON"],
      ["[]", "it was not written by Guidewright"],
      ['{"version": 1, "files": {"a.md": [7]}}', "what it says of “a.md” is no list of findings"],
      ['{"version": 2, "files": {}}', "it has version 2, and this Guidewright reads version 1"],
    ] as const) {
      await write("known.json", text);
      const { code, out, err } = await check(...known);
      assert.equal(code, 1);
      assert.match(out, /\n4 findings\b.*\n$/);
      assert.equal(err, `known.json is not used as a baseline: ${reason}. Everything counts as new.\n`);
      const refused = await update();
      assert.equal(refused.code, 2);
      assert.match(refused.err, /^known\.json is not overwritten: /);
      assert.equal(await read("known.json"), text);
    }
    assert.match((await check("--baseline", "none.json", ...files)).err, /^none\.json does not exist: /);
    assert.match((await check("--baseline", "chapters", ...files)).err, /it is a folder/);
    assert.match((await check("--update-baseline", ...files)).err, /^Name the baseline to write/);
    assert.match(
      (await check("--update-baseline", "--baseline", "no/x.json", ...files)).err,
      /could not be written/,
    );
  });
});

describe("guidewright check of all of a project", () => {
  it("tells which comments nothing in the project needs, and of a part of it does not", async () => {
    await write("guidewright.yaml", "");
    await write("chapters/a.md", "# Fever\n\nRest. <!-- guidewright-disable-line dose-conflict -->\n");
    assert.match((await check("chapters/a.md")).out, /^No findings/);
    assert.match((await check(".")).out, /a\.md:3:7 information disable-unused\n/);
  });
});
