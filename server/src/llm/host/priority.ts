// Steps behind whatever the author does: the priority of the process that computes. It must not know what it computes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";

const { PRIORITY_BELOW_NORMAL: low } = constants.priority;

/** Slower typing is better than no engine, so that nothing that fails here is an error. */
export function lowerPriority(): void {
  for (const lower of [lowerThreads, lowerSession])
    try {
      lower();
    } catch {
      // Some systems and containers do not allow it.
    }
}

/** On Linux a priority belongs to a thread, so each is told. */
function lowerThreads(): void {
  const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [process.pid];
  for (const thread of threads) setPriority(thread, low);
}

/** Kernels that share the processor among sessions first look at a process's own priority within its session only. */
function lowerSession(): void {
  if (process.platform === "linux" && leadsSession()) writeFileSync("/proc/self/autogroup", String(low));
}

/** Another's session may be the editor's own. */
function leadsSession(): boolean {
  const stat = readFileSync("/proc/self/stat", "utf8");
  // The name of the program, in brackets, may hold anything; after it: state, parent, group, session.
  const session = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3];
  return Number(session) === process.pid;
}
