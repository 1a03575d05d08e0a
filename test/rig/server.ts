// A VS Code server on this machine: starts it, says where it listens, ends it with all its children.
// Must not know browsers or test suites.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Say, ServerParts } from "./parts.ts";
import { endGroup, printed, runToEnd, startGroup } from "./processes.ts";

export interface ServerOptions {
  userDataDir: string;
  extensionsDir: string;
  /** 0 or absent: any free port. */
  port?: number;
  env?: NodeJS.ProcessEnv;
  /** Ends by itself when nobody is connected: a test run's server must not outlive a killed test run. */
  transient?: boolean;
  say?: Say;
}

export interface VscodeServer {
  /** `127.0.0.1:PORT`, which is also the remote authority in the workbench's addresses. */
  authority: string;
  exited: Promise<number | null>;
  close(): Promise<void>;
}

const quiet = [
  "--accept-server-license-terms",
  "--disable-telemetry",
  "--disable-workspace-trust",
  "--disable-experiments",
];

// The smoke test driver is what makes the web workbench honour extension paths in its address.
const served = [
  "--host",
  "127.0.0.1",
  "--without-connection-token",
  "--enable-smoke-test-driver",
  "--disable-update-check",
];

export async function startServer(parts: ServerParts, options: ServerOptions): Promise<VscodeServer> {
  const folders = await serverFolders(options);
  const transient = options.transient
    ? ["--enable-remote-auto-shutdown", "--reconnection-grace-time", "60"]
    : [];
  // The login shell's environment would come before the one that the caller chose.
  const environment = ["--force-disable-user-env"];
  const port = ["--port", String(options.port ?? 0)];
  const args = [serverMain(parts), ...served, ...port, ...quiet, ...folders, ...environment, ...transient];
  const child = startGroup(parts.node, args, { env: serverEnvironment(options.env) });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => options.say?.(String(chunk).trimEnd()));
  }
  try {
    const [, listening] = await printed(child, /Web UI available at https?:\/\/[^:/]+:(\d+)/, 60_000);
    return { authority: `127.0.0.1:${listening}`, exited, close: () => endGroup(child) };
  } catch (error) {
    await endGroup(child);
    throw new Error(`VS Code's server did not start: ${(error as Error).message}`);
  }
}

/** Installs a .vsix (or an extension of the gallery) into an extensions folder. */
export async function installExtension(
  parts: ServerParts,
  extension: string,
  options: Pick<ServerOptions, "userDataDir" | "extensionsDir">,
): Promise<string> {
  const folders = await serverFolders(options);
  const args = [serverMain(parts), "--install-extension", extension, "--force", ...quiet, ...folders];
  return runToEnd(parts.node, args, { env: serverEnvironment() });
}

const serverMain = (parts: ServerParts) => join(parts.vscode, "out", "server-main.js");

async function serverFolders(
  options: Pick<ServerOptions, "userDataDir" | "extensionsDir">,
): Promise<string[]> {
  for (const folder of [options.userDataDir, options.extensionsDir]) await mkdir(folder, { recursive: true });
  const { userDataDir, extensionsDir } = options;
  return [
    "--server-data-dir",
    userDataDir,
    "--user-data-dir",
    userDataDir,
    "--extensions-dir",
    extensionsDir,
  ];
}

/**
 * Without what a surrounding VS Code's terminal put there (it would talk to that window), and without a
 * gallery: nothing is looked up on the network.
 */
function serverEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, VSCODE_IPC_HOOK_CLI: __, VSCODE_AGENT_FOLDER: ___, ...rest } = env;
  return { ...rest, EXTENSIONS_GALLERY: "{}" };
}
