/** JSON and NDJSON. Lossless, and safe to look at: what could steer a terminal is written as \u escapes. */
import type { Result, Row } from './result.ts';
import { envelope } from './result.ts';

const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

function escaped(character: string): string {
  let text = '';
  for (let i = 0; i < character.length; i++) text += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return text;
}

/** `value` as JSON text in which control and direction characters are escaped. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, escaped);
}

/** The whole result as indented JSON. */
export function* writeJson(result: Result): Generator<string> {
  yield `${toJson(envelope(result), 2)}\n`;
}

/** The rows alone, one JSON object per line. Rows of a report carry their section's name. */
export function* writeNdjson(result: Result): Generator<string> {
  for (const row of allRows(result)) yield `${toJson(row)}\n`;
}

/** The rows of a result; those of a report's sections one after the other, with a `section` field. */
export function* allRows(result: Result): Generator<Row> {
  yield* result.rows;
  for (const [name, section] of result.sections ?? []) for (const row of section.rows) yield { section: name, ...row };
}
