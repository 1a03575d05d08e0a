// Finds the model host that this user's windows share, or starts it. It must not know what hosts are asked,
// nor when one that died is to be replaced.
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, openSync, realpathSync, statSync } from "node:fs";
import type { Clock } from "./clock.ts";
import { ModelError } from "./errors.ts";
import type { HostStart, HostStarted, LoadParams } from "./host/protocol.ts";
import { HostConnection, type HostDeath, hostDied, linesIn } from "./host-connection.ts";
import { MeetingPlace, makePrivate, newAddress, removeTraces } from "./meeting-place.ts";

export interface SharedHostOptions {
  /** The built host (host.mjs). */
  readonly hostPath: string;
  /** Where windows meet. */
  readonly folder: string;
  readonly load: LoadParams;
  readonly onLog: (line: string) => void;
  readonly clock?: Clock;
}

/** A host that was started and did not get so far as to be reached. */
export class HostFailed extends ModelError {
  readonly death: HostDeath;
  constructor(death: HostDeath) {
    const { code, message, advice } = hostDied(death.cause);
    super(code, message, advice);
    this.death = death;
  }
}

const patienceMs = 60_000;

export async function sharedHost(options: SharedHostOptions): Promise<HostConnection> {
  const { folder } = options;
  await makePrivate(folder);
  const key = keyOf(options);
  const place = new MeetingPlace(folder, key);
  for (;;) {
    const latest = place.latest();
    const met = latest?.record && (await HostConnection.greet(latest.record, options));
    if (met) return met;
    const own = await startHost(options, {
      folder,
      key,
      after: latest?.generation ?? 0,
      load: options.load,
      ...newAddress(folder),
    });
    if (own) return own;
  }
}

/** Undefined when another window's host was quicker. */
async function startHost(options: SharedHostOptions, start: HostStart): Promise<HostConnection | undefined> {
  const { hostPath, onLog } = options;
  const child = forkHost(hostPath, start);
  const impatience = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const exit = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    // Without a process there is no exit; with one, "error" is about a message that could not be sent.
    child.on("error", (error) => child.pid === undefined && resolve(error.message));
  });
  const said = new Promise<HostStarted>((resolve) =>
    child.once("message", (message) => resolve(message as HostStarted)),
  );
  try {
    const outcome = await Promise.race([said, exit]);
    if (outcome === "lost") return undefined;
    const { record } = new MeetingPlace(start.folder, start.key).latest() ?? {};
    const isOurs = outcome === "listening" && record?.address === start.address;
    const met = isOurs && (await HostConnection.greet(record, { ...options, exit }));
    if (met) return met;
    child.kill("SIGKILL");
    throw new HostFailed({ cause: await exit, lastWords: linesIn(start.words) });
  } catch (error) {
    if (error instanceof HostFailed) for (const line of error.death.lastWords) onLog(line);
    removeTraces(start);
    throw error;
  } finally {
    clearTimeout(impatience);
    // The host stays for those who came in by the door, and keeps nobody from ending.
    if (child.connected) child.disconnect();
    child.unref();
  }
}

/** In a session of its own, so that it outlives the window that happened to start it. */
function forkHost(hostPath: string, start: HostStart): ChildProcess {
  const words = openSync(start.words, "wx", 0o600);
  try {
    return fork(hostPath, [JSON.stringify(start)], {
      // The parent's own flags (a debugger's port above all) are not for the child.
      execArgv: [],
      env: { ...process.env, ...(process.versions.electron ? { ELECTRON_RUN_AS_NODE: "1" } : {}) },
      stdio: ["ignore", words, words, "ipc"],
      detached: true,
    });
  } finally {
    closeSync(words);
  }
}

/** Hosts of another model, other settings or another version of this program do not meet. */
function keyOf({ hostPath, load: { path, ...settings } }: SharedHostOptions): string {
  const kind = JSON.stringify([stamp(hostPath), stamp(path), Object.entries(settings).sort()]);
  return createHash("sha256").update(kind).digest("hex").slice(0, 16);
}

function stamp(path: string): readonly unknown[] {
  try {
    const { size, mtimeMs } = statSync(path);
    return [realpathSync(path), size, mtimeMs];
  } catch {
    return [path];
  }
}
