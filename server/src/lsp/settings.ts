// Settings as the client holds them, fetched once per document until they change. A client that knows no
// configuration, answers nonsense or does not answer gets the defaults, and is told what could not be used.

import type { Connection } from "vscode-languageserver/node";
import { defaultSettings, parseSettings, type Settings } from "../config.ts";
import type { ProxyChoice } from "../llm/remote/choice.ts";
import { unknownRules } from "../rules/index.ts";

/** How long requests wait for the client's answer; one that comes later still counts, from then on. */
const patienceMs = 4000;
const unanswered = Symbol("unanswered");
/** In which editors say how they reach other machines. */
export const proxySections = ["http.proxy", "http.noProxy", "http.proxySupport"] as const;

export class ClientSettings {
  /** Called when settings turn out to be others than those handed out while the client did not answer. */
  onLate: () => void = () => {};
  readonly #connection: Connection;
  readonly #onProblem: (problem: string) => void;
  #supported = false;
  /** Sent with didChangeConfiguration by clients that cannot be asked. */
  #pushed: unknown;
  #fetched = new Map<string, Promise<Settings>>();
  /** One object for equal settings, so that snapshots stay the same. */
  readonly #known = new Map<string, Settings>();
  readonly #told = new Set<string>();

  constructor(connection: Connection, onProblem: (problem: string) => void) {
    this.#connection = connection;
    this.#onProblem = onProblem;
  }

  initialize(supported: boolean, initial: unknown): void {
    this.#supported = supported;
    this.#pushed = initial;
  }

  /** Without a document: what holds for the machine. */
  get(uri = ""): Promise<Settings> {
    const known = this.#fetched.get(uri);
    if (known) return known;
    const fetched = this.#fetch(uri);
    this.#fetched.set(uri, fetched);
    return fetched;
  }

  /** The editor's own, where it has settings for it as VS Code has; the environment counts where they say nothing. */
  async proxy(): Promise<ProxyChoice> {
    if (!this.#supported) return {};
    const items = proxySections.map((section) => ({ section }));
    const answer = this.#connection.workspace.getConfiguration(items).catch(() => undefined);
    const inTime: unknown = await within(patienceMs, answer);
    const [proxy, noProxy, support]: unknown[] = Array.isArray(inTime) ? inTime : [];
    if (support === "off") return {};
    return {
      ...(typeof proxy === "string" && proxy !== "" && { proxy }),
      ...(Array.isArray(noProxy) && noProxy.length > 0 && { noProxy: noProxy.join(",") }),
    };
  }

  changed(pushed: unknown): void {
    this.#pushed = (pushed as { guidewright?: unknown } | null | undefined)?.guidewright ?? this.#pushed;
    this.#fetched = new Map();
  }

  forget(uri: string): void {
    this.#fetched.delete(uri);
  }

  async #fetch(uri: string): Promise<Settings> {
    if (!this.#supported) return this.#read(this.#pushed);
    const item = { section: "guidewright", ...(uri !== "" && { scopeUri: uri }) };
    const answer = this.#connection.workspace.getConfiguration(item).catch(() => this.#pushed);
    const since = this.#fetched;
    const inTime = await within(patienceMs, answer);
    if (inTime !== unanswered) return this.#read(inTime);
    void answer.then((late) => {
      // The settings may have changed again, or the document been closed.
      if (this.#fetched !== since || !since.has(uri)) return;
      since.set(uri, Promise.resolve(this.#read(late)));
      this.onLate();
    });
    return this.#read(this.#pushed);
  }

  #read(json: unknown): Settings {
    const { settings, problems } = parseSettings(json);
    const unknown = unknownRules(settings.rules).map(
      (rule) =>
        `The setting guidewright.rules names “${rule}”, which is no rule of Guidewright; it has no effect.`,
    );
    for (const problem of [...problems, ...unknown]) {
      if (!this.#told.has(problem)) this.#onProblem(problem);
      this.#told.add(problem);
    }
    const key = JSON.stringify(settings);
    const same =
      this.#known.get(key) ?? (key === JSON.stringify(defaultSettings) ? defaultSettings : settings);
    this.#known.set(key, same);
    return same;
  }
}

/** What is answered in time, or `unanswered`. */
async function within(ms: number, answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, unanswered);
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
}
