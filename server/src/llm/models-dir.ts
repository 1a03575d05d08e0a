// Where models are kept on this machine. It must not know what a model is, nor touch the disk.
import { homedir } from "node:os";
import { posix, win32 } from "node:path";

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() });

export function modelsDir(around: Surroundings = here()): string {
  if (around.env.GUIDEWRIGHT_MODELS) return around.env.GUIDEWRIGHT_MODELS;
  const path = around.platform === "win32" ? win32 : posix;
  return path.join(cacheDir(around), "guidewright", "models");
}

/** What is for this user on this computer alone. */
export const ownDir = (around: Surroundings = here()): string =>
  (around.platform === "win32" ? win32 : posix).join(cacheDir(around), "guidewright");

function cacheDir({ platform, env, home }: Surroundings): string {
  if (platform === "win32") return env.LOCALAPPDATA || win32.join(home, "AppData", "Local");
  if (platform === "darwin") return posix.join(home, "Library", "Caches");
  // The XDG specification says that a relative path is to be ignored.
  return env.XDG_CACHE_HOME?.startsWith("/") ? env.XDG_CACHE_HOME : posix.join(home, ".cache");
}
