// Finds the JSON value in what a model wrote that nobody held to a schema, and looks whether it obeys one.
// It must not know who wrote it.
import type { JsonSchema } from "../backend.ts";
import { JsonEnd } from "../host/json-end.ts";

/** The first object or list in the text, with whatever stands around it left out. */
export function jsonIn(text: string): string | undefined {
  const start = text.search(/[[{]/);
  if (start < 0) return undefined;
  const end = new JsonEnd();
  const json = end.push(text.slice(start));
  return end.done ? json : undefined;
}

export async function obeys(schema: JsonSchema, json: string): Promise<boolean> {
  const { Ajv } = await import("ajv");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return false;
  }
  return new Ajv({ strict: false }).validate(schema, value);
}
