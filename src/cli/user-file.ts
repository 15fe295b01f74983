/** Files that the user names besides the corpus: configuration, demands, lists. Read whole, within bounds, strictly. */

import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

/** 256 MB: a device that never ends must not fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;
const PIECE = 1 << 20;

/** An error as the file system gives it: `code` is what the user is told. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The bytes of a file or of an open descriptor. Throws an error with a `code`. */
export function readUserBytes(file: string | number): Buffer {
  const descriptor = typeof file === 'number' ? file : openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let size = 0; size <= MOST_BYTES; ) {
      const piece = Buffer.allocUnsafe(PIECE);
      const count = readSync(descriptor, piece, 0, PIECE, null);
      if (count === 0) return Buffer.concat(pieces);
      pieces.push(piece.subarray(0, count));
      size += count;
    }
    throw refusal('larger than 256 MB');
  } finally {
    if (typeof file !== 'number') closeSync(descriptor);
  }
}

/** The text of a file in UTF-8, without byte order mark. Throws an error with a `code`: nothing is replaced silently. */
export function readUserText(file: string): string {
  const bytes = readUserBytes(file);
  if (!isUtf8(bytes)) throw refusal('not UTF-8');
  return new TextDecoder().decode(bytes);
}
