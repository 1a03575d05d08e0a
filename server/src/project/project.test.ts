// What holds for a file of a project: a rule's own severity, profiles, the project's rules, overrides, one's own
// settings, each before the one before it. And what the profiles name that does not exist.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline, rules } from "../rules/index.ts";
import { type Profile, profiles } from "./profiles.ts";
import { rulesFor, withOwnSettings } from "./project.ts";
import { readProject } from "./read-project.ts";

const holding = (text: string, path = "a.md") => rulesFor(readProject(text).value, path);

describe("the rules of a file", () => {
  it("are the profile's, then the project's, then the override's, then one's own", () => {
    const text =
      "profile: ismp\nrules:\n  order-incomplete: hint\noverrides:\n  - files: '*.card.md'\n    rules: {order-incomplete: off}\n  - files: x.card.md\n    profile: ismp\n";
    assert.equal(holding("profile: ismp").severities["order-incomplete"], "warning");
    assert.equal(holding(text).severities["order-incomplete"], "hint");
    assert.equal(holding(text, "b.card.md").severities["order-incomplete"], "off");
    assert.equal(holding(text, "x.card.md").severities["order-incomplete"], "warning");
    const own = withOwnSettings(holding(text, "b.card.md"), { "order-incomplete": "error" });
    assert.equal(own.severities["order-incomplete"], "error");
    assert.equal(own.severities["number-format-mixed"], "warning");
  });

  it("are the same object for the same overrides", () => {
    const { value } = readProject("overrides:\n  - files: 'b/**'\n    rules: {dose-basis: off}\n");
    assert.equal(rulesFor(value, "a.md"), rulesFor(value, "c.md"));
    assert.equal(rulesFor(value, "b/a.md"), rulesFor(value, "b/c.md"));
    assert.notEqual(rulesFor(value, "a.md"), rulesFor(value, "b/c.md"));
  });

  it("gather options from all of them, and keep a severity beside them", () => {
    const text =
      "rules:\n  abbreviation-undefined: {known: [ORS]}\noverrides:\n  - files: a.md\n    rules: {abbreviation-undefined: error}\n";
    assert.deepEqual(holding(text).options["abbreviation-undefined"], { known: ["ORS"] });
    assert.equal(holding(text, "b.md").severities["abbreviation-undefined"], undefined);
    assert.deepEqual(holding(text).options, holding(text, "b.md").options);
    const { findings } = checkGuideline(parseGuideline("Give ORS. See the KTW."), holding(text));
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ["error"],
    );
  });
});

describe("the profiles", () => {
  const named = Object.entries(profiles as Readonly<Record<string, Profile>>);

  it("are read by their names, and pass over what does not exist", () => {
    for (const [name] of named) {
      const { value, problems } = readProject(`profile: ${name}\n`);
      assert.deepEqual(problems, []);
      const { severities, options } = rulesFor(value, "a.md");
      for (const id of [...Object.keys(severities), ...Object.keys(options)])
        assert.ok(
          rules.some((rule) => rule.id === id),
          id,
        );
      const { failures } = checkGuideline(parseGuideline("# Fever\n\nGive ORS."), { severities, options });
      assert.deepEqual(failures, []);
    }
  });

  it("name rules and options, of which these do not exist yet", (context) => {
    for (const [name, profile] of named) {
      for (const [id, { options = {} }] of Object.entries(profile.rules)) {
        const rule = rules.find((candidate) => candidate.id === id);
        if (!rule) context.diagnostic(`profile ${name}: no rule ${id}`);
        const missing = Object.entries(options).filter(([option, value]) => {
          const declared = rule?.options?.[option];
          return !declared || (declared.type === "choice" && !Object.hasOwn(declared.choices, String(value)));
        });
        for (const [option, value] of rule ? missing : [])
          context.diagnostic(`profile ${name}: ${id} has no option ${option}: ${value}`);
      }
    }
  });
});
