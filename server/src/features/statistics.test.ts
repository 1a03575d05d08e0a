// The page of the model's figures: what it says of a local and a remote model, and of one that is not loaded.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { registered } from "../../../test/support/registered.ts";
import { ModelError } from "../llm/errors.ts";
import type { ModelService, ServiceStatus } from "../llm/model-service.ts";
import { modelStatisticsRequest } from "../protocol.ts";
import { statisticsFeature, statisticsPage } from "./statistics.ts";

const status: ServiceStatus = {
  state: "ready",
  message: "Meditron3 2B is ready.",
  model: "Meditron3 2B",
  starter: false,
};
const nothing = { model: "Meditron3 2B", requests: 0, promptTokens: 0, reusedTokens: 0 };
const busy = {
  ...nothing,
  requests: 1234,
  promptTokens: 250_000,
  reusedTokens: 242_499,
  readAhead: 12_345,
  prefillSpeed: 104.4,
  decodeSpeed: 8.26,
  firstToken: { last: 243, median: 1310 },
  memory: 2_340_000_000,
  threads: 3,
  contextSize: 4096,
  file: "/models/a|b `c`.gguf",
  gpu: "off",
  sharedBy: 2,
  uptimeMs: 3 * 60_000,
  deaths: 1,
};

/** What the table says to a name. */
const said = (page: string, name: string) => new RegExp(`^\\| ${name} \\| (.*) \\|$`, "m").exec(page)?.[1];

describe("the page of statistics", () => {
  it("says what the model is, where it runs and how it does", () => {
    const page = statisticsPage(busy, status);
    assert.match(page, /^# Model Statistics\n\nMeditron3 2B is ready\.\n/);
    assert.match(page, /^The file: `\/models\/a\|b 'c'\.gguf`$/m);
    const values: Record<string, string> = {
      Runs: "on this computer, on the processor alone",
      "Used by": "2 windows or commands",
      "Loaded for": "3 minutes",
      "Stopped unexpectedly": "once, and started again",
      Memory: "2.3 GB",
      Threads: "3",
      Context: "4,096 tokens",
      Reads: "104 tokens a second",
      Writes: "8.3 tokens a second",
      "Begins to answer after": "0.24 s; usually 1.3 s",
      "Read ahead": "12,345 tokens",
      "Need not read again": "96 % of 250,000 tokens",
      Requests: "1,234",
    };
    for (const [name, value] of Object.entries(values)) assert.equal(said(page, name), value, name);
  });

  it("says of a model that is not loaded what is known, and that there are no figures yet", () => {
    const page = statisticsPage({ ...nothing, file: "/models/x.gguf", deaths: 0 }, status);
    assert.equal(said(page, "Runs"), "on this computer");
    assert.equal(said(page, "Stopped unexpectedly"), "never");
    for (const name of ["Memory", "Requests", "Reads", "Need not read again"])
      assert.equal(said(page, name), undefined, name);
    assert.match(page, /once the model is loaded/);
  });

  it("says of a remote one that text leaves the computer, and where to", () => {
    const page = statisticsPage({ ...nothing, remote: "gpu.example.org" }, undefined);
    assert.equal(said(page, "Runs"), "on gpu.example.org: **text leaves this computer**");
    assert.doesNotMatch(page, /The file/);
  });

  it("takes names as names", () => {
    const page = statisticsPage({ ...nothing, model: "a_b <i>*c*" }, undefined);
    assert.match(page, /\*\*a\\_b \\<i\\>\\\*c\\\*\*\*/);
  });
});

describe("statisticsFeature", () => {
  it("answers with the page, or with why there is none", async () => {
    const models = { statistics: async () => nothing, status } as Partial<ModelService> as ModelService;
    const { request } = registered(statisticsFeature(models));
    const answer = await request(modelStatisticsRequest, {});
    assert.match((answer as { markdown: string }).markdown, /Meditron3 2B is ready/);

    const broken = {
      statistics: async () => {
        throw new ModelError("disposed", "No model is in use.", "Choose one.");
      },
    } as Partial<ModelService> as ModelService;
    const other = registered(statisticsFeature(broken));
    assert.deepEqual(await other.request(modelStatisticsRequest, {}), {
      failure: "No model is in use. Choose one.",
    });
  });
});
