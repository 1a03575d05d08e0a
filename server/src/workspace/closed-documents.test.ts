// Guidelines on disk: which are found, how they follow what happens to the files, and where reading ends.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { defaultSettings } from "../config.ts";
import { ClosedDocuments, type ClosedDocumentsParts } from "./closed-documents.ts";
import { keyOf } from "./location.ts";
import { Projects, projectFile } from "./project.ts";

const orders = "Amoxicillin 40 mg/kg twice daily.\nParacetamol 15 mg/kg every 6 hours.\n";

describe("ClosedDocuments", () => {
  let folder: string;
  let changes: number;
  let said: string[];
  let saves: boolean | undefined;
  beforeEach(async () => {
    folder = keyOf(`file://${await mkdtemp(join(tmpdir(), "guidewright-closed-"))}`);
    changes = 0;
    said = [];
    saves = undefined;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const path = (name: string) => join(folder, ...name.split("/"));
  async function write(name: string, text: string | Buffer = orders): Promise<void> {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), text);
  }
  async function read(
    parts: Partial<ClosedDocumentsParts> = {},
    folders = [folder],
  ): Promise<ClosedDocuments> {
    const closed = new ClosedDocuments({
      projects: new Projects(),
      settingsOf: async () => defaultSettings,
      isOpen: () => false,
      onChange: () => changes++,
      log: (line) => said.push(line),
      sayAhead: ({ guideline }) => void guideline,
      saveMemory: (wanted) => (saves = wanted),
      ...parts,
    });
    closed.readFolders(folders);
    await closed.settled();
    return closed;
  }
  const names = ({ list }: ClosedDocuments) =>
    list.map((document) => document.path.slice(folder.length + 1).replaceAll("\\", "/"));
  async function look(closed: ClosedDocuments, ...all: string[]): Promise<string[]> {
    for (const name of all) closed.look(path(name));
    await closed.settled();
    return names(closed);
  }

  it("are the Markdown that is a guideline, in the order of their addresses", async () => {
    await Promise.all([
      write("b.md"),
      write("a.markdown"),
      write("deep/er/c.md"),
      write("other/notes.md", "# Notes\n\nBuy milk.\n"),
      write("README.md", "# Notes\n\nBuy milk.\n"),
      write("orders.txt"),
      write("node_modules/x/d.md"),
      write(".git/e.md"),
      write(".hidden.md"),
      write("utf16.md", Buffer.from(`\uFEFF${orders}`, "utf16le")),
    ]);
    await symlink(folder, path("around"), "dir");
    const closed = await read();
    assert.deepEqual(names(closed), ["a.markdown", "b.md", "deep/er/c.md"]);
    assert.equal(closed.list[0]?.guideline.text, orders);
    assert.equal(closed.list[0]?.version, null);
    assert.equal(changes, 1, "said once for all of them");
    assert.deepEqual(said, []);
  });

  it("are also what lies beside a guideline, for as long as one does", async () => {
    const card = "# Card 4\n\n| Height | Number |\n| --- | --- |\n| 94 | 1 |\n";
    await Promise.all([write("b.md"), write("card.md", card), write("cards/card.md", card)]);
    const closed = await read();
    assert.deepEqual(names(closed), ["b.md", "card.md"]);
    assert.deepEqual(
      ["b.md", "c.md", "README.md", "cards/c.md"].map((name) => closed.isBesideGuideline(path(name))),
      [false, true, false, false],
    );
    await rm(path("b.md"));
    assert.deepEqual(await look(closed, "b.md"), []);
    await write("cards/b.md");
    assert.deepEqual(await look(closed, "cards/b.md"), ["cards/b.md", "cards/card.md"]);
  });

  it("are every Markdown of a project or where the settings say so, and none where they say so", async () => {
    await write("marked/draft.md", "# Soup\n");
    await write(`marked/${projectFile}`, "");
    await write("plain.md", "# Soup\n");
    assert.deepEqual(names(await read()), ["marked/draft.md"]);
    const enabled = (enable: "always" | "never") => ({
      settingsOf: async () => ({ ...defaultSettings, enable }) as typeof defaultSettings,
    });
    assert.deepEqual(names(await read(enabled("always"))), ["marked/draft.md", "plain.md"]);
    assert.deepEqual(names(await read(enabled("never"))), []);
  });

  it("belong to their project, or else to their folder", async () => {
    await Promise.all([
      write("a.md"),
      write("b.md"),
      write("p/c.md"),
      write("p/d.md"),
      write(`p/${projectFile}`, ""),
    ]);
    const groups = (await read()).list.map(({ group }) => group);
    assert.equal(new Set(groups).size, 2);
    assert.ok(groups[0] === groups[1] && groups[2] === groups[3]);
  });

  it("come, change and go with their files, and nothing is said of what stays the same", async () => {
    await write("a.md");
    const closed = await read();
    const [before] = closed.list;
    await write("b.md");
    assert.deepEqual(await look(closed, "b.md"), ["a.md", "b.md"]);
    assert.equal(closed.list[0], before, "the others stay what they were");
    assert.equal(changes, 2);
    assert.deepEqual(await look(closed, "a.md", "b.md"), ["a.md", "b.md"]);
    assert.ok(changes === 2 && closed.list[0] === before && (await before?.isUnchanged()));

    await write("a.md", orders.replace("40", "80"));
    assert.equal(await before?.isUnchanged(), false);
    await look(closed, "a.md");
    assert.match(closed.list[0]?.guideline.text ?? "", /80 mg/);
    await rename(path("b.md"), path("c.md"));
    assert.deepEqual(await look(closed, "b.md", "c.md"), ["a.md", "c.md"]);
    await write("c.md", "---\nguideline: false\n---\n");
    assert.deepEqual(await look(closed, "c.md"), ["a.md"]);
    await rm(path("a.md"));
    assert.deepEqual(await look(closed, "a.md"), []);
  });

  it("follow a folder that is renamed or removed, though it alone is named", async () => {
    await write("old/a.md");
    await write("old/deep/b.md");
    const closed = await read();
    await rename(path("old"), path("new"));
    assert.deepEqual(await look(closed, "old", "new"), ["new/a.md", "new/deep/b.md"]);
    await rm(path("new"), { recursive: true });
    assert.deepEqual(await look(closed, "new"), []);
  });

  it("notice on their own what happened unseen, when they are to look again", async () => {
    await write("a.md");
    await write("b.md");
    const closed = await read();
    await rm(path("a.md"));
    await write("b.md", `${orders}More.\n`);
    await write("c.md");
    closed.lookAgain();
    await closed.settled();
    assert.deepEqual(names(closed), ["b.md", "c.md"]);
    assert.match(closed.list[0]?.guideline.text ?? "", /More/);
  });

  it("are forgotten with their workspace folder", async () => {
    await write("one/a.md");
    await write("two/b.md");
    const closed = await read({}, [path("one"), path("two")]);
    assert.deepEqual(names(closed), ["one/a.md", "two/b.md"]);
    closed.readFolders([path("two")]);
    await closed.settled();
    assert.deepEqual(names(closed), ["two/b.md"]);
    closed.readFolders([]);
    await closed.settled();
    assert.deepEqual(names(closed), []);
  });

  it("are also those of a project outside the folders, once a document of it is open", async () => {
    await write("elsewhere/a.md", "# Soup\n");
    await write(`elsewhere/${projectFile}`, "");
    const closed = await read({}, []);
    assert.deepEqual(names(closed), []);
    closed.readProject(path("elsewhere"));
    await closed.settled();
    assert.deepEqual(names(closed), ["elsewhere/a.md"]);
  });

  it("are only so many, and the log says so once", async () => {
    for (const name of ["a.md", "b.md", "c.md", "d.md"]) await write(name);
    const few = await read({ limits: { files: 2, bytes: 1e6 } });
    assert.deepEqual(names(few), ["a.md", "b.md"]);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", /more than 2 Markdown files/);
    await rm(path("a.md"));
    assert.deepEqual(await look(few, "a.md", "c.md"), ["b.md", "c.md"], "room is used again");
    const small = await read({ limits: { files: 99, bytes: orders.length * 2.5 } });
    assert.deepEqual(names(small), ["b.md", "c.md"]);
  });

  it("are kept lean from some size on, and memory is saved in a large workspace", async () => {
    for (const name of ["a.md", "b.md", "c.md"]) await write(name);
    const { length } = orders;
    const closed = await read({ limits: { leanFrom: length, largeFrom: 2.5 * length } });
    const isLean = closed.list.map(({ guideline }) => Object.isFrozen(guideline));
    assert.deepEqual(isLean, [false, false, true]);
    assert.equal(saves, true);
    const all = await read({ limits: { leanFrom: length, allLeanFrom: 2.5 * length } });
    assert.ok(all.list.every(({ guideline }) => Object.isFrozen(guideline)));
    await read({ limits: { largeFrom: 3 * length } });
    assert.equal(saves, false);
  });

  it("leave the event loop free between files", async () => {
    for (let i = 0; i < 20; i++) await write(`${i}.md`);
    let turns = 0;
    let reading = true;
    const count = () => {
      turns++;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    await read();
    reading = false;
    assert.ok(turns >= 20, String(turns));
  });

  it("are not parsed while an editor has them open", async () => {
    await write("a.md");
    const asked: string[] = [];
    const closed = await read({ isOpen: (file) => asked.push(file) > 0 });
    assert.deepEqual(asked, [path("a.md")]);
    assert.equal(closed.list.length, 1);
  });
});
