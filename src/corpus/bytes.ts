/**
 * The bytes of a file. Pages are read whole, into one buffer while they are small (a promise per file is ten times slower); records
 * are streamed in pieces. Only regular files are opened, and never more is read than the size limit allows.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { CorpusError } from '../errors.ts';
import { fileError } from './file-error.ts';
import { isGzip } from './kinds.ts';
import type { FoundFile } from './names.ts';

/** Bytes of one piece of a streamed file. */
const PIECE = 1 << 20;
let shared = Buffer.allocUnsafe(1 << 18);
/** A larger file has a buffer of its own, which is gone once its text is decoded. */
const MOST_SHARED = 1 << 22;

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

function bufferFor(size: number): Buffer {
  if (size > MOST_SHARED) return Buffer.allocUnsafe(size);
  if (shared.length < size) shared = Buffer.allocUnsafe(size + (size >> 2));
  return shared;
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
    const buffer = bufferFor(stats.size);
    const bytes = buffer.subarray(0, readInto(buffer, descriptor, stats.size));
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

function* piecesOf(descriptor: number, size = PIECE): Generator<Buffer> {
  const piece = Buffer.allocUnsafe(size);
  for (;;) {
    const count = readSync(descriptor, piece, 0, size, null);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

/** Bytes of packed data given to the unpacker at once: a thousandfold of it fits into memory. */
const PACKED_PIECE = 1 << 14;
/** Text is packed to a tenth, a table of numbers to a fiftieth: what unpacks to more than this is a trap. */
const MOST_UNPACKED_RATIO = 200;

/**
 * What the packed pieces hold. What was unpacked before an error is given first, so that the same bytes always give the
 * same records. A stream may be of any length; only one that grows beyond `limit` out of next to nothing is refused.
 */
async function* unpackedPieces(descriptor: number, path: string, limit: number): AsyncGenerator<Buffer> {
  const unpack = createGunzip({ chunkSize: PIECE });
  let ready: Buffer[] = [];
  let failure: unknown;
  unpack.on('data', (piece: Buffer) => ready.push(piece));
  unpack.on('error', error => {
    failure = error;
  });
  // After an error the callback of a write never comes: closing ends the wait too.
  const settled = (start: (done: () => void) => void): Promise<void> =>
    new Promise(resolve => {
      if (unpack.closed) return resolve();
      unpack.once('close', resolve);
      start(() => {
        unpack.off('close', resolve);
        resolve();
      });
    });
  let [packed, unpacked] = [0, 0];
  function* given(): Generator<Buffer> {
    const pieces = ready;
    ready = [];
    for (const piece of pieces) {
      unpacked += piece.length;
      if (unpacked > limit && unpacked > packed * MOST_UNPACKED_RATIO) throw tooLarge(path, limit);
      yield piece;
    }
    if (failure !== undefined) throw gunzipError(path, failure, limit);
  }
  try {
    for (const piece of piecesOf(descriptor, PACKED_PIECE)) {
      packed += piece.length;
      await settled(done => unpack.write(Buffer.from(piece), done));
      yield* given();
    }
    await settled(() => unpack.end());
    yield* given();
  } finally {
    unpack.destroy();
  }
}

/**
 * The pieces of a file in order, unpacked where it is `.gz`. A piece is valid until the next one is asked for.
 * @throws CorpusError as {@link readWhole}; `too-large` only for packed data that is a trap
 */
export async function* readPieces(file: FoundFile, limit: number): AsyncGenerator<Buffer> {
  const { descriptor } = openRegular(file);
  try {
    if (isGzip(file.path)) yield* unpackedPieces(descriptor, file.path, limit);
    else yield* piecesOf(descriptor);
  } catch (error) {
    throw error instanceof CorpusError ? error : fileError(file.path, error);
  } finally {
    closeSync(descriptor);
  }
}
