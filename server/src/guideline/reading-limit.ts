// Texts that are not read at all, with the reason in the user's words: too large to check while someone
// types, or no text at all. It must not know how the reason is shown.

export interface ReadingLimit {
  readonly kind: "too-large" | "not-text";
  readonly message: string;
}

/** About 165,000 words: a whole handbook. More would keep a laptop busy for too long after each key. */
export const largestText = 1_000_000;

export function readingLimit(text: string): ReadingLimit | undefined {
  if (text.length > largestText) {
    const millions = (text.length / 1e6).toFixed(1);
    return {
      kind: "too-large",
      message: `This document is not checked: it has ${millions} million characters, and Guidewright reads up to ${largestText / 1e6} million. Split it into chapters to have it checked.`,
    };
  }
  // Control characters do not occur in writing; a file of another kind opened as text is full of them.
  const head = text.slice(0, 8000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  if (head.includes("\u0000") || odd * 20 > head.length) {
    return {
      kind: "not-text",
      message:
        "This document is not checked: it does not contain text (it looks like a file of another kind with the name ending .md). Open the Markdown source of the guideline instead.",
    };
  }
  return undefined;
}
