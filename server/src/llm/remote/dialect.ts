// How each kind of server is asked for the same thing: paths and bodies, with what goes beyond the OpenAI API where
// a server has it. Pure data and functions; it must not send anything.
import type { CompleteRequest, JsonSchema } from "../backend.ts";
import type { Call } from "./connection.ts";

export type ServerKind = "vllm" | "llama-server" | "ollama" | "lm-studio" | "openai";

/** A request to complete a text, when the model and the text to be sent are known. */
export interface Ask extends Pick<CompleteRequest, "maxTokens" | "temperature" | "seed"> {
  readonly model: string;
  readonly prompt: string;
  /** Only those that the server may look for. */
  readonly stop: readonly string[];
  /** False after the server refused to tell probabilities. */
  readonly probabilities: boolean;
  /** What was cut off the text behind the prompt: the answer has to begin with it, if the server can be told so. */
  readonly begin?: string;
  readonly schema?: JsonSchema;
}

export interface Dialect {
  /** As the user knows the program. */
  readonly name: string;
  complete(ask: Ask): Call;
  /** Is the output held to the schema while it is written? Else it is asked for, and looked at. */
  readonly holdsSchemas: boolean;
  /** How many tokens a text has, where the server says so. */
  readonly count?: (model: string, text: string) => Call;
  /** How choices are scored: the prompt given back with its probabilities, or token by token. */
  readonly scores?: "echo" | "tokens";
  readonly caches: boolean;
}

/** So many alternatives at each place are what vLLM gives out by default; the OpenAI API itself has fewer. */
const alternatives = 20;
const fewAlternatives = 5;
const mostStops = 4;

const sampling = ({ model, maxTokens, temperature = 0, seed, stop }: Ask) => ({
  model,
  max_tokens: maxTokens,
  temperature,
  ...(temperature > 0 && seed !== undefined && { seed }),
  ...(stop.length > 0 && { stop: stop.slice(0, mostStops) }),
  stream: true,
});

const completion = (ask: Ask, more: object = {}): Call => ({
  path: "completions",
  body: {
    ...sampling(ask),
    prompt: ask.prompt,
    ...(ask.probabilities && { logprobs: alternatives }),
    ...more,
  },
});

const jsonSchemaFormat = (schema: JsonSchema) => ({
  response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } },
});

const continueText =
  "Continue the user's text exactly where it ends. Write nothing but the continuation, without any remark.";
const repeatWord = (word: string) => ` Begin your answer by repeating its last word, “${word}”.`;
const answerAsJson = "Answer with one JSON value that obeys this JSON schema, and with nothing else: ";

/** For servers that only chat. */
export const chat = (ask: Ask): Call => ({
  path: "chat/completions",
  body: {
    ...sampling(ask),
    messages: [
      { role: "system", content: instruction(ask) },
      { role: "user", content: ask.prompt + (ask.begin ?? "") },
    ],
    ...(ask.probabilities && { logprobs: true, top_logprobs: alternatives }),
    ...(ask.schema && jsonSchemaFormat(ask.schema)),
  },
});

function instruction({ schema, begin = "" }: Ask): string {
  if (schema) return answerAsJson + JSON.stringify(schema);
  return begin.trim() === "" ? continueText : continueText + repeatWord(begin.trim());
}

export const dialects: Readonly<Record<ServerKind, Dialect>> = {
  vllm: {
    name: "vLLM",
    complete: (ask) =>
      completion(ask, {
        stream_options: { include_usage: true },
        ...(ask.schema && { ...jsonSchemaFormat(ask.schema), guided_json: ask.schema }),
      }),
    holdsSchemas: true,
    count: (model, text) => ({ path: "/tokenize", body: { model, prompt: text, add_special_tokens: false } }),
    scores: "echo",
    caches: true,
  },
  "llama-server": {
    name: "llama-server",
    complete: (ask) =>
      completion(ask, {
        cache_prompt: true,
        ...(ask.schema && { json_schema: ask.schema }),
        ...(ask.begin && { grammar: grammarFor(ask.begin) }),
      }),
    holdsSchemas: true,
    count: (_model, text) => ({ path: "/tokenize", body: { content: text } }),
    scores: "tokens",
    caches: true,
  },
  ollama: {
    name: "Ollama",
    // Its /v1/completions wraps every prompt into the model's chat template; only “raw” continues the text.
    complete: (ask) => ({
      path: "/api/generate",
      body: {
        model: ask.model,
        prompt: ask.prompt,
        raw: true,
        stream: true,
        // An error instead of a prompt that is cut in silence.
        truncate: false,
        options: {
          num_predict: ask.maxTokens,
          temperature: ask.temperature ?? 0,
          repeat_penalty: 1,
          ...(ask.seed !== undefined && { seed: ask.seed }),
          ...(ask.stop.length > 0 && { stop: ask.stop }),
        },
        ...(ask.probabilities && { logprobs: true, top_logprobs: alternatives }),
        ...(ask.schema && { format: ask.schema }),
      },
    }),
    holdsSchemas: true,
    caches: true,
  },
  "lm-studio": {
    name: "LM Studio",
    complete: (ask) => (ask.schema ? chat(ask) : completion(ask)),
    holdsSchemas: true,
    caches: true,
  },
  openai: {
    name: "a server with the OpenAI API",
    complete: (ask) =>
      completion(ask, {
        ...(ask.probabilities && { logprobs: fewAlternatives }),
        ...(ask.schema && jsonSchemaFormat(ask.schema)),
      }),
    holdsSchemas: false,
    scores: "echo",
    caches: false,
  },
};

/** In llama.cpp's grammar: this text, and then anything. */
const grammarFor = (text: string) => `root ::= ${JSON.stringify(text)} [^\\x00]*`;
