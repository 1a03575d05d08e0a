// Options as they are declared and as people type them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { CommandError } from "./command-error.ts";
import { parseOptions, usageOf } from "./option.ts";

const declared = {
  format: { choices: ["text", "json"], description: "" },
  output: { value: "FILE", description: "" },
  rule: { value: "RULE", many: true, description: "" },
  jobs: { limits: [1, 16], description: "" },
  fix: { description: "" },
} as const;

const parse = (...args: string[]) => parseOptions(args, declared);

describe("parseOptions", () => {
  it("reads switches, values, numbers, choices and lists, among files, in any order", () => {
    assert.deepEqual(
      parse("a.md", "--format=json", "--rule", "x", "--jobs", "4", "--fix", "--rule=y", "b.md", "--", "--c"),
      {
        files: ["a.md", "b.md", "--c"],
        options: { format: "json", rule: ["x", "y"], jobs: 4, fix: true },
      },
    );
    assert.deepEqual(parse(), { files: [], options: {} });
    assert.equal(parse("--output=-x").options.output, "-x");
    assert.equal(parse("--format", "text", "--format", "json").options.format, "json", "the last one holds");
  });

  it("says what is wrong in plain words, and what may be meant", () => {
    for (const [args, message] of [
      [["--formt", "json"], "There is no option --formt here. Did you mean “--format”?"],
      [["-x"], "There is no option -x here. --help lists the options."],
      [["--toString"], "There is no option --toString here. --help lists the options."],
      [["--format", "jsn"], "--format must be one of text, json, not “jsn”. Did you mean “json”?"],
      [["--format"], "--format needs a value: --format text|json"],
      [["--output", "--fix"], "--output needs a value: --output FILE"],
      [["--output="], "--output needs a value: --output FILE"],
      [["--fix=yes"], "--fix takes no value."],
      [["--jobs", "0"], "--jobs must be a whole number from 1 to 16, not “0”."],
      [["--jobs", "1e1"], "--jobs must be a whole number from 1 to 16, not “1e1”."],
    ] as const)
      assert.throws(() => parse(...args), new CommandError(message));
  });

  it("parses anything, or says why not", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "--",
        "-",
        "--format",
        "--format=",
        "json",
        "--fix",
        "--no-fix",
        "--rule",
        "-r",
        "a.md",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        try {
          assert.ok(parse(...args).files.every((file) => args.includes(file)));
        } catch (error) {
          assert.ok(error instanceof CommandError, String(error));
        }
      }),
    );
  });
});

describe("usageOf", () => {
  it("shows what an option takes", () => {
    assert.deepEqual(
      Object.entries(declared).map(([name, option]) => usageOf(name, option)),
      ["--format text|json", "--output FILE", "--rule RULE", "--jobs N", "--fix"],
    );
  });
});
