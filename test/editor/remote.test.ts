// A model on another machine as an author meets it: nothing is sent before the answer to one question, the status bar
// says where text goes, and the token is in no setting.

import assert from "node:assert/strict";
import { ConfigurationTarget, commands, workspace } from "vscode";
import type { Guidewright } from "../../client/src/extension.ts";
import { connect, ghostText, runFromPalette, type Workbench } from "../rig/page.ts";
import { RemoteServer } from "../support/remote-server.ts";
import { closeEverything, guidewright, openGuideline, until, waitForSlowModels } from "./documents.ts";

const text = "---\nguideline: true\n---\n\n# Geography\n\nThe capital of France is";
const token = "token-that-stays-secret";

describe("A model on another machine", () => {
  let extension: Guidewright;
  let workbench: Workbench;
  let server: RemoteServer;
  let host: string;

  before(async () => {
    extension = await guidewright();
    workbench = await connect();
    await waitForSlowModels();
    server = await RemoteServer.start({ kind: "vllm", token, everywhere: true });
    // By a name that is not known to be this machine's.
    host = `0.0.0.0:${server.port}`;
  });
  after(async () => {
    await workspace
      .getConfiguration("guidewright")
      .update("remote.url", undefined, ConfigurationTarget.Global);
    await until("the model of this machine", () => extension.situation().model?.remote === undefined);
    await server.stop();
    await workbench.close();
  });
  afterEach(closeEverything);

  it("is asked about once, named in the status bar, and then writes", async () => {
    await openGuideline(text);
    await runFromPalette(workbench, "Guidewright: Connect to a Remote Engine");
    await answer(workbench, "Address of a server", `http://${host}`);
    await answer(workbench, `Token for http://${host}`, token);
    await workbench.waitForText("Text near the cursor of your guidelines will be sent there.");
    await workbench.waitForText(`Guideline → ${host}`);
    assert.equal(server.seen.length, 0);
    // The question hides after a while and waits behind the bell.
    await commands.executeCommand("notifications.showList");
    await workbench.page.getByRole("button", { name: "Send Text There" }).first().click();
    await until("the remote engine to be ready", () => {
      const { model } = extension.situation();
      return model?.state === "ready" && model.remote?.host === host;
    });
    await commands.executeCommand("editor.action.inlineSuggest.trigger");
    assert.match(await ghostText(workbench), /Paris, and it is/);
    assert.ok(server.seen.every(({ authorization }) => authorization === `Bearer ${token}`));
    assert.ok(!JSON.stringify(workspace.getConfiguration("guidewright")).includes(token));
  });
});

/** Types into the box that asks for this, and confirms it. */
async function answer({ page }: Workbench, question: string, words: string): Promise<void> {
  const box = page.locator(".quick-input-widget:visible").filter({ hasText: question });
  await box.waitFor();
  await box.locator("input").first().fill(words);
  await page.keyboard.press("Enter");
}
