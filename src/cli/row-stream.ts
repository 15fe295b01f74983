/** Rows of a command that gives a record per word or mention: written as they come where the format allows it. */
import type { View } from '../report/field.ts';
import { toJson } from '../report/json.ts';
import type { Row } from '../report/result.ts';
import type { Invocation } from './command.ts';
import { makeResult, topRows } from './result.ts';
import type { Run } from './run.ts';
import { formatOf, writeResult } from './write.ts';

/** NDJSON unless another format was asked for. */
function recordsUnlessAsked(invocation: Invocation): Invocation {
  const { options, asked } = invocation;
  if (options.format !== 'table' || asked?.has('format')) return invocation;
  return { ...invocation, options: { ...options, format: 'ndjson' } };
}

/** Takes rows in reading order. NDJSON streams; other formats, and `--top`, wait for the end. */
export class RowStream {
  readonly #invocation: Invocation;
  readonly #view: View;
  readonly #streamed: boolean;
  readonly #rows: Row[] = [];

  constructor(invocation: Invocation, view: View) {
    this.#invocation = recordsUnlessAsked(invocation);
    this.#view = view;
    this.#streamed = formatOf(this.#invocation) === 'ndjson' && !invocation.options.top;
  }

  async add(rows: Iterable<Row>): Promise<void> {
    for (const row of rows) {
      if (this.#streamed) await this.#invocation.output.write(`${toJson(row)}\n`);
      else this.#rows.push(row);
    }
  }

  /** Everything has been read. */
  async finish(run: Run): Promise<void> {
    if (this.#streamed) return;
    const rows = topRows(this.#rows, this.#invocation.options.top);
    await writeResult(makeResult(this.#invocation, run, this.#view, rows), this.#invocation);
  }
}
