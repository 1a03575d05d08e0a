// The most that any honest guideline gives of a medicine in a day of regular doses, or at once, where the range of all
// its doses is too wide to show a slip of the decimal point: a load of digoxin is many times a day's dose. In
// milligrams. Own compilation from the maxima that common formularies state, rounded up (2026-11).

import type { Route } from "./medicine.ts";

export interface DoseCeiling {
  readonly of: "day" | "dose";
  readonly perKg: boolean;
  /** Of children only, or of newborns. */
  readonly young: boolean;
  readonly newborn: boolean;
  readonly routes: readonly Route[];
  readonly high: number;
}

const lines = `
digoxin: day 1
colchicine: day 3.6
levothyroxine: day 0.4
enalapril: day 40
captopril: day 300
ramipril: day 20
lisinopril: day 80
perindopril: day 16
bisoprolol: day 20
carvedilol: day 100
nebivolol: day 40
metoprolol: day 450
propranolol: day 640
atenolol: day 200
amlodipine: day 10
hydralazine: day 300; iv dose 20
methyldopa: day 4000
labetalol: iv dose 200
losartan: day 150
hydrochlorothiazide: day 100
chlortalidone: day 100
indapamide: day 5
clopidogrel: day 150
prasugrel: day 15
ticagrelor: day 180
warfarin: day 20
acenocoumarol: day 12
propylthiouracil: day 1600
carbimazole: day 120
risperidone: day 16
olanzapine: day 40
amitriptyline: day 300
phenobarbital: day 500
carbamazepine: day 2000
levetiracetam: day 4000
omeprazole: oral day 120
loperamide: dose 8
fluconazole: day 2000; dose 2000
mefloquine: dose 1500
ergometrine: dose 0.6
methylergometrine: dose 0.6
carboprost: im dose 1
atropine: iv/im/sc dose/kg 0.05
adenosine: dose/kg 0.35
amiodarone: oral day 1600
allopurinol: day 800
febuxostat: day 120
hydroxychloroquine: day 800
azathioprine: day/kg 5
desmopressin: oral day 1.2
cabergoline: dose 3
bromocriptine: day 40
ethinylestradiol: day 0.2
tacrolimus: day 30
baclofen: oral day 120
gabapentin: day 4800
pregabalin: day 900
trihexyphenidyl: day 40
pyridostigmine: day 1500
sevelamer: day 15000
phenoxymethylpenicillin: day 4000
clofazimine: day 300
proguanil: day 400
acetazolamide: day 4000
senna: day 60
famotidine: day 320
sumatriptan: oral dose 100
adrenaline: iv/intraosseous dose/kg 0.03
morphine: iv dose/kg 0.3
diazepam: iv/rectal dose/kg 1
furosemide: iv/oral/im dose/kg 5
zinc sulfate: child day 50
folic acid: day 15
glibenclamide: day 20
glimepiride: day 8
metformin: day 3000
simvastatin: day 80
atorvastatin: day 80
rosuvastatin: day 40
finasteride: day 5
tamsulosin: day 0.8
montelukast: day 10
cetirizine: day 20
loratadine: day 20
fludrocortisone: day 0.6
apixaban: day 20
rivaroxaban: day 30
dabigatran: day 300
spironolactone: day 400
isoniazid: day 900
rifampicin: day 2400
ethambutol: day 2500
misoprostol: oral day 2.4
fentanyl: newborn iv dose/kg 0.006
midazolam: newborn iv dose/kg 0.3
caffeine: newborn dose/kg 80
gentamicin: newborn dose/kg 8
phenobarbital: newborn dose/kg 40
`;

/** "iv/im dose/kg 0.05", "child day 50" */
const shape = /^(?:(child|newborn) +)?(?:([a-z/]+) +)?(day|dose)(\/kg)? +([\d.]+)$/;

export const doseCeilings: ReadonlyMap<string, readonly DoseCeiling[]> = new Map(
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", said = ""] = line.split(": ");
      return [name, said.split("; ").map(ceilingOf)] as const;
    }),
);

function ceilingOf(said: string): DoseCeiling {
  const [, child, routes, of, kg, high] = shape.exec(said) ?? [];
  return {
    of: of === "dose" ? "dose" : "day",
    perKg: kg !== undefined,
    young: child === "child",
    newborn: child === "newborn",
    routes: (routes?.split("/") ?? []) as Route[],
    high: Number(high),
  };
}
