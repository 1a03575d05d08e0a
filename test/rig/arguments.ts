// The command line of a VS Code executable, as far as test runs use it. Unknown flags are ignored, as VS Code
// does. Pure: it must not start anything.

export interface VscodeArguments {
  readonly folder?: string;
  readonly extensionPaths: readonly string[];
  readonly testsPath?: string;
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
  readonly install: readonly string[];
  readonly disableExtensions: boolean;
  readonly debuggingPort?: number;
}

export function parseVscodeArguments(args: readonly string[]): VscodeArguments {
  const values = (name: string): string[] =>
    args.flatMap((arg, i) => {
      if (arg.startsWith(`--${name}=`)) return [arg.slice(name.length + 3)];
      const next = args[i + 1];
      return arg === `--${name}` && next !== undefined && !next.startsWith("--") ? [next] : [];
    });
  const taken = new Set(
    valued.flatMap((name) => args.flatMap((arg, i) => (arg === `--${name}` ? [i + 1] : []))),
  );
  const folder = args.find((arg, i) => !arg.startsWith("-") && !taken.has(i));
  const [testsPath] = values("extensionTestsPath");
  const [userDataDir] = values("user-data-dir");
  const [extensionsDir] = values("extensions-dir");
  const [port] = values("remote-debugging-port");
  return {
    extensionPaths: values("extensionDevelopmentPath"),
    install: values("install-extension"),
    disableExtensions: args.includes("--disable-extensions"),
    ...(folder !== undefined && { folder }),
    ...(testsPath !== undefined && { testsPath }),
    ...(userDataDir !== undefined && { userDataDir }),
    ...(extensionsDir !== undefined && { extensionsDir }),
    ...(port !== undefined && { debuggingPort: Number(port) }),
  };
}

/** Flags whose value may be the next argument. */
const valued = [
  "extensionDevelopmentPath",
  "extensionTestsPath",
  "user-data-dir",
  "extensions-dir",
  "install-extension",
  "remote-debugging-port",
];
