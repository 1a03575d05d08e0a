// Runs the built program with what V8 compiled of it when the same command last ran. Node's compile cache holds what is
// compiled when a file is loaded; most functions are compiled when they are first called. It must not know what the
// program does.

import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as module from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import * as zlib from "node:zlib";

/** What a CommonJS file exports; the build makes it a function of what CommonJS gives a file, and its address. */
export function keptProgram<Exports>(file: string, key: string): Exports {
  const kept = keptFile(file, key);
  const cachedData = kept === undefined ? undefined : soundContentOf(kept);
  const script = new Script(readFileSync(file, "latin1"), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (kept !== undefined && (!cachedData || script.cachedDataRejected)) {
    process.once("exit", (code) => {
      if (code <= 1) keep(kept, script);
    });
  }
  const program = { exports: {} as Exports };
  script.runInThisContext()(module.createRequire(file), program, program.exports, pathToFileURL(file).href);
  return program.exports;
}

/** In the folder that Node has for this user, this Node and this processor; none where it must not keep anything. */
function keptFile(file: string, key: string): string | undefined {
  const folder = module.getCompileCacheDir?.();
  // Not in every Node that we run on, either of them.
  if (folder === undefined || zlib.crc32 === undefined || !/^[\w.-]{1,40}$/.test(key)) return undefined;
  const { mtimeMs, size } = statSync(file);
  return join(folder, `${basename(file)}-${key}-${size}-${mtimeMs}`);
}

/** V8 believes whatever begins as it should. */
function soundContentOf(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const data = content.subarray(checkLength);
    return content.readUInt32LE() === zlib.crc32(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
const checkLength = 4;

/** Whole or not at all: others may be reading it. That it cannot be kept costs time and nothing else. */
function keep(file: string, script: Script): void {
  const part = `${file}.${process.pid}`;
  try {
    const data = script.createCachedData();
    const check = Buffer.alloc(checkLength);
    check.writeUInt32LE(zlib.crc32(data));
    writeFileSync(part, Buffer.concat([check, data]), { mode: 0o600 });
    renameSync(part, file);
  } catch {
    rmSync(part, { force: true });
  }
}
