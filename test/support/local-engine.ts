// The real starter model in a real host process, for tests: installed if it is not there yet, run from
// source (Node strips the types), with a clock that the test moves. It must not know what is tested.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueEntry } from "../../server/src/llm/catalogue/catalogue.ts";
import type { Clock } from "../../server/src/llm/clock.ts";
import { installModel } from "../../server/src/llm/download/install.ts";
import { LocalBackend, type LocalBackendOptions } from "../../server/src/llm/local-backend.ts";
import { localModel } from "../../server/src/llm/model-file.ts";
import { modelsDir } from "../../server/src/llm/models-dir.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const hostPath = here("../../server/src/llm/host/host.ts");
/** Lets everybody in and never answers. */
export const deafHostPath = here("deaf-host.ts");
/** Dies of whatever it is asked. */
export const dyingHostPath = here("dying-host.ts");

export function starterPath(): Promise<string> {
  return installModel(catalogueEntry("starter")!, { dir: modelsDir() });
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own to meet in: no other test shares the hosts that are met there. */
export function meetingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-meet-"));
  folders.push(folder);
  return folder;
}

export async function starterBackend(options: Partial<LocalBackendOptions> = {}): Promise<LocalBackend> {
  const model = await localModel(await starterPath());
  return new LocalBackend({
    hostPath,
    model,
    folder: meetingFolder(),
    settings: { gpu: "off" },
    ...options,
  });
}

/** Time stands still until the test moves it; what is due is then called at once. */
export class TestClock implements Clock {
  #now = 0;
  #due: { at: number; callback: () => void }[] = [];

  readonly now = () => this.#now;

  readonly after = (ms: number, callback: () => void) => {
    const entry = { at: this.#now + ms, callback };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  };

  get pending(): number {
    return this.#due.length;
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { callback } of due) callback();
  }
}

/** Resolves when the process no longer exists (a zombie that nobody reaps counts as gone). */
export async function gone(pid: number, isZombie: (pid: number) => boolean = () => false): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    if (isZombie(pid)) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
