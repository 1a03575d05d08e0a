// Habits that keep the sources readable: headers, sizes, names, and nothing left lying about.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { files, isTest, sizeOf, sources, textOf } from "./sources.ts";

const mostLines = 400;
const mostFunctionLines = 60;
const largestFile = 1024 * 1024;

const topLevel = [
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "client",
  "esbuild.mjs",
  "package-lock.json",
  "package.json",
  "server",
  "syntaxes",
  "test",
  "tsconfig.json",
];

/** Asserts that no file has the fault; a fault is a short text. */
function assertNone(among: readonly string[], faultsOf: (file: string) => readonly string[]): void {
  assert.deepEqual(
    among.flatMap((file) => faultsOf(file).map((fault) => `${file}: ${fault}`)),
    [],
  );
}

const linesOf = (file: string) => textOf(file).replace(/\n$/, "").split("\n");
const isText = (file: string) =>
  /\.(?:ts|mjs|cjs|js|json|jsonc|md|ya?ml|html|css|svg|sh|txt)$|(?:^|\/)\.[a-z]+$/.test(file);

/** Where a function starts and how long it is. The formatter puts its last line at the indentation of its first. */
function functionsIn(
  file: string,
): { readonly line: number; readonly length: number; readonly text: string }[] {
  const lines = linesOf(file);
  return lines.flatMap((text, line) => {
    if (!/(?:\bfunction\b.*|=>|\)(?:: [^=]+)?) \{$/.test(text)) return [];
    if (/^\s*(?:\}\s*)?(?:if|else|for|while|switch|catch|do|with)\b/.test(text)) return [];
    if (isTest(file) && /^\s*(?:for \(.*|describe|suite|before|after|test\.describe)\b/.test(text)) return [];
    const indent = /^\s*/.exec(text)?.[0] ?? "";
    const end = lines.findIndex((other, i) => i > line && other.startsWith(`${indent}}`));
    return end < 0 ? [] : [{ line: line + 1, length: end - line + 1, text: text.trim() }];
  });
}

describe("sources", () => {
  it("open with a comment of one to five lines", () => {
    assertNone(sources, (file) => {
      const lines = linesOf(file);
      const start = lines[0]?.startsWith("#!") ? lines.findIndex((line, i) => i > 0 && line !== "") : 0;
      const end = lines.findIndex((line, i) => i >= start && !line.startsWith("//"));
      const length = (end < 0 ? lines.length : end) - start;
      return length >= 1 && length <= 5 ? [] : [`a header of ${length} lines`];
    });
  });

  it(`have at most ${mostLines} lines`, () => {
    assertNone(sources, (file) =>
      linesOf(file).length <= mostLines ? [] : [`${linesOf(file).length} lines`],
    );
  });

  it(`have functions of at most ${mostFunctionLines} lines`, () => {
    assertNone(sources, (file) =>
      functionsIn(file)
        .filter(({ length }) => length > mostFunctionLines)
        .map(({ line, length, text }) => `line ${line} has ${length} lines: ${text}`),
    );
  });

  it("are named in kebab case, by what they are about", () => {
    assertNone(sources, (file) => {
      const name = file.split("/").at(-1) ?? "";
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?\.ts$/.test(name)) return ["no kebab case"];
      return /manager|helper|\butils?\b|common/.test(name) ? ["a name that says nothing"] : [];
    });
  });

  it("name no class or type by a word that says nothing", () => {
    assertNone(sources, (file) =>
      Array.from(
        textOf(file).matchAll(
          /^(?:export )?(?:class|interface|type) (\w+(?:Manager|Helper|Utils?)|I[A-Z][a-z]\w*)\b/gm,
        ),
        ([, name = ""]) => name,
      ),
    );
  });

  it("hold no reminders, and no test that runs alone or not at all", () => {
    const left = new RegExp(
      `${"TO"}${"DO"}\\b|${"FIX"}${"ME"}\\b|\\b(?:describe|it|test|suite)\\.(?:only|skip)\\(`,
    );
    assertNone(sources, (file) => linesOf(file).filter((line) => left.test(line)));
  });

  it("have their tests beside them, by the same name", () => {
    assertNone(
      sources.filter((file) => /^(?:server|client)\/.*\.test\.ts$/.test(file)),
      (file) => {
        const source = file.replace(/\.test\.ts$/, ".ts");
        const support =
          file.startsWith("server/src/llm/") && files.includes(`test/support/${source.split("/").at(-1)}`);
        return files.includes(source) || support ? [] : ["no source of that name"];
      },
    );
  });
});

