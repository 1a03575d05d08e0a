// The handbooks under test/clean, which are without fault: each folder is a project. It must not know what is
// asserted about them.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../clean", import.meta.url));

export const cleanProjects: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => [name, join(folder, name)]),
);
