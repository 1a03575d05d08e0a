// What the rig needs on the machine, found or installed: the VS Code server (npm's code-server, pinned),
// a Node that can run it, and a Chromium. After the first time it works offline.
// Must not know how an editor is opened.
import { accessSync, constants, existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { installOnce } from "./cache.ts";
import { runToEnd } from "./processes.ts";

const codeServer = { name: "code-server", version: "4.139.1" };
const serverNode = 24;

export type Say = (line: string) => void;

export interface ServerParts {
  node: string;
  /** VS Code's server: the folder that holds out/server-main.js, product.json and the built-in extensions. */
  vscode: string;
}

export async function serverParts(say: Say): Promise<ServerParts> {
  return { vscode: await vscodeServer(say), node: await nodeForServer(say) };
}

async function vscodeServer(say: Say): Promise<string> {
  const inside = join("node_modules", codeServer.name, "lib", "vscode");
  const folder = await installOnce(`${codeServer.name}-${codeServer.version}`, async (building) => {
    say(`installing ${codeServer.name} ${codeServer.version} from npm, once`);
    await writeFile(join(building, "package.json"), '{ "private": true }\n');
    await npm(["install", `${codeServer.name}@${codeServer.version}`], building);
    await npm(["install", "--omit=dev"], join(building, inside));
  });
  return join(folder, inside);
}

/** Scripts stay off: no native part is needed here, and building them takes minutes and system headers. */
async function npm(args: readonly string[], cwd: string): Promise<void> {
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const entry = process.env.npm_execpath;
  if (entry?.endsWith(".js")) await runToEnd(process.execPath, [entry, ...args, ...options], { cwd });
  else await runToEnd("npm", [...args, ...options], { cwd, shell: process.platform === "win32" });
}

async function nodeForServer(say: Say): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= serverNode) return process.execPath;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const binary = process.platform === "win32" ? join("bin", "node.exe") : join("bin", "node");
  try {
    return createRequire(import.meta.url).resolve(`${name}/${binary}`);
  } catch {
    // Not among this project's optional packages for this platform: into the cache, then.
  }
  const folder = await installOnce(`node-${serverNode}`, async (building) => {
    say(`installing Node ${serverNode} from npm, once`);
    await writeFile(join(building, "package.json"), '{ "private": true }\n');
    await npm(["install", `${name}@${serverNode}`], building);
  });
  return join(folder, "node_modules", name, binary);
}

const browserNames = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
];

const browserPlaces = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

export function inPath(name: string): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder && isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH is no executable file: ${named}`);
    return named;
  }
  return browserNames.map(inPath).find(Boolean) ?? browserPlaces.find(isExecutable);
}

export async function chromium(say: Say): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  if (await isDebianAsRoot()) await installDebianChromium(say);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    "No Chromium on this machine. Install one (Debian, Ubuntu: `apt-get install chromium`; macOS: `brew install --cask chromium`), or set CHROMIUM_PATH to a Chrome, Chromium or Edge.",
  );
}

async function isDebianAsRoot(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  return /^(ID|ID_LIKE)=.*debian/m.test(await readFile("/etc/os-release", "utf8").catch(() => ""));
}

async function installDebianChromium(say: Say): Promise<void> {
  say("installing Debian's chromium, once");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    runToEnd("apt-get", ["-o", "DPkg::Lock::Timeout=180", "-qq", ...args], { env });
  const install = () => apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  // The package lists may be missing or older than the archive: only then is an update worth its time.
  await install().catch(() => apt("update").then(install));
}
