// The model host of a server that runs as a process, as Linux tells of it. It must not know what either does.
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** Its only child that runs host.mjs. */
export function hostOf({ pid }: ChildProcess): number | undefined {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  const host = children.find((child) => commandOf(child).includes("host.mjs"));
  return host === undefined ? undefined : Number(host);
}

/** A killed process stays in the table until somebody has taken note of it. */
export function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
