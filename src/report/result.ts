/** A result is versioned data. Everything that is printed, in whatever format, is written from one of these. */
import { COUNT, type JsonSchema, list, object, schemaName, TEXT, TEXTS, type View } from './field.ts';

/** One row: field names as in the view, values as JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** An input that was not read, or not wholly. `offset` is a byte offset or, for records, a line. */
export interface InputError {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly offset?: number;
}

/** What was read. */
export interface CorpusFacts {
  readonly files: number;
  readonly articles: number;
  readonly relatedArticles: number;
  readonly duplicates: number;
  /** Words of the counted parts, stop words included: the denominator of every per-million figure. */
  readonly tokens: number;
  readonly parts: readonly string[];
}

/** The envelope around the rows. */
export interface Result {
  readonly view: View;
  readonly tool: { readonly name: string; readonly version: string };
  readonly options: Readonly<Record<string, unknown>>;
  readonly corpus: CorpusFacts;
  readonly warnings: readonly string[];
  readonly errors: readonly InputError[];
  readonly rows: readonly Row[];
  /** `report` alone: sections in place of rows, in this order. */
  readonly sections?: ReadonlyMap<string, Section>;
}

/** A part of a report: rows with their own view. */
export interface Section {
  readonly view: View;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** JSON Schema of one row of a view. */
export function rowSchema(view: View): JsonSchema {
  const properties = Object.fromEntries(
    view.fields.map(field => [field.name, { ...field.schema, description: field.help }]),
  );
  const optional = view.fields.filter(field => field.optional).map(field => field.name);
  return object(properties, optional);
}

const ERROR_SCHEMA = object({ file: TEXT, code: TEXT, message: TEXT, offset: COUNT }, ['offset']);
const CORPUS_SCHEMA = object({
  files: COUNT,
  articles: COUNT,
  relatedArticles: COUNT,
  duplicates: COUNT,
  tokens: COUNT,
  parts: TEXTS,
});

/** JSON Schema of a whole result; unknown fields are refused everywhere except in `options`. */
export function resultSchema(
  view: View,
  sections?: ReadonlyMap<string, View>,
): JsonSchema & { readonly $schema: string } {
  const body: Record<string, JsonSchema> = sections
    ? { sections: object(Object.fromEntries([...sections].map(([name, of]) => [name, list(rowSchema(of))]))) }
    : { rows: list(rowSchema(view)) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...object({
      schema: { const: schemaName(view) },
      tool: object({ name: TEXT, version: TEXT }),
      options: { type: 'object' },
      corpus: CORPUS_SCHEMA,
      warnings: TEXTS,
      errors: list(ERROR_SCHEMA),
      ...body,
    }),
  };
}

/** The envelope as plain data, ready for JSON. */
export function envelope(result: Result): Record<string, unknown> {
  const { tool, options, corpus, warnings, errors } = result;
  const head = { schema: schemaName(result.view), tool, options, corpus, warnings, errors };
  if (!result.sections) return { ...head, rows: result.rows };
  return { ...head, sections: Object.fromEntries([...result.sections].map(([name, section]) => [name, section.rows])) };
}
