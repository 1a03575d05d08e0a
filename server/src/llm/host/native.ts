// Opens a model with node-llama-cpp: the only module that imports it, and only inside the host process,
// because its native code can end the process. It must not know requests.
import { stat } from "node:fs/promises";
import { freemem } from "node:os";
import { basename } from "node:path";
import type {
  Llama,
  LlamaContext,
  LlamaContextOptions,
  LlamaContextSequence,
  LlamaModel,
} from "node-llama-cpp";
import { ModelError } from "../errors.ts";
import { fittingContext, isTelling, leastContext } from "./context-size.ts";
import { log } from "./log.ts";
import { remembered } from "./measures.ts";
import { assertRoom, freeMemory } from "./memory.ts";
import { Probe } from "./probe.ts";
import type { LoadParams } from "./protocol.ts";
import { fewestFast, threadCount } from "./threads.ts";

export interface Native {
  readonly llama: Llama;
  readonly model: LlamaModel;
  /** Of the first context, for typing. */
  readonly sequences: readonly LlamaContextSequence[];
  /** Makes a second context, as large, and gives its sequences. */
  readonly more: () => Promise<readonly LlamaContextSequence[]>;
  /** Tokens that each of the sequences can hold. */
  readonly contextSize: number;
  /** Tokens that can be computed at a time. */
  readonly batchSize: number;
  readonly threads: number;
  readonly flashAttention: boolean;
  /** What a sequence's saved content depends on, beside the weights. */
  readonly identity: string;
  /** Bytes of the GPU's own memory, where one computes. */
  readonly gpuMemory?: number;
}

const smallestContext = 512;
const smallFile = 500e6;
/** For where the author types and where they typed before; as many again for an explanation and a draft. */
const sequencesEach = 2;
const contexts = 2;
/**
 * Tokens computed at a time on a processor. From 64 on llama.cpp computes flash attention in another order, so that the
 * result would depend on how a prompt was cut. Without flash attention it always does, although that is faster
 * at 3,000 tokens. And room for more costs memory by the size of the vocabulary.
 */
const onProcessor = { batchSize: 48 };

export async function openNative(params: LoadParams): Promise<Native> {
  const llama = await startLlama(params);
  const most = threadCount(params.threads, llama.cpuMathCores);
  llama.maxThreads = most;
  try {
    if (llama.gpu === false) await checkMemory(params, llama);
    const model = await llama.loadModel({ modelPath: params.path, ...(await mmap(params, llama)) });
    const { threads, wanted } = await measure({ llama, model, most }, params);
    const contextSize = Math.min(Math.max(wanted, smallestContext), model.trainContextSize);
    const options: LlamaContextOptions = {
      sequences: sequencesEach,
      contextSize,
      // No fewer at the change from one context to the other.
      threads: { ideal: threads, min: threads },
      ...(llama.gpu === false && onProcessor),
      // One evaluation at a time is asked for: there are no others to wait for a turn of the event loop for.
      batching: { dispatchSchedule: (dispatch) => dispatch() },
      // Without it, going back in a long Gemma 2 sequence silently gives wrong results.
      swaFullCache: true,
    };
    const context = await model.createContext(options);
    const more = () => moreSequences({ llama, model }, { ...options, contextSize });
    const { batchSize } = context;
    const identity = JSON.stringify([
      llama.llamaCppRelease.release,
      llama.gpu,
      context.flashAttention,
      context.kvCacheKeyType,
      context.kvCacheValueType,
    ]);
    const gpuMemory = llama.gpu === false ? 0 : (await llama.getVramState()).total;
    const held = { sequences: sequencesOf(context), contextSize: context.contextSize, batchSize, identity };
    const flashAttention = context.flashAttention !== false;
    return { llama, model, threads, gpuMemory, more, flashAttention, ...held };
  } catch (error) {
    throw error instanceof ModelError ? error : loadFailed(params.path, error as Error);
  }
}

interface Loaded {
  readonly llama: Llama;
  readonly model: LlamaModel;
  /** Threads that there may be. */
  readonly most: number;
}

