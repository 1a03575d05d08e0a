// Names that medicines have in the United States and hardly elsewhere (USAN), where the British and international name
// is another one: own compilation, 2026-11. It must not know documents.

import { oncePer } from "../text/memory.ts";
import type { Medicine } from "./medicine.ts";

export type NamingCountry = "british" | "american";

const american: ReadonlySet<string> = new Set(
  `acetaminophen albuterol levalbuterol epinephrine racepinephrine norepinephrine meperidine rifampin glyburide nitroglycerin
   isoproterenol metaproterenol cyclosporine phytonadione leucovorin mesalamine torsemide hydroxyurea cromolyn
   glycopyrrolate succinylcholine benztropine dicyclomine scopolamine cephalexin chlorpheniramine cholestyramine
   clomiphene indomethacin simethicone ergonovine methylergonovine dextroamphetamine amphetamine propoxyphene
   estradiol beclomethasone acyclovir valacyclovir mechlorethamine secobarbital`.match(/\S+/g),
);

/** Of two names of one medicine, of which one is American, the other is the British or international one. */
export function areNational(a: string, b: string): boolean {
  return american.has(a) !== american.has(b);
}

/** Whether a medicine has names of both kinds. */
export const hasNationalNames = oncePer(({ name, synonyms }: Medicine): boolean => {
  const all = [name, ...synonyms];
  return all.some((one) => american.has(one)) && all.some((one) => !american.has(one));
});

export function countryOf(name: string): NamingCountry {
  return american.has(name) ? "american" : "british";
}
