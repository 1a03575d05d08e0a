// Notices where a JSON value that is being written is complete, so that the generation can end there
// instead of waiting for the model to end it. Pure; it trusts that the text is JSON.

export class JsonEnd {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #kind: "none" | "nested" | "scalar" = "none";
  #done = false;

  get done(): boolean {
    return this.#done;
  }

  /** The part of the text that belongs to the value. */
  push(text: string): string {
    let end = 0;
    for (const character of text) {
      if (this.#done) break;
      if (this.#endsBefore(character)) this.#done = true;
      else end += character.length;
    }
    return text.slice(0, end);
  }

  /** Takes one character in; true when the value had already ended before it. */
  #endsBefore(character: string): boolean {
    if (this.#inString) this.#inside(character);
    else if (character === '"') this.#open(() => this.#beginString());
    else if (character === "{" || character === "[") this.#open(() => this.#depth++);
    else if (character === "}" || character === "]") this.#close();
    else if (/\s/.test(character)) return this.#kind === "scalar" && this.#depth === 0;
    else if (this.#kind === "none") this.#kind = "scalar";
    return false;
  }

  #open(begin: () => void): void {
    if (this.#kind === "none") this.#kind = "nested";
    begin();
  }

  #beginString(): void {
    this.#inString = true;
  }

  #inside(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === "\\") this.#escaped = true;
    else if (character === '"') {
      this.#inString = false;
      this.#done = this.#depth === 0;
    }
  }

  #close(): void {
    this.#depth--;
    this.#done = this.#depth <= 0;
  }
}
