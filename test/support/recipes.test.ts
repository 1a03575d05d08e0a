// The recipes of the README, tried as they are written, in a repository of its own.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { cliCommand } from "./run-cli.ts";

const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");

/** The first block of code below a heading. */
function recipe(heading: string, language: string): string {
  const below = readme.split(`### ${heading}\n`)[1] ?? "";
  const code = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(below)?.[1];
  assert.ok(code, heading);
  return code;
}

const page = (dose: string) =>
  `# Pneumonia in children\n\n- Amoxicillin ${dose} PO twice daily for 5 days\n- Paracetamol 15 mg/kg PO every 6 hours\n`;

const onWindows = process.platform === "win32" ? "hooks are shell scripts" : false;

describe("the recipes of the README", { skip: onWindows }, () => {
  let root: string;
  let repository: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "guidewright recipes ä-"));
    const bin = join(root, "bin");
    mkdirSync(bin);
    const words = cliCommand.map((word) => `'${word}'`).join(" ");
    writeFileSync(join(bin, "guidewright"), `#!/bin/sh\nexec ${words} "$@"\n`);
    chmodSync(join(bin, "guidewright"), 0o755);
  });
  beforeEach(() => {
    repository = mkdtempSync(join(root, "repository-"));
    mkdirSync(join(repository, "chapters"));
    git("init", "-q");
    write("a.md", page("40 mg/kg"));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const write = (name: string, text: string) => writeFileSync(join(repository, "chapters", name), text);
  function run(program: string, args: readonly string[]) {
    const env = {
      ...process.env,
      PATH: `${join(root, "bin")}${delimiter}${process.env.PATH}`,
      GIT_CONFIG_GLOBAL: join(root, "gitconfig"),
      GIT_AUTHOR_NAME: "A",
      GIT_AUTHOR_EMAIL: "a@example.org",
      GIT_COMMITTER_NAME: "A",
      GIT_COMMITTER_EMAIL: "a@example.org",
    };
    return spawnSync(program, args, { cwd: repository, env, encoding: "utf8" });
  }
  const git = (...args: string[]) => run("git", args);
  function commits(): boolean {
    git("add", "-A");
    return git("commit", "-qm", "change").status === 0;
  }

  it("refuse a commit that brings in a conflict, by what is staged", () => {
    const hook = join(repository, ".git", "hooks", "pre-commit");
    writeFileSync(hook, recipe("Before each commit", "sh"));
    chmodSync(hook, 0o755);
    assert.ok(commits(), "nothing is wrong yet");
    write("b.md", page("25 mg/kg"));
    git("add", "-A");
    // What is mended but not staged is not committed.
    write("b.md", page("40 mg/kg"));
    const { status, stdout, stderr } = git("commit", "-qm", "change");
    assert.equal(status, 1);
    assert.match(stdout + stderr, /chapters\/b\.md:3:15 warning dose-conflict/);
    assert.equal(git("log", "--oneline").stdout.trim().split("\n").length, 1);
    assert.ok(commits(), "now it is");
  });

  it("annotate and fail a workflow that finds a conflict, and keep all findings", () => {
    const workflow = parse(recipe("In a GitHub workflow", "yaml"));
    const steps: { run?: string; "working-directory"?: string }[] = workflow.jobs.check.steps;
    const ours = steps.flatMap((step) => (step.run && !step["working-directory"] ? [step.run] : []));
    // As GitHub runs a step.
    const runAll = () => ours.map((script) => run("bash", ["-e", "-o", "pipefail", "-c", script]));
    assert.deepEqual(
      runAll().map(({ status }) => status),
      [0, 0],
    );
    write("b.md", page("25 mg/kg"));
    const [sarif, github] = runAll();
    assert.deepEqual([sarif?.status, github?.status], [0, 1]);
    assert.match(github?.stdout ?? "", /^::warning file=chapters\/a\.md,line=3,.*title=dose-conflict::/);
    const { results } = JSON.parse(readFileSync(join(repository, "guidewright.sarif"), "utf8")).runs[0];
    assert.equal(results.length, 2);
    assert.equal(results[1].locations[0].physicalLocation.artifactLocation.uri, "chapters/b.md");
  });
});
