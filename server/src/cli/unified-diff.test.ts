// A diff that git itself applies.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Source } from "./source.ts";
import { unifiedDiff } from "./unified-diff.ts";

const source = (text: string, marked = false): Source => ({
  file: join(".", "texts", "a.md"),
  uri: "file:///texts/a.md",
  text,
  marked,
  project: undefined,
});

describe("unifiedDiff", () => {
  it("is nothing where nothing changes", () => {
    assert.equal(unifiedDiff(source("a\n"), source("a\n")), "");
  });

  it("is what git applies, in any line ends, with a mark, and without a last line end", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guidewright-diff-"));
    try {
      await mkdir(join(folder, "texts"));
      execFileSync("git", ["init", "-q"], { cwd: folder });
      const lines = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join("");
      for (const [before, after] of [
        [source(lines), source(lines.replace("line 3\n", "third\nand more\n").replace("line 17\n", ""))],
        [source("a\r\nb\r\nc\r\n"), source("a\r\nB\r\nc\r\n")],
        [source("a\nb", true), source("A\nb", true)],
        [source("a\nb"), source("a\nc")],
      ] as const) {
        const file = join(folder, "texts", "a.md");
        const whole = ({ text, marked }: Source) => (marked ? `\uFEFF${text}` : text);
        await writeFile(file, whole(before));
        const patch = unifiedDiff(before, after);
        assert.match(patch, /^--- a\/texts\/a\.md\n\+\+\+ b\/texts\/a\.md\n@@ /);
        execFileSync("git", ["apply", "-"], { cwd: folder, input: patch });
        assert.equal(await readFile(file, "utf8"), whole(after));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
