// From a keystroke in a workspace of 100,000 words to fresh diagnostics: the built server beside rumdl's, in
// the same run with the same files and keystrokes. It must not know how figures are printed.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Figure, figure, percentile } from "../report.ts";
import { keystrokes } from "./keystrokes.ts";
import { LanguageServer, type ServerCommand } from "./language-server.ts";
import { rumdlProgram } from "./linters.ts";
import { spread, sum, varied, wordsIn } from "./texts.ts";

const enough = 100_000;
const opened = 10;
/** Shorter ones are as good as free for everyone. */
const fewestWords = 800;
const warming = 60;
const measured = 200;
/** A fast typist's fingers are slower than this; background work of one server does not slow the other. */
const betweenKeys = 20;

const ours: ServerCommand = {
  program: process.execPath,
  args: [fileURLToPath(new URL("../../../server/dist/main.mjs", import.meta.url)), "--stdio"],
  pulls: true,
  settings: { completion: { enable: false } },
};

export async function keystrokeFigures(texts: readonly string[]): Promise<Figure[]> {
  const files = workspaceFiles(texts);
  const words = sum(files.map(wordsIn));
  const program = rumdlProgram();
  const theirs: ServerCommand[] = program
    ? [{ program, args: ["server", "--isolated"], pulls: false, settings: null }]
    : [];
  if (!program) console.log("rumdl: npm has no program of it for this machine.");
  const [own = [], other = []] = await timesIn(files, [ours, ...theirs]);
  const beside = ([0.5, 0.95] as const).map((share) =>
    figure({
      name: `keystroke to diagnostics, p${share * 100}, workspace of ${words} words (rumdl's server)`,
      value: percentile(own, share),
      unit: "ms",
      ...(other.length > 0 && { baseline: percentile(other, share), goal: "≤ 1 ×" }),
    }),
  );
  const slow = percentile(own, 0.95);
  return [
    ...beside,
    figure({ name: "keystroke to diagnostics, p95, within a frame", value: slow, unit: "ms", goal: "≤ 16" }),
  ];
}

/** The texts, and varied copies of them until there are words enough. */
function workspaceFiles(texts: readonly string[]): string[] {
  const files: string[] = [];
  let words = 0;
  for (let i = 0; words < enough || i < texts.length; i++) {
    const text = varied(texts[i % texts.length] ?? "", Math.floor(i / texts.length));
    files.push(text);
    words += Math.max(1, wordsIn(text));
  }
  return files;
}

/** For each server the time of each keystroke. */
async function timesIn(files: readonly string[], commands: readonly ServerCommand[]): Promise<number[][]> {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-bench-"));
  const servers: LanguageServer[] = [];
  try {
    writeFileSync(join(folder, "guidewright.yaml"), "");
    const written = files.map((text, i) => {
      const path = join(folder, `guideline-${i}.md`);
      writeFileSync(path, text);
      return { uri: pathToFileURL(path).href, text };
    });
    const long = written.filter(({ text }) => wordsIn(text) >= fewestWords);
    const bySize = long.sort((a, b) => a.text.length - b.text.length);
    const documents = spread(bySize, opened);
    for (const command of commands) {
      const server = await LanguageServer.start(command, folder);
      servers.push(server);
      for (const { uri, text } of documents) await server.open(uri, text);
      await server.settle();
    }
    return await typeInto(servers, documents);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typeInto(
  servers: readonly LanguageServer[],
  documents: readonly { readonly uri: string; readonly text: string }[],
): Promise<number[][]> {
  const times: number[][] = servers.map(() => []);
  const texts = documents.map(({ text }) => text);
  let version = 1;
  for (const { document, change, text } of keystrokes(texts, warming + measured)) {
    version++;
    const uri = documents[document]?.uri ?? "";
    for (const [i, server] of servers.entries()) {
      await pause(betweenKeys);
      const from = performance.now();
      await server.change({ uri, version }, change, text);
      if (version > warming + 1) times[i]?.push(performance.now() - from);
    }
  }
  return times;
}
