/** Files that the user names besides the corpus: configuration, demands, lists. Read whole, within bounds, strictly. */

import { isUtf8 } from 'node:buffer';
import { closeSync, constants, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { realPath } from './output.ts';

/** 256 MB: a device that never ends must not fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;
const PIECE = 1 << 20;
/** How long the writer of a named pipe may take to come. */
const PATIENCE_MS = 1000;
const PAUSE_MS = 10;

/** What came through pipes (`--gazetteer <(…)`): it cannot be read again when the run asks for it again. */
const streamed = new Map<string, Buffer>();

/** An error as the file system gives it: `code` is what the user is told. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

/** Bytes of one piece; undefined when the writer has none at the moment. */
function readPiece(descriptor: number): Buffer | undefined {
  const piece = Buffer.allocUnsafe(PIECE);
  try {
    return piece.subarray(0, readSync(descriptor, piece, 0, PIECE, null));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

/** Reads to the end. `patience`: how long the end may be taken for the beginning. */
function readAll(descriptor: number, patience: number): Buffer {
  const pieces: Buffer[] = [];
  let size = 0;
  for (let waited = 0; size <= MOST_BYTES; ) {
    const piece = readPiece(descriptor);
    if (piece?.length === 0) {
      if (size > 0 || patience === 0) return Buffer.concat(pieces);
      if (waited >= patience) throw refusal('nobody writes to it');
      waited += PAUSE_MS;
    }
    if (!piece?.length) {
      pause();
      continue;
    }
    pieces.push(piece);
    size += piece.length;
  }
  throw refusal('larger than 256 MB');
}

/**
 * The bytes of a file or of an open descriptor. Opening never waits: a named pipe without a writer is refused after a
 * second. Throws an error with a `code`.
 */
export function readUserBytes(file: string | number): Buffer {
  if (typeof file === 'number') return readAll(file, 0);
  const known = streamed.get(file);
  if (known) return known;
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    // The pipes of a shell have no path of their own, and their writer is there from the beginning.
    const named = stats.isFIFO() && existsSync(realPath(file) ?? file);
    const bytes = readAll(descriptor, named ? PATIENCE_MS : 0);
    if (!stats.isFile()) streamed.set(file, bytes);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

/** The text of a file in UTF-8, without byte order mark. Throws an error with a `code`: nothing is replaced silently. */
export function readUserText(file: string): string {
  const bytes = readUserBytes(file);
  if (!isUtf8(bytes)) throw refusal('not UTF-8');
  return new TextDecoder().decode(bytes);
}
