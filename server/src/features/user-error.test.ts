// What a user is told, and what is thrown on.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ModelError } from "../llm/errors.ts";
import { orFailure, UserError } from "./user-error.ts";

const signal = new AbortController().signal;
const fail = (error: Error) => () => Promise.reject(error);

describe("orFailure", () => {
  it("gives the result, or the failure in the user's words", async () => {
    assert.equal(await orFailure(signal, () => 3), 3);
    assert.deepEqual(await orFailure(signal, fail(new UserError("Do this."))), { failure: "Do this." });
    const failure = new ModelError("host-died", "It stopped.", "Try again.");
    assert.deepEqual(await orFailure(signal, fail(failure)), { failure: "It stopped. Try again." });
  });

  it("throws on a mistake of ours and whatever comes after an abort", async () => {
    await assert.rejects(orFailure(signal, fail(new TypeError("x"))), TypeError);
    await assert.rejects(orFailure(AbortSignal.abort(), fail(new UserError("Do this."))), UserError);
  });
});
