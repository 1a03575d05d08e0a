// Runs a suite in a real VS Code through @vscode/test-electron: the desktop one where there is one, else the
// rig's. As a command it runs the project's own suite on a copy of the samples.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from "@vscode/test-electron";
import { runToEnd } from "./processes.ts";
import { quietWorkbench, writeMachineSettings, writeUserSettings } from "./settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rigExecutable = fileURLToPath(new URL("./vscode.ts", import.meta.url));

export interface SuiteOptions {
  /** The module that exports run(). */
  readonly suite: string;
  readonly extensionPath?: string;
  readonly env?: Record<string, string>;
  /** Installed before, as a user would. */
  readonly vsix?: string;
}

/** The exit code of the suite; its folder is a copy of the samples, thrown away afterwards. */
export async function runEditorSuite({
  suite,
  extensionPath = root,
  env = {},
  vsix,
}: SuiteOptions): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), "guidewright-suite-"));
  const folder = join(home, "guidelines");
  const userData = join(home, "user-data");
  const extensionsDir = join(home, "extensions");
  cpSync(join(root, "test/guidelines"), folder, { recursive: true });
  await writeUserSettings(userData, quietWorkbench);
  await writeMachineSettings(userData, quietWorkbench);
  const port = await freePort();
  const vscodeExecutablePath = await editorExecutable();
  const launchArgs = [
    folder,
    "--user-data-dir",
    userData,
    "--extensions-dir",
    extensionsDir,
    `--remote-debugging-port=${port}`,
  ];
  try {
    if (vsix !== undefined) await install(vscodeExecutablePath, vsix, launchArgs.slice(1, 5));
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extensionPath,
      extensionTestsPath: suite,
      extensionTestsEnv: { ...env, GUIDEWRIGHT_CDP: `http://127.0.0.1:${port}` },
      launchArgs,
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** VSCODE_PATH, a download where a window can be shown, else the rig. */
async function editorExecutable(): Promise<string> {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const hasScreen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return rigExecutable;
  try {
    return await downloadAndUnzipVSCode();
  } catch (error) {
    console.error(`No desktop VS Code could be downloaded (${(error as Error).message}); using the rig.`);
    return rigExecutable;
  }
}

async function install(executable: string, vsix: string, folders: readonly string[]): Promise<void> {
  // The desktop program installs through its command line script.
  const [command = executable, ...args] =
    executable === rigExecutable ? [executable] : resolveCliArgsFromVSCodeExecutablePath(executable);
  const shell = process.platform === "win32";
  await runToEnd(command, [...args, "--install-extension", vsix, "--force", ...folders], { shell });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(await runEditorSuite({ suite: join(root, "test/dist/editor/index.cjs") }));
}
