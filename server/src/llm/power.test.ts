// What the systems say of their power, read from what they print; when somebody is told; and that the local backend,
// here with the real starter model, heeds it.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { collect } from "../../../test/support/backend-contract.ts";
import { gone, starterBackend, TestClock } from "../../../test/support/local-engine.ts";
import type { LocalBackend } from "./local-backend.ts";
import { Power, type PowerState, parsePmset, parseWindows, readLinux, reasonToSave } from "./power.ts";

const settings = (lowPower: string) => `System-wide power settings:
Currently in use:
 standby              1
 Sleep On Power Button 1
 hibernatefile        /var/vm/sleepimage
 powernap             0
 networkoversleep     0
 disksleep            10
 sleep                1 (sleep prevented by sharingd)
 hibernatemode        3
 ttyskeepawake        1
 displaysleep         2
 tcpkeepalive         1
${lowPower} womp                 0
`;
const discharging = `Now drawing from 'Battery Power'
 -InternalBattery-0 (id=23134307)	17%; discharging; 1:02 remaining present: true
`;
const charging = `Now drawing from 'AC Power'
 -InternalBattery-0 (id=23134307)	17%; charging; 1:40 remaining present: true
`;
const desktop = "Now drawing from 'AC Power'\n";

describe("macOS", () => {
  test("low power mode, by either of its names", () => {
    for (const line of [" lowpowermode         1\n", " powermode            1\n"])
      assert.deepEqual(parsePmset(settings(line), charging), { saver: true, onBattery: false, charge: 17 });
    for (const line of [" lowpowermode         0\n", " powermode            2\n", ""])
      assert.equal(parsePmset(settings(line), charging).saver, false);
  });

  test("its battery, or none", () => {
    assert.deepEqual(parsePmset(settings(""), discharging), { saver: false, onBattery: true, charge: 17 });
    assert.deepEqual(parsePmset(settings(""), desktop), {
      saver: false,
      onBattery: false,
      charge: undefined,
    });
  });
});

describe("Windows", () => {
  test("the energy saver and the battery", () => {
    assert.deepEqual(parseWindows("saver On\r\nbattery 1 48\r\n"), {
      saver: true,
      onBattery: true,
      charge: 48,
    });
    assert.deepEqual(parseWindows("saver Off\r\nbattery 2 100\r\n"), {
      saver: false,
      onBattery: false,
      charge: 100,
    });
  });

  test("a desktop, and a system that cannot say", () => {
    const nothing = { saver: false, onBattery: false, charge: undefined };
    assert.deepEqual(parseWindows("saver Disabled\r\n"), nothing);
    assert.deepEqual(parseWindows(""), nothing);
  });
});

describe("Linux", () => {
  let root: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "guidewright-sys-"));
  });
  after(() => rm(root, { recursive: true }));

  async function machine(name: string, files: Record<string, string>): Promise<PowerState> {
    for (const [file, text] of Object.entries(files)) {
      const path = join(root, name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${text}\n`);
    }
    return readLinux(join(root, name));
  }

  test("a laptop on its battery, with a mouse that has one, too", async () => {
    const state = await machine("laptop", {
      "class/power_supply/AC/type": "Mains",
      "class/power_supply/AC/online": "0",
      "class/power_supply/BAT0/type": "Battery",
      "class/power_supply/BAT0/status": "Discharging",
      "class/power_supply/BAT0/capacity": "19",
      "class/power_supply/hidpp_battery_0/type": "Battery",
      "class/power_supply/hidpp_battery_0/scope": "Device",
      "class/power_supply/hidpp_battery_0/status": "Discharging",
      "class/power_supply/hidpp_battery_0/capacity": "95",
      "firmware/acpi/platform_profile": "balanced",
    });
    assert.deepEqual(state, { saver: false, onBattery: true, charge: 19 });
  });

  test("the low-power profile", async () => {
    assert.equal((await machine("saver", { "firmware/acpi/platform_profile": "low-power" })).saver, true);
  });

  test("a machine without any of these", async () => {
    assert.deepEqual(await readLinux(join(root, "none")), {
      saver: false,
      onBattery: false,
      charge: undefined,
    });
  });
});

test("the reasons to save", () => {
  assert.match(reasonToSave({ saver: true, onBattery: false, charge: 90 }) ?? "", /saving energy/);
  assert.match(reasonToSave({ saver: false, onBattery: true, charge: 20 }) ?? "", /20 %/);
  for (const state of [
    { saver: false, onBattery: true, charge: 21 },
    { saver: false, onBattery: false, charge: 3 },
    { saver: false, onBattery: true, charge: undefined },
  ])
    assert.equal(reasonToSave(state), undefined);
});

test("it asks only while somebody wants to know, and tells only what has changed", async () => {
  const clock = new TestClock();
  let saver = false;
  let asked = 0;
  const read = async () => {
    asked++;
    if (asked === 4) throw new Error("The program is not there.");
    return { saver, onBattery: false, charge: undefined };
  };
  const power = new Power({ read, clock, everyMs: 1000 });
  clock.advance(5000);
  assert.equal(asked, 0);
  const told: (string | undefined)[] = [];
  const stop = power.watch((reason) => told.push(reason));
  const look = async () => {
    clock.advance(1000);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  await look();
  saver = true;
  await look();
  await look();
  // A system that cannot be asked gives no reason.
  await look();
  assert.equal(told.length, 2);
  assert.match(told[0] ?? "", /saving/);
  assert.equal(told[1], undefined);
  stop();
  assert.equal(clock.pending, 0);
});

const never = new AbortController().signal;
const ask = (backend: LocalBackend) =>
  collect(backend.complete({ prefix: "The capital of France is", maxTokens: 3 }, never));
const minute = 60_000;

test("saving energy pauses it and says why; it comes back by itself, or when the user says so", async () => {
  const clock = new TestClock();
  let saver = false;
  const read = async () => ({ saver, onBattery: true, charge: 55 });
  const backend = await starterBackend({ power: new Power({ read, clock, everyMs: minute }) });
  const look = async () => {
    clock.advance(minute);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  const text = await ask(backend);
  const pid = backend.pid!;
  saver = true;
  await look();
  assert.equal(backend.status.state, "paused");
  assert.match(backend.status.message, /is paused because this computer is saving energy/);
  await gone(pid);
  await assert.rejects(ask(backend), { code: "paused" });
  saver = false;
  await look();
  assert.equal(backend.status.state, "idle");
  assert.equal(await ask(backend), text);

  saver = true;
  await look();
  backend.resume();
  assert.equal(await ask(backend), text);
  await look();
  assert.equal(backend.status.state, "ready", "the user has said so");
  saver = false;
  await look();
  saver = true;
  await look();
  assert.equal(backend.status.state, "paused", "that was for the last time");
  // What the user has paused is not resumed by a charger.
  await backend.pause();
  saver = false;
  await look();
  assert.equal(backend.status.state, "paused");
  await backend.dispose();
  assert.equal(clock.pending, 0);
});

test("it is not loaded in the first place while the computer saves energy", async () => {
  const power = new Power({
    read: async () => ({ saver: false, onBattery: true, charge: 12 }),
    clock: new TestClock(),
  });
  const backend = await starterBackend({ power });
  await assert.rejects(ask(backend), { code: "paused" });
  assert.match(backend.status.message, /12 %/);
  assert.equal(backend.pid, undefined);
  await backend.dispose();
});
