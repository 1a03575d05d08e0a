// Opens a real VS Code workbench in a Chromium: the server and the browser that belong together, in
// folders of their own, ended together. Must not know test frameworks, nor what is done in the editor.
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium as chromiumType, type Page } from "playwright-core";
import { type AddressOptions, workbenchAddress } from "./address.ts";
import { chromium, type Say, serverParts } from "./parts.ts";
import { installExtension, startServer, type VscodeServer } from "./server.ts";
import { quietWorkbench, type Settings, writeMachineSettings, writeUserSettings } from "./settings.ts";

export interface EditorOptions extends AddressOptions {
  /** Installed as a user would install it. */
  vsix?: string;
  /** More extensions under development: only one can stand in a web workbench's address. */
  furtherExtensions?: readonly string[];
  headless?: boolean;
  viewport?: { width: number; height: number };
  /** In addition to a quiet workbench's. */
  settings?: Settings;
  /** Kept afterwards; without them temporary folders are used and removed. */
  userDataDir?: string;
  extensionsDir?: string;
  /** The server's port. */
  port?: number;
  /** Where Chromium offers its debugging protocol, for a suite that wants to see its own page. */
  debuggingPort?: number;
  env?: NodeJS.ProcessEnv;
  /** What the workbench logs in a test run: the suite's console and VS Code's own log. */
  log?: (type: string, args: unknown[]) => void;
  /** What the rig itself does. */
  say?: Say;
}

export interface Editor {
  page: Page;
  url: string;
  /** Of the suite; without one 0 once the editor is closed. */
  exitCode: Promise<number>;
  close(): Promise<void>;
}

export async function openEditor(options: EditorOptions): Promise<Editor> {
  const say = options.say ?? (() => undefined);
  const browser = await chromium(say);
  const parts = await serverParts(say);
  const home = join(tmpdir(), `guidewright-rig-${randomUUID().slice(0, 8)}`);
  await mkdir(home, { recursive: true });
  const userDataDir = resolve(options.userDataDir ?? join(home, "user-data"));
  const extensionsDir = resolve(options.extensionsDir ?? join(home, "extensions"));
  const started: { server?: VscodeServer; context?: BrowserContext } = {};
  const close = closeOnce(started, home);
  try {
    await prepareFolders(options, { userDataDir, extensionsDir });
    if (options.vsix) await installExtension(parts, resolve(options.vsix), { userDataDir, extensionsDir });
    const { env, port } = options;
    const folders = { userDataDir, extensionsDir };
    started.server = await startServer(parts, {
      ...folders,
      transient: true,
      ...(env && { env }),
      ...(port !== undefined && { port }),
    });
    started.context = await openBrowser(browser, join(home, "browser"), options);
    return await openWorkbench(started.context, started.server, { options, close });
  } catch (error) {
    await close();
    throw error;
  }
}

function closeOnce(started: { server?: VscodeServer; context?: BrowserContext }, home: string) {
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await started.context?.close().catch(() => undefined);
    await started.server?.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return () => {
    closing ??= closeAll();
    return closing;
  };
}

async function prepareFolders(
  options: EditorOptions,
  folders: { userDataDir: string; extensionsDir: string },
): Promise<void> {
  const settings = { ...quietWorkbench, ...options.settings };
  await writeUserSettings(folders.userDataDir, settings);
  await writeMachineSettings(folders.userDataDir, settings);
  for (const extension of options.furtherExtensions ?? []) await link(extension, folders.extensionsDir);
}

async function link(extension: string, extensionsDir: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(await readFile(join(extension, "package.json"), "utf8"));
  await mkdir(extensionsDir, { recursive: true });
  await symlink(resolve(extension), join(extensionsDir, `${publisher}.${name}-${version}`), "junction");
}

async function openBrowser(
  executablePath: string,
  profile: string,
  options: EditorOptions,
): Promise<BrowserContext> {
  const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check"];
  args.push("--disable-background-networking", "--disable-component-update", "--disable-sync");
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  if (options.debuggingPort) args.push(`--remote-debugging-port=${options.debuggingPort}`);
  // A persistent context is the browser's default one: the only one that a second connection can see.
  return chromiumType.launchPersistentContext(profile, {
    executablePath,
    args,
    headless: options.headless ?? true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function openWorkbench(
  context: BrowserContext,
  server: VscodeServer,
  opening: { options: EditorOptions; close: () => Promise<void> },
): Promise<Editor> {
  const { options } = opening;
  const page = context.pages()[0] ?? (await context.newPage());
  const suite = options.extensionTestsPath !== undefined;
  const ended = Promise.withResolvers<number>();
  // Whatever ends before the suite has said how it went is a failed run.
  page.on("close", () => ended.resolve(suite ? 1 : 0));
  page.on("crash", () => ended.resolve(1));
  void server.exited.then(() => ended.resolve(suite ? 1 : 0));
  await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) =>
    options.log?.(type, args),
  );
  await page.exposeFunction("codeAutomationExit", (code: number) => ended.resolve(code));
  const url = workbenchAddress(server.authority, options);
  await page.goto(url);
  const close = async () => {
    ended.resolve(suite ? 1 : 0);
    await opening.close();
  };
  return { page, url, exitCode: ended.promise, close };
}
