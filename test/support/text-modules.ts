// Lets Node run the sources as they are: Markdown files are modules of text, as in the build. What Node makes of them
// is kept, for the next process reads the same.

import { readFileSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache();

registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".md")) return next(url, context);
    const source = `export default ${JSON.stringify(readFileSync(fileURLToPath(url), "utf8"))};`;
    return { format: "module", source, shortCircuit: true };
  },
});
