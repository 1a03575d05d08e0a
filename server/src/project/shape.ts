// What may stand in a project's file, as data: checked, completed, documented and turned into a JSON schema from one
// declaration. It must not know YAML or what the values are for.

export interface Field {
  readonly description: string;
  readonly shape: Shape;
}

export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "boolean" }
  | { readonly kind: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "choice"; readonly choices: Readonly<Record<string, string>> }
  /** One member may stand there without a list. */
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, Field>>; readonly noun: string }
  /** A word, or a record that says more. */
  | { readonly kind: "either"; readonly word: Choice; readonly record: RecordShape }
  /** The author's own keys; a list of keys is a map of nothing. */
  | { readonly kind: "map"; readonly of: Shape; readonly whole?: Readonly<Record<string, Field>> };

export type Choice = Extract<Shape, { kind: "choice" }>;
export type RecordShape = Extract<Shape, { kind: "record" }>;

/** The record that a value of this shape may be. */
export function recordIn(shape: Shape): RecordShape | undefined {
  if (shape.kind === "record") return shape;
  if (shape.kind === "either") return shape.record;
  return shape.kind === "list" ? recordIn(shape.of) : undefined;
}

/** The words that a value of this shape may be, with what they mean. */
export function wordsIn(shape: Shape): Readonly<Record<string, string>> {
  if (shape.kind === "choice") return shape.choices;
  if (shape.kind === "either") return shape.word.choices;
  if (shape.kind === "boolean") return { true: "Yes.", false: "No." };
  return shape.kind === "list" ? wordsIn(shape.of) : {};
}

/** What stands at a path of keys; list members have no key of their own. */
export function fieldAt(field: Field, path: readonly string[]): Field | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return field;
  const { shape } = field;
  const inner = shape.kind === "list" ? shape.of : shape;
  if (inner.kind === "map") return fieldAt({ description: field.description, shape: inner.of }, rest);
  const fields = recordIn(inner)?.fields ?? {};
  const next = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return next && fieldAt(next, rest);
}
