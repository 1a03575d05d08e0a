// The shape of a project's file as a JSON schema and as a page of the documentation: both are generated. It must not
// know where they are written.

import { sharedShapes } from "../src/project/project-shape.ts";
import { type Field, recordIn, type Shape, wordsIn } from "../src/project/shape.ts";

type Json = Readonly<Record<string, unknown>>;

const choiceSchema = (choices: Readonly<Record<string, string>>): Json => ({
  enum: Object.keys(choices),
  markdownEnumDescriptions: Object.values(choices),
});

export function schemaOf({ description, shape }: Field): Json {
  // Beside a reference nothing else counts.
  const schema = shapeSchema(shape);
  const described = { markdownDescription: description, description };
  return "$ref" in schema ? { ...described, allOf: [schema] } : { ...described, ...schema };
}

function shapeSchema(shape: Shape): Json {
  const shared = Object.entries(sharedShapes).find(([, other]) => other === shape)?.[0];
  return shared === undefined ? ownSchema(shape) : { $ref: `#/definitions/${shared}` };
}

/** Nothing behind a key is as good as no key. */
function ownSchema(shape: Shape): Json {
  switch (shape.kind) {
    case "text":
      return { type: ["string", "number", "null"] };
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return { type: "integer", minimum: shape.minimum, maximum: shape.maximum };
    case "choice":
      return choiceSchema(shape.choices);
    case "list":
      return {
        anyOf: [{ type: "null" }, shapeSchema(shape.of), { type: "array", items: shapeSchema(shape.of) }],
      };
    case "either":
      return { anyOf: [shapeSchema(shape.word), shapeSchema(shape.record)] };
    case "record":
      return {
        type: ["object", "null"],
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([key, field]) => [key, schemaOf(field)]),
        ),
        additionalProperties: false,
      };
    case "map":
      return {
        anyOf: [
          { type: ["object", "null"], additionalProperties: shapeSchema(shape.of) },
          { type: "array", items: { type: "string" } },
        ],
      };
  }
}

export function projectSchema(field: Field): Json {
  const definitions = Object.entries(sharedShapes).map(([name, shape]) => [name, ownSchema(shape)]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Guidewright project",
    ...schemaOf(field),
    definitions: Object.fromEntries(definitions),
  };
}

/** Rows of a table: every key with what it means. Keys of the single rules have pages of their own. */
export function keyTable(field: Field): string {
  const rows = keysOf(field, "").map(([key, description]) => `| \`${key}\` | ${description} |`);
  return ["| key | what it means |", "| --- | --- |", ...rows].join("\n");
}

function keysOf(field: Field, prefix: string): [string, string][] {
  const inner = field.shape.kind === "list" ? field.shape.of : field.shape;
  return Object.entries(recordIn(inner)?.fields ?? {}).flatMap(([name, each]): [string, string][] => {
    const key = `${prefix}${name}`;
    const words = name === "rules" ? [] : Object.entries(wordsIn(each.shape));
    const meaning = [each.description, ...words.map(([word, said]) => `\`${word}\`: ${said}`)].join(" ");
    return [[key, meaning], ...(name === "rules" ? [] : keysOf(each, `${key}.`))];
  });
}
