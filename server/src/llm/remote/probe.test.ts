// What a server is found to be: the program, the model, the context. Nothing is generated to find out.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { RemoteServer, type RemoteServerOptions } from "../../../../test/support/remote-server.ts";
import { ModelError, type ModelErrorCode } from "../errors.ts";
import { parseAddress } from "./address.ts";
import { Client } from "./client.ts";
import { Connection } from "./connection.ts";
import { probe } from "./probe.ts";

const never = new AbortController().signal;
const endings: (() => unknown)[] = [];
after(async () => {
  for (const end of endings.toReversed()) await end();
});

async function look(options: RemoteServerOptions, wanted = "") {
  const server = await RemoteServer.start(options);
  const client = new Client(new Connection({ address: parseAddress(server.url) }));
  endings.push(
    () => server.stop(),
    () => client.close(),
  );
  const offer = await probe(client, wanted, never);
  assert.equal(server.asked.length, 0);
  return offer;
}

const fails = (code: ModelErrorCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ModelError && error.code === code, String(error));
  assert.match(`${error.message} ${error.advice}`, words);
  return true;
};

describe("a server is known", () => {
  for (const kind of ["vllm", "llama-server", "ollama", "lm-studio"] as const)
    test(`as ${kind}, with its context`, async () => {
      assert.deepEqual(await look({ kind, contextSize: 8192 }), {
        kind,
        model: "meditron",
        contextSize: 8192,
      });
    });

  test("as none of these, with no word of its context", async () => {
    assert.deepEqual(await look({ kind: "openai" }), {
      kind: "openai",
      model: "meditron",
      contextSize: undefined,
    });
  });
});

describe("the model", () => {
  const models = ["qwen", "OpenMeditron/Meditron3-70B"];

  test("is the one that the settings name, else the only one or the only Meditron", async () => {
    assert.equal((await look({ kind: "vllm", models }, "qwen")).model, "qwen");
    assert.equal((await look({ kind: "vllm", models })).model, "OpenMeditron/Meditron3-70B");
    assert.equal(
      (await look({ kind: "ollama", models: ["meditron3:latest", "qwen"] }, "meditron3")).model,
      "meditron3:latest",
    );
  });

  test("that is not there, or could be several, is asked for with what there is", async () => {
    await assert.rejects(
      look({ kind: "vllm", models }, "llama"),
      fails("remote-missing", /no model “llama”, but “qwen”, .*remote\.model/),
    );
    await assert.rejects(
      look({ kind: "vllm", models: ["a", "b"] }),
      fails("remote-missing", /several models: “a”, “b”/),
    );
    await assert.rejects(look({ kind: "vllm", models: [] }), fails("remote-missing", /lists no model/));
  });

  test("that Ollama only passes on to its cloud is refused", async () => {
    const cloud = look({ kind: "ollama", models: ["gpt-oss:120b-cloud"], cloud: "https://ollama.com:443" });
    await assert.rejects(
      cloud,
      fails("remote-elsewhere", /sent on to https:\/\/ollama\.com:443\. It was not sent/),
    );
  });
});

test("whatever a server says of itself, it is an offer or an error in the user's words", async () => {
  const value = fc.jsonValue();
  const model = fc.record({
    id: fc.oneof(fc.constant("meditron"), value),
    owned_by: value,
    meta: value,
    max_model_len: value,
  });
  const listed = fc.record({ data: fc.oneof(value, fc.array(fc.oneof(model, value))) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(listed, fc.dictionary(fc.string(), value)), { minLength: 5 }),
      async (answers) => {
        let next = 0;
        const client = {
          address: parseAddress("http://h"),
          json: async () => answers[next++ % answers.length],
        };
        try {
          const offer = await probe(client as unknown as Client, "", never);
          assert.equal(typeof offer.model, "string");
          assert.ok(offer.contextSize === undefined || offer.contextSize > 0);
        } catch (error) {
          assert.ok(error instanceof ModelError, String(error));
        }
      },
    ),
    { numRuns: 200 },
  );
});
