// Salts whose solutions guidelines give both in per cent and in mmol: the mass of one mmol, what the salt yields,
// and the strengths that are made. Own compilation from molar masses; November 2026. It must not know guidelines.

export interface Salt {
  /** By the lexicon's name of the medicine. */
  readonly name: string;
  /** mg of one mmol of the salt, for each hydrate that labels count in. */
  readonly masses: readonly number[];
  /** Words that name its ion in a table's head: "Na", "calcium". */
  readonly ions: readonly string[];
  /** Charges of the ion: mEq of one mmol. */
  readonly charge: number;
  /** mg of the ion in one mmol of the salt. */
  readonly ionMass: number;
  /** Strengths that are made, in per cent. */
  readonly strengths: readonly number[];
}

export const salts: readonly Salt[] = [
  {
    name: "sodium chloride",
    masses: [58.44],
    ions: ["na", "na+", "na⁺", "sodium", "cl", "chloride"],
    charge: 1,
    ionMass: 22.99,
    strengths: [0.18, 0.2, 0.225, 0.3, 0.45, 0.9, 1.8, 2.7, 3, 5, 5.85, 6, 7, 7.5, 10, 14.6, 20, 23.4, 30],
  },
  {
    name: "potassium chloride",
    masses: [74.55],
    ions: ["k", "k+", "k⁺", "potassium", "cl", "chloride"],
    charge: 1,
    ionMass: 39.1,
    strengths: [0.15, 0.2, 0.3, 7.45, 7.5, 10, 11.2, 14.9, 15, 20, 22.4],
  },
  {
    name: "sodium bicarbonate",
    masses: [84.01],
    ions: ["na", "na+", "na⁺", "sodium", "hco3", "bicarbonate"],
    charge: 1,
    ionMass: 22.99,
    strengths: [1.26, 1.4, 4.2, 5, 7.5, 8.4],
  },
  {
    name: "magnesium sulfate",
    masses: [246.5],
    ions: ["mg", "mg2+", "mg²⁺", "magnesium"],
    charge: 2,
    ionMass: 24.3,
    strengths: [1, 2, 4, 8, 10, 12.5, 15, 20, 25, 49.3, 50],
  },
  {
    name: "magnesium chloride",
    masses: [203.3],
    ions: ["mg", "mg2+", "mg²⁺", "magnesium"],
    charge: 2,
    ionMass: 24.3,
    strengths: [10, 20, 50],
  },
  {
    name: "calcium gluconate",
    masses: [448.4, 430.4],
    ions: ["ca", "ca2+", "ca²⁺", "ca++", "calcium"],
    charge: 2,
    ionMass: 40.08,
    strengths: [1, 2, 8.5, 9.4, 10],
  },
  {
    name: "calcium chloride",
    masses: [147, 111, 219.1],
    ions: ["ca", "ca2+", "ca²⁺", "ca++", "calcium"],
    charge: 2,
    ionMass: 40.08,
    strengths: [5, 7.35, 10, 13.4, 14.7, 20],
  },
  {
    name: "glucose",
    masses: [180.2, 198.2],
    ions: ["glucose", "dextrose"],
    charge: 1,
    ionMass: 180.2,
    strengths: [4, 5, 7.5, 10, 12.5, 15, 20, 25, 30, 33, 40, 50, 70],
  },
];

const byName = new Map(salts.map((salt) => [salt.name, salt]));

export function saltNamed(name: string): Salt | undefined {
  return byName.get(name);
}
