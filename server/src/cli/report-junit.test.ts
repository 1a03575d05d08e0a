// JUnit's XML, read again by another program's parser.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { findings, report } from "../../../test/support/reported.ts";
import { toJunit } from "./report-junit.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => /^test(?:suite|case)$/.test(name),
});

function read(given: Partial<typeof report> = {}) {
  const text = toJunit({ ...report, ...given });
  assert.equal(XMLValidator.validate(text), true, text);
  return parser.parse(text).testsuites;
}

describe("JUnit", () => {
  it("has a suite for each file, a failure for what fails the run, an error for what could not be checked", () => {
    const { tests, failures, errors, testsuite } = read();
    assert.deepEqual([tests, failures, errors], ["5", "1", "1"]);
    assert.deepEqual(
      testsuite.map((suite: Record<string, unknown>) => [
        suite.name,
        suite.tests,
        suite.failures,
        suite.errors,
      ]),
      [
        ["ward ä/a,b.md", "1", "1", "0"],
        ["other.md", "2", "0", "0"],
        ["clean.md", "1", "0", "0"],
        ["guidewright", "1", "0", "1"],
      ],
    );
    assert.equal(testsuite[0].testcase[0].failure.type, "error");
    assert.match(testsuite[1].testcase[0]["system-out"], /^warning: other\.md:1:2: A gap\./);
  });

  it("keeps text as it is, but for what XML has no place for", () => {
    const { testsuite } = read();
    const said = testsuite[0].testcase[0].failure["#text"];
    assert.match(said, /Line two a "b" <c> & ‘d’ 100 %, e: f\uFFFD\uFFFD\./);
    assert.match(said, /other\.md:1:1: The other dose\./);
  });

  it("is well-formed for any message", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (message) => {
        const [finding] = findings;
        read({ findings: [{ ...finding!, message }] });
      }),
    );
  });
});
