// Pairs the statements of two editions: what is said the same first, in the same line, section, document, then anywhere;
// then what was edited, from the nearest place and patients on. It must not know what a statement is of.

import type { Alignment } from "./alignment.ts";
import { evenWords } from "./line.ts";
import { type Pairing, pairBy, pairing } from "./pairing.ts";
import { fingerprint, type Statement } from "./statement.ts";

type Side = "before" | "after";
type KeyOf = (statement: Statement, side: Side) => string | undefined;

export function matched(
  before: readonly Statement[],
  after: readonly Statement[],
  alignment: Alignment,
): Pairing<Statement> {
  const state = pairing(before, after);
  const keys = keysOf(alignment);
  const said: KeyOf = (statement) => `${statement.kind} ${statement.about} ${fingerprint(statement)}`;
  const subject: KeyOf = ({ kind, about }) => `${kind} ${about}`;
  const by = (...parts: readonly KeyOf[]) =>
    pairBy(state, (statement, side) => parts.map((part) => part(statement, side)).join("\n"), likeness);
  // What is said as before.
  by(said, keys.text);
  by(said, keys.line);
  by(said, keys.section, keys.all);
  by(said, keys.document, keys.all);
  by(said, keys.all);
  // What was edited where it stands.
  by(subject, keys.line, keys.all);
  by(subject, keys.line, keys.who);
  by(subject, keys.line, keys.sort);
  by(said, keys.section, keys.who);
  by(said, keys.document, keys.who);
  by(said, keys.who);
  by(said, keys.section);
  // What was edited and moved.
  by(subject, keys.section, keys.all);
  by(subject, keys.document, keys.all);
  by(subject, keys.section, keys.who);
  by(subject, keys.all);
  return state;
}

function keysOf({ idOf, sectionOf }: Alignment) {
  /** A sentence, or a row's cell, without the mark of a footnote. */
  const text: KeyOf = ({ line, span, kind, traits }) =>
    kind === "recommendation" || kind === "contraindication"
      ? evenWords(line.document.guideline.text.slice(span.start, span.end)).replace(/^\d+ /, "")
      : `${idOf(line)}\n${traits.join(";")}`;
  const line: KeyOf = (statement) => String(idOf(statement.line));
  const section: KeyOf = (statement) => sectionOf(statement.line);
  const document: KeyOf = (statement) => statement.line.document.identity;
  const all: KeyOf = ({ traits }) => traits.join(";");
  const who: KeyOf = ({ traits }) => traits.slice(0, 2).join(";");
  /** What kind of amount it is: tablets and milligrams of one row are two things. */
  const sort: KeyOf = ({ kind, traits }) => (kind === "order" ? (traits.at(-1) ?? "") : "");
  return { text, line, section, document, all, who, sort };
}

/** Shared slots and traits; of statements about one thing the most alike are one. */
function likeness(a: Statement, b: Statement): number {
  let like = 0;
  for (const [name, { value }] of a.slots) if (b.slots.get(name)?.value === value) like++;
  for (const [i, trait] of a.traits.entries()) if (b.traits[i] === trait) like++;
  return like;
}
