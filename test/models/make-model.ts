// `npm run make:model -- --shape gemma2-2b --out FILE`: writes a model file of that shape with random weights, to
// measure and to test with. Its size is printed first; what it says is nonsense.
import { statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { modelFile } from "./architectures.ts";
import { sizeOf, writeGguf } from "./gguf-file.ts";
import { type ShapeName, shapes } from "./shapes.ts";

const { values } = parseArgs({
  options: {
    shape: { type: "string", default: "gemma2-2b" },
    out: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;

function make(name: string, out: string, seed: number): string | undefined {
  if (!Object.hasOwn(shapes, name)) return `--shape is one of: ${Object.keys(shapes).join(", ")}`;
  const file = modelFile(name, shapes[name as ShapeName], seed);
  const size = sizeOf(file);
  const path = resolve(out);
  console.log(`${path}: ${gigabytes(size)} with random weights (${size} bytes)`);
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < size) return `Only ${gigabytes(bavail * bsize)} are free there.`;
  writeGguf(path, file);
  return undefined;
}

const problem = make(values.shape, values.out ?? `${values.shape}.gguf`, Number(values.seed));
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 2;
}
