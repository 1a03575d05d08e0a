// Maxima and lengths of treatment that stand apart from any order, as statements. It must not know the other edition.

import type { Course } from "../guideline/course.ts";
import { formatIndication } from "../guideline/indication.ts";
import { formatMeasure } from "../guideline/measure-format.ts";
import { formatPopulation } from "../guideline/population.ts";
import type { StatedMaximum } from "../guideline/stated-maximum.ts";
import { type Line, verbatim } from "./line.ts";
import type { Statement } from "./statement.ts";

export function maximumStatement(stated: StatedMaximum, line: Line): Statement {
  const { medicine, measure, amount, basis, routes } = stated;
  const { guideline } = line.document;
  const value = `${amount.low}-${amount.high} ${amount.unit} ${basis ?? ""}`;
  return {
    kind: "maximum",
    about: medicine.name,
    traits: [routes.toSorted().join(" ")],
    subject: medicine.name,
    slots: new Map([
      ["maximum", { value, text: verbatim(guideline, measure), evenly: formatMeasure(measure) }],
    ]),
    span: measure,
    line,
    taken: [measure],
    weight: "high",
  };
}

export function courseStatement(course: Course, line: Line): Statement {
  const { medicine, near, population, indication, low, high } = course;
  const { guideline } = line.document;
  const patients = formatPopulation(population);
  const about = (medicine ?? near)?.name ?? "treatment";
  const days = (hours: number) => Number((hours / 24).toPrecision(3));
  const evenly = low === high ? `${days(low)} days` : `${days(low)}–${days(high)} days`;
  return {
    kind: "duration",
    about,
    traits: [patients, indication.conditions.join(" ")],
    subject: [about, patients, formatIndication(indication).replaceAll("-", " ")]
      .filter((part) => part !== "")
      .join(", "),
    slots: new Map([["duration", { value: `${low}-${high} h`, text: verbatim(guideline, course), evenly }]]),
    span: course,
    line,
    taken: [course],
    weight: "high",
  };
}
