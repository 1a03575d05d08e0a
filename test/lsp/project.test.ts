// A project's guidewright.yaml through the real server process: it changes severities at once, its errors are shown
// in the file itself, open or not, its dictionary is effective, and actions change it.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, CompletionItem, Diagnostic, Hover, WorkspaceEdit } from "vscode-languageserver";
import { Client, type ClientOptions, fullCapabilities } from "./client.ts";

const guideline = "# Fever\n\nGive zelmidonel 1 g IV. See the KTW.\n";
const [created, changed, deleted] = [1, 2, 3];
const mayCreate = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] },
  },
};

describe("a project's file", () => {
  let folder: string;
  let client: Client;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright project ü-"));
  });
  afterEach(async () => {
    const { errors } = client;
    await client.stop();
    await rm(folder, { recursive: true });
    assert.deepEqual(errors, []);
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const yaml = () => uriOf("guidewright.yaml");
  async function write(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  async function start(options: ClientOptions = {}): Promise<void> {
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "guidelines" }];
    client = await Client.start({ params: { workspaceFolders }, capabilities: mayCreate, ...options });
  }
  const tell = (name: string, type: number) =>
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(name), type }] });
  async function pull(name: string): Promise<Diagnostic[]> {
    const params = { textDocument: { uri: uriOf(name) } };
    return (await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", params)).items;
  }
  const found = async (name: string) => (await pull(name)).map(({ code, severity }) => `${code} ${severity}`);
  /** What was sent last about the project's file. */
  const problems = () => client.published.findLast(({ uri }) => uri === yaml())?.diagnostics;
  async function actionsAt(name: string, line: number): Promise<CodeAction[]> {
    const range = { start: { line, character: 0 }, end: { line, character: 40 } };
    const params = { textDocument: { uri: uriOf(name) }, range, context: { diagnostics: [] } };
    return client.request<CodeAction[]>("textDocument/codeAction", params);
  }
  async function editOf(action: CodeAction | undefined): Promise<WorkspaceEdit | undefined> {
    assert.ok(action);
    return (await client.request<CodeAction>("codeAction/resolve", action)).edit;
  }

  test("changes severities at once, whether it is saved or typed into", async () => {
    await write("guidewright.yaml", "rules: {abbreviation-undefined: error}\n");
    await start();
    client.open(uriOf("a.md"), guideline);
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 1"]);
    await write("guidewright.yaml", "rules: {abbreviation-undefined: hint}\n");
    const before = client.sent("workspace/diagnostic/refresh").length;
    tell("guidewright.yaml", changed);
    await client.until(() => client.sent("workspace/diagnostic/refresh").length > before || undefined);
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 4"]);
    client.open(yaml(), "rules: {abbreviation-undefined: off}\n");
    assert.deepEqual(await found("a.md"), []);
    client.change(yaml(), 2, "dictionary: {medicines: [zelmidonal]}\n");
    assert.deepEqual(await found("a.md"), ["drug-name-unknown 2", "abbreviation-undefined 3"]);
    client.close(yaml());
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 4"]);
    await rm(join(folder, "guidewright.yaml"));
    tell("guidewright.yaml", deleted);
    client.open(uriOf("b.md"), "---\nguideline: true\n---\n\nSee the KTW.\n");
    assert.deepEqual(await found("b.md"), ["abbreviation-undefined 3"]);
  });

  test("gives way to one's own settings", async () => {
    await write("guidewright.yaml", "rules: {abbreviation-undefined: error}\n");
    await start({ settings: { rules: { "abbreviation-undefined": "warning" } } });
    client.open(uriOf("a.md"), guideline);
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 2"]);
  });

  test("shows its errors in itself, open or not, until they are mended or it is gone", async () => {
    await write("guidewright.yaml", "rules:\n  dose-conflct: off\n");
    await start();
    await client.until(() => problems()?.length === 1 || undefined);
    assert.match(String(problems()?.[0]?.message), /dose-conflict/);
    assert.deepEqual(problems()?.[0]?.range.start, { line: 1, character: 2 });
    client.open(yaml(), "rules:\n  dose-conflict: off\n");
    await client.until(() => problems()?.length === 0 || undefined);
    client.change(yaml(), 2, "rules: [\n");
    await client.until(() => (problems()?.length ?? 0) > 0 || undefined);
    client.close(yaml());
    await client.until(() => String(problems()?.[0]?.message).includes("dose-conflct") || undefined);
    await rm(join(folder, "guidewright.yaml"));
    tell("guidewright.yaml", deleted);
    await client.until(() => problems()?.length === 0 || undefined);
  });

  test("shows what is wrong in a dictionary it includes, which counts as soon as it changes", async () => {
    await write("guidewright.yaml", "dictionary: {include: words.yaml}\n");
    await write("words.yaml", "abreviations: {KTW: ward}\n");
    await start();
    client.open(uriOf("a.md"), guideline);
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 3"]);
    const about = () => client.published.findLast(({ uri }) => uri === uriOf("words.yaml"))?.diagnostics;
    await client.until(() => about()?.length === 1 || undefined);
    await write("words.yaml", "abbreviations: {KTW: ward}\n");
    tell("words.yaml", changed);
    await client.until(() => about()?.length === 0 || undefined);
    assert.deepEqual(await found("a.md"), []);
  });

  test("leaves out what it ignores, also from comparisons", async () => {
    await write("guidewright.yaml", "ignore: old/**\n");
    await start();
    client.open(uriOf("old/a.md"), guideline);
    client.open(uriOf("b.md"), guideline);
    assert.deepEqual(await found("old/a.md"), []);
    assert.deepEqual(await found("b.md"), ["abbreviation-undefined 3"]);
  });

  test("completes and explains what may stand in it", async () => {
    await start();
    client.open(yaml(), "rules:\n  dose-ba\nprofile: \ndictionary:\n  medi\n  wording:\n    may: w\n");
    const at = (line: number, character: number) => ({
      textDocument: { uri: yaml() },
      position: { line, character },
    });
    const labels = async (line: number, character: number) =>
      (await client.request<CompletionItem[]>("textDocument/completion", at(line, character))).map(
        ({ label }) => label,
      );
    assert.ok((await labels(1, 9)).includes("dose-basis"));
    assert.deepEqual(await labels(2, 9), ["grade", "nice", "who", "ismp", "msf"]);
    assert.ok((await labels(4, 6)).includes("medicines"));
    assert.deepEqual(await labels(6, 10), ["strong", "weak"]);
    assert.ok((await labels(7, 0)).includes("baseline"));
    const hover = await client.request<Hover>("textDocument/hover", at(0, 2));
    assert.match(JSON.stringify(hover.contents), /Rules by name/);
    assert.equal(await client.request("textDocument/hover", at(7, 0)), null);
    client.open(uriOf("a.md"), guideline);
    assert.deepEqual(
      await client.request("textDocument/completion", {
        textDocument: { uri: uriOf("a.md") },
        position: { line: 0, character: 0 },
      }),
      [],
    );
  });

  test("is changed by actions: a word for its dictionary, a severity", async () => {
    const text = "# Ours.\ndictionary:\n  medicines: [zelmidonal]\n";
    await write("guidewright.yaml", text);
    await start();
    client.open(uriOf("a.md"), guideline);
    const actions = await actionsAt("a.md", 2);
    const titled = (title: RegExp) => actions.find((action) => title.test(action.title));
    const edit = await editOf(titled(/^Add “zelmidonel” to the project's dictionary$/));
    assert.deepEqual(edit?.documentChanges, [
      {
        textDocument: { uri: yaml(), version: null },
        edits: [
          {
            range: { start: { line: 2, character: 24 }, end: { line: 2, character: 24 } },
            newText: ", zelmidonel",
          },
        ],
      },
    ]);
    const off = await editOf(titled(/^Turn drug-name-unknown off in the project$/));
    assert.match(JSON.stringify(off), /rules:\\n {2}drug-name-unknown: off/);
  });

  test("is made by an action where there is none, if the editor can", async () => {
    await start();
    const text = `---\nguideline: true\n---\n${guideline}`;
    client.open(uriOf("sub/a.md"), text);
    const actions = await actionsAt("sub/a.md", 5);
    const add = actions.find(({ title }) => title.startsWith("Add “KTW”"));
    assert.match(add?.title ?? "", /makes guidewright\.yaml in guidewright project ü/);
    const edit = await editOf(add);
    assert.deepEqual(edit?.documentChanges?.[0], {
      kind: "create",
      uri: yaml(),
      options: { ignoreIfExists: true },
    });
    assert.match(JSON.stringify(edit?.documentChanges?.[1]), /abbreviations:\\n {4}KTW:/);
  });

  test("is not offered to be made where the editor cannot", async () => {
    await start({ capabilities: fullCapabilities });
    client.open(uriOf("a.md"), `---\nguideline: true\n---\n${guideline}`);
    const actions = await actionsAt("a.md", 5);
    assert.ok(!actions.some(({ title }) => title.includes("project")));
  });

  test("may come later", async () => {
    await start();
    client.open(uriOf("a.md"), `---\nguideline: true\n---\n${guideline}`);
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 3"]);
    await write("guidewright.yaml", "profile: msf\n");
    tell("guidewright.yaml", created);
    assert.deepEqual(await found("a.md"), ["abbreviation-undefined 2"]);
  });
});
