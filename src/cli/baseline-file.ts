/** The file behind `--baseline`: figures of an earlier run, and the settings they were made with. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Value } from '../analysis/check/expression.ts';
import { differentOptions } from '../analysis/diff.ts';
import { reasonOf } from '../corpus/file-error.ts';
import { UsageError } from '../errors.ts';
import { readDataBytes } from '../lexicon/load.ts';
import { loadWords } from '../lexicon/word-table.ts';
import { toJson } from '../report/json.ts';
import type { Result } from '../report/result.ts';
import { compareCodePoints } from '../text/order.ts';
import { VERSION } from '../version.ts';
import type { Options } from './options.ts';
import { openFile } from './output.ts';
import { recordedOptions } from './result.ts';
import { readUserBytes, readUserText } from './user-file.ts';

const SCHEMA = 'baseline/1';
/** Tables besides the lexicon that figures depend on. */
const TABLES = ['gazetteer.bin', 'calendar.json', 'furniture.json', 'stopwords.txt'];

export type Settings = Readonly<Record<string, unknown>>;

/** Everything that figures depend on besides the texts: options that change counts, and hashes of the tables. */
export function countingSettings(options: Options): Settings {
  const hash = createHash('sha256');
  for (const table of TABLES) hash.update(readDataBytes(table));
  if (options.gazetteer !== undefined) hash.update(readUserBytes(options.gazetteer));
  const recorded = recordedOptions(options);
  return {
    ...recorded,
    ...(options.stem === 'light' ? { lexicon: loadWords().digest } : {}),
    parts: [...options.parts].sort(),
    tables: hash.digest('hex').slice(0, 12),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'number' || typeof value === 'string';
}

/**
 * The figures of a baseline. Throws {@link UsageError} when it cannot be read, is none, or was made with other settings:
 * numbers of different ways of counting are not comparable.
 */
export function readBaseline(file: string, settings: Settings): Map<string, Value> {
  let value: unknown;
  try {
    value = JSON.parse(readUserText(file));
  } catch (error) {
    const reason = error instanceof SyntaxError ? `no JSON: ${error.message}` : reasonOf(error);
    const advice = hasBaseline(file) ? '' : '; --update makes it';
    throw new UsageError(`--baseline "${file}": ${reason}${advice}`);
  }
  if (!isRecord(value) || value.schema !== SCHEMA || !isRecord(value.options) || !isRecord(value.figures))
    throw new UsageError(`--baseline "${file}" is no baseline of rasid (--update makes one)`);
  const other = differentOptions(value.options, settings);
  if (other.length > 0)
    throw new UsageError(
      `--baseline "${file}" was made with other settings: ${other.join(', ')} (--update makes it anew)`,
    );
  const figures = Object.entries(value.figures);
  const wrong = figures.find(([, figure]) => !isValue(figure));
  if (wrong) throw new UsageError(`--baseline "${file}": figure ${wrong[0]} is no number, date or null`);
  return new Map(figures as [string, Value][]);
}

/** True when there is a file to compare with. */
export function hasBaseline(file: string): boolean {
  return existsSync(file);
}

/** Writes a baseline, whole or not at all. The same corpus and settings give the same bytes. */
export async function writeBaseline(
  file: string,
  settings: Settings,
  figures: ReadonlyMap<string, Value>,
  corpus: Result['corpus'],
): Promise<void> {
  const sorted = [...figures].sort(([a], [b]) => compareCodePoints(a, b));
  const tool = { name: 'rasid', version: VERSION };
  const output = openFile(file);
  const content = { schema: SCHEMA, tool, options: settings, corpus, figures: Object.fromEntries(sorted) };
  await output.write(`${toJson(content, 2)}\n`);
  await output.close();
}
