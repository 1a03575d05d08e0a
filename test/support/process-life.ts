// The longest life of a process that a test starts: that of the tests of its file. A server that a failed test
// left behind would keep its pipes open, and with them the test process, for ever. It must not know what is run.
import { setMaxListeners } from "node:events";
import { after } from "node:test";

const over = new AbortController();
setMaxListeners(0, over.signal);
// The benchmarks use the same clients, and have no tests that end.
if (process.env.NODE_TEST_CONTEXT !== undefined) after(() => over.abort());

/** Options for spawn, fork and execFile. A child that is ended so says it by an error event. */
export const endsWithTests = { signal: over.signal, killSignal: "SIGKILL" } as const;
