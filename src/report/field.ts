/**
 * The one description of a command's rows. From a list of fields come the JSON Schema, the columns of the table, the
 * CSV header, the "Columns" section of `--help` and the reference page: none of them can say something else.
 */

/** A fragment of JSON Schema (draft 2020-12), as far as results need it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | null)[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly description?: string;
  readonly const?: string | number;
}

/** How a field looks in a table. Numbers stand right, Arabic text stands in the last columns. */
export interface ColumnLook {
  readonly header: string;
  readonly align?: 'left' | 'right';
  /** Text of the cell; the default writes strings as they are, numbers in full and lists joined by a comma. */
  readonly format?: (value: unknown) => string;
  /** The column holds Arabic: it takes part in the right-to-left rules of bidi.ts. */
  readonly arabic?: boolean;
  /** Longest cell on a terminal, in characters; longer text is cut with an ellipsis. Never cut when piped. */
  readonly width?: number;
  /** Cells that are cut lose their beginning: paths. */
  readonly keepEnd?: boolean;
  /** How a cell that is too wide is cut in place of that; what it shows of the value is up to it. */
  readonly fit?: (value: unknown, width: number) => string;
}

/** One field of a row. A field without a `column` appears in JSON, NDJSON and CSV only. */
export interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
  /** What the value is, with its unit; shown by `--help`. */
  readonly help: string;
  /** Left out of rows to which it does not apply. */
  readonly optional?: boolean;
  /** Only an option brings it: CSV has no such column without it. */
  readonly optIn?: boolean;
  readonly column?: ColumnLook;
}

/** What a command's rows look like, versioned: a break raises the number, new optional fields do not. */
export interface View {
  readonly command: string;
  readonly version: number;
  readonly fields: readonly Field[];
}

/** Schema identifier of a view's results: `keywords/1`. */
export function schemaName(view: View): string {
  return `${view.command}/${view.version}`;
}

export const TEXT: JsonSchema = { type: 'string' };
export const NULLABLE_TEXT: JsonSchema = { type: ['string', 'null'] };
export const COUNT: JsonSchema = { type: 'integer' };
export const NUMBER: JsonSchema = { type: 'number' };
export const FLAG: JsonSchema = { type: 'boolean' };
export const TEXTS: JsonSchema = { type: 'array', items: TEXT };

/** Schema of an object with exactly these properties; those named in `optional` may be missing. */
export function object(properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema {
  const required = Object.keys(properties).filter(name => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Schema of an array of `items`. */
export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** A number with a fixed count of decimals; the same text on every machine. */
export function decimals(places: number): (value: unknown) => string {
  return value => (typeof value === 'number' ? value.toFixed(places) : '');
}

/** A share 0–1 as a percentage. */
export function percent(value: unknown): string {
  return typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '';
}

/** A line per field of a view: name, table header where it is shown, meaning. */
export function columnHelpLines(view: View): string[] {
  const width = Math.max(...view.fields.map(field => field.name.length));
  return view.fields.map(({ name, column, help, optional }) => {
    const shown = column ? '' : ' (not in tables)';
    return `  ${name.padEnd(width)}  ${help}${optional ? ', where it applies' : ''}${shown}`;
  });
}
