// Whatever is typed into a workspace, the findings are those of a server that has just started: nothing that is
// remembered from before shows in them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { type Dictionary, emptyDictionary } from "../../server/src/lexicon/dictionary.ts";
import { checkGuideline } from "../../server/src/rules/index.ts";
import type { Neighbour } from "../../server/src/rules/rule.ts";
import { Room } from "../../server/src/syntax/room.ts";
import { forgetTexts } from "../../server/src/text/memory.ts";
import { leanGuideline } from "../../server/src/workspace/closed-document.ts";
import { faultyGuidelines, soundGuidelines } from "../support/sample-guidelines.ts";

const texts = [...faultyGuidelines.values(), ...[...soundGuidelines.values()].slice(0, 4)];
const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 20);
const pieces =
  "e|5| |.|\n|\n\n|10 mg/kg |- |## |for 7 days |< 5 mmol/L |amoxicillin |, |twice daily |children |% ".split(
    "|",
  );
const edited = 3;

function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48271) % 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below);
  };
}

/** A few characters more or less, or a line that stands elsewhere. */
function changed(text: string, pick: (below: number) => number): string {
  const at = pick(text.length);
  const kind = pick(4);
  if (kind < 2) return text.slice(0, at) + pieces[pick(pieces.length)] + text.slice(at);
  if (kind === 2) return text.slice(0, at) + text.slice(at + 1 + pick(60));
  const end = text.indexOf("\n", at) + 1;
  return `${text.slice(0, end)}${lines[pick(lines.length)]}\n${pick(2) ? "\n" : ""}${text.slice(end)}`;
}

/** Words of the texts that the lexicon does not have, or has otherwise. */
const dictionary: Dictionary = {
  ...emptyDictionary,
  medicines: new Map([["children", ["patients"]]]),
  analytes: new Map([["weight gain", ["treatment"]]]),
  abbreviations: new Map([["ORS", ""]]),
};

function neighbour(text: string, i: number, words = emptyDictionary, room?: Room): Neighbour {
  const parse = i % 3 === 2 && i >= edited ? leanGuideline : parseGuideline;
  return { uri: `file:///guide/${i}.md`, guideline: parse(text, words, room) };
}

function findingsIn(all: readonly Neighbour[], at: number) {
  const own = all[at] as Neighbour;
  const others = all.filter((one) => one !== own);
  const { findings, failures } = checkGuideline(own.guideline, { neighbours: others });
  assert.deepEqual(failures, []);
  const linesOf = (other: Neighbour = own) => other.guideline.lines;
  return findings.map(({ rule, severity, span, message, related, fixes }) => ({
    ...{ rule, severity, span: linesOf().rangeOf(span), message },
    related: related.map((one) => [linesOf(one.in).rangeOf(one.span), one.message, one.in?.uri]),
    fixes: fixes().map((fix) => [
      fix.title,
      fix.edits.map((edit) => [linesOf(fix.in).rangeOf(edit.span), edit.newText]),
      fix.certain,
      fix.in?.uri,
    ]),
  }));
}

describe("findings while someone types", () => {
  it("are those of the text alone", () => {
    const pick = chance(20);
    const now = [...texts];
    const rooms = Array.from({ length: edited }, () => new Room());
    let workspace = now.map((text, i) => neighbour(text, i));
    for (let step = 0; step < 30; step++) {
      const at = pick(edited);
      now[at] = changed(now[at] ?? "", pick);
      const again = neighbour(now[at] ?? "", at, emptyDictionary, rooms[at]);
      workspace = workspace.map((one, i) => (i === at ? again : one));
      const found = findingsIn(workspace, at);
      if (step % 3 > 0) continue;
      forgetTexts();
      assert.deepEqual(
        found,
        findingsIn(
          now.map((text, i) => neighbour(text, i)),
          at,
        ),
        `step ${step}`,
      );
    }
  });

  it("are those of the text and its dictionary alone, whichever was read with before", () => {
    const pick = chance(7);
    let text = texts.find((each) => /children/.test(each) && /ORS/.test(each)) ?? "";
    let differing = 0;
    for (let step = 0; step < 12; step++) {
      text = changed(text, pick);
      const words = step % 3 === 0 ? emptyDictionary : step % 3 === 1 ? dictionary : { ...dictionary };
      const read = () => [neighbour(text, 0, words), neighbour(texts[1] ?? "", 1, words)];
      const found = findingsIn(read(), 0);
      const without = findingsIn([neighbour(text, 0), neighbour(texts[1] ?? "", 1)], 0);
      if (JSON.stringify(found) !== JSON.stringify(without)) differing++;
      forgetTexts();
      assert.deepEqual(found, findingsIn(read(), 0), `step ${step}`);
    }
    assert.ok(differing > 0);
  });
});
