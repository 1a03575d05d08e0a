// The suite for the packaged extension, installed from its VSIX.

import { runMocha } from "./run-mocha.ts";

export const run = (): Promise<void> => runMocha(() => import("./packaged.test.ts"));
