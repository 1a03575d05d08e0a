// Notation that has been misread as another dose, route or medicine, as data: its looks, what it is taken for, what
// to write instead. Own compilation from common medication safety advice, 2026-11. It must not know documents.

import {
  afterDose,
  afterNumber,
  all,
  form,
  medicine,
  type NotationKind,
  notLab,
  word,
} from "./error-prone-form.ts";
import { strictNotations } from "./error-prone-strict.ts";

const trailingZero: NotationKind = {
  id: "trailing-zero",
  name: "a dose such as 5.0 mg",
  profiles: all,
  severity: "warning",
  why: "Where the decimal sign is missed, the dose is ten times too large.",
  forms: [],
};
const nakedDecimal: NotationKind = {
  id: "naked-decimal",
  name: "a number such as .5 mg",
  profiles: all,
  severity: "warning",
  why: "Where the decimal sign is missed, the dose is ten times too large.",
  forms: [],
};
const unseparated: NotationKind = {
  id: "large-number",
  name: "six digits or more in a row, as in 1000000 units, or K and M for thousand and million",
  profiles: all,
  severity: "warning",
  why: "Nobody counts the zeros of a long number, and one more or less is a tenfold error.",
  cues: "k K kU KU kIU KIU kiu Kiu kunit Kunit kunits Kunits M",
  forms: [
    form(String.raw`(?<=\d) ?[kK](?= ?(?:units?|IU|iu|U)\b)`, " thousand"),
    form(String.raw`(?<=\d) ?M(?= (?:units?|IU|iu)\b)`, " million"),
  ],
};

