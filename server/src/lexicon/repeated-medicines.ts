// Medicines that are given again and again, so that a dose without a frequency is no order. Own compilation,
// 2026-11. It must not know guidelines or rules.

import { oncePer } from "../text/memory.ts";
import type { Medicine } from "./medicine.ts";

const classes = new Set(
  (
    "antibiotic;antiseizure;corticosteroid;analgesic;nsaid;opioid;antiemetic;antiviral;antiretroviral;antituberculosis;" +
    "antihypertensive;anticoagulant;diuretic;antiarrhythmic;cardiac glycoside;proton pump inhibitor;h2 antagonist;" +
    "bronchodilator;antihistamine;antidepressant;antipsychotic;antidiabetic;antifungal;antithyroid;statin;antispasmodic;" +
    "antiparkinson;antidementia;ace inhibitor;beta blocker;thyroid hormone;xanthine oxidase inhibitor;alpha blocker;" +
    "leukotriene antagonist;aminosalicylate;antianginal;dmard;bisphosphonate;antitussive;mood stabiliser;laxative;iron salt;expectorant"
  ).split(";"),
);

/** Of these classes, what is often given once or to effect. */
const oftenOnce = new Set(
  (
    "azithromycin;benzathine benzylpenicillin;tinidazole;secnidazole;cefixime;cefazolin;spectinomycin;fosfomycin;midazolam;" +
    "diazepam;lorazepam;fentanyl;remifentanil;alfentanil;pethidine;insulin;soluble insulin;haloperidol;droperidol;chlorpromazine;" +
    "promethazine;chlorphenamine;hydralazine;labetalol;nicardipine;adenosine;esmolol;lidocaine;aminophylline;triamcinolone;ondansetron;" +
    "fluconazole;methotrexate;rifapentine;amiodarone;phenobarbital;valproic acid;verapamil;adrenaline;methylprednisolone;" +
    "sodium nitroprusside;nimodipine;fosphenytoin;testosterone;glibenclamide;loperamide;zoledronic acid;pamidronic acid;olanzapine;diphenhydramine"
  ).split(";"),
);

export const isGivenRepeatedly = oncePer(
  ({ name, classes: own }: Medicine): boolean =>
    own.some((each) => classes.has(each)) && !oftenOnce.has(name),
);

/** Of those that are often given once by needle, what is swallowed day by day. */
const swallowedDaily = new Set(
  (
    "diazepam;lorazepam;haloperidol;chlorpromazine;promethazine;chlorphenamine;labetalol;hydralazine;ondansetron;methotrexate;amiodarone;" +
    "phenobarbital;valproic acid;verapamil;aminophylline;glibenclamide;methylprednisolone;pethidine;nimodipine;olanzapine;diphenhydramine"
  ).split(";"),
);

export function isSwallowedRepeatedly({ name }: Medicine): boolean {
  return swallowedDaily.has(name);
}
