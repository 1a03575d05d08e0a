// Certain fixes, applied until none is left, and what is written of them.

import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { Lines } from "../text/lines.ts";
import type { Checked, PlacedFinding } from "./check-documents.ts";
import { fixAll, writeFixed } from "./fix.ts";
import { type Source, sourceOf } from "./source.ts";

const source = (text: string, file = "a.md"): Source => ({
  file,
  uri: `file:///${file}`,
  text,
  marked: false,
  project: undefined,
});

/** Finds a word, and would write another instead of it. */
function finder(word: string, instead: string, certain = true) {
  return ({ file, text }: Source): PlacedFinding[] =>
    Array.from(text.matchAll(new RegExp(word, "g")), ({ index }) => {
      const span = { start: index, end: index + word.length };
      const range = new Lines(text).rangeOf(span);
      const edits = [{ range, span, newText: instead }];
      return {
        file,
        rule: `no-${word}`,
        severity: "warning",
        message: "No.",
        range,
        related: [],
        fixes: [{ title: `Write ${instead}`, certain, file, edits }],
        identity: `${file} ${word}`,
      };
    });
}

const checkBy =
  (...finders: readonly ((source: Source) => PlacedFinding[])[]) =>
  async (sources: readonly Source[]): Promise<Checked[]> =>
    sources.map((one) => ({ findings: finders.flatMap((find) => find(one)), failures: [] }));

const textsOf = ({ sources }: { sources: readonly Source[] }) => sources.map(({ text }) => text);

describe("fixAll", () => {
  it("applies what is certain in every text, and what that brings about, and nothing else", async () => {
    const check = checkBy(finder("one", "two"), finder("two", "three"), finder("five", "six", false));
    const fixed = await fixAll(
      [source("one two five"), source("two two", "b.md"), source("x", "c.md")],
      check,
    );
    assert.deepEqual(textsOf(fixed), ["three three five", "three three", "x"]);
    assert.deepEqual(
      fixed.applied.map(({ finding, title }) => `${finding.file} ${title}`),
      ["a.md Write two", "a.md Write three", "b.md Write three", "b.md Write three", "a.md Write three"],
    );
    assert.deepEqual(
      fixed.checked.map(({ findings }) => findings.map(({ rule }) => rule)),
      [["no-five"], [], []],
      "what is left, in the texts as they are now",
    );
  });

  it("ends where fixes go around in a circle", async () => {
    const circle = checkBy(finder("one", "two"), finder("two", "one"));
    assert.deepEqual(textsOf(await fixAll([source("one")], circle)), ["two"]);
    let calls = 0;
    const growing = async (sources: readonly Source[]) => {
      calls++;
      return checkBy(finder("x", "xx"))(sources);
    };
    await fixAll([source("x")], growing);
    assert.ok(calls <= 11, String(calls));
  });

  it("does one of two fixes that touch, then looks again", async () => {
    const check = checkBy(finder("ab", "c"), finder("bd", "e"));
    assert.deepEqual(textsOf(await fixAll([source("abd")], check)), ["cd"]);
  });

  it("keeps the text's line ends in what it writes", async () => {
    const check = checkBy(finder("note", "line\nline"));
    assert.deepEqual(textsOf(await fixAll([source("a\r\nnote\r\n")], check)), ["a\r\nline\r\nline\r\n"]);
    assert.deepEqual(textsOf(await fixAll([source("a\nnote\n")], check)), ["a\nline\nline\n"]);
  });
});

describe("writeFixed", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-fix-"));
    file = join(folder, "a.md");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const read = async () => sourceOf(file, await readFile(file));

  it("keeps mark and permissions, leaves nothing else behind, and goes through a link", async () => {
    await writeFile(file, "\uFEFFone\r\n");
    await chmod(file, 0o640);
    const link = join(folder, "link.md");
    await symlink(file, link);
    await writeFixed({ ...(await read()), file: link }, "two\r\n");
    assert.equal(await readFile(file, "utf8"), "\uFEFFtwo\r\n");
    if (process.platform !== "win32") assert.equal((await stat(file)).mode & 0o777, 0o640);
    assert.deepEqual((await readdir(folder)).sort(), ["a.md", "link.md"]);
  });

  it("writes nothing where the file has changed meanwhile, or is gone", async () => {
    await writeFile(file, "one\n");
    const before = await read();
    await writeFile(file, "another\n");
    await assert.rejects(
      writeFixed(before, "two\n"),
      /a\.md was changed while it was checked: it was not fixed/,
    );
    assert.equal(await readFile(file, "utf8"), "another\n");
    assert.deepEqual(await readdir(folder), ["a.md"]);
    await rm(file);
    await assert.rejects(writeFixed(before, "two\n"), /a\.md does not exist/);
    assert.deepEqual(await readdir(folder), []);
  });
});
