// `guidewright check` on files of every kind, as a release check runs it.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CliRun, runCli } from "../../../test/support/run-cli.ts";
import type { ReportedFinding } from "./report-json.ts";

const faulty = "# Fever\n\nGive ORS now.\n\nCall when the GCS falls. Glasgow Coma Scale (GCS).\n";
const order = "Amoxicillin 40 mg/kg twice daily.\nParacetamol 15 mg/kg every 6 hours.\n";

const page = (dose: string) =>
  `# Pneumonia in children\n\n- Amoxicillin ${dose} PO twice daily for 5 days\n- Paracetamol 15 mg/kg PO every 6 hours\n`;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright check ä-"));
  const write = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
  await mkdir(join(folder, "texts", "node_modules", "x"), { recursive: true });
  await mkdir(join(folder, "marked"));
  await mkdir(join(folder, "mixed"));
  await Promise.all([
    write("faulty.md", faulty),
    write("windows.md", faulty.replaceAll("\n", "\r\n")),
    write("bom.md", `\uFEFF${faulty}`),
    write("clean.md", "# Fever\n\nRest.\n"),
    write("empty.md", ""),
    write("binary.md", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 256))),
    write("utf16.md", Buffer.from(`\uFEFF${faulty}`, "utf16le")),
    write("huge.md", "Give ORS now.\n".repeat(750_000)),
    write("texts/guideline.md", `${order}Give ORS.\n`),
    write("texts/read-me.md", "# Tool\n\nUses the KTW.\n"),
    write("texts/note.txt", `${order}Give ORS.\n`),
    write("texts/node_modules/x/guideline.md", `${order}Give ORS.\n`),
    write("marked/guidewright.yaml", ""),
    write("marked/draft.markdown", "Give ORS.\n"),
    write("mixed/a.md", Buffer.from("\uFEFFx", "utf16le")),
    write("mixed/b.md", `${order}Give ORS.\n`),
    write(
      "links.md",
      "# Fever\n\n[a](texts/note.txt) [b](texts/gone.txt) [c](clean.md#fever) [d](clean.md#rash)\n",
    ),
  ]);
  await mkdir(join(folder, "hospital", "ward", "deep"), { recursive: true });
  await Promise.all([
    write("hospital/a.md", page("40 mg/kg")),
    write("hospital/b.md", page("25 mg/kg").replace("- ", "Seen at home.\n\n- ")),
    write("hospital/ward/guidewright.yaml", ""),
    write("hospital/ward/c.md", page("60 mg/kg")),
    write("hospital/ward/deep/d.md", page("60 mg/kg")),
  ]);
});
after(() => rm(folder, { recursive: true, force: true }));

const check = (...args: string[]): Promise<CliRun> => runCli(["check", ...args], { cwd: folder });
const json = async (...args: string[]): Promise<ReportedFinding[]> =>
  JSON.parse((await check("--format", "json", ...args)).out);

