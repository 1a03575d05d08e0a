// The user's access token for the server that models come from: asked for when it is needed, kept in the editor's
// secret storage for that server alone, and nowhere else.
import { type SecretStorage, window } from "vscode";

export class HubToken {
  readonly #secrets: SecretStorage;
  readonly #host: string;

  constructor(secrets: SecretStorage, host: string) {
    this.#secrets = secrets;
    this.#host = host;
  }

  get(): Thenable<string | undefined> {
    return this.#secrets.get(this.#key);
  }

  /** Undefined when the user gives none. `why` is what the server said. */
  async askFor(why: string): Promise<string | undefined> {
    const token = await window.showInputBox({
      title: `Access token for ${this.#host}`,
      prompt: `${why} The token is kept in the editor's secret storage and shown to ${this.#host} only.`,
      placeHolder: "hf_…",
      password: true,
      ignoreFocusOut: true,
      validateInput: (text) =>
        /^\s*[\x21-\x7e]*\s*$/.test(text) ? undefined : "A token has no spaces in it.",
    });
    const given = token?.trim();
    if (!given) return undefined;
    await this.#secrets.store(this.#key, given);
    return given;
  }

  forget(): Thenable<void> {
    return this.#secrets.delete(this.#key);
  }

  get #key(): string {
    return `guidewright.hub.${this.#host}`;
  }
}
