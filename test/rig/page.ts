// What a person sees of the workbench, for tests and pictures: ghost text, hover, squiggles, buttons, the
// command palette. Waits by condition. It must not know Guidewright.

import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const patience = 60_000;

export class Workbench {
  readonly page: Page;
  /** What was chosen, answered or asked for so far. */
  actions = 0;
  readonly #browser: Browser | undefined;

  constructor(page: Page, browser?: Browser) {
    this.page = page;
    this.#browser = browser;
  }

  /** Until these words stand somewhere on the screen. */
  async waitForText(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor({ timeout: patience });
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  /** Ends the connection, not the editor. */
  async close(): Promise<void> {
    await this.#browser?.close();
  }
}

/** From inside the extension host: the page of the very window that the tests run in. */
export async function connect(endpoint = process.env.GUIDEWRIGHT_CDP): Promise<Workbench> {
  if (!endpoint) throw new Error("GUIDEWRIGHT_CDP does not name the editor's debugging port.");
  const browser = await chromium.connectOverCDP(endpoint);
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const page of pages) {
    if ((await page.locator(".monaco-workbench").count()) > 0) return new Workbench(page, browser);
  }
  throw new Error(
    `No workbench among the pages at ${endpoint}: ${pages.map((page) => page.url()).join(", ")}`,
  );
}

/** The grey text behind the cursor, once it is visible. */
export async function ghostText({ page }: Workbench): Promise<string> {
  const ghost = page.locator(".monaco-editor .view-lines [class*=ghost-text]");
  await ghost.first().waitFor({ timeout: patience });
  const pieces = await ghost.allInnerTexts();
  return pieces.join("").replaceAll("\u00a0", " ");
}

export async function acceptGhostText({ page }: Workbench): Promise<void> {
  await page.keyboard.press("Tab");
}

/** As a person types: key by key, into whatever has the focus. */
export async function type({ page }: Workbench, text: string): Promise<void> {
  await page.keyboard.type(text);
}

/** The text of all hovers that are visible now, or nothing. */
export async function hoverText({ page }: Workbench): Promise<string> {
  return texts(page.locator(".monaco-hover:visible"));
}

/** How many stretches of text are underlined with waves. */
export async function squiggles({ page }: Workbench): Promise<number> {
  return page
    .locator(
      ".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning, .monaco-editor .squiggly-info",
    )
    .count();
}

/** An entry of a menu, a list of fixes or a line of buttons, by how it begins or what it says. */
export async function clickAction(workbench: Workbench, words: string): Promise<void> {
  const { page } = workbench;
  workbench.actions++;
  const places = [
    ".action-widget .monaco-list-row",
    ".codelens-decoration a",
    ".monaco-menu .action-item",
    ".quick-input-list .monaco-list-row",
  ];
  const action = page.locator(places.join(", ")).filter({ hasText: words }).first();
  await action.waitFor({ timeout: patience });
  await action.click();
}

/** A button of the question that stands before everything else. */
export async function answerQuestion(workbench: Workbench, words: string): Promise<void> {
  const { page } = workbench;
  workbench.actions++;
  const button = page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: words }).first();
  await button.waitFor({ timeout: patience });
  await button.click();
}

/** Into the box that asks for a line, once its title has these words. */
export async function answerLine(workbench: Workbench, title: string, line: string): Promise<void> {
  const { page } = workbench;
  workbench.actions++;
  const box = page.locator(".quick-input-widget").filter({ hasText: title });
  await box.waitFor({ timeout: patience });
  await box.locator("input").first().fill(line);
  await page.keyboard.press("Enter");
}

export async function runFromPalette(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  workbench.actions++;
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor({ timeout: patience });
  await input.fill(`>${title}`);
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first();
  await row.waitFor({ timeout: patience });
  await page.keyboard.press("Enter");
}

const treeRow = ".pane-body .monaco-list-row";

/** What a screen reader says of the rows of the side bar's trees, from top to bottom. */
export async function rows({ page }: Workbench): Promise<readonly string[]> {
  return page
    .locator(treeRow)
    .evaluateAll((found) => found.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** The first row that has these words. */
export async function rowOf({ page }: Workbench, words: string): Promise<Locator> {
  const row = page.locator(treeRow).filter({ hasText: words }).first();
  await row.waitFor({ timeout: patience });
  return row;
}

/** An entry of the context menu that opens; by key, because an opening menu takes no clicks for a moment. */
export async function chooseFromMenu({ page }: Workbench, words: string): Promise<void> {
  const item = page.locator(".monaco-menu .action-item").filter({ hasText: words }).first();
  await item.waitFor({ timeout: patience });
  await item.hover();
  await page.keyboard.press("Enter");
  await item.waitFor({ state: "hidden", timeout: patience });
}

/** A link in a hover that is visible now. */
export async function hoverLink({ page }: Workbench, words: string): Promise<Locator> {
  const link = page.locator(".monaco-hover:visible a").filter({ hasText: words }).first();
  await link.waitFor({ timeout: patience });
  return link;
}

/** The text of a rendered Markdown page, or nothing while there is none. */
export async function pageText({ page }: Workbench): Promise<string> {
  for (const frame of page.frames()) {
    const body = frame.locator(".markdown-body");
    if (await body.isVisible().catch(() => false)) return (await body.allInnerTexts()).join("\n");
  }
  return "";
}

export async function clickInPage({ page }: Workbench, words: string): Promise<void> {
  for (const frame of page.frames()) {
    const link = frame.locator(".markdown-body a").filter({ hasText: words }).first();
    if (await link.isVisible().catch(() => false)) return link.click();
  }
  throw new Error(`No link “${words}” in a page.`);
}

async function texts(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
}
