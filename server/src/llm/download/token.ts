// The access token of whoever downloads, where the hub's own tools keep it too. It must not log or show it.
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** From HF_TOKEN, else from the token file that signing in to the hub has written. */
export async function tokenOfMachine(env: Environment, home = homedir()): Promise<string | undefined> {
  if (env.HF_TOKEN?.trim()) return env.HF_TOKEN.trim();
  const hubHome = env.HF_HOME || join(env.XDG_CACHE_HOME || join(home, ".cache"), "huggingface");
  const text = await readFile(env.HF_TOKEN_PATH || join(hubHome, "token"), "utf8").catch(() => "");
  return text.trim() || undefined;
}
