// The VSIX as a user gets it: installed, not in development, it writes ghost text with its own engine.

import assert from "node:assert/strict";
import { commands, extensions } from "vscode";
import { connect, ghostText } from "../rig/page.ts";
import { guidewright, openGuideline, until, waitForSlowModels } from "./documents.ts";

describe("Guidewright from its VSIX", () => {
  it("is installed outside this repository and writes ghost text", async () => {
    const extension = await guidewright();
    const path = extensions.getExtension("guidewright.guidewright")?.extensionPath ?? "";
    assert.match(path, /guidewright\.guidewright-\d/);
    await waitForSlowModels();
    await openGuideline(
      "---\nguideline: true\n---\n\n# Severe malaria\n\nSevere malaria is a life-threatening disease caused by",
    );
    await until("the model to be ready", () => extension.situation().model?.state === "ready");
    await commands.executeCommand("editor.action.inlineSuggest.trigger");
    const workbench = await connect();
    try {
      assert.match(await ghostText(workbench), /\p{L}{3}/u);
    } finally {
      await workbench.close();
    }
  });
});
