// A model on another machine for a command: naming its address on the command line is the consent. It must not know
// what it is asked for.

import type { Backend } from "../llm/backend.ts";

/** An address, with the model's name behind “#” where the server has several. The token comes by the environment. */
export const isAddress = (model: string): boolean => /^https?:\/\//i.test(model);

export async function remoteModel(model: string, onLog: (line: string) => void): Promise<Backend> {
  const { RemoteBackend } = await import("../llm/remote/remote-backend.ts");
  const [url = "", name = ""] = model.split("#");
  const token = process.env.GUIDEWRIGHT_REMOTE_TOKEN;
  return new RemoteBackend({
    choice: { url, model: name, certificates: "", ahead: false },
    access: async () => ({ allowed: true, ...(token && { token }) }),
    onLog,
  });
}
