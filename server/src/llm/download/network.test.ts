// Downloads go through the proxy that is named, and past it where that is said.
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { type NetworkOptions, openNetwork } from "./network.ts";

let target: Server;
let proxy: Server;
const tunnels: string[] = [];
const portOf = (server: Server) => (server.address() as AddressInfo).port;

before(async () => {
  target = createServer((_request, response) => response.end("the file"));
  proxy = createServer((request, response) => {
    tunnels.push(request.url ?? "");
    response.end("through the proxy");
  });
  proxy.on("connect", ({ url = "", headers }, socket) => {
    tunnels.push(`${url} ${headers["proxy-authorization"] ?? ""}`.trim());
    const far = connect(portOf(target), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      far.pipe(socket).pipe(far);
    });
    far.on("error", () => socket.destroy());
    socket.on("error", () => far.destroy());
  });
  for (const server of [target, proxy])
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
after(() => {
  for (const server of [target, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  tunnels.length = 0;
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
  const address = () => `http://127.0.0.1:${portOf(proxy)}`;

  test("straight, when no proxy is named", async () => {
    assert.equal(await textBy({ env: {} }), "the file");
    assert.deepEqual(tunnels, []);
  });

  test("through the environment's proxy, or the user's before it", async () => {
    await textBy({ env: { HTTP_PROXY: address() } });
    assert.equal(tunnels.length, 1);
    await textBy({ env: { ALL_PROXY: address() } });
    assert.equal(tunnels.length, 2);
    const unreachable = { http_proxy: "http://127.0.0.1:1" };
    await textBy({ proxy: address(), env: unreachable });
    assert.equal(tunnels.length, 3);
    await assert.rejects(textBy({ env: unreachable }));
  });

  test("with the proxy's user and password", async () => {
    await textBy({ proxy: address().replace("//", "//nurse:secret@"), env: {} });
    assert.equal(tunnels.length, 1);
    assert.ok(tunnels[0]?.endsWith(`Basic ${Buffer.from("nurse:secret").toString("base64")}`), tunnels[0]);
  });

  test("past the proxy, for hosts that are named", async () => {
    assert.equal(
      await textBy({ env: { HTTP_PROXY: address(), NO_PROXY: "example.org,localhost" } }),
      "the file",
    );
    assert.equal(await textBy({ proxy: address(), noProxy: "localhost", env: {} }), "the file");
    assert.deepEqual(tunnels, []);
  });
});
