// The catalogue as others use it: one entry for each file that can be installed. It must not know how files are
// fetched or loaded.
import { ModelError } from "../errors.ts";
import type { CatalogueEntry } from "./model.ts";
import { type ListedModel, models } from "./models.ts";

export const catalogue: readonly CatalogueEntry[] = models.flatMap(entriesOf);

/** By id: of a model, for its usual file, or “model:quantisation”. Capitals do not matter. */
export function catalogueEntry(id: string): CatalogueEntry | undefined {
  const wanted = id.toLowerCase();
  return catalogue.find(
    (entry) =>
      entry.id.toLowerCase() === wanted || `${entry.model}:${entry.quantisation}`.toLowerCase() === wanted,
  );
}

export function unknownModel(id: string): ModelError {
  return new ModelError(
    "file-missing",
    `There is no model “${id}” in the catalogue.`,
    `Choose one of: ${models.map((model) => model.id).join(", ")}.`,
  );
}

function entriesOf({ files, verified, ...model }: ListedModel): CatalogueEntry[] {
  return files.map((file, i) => ({
    ...model,
    ...file,
    model: model.id,
    id: i === 0 ? model.id : `${model.id}:${file.quantisation}`,
    verified: [...verified, ...file.verified],
  }));
}
