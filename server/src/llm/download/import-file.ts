// Takes over a model file that was brought on another way, a memory stick for example, into the models folder. It
// must not know networks.
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { requireAccepted } from "../acceptance.ts";
import { catalogue } from "../catalogue/catalogue.ts";
import { type CatalogueEntry, exactSize } from "../catalogue/model.ts";
import { ModelError } from "../errors.ts";
import { inspectModelFile } from "../model-file.ts";
import { acceptPart, partOf } from "./installed.ts";
import { onceAtATime } from "./once.ts";
import { type InstallProgress, Meter } from "./progress.ts";
import { diskFull, ensureFolder, ensureRoom } from "./room.ts";

export interface ImportOptions {
  readonly dir: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: InstallProgress) => void;
}

/** The catalogue's entry that a file must be, by its name or its size. */
export async function recognise(file: string): Promise<CatalogueEntry | undefined> {
  const { size } = await stat(file);
  const named = catalogue.find((entry) => entry.file === basename(file));
  return named ?? catalogue.find((entry) => exactSize(entry) === size);
}

/** Copies the file and checks the copy; the file itself stays where it is. */
export async function importModel(
  file: string,
  entry: CatalogueEntry,
  options: ImportOptions,
): Promise<string> {
  const { dir, signal, onProgress } = options;
  await inspectModelFile(file, entry);
  await requireAccepted(dir, entry);
  await ensureFolder(dir);
  const part = partOf(dir, entry);
  const { size } = await stat(file);
  const lock = `${part.slice(0, -".part".length)}.lock`;
  const onNews = (news: InstallProgress) => onProgress({ ...news, elsewhere: true });
  return onceAtATime<InstallProgress, string>({ lock, signal, onNews }, async (tell, whileOurs) => {
    const told = (news: InstallProgress) => {
      tell(news);
      onProgress(news);
    };
    await rm(part, { force: true });
    await ensureRoom(dir, size);
    await copy(file, part, { size, signal: whileOurs, told });
    told({ step: "verifying" });
    return acceptPart(dir, entry, { signal: whileOurs });
  });
}

interface Copying {
  readonly size: number;
  readonly signal: AbortSignal;
  readonly told: (news: InstallProgress) => void;
}

async function copy(from: string, to: string, { size, signal, told }: Copying): Promise<void> {
  const meter = new Meter();
  let done = 0;
  async function* counted(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      done += piece.length;
      told({ step: "copying", ...meter.read(done, size) });
      yield piece;
    }
  }
  try {
    const source = createReadStream(from, { highWaterMark: 4 << 20 });
    await pipeline(source, counted, createWriteStream(to), { signal });
  } catch (error) {
    await rm(to, { force: true });
    signal.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw diskFull(to);
    throw new ModelError(
      "download-failed",
      `${from} could not be copied (${(error as NodeJS.ErrnoException).code}).`,
      "Check the drive it lies on, and try again.",
    );
  }
}
