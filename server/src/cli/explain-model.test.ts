// `guidewright explain-model` prints what was understood, and says what was not.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CliRun, runCli } from "../../../test/support/run-cli.ts";
import type { ReportedUnderstanding } from "./understood.ts";

const text = `# Pneumonia in children

Give amoxicillin 40 mg/kg/day PO in 2 divided doses for 5 days (max. 3 g/day).

Transfuse when haemoglobin is < 5 g/dL.

| Weight | Paracetamol (mg) |
|---|---|
| 4–9 kg | 60 |
| 10–13 kg | 120 |

The ampoule of ceftriaxone holds 1 g in 10 mL (100 mg/mL).

At least three doses of artesunate, then 5 mL by nobody's word, come before quinine.
`;

const apart = `# Pneumonia in children

Amoxicillin 40 mg/kg PO twice daily for 5 days.

## Otitis media

Amoxicillin 25 mg/kg PO twice daily for 5 days.

## Meningitis

Amoxicillin 50 mg/kg IV every 6 hours for 10 days. Dissolve amoxicillin 500 mg in 5 mL of water.
`;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright explain-"));
  await writeFile(join(folder, "a.md"), text);
  await writeFile(join(folder, "apart.md"), apart);
  await writeFile(join(folder, "windows.md"), text.replaceAll("\n", "\r\n"));
  await writeFile(join(folder, "empty.md"), "");
});
after(() => rm(folder, { recursive: true, force: true }));

const explain = (...args: string[]): Promise<CliRun> => runCli(["explain-model", ...args], { cwd: folder });

describe("guidewright explain-model", () => {
  it("says why doses that differ are not compared", async () => {
    const { out } = await explain("apart.md");
    const told = out.split("\n").filter((line) => line.includes(": not compared: "));
    assert.deepEqual(told, [
      "7: not compared: amoxicillin 25 mg/kg with line 3 (other indications)",
      "11: not compared: amoxicillin 50 mg/kg with lines 3, 7 (other routes)",
      "11: not compared: amoxicillin 500 mg is a preparation",
    ]);
  });

  it("prints orders, bands, thresholds and strengths with their lines", async () => {
    const { code, out, err } = await explain("a.md");
    assert.deepEqual([code, err], [0, ""]);
    const lines = out.split("\n");
    const at = (line: number, kind: string) =>
      lines
        .filter((one) => one.startsWith(`${line}: ${kind}: `))
        .map((one) => one.slice(`${line}: ${kind}: `.length));
    assert.deepEqual(at(1, "section"), ["for child; pneumonia"]);
    assert.deepEqual(at(3, "order"), [
      "amoxicillin, 40 mg/kg/day in 2 divided doses, for 5 days, oral, at most 3 g/day; for child; pneumonia",
    ]);
    assert.deepEqual(at(5, "threshold"), ["haemoglobin < 5 g/dL"]);
    assert.equal(at(7, "bands").length, 1);
    assert.match(at(9, "order")[0] ?? "", /^paracetamol, 60 mg; for .*weight 4–9 kg/);
    assert.match(at(12, "strength")[0] ?? "", /^ceftriaxone 1 g in 10 mL \(100 mg\/mL/);
    assert.match(
      lines.at(-2) ?? "",
      /^\d+ orders; \d+ lines? with a medicine and a quantity not understood\.$/,
    );
  });

  it("prints the same for any line ends", async () => {
    assert.equal((await explain("windows.md")).out, (await explain("a.md")).out);
  });

  it("prints JSON of one shape", async () => {
    const all: ReportedUnderstanding[] = JSON.parse((await explain("a.md", "--format", "json")).out);
    const order = all.find(({ kind }) => kind === "order");
    assert.deepEqual(order?.range, { start: { line: 2, character: 17 }, end: { line: 2, character: 29 } });
    for (const { kind, description, range } of all) {
      assert.notEqual(kind, "");
      assert.notEqual(description, "");
      assert.ok(range.start.line <= range.end.line);
    }
  });

  it("says so when there is nothing", async () => {
    const { code, out } = await explain("empty.md");
    assert.equal(code, 0);
    assert.match(out, /^Nothing was understood/);
  });

  it("refuses what it cannot do, in plain words", async () => {
    assert.match((await explain()).err, /^Name one guideline/);
    assert.match((await explain("a.md", "empty.md")).err, /^Name one guideline/);
    assert.match((await explain("a.md", "--format", "xml")).err, /^--format must be one of/);
    const missing = await explain("nowhere.md");
    assert.equal(missing.code, 2);
    assert.match(missing.err, /^nowhere\.md does not exist/);
  });
});
