/** CSV by RFC 4180, with `;` or tab for the comma where the header shows it. One pass, no regular expression. */

/** Most cells of a row that are kept, as in a spreadsheet: a row of separators must not fill the memory. */
const MOST_CELLS = 16_384;

/** One row. `open`: the file ended inside a quoted cell. */
export interface CsvRow {
  /** At most {@link MOST_CELLS} of them. */
  readonly cells: string[];
  /** How many there are. */
  readonly width: number;
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly open: boolean;
}

const QUOTE = '"';

/** The separator: the one of `,` `;` and tab that stands most often in the first line. */
function separatorOf(text: string): string {
  const end = text.indexOf('\n');
  const header = end < 0 ? text : text.slice(0, end);
  const count = (sign: string): number => header.split(sign).length - 1;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** Reads one CSV text cell by cell. */
class Scanner {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #open = false;
  #lineFeed: number;
  line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#separator = separatorOf(text);
    this.#lineFeed = text.indexOf('\n');
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  /** One cell; `last` when it ends its row, `open` when its quote is never closed. */
  cell(): { value: string; last: boolean; open: boolean } {
    const quoted = this.#text[this.#at] === QUOTE;
    let value = quoted ? this.#quoted() : '';
    if (this.#open) return { value, last: true, open: true };
    const start = this.#at;
    while (!this.done && this.#text[this.#at] !== this.#separator && this.#text[this.#at] !== '\n') this.#at++;
    const last = this.done || this.#text[this.#at] === '\n';
    const end = last && this.#text[this.#at - 1] === '\r' && this.#at > start ? this.#at - 1 : this.#at;
    value += this.#text.slice(start, end);
    if (!this.done && last) this.line++;
    this.#at++;
    return { value, last: last || (this.done && this.#text.at(-1) !== this.#separator), open: false };
  }

  /** Counts the line ends of a quoted cell up to `end`. The next one is remembered: it may be far away. */
  #countLines(end: number): void {
    if (this.#lineFeed >= 0 && this.#lineFeed < this.#at) this.#lineFeed = this.#text.indexOf('\n', this.#at);
    for (; this.#lineFeed >= 0 && this.#lineFeed < end; this.#lineFeed = this.#text.indexOf('\n', this.#lineFeed + 1))
      this.line++;
  }

  #quoted(): string {
    const pieces: string[] = [];
    let from = ++this.#at;
    for (;;) {
      const quote = this.#text.indexOf(QUOTE, this.#at);
      const end = quote < 0 ? this.#text.length : quote;
      this.#open = quote < 0;
      this.#countLines(end);
      const doubled = quote >= 0 && this.#text[quote + 1] === QUOTE;
      pieces.push(this.#text.slice(from, doubled ? quote + 1 : end));
      this.#at = doubled ? quote + 2 : end + 1;
      from = this.#at;
      if (!doubled) return pieces.join('');
    }
  }
}

/** The rows of a CSV text in order, blank lines left out. */
export function* csvRows(text: string): Generator<CsvRow> {
  const scanner = new Scanner(text);
  while (!scanner.done) {
    const line = scanner.line;
    const cells: string[] = [];
    for (let width = 1; ; width++) {
      const { value, last, open } = scanner.cell();
      if (width <= MOST_CELLS) cells.push(value);
      if (open) return yield { cells, width, line, open };
      if (!last) continue;
      if (width > 1 || value !== '') yield { cells, width, line, open };
      break;
    }
  }
}
