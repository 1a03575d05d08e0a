// The answer to one request, token by token: the prompt is read, its broken last word healed, and text comes
// until something ends it. It must not know who else computes, nor where prompts and answers come from.
import type { LlamaGrammar, LlamaGrammarEvaluationState, LlamaModel, Token } from "node-llama-cpp";
import type { Chunk, CompleteRequest, Ending } from "../backend.ts";
import { JsonEnd } from "./json-end.ts";
import { Output, StopStrings, TokenText } from "./output.ts";
import type { Sampling, TokenSequence } from "./sequence.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where decoding goes on: the tokens to evaluate next and all before the output. */
export interface Start {
  readonly pending: readonly Token[];
  readonly before: readonly Token[];
  /** Text that the healed tokens have beyond what was cut off. */
  readonly text: string;
  readonly probability: number;
}

/** A prompt whose last word is to be spelled anew. */
export interface Broken {
  readonly tokens: readonly Token[];
  readonly tail: string;
}

export interface AnswerParts {
  readonly model: LlamaModel;
  readonly contextSize: number;
  readonly sequence: TokenSequence;
  readonly request: CompleteRequest;
  readonly emit: (chunk: Chunk) => void;
}

export class Answer {
  readonly #parts: AnswerParts;
  #firstAt: number | undefined;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  async plain(tokens: readonly Token[]): Promise<Start> {
    return { pending: await this.#parts.sequence.read(tokens), before: tokens, text: "", probability: 1 };
  }

  /** Undefined when the tail cannot be spelled: then the prompt is to be taken as it is. */
  async healed({ tokens, tail }: Broken, vocabulary: Vocabulary<Token>): Promise<Start | undefined> {
    const { sequence, request } = this.#parts;
    let pending = await sequence.read(tokens);
    const before = [...tokens];
    let left = tail;
    let probability = 1;
    for (let step = 0; left !== ""; step++) {
      const allowed = vocabulary.consistent(left);
      if (allowed.tokens.length === 0) return undefined;
      const next = await sequence.nextAmong(pending, allowed, sampling(request, step));
      if (!next) return undefined;
      pending = [next.token];
      probability *= next.probability;
      before.push(next.token);
      const text = vocabulary.text(next.token);
      if (text.length >= left.length) return { pending, before, text: text.slice(left.length), probability };
      left = left.slice(text.length);
    }
    return undefined;
  }

  /** What follows the start, as the grammar allows where there is one. */
  async decode(start: Start, grammar?: LlamaGrammar): Promise<Ending> {
    const { request, sequence, model } = this.#parts;
    const output = this.#output(start);
    const json = grammar && new JsonEnd();
    let left = Math.min(request.maxTokens, this.#room(start));
    if (start.text !== "") {
      left--;
      if (output.pushText(start.text, start.probability)) return "stop";
    } else if (start.probability < 1) output.pushText("", start.probability);
    if (left <= 0) return over(output, "length");
    for await (const { token, probability } of await this.#tokens(start, grammar)) {
      sequence.signal.throwIfAborted();
      if (model.isEogToken(token)) return over(output, "end");
      if (output.push(token, probability, json && ((text) => json.push(text)))) return "stop";
      if (json?.done) return over(output, "end");
      if (--left <= 0) return over(output, "length");
      if (this.#isLate()) return over(output, "deadline");
    }
    sequence.signal.throwIfAborted();
    return over(output, "end");
  }

  async #tokens({ pending }: Start, grammar: LlamaGrammar | undefined) {
    const { request, sequence, model } = this.#parts;
    const { temperature, seed } = sampling(request, 0);
    if (request.probabilities && !grammar && temperature === 0) return sequence.weighed(pending);
    if (!grammar) return sequence.written(pending, { temperature, seed });
    const { LlamaGrammarEvaluationState } = await import("node-llama-cpp");
    const state: LlamaGrammarEvaluationState = new LlamaGrammarEvaluationState({ model, grammar });
    return sequence.written(pending, { temperature, seed }, state);
  }

  #output(start: Start): Output<Token> {
    const { model, request, emit } = this.#parts;
    const text = new TokenText<Token>(
      (tokens, before) => model.detokenize(tokens, false, before),
      start.before,
    );
    return new Output(text, new StopStrings(request.stop), emit);
  }

  /** How many tokens may still be decoded before the context is full. */
  #room(start: Start): number {
    return this.#parts.contextSize - 1 - start.before.length;
  }

  #isLate(): boolean {
    const { decodeMs } = this.#parts.request;
    this.#firstAt ??= performance.now();
    return decodeMs !== undefined && performance.now() - this.#firstAt >= decodeMs;
  }
}

function over(output: Output<Token>, ending: Ending): Ending {
  output.end();
  return ending;
}

function sampling({ temperature = 0, seed = 0 }: CompleteRequest, step: number): Sampling {
  // A seed of its own for each token that is healed, because every one starts a fresh generator.
  return { temperature, seed: (seed + Math.imul(step + 1, 0x9e3779b1)) >>> 0 };
}
