// Where the fixed beginnings of prompts are kept as models have read them, and erasing them all. It must not know
// what a state is.
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** In the models folder, for this user alone. */
export const statesFolder = (modelsDir: string): string => join(modelsDir, "prepared");

export async function eraseStates(modelsDir: string): Promise<void> {
  await rm(statesFolder(modelsDir), { recursive: true, force: true });
}
