// A thread that checks some of the documents: it is told which by their places in the list, one at a time.

import { parentPort, workerData } from "node:worker_threads";
import { checkerOf } from "./check-documents.ts";
import type { WorkerTask } from "./check-jobs.ts";

const { sources, only } = workerData as WorkerTask;
const check = checkerOf(sources, only);

parentPort?.on("message", (at: number) => parentPort?.postMessage({ at, checked: check(at) }));
