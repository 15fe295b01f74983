/** Records → documents: which field is what, and what a record must have. */

import { CorpusError } from '../errors.ts';
import type { Document, StatedMetadata } from './document.ts';
import { offHeap } from './off-heap.ts';

/** Our names of the fields of a record. */
export const RECORD_FIELDS = [
  'id',
  'text',
  'title',
  'published',
  'source',
  'url',
  'tags',
  'author',
  'language',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** Our field → the name it has in the user's records (`--field text=body`); fields left out keep our name. */
export type FieldNames = { readonly [Field in RecordField]?: string };

/** Where a record was found. */
export interface RecordPlace {
  readonly path: string;
  /** 1-based line of the file on which the record begins. */
  readonly line: number;
  readonly encoding: string;
  readonly fileDate?: string | undefined;
}

const NO_NAMES: FieldNames = {};
/** Signs between the tags of one string. */
const TAG_SEPARATORS = /[,\u060c;\u061b|\n]/u;

function fieldOf(record: object, field: RecordField, names: FieldNames): unknown {
  const name = names[field] ?? field;
  return Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function tagsOf(value: unknown): string[] | undefined {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value)?.split(TAG_SEPARATORS);
  const tags = parts?.map(tag => tag?.trim()).filter((tag): tag is string => !!tag);
  return tags?.length ? tags : undefined;
}

function statedBy(record: object, names: FieldNames): StatedMetadata {
  const stated: Record<string, unknown> = {};
  for (const field of ['title', 'published', 'source', 'author', 'url', 'language'] as const) {
    const value = textOf(fieldOf(record, field, names))?.trim();
    if (value) stated[field] = value;
  }
  const tags = tagsOf(fieldOf(record, 'tags', names));
  if (tags) stated.tags = tags;
  return stated;
}

/** A record that cannot be read: names file and line, the rest of the file goes on. */
export function recordError(place: { path: string; line: number }, reason: string, cause?: unknown): CorpusError {
  return new CorpusError(place.path, 'record', `${reason} (line ${place.line})`, place.line, { cause });
}

/**
 * One record as a document. Its id is the field `id`, else `path:line`.
 * @throws CorpusError `record` when it is no object or has no text
 */
export function recordDocument(record: unknown, place: RecordPlace, names: FieldNames = NO_NAMES): Document {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw recordError(place, 'record is not an object');
  const text = fieldOf(record, 'text', names);
  if (typeof text !== 'string') throw recordError(place, `record has no text in field "${names.text ?? 'text'}"`);
  return {
    path: place.path,
    id: textOf(fieldOf(record, 'id', names)) ?? `${place.path}:${place.line}`,
    kind: 'record',
    text: offHeap(text),
    line: place.line,
    encoding: place.encoding,
    derived: false,
    stated: statedBy(record, names),
    ...(place.fileDate && { fileDate: place.fileDate }),
  };
}
