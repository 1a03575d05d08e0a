// The language server's entry. Editors that fork it talk over the process channel, all others over stdio.

import { saveMemory } from "./heap.ts";

saveMemory(true);
const { composeServer } = await import("./compose.ts");
const { localEngine } = await import("./engine.ts");
const { ipcTransport, stdioTransport } = await import("./transport.ts");

composeServer(process.argv.includes("--node-ipc") ? ipcTransport() : stdioTransport(), localEngine);
