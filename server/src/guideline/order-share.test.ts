// What is said once for several orders, and what rows, heads and names say beside them.

import { describe } from "node:test";
import { checkOrders as check } from "../../../test/support/orders-read.ts";

describe("what a row, a head or a name says beside a dose", () => {
  check({
    "## Opioids\n\n| Patient | Morphine every 4 hours |\n|---|---|\n| Adult | 5 mg |\n| Already on tramadol 400 mg/day | 10 mg |":
      ["morphine, 5 mg, 6 times a day; for adult", "morphine, 10 mg, 6 times a day"],
    "| Medicine | Adult | Child (never above the adult dose) |\n|---|---|---|\n| Clindamycin IV | 900 mg | 10 mg/kg |":
      ["clindamycin, 900 mg, iv; for adult", "clindamycin, 10 mg/kg, iv; for child, adult"],
    "Ceftriaxone 1 g IV once.\n\n**Maintenance (oral).** Cefixime 400 mg daily; metronidazole 400 mg TID.": [
      "ceftriaxone, 1 g, once, iv",
      "cefixime (maintenance dose), 400 mg, once a day, oral",
      "metronidazole, 400 mg, 3 times a day, oral",
    ],
    "Sodium stibogluconate 20 mg/kg IV once daily with paromomycin 15 mg/kg IM for 14 days.": [
      "sodium stibogluconate, 20 mg/kg, once a day, iv",
      "paromomycin, 15 mg/kg, once a day, for 14 days, im",
    ],
    "Betamethasone 12 mg IM, two doses 24 h apart; or dexamethasone 6 mg IM, four doses, 12 h apart.": [
      "betamethasone, 12 mg, once a day, im",
      "dexamethasone, 6 mg, twice a day, im",
    ],
    "Metoprolol 25 mg PO twice daily unless Killip III–IV.": ["metoprolol, 25 mg, twice a day, oral"],
    "Dexamethasone 0.4 mg/kg IV daily in week 1, 0.3 mg/kg in week 2, 0.2 mg/kg in week 3.": [
      "dexamethasone, 0.4 mg/kg, once a day, iv; week 1",
      "dexamethasone, 0.3 mg/kg, once a day, iv; week 2",
      "dexamethasone, 0.2 mg/kg, once a day, iv; week 3",
    ],
    "# Meningitis beyond the newborn period\n\nCeftriaxone 2 g IV twice daily.": [
      "ceftriaxone, 2 g, twice a day, iv; meningitis",
    ],
    "Albuterol 2.5 mg via updraft.": ["salbutamol, 2.5 mg, nebulised"],
    "Tenofovir (TDF) 300 mg + lamivudine (3TC) 300 mg PO once daily.": [
      "tenofovir disoproxil/lamivudine, 300/300 mg, once a day, oral",
    ],
    "Feed F-100 130 mL/kg/day.": ["f-100, 130 mL/kg/day"],
    "Tramadol 100 mg PO TID, up to 48 h, then 50 mg OD.": [
      "tramadol, 100 mg, 3 times a day, oral",
      "tramadol (then), 50 mg, once a day, oral",
    ],
  });
});
