/** CSV by RFC 4180, with `;` or tab for the comma where the header shows it. One pass, no regular expression. */

/** One row. `open`: the file ended inside a quoted cell. */
export interface CsvRow {
  readonly cells: string[];
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
  line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#separator = separatorOf(text);
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

  #quoted(): string {
    const pieces: string[] = [];
    let from = ++this.#at;
    for (;;) {
      const quote = this.#text.indexOf(QUOTE, this.#at);
      const end = quote < 0 ? this.#text.length : quote;
      this.#open = quote < 0;
      for (let lf = this.#text.indexOf('\n', this.#at); lf >= 0 && lf < end; lf = this.#text.indexOf('\n', lf + 1))
        this.line++;
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
    for (;;) {
      const { value, last, open } = scanner.cell();
      cells.push(value);
      if (open) return yield { cells, line, open };
      if (last) break;
    }
    if (cells.length > 1 || cells[0] !== '') yield { cells, line, open: false };
  }
}
