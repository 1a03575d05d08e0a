// Runs a command's work with the model that was asked for, and sees to it that the model's process ends.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { requireAccepted } from "../llm/acceptance.ts";
import type { Backend } from "../llm/backend.ts";
import { catalogueEntry } from "../llm/catalogue/catalogue.ts";
import { localModel } from "../llm/model-file.ts";
import { modelsDir } from "../llm/models-dir.ts";
import { CommandError, type Given } from "./command.ts";
import type { modelOptions } from "./model-commands.ts";
import { isAddress, remoteModel } from "./remote-model.ts";

type Options = Given<typeof modelOptions>["options"];

export async function withModel<R>(options: Options, work: (backend: Backend) => Promise<R>): Promise<R> {
  const log = process.env.GUIDEWRIGHT_LOG ? (line: string) => console.error(line) : () => {};
  const { model, template } = options;
  if (model !== undefined && isAddress(model) && template === "chat")
    throw new CommandError("--template is for models on this machine: a server knows its own.");
  const backend =
    model !== undefined && isAddress(model)
      ? await remoteModel(model, log)
      : await localBackend(options, log);
  try {
    return await work(backend);
  } finally {
    await backend.dispose();
  }
}

type Log = (line: string) => void;

async function localBackend({ model = "starter", template = "raw" }: Options, log: Log): Promise<Backend> {
  const path = pathOf(model);
  const described = await localModel(path);
  if (described.entry) await requireAccepted(modelsDir(), described.entry);
  const { localEngine } = await import("../engine.ts");
  const choice = { id: "", path, gpu: "auto", threads: 0, contextSize: 4096, template } as const;
  return localEngine.create(log)(described, choice);
}

function pathOf(model: string): string {
  const entry = catalogueEntry(model);
  if (!entry) {
    if (!existsSync(model) && !/[\\/.]/.test(model)) {
      throw new CommandError(
        `There is no model “${model}”. “guidewright models” lists the catalogue; a file needs its path.`,
      );
    }
    return model;
  }
  const path = join(modelsDir(), entry.file);
  if (!existsSync(path)) {
    throw new CommandError(
      `${entry.name} is not installed. Run “guidewright models install ${entry.id}” first.`,
    );
  }
  return path;
}
