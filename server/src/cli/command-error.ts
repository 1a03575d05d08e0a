// What the user got wrong, or what could not be done, in plain words, and the exit codes. It must not know
// single commands.

/** 130 is what a shell reports of a program that was stopped from the keyboard. */
export const exitCodes = { clean: 0, findings: 1, couldNotRun: 2, cancelled: 130 } as const;

/** Printed without a stack. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.couldNotRun) {
    super(message);
    this.exitCode = exitCode;
  }
}
