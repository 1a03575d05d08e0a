// Every medicine named here is known by that name, and each ceiling is a number among its routes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { doseCeilings } from "./dose-ceilings.ts";
import { medicineNamed } from "./medicine.ts";

test("medicines with a ceiling are known, and their ceilings are numbers of routes that they have", () => {
  for (const [name, ceilings] of doseCeilings) {
    const medicine = medicineNamed(name);
    assert.equal(medicine?.name, name);
    for (const { high, routes } of ceilings) {
      assert.ok(high > 0, name);
      for (const route of routes)
        assert.ok(
          medicine?.routes.includes(route) || route === "rectal" || route === "intraosseous",
          `${name} ${route}`,
        );
    }
  }
});
