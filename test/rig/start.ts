// `npm start`: opens a real VS Code on the sample guidelines with the extension in development. The desktop
// one where there is one, else the rig's in the browser, with its address printed. `--exit-when-ready` ends
// once the workbench answers.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workbenchAddress } from "./address.ts";
import { inPath, serverParts } from "./parts.ts";
import { whenToldToEnd } from "./processes.ts";
import { startServer } from "./server.ts";
import { quietWorkbench, writeMachineSettings, writeUserSettings } from "./settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "test/guidelines");
const file = join(folder, "severe-malaria-ministry.md");
const say = (line: string) => console.log(line);

/** Without a model everything but suggestions works, and the status bar says what to do. */
function installStarterModel(): void {
  const cli = join(root, "server/dist/cli.mjs");
  const install = [cli, "models", "install", "starter", "--verify"];
  const { status } = spawnSync(process.execPath, install, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) say("The starter model could not be installed. Everything but suggestions works.");
}

function desktop(): string | undefined {
  const hasScreen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return process.env.VSCODE_PATH || (hasScreen ? inPath("code") : undefined);
}

function openDesktop(executable: string): never {
  say(`Opening ${executable} on the sample guidelines.`);
  const args = ["--new-window", `--extensionDevelopmentPath=${root}`, folder, file];
  const { status, error } = spawnSync(executable, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw new Error(`${executable} could not be started: ${error.message}`);
  process.exit(status ?? 1);
}

async function openInBrowser(): Promise<void> {
  const parts = await serverParts(say);
  const home = mkdtempSync(join(tmpdir(), "guidewright-start-"));
  const userDataDir = join(home, "user-data");
  await writeUserSettings(userDataDir, quietWorkbench);
  await writeMachineSettings(userDataDir, quietWorkbench);
  const server = await startServer(parts, { userDataDir, extensionsDir: join(home, "extensions") });
  const close = async () => {
    await server.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const address = workbenchAddress(server.authority, { folder, file, extensionPath: root });
  await served(address);
  say(
    `\nVS Code with Guidewright is ready. Open this address in a browser on this machine:\n\n  ${address}\n`,
  );
  say("Type behind a sentence for a suggestion; Tab accepts it. Ctrl+C ends everything.");
  if (process.argv.includes("--exit-when-ready")) return close();
  showInBrowser(address);
  whenToldToEnd(() => void close().then(() => process.exit(0)));
  await server.exited;
  await close();
}

/** The workbench and the extension's bundle are both there. */
async function served(address: string): Promise<void> {
  const workbench = await fetch(address);
  const bundle = await fetch(
    new URL(
      `/vscode-remote-resource?path=${encodeURIComponent(join(root, "client/dist/extension.cjs"))}`,
      address,
    ),
  );
  if (!workbench.ok || !bundle.ok) {
    throw new Error(
      `VS Code answered ${workbench.status} for the workbench and ${bundle.status} for the extension.`,
    );
  }
}

function showInBrowser(address: string): void {
  const opener =
    { darwin: "open", win32: "explorer" }[process.platform as string] ??
    (process.env.DISPLAY ? "xdg-open" : undefined);
  if (opener)
    spawn(opener, [address], { stdio: "ignore", detached: true })
      .on("error", () => {})
      .unref();
}

try {
  installStarterModel();
  const executable = desktop();
  if (executable && !process.argv.includes("--exit-when-ready")) openDesktop(executable);
  await openInBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
