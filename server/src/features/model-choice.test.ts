// Choosing a model over the protocol: what is asked of the shelf, and what comes back.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietCall, registered } from "../../../test/support/registered.ts";
import { catalogueEntry } from "../llm/catalogue/catalogue.ts";
import type { InstallProgress } from "../llm/download/progress.ts";
import { ModelError } from "../llm/errors.ts";
import type { ModelShelf } from "../llm/shelf.ts";
import {
  acceptTermsRequest,
  importModelRequest,
  inspectModelFileRequest,
  installModelRequest,
  type ModelsResult,
  modelsRequest,
} from "../protocol.ts";
import { modelChoiceFeature } from "./model-choice.ts";

const offer = {
  entry: catalogueEntry("meditron3-8b:Q8_0")!,
  installed: false,
  accepted: false,
  need: 9e9,
  fit: "tight",
} as const;

function setUp(failure?: Error) {
  const asked: unknown[] = [];
  const work = async (...what: unknown[]) => {
    asked.push(what);
    if (failure) throw failure;
  };
  const shelf = {
    hub: "https://mirror.example/x",
    offers: async (measure: boolean) => {
      await work("offers", measure);
      return [offer];
    },
    accept: (id: string) => work("accept", id),
    async install(
      id: string,
      source: unknown,
      _signal: unknown,
      onProgress: (step: InstallProgress) => void,
    ) {
      onProgress({ step: "downloading", received: 5, total: 10 });
      await work("install", id, source);
    },
    import: (file: string, id: string) => work("import", file, id),
    async inspect(file: string) {
      await work("inspect", file);
      return { shape: { size: 5e9 }, offer };
    },
  } as Partial<ModelShelf> as ModelShelf;
  return { asked, ...registered(modelChoiceFeature(shelf)) };
}

describe("choosing a model", () => {
  it("lists what there is, with the terms, and measures only when asked", async () => {
    const { asked, request } = setUp();
    const { hub, models } = (await request(modelsRequest, {})) as ModelsResult;
    await request(modelsRequest, { measure: true });
    assert.deepEqual(asked, [
      ["offers", false],
      ["offers", true],
    ]);
    assert.equal(hub, "mirror.example");
    const [model] = models;
    assert.deepEqual(
      [model?.id, model?.usual, model?.fits, model?.obtainable, model?.terms.length],
      ["meditron3-8b:Q8_0", false, true, true, 2],
    );
  });

  it("installs with the token and the proxy that come along, and says how far it is", async () => {
    const { asked, request } = setUp();
    const said: unknown[] = [];
    const call = { ...quietCall(), progress: (...words: unknown[]) => void said.push(words) };
    const params = { id: "meditron3-8b", token: "hf_x", proxy: "", noProxy: 7 };
    assert.equal(await request(installModelRequest, params, call), null);
    assert.deepEqual(asked, [
      ["install", "meditron3-8b", { token: "hf_x", proxy: undefined, noProxy: undefined }],
    ]);
    assert.deepEqual(said, [["0 MB of 0 MB", 50]]);
  });

  it("accepts, imports and looks at files", async () => {
    const { asked, request } = setUp();
    await request(acceptTermsRequest, { id: "meditron3-8b" });
    await request(importModelRequest, { path: "/a.gguf", id: "meditron3-8b" });
    const found = (await request(inspectModelFileRequest, { path: "/a.gguf" })) as object;
    assert.deepEqual(asked, [
      ["accept", "meditron3-8b"],
      ["import", "/a.gguf", "meditron3-8b"],
      ["inspect", "/a.gguf"],
    ]);
    assert.deepEqual(Object.keys(found), ["description", "model"]);
  });

  it("says what is needed when that would help", async () => {
    for (const [code, needs] of [
      ["token-needed", "token"],
      ["not-accepted", "terms"],
      ["disk-full", undefined],
    ] as const) {
      const { request } = setUp(new ModelError(code, "No.", "Do this."));
      const answer = await request(installModelRequest, { id: "meditron3-8b" });
      assert.deepEqual(answer, { failure: "No. Do this.", ...(needs && { needs }) });
    }
  });
});
