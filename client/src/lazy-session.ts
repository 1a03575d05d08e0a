// Loads and starts the session when it is first wanted, and again after it failed or was restarted.
// It must not know why it is wanted, nor load the language client before.
import { commands, window } from "vscode";
import { reasonFor } from "./errors.ts";
import type { Session, SessionParts } from "./session.ts";

interface LazySession {
  /** The running session; nothing when it cannot be started, and the user has been told then. */
  open(): Promise<Session | undefined>;
  /** For what happens while typing: must not try again and again what has failed. */
  startOnce(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function lazySession(parts: SessionParts): LazySession {
  let current: Promise<Session> | undefined;
  let tried = false;

  async function open(): Promise<Session | undefined> {
    tried = true;
    current ??= load(parts);
    const opening = current;
    try {
      return await opening;
    } catch (error) {
      if (current !== opening) return undefined;
      current = undefined;
      parts.log.error("The server could not be started.", reasonFor(error));
      void report();
      return undefined;
    }
  }
  async function stop(): Promise<void> {
    const ending = current;
    current = undefined;
    try {
      await (await ending)?.stop();
    } catch (error) {
      parts.log.warn("The server did not stop in an orderly way.", reasonFor(error));
    }
  }
  return {
    open,
    stop,
    startOnce() {
      if (!tried) void open();
    },
    async restart() {
      await stop();
      await open();
    },
  };
}

async function load(parts: SessionParts): Promise<Session> {
  const { startSession } = require("./session.cjs") as typeof import("./session.ts");
  return startSession(parts);
}

async function report(): Promise<void> {
  const message = "Guidewright's server could not be started: there are no checks and no suggestions.";
  const choice = await window.showErrorMessage(message, "Try Again", "Show Log");
  if (choice === "Try Again") await commands.executeCommand("guidewright.restart");
  if (choice === "Show Log") await commands.executeCommand("guidewright.showLog");
}