export const notationKinds: readonly NotationKind[] = [
  trailingZero,
  nakedDecimal,
  unseparated,
  {
    id: "unit-letter",
    name: "U for units",
    profiles: all,
    severity: "warning",
    why: "The letter U is read as 0, 4 or cc, and ten times the insulin has been given for it.",
    cues: "U u millionU millionu thousandU thousandu megaU megau",
    forms: [
      form(
        String.raw`(?<=\d|\d[ \t]?(?:million|thousand|mega))[ \t\u00A0]{0,3}[Uu](?! ?&)${notLab}`,
        " units",
        true,
      ),
      // "Oxytocin 20 U/L": given, and not measured.
      form(
        String.raw`(?<=(?:xytocin|eparin|nsulin|asopressin|enicillin|poetin|ptokinase)[ \t]+\d{1,3}(?:[,.]?\d{1,3}){0,2})[ \t]{0,3}U(?=[ \t]?/[ \t]?(?:\d{2,4}[ \t]?)?(?:m?L|lit)(?!\p{L}))`,
        " units",
        true,
      ),
    ],
  },
  {
    id: "microgram-sign",
    name: "µg or ug for micrograms",
    profiles: all,
    severity: "information",
    once: true,
    why: "Written by hand or printed badly, it is read as mg: a thousandfold error.",
    cues: "µg μg ug ㎍",
    forms: [
      form(
        String.raw`(?<=\d)[ \t\u00A0]{0,3}(?:[µμ]g|ug|㎍)${notLab}(?![ \t]?/[ \t]?m[³3²2]?\b)`,
        " micrograms",
        true,
      ),
    ],
  },
  {
    id: "once-daily-letters",
    name: "QD and QOD for once daily and every other day",
    profiles: all,
    severity: "warning",
    why: "QD, QOD and QID are taken for one another: up to eight times the dose.",
    cues: "QOD qod QD qd Q q",
    forms: [
      word(String.raw`QOD|qod|Q\.O\.D\.|q\.o\.d\.`, "every other day", true),
      word(String.raw`QD|qd|q1d|Q\.D\.(?![sS])|q\.d\.(?![sS])`, "once daily", true),
    ],
  },
  {
    id: "times-weekly-letters",
    name: "TIW and BIW for times weekly",
    profiles: all,
    severity: "warning",
    why: "They are taken for three times and twice a day.",
    cues: "TIW tiw BIW biw t b T B",
    forms: [
      word("TIW|tiw|t\\.i\\.w\\.|T\\.I\\.W\\.", "three times weekly", true),
      word("BIW|biw|b\\.i\\.w\\.|B\\.I\\.W\\.", "twice weekly", true),
    ],
  },
  {
    id: "cubic-centimetres",
    name: "cc for mL",
    profiles: all,
    severity: "information",
    once: true,
    why: "It is read as 00 or as u (units).",
    cues: "cc CC c",
    forms: [form(String.raw`(?<=\d)[ \t\u00A0-]{0,3}(?:cc|c\.c\.|CC)(?![\p{L}\p{N}])`, " mL", true)],
  },
  {
    id: "subcutaneous-letters",
    name: "SQ and sub q for subcutaneously",
    profiles: all,
    severity: "information",
    once: true,
    why: "It is read as “5 every”, and the q of “sub q 2 hours” as “every 2 hours”.",
    cues: "SQ sq S s sub Sub subq Subq subQ SubQ",
    forms: [
      word(
        String.raw`(?:SQ|sq|S\.Q\.|s\.q\.|[sS]ub[- ]?[qQ])(?!\)?[ \t]cell|\.?[ \t]?(?:[ck]?m|ft|in|feet|inch|met)|[ \t]?\d)`,
        "subcutaneously",
        true,
      ),
    ],
  },
  {
    id: "bedtime-letters",
    name: "HS and qhs for at bedtime",
    profiles: all,
    severity: "information",
    once: true,
    why: "HS also means half strength, and qhs is read as every hour.",
    cues: "qhs QHS qHS HS hs q h H",
    forms: [
      word("qhs|QHS|q\\.h\\.s\\.|qHS", "at bedtime", true),
      form(String.raw`${afterDose}(?:HS|hs|h\.s\.|H\.S\.)(?![\p{L}\p{N}])`, "at bedtime", true),
    ],
  },
  {
    id: "eye-ear-letters",
    name: "AD, AS, AU, OS, OU for ears and eyes",
    profiles: all,
    severity: "warning",
    why: "Eyes and ears, right and left are taken for one another, and OD for once daily.",
    cues: "AD AS AU OS OU a o",
    forms: [
      ...Object.entries({
        AD: "in the right ear",
        AS: "in the left ear",
        AU: "in both ears",
        OS: "in the left eye",
        OU: "in both eyes",
      }).map(([letters, instead]) =>
        form(
          String.raw`${afterDose}(?:${letters}|${[...letters.toLowerCase()].join("\\.")}\.)(?![\p{L}\p{N}]|[ \t]+[A-Z]{2})`,
          instead,
          true,
        ),
      ),
    ],
  },
  {
    id: "per-os",
    name: "per os for orally",
    profiles: all,
    severity: "information",
    once: true,
    why: "OS is also the left eye.",
    cues: "os OS Os oS",
    forms: [word("[pP]er [oO][sS]", "orally", true)],
  },
  {
    id: "morphine-letters",
    name: "MS and MSO4 for morphine sulfate",
    profiles: all,
    severity: "warning",
    why: "It is taken for magnesium sulfate.",
    cues: "MSO MS",
    forms: [
      medicine("MSO(?:4|₄)", "morphine sulfate"),
      form(String.raw`(?<![\p{L}\p{N}.-])MS(?=[ \t]\d+(?:\.\d+)?[ \t]?mg\b)`, "morphine sulfate"),
    ],
  },
  {
    id: "medicine-letters",
    name: "MgSO4, HCTZ, ZnSO4, MTX for medicines",
    profiles: all,
    severity: "information",
    once: true,
    why: "It is taken for another medicine (MgSO4 for MSO4, HCTZ for hydrocortisone, MTX for mitoxantrone).",
    cues: "Mg MgSO ZnSO HCTZ MTX",
    forms: [
      medicine("Mg ?SO ?(?:4|₄)", "magnesium sulfate"),
      medicine("ZnSO(?:4|₄)", "zinc sulfate"),
      medicine("HCTZ", "hydrochlorothiazide"),
      medicine("MTX", "methotrexate"),
    ],
  },
  {
    id: "stop-letters",
    name: "D/C for discharge or discontinue",
    profiles: all,
    severity: "information",
    once: true,
    why: "The patient's medicines are stopped where discharge was meant.",
    cues: "d D",
    forms: [form(String.raw`(?<![\p{L}\p{N}/])[dD]/[cC](?:'d|’d)?(?![\p{L}\p{N}/])`, ["stop", "discharge"])],
  },
  {
    id: "at-sign",
    name: "@ for at",
    profiles: all,
    severity: "information",
    once: true,
    why: "It is read as the figure 2.",
    cues: "@",
    forms: [
      form(String.raw`(?<=[\p{L}\p{N})]?[ \t])@(?=[ \t]\d)`, "at", true),
      form(String.raw`(?<=[ \t])@(?=\d)`, "at ", true),
    ],
  },
  {
    id: "days-in-letters",
    name: "x3d and 3/7 for a number of days",
    profiles: all,
    severity: "information",
    once: true,
    why: "It is read as three doses, or as a dose.",
    cues: "x X × for For",
    forms: [
      form(String.raw`(?<![\p{L}\p{N}])[xX×][ \t]?(\d{1,2})[ \t]?[dD](?![\p{L}\p{N}])`, "for $1 days", true),
      ...Object.entries({ 7: "days", 52: "weeks", 12: "months" }).map(([count, unit]) =>
        form(
          String.raw`(?<=[fF]or[ \t])(?<![\d/])(\d{1,2})/${count}(?![\p{L}\p{N}/]|\.\d|[ \t]of\b)`,
          `$1 ${unit}`,
          true,
        ),
      ),
      ...Object.entries({ 7: "days", 52: "weeks", 12: "months" }).map(([count, unit]) =>
        form(
          String.raw`(?<![\p{L}\p{N}])[xX×][ \t]?(\d{1,2})/${count}(?![\p{L}\p{N}/]|\.\d)`,
          `for $1 ${unit}`,
          true,
        ),
      ),
    ],
  },
  {
    id: "apothecary",
    name: "grains, drams, minims, and ii for two tablets",
    profiles: all,
    severity: "information",
    once: true,
    why: "Hardly anyone knows these units and numerals any more; gr is also read as gram.",
    cues: "gr grs grain grains dram drams minim minims i ii iii ss",
    forms: [
      ...Object.entries({ i: "1", ii: "2", iii: "3", ss: "half" }).map(([numeral, instead]) =>
        form(
          String.raw`(?<![\p{L}\p{N}(./])(?<!(?:type|class|grade|stage|step|part|group)[ \t])${numeral}(?=[ \t](?:tabs?|tablets?|caps?|capsules?|tsp|tbsp|teaspoons?|tablespoons?|drops?|gtts?|puffs?)(?!\p{L}))`,
          instead,
          true,
        ),
      ),
      form(String.raw`(?<![\p{L}\p{N}])gr(?=[ \t](?:\d|[IVXivx½¼]))`, ["g", "mg"]),
      form(String.raw`${afterNumber}(?:grs?|grains?|drams?|minims?)(?![\p{L}\p{N}])`, ["g", "mg", "mL"]),
    ],
  },
  {
    id: "name-and-dose",
    name: "a name and its dose without a space, as in propranolol20 mg",
    profiles: all,
    severity: "warning",
    why: "The last letter is read as a figure: propranolol20 mg as 120 mg.",
    cues: "mg mcg microgram micrograms g unit units",
    forms: [
      form(
        String.raw`(?<=\p{Ll}{4})(\d+(?:[.,]\d+)?)(?=[ \t]?(?:mg|mcg|micrograms?|g|units?)(?![\p{L}\p{N}]))`,
        " $1",
        true,
      ),
    ],
  },
  ...strictNotations,
];
