/** Exit codes, in one place. Set through `process.exitCode`, never `process.exit()`: that cuts a pipe at 65,536 bytes. */
export const ExitCode = {
  Complete: 0,
  /** A `check` failed. */
  CheckFailed: 1,
  /** Usage, configuration, missing path: stdout is empty. */
  Usage: 2,
  /** A valid result, but an input could not be read or decoded. */
  Partial: 3,
  /** The output could not be written. */
  Output: 4,
  Internal: 70,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
