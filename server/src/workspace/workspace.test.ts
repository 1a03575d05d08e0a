// The workspace gives out snapshots of the newest text, each once, and knows which are still current.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gate } from "../../../test/support/scripted-backend.ts";
import { defaultSettings } from "../config.ts";
import { keyOf } from "./location.ts";
import { Workspace } from "./workspace.ts";

setFlagsFromString("--expose-gc");
const collectAll = runInNewContext("gc") as () => void;

const uri = "untitled:a";
const opened = (source: () => Promise<typeof defaultSettings> = async () => defaultSettings) => {
  const workspace = new Workspace(source);
  workspace.documents.open({ uri, version: 1, text: "one" });
  return workspace;
};

describe("Workspace", () => {
  it("gives out the same snapshot until text or settings change", async () => {
    let settings = defaultSettings;
    const workspace = opened(async () => settings);
    const first = await workspace.snapshot(uri);
    assert.equal(await workspace.snapshot(uri), first);
    settings = { ...defaultSettings, enable: "always" };
    const second = await workspace.snapshot(uri);
    assert.notEqual(second, first);
    assert.equal(second?.guideline, first?.guideline);
    workspace.documents.change(uri, 2, [{ text: "two" }]);
    const third = await workspace.snapshot(uri);
    assert.deepEqual([third?.version, third?.text, first?.text], [2, "two", "one"]);
  });

  it("waits for settings and then takes the text as it is by then", async () => {
    const asked = gate();
    const workspace = opened(() => asked.promise.then(() => defaultSettings));
    const snapshot = workspace.snapshot(uri);
    workspace.documents.change(uri, 2, [{ text: "two" }]);
    asked.open();
    assert.equal((await snapshot)?.text, "two");
  });

  it("has no snapshot of what is not open, or was closed meanwhile", async () => {
    const asked = gate();
    const workspace = opened(() => asked.promise.then(() => defaultSettings));
    assert.equal(await workspace.snapshot("untitled:b"), undefined);
    const snapshot = workspace.snapshot(uri);
    workspace.documents.close(uri);
    asked.open();
    assert.equal(await snapshot, undefined);
  });

  it("keeps no former version where documents are edited in turn", async () => {
    const workspace = opened(async () => ({ ...defaultSettings, enable: "always" }));
    const names = ["untitled:a", "untitled:b"];
    workspace.documents.open({ uri: "untitled:b", version: 1, text: "one" });
    const former: WeakRef<object>[] = [];
    for (let version = 2; version < 12; version++)
      for (const name of names) {
        workspace.documents.change(name, version, [{ text: `Give paracetamol 1 g, version ${version}.` }]);
        const snapshot = await workspace.snapshot(name);
        assert.equal(snapshot?.neighbours.length, 1);
        if (snapshot) former.push(new WeakRef(snapshot.checked));
      }
    await turn();
    collectAll();
    assert.ok(former.filter((one) => one.deref() !== undefined).length <= 4);
  });

  it("knows which snapshots are current", async () => {
    const workspace = opened();
    const snapshot = await workspace.snapshot(uri);
    assert.ok(snapshot && workspace.isCurrent(snapshot));
    workspace.documents.change(uri, 2, [{ text: "two" }]);
    assert.ok(!workspace.isCurrent(snapshot));
    workspace.documents.close(uri);
    assert.ok(!workspace.isCurrent(snapshot));
    workspace.documents.open({ uri, version: 1, text: "another" });
    assert.ok(!workspace.isCurrent(snapshot));
  });
});

