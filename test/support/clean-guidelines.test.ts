// The handbooks under test/clean are without fault: no rule warns in them, and no abbreviation of theirs is called undefined. Each
// folder is a project.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findingsIn, isSerious } from "../eval/findings.ts";
import { cleanProjects } from "./clean-guidelines.ts";

describe("the clean handbooks", () => {
  for (const [name, folder] of cleanProjects) {
    it(`are left alone: ${name}`, () => {
      const { files, found, failures } = findingsIn(folder, undefined);
      assert.notEqual(files.length, 0);
      const warnings = found.filter(
        ({ finding }) => isSerious(finding) || finding.rule === "abbreviation-undefined",
      );
      assert.deepEqual(
        [
          ...failures,
          ...warnings.map(({ name, line, finding }) => `${name}:${line} ${finding.rule}: ${finding.message}`),
        ],
        [],
      );
    });
  }
});
