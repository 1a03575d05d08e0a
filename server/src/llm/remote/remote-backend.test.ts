// The Backend on a server elsewhere: it obeys the contract with every kind of server, sends nothing before it may,
// and says what is wrong in the user's words.
import { after } from "node:test";
import { backendContract } from "../../../../test/support/backend-contract.ts";
import { RemoteServer, type RemoteServerOptions } from "../../../../test/support/remote-server.ts";
import { RemoteBackend, type RemoteOptions } from "./remote-backend.ts";

const servers: RemoteServer[] = [];
const backends: RemoteBackend[] = [];

async function serve(options: RemoteServerOptions): Promise<RemoteServer> {
  const server = await RemoteServer.start(options);
  servers.push(server);
  return server;
}

function backendOn(server: { readonly url: string }, options: Partial<RemoteOptions> = {}): RemoteBackend {
  const backend = new RemoteBackend({
    choice: { url: server.url, model: "", certificates: "", ahead: false },
    access: async () => ({ allowed: true }),
    retrying: { most: 3, pauseMs: 1, longestMs: 1000, random: () => 0.5, wait: async () => {} },
    ...options,
  });
  backends.push(backend);
  return backend;
}

after(async () => {
  for (const backend of backends.splice(0)) await backend.dispose();
  for (const server of servers.splice(0)) await server.stop();
});

for (const kind of ["vllm", "llama-server"] as const) {
  backendContract(`A remote engine on ${kind}`, async () => backendOn(await serve({ kind })));
}
