/** One line on stderr while a large corpus is read: files, MB, rate, time left. Only for a person at a terminal. */

const INTERVAL_MS = 200;

/** Progress of one run. Silent unless stderr is a terminal, outside CI, without `--quiet`. */
export class Progress {
  readonly #active: boolean;
  readonly #files: number;
  readonly #started = performance.now();
  #last = 0;
  #done = 0;
  #units = 0;
  #shown = false;

  constructor(files: number, quiet: boolean) {
    this.#files = files;
    this.#active = !quiet && process.stderr.isTTY === true && !process.env.CI;
  }

  /** `files` more files are read, with `units` characters of text. */
  advance(files: number, units: number): void {
    this.#done += files;
    this.#units += units;
    if (!this.#active) return;
    const now = performance.now();
    if (now - this.#last < INTERVAL_MS) return;
    this.#last = now;
    this.#shown = true;
    process.stderr.write(`\r${this.#line(now)}\u001b[K`);
  }

  /** Removes the line. */
  finish(): void {
    if (this.#shown) process.stderr.write('\r\u001b[K');
    this.#shown = false;
  }

  #line(now: number): string {
    const seconds = (now - this.#started) / 1000;
    // Two bytes for a letter of Arabic is near enough for a progress line.
    const megabytes = (this.#units * 2) / 1e6;
    const read = `${megabytes.toFixed(1)} MB  ${(megabytes / seconds).toFixed(1)} MB/s`;
    // How much of a single file is left is not known: it is read as it comes.
    if (this.#files === 1) return read;
    const left = this.#done > 0 ? (seconds / this.#done) * (this.#files - this.#done) : 0;
    return `${this.#done}/${this.#files} files  ${read}  ${left.toFixed(0)} s left`;
  }
}
