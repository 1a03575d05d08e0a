// Links through the real server process: a file that comes or goes changes the findings, and the client is told.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { Client } from "./client.ts";

test("a linked file that comes takes its finding away", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guidewright links ü-"));
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "guidelines" }];
  const client = await Client.start({ params: { workspaceFolders } });
  const uri = uriOf("a.md");
  const text =
    "# Pneumonia\n\n- Amoxicillin 40 mg/kg PO twice daily for 5 days\n- Paracetamol 15 mg/kg PO every 6 hours\n\n[Chart](chart.png)\n";
  const pull = async (): Promise<Diagnostic[]> => {
    const params = { textDocument: { uri } };
    const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", params);
    return (report.kind === "full" ? report.items : []).filter(({ code }) => code === "link-missing");
  };
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  assert.equal((await pull()).length, 1);
  const refreshes = () => client.sent("workspace/diagnostic/refresh").length;
  const before = refreshes();
  await writeFile(join(folder, "chart.png"), "x");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf("chart.png"), type: 1 }] });
  await client.until(() => refreshes() > before || undefined);
  assert.deepEqual(await pull(), []);
  const { errors } = client;
  await client.stop();
  await rm(folder, { recursive: true });
  assert.deepEqual(errors, []);
});
