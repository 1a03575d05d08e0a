// What an error says to the user, and which errors are none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isCancelled, isStale, reasonFor } from "./errors.ts";

const failure = (code: number, message = "") => Object.assign(new Error(message), { code });

test("a cancelled request is no failure", () => {
  assert.ok(isCancelled(failure(-32800)));
  assert.ok(isCancelled(failure(-32802)));
  assert.ok(isCancelled(Object.assign(new Error("Canceled"), { name: "Canceled" })));
  assert.ok(!isCancelled(failure(-32603)));
  assert.ok(!isCancelled(undefined));
});

test("the server's own sentence is passed on, a lost connection gets one", () => {
  assert.equal(reasonFor(failure(-32603, " The model is paused. ")), "The model is paused.");
  assert.match(reasonFor(failure(-32097, "Pending response rejected")), /server has stopped/);
  assert.equal(reasonFor("no model"), "no model");
  assert.match(reasonFor(new Error("")), /log/);
});

test("a stale answer is asked for again", () => {
  assert.ok(isStale(failure(-32801)));
  assert.ok(!isStale(failure(-32800)));
});