describe("guidewright check", () => {
  it("follows links to files, and into the guidelines that are named with it", async () => {
    const broken = async (...files: string[]) =>
      (await json(...files))
        .filter(({ rule }) => rule === "link-missing")
        .map(({ message }) => /“([^”]+)”/.exec(message)?.[1]);
    assert.deepEqual(await broken("links.md"), ["texts/gone.txt"]);
    assert.deepEqual(await broken("links.md", "clean.md"), ["texts/gone.txt", "clean.md"]);
  });

  it("prints findings for people: place, rule, message and the other side", async () => {
    const { code, out, err } = await check("faulty.md");
    assert.equal(code, 0);
    assert.equal(err, "");
    assert.match(out, /^faulty\.md:3:6 information abbreviation-undefined\n {2}"ORS" is not spelled out/);
    assert.match(
      out,
      /faulty\.md:5:15 information abbreviation-undefined\n.*\n {2}5 \| Call.*\n {4}\| {15}\^\^\^\n {2}faulty\.md:5:46: Spelled out here as "Glasgow Coma Scale"\.\n {2}5 \| Call.*\n {4}\| +\^+\n\n2 findings: 2 information\.\n$/,
    );
  });

  it("prints findings for programs, as JSON of one shape", async () => {
    const [first, second, ...others] = await json("faulty.md");
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(first ?? {}), [
      "file",
      "rule",
      "severity",
      "message",
      "range",
      "related",
      "fixable",
      "fingerprint",
    ]);
    assert.deepEqual(first?.range, { start: { line: 2, character: 5 }, end: { line: 2, character: 8 } });
    assert.deepEqual(
      [first?.file, first?.severity, first?.fixable, first?.related],
      ["faulty.md", "information", true, []],
    );
    assert.equal(second?.related[0]?.file, "faulty.md");
    assert.deepEqual(await json("clean.md"), []);
  });

  it("finds the same in any line ends, and behind a byte order mark", async () => {
    const places = async (file: string) => (await json(file)).map(({ range, rule }) => [range, rule]);
    const expected = await places("faulty.md");
    assert.deepEqual(await places("windows.md"), expected);
    assert.deepEqual(await places("bom.md"), expected);
  });

  it("exits by the severity it was told to fail on", async () => {
    const code = async (...args: string[]) => (await check(...args)).code;
    assert.deepEqual(
      await Promise.all([
        code("faulty.md", "--fail-on", "hint"),
        code("faulty.md", "--fail-on", "information"),
        code("faulty.md", "--fail-on", "warning"),
        code("faulty.md", "--fail-on=none"),
        code("clean.md", "empty.md", "--fail-on", "hint"),
      ]),
      [1, 1, 0, 0, 0],
    );
  });

  it("says that nothing was found", async () => {
    assert.deepEqual(await check("clean.md", "empty.md"), { code: 0, out: "No findings.\n", err: "" });
  });

  it("checks several files in their order, each once, and goes on after one that cannot be read", async () => {
    const { code, out, err } = await check("bom.md", "missing.md", "faulty.md", "faulty.md");
    assert.equal(code, 2);
    assert.match(err, /^missing\.md does not exist\..*\n$/);
    assert.deepEqual(out.match(/^[a-z]+\.md:\d+/gm), ["bom.md:3", "bom.md:5", "faulty.md:3", "faulty.md:5"]);
  });

  it("takes of a folder the Markdown that is a guideline or marked as one", async () => {
    const found = (await json("texts", "marked")).map(({ file }) => file);
    assert.deepEqual(found, [join("texts", "guideline.md"), join("marked", "draft.markdown")]);
  });

  it("compares the named files and folders with each other, and shows the other side in its file", async () => {
    const [a, b] = [join("hospital", "a.md"), join("hospital", "b.md")];
    const found = (await json("hospital")).filter(({ rule }) => rule === "dose-conflict");
    assert.deepEqual(
      found.map(({ file, range, related }) => [
        file,
        range.start.line,
        related.map((other) => [other.file, other.range.start.line]),
      ]),
      [
        [a, 2, [[b, 4]]],
        [b, 4, [[a, 2]]],
      ],
    );
    const { out } = await check(a, b);
    assert.ok(out.includes(`${a}:3:15 warning dose-conflict\n`) && out.includes(`\n  ${b}:5:15: `), out);
    assert.deepEqual(await json(a), [], "what is not named is not read");
  });

  it("does not compare guidelines of different projects", async () => {
    const [a, c] = [join("hospital", "a.md"), join("hospital", "ward", "c.md")];
    assert.deepEqual(await json(a, c), []);
    assert.deepEqual(await json(join("hospital", "ward")), []);
  });

  it("says which file of a folder cannot be read, and checks the others", async () => {
    const { code, out, err } = await check("mixed");
    assert.equal(code, 2);
    assert.match(err, /a\.md is saved as UTF-16\. Save it as UTF-8/);
    assert.match(out, /b\.md:3:6/);
  });

  it("refuses what it cannot read as a guideline, in one line, soon", async () => {
    for (const [file, message] of [
      ["binary.md", /^binary\.md: This document is not checked: it does not contain text/],
      ["utf16.md", /^utf16\.md is saved as UTF-16/],
      ["huge.md", /^huge\.md: This document is not checked: it has 10\.5 million characters/],
    ] as const) {
      const { code, err, out } = await check(file);
      assert.deepEqual([code, out], [2, ""], file);
      assert.match(err, message);
      assert.equal(err.trim().split("\n").length, 1);
    }
  });

  it("refuses options it does not know", async () => {
    for (const [args, message] of [
      [[], /Name at least one guideline/],
      [["faulty.md", "--what"], /--what/],
      [
        ["faulty.md", "--format", "xml"],
        /--format must be one of text, json, sarif, junit, github, not “xml”/,
      ],
      [["faulty.md", "--fail-on", "errors"], /--fail-on must be one of error, .*none/],
      [["faulty.md", "--fail-on"], /fail-on/],
    ] as const) {
      const { code, out, err } = await check(...args);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, message);
      assert.doesNotMatch(err, /\n {4}at /);
    }
  });
});
