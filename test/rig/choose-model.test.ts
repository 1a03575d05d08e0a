// Choosing a model as a newcomer meets it in the real editor: the list, the terms, the access token, the download,
// and the model that then runs. Driven from outside, because a suite inside the editor is shown no questions. A local
// server stands in for the hub; what it serves is the starter's file under another name.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { HubServer } from "../support/hub-server.ts";
import { starterPath } from "../support/local-engine.ts";
import { openEditor } from "./editor.ts";
import { answerLine, answerQuestion, clickAction, runFromPalette, Workbench } from "./page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const guideline = "---\nguideline: true\n---\n\n# Fever\n\nGive paracetamol and";

test("from nothing to a running model: the list, its terms, the token", {
  skip: process.platform !== "linux",
}, async () => {
  const home = await mkdtemp(join(tmpdir(), "guidewright-choose-"));
  const [folder, models, userDataDir] = ["guidelines", "models", "user-data"].map((name) => join(home, name));
  const hub = await HubServer.start({ content: await readFile(await starterPath()), token: "hf_right" });
  await mkdir(folder!);
  await writeFile(join(folder!, "fever.md"), guideline);
  const editor = await openEditor({
    folder: folder!,
    file: join(folder!, "fever.md"),
    extensionPath: root,
    userDataDir: userDataDir!,
    settings: { "guidewright.model.hub": hub.endpoint },
    env: {
      ...process.env,
      GUIDEWRIGHT_MODELS: models!,
      HTTP_PROXY: "",
      http_proxy: "",
      HF_TOKEN: "",
      HF_HOME: home,
    },
  });
  try {
    const workbench = new Workbench(editor.page);
    await workbench.page
      .locator(".statusbar-item", { hasText: /^\s*Guideline\s*$/ })
      .waitFor({ timeout: 90_000 });
    await chooseGated(workbench, hub);
    await workbench.page.getByLabel("Meditron3-8B is ready.").first().waitFor({ timeout: 90_000 });
    // One of them was a wrong token.
    assert.equal(workbench.actions - 1, 4);
    assert.deepEqual(
      hub.seen.map(({ host, authorization }) => [host, authorization]),
      [
        ["hub", undefined],
        ["hub", "Bearer hf_wrong"],
        ["hub", "Bearer hf_right"],
        ["storage", undefined],
      ],
    );
    assert.ok((await readdir(models!)).includes("meditron3-8b.accepted"));
    const kept = await readFile(join(userDataDir!, "Machine", "settings.json"), "utf8");
    assert.match(kept, /"guidewright\.model\.id": "meditron3-8b"/);
    assert.deepEqual(await filesWith(userDataDir!, "hf_right"), [], "no token in settings or logs");
  } catch (error) {
    await picture(new Workbench(editor.page), "failed");
    throw error;
  } finally {
    await editor.close();
    hub.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

/** With an access token, which only some models ask for: four actions of the author's. */
async function chooseGated(workbench: Workbench, hub: HubServer): Promise<void> {
  await runFromPalette(workbench, "Guidewright: Choose Model");
  await workbench.waitForText("to download");
  await picture(workbench, "models");
  await clickAction(workbench, "about 4.9 GB to download");
  await workbench.waitForText("For research only");
  await workbench.waitForText("Built with Llama");
  await picture(workbench, "terms");
  assert.equal(hub.seen.length, 0, "nothing is fetched before the terms are accepted");
  await answerQuestion(workbench, "Accept and Install");

  const title = `Access token for ${new URL(hub.endpoint).host}`;
  await answerLine(workbench, title, "hf_wrong");
  await hub.requests(2);
  await picture(workbench, "token");
  await answerLine(workbench, title, "hf_right");
  await picture(workbench, "downloading");
}

async function filesWith(folder: string, words: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(files.map(async (file) => (await readFile(file)).includes(words)));
  return files.filter((_, i) => found[i]);
}

/** For looking at, where GUIDEWRIGHT_PICTURES names a folder. */
async function picture(workbench: Workbench, name: string): Promise<void> {
  const folder = process.env.GUIDEWRIGHT_PICTURES;
  if (folder) await workbench.screenshot(join(folder, `${name}.png`));
}
