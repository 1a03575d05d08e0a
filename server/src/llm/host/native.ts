// Opens a model with node-llama-cpp: the only module that imports it, and only inside the host process,
// because its native code can end the process. It must not know requests.
import { stat } from "node:fs/promises";
import { availableParallelism, freemem, totalmem } from "node:os";
import type {
  Llama,
  LlamaContext,
  LlamaContextOptions,
  LlamaContextSequence,
  LlamaModel,
  Token,
} from "node-llama-cpp";
import { ModelError } from "../errors.ts";
import { fittingContext, type Machine } from "./context-size.ts";
import { log } from "./log.ts";
import type { LoadParams } from "./protocol.ts";

export interface Native {
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly sequences: readonly LlamaContextSequence[];
  /** Tokens that each of the sequences can hold. */
  readonly contextSize: number;
  /** Tokens that can be computed at a time. */
  readonly batchSize: number;
  readonly threads: number;
  /** What a sequence's saved content depends on, beside the weights. */
  readonly identity: string;
  /** Bytes of the GPU's own memory, where one computes. */
  readonly gpuMemory?: number;
}

const leastContext = 512;
/** So many tokens tell how fast a prompt is read. */
const probe = 16;
/** For where the author types and where they typed before, for an explanation and for a draft. */
const usualSequences = 4;
/** One must stay free for typing while the other works. */
const leastSequences = 2;
/**
 * Tokens computed at a time on a processor. From 64 on llama.cpp computes attention in another order, so that the
 * result would depend on how a prompt was cut; and room for more costs memory by the size of the vocabulary.
 */
const processorBatch = 48;

export async function openNative(params: LoadParams): Promise<Native> {
  const llama = await startLlama(params);
  const threads = threadCount(params.threads, llama.cpuMathCores);
  llama.maxThreads = threads;
  try {
    const model = await llama.loadModel({ modelPath: params.path, ...(await mmap(params, llama)) });
    const wanted = params.contextSize || fittingContext(await machine(llama, model, threads));
    const contextSize = Math.min(Math.max(wanted, leastContext), model.trainContextSize);
    const context = await openContext(model, {
      contextSize,
      threads,
      ...(llama.gpu === false && { batchSize: processorBatch }),
      // Without it, going back in a long Gemma 2 sequence silently gives wrong results.
      swaFullCache: true,
    });
    const sequences = Array.from({ length: context.totalSequences }, () => context.getSequence());
    const { batchSize } = context;
    const identity = JSON.stringify([
      llama.llamaCppRelease.release,
      llama.gpu,
      context.flashAttention,
      context.kvCacheKeyType,
      context.kvCacheValueType,
    ]);
    const gpuMemory = llama.gpu === false ? 0 : (await llama.getVramState()).total;
    const held = { sequences, contextSize: context.contextSize, batchSize, identity };
    return { llama, model, threads, gpuMemory, ...held };
  } catch (error) {
    throw loadFailed(params.path, error as Error);
  }
}

/** What the computer can do with this model, the first tokens included that bring the weights into memory. */
async function machine(llama: Llama, model: LlamaModel, threads: number): Promise<Machine> {
  const context = await model.createContext({ contextSize: probe * 4, batchSize: probe, threads });
  const sequence = context.getSequence();
  const tokens = Array.from({ length: probe }, () => model.tokens.bos ?? model.tokens.eos ?? (0 as Token));
  await sequence.evaluateWithoutGeneratingNewTokens(tokens);
  const start = performance.now();
  await sequence.evaluateWithoutGeneratingNewTokens(tokens);
  const speed = (1000 * probe) / (performance.now() - start);
  await context.dispose();
  const { free } = llama.gpu === false ? { free: freeMemory() } : await llama.getVramState();
  return { speed, bytesPerToken: usualSequences * cacheBytes(model), free };
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

/** macOS counts reusable memory as taken, so its number says nothing. */
const freeMemory = () => (process.platform === "darwin" ? totalmem() / 2 : freemem());

/** With fewer sequences where memory is short. */
async function openContext(model: LlamaModel, options: LlamaContextOptions): Promise<LlamaContext> {
  try {
    return await model.createContext({ ...options, sequences: usualSequences });
  } catch (error) {
    if (!isMemory(error as Error)) throw error;
    return await model.createContext({ ...options, sequences: leastSequences });
  }
}

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

/** The pool spins while it waits: more threads than cores make everything stand still. */
export function threadCount(wanted: number, physicalCores: number, usable = availableParallelism()): number {
  if (wanted > 0) return Math.min(Math.floor(wanted), usable);
  return Math.max(1, Math.min(physicalCores, usable) - 1);
}

/** A mapped file keeps a second copy of the weights in memory on the CPU: only when there is room. */
async function mmap({ path }: LoadParams, llama: Llama): Promise<{ useMmap?: false }> {
  // macOS counts reusable memory as taken, so its number says nothing.
  if (process.platform === "darwin" || llama.gpu !== false) return {};
  const { size } = await stat(path);
  return freemem() < 3 * size ? { useMmap: false } : {};
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
