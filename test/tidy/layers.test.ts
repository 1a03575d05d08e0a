// The layers of ARCHITECTURE.md, as absences: who must not import whom.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Import, importsOf, isTest, root, sources, textOf } from "./sources.ts";

const serverRoot = "server/src/";
/** What each folder may import besides itself. The files beside the folders put them together. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ["text"],
  lexicon: ["text"],
  guideline: ["syntax", "lexicon", "text"],
  rules: ["guideline", "lexicon", "text", "config.ts"],
  project: ["rules", "guideline", "lexicon", "text", "config.ts"],
  changes: ["guideline", "text"],
  llm: [],
  tasks: ["llm", "guideline", "lexicon", "text"],
  workspace: ["project", "guideline", "lexicon", "text", "config.ts"],
  features: [
    "rules",
    "project",
    "changes",
    "tasks",
    "workspace",
    "guideline",
    "lexicon",
    "llm",
    "text",
    "config.ts",
    "protocol.ts",
  ],
  lsp: ["features", "workspace", "rules", "llm", "text", "config.ts", "protocol.ts"],
};
const roots = ["cli", "cli.ts", "main.ts", "compose.ts", "engine.ts", "transport.ts"];
const alone = ["config.ts", "heap.ts", "protocol.ts", "version.ts", "text-modules.d.ts"];

const serverSources = sources.filter((file) => file.startsWith(serverRoot) && !isTest(file));
const layerOf = (file: string): string => file.slice(serverRoot.length).split("/")[0] ?? "";

/** Asserts that no file imports what it must not. */
function assertNone(files: readonly string[], wrong: (found: Import, file: string) => boolean): void {
  const found = files.flatMap((file) =>
    importsOf(file)
      .filter((one) => wrong(one, file))
      .map(({ target }) => `${file} imports ${target}`),
  );
  assert.deepEqual(found, []);
}

const isPackage = ({ own, target }: Import, name: string) =>
  !own && (target === name || target.startsWith(`${name}/`));

describe("layers of the server", () => {
  it("are the folders that are agreed upon", () => {
    const known = [...Object.keys(allowed), ...roots, ...alone];
    assert.deepEqual(
      [...new Set(serverSources.map(layerOf))].filter((layer) => !known.includes(layer)),
      [],
    );
  });

  it("import only what is below them", () => {
    assertNone(serverSources, ({ own, target }, file) => {
      const layer = layerOf(file);
      if (!own || roots.includes(layer)) return false;
      if (!target.startsWith(serverRoot)) return true;
      const to = layerOf(target);
      return to !== layer && !(allowed[layer] ?? []).includes(to);
    });
  });

  it("are a stack: what may be imported may not import back", () => {
    const reaches = (from: string, to: string): boolean =>
      (allowed[from] ?? []).some((next) => next === to || reaches(next, to));
    for (const layer of Object.keys(allowed)) assert.ok(!reaches(layer, layer), layer);
  });

  it("take of llm, in tasks, only its interface", () => {
    assertNone(
      serverSources.filter((file) => layerOf(file) === "tasks"),
      ({ target }) => target.startsWith(`${serverRoot}llm/`) && target !== `${serverRoot}llm/backend.ts`,
    );
  });
});

describe("who alone may import", () => {
  const shared = ["protocol.ts", "guideline/recognition.ts", "text/typing.ts"].map(
    (file) => `${serverRoot}${file}`,
  );

  it("nothing: what the client bundles", () => {
    assertNone(shared, () => true);
  });

  it("those alone: the client, of all the server", () => {
    assertNone(
      sources.filter((file) => file.startsWith("client/src/") && !isTest(file)),
      ({ own, target }) => own && !target.startsWith("client/") && !shared.includes(target),
    );
  });

  it("the Markdown parser: syntax", () => {
    assertNone(
      sources.filter((file) => !file.startsWith(`${serverRoot}syntax/`)),
      ({ own, target }) => !own && target.startsWith("@lezer/"),
    );
  });

  it("llama.cpp: the model host, and only when it runs", () => {
    // What the host is measured against.
    const bare = "test/bench/engine/bare-engine.ts";
    assertNone(sources, (found, file) => {
      if (!isPackage(found, "node-llama-cpp") || file === bare) return false;
      return !file.startsWith(`${serverRoot}llm/host/`) || !(found.dynamic || found.typeOnly);
    });
  });

  it("VS Code: the client and the tests that run in it", () => {
    assertNone(
      sources.filter((file) => !file.startsWith("client/") && !file.startsWith("test/editor/")),
      (found) => isPackage(found, "vscode"),
    );
  });

  it("the language server library: lsp and the roots; features its types", () => {
    assertNone(serverSources, (found, file) => {
      if (!isPackage(found, "vscode-languageserver")) return false;
      const layer = layerOf(file);
      if (["lsp", "compose.ts", "transport.ts"].includes(layer)) return false;
      return layer !== "features" || !found.typeOnly;
    });
  });

  it("packages of its own: no source of the server reaches into the client or a test", () => {
    assertNone(serverSources, ({ own, target }) => own && !target.startsWith("server/"));
  });
});

describe("the server's types", () => {
  it("hold none of VS Code's", () => {
    const config = JSON.parse(textOf("server/tsconfig.json").replace(/^\s*\/\/.*$/gm, ""));
    assert.deepEqual(config.compilerOptions.types, ["node"], root);
  });
});
