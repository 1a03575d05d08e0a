// A comment that keeps a rule silent where it has nothing to say, and one that does not say what it means: both
// may hide the next fault. It must not know what other rules look for.

import { type Disable, disableWords } from "../guideline/disable.ts";
import { type Silence, silencesIn } from "../guideline/disable-reach.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Span } from "../text/span.ts";
import { didYouMean, nearestName } from "../text/spelling.ts";
import { endIt, takeOut } from "./disable-edit.ts";
import { type Disabling, type Useless, uselessIn } from "./disabling.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Found } from "./rule.ts";

type State =
  | { readonly gone: readonly Silence[]; readonly certain: boolean }
  | { readonly word: Span; readonly meant: string | undefined }
  | { readonly open: Silence };

export const disableUnused = defineRule<State>({
  id: "disable-unused",
  severity: "information",
  summary: "A comment that disables a rule has nothing to disable, or does not say what it means.",
  rationale:
    "A comment that stays behind when its finding is gone hides the next fault in the same place. One with a misspelt rule, or one that is never ended, does something else than its author believes.",
  examples: {
    invalid: [
      "Give fluids. <!-- guidewright-disable-line dose-conflit -->\n                                           ^^^^^^^^^^^^",
      "<!-- guidewright-disable dose-conflict -->\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\nGive fluids.",
      "Give fluids.\n\n<!-- guidewright-enable -->\n^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      "<!-- guidewright-disable-lines -->\n                 ^^^^^^^^^^^^^\n\nGive fluids.",
    ],
    valid: [
      "<!-- guidewright-disable dose-conflict -- two schemes on purpose -->\n\nGive fluids.\n\n<!-- guidewright-enable dose-conflict -->",
      "Write it as code: `<!-- guidewright-disable-line -->`.",
    ],
  },
  *check(guideline, { disabling }) {
    if (guideline.markdown.directives.length === 0 && !guideline.markdown.frontMatter) return;
    const silences = silencesIn(guideline);
    for (const disable of silences.disables) yield* misspelt(disable, disabling);
    const useless = uselessIn(silences, disabling);
    for (const [by, faults] of useless) yield foundUseless(guideline, by, faults);
    for (const { kind, silence } of silences.faults) {
      const known = useless.get(silence.by)?.some((other) => other.silence === silence);
      if (kind === "open" && !known) yield foundOpen(silence);
    }
  },
  fix(state, guideline) {
    if ("word" in state) {
      if (state.meant === undefined) return [];
      return [
        {
          title: `Change to “${state.meant}”`,
          edits: [{ span: state.word, newText: state.meant }],
          certain: false,
        },
      ];
    }
    return "open" in state ? endIt(guideline, state.open) : takeOut(guideline, state);
  },
});

function* misspelt(
  { kind, word, span, wordSpan, rules }: Disable,
  disabling?: Disabling,
): Iterable<Found<State>> {
  if (kind === undefined) {
    const words = Object.keys(disableWords);
    const meant = nearestName(word, words);
    const message = `“guidewright-${word}” means nothing to Guidewright, so nothing is disabled.${didYouMean(word, words)} The words are ${words.join(", ")}.`;
    yield { span: word === "" ? span : wordSpan, message, state: { word: wordSpan, meant } };
    return;
  }
  if (!disabling) return;
  for (const { id, span: name } of rules) {
    if (disabling.known.includes(id)) continue;
    const message = `There is no rule “${id}”, so this disables nothing.${didYouMean(id, disabling.known)} The rules are listed in the documentation.`;
    yield { span: name, message, state: { word: name, meant: nearestName(id, disabling.known) } };
  }
}

function foundUseless(guideline: Guideline, by: Disable, all: readonly Useless[]): Found<State> {
  const names = all.flatMap(({ silence }) => silence.rule ?? []);
  const whole = names.length === by.rules.length;
  const span = whole ? by.span : (names[0]?.span ?? by.span);
  const message = [...new Set(all.map((one) => reasonFor(guideline, one)))].join(" ");
  const certain = all.every((one) => one.certain);
  return { span, message, state: { gone: all.map(({ silence }) => silence), certain } };
}

function reasonFor(guideline: Guideline, { silence, why, before, certain }: Useless): string {
  const what = silence.rule ? `“${silence.rule.id}”` : "any rule";
  if (why === "stray") {
    const which = silence.rule ? ` ${silence.rule.id}` : "";
    return `No “guidewright-disable${which}” stands before this that it could end. Remove it; what front matter or “guidewright-disable-file” says holds for the whole document.`;
  }
  if (why === "twice") {
    const place = before ? ` by ${lineOf(guideline, before.by.span.start, undefined)}` : "";
    return `${silence.rule ? what : "Every rule"} is disabled already${place}. Remove one of the two.`;
  }
  const where = certain ? "here" : "here, nor in the documents this one is compared with";
  return `There is nothing that ${what} would find ${where}. Remove this before it hides a new fault.`;
}

function foundOpen({ by, rule }: Silence): Found<State> {
  const which = rule ? ` ${rule.id}` : "";
  const message = `${rule ? `“${rule.id}”` : "Every rule"} stays disabled from here to the end of the document. Write “<!-- guidewright-enable${which} -->” where that should end, or use “guidewright-disable-file”.`;
  return { span: rule && by.rules.length > 1 ? rule.span : by.span, message, state: { open: { by, rule } } };
}
