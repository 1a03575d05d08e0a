// The rig's cache folder: what is installed once and used by every later run.
// A part appears under its final name only when it is complete, so an aborted or a concurrent install
// leaves nothing broken. Must not know what the parts are.
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

const marker = "installed.json";

function platformCache(): string {
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
}

export function rigCache(): string {
  return process.env.GUIDEWRIGHT_RIG || join(platformCache(), "guidewright", "rig");
}

/** The folder of an installed part; installs it first when it is not there (or was left without its marker). */
export async function installOnce(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(rigCache(), name);
  if (existsSync(join(folder, marker))) return folder;
  await mkdir(rigCache(), { recursive: true });
  await removeAbandoned();
  const building = join(rigCache(), `.building-${process.pid}-${name}`);
  try {
    await mkdir(building);
    await install(building);
    await writeFile(join(building, marker), `${JSON.stringify({ name, at: new Date().toISOString() })}\n`);
    await moveIntoPlace(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return folder;
}

async function moveIntoPlace(building: string, folder: string): Promise<void> {
  // Something without a marker never was complete; something with one was finished by another process.
  if (!existsSync(join(folder, marker))) await rm(folder, { recursive: true, force: true });
  try {
    await rename(building, folder);
  } catch (error) {
    if (!existsSync(join(folder, marker))) throw error;
  }
}

/** Removes what installs left behind whose process is gone. */
async function removeAbandoned(): Promise<void> {
  for (const entry of await readdir(rigCache())) {
    const pid = /^\.building-(\d+)-/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(join(rigCache(), entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
