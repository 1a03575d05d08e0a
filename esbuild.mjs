// Builds everything that runs: the language server, model host and command line (ESM), the client and
// the editor suite (CJS). Flags: --watch, --production, --into FOLDER. node-llama-cpp is never bundled: it
// finds its native binaries by its own folder structure.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { context } from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const into = process.argv.includes("--into") ? process.argv[process.argv.indexOf("--into") + 1] : ".";

// A single character beyond ASCII makes V8 keep and read the whole file at two bytes a character. esbuild leaves those
// in expressions, and in raw templates, of which we make nothing else: there an escape means the same.
const ascii = {
  name: "ascii",
  setup({ onEnd }) {
    onEnd(({ outputFiles }) => {
      for (const { path, text } of outputFiles ?? []) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, path.endsWith(".map") ? text : text.replace(/[^\0-\x7f]/g, escaped));
      }
    });
  },
};
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

const shared = {
  bundle: true,
  write: false,
  plugins: [ascii],
  platform: "node",
  target: "node20",
  // It has them, and whatever lacks them is written as a call that makes the expression anew each time it is met.
  supported: { "regexp-unicode-property-escapes": true },
  sourcemap: production ? false : "linked",
  minify: production,
  logLevel: "warning",
  loader: { ".md": "text" },
  // Its modules, not its CommonJS, all of which would be run at each start.
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
  define: { GUIDEWRIGHT_VERSION: JSON.stringify(JSON.parse(readFileSync("package.json", "utf8")).version) },
};

const server = {
  ...shared,
  entryPoints: {
    main: "server/src/main.ts",
    "check-worker": "server/src/cli/check-worker.ts",
    host: "server/src/llm/host/host.ts",
  },
  outdir: join(into, "server/dist"),
  format: "esm",
  // Shared chunks, and what a command does not need is not loaded.
  splitting: true,
  chunkNames: "chunk-[hash]",
  outExtension: { ".js": ".mjs" },
  external: ["node-llama-cpp"],
  // CommonJS dependencies inside an ES module still call require().
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
};

const cli = {
  ...shared,
  entryPoints: { cli: "server/src/cli.ts" },
  outdir: join(into, "server/dist"),
  format: "esm",
  outExtension: { ".js": ".mjs" },
};

// All of the command line is one file, whatever a command needs of it: to look for many costs more.
const program = {
  ...shared,
  // As it is shipped, so that what is measured is what users run.
  minify: true,
  entryPoints: { program: "server/src/cli/main.ts" },
  outdir: join(into, "server/dist"),
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  external: ["node-llama-cpp"],
  banner: { js: "(function (require, module, exports, __url) {" },
  footer: { js: "})" },
  define: { ...shared.define, "import.meta.url": "__url" },
  // A script has no imports of its own.
  supported: { ...shared.supported, "dynamic-import": false },
};

const client = {
  ...shared,
  // Two bundles, so that opening a Markdown file that is no guideline loads only the small one.
  entryPoints: { extension: "client/src/extension.ts", session: "client/src/session.ts" },
  outdir: join(into, "client/dist"),
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  external: ["vscode", "./session.cjs"],
};

const editorSuite = {
  ...shared,
  entryPoints: {
    index: "test/editor/index.ts",
    packaged: "test/editor/packaged.ts",
    bench: "test/editor/bench.ts",
    screenshots: "test/editor/screenshots.ts",
  },
  outdir: join(into, "test/dist/editor"),
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  external: ["vscode", "mocha", "playwright-core"],
};

for (const dir of ["server/dist", "client/dist", "test/dist"])
  rmSync(join(into, dir), { recursive: true, force: true });
const contexts = await Promise.all(
  [server, cli, program, client, ...(production ? [] : [editorSuite])].map((options) => context(options)),
);
for (const built of contexts) await (watch ? built.watch() : built.rebuild().then(() => built.dispose()));
if (!watch) chmodSync(join(into, "server/dist/cli.mjs"), 0o755);
