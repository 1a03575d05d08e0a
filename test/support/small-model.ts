// A model of a few bytes, for tests of everything that does not run it, and what a catalogue would say of it.
import { createHash } from "node:crypto";
import type { CatalogueEntry } from "../../server/src/llm/catalogue/model.ts";

// A GGUF without tensors or metadata, with something behind it, is as good a file as any.
export const content = Buffer.concat([
  Buffer.from("GGUF\x03\0\0\0"),
  Buffer.alloc(16),
  Buffer.alloc(300_000, "weights "),
]);
export const entry: CatalogueEntry = {
  id: "test",
  model: "test",
  name: "Test model",
  purpose: "",
  quantisation: "Q4",
  starter: false,
  repo: "someone/Test-GGUF",
  file: "Test.Q4.gguf",
  size: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
  licence: { name: "Some terms", url: "https://example.org/terms" },
  gated: false,
  context: 512,
  architecture: { layers: 1, kvHeads: 1, headSize: 1 },
  notice: "Only a test.",
  verified: ["size", "sha256"],
};
