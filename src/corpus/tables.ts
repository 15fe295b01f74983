/** Files that hold records in one piece: a JSON array, or CSV by RFC 4180. */
import { CorpusError } from '../errors.ts';
import { csvRows } from './csv.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { jsonElements } from './elements.ts';
import { documentOrError, parseRecord, type RecordOptions } from './ndjson.ts';
import { recordError } from './records.ts';

/** The records of a JSON array (or one record alone), each with its line; a broken element is named, the rest goes on. */
export function* readJson(bytes: Buffer, path: string, options: RecordOptions): Generator<Document | CorpusError> {
  const { text, encoding } = decode(bytes, path, options.encoding);
  const elements = jsonElements(text);
  let next = elements.next();
  for (; !next.done; next = elements.next()) {
    const { start, end, line } = next.value;
    yield parseRecord(text.slice(start, end), { path, line, encoding, fileDate: options.fileDate }, options.fields);
  }
  if (next.value) yield recordError({ path, line: next.value.line }, next.value.reason);
}

/** The records of a CSV file; the first row names the fields. A row with too many cells is named, the rest goes on. */
export function* readCsv(bytes: Buffer, path: string, options: RecordOptions): Generator<Document | CorpusError> {
  const { text, encoding } = decode(bytes, path, options.encoding);
  let header: readonly string[] | undefined;
  for (const { cells, width, line, open } of csvRows(text)) {
    if (open) yield recordError({ path, line }, 'quoted cell never ends');
    else if (!header) {
      header = cells.map(cell => cell.trim());
      if (width > header.length) return yield recordError({ path, line }, `header has ${width} cells`);
    } else if (width > header.length)
      yield recordError({ path, line }, `row has ${width} cells, the header ${header.length}`);
    else
      yield documentOrError(
        rowObject(header, cells),
        { path, line, encoding, fileDate: options.fileDate },
        options.fields,
      );
  }
  if (!header) yield new CorpusError(path, 'record', 'CSV without a header row');
}

function rowObject(header: readonly string[], cells: readonly string[]): object {
  return Object.fromEntries(header.slice(0, cells.length).map((name, index) => [name, cells[index]]));
}
