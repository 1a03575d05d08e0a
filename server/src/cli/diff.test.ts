// `guidewright diff` on real repositories, as an editor of a guideline runs it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { TestRepository } from "../../../test/support/repository.ts";
import { runCli } from "../../../test/support/run-cli.ts";
import type { ReportedChange } from "../changes/report.ts";

const chapter = (dose: string) =>
  `---\nguideline: true\n---\n\n# Sepsis\n\n## Neonates\n\n- Gentamicin ${dose} IV for 7 days.\n- Ampicillin 50 mg/kg every 12 hours IV for 7 days.\n\n## Fluids\n\nGive ${"plenty of care and "}warmth to every newborn.\n`;

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
});
afterEach(() => repository.remove());

const run = (...args: string[]) => runCli(["diff", ...args], { cwd: repository.folder });
async function changesOf(...args: string[]): Promise<ReportedChange[]> {
  const { out, err, code } = await run(...args, "--format", "json");
  assert.equal(err, "");
  assert.equal(code, 0);
  return JSON.parse(out).changes;
}
const dosesOf = (changes: readonly ReportedChange[]) =>
  changes.flatMap(({ differences }) =>
    differences.map(({ before, after }) => `${before?.text} → ${after?.text}`),
  );

describe("guidewright diff", () => {
  it("compares the working tree with a revision", async () => {
    repository.write("a b/kapitel ä.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.write("a b/kapitel ä.md", chapter("7.5 mg/kg every 24 hours"));
    const [change, ...more] = await changesOf("HEAD");
    assert.deepEqual(more, []);
    assert.equal(change?.after?.file, "a b/kapitel ä.md");
    assert.equal(change?.after?.range.start.line, 8);
    assert.deepEqual(dosesOf([change as ReportedChange]), [
      "5 mg/kg every 24 hours → 7.5 mg/kg every 24 hours",
    ]);
  });

  it("follows a file that was renamed and edited, and text that moved to another file", async () => {
    repository.write("old.md", chapter("5 mg/kg every 24 hours"));
    repository.write("other.md", "---\nguideline: true\n---\n\n# Malaria\n\nText.\n");
    repository.commit("first");
    repository.git("mv", "old.md", "new name.md");
    repository.write("new name.md", chapter("4 mg/kg every 24 hours").replace(/- Ampicillin.*\n/, ""));
    repository.write(
      "other.md",
      "---\nguideline: true\n---\n\n# Malaria\n\nText.\n\n## Sepsis in neonates\n\n- Ampicillin 50 mg/kg every 12 hours IV for 7 days.\n",
    );
    repository.commit("second");
    assert.deepEqual(dosesOf(await changesOf("HEAD~1", "HEAD")), [
      "5 mg/kg every 24 hours → 4 mg/kg every 24 hours",
    ]);
  });

  it("says what is added with a new file and removed with an old one", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.git("rm", "-q", "a.md");
    repository.write("b.md", "---\nguideline: true\n---\n\n# Fever\n\nParacetamol 1 g PO every 6 hours.\n");
    const changes = await changesOf("HEAD");
    assert.deepEqual(
      changes.map(({ action, subject }) => `${action} ${subject.split(",")[0]}`),
      ["removed gentamicin", "removed ampicillin", "added paracetamol"],
    );
  });

  it("writes a table, a comment that a bot can find again, and a file", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.write("a.md", chapter("6 mg/kg every 24 hours"));
    assert.match((await run("HEAD")).out, /^# What changed\n[\s\S]*\| 5 mg\/kg every 24 hours \| 6 mg\/kg/);
    assert.match((await run("HEAD", "--format", "comment")).out, /^<!-- guidewright: clinical changes -->/);
    const { out } = await run("HEAD", "--output", "changes.md");
    assert.equal(out, "");
    assert.match(readFileSync(join(repository.folder, "changes.md"), "utf8"), /What changed/);
  });

  it("fails on a change only when asked to, and never on an editorial one", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.write("a.md", chapter("5 mg/kg once daily").replace("plenty of care", "much care"));
    assert.equal((await run("HEAD", "--fail-on-change")).code, 0);
    repository.write("a.md", chapter("5 mg/kg twice daily"));
    assert.equal((await run("HEAD", "--fail-on-change")).code, 1);
    assert.equal((await run("HEAD")).code, 0);
  });

  it("compares a guideline with what no longer looks like one, and no other text", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.write("notes.md", "# Notes\n\nAmoxicillin 500 mg is on the list.\n");
    repository.commit("first");
    repository.write("a.md", "# Sepsis\n\nSee the other chapter.\n");
    repository.write("notes.md", "# Notes\n\nAmoxicillin 250 mg is on the list.\n");
    const changes = await changesOf("HEAD");
    assert.deepEqual(
      changes.map(({ action, subject }) => `${action} ${subject.split(",")[0]}`),
      ["removed gentamicin", "removed ampicillin"],
    );
  });

  it("looks only at the files that are asked for", async () => {
    for (const name of ["a/one.md", "b/two.md"]) repository.write(name, chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    for (const name of ["a/one.md", "b/two.md"]) repository.write(name, chapter("6 mg/kg every 24 hours"));
    const changes = await changesOf("HEAD", "--files", "b/**");
    assert.deepEqual(
      changes.map(({ after }) => after?.file),
      ["b/two.md"],
    );
  });

  it("knows the medicines of the project's dictionary, on both sides as it is today", async () => {
    const fever = (dose: string) =>
      `---\nguideline: true\n---\n\n# Fever\n\nGive zelmidone ${dose} PO every 8 hours.\n`;
    const knowing = "dictionary:\n  medicines:\n    zelmidone: [Zelmi]\n";
    repository.write("v1/a.md", fever("20 mg"));
    repository.commit("first");
    repository.write("guidewright.yaml", knowing);
    repository.write("v1/a.md", fever("30 mg"));
    repository.write("v2/a.md", fever("40 mg"));
    const subjectsOf = async (...args: string[]) =>
      (await changesOf(...args)).map(({ action, subject }) => `${action} ${subject}`);
    assert.deepEqual(await subjectsOf("HEAD", "--files", "v1/**"), ["changed zelmidone, fever"]);
    assert.deepEqual(await subjectsOf("v1", "v2"), ["changed zelmidone, fever"]);
    assert.deepEqual(await subjectsOf("v1/a.md", "v2/a.md"), ["changed zelmidone, fever"]);
    repository.write("v1/a.md", fever("20 mg"));
    assert.deepEqual(await subjectsOf("HEAD", "--files", "v1/**"), []);
  });

  it("compares two files and two folders without git", async () => {
    repository.write("v1/a.md", chapter("5 mg/kg every 24 hours"));
    repository.write("v2/a.md", chapter("6 mg/kg every 24 hours"));
    const doses = ["5 mg/kg every 24 hours → 6 mg/kg every 24 hours"];
    const [change] = await changesOf("v1/a.md", "v2/a.md");
    assert.deepEqual([change?.before?.file, change?.after?.file], ["v1/a.md", "v2/a.md"]);
    assert.deepEqual(dosesOf(await changesOf("v1", "v2")), doses);
    assert.match((await run("v1", "v2/a.md")).err, /a file and a folder/);
  });
});

