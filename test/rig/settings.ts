// The settings of a workbench fit for tests and pictures: nothing asks, greets, updates or reports, one theme.
// Written as a user's settings (desktop VS Code reads these) and as a machine's (a VS Code server reads
// settings of `machine` scope only there). Must not know Guidewright's own settings.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export type Settings = Readonly<Record<string, unknown>>;

export const quietWorkbench: Settings = {
  "chat.disableAIFeatures": true,
  "editor.accessibilitySupport": "off",
  "editor.cursorBlinking": "solid",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  // A web workbench saves by itself; samples must stay as they are until someone saves.
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.autoDetectColorScheme": false,
  "workbench.colorTheme": "Light 2026",
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/** Settings of a desktop VS Code started with `--user-data-dir`. */
export async function writeUserSettings(userDataDir: string, settings: Settings): Promise<void> {
  await writeMissing(join(userDataDir, "User", "settings.json"), settings);
}

/** Settings of a VS Code server. What a test then updates globally goes to the same file: it is seen. */
export async function writeMachineSettings(userDataDir: string, settings: Settings): Promise<void> {
  await writeMissing(join(userDataDir, "Machine", "settings.json"), settings);
}

/** Keeps what a file already says: a caller's own user data folder comes first. */
async function writeMissing(file: string, settings: Settings): Promise<void> {
  let present: Settings = {};
  if (existsSync(file)) {
    try {
      present = JSON.parse(await readFile(file, "utf8"));
    } catch {
      return; // With comments in it: someone's own file, left as it is.
    }
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...settings, ...present }, null, 2)}\n`);
}
