// Thousands of random edits and requests against the real server process. GUIDEWRIGHT_SEED repeats a run,
// GUIDEWRIGHT_STEPS makes it longer.
import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, type TestContext, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "vscode-languageserver";
import { Client, type ClientOptions, fullCapabilities } from "./client.ts";
import { chanceFrom } from "./random.ts";
import { RandomSession } from "./random-session.ts";
import { guidelineText } from "./texts.ts";

const seed = Number(process.env.GUIDEWRIGHT_SEED ?? 1);
const steps = Number(process.env.GUIDEWRIGHT_STEPS ?? 3000);
const settings = { enable: "always", completion: { deadline: 60_000 } };
const { diagnostic: _asked, ...textDocument } = fullCapabilities.textDocument ?? {};
const pushed: ClientOptions = { settings, capabilities: { ...fullCapabilities, textDocument } };
/** Milliseconds after which nothing more is expected of a server. */
const patience = 30_000;
const row = JSON.stringify({ condition: "Severe malaria", supports: "Fever", against: "No travel" });

async function start(t: TestContext, options: ClientOptions): Promise<Client> {
  const client = await Client.start(options);
  t.after(() => client.child.kill("SIGKILL"));
  await client.script({ answers: [row], otherwise: " and give fluids, 500 mg | x" });
  return client;
}

const withoutUri = (items: readonly Diagnostic[]) =>
  JSON.parse(JSON.stringify(items).replaceAll(/"uri":"[^"]*"/g, '"uri":""')) as Diagnostic[];

async function pull(client: Client, uri: string): Promise<Diagnostic[]> {
  const params = { textDocument: { uri } };
  const { items } = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", params);
  return withoutUri(items);
}

/** What a server says of a text that it has never seen before. */
let texts = 0;
async function fresh(client: Client, text: string | undefined): Promise<Diagnostic[]> {
  if (text === undefined) return [];
  const uri = `file:///random/fresh-${texts++}.md`;
  client.open(uri, text);
  const items = await pull(client, uri);
  client.close(uri);
  return items;
}

async function run(client: Client, t: TestContext, same: (session: RandomSession) => Promise<void>) {
  t.diagnostic(`GUIDEWRIGHT_SEED=${seed} GUIDEWRIGHT_STEPS=${steps}`);
  const session = new RandomSession(client, chanceFrom(seed));
  try {
    for (let step = 1; step <= steps; step++) {
      session.step();
      if (step % 40 === 0) await session.answered();
      if (step % 400 === 0 || step === steps) await same(session);
    }
  } catch (error) {
    throw new Error(`With GUIDEWRIGHT_SEED=${seed}: ${(error as Error).message}`, { cause: error });
  }
  return session;
}

/** Each request has one reply, nothing was logged as an error, and no text was changed by the server. */
function behaved(client: Client): void {
  const ids = client.received.flatMap((message) =>
    "method" in message ? [] : [(message as { id?: number }).id ?? -1],
  );
  const sorted = ids.toSorted((a, b) => a - b);
  assert.deepEqual(
    sorted,
    Array.from(sorted, (_, i) => i),
  );
  assert.deepEqual(client.sent("workspace/applyEdit"), []);
  assert.deepEqual(client.errors, []);
}

describe("random sessions", { concurrency: 1 }, () => {
  test("answers fit their text, and diagnostics are those of a fresh server", async (t) => {
    const [client, other] = await Promise.all([start(t, { settings }), start(t, { settings })]);
    const session = await run(client, t, async ({ documents }) => {
      for (const { uri, texts } of documents)
        assert.deepEqual(await pull(client, uri), await fresh(other, texts.at(-1)), uri);
    });
    t.diagnostic(`${session.requests} requests`);
    behaved(client);
    assert.deepEqual(await client.stop(), { code: 0, signal: null });
    const last = await start(t, { settings });
    for (const { texts } of session.documents)
      assert.deepEqual(await fresh(last, texts.at(-1)), await fresh(other, texts.at(-1)));
    await Promise.all([other.stop(), last.stop()]);
  });

  test("pushed diagnostics end up as those of a fresh server", async (t) => {
    const [client, other] = await Promise.all([start(t, pushed), start(t, { settings })]);
    await run(client, t, async ({ documents }) => {
      const marker = `file:///random/marker-${texts++}.md`;
      client.open(marker, guidelineText);
      await client.until(() => client.published.find(({ uri }) => uri === marker));
      assert.deepEqual(client.errors, []);
      for (const { uri, texts } of documents) {
        const last = () =>
          withoutUri(client.published.findLast((published) => published.uri === uri)?.diagnostics ?? []);
        const right = await fresh(other, texts.at(-1));
        // The server looks at the disk for each document, and whichever answer comes first is sent first.
        const arrived = client.until(() => isDeepStrictEqual(last(), right) || undefined);
        await Promise.race([arrived, once(AbortSignal.timeout(patience), "abort")]);
        assert.deepEqual(last(), right, uri);
      }
    });
    behaved(client);
    await Promise.all([client.stop(), other.stop()]);
  });
});
