/** Counts of some of the articles as plain data, which may be kept, sent and joined with their like. */
import { createHash } from 'node:crypto';
import { countingSettings } from './baseline-file.ts';
import type { Count, Part } from './count.ts';
import type { Options } from './options.ts';

/** Raised whenever the shape of an aggregate's partial data changes. */
const SCHEMA = 1;

/** Hash (12 hexadecimal digits) of everything that figures depend on besides the texts. */
export function settingsHash(command: string, options: Options): string {
  const settings = JSON.stringify([command, countingSettings(options)]);
  return createHash('sha256').update(settings).digest('hex').slice(0, 12);
}

/** What was counted so far, for joining. */
export function partOf(count: Count, settings: string, documents: number): Part {
  return { schema: SCHEMA, settings, documents, counts: count.partial() };
}

/** Joins a part of other articles to a count. Throws Error for one of another version or of other settings. */
export function mergePart(count: Count, { schema, settings: own, counts }: Part, settings: string): void {
  if (schema !== SCHEMA) throw new Error(`a part of version ${schema} cannot be joined with version ${SCHEMA}`);
  if (own !== settings)
    throw new Error(`a part counted with other settings cannot be joined (${own}, not ${settings})`);
  count.merge(counts);
}
