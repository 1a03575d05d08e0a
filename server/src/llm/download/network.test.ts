// Downloads go through the proxy that is named, and past it where that is said.
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { TestProxy } from "../../../../test/support/test-proxy.ts";
import { type NetworkOptions, openNetwork } from "./network.ts";

let target: Server;
let proxy: TestProxy;
const portOf = (server: Server) => (server.address() as AddressInfo).port;

before(async () => {
  target = createServer((_request, response) => response.end("the file"));
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  proxy = await TestProxy.before(portOf(target));
});
after(() => {
  target.closeAllConnections();
  target.close();
  proxy.stop();
});
beforeEach(() => {
  proxy.asked.length = 0;
});

async function textBy(options: NetworkOptions): Promise<string> {
  const network = await openNetwork(options);
  try {
    const response = await network.fetch(`http://localhost:${portOf(target)}/model.gguf`);
    return await response.text();
  } finally {
    await network.close();
  }
}

describe("the way to the network", () => {
  const address = () => proxy.url;

  test("straight, when no proxy is named", async () => {
    assert.equal(await textBy({ env: {} }), "the file");
    assert.deepEqual(proxy.asked, []);
  });

  test("through the environment's proxy, or the user's before it", async () => {
    await textBy({ env: { HTTP_PROXY: address() } });
    assert.equal(proxy.asked.length, 1);
    await textBy({ env: { ALL_PROXY: address() } });
    assert.equal(proxy.asked.length, 2);
    const unreachable = { http_proxy: "http://127.0.0.1:1" };
    await textBy({ proxy: address(), env: unreachable });
    assert.equal(proxy.asked.length, 3);
    await assert.rejects(textBy({ env: unreachable }));
  });

  test("with the proxy's user and password", async () => {
    await textBy({ proxy: address().replace("//", "//nurse:secret@"), env: {} });
    assert.equal(proxy.asked.length, 1);
    assert.ok(
      proxy.asked[0]?.endsWith(`Basic ${Buffer.from("nurse:secret").toString("base64")}`),
      proxy.asked[0],
    );
  });

  test("past the proxy, for hosts that are named", async () => {
    assert.equal(
      await textBy({ env: { HTTP_PROXY: address(), NO_PROXY: "example.org,localhost" } }),
      "the file",
    );
    assert.equal(await textBy({ proxy: address(), noProxy: "localhost", env: {} }), "the file");
    assert.deepEqual(proxy.asked, []);
  });
});
