// Unfinished downloads on disk: each writer has its own file, and what a dead writer left behind is
// adopted so that the download resumes. It must not know where the bytes come from.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const ours = new Set<string>();

/** A part file of our own in `dir`, holding what an abandoned download of the same file left, if any. */
export async function claimPart(dir: string, file: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  const name = `${file}.${machine}-${process.pid}-${randomBytes(4).toString("hex")}.part`;
  ours.add(name);
  for (const orphan of await orphans(dir, file)) {
    try {
      // A rename has one winner only, so two processes never write into the same part.
      await rename(join(dir, orphan), join(dir, name));
      break;
    } catch {
      // Somebody else was quicker.
    }
  }
  return join(dir, name);
}

/** Gives the part up but leaves its bytes for the next attempt. */
export function releasePart(path: string): void {
  for (const name of ours) if (path.endsWith(name)) ours.delete(name);
}

/** Once the file is there, other abandoned parts of it are of no use to anyone. */
export async function removeOrphans(dir: string, file: string): Promise<void> {
  for (const orphan of await orphans(dir, file)) await rm(join(dir, orphan), { force: true });
}

async function orphans(dir: string, file: string): Promise<string[]> {
  const parts = (await readdir(dir)).filter((name) => name.startsWith(`${file}.`) && name.endsWith(".part"));
  return parts.filter((name) => !ours.has(name) && isAbandoned(name.slice(file.length + 1, -5)));
}

function isAbandoned(owner: string): boolean {
  const [where, pid] = owner.split("-");
  // A shared home directory: who runs on another machine cannot be asked.
  if (where !== machine || !pid) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
