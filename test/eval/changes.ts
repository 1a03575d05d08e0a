// `npm run eval:changes`: of the hand-made edits in test/edits, how many clinical changes are reported, and how many
// changes are reported that are none. With --show every miss and every false alarm.

import type { Change } from "../../server/src/changes/change.ts";
import { changeSaid, type Expected, edits, outcomeOf } from "../support/edits.ts";

const show = process.argv.includes("--show");
const outcomes = edits().map(outcomeOf);
const clinical = outcomes.filter(({ edit }) => edit.kind === "clinical");
const editorial = outcomes.filter(({ edit }) => edit.kind === "editorial");
const expected = clinical.flatMap(({ edit }) => edit.expected).length;
const missed = clinical.flatMap((outcome) => outcome.missed).length;
const whole = clinical.filter((one) => one.missed.length === 0 && one.extra.length === 0).length;
const silent = editorial.filter(({ extra }) => extra.length === 0).length;

const said = ({ action, kind, subject, before, after }: Expected) =>
  `${action} ${kind} ${subject.join(" ")}: ${before} → ${after}`;
const line = (mark: string, text: string) => `    ${mark} ${text.replace(/\s+/g, " ").slice(0, 220)}\n`;

if (show)
  for (const { edit, missed: lost, extra } of outcomes) {
    if (lost.length + extra.length === 0) continue;
    process.stdout.write(`${edit.file}, ${edit.kind}: ${edit.title}\n`);
    process.stdout.write(lost.map((one) => line("missed:", said(one))).join(""));
    process.stdout.write(extra.map((one: Change) => line("extra: ", changeSaid(one))).join(""));
  }
process.stdout.write(
  `${clinical.length} clinical edits: ${expected - missed} of ${expected} changes reported, ${whole} edits exactly as expected, ${clinical.flatMap(({ extra }) => extra).length} further changes\n` +
    `${editorial.length} editorial edits: ${silent} silent, ${editorial.flatMap(({ extra }) => extra).length} false alarms\n`,
);
