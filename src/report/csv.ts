/**
 * CSV (RFC 4180) and TSV. A cell that a spreadsheet would take for a formula is given a leading apostrophe, except for
 * plain numbers.
 */
import { escapeControls, escapeInCell } from './bidi.ts';
import type { Field } from './field.ts';
import { toJson } from './json.ts';
import type { Result, Row } from './result.ts';

/** Signs that begin a formula, full-width ones too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return cellText(value.join('|'));
  return toJson(value);
}

function csvCell(value: unknown): string {
  const text = escapeInCell(cellText(value));
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* writeSeparated(
  fields: readonly Field[],
  rows: readonly Row[],
  line: (values: readonly unknown[]) => string,
): Generator<string> {
  const shown = fields.filter(({ name, optIn }) => !optIn || rows.some(row => row[name] !== undefined));
  yield line(shown.map(field => field.name));
  for (const row of rows) yield line(shown.map(field => row[field.name]));
}

function* writeSections(result: Result, line: (values: readonly unknown[]) => string): Generator<string> {
  if (!result.sections) return yield* writeSeparated(result.view.fields, result.rows, line);
  let first = true;
  for (const [name, section] of result.sections) {
    if (!first) yield line([]);
    first = false;
    yield line([`# ${name}`]);
    yield* writeSeparated(section.view.fields, section.rows, line);
  }
}

/** Comma-separated, CR LF line ends, header first. A report's sections follow each other behind a `# name` line. */
export function* writeCsv(result: Result): Generator<string> {
  yield* writeSections(result, values => `${values.map(csvCell).join(',')}\r\n`);
}

/** Tab-separated; tabs and line ends inside a value become spaces. */
export function* writeTsv(result: Result): Generator<string> {
  yield* writeSections(result, values => `${values.map(value => escapeControls(cellText(value))).join('\t')}\n`);
}
