// What `guidewright models` does. Notices and progress go to the error stream, so that the output can be piped. The
// access token is never an argument: it comes from HF_TOKEN or the hub's token file.

import {
  bytesInWords,
  costInWords,
  detailInWords,
  percentageOf,
  progressInWords,
} from "../features/model-offers.ts";
import { accept, isAccepted, noticeOf } from "../llm/acceptance.ts";
import { catalogue, catalogueEntry } from "../llm/catalogue/catalogue.ts";
import type { CatalogueEntry } from "../llm/catalogue/model.ts";
import { offers, thisMachine, usualContext } from "../llm/choosing.ts";
import { importModel, recognise } from "../llm/download/import-file.ts";
import { installModel } from "../llm/download/install.ts";
import { isInstalled, removeInstalled, verifyInstalled } from "../llm/download/installed.ts";
import type { InstallProgress } from "../llm/download/progress.ts";
import { inspectModelFile } from "../llm/model-file.ts";
import { modelsDir, ownDir } from "../llm/models-dir.ts";
import { contextsFolder, eraseFolder, eraseStates } from "../llm/states-folder.ts";
import { CommandError, exitCodes, type Streams, type Surroundings } from "./command.ts";

interface Switches {
  readonly accept: boolean;
  readonly verify: boolean;
}

export async function list({ out }: Streams): Promise<number> {
  const machine = thisMachine();
  const all = await offers({ dir: modelsDir(), machine, contextSize: usualContext });
  for (const offer of all) {
    const { id, model, name, quantisation, purpose } = offer.entry;
    if (id === model) out(`${name}: ${purpose}\n`);
    out(`  ${id} (${quantisation})\n    ${costInWords(offer)} · ${detailInWords(offer)}\n`);
  }
  const free = `${bytesInWords(machine.available)} of ${bytesInWords(machine.memory)} of memory free`;
  out(`\nThis computer: ${free}, ${machine.cores} processors\nModels folder: ${modelsDir()}\n`);
  return exitCodes.clean;
}

export async function install(id: string, switches: Switches, around: Surroundings): Promise<number> {
  const entry = entryOf(id);
  await readTerms(entry, switches, around);
  const { signal, out } = around;
  const { verify } = switches;
  const path = await installModel(entry, {
    dir: modelsDir(),
    signal,
    verify,
    onProgress: shown(entry, around),
  });
  out(`${path}\n`);
  return exitCodes.clean;
}

export async function take(
  file: string,
  id: string | undefined,
  switches: Switches,
  around: Surroundings,
): Promise<number> {
  await inspectModelFile(file);
  const entry = id === undefined ? await recognise(file) : entryOf(id);
  if (!entry)
    throw new CommandError(
      `${file} is no file that the catalogue knows by its name or size. Say which model it is (“models import FILE ID”), or use it as it is with --model FILE.`,
    );
  await readTerms(entry, switches, around);
  const { signal, out } = around;
  out(`${await importModel(file, entry, { dir: modelsDir(), signal, onProgress: shown(entry, around) })}\n`);
  return exitCodes.clean;
}

export async function acceptTerms(id: string, around: Streams): Promise<number> {
  await readTerms(entryOf(id), { accept: true, verify: false }, around);
  return exitCodes.clean;
}

/** Without an id, all that are there. */
export async function verify(id: string | undefined, { out, signal }: Surroundings): Promise<number> {
  const dir = modelsDir();
  let wrong = 0;
  for (const entry of id === undefined ? catalogue : [entryOf(id)]) {
    if (id === undefined && !(await isInstalled(dir, entry))) continue;
    const known =
      entry.sha256 === undefined
        ? "as it was when it came; its publisher's hash is not known"
        : "as it should be";
    try {
      out(`${entry.id}: ${known}\n  sha256 ${await verifyInstalled(dir, entry, signal)}\n`);
    } catch (error) {
      if ((error as Error).name !== "ModelError") throw error;
      wrong++;
      out(`${entry.id}: ${(error as Error).message}\n`);
    }
  }
  return wrong === 0 ? exitCodes.clean : exitCodes.findings;
}

export async function remove(id: string, { out }: Streams): Promise<number> {
  const entry = entryOf(id);
  const there = await removeInstalled(modelsDir(), entry);
  out(there ? `${entry.name} is removed.\n` : `${entry.name} is not installed.\n`);
  return exitCodes.clean;
}

/** What models have kept of their prompts. */
export async function eraseCache(): Promise<number> {
  await Promise.all([eraseStates(modelsDir()), eraseFolder(contextsFolder(ownDir()))]);
  return exitCodes.clean;
}

function entryOf(id: string): CatalogueEntry {
  const entry = catalogueEntry(id);
  if (!entry) throw new CommandError(`There is no model “${id}”. “guidewright models” lists the catalogue.`);
  return entry;
}

/** Prints what is to be accepted; the refusal of what is not accepted is the library's. */
async function readTerms(
  entry: CatalogueEntry,
  { accept: accepting }: Switches,
  { err }: Streams,
): Promise<void> {
  const accepted = await isAccepted(modelsDir(), entry);
  err(
    `${entry.name}\n${noticeOf(entry)
      .map((paragraph) => `  ${paragraph}\n`)
      .join("")}`,
  );
  if (accepted || !accepting) return;
  await accept(modelsDir(), entry);
  err("Accepted. This is remembered.\n");
}

/** A line for every tenth of the way, so that logs stay short. */
function shown({ name }: CatalogueEntry, { err }: Streams): (progress: InstallProgress) => void {
  let last = "";
  return (progress) => {
    const percentage = percentageOf(progress);
    const key = `${progress.step} ${percentage === undefined ? "" : Math.floor(percentage / 10)}`;
    if (key !== last) err(`${name}: ${progressInWords(progress)}\n`);
    last = key;
  };
}
