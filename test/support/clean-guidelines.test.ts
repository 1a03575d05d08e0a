// The handbooks under test/clean are without fault: no rule warns in them. Each folder is a project.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { findingsIn, isSerious } from "../eval/findings.ts";

const folder = fileURLToPath(new URL("../clean", import.meta.url));

describe("the clean handbooks", () => {
  for (const name of readdirSync(folder)) {
    it(`are left alone: ${name}`, () => {
      const { files, found, failures } = findingsIn(join(folder, name), undefined);
      assert.notEqual(files.length, 0);
      const warnings = found.filter(({ finding }) => isSerious(finding));
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
