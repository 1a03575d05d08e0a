// A server that says exactly the bytes that a test gives it, or nothing: for what no HTTP library would send.

import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

export class RawServer {
  /** One entry a connection. */
  readonly connections: Socket[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(onConnection: (socket: Socket) => void): Promise<RawServer> {
    const raw = new RawServer(createServer());
    raw.#server.on("connection", (socket) => {
      raw.connections.push(socket);
      socket.on("error", () => {});
      onConnection(socket);
    });
    await new Promise<void>((resolve) => raw.#server.listen(0, "127.0.0.1", resolve));
    return raw;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
