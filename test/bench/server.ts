// Measures the built language server over stdio with the starter model: start, first diagnostic, edits,
// suggestions while a text is typed, memory. It must not know how figures are printed.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Client, fullCapabilities } from "../lsp/client.ts";
import { type Figure, figure, percentile } from "./report.ts";

const samples = fileURLToPath(new URL("../guidelines/", import.meta.url));
const starts = 7;
const edits = 60;
/** Words of a sample that are typed, one request after each. */
const typedWords = 60;

const now = () => performance.now();
const median = (values: readonly number[]) => percentile(values, 0.5);

export function largestSample(): { readonly uri: string; readonly text: string } {
  const files = readdirSync(samples).filter((file) => file.endsWith(".md"));
  const [file = ""] = files.sort((a, b) => statSync(join(samples, b)).size - statSync(join(samples, a)).size);
  return { uri: pathToFileURL(join(samples, file)).href, text: readFileSync(join(samples, file), "utf8") };
}

export async function startFigures(): Promise<Figure[]> {
  const { uri, text } = largestSample();
  const [bare, initialized, diagnosed]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < starts; i++) {
    // Side by side, so that a busy machine is busy for all of them.
    let from = now();
    await once(spawn(process.execPath, ["-e", "0"]), "exit");
    bare.push(now() - from);
    from = now();
    const client = await Client.start({ entry: "built", settings: { completion: { enable: false } } });
    initialized.push(now() - from);
    client.open(uri, text);
    await client.request("textDocument/diagnostic", { textDocument: { uri } });
    diagnosed.push(now() - from);
    await client.stop();
  }
  const baseline = median(bare);
  return [
    figure({
      name: "server: start to initialised (bare Node to its end)",
      value: median(initialized),
      unit: "ms",
      baseline,
      goal: "≤ 8 ×",
    }),
    figure({
      name: "server: start to first diagnostics (bare Node to its end)",
      value: median(diagnosed),
      unit: "ms",
      baseline,
      goal: "≤ 10 ×",
    }),
  ];
}

export async function editFigures(): Promise<Figure[]> {
  const { uri, text } = largestSample();
  const client = await Client.start({ entry: "built", settings: { completion: { enable: false } } });
  client.open(uri, text);
  await client.request("textDocument/diagnostic", { textDocument: { uri } });
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const line = 20 + (i % 30);
    const place = { line, character: 0 };
    const from = now();
    client.change(uri, i + 2, "Give ", { start: place, end: place });
    await client.request("textDocument/diagnostic", { textDocument: { uri } });
    times.push(now() - from);
  }
  await client.stop();
  const words = text.split(/\s+/).length;
  return [0.5, 0.95].map((share) =>
    figure({
      name: `edit to diagnostics, p${share * 100} (${words} words)`,
      value: percentile(times, share),
      unit: "ms",
    }),
  );
}

interface TypingRun {
  /** The slowest request: the one that found nothing read. */
  readonly cold: number;
  readonly times: readonly number[];
  readonly serverMb: number;
  readonly hostMb: number;
}

export async function typingFigures(): Promise<Figure[]> {
  const { cold, times, serverMb, hostMb } = await typeAlong();
  const bareMb = bareNodeMb();
  const figures = [
    figure({
      name: "suggestion after a word, p50 (slowest: cold prompt)",
      value: percentile(times, 0.5),
      unit: "ms",
      baseline: cold,
      goal: "≤ 0.5 ×",
    }),
    figure({
      name: "suggestion after a word, p95 (slowest: cold prompt)",
      value: percentile(times, 0.95),
      unit: "ms",
      baseline: cold,
    }),
    figure({ name: "requests that showed something", value: (100 * times.length) / typedWords, unit: "%" }),
  ];
  if (Number.isFinite(serverMb)) {
    figures.push(
      figure({
        name: "memory of the server (bare Node)",
        value: serverMb,
        unit: "MB",
        baseline: bareMb,
        goal: "≤ 4 ×",
      }),
      figure({ name: "memory of the model host (server)", value: hostMb, unit: "MB", baseline: serverMb }),
    );
  }
  return figures;
}

/** The text of a sample typed word by word, a suggestion asked for behind each. */
async function typeAlong(): Promise<TypingRun> {
  const { uri, text } = largestSample();
  const prose = text.indexOf("\n", Math.floor(text.length / 3)) + 1;
  const words = text
    .slice(prose)
    .split(/(?<=\S)(?=[ \n])/)
    .slice(0, typedWords);
  const patience = 60_000;
  const client = await Client.start({
    entry: "built",
    capabilities: fullCapabilities,
    settings: { completion: { deadline: patience } },
  });
  client.open(uri, text.slice(0, prose));
  let typed = text.slice(0, prose);
  const times: number[] = [];
  let cold = 0;
  for (const [i, word] of words.entries()) {
    const at = endOf(typed);
    client.change(uri, i + 2, word, { start: at, end: at });
    typed += word;
    const from = now();
    const items = await client.request<unknown[]>("textDocument/inlineCompletion", {
      textDocument: { uri },
      position: endOf(typed),
      context: { triggerKind: 1 },
    });
    const time = now() - from;
    cold = Math.max(cold, time);
    if (items.length > 0) times.push(time);
  }
  const server = client.child.pid ?? 0;
  const run = { serverMb: residentMb(server), hostMb: Math.max(...childrenOf(server).map(residentMb)) };
  await client.stop();
  return { cold, times, ...run };
}

function endOf(text: string) {
  const lines = text.split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Where the system tells: Linux and macOS. */
function residentMb(pid: number): number {
  try {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
  } catch {
    return Number.NaN;
  }
}

function childrenOf(pid: number): number[] {
  try {
    const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
    const rows = table
      .trim()
      .split("\n")
      .map((row) => row.trim().split(/\s+/).map(Number));
    return rows.filter(([, parent]) => parent === pid).map(([child = 0]) => child);
  } catch {
    return [];
  }
}

function bareNodeMb(): number {
  const script = "process.stdout.write(String(process.memoryUsage.rss()))";
  return Number(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })) / 2 ** 20;
}
