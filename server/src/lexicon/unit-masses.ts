// International units in a milligram, for medicines that guidelines order in both. Facts of the international
// standards (WHO Expert Committee on Biological Standardization), as on 2026-11-26.

export const unitsPerMilligram: ReadonlyMap<string, number> = new Map([
  ["benzylpenicillin", 1_000_000 / 600],
  ["benzathine benzylpenicillin", 1_200_000 / 900],
  ["procaine benzylpenicillin", 1000],
  ["retinol", 1 / 0.0003],
  ["vitamin d", 40_000],
  ["colecalciferol", 40_000],
  ["ergocalciferol", 40_000],
  ["colistin", 12_500],
  ["enoxaparin", 100],
]);

/** By another form that it is weighed in: retinol as palmitate, colistin as its base. */
export const unitsPerMilligramOfOtherForm: ReadonlyMap<string, number> = new Map([
  ["retinol", 1 / 0.00055],
  ["colistin", 30_000],
]);
