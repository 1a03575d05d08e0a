// All commands, as an explicit list, in the order of the help.

import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { completions } from "./completions.ts";
import { diff } from "./diff.ts";
import { evalCommand } from "./eval.ts";
import { explainModel } from "./explain-model.ts";
import { init } from "./init.ts";
import { lsp } from "./lsp.ts";
import { complete, differential, explainCommand } from "./model-commands.ts";
import { models } from "./models.ts";

export const commands: readonly Command[] = [
  check,
  diff,
  explainModel,
  init,
  differential,
  explainCommand,
  complete,
  models,
  evalCommand,
  completions,
  lsp,
];