describe("neighbours", () => {
  const orders = "Amoxicillin 40 mg/kg twice daily.\nParacetamol 15 mg/kg every 6 hours.\n";
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright neighbours ä-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const uriOf = (...names: string[]) => pathToFileURL(join(folder, ...names)).href;
  async function write(name: string, text = orders): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  async function reading(): Promise<Workspace> {
    const workspace = new Workspace(async () => defaultSettings);
    workspace.closed.readFolders([keyOf(pathToFileURL(folder).href)]);
    await workspace.closed.settled();
    return workspace;
  }
  const open = (workspace: Workspace, name: string, text = orders) =>
    workspace.documents.open({ uri: uriOf(name), version: 1, text });
  async function neighbours(workspace: Workspace, name: string): Promise<string[]> {
    const snapshot = await workspace.snapshot(uriOf(name));
    return (snapshot?.neighbours ?? []).map(
      ({ uri, version, guideline }) =>
        `${uri.slice(uriOf("").length + 1)} ${version} ${guideline.text.length}`,
    );
  }
  const size = orders.length;

  it("are the guidelines on disk and the open ones, whose open text counts", async () => {
    await Promise.all([write("a.md"), write("b.md"), write("c.md"), write("notes/d.md", "# Soup\n")]);
    const workspace = await reading();
    open(workspace, "b.md", `${orders}More.\n`);
    open(workspace, "bb.md");
    open(workspace, "notes/e.md", "# Soup\n");
    assert.deepEqual(await neighbours(workspace, "b.md"), [
      `a.md null ${size}`,
      `bb.md 1 ${size}`,
      `c.md null ${size}`,
    ]);
    assert.deepEqual(await neighbours(workspace, "bb.md"), [
      `a.md null ${size}`,
      `b.md 1 ${size + 6}`,
      `c.md null ${size}`,
    ]);
    workspace.documents.close(uriOf("b.md"));
    assert.deepEqual(await neighbours(workspace, "bb.md"), [
      `a.md null ${size}`,
      `b.md null ${size}`,
      `c.md null ${size}`,
    ]);
  });

  it("are also a card that lies beside a guideline, open or not", async () => {
    const card = "# Card 4\n\n| Height | Number |\n| --- | --- |\n| 94 | 1 |\n";
    await Promise.all([write("a.md"), write("card.md", card), write("notes/card.md", card)]);
    const workspace = await reading();
    open(workspace, "a.md");
    assert.deepEqual(await neighbours(workspace, "a.md"), [`card.md null ${card.length}`]);
    open(workspace, "card.md", `${card}\n`);
    open(workspace, "notes/card.md", card);
    assert.deepEqual(await neighbours(workspace, "a.md"), [`card.md 1 ${card.length + 1}`]);
    const recognitions = ["card.md", "notes/card.md"].map(async (name) => {
      const { guideline } = (await workspace.snapshot(uriOf(name)))?.recognition ?? {};
      return guideline;
    });
    assert.deepEqual(await Promise.all(recognitions), [true, false]);
  });

  it("are the same document however its address is written", async () => {
    await write("a (b).md");
    const workspace = await reading();
    open(workspace, "c.md");
    const other = uriOf("a (b).md").replace("(", "%28").replace(")", "%29");
    workspace.documents.open({ uri: other, version: 7, text: orders });
    const snapshot = await workspace.snapshot(uriOf("c.md"));
    assert.deepEqual(
      snapshot?.neighbours.map(({ uri, version }) => [uri, version]),
      [[other, 7]],
    );
  });

  it("are the same for a guideline on disk, which all guidelines include", async () => {
    await Promise.all([write("a.md"), write("b.md"), write("p/c.md"), write("p/guidewright.yaml", "")]);
    const workspace = await reading();
    open(workspace, "b.md", `${orders}More.\n`);
    open(workspace, "notes/soup.md", "# Soup\n");
    const all = await workspace.guidelines();
    const names = (list: readonly { readonly uri: string }[]) =>
      list.map(({ uri }) => uri.slice(uriOf("").length + 1));
    assert.deepEqual(names(all), ["a.md", "b.md", "p/c.md"]);
    assert.deepEqual(
      all.map((one) => names(one.neighbours)),
      [["b.md"], ["a.md"], []],
    );
    assert.equal(all[1], await workspace.snapshot(uriOf("b.md")));
    assert.equal(all[0]?.neighbours[0]?.guideline, all[1]?.checked);
    const follow = all[0]?.follow ?? (() => undefined);
    assert.deepEqual(
      [follow("gone.md"), follow("soup.png"), follow("../x.md")],
      ["missing", "missing", undefined],
    );
    assert.equal((follow("b.md") as { readonly uri?: string }).uri, uriOf("b.md"));
    assert.equal((follow("a.md") as { readonly uri?: string }).uri, uriOf("a.md"));
  });

  it("keep a guideline on disk the same object until one of them changes", async () => {
    await Promise.all([write("a.md"), write("b.md"), write("p/c.md"), write("p/guidewright.yaml", "")]);
    const workspace = await reading();
    open(workspace, "b.md");
    const before = await workspace.guidelines();
    const again = await workspace.guidelines();
    for (const [i, one] of before.entries()) assert.equal(again[i], one);
    workspace.documents.change(uriOf("b.md"), 2, [{ text: `${orders}More.\n` }]);
    const [a, b, c] = await workspace.guidelines();
    assert.notEqual(a, before[0]);
    assert.notEqual(b, before[1]);
    assert.equal(c, before[2], "of another project");
    assert.equal(a?.guideline, before[0]?.guideline);
  });

  it("are those of the project only", async () => {
    await Promise.all([write("a.md"), write("p/b.md"), write("p/q/c.md"), write("p/guidewright.yaml", "")]);
    const workspace = await reading();
    open(workspace, "x.md");
    open(workspace, "p/y.md");
    assert.deepEqual(await neighbours(workspace, "x.md"), [`a.md null ${size}`]);
    assert.deepEqual(await neighbours(workspace, "p/y.md"), [`p/b.md null ${size}`, `p/q/c.md null ${size}`]);
  });

  it("are read around an open document of a project, though no folder is open", async () => {
    await Promise.all([write("p/b.md"), write("p/guidewright.yaml", "")]);
    const workspace = new Workspace(async () => defaultSettings);
    let told = 0;
    workspace.onDiskChange = () => told++;
    open(workspace, "p/a.md");
    assert.deepEqual(await neighbours(workspace, "p/a.md"), []);
    await workspace.closed.settled();
    assert.deepEqual(await neighbours(workspace, "p/a.md"), [`p/b.md null ${size}`]);
    assert.equal(told, 1);
  });

  it("without a folder are only open, and of the same place", async () => {
    await write("on-disk.md");
    const workspace = new Workspace(async () => defaultSettings);
    for (const uri of ["untitled:Untitled-1", "untitled:Untitled-2", uriOf("a.md"), uriOf("b.md")])
      workspace.documents.open({ uri, version: 1, text: orders });
    const of = async (uri: string) => (await workspace.snapshot(uri))?.neighbours.map((other) => other.uri);
    assert.deepEqual(await of("untitled:Untitled-1"), ["untitled:Untitled-2"]);
    assert.deepEqual(await of(uriOf("a.md")), [uriOf("b.md")]);
  });

  it("stay one list, in one snapshot, until one of them changes", async () => {
    await write("a.md");
    const workspace = await reading();
    open(workspace, "b.md");
    open(workspace, "c.md");
    const first = await workspace.snapshot(uriOf("b.md"));
    assert.equal(await workspace.snapshot(uriOf("b.md")), first);
    workspace.documents.change(uriOf("c.md"), 2, [{ text: `${orders}More.\n` }]);
    const second = await workspace.snapshot(uriOf("b.md"));
    assert.notEqual(second, first);
    assert.equal(second?.guideline, first?.guideline);
    assert.equal(second?.neighbours[0], first?.neighbours[0], "what did not change is the same object");
    assert.ok(second && workspace.isCurrent(second));
  });

  it("are what links lead to, beside other files below the folder", async () => {
    await Promise.all([write("ward/a.md"), write("ward/note.txt"), write("b.md")]);
    const workspace = await reading();
    open(workspace, "ward/c.md");
    const follow = async (path: string) => {
      const snapshot = await workspace.snapshot(uriOf("ward/c.md"));
      const lead = snapshot?.follow(path);
      return typeof lead === "object" ? lead.uri.slice(uriOf("").length + 1) : lead;
    };
    assert.equal(await follow("a.md"), "ward/a.md");
    assert.equal(await follow("../b.md"), "b.md");
    assert.equal(await follow("./c.md"), "ward/c.md", "not yet on disk, but open");
    assert.equal(await follow("note.txt"), "unread");
    assert.equal(await follow("gone.md"), "missing");
    assert.equal(await follow("../../gone.md"), undefined);
    const before = await workspace.snapshot(uriOf("ward/c.md"));
    await write("ward/gone.md", "# Soup\n");
    assert.ok(workspace.linked.look(join(folder, "ward", "gone.md")));
    assert.equal(await follow("gone.md"), "unread");
    assert.notEqual(await workspace.snapshot(uriOf("ward/c.md")), before);
  });

  it("cannot be told for a document without a folder", async () => {
    const workspace = new Workspace(async () => defaultSettings);
    for (const uri of ["untitled:a", uriOf("alone.md"), "vscode-vfs://github/a/b.md"]) {
      workspace.documents.open({ uri, version: 1, text: orders });
      assert.equal((await workspace.snapshot(uri))?.follow("gone.md"), undefined);
    }
  });

  it("come without one whose settings cannot be had", async () => {
    const workspace = new Workspace(async (uri) => {
      if (uri.endsWith("b")) throw new Error("broken");
      return defaultSettings;
    });
    for (const uri of ["untitled:a", "untitled:b"])
      workspace.documents.open({ uri, version: 1, text: orders });
    assert.deepEqual((await workspace.snapshot("untitled:a"))?.neighbours, []);
  });
});
