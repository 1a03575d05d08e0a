// Tests of medicine.ts and of the data behind it: that every name leads to one medicine, and each range is sound.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isMedicineWord, medicineNamed, medicines, saltWords, spellingTargets } from "./medicine.ts";

const routes = new Set(
  `oral iv im sc rectal inhaled nebulised topical vaginal sublingual buccal nasal eye ear intraosseous intrathecal
   intradermal epidural transdermal`.match(/\S+/g),
);
const rates = new Set(["", "kg", "kg/h", "kg/min", "h", "min", "m2"]);

const nameOf = (name: string) => medicineNamed(name)?.name;

/** The dose of one medicine that applies to a route, the unit and the rate. */
const rangeOf = (name: string, unit: string, per = "", route?: string) =>
  medicineNamed(name)?.doses.find(
    (dose) => dose.unit === unit && dose.per === per && (dose.route === undefined || dose.route === route),
  );

describe("medicineNamed", () => {
  it("knows older, national and short names", () => {
    const same = {
      acetaminophen: "paracetamol",
      epinephrine: "adrenaline",
      norepinephrine: "noradrenaline",
      frusemide: "furosemide",
      lignocaine: "lidocaine",
      rifampin: "rifampicin",
      phenobarbitone: "phenobarbital",
      albuterol: "salbutamol",
      meperidine: "pethidine",
      nitroglycerin: "glyceryl trinitrate",
      acyclovir: "aciclovir",
      amoxycillin: "amoxicillin",
      sulphadiazine: "sulfadiazine",
      "penicillin g": "benzylpenicillin",
      "penicillin v": "phenoxymethylpenicillin",
      "co-amoxiclav": "amoxicillin/clavulanic acid",
      cotrimoxazole: "sulfamethoxazole/trimethoprim",
      "tmp-smx": "sulfamethoxazole/trimethoprim",
      "magnesium sulphate": "magnesium sulfate",
      mgso4: "magnesium sulfate",
      kcl: "potassium chloride",
      "normal saline": "sodium chloride",
      "hartmann's solution": "compound sodium lactate",
      "vitamin k": "phytomenadione",
      "3tc": "lamivudine",
      azt: "zidovudine",
      ors: "oral rehydration salts",
      rhze: "rifampicin/isoniazid/pyrazinamide/ethambutol",
    };
    for (const [name, expected] of Object.entries(same)) assert.equal(nameOf(name), expected, name);
  });

  it("does not mind case, apostrophes or the kind of separator", () => {
    const written = ["artemether-lumefantrine", "Artemether/Lumefantrine", "artemether + lumefantrine"];
    for (const name of written) assert.equal(nameOf(name), "artemether/lumefantrine");
    assert.equal(nameOf("Ringer’s lactate"), nameOf("ringer's lactate"));
  });

  it("keeps look-alikes apart", () => {
    const pairs = `prednisone prednisolone, cloxacillin flucloxacillin, esomeprazole omeprazole, quinine quinidine,
      adrenaline noradrenaline, cefotaxime ceftazidime, ceftazidime ceftriaxone, clotrimazole cotrimoxazole,
      chlorpromazine chlorpropamide, hydralazine hydroxyzine, ephedrine epinephrine, dopamine dobutamine,
      vinblastine vincristine, carbimazole carbamazepine, cefuroxime cefotaxime, methyldopa levodopa,
      glibenclamide gliclazide, codeine dihydrocodeine, ergometrine ergotamine, promethazine prochlorperazine`;
    for (const pair of pairs.split(",")) {
      const [first = "", second = ""] = pair.trim().split(" ");
      assert.ok(nameOf(first) !== undefined && nameOf(second) !== undefined, pair);
      assert.notEqual(nameOf(first), nameOf(second), pair);
    }
  });

  it("does not guess", () => {
    for (const name of ["", "magnesium", "flucloxacilin", "constructor"])
      assert.equal(medicineNamed(name), undefined);
  });
});

