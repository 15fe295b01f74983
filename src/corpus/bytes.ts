/**
 * The bytes of a file. Pages are read whole into one reused buffer (a promise per file is ten times slower); records
 * are streamed in pieces. Only regular files are opened, and never more is read than the size limit allows.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { CorpusError } from '../errors.ts';
import { fileError } from './find.ts';
import { isGzip } from './kinds.ts';
import type { FoundFile } from './names.ts';

/** Bytes of one piece of a streamed file. */
const PIECE = 1 << 20;
let shared = Buffer.allocUnsafe(1 << 18);

function tooLarge(path: string, limit: number): CorpusError {
  return new CorpusError(path, 'too-large', `larger than the limit of ${limit} bytes (--max-file-size)`);
}

/** Opens a regular file; anything else (FIFO, device, socket, folder) is refused without blocking on it. */
function openRegular(file: FoundFile): { descriptor: number; stats: Stats } {
  let descriptor: number;
  try {
    descriptor = openSync(file.bytes ?? file.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw fileError(file.path, error);
  }
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, stats };
  closeSync(descriptor);
  throw new CorpusError(file.path, 'special', 'not a regular file');
}

function readInto(target: Buffer, descriptor: number, size: number): number {
  let filled = 0;
  while (filled < size) {
    const count = readSync(descriptor, target, filled, size - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Why packed data cannot be unpacked. */
export function gunzipError(path: string, error: unknown, limit: number): CorpusError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(path, limit);
  if (code === 'Z_BUF_ERROR')
    return new CorpusError(path, 'truncated', 'gzip data ends too early', undefined, { cause: error });
  if (code?.startsWith('Z_'))
    return new CorpusError(path, 'corrupt', `broken gzip data (${code})`, undefined, { cause: error });
  return fileError(path, error);
}

/** Whole content of a file and its date of change. The bytes are valid until the next call. */
export interface FileContent {
  readonly bytes: Buffer;
  /** Milliseconds since 1970, as the file system gives it. */
  readonly changed: number;
}

/**
 * Reads a file whole, unpacking `.gz`.
 * @throws CorpusError with the code of the file system, `special`, `too-large`, `truncated` or `corrupt`
 */
export function readWhole(file: FoundFile, limit: number): FileContent {
  const { descriptor, stats } = openRegular(file);
  try {
    if (stats.size > limit) throw tooLarge(file.path, limit);
    if (shared.length < stats.size) shared = Buffer.allocUnsafe(stats.size + (stats.size >> 2));
    const bytes = shared.subarray(0, readInto(shared, descriptor, stats.size));
    return { bytes: isGzip(file.path) ? gunzipSync(bytes, { maxOutputLength: limit }) : bytes, changed: stats.mtimeMs };
  } catch (error) {
    throw error instanceof CorpusError ? error : gunzipError(file.path, error, limit);
  } finally {
    closeSync(descriptor);
  }
}

/** True for bytes that begin like gzip (RFC 1952). */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks bytes that came from standard input. */
export function inflated(bytes: Buffer, path: string, limit: number): Buffer {
  if (!isPacked(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw gunzipError(path, error, limit);
  }
}

function* piecesOf(descriptor: number): Generator<Buffer> {
  const piece = Buffer.allocUnsafe(PIECE);
  for (;;) {
    const count = readSync(descriptor, piece, 0, PIECE, null);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

async function* unpackedPieces(descriptor: number, path: string): AsyncGenerator<Buffer> {
  const unpack = createGunzip({ chunkSize: PIECE });
  const source = piecesOf(descriptor);
  const feed = (): void => {
    const { done, value } = source.next();
    if (done) unpack.end();
    else unpack.write(Buffer.from(value), feed);
  };
  feed();
  try {
    for await (const piece of unpack) yield piece as Buffer;
  } catch (error) {
    throw gunzipError(path, error, 0);
  }
}

/**
 * The pieces of a file in order, unpacked where it is `.gz`. A piece is valid until the next one is asked for.
 * @throws CorpusError as {@link readWhole}
 */
export async function* readPieces(file: FoundFile): AsyncGenerator<Buffer> {
  const { descriptor } = openRegular(file);
  try {
    if (isGzip(file.path)) yield* unpackedPieces(descriptor, file.path);
    else yield* piecesOf(descriptor);
  } catch (error) {
    throw error instanceof CorpusError ? error : fileError(file.path, error);
  } finally {
    closeSync(descriptor);
  }
}
