#!/usr/bin/env node
// A VS Code executable for machines that have none: takes VS Code's own flags, opens the editor in a browser
// without a window, runs the tests in it, passes their output on and ends with their exit code. It must not
// know which tests.

import { format } from "node:util";
import { parseVscodeArguments } from "./arguments.ts";
import { openEditor } from "./editor.ts";
import { serverParts } from "./parts.ts";
import { whenToldToEnd } from "./processes.ts";
import { installExtension } from "./server.ts";

const say = (line: string) => console.error(`rig: ${line}`);

async function main(): Promise<number> {
  const asked = parseVscodeArguments(process.argv.slice(2));
  if (asked.install.length > 0) return install(asked.install, asked);
  const [extensionPath, ...furtherExtensions] = asked.extensionPaths;
  const editor = await openEditor({
    say,
    log: print,
    furtherExtensions,
    disableExtensions: asked.disableExtensions,
    env: process.env,
    ...(extensionPath !== undefined && { extensionPath }),
    ...(asked.folder !== undefined && { folder: asked.folder }),
    ...(asked.testsPath !== undefined && { extensionTestsPath: asked.testsPath }),
    ...(asked.userDataDir !== undefined && { userDataDir: asked.userDataDir }),
    ...(asked.extensionsDir !== undefined && { extensionsDir: asked.extensionsDir }),
    ...(asked.debuggingPort !== undefined && { debuggingPort: asked.debuggingPort }),
  });
  whenToldToEnd((why) => {
    say(`ending: ${why}`);
    void editor.close().then(() => process.exit(1));
  });
  try {
    return await editor.exitCode;
  } finally {
    await editor.close();
  }
}

async function install(
  extensions: readonly string[],
  asked: ReturnType<typeof parseVscodeArguments>,
): Promise<number> {
  const { userDataDir, extensionsDir } = asked;
  if (userDataDir === undefined || extensionsDir === undefined) {
    throw new Error(
      "--install-extension needs --user-data-dir and --extensions-dir here: there is no home for it.",
    );
  }
  const parts = await serverParts(say);
  for (const extension of extensions)
    console.log(await installExtension(parts, extension, { userDataDir, extensionsDir }));
  return 0;
}

/** What the workbench itself logs, and native parts that it does without here: not the suite's words. */
const ownLog =
  /^(?:Resolv(?:ing|ed) connection|Creating a socket|Ignoring fetching|Updating additional|Timed out waiting for auth|\[[^\]]+\] )|bindings file|native-watchdog|spdlog/;

/** The suite's console comes as (type, [format, …arguments]). */
function print(type: string, args: unknown[]): void {
  const text = format(...args);
  if (!ownLog.test(text)) (type === "error" || type === "warn" ? console.error : console.log)(text);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`rig: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
