// Where the windows of one user find the model host that they share: a private folder with a record of each
// host, and the one decision which of two hosts that start at once stays. It must not know what hosts do.
import { randomBytes } from "node:crypto";
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chmod, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ModelError } from "./errors.ts";

/** How a running host is reached. It is written only once the host listens: who cannot be reached is dead. */
export interface HostRecord {
  /** A socket file, or the name of a pipe on Windows. */
  readonly address: string;
  /** Whoever can read this file may come in. */
  readonly token: string;
  /** Where the host's process prints what it can tell nobody. */
  readonly words: string;
}

export interface Meeting {
  readonly generation: number;
  /** Missing where it cannot be read: then nobody can be reached. */
  readonly record: HostRecord | undefined;
}

const privateMode = 0o700;
/** The path of a socket has at most 103 characters on macOS. */
const longestFolder = 84;

/** The folder of this user on this computer; emptied by the system when the user or the computer leaves. */
export function meetingFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const { XDG_RUNTIME_DIR: own } = env;
  const name = `guidewright-${process.getuid?.() ?? "user"}`;
  const folder = join(own?.startsWith("/") ? own : tmpdir(), name);
  return folder.length > longestFolder && process.platform !== "win32" ? join("/tmp", name) : folder;
}

/** Makes the folder, or refuses one that somebody else could reach into. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: privateMode });
  if (process.platform === "win32") return;
  const { uid } = await lstat(folder).then((found) => (found.isDirectory() ? found : { uid: -1 }));
  if (uid !== process.getuid?.())
    throw new ModelError(
      "engine-missing",
      `The folder ${folder} belongs to somebody else, so the model engine cannot use it safely.`,
      "Ask whoever looks after this computer to remove that folder.",
    );
  await chmod(folder, privateMode);
}

/**
 * One kind of host: its records are numbered, and the highest number is the one that counts. Only who creates the next
 * number may be the next host, and no number is removed before there is a higher one: two can never both win.
 */
export class MeetingPlace {
  readonly #folder: string;
  readonly #key: string;

  constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
  }

  /** The newest host that there was, dead or alive. */
  latest(): Meeting | undefined {
    for (;;) {
      const generation = Math.max(0, ...this.#generations());
      if (generation === 0) return undefined;
      try {
        return { generation, record: recordIn(readFileSync(this.#file(generation), "utf8")) };
      } catch (error) {
        // Gone since a moment ago means that there is a newer one.
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
    }
  }

  /** True when this record is the next after `generation`; false when another one was quicker. */
  claim(generation: number, record: HostRecord): boolean {
    const next = generation + 1;
    const draft = join(this.#folder, `${this.#key}.${randomBytes(6).toString("hex")}`);
    writeFileSync(draft, JSON.stringify(record), { mode: 0o600, flag: "wx" });
    try {
      // A link appears with its content, and never replaces anything.
      linkSync(draft, this.#file(next));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const others = this.#generations().filter((other) => other !== next);
    if (others.some((other) => other > next)) {
      rmSync(this.#file(next), { force: true });
      return false;
    }
    for (const old of others) this.#forget(old);
    return true;
  }

  #forget(generation: number): void {
    const file = this.#file(generation);
    try {
      const record = recordIn(readFileSync(file, "utf8"));
      if (record) removeTraces(record);
      rmSync(file, { force: true });
    } catch {
      // Somebody else tidies up, too.
    }
  }

  #generations(): number[] {
    return readdirSync(this.#folder)
      .filter((name) => name.startsWith(`${this.#key}.`) && name.endsWith(".json"))
      .map((name) => Number(name.slice(this.#key.length + 1, -".json".length)))
      .filter(Number.isInteger);
  }

  #file(generation: number): string {
    return join(this.#folder, `${this.#key}.${generation}.json`);
  }
}

function recordIn(json: string): HostRecord | undefined {
  try {
    const { address, token, words } = JSON.parse(json) as Partial<HostRecord>;
    return address && token && words ? { address, token, words } : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a host that is no more, as far as they can be removed: Windows keeps one that is still open. */
export function removeTraces({ address, words }: Pick<HostRecord, "address" | "words">): void {
  for (const file of process.platform === "win32" ? [words] : [address, words]) {
    try {
      rmSync(file, { force: true });
    } catch {
      // It is in nobody's way.
    }
  }
}

/** An address that nobody else has. */
export function newAddress(folder: string): Pick<HostRecord, "address" | "words"> {
  const id = randomBytes(6).toString("hex");
  const address =
    process.platform === "win32" ? `\\\\.\\pipe\\guidewright-${id}` : join(folder, `${id}.sock`);
  return { address, words: join(folder, `${id}.log`) };
}
