// Thresholds as statements: at which value of what is measured something is done or defined. It must not know the
// other edition.

import { formatPopulation } from "../guideline/population.ts";
import { formatThreshold, sameValue, type Threshold } from "../guideline/threshold.ts";
import { type Line, verbatim } from "./line.ts";
import type { Slot, Statement } from "./statement.ts";

const thresholds = new WeakMap<Statement, Threshold>();

export function thresholdStatement(threshold: Threshold, line: Line): Statement {
  const { analyte, kinds, conditions, population } = threshold;
  const { guideline } = line.document;
  const patients = formatPopulation(population);
  const value: Slot = {
    value: formatThreshold(threshold),
    evenly: formatThreshold(threshold),
    text: verbatim(guideline, threshold),
  };
  const done = [...kinds].toSorted().join(" ");
  const topics = [...conditions].toSorted().join(" ");
  const statement: Statement = {
    kind: "threshold",
    about: analyte.name,
    traits: [patients, topics, done, threshold.operator.slice(0, 1)],
    subject: [analyte.name, patients, topics.replaceAll("-", " ")].filter((part) => part !== "").join(", "),
    slots: new Map([["value", value]]),
    span: threshold,
    line,
    taken: [threshold, threshold.reading.whole],
    weight: "high",
    same: (_slot, other) => {
      const one = thresholds.get(other);
      return one?.operator === threshold.operator && sameValue(threshold, one) === true;
    },
  };
  thresholds.set(statement, threshold);
  return statement;
}
