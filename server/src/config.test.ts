// Settings: whatever an editor sends, every setting has a usable value, and each mistake is said in a sentence.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { defaultSettings, parseSettings, type Setting, settingDeclarations, severities } from "./config.ts";

const declarations: readonly (readonly [string, Setting])[] = Object.entries(settingDeclarations);

function isUsable(setting: Setting, value: unknown): boolean {
  switch (setting.type) {
    case "choice":
      return Object.hasOwn(setting.choices, String(value));
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isInteger(value) && Number(value) >= setting.minimum && Number(value) <= setting.maximum;
    case "string":
      return typeof value === "string";
    case "severities":
      return Object.values(value as object).every((one) => [...severities, "off"].includes(one));
  }
}

function assertTotal(json: unknown): void {
  const { settings, problems } = parseSettings(json);
  assert.deepEqual(Object.keys(settings), Object.keys(settingDeclarations));
  for (const [key, setting] of declarations) {
    assert.ok(isUsable(setting, settings[key as keyof typeof settings]), key);
  }
  for (const problem of problems)
    assert.match(problem, /^The setting guidewright\.[\w.]+ .+; .+ is used\.$/s);
}

/** The shape an editor sends: nested by the dots of the keys. */
function nested(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const json: Record<string, Record<string, unknown> | unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const [first = "", second] = key.split(".");
    if (second === undefined) json[first] = value;
    else json[first] = { ...(json[first] as object | undefined), [second]: value };
  }
  return json;
}

describe("parseSettings", () => {
  it("is total on anything", () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), assertTotal));
  });

  it("is total on anything under the names of settings", () => {
    const value = fc.oneof(
      fc.anything({ withBigInt: true }),
      fc.constantFrom("auto", "never", "off", "error", -1, 0, 1.5, 24, 1e9, Number.NaN),
    );
    const some = fc.dictionary(fc.constantFrom(...declarations.map(([key]) => key)), value);
    fc.assert(
      fc.property(some, (values) => assertTotal(nested(values))),
      { numRuns: 500 },
    );
  });

  it("is total on what cannot be shown", () => {
    const circle: Record<string, unknown> = {};
    circle.enable = circle;
    assertTotal(circle);
  });

  it("gives defaults for what is not set", () => {
    for (const json of [undefined, null, {}, [], "text", { enable: null, completion: null }]) {
      assert.deepEqual(parseSettings(json), { settings: defaultSettings, problems: [] });
    }
  });

  it("takes what is set", () => {
    const { settings, problems } = parseSettings({
      enable: "always",
      rules: { "abbreviation-undefined": "off" },
      completion: { enable: false, deadline: 300 },
      model: { path: "/models/x.gguf", gpu: "off" },
      unknown: { deep: 1 },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      ...defaultSettings,
      enable: "always",
      rules: { "abbreviation-undefined": "off" },
      "completion.enable": false,
      "completion.deadline": 300,
      "model.path": "/models/x.gguf",
      "model.gpu": "off",
    });
    assert.ok(Object.isFrozen(settings));
  });

  it("says what is wrong with a value and what is used instead, and keeps the others", () => {
    const mistakes: readonly (readonly [key: string, value: unknown, problem: RegExp])[] = [
      [
        "enable",
        "sometimes",
        /enable must be one of "auto", "always", "never", not "sometimes"; "auto" is used/,
      ],
      ["completion.enable", "yes", /completion\.enable must be true or false, not "yes"; true is used/],
      ["completion.deadline", 99, /must be a whole number from 100 to 60000, not 99; \d+ is used/],
      ["completion.maxTokens", 2.5, /must be a whole number from 1 to 256, not 2\.5; \d+ is used/],
      ["completion.maxTokens", "24", /not "24"/],
      ["model.path", 7, /must be text, not 7; "" is used/],
      ["rules", [], /must map rule names to severities, not be \[\]; \{\} is used/],
      [
        "rules",
        { "dose-conflict": "loud" },
        /gives the rule "dose-conflict" "loud", which is none of error, .*off/,
      ],
      ["model.id", "x".repeat(500), /^$/],
    ];
    for (const [key, value, problem] of mistakes) {
      const { problems, settings } = parseSettings(nested({ [key]: value, "hover.explain": false }));
      assert.match(problems.join("\n"), problem);
      assert.equal(settings["hover.explain"], false);
    }
    const long = parseSettings({ enable: "x".repeat(500) }).problems[0] ?? "";
    assert.ok(long.length < 200, long);
  });
});

describe("the declarations", () => {
  it("have usable defaults, and descriptions that are sentences", () => {
    for (const [key, setting] of declarations) {
      assert.ok(isUsable(setting, setting.default), key);
      assert.match(setting.description, /^[A-Z].*\.$/, key);
    }
    assert.ok(Object.isFrozen(defaultSettings));
  });

  it("are what package.json tells editors", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const properties: Record<string, Record<string, unknown>> = manifest.contributes.configuration.properties;
    assert.deepEqual(
      Object.keys(properties),
      declarations.map(([key]) => `guidewright.${key}`),
    );
    for (const [key, setting] of declarations) {
      const {
        default: value,
        scope,
        markdownDescription,
        minimum,
        maximum,
        enum: choices,
      } = properties[`guidewright.${key}`]!;
      assert.deepEqual(
        [value, scope, markdownDescription],
        [setting.default, setting.scope, setting.description],
        key,
      );
      if (setting.type === "integer")
        assert.deepEqual([minimum, maximum], [setting.minimum, setting.maximum], key);
      if (setting.type === "choice") assert.deepEqual(choices, Object.keys(setting.choices), key);
    }
  });

  it("let no folder of somebody else choose the model that is loaded", () => {
    for (const [key, { scope }] of declarations)
      if (key.startsWith("model.")) assert.equal(scope, "machine", key);
  });
});
