// A process that has a model host as its child and tells its pid, for the test that kills the parent.
import { starterBackend } from "./local-engine.ts";

const backend = await starterBackend();
await backend.warm();
process.send?.(backend.pid);
