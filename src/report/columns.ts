/** From the fields of a view to the cells that people read. */
import type { ColumnLook, Field, View } from './field.ts';
import type { Row } from './result.ts';

/** A field that has a column. */
export interface ColumnField extends Field {
  readonly column: ColumnLook;
}

/** The fields of a view that are shown in tables. */
function columnsOf(view: View): ColumnField[] {
  return view.fields.filter((field): field is ColumnField => field.column !== undefined);
}

/** The columns of a table with the texts of their cells; optional ones that are empty in every row are left out. */
export function filledColumns(view: View, rows: readonly Row[]): { field: ColumnField; texts: string[] }[] {
  return columnsOf(view)
    .map(field => ({ field, texts: rows.map(row => cellOf(field, row)) }))
    .filter(({ field, texts }) => !field.optional || texts.some(text => text !== ''));
}

/** Text of one cell, not yet escaped. */
function cellOf(field: ColumnField, row: Row): string {
  const value = row[field.name];
  if (value === undefined || value === null) return '';
  if (field.column.format) return field.column.format(value);
  return Array.isArray(value) ? value.join(', ') : String(value);
}
