// Whether the paths that a command was given take in all of a project. It must not read any of it.

import { relative, resolve, sep } from "node:path";

/** The project's folder is one of them, or lies in one of them. */
export function coversProject(paths: readonly string[], project: string | undefined): boolean {
  if (project === undefined) return false;
  return paths.some((path) => {
    const way = relative(resolve(path), project);
    return way === "" || (way.split(sep)[0] !== ".." && resolve(way) !== way);
  });
}
