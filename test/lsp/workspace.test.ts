// Facts across documents through the real server process: the other side may lie on disk or be open, and what
// happens to it changes the findings. The client asks again only when it is told to.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, Hover } from "vscode-languageserver";
import type { FindingsResult } from "../../server/src/protocol.ts";
import { runCli } from "../support/run-cli.ts";
import { Client, type ClientOptions, fullCapabilities } from "./client.ts";
import { edited, positionOf, textIn } from "./texts.ts";

const page = (dose: string, more = "") =>
  `# Pneumonia in children\n\n${more}- Amoxicillin ${dose} PO twice daily for 5 days\n- Paracetamol 15 mg/kg PO every 6 hours\n`;
const low = page("25 mg/kg");
const high = page("40 mg/kg");
const [created, changed, deleted] = [1, 2, 3];

describe("a workspace", () => {
  let folder: string;
  let client: Client;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright workspace ü-"));
  });
  afterEach(async () => {
    const { errors } = client;
    await client.stop();
    await rm(folder, { recursive: true });
    assert.deepEqual(errors, []);
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  async function write(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  async function start(options: ClientOptions = {}): Promise<void> {
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "guidelines" }];
    client = await Client.start({ params: { workspaceFolders }, ...options });
  }
  const tell = (name: string, type: number | undefined) =>
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(name), type }] });
  const refreshes = () => client.sent("workspace/diagnostic/refresh").length;
  async function pull(name: string): Promise<Diagnostic[]> {
    const params = { textDocument: { uri: uriOf(name) } };
    const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", params);
    const items = report.kind === "full" ? report.items : [];
    return items.filter(({ code }) => code === "dose-conflict");
  }
  /** Asks again only when told to. */
  async function findings(name: string, wanted: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const before = refreshes();
      const found = await pull(name);
      if (wanted(found)) return found;
      await client.until(() => refreshes() > before || undefined);
    }
  }
  const conflict = (name: string) => findings(name, (found) => found.length === 1);
  const silence = (name: string) => findings(name, (found) => found.length === 0);
  const otherSide = ([finding]: Diagnostic[]) => finding?.relatedInformation?.[0]?.location;

  test("shows the other side that lies on disk, until the open one agrees", async () => {
    await write("a.md", high);
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    const found = await conflict("a.md");
    assert.match(textIn(high, found[0]!.range), /^40 mg\/kg/);
    assert.equal(otherSide(found)?.uri, uriOf("b.md"));
    assert.match(textIn(low, otherSide(found)!.range), /^25 mg\/kg/);
    client.change(uriOf("a.md"), 2, low);
    assert.deepEqual(await pull("a.md"), []);
  });

  test("hands out what is found in all guidelines, and says once when that may be other", async () => {
    await write("a.md", high);
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    const told = () => client.sent("guidewright/findingsChanged").length;
    const conflicts = async (known: FindingsResult["documents"] = []): Promise<FindingsResult> => {
      for (;;) {
        const before = told();
        const result = await client.request<FindingsResult | null>("guidewright/findings", { known });
        if (result && result.guidelines === 2) return result;
        await client.until(() => told() > before || undefined);
      }
    };
    const first = await conflicts();
    assert.deepEqual(
      first.documents.map(({ uri, findings }) => [uri, findings?.map(({ rule }) => rule)]),
      ["a.md", "b.md"].map((name) => [uriOf(name), ["dose-conflict"]]),
    );
    assert.equal(first.documents[1]?.findings?.[0]?.related[0]?.uri, uriOf("a.md"));
    const before = told();
    client.change(uriOf("a.md"), 2, `\n${high}`);
    await client.until(() => told() > before || undefined);
    const [a, b] = (await conflicts(first.documents)).documents;
    assert.equal(a?.findings?.[0]?.range.start.line, 3);
    assert.equal(b?.findings?.[0]?.related[0]?.range.start.line, 3, "of a document that is not open");
    client.change(uriOf("a.md"), 3, low);
    await client.until(() => told() > before + 1 || undefined);
    assert.deepEqual((await conflicts()).documents, []);
  });

  test("follows a file that is changed, removed, renamed and made on disk", async () => {
    await write("a.md", high);
    await start();
    client.open(uriOf("a.md"), high);
    await silence("a.md");
    await write("b.md", low);
    tell("b.md", created);
    await conflict("a.md");
    await write("b.md", high);
    tell("b.md", changed);
    await silence("a.md");
    await write("b.md", page("25 mg/kg", "Seen at home.\n\n"));
    tell("b.md", changed);
    assert.equal(otherSide(await conflict("a.md"))?.range.start.line, 4);
    await rename(join(folder, "b.md"), join(folder, "c.md"));
    tell("b.md", deleted);
    tell("c.md", created);
    await findings("a.md", (found) => otherSide(found)?.uri === uriOf("c.md") && found.length === 1);
    await mkdir(join(folder, "old"));
    await rename(join(folder, "c.md"), join(folder, "old", "c.md"));
    tell("c.md", deleted);
    tell("old", created);
    await findings("a.md", (found) => otherSide(found)?.uri === uriOf("old/c.md"));
    await rm(join(folder, "old"), { recursive: true });
    tell("old", deleted);
    await silence("a.md");
  });

  test("takes the open text of the other document, and what is on disk when it is closed", async () => {
    await write("a.md", high);
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    await conflict("a.md");
    client.open(uriOf("b.md"), high);
    await silence("a.md");
    client.change(uriOf("b.md"), 2, low);
    await conflict("a.md");
    assert.equal(otherSide(await conflict("b.md"))?.uri, uriOf("a.md"));
    client.change(uriOf("b.md"), 3, high);
    await silence("a.md");
    client.close(uriOf("b.md"));
    await conflict("a.md");
    assert.deepEqual(await pull("b.md"), []);
  });

  test("tells the client once to ask again when an open document changed another's findings", async () => {
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    client.open(uriOf("c.md"), high);
    await conflict("a.md");
    await conflict("c.md");
    const before = refreshes();
    const end = positionOf(high, "6 hours", "end");
    for (let version = 2; version < 8; version++) {
      client.change(uriOf("a.md"), version, "s", { start: end, end });
      await pull("a.md");
    }
    client.change(uriOf("a.md"), 9, low);
    await client.until(() => refreshes() > before || undefined);
    assert.equal((await pull("c.md"))[0]?.relatedInformation?.length, 2);
    assert.equal(refreshes(), before + 1);
  });

  test("compares the documents of one project, and not those of another", async () => {
    await write("p/guidewright.yaml", "");
    await write("p/deep/c.md", low);
    await write("b.md", low);
    await start();
    client.open(uriOf("p/a.md"), high);
    const sides = (count: number) =>
      findings("p/a.md", ([finding]) => finding?.relatedInformation?.length === count);
    assert.equal(otherSide(await sides(1))?.uri, uriOf("p/deep/c.md"));
    await rm(join(folder, "p/guidewright.yaml"));
    tell("p/guidewright.yaml", deleted);
    await sides(2);
  });

  test("follows folders that are added and removed", async () => {
    await write("b.md", low);
    await start({ params: { rootUri: null, workspaceFolders: null } });
    client.open(uriOf("a.md"), high);
    await silence("a.md");
    const here = [{ uri: pathToFileURL(folder).href, name: "guidelines" }];
    const fold = (added: unknown, removed: unknown) =>
      client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
    fold(here, []);
    await conflict("a.md");
    fold([], here);
    await silence("a.md");
  });

  test("knows its folder from older clients, too", async () => {
    await write("b.md", low);
    await start({ params: { rootUri: pathToFileURL(folder).href } });
    client.open(uriOf("a.md"), high);
    await conflict("a.md");
  });

  test("sends others' findings unasked to a client that cannot ask", async () => {
    await write("b.md", low);
    const { diagnostic: _asks, ...textDocument } = fullCapabilities.textDocument ?? {};
    await start({ capabilities: { textDocument }, params: { rootUri: pathToFileURL(folder).href } });
    const sent = (name: string, count: number) =>
      client.until(() => {
        const last = client.published.filter(({ uri }) => uri === uriOf(name)).at(-1);
        return last?.diagnostics.filter(({ code }) => code === "dose-conflict").length === count
          ? last
          : undefined;
      });
    client.open(uriOf("a.md"), high);
    await sent("a.md", 1);
    client.open(uriOf("b.md"), low);
    await sent("b.md", 1);
    client.change(uriOf("b.md"), 2, high);
    await Promise.all([sent("a.md", 0), sent("b.md", 0)]);
    // Nobody watches for this client: what happened is seen when something is opened.
    await rm(join(folder, "b.md"));
    await write("c.md", low);
    client.open(uriOf("d.md"), "# Soup\n");
    await sent("a.md", 1);
  });

  test("offers to change either side, the other one by its name and as it is now", async () => {
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    const [finding] = await conflict("a.md");
    const textDocument = { uri: uriOf("a.md") };
    const params = { textDocument, range: finding?.range, context: { diagnostics: [] } };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", params);
    const there = actions.find(({ title }) => title.includes("b.md"));
    assert.ok(there && actions.length > 1, JSON.stringify(actions.map(({ title }) => title)));
    const resolve = async () => (await client.request<CodeAction>("codeAction/resolve", there)).edit;
    const [change] = (await resolve())?.documentChanges ?? [];
    assert.ok(change && "edits" in change);
    assert.deepEqual(change.textDocument, { uri: uriOf("b.md"), version: null });
    assert.equal(edited(low, change.edits as Parameters<typeof edited>[1]), high);
    await write("b.md", `Another text.\n\n${low}`);
    assert.equal(await resolve(), undefined, "the text is another one by now");
    client.open(uriOf("b.md"), low, 7);
    const [open] = (await resolve())?.documentChanges ?? [];
    assert.deepEqual(open && "edits" in open && open.textDocument, { uri: uriOf("b.md"), version: 7 });
  });

  test("tells in a hover card where else the medicine is ordered", async () => {
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    await conflict("a.md");
    const params = { textDocument: { uri: uriOf("a.md") }, position: positionOf(high, "Amoxicillin") };
    const card = JSON.stringify(await client.request<Hover>("textDocument/hover", params));
    assert.match(card, /\*\*amoxicillin\*\*.*Dose: 40 mg\/kg/);
    assert.ok(card.includes(`[b.md, line 3](${uriOf("b.md")}#L3)`), card);
  });

  test("shows what the project's baseline knows as hints, as soon as there is one", async () => {
    await write("guidewright.yaml", "");
    await write("a.md", high);
    await write("b.md", low);
    await start();
    client.open(uriOf("a.md"), high);
    assert.deepEqual(
      (await conflict("a.md")).map(({ severity }) => severity),
      [2],
    );
    const { code } = await runCli(["check", "--update-baseline", "."], { cwd: folder });
    assert.equal(code, 0);
    tell("guidewright-baseline.json", created);
    const known = await findings("a.md", ([found]) => found?.severity === 4);
    assert.match(String(known[0]?.message), /^Known, in the baseline: /);
    await write("guidewright-baseline.json", "{");
    tell("guidewright-baseline.json", changed);
    await findings("a.md", ([found]) => found?.severity === 2);
    await client.until(() =>
      client
        .sent<{ message: string }>("window/showMessage")
        .find(({ message }) => /no valid JSON/.test(message)),
    );
  });

  test("is watched by a client that can watch", async () => {
    await start();
    type Registration = { registrations: { registerOptions?: { watchers?: { globPattern: string }[] } }[] };
    const watchers = () =>
      client
        .sent<Registration>("client/registerCapability")
        .flatMap(({ registrations }) => registrations)
        .flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
    await client.until(() => watchers()[0]);
    const patterns = watchers().map(({ globPattern }) => globPattern);
    assert.deepEqual(patterns, [
      "**/guidewright.yaml",
      "**/*baseline*.json",
      "**/*.{yaml,yml}",
      "**/*.{md,markdown}",
      "**/*",
    ]);
  });
});
