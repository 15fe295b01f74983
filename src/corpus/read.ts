/** Files → documents, in order: the one place that knows which reader a file gets. What cannot be read is an error in its place. */
import { CorpusError } from '../errors.ts';
import { inflated, readPieces, readWhole } from './bytes.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { type InputKind, kindOf } from './kinds.ts';
import type { FoundFile } from './names.ts';
import { type RecordOptions, readNdjson, wholeOf } from './ndjson.ts';
import type { FieldNames } from './records.ts';
import { unpackedStream } from './unpack.ts';

export interface ReadOptions {
  /** A WHATWG label that overrides detection. */
  readonly encoding?: string;
  /** How standard input is read; NDJSON when absent. Named files go by their extension. */
  readonly input?: InputKind;
  readonly fields?: FieldNames;
  /** Largest page, JSON or CSV file, and largest NDJSON record, in bytes (after unpacking). */
  readonly maxFileSize?: number;
  /** Give documents the date of their file (UTC). */
  readonly fileDates?: boolean;
  /** Standard input; only the command line passes it. */
  readonly stdin?: AsyncIterable<Buffer>;
}

/** 100 MB: far above any page, and every command stays below 1 GB of memory. NDJSON files may be of any length. */
const DEFAULT_MAX_FILE_SIZE = 100 * 1024 * 1024;

/** A document, or why there is none. */
export type Outcome = Document | CorpusError;

/** UTC date `YYYY-MM-DD` of a time in milliseconds. */
function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function pageDocument(bytes: Buffer, path: string, options: ReadOptions, fileDate?: string): Document {
  const { text, encoding } = decode(bytes, path, options.encoding);
  const page = { path, id: path, kind: 'page', text, line: 1, encoding, derived: false, stated: {} } as const;
  return fileDate ? { ...page, fileDate } : page;
}

/** Everything that is not a stream of lines: the bytes are at hand. */
async function* readBytes(
  bytes: Buffer,
  path: string,
  kind: InputKind,
  options: ReadOptions,
  fileDate?: string,
): AsyncGenerator<Outcome> {
  if (kind === 'txt') return yield pageDocument(bytes, path, options, fileDate);
  if (kind === 'html') {
    const { readHtml } = await import('./html.ts');
    return yield readHtml(bytes, path, options.encoding, fileDate);
  }
  const { readCsv, readJson } = await import('./tables.ts');
  yield* (kind === 'csv' ? readCsv : readJson)(bytes, path, recordOptions(options, fileDate));
}

function limitOf(options: ReadOptions): number {
  return options.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
}

function recordOptions(options: ReadOptions, fileDate?: string): RecordOptions {
  return { encoding: options.encoding, fields: options.fields, fileDate, limit: limitOf(options) };
}

async function* readStandardInput(options: ReadOptions): AsyncGenerator<Outcome> {
  const stdin = options.stdin ?? (process.stdin as AsyncIterable<Buffer>);
  const kind = options.input ?? 'ndjson';
  if (kind === 'ndjson') return yield* readNdjson(unpackedStream(stdin, '-'), '-', recordOptions(options));
  const bytes = inflated(await wholeOf(stdin, '-', limitOf(options)), '-', limitOf(options));
  yield* readBytes(bytes, '-', kind, options);
}

async function* readFile(file: FoundFile, kind: InputKind, options: ReadOptions): AsyncGenerator<Outcome> {
  if (file.path === '-' && !file.bytes) return yield* readStandardInput(options);
  if (kind === 'ndjson')
    return yield* readNdjson(readPieces(file, limitOf(options)), file.path, recordOptions(options));
  const { bytes, changed } = readWhole(file, limitOf(options));
  yield* readBytes(bytes, file.path, kind, options, options.fileDates ? dateOf(changed) : undefined);
}

/** Broken records of one file that are named each by itself; a file of nothing else must not fill memory and screen. */
const MOST_ERRORS = 100;

/** The outcomes of one file; when many of its records are broken the rest of them are counted in one error at its end. */
async function* withFewErrors(outcomes: AsyncIterable<Outcome>, path: string): AsyncGenerator<Outcome> {
  let errors = 0;
  try {
    for await (const outcome of outcomes)
      if (!(outcome instanceof CorpusError) || ++errors <= MOST_ERRORS) yield outcome;
  } finally {
    const more = errors - MOST_ERRORS;
    if (more > 0) yield new CorpusError(path, 'record', `${more} more ${more === 1 ? 'record' : 'records'} not read`);
  }
}

function readPage(file: FoundFile, options: ReadOptions): Outcome {
  try {
    const { bytes, changed } = readWhole(file, limitOf(options));
    return pageDocument(bytes, file.path, options, options.fileDates ? dateOf(changed) : undefined);
  } catch (error) {
    if (error instanceof CorpusError) return error;
    throw error;
  }
}

/**
 * The documents of `files` in their order; a file or record that cannot be read gives a CorpusError in its place and
 * reading goes on. Nothing is held in memory but the document at hand (for NDJSON one line, for JSON and CSV one file).
 */
export async function* readDocuments(files: Iterable<FoundFile>, options: ReadOptions = {}): AsyncGenerator<Outcome> {
  for (const file of files) {
    const kind = kindOf(file.path);
    if (kind === 'txt' && file.path !== '-') {
      yield readPage(file, options); // the usual case: nothing to wait for
      continue;
    }
    try {
      yield* withFewErrors(readFile(file, kind, options), file.path);
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      yield error;
    }
  }
}
