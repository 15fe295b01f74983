/** `rasid check`: figures of a corpus against demands and against an earlier run, for CI. */

import { CheckCounts, fixedFigures, type Mover } from '../../analysis/check/counts.ts';
import type { Value } from '../../analysis/check/expression.ts';
import { METRIC_PATTERNS, type Metric } from '../../analysis/check/metric.ts';
import { type Baseline, checkFigures, type Finding } from '../../analysis/check.ts';
import type { Figure } from '../../analysis/statistics.ts';
import type { Reading } from '../../article/reading.ts';
import type { Mention } from '../../entities/mention.ts';
import { UsageError } from '../../errors.ts';
import { checkTotals } from '../../report/checks.ts';
import type { Row } from '../../report/result.ts';
import { CHECK, type CheckRow, METRICS } from '../../report/views/check.ts';
import type { WordIndex } from '../../text/word-index.ts';
import { countingSettings, hasBaseline, readBaseline, type Settings, writeBaseline } from '../baseline-file.ts';
import { MetricNames } from '../check-metrics.ts';
import { type CheckSettings, readCheckSettings } from '../checks-file.ts';
import type { Command, Invocation } from '../command.ts';
import { ExitCode } from '../exit.ts';
import { loadGazetteerWith, mentionFinder } from '../finders.ts';
import { refuseOverwriting } from '../inputs.ts';
import { CORPUS_OPTIONS, type Options } from '../options.ts';
import { destinations, report, reportToGithub } from '../reporters.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf, type Run, readCorpus, tellWarnings } from '../run.ts';
import { TimedSentences } from '../timed.ts';
import { loadWordIndex } from '../tools.ts';
import { formatOf, writeResult } from '../write.ts';
import { countedKinds } from './entities.ts';

const MOVERS = 3;
const NO_RUN: Run = {
  corpus: { files: 0, articles: 0, relatedArticles: 0, duplicates: 0, tokens: 0, parts: [] },
  errors: [],
  warnings: [],
};

/** Figures that only the run knows. */
function runFigures({ corpus, errors }: Run): Figure[] {
  return [
    { metric: 'files', value: corpus.files, meaning: 'input files' },
    {
      metric: 'files.unread',
      value: new Set(errors.map(error => error.file)).size,
      meaning: 'input files that could not be read in full',
    },
    {
      metric: 'articles.duplicates',
      value: corpus.duplicates,
      meaning: 'articles left out because their body stood in another',
    },
  ];
}

/** What a run of `check` works with, settled before an article is read. */
interface Plan {
  readonly index: WordIndex;
  readonly settings: CheckSettings;
  readonly metrics: readonly Metric[];
  readonly counting: Settings;
  /** Figures of the baseline; absent without one, and when it is made for the first time. */
  readonly old?: ReadonlyMap<string, Value>;
}

async function makePlan(options: Options): Promise<Plan> {
  const settings = readCheckSettings(options);
  const index = await loadWordIndex(options);
  const figures = fixedFigures(index, runFigures(NO_RUN));
  const names = new MetricNames(
    new Set(figures.map(({ metric }) => metric)),
    await loadGazetteerWith(options.gazetteer),
  );
  const metrics = settings.assertions.map(({ metric, where }) => names.parse(metric, where));
  const { baseline } = settings;
  const counting = countingSettings(options);
  for (const name of settings.tolerances.keys())
    if (!name.endsWith('*')) metrics.push(names.parse(name, `${settings.file}#/baseline/tolerance`));
  if (baseline === undefined || (options.update && !hasBaseline(baseline)))
    return { index, settings, metrics, counting };
  const old = readOld(baseline, counting, options);
  for (const name of old?.keys() ?? []) metrics.push(names.parse(name, `--baseline "${baseline}"`));
  return { index, settings, metrics, counting, ...(old ? { old } : {}) };
}

/** A baseline that is to be replaced may be of other settings: then there is nothing to compare with. */
function readOld(file: string, counting: Settings, options: Options): Map<string, Value> | undefined {
  try {
    return readBaseline(file, counting);
  } catch (error) {
    if (options.update && error instanceof UsageError) return undefined;
    throw error;
  }
}

function refuseIdle({ settings, old }: Plan, options: Options): void {
  const { assertions, baseline } = settings;
  if (options.update && baseline === undefined) throw new UsageError('--update needs --baseline FILE');
  if (assertions.length === 0 && baseline === undefined)
    throw new UsageError('nothing to check: --checks FILE, --assert or --baseline FILE');
  if (options.update) return;
  const lost = assertions.find(({ metric, expression }) => expression.relative && !old?.has(metric));
  if (lost)
    throw new UsageError(`${lost.where}: the baseline has no figure for it (--baseline FILE --update makes one)`);
}

async function count(plan: Plan, { operands, options }: Invocation): Promise<{ run: Run; counts: CheckCounts }> {
  const { index, metrics } = plan;
  const counts = new CheckCounts(index, metrics);
  const times = new TimedSentences(index.vocabulary);
  const named = metrics.some(({ kind }) => kind === 'entity');
  const find = named
    ? mentionFinder(index.vocabulary, await loadGazetteerWith(options.gazetteer))
    : (): Mention[] => [];
  const kinds = countedKinds(options);
  const counted = function* (reading: Reading): Generator<Mention> {
    for (const mention of find(reading)) if (mention.type !== 'country' || kinds.has(mention.kind)) yield mention;
  };
  const { baseline } = plan.settings;
  const run = await readCorpus(operands, baseline === undefined ? options : { ...options, baseline }, {
    vocabulary: index.vocabulary,
    visit: visit => counts.add(visit.reading, times.times(visit), counted(visit.reading)),
  });
  return { run, counts };
}

