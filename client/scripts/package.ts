// Makes the VSIX for this platform: production bundles, node-llama-cpp with its folder structure whole, and
// the CPU binaries of this platform alone. `--out FILE` names the result.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = `${process.platform}-${process.arch}`;
const binaries = {
  "darwin-arm64": "mac-arm64-metal",
  "darwin-x64": "mac-x64",
  "win32-x64": "win-x64",
  "win32-arm64": "win-arm64",
};

/** Shipped as they are. */
const shipped = [
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "client/icon.png",
  "client/media",
  "client/walkthrough",
  "server/docs",
  "server/schemas",
  "syntaxes",
];

function packageFolders(): string[] {
  // Windows finds npm only through a shell.
  const list = execFileSync("npm", ["ls", "--omit=dev", "--all", "--parseable"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const wantedBinary = binaries[target as keyof typeof binaries] ?? target;
  return list
    .split(/\r?\n/)
    .filter((line) => line !== "" && resolve(line) !== resolve(root))
    .map((line) => relative(root, line).split(sep).join("/"))
    .filter((folder) => folder.lastIndexOf("node_modules/") === 0)
    .filter(
      (folder) => !/^node_modules\/(?:node-(?:linux|darwin|win)-|typescript$|@typescript\/)/.test(folder),
    )
    .filter((folder) => !folder.includes("/@node-llama-cpp/") || folder.endsWith(`/${wantedBinary}`));
}

/** llama.cpp's own sources are only for building it, which this extension never does. */
const isShipped = (path: string) => !path.endsWith("gitRelease.bundle");

function stage(): string {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-package-"));
  for (const path of [...shipped, ...packageFolders()]) {
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: isShipped });
  }
  const { devDependencies, optionalDependencies, overrides, scripts, ...manifest } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  execFileSync(process.execPath, ["esbuild.mjs", "--production", "--into", folder], {
    cwd: root,
    stdio: "inherit",
  });
  return folder;
}

const at = process.argv.indexOf("--out");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const packagePath = resolve(
  process.argv[at + 1] && at > 0
    ? (process.argv[at + 1] ?? "")
    : join(root, `guidewright-${target}-${version}.vsix`),
);

const folder = stage();
try {
  await createVSIX({
    cwd: folder,
    packagePath,
    target,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  console.log(`${packagePath} (${(statSync(packagePath).size / 1e6).toFixed(1)} MB)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
