// Looks what a server is and offers: which program, which model, how long its context is. Sends no text of a
// document. It must not generate anything: a large model may take minutes to load.
import type { ModelError, ModelErrorCode } from "../errors.ts";
import type { Client } from "./client.ts";
import type { Call } from "./connection.ts";
import type { ServerKind } from "./dialect.ts";
import type { Json } from "./events.ts";
import { objectIn } from "./piece.ts";
import { elsewhere, remoteError } from "./remote-error.ts";

export interface Offer {
  readonly kind: ServerKind;
  readonly model: string;
  /** Undefined where the server does not tell. */
  readonly contextSize: number | undefined;
}

const unlisted: readonly ModelErrorCode[] = [
  "remote-missing",
  "remote-refused",
  "remote-failed",
  "remote-garbled",
];

type Ask = (call: Call) => Promise<Json | undefined>;

export async function probe(client: Client, wanted: string, signal: AbortSignal): Promise<Offer> {
  const { address } = client;
  const listed = await client.json({ method: "GET", path: "models" }, signal).catch((error: ModelError) => {
    // A server that cannot list its models can still answer, if it is told the model.
    if (unlisted.includes(error.code) && wanted !== "") return undefined;
    throw error;
  });
  const models = modelsIn(listed);
  const entry = choose(models, wanted, address.host);
  const ask: Ask = (call) =>
    client.json(call, signal).catch((error) => (signal.aborted ? Promise.reject(error) : undefined));
  const kind = await kindOf(entry, ask);
  const model = typeof entry.id === "string" ? entry.id : wanted;
  if (kind === "ollama") return ollama(model, ask, address.host);
  return { kind, model, contextSize: await contextOf(kind, entry, ask) };
}

function modelsIn(listed: Json | undefined): readonly Json[] {
  const data = Array.isArray(listed?.data) ? listed.data : [];
  return data.flatMap((entry) => {
    const model = objectIn(entry);
    return model && typeof model.id === "string" ? [model] : [];
  });
}

function choose(models: readonly Json[], wanted: string, host: string): Json {
  const named = models.find(({ id }) => id === wanted) ?? models.find(({ id }) => id === `${wanted}:latest`);
  if (named) return named;
  const names = models.map(({ id }) => `“${id}”`);
  const list = names.length > 8 ? `${names.slice(0, 8).join(", ")} and others` : names.join(", ");
  if (wanted !== "") {
    if (models.length === 0) return { id: wanted };
    const known = `The server at ${host} offers no model “${wanted}”, but ${list}.`;
    throw remoteError("remote-missing", known, "Name one of these in guidewright.remote.model.");
  }
  const meditron = models.filter(({ id }) => /meditron/i.test(String(id)));
  const [only, another] = models.length === 1 ? models : meditron;
  if (only && !another) return only;
  if (models.length === 0)
    throw remoteError(
      "remote-missing",
      `The server at ${host} lists no model.`,
      "Load one there, or name it in guidewright.remote.model.",
    );
  const many = `The server at ${host} offers several models: ${list}.`;
  throw remoteError("remote-missing", many, "Name one in guidewright.remote.model.");
}

/** Each program is known by what only it says: several answer anything with a success. */
async function kindOf(entry: Json, ask: Ask): Promise<ServerKind> {
  if (entry.owned_by === "vllm") return "vllm";
  if (entry.owned_by === "llamacpp") return "llama-server";
  const isOllama = typeof (await ask({ method: "GET", path: "/api/version" }))?.version === "string";
  if (isOllama) return "ollama";
  const studio = await ask({ method: "GET", path: "/api/v0/models" });
  return Array.isArray(studio?.data) ? "lm-studio" : "openai";
}

async function contextOf(kind: ServerKind, entry: Json, ask: Ask): Promise<number | undefined> {
  if (kind === "llama-server") {
    const props = await ask({ method: "GET", path: "/props" });
    return count(objectIn(props?.default_generation_settings)?.n_ctx) ?? count(objectIn(entry.meta)?.n_ctx);
  }
  if (kind === "lm-studio") {
    const listed = await ask({ method: "GET", path: "/api/v0/models" });
    const model = modelsIn(listed).find(({ id }) => id === entry.id);
    return count(model?.loaded_context_length) ?? count(model?.max_context_length);
  }
  return count(entry.max_model_len) ?? count(entry.context_length) ?? count(entry.context_window);
}

async function ollama(model: string, ask: Ask, host: string): Promise<Offer> {
  const shown = await ask({ path: "/api/show", body: { model } });
  const target = shown?.remote_host;
  // A model in Ollama's cloud is offered like any other, but the text would go there.
  if (typeof target === "string" && target !== "") throw elsewhere(host, target);
  const running = await ask({ method: "GET", path: "/api/ps" });
  const loaded = (Array.isArray(running?.models) ? running.models : [])
    .map(objectIn)
    .find((one) => one?.name === model);
  return { kind: "ollama", model, contextSize: count(loaded?.context_length) };
}

const count = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
