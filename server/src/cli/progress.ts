// Says on a terminal how far a long run is, and takes it away when the run ends. It must not know what runs.

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  readonly onProgress: (done: number) => void;
  readonly end: () => void;
}

interface Saying {
  readonly what?: string;
  readonly now?: () => number;
}

/** Nobody wants to read of a run that is over by then. */
const patience = 1000;
/** Between two times it is said. */
const pause = 100;

export function progressOn(
  terminal: Terminal,
  total: number,
  { what = "guidelines checked", now = () => performance.now() }: Saying = {},
): Progress {
  const start = now();
  let last: number | undefined;
  return {
    onProgress(done) {
      const at = now();
      if (!terminal.isTTY || at - start < patience || (last !== undefined && at - last < pause)) return;
      last = at;
      terminal.write(`\r\u001B[2K${done} of ${total} ${what}`);
    },
    end() {
      if (last !== undefined) terminal.write("\r\u001B[2K");
      last = undefined;
    },
  };
}
