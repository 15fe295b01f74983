/** Results that were written earlier with `--json`, read back. */
import { reasonOf } from '../corpus/file-error.ts';
import { UsageError } from '../errors.ts';
import type { CorpusFacts, Row } from '../report/result.ts';
import { readUserText } from './user-file.ts';

/** An envelope as it was written. */
export interface SavedResult {
  readonly file: string;
  /** Command of the schema's name: `keywords` of `keywords/1`. */
  readonly command: string;
  readonly schema: string;
  readonly options: Row;
  readonly corpus: CorpusFacts;
  readonly rows: readonly Row[];
  readonly sections: ReadonlyMap<string, readonly Row[]>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.every(isRecord);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readUserText(file));
  } catch (error) {
    const reason = error instanceof SyntaxError ? `no JSON: ${error.message}` : reasonOf(error);
    throw new UsageError(`"${file}": ${reason}`);
  }
}

/** Reads a result of any command. Throws {@link UsageError} naming the file when it is none. */
export function readSavedResult(file: string): SavedResult {
  const value = parse(file);
  if (isRecord(value)) {
    const { schema, options, corpus, rows, sections } = value;
    const name = typeof schema === 'string' ? /^([a-z-]+)\/\d+$/u.exec(schema)?.[1] : undefined;
    const listed = isRecord(sections) ? Object.entries(sections) : [];
    if (name && isRecord(options) && isRecord(corpus) && (isRows(rows) || listed.every(([, of]) => isRows(of)))) {
      return {
        file,
        command: name,
        schema: schema as string,
        options,
        corpus: corpus as unknown as CorpusFacts,
        rows: isRows(rows) ? rows : [],
        sections: new Map(listed as [string, Row[]][]),
      };
    }
  }
  throw new UsageError(`"${file}" is no result of rasid (write one with --json)`);
}

/** True when the rows were cut: something that is not among them may still have been counted. */
export function wasCut({ options, rows }: SavedResult): boolean {
  const top = options.top ?? options.limit;
  return typeof top === 'number' && top > 0 && rows.length >= top;
}
