// Vocabularies of made-up words, in the two kinds that the family has: pieces with scores (Gemma) and byte pairs
// with merges (Llama, Qwen). Special tokens stand where real files have them. It must not know weights.
import type { MetadataValue } from "./gguf-file.ts";

export interface Vocabulary {
  readonly tokens: readonly string[];
  readonly metadata: Readonly<Record<string, MetadataValue>>;
  /** Tokens that nobody wants to read: control tokens and single bytes. */
  readonly isMute: (token: number) => boolean;
}

/** As llama.cpp numbers them. */
const tokenType = { normal: 1, control: 3, unused: 5, byte: 6 } as const;

const consonants = [..."bcdfghjklmnprstvwz"];
const vowels = [..."aeiou"];
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

/** Ever longer words without end, each joined from two that came before (or single letters). */
function* joins(blank: string): Iterable<readonly [string, string]> {
  const syllables = consonants.flatMap((first) => vowels.map((second) => [first, second] as const));
  yield* syllables;
  let words = syllables.map(([first, second]) => first + second);
  const shortest = words;
  for (const word of shortest) yield [blank, word];
  for (;;) {
    const longer: string[] = [];
    for (const word of words) {
      for (const syllable of shortest) {
        yield [word, syllable];
        yield [blank + word, syllable];
        longer.push(word + syllable);
      }
    }
    words = longer;
  }
}

function take<T>(count: number, from: Iterable<T>): T[] {
  const taken: T[] = [];
  if (count > 0) for (const item of from) if (taken.push(item) >= count) break;
  return taken;
}

const numbered = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => name(index));
const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, "0");

/** Gemma's: control tokens, runs of line breaks and blanks, all bytes, characters, then words. */
export function pieces(size: number): Vocabulary {
  const blank = "▁";
  const control = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", ...numbered(101, (i) => `<unused${i}>`)];
  control.push("<start_of_turn>", "<end_of_turn>");
  const runs = [...numbered(31, (i) => "\n".repeat(i + 1)), ...numbered(30, (i) => blank.repeat(i + 2))];
  const bytes = numbered(256, (byte) => `<0x${hex(byte)}>`);
  const characters = ascii.map((character) => (character === " " ? blank : character));
  const special = [...control, ...runs];
  const before = special.length + bytes.length + characters.length;
  const words = take(size - before, joins(blank)).map(([first, second]) => first + second);
  const tokens = [...special, ...bytes, ...characters, ...words];
  const types = new Int32Array(tokens.length).fill(tokenType.normal);
  types.fill(tokenType.control, 0, control.length);
  types.fill(tokenType.byte, special.length, special.length + bytes.length);
  return {
    tokens,
    isMute: (token) => types[token] !== tokenType.normal || token < special.length,
    metadata: {
      "tokenizer.ggml.model": "llama",
      "tokenizer.ggml.pre": "default",
      "tokenizer.ggml.tokens": tokens,
      // What is joined first is what scores highest: the order of the words, as in files that were converted.
      "tokenizer.ggml.scores": Float32Array.from(tokens, (_, i) => (i < before ? -1000 : before - i)),
      "tokenizer.ggml.token_type": types,
      "tokenizer.ggml.bos_token_id": tokens.indexOf("<bos>"),
      "tokenizer.ggml.eos_token_id": tokens.indexOf("<eos>"),
      "tokenizer.ggml.unknown_token_id": tokens.indexOf("<unk>"),
      "tokenizer.ggml.padding_token_id": tokens.indexOf("<pad>"),
      "tokenizer.ggml.add_bos_token": true,
      "tokenizer.ggml.add_eos_token": false,
      "tokenizer.ggml.add_space_prefix": false,
    },
  };
}

export interface BytePairs {
  /** Which way of cutting text into words llama.cpp is told. */
  readonly pre: "llama-bpe" | "qwen2";
  readonly control: readonly string[];
  readonly bos?: string;
  /** Also what fills up. */
  readonly eos: string;
}

/** Llama's and Qwen's: all bytes, words by merges, then control tokens and what fills the matrix up. */
export function bytePairs(size: number, { pre, control, bos, eos }: BytePairs): Vocabulary {
  const least = 256 + control.length;
  const merges = take(Math.max(0, size - least), joins(letterOf(0x20)));
  const bytes = numbered(256, letterOf);
  const tokens = [...bytes, ...merges.map(([first, second]) => first + second), ...control];
  const types = new Int32Array(tokens.length).fill(tokenType.normal);
  types.fill(tokenType.control, tokens.length - control.length);
  const readable = new Set(ascii.map((character) => letterOf(character.charCodeAt(0))));
  return {
    tokens,
    isMute: (token) => types[token] !== tokenType.normal || (token < 256 && !readable.has(tokens[token]!)),
    metadata: {
      "tokenizer.ggml.model": "gpt2",
      "tokenizer.ggml.pre": pre,
      "tokenizer.ggml.tokens": tokens,
      "tokenizer.ggml.token_type": types,
      "tokenizer.ggml.merges": merges.map((pair) => pair.join(" ")),
      ...(bos === undefined ? {} : { "tokenizer.ggml.bos_token_id": tokens.indexOf(bos) }),
      "tokenizer.ggml.eos_token_id": tokens.indexOf(eos),
      "tokenizer.ggml.padding_token_id": tokens.indexOf(eos),
      "tokenizer.ggml.add_bos_token": bos !== undefined,
    },
  };
}

/** Byte-pair vocabularies write each byte as a visible letter: its own, or one from 256 on, in order. */
const isVisible = (byte: number) =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
const invisible = numbered(256, String)
  .map(Number)
  .filter((byte) => !isVisible(byte));

function letterOf(byte: number): string {
  return String.fromCharCode(isVisible(byte) ? byte : 256 + invisible.indexOf(byte));
}
