// `guidewright models`: what is listed, and what can be done to the models folder. A local server stands in for the
// hub; nothing is downloaded from elsewhere.

import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { HubServer, stallAfter } from "../../../test/support/hub-server.ts";
import { runCli } from "../../../test/support/run-cli.ts";
import { catalogue, catalogueEntry } from "../llm/catalogue/catalogue.ts";

const content = Buffer.concat([Buffer.from("GGUF\x03\0\0\0"), Buffer.alloc(16), Buffer.alloc(50_000, "w")]);
const file = catalogueEntry("meditron3-8b")!.file;

let folder: string;
let hub: HubServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright-models-"));
  hub = await HubServer.start({ content, token: "hf_right" });
});
afterEach(async () => {
  hub.close();
  await rm(folder, { recursive: true, force: true });
});
const environment = () => ({
  GUIDEWRIGHT_MODELS: folder,
  HF_ENDPOINT: hub.endpoint,
  HF_TOKEN: "hf_right",
  HTTP_PROXY: "",
  http_proxy: "",
});
const run = (...args: string[]) => runCli(["models", ...args], { env: environment() });

describe("guidewright models", () => {
  it("lists every model with its licence, whether it fits and whether it is there", async () => {
    await writeFile(join(folder, file), content);
    const { code, out } = await run();
    assert.equal(code, 0);
    for (const { id, name, quantisation, licence } of catalogue)
      assert.ok(
        out.includes(`  ${id} (${quantisation})\n`) &&
          out.includes(licence.name) &&
          out.includes(`${name}: `),
      );
    assert.equal(out.match(/^ {4}installed, /gm)?.length, 1);
    assert.match(out, /meditron3-70b \(Q4_K_M\)\n {4}about 43 GB to download, may need an access token · /);
    assert.match(out, /meditron3-gemma2-9b .*\n {4}no published file: bring your own · /);
    assert.ok(out.endsWith(`Models folder: ${folder}\n`));
  });

  it("installs only what was accepted, and prints what that is", async () => {
    const refused = await run("install", "meditron3-8b");
    assert.equal(refused.code, 2);
    assert.match(
      refused.err,
      /research only[\s\S]*Llama 3\.1 Community License[\s\S]*models accept meditron3-8b/,
    );
    assert.equal(hub.seen.length, 0);
    const { code, out, err } = await run("install", "meditron3-8b", "--accept");
    assert.equal(code, 0, err);
    assert.equal(out, `${join(folder, file)}\n`);
    assert.match(err, /Accepted\. This is remembered\.\n[\s\S]*Checking the file\n$/);
    assert.ok(!err.includes("hf_right"));
    assert.deepEqual(await readFile(join(folder, file)), content);
    assert.doesNotMatch((await run("install", "meditron3-8b")).err, /Accepted\./);
  });

  it("goes on where a killed download stopped", async () => {
    await run("accept", "meditron3-8b");
    hub.faults.storage.push(stallAfter(20_000));
    const { promise: started, resolve: onStart } = Promise.withResolvers<ChildProcess>();
    const killed = runCli(["models", "install", "meditron3-8b"], { env: environment(), onStart });
    const child = await started;
    const size = async () => (await stat(join(folder, `${file}.part`)).catch(() => undefined))?.size ?? 0;
    while ((await size()) === 0);
    child.kill("SIGKILL");
    await killed;
    assert.ok((await readdir(folder)).includes(`${file}.lock`));
    assert.equal((await run("install", "meditron3-8b")).code, 0);
    assert.match(hub.seen.at(-1)?.range ?? "", /^bytes=[1-9]/);
    assert.deepEqual((await readdir(folder)).sort(), [file, `${file}.sha256`, "meditron3-8b.accepted"]);
  });

  it("takes over a file, as the model that its name or the command says", async () => {
    const stick = await mkdtemp(join(tmpdir(), "guidewright-stick-"));
    try {
      const brought = join(stick, "brought.gguf");
      await writeFile(brought, content);
      const unknown = await run("import", brought, "--accept");
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /no file that the catalogue knows/);
      assert.equal((await run("import", brought, "meditron3-gemma2-9b", "--accept")).code, 0);
      await writeFile(join(stick, file), content);
      const { code, out } = await run("import", join(stick, file), "--accept");
      assert.deepEqual([code, out], [0, `${join(folder, file)}\n`]);
      assert.equal(hub.seen.length, 0);
    } finally {
      await rm(stick, { recursive: true });
    }
  });

  it("verifies what is there, notices other bytes, and removes", async () => {
    await run("accept", "meditron3-8b");
    await run("install", "meditron3-8b");
    const sound = await run("verify");
    assert.equal(sound.code, 0);
    assert.match(sound.out, /^meditron3-8b: as it was when it came.*\n {2}sha256 [0-9a-f]{64}\n$/);
    await writeFile(join(folder, file), Buffer.from(content).fill("x", 40_000));
    const changed = await run("verify", "meditron3-8b");
    assert.equal(changed.code, 1);
    assert.match(changed.out, /its bytes have changed/);
    assert.match((await run("remove", "meditron3-8b")).out, /is removed/);
    assert.match((await run("remove", "meditron3-8b")).out, /is not installed/);
    assert.deepEqual(await readdir(folder), ["meditron3-8b.accepted"]);
  });

  it("asks no model whose terms were not accepted", async () => {
    await writeFile(join(folder, file), content);
    const page = join(folder, "page.md");
    await writeFile(page, "# Fever\n\nGive ");
    const { code, err } = await runCli(["complete", page, "--model", "meditron3-8b"], {
      env: { GUIDEWRIGHT_MODELS: folder },
    });
    assert.equal(code, 2);
    assert.match(err, /have not been accepted/);
  });

  it("erases what models have kept of their prompts, and no model", async () => {
    await mkdir(join(folder, "prepared"));
    await writeFile(join(folder, "prepared", "a.state"), "");
    const before = (await readdir(folder)).filter((name) => name !== "prepared");
    for (const _ of [1, 2]) assert.equal((await run("erase-cache")).code, 0);
    assert.deepEqual(await readdir(folder), before);
  });

  it("refuses what it does not know", async () => {
    for (const [args, message] of [
      [["install", "nothing"], /There is no model “nothing”/],
      [["install"], /models install ID/],
      [["import"], /models import FILE/],
      [["import", "/nowhere.gguf"], /There is no model file at \/nowhere\.gguf/],
      [["verify", "a", "b"], /models verify \[ID\]/],
      [["eat", "starter"], /models install ID/],
      [["--what"], /--what/],
    ] as const) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(" "));
      assert.match(err, message);
    }
  });
});
