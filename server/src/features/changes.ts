// "Show Clinical Changes": what changed clinically since a revision, or against another file, as a page whose lines lead
// to their places. It must not know how changes are found.

import { dirname, join } from "node:path";
import { changesBetween } from "../changes/clinical-changes.ts";
import { asMarkdown } from "../changes/layouts.ts";
import { reportOf } from "../changes/report.ts";
import {
  type ClinicalChangesParams,
  type ClinicalChangesResult,
  clinicalChangesRequest,
  type Failure,
  type RevisionsParams,
  type RevisionsResult,
  revisionsRequest,
} from "../protocol.ts";
import { editionsIn } from "../workspace/compared.ts";
import { RevisionError } from "../workspace/git.ts";
import { pathOf, uriOf } from "../workspace/location.ts";
import { Repository } from "../workspace/revisions.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Feature } from "./feature.ts";
import { orFailure, UserError } from "./user-error.ts";

const noGuideline: Failure = {
  failure: "This document is not treated as a guideline, so there is nothing to compare.",
};

export const changesFeature: Feature = {
  capabilities: {},
  register(on, guard) {
    on.request<RevisionsParams, RevisionsResult | Failure>(
      revisionsRequest,
      guard<RevisionsParams, RevisionsResult | Failure>(
        noGuideline,
        (snapshot, _params, { signal }) => orFailure(signal, () => told(provideRevisions(snapshot))),
        { staleIsFine: true },
      ),
    );
    on.request<ClinicalChangesParams, ClinicalChangesResult | Failure>(
      clinicalChangesRequest,
      guard<ClinicalChangesParams, ClinicalChangesResult | Failure>(
        noGuideline,
        (snapshot, { base }, { signal }) => orFailure(signal, () => told(provideChanges(snapshot, base))),
        { staleIsFine: true },
      ),
    );
  },
};

async function told<R>(work: Promise<R>): Promise<R> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof RevisionError ? new UserError(error.message) : error;
  }
}

export async function provideRevisions({ uri }: Snapshot): Promise<RevisionsResult> {
  const repository = await Repository.around(dirname(savedPath(uri)));
  return { names: await repository.names() };
}

export async function provideChanges(
  snapshot: Snapshot,
  base: ClinicalChangesParams["base"],
): Promise<ClinicalChangesResult> {
  const path = savedPath(snapshot.uri);
  const folder = dirname(path);
  const open = openTexts(snapshot);
  if (typeof base !== "object" || base === null)
    throw new RevisionError("Say what to compare the guideline with.");
  const byRevision = "revision" in base;
  const root = byRevision ? (await Repository.around(folder)).root : folder;
  const compared = byRevision
    ? await editionsIn(folder, { base: String(base.revision), head: undefined, open })
    : await editionsIn(folder, { base: savedPath(String(base.uri)), head: path, open });
  const changes = reportOf(changesBetween(compared.before, compared.after));
  const page = asMarkdown(changes, {
    ...compared,
    // What was removed stands nowhere any more.
    linkOf: ({ file, range }, side) =>
      side === "after" ? linkTo(byRevision ? join(root, file) : path, range.start.line) : undefined,
  });
  const problems = compared.problems.map((problem) => `> ${problem}\n`).join("\n");
  return { markdown: problems === "" ? page : `${page}\n${problems}`, count: changes.length };
}

function savedPath(uri: string): string {
  const path = pathOf(uri);
  if (path === undefined)
    throw new RevisionError("Save the guideline to a file first: only then it has a history.");
  return path;
}

/** Brackets would end the link. */
function linkTo(path: string, line: number): string {
  const address = uriOf(path).replace(/[()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${address}#L${line + 1}`;
}

/** The document itself and its neighbours that are open. */
function openTexts(snapshot: Snapshot): ReadonlyMap<string, string> {
  const open = snapshot.neighbours.filter(({ version }) => version !== null);
  const texts = open.map(({ uri, guideline }) => [pathOf(uri), guideline.lines.text] as const);
  const all = [[pathOf(snapshot.uri), snapshot.text] as const, ...texts];
  return new Map(all.flatMap(([path, text]) => (path === undefined ? [] : [[path, text] as const])));
}
