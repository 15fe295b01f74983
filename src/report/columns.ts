/** From the fields of a view to the cells that people read. */
import type { ColumnLook, Field, View } from './field.ts';
import type { Row } from './result.ts';

/** A field that has a column. */
export interface ColumnField extends Field {
  readonly column: ColumnLook;
}

/** The fields of a view that are shown in tables. */
export function columnsOf(view: View): ColumnField[] {
  return view.fields.filter((field): field is ColumnField => field.column !== undefined);
}

/** Text of one cell, not yet escaped. */
export function cellOf(field: ColumnField, row: Row): string {
  const value = row[field.name];
  if (value === undefined || value === null) return '';
  if (field.column.format) return field.column.format(value);
  return Array.isArray(value) ? value.join(', ') : String(value);
}
