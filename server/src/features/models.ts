// What a user can do to the model in use from the editor: pause it, resume it.

import type { ModelService } from "../llm/model-service.ts";
import {
  eraseModelCacheRequest,
  type Failure,
  type SetModelPausedParams,
  setModelPausedRequest,
} from "../protocol.ts";
import type { Feature } from "./feature.ts";
import { orFailure } from "./user-error.ts";

export function modelsFeature(models: ModelService): Feature {
  return {
    capabilities: {},
    register(on) {
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
