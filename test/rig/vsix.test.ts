// Makes the VSIX, installs it into the real editor as a user would, and has it write ghost text there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runEditorSuite } from "./run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** With binaries for one processor and no weights; all platforms together would be ten times this. */
const largestVsix = 60e6;

test("the VSIX for this platform works once installed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-vsix-"));
  try {
    const vsix = join(folder, "guidewright.vsix");
    execFileSync(process.execPath, ["client/scripts/package.ts", "--out", vsix], {
      cwd: root,
      stdio: "inherit",
    });
    assert.ok(statSync(vsix).size < largestVsix);
    const suite = join(root, "test/dist/editor/packaged.cjs");
    const extensionPath = join(root, "test/editor/bare-extension");
    assert.equal(await runEditorSuite({ suite, extensionPath, vsix }), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
