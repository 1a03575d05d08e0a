// One window's part in sharing a model host, as a process of its own that a test can kill: it keeps a host at
// hand, tells its pid at each meeting, and answers "ask" with whether the host answers.
import { ModelError } from "../../server/src/llm/errors.ts";
import { countTokensRequest } from "../../server/src/llm/host/protocol.ts";
import { sharedHost } from "../../server/src/llm/shared-host.ts";
import { Supervisor } from "../../server/src/llm/supervisor.ts";
import { hostPath } from "./local-engine.ts";

export type GuestReport = { readonly met: number } | { readonly answered: string };

const folder = process.argv[2] ?? "";
const load = { path: "none.gguf", threads: 0, gpu: "off", contextSize: 0 } as const;
const tell = (report: GuestReport) => process.send?.(report);
const open = () => sharedHost({ hostPath, folder, load, onLog: () => {} });
const meet = async () => tell({ met: (await supervisor.host()).pid });
const supervisor = new Supervisor({ open, onRestart: () => void meet(), pauseMs: () => 50 });

process.on("message", async () => {
  const host = await supervisor.host();
  // Without a model it can only say so, which is an answer.
  const answer = host.request(countTokensRequest, { text: "x" });
  const answered = await answer.catch((error: unknown) => error instanceof ModelError && error.code);
  tell({ answered: String(answered) });
});
process.on("disconnect", () => process.exit());
await meet();
