// The models folder with the model in use beside it: terms before anything else, speeds by measurement, files of the
// user's own. The hub is a local server, the model a script.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { HubServer } from "../../../test/support/hub-server.ts";
import { starterPath } from "../../../test/support/local-engine.ts";
import { ScriptedBackend } from "../../../test/support/scripted-backend.ts";
import { content } from "../../../test/support/small-model.ts";
import type { Statistics } from "./backend.ts";
import { catalogueEntry } from "./catalogue/catalogue.ts";
import type { BackendStatus } from "./local-backend.ts";
import { type ManagedBackend, type ModelChoice, ModelService, type ServiceStatus } from "./model-service.ts";
import { ModelShelf } from "./shelf.ts";

/** As fast as this, on a GPU that is large. */
class Measured extends ScriptedBackend implements ManagedBackend {
  status: BackendStatus = { state: "idle", message: "Idle." };
  onStatus = () => () => {};
  pause = async () => {};
  resume = () => {};
  retry = async () => {};
  warm = async () => {};
  override async statistics(): Promise<Statistics> {
    const speeds = this.requests.length > 0 ? { prefillSpeed: 100, decodeSpeed: 20 } : {};
    return { model: "", requests: 0, promptTokens: 0, reusedTokens: 0, gpuMemory: 24e9, ...speeds };
  }
}

const usual: ModelChoice = { id: "meditron3-8b", path: "", gpu: "off", threads: 0, contextSize: 4096 };
const never = new AbortController().signal;

let dir: string;
let hub: HubServer;
let made: Measured[];
let statuses: ServiceStatus[];
let models: ModelService;
let shelf: ModelShelf;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "guidewright-shelf-"));
  hub = await HubServer.start({ content });
  made = [];
  statuses = [];
  const create = () => {
    const backend = new Measured(["words"]);
    made.push(backend);
    return backend;
  };
  const onStatus = (status: ServiceStatus) => void statuses.push(status);
  models = new ModelService({ modelsDir: dir, create, createRemote: async () => create(), onStatus });
  shelf = new ModelShelf(dir, models);
  shelf.downloadFrom(hub.endpoint);
});
afterEach(async () => {
  await models.dispose();
  hub.close();
  await rm(dir, { recursive: true });
});

const offerOf = async (id: string, measure = false) =>
  (await shelf.offers(measure, never)).find(({ entry }) => entry.id === id) ?? assert.fail(id);

describe("terms", () => {
  test("come before loading, even of a file that is there; once they are accepted it is used", async () => {
    await writeFile(join(dir, catalogueEntry("meditron3-8b")!.file), content);
    await models.choose(usual);
    assert.equal(made.length, 0);
    const { state, installable, message } = statuses.at(-1)!;
    assert.deepEqual([state, installable], ["missing", "meditron3-8b"]);
    assert.match(message, /have not been accepted/);
    await assert.rejects(models.info(), { code: "not-accepted" });
    await shelf.accept("meditron3-8b");
    assert.equal(made.length, 1);
    await models.info();
  });

  test("hold for a catalogue's file wherever it lies", async () => {
    await models.choose({ ...usual, path: join("elsewhere", catalogueEntry("meditron3-70b")!.file) });
    assert.equal(made.length, 0);
    assert.equal(statuses.at(-1)?.installable, undefined);
  });

  test("come before downloading", async () => {
    const install = () => shelf.install("meditron3-8b", {}, never, () => {});
    await assert.rejects(install(), { code: "not-accepted" });
    assert.equal(hub.seen.length, 0);
    await shelf.accept("meditron3-8b");
    await install();
    const { installed, accepted } = await offerOf("meditron3-8b");
    assert.deepEqual([installed, accepted], [true, true]);
  });
});

describe("what there is to choose from", () => {
  test("speeds are those of the model in use, scaled, and only once they were measured", async () => {
    await models.choose({ ...usual, id: "starter" });
    assert.equal((await offerOf("starter")).speed, undefined);
    assert.equal(made[0]?.requests.length, 0);
    const { speed } = await offerOf("starter", true);
    assert.deepEqual([speed?.reading, speed?.writing], [100, 20]);
    assert.ok((await offerOf("meditron3-8b")).speed!.writing < 2);
    assert.equal(made[0]?.requests[0]?.lane, "background");
  });

  test("a GPU counts where the engine has one; a model that cannot be asked hinders nothing", async () => {
    await models.choose({ ...usual, id: "starter" });
    assert.equal((await offerOf("meditron3-8b")).fit, "gpu");
    await models.choose(usual);
    assert.notEqual((await offerOf("meditron3-8b", true)).fit, "gpu");
  });

  test("nothing is sent to a server elsewhere to learn how fast this machine is", async () => {
    const remote = { url: "https://gpu.example", model: "", certificates: "", ahead: false };
    await models.choose({ ...usual, remote });
    await shelf.offers(true, never);
    assert.equal(made[0]?.requests.length, 0);
  });

  test("a file of the user's own tells what it is; one that is broken, why", async () => {
    const { shape, need, offer } = await shelf.inspect(await starterPath(), never);
    assert.equal(shape.family, "llama");
    assert.ok(need! > shape.size);
    assert.equal(offer?.entry.id, "starter");
    const broken = join(dir, "broken.gguf");
    await writeFile(broken, "words");
    await assert.rejects(shelf.inspect(broken, never), { code: "file-not-gguf" });
  });
});
