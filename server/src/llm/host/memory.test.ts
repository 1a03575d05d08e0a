// Whether a model fits: what is free by each system's own account, what is said where it is not enough, and that a
// real host refuses before it loads.
import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { starterBackend, starterPath } from "../../../../test/support/local-engine.ts";
import { ModelError } from "../errors.ts";
import { localModel } from "../model-file.ts";
import { assertRoom, freeInGroup, freeInVmStat, freeMemory } from "./memory.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidewright-memory-"));
});
after(() => rm(folder, { recursive: true }));

const need = { model: "Meditron3 2B", weights: 1.7e9, context: 0.8e9, contextSize: 4096 };

describe("what does not fit", () => {
  const refusal = (free: number) => {
    try {
      assertRoom(need, free);
      return undefined;
    } catch (error) {
      assert.ok(error instanceof ModelError && error.code === "memory-short");
      return `${error.message} ${error.advice}`;
    }
  };

  test("is refused with what is missing, and with the context that would fit", () => {
    assert.equal(refusal(2.5e9), undefined);
    assert.equal(
      refusal(2.2e9),
      "Meditron3 2B needs about 2.5 GB of memory, but only 2.2 GB are free: 0.3 GB are missing. Set the context size to 2560 tokens or fewer, close other programs, or choose a smaller model.",
    );
  });

  test("or with the size of model that would", () => {
    assert.match(
      refusal(1.5e9) ?? "",
      /1\.0 GB are missing\. Close other programs, or .* at most 0\.7 GB\.$/,
    );
    assert.match(refusal(0) ?? "", /at most 0\.0 GB/);
  });
});

test("macOS: what vm_stat calls free, inactive, speculative and purgeable", () => {
  const output = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                               10000.
Pages active:                            450000.
Pages inactive:                          200000.
Pages speculative:                         5000.
Pages throttled:                              0.
Pages wired down:                        120000.
Pages purgeable:                          15000.
"Translation faults":                 812345678.
`;
  assert.equal(freeInVmStat(output), 230_000 * 16_384);
  assert.equal(freeInVmStat(""), 0);
});

test("Linux: the tightest group counts, and its file caches are free", async () => {
  const files = {
    "box/app/memory.max": "max",
    "box/app/memory.current": "100",
    "box/memory.max": "4000000000",
    "box/memory.current": "3500000000",
    "box/memory.stat": "anon 500000000\nactive_file 1000000000\ninactive_file 2000000000\nslab 5",
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, "cgroup", name, ".."), { recursive: true });
    await writeFile(join(folder, "cgroup", name), `${text}\n`);
  }
  const own = join(folder, "self");
  await writeFile(own, "0::/box/app\n");
  assert.equal(await freeInGroup(join(folder, "cgroup"), own), 3_500_000_000);
  assert.equal(await freeInGroup(join(folder, "none"), own), Number.POSITIVE_INFINITY);
  assert.equal(await freeInGroup(join(folder, "none"), join(folder, "none")), Number.POSITIVE_INFINITY);
});

test("this machine has some", async () => {
  const free = await freeMemory();
  assert.ok(Number.isFinite(free) && free > 0);
});

test("a real host refuses a file larger than all memory, and lives on", async () => {
  const path = join(folder, "huge.gguf");
  await copyFile(await starterPath(), path);
  // A hole: it takes no room on the disk.
  await truncate(path, 4e12);
  const backend = await starterBackend({ model: await localModel(path) });
  await assert.rejects(backend.countTokens("x"), (error) => {
    assert.ok(error instanceof ModelError && error.code === "memory-short", String(error));
    assert.match(error.message, /^huge needs about 400\d\.\d GB/);
    return true;
  });
  assert.equal(backend.status.state, "failed");
  assert.match(backend.status.message, /are missing/);
  assert.ok(backend.pid, "the host is there for the next try");
  await backend.dispose();
});
