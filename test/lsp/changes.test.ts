// Clinical changes through the real server process, for any editor that asks.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ClinicalChangesResult, Failure, RevisionsResult } from "../../server/src/protocol.ts";
import { TestRepository } from "../support/repository.ts";
import { Client } from "./client.ts";

const chapter = (dose: string) =>
  `---\nguideline: true\n---\n\n# Sepsis\n\n## Neonates\n\nGive gentamicin ${dose} IV for 7 days.\n`;

describe("clinical changes", () => {
  let client: Client;
  let repository: TestRepository;
  let uri: string;
  before(async () => {
    repository = new TestRepository();
    repository.write("a.md", chapter("5 mg/kg daily"));
    repository.commit("first");
    uri = pathToFileURL(join(repository.folder, "a.md")).href;
    client = await Client.start();
    client.open(uri, chapter("6 mg/kg daily"));
  });
  after(async () => {
    await client.stop();
    repository.remove();
  });

  const changes = (base: unknown) =>
    client.request<ClinicalChangesResult | Failure>("guidewright/clinicalChanges", {
      textDocument: { uri },
      base,
    });

  test("are those of the text in the editor", async () => {
    const textDocument = { uri };
    const { names } = await client.request<RevisionsResult>("guidewright/revisions", { textDocument });
    assert.deepEqual(names, ["main"]);
    const result = await changes({ revision: "main" });
    assert.ok("markdown" in result);
    assert.match(result.markdown, /5 mg\/kg daily \| 6 mg\/kg daily/);
  });

  for (const [base, words] of [
    [{ revision: "v9" }, /no revision “v9”/],
    [{ revision: "--output=x" }, /no name of a revision/],
    [{ revision: 7 }, /no revision “7”/],
    [undefined, /what to compare/],
  ] as const)
    test(`are refused in plain words for ${JSON.stringify(base)}`, async () => {
      const result = await changes(base);
      assert.ok("failure" in result);
      assert.match(result.failure, words);
    });
});
