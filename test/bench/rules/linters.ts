// Guidewright and the linters it is measured against, each by the call its own documentation shows and with
// the rules it brings itself. It must not know how time is taken.

import { createRequire } from "node:module";
import { TextlintKernel, type TextlintKernelOptions } from "@textlint/kernel";
import markdownPlugin from "@textlint/textlint-plugin-markdown";
import { Dialect, LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
import { lint } from "markdownlint/sync";
import terminology from "textlint-rule-terminology";
import writeGood from "textlint-rule-write-good";
import { parseGuideline } from "../../../server/src/guideline/guideline.ts";
import { checkGuideline } from "../../../server/src/rules/index.ts";
import { sum } from "./texts.ts";

export interface Linter {
  readonly name: string;
  /** Lints every text and says how many findings there are. */
  lint(texts: readonly string[]): number | Promise<number>;
}

export const guidewright: Linter = {
  name: "Guidewright",
  lint: (texts) => sum(texts.map((text) => checkGuideline(parseGuideline(text)).findings.length)),
};

const markdownlint: Linter = {
  name: "markdownlint",
  lint(texts) {
    const strings = Object.fromEntries(texts.map((text, i) => [`${i}.md`, text]));
    return sum(Object.values(lint({ strings })).map((found) => found.length));
  },
};

/** textlint brings no rules: two that read prose. */
const textlintOptions: TextlintKernelOptions = {
  ext: ".md",
  filePath: "guideline.md",
  plugins: [{ pluginId: "markdown", plugin: markdownPlugin.default }],
  rules: [
    { ruleId: "terminology", rule: terminology },
    { ruleId: "write-good", rule: writeGood.default },
  ],
};

function textlint(): Linter {
  const kernel = new TextlintKernel();
  return {
    name: "textlint",
    async lint(texts) {
      let found = 0;
      for (const text of texts) found += (await kernel.lintText(text, textlintOptions)).messages.length;
      return found;
    },
  };
}

async function harper(): Promise<Linter> {
  const linter = new LocalLinter({ binary, dialect: Dialect.British });
  await linter.setup();
  return {
    name: "harper.js",
    async lint(texts) {
      let found = 0;
      for (const text of texts) {
        const lints = await linter.lint(text, { language: "markdown" });
        found += lints.length;
        // They live in WebAssembly's memory until they are freed.
        for (const each of lints) each.free();
      }
      return found;
    },
  };
}

export async function otherLinters(): Promise<Linter[]> {
  return [markdownlint, textlint(), await harper()];
}

/** The native program, without the script that starts it; undefined where npm has none for this machine. */
export function rumdlProgram(): string | undefined {
  const require = createRequire(import.meta.url);
  const name = `@rumdl/cli-${process.platform}-${process.arch}`;
  try {
    return createRequire(require.resolve("rumdl/package.json")).resolve(`${name}/rumdl`);
  } catch {
    return undefined;
  }
}
