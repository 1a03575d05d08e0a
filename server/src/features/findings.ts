// The findings of all guidelines of the workspace, for a view that lists them: worked out only when asked for, a rule
// of one document in a turn of the event loop, so that typing never waits. It must not know how they are shown.

import { createHash } from "node:crypto";
import {
  type DocumentFindings,
  type FindingsParams,
  type FindingsResult,
  findingsRequest,
} from "../protocol.ts";
import { rules as allRules, type Checked } from "../rules/index.ts";
import type { Checkable, Snapshot } from "../workspace/snapshot.ts";
import { findingSteps, findingsOf } from "./diagnostics.ts";
import type { Feature } from "./feature.ts";
import { findingToProtocol } from "./to-lsp.ts";

/** Milliseconds without a change before whoever asked is told to ask again. */
const pause = 400;

interface Parts {
  /** All there are, once what lies on disk has been read. */
  readonly guidelines: () => Promise<readonly (Checkable | Snapshot)[]>;
  /** Tells whoever asked to ask again. */
  readonly tell: () => void;
}

export interface FindingsFeature extends Feature {
  /** Some document, setting or file is another one: what is being worked out is of no use any more. */
  changed(): void;
}

type Full = Required<DocumentFindings>;

export function findingsFeature({ guidelines, tell }: Parts, rules = allRules): FindingsFeature {
  const known = new WeakMap<Checkable, Full>();
  let changes = 0;
  let asked = false;
  let timer: NodeJS.Timeout | undefined;

  /** Undefined when `isOver` before it was done. */
  const find = async (document: Checkable | Snapshot, isOver: () => boolean): Promise<Full | undefined> => {
    const before = known.get(document);
    if (before) return before;
    const checked = await checkedInTurns(document, rules, isOver);
    if (!checked) return undefined;
    const findings = checked.findings.map((finding) => findingToProtocol(document, finding));
    const state = createHash("sha1").update(JSON.stringify(findings)).digest("base64");
    const found = { uri: document.uri, state, findings };
    known.set(document, found);
    return found;
  };

  return {
    capabilities: {},
    changed() {
      changes++;
      if (!asked) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        asked = false;
        tell();
      }, pause).unref();
    },
    register(on) {
      on.request<FindingsParams, FindingsResult | null>(findingsRequest, async (params, { signal }) => {
        asked = true;
        // What changed until now will be in this answer.
        clearTimeout(timer);
        const since = changes;
        const isOver = () => signal.aborted || changes !== since;
        const all = await guidelines();
        const had = statesOf(params);
        const documents: DocumentFindings[] = [];
        for (const document of all) {
          const found = await find(document, isOver);
          if (!found) return null;
          const { uri, state, findings } = found;
          if (findings.length > 0) documents.push(had.get(uri) === state ? { uri, state } : found);
        }
        return isOver() ? null : { guidelines: all.length, documents };
      });
    },
  };
}

async function checkedInTurns(
  document: Checkable | Snapshot,
  rules: typeof allRules,
  isOver: () => boolean,
): Promise<Checked | undefined> {
  await turn();
  if (isOver()) return undefined;
  // An open document has been checked for its editor.
  if ("version" in document) return findingsOf(document, rules);
  const steps = findingSteps(document, rules);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
    if (isOver()) return undefined;
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function statesOf({ known }: FindingsParams): ReadonlyMap<unknown, unknown> {
  return new Map(Array.isArray(known) ? known.map((one) => [one?.uri, one?.state]) : []);
}
