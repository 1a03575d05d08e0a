// Completions, tried in the shells that this machine has.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCli } from "../../../test/support/run-cli.ts";
import { rules } from "../rules/index.ts";
import { commands } from "./commands.ts";

const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe("guidewright completions", () => {
  let folder: string;
  const scripts = new Map<string, string>();
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "guidewright-completions-"));
    for (const shell of ["bash", "zsh", "fish", "powershell"]) {
      const { code, out, err } = await runCli(["completions", shell]);
      assert.deepEqual([code, err], [0, ""]);
      scripts.set(shell, out);
      writeFileSync(join(folder, shell), out);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("knows every command and every option, in every shell", () => {
    for (const [shell, script] of scripts) {
      for (const { name, options } of commands) {
        assert.ok(script.includes(name), `${shell}: ${name}`);
        for (const option of Object.keys(options))
          assert.ok(
            script.includes(shell === "fish" ? `-l ${option} ` : `--${option}`),
            `${shell}: ${option}`,
          );
      }
      assert.ok(script.includes("dose-conflict"), shell);
    }
  });

  /** What bash offers behind these words, as its readline would ask for it. */
  function offered(...words: string[]): string[] {
    const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _guidewright; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ["--norc", "-c", program, "bash", join(folder, "bash"), "guidewright", ...words];
    const { stdout, stderr, status } = spawnSync("bash", args, { encoding: "utf8" });
    assert.deepEqual([status, stderr], [0, ""]);
    return stdout.split("\n").filter((word) => word !== "");
  }

  it("works in bash", { skip: has("bash") ? false : "there is no bash" }, () => {
    assert.deepEqual(offered("ch"), ["check"]);
    assert.ok(offered("").includes("--help") && offered("").includes("models"));
    assert.deepEqual(offered("check", "--fo"), ["--format"]);
    assert.deepEqual(offered("check", "--format", ""), ["text", "json", "sarif", "junit", "github"]);
    assert.deepEqual(offered("check", "--format", "s"), ["sarif"]);
    assert.deepEqual(offered("check", "--format", "="), ["text", "json", "sarif", "junit", "github"]);
    assert.deepEqual(offered("check", "--format", "=", "js"), ["json"]);
    assert.deepEqual(offered("check", "--rule", "").sort(), rules.map(({ id }) => id).sort());
    assert.deepEqual(offered("completions", "z"), ["zsh"]);
    assert.deepEqual(offered("models", "--v"), ["--verify"]);
    for (const words of [
      ["check", ""],
      ["check", "--output", ""],
      ["nothing", "-"],
    ])
      assert.deepEqual(offered(...words), [], "file names, by bash itself");
    const registered = spawnSync(
      "bash",
      ["--norc", "-c", `source "$1"; complete -p guidewright`, "bash", join(folder, "bash")],
      { encoding: "utf8" },
    );
    assert.match(registered.stdout, /-F _guidewright guidewright/);
  });

  for (const shell of ["zsh", "fish"]) {
    it(`is a script that ${shell} can read`, { skip: has(shell) ? false : `there is no ${shell}` }, () => {
      const { status, stderr } = spawnSync(shell, ["-n", join(folder, shell)], { encoding: "utf8" });
      assert.deepEqual([status, stderr], [0, ""]);
    });
  }

  it("asks for one shell that it knows", async () => {
    for (const args of [[], ["tcsh"], ["bash", "zsh"]]) {
      const { code, err } = await runCli(["completions", ...args]);
      assert.equal(code, 2);
      assert.match(err, /Name one shell: guidewright completions bash\|zsh\|fish\|powershell/);
    }
  });
});
