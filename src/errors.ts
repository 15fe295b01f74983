/** The errors a user may see: each prints one line (what, where, what to do). Anything else is a defect of ours. */

/** Wrong arguments, configuration or a missing path: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An input that could not be read or decoded: named in the result, exit code 3. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  /** Path as reached from the argument. */
  readonly file: string;
  /** Stable short code such as `ENOENT`, `EACCES`, `undecodable`, `record`. */
  readonly code: string;
  /** Byte offset or, for records, the 1-based line; absent when the whole file is meant. */
  readonly offset: number | undefined;
  constructor(file: string, code: string, message: string, offset?: number, options?: ErrorOptions) {
    // It tells of an input, not of a defect: a file of a million broken records must not walk the stack a million times.
    const frames = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message, options);
    Error.stackTraceLimit = frames;
    this.file = file;
    this.code = code;
    this.offset = offset;
  }
}

/** A data file (ours or the user's) that breaks its schema: names the file and the JSON pointer or line. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
  readonly file: string;
  readonly pointer: string;
  constructor(file: string, pointer: string, message: string) {
    super(`${file}${pointer}: ${message}`);
    this.file = file;
    this.pointer = pointer;
  }
}

/** The output could not be written: exit code 4. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
