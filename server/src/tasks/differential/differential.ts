// Drafts a differential row by row: the model fills in, the checks decide what stays, the author decides
// what is true. Each row is asked for behind the rows before it, so that nothing is read twice.

import type { Backend } from "../../llm/backend.ts";
import { fill, preambleOf } from "../fill.ts";
import prompt from "./prompt.md";
import { acceptRow, type Cells, partialCells, type Row, rowSchema, type Tier, toBeWritten } from "./row.ts";

export interface DifferentialSubject {
  readonly presentation: string;
  readonly setting: string;
}
export interface Draft {
  readonly rows: readonly Row[];
  /** What the checks found wanting, in plain sentences. */
  readonly remarks: readonly string[];
}
/** Reported while drafting: whole rows, and the one being written. */
export interface DraftSoFar {
  readonly rows: readonly Row[];
  readonly writing: { readonly tier: Tier; readonly cells: Partial<Cells> } | undefined;
}

const plan: readonly Tier[] = ["can't miss", "can't miss", "common", "common", "locally endemic", "mimic"];
const triesPerRow = 2;
const mostTokens = 260;
const preamble = preambleOf(prompt);

export async function draftDifferential(
  backend: Backend,
  subject: DifferentialSubject,
  report: (soFar: DraftSoFar) => void,
  signal: AbortSignal,
): Promise<Draft> {
  const rows: Row[] = [];
  const remarks: string[] = [];
  const opening = fill(prompt, { presentation: subject.presentation, setting: subject.setting });
  for (const tier of plan) {
    const accepted = await draftRow({ backend, opening, tier, rows, report, signal });
    if (!accepted) {
      remarks.push(
        `The model found no further condition for “${tier}”: add one, or note that there is none.`,
      );
      continue;
    }
    rows.push(accepted.row);
    if (accepted.removed.length > 0) {
      remarks.push(
        `“${accepted.row.cells.condition}”: what the model wrote into some cells cannot stay; they are left for you to write.`,
      );
    }
    report({ rows, writing: undefined });
  }
  if (!rows.some((row) => row.tier === "can't miss")) {
    remarks.unshift("No condition that must not be missed was found: add at least one.");
  }
  return { rows, remarks: [...new Set(remarks)] };
}

/** Without the cells that were cleared: a model would take up their placeholder. */
function writtenCells({ cells }: Row): Partial<Cells> {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== toBeWritten));
}

interface RowRequest {
  readonly backend: Backend;
  readonly opening: string;
  readonly tier: Tier;
  readonly rows: readonly Row[];
  readonly report: (soFar: DraftSoFar) => void;
  readonly signal: AbortSignal;
}

async function draftRow({ backend, opening, tier, rows, report, signal }: RowRequest) {
  const written = rows.map((row) => `\n${row.tier}: ${JSON.stringify(writtenCells(row))}`).join("");
  for (let attempt = 0; attempt < triesPerRow; attempt++) {
    let output = "";
    const chunks = backend.generate(
      {
        prefix: `${opening}${written}\n${tier}: `,
        preamble,
        maxTokens: mostTokens,
        schema: rowSchema,
        lane: "draft",
        // The first answer is the most likely one; another try must differ.
        temperature: attempt === 0 ? 0 : 0.8,
        seed: attempt,
      },
      signal,
    );
    for await (const chunk of chunks) {
      output += chunk.text;
      report({ rows, writing: { tier, cells: partialCells(output) } });
    }
    const acceptance = acceptRow(output, tier, rows);
    if ("row" in acceptance) return acceptance;
  }
  return undefined;
}
