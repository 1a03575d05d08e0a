// Pausing the model: what is asked of the service.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { registered } from "../../../test/support/registered.ts";
import { ModelError } from "../llm/errors.ts";
import type { ModelService } from "../llm/model-service.ts";
import { eraseModelCacheRequest, setModelPausedRequest } from "../protocol.ts";
import { modelsFeature } from "./models.ts";

function setUp(failure?: Error) {
  const asked: unknown[] = [];
  const service = {
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
