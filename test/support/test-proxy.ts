// A proxy that leads every request and every tunnel to one server of this machine, whatever host is asked for, and
// notes what was asked of it. It must not know who asks.
import { createServer, request as forward, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";

export class TestProxy {
  /** Addresses of requests; of tunnels the host, and the credentials if any came along. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(port: number) {
    this.#server = createServer((request, response) => {
      const { url = "", method, headers } = request;
      this.asked.push(url);
      const { pathname, search } = new URL(url);
      const there = forward(
        { host: "127.0.0.1", port, path: pathname + search, method, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      there.on("error", () => response.destroy());
      request.pipe(there);
    });
    this.#server.on("connect", ({ url = "", headers }, socket) => {
      this.asked.push(`${url} ${headers["proxy-authorization"] ?? ""}`.trim());
      const far = connect(port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        far.pipe(socket).pipe(far);
      });
      far.on("error", () => socket.destroy());
      socket.on("error", () => far.destroy());
    });
  }

  static async before(port: number): Promise<TestProxy> {
    const proxy = new TestProxy(port);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
