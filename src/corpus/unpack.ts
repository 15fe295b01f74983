/** Standard input that may be packed: its first bytes tell, for it has no name. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { gunzipError, isPacked } from './bytes.ts';

async function* rejoined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * The pieces of a stream, unpacked where it begins like gzip.
 * @throws CorpusError `truncated` or `corrupt`
 */
export async function* unpackedStream(pieces: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  const iterator = pieces[Symbol.asyncIterator]();
  let { value: first = Buffer.alloc(0), done } = await iterator.next();
  for (; !done && first.length < 2; ) {
    const next = await iterator.next();
    done = next.done;
    if (!next.done) first = Buffer.concat([first, next.value]);
  }
  const whole = rejoined(first, iterator);
  if (!isPacked(first)) return yield* whole;
  try {
    // The error of the source, too, comes out of the loop.
    for await (const piece of pipeline(Readable.from(whole), createGunzip(), () => {})) yield piece as Buffer;
  } catch (error) {
    throw gunzipError(path, error, 0);
  }
}
