// Whether there is a folder and room on its disk for what is to come, and what is said when there is not. It must
// not know what is written.
import { access, constants, mkdir, statfs } from "node:fs/promises";
import { ModelError } from "../errors.ts";

/** What is left for everything else. */
const reserve = 200e6;

export async function ensureFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
  } catch (error) {
    const message = `Nothing can be put into the models folder ${dir} (${(error as NodeJS.ErrnoException).code}).`;
    throw new ModelError("download-failed", message, "Name another folder with GUIDEWRIGHT_MODELS.");
  }
}

export async function freeSpace(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

export async function ensureRoom(dir: string, bytes: number, free = freeSpace): Promise<void> {
  // Some network drives do not tell; then the writing will.
  const available = await free(dir).catch(() => Number.POSITIVE_INFINITY);
  if (available < bytes + reserve) throw diskFull(dir, bytes + reserve, available);
}

export function diskFull(dir: string, needed?: number, available?: number): ModelError {
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  const message =
    needed === undefined || available === undefined
      ? `There is no room left on the disk of ${dir}.`
      : `There is too little room on the disk of ${dir}: ${gigabytes(needed)} are needed, ${gigabytes(available)} are free.`;
  return new ModelError(
    "disk-full",
    message,
    "Free some space and try again (it goes on where it stopped), or name another folder with GUIDEWRIGHT_MODELS.",
  );
}
