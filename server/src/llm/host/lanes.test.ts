// Lanes: one evaluation at a time, the urgent first and without interruption, the newest inline request only,
// and an aborted one is waited for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gate } from "../../../../test/support/scripted-backend.ts";
import { Lanes, type Turn, type Way } from "./lanes.ts";

const never = new AbortController().signal;
const superseded = { code: "superseded" };

/** A task of several evaluations that notes each of them. */
const writing = (log: string[], name: string, length: number) => async (turn: Turn) => {
  for (let step = 1; step <= length; step++)
    await turn.step(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name}${step}`);
    });
  return name;
};

/** Lets everything that can happen happen. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
}

test("the most urgent of those that came goes first, and within a lane the one that came first", async () => {
  const lanes = new Lanes();
  const door = gate();
  const log: string[] = [];
  const add = (way: Way, name: string) => lanes.run(way, never, writing(log, name, 1));
  const first = lanes.run("background", never, (turn) => turn.step(() => door.promise));
  await settle();
  const others = [
    add("background", "b"),
    add("prepare", "p"),
    add("draft", "d"),
    add("explain", "e"),
    add("explain", "f"),
  ];
  door.open();
  await Promise.all([first, ...others]);
  assert.deepEqual(log, ["e1", "f1", "d1", "p1", "b1"]);
});

test("a more urgent request comes in between two evaluations and is not interrupted", async () => {
  const lanes = new Lanes();
  const door = gate();
  const log: string[] = [];
  const draft = lanes.run("draft", never, async (turn) => {
    await turn.step(() => door.promise);
    log.push("d0");
    await writing(log, "d", 2)(turn);
  });
  await settle();
  const inline = lanes.run("inline", never, writing(log, "i", 3));
  const explain = lanes.run("explain", never, writing(log, "e", 2));
  door.open();
  await Promise.all([draft, inline, explain]);
  assert.deepEqual(log, ["d0", "i1", "i2", "i3", "e1", "e2", "d1", "d2"]);
});

test("never two evaluations at once, also when one is aborted or fails", async () => {
  const lanes = new Lanes();
  const controller = new AbortController();
  const door = gate();
  let running = 0;
  const task = (wait: Promise<unknown>) => (turn: Turn) =>
    turn.step(async () => {
      assert.equal(++running, 1);
      await wait.finally(() => running--);
    });
  const first = lanes.run("explain", controller.signal, task(door.promise));
  const second = lanes.run("explain", never, task(Promise.resolve()));
  const third = lanes.run("inline", never, task(Promise.resolve()));
  await settle();
  controller.abort(new Error("stop"));
  await settle();
  assert.equal(running, 1);
  door.fail(new Error("ended late"));
  await assert.rejects(first, /ended late/);
  await Promise.all([second, third]);
  await lanes.run("inline", never, task(Promise.resolve()));
});

test("an abort while waiting rejects at once and gives up the place", async () => {
  const lanes = new Lanes();
  const door = gate();
  const abort = new AbortController();
  const inStep = new AbortController();
  const first = lanes.run("explain", never, (turn) => turn.step(() => door.promise));
  const second = lanes.run("explain", abort.signal, async () => assert.fail("must not run"));
  const third = lanes.run("explain", never, async () => "third");
  const draft = lanes.run("draft", inStep.signal, (turn) =>
    turn.step(async () => assert.fail("must not run")),
  );
  abort.abort(new Error("typed on"));
  inStep.abort(new Error("no draft"));
  await assert.rejects(second, /typed on/);
  await assert.rejects(draft, /no draft/);
  door.open();
  await first;
  assert.equal(await third, "third");
});

test("the newest inline request ends those before it, waiting or running, and what is prepared", async () => {
  const lanes = new Lanes();
  const door = gate();
  const log: string[] = [];
  const preparing = lanes.run("prepare", never, async (turn) => {
    await turn.step(() => door.promise);
    await writing(log, "p", 5)(turn);
  });
  await settle();
  const old = lanes.run("inline", never, writing(log, "o", 5));
  const older = assert.rejects(old, superseded);
  const newest = lanes.run("inline", never, writing(log, "n", 2));
  await older;
  assert.deepEqual(log, []);
  door.open();
  await assert.rejects(preparing, superseded);
  assert.equal(await newest, "n");
  assert.deepEqual(log, ["n1", "n2"]);
});

test("what is typed in one window ends nothing in another: both are answered in turn", async () => {
  const lanes = new Lanes();
  const log: string[] = [];
  const of = (whose: string, way: Way, length: number) =>
    lanes.run(way, never, writing(log, whose, length), whose);
  await Promise.all([
    of("a", "inline", 2),
    of("b", "inline", 2),
    of("a", "prepare", 1),
    of("b", "prepare", 1),
  ]);
  assert.deepEqual(log, ["a1", "a2", "b1", "b2", "a1", "b1"]);
  const old = assert.rejects(of("a", "inline", 9), superseded);
  const other = of("b", "inline", 1);
  await Promise.all([of("a", "inline", 1), old]);
  assert.equal(await other, "b");
});

test("who steps aside for another lets that one compute", async () => {
  const lanes = new Lanes();
  const door = gate();
  const log: string[] = [];
  const draft = lanes.run("draft", never, writing(log, "d", 2)).then(() => door.open());
  const explain = lanes.run("explain", never, async (turn) => {
    await turn.aside(door.promise);
    await writing(log, "e", 1)(turn);
  });
  const waiting = lanes.run("explain", never, writing(log, "f", 1));
  await Promise.all([draft, explain, waiting]);
  assert.deepEqual(log, ["d1", "d2", "e1", "f1"]);
});
