// What a workspace of a million words costs the built server in memory, once it has read all of it in the
// background and compared an open document with it. It must not know how figures are printed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "../../lsp/client.ts";
import { type Figure, figure } from "../report.ts";
import { assemble, sampleTexts, wordsIn } from "./texts.ts";

const enough = 1_000_000;
const wordsOfDocument = 5000;

/** A conflict with the file that is read last shows that all of them have been. */
const page = (dose: string) => `# Pneumonia in children\n\n- Amoxicillin ${dose} PO twice daily for 5 days\n`;
const last = "zzz.md";

export async function memoryFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-bench-"));
  try {
    const { words, documents } = writeWorkspace(folder);
    const { startMb, peakMb } = await readBy(folder);
    return [
      figure({
        name: `memory: the server with a workspace of ${words} words in ${documents} documents, at most`,
        value: peakMb,
        unit: "MB",
        goal: "≤ 400",
      }),
      figure({ name: "memory: the server without a workspace", value: startMb, unit: "MB" }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeWorkspace(folder: string): { readonly words: number; readonly documents: number } {
  const samples = sampleTexts();
  let words = 0;
  let documents = 0;
  for (; words < enough; documents++) {
    // Every document begins with another sample, and every line is its own.
    const first = documents % samples.length;
    const [text = ""] = assemble(
      [...samples.slice(first), ...samples.slice(0, first)],
      1,
      wordsOfDocument,
      wordsIn,
    );
    const mark = String.fromCharCode(97 + (documents % 26), 97 + Math.floor(documents / 26));
    const own = text.replace(/(?<=[a-z]{4})(?=[^a-z\n]*$)/gm, mark);
    writeFileSync(join(folder, `${String(documents).padStart(3, "0")}.md`), own);
    words += wordsIn(own);
  }
  writeFileSync(join(folder, "guidewright.yaml"), "");
  writeFileSync(join(folder, last), page("25 mg/kg"));
  return { words, documents };
}

async function readBy(folder: string): Promise<{ readonly startMb: number; readonly peakMb: number }> {
  const client = await Client.start({
    entry: "built",
    settings: { completion: { enable: false } },
    params: { rootUri: pathToFileURL(folder).href },
  });
  try {
    const startMb = peakMb(client.child.pid ?? 0);
    const uri = pathToFileURL(join(folder, "open.md")).href;
    const pull = async () =>
      JSON.stringify(await client.request("textDocument/diagnostic", { textDocument: { uri } }));
    client.open(uri, page("40 mg/kg"));
    await pull();
    await client.until(() => client.sent("workspace/diagnostic/refresh").length > 0 || undefined);
    if (!(await pull()).includes(last)) throw new Error("The workspace was not read.");
    return { startMb, peakMb: peakMb(client.child.pid ?? 0) };
  } finally {
    await client.stop();
  }
}

/** Where the system tells: Linux. */
function peakMb(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
