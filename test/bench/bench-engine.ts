// `npm run bench:engine`: what the model engine achieves on this machine beside what llama.cpp itself does with
// the same file, in the same run. `-- --model FILE.gguf` measures another model than the starter, `-- --threads N`
// with so many threads, `-- --only throughput|append|reuse|cancel|lag|typing` one part, `-- --large FILE.gguf` the throughput
// of a second model. llama.cpp's own programs are no dependency: `-- --llama-bench PATH --llama-server PATH` (or
// GUIDEWRIGHT_LLAMA_BENCH, GUIDEWRIGHT_LLAMA_SERVER).

import { cpus } from "node:os";
import { appendFigures } from "./engine/append.ts";
import { parseArguments } from "./engine/arguments.ts";
import { cancelFigures } from "./engine/cancel.ts";
import { lagFigures } from "./engine/lag.ts";
import { reuseFigures } from "./engine/reuse.ts";
import { subjectFor } from "./engine/subject.ts";
import { throughputFigures } from "./engine/throughput.ts";
import { typingFigures } from "./engine/typing.ts";
import { type AnyFigure, figure, notRun, report } from "./report.ts";

const given = parseArguments(process.argv.slice(2), process.env);
const { parts, model, large, threads, llamaBench, llamaServer } = given;
const subject = await subjectFor(model, threads);
const processors = cpus();
const machine = `${processors[0]?.model.trim()}, Node ${process.versions.node}, ${process.platform}`;

const notLarge = notRun("throughput of a large model", "needs --large FILE.gguf");
const measure = {
  throughput: async () => [
    ...(await throughputFigures(subject, llamaBench)),
    ...(large ? await throughputFigures(await subjectFor(large, threads), llamaBench) : [notLarge]),
  ],
  append: () => appendFigures(subject),
  reuse: () => reuseFigures(subject),
  cancel: () => cancelFigures(subject),
  lag: () => lagFigures(subject),
  typing: () => typingFigures(subject, llamaServer),
};

const figures: AnyFigure[] = [
  figure({ name: `machine: ${machine}`, value: processors.length, unit: "cores" }),
  figure({ name: `model: ${subject.model.name}`, value: subject.threads, unit: "threads" }),
];
// One after the other: they would slow each other down.
for (const part of parts) figures.push(...(await measure[part]()));
report(figures);
