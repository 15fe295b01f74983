/** Checking of data files, ours at build time and the users' own when loaded. Loaded only where there is data to check. */
import * as v from 'valibot';
import { LexiconError } from '../errors.ts';

/** JSON pointer (RFC 6901) of the first thing that is wrong. */
function pointerOf(issue: v.BaseIssue<unknown>): string {
  const keys = issue.path?.map(step => String(step.key).replaceAll('~', '~0').replaceAll('/', '~1')) ?? [];
  return keys.map(key => `/${key}`).join('');
}

/** `value` as the schema's type. Throws {@link LexiconError} with file and JSON pointer where it does not fit. */
export function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown, file: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new LexiconError(file, `#${pointerOf(issue)}`, issue.message);
}

/** Parses and checks a JSON text. Throws {@link LexiconError}, also for text that is no JSON. */
export function checkedJson<T>(schema: v.GenericSchema<unknown, T>, text: string, file: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LexiconError(file, '#', `no JSON: ${(error as Error).message}`);
  }
  return checked(schema, value, file);
}
