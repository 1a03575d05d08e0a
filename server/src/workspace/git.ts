// Git as a child process: arguments as a list and never through a shell, nothing that a repository's settings could
// have run, no network. What went wrong is said in the user's words. It must not know guidelines.

import { type ExecFileException, execFile } from "node:child_process";

/** Why a repository or a revision could not be read, for the user. */
export class RevisionError extends Error {}

/** A repository may name programs that git would start: none of them is. */
const safely = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat"];
const surroundings = {
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  LC_ALL: "C",
};
/** Variables with which a surrounding git command would speak of another repository. */
const foreign = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_EXTERNAL_DIFF"];

const mostOutput = 512 * 1024 * 1024;

export interface GitRun {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

export function git(folder: string, args: readonly string[], input?: string): Promise<GitRun> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...surroundings };
  for (const name of foreign) delete env[name];
  return new Promise((resolve, reject) => {
    const options = {
      cwd: folder,
      env,
      encoding: "buffer" as const,
      maxBuffer: mostOutput,
      windowsHide: true,
    };
    const child = execFile("git", [...safely, "--no-pager", ...args], options, (error, out, err) => {
      if (error && typeof error.code !== "number") reject(couldNotRun(error, folder));
      else
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err: err.toString("utf8") });
    });
    // Whoever ends early closes its input; what it said is what counts.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input ?? "");
  });
}

function couldNotRun(error: ExecFileException, folder: string): RevisionError {
  if (error.code === "ENOENT")
    return new RevisionError(
      "Git was not found. Install git, or see that it is in the PATH, or compare two files or folders instead.",
    );
  if (error.code === "ENOTDIR") return new RevisionError(`${folder} is no folder.`);
  return new RevisionError(`Git could not be run: ${error.message}`);
}

/** What git printed, or an error with what it said. */
export async function gitOutput(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const { code, out, err } = await git(folder, args, input);
  if (code === 0) return out;
  throw new RevisionError(reasonFor(err, folder));
}

function reasonFor(said: string, folder: string): string {
  if (/not a git repository/i.test(said))
    return `${folder} is not in a git repository. Compare two files or folders instead.`;
  if (/dubious ownership/i.test(said))
    return `Git does not trust the repository of ${folder}, because it belongs to another user. Mark it with: git config --global --add safe.directory`;
  const [first = "It did not say why."] = said.trim().split("\n");
  return `Git could not read the repository: ${first.replace(/^(?:fatal|error): /, "")}`;
}

/** Fields that end with a zero byte, so that names may have spaces, line ends and any letter. */
export function fieldsOf(out: Buffer): string[] {
  return out
    .toString("utf8")
    .split("\0")
    .filter((field) => field !== "");
}
