// Notation that has been misread as another dose, route or medicine: 5.0 mg, .5 mg, 10U, QOD.

import { errorProneNotations, type Notation } from "../guideline/error-prone-notation.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isExplainedIn, readingsOf } from "../guideline/notation-habit.ts";
import type { NotationKind } from "../lexicon/error-prone-form.ts";
import { notationKinds } from "../lexicon/error-prone-notation.ts";
import type { Span } from "../text/span.ts";
import { defineRule } from "./rule.ts";
import { optionValues, type RuleOptions } from "./rule-option.ts";

interface State {
  readonly here: Notation;
  /** All places of the same notation, where it is reported once. */
  readonly all: readonly Notation[];
}

const kindsListed = notationKinds.map(({ id, name }) => `\`${id}\` (${name})`).join(", ");

const options = {
  profile: {
    type: "choice",
    default: "usual",
    choices: {
      usual: "What is dangerous and rarely meant otherwise.",
      who: "Also shortened medicine names and Latin abbreviations, which the WHO advises against.",
      ismp: "Also what the Institute for Safe Medication Practices lists: 50mg, IU, &, < and >.",
    },
    description: "How strict to be.",
  },
  also: {
    type: "words",
    default: [],
    description: `Kinds to report beside the profile's: ${kindsListed}.`,
  },
  except: { type: "words", default: [], description: "Kinds not to report." },
} as const satisfies RuleOptions;

const mostRelated = 20;
/** What a text writes so often is how it writes, and one thing to decide. */
const habit = 4;

export const errorProneNotation = defineRule<State>({
  id: "error-prone-notation",
  severity: "warning",
  options,
  summary: "A dose, route or frequency is written in a way that has been misread: 5.0 mg, .5 mg, 10U, QOD.",
  rationale:
    "A point that is missed on a copy turns 5.0 mg into 50 mg and .5 mg into 5 mg; a U is read as a zero. Most tenfold " +
    "errors begin so. Laboratory values such as 6.0 g/dL and columns of numbers with as many decimals each are left " +
    "alone. What stands four times in a document is reported once, with all its places; what is mostly a matter of habit " +
    "(µg, cc, MgSO4) is reported once, as information.",
  examples: {
    invalid: [
      "Give dexamethasone 5.0 mg orally once.\n                   ^^^",
      "Give haloperidol .5 mg orally at night.\n                 ^^",
      "Insulin 10U is given, then digoxin 0.125 mg QOD.\n          ^\n                                            ^^^",
    ],
    valid: [
      "Transfuse when haemoglobin is below 6.0 g/dL. Lipase is 400 U/L. See section .5 and Amp.50mg.",
      'Never write "10U" or QD: write units and once daily in full.',
      "| Weight | mL |\n| --- | --- |\n| 5.5 kg | 1.0 |\n| 8.0 kg | 1.5 |",
    ],
  },

  *check(guideline, context) {
    const { profile, also, except } = optionValues(options, context.options);
    const isAsked = ({ id, profiles }: NotationKind) =>
      !except.includes(id) && (also.includes(id) || profiles.includes(profile));
    const asked = errorProneNotations(guideline).filter(
      (one) => isAsked(one.kind) && !isExplainedIn(guideline, one),
    );
    const nameOf = ({ kind }: Notation) => kind.id;
    const alike = grouped(asked, nameOf);
    for (const here of asked) {
      const { kind } = here;
      const same = alike.get(nameOf(here)) ?? [here];
      const once = kind.once || same.length >= habit;
      if (once && same[0] !== here) continue;
      const all = once ? same : [here];
      yield {
        span: shown(guideline, here),
        severity: kind.severity,
        message: messageOf(guideline, here, all.length),
        related: all
          .filter((other) => other !== here)
          .slice(0, mostRelated)
          .map((other) => ({ span: shown(guideline, other), message: "Also here." })),
        state: { here, all },
      };
    }
  },

  fix({ here, all }, guideline) {
    const { texts, certain } = readingsOf(guideline, here);
    const isOne = all.every((one) => readingsOf(guideline, one).texts[0]?.trim() === texts[0]?.trim());
    const places = all.length > 1 ? `${isOne ? "" : " and so on"} in all ${all.length} places` : "";
    return texts.map((text, i) => ({
      title: `Write "${text.trim()}"${places}`,
      edits: all.map((one) => {
        const newText = readingsOf(guideline, one).texts[i] ?? text;
        return { span: { start: one.start, end: one.end }, newText };
      }),
      certain: certain && i === 0,
    }));
  },
});

/** Without the blanks before it. */
function shown({ text }: Guideline, { start, end }: Notation): Span {
  return { start: end - text.slice(start, end).trimStart().length, end };
}

function messageOf(guideline: Guideline, here: Notation, count: number): string {
  const written = guideline.text.slice(here.start, here.end).trim();
  const [first = ""] = readingsOf(guideline, here).texts;
  const times = count > 1 ? ` It is written so ${count} times here.` : "";
  return `"${written}" is easily misread. ${here.kind.why} Write "${first.trim()}".${times}`;
}