function rowOf(finding: Finding, movers: readonly Mover[]): Row {
  const { direction: _, ...shown } = finding;
  return finding.status === 'pass' ? shown : { ...shown, articles: movers };
}

/** With `--update` what differs from the old baseline is told, and nothing of it fails. */
function updated(findings: readonly Finding[], wanted: string): Finding[] {
  return findings
    .filter(({ old, got }) => old !== got)
    .map(finding => ({ ...finding, status: 'pass', wanted }) as const);
}

/** Every figure of a first baseline. */
function written(figures: ReadonlyMap<string, Value>, wanted: string): Finding[] {
  return [...figures].map(([metric, got]) => ({ metric, level: 'error', status: 'pass', wanted, got, direction: 0 }));
}

/** False when inputs were not read: later runs must not be measured against a part of the corpus. */
function isWhole(run: Run, options: Options): boolean {
  return exitCodeOf(run, options) === ExitCode.Complete;
}

function findingsOf(plan: Plan, figures: ReadonlyMap<string, Value>, options: Options, whole: boolean): Finding[] {
  const { settings, old } = plan;
  if (!options.update) {
    const baseline: Baseline | undefined = old && { figures: old, tolerances: settings.tolerances };
    return checkFigures(figures, settings.assertions, baseline);
  }
  const plain = checkFigures(
    figures,
    settings.assertions.filter(({ expression }) => !expression.relative),
  );
  const moved = old
    ? updated(checkFigures(figures, [], { figures: old, tolerances: new Map() }), whole ? 'updated' : 'not updated')
    : written(figures, whole ? 'written' : 'not written');
  return [...plain, ...moved];
}

function codeOf(run: Run, rows: readonly CheckRow[], options: Options): ExitCode {
  const code = exitCodeOf(run, options);
  if (code !== ExitCode.Complete) return code;
  const { fail, warn } = checkTotals(rows);
  return fail > 0 || warn > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? ExitCode.CheckFailed : code;
}

async function listMetrics(invocation: Invocation): Promise<ExitCode> {
  const { options, operands } = invocation;
  const index = await loadWordIndex(options);
  const patterns = METRIC_PATTERNS.map(([metric, meaning]) => ({ metric, meaning }));
  if (operands.length === 0 && options.filesFrom === undefined) {
    const fixed = fixedFigures(index, runFigures(NO_RUN)).map(({ metric, meaning }) => ({ metric, meaning }));
    await writeResult(makeResult(invocation, NO_RUN, METRICS, [...fixed, ...patterns]), invocation);
    return ExitCode.Complete;
  }
  const plan: Plan = { index, settings: { assertions: [], tolerances: new Map() }, metrics: [], counting: {} };
  const { run, counts } = await count(plan, invocation);
  const values = counts.figures(runFigures(run));
  const meanings = new Map(fixedFigures(index, runFigures(run)).map(({ metric, meaning }) => [metric, meaning]));
  const rows = [...values].map(([metric, value]) => ({
    value,
    metric,
    meaning: meanings.get(metric) ?? 'articles so read',
  }));
  await writeResult(makeResult(invocation, run, METRICS, [...rows, ...patterns]), invocation);
  return exitCodeOf(run, options);
}

export const check: Command = {
  operands: '[paths...]',
  description:
    'Checks figures of the corpus against demands (--checks, --assert) and against an earlier run (--baseline). Ends with 1 when a check fails.',
  options: [
    ...CORPUS_OPTIONS,
    'stem',
    'kinds',
    'gazetteer',
    'checks',
    'assert',
    'baseline',
    'update',
    'maxWarnings',
    'reporter',
    'listMetrics',
  ],
  views: [CHECK, METRICS],
  examples: [
    {
      line: "rasid check fixtures/corpus --assert 'articles>=10' --assert 'date.missing.percent<=40'",
      says: 'two demands',
    },
    {
      line: 'rasid check fixtures/corpus --baseline /tmp/rasid-baseline.json --update && rasid check fixtures/corpus --baseline /tmp/rasid-baseline.json',
      says: 'remembers the figures, then compares with them',
    },
    { line: 'rasid check --list-metrics', says: 'every figure that can be checked' },
  ],
  run: async invocation => {
    const { options } = invocation;
    if (options.listMetrics) return listMetrics(invocation);
    destinations(invocation, formatOf(invocation));
    const plan = await makePlan(options);
    refuseIdle(plan, options);
    const { settings, counting } = plan;
    const { file, baseline } = settings;
    const read = [file, options.update ? undefined : baseline].flatMap(path => (path === undefined ? [] : [{ path }]));
    refuseOverwriting(baseline === undefined ? options : { ...options, baseline }, read);
    const { run, counts } = await count(plan, invocation);
    const figures = counts.figures(runFigures(run));
    const whole = isWhole(run, options);
    const rows = findingsOf(plan, figures, options, whole).map(finding =>
      rowOf(finding, counts.movers(finding, MOVERS)),
    );
    const result = makeResult(invocation, run, CHECK, rows);
    await report(result, invocation);
    await reportToGithub(result, invocation);
    if (options.update && whole) await writeBaseline(settings.baseline!, counting, figures, run.corpus);
    else if (options.update)
      tellWarnings([`"${baseline}" not written: inputs were not read (--allow-partial writes it all the same)`]);
    return codeOf(run, rows as unknown as readonly CheckRow[], options);
  },
};
