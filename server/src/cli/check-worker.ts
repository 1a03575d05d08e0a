// A thread that checks some of the documents, as long as there are any that no other thread is at.

import { parentPort, workerData } from "node:worker_threads";
import { checkerOf } from "./check-documents.ts";
import type { Done, WorkerTask } from "./check-jobs.ts";
import { shareOf } from "./check-shares.ts";

const { sources, only, role, claims } = workerData as WorkerTask;
const check = checkerOf(sources, only);

for (const { at, part } of shareOf(role, sources, claims)) {
  const done: Done = { at, part, checked: check(at, part) };
  parentPort?.postMessage(done);
}
