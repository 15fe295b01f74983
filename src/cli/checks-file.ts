/** What `check` is asked for: the demands of `--checks FILE` and `--assert`, and the baseline with its tolerances. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type Level, parseTolerance, type Tolerance } from '../analysis/check/baseline.ts';
import { parseExpression } from '../analysis/check/expression.ts';
import type { Assertion } from '../analysis/check.ts';
import { reasonOf } from '../corpus/file-error.ts';
import { LexiconError, UsageError } from '../errors.ts';
import type { Options } from './options.ts';
import { readUserText } from './user-file.ts';

const CHECKS_NAME = 'rasid.check.json';

/** A demand and where it was written, for messages. */
export interface WrittenAssertion extends Assertion {
  readonly where: string;
}

export interface CheckSettings {
  /** The file that was read, if any: an output must not overwrite it. */
  readonly file?: string;
  readonly assertions: readonly WrittenAssertion[];
  readonly baseline?: string;
  readonly tolerances: ReadonlyMap<string, Tolerance | null>;
}

type Json = Record<string, unknown>;

const FORMS = '>=100, <=5, =3, 100..900, >=2024-01-01, or a change such as >=-5% and \u00b12%';

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pointer(...keys: readonly string[]): string {
  return `#${keys.map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** The object at a pointer of the file; only `known` keys, where they are given. Absent is empty. */
function objectAt(file: string, parent: Json, keys: readonly string[], known?: readonly string[]): Json {
  const key = keys.at(-1);
  const value = key === undefined ? parent : Object.hasOwn(parent, key) ? parent[key] : {};
  if (!isObject(value)) throw new LexiconError(file, pointer(...keys), 'expected an object');
  const unknown = known && Object.keys(value).find(name => !known.includes(name));
  if (unknown !== undefined) throw new LexiconError(file, pointer(...keys, unknown), 'unknown key');
  return value;
}

/** `["warn", x]` or `x`, which means an error. */
function leveled(value: unknown): { level: Level; content: unknown } | undefined {
  if (!Array.isArray(value)) return { level: 'error', content: value };
  const [level, content] = value;
  return value.length === 2 && (level === 'error' || level === 'warn') ? { level, content } : undefined;
}

function assertionOf(file: string, metric: string, value: unknown): WrittenAssertion {
  const where = `${file}${pointer('assert', metric)}`;
  const { level, content } = leveled(value) ?? {};
  const expression = typeof content === 'string' ? parseExpression(content) : undefined;
  if (!level || !expression)
    throw new LexiconError(
      file,
      pointer('assert', metric),
      `expected ["error" or "warn", demand]; a demand is ${FORMS}`,
    );
  return { metric, level, expression, where };
}

function toleranceAt(file: string, metric: string, value: unknown): Tolerance | null {
  const { level, content } = leveled(value) ?? {};
  if (content === null) return null;
  const usable = typeof content === 'string' || typeof content === 'number';
  const tolerance = level && usable ? parseTolerance(content, level) : undefined;
  if (!tolerance)
    throw new LexiconError(file, pointer('baseline', 'tolerance', metric), 'expected "2%", a number, or null for any');
  return tolerance;
}

function parseChecks(file: string, text: string): CheckSettings {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LexiconError(file, '#', `no JSON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new LexiconError(file, '#', 'expected an object');
  const root = objectAt(file, value, [], ['$schema', 'assert', 'baseline']);
  const asserted = objectAt(file, root, ['assert']);
  const baseline = objectAt(file, root, ['baseline'], ['file', 'tolerance']);
  const tolerance = objectAt(file, baseline, ['baseline', 'tolerance']);
  if (baseline.file !== undefined && typeof baseline.file !== 'string')
    throw new LexiconError(file, pointer('baseline', 'file'), 'expected a path');
  return {
    file,
    assertions: Object.entries(asserted).map(([metric, demand]) => assertionOf(file, metric, demand)),
    ...(baseline.file === undefined
      ? {}
      : { baseline: isAbsolute(baseline.file) ? baseline.file : join(dirname(file), baseline.file) }),
    tolerances: new Map(Object.entries(tolerance).map(([metric, width]) => [metric, toleranceAt(file, metric, width)])),
  };
}

/** `metric>=100`, or `warn:metric>=100`. */
function parseAssert(text: string): WrittenAssertion {
  const level: Level = text.startsWith('warn:') ? 'warn' : 'error';
  const rest = text.replace(/^(?:warn|error):/u, '');
  const at = rest.search(/[<>=!\u00b1]/u);
  const metric = rest.slice(0, at).trim();
  const demand = rest.slice(at).trim();
  const expression = parseExpression(demand) ?? (demand.startsWith('=') ? parseExpression(demand.slice(1)) : undefined);
  if (at < 1 || !expression) throw new UsageError(`--assert "${text}": expected METRIC and a demand: ${FORMS}`);
  return { metric, level, expression, where: `--assert "${text}"` };
}

function readChecks(file: string): CheckSettings {
  let text: string;
  try {
    text = readUserText(file);
  } catch (error) {
    throw new UsageError(`--checks "${file}": ${reasonOf(error)}`);
  }
  return parseChecks(file, text);
}

/**
 * The settings of a run. Without `--checks` the file `rasid.check.json` of the working directory is read, never one of
 * the corpus folder. A baseline of the file is beside the file. Throws {@link UsageError} and {@link LexiconError}.
 */
export function readCheckSettings(options: Options): CheckSettings {
  const file = options.checks ?? (existsSync(CHECKS_NAME) ? CHECKS_NAME : undefined);
  const read: CheckSettings = file === undefined ? { assertions: [], tolerances: new Map() } : readChecks(file);
  const baseline = options.baseline ?? read.baseline;
  return {
    ...read,
    assertions: [...read.assertions, ...(options.assert ?? []).map(parseAssert)],
    ...(baseline === undefined ? {} : { baseline }),
  };
}
