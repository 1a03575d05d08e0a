// Which addresses are taken, and what they say of where text goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ModelError } from "../errors.ts";
import { parseAddress } from "./address.ts";

test("an address leads to the API, however much of it was written", () => {
  const bases: readonly [string, string][] = [
    ["http://localhost:8000", "http://localhost:8000/v1"],
    [" https://gpu.example.org/ ", "https://gpu.example.org/v1"],
    ["https://gpu.example.org/v1/", "https://gpu.example.org/v1"],
    ["https://example.org/llm/api", "https://example.org/llm/api"],
    ["http://localhost:1234/v1/chat/completions", "http://localhost:1234/v1"],
  ];
  for (const [written, base] of bases) assert.equal(parseAddress(written).base, base);
});

test("this machine is told from others, also where the name only looks like it", () => {
  for (const host of ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]", "ollama.localhost"])
    assert.ok(parseAddress(`http://${host}:80`).loopback, host);
  for (const host of [
    "localhost.example.org",
    "127.0.0.1.nip.io",
    "0.0.0.0",
    "10.0.0.1",
    "[::2]",
    "mylocalhost",
  ])
    assert.ok(!parseAddress(`http://${host}`).loopback, host);
});

test("what is no address, or holds what must not stand in settings, is refused without repeating it", () => {
  for (const written of [
    "gpu:8000",
    "",
    "ftp://gpu",
    "http://",
    "https://user:geheim@gpu",
    "https://gpu/?key=geheim",
  ])
    assert.throws(
      () => parseAddress(written),
      (error) =>
        error instanceof ModelError && error.code === "remote-address" && !error.message.includes("geheim"),
      written,
    );
});
