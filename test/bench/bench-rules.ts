// `npm run bench:rules`: what checking costs on this machine: time per text and per keystroke beside other
// linters in the same run, growth with the length of the text, memory of a large workspace, whole processes.
// `-- --only start-up|process|speed|keystroke|linear|memory|units` measures one part, `-- FOLDER` takes its Markdown files as texts.

import { cpus } from "node:os";
import { figure, report } from "./report.ts";
import { parseArguments } from "./rules/arguments.ts";
import { keystrokeFigures } from "./rules/keystroke.ts";
import { linearFigures } from "./rules/linear.ts";
import { memoryFigures } from "./rules/memory.ts";
import { processFigures, startUpFigures } from "./rules/processes.ts";
import { speedFigures } from "./rules/speed.ts";
import { folderTexts, sampleTexts } from "./rules/texts.ts";
import { unitFigures } from "./rules/units.ts";

const { parts, folder } = parseArguments(process.argv.slice(2));
const samples = sampleTexts();
const others = folderTexts(folder);
const processors = cpus();
const machine = `${processors[0]?.model.trim()}, Node ${process.versions.node}, ${process.platform}`;

const measure = {
  "start-up": () => startUpFigures(),
  process: () => processFigures(samples, others),
  speed: () => speedFigures(samples, others),
  keystroke: () => keystrokeFigures([...samples, ...others]),
  linear: () => linearFigures(samples),
  memory: () => memoryFigures(),
  units: () => unitFigures(),
};

const figures = [figure({ name: `machine: ${machine}`, value: processors.length, unit: "cores" })];
// One after the other: they would slow each other down.
for (const part of parts) figures.push(...(await measure[part]()));
report(figures);
