// `guidewright lsp`: the language server, for an editor that starts it by this command.

import { CommandError, defineCommand } from "./command.ts";

export const lsp = defineCommand({
  name: "lsp",
  parameters: "--stdio",
  takes: "nothing",
  summary: "Start the language server for an editor.",
  options: { stdio: { description: "talk over standard input and output" } },
  allowsUnknownOptions: true,
  async run({ options }) {
    if (!options.stdio) throw new CommandError("Start the language server with: guidewright lsp --stdio");
    const { saveMemory } = await import("../heap.ts");
    saveMemory(true);
    // Loaded only here: no other command needs the protocol's library.
    const { composeServer } = await import("../compose.ts");
    const { localEngine } = await import("../engine.ts");
    const { stdioTransport } = await import("../transport.ts");
    composeServer(stdioTransport(), localEngine);
    return new Promise<number>(() => {});
  },
});
