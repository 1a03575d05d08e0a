// Choosing a model from the editor: what there is, looking at a file, accepting terms, installing. It must not know
// how models are fetched, nor where an editor keeps its secrets.

import { noticeOf } from "../llm/acceptance.ts";
import type { Offer } from "../llm/choosing.ts";
import type { InstallProgress } from "../llm/download/progress.ts";
import type { ModelShelf } from "../llm/shelf.ts";
import {
  type AcceptTermsParams,
  acceptTermsRequest,
  type Failure,
  type ImportModelParams,
  type InspectModelFileParams,
  type InspectModelFileResult,
  type InstallModelParams,
  importModelRequest,
  inspectModelFileRequest,
  installModelRequest,
  type ModelsParams,
  type ModelsResult,
  modelsRequest,
  type OfferedModel,
} from "../protocol.ts";
import type { Call, Feature } from "./feature.ts";
import { costInWords, detailInWords, fileInWords, percentageOf, progressInWords } from "./model-offers.ts";
import { orFailure } from "./user-error.ts";

export function modelChoiceFeature(shelf: ModelShelf): Feature {
  return {
    capabilities: {},
    register(on) {
      on.request<ModelsParams, ModelsResult | Failure>(modelsRequest, ({ measure }, { signal }) =>
        orFailure(signal, async () => ({
          hub: new URL(shelf.hub).host,
          models: (await shelf.offers(measure === true, signal)).map(offered),
        })),
      );
      on.request<AcceptTermsParams, null | Failure>(acceptTermsRequest, ({ id }, { signal }) =>
        orFailure(signal, async () => done(shelf.accept(String(id)))),
      );
      on.request<InstallModelParams, null | Failure>(installModelRequest, (params, call) =>
        orFailure(call.signal, () =>
          done(shelf.install(String(params.id), sourceOf(params), call.signal, reporter(call))),
        ),
      );
      on.request<ImportModelParams, null | Failure>(importModelRequest, ({ path, id }, call) =>
        orFailure(call.signal, () =>
          done(shelf.import(String(path), String(id), call.signal, reporter(call))),
        ),
      );
      on.request<InspectModelFileParams, InspectModelFileResult | Failure>(
        inspectModelFileRequest,
        ({ path }, { signal }) =>
          orFailure(signal, async () => {
            const inspected = await shelf.inspect(String(path), signal);
            const { offer } = inspected;
            return { description: fileInWords(inspected), ...(offer && { model: offered(offer) }) };
          }),
      );
    },
  };
}

async function done(work: Promise<void>): Promise<null> {
  await work;
  return null;
}

const reporter =
  ({ progress }: Call) =>
  (step: InstallProgress) =>
    progress(progressInWords(step), percentageOf(step));

/** Whatever an editor sends: only texts count. */
function sourceOf(params: InstallModelParams) {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  return { token: text(params.token), proxy: text(params.proxy), noProxy: text(params.noProxy) };
}

function offered(offer: Offer): OfferedModel {
  const { entry, installed, accepted, fit } = offer;
  return {
    id: entry.id,
    name: entry.name,
    usual: entry.id === entry.model,
    quantisation: entry.quantisation,
    cost: costInWords(offer),
    detail: detailInWords(offer),
    purpose: entry.purpose,
    fits: fit !== "no",
    installed,
    accepted,
    obtainable: installed || entry.repo !== undefined || entry.wheel !== undefined,
    terms: noticeOf(entry),
    licence: entry.licence.url,
  };
}
