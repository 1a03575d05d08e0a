// Records of hosts: whoever makes the next one is the next host, whoever comes late withdraws, and what a dead one
// left is cleared away.
import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { meetingFolder as ownFolder } from "../../../test/support/local-engine.ts";
import { MeetingPlace, meetingFolder, newAddress } from "./meeting-place.ts";

const posixOnly = { skip: process.platform === "win32" && "pipes are no files" };

function record(folder: string) {
  const files = newAddress(folder);
  for (const file of [files.address, files.words]) if (process.platform !== "win32") writeFileSync(file, "");
  return { ...files, token: "secret" };
}

describe("a meeting place", () => {
  test("is empty at first; the first record counts until there is a next", () => {
    const folder = ownFolder();
    const place = new MeetingPlace(folder, "kind");
    assert.equal(place.latest(), undefined);
    const [first, second, rival] = [record(folder), record(folder), record(folder)];
    assert.equal(place.claim(0, first), true);
    assert.deepEqual(place.latest(), { generation: 1, record: first });
    assert.equal(place.claim(0, rival), false, "somebody was quicker");
    assert.equal(place.claim(1, second), true);
    assert.equal(place.claim(1, rival), false);
    assert.deepEqual(place.latest(), { generation: 2, record: second });
    assert.equal(new MeetingPlace(folder, "another kind").latest(), undefined);
  });

  test("clears away what dead hosts left", posixOnly, () => {
    const folder = ownFolder();
    const place = new MeetingPlace(folder, "kind");
    const [dead, next] = [record(folder), record(folder)];
    place.claim(0, dead);
    place.claim(1, next);
    assert.deepEqual([dead.address, dead.words].filter(existsSync), []);
    assert.deepEqual([next.address, next.words].filter(existsSync), [next.address, next.words]);
    assert.equal(readdirSync(folder).filter((name) => name.endsWith(".json")).length, 1);
  });

  test("who comes late with a number that was given away and cleared withdraws", () => {
    const folder = ownFolder();
    const place = new MeetingPlace(folder, "kind");
    place.claim(0, record(folder));
    const seen = place.latest()!.generation;
    place.claim(1, record(folder));
    const running = record(folder);
    place.claim(2, running);
    // The second is cleared away by now, so that its name is free again.
    assert.equal(place.claim(seen, record(folder)), false);
    assert.deepEqual(place.latest(), { generation: 3, record: running });
  });

  test("has a record that says nothing where it cannot be read", () => {
    const folder = ownFolder();
    for (const text of ["", "{", "null", "7", '{"address": "x"}']) {
      writeFileSync(join(folder, "kind.4.json"), text);
      assert.deepEqual(new MeetingPlace(folder, "kind").latest(), { generation: 4, record: undefined });
    }
    assert.equal(new MeetingPlace(folder, "kind").claim(4, record(folder)), true);
  });
});

test("the folder is the user's own, in the place for what runs", posixOnly, () => {
  const name = `guidewright-${process.getuid?.()}`;
  assert.equal(meetingFolder({ XDG_RUNTIME_DIR: "/run/user/7" }), `/run/user/7/${name}`);
  for (const env of [{}, { XDG_RUNTIME_DIR: "" }, { XDG_RUNTIME_DIR: "relative" }])
    assert.equal(meetingFolder(env), join(tmpdir(), name));
  // The path of a socket must not be long.
  assert.equal(meetingFolder({ XDG_RUNTIME_DIR: `/run/${"deep/".repeat(20)}` }), `/tmp/${name}`);
});
