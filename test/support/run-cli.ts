// The command line as a user runs it, from its sources: what it prints and its exit code.
import { type ChildProcess, execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endsWithTests } from "./process-life.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const builtEntry = fileURLToPath(new URL("../../server/dist/cli.mjs", import.meta.url));
const entry = fileURLToPath(new URL("../../server/src/cli.ts", import.meta.url));

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliSurroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped in. */
  readonly input?: string | Buffer;
  readonly onStart?: (child: ChildProcess) => void;
  /** As it is shipped, with the model host beside it. */
  readonly built?: boolean;
}

/** The program and the arguments that run it. */
export const cliCommand: readonly string[] = [
  process.execPath,
  "--import",
  new URL("./text-modules.ts", import.meta.url).href,
  entry,
];

export function runCli(
  args: readonly string[],
  { cwd = root, env = {}, input, onStart, built }: CliSurroundings = {},
): Promise<CliRun> {
  const [program = "", ...before] = built ? [process.execPath, builtEntry] : cliCommand;
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
      ...endsWithTests,
    };
    const child = execFile(program, [...before, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err });
    });
    child.stdin?.end(input);
    onStart?.(child);
  });
}
