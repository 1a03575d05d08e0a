// Where the fixed beginnings of prompts are kept as models have read them, and erasing them all. It must not know
// what a state is.
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** In the models folder, for this user alone. */
export const statesFolder = (modelsDir: string): string => join(modelsDir, "prepared");

/** On this very computer, wherever the models are. */
export const contextsFolder = (cacheDir: string): string => join(cacheDir, "contexts");

export async function eraseStates(modelsDir: string): Promise<void> {
  await eraseFolder(statesFolder(modelsDir));
}

/** A host that is just ending may still write into it: then once more. */
export async function eraseFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
