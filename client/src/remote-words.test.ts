// What is said about a model on another machine, before and while text goes there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { consentQuestion, destinationSentence, originOf, problemWithAddress } from "./remote-words.ts";

test("the question names the host, and says when everyone can read along", () => {
  const safe = consentQuestion({ host: "gpu.example.org", encrypted: true });
  assert.match(safe, /gpu\.example\.org.*will be sent there\. Is that right\?/);
  assert.match(consentQuestion({ host: "gpu", encrypted: false }), /not encrypted: everyone/);
});

test("the status says where text goes and how", () => {
  assert.match(destinationSentence({ host: "gpu", encrypted: true }), /sent to gpu, encrypted,/);
  assert.match(destinationSentence({ host: "gpu", encrypted: false }), /without encryption/);
});

test("an address is looked at while it is typed; none is an answer, too", () => {
  for (const fine of ["", " ", "https://gpu.example.org", "http://localhost:8000/v1"])
    assert.equal(problemWithAddress(fine), undefined, fine);
  assert.match(problemWithAddress("gpu:8000") ?? "", /Begin with/);
  assert.match(problemWithAddress("https://") ?? "", /no address/);
  assert.match(problemWithAddress("https://me:secret@gpu") ?? "", /token/);
});

test("a token is kept for scheme, name and port", () => {
  assert.equal(originOf(" https://gpu:8000/v1 "), "https://gpu:8000");
  assert.equal(originOf(""), undefined);
});
