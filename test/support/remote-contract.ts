// npm run test:remote -- URL[#MODEL]: whether a real server with the OpenAI API does all that is asked of a backend. The
// token comes by GUIDEWRIGHT_REMOTE_TOKEN. It sends nothing but the contract's own prompts.
import { ModelError } from "../../server/src/llm/errors.ts";
import { RemoteBackend } from "../../server/src/llm/remote/remote-backend.ts";
import { backendContract, contractPrompt } from "./backend-contract.ts";

const [url = "", model = ""] = (process.argv[2] ?? "").split("#");
const token = process.env.GUIDEWRIGHT_REMOTE_TOKEN;

const open = async (onLog?: (line: string) => void) =>
  new RemoteBackend({
    choice: { url, model, certificates: "", ahead: true },
    access: async () => ({ allowed: true, token }),
    ...(onLog && { onLog }),
  });

async function scores(): Promise<boolean> {
  const backend = await open(console.log);
  try {
    await backend.score({ prefix: contractPrompt, choices: [" Paris"] }, new AbortController().signal);
    return true;
  } catch (error) {
    if (error instanceof ModelError && error.code === "remote-cannot") return false;
    throw error;
  } finally {
    await backend.dispose();
  }
}

try {
  backendContract(`The server at ${url}`, open, { scores: await scores() });
} catch (error) {
  if (!(error instanceof ModelError)) throw error;
  console.error(`${error.message} ${error.advice}`);
  process.exitCode = 1;
}
