// One change of whom or what a whole section is for, instead of one of each order in it. It must not know how changes
// are found.

import { grouped } from "../guideline/grouped.ts";
import type { Change, Difference } from "./change.ts";

const isScope = ({ slot }: Difference): boolean => slot === "patients" || slot === "for";

/** As many orders of one section that change alike are said as one. */
const fewest = 3;
const mostNamed = 4;

export function collapsed(changes: readonly Change[]): Change[] {
  const parts = changes.flatMap((change) =>
    change.differences.filter(isScope).map((difference) => ({ change, difference })),
  );
  const keyOf = ({ change, difference: { slot, before, after } }: (typeof parts)[number]) =>
    [change.after?.document.identity, change.section.join("/"), slot, before?.text, after?.text].join("\n");
  const groups = [...grouped(parts, keyOf).values()].filter((group) => group.length >= fewest);
  const taken = new Set(groups.flat().map(({ difference }) => difference));
  const left = changes.flatMap((change): Change[] => {
    const differences = change.differences.filter((one) => !taken.has(one));
    if (differences.length === change.differences.length) return [change];
    return differences.length === 0 ? [] : [{ ...change, differences }];
  });
  return [...left, ...groups.flatMap(together)];
}

function together(group: readonly { readonly change: Change; readonly difference: Difference }[]): Change[] {
  const [first] = group;
  if (!first) return [];
  const names = [...new Set(group.map(({ change }) => change.subject.split(",")[0] ?? ""))];
  const more = names.length > mostNamed ? " and more" : "";
  const subject = `${group.length} orders: ${names.slice(0, mostNamed).join(", ")}${more}`;
  return [{ ...first.change, subject, differences: [first.difference] }];
}
