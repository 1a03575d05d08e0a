// What a user can do to the model from the editor: install it, pause it, resume it.

import type { InstallProgress } from "../llm/download.ts";
import type { ModelService } from "../llm/model-service.ts";
import {
  eraseModelCacheRequest,
  type Failure,
  type InstallModelParams,
  installModelRequest,
  type SetModelPausedParams,
  setModelPausedRequest,
} from "../protocol.ts";
import type { Feature } from "./feature.ts";
import { orFailure } from "./user-error.ts";

export function modelsFeature(models: ModelService): Feature {
  return {
    capabilities: {},
    register(on) {
      on.request<InstallModelParams, null | Failure>(installModelRequest, ({ id }, { signal, progress }) =>
        orFailure(signal, async () => {
          await models.install(String(id), signal, (step) =>
            progress(progressText(step), percentageOf(step)),
          );
          return null;
        }),
      );
      on.request<unknown, null | Failure>(eraseModelCacheRequest, (_params, { signal }) =>
        orFailure(signal, async () => {
          await models.eraseStates();
          return null;
        }),
      );
      on.request<SetModelPausedParams, null | Failure>(setModelPausedRequest, ({ paused }, { signal }) =>
        orFailure(signal, async () => {
          await models.setPaused(paused === true);
          return null;
        }),
      );
    },
  };
}

function progressText({ step, received, total }: InstallProgress): string {
  if (step !== "downloading" || received === undefined)
    return { downloading: "Downloading", unpacking: "Unpacking", verifying: "Checking the file" }[step];
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return total === undefined
    ? `${megabytes(received)} MB`
    : `${megabytes(received)} of ${megabytes(total)} MB`;
}

function percentageOf({ received, total }: InstallProgress): number | undefined {
  return received === undefined || !total ? undefined : Math.min(100, Math.round((100 * received) / total));
}
