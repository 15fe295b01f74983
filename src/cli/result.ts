/** The envelope of a command's rows: tool, options and corpus, so that a result can be understood and compared later. */
import { loadWords } from '../lexicon/word-table.ts';
import type { View } from '../report/field.ts';
import type { Result, Row, Section } from '../report/result.ts';
import { VERSION } from '../version.ts';
import type { Invocation } from './command.ts';
import type { Options } from './options.ts';
import type { Run } from './run.ts';

/** Options that change counts or choose rows; how a result is shown is not among them. */
const COUNTING_OPTIONS = [
  'split',
  'encoding',
  'referenceDate',
  'dateFrom',
  'keepRepeats',
  'keepDuplicates',
  'dropNearDuplicates',
  'languages',
  'since',
  'until',
  'source',
  'contains',
  'entity',
  'minWords',
  'stem',
  'vocabulary',
  'stopWords',
  'keepStopWords',
  'by',
  'kinds',
  'ngrams',
  'pos',
  'groupBy',
  'dispersion',
  'tfidf',
  'window',
  'acrossSentences',
  'context',
  'sample',
  'seed',
  'only',
  'interval',
  'sort',
  'minCount',
  'minArticles',
  'minMentions',
  'limit',
  'top',
] as const satisfies readonly (keyof Options)[];

/** The options that change counts, as a result records them. */
export function recordedOptions(options: Options): Record<string, unknown> {
  const recorded: Record<string, unknown> = {};
  for (const name of COUNTING_OPTIONS) if (options[name] !== undefined) recorded[name] = options[name];
  if (options.stem === 'light') recorded.lexicon = { version: VERSION, hash: loadWords().digest };
  return recorded;
}

/** A result with rows. */
export function makeResult(invocation: Invocation, run: Run, view: View, rows: readonly Row[]): Result {
  return {
    view,
    tool: { name: 'rasid', version: VERSION },
    options: recordedOptions(invocation.options),
    ...run,
    rows,
  };
}

/** A result with sections in place of rows. */
export function makeReport(
  invocation: Invocation,
  run: Run,
  view: View,
  sections: ReadonlyMap<string, Section>,
): Result {
  return { ...makeResult(invocation, run, view, []), sections };
}

/** The first rows, as many as `--top` asks for; 0 means all. */
export function topRows<T>(rows: readonly T[], top: number | undefined): readonly T[] {
  return top === undefined || top === 0 ? rows : rows.slice(0, top);
}
