// Child processes of the rig: run one to its end, start one and wait for what it prints, end one with
// everything below it. Only processes started here are ever ended. Must not know what is run.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";

const posix = process.platform !== "win32";

/** Runs a command to its end; its output goes to `say` line by line, and into the error when it fails. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { say?: (line: string) => void } = {},
): Promise<string> {
  const { say, ...spawnOptions } = options;
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...spawnOptions });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
    for (const line of String(chunk).split(/\r?\n/)) if (line.trim()) say?.(line);
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  const [code, signal] = await once(child, "close");
  if (code === 0) return output;
  throw new Error(`${command} ${args.join(" ")} ended with ${code ?? signal}:\n${output.slice(-4000)}`);
}

/** Starts a process in a group of its own, so that ending it ends its children too. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: posix, ...options });
}

/** The first match of `pattern` in the output of a process; rejects when the process ends or time is up. */
export function printed(child: ChildProcess, pattern: RegExp, timeout: number): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string) => settle(() => reject(new Error(`${why}:\n${output.slice(-4000)}`)));
    const timer = setTimeout(() => fail(`no ${pattern} within ${timeout} ms`), timeout);
    const read = (chunk: Buffer) => {
      output += chunk;
      const match = pattern.exec(output);
      if (match) settle(() => resolve(match));
    };
    const ended = (code: number | null) => fail(`the process ended with ${code}`);
    const failed = (error: Error) => fail(error.message);
    function settle(act: () => void): void {
      clearTimeout(timer);
      for (const stream of [child.stdout, child.stderr]) stream?.off("data", read);
      child.off("exit", ended).off("error", failed);
      act();
    }
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", read);
    child.on("exit", ended).on("error", failed);
  });
}

/** Ends a group: politely, and after `patience` ms by force. */
export async function endGroup(child: ChildProcess, patience = 3000): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, "exit");
  signalGroup(pid, "SIGTERM");
  if (ended) await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  // The leader's end does not mean that its children have ended.
  signalGroup(pid, "SIGKILL");
  await ended;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    if (posix) process.kill(-pid, signal);
    else spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
  } catch {
    // ESRCH: nothing of the group is left, which is what was wanted.
  }
}

/** Calls `end` once when this process is asked to end, or when the process that started it is gone. */
export function whenToldToEnd(end: (why: string) => void): void {
  let told = false;
  const once = (why: string) => {
    if (!told) end(why);
    told = true;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => once(signal));
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) once("the starting process is gone");
  }, 500);
  watch.unref();
}
