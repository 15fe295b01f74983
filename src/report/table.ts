/**
 * Tables for people. On a terminal: a light grid, colour where wanted, long cells cut. Piped: the same rows and columns,
 * aligned by spaces, nothing cut, nothing that depends on a window's width.
 */
import Table from 'cli-table3';
import { type BidiMode, clipped, displayText, guarded } from './bidi.ts';
import { type ColumnField, cellOf, columnsOf } from './columns.ts';
import type { View } from './field.ts';
import type { Row } from './result.ts';
import type { Style } from './style.ts';

/** How a table is to look; resolved by the command line, never asked of the terminal here. */
export interface TableStyle {
  readonly terminal: boolean;
  readonly bidi: BidiMode;
  readonly style: Style;
}

const GRID = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

function needsGuards(columns: readonly ColumnField[], look: TableStyle): boolean {
  if (look.bidi !== 'auto') return look.bidi === 'lrm';
  return look.terminal && columns.filter(field => field.column.arabic).length > 1;
}

/** The rows of a view as lines of text, header first; columns that are empty in every row are left out. */
export function tableLines(view: View, rows: readonly Row[], look: TableStyle): string[] {
  const cells = (field: ColumnField): string[] => rows.map(row => displayText(cellOf(field, row)));
  const filled = columnsOf(view)
    .map(field => ({ field, texts: cells(field) }))
    .filter(({ field, texts }) => !field.optional || texts.some(text => text !== ''));
  const guards = needsGuards(
    filled.map(({ field }) => field),
    look,
  );
  const table = new Table({
    chars: GRID,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: filled.map(({ field }) => field.column.align ?? 'left'),
  });
  const finished = (text: string): string => (guards ? guarded(text) : text);
  table.push(filled.map(({ field }) => look.style.heading(finished(field.column.header))));
  for (let index = 0; index < rows.length; index++) {
    table.push(
      filled.map(({ field, texts }) => {
        const text = texts[index];
        const width = field.column.width;
        return finished(look.terminal && width !== undefined ? clipped(text, width) : text);
      }),
    );
  }
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd());
}
