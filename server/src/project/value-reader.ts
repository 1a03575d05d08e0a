// Reads the values of a YAML document as a shape wants them, and says of everything else where it stands and why it
// cannot be used. Nothing is expanded: an alias is refused where it stands. It must not know what values are for.

import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { nearestName } from "../text/spelling.ts";
import type { Problem } from "./project.ts";
import type { Choice, RecordShape, Shape } from "./shape.ts";

type Values = Readonly<Record<string, unknown>>;

/** A file that is no project file at all should not fill the list. */
const mostProblems = 50;

export class ValueReader {
  readonly problems: Problem[] = [];
  /** Where a text or a record stands, for what may turn out to be wrong with it later. */
  readonly nodes = new Map<unknown, Node>();
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  report(node: unknown, message: string, severity: Problem["severity"] = "error"): undefined {
    if (this.problems.length >= mostProblems) return undefined;
    const [from = 0, to = from] = (node as Partial<Node> | null)?.range ?? [];
    const start = Math.min(from, this.#length);
    this.problems.push({
      span: { start, end: Math.max(start, Math.min(to, this.#length)) },
      message,
      severity,
    });
    return undefined;
  }

  /** Undefined for what is not there or cannot be used. */
  read(node: unknown, shape: Shape, name: string): unknown {
    if (isAlias(node))
      return this.report(
        node,
        `“*${node.source}” is a YAML alias, which is not read here. Write the value out.`,
      );
    if (node === null || node === undefined || (isScalar(node) && node.value === null)) return undefined;
    switch (shape.kind) {
      case "list":
        return this.#list(node, shape.of, name);
      case "record":
        return this.#record(node, shape, name);
      case "map":
        return this.#map(node, shape.of, name);
      case "either":
        return isMap(node) ? this.#record(node, shape.record, name) : this.#choice(node, shape.word, name);
      case "choice":
        return this.#choice(node, shape, name);
      default:
        return this.#scalar(node, shape, name);
    }
  }

  #list(node: unknown, of: Shape, name: string): readonly unknown[] {
    const items = isSeq(node) ? node.items : [node];
    return items.flatMap((item) => this.read(item, of, name) ?? []);
  }

  #record(node: unknown, shape: RecordShape, name: string): Values | undefined {
    if (!isMap(node))
      return this.report(node, `${quoted(name)} must hold keys with values, each on its own line.`);
    const values: [string, unknown][] = [];
    for (const { key, pair } of this.#entries(node)) {
      const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
      if (field) values.push([key, this.read(pair.value, field.shape, key)]);
      else this.report(pair.key, unknownKey(key, shape));
    }
    const read = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    this.nodes.set(read, node);
    return read;
  }

  /** The author's own keys in their order; a list of keys is a map to nothing. */
  #map(node: unknown, of: Shape, name: string): ReadonlyMap<string, unknown> | undefined {
    if (isSeq(node)) {
      const keys = node.items.flatMap((item) => this.read(item, { kind: "text" }, name) ?? []);
      return new Map(keys.map((key) => [key as string, undefined]));
    }
    if (!isMap(node)) return this.report(node, `${quoted(name)} must hold names, each on its own line.`);
    return new Map(this.#entries(node).map(({ key, pair }) => [key, this.read(pair.value, of, key)]));
  }

  /** Each key once: the first counts. */
  #entries(node: YAMLMap): { readonly key: string; readonly pair: Pair }[] {
    const seen = new Set<string>();
    return node.items.flatMap((pair) => {
      if (!isScalar(pair.key) || pair.key.value === null) {
        this.report(
          pair.key ?? pair.value ?? node,
          "A key must be a plain word or a text in quotation marks.",
        );
        return [];
      }
      const key = wordOf(pair.key).trim();
      if (key === "<<") this.report(pair.key, "YAML merge keys (<<) are not read here. Write the keys out.");
      else if (seen.has(key))
        this.report(pair.key, `${quoted(key)} stands here twice; the first one counts.`);
      else {
        seen.add(key);
        return [{ key, pair }];
      }
      return [];
    });
  }

  #choice(node: unknown, shape: Choice, name: string): string | undefined {
    const word = isScalar(node) ? wordOf(node) : undefined;
    if (word !== undefined && Object.hasOwn(shape.choices, word)) return word;
    const all = Object.keys(shape.choices);
    const near = word === undefined ? undefined : nearestName(word, all);
    const given = word === undefined ? "" : `, not ${quoted(word)}`;
    return this.report(
      node,
      `${quoted(name)} must be ${listed(all)}${given}.${near ? ` Did you mean “${near}”?` : ""}`,
    );
  }

  #scalar(node: unknown, shape: Shape, name: string): unknown {
    const value = isScalar(node) ? node.value : undefined;
    if (shape.kind === "text") {
      const word = isScalar(node) ? wordOf(node).trim() : "";
      if (word !== "") {
        this.nodes.set(word, node as Node);
        return word;
      }
      return this.report(node, `${quoted(name)} must hold a text.`);
    }
    if (shape.kind === "boolean")
      return typeof value === "boolean" ? value : this.report(node, `${quoted(name)} must be true or false.`);
    if (shape.kind !== "integer") return undefined;
    const { minimum, maximum } = shape;
    return typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum
      ? value
      : this.report(node, `${quoted(name)} must be a whole number from ${minimum} to ${maximum}.`);
  }
}

/** As it is written: `off`, `5` and `3TC` are words. */
const wordOf = ({ value, source }: { readonly value: unknown; readonly source?: string }): string =>
  typeof value === "string" ? value : (source ?? String(value));

function unknownKey(key: string, { fields, noun }: RecordShape): string {
  const all = Object.keys(fields);
  const near = nearestName(key, all);
  const advice = near
    ? `Did you mean “${near}”?`
    : all.length <= 12
      ? `There ${all.length === 1 ? "is" : "are"} ${listed(all, "and")}.`
      : "The documentation lists them.";
  return `${quoted(key)} is no ${noun}; it has no effect. ${advice}`;
}

const quoted = (word: string): string => `“${word.length > 60 ? `${word.slice(0, 57)}…` : word}”`;

const listed = (words: readonly string[], last = "or"): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
