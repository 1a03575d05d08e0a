// Requests of several lanes in one real host with the starter model: who is interrupted writes the same text
// as undisturbed, the newest inline request wins, deadlines hold, and what is prepared need not be read again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { collect, contractSchema } from "../../../../test/support/backend-contract.ts";
import { starterBackend } from "../../../../test/support/local-engine.ts";
import type { Chunks, CompleteRequest } from "../backend.ts";
import type { LocalBackend } from "../local-backend.ts";

const never = new AbortController().signal;
const guideline = readFileSync(
  new URL("../../../../test/guidelines/severe-malaria-ministry.md", import.meta.url),
  "utf8",
);
const schema = { type: "object", properties: { name: { type: "string" }, ...contractSchema.properties } };

describe("requests in several lanes", () => {
  let backend: LocalBackend;
  before(async () => {
    backend = await starterBackend();
  });
  after(() => backend.dispose());

  const inline = (prefix: string, more: Partial<CompleteRequest> = {}) =>
    collect(backend.complete({ prefix, maxTokens: 3, heal: true, lane: "inline", ...more }, never));
  /** How many tokens of prompts were read for a piece of work. */
  const readFor = async (work: () => Promise<unknown>) => {
    const { promptTokens, reusedTokens } = await backend.statistics();
    await work();
    const now = await backend.statistics();
    return now.promptTokens - promptTokens - (now.reusedTokens - reusedTokens);
  };

  const draft = { prefix: `${guideline.slice(0, 300)}\n\nGive`, maxTokens: 16, lane: "draft" } as const;
  const undisturbed: readonly (readonly [string, () => Chunks])[] = [
    ["greedy", () => backend.complete(draft, never)],
    ["seeded", () => backend.complete({ ...draft, temperature: 1, seed: 7 }, never)],
    ["in a schema", () => backend.generate({ ...draft, temperature: 0.8, seed: 3, schema }, never)],
    ["scored", () => scores()],
  ];
  async function* scores() {
    const choices = [" artesunate", " a dose of quinine", " nothing at all"];
    yield { text: (await backend.score({ ...draft, choices }, never)).join() };
    return undefined;
  }

  for (const [name, write] of undisturbed)
    test(`interrupted by all more urgent lanes: the same text, ${name}`, async () => {
      const whole = await collect(write());
      // Another text in the same lane, so that the prompt has to be read again.
      await collect(backend.complete({ prefix: "Something else", maxTokens: 1, lane: "draft" }, never));
      let text = "";
      const first = inline(`${guideline.slice(1200, 1400)} and`);
      for await (const chunk of write()) {
        text += chunk.text;
        const explain = { prefix: `What is ${text.length}?`, maxTokens: 2, lane: "explain" } as const;
        await Promise.all([inline(`The dose is ${text.length}`), collect(backend.complete(explain, never))]);
      }
      await first.catch(() => {});
      assert.equal(text, whole);
    });

  test("a draft pauses while an inline request is answered, and goes on", async () => {
    let written = 0;
    let answered: number | undefined;
    for await (const _ of backend.complete({ ...draft, maxTokens: 40 }, never)) {
      if (written++ === 0)
        void inline(guideline.slice(2000, 2400), { maxTokens: 16 }).then(() => {
          answered = written;
        });
    }
    // A token or two may be on their way when the request comes.
    assert.ok(answered !== undefined && answered <= 4, `${answered} tokens meanwhile`);
    assert.ok(written > answered);
  });

  test("the newest inline request wins: an older one that runs or waits is told so", async () => {
    const requests = [0, 1, 2, 3].map((at) => inline(guideline.slice(at, 400 + at), { maxTokens: 8 }));
    const results = await Promise.allSettled(requests);
    assert.equal(results.at(-1)?.status, "fulfilled");
    for (const result of results.slice(0, -1))
      assert.equal(result.status === "rejected" && result.reason.code, "superseded");
  });

  test("a draft and an explanation leave the typing's cache alone, a look elsewhere too", async () => {
    const here = `${guideline.slice(0, 400)}\n\nGive fluids`;
    await inline(here);
    await collect(backend.complete({ ...draft, maxTokens: 2 }, never));
    await collect(
      backend.complete({ prefix: guideline.slice(900, 1100), maxTokens: 2, lane: "explain" }, never),
    );
    for (const at of [100, 400, 700]) await backend.prepare({ prefix: guideline.slice(at, at + 200) }, never);
    assert.ok((await readFor(() => inline(`${here} slowly`))) <= 4);
    // What was written before stays, too.
    assert.ok((await readFor(() => inline(here))) <= 4);
  });

  test("what is prepared is not read again, and a request makes preparing step aside", async () => {
    const prefix = guideline.slice(300, 700);
    await backend.prepare({ prefix }, never);
    assert.ok((await readFor(() => inline(prefix))) <= 4);
    const preparing = backend.prepare({ prefix: guideline.slice(50, 9000) }, never);
    const near = guideline.slice(50, 250);
    await inline(near);
    await preparing;
    // What it had read serves the request.
    assert.ok((await readFor(() => inline(near))) <= 4);
  });

  test("without a first token in time: a typed error, and what was read is kept", async () => {
    const prefix = guideline.slice(123, 700);
    const late = backend.complete({ prefix, maxTokens: 4, lane: "explain", prefillMs: 1 }, never);
    await assert.rejects(collect(late), { code: "too-slow" });
    const soon = backend.complete({ prefix, maxTokens: 4, lane: "explain", prefillMs: 600_000 }, never);
    assert.notEqual(await collect(soon), "");
  });

  test("when time is up, the text ends early and says so", async () => {
    const endings: unknown[] = [];
    for (const more of [{ decodeMs: 0 }, { decodeMs: 600_000, maxTokens: 2 }, { stop: [" "] }]) {
      const chunks = backend.complete({ ...draft, ...more }, never)[Symbol.asyncIterator]();
      let result = await chunks.next();
      while (!result.done) result = await chunks.next();
      endings.push(result.value);
    }
    assert.deepEqual(endings, ["deadline", "length", "stop"]);
  });

  test("a host that is only typed with holds half of the memory for what is read", async () => {
    const fresh = await starterBackend({ settings: { gpu: "off", contextSize: 4096 } });
    const memoryAfter = async (lane: "inline" | "draft") => {
      await collect(fresh.complete({ prefix: "Give", maxTokens: 2, lane }, never));
      return (await fresh.statistics()).memory!;
    };
    const typing = await memoryAfter("inline");
    // Two sequences of 4,096 tokens, 23 kB each.
    assert.ok((await memoryAfter("draft")) - typing > 100e6);
    await fresh.dispose();
  });

  test("tells what it has measured", async () => {
    const { prefillSpeed, decodeSpeed, firstToken, memory, threads, contextSize } =
      await backend.statistics();
    for (const figure of [prefillSpeed, decodeSpeed, firstToken?.last, firstToken?.median, memory])
      assert.ok(figure !== undefined && figure > 0);
    assert.ok(threads! >= 1 && contextSize! >= 512);
  });
});
