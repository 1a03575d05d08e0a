// Settings as clients really answer them: nothing, nonsense, errors, never, pushed instead of asked for.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { Client, type ClientOptions, fullCapabilities, neverAnswer, refuseConfiguration } from "./client.ts";
import { guidelineText } from "./texts.ts";

const uri = "file:///settings/guideline.md";
const pushOnly = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, configuration: false },
};

describe("settings", () => {
  let client: Client;
  afterEach(async () => {
    assert.deepEqual(await client.stop(), { code: 0, signal: null });
    assert.deepEqual(client.errors, []);
  });

  async function start(options: ClientOptions): Promise<void> {
    client = await Client.start(options);
    client.open(uri, guidelineText);
  }
  const severity = async (of = uri) => {
    const params = { textDocument: { uri: of } };
    const { items } = await client.request<{ items: { severity: number }[] }>(
      "textDocument/diagnostic",
      params,
    );
    return items.map((item) => item.severity);
  };
  const shown = () => client.sent<{ type: number; message: string }>("window/showMessage");
  const shownAsRequests = () => client.sent("window/showMessageRequest");
  const information = [3];

  test("a client that answers nothing usable gets the defaults, and no message", async () => {
    await start({});
    const answers = [undefined, null, {}, refuseConfiguration, "always", [[], []], 7, { unknown: true }];
    for (const settings of answers) {
      client.settings = { rules: { "abbreviation-undefined": "error" } };
      client.notify("workspace/didChangeConfiguration", { settings: null });
      assert.deepEqual(await severity(), [1]);
      client.settings = settings;
      client.notify("workspace/didChangeConfiguration", { settings: null });
      assert.deepEqual(await severity(), information, JSON.stringify(settings));
    }
    assert.deepEqual(shown(), []);
  });

  test("a client that answers no list at all gets the defaults", async () => {
    client = new Client();
    client.connection.onRequest("workspace/configuration", () => null);
    await client.initialize();
    client.open(uri, guidelineText);
    assert.deepEqual(await severity(), information);
    assert.deepEqual(shown(), []);
  });

  test("a client that never answers gets the defaults; what it answers late still counts", async () => {
    let answer = (_settings: unknown) => {};
    const late = new Promise<unknown>((resolve) => {
      answer = resolve;
    });
    await start({
      settings: ({ scopeUri }: { scopeUri?: string }) => (scopeUri === uri ? late : neverAnswer()),
    });
    assert.deepEqual(await severity(), information);
    const refreshes = () => client.sent("workspace/diagnostic/refresh").length;
    const before = refreshes();
    answer({ rules: { "abbreviation-undefined": "error" } });
    await client.until(() => refreshes() > before || undefined);
    assert.deepEqual(await severity(), [1]);
  });

  test("a value that cannot be used is replaced and told once, by its name", async () => {
    await start({
      settings: { enable: "perhaps", completion: { deadline: -1 }, rules: { "no-such-rule": "error" } },
    });
    assert.deepEqual(await severity(), information);
    const other = `${uri}.other.md`;
    client.open(other, guidelineText);
    assert.deepEqual(await severity(other), information);
    client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await severity(), information);
    for (const named of ["guidewright.enable", "guidewright.completion.deadline", "no-such-rule"]) {
      const about = shown().filter(({ message }) => message.includes(named));
      assert.equal(about.length, 1, named);
      assert.equal(about[0]?.type, 2);
    }
    assert.equal(shown().length, 3);
    assert.deepEqual(shownAsRequests(), [], "no client need answer it");
  });

  test("rules take the severity that is set for them", async () => {
    await start({ settings: { rules: { "abbreviation-undefined": "warning" } } });
    assert.deepEqual(await severity(), [2]);
    client.settings = { rules: { "abbreviation-undefined": "off" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual(await severity(), []);
  });

  test("a client that cannot be asked may send its settings", async () => {
    const initializationOptions = { rules: { "abbreviation-undefined": "warning" } };
    await start({ capabilities: pushOnly, params: { initializationOptions } });
    assert.deepEqual(await severity(), [2]);
    const settings = { guidewright: { rules: { "abbreviation-undefined": "hint" } } };
    client.notify("workspace/didChangeConfiguration", { settings });
    assert.deepEqual(await severity(), [4]);
    for (const misshapen of [{}, { settings: null }, { settings: "x" }, { settings: { guidewright: 7 } }]) {
      client.notify("workspace/didChangeConfiguration", misshapen);
      assert.ok([3, 4].includes((await severity())[0] ?? 0));
    }
    assert.deepEqual(client.sent("workspace/configuration"), []);
  });

  test("settings are asked for once for each document, until they change", async () => {
    await start({});
    for (let i = 0; i < 5; i++) await severity();
    const scopes = () =>
      client
        .sent<{ items: { section: string; scopeUri?: string }[] }>("workspace/configuration")
        .flatMap(({ items }) => items);
    const section = "guidewright";
    const once = [{ section }, { section, scopeUri: uri }];
    assert.deepEqual(scopes(), once);
    client.close(uri);
    client.open(uri, guidelineText);
    await severity();
    assert.deepEqual(scopes().slice(2), [{ section, scopeUri: uri }]);
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await severity();
    assert.deepEqual(
      scopes()
        .slice(3)
        .sort((a, b) => ((a.scopeUri ?? "") < (b.scopeUri ?? "") ? -1 : 1)),
      once,
    );
  });

  test("which model runs is a matter of the machine: a folder has no say in it", async () => {
    const model = (name: string) => ({ model: { path: `/${name}.gguf` } });
    await start({
      settings: ({ scopeUri }: { scopeUri?: string }) => model(scopeUri === undefined ? "machine" : "folder"),
    });
    await severity();
    const { model: name } = await client.until(() => client.statuses[0]);
    assert.equal(name, "machine");
    client.settings = () => model("another");
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.statuses.find((status) => status.model === "another"));
    assert.ok(client.statuses.every((status) => status.model !== "folder"));
  });
});