describe("the medicines", () => {
  it("have names of their own", () => {
    for (const medicine of medicines) {
      for (const name of [medicine.name, ...medicine.synonyms]) {
        assert.match(name, /^[a-z\d][a-z\d'é /₁₂-]+[a-z\d₁₂]$/);
        assert.match(name, /[a-z]/);
        assert.equal(nameOf(name), medicine.name, `${name} belongs to two medicines`);
      }
    }
    assert.equal(new Set(medicines.map((medicine) => medicine.name)).size, medicines.length);
    assert.ok(medicines.length > 1000);
  });

  it("have components that are medicines, classes and routes that exist", () => {
    for (const medicine of medicines) {
      for (const component of medicine.components) assert.ok(medicineNamed(component), component);
      assert.ok(medicine.classes.length > 0, medicine.name);
      for (const route of medicine.routes) assert.ok(routes.has(route), `${medicine.name}: ${route}`);
    }
  });

  it("have ranges that are ranges", () => {
    for (const { name, doses } of medicines) {
      for (const dose of doses) {
        assert.ok(dose.low > 0 && dose.low < dose.high, `${name}: ${dose.low}-${dose.high}`);
        assert.ok(dose.route === undefined || routes.has(dose.route), `${name}: ${dose.route}`);
        assert.ok(rates.has(dose.per), `${name}: ${dose.per}`);
      }
      const keys = doses.map((dose) => `${dose.route}|${dose.unit}|${dose.per}`);
      assert.equal(new Set(keys).size, keys.length, `${name} has one range twice`);
    }
    assert.ok(medicines.filter((medicine) => medicine.doses.length > 0).length > 1000);
  });

  it("hold honest doses and not a slip of magnitude", () => {
    const cases = [
      { name: "paracetamol", unit: "mg", honest: [120, 1000, 4000], slip: 10_000 },
      { name: "misoprostol", unit: "mg", honest: [0.025, 0.2, 0.8], slip: 200 },
      { name: "aspirin", unit: "mg", honest: [75, 300, 4000], slip: 30_000 },
      { name: "methylprednisolone", unit: "mg", honest: [4, 1000], slip: 10_000 },
      { name: "penicillin g", unit: "unit", honest: [1_000_000, 24_000_000], slip: 240_000_000 },
      { name: "levothyroxine", unit: "mg", honest: [0.025, 0.1, 0.2], slip: 50 },
      { name: "morphine", unit: "mg", per: "kg", honest: [0.05, 0.1], slip: 10 },
      { name: "adrenaline", unit: "mg", per: "kg/min", route: "iv", honest: [0.00005, 0.001], slip: 0.1 },
      { name: "insulin", unit: "unit", per: "kg/h", honest: [0.05, 0.1], slip: 5 },
      { name: "gentamicin", unit: "mg", per: "kg", honest: [2.5, 5, 7.5], slip: 75 },
      { name: "digoxin", unit: "mg", honest: [0.0625, 0.25, 1], slip: 250 },
    ];
    for (const { name, unit, per, route, honest, slip } of cases) {
      const range = rangeOf(name, unit, per, route);
      assert.ok(range, name);
      for (const dose of honest) assert.ok(range.low <= dose && dose <= range.high, `${name} ${dose}`);
      assert.ok(slip > range.high, `${name} ${slip}`);
    }
  });

  it("have a dose in units only where units are used", () => {
    assert.deepEqual(new Set(medicineNamed("oxytocin")?.doses.map((dose) => dose.unit)), new Set(["unit"]));
    assert.ok(rangeOf("benzylpenicillin", "mg") && rangeOf("benzylpenicillin", "unit"));
  });
});

describe("isMedicineWord", () => {
  it("knows names, parts of names, brands, classes and salts", () => {
    const words = `flucloxacillin frusemide ringer lactate benzathine augmentin buscopan penicillins cephalosporin
      opioids sulphate amoxicilina amoxicilline infliximab bosutinib`;
    for (const word of words.match(/\S+/g) ?? []) assert.ok(isMedicineWord(word), word);
  });

  it("knows no misspelling", () => {
    const words = `flucloxacilin ethambutal midazalom cetriaxone naloxane warfrin psuedoephedrine chlorhexadine
      amoxicilin paracetemol gentamycine ceftriaxon ibuprofin furosamide oxytoxin
      prednisilone salbutomol artesanate isonazid rifampacin fluconozole diazapam phenobarbitol`;
    for (const word of words.match(/\S+/g) ?? []) assert.ok(!isMedicineWord(word), word);
  });
});

describe("spellingTargets", () => {
  it("are single words only", () => {
    assert.ok(spellingTargets().includes("midazolam"));
    for (const target of spellingTargets()) assert.match(target, /^[a-z]{5,}$/);
    assert.ok(saltWords.has("hydrochloride"));
  });
});
