// `npm run eval:rules [-- FOLDER…]`: recall and false alarms on the seeded pairs, rule by rule, and findings per
// 10,000 words of the clean handbooks and of the folders given. `--misses` lists what was missed and what was cried
// in vain; `--varied` measures the pairs in other forms (some minutes). In the folders, `--list` and `--label` show
// findings, and `--verdicts FILE` takes a list that --label printed and somebody filled in. Also `--rule ID`,
// `--no-pairs`, `--pairs FOLDER` (other pairs, and no handbooks), `--json FILE`.

import { readFileSync } from "node:fs";
import { cleanProjects } from "../support/clean-guidelines.ts";
import { readLabels, storeLabels, withVerdicts } from "../support/corpus-labels.ts";
import { measureClean, measureFolder } from "./folder.ts";
import { optionsOf } from "./options.ts";
import { measurePairs } from "./pairs.ts";
import { measureVaried } from "./varied.ts";

const options = optionsOf(process.argv.slice(2), ["--rule", "--pairs", "--json", "--verdicts"]);
const verdicts = options.valueOf("--verdicts");
if (verdicts) storeLabels(withVerdicts(readLabels(), readFileSync(verdicts, "utf8")));
const foldersOnly = options.has("--no-pairs") || options.has("--label");
if (options.has("--varied")) measureVaried(options);
else if (!(options.folders.length > 0 && foldersOnly)) {
  measurePairs(options);
  if (!options.has("--pairs")) measureClean([...cleanProjects.values()], options);
}
for (const folder of options.folders) measureFolder(folder, options);
