// Terms are accepted once for each model, and again when their words change.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accept, isAccepted, noticeOf, requireAccepted } from "./acceptance.ts";
import { catalogueEntry } from "./catalogue/catalogue.ts";

const model = catalogueEntry("meditron3-8b")!;
let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), "guidewright-terms-"));
});
after(() => rm(dir, { recursive: true }));

test("for one model, with all its files, and for no other", async () => {
  assert.equal(await isAccepted(dir, model), false);
  await assert.rejects(requireAccepted(dir, model), { code: "not-accepted" });
  await accept(join(dir), model);
  await requireAccepted(dir, model);
  assert.equal(await isAccepted(dir, catalogueEntry("meditron3-8b:Q8_0")!), true);
  assert.equal(await isAccepted(dir, catalogueEntry("meditron3-70b")!), false);
  assert.equal(await isAccepted(dir, catalogueEntry("starter")!), true);
});

test("once more when the words have changed", async () => {
  const changed = { ...model, notice: `${model.notice} And not on Sundays.` };
  assert.equal(await isAccepted(dir, changed), false);
});

test("the notice has the research-only sentence, the licence and what the licence wants said", () => {
  const text = noticeOf(model).join("\n");
  for (const words of ["research only", "Llama 3.1 Community License", "https://", "Built with Llama"])
    assert.ok(text.includes(words), words);
});

test("a folder that takes nothing: it is said, and nothing counts as accepted", async () => {
  const file = join(dir, "file");
  await writeFile(file, "");
  await assert.rejects(accept(join(file, "models"), model), { code: "not-accepted", message: /ENOTDIR/ });
});
