// Lets one process at a time do a piece of work on files that many share: whoever comes later waits, hears how far
// it is, and takes over when the one at work has gone. It must not know what the work is.
import { createHash, randomUUID } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

export interface OnceOptions<News> {
  /** The lock file, in a folder that is there. */
  readonly lock: string;
  readonly signal: AbortSignal;
  /** News of the one at work, for those who wait. */
  readonly onNews: (news: News) => void;
  /** Between two signs of life. */
  readonly beatMs?: number;
}

/** `tell` passes news on to those who wait. `signal` fires, too, when another has taken the work over. */
export type Work<News, R> = (tell: (news: News) => void, signal: AbortSignal) => Promise<R>;

interface Holder<News> {
  readonly id: string;
  readonly machine: string;
  readonly pid: number;
  readonly beat: number;
  readonly news?: News;
}

/** So many signs of life may fail to come. It is counted in our own waiting, so that no clock can mislead us. */
const missedBeats = 15;
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 16);

/** Does the work as soon as nobody else does it; the work must look first whether it has been done meanwhile. */
export async function onceAtATime<News, R>(options: OnceOptions<News>, work: Work<News, R>): Promise<R> {
  for (;;) {
    options.signal.throwIfAborted();
    const me = holder<never>(randomUUID(), 0);
    if (await taken(options.lock, me)) return hold(me.id, options, work);
    const dead = await untilFree(options);
    if (dead !== undefined && (await tookOver(options.lock, dead, me))) return hold(me.id, options, work);
  }
}

const holder = <News>(id: string, beat: number, news?: News): Holder<News> => ({
  id,
  machine,
  pid: process.pid,
  beat,
  ...(news !== undefined && { news }),
});

async function taken(lock: string, by: Holder<never>): Promise<boolean> {
  try {
    await writeFile(lock, JSON.stringify(by), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function hold<News, R>(id: string, options: OnceOptions<News>, work: Work<News, R>): Promise<R> {
  const { lock, beatMs = 1000 } = options;
  const lost = new AbortController();
  let news: News | undefined;
  let beat = 0;
  let writing = Promise.resolve();
  const timer = setInterval(() => {
    writing = writing.then(async () => {
      if ((await read(lock))?.id !== id) lost.abort(new Error("another process has taken the download over"));
      // A disk that is full must not end the work: its own writing will.
      else await writeFile(lock, JSON.stringify(holder(id, ++beat, news))).catch(() => {});
    });
  }, beatMs);
  try {
    return await work(
      (told) => {
        news = told;
      },
      AbortSignal.any([options.signal, lost.signal]),
    );
  } finally {
    clearInterval(timer);
    await writing;
    if ((await read(lock))?.id === id) await rm(lock, { force: true });
  }
}

/** Undefined when nobody has the lock any more; else the lock as whoever died has left it. */
async function untilFree<News>({ lock, signal, onNews, beatMs = 1000 }: OnceOptions<News>) {
  let last = "";
  for (let unchanged = 0; unchanged < missedBeats; unchanged++) {
    const seen = await look(lock);
    if (seen === undefined) return undefined;
    if (seen.state !== last) unchanged = 0;
    last = seen.state;
    if (seen.holder?.news !== undefined) onNews(seen.holder.news as News);
    if (seen.holder && isGone(seen.holder)) break;
    await pause(beatMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  return last;
}

/** The lock as it is now; undefined when nobody has it. */
async function look(
  lock: string,
): Promise<{ state: string; holder: Holder<unknown> | undefined } | undefined> {
  try {
    const state = await readFile(lock, "utf8");
    return { state: state || String((await stat(lock)).mtimeMs), holder: parsed(state) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

const read = async (lock: string) => parsed(await readFile(lock, "utf8").catch(() => ""));

/** Undefined while it is being written. */
function parsed(text: string): Holder<unknown> | undefined {
  try {
    const found = JSON.parse(text) as Holder<unknown>;
    return typeof found.id === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}

function isGone({ machine: where, pid }: Holder<unknown>): boolean {
  // Who runs on another machine, with the folder shared, cannot be asked.
  if (where !== machine) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Only one can claim to follow a certain dead holder, and the lock is never free in between. */
async function tookOver(lock: string, dead: string, by: Holder<never>): Promise<boolean> {
  const claim = `${lock}.${createHash("sha256").update(dead).digest("hex").slice(0, 16)}`;
  if (!(await taken(claim, by))) {
    const rival = await look(claim);
    if (rival?.holder && isGone(rival.holder)) await rm(claim, { force: true });
    return false;
  }
  if ((await look(lock))?.state === dead) {
    await rename(claim, lock);
    return true;
  }
  // Somebody else has followed already.
  await rm(claim, { force: true });
  return false;
}
