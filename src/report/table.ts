/**
 * Tables for people. On a terminal: a light grid, colour where wanted, long cells cut. Piped: the same rows and columns,
 * aligned by spaces, nothing cut, nothing that depends on a window's width.
 */
import Table from 'cli-table3';
import { strlen } from 'cli-table3/src/utils.js';
import { type BidiMode, clipped, clippedBefore, displayText, displayWidth, guarded } from './bidi.ts';
import { type ColumnField, filledColumns } from './columns.ts';
import type { View } from './field.ts';
import { fittedWidths } from './fit.ts';
import type { Row } from './result.ts';
import type { Style } from './style.ts';

/** How a table is to look; resolved by the command line, never asked of the terminal here. */
export interface TableStyle {
  readonly terminal: boolean;
  readonly bidi: BidiMode;
  readonly style: Style;
  /** Columns of the terminal that a table should fit; 0 or nothing when there is none. */
  readonly columns?: number;
}

const GAP = '  ';

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
  middle: GAP,
};

function needsGuards(columns: readonly ColumnField[], look: TableStyle): boolean {
  if (look.bidi !== 'auto') return look.bidi === 'lrm';
  return look.terminal && columns.filter(field => field.column.arabic).length > 1;
}

/** Widths to which text columns are cut: those of the view, and less where the terminal is narrower. */
function cutWidths(filled: readonly { field: ColumnField; texts: readonly string[] }[], look: TableStyle): number[] {
  const natural = filled.map(({ field: { column }, texts }) => {
    const widest = texts.reduce((width, text) => Math.max(width, displayWidth(text)), column.header.length);
    return look.terminal ? Math.min(widest, column.width ?? widest) : widest;
  });
  if (!look.columns) return natural;
  const isText = filled.map(({ field }) => field.column.align !== 'right');
  const taken = natural.reduce((sum, width, index) => sum + (isText[index] ? 0 : width), 0);
  const room = look.columns - taken - GAP.length * (filled.length - 1);
  const fitted = fittedWidths(
    natural.filter((_, index) => isText[index]),
    room,
  );
  return natural.map((width, index) => (isText[index] ? fitted.shift()! : width));
}

/** A cell in its width. */
function cut({ name, column }: ColumnField, row: Row, text: string, width: number): string {
  if (column.fit && displayWidth(text) > width) return displayText(column.fit(row[name], width));
  return (column.keepEnd ? clippedBefore : clipped)(text, width);
}

/** The rows of a view as lines of text, header first; columns that are empty in every row are left out. */
export function tableLines(view: View, rows: readonly Row[], look: TableStyle): string[] {
  const filled = filledColumns(view, rows).map(({ field, texts }) => ({ field, texts: texts.map(displayText) }));
  const guards = needsGuards(
    filled.map(({ field }) => field),
    look,
  );
  const finished = (text: string): string => (guards ? guarded(text) : text);
  const widths = cutWidths(filled, look);
  const lines = [
    filled.map(({ field }) => look.style.heading(finished(field.column.header))),
    ...rows.map((row, index) =>
      filled.map(({ field, texts }, column) => finished(cut(field, row, texts[index], widths[column]))),
    ),
  ];
  const colAligns = filled.map(({ field }) => field.column.align ?? 'left');
  return blocks(lines, colAligns).flatMap(block =>
    block
      .toString()
      .split('\n')
      .map(line => line.trimEnd()),
  );
}

/** Rows of one table for cli-table3, whose time grows with the square of their number. */
const BLOCK = 200;

/** The rows as tables of the same column widths, one below the other. */
function blocks(rows: readonly string[][], colAligns: ('left' | 'right')[]): InstanceType<typeof Table>[] {
  const colWidths = colAligns.map((_, column) => rows.reduce((width, row) => Math.max(width, strlen(row[column])), 0));
  const tables: InstanceType<typeof Table>[] = [];
  for (let at = 0; at < rows.length; at += BLOCK) {
    const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 };
    const table = new Table({ chars: GRID, style, colAligns, colWidths });
    table.push(...rows.slice(at, at + BLOCK));
    tables.push(table);
  }
  return tables;
}
