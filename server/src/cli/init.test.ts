// `guidewright init`, and what `guidewright check` makes of a project's file.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { runCli } from "../../../test/support/run-cli.ts";
import { readProject } from "../project/read-project.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright init ä-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}
const run = (...args: string[]) => runCli(args, { cwd: folder });
const written = (name = "guidewright.yaml") => readFile(join(folder, name), "utf8");
const advice = (verb: string) => `We ${verb} amoxicillin for children with pneumonia. `;

describe("guidewright init", () => {
  it("writes a file that says the house style, and proposes the words it found", async () => {
    await write(
      "a.md",
      `# Pneumonia\n\n${advice("recommend").repeat(4)}${advice("suggest").repeat(3)}See the KTW.\n`,
    );
    await write(
      "b.md",
      "---\nguideline: true\n---\n\nSee the KTW. Paediatric care; haemoglobin. Give cetriaxone 1 g IV.\n",
    );
    const { code, out } = await run("init");
    assert.equal(code, 0);
    assert.match(out, /for 2 guidelines\. .*Its profile is grade\./);
    const text = await written();
    assert.match(text, /^profile: grade$/m);
    assert.match(text, /^# {5}KTW: # 2 times$/m);
    assert.match(text, /^# {5}cetriaxone: # once$/m);
    assert.deepEqual(readProject(text).problems, []);
    const uncommented = text.replace(/^# (?=[a-z]+:| )/gm, "");
    assert.deepEqual(readProject(uncommented).problems, [], uncommented);
    assert.equal((await run("check", ".")).code, 0);
  });

  it("never writes over a file, unless it is told to", async () => {
    await write("guidewright.yaml", "# mine\n");
    const { code, err } = await run("init");
    assert.equal(code, 2);
    assert.match(err, /left as it is/);
    assert.equal(await written(), "# mine\n");
    assert.equal((await run("init", "--force")).code, 0);
    assert.notEqual(await written(), "# mine\n");
  });

  it("takes an empty folder, says which project is around it, and refuses what is no folder", async () => {
    await write("guidewright.yaml", "");
    await mkdir(join(folder, "sub"));
    const { code, err } = await run("init", "sub");
    assert.equal(code, 0);
    assert.match(err, /marks a project around/);
    assert.match(await written(join("sub", "guidewright.yaml")), /^# profile: grade$/m);
    for (const name of ["nowhere", "guidewright.yaml"]) assert.equal((await run("init", name)).code, 2);
  });
});

describe("guidewright check in a project", () => {
  const text = "# Fever\n\nSee the KTW.\n";

  it("uses its severities, overrides, dictionary and ignored files", async () => {
    await write(
      "guidewright.yaml",
      "rules: {abbreviation-undefined: error}\noverrides:\n  - files: 'c/*'\n    rules: {abbreviation-undefined: hint}\nignore: [d/**]\n",
    );
    for (const name of ["a.md", "c/a.md", "d/a.md"]) await write(name, text);
    const { code, out, err } = await run("check", ".");
    assert.equal(err, "");
    assert.deepEqual(out.match(/^\S+:\d+:\d+ \w+/gm), ["a.md:3:9 error", join("c", "a.md:3:9 hint")]);
    assert.equal(code, 1);
    const named = await run("check", join("d", "a.md"));
    assert.match(named.err, /is not checked: its project/);
    assert.equal(named.code, 0);
    await write("guidewright.yaml", "dictionary: {abbreviations: [KTW]}\n");
    assert.match((await run("check", ".")).out, /^No findings/);
  });

  it("names the place of an error in the file, and checks all the same", async () => {
    await write("guidewright.yaml", "rules:\n  abbreviation-undefined: error\n  dose-conflct: off\n");
    await write("a.md", text);
    const { code, out, err } = await run("check", "a.md");
    assert.match(err, /^guidewright\.yaml:3:3 error project-file\n {2}.*“dose-conflict”/);
    assert.match(out, /error abbreviation-undefined/);
    assert.equal(code, 2);
  });

  it("takes the baseline that the project names", async () => {
    await write("guidewright.yaml", "baseline: records/known.json\nrules: {abbreviation-undefined: error}\n");
    await write("a.md", text);
    await mkdir(join(folder, "records"));
    assert.equal((await run("check", "--update-baseline", ".")).code, 0);
    assert.match(await written(join("records", "known.json")), /abbreviation-undefined/);
    assert.equal((await run("check", ".")).code, 0);
  });

  it("prints what its dictionary makes understood", async () => {
    await write("guidewright.yaml", "dictionary: {medicines: {zelmidone: []}}\n");
    await write("a.md", "# Fever\n\n- Zelmidone 50 mg PO twice daily\n");
    assert.match((await run("explain-model", "a.md")).out, /order: zelmidone/i);
  });
});
