// What sentences say is to be done and not to be done, whatever it is.

import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { growth } from "../../../test/support/scaling.ts";
import { anyText } from "../../../test/support/texts.ts";
import { deedsIn } from "./deed-reader.ts";

const read = (text: string) => [
  ...new Set(deedsIn(text).map(({ direction, thing }) => `${direction} ${thing}`)),
];

for (const [text, ...deeds] of [
  ["Do not bathe the newborn.", "against bath"],
  ["1. Bathe the newborn and write the weight on the card", "for bath"],
  ["Tie a tourniquet above the bite and note the time.", "for tourniquet"],
  ["Avoid restraining the patient.", "against restraint"],
  ["We recommend against episiotomy.", "against episiotomy"],
  ["We do not recommend bed rest.", "against bed rest"],
  ["There is no role for enemas in labour.", "against enema"],
  [
    "Enemas, shaving and urinary catheters have no place in labour.",
    "against enema",
    "against shaving",
    "against urinary catheter",
  ],
  ["Every woman receives an enema.", "for enema"],
  ["The skin should not be shaved by nurses.", "against shaving"],
  ["Chest X-ray: not recommended.", "against x-ray"],
  ["Avoid: ice, massage.", "against ice", "against massage"],
  ["Patients should be kept in bed.", "for bed rest"],
  ["Wash out the stomach.", "for gastric lavage"],
  ["Put the newborn in an incubator.", "for incubator"],
  ["In mild disease take blood cultures.", "for blood culture"],
  ["Fasten a cloth strip firmly above the bite.", "for tourniquet"],
  [
    "Ask an assistant to press on the top of the uterus.",
    "for fundal pressure",
    "for ask assistant",
    "for press uterus",
  ],
  ["Tickle the throat until the child vomits.", "for induced vomiting"],
  ["Leave bite wounds open.", "against wound closure", "for open"],
  ["Strapping of the chest is not recommended.", "against strap chest"],
  ["Strap the chest.", "for strap chest"],
  ["Hold an ice pack on the burn.", "for ice"],
  ["Send the patient for a chest X-ray.", "for x-ray"],
  ["Humidified air does not help and is no longer used.", "against steam inhalation"],
  ["Check blood pressure.", "for pressur"],
  ["Fundal pressure is therefore gone from our units.", "against fundal pressure"],
  ["Enemas belong to the past.", "against enema"],
  [
    "Ligatures and other bands meant to stop the flow of blood have been abandoned.",
    "against tourniquet",
    "against band",
  ],
  ["Nasal suction has taken the place of nebulised salbutamol.", "against salbutamol"],
  ["No woman needs an enema.", "against enema"],
  ["The first bath belongs to the second day of life.", "against bath"],
  ["Delay bathing until 24 hours after birth.", "against bath"],
] as const)
  it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(read(text).sort(), [...deeds].sort()));

for (const text of [
  "If villagers have tied a tourniquet, leave it until antivenom is running.",
  "Is an enema needed?",
  "In the past, enemas were given in labour.",
  "Fast breathing and feeding difficulty are signs.",
])
  it(`reads no procedure in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(
      deedsIn(text).filter(({ known }) => known),
      [],
    ));

it("takes what is put off for what is not to be done before", () => {
  for (const text of [
    "Delay bathing until 24 hours after birth.",
    "The first bath belongs to the second day.",
  ])
    assert.deepEqual(deedsIn(text)[0]?.window, { from: 0, to: 24 }, text);
});

it("keeps what tells a situation from others", () => {
  const [deed] = deedsIn("Do not request an X-ray in adults with a sprained ankle in the first 24 hours.");
  assert.deepEqual(deed?.window, { from: 0, to: 24 });
  assert.ok(deed?.words.has("ankle") && deed.words.has("sprain"));
  assert.equal(deedsIn("Do not use ice unless the skin is intact.")[0]?.limited, true);
  assert.equal(deedsIn("Never use ice.")[0]?.absolute, true);
  assert.equal(deedsIn("Routine enemas are not recommended.")[0]?.routine, true);
});

it("is total, with places inside the sentence", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end } of deedsIn(text)) assert.ok(start >= 0 && start < end && end <= text.length);
    }),
  );
});

it("takes time in proportion to the text", () => {
  for (const piece of [
    "do not use ",
    "must not be ",
    "and or ",
    "with the ",
    "a, b, ",
    "in the first ",
    "no x: ",
    "those with no ",
    "continue the ",
  ])
    assert.ok(growth((size) => deedsIn(`${piece.repeat(size)}${Math.random()}`), 10) < 9, piece);
});
