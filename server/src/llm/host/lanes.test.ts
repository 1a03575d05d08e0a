// Lanes: one at a time, the urgent first, and an aborted one is waited for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gate } from "../../../../test/support/scripted-backend.ts";
import type { Lane } from "../backend.ts";
import { Lanes } from "./lanes.ts";

const never = new AbortController().signal;

test("the most urgent waiting lane is next, first come first served within a lane", async () => {
  const lanes = new Lanes();
  const door = gate();
  const order: string[] = [];
  const add = (lane: Lane, name: string) => lanes.run(lane, never, async () => void order.push(name));
  const first = lanes.run("background", never, () => door.promise);
  const others = [
    add("draft", "d"),
    add("background", "b"),
    add("inline", "i1"),
    add("explain", "e"),
    add("inline", "i2"),
  ];
  door.open();
  await Promise.all([first, ...others]);
  assert.deepEqual(order, ["i1", "i2", "e", "d", "b"]);
});

test("never two at once, also when the running one is aborted or fails", async () => {
  const lanes = new Lanes();
  const controller = new AbortController();
  const door = gate();
  let running = 0;
  const task = (wait: Promise<unknown>) => async () => {
    assert.equal(++running, 1);
    await wait.finally(() => running--);
  };
  const first = lanes.run("inline", controller.signal, task(door.promise));
  const second = lanes.run("inline", never, task(Promise.resolve()));
  controller.abort(new Error("stop"));
  assert.equal(running, 1);
  door.fail(new Error("ended late"));
  await assert.rejects(first, /ended late/);
  await second;
  await lanes.run("inline", never, task(Promise.resolve()));
});

test("an abort while waiting rejects at once and gives up the place", async () => {
  const lanes = new Lanes();
  const door = gate();
  const controller = new AbortController();
  const first = lanes.run("inline", never, () => door.promise);
  const second = lanes.run("inline", controller.signal, async () => assert.fail("must not run"));
  const third = lanes.run("inline", never, async () => "third");
  controller.abort(new Error("typed on"));
  await assert.rejects(second, /typed on/);
  door.open();
  await first;
  assert.equal(await third, "third");
});
