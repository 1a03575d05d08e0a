// The model in use while models come and go: what its state says, and where requests go.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ScriptedBackend } from "../../../test/support/scripted-backend.ts";
import type { BackendStatus } from "./local-backend.ts";
import { type ManagedBackend, type ModelChoice, ModelService, type ServiceStatus } from "./model-service.ts";

class Scripted extends ScriptedBackend implements ManagedBackend {
  readonly #listeners = new Set<(status: BackendStatus) => void>();
  readonly calls: string[] = [];
  status: BackendStatus = { state: "idle", message: "Idle." };
  onStatus(listener: (status: BackendStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  show(status: BackendStatus): void {
    this.status = status;
    for (const listener of this.#listeners) listener(status);
  }
  async pause(): Promise<void> {
    this.calls.push("pause");
  }
  resume(): void {
    this.calls.push("resume");
  }
  async retry(): Promise<void> {
    this.calls.push("retry");
  }
  async warm(): Promise<void> {
    this.calls.push("warm");
  }
  override async dispose(): Promise<void> {
    this.calls.push("dispose");
    this.show({ state: "idle", message: "Not loaded." });
  }
}

const choice: ModelChoice = { id: "starter", path: "", gpu: "off", threads: 0, contextSize: 512 };
const own = (path: string): ModelChoice => ({ ...choice, path });

function service(more: { readonly contextsDir?: string } = {}) {
  const statuses: ServiceStatus[] = [];
  const backends: Scripted[] = [];
  const models = new ModelService({
    modelsDir: "/models",
    ...more,
    onStatus: (status) => statuses.push(status),
    createRemote: async ({ model }) => {
      const backend = new Scripted([`text of ${model}`]);
      backends.push(backend);
      return backend;
    },
    create: ({ name }) => {
      const backend = new Scripted([`text of ${name}`]);
      backends.push(backend);
      return backend;
    },
  });
  return { models, statuses, backends };
}

async function textOf(models: ModelService): Promise<string> {
  let text = "";
  for await (const chunk of models.complete({ prefix: "x", maxTokens: 9 }, new AbortController().signal)) {
    text += chunk.text;
  }
  return text;
}

describe("the model in use", () => {
  it("leaves nothing of the author's text on the disk once that is not wanted any more", async () => {
    const contextsDir = mkdtempSync(join(tmpdir(), "guidewright-service-"));
    const { models } = service({ contextsDir });
    writeFileSync(join(contextsDir, "a.context"), "text");
    await models.choose({ ...own("/own/first.gguf"), keepContext: true });
    assert.ok(existsSync(contextsDir));
    await models.choose(own("/own/first.gguf"));
    assert.ok(!existsSync(contextsDir));
  });

  it("keeps requests that come before the first choice", async () => {
    const { models } = service();
    const text = textOf(models);
    await models.choose(own("/own/first.gguf"));
    assert.equal(await text, "text of first");
  });

  it("changes with the choice; the old one ends and is heard no more", async () => {
    const { models, statuses, backends } = service();
    await models.choose(own("/own/first.gguf"));
    await models.choose(own("/own/second.gguf"));
    assert.deepEqual(backends[0]?.calls, ["dispose"]);
    assert.equal(statuses.at(-1)?.model, "second");
    backends[0]?.show({ state: "failed", message: "Too late." });
    assert.equal(statuses.at(-1)?.model, "second");
    assert.equal(await textOf(models), "text of second");
  });

  it("stays when the same choice comes again", async () => {
    const { models, backends } = service();
    await models.choose(choice);
    await models.choose({ ...choice });
    assert.equal(backends.length, 1);
  });

  it("offers to install a catalogue model that is missing, and no other", async () => {
    const { models, statuses, backends } = service();
    await models.choose(choice);
    backends[0]?.show({ state: "missing", message: "Not there." });
    assert.equal(statuses.at(-1)?.installable, "starter");
    await models.choose(own("/own/file.gguf"));
    backends[1]?.show({ state: "missing", message: "Not there." });
    assert.equal(statuses.at(-1)?.installable, undefined);
  });

  it("says which models there are when there is none of that name", async () => {
    const { models, statuses } = service();
    await models.choose({ ...choice, id: "nonesuch" });
    assert.equal(statuses.at(-1)?.state, "failed");
    assert.match(statuses.at(-1)?.message ?? "", /nonesuch.*starter/);
    await assert.rejects(textOf(models), { name: "ModelError" });
  });

  it("stays paused and stays warm across a change of model", async () => {
    const { models, backends } = service();
    models.warm();
    await models.choose(own("/own/first.gguf"));
    assert.deepEqual(backends[0]?.calls, ["warm"]);
    await models.setPaused(true);
    await models.choose(own("/own/second.gguf"));
    assert.deepEqual(backends[1]?.calls, ["pause"]);
    await models.setPaused(false);
    assert.deepEqual(backends[1]?.calls, ["pause", "resume"]);
  });

  it("uses a server elsewhere while there is one, and says where text goes", async () => {
    const { models, statuses, backends } = service();
    const remote = { url: "https://gpu.example.org", model: "Meditron3-70B", certificates: "", ahead: false };
    await models.choose({ ...choice, remote });
    assert.equal(await textOf(models), "text of Meditron3-70B");
    assert.equal(statuses.at(-1)?.model, "Meditron3-70B on gpu.example.org");
    assert.deepEqual(statuses.at(-1)?.remote, { host: "gpu.example.org", encrypted: true });
    await models.choose({ ...choice, remote: { ...remote, url: "http://localhost:11434" } });
    assert.equal(statuses.at(-1)?.remote, undefined);
    await models.choose(choice);
    assert.deepEqual(backends[1]?.calls, ["dispose"]);
    assert.doesNotMatch(statuses.at(-1)?.model ?? "", /on localhost/);
  });

  it("tries a failed model again when it is resumed, and refuses everything once disposed", async () => {
    const { models, backends } = service();
    await models.choose(choice);
    backends[0]?.show({ state: "failed", message: "Broken." });
    await models.setPaused(false);
    assert.deepEqual(backends[0]?.calls, ["retry"]);
    await models.dispose();
    await assert.rejects(textOf(models), { name: "ModelError", code: "disposed" });
  });
});
