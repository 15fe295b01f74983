/** Pieces of bytes → lines of bytes, for records: memory is bounded by the longest line, not by the file. */

/** One line without its LF. `overlong` when it was larger than the limit and its bytes were dropped. */
export interface ByteLine {
  readonly bytes: Buffer;
  /** 1-based. */
  readonly line: number;
  readonly overlong: boolean;
}

const LF = 0x0a;

/** What of a line has been seen so far; pieces are copied because their buffer is used again. */
class Pending {
  #pieces: Buffer[] = [];
  #length = 0;
  #dropped = false;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#length === 0 && !this.#dropped;
  }

  add(piece: Buffer): void {
    if (this.#dropped) return;
    if (this.#length + piece.length > this.#limit) {
      this.#pieces = [];
      this.#dropped = true;
      return;
    }
    this.#pieces.push(Buffer.from(piece));
    this.#length += piece.length;
  }

  take(last: Buffer, line: number): ByteLine {
    const whole = this.isEmpty && last.length <= this.#limit;
    if (!whole) this.add(last);
    const bytes = whole ? last : Buffer.concat(this.#pieces);
    const overlong = this.#dropped;
    this.#pieces = [];
    this.#length = 0;
    this.#dropped = false;
    return { bytes, line, overlong };
  }
}

/** The lines of a stream, empty ones left out. A line's bytes are valid until the next line is asked for. `limit` is in bytes per line. */
export async function* byteLines(pieces: AsyncIterable<Buffer>, limit: number): AsyncGenerator<ByteLine> {
  const pending = new Pending(limit);
  let line = 1;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, start)) {
      // An empty line is no record; to hand over a hundred million of them would take minutes.
      if (end > start || !pending.isEmpty) yield pending.take(piece.subarray(start, end), line);
      line++;
      start = end + 1;
    }
    if (start < piece.length) pending.add(piece.subarray(start));
  }
  if (!pending.isEmpty) yield pending.take(Buffer.alloc(0), line);
}
