// Tiny models of each architecture in a real host process, for tests: written into a folder that goes with the
// test's process. It must not know what is tested.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalBackend, type LocalBackendOptions } from "../../server/src/llm/local-backend.ts";
import { localModel } from "../../server/src/llm/model-file.ts";
import { modelFile } from "../models/architectures.ts";
import { writeGguf } from "../models/gguf-file.ts";
import { type Shape, shapes } from "../models/shapes.ts";
import { hostPath, meetingFolder } from "./local-engine.ts";

export const tinyShapes = {
  gemma2: shapes["tiny-gemma2"],
  llama: shapes["tiny-llama3.1"],
  qwen2: shapes["tiny-qwen2.5"],
} as const;

let folder: string | undefined;
let count = 0;

/** The path of a new file of this shape. */
export function tinyModel(shape: Shape): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "guidewright-models-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  const name = `tiny-${shape.architecture}-${count++}`;
  const path = join(folder, `${name}.gguf`);
  writeGguf(path, modelFile(name, shape));
  return path;
}

export async function tinyBackend(
  path: string,
  { settings, ...options }: Partial<LocalBackendOptions> = {},
): Promise<LocalBackend> {
  const model = await localModel(path);
  const own = { hostPath, model, folder: meetingFolder() };
  return new LocalBackend({ ...own, settings: { gpu: "off", contextSize: 2048, ...settings }, ...options });
}
