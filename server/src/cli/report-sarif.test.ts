// SARIF as its own schema wants it, with addresses that others can follow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import Ajv from "ajv-draft-04";
import { findings, report } from "../../../test/support/reported.ts";
import { rules } from "../rules/index.ts";
import { toSarif } from "./report-sarif.ts";

const schemaFile = createRequire(import.meta.url).resolve(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);
const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

function log(given: Partial<typeof report> = {}) {
  const text = toSarif({ ...report, ...given });
  assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 1));
  return JSON.parse(text).runs[0];
}

describe("SARIF", () => {
  it("holds to the schema, with findings, with every rule, and without any", () => {
    log();
    assert.deepEqual(log({ findings: [], problems: [] }).results, []);
    const [finding] = findings;
    const all = rules.map(({ id }) => ({ ...finding!, rule: id }));
    assert.deepEqual(
      log({ findings: all }).tool.driver.rules.map(({ id }: { id: string }) => id),
      rules.map(({ id }) => id),
    );
  });

  it("would not hold to it with a mistake", () => {
    const parsed = JSON.parse(toSarif(report));
    parsed.runs[0].results[0].level = "fatal";
    assert.equal(validate(parsed), false);
  });

  it("gives rules with help, both sides, and fixes with replacements", () => {
    const { tool, results, columnKind } = log();
    assert.equal(columnKind, "utf16CodeUnits");
    const [conflict] = results;
    const rule = tool.driver.rules[conflict.ruleIndex];
    assert.equal(rule.id, "dose-conflict");
    assert.match(rule.help.markdown, /^# dose-conflict/);
    assert.equal(conflict.locations[0].physicalLocation.artifactLocation.uri, "ward%20%C3%A4/a%2Cb.md");
    assert.deepEqual(conflict.locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 6,
      endLine: 3,
      endColumn: 9,
    });
    assert.equal(conflict.relatedLocations[0].physicalLocation.artifactLocation.uri, "other.md");
    const [change] = conflict.fixes[0].artifactChanges;
    assert.equal(change.artifactLocation.uri, "other.md");
    assert.equal(change.replacements[0].insertedContent.text, "5 mg");
    assert.deepEqual(
      results.map(({ level }: { level: string }) => level),
      ["error", "warning", "note"],
    );
  });

  it("says what could not be checked, and addresses what lies elsewhere in full", () => {
    const { invocations, results } = log({
      findings: [{ ...findings[1]!, file: resolve("/elsewhere/a b.md") }],
    });
    assert.equal(invocations[0].executionSuccessful, false);
    assert.equal(invocations[0].toolExecutionNotifications[0].message.text, report.problems[0]);
    assert.equal(
      results[0].locations[0].physicalLocation.artifactLocation.uri,
      pathToFileURL("/elsewhere/a b.md").href,
    );
  });
});
