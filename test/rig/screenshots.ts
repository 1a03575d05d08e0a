// `npm run screenshots`: takes the README's pictures anew.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runEditorSuite } from "./run.ts";

const suite = fileURLToPath(new URL("../dist/editor/screenshots.cjs", import.meta.url));
const pictures = fileURLToPath(new URL("../../client/media", import.meta.url));

mkdirSync(pictures, { recursive: true });
process.exit(
  await runEditorSuite({
    suite,
    env: { GUIDEWRIGHT_PICTURES: process.env.GUIDEWRIGHT_PICTURES ?? pictures },
  }),
);
