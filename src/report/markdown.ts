/** Markdown tables, for step summaries and notes. Everything that Markdown or HTML would act on is escaped. */
import { displayText } from './bidi.ts';
import { filledColumns } from './columns.ts';
import type { View } from './field.ts';
import type { Result, Row } from './result.ts';

/** Text that Markdown and HTML print as it stands. */
export function escapeMarkdown(text: string): string {
  return displayText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|#~]/gu, character => `\\${character}`);
}

function* writeRows(view: View, rows: readonly Row[]): Generator<string> {
  const columns = filledColumns(view, rows);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  yield line(columns.map(({ field }) => escapeMarkdown(field.column.header)));
  yield line(columns.map(({ field }) => (field.column.align === 'right' ? '---:' : '---')));
  for (const index of rows.keys()) yield line(columns.map(({ texts }) => escapeMarkdown(texts[index])));
}

/** A table of the rows; for a report a heading and a table per section. */
export function* writeMarkdown(result: Result): Generator<string> {
  if (!result.sections) yield* writeRows(result.view, result.rows);
  for (const section of result.sections?.values() ?? []) {
    yield `## ${escapeMarkdown(section.title)}\n\n`;
    yield* writeRows(section.view, section.rows);
    yield '\n';
  }
}
