// From prompt text to the tokens to be evaluated: tokenised in pieces so that the host stays responsive,
// and cut from the left in big steps so that the cached beginning survives while the author types.
// It must not know llama.cpp beyond a tokenising function.
import type { Frame } from "./chat-frame.ts";

export interface Tokenizer<Token> {
  readonly tokenize: (text: string) => Token[];
  /** True when the token's text ends a line. */
  readonly endsLine: (token: Token) => boolean;
  /** Stands for an empty prompt, since something has to be evaluated. */
  readonly empty: readonly Token[];
}

/** The last block is tokenised at each request: a millisecond for 2,000 characters. */
const blockLength = 500;
const mostBlocks = 1_024;

/** Splits text at line borders into blocks of at least `length` characters; joined they are the text. */
export function blocksOf(text: string, length = blockLength): string[] {
  const blocks: string[] = [];
  let start = 0;
  while (text.length - start > length) {
    // Only where the next line begins with ink: tokenizers join breaks with blanks and with other breaks.
    const border = /\n(?=\S)/g;
    border.lastIndex = start + length - 1;
    const found = border.exec(text);
    if (!found) break;
    blocks.push(text.slice(start, found.index + 1));
    start = found.index + 1;
  }
  blocks.push(text.slice(start));
  return blocks;
}

/** Keeps at most `limit` tokens, dropping from the left in steps of a quarter, at a line border if one is near. */
export function fitTokens<Token>(
  tokens: readonly Token[],
  limit: number,
  endsLine: (token: Token) => boolean,
): readonly Token[] {
  if (tokens.length <= limit) return tokens;
  const step = Math.max(1, Math.floor(limit / 4));
  const drop = Math.ceil((tokens.length - limit) / step) * step;
  for (let at = drop; at < drop + step && at < tokens.length; at++)
    if (endsLine(tokens[at - 1]!)) return tokens.slice(at);
  return tokens.slice(Math.min(drop, tokens.length - 1));
}

export class PromptTokens<Token> {
  readonly #tokenizer: Tokenizer<Token>;
  readonly #pieces: boolean;
  /** Blocks seen lately: while the author types at the end, all but the last block are known. */
  readonly #known = new Map<string, readonly Token[]>();

  constructor(tokenizer: Tokenizer<Token>) {
    this.#tokenizer = tokenizer;
    const { tokenize } = tokenizer;
    // Some tokenizers put a blank before every text; for those pieces would not add up.
    this.#pieces = ["Bc", "- d", "| e", "# f"].every(
      (line) => [...tokenize("a.\n"), ...tokenize(line)].join() === tokenize(`a.\n${line}`).join(),
    );
  }

  /** The tokens to evaluate for this text, at most `limit` of them. */
  async fit(text: string, limit: number, frame: Frame<readonly Token[]>): Promise<Token[]> {
    return this.prompt(await this.tokens(text), limit, frame);
  }

  /** Puts the frame around these tokens, of which what is too much is dropped from the left. */
  prompt(tokens: readonly Token[], limit: number, { before, after }: Frame<readonly Token[]>): Token[] {
    const { empty, endsLine } = this.#tokenizer;
    const kept = fitTokens(tokens, limit - before.length - after.length, endsLine);
    const all = [...before, ...kept, ...after];
    return all.length === 0 ? [...empty] : all;
  }

  /** The text's own tokens, all of them. */
  async tokens(text: string): Promise<Token[]> {
    if (!this.#pieces) return this.#tokenizer.tokenize(text);
    const blocks = blocksOf(text);
    const tokens: Token[] = [];
    for (const [index, block] of blocks.entries()) {
      const piece = index === blocks.length - 1 ? this.#tokenizer.tokenize(block) : await this.#block(block);
      for (const token of piece) tokens.push(token);
    }
    return tokens;
  }

  async #block(block: string): Promise<readonly Token[]> {
    const known = this.#known.get(block);
    const tokens = known ?? this.#tokenizer.tokenize(block);
    // Re-inserted, so that the map's order is that of last use.
    this.#known.delete(block);
    this.#known.set(block, tokens);
    if (this.#known.size > mostBlocks) this.#known.delete(this.#known.keys().next().value!);
    // Lets a cancellation in between two pieces of a long text.
    if (!known) await new Promise<void>((resolve) => setImmediate(resolve));
    return tokens;
  }
}
