// Lengths of treatment in the forms that captions, leaflets and lead-in lines give them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuideline } from "./guideline.ts";

const daysOf = (text: string) =>
  parseGuideline(text).orders.map(({ medicine, duration }) => [
    medicine.name,
    typeof duration === "object" ? duration.low : duration,
  ]);
const coursesIn = (text: string) =>
  parseGuideline(text).courses.map(({ medicine, high }) => [medicine?.name, high / 24]);

test("a length before a colon is that of all that the sentence goes on to name", () => {
  const text =
    "# Helicobacter\n\nTriple therapy for 10 days: omeprazole 20 mg twice daily, amoxicillin 1 g twice daily.";
  assert.deepEqual(daysOf(text), [
    ["omeprazole", 10],
    ["amoxicillin", 10],
  ]);
  assert.deepEqual(daysOf("# Vomiting\n\nThird, after 10 weeks: ondansetron 4 mg IV every 8 hours."), [
    ["ondansetron", undefined],
  ]);
});

test("a length in commas behind a name is that of the dose behind it", () =>
  assert.deepEqual(daysOf("*Figure. A girl takes cefalexin, 7 days, one capsule morning and evening.*"), [
    ["cefalexin", 7],
  ]));

test("a leaflet's length is of the medicine named so far, whatever is named later", () =>
  assert.deepEqual(
    coursesIn(
      "# Leaflet\n\nYou were given doxycycline. Take it for two weeks. Do not take it together with iron.",
    ),
    [["doxycycline", 14]],
  ));

test("a school nurse hands out a course, and who is off school has none", () => {
  assert.deepEqual(coursesIn("# Sore throat\n\nThe school nurse hands out amoxicillin for 5 days."), [
    ["amoxicillin", 5],
  ]);
  assert.deepEqual(coursesIn("# Measles\n\nThe child on amoxicillin stays off school for 5 days."), []);
});

test("how long somebody coughed is no treatment", () =>
  assert.deepEqual(coursesIn("# Pertussis\n\nThree siblings on erythromycin coughed for 9 days."), []));