describe("guidewright diff, where it cannot", () => {
  const fails = async (args: readonly string[], message: RegExp, env: Record<string, string> = {}) => {
    const result = await runCli(["diff", ...args], { cwd: repository.folder, env });
    assert.equal(result.code, 2);
    assert.match(result.err, message);
    assert.doesNotMatch(result.err, /\n\s+at /);
  };

  it("says that a revision is unknown, or no name of one", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    await fails(["v9"], /no revision “v9”/);
    await fails(["--", "--upload-pack=x"], /no name of a revision/);
    await fails(["a.md"], /Name the file to compare it with/);
  });

  it("advises to fetch more of a shallow clone", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.git("tag", "v1");
    repository.write("a.md", chapter("6 mg/kg every 24 hours"));
    repository.commit("second");
    const from = pathToFileURL(repository.folder).href;
    repository.git("clone", "-q", "--depth", "1", "--no-tags", from, join(repository.folder, "clone"));
    const { code, err } = await runCli(["diff", "HEAD~1"], { cwd: join(repository.folder, "clone") });
    assert.equal(code, 2);
    assert.match(err, /git fetch --unshallow/);
  });

  it("says that there is no git, and no repository", async () => {
    await fails(["HEAD"], /Git was not found/, { PATH: "" });
    const outside = new TestRepository();
    execFileSync("rm", ["-rf", join(outside.folder, ".git")]);
    const { code, err } = await runCli(["diff", "HEAD"], { cwd: outside.folder });
    outside.remove();
    assert.equal(code, 2);
    assert.match(err, /not in a git repository/);
  });

  it("says which files hold no UTF-8 or are too long, and compares the others", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.write("b.md", chapter("5 mg/kg every 24 hours"));
    repository.write("c.md", "---\nguideline: true\n---\n\nGive ORS now.\n");
    repository.commit("first");
    repository.write("a.md", Buffer.from("# Fi\xe8vre\n", "latin1"));
    repository.write("b.md", chapter("6 mg/kg every 24 hours"));
    repository.write("c.md", `---\nguideline: true\n---\n\n${"Give ORS now.\n".repeat(100_000)}`);
    const { code, out, err } = await run("HEAD");
    assert.equal(code, 2);
    assert.match(err, /a\.md is not saved as UTF-8/);
    assert.match(err, /c\.md: /);
    assert.match(out, /6 mg\/kg/);
  });

  it("asks for the conflicts of a merge to be resolved", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.git("checkout", "-q", "-b", "other");
    repository.write("a.md", chapter("6 mg/kg every 24 hours"));
    repository.commit("second");
    repository.git("checkout", "-q", "main");
    repository.write("a.md", chapter("7 mg/kg every 24 hours"));
    repository.commit("third");
    assert.throws(() => repository.git("merge", "-q", "other"));
    await fails(["HEAD"], /merge is not finished: a\.md/);
  });

  it("runs no program that the repository's settings name", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.write(".gitattributes", "*.md diff=evil filter=evil\n");
    repository.commit("first");
    const trap = join(repository.folder, "trap");
    const command = `sh -c 'touch "${trap}"'`;
    for (const name of [
      "core.fsmonitor",
      "diff.external",
      "diff.evil.textconv",
      "diff.evil.command",
      "filter.evil.smudge",
      "filter.evil.clean",
      "core.pager",
    ])
      repository.git("config", name, command);
    repository.write("a.md", chapter("6 mg/kg every 24 hours"));
    assert.match((await run("HEAD")).out, /6 mg\/kg/);
    assert.equal(existsSync(trap), false);
  });

  it("passes over submodules and links", async () => {
    repository.write("a.md", chapter("5 mg/kg every 24 hours"));
    repository.commit("first");
    repository.git(
      "update-index",
      "--add",
      "--cacheinfo",
      `160000,${repository.git("rev-parse", "HEAD").trim()},sub.md`,
    );
    repository.git("commit", "-q", "-m", "second");
    assert.match((await run("HEAD~1", "HEAD")).out, /No clinical change/);
    assert.match((await run("HEAD~1")).out, /No clinical change/);
  });
});