/** Where a date is written down, shown, or held against one that is. */
const datesAreWritten = [
  "server/src/cli/ask-model.ts",
  "server/src/features/differential.ts",
  "server/src/llm/acceptance.ts",
  "server/src/llm/host/prepared-states.ts",
  "server/src/rules/rule.ts",
];

describe("the time of day", () => {
  it("is asked for only where a date is written: it can jump, and what waits or measures must not", () => {
    const asking = sources.filter(
      (file) => !isTest(file) && /\bDate\.now\b|\bnew Date\(\)/.test(textOf(file)),
    );
    assert.deepEqual(asking, datesAreWritten);
  });
});

interface Pattern {
  readonly body: string;
  readonly flags: string;
}

function patternsIn(file: string): readonly Pattern[] {
  const pattern =
    /(?<=[\s(,=:?![{>])\/(?![/* ])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+)\/([dgimsuvy]*)(?=[\s.,;)\]}])/g;
  return linesOf(file)
    .filter((line) => !/^\s*(?:\/[/*]|\*)/.test(line))
    .flatMap((line) => Array.from(line.matchAll(pattern), ([, body = "", flags = ""]) => ({ body, flags })));
}

const withoutClasses = ({ body }: Pattern): string => body.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, "_");

describe("patterns of what guidelines say", () => {
  const readers = sources.filter(
    (file) => !isTest(file) && /^server\/src\/(?:guideline|rules|lexicon)\//.test(file),
  );

  // A broken line, an indentation and the marks of emphasis are blanks, too.
  it("take several blanks where they take one", () => {
    const found = readers.flatMap(patternsIn).map(withoutClasses);
    assert.ok(found.filter((pattern) => pattern.includes(" +")).length > 300, "patterns are seen");
    assertNone(readers, (file) =>
      patternsIn(file)
        .map(withoutClasses)
        .filter((pattern) => pattern !== " " && / (?![+*{])/.test(pattern)),
    );
  });

  // To gather the letters of all scripts in both cases takes V8 longer than most texts take to be searched: "[a-zß-öø-ɏ]" is
  // what words of guidelines are written with. What must not stand beside a match is another matter: there "µ" counts.
  it("look for Latin letters where case does not matter", () => {
    assertNone(readers, (file) =>
      patternsIn(file)
        .filter(({ flags }) => flags.includes("i"))
        .map(({ body }) => body)
        .filter((body) => /(?<!\(\?<?!(?:\[[^[\]()]{0,12})?)\\p\{(?:L|sc=\w+)\}/.test(body)),
    );
  });
});

describe("the repository", () => {
  it("has only what is agreed at its top", () => {
    const entries = new Set(files.map((file) => file.split("/")[0] ?? ""));
    assert.deepEqual(
      [...entries].filter((entry) => !entry.startsWith(".") && !topLevel.includes(entry)),
      [],
    );
  });

  it("holds no large file", () => {
    assertNone(files, (file) => (sizeOf(file) <= largestFile ? [] : [`${sizeOf(file)} bytes`]));
  });

  it("names no path of the machine it was written on", () => {
    const machine = new RegExp(["ro" + "ot", "wo" + "rk"].map((name) => `(?<![\\w.@}])/${name}/`).join("|"));
    assertNone(files.filter(isText), (file) => (machine.test(textOf(file)) ? ["a machine's path"] : []));
  });

  it("pins packages without naming the registry they came from", () => {
    const hosts = textOf("package-lock.json").match(/"resolved": *"https?:[^"]*"/g) ?? [];
    assert.deepEqual([...new Set(hosts)].slice(0, 3), []);
  });

  it("has text files that end with their last line, in Unix line ends", () => {
    assertNone(
      files.filter((file) => isText(file) && !file.startsWith("test/guidelines/")),
      (file) => {
        const text = textOf(file);
        return text === "" || (text.endsWith("\n") && !text.includes("\r")) ? [] : ["its line ends"];
      },
    );
  });
});
