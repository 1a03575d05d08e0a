// What `npm start` promises, as a user finds it: the printed address, opened in a plain browser, shows a
// sample guideline with the extension running on it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium as playwright } from "playwright-core";
import { endsWithTests } from "../support/process-life.ts";
import { chromium } from "./parts.ts";
import { endGroup, printed, startGroup } from "./processes.ts";

const script = fileURLToPath(new URL("./start.ts", import.meta.url));
/** As on a machine without a screen. */
const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, VSCODE_PATH: _path, ...env } = process.env;

test("the printed address opens a sample with the extension running", {
  skip: process.platform !== "linux",
}, async () => {
  const start = startGroup(process.execPath, [script], { env });
  try {
    const [, address = ""] = await printed(start, /(http:\/\/127\.0\.0\.1:\S+)/, 120_000);
    const args = ["--disable-gpu", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
    const browser = await playwright.launch({ executablePath: await chromium(console.error), args });
    try {
      const page = await browser.newPage();
      await page.goto(address);
      const status = page.locator(".statusbar-item", { hasText: /^\s*Guideline\s*$/ });
      await status.waitFor({ timeout: 90_000 });
      await page.getByText("severe-malaria-ministry.md").first().waitFor();
    } finally {
      await browser.close();
    }
  } finally {
    await endGroup(start);
  }
});

test("--exit-when-ready ends by itself, having found everything in place", {
  skip: process.platform !== "linux",
}, async () => {
  const start = spawn(process.execPath, [script, "--exit-when-ready"], {
    env,
    stdio: "ignore",
    ...endsWithTests,
  });
  const [code] = await once(start, "exit");
  assert.equal(code, 0);
});
