// A process that starts a program as the bench does, tells its number, and fails when it is told so.
import { createServer } from "node:net";
import { onLeash } from "../bench/engine/leashed.ts";

const tell = createServer((socket) => socket.on("data", (data) => process.send?.(Number(data.toString()))));
tell.listen(0, "127.0.0.1", () => {
  const { port } = tell.address() as { port: number };
  const script = `require("node:net").connect(${port}, "127.0.0.1").on("error", () => {}).write(String(process.pid));
    setInterval(() => {}, 1e6);`;
  onLeash(process.execPath, ["-e", script], "ignore");
});
process.on("message", () => {
  throw new Error("The bench fails.");
});
