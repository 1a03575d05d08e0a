// Dates of review and expiry, and the many dates that are none.

import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { reviewOverdue } from "./review-overdue.ts";

const check = (annotated: string, today = "2026-06-30") =>
  checkMarkdown(annotated, { rule: "review-overdue", rules: [reviewOverdue], context: { today } });

it("reads front matter, lines, tables and intervals", () => {
  check("---\nnext-review: June 2023\n             ^^^^^^^^^\n---\n\n# A");
  check("Valid until March 2024.\n            ^^^^^^^^^^");
  check("| Version | Next review |\n|---|---|\n| 2 | 01/05/2023 |\n      ^^^^^^^^^^");
  check("Published May 2019. This guideline is updated every two years.\n          ^^^^^^^^");
});

it("reads rows of a table, and what is withdrawn or for review after its approval", () => {
  check(
    "| Item | Date |\n|---|---|\n| Approved | 1 July 2017 |\n| Review | 1 July 2020 |\n           ^^^^^^^^^^^",
  );
  check("Approved 03/2018 – for review 03/2021\n                              ^^^^^^^");
  check("Withdraw this page after 30 June 2022.\n                         ^^^^^^^^^^^^");
  check(
    "This edition is valid for two years from January 2020.\n                                         ^^^^^^^^^^^^",
  );
  check("| Step | When |\n|---|---|\n| Review | 2 weeks |");
});

it("counts a month to its end, and takes the later of two readings", () => {
  check("Review date: June 2026");
  check("Review date: June 2026\n             ^^^^^^^^^", "2026-07-01");
  check("Review date: 5/7/2026", "2026-07-05");
  check("Review date: 5/7/2026\n             ^^^^^^^^", "2026-07-06");
});

it("takes the later end of a span, and what happens if nobody reviews", () => {
  check("Validity: 2019–2090");
  check("Validity: 2019–2022\n               ^^^^");
  check(
    "Holds until replaced, at the latest until 31 March 2022.\n                                          ^^^^^^^^^^^^^",
  );
  check("This card is good until Dec 2022.\n                        ^^^^^^^^");
  check("Approved 4/2019 | Revise by 4/2022\n                            ^^^^^^");
  check("Signed on 2 February 2021. The board revises the text every four years.\n          ^^^^^^^^^^^^^^^");
  check("Next review (month/year): 10/2022\n                          ^^^^^^^");
  check("| Field | Value |\n|---|---|\n| effective_to | 2022-12-31 |\n                 ^^^^^^^^^^");
  check(
    "We will look at this page again by the end of 2022.\n                                              ^^^^",
  );
  check("To be withdrawn if not reviewed by 1.10.2022.\n                                   ^^^^^^^^^");
});

it("leaves past events and other things' dates alone", () => {
  for (const text of [
    "Last reviewed: March 2019.",
    "Reviewed by A. Smith, 12 May 2019.",
    "Check the expiry date of the vial (12/2020).",
    "The Cochrane review of 2018 was updated in 2020.",
    "Issued June 2018. Stock is reviewed every 3 months.",
    "Read the safety newsletter issued in 2018.\n\nThis guideline is reviewed every 2 years.",
    "Review date: 01/02/2020. Next review: 01/02/2031.",
    "**Version No.:** Final **Version Date:** 1 April 2020",
    "Updated from the previous guideline published in 2018.\n\nThe guideline is reviewed every 5 years.",
  ])
    check(text);
});
