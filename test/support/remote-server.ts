// A server that speaks as vLLM, llama-server, Ollama, LM Studio or a plain OpenAI-compatible one speaks, with a
// model that knows one text by heart, and with every fault that a server can have. It must not know who asks.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { StopStrings } from "../../server/src/llm/host/output.ts";
import type { ServerKind } from "../../server/src/llm/remote/dialect.ts";

type Body = Readonly<Record<string, unknown>>;

export interface Seen {
  readonly path: string;
  readonly body: Body;
  readonly authorization: string | undefined;
  /** Resolves with true when the client hung up before the end. */
  readonly left: Promise<boolean>;
}

export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Bytes instead of what belongs there, after the head of a stream. */
  | { readonly bytes: readonly (string | Uint8Array)[]; readonly type?: string }
  /** Nothing more after so many events; the connection stays open, or ends. */
  | { readonly after: number; readonly next: "silence" | "end" | "reset" | { readonly error: unknown } };

export interface RemoteServerOptions {
  readonly kind: ServerKind | "chat";
  readonly token?: string;
  /** Answers on every address of this machine, not only on its own. */
  readonly everywhere?: boolean;
  readonly models?: readonly string[];
  readonly contextSize?: number;
  /** What the model knows by heart. */
  readonly text?: string;
  /** Other tokens that it holds for possible everywhere. */
  readonly alternatives?: Readonly<Record<string, number>>;
  readonly json?: string;
  /** Behind a proxy that lets through only what is below the API's own path. */
  readonly bare?: boolean;
  readonly refusesLogprobs?: boolean;
  readonly refusesSchemas?: boolean;
  /** Where Ollama sends what its model is asked. */
  readonly cloud?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export const knownText =
  "The capital of France is Paris, and it is the largest city there too, as every child has learnt at school.";
const ownLogprob = -0.105;

export class RemoteServer {
  readonly seen: Seen[] = [];
  /** For the coming requests that generate, in turn. */
  readonly faults: Fault[] = [];
  readonly #options: RemoteServerOptions;
  readonly #server: ReturnType<typeof createServer>;

  private constructor(options: RemoteServerOptions) {
    this.#options = options;
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      void this.#answer(request, response);
    this.#server = options.tls ? createTlsServer(options.tls, answer) : createServer(answer);
  }

  static async start(options: RemoteServerOptions): Promise<RemoteServer> {
    const server = new RemoteServer(options);
    await new Promise<void>((resolve) =>
      server.#server.listen(0, options.everywhere ? "0.0.0.0" : "127.0.0.1", resolve),
    );
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#options.tls ? "https" : "http"}://localhost:${this.port}`;
  }

