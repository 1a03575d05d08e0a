// Orders for someone to carry out, beside strengths, reports and prices.

import assert from "node:assert/strict";
import { it } from "node:test";
import { isAsked, isTold } from "./asked-order.ts";
import { parseGuideline } from "./guideline.ts";
import { contextsOf } from "./missing-slot.ts";

function last(text: string): string {
  const guideline = parseGuideline(text);
  const contexts = contextsOf(guideline);
  const order = guideline.orders.at(-1);
  if (!order) return "no order";
  const context = contexts.get(order);
  return isTold(order, context) && isAsked(order, context)
    ? "told"
    : isAsked(order, context)
      ? "asked"
      : "mentioned";
}

it("tells what someone is told from what is merely listed", () => {
  assert.equal(last("Give amoxicillin 500 mg."), "told");
  assert.equal(
    last("Give ceftriaxone 1 g IV once daily, or if it is not available chloramphenicol 1 g IV."),
    "told",
  );
  assert.equal(last("- amoxicillin 500 mg"), "asked");
  assert.equal(last("In pregnancy amoxicillin 500 mg orally is used."), "asked");
  assert.equal(last("Ampicillin 2 g IV + metronidazole 500 mg IV."), "asked");
});

it("leaves out reports, strengths and amounts in stock", () => {
  assert.equal(last("Patients in the trial were given amoxicillin 500 mg."), "mentioned");
  assert.equal(last("Amoxicillin 500 mg capsules are in stock."), "mentioned");
  assert.equal(last("Do not give amoxicillin 500 mg."), "mentioned");
  assert.equal(last("Trials compared cefixime 400 mg with amoxicillin 500 mg."), "mentioned");
  assert.equal(
    last("- Steroids: prednisolone 40 mg and methylprednisolone 1 g were both tried"),
    "mentioned",
  );
  assert.equal(last("Have ready before starting: hydrocortisone 200 mg."), "mentioned");
  assert.equal(last("Sachets: 650. Azithromycin 250 mg: 60."), "mentioned");
  assert.equal(last("## Stock\n\n- Azithromycin 250 mg"), "mentioned");
  assert.equal(last("*Evidence.* Azithromycin 500 mg."), "mentioned");
  assert.equal(last("Background pain: morphine 10 mg."), "asked");
  assert.equal(last("Where a valve was placed: vancomycin 15 mg/kg IV."), "asked");
});
