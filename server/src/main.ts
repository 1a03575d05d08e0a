// The language server's entry. Editors that fork it talk over the process channel, all others over stdio.

import { composeServer } from "./compose.ts";
import { localEngine } from "./engine.ts";
import { ipcTransport, stdioTransport } from "./transport.ts";

composeServer(process.argv.includes("--node-ipc") ? ipcTransport() : stdioTransport(), localEngine);