/** How many threads and how large a context suit the model on this computer, where the user has not said. */
async function measure({ llama, model, most }: Loaded, params: LoadParams) {
  // To try it out takes a third as long as to load it: only for what is not known yet.
  let opened: Promise<Probe> | undefined;
  const probe = () => (opened ??= Probe.open(llama, model, most));
  const { path, measuresFile } = params;
  const file = { path, size: (await stat(path)).size };
  const timed = { ...file, conditions: `at most ${most}`, isPossible: isCount(most) };
  const time = async (threads: number) => (await probe()).time(threads);
  const threads =
    params.threads > 0 || llama.gpu !== false
      ? most
      : await remembered(measuresFile, timed, () => fewestFast(most, time));
  llama.maxThreads = threads;
  const read = { ...file, conditions: `speed, ${llama.gpu || threads}`, isPossible: isTelling };
  const fitting = async () => {
    const speed = await remembered(measuresFile, read, async () => {
      const value = await (await probe()).speed();
      return { value, sure: isTelling(value) };
    });
    const free = llama.gpu === false ? await freeMemory() : (await llama.getVramState()).free;
    return fittingContext({ speed, bytesPerToken: contexts * sequencesEach * cacheBytes(model), free });
  };
  const wanted = params.contextSize || (await fitting());
  await (await opened)?.dispose();
  return { threads, wanted };
}

const isCount = (most: number) => (value: number) => Number.isInteger(value) && value >= 1 && value <= most;

/** By the file's own description, and for the smallest context that it would be given. */
async function checkMemory({ path, contextSize: wanted }: LoadParams, llama: Llama): Promise<void> {
  const { GgufInsights, readGgufFileInfo } = await import("node-llama-cpp");
  const insights = await GgufInsights.from(await readGgufFileInfo(path), llama);
  const trained = insights.trainContextSize ?? Number.POSITIVE_INFINITY;
  const contextSize = Math.min(Math.max(wanted || leastContext, smallestContext), trained);
  const { cpuRam: context } = await insights.estimateContextResourceRequirementsV2({
    contextSize,
    sequences: sequencesEach,
    ...onProcessor,
    modelGpuLayers: 0,
    swaFullCache: true,
  });
  const { size: weights } = await stat(path);
  assertRoom({ model: basename(path, ".gguf"), weights, context, contextSize }, await freeMemory());
}

/** Bytes that the cache takes for a token: the difference between two lengths, as the library reckons. */
function cacheBytes({ fileInsights, gpuLayers }: LlamaModel): number {
  const bytes = (contextSize: number) => {
    const { cpuRam, gpuVram } = fileInsights.estimateContextResourceRequirements({
      contextSize,
      modelGpuLayers: gpuLayers,
      sequences: 1,
      swaFullCache: true,
      includeGraphOverhead: false,
    });
    return cpuRam + gpuVram;
  };
  return Math.max(1, (bytes(2048) - bytes(1024)) / 1024);
}

/** None where memory is short: the first context then serves everybody. */
async function moreSequences(
  { llama, model }: Pick<Loaded, "llama" | "model">,
  options: LlamaContextOptions & { readonly contextSize: number },
): Promise<readonly LlamaContextSequence[]> {
  try {
    const need = sequencesEach * options.contextSize * cacheBytes(model);
    if (llama.gpu === false && need > (await freeMemory()) / 2) throw new Error("memory is short");
    return sequencesOf(await model.createContext(options));
  } catch (error) {
    log(`Whoever types shares the context with all else: ${(error as Error).message}`);
    return [];
  }
}

const sequencesOf = (context: LlamaContext) =>
  Array.from({ length: context.totalSequences }, () => context.getSequence());

async function startLlama({ gpu }: LoadParams): Promise<Llama> {
  try {
    const { getLlama, LlamaLogLevel } = await import("node-llama-cpp");
    return await getLlama({
      build: "never",
      skipDownload: true,
      gpu: gpu === "off" ? false : "auto",
      maxThreads: 1,
      logLevel: LlamaLogLevel.warn,
      logger: (level, message) => log(`llama.cpp ${level}: ${message.trimEnd()}`),
    });
  } catch (error) {
    throw new ModelError(
      "engine-missing",
      `The model engine cannot start on this computer: ${(error as Error).message}`,
      "Install the extension again; it must be the build for this computer's system and processor.",
    );
  }
}

/**
 * A mapped file keeps a second copy of the weights in memory on the CPU, and what of it is read with each token, a large
 * vocabulary above all, is read more slowly. A small one is loaded sooner.
 */
async function mmap({ path }: LoadParams, llama: Llama): Promise<{ useMmap?: false }> {
  // macOS counts reusable memory as taken, so its number says nothing.
  if (process.platform === "darwin" || llama.gpu !== false) return {};
  const { size } = await stat(path);
  return size > smallFile || freemem() < 3 * size ? { useMmap: false } : {};
}

const isMemory = (error: Error) =>
  error.name === "InsufficientMemoryError" || /memory|allocate/i.test(error.message);

function loadFailed(path: string, error: Error): ModelError {
  return new ModelError(
    "load-failed",
    `The model file ${path} could not be loaded: ${error.message}`,
    isMemory(error)
      ? "Close other programs, choose a smaller model, or set a smaller context size."
      : "Download the file again or choose another model.",
  );
}
