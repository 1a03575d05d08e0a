// Runs a program that ends with whoever started it, however that one ends: `fork` this file with the program and
// its arguments. It has the priority of a model host. It must not know which program that is.

import { spawn } from "node:child_process";
import { lowerPriority } from "../../../server/src/llm/host/priority.ts";

const [program = "", ...args] = process.argv.slice(2);
lowerPriority();
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
const end = () => child.kill("SIGKILL");
child.once("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once("exit", (code) => process.exit(code ?? 1));
process.once("disconnect", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
if (!process.connected) end();
