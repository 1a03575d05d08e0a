// The repository as the tidy tests see it: the files that belong to it, their texts and what they import.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every file that is tracked or would be: ignored ones are not the repository's. */
export const files: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
  { cwd: root, encoding: "utf8" },
)
  .split("\0")
  .filter((file) => file !== "" && existsSync(join(root, file)))
  .sort();

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
export const sizeOf = (file: string): number => statSync(join(root, file)).size;

export const sources: readonly string[] = files.filter((file) =>
  /^(?:client|server|test)\/.*\.ts$/.test(file),
);
export const isTest = (file: string): boolean => file.endsWith(".test.ts") || file.startsWith("test/");

export interface Import {
  /** A path from the root for a file of ours, else the package's name. */
  readonly target: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
  /** By import(), at run time. */
  readonly dynamic: boolean;
}

const statement = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s)?["']([^"']+)["']/gm;
const call = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

export function importsOf(file: string): Import[] {
  const text = textOf(file);
  const make = (name: string, typeOnly: boolean, dynamic: boolean): Import => {
    const own = name.startsWith(".");
    return { target: own ? normalize(join(dirname(file), name)) : name, own, typeOnly, dynamic };
  };
  return [
    ...Array.from(text.matchAll(statement), ([, type, name = ""]) => make(name, type !== undefined, false)),
    // In a type, typeof import("…") is no import.
    ...Array.from(text.matchAll(call))
      .filter(({ index }) => !/typeof\s*$/.test(text.slice(0, index)))
      .map(([, name = ""]) => make(name, false, true)),
  ];
}