  /** Requests that generate, by their bodies. */
  get asked(): readonly Body[] {
    return this.seen.filter(({ path }) => /completions?$|generate$/.test(path)).map(({ body }) => body);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const body = await bodyOf(request);
    const { authorization } = request.headers;
    const left = new Promise<boolean>((resolve) =>
      response.once("close", () => resolve(!response.writableFinished)),
    );
    this.seen.push({ path, body, authorization, left });
    const { token } = this.#options;
    if (token !== undefined && authorization !== `Bearer ${token}`)
      return json(response, { error: { message: `Invalid token ${authorization}.` } }, 401);
    if (this.#options.bare && !path.startsWith("/v1/")) return json(response, {}, 403);
    const fact = this.#fact(path, body);
    if (fact !== undefined) return json(response, fact);
    if (!this.#generates(path)) return json(response, { error: { message: "Not Found" } }, 404);
    const fault = this.faults.shift();
    if (fault && "status" in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body ?? "");
      return;
    }
    if (this.#options.refusesLogprobs && body.logprobs !== undefined)
      return json(response, { error: { message: "logprobs are not supported" } }, 400);
    if (this.#options.refusesSchemas && hasSchema(body))
      return json(response, { detail: "Unexpected fields in the request: {'response_format'}" }, 422);
    await this.#generate(path, body, response, fault);
  }

  #generates(path: string): boolean {
    const { kind } = this.#options;
    if (path === "/api/generate") return kind === "ollama";
    if (path === "/completion") return kind === "llama-server";
    if (path === "/v1/completions") return kind !== "chat";
    return path === "/v1/chat/completions";
  }

  /** What a server tells of itself, and how it counts. */
  #fact(path: string, body: Body): unknown {
    const { kind, models = ["meditron"], contextSize = 4096 } = this.#options;
    const owner =
      { vllm: "vllm", "llama-server": "llamacpp", ollama: "library" }[kind as string] ?? "someone";
    if (path === "/v1/models") {
      const more = kind === "vllm" ? { max_model_len: contextSize } : {};
      return {
        object: "list",
        data: models.map((id) => ({ id, object: "model", owned_by: owner, ...more })),
      };
    }
    if (kind === "llama-server" && path === "/props")
      return { default_generation_settings: { n_ctx: contextSize } };
    if (kind === "llama-server" && path === "/tokenize") return { tokens: numbersOf(String(body.content)) };
    if (kind === "vllm" && path === "/tokenize")
      return { count: wordsOf(String(body.prompt)).length, max_model_len: contextSize };
    if (kind === "ollama" && path === "/api/version") return { version: "0.12.0" };
    if (kind === "ollama" && path === "/api/show")
      return {
        details: {},
        model_info: {},
        ...(this.#options.cloud && { remote_host: this.#options.cloud }),
      };
    if (kind === "ollama" && path === "/api/ps")
      return { models: models.map((name) => ({ name, context_length: contextSize })) };
    if (kind !== "lm-studio") return undefined;
    if (path === "/api/v0/models")
      return { data: models.map((id) => ({ id, loaded_context_length: contextSize })) };
    // LM Studio answers what it does not know with a success.
    return this.#generates(path)
      ? undefined
      : { error: "Unexpected endpoint or method. Returning 200 anyway" };
  }

  async #generate(path: string, body: Body, response: ServerResponse, fault?: Fault): Promise<void> {
    if (path === "/completion") return json(response, this.#forced(body));
    if (body.echo === true && this.#options.kind === "vllm") return json(response, this.#echo(body));
    if (body.stream !== true) return json(response, wholeOf(path, this.#tokens(body).join("")));
    await this.#stream(path, body, response, fault);
  }

  async #stream(path: string, body: Body, response: ServerResponse, fault?: Fault): Promise<void> {
    const isOllama = path === "/api/generate";
    const type = isOllama ? "application/x-ndjson" : "text/event-stream; charset=utf-8";
    response.writeHead(200, { "content-type": (fault && "type" in fault && fault.type) || type });
    response.flushHeaders();
    if (fault && "bytes" in fault) {
      for (const bytes of fault.bytes) {
        response.write(bytes);
        await turn();
      }
      response.end();
      return;
    }
    const send = (event: unknown) => response.write(isOllama ? `${JSON.stringify(event)}\n` : sse(event));
    let sent = 0;
    for (const event of this.#events(path, body)) {
      if (fault && "after" in fault && sent++ >= fault.after) return misbehave(fault.next, response, send);
      // Who asks for a lot gets no end: only hanging up ends it.
      if (isLast(event) && mostTokens(body) > 100 && !hasSchema(body)) return;
      send(event);
      await turn();
      if (response.destroyed) return;
    }
    response.end(isOllama ? "" : "data: [DONE]\n\n");
  }

  *#events(path: string, body: Body): Generator<unknown> {
    const tokens = this.#tokens(body);
    for (const text of tokens) {
      yield eventOf(path, text, this.#logprobs(path, body, text));
    }
    yield endOf(path, tokens.length >= mostTokens(body) ? "length" : "stop");
  }

  #tokens(body: Body): readonly string[] {
    const { text = knownText, json = '{"answer": "yes", "certain": true}' } = this.#options;
    const most = mostTokens(body);
    const words = hasSchema(body) ? (json.match(/.{1,5}/gs) ?? []) : continued(text, body);
    const stops = new StopStrings(stopsOf(body));
    const out: string[] = [];
    for (const word of words.slice(0, most)) {
      out.push(stops.push(word));
      if (stops.stopped) break;
    }
    return [...out, stops.flush()].filter((text) => text !== "");
  }

  #logprobs(path: string, body: Body, text: string): unknown {
    if (this.#options.kind === "lm-studio" || !body.logprobs) return null;
    const top = { [text]: ownLogprob, ...this.#options.alternatives };
    const list = Object.entries(top).map(([token, logprob]) => ({ token, logprob }));
    const content = [{ token: text, logprob: ownLogprob, top_logprobs: list }];
    if (path === "/api/generate") return content;
    if (path.includes("chat") || this.#options.kind === "llama-server") return { content };
    return { tokens: [text], token_logprobs: [ownLogprob], top_logprobs: [top], text_offset: [0] };
  }

  /** vLLM: the prompt with the probabilities of its tokens, and one token more. */
  #echo(body: Body): unknown {
    const words = ["<s>", ...wordsOf(String(body.prompt)), " more"];
    const values = words.map((word, index) => (index === 0 ? null : -word.length));
    const logprobs = { tokens: words, token_logprobs: values, top_logprobs: words.map(() => null) };
    return {
      choices: [{ text: words.join(""), logprobs, finish_reason: "length" }],
      usage: { prompt_tokens: words.length - 1, completion_tokens: 1 },
    };
  }

  /** llama-server: the probability of a token that is forced. */
  #forced(body: Body): unknown {
    const [[id]] = body.logit_bias as [[number, number]];
    return { content: "?", completion_probabilities: [{ id, logprob: -id / 1000 }] };
  }
}

const sse = (event: unknown) => `data: ${JSON.stringify(event)}\n\n`;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];
const numbersOf = (text: string) =>
  wordsOf(text).map((word) => [...word].reduce((sum, c) => sum + c.charCodeAt(0), 0));
const hasSchema = ({ response_format, json_schema, format }: Body) =>
  Boolean(response_format ?? json_schema ?? format);

function mostTokens({ max_tokens, options }: Body): number {
  return Number(max_tokens ?? (options as Body | undefined)?.num_predict ?? 16);
}

function stopsOf({ stop, options }: Body): readonly string[] {
  return ((stop ?? (options as Body | undefined)?.stop ?? []) as string[]).filter((one) => one !== "");
}

function promptOf({ prompt, messages }: Body): string {
  return String(prompt ?? (messages as { content: string }[]).at(-1)?.content ?? "");
}

/** llama-server's grammar, as far as we write it. */
function beginIn({ grammar }: Body): string {
  const quoted = /^root ::= ("(?:[^"\\]|\\.)*")/.exec(String(grammar ?? ""))?.[1];
  return quoted === undefined ? "" : (JSON.parse(quoted) as string);
}

/** The known text from where the prompt ends in it, behind what the answer has to begin with. */
function continued(text: string, body: Body): readonly string[] {
  const begin = beginIn(body);
  const prompt = promptOf(body) + begin;
  const repeated = /last word, “(.*?)”/.exec(JSON.stringify(body.messages ?? ""))?.[1] ?? begin;
  for (let length = Math.min(prompt.length, text.length); length > 0; length--) {
    const at = text.indexOf(prompt.slice(-length));
    if (at < 0) continue;
    const [first = "", ...rest] = wordsOf(text.slice(at + length));
    return repeated === "" ? [first, ...rest] : [repeated + first, ...rest];
  }
  return [repeated, ...wordsOf(text)].filter((word) => word !== "");
}

function eventOf(path: string, text: string, logprobs: unknown): unknown {
  if (path === "/api/generate")
    return { model: "meditron", response: text, done: false, ...(logprobs ? { logprobs } : {}) };
  const choice = path.includes("chat") ? { delta: { content: text } } : { text };
  return { choices: [{ index: 0, ...choice, logprobs, finish_reason: null }] };
}

function endOf(path: string, reason: string): unknown {
  if (path === "/api/generate") return { model: "meditron", response: "", done: true, done_reason: reason };
  const choice = path.includes("chat") ? { delta: {} } : { text: "" };
  return { choices: [{ index: 0, ...choice, logprobs: null, finish_reason: reason }] };
}

const wholeOf = (path: string, text: string): unknown =>
  path.includes("chat")
    ? { choices: [{ message: { content: text }, finish_reason: "stop" }] }
    : { choices: [{ text, logprobs: null, finish_reason: "stop" }] };

const isLast = (event: unknown) => /"(?:finish_reason":"|done":true)/.test(JSON.stringify(event));

type Misbehaviour = Extract<Fault, { after: number }>["next"];

function misbehave(next: Misbehaviour, response: ServerResponse, send: (event: unknown) => void): void {
  if (next === "silence") return;
  if (next === "reset") response.socket?.resetAndDestroy();
  else if (next === "end") response.end();
  else {
    send(next);
    response.end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text === "" ? {} : (JSON.parse(text) as Body);
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
