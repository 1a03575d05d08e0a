// Installing and pausing the model: what is asked of the service, what the user is told meanwhile.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietCall, registered } from "../../../test/support/registered.ts";
import type { InstallProgress } from "../llm/download.ts";
import { ModelError } from "../llm/errors.ts";
import type { ModelService } from "../llm/model-service.ts";
import { eraseModelCacheRequest, installModelRequest, setModelPausedRequest } from "../protocol.ts";
import { modelsFeature } from "./models.ts";

const steps: readonly InstallProgress[] = [
  { step: "downloading" },
  { step: "downloading", received: 0, total: 0 },
  { step: "downloading", received: 50_400_000, total: 100_000_000 },
  { step: "downloading", received: 120_000_000, total: 100_000_000 },
  { step: "downloading", received: 7_000_000 },
  { step: "unpacking" },
  { step: "verifying" },
] as InstallProgress[];

function setUp(failure?: Error) {
  const asked: unknown[] = [];
  const service = {
    async install(id: string, _signal: AbortSignal, onProgress: (step: InstallProgress) => void) {
      asked.push(id);
      for (const step of steps) onProgress(step);
      if (failure) throw failure;
      return "/models/x.gguf";
    },
    async setPaused(paused: boolean) {
      asked.push(paused);
    },
    async eraseStates() {
      asked.push("erase");
      if (failure) throw failure;
    },
  } as Partial<ModelService> as ModelService;
  return { asked, ...registered(modelsFeature(service)) };
}

describe("modelsFeature", () => {
  it("installs the model that was named, and says how far it is", async () => {
    const { asked, request } = setUp();
    const said: [string, number | undefined][] = [];
    const call = {
      ...quietCall(),
      progress: (text: string, percent?: number) => void said.push([text, percent]),
    };
    assert.equal(await request(installModelRequest, { id: "starter" }, call), null);
    assert.deepEqual(asked, ["starter"]);
    assert.equal(said.length, steps.length);
    for (const [text, percent] of said) {
      assert.match(text, /^[A-Z]|^\d+ (?:of \d+ )?MB$/);
      assert.ok(percent === undefined || (percent >= 0 && percent <= 100), `${percent}`);
    }
    assert.deepEqual(said[2], ["50 of 100 MB", 50]);
  });

  it("answers a failure in the user's words", async () => {
    const { request } = setUp(new ModelError("download-failed", "No network.", "Try again."));
    assert.deepEqual(await request(installModelRequest, { id: "starter" }), {
      failure: "No network. Try again.",
    });
  });

  it("pauses and resumes, and takes nothing else for a yes", async () => {
    const { asked, request } = setUp();
    for (const paused of [true, false, "true", undefined]) await request(setModelPausedRequest, { paused });
    assert.deepEqual(asked, [true, false, false, false]);
  });

  it("erases what models have kept, or says why not", async () => {
    const { asked, request } = setUp();
    assert.equal(await request(eraseModelCacheRequest, {}), null);
    assert.deepEqual(asked, ["erase"]);
    const failing = setUp(new ModelError("load-failed", "It is in use.", "Try again."));
    assert.deepEqual(await failing.request(eraseModelCacheRequest, {}), {
      failure: "It is in use. Try again.",
    });
  });
});
