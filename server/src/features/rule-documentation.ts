// Hands out the documentation page of a rule, so that it opens inside the editor without a network.

import { type RuleDocumentationParams, ruleDocumentationRequest } from "../protocol.ts";
import { documentationPage } from "../rules/documentation.ts";
import type { Feature } from "./feature.ts";

export const ruleDocumentationFeature: Feature = {
  capabilities: {},
  register(on) {
    on.request<RuleDocumentationParams, string | null>(
      ruleDocumentationRequest,
      ({ rule }) => documentationPage(rule) ?? null,
    );
  },
};
