/** NDJSON: one record per line, streamed. A broken line is named and the rest goes on. */
import { CorpusError } from '../errors.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { type ByteLine, byteLines } from './lines.ts';
import { type FieldNames, type RecordPlace, recordDocument, recordError } from './records.ts';

/** What reading records needs to know. */
export interface RecordOptions {
  readonly encoding?: string | undefined;
  readonly fields?: FieldNames | undefined;
  readonly fileDate?: string | undefined;
  /** Largest record (NDJSON) or file (JSON, CSV), in bytes. */
  readonly limit: number;
}

const WHITE = /^\s*$/u;
/** How an object begins. Asked before parsing: an exception for each of a million lines takes minutes. */
const OBJECT = /^[ \t\r\n]*\{/u;

/** One JSON text as a document, or the error that names its line. */
export function parseRecord(json: string, place: RecordPlace, fields?: FieldNames): Document | CorpusError {
  if (!OBJECT.test(json)) return recordError(place, 'record is no JSON object');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return recordError(place, 'record is no JSON', error);
  }
  return documentOrError(value, place, fields);
}

/** A parsed record as a document, or the error that names its line. */
export function documentOrError(value: unknown, place: RecordPlace, fields?: FieldNames): Document | CorpusError {
  try {
    return recordDocument(value, place, fields);
  } catch (error) {
    if (error instanceof CorpusError) return error;
    throw error;
  }
}

function lineDocument(line: ByteLine, path: string, options: RecordOptions): Document | CorpusError | undefined {
  const place = { path, line: line.line };
  if (line.overlong)
    return new CorpusError(
      path,
      'too-large',
      `record larger than the limit of ${options.limit} bytes (line ${line.line})`,
      line.line,
    );
  try {
    const { text, encoding } = decode(line.bytes, path, options.encoding);
    if (WHITE.test(text)) return undefined;
    return parseRecord(text, { ...place, encoding, fileDate: options.fileDate }, options.fields);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return new CorpusError(path, error.code, `${error.message}, line ${line.line}`, line.line, { cause: error });
  }
}

/** True when the first bytes are those of UTF-16: its line ends are no single bytes, so the file is decoded whole. */
function isWide(bytes: Buffer): boolean {
  const first = bytes.readUInt16BE(0);
  return first === 0xfffe || first === 0xfeff || bytes[0] === 0 || bytes[1] === 0;
}

async function* wideLines(
  pieces: AsyncIterable<Buffer>,
  path: string,
  options: RecordOptions,
): AsyncGenerator<Document | CorpusError> {
  const bytes = await wholeOf(pieces, path, options.limit);
  const { text, encoding } = decode(bytes, path, options.encoding);
  for (const [index, json] of text.split('\n').entries()) {
    if (WHITE.test(json)) continue;
    yield parseRecord(json, { path, line: index + 1, encoding, fileDate: options.fileDate }, options.fields);
  }
}

/** All pieces joined. Throws CorpusError `too-large` above `limit` bytes. */
export async function wholeOf(pieces: AsyncIterable<Buffer>, path: string, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limit)
      throw new CorpusError(path, 'too-large', `larger than the limit of ${limit} bytes (--max-file-size)`);
    parts.push(Buffer.from(piece));
  }
  return Buffer.concat(parts);
}

async function* again(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The records of a stream of NDJSON in order, each a document or the error that stands for it. */
export async function* readNdjson(
  pieces: AsyncIterable<Buffer>,
  path: string,
  options: RecordOptions,
): AsyncGenerator<Document | CorpusError> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    const first = await iterator.next();
    if (first.done) return;
    const joined = again(first.value, iterator);
    const { encoding } = options;
    const wide = encoding ? /^utf-?16/iu.test(encoding) : first.value.length > 1 && isWide(first.value);
    if (wide) return yield* wideLines(joined, path, options);
    for await (const line of byteLines(joined, options.limit)) {
      const outcome = lineDocument(line, path, options);
      if (outcome) yield outcome;
    }
  } finally {
    await iterator.return?.();
  }
}
