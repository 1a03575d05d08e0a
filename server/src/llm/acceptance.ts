// Which models' licences and notices were accepted on this machine: a small file beside the models for each. It
// must not know who asks or how a notice is shown.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CatalogueEntry } from "./catalogue/model.ts";
import { ModelError } from "./errors.ts";

type Accepted = Pick<CatalogueEntry, "model" | "name" | "starter" | "notice" | "licence">;

/** All that is to be read before a model is used, a paragraph each. */
export function noticeOf({ name, notice, licence }: Accepted): readonly string[] {
  return [
    notice,
    `${name} is under the ${licence.name} (${licence.url}).${licence.notice ? ` ${licence.notice}` : ""}`,
  ];
}

/** The starter's notice is shown wherever it writes; everything else is accepted once for each model. */
export async function isAccepted(dir: string, model: Accepted): Promise<boolean> {
  if (model.starter) return true;
  const noted = await readFile(acceptanceFile(dir, model), "utf8").catch(() => "");
  return noted.includes(fingerprint(model));
}

export async function accept(dir: string, model: Accepted): Promise<void> {
  const file = acceptanceFile(dir, model);
  const text = `${new Date().toISOString()} ${fingerprint(model)}\n\n${noticeOf(model).join("\n\n")}\n`;
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new ModelError(
      "not-accepted",
      `That you accept the terms of ${model.name} cannot be noted in ${file} (${(error as NodeJS.ErrnoException).code}).`,
      "Whoever looks after that folder can accept them there for everyone who uses it.",
    );
  }
}

export async function requireAccepted(dir: string, model: Accepted & { readonly id: string }): Promise<void> {
  if (await isAccepted(dir, model)) return;
  throw new ModelError(
    "not-accepted",
    `The terms of ${model.name} have not been accepted on this computer.`,
    `Choose the model in the editor (“Guidewright: Choose Model”), or run “guidewright models accept ${model.id}”.`,
  );
}

const acceptanceFile = (dir: string, { model }: Accepted) => join(dir, `${model}.accepted`);

/** Of the very words: when they change, they are to be read again. */
const fingerprint = (model: Accepted) =>
  createHash("sha256").update(noticeOf(model).join("\n")).digest("hex").slice(0, 32);
